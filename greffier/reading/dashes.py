"""Dialogue: what follows a dash at the head of a line, where the lines talk; those of a list or a log do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.vocabulary import at_lines

_RUN_IN = 4  # dashes within lines, and the talk of a page has lost its lines
_DASH_LINE = re.compile(
    r"[ \t\u00a0]*[–—][ \u00a0]*(?=[^\s–—])"
    r"|[ \t]*--?[ \u00a0](?=[^\s\d–—-][^\n]{1,400}?(?:[!?…]|, \w+-(?:il|elle|t-il)))"
)
_DASH_INSIDE = re.compile(r"(?<=[.!?…:»])[ \u00a0][–—][ \u00a0](?=[«]?[ \u00a0]?[^\W\d_a-zà-ÿ])")
_TALKS = re.compile(  # what a list or a log does not have
    r"[?!…]|\.\.\.|(?<![\w'’-])(?:[JjTtMm]['’]|(?:[Jj]e|[Tt]u|[Vv]ous|[Nn]ous|[Mm]oi|[Tt]oi|[Mm]on|[Mm]a|[Oo]ui|[Nn]on|I|[Yy]ou|[Mm]y"
    r"|[Ww]e|[Yy]es|[Nn]o)(?![\w'’]))|\w{1,24}-(?:il|elle|t-il|t-elle)\b|,\s(?:dit|fit|cria|reprit|répond\w*|demand\w+|ajout\w+)\s"
)
_BREAK = re.compile(r"\n[ \t]*\n|\n[ \t\u00a0]*[–—«]|(?<=[.!?…»:])[ \t]*\n(?=[ \t]*[^\W\d_a-zà-ÿ])")


def dialogue(text: str) -> Iterator[tuple[int, int]]:
    """Yield what follows a dash at the head of a line, to the end of its paragraph, or one that changes the speaker."""
    inside = list(_DASH_INSIDE.finditer(text))
    if len(inside) < _RUN_IN:
        inside = [match for match in inside if _opened_by_dash(text, match.start())]
    starts = sorted({match.end() for match in (*at_lines(_DASH_LINE, text), *inside)})
    talks = [_TALKS.search(text, start, _line_end(text, start)) is not None for start in starts]
    for place, start in enumerate(starts):
        if not any(talks[max(0, place - 1) : place + 2]):
            continue
        stop = _BREAK.search(text, start)
        end = stop.start() if stop else len(text)
        if place + 1 < len(starts):
            end = min(end, starts[place + 1])
        end = start + len(re.sub(r"(?<![\s–—])[\s–—]++$", "", text[start:end]))
        if end > start and text[end - 1] != ";" and text[start:end].strip():
            yield start, end


def _opened_by_dash(text: str, at: int) -> bool:
    """Whether the line of an offset begins as speech does; a dash after a dateline or a title changes no speaker."""
    return text[text.rfind("\n", 0, at) + 1 : at].lstrip(" \t\u00a0")[:1] in tuple('–—-«“"')


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
