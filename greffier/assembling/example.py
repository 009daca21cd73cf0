"""The small cases of rule packs: marked text becomes a dossier, so that a rule can be shown at work.

A document has `path`, `kind`, `title`, `act` (a time), `author`, `grade`, `origin`, `folios` (one per page) and `text`;
pages are divided by a line `---`. Marks stand in braces: `{person|VERNÈDE Lucien}`, `{seal|MR/02}`,
`{date=2023-03-16T07:10|le seize mars}` (one time, or `from/to`), `{quantity=62 count packets|62 pains}`,
`{phone=+33639980011|06 39 98 00 11}`, `{place|…}`. `events` lists `{type, at, roles: {agent: words}, time: words,
place: words, quantities: [words]}`, where words are those of a mark; `{hidden=blackened|…}` are words that the page
does not show, `{rival=380|360}` words that are others in its picture; `roles` lists `[person words, role words]`;
`calls` lists `{row: words of a line, start: time, caller: number, called: number}`; `births`
lists `[person words, date words]`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, NamedTuple, cast

from greffier.assembling.likeness import likenesses
from greffier.records import (
    Call,
    Citation,
    Concealment,
    Dating,
    Difference,
    Dossier,
    Entity,
    Event,
    Grade,
    Hidden,
    Link,
    Mention,
    MentionKind,
    NameForm,
    Origin,
    Page,
    Piece,
    PieceKind,
    Quantity,
    RivalReading,
    Role,
    Source,
    Span,
    Time,
    digest,
)  # fmt: skip
from greffier.text import key, language

_MARK = re.compile(r"\{(?P<kind>[a-z]+)(?:=(?P<value>[^|{}]*))?\|(?P<words>[^{}]*)\}")
_DIMENSIONS = {
    "kg": "mass",
    "g": "mass",
    "t": "mass",
    "count": "count",
    "s": "duration",
    "m": "length",
    "L": "volume",
}
_CURRENCY = re.compile(r"[A-Z]{3}")  # as ISO 4217 writes them
_LAYERS = frozenset({"hidden", "rival"})
_NO_ENTITY = frozenset({"date", "quantity", "role", "law"})


class _Mark(NamedTuple):
    """Where a mark stood in the text without marks, and what it said."""

    start: int
    end: int
    kind: str
    value: str | None


@dataclass(slots=True)
class _Desk:
    """Where the records of one example pile up."""

    sources: list[Source] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    datings: list[Dating] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    rivals: list[RivalReading] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def dossier(documents: Sequence[Mapping[str, object]]) -> Dossier:
    """Return the dossier of these documents; names that fold alike are one entity."""
    desk = _Desk()
    for number, document in enumerate(documents, 1):
        _document(cast("Mapping[str, Any]", document), number, desk)
    laid = Dossier(
        sources=_sorted(desk.sources),
        pages=_sorted(desk.pages),
        pieces=_sorted(desk.pieces),
        datings=_sorted(desk.datings),
        mentions=_sorted(desk.mentions),
        links=_sorted(desk.links),
        events=_sorted(desk.events),
        entities=_entities(desk.mentions),
        hidden=_sorted(desk.hidden),
        rivals=_sorted(desk.rivals),
        calls=_sorted(desk.calls),
    )
    return replace(laid, likenesses=tuple(likenesses(laid)))


def _sorted(records: list[Any]) -> tuple[Any, ...]:
    return tuple(sorted(records, key=lambda record: record.id))


def _document(document: Mapping[str, Any], number: int, desk: _Desk) -> None:
    path = str(document.get("path", f"{number:02d}.pdf"))
    source = Source(digest("source", path), path, digest(path), "application/pdf", 1, "read")
    sheets = re.split(r"\n---\n", str(document["text"]).strip("\n"))
    piece_id = digest("piece", path)
    marked = [_page(document, source, index, sheet) for index, sheet in enumerate(sheets, 1)]
    pages = [page for page, _ in marked]
    found = [_mention(page, piece_id, mark) for page, marks in marked for mark in marks if mark.kind not in _LAYERS]
    desk.hidden.extend(_hidden(page, mark) for page, marks in marked for mark in marks if mark.kind == "hidden")
    desk.sources.append(source)
    desk.pages.extend(pages)
    desk.mentions.extend(found)
    desk.rivals.extend(_rival(page, mark) for page, marks in marked for mark in marks if mark.kind == "rival")
    desk.pieces.append(_piece(document, piece_id, source, pages))
    if document.get("act"):
        desk.datings.append(Dating(piece_id, act=_time(str(document["act"]))))
    desk.links.extend(_born(_marked(found, who), _marked(found, day)) for who, day in document.get("births", ()))
    for index, event in enumerate(document.get("events", ())):
        desk.events.append(_event(event, piece_id, found, index))
    desk.calls.extend(_call(call, piece_id, pages[0]) for call in document.get("calls", ()))


def _piece(document: Mapping[str, Any], id: str, source: Source, pages: list[Page]) -> Piece:
    kind = cast("PieceKind", document.get("kind", "report"))
    return Piece(
        id,
        source.id,
        kind,
        document.get("reference"),
        document.get("title"),
        tuple(page.id for page in pages),
        document.get("author"),
        pages[0].language,
    )


def _page(document: Mapping[str, Any], source: Source, number: int, sheet: str) -> tuple[Page, list[_Mark]]:
    text, marks = _unmarked(sheet)
    id = digest("page", source.id, number, text)
    folios = document.get("folios", ())
    page = Page(
        id=id,
        source=source.id,
        number=number,
        folio=folios[number - 1] if number <= len(folios) else None,
        origin=cast("Origin", document.get("origin", "born_digital")),
        grade=cast("Grade", document.get("grade", "A")),
        language=language(text),
        text=text,
        text_sha256=digest(text),
        width=595,
        height=842,
    )
    return page, marks


def _unmarked(sheet: str) -> tuple[str, list[_Mark]]:
    """Return the text without its marks, and where they stood."""
    out, marks, at, length = [], [], 0, 0
    for match in _MARK.finditer(sheet):
        plain = sheet[at : match.start()]
        start = length + len(plain)
        length = start + len(match["words"])
        out += [plain, match["words"]]
        marks.append(_Mark(start, length, match["kind"], match["value"]))
        at = match.end()
    return "".join(out) + sheet[at:], marks


def _mention(page: Page, piece: str, mark: _Mark) -> Mention:
    named = mark.kind not in ("date", "quantity")
    return Mention(
        digest("mention", page.id, mark.start, mark.end, mark.kind),
        _span(page, mark),
        cast("MentionKind", mark.kind),
        "example",
        piece,
        time=_time(mark.value) if mark.kind == "date" and mark.value else None,
        quantity=_quantity(mark.value) if mark.kind == "quantity" and mark.value else None,
        normalised=mark.value if named else None,
    )


def _hidden(page: Page, mark: _Mark) -> Hidden:
    how = cast("Concealment", mark.value or "covered")
    return Hidden(digest("hidden", page.id, mark.start, mark.end, how), page.id, _span(page, mark), how)


def _rival(page: Page, mark: _Mark) -> RivalReading:
    other = mark.value or ""
    told = Difference(_span(page, mark), other, any(map(str.isdigit, other)))
    return RivalReading(digest("rival", page.id, mark.start), page.id, "picture", other, 0.9, "", (told,))


def _span(page: Page, mark: _Mark) -> Span:
    text, start, end = page.text, mark.start, mark.end
    return Span(page.id, start, end, text[start:end], text[max(0, start - 32) : start], text[end : end + 32])


def _call(told: Mapping[str, Any], piece: str, page: Page) -> Call:
    row = str(told["row"])
    at = page.text.index(row)
    cited = (Citation(_span(page, _Mark(at, at + len(row), "call", None))),)
    id = digest("call", piece, told["start"])
    return Call(id, piece, "example", cited, _time(str(told["start"])), None, str(told["caller"]), str(told["called"]))


def _time(value: str) -> Time:
    first, _, last = value.partition("/")
    return Time(value, first, last or first)


def _quantity(value: str) -> Quantity:
    """Read `36..44 kg cocaine`, `36..Infinity kg`, `62 count packets`, `about 64 kg`, `1000 EUR per kg`."""
    value, per, unit_of_price = value.partition(" per ")
    words = value.split()
    approximate = words[0] == "about"
    amount, unit, *good = words[approximate:]
    low, _, high = amount.partition("..")
    dimension = _DIMENSIONS.get(unit) or ("money" if _CURRENCY.fullmatch(unit) else "count")
    what = " ".join(good) or None
    counted = what if dimension == "count" else None
    currency = unit if dimension == "money" else None
    good_name = None if counted else what
    bounds = Decimal(low), Decimal(high or low)
    basis = f"per {unit_of_price}" if per else None
    return Quantity(*bounds, unit, dimension, currency, good_name, counted, approximate, basis)


def _event(told: Mapping[str, Any], piece: str, found: list[Mention], index: int) -> Event:
    at = _marked(found, str(told["at"]))
    roles = [_role(name, _marked(found, words)) for name, words in told.get("roles", {}).items()]
    return Event(
        id=digest("event", piece, index, told["type"]),
        type=told["type"],
        piece=piece,
        reader="example",
        citations=(Citation(at.span),),
        time=_marked(found, told["time"]).time if "time" in told else None,
        place=_marked(found, told["place"]).id if "place" in told else None,
        roles=tuple(roles),
        quantities=tuple(_marked(found, words).id for words in told.get("quantities", ())),
    )


def _born(person: Mention, day: Mention) -> Link:
    return Link(digest("link", "born", person.id, day.id), "born", person.id, day.id, day.span, "example")


def _role(name: str, mention: Mention) -> Role:
    return Role(name, mention.id, mention.span.exact, mention.span)


def _marked(found: list[Mention], words: str) -> Mention:
    for mention in found:
        if mention.span.exact == words:
            return mention
    raise ValueError(f"no mark {words!r} in the example")


def _entities(mentions: list[Mention]) -> tuple[Entity, ...]:
    by_name: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda one: one.id):
        if mention.kind not in _NO_ENTITY:
            by_name.setdefault(f"{mention.kind}:{key(mention.normalised or mention.span.exact)}", []).append(mention)
    return _sorted([_entity(name, same) for name, same in by_name.items()])


def _entity(name: str, same: list[Mention]) -> Entity:
    words = same[0].span.exact
    form = NameForm(words, "legal", tuple(Citation(mention.span) for mention in same))
    ids = tuple(mention.id for mention in same)
    return Entity(digest("entity", name), same[0].kind, words, (form,), (), ids, (name,), pages=1)
