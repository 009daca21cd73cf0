"""The workbench as a web application: every room is one function whose data is shown as a page and as its JSON twin."""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from threading import Lock
from urllib.parse import urlencode

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from greffier.case import Case
from greffier.errors import GreffierError, NotInCase, OutsideFailed
from greffier.serving import guard
from greffier.serving.openapi import describe
from greffier.serving.rooms import ACTS, ROOMS, Act, Room
from greffier.serving.show import STATIC, Show
from greffier.serving.story import PUBLISHED, published
from greffier.writing.export import encode

Answer = Callable[[Request], Awaitable[Response]]


def create_app(case: Case) -> Starlette:
    """The workbench of one case."""
    show = Show(case)
    failed = _failed(show)
    routes: list[BaseRoute] = [
        Mount("/static", StaticFiles(directory=STATIC)),
        Route(f"/{PUBLISHED}/{{name}}", _published(case)),
        Route("/openapi.json", _openapi),
        Route("/page/{id}.png", _picture(case)),
        Route("/go", _go(case)),
    ]
    for room in ROOMS:
        routes.append(Route(room.twin, _json(case, room)))
        routes.append(Route(room.path, _html(case, show, room)))
    routes += [Route(act.path, _act(case, act), methods=["POST"]) for act in ACTS]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(guard.Guard, refuse=failed)],
        exception_handlers={GreffierError: failed, HTTPException: failed, 500: failed},
    )
    app.state.case = case
    return app


def serve(case: Case, port: int, say: Callable[[str], None] = print) -> None:
    """Serve the workbench on this machine only, until interrupted. Raises OutsideFailed where the port is taken."""
    config = uvicorn.Config(create_app(case), log_level="warning", access_log=False, server_header=False)
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind(("127.0.0.1", port))
        except OSError as error:
            message = f"The workbench cannot listen on port {port}: {error.strerror}."
            raise OutsideFailed(message, "Choose another one with --port.") from error
        say(f"The workbench is on http://127.0.0.1:{port}/ until Ctrl-C.")
        uvicorn.Server(config).run(sockets=[listening])


def _html(case: Case, show: Show, room: Room) -> Answer:
    async def answer(request: Request) -> Response:
        told = await run_in_threadpool(room.data, case, show.asked(request))
        page = await run_in_threadpool(show.page, room, told, request)
        response = Response(page, media_type="text/html")
        show.remember(request, response)
        return response

    return answer


def _json(case: Case, room: Room) -> Answer:
    async def answer(request: Request) -> Response:
        told = await run_in_threadpool(room.data, case, dict(request.query_params) | request.path_params)
        return Response(encode(told), media_type="application/json")

    return answer


def _picture(case: Case) -> Answer:
    drawing = Lock()  # one page at a time: drawing may take a gigabyte

    def draw(page: str) -> bytes:
        with drawing:
            return case.png(page)

    async def answer(request: Request) -> Response:
        png = await run_in_threadpool(draw, request.path_params["id"])
        # The pixels of a page never change: its id is made from its content.
        return Response(png, media_type="image/png", headers={"Cache-Control": "private, max-age=3600"})

    return answer


def _act(case: Case, act: Act) -> Answer:
    async def answer(request: Request) -> Response:
        fields = await guard.form(request)
        target = await run_in_threadpool(act.do, case, fields | request.path_params)
        return RedirectResponse(target, HTTPStatus.SEE_OTHER)

    return answer


def _published(case: Case) -> Answer:
    async def answer(request: Request) -> Response:
        return FileResponse(await run_in_threadpool(published, case, request.path_params["name"]))

    return answer


def _go(case: Case) -> Answer:
    async def answer(request: Request) -> Response:
        """To the page of a folio or of `file#p3`; what is neither is searched for."""
        told = request.query_params.get("to", "").strip()
        return RedirectResponse(await run_in_threadpool(_target, case, told), HTTPStatus.SEE_OTHER)

    return answer


def _target(case: Case, told: str) -> str:
    try:
        return f"/page/{case.locate(told)[0].id}"
    except (NotInCase, IndexError):
        return f"/search?{urlencode({'q': told})}"


async def _openapi(request: Request) -> Response:
    return Response(encode(describe(ROOMS, ACTS)), media_type="application/json")


def _failed(show: Show) -> Callable[[Request, Exception], Awaitable[Response]]:
    """One shape for every error, as a page or as JSON; never a trace."""

    async def answer(request: Request, error: Exception) -> Response:
        told, status = _told(error)
        if request.url.path.endswith(".json"):
            return Response(encode({"error": told}), status, media_type="application/json")
        page = await run_in_threadpool(show.error, told, request)
        return Response(page, status, media_type="text/html")

    return answer


def _told(error: Exception) -> tuple[dict[str, str], int]:
    if isinstance(error, GreffierError):
        return {"code": type(error).__name__, "message": str(error), "next": error.next}, error.http_status
    if isinstance(error, HTTPException):
        message = "There is no such page." if error.status_code == HTTPStatus.NOT_FOUND else error.detail
        return {"code": "http", "message": message, "next": "Go back to the desk."}, error.status_code
    return {"code": "fault", "message": "Greffier failed.", "next": GreffierError.next}, 500
