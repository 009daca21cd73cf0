"""What stands between the workbench and everything else: Host header, change tokens, headers that forbid the rest."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from hmac import compare_digest
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from greffier.errors import GreffierError

LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]", "testserver"})
TOKEN = "token"  # noqa: S105 - the name of a field, not a secret
COOKIE = "greffier_token"
LARGEST_FORM = 1 << 20
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


Refuse = Callable[[Request, Exception], Awaitable[Response]]


class Forbidden(GreffierError):
    """A request that did not come from the workbench's own pages."""

    http_status = 403
    next = "Open the workbench at the address that it printed, and send the form from there."


class Guard:
    """Refuses requests for another host (DNS rebinding) and changes without the token; sets the headers."""

    def __init__(self, app: ASGIApp, refuse: Refuse) -> None:
        self.app = app
        self.refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                message["headers"] += [
                    (name.lower().encode(), value.encode())
                    for name, value in HEADERS.items()
                    if name.lower().encode() not in present
                ]
            await send(message)

        request = Request(scope, receive)
        try:
            _check_host(request)
        except Forbidden as error:
            await (await self.refuse(request, error))(scope, receive, with_headers)
            return
        await self.app(scope, receive, with_headers)


def _check_host(request: Request) -> None:
    """Forbidden unless the request names this machine: another name means that somebody points it here."""
    host = request.headers.get("host", "")
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    if name not in LOCAL:
        raise Forbidden("This request names another host than this machine.")


async def form(request: Request) -> dict[str, str]:
    """The fields of a form that was sent from one of our own pages; Forbidden otherwise."""
    if int(request.headers.get("content-length") or LARGEST_FORM + 1) > LARGEST_FORM:
        raise Forbidden("This form is larger than any of ours.")
    told = {name: values[-1] for name, values in parse_qs((await request.body()).decode("utf-8", "replace")).items()}
    known = request.cookies.get(COOKIE, "")
    if not known or not compare_digest(known.encode(), told.pop(TOKEN, "").encode()):
        raise Forbidden("This change does not come from a page of the workbench.")
    return told


def token(request: Request) -> str:
    """The token that forms of this browser carry; the same for the whole of a request."""
    if not hasattr(request.state, "token"):
        request.state.token = request.cookies.get(COOKIE) or secrets.token_urlsafe(24)
    return str(request.state.token)


def remember(response: Response, value: str) -> None:
    """Let the browser keep its token; no other site can make it send it."""
    response.set_cookie(COOKIE, value, samesite="strict", httponly=True, path="/")
