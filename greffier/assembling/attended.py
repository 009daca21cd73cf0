"""Who was at which act at which hour, by forms, registers and sentences of any office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from greffier.assembling.checking import cite, line_at
from greffier.assembling.entries import Entry, entries
from greffier.assembling.lookup import Lookup
from greffier.assembling.tabled import Table, tables
from greffier.assembling.times import precise, start
from greffier.records import Citation, Mention, Page, Span
from greffier.text import fold

_ACTS = {
    "hearing": r"audition\w*|entrevue|interview\w*|interrogat\w*|entend\w*|hearing|statement of|declarations?",
    "search": r"perquisition\w*|fouille|search\w*|visite domiciliaire|execution of warrant|warrant",
    "seal": r"scelle\w*|seal(?:ed|s|ing)?|saisie?s?|seized|count of|comptage|inventory|inventaire",
    "payment": r"voucher|payment|versement|retrait|withdrawal|deposit|guichet|teller|bank",
    "jail": r"booking|sally port|intake|detention center|prison|maison d'arret",
    "meeting": r"reunion|meeting|assemblee|attendance|presence|committee|workshop|training|stocktaking",
    "gate": r"gate book|gate sheet|weighbridge|pont-bascule|barriere|peage|camera|toll|quai|loading|chargement"
    r"|received note|goods received",
    "lift": r"lift log|lifting|excavation|dig|observation|surveillance|journal de bord|log",
}
_ACT = {name: re.compile(rf"\b(?:{words})\b") for name, words in _ACTS.items()}
_TOGETHER = (
    frozenset({"search", "seal"}),
    frozenset({"hearing", "jail"}),
    frozenset({"seal", "gate"}),
    frozenset({"lift", "search"}),
)
_BEGUN = re.compile(
    r"\b(?:debut|commenced?|begun|began|begins|started?|entree|arrivee|opened|on site|in sally port"
    r"|time in|in)\b[^\w]*(?:le |at |a |hours? )?[^\w]*$"
)
_ENDED = re.compile(
    r"\b(?:fin|concluded?|ended?|sortie|depart|done|off site|clos|close[ds]?|termine\w*|until|out|finished|jusqu'a"
    r"|quitte)\b[^\w]*(?:sur place )?(?:le |at |a )?[^\w]*$"
)
_ROLE = re.compile(
    r"(?:^|\n|[ ]{2,}|[|.;] ?|, )(?P<label>pr[ée]sente?s?|witness(?:e[sd])?(?: each bench| by)?|t[ée]moins?"
    r"|verbalisante?s?|officers?|[ée]quipe|team"
    r"|interviewer|interviewing officer|conducted by|r[ée]dacteur|recorded by|paid by|(?:arr\./)?transp(?:\."
    r"|ort(?:ing)?) officer|driver(?: \(\w+\))?"
    r"|chauffeur|par|by|assist[ée]e? (?:de|du)|in (?:the )?presence of|en pr[ée]sence d[eu']|nous|o\.?p\.?j\.?"
    r"|account holder|exporter|inspected by)\b"
    r"[ \t]*[:,.]?[ \t]+",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?:in person|en personne|en ma presence|en mains? propres?|a la barre|au volant|himself|herself|lui-meme"
    r"|elle-meme|present du debut a la fin"
    r"|from start to end|throughout|sur place|prend la parole|stands at|face clear|signe sur place|never left"
    r"|sans interruption)\b"
)
_RANKED = re.compile(
    r"\b(?:DC|DS|DI|PC|WPC|PS|Sgt|Det|Dep|Insp|Const|Cst|W/O|INP|INPP|MDL(?:/C)?|Adj|Cne|Lt|Bgr"
    r"|Brig)\.? (?P<name>[A-ZÀ-Þ]{3,})\b"
)
_AFTER = 80  # characters behind a sentence in which it is signed
_RULED = re.compile(r"\n[ \t]*(?:(?:- ){4,}|[-_=.~]{8,})[^\n]*")
_NAME_COLUMN = re.compile(
    r"(?:par|by|qui|who|agent|officer|noms?(?: et prenoms?)?|name|saisi par|seized by|driver(?: \(sign\))?|chauffeur"
    r"|porteur|lodged by|verbalisant|participant)"
)
_SHORT_FORM = 16  # lines of a form whose only hour is that of its act
_HEAD = 14  # lines of a record in which it says from when to when it lasted
_LONGEST = timedelta(hours=9)
_VAGUE = 5  # minutes
_MANY = 3  # places at which a form tells its hour
_RANKS = frozenset(
    "det dep sgt lt capt cpl insp inspr inp inpp cp const dc ds pc di dci supt adj adjudant adjudant-chef chef mdl "
    "mdl-chef marechal logis gendarme capitaine"
    " lieutenant commandant major officer agent agente mr mrs ms mme monsieur madame maitre dr prof brigadier "
    "inspecteur inspector detective deputy constable"
    " sergeant controleur douane opj odj the seul seule present presents avec with and self chef magasinier".split()
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody at an act: folded words of the name, what act, from when to when.

    `place` are the names at the top of the page and on the line that may tell where, `line` those of the line alone.
    """

    name: frozenset[str]
    called: str
    act: str
    place: frozenset[str]
    line: frozenset[str]
    begun: datetime
    ended: datetime
    piece: str
    cited: tuple[Citation, ...]

    @property
    def lasts(self) -> bool:
        """Whether it is told from when to when."""
        return self.ended > self.begun


