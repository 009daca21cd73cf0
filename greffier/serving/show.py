"""How data become a page: templates, language, theme, and the parts that every page has."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from greffier.case import Case
from greffier.serving import figures, guard, lit
from greffier.serving.rooms import ROOMS, Room
from greffier.serving.shelf import shelf
from greffier.serving.speech import LANGUAGES, Speech

STATIC = Path(str(files("greffier.serving").joinpath("static")))
THEMES = ("system", "light", "dark")
KEPT = 365 * 24 * 3600  # seconds that language and theme are remembered
NAVIGATION = {
    "/": "Desk",
    "/documents": "Documents",
    "/search": "Search",
    "/people": "People",
    "/timeline": "Timeline",
    "/ledger": "Ledger",
    "/network": "Network",
    "/findings": "Findings",
    "/ask": "Ask",
    "/story": "Story",
    "/decisions": "Decisions",
}


class Show:
    """Shows the data of one case as pages, in the language and theme that the request asks for."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._environments = {language: _environment(Speech(language)) for language in LANGUAGES}

    def asked(self, request: Request) -> dict[str, str]:
        """What the address asks for, without what is only about the look."""
        told = {name: value for name, value in request.query_params.items() if name not in ("lang", "theme")}
        return told | request.path_params

    def page(self, room: Room, told: Mapping[str, Any], request: Request) -> str:
        """The page of a room."""
        return self._render(room.template, room.at, told, request)

    def error(self, told: Mapping[str, str], request: Request) -> str:
        """The page that says what went wrong and what to do next."""
        return self._render("error.html", "", {"error": told}, request)

    def remember(self, request: Request, response: Response) -> None:
        """Keep language, theme and change token in cookies of this machine."""
        for name, allowed in (("lang", LANGUAGES), ("theme", THEMES)):
            if (value := request.query_params.get(name)) in allowed:
                response.set_cookie(name, str(value), max_age=KEPT, samesite="strict", httponly=True)
        if guard.COOKIE not in request.cookies:
            guard.remember(response, guard.token(request))

    def _render(self, template: str, at: str, told: Mapping[str, Any], request: Request) -> str:
        language = _language(request)
        page = self._environments[language].get_template(template)
        return page.render(told, **self._shell(language, at, request))

    def _shell(self, language: str, at: str, request: Request) -> dict[str, Any]:
        """What every page has around its own data."""
        path = request.url.path
        query = {name: value for name, value in request.query_params.items() if name not in ("lang", "theme")}
        return {
            "language": language,
            "theme": _theme(request),
            "themes": THEMES,
            "token": guard.token(request),
            "case_name": self.case.title,
            "case_pages": self.case.account().pages,
            "navigation": NAVIGATION,
            "counts": shelf(self.case).counts,
            "at": at,
            "path": path,
            "twin": _twin(path, query),
            "with_query": lambda **changed: f"{path}?{urlencode(query | changed)}",
        }


def _twin(path: str, query: dict[str, str]) -> str:
    return f"{path.rstrip('/') or '/desk'}.json" + (f"?{urlencode(query)}" if query else "")


def _language(request: Request) -> str:
    """What the address says, else what was chosen before, else what the browser prefers."""
    for told in (request.query_params.get("lang"), request.cookies.get("lang")):
        if told in LANGUAGES:
            return str(told)
    for told in request.headers.get("accept-language", "").lower().split(","):
        if told.strip()[:2] in LANGUAGES:
            return told.strip()[:2]
    return "en"


def _theme(request: Request) -> str:
    for told in (request.query_params.get("theme"), request.cookies.get("theme")):
        if told in THEMES:
            return str(told)
    return "system"


def _environment(speech: Speech) -> Environment:
    """Templates in one language. Everything is escaped, and shows the controls that would hide something."""
    environment = Environment(
        loader=PackageLoader("greffier.serving"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: lit.clear(value) if type(value) is str else value,
    )
    environment.filters.update(speech.filters() | {"look": lit.look, "flow": lit.flow})
    environment.globals.update(
        _=speech.say,
        many=speech.many,
        amount=speech.amount,
        bar=figures.bar,
        share=figures.share,
        weighed=figures.weighed,
        lanes=figures.lanes,
        ring=figures.ring,
        runs=lit.runs,
        letters=lit.LETTERS,
        rooms=ROOMS,
    )
    return environment
