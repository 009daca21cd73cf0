"""The article: what was published, by whom and when, as far as the capture shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.clipping import dates
from greffier.clipping.bylines import Byline, byline, names
from greffier.clipping.chunks import Part
from greffier.clipping.fields import Sheet, against
from greffier.clipping.lines import plain
from greffier.clipping.publisher import publisher
from greffier.clipping.wording import ALTERNATE, LANGUAGES, READING_TIME, each, group
from greffier.records import Field, Statement
from greffier.text import key, language

_READING, _ALTERNATE = each(READING_TIME), each(ALTERNATE)
_SITE_NAME = re.compile(r"\s+[|–—·-]\s+[^|–—·]{2,40}$")
_INCIDENTAL = re.compile(r"#.*$|^https?://", re.IGNORECASE)
_DURATION = re.compile(r"P(?:T?)(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?", re.IGNORECASE)


def article(sheet: Sheet, captured: str | None) -> list[Field]:
    """The fields of the article; `captured` is the day it was captured (ISO), known from outside the page."""
    return [
        publisher(sheet), _url(sheet), _headline(sheet), _standfirst(sheet), _byline(sheet),
        dates.published(sheet, captured), dates.updated(sheet, captured), _reading_time(sheet), _language(sheet),
        _alternates(sheet), _body(sheet),
    ]  # fmt: skip


def _only_said(sheet: Sheet, name: str) -> Field:
    said = sheet.said(name)
    if not said:
        return sheet.absent(name, "the capture does not say")
    return against(sheet.told(said[0], name, said[0].value), said[1:], lambda value: key(value) == key(said[0].value))


def _url(sheet: Sheet) -> Field:
    """The address that the markup states, else the one that the page was saved from."""
    name, said = "article.url", sheet.said("article.url")
    if not said:
        return sheet.absent(name, "the capture does not say")
    return against(sheet.told(said[0], name, said[0].value), said[1:], lambda other: same_address(other, said[0].value))


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are of one page; a query that one of them lacks tells how the reader came."""
    (first, _, asked), (second, _, also) = (_INCIDENTAL.sub("", told).partition("?") for told in (one, other))
    return key(first.rstrip("/")) == key(second.rstrip("/")) and (asked == also or not asked or not also)


def _headline(sheet: Sheet) -> Field:
    name = "article.headline"
    parts, said = sheet.of("headline"), sheet.said(name)
    if parts:
        bare = min(parts, key=lambda part: len(part.text))  # told again with the name of a site behind it
        found = sheet.field(name, joined(bare), [bare], "words set before the article, as headlines are")
        return against(found, said, lambda value: same_title(value, bare.text))
    return _only_said(sheet, name)


def same_title(one: str, other: str) -> bool:
    """Whether two titles are one, a site's name behind it or not."""
    first, second = key(_SITE_NAME.sub("", one)), key(_SITE_NAME.sub("", other))
    return first == second or key(one) in (second, key(other)) or key(other) == first


def _standfirst(sheet: Sheet) -> Field:
    name = "article.standfirst"
    if parts := sheet.of("standfirst"):
        return sheet.field(name, "\n\n".join(map(joined, parts)), parts, "words between headline and byline")
    return sheet.absent(name, "no words stand between the headline and the lines that follow it")


def _byline(sheet: Sheet) -> Field:
    for part in sheet.of("byline"):
        told = plain(part.text)
        if (found := byline(told) or names(told)) is not None:
            return _signed(sheet, part, found, cued=byline(told) is not None)
    name, said = "article.byline", _together(sheet.said("article.byline"))
    if not said:
        return sheet.absent(name, "no line names an author", _authors(Byline(())))
    field = sheet.told(said[0], name, _authors(Byline(tuple(said[0].value.split("; ")))))
    return against(field, said[1:], lambda other: _people(other) == _people(said[0].value))


def _signed(sheet: Sheet, part: Part, found: Byline, *, cued: bool) -> Field:
    """A byline that stands on the page, beside the authors that the markup names."""
    name, said = "article.byline", _together(sheet.said("article.byline"))
    if found.stripped:
        return _restored(sheet, part, found, said)
    method = "a line that begins as bylines do" if cued else "names alone between headline and time"
    field = sheet.field(name, _authors(found), [part], method, "stated" if cued else "inferred")
    return against(field, said, lambda other: _people(other) == _people("; ".join(found.authors)))