_Lasted = tuple[datetime, datetime, list[Entry]]


def sightings(known: Lookup) -> Iterator[Sighting]:
    """Yield who was at which act when, page by page; the press and mail only tell what others said."""
    for page in known.ordered_pages():
        piece = known.pieces.get(known.piece_of.get(page.id, ""))
        if page.near_duplicate_of is None and page.origin != "ocr" and (piece is None or piece.kind != "press"):
            told = entries(known, page)
            for begin, stop in _blocks(page.text):
                yield from _at_act(known, page, begin, stop, told)
            yield from _in_rows(known, page, told)
            yield from _said(known, page, told)


def together(one: str, other: str) -> bool:
    """Whether two kinds of acts are often parts of one."""
    return frozenset({one, other}) in _TOGETHER or "there" in (one, other)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The forms of a page, parted by ruled lines; the whole page too, where it has several."""
    edges = [0, *(found.end() for found in _RULED.finditer(text)), len(text)]
    parts = [(first, last) for first, last in pairwise(edges) if text[first:last].strip()]
    yield from parts
    if len(parts) > 1:
        yield 0, len(text)


def _at_act(known: Lookup, page: Page, begin: int, stop: int, told: list[Entry]) -> Iterator[Sighting]:
    """The people whom a record names as present, over the span that it names in its head or at its foot."""
    here = [
        one for one in told if begin <= one.span.start < stop and "T" in one.time.earliest and not one.time.approximate
    ]
    span = _span(page.text, begin, stop, here)
    if span is None:
        return
    first, last, cited = span
    act = _act(page.text[begin:stop][:500]) or _act(page.text[:300])
    if act:
        for person in _people(known, page, begin, stop):
            yield _made(
                known, page, person.span, act, first, last, (*(one.cited() for one in cited), Citation(person.span))
            )


def _span(text: str, begin: int, stop: int, here: list[Entry]) -> _Lasted | None:
    """From when to when an act lasted: a beginning and an end, a span told at once, the only hour of a short form."""
    head = [one for one in here if text.count("\n", begin, one.span.start) <= _HEAD]
    begun = next((one for one in head if _BEGUN.search(_before(text, one))), None)
    ended = next((one for one in reversed(here) if _ENDED.search(_before(text, one))), None)
    for one in head if begun is None or ended is None else ():
        first, last = _bounds(one)
        if first < last <= first + _LONGEST:
            return first, last, [one]
    begun = begun or (head[0] if ended is not None and head and head[0] is not ended else None)
    if begun is not None and ended is not None:
        first, last = _bounds(begun)[0], _bounds(ended)[0]
        if text.count("\n", begun.span.start, ended.span.start) == 0:  # on one line, of one day
            first = datetime.combine(last.date(), first.time())
        if first < last <= first + _LONGEST:
            return first, last, [begun, ended]
    moments = {one.time.earliest for one in here}
    if len(moments) == 1 and text.count("\n", begin, stop) <= _SHORT_FORM and precise(here[0].time, _VAGUE):
        first = _bounds(here[0])[0]
        return first, first, here[:_MANY]
    return None


def _bounds(entry: Entry) -> tuple[datetime, datetime]:
    last = entry.time.latest if "T" in entry.time.latest else entry.time.earliest
    return datetime.fromisoformat(start(entry.time)[:16]), datetime.fromisoformat(last[:16])


def _before(text: str, entry: Entry) -> str:
    return fold(text[max(0, entry.span.start - 60) : entry.span.start].rsplit("\n", 1)[-1]).text


def _people(known: Lookup, page: Page, begin: int, stop: int) -> Iterator[Mention]:
    """The people named behind a word for who acts or attends, on its line."""
    text = page.text
    people = [one for one in known.on_page.get(page.id, ()) if one.kind == "person" and begin <= one.span.start < stop]
    for role in _ROLE.finditer(text, begin, stop):
        end = text.find("\n", role.end())
        wrapped = text[role.end() : end].rstrip().endswith((",", ";", "("))
        until = text.find("\n", end + 1) if wrapped and end >= 0 else end
        yield from (one for one in people if role.end() <= one.span.start < (until if until >= 0 else stop))
    for one in people:
        if _THERE.search(fold(known.words(one.span)).text):
            yield one


def _in_rows(known: Lookup, page: Page, told: list[Entry]) -> Iterator[Sighting]:
    """The rows of a register with a column for who did it, at the hours of the row."""
    for table in tables(page.text, lambda head: any(map(_NAME_COLUMN.fullmatch, head))):
        column = next(at for at, name in enumerate(table.head) if _NAME_COLUMN.fullmatch(name))
        act = _act(page.text[max(0, table.start - 400) : table.start] + " ".join(table.head)) or _act(page.text[:300])
        yield from _rows(known, page, table, column, act or "", told)


def _rows(known: Lookup, page: Page, table: Table, column: int, act: str, told: list[Entry]) -> Iterator[Sighting]:
    for row in table.rows:
        first, last = row.cells[column]
        name = _words(page.text[first:last])
        hours = [one for one in told if row.start <= one.span.start < row.end and "T" in one.time.earliest]
        if not name or not hours:
            continue
        moments = [moment for one in hours for moment in _bounds(one)]
        begun, ended = min(moments), max(moments)
        what = _act(page.text[row.start : row.end]) or act
        if what and ended - begun <= _LONGEST:
            line = _names(known, page, page.text[row.start : row.end]) - name
            cited = (cite(page, *line_at(page.text, row.start)),)
            yield Sighting(
                name,
                page.text[first:last],
                what,
                _top(known, page) | line,
                line,
                begun,
                ended,
                known.piece_of.get(page.id, ""),
                cited,
            )


def _said(known: Lookup, page: Page, told: list[Entry]) -> Iterator[Sighting]:
    """A sentence that puts somebody at an hour in person."""
    for one in told:
        if "T" not in one.time.earliest or not precise(one.time, _VAGUE):
            continue
        first, last = known.sentence(one.span)
        near = min(first, one.start), max(last, one.end)
        if _THERE.search(fold(page.text[slice(*near)]).text):
            act = _act(page.text[slice(*near)]) or _act(page.text[:300])
            moment = _bounds(one)[0]
            people = [one.span for one in known.on_page.get(page.id, ()) if one.kind == "person"]
            ranked = [cite(page, *found.span("name")).span for found in _RANKED.finditer(page.text, *near)]
            for span in (*people, *ranked):
                if near[0] <= span.start < near[1] + _AFTER:
                    yield _made(known, page, span, act or "there", moment, moment, (one.cited(), Citation(span)))


def _made(
    known: Lookup, page: Page, person: Span, act: str, first: datetime, last: datetime, cited: tuple[Citation, ...]
) -> Sighting:
    name = _words(person.exact)
    line = _names(known, page, page.text[slice(*line_at(page.text, person.start))]) - name
    return Sighting(
        name, person.exact, act, _top(known, page) | line, line, first, last, known.piece_of.get(page.id, ""), cited
    )


def _act(text: str) -> str | None:
    """What is done, by the first word that says so."""
    flat = fold(text).text
    found = [(match.start(), name) for name, words in _ACT.items() if (match := words.search(flat))]
    return min(found)[1] if found else None


def _top(known: Lookup, page: Page) -> frozenset[str]:
    return _names(known, page, "\n".join(page.text.split("\n")[:8]))


def _names(known: Lookup, page: Page, text: str) -> frozenset[str]:
    """The capitalised words of a text, folded, that are no people of its page: places are among them."""
    people = frozenset(
        word for one in known.on_page.get(page.id, ()) if one.kind == "person" for word in _words(one.span.exact)
    )
    return frozenset(fold(one).text for one in re.findall(r"(?<![\w'’-])[A-ZÀ-Þ][\w'’-]{3,}", text)) - people


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", fold(name).text)) - _RANKS
