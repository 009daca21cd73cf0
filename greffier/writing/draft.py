"""A draft taken apart: Markdown with YAML front matter → what it says of itself, its sentences, its citations.

Every part keeps its offsets into the file (code points), so that a verdict can be shown where it belongs. Marks of
Markdown and citations are blanked, not removed, before sentences are found; that is what keeps the offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from greffier.errors import WrongUsage
from greffier.text import sentences
from greffier.writing.comments import without_comments

Place = Literal["title", "standfirst", "heading", "body", "quotation"]


@dataclass(frozen=True, slots=True)
class Reference:
    """One place a citation points to, and the words it says stand there."""

    target: str
    quotation: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the draft with its citations; `text` is as readers will see it."""

    start: int
    end: int
    text: str
    place: Place
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or block quotation, with its sentences in order."""

    kind: Literal["heading", "paragraph", "quotation"]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole draft. `meta` is the front matter as YAML gives it; title and standfirst are also statements."""

    text: str
    meta: dict[str, Any]
    head: tuple[Statement, ...]
    blocks: tuple[Block, ...]
    language: str = "en"
    fields: tuple[tuple[str, int, int], ...] = field(default=())

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every sentence in the order of the file, title and standfirst first."""
        return (*self.head, *(statement for block in self.blocks for statement in block.statements))


CITATION = re.compile(r"\[@(?P<inside>(?:\"[^\"\n]*+\"|(?!\[@)[^\]\"])*+)\]")
_PART = re.compile(r"(?:[^\";]|\"[^\"]*+\")++")
_CITED = re.compile(r"\s*@?(?P<target>[^\"]*+)(?:\"(?P<quotation>[^\"]*+)\"\s*+)?")
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\n")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+")
_MARKS = re.compile(r"\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|`")
_LINE_MARK = re.compile(r"^[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d+[.)][ \t]+)", re.MULTILINE)
_QUOTED = re.compile(r"[“«](?P<inside>[^“”«»]{1,600})[”»](?=(?P<after>.{0,3}))", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\[\]]*+\]\([^)]{0,1000}\)")
_LINK = re.compile(r"(?<!!)\[(?!@)([^\[\]]*+)\](\([^)]{0,1000}\))")


def parse(text: str) -> Draft:
    """Take a draft apart. Raises WrongUsage where the front matter is not YAML."""
    front = _FRONT.match(text)
    meta, fields = _meta(front["yaml"], front.start("yaml")) if front else ({}, ())
    head = tuple(
        Statement(start, end, " ".join(str(meta[name]).split()), "title" if name == "title" else "standfirst")
        for name, start, end in fields
        if name in ("title", "standfirst") and isinstance(meta.get(name), str)
    )
    blocks = tuple(_blocks(text, front.end() if front else 0))
    return Draft(text, meta, head, blocks, str(meta.get("language") or "en"), fields)


def _meta(front: str, offset: int) -> tuple[dict[str, Any], tuple[tuple[str, int, int], ...]]:
    """The front matter and where the value of each of its fields stands, quotation marks left out."""
    try:
        meta = yaml.safe_load(front) or {}
        node = yaml.compose(front, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 2}" if mark else ""
        raise WrongUsage(
            f"The front matter is not YAML{where}.", "Put values with a colon in quotation marks."
        ) from None
    if not isinstance(meta, dict) or not isinstance(node, yaml.MappingNode):
        raise WrongUsage("The front matter must be `name: value` lines.", "See docs for the fields of a draft.")
    fields = []
    for key, value in node.value:
        start, end = value.start_mark.index, value.end_mark.index
        if isinstance(value, yaml.ScalarNode) and value.style in ('"', "'"):
            start, end = start + 1, end - 1
        fields.append((str(key.value), offset + start, offset + end))
    return meta, tuple(fields)


def _blocks(text: str, start: int) -> Iterator[Block]:
    body = without_comments(text, _blanks)
    ends = [match.span() for match in _BLANK.finditer(body, start)]
    for left, right in zip([start, *(end for _, end in ends)], [*(begin for begin, _ in ends), len(body)], strict=True):
        if body[left:right].strip():
            yield from _block(text, body, left, right)


def _block(text: str, body: str, start: int, end: int) -> Iterator[Block]:
    """One run of lines; a heading ends with its line even without a blank line after it."""
    start += len(body[start:end]) - len(body[start:end].lstrip("\n"))
    while (heading := _HEADING.match(body, start, end)) is not None:
        line_end = body.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        yield Block("heading", tuple(_statements(text, body, heading.end(), line_end, "heading")))
        start = min(line_end + 1, end)
    if not body[start:end].strip():
        return
    quoted = body[start:end].lstrip().startswith(">")
    place: Place = "quotation" if quoted else "body"
    yield Block("quotation" if quoted else "paragraph", tuple(_statements(text, body, start, end, place)))


def _blank_out(match: re.Match[str]) -> str:
    return _blanks(match.group())


def _blanks(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _statements(text: str, body: str, start: int, end: int, place: Place) -> Iterator[Statement]:
    raw = body[start:end]
    references = [
        reference for match in CITATION.finditer(raw) for reference in _references(match, start + match.start())
    ]
    masked = plain(raw, keep_length=True)
    ranges = [
        (start + left, start + right) for left, right in sentences(_QUOTED.sub(_one_breath, masked.replace("\n", " ")))
    ]
    starts = [left for left, _ in ranges]
    owned: list[list[Reference]] = [[] for _ in ranges]
    for reference in references:
        if ranges:
            owned[max(0, bisect_right(starts, reference.start) - 1)].append(reference)
    for (left, right), mine in zip(ranges, owned, strict=True):
        shown = " ".join(masked[left - start : right - start].split())
        yield Statement(left, right, re.sub(r" ([.,])", r"\1", shown), place, tuple(mine))


def _one_breath(quoted: re.Match[str]) -> str:
    """A quotation as something that ends no sentence inside; it ends one where it stops and none goes on after it."""
    inside = re.sub(r"[.!?…]", ",", quoted["inside"])
    ends = bool(re.search(r"[.!?…]\s*$", quoted["inside"])) and not re.match(r"\s{0,2}[a-zà-ÿ,;:.!?]", quoted["after"])
    return f"'{inside}{'.' if ends else '-'}"


def plain(raw: str, *, keep_length: bool = False) -> str:
    """Return Markdown without citations and marks; with `keep_length` they become blanks, so that offsets hold."""
    blanked = CITATION.sub(_blank_out, raw)
    blanked = _IMAGE.sub(_blank_out, blanked)
    blanked = _LINK.sub(lambda m: " " + m[1] + " " * (1 + len(m[2])), blanked)
    blanked = _MARKS.sub(_blank_out, _LINE_MARK.sub(_blank_out, blanked))
    return blanked if keep_length else re.sub(r" ([.,])", r"\1", " ".join(blanked.split()))


def _references(match: re.Match[str], start: int) -> Iterator[Reference]:
    """What a citation calls to witness; a part that is no reference is one to nowhere, and the check says so."""
    offset = start + 2
    for part in _PART.finditer(match["inside"]):
        cited = _CITED.fullmatch(part.group())
        target = (cited["target"] if cited else part.group()).strip().lstrip("@")
        if target:
            quotation = cited["quotation"] if cited else None
            yield Reference(target, quotation, offset + part.start(), offset + part.end())
