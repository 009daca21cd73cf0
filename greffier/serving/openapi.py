"""The OpenAPI document of the JSON twins, made from the list of rooms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from greffier.serving.rooms import Act, Room

ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message", "next"],
            "properties": {name: {"type": "string"} for name in ("code", "message", "next")},
        }
    },
}


def describe(rooms: Iterable[Room], acts: Iterable[Act]) -> dict[str, Any]:
    """Every JSON twin with its query fields, every act with its form fields, and the one shape of errors."""
    paths: dict[str, Any] = {}
    for room in rooms:
        paths[room.twin] = {"get": _operation(room.summary, room.path, _query(room.fields))}
    for act in acts:
        body = {"content": {"application/x-www-form-urlencoded": {"schema": _form(act.fields)}}, "required": True}
        paths[act.path] = {"post": _operation(act.summary, act.path, []) | {"requestBody": body}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Greffier", "version": "1", "description": "The workbench of one case, on this machine."},
        "paths": paths,
        "components": {"schemas": {"Error": ERROR}},
    }


def _operation(summary: str, path: str, query: list[dict[str, Any]]) -> dict[str, Any]:
    named = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"{(\w+)}", path)
    ]
    failed = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {
        "summary": summary,
        "parameters": named + query,
        "responses": {
            "200": {"description": "What was asked for.", "content": {"application/json": {}}},
            "default": {"description": "What went wrong, and what to do next.", "content": failed},
        },
    }


def _query(fields: Iterable[str]) -> list[dict[str, Any]]:
    return [{"name": name, "in": "query", "schema": {"type": "string"}} for name in fields]


def _form(fields: Iterable[str]) -> dict[str, Any]:
    return {"type": "object", "properties": {name: {"type": "string"} for name in ("token", *fields)}}