def _authors(found: Byline) -> dict[str, object]:
    roles = [{"name": who, "role": role} for who, role in found.roles]
    return {"authors": list(found.authors), "at_least": max(found.at_least, len(found.authors)), "roles": roles}


def _restored(sheet: Sheet, part: Part, found: Byline, said: Sequence[Statement]) -> Field:
    """A byline whose names were stripped from the page; the markup may still hold them."""
    name, method = "article.byline", "the scaffold of a byline, without its names"
    if not said:
        return sheet.field(name, _authors(found), [part], method, "stripped")
    value = _authors(Byline(tuple(said[0].value.split("; "))))
    return sheet.field(name, value, [part], f"{method}; they are in {said[0].method}", "inferred")


def _together(said: Sequence[Statement]) -> list[Statement]:
    """One statement for each place that names authors, with all the names it gives."""
    by_method: dict[str, list[str]] = {}
    for statement in said:
        by_method.setdefault(statement.method, []).append(statement.value)
    return [Statement("article.byline", "; ".join(names), method) for method, names in by_method.items()]


def _people(told: str) -> frozenset[str]:
    return frozenset(key(name) for name in re.split(r";| and | et |, ", told) if name.strip())


def _reading_time(sheet: Sheet) -> Field:
    name, said = "article.reading_time", sheet.said("article.reading_time")
    for part in sheet.of("reading_time"):
        for tongue, pattern in _READING.items():
            match = pattern.fullmatch(plain(part.text))
            if match and (minutes := group(match, "minutes")):
                field = sheet.field(name, int(minutes), [part], f"the words for a reading time ({tongue})")
                return against(field, said, lambda value, told=int(minutes): minutes_of(value) == told)  # type: ignore[misc]
    if said and (told := minutes_of(said[0].value)) is not None:
        return sheet.told(said[0], name, told)
    return sheet.absent(name, "no line gives a reading time")


def minutes_of(duration: str) -> int | None:
    """The minutes of an ISO 8601 duration (`PT13M`, `PT1H5M`), None for anything else."""
    match = _DURATION.fullmatch(duration.strip())
    if match is None or not any(match.groups()):
        return None
    return int(match[1] or 0) * 60 + int(match[2] or 0)


def _language(sheet: Sheet) -> Field:
    """By the words of the article; what the markup says stands beside it."""
    name, said = "article.language", sheet.said("article.language")
    parts = sheet.of("body", "standfirst", "headline")
    told = language("\n".join(part.text for part in parts))
    if told is not None:
        field = Field(name, told, None, (), "inferred", "the words of the article")
        return against(field, said, lambda value: value.lower().split("-")[0].split("_")[0] == told)
    if said:
        return sheet.told(said[0], name, said[0].value.lower().replace("_", "-").split("-")[0])
    return sheet.absent(name, "too few words to tell")


def _alternates(sheet: Sheet) -> Field:
    """Other languages that the page offers, in its words or by its links."""
    name = "article.alternates"
    parts, values = sheet.of("alternate"), []
    for part in parts:
        values.append({"lang": _tongue(plain(part.text)), "label": part.text, "url": None})
    for statement in sheet.said(name):
        tongue, _, url = statement.value.partition(" ")
        known = next((value for value in values if value["lang"] == tongue and value["url"] is None), None)
        if known is not None:
            known["url"] = url
        else:
            values.append({"lang": tongue, "label": None, "url": url})
    if not values:
        return sheet.absent(name, "the page offers no other language", [])
    method = "words that offer another language" if parts else sheet.said(name)[0].method
    return sheet.field(name, values, parts, method)


def _tongue(told: str) -> str | None:
    for pattern in _ALTERNATE.values():
        match = pattern.fullmatch(told)
        named = match and (group(match, "tongue") or group(match, "version"))
        if named:
            return next(
                (code for code, names in LANGUAGES.items() if any(named.lower().startswith(n) for n in names)), None
            )
    return None


def joined(part: Part) -> str:
    """The words of a part; the line ends inside a wrapped paragraph are blanks."""
    return re.sub(r"[ \t]*\n[ \t]*", " ", part.text)


def _body(sheet: Sheet) -> Field:
    if parts := sheet.of("body"):
        return sheet.field(
            "article.body", [joined(part) for part in parts], parts, "prose behind the head of the article"
        )
    return sheet.absent("article.body", "no prose stands on the page", [])
