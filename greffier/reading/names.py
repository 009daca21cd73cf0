"""Reads names: people, organisations, places, and roles with the people who hold them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from greffier.reading.acronyms import find_acronyms
from greffier.reading.addresses import find_addresses
from greffier.reading.agreement import things as proposed_things
from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER, WORD, common, ordinary, runs
from greffier.reading.legible import legible
from greffier.reading.mended import Mended, mended
from greffier.reading.mention import mention, mention_id, span
from greffier.reading.name_columns import columned_names
from greffier.reading.organisations import find_firms, find_organisations
from greffier.reading.parted_names import identified_names, parted_names, spread_names
from greffier.reading.payees import sides_of
from greffier.reading.people import Part, find_people, gather, parts_of
from greffier.reading.places import find_places, known_place, with_states
from greffier.reading.roles import find_roles, pair_roles
from greffier.reading.rolls import enrolled
from greffier.reading.seams import joined, names_over, seams
from greffier.reading.sites import find_sites
from greffier.reading.streets import find_streets
from greffier.reading.surroundings import strong_given
from greffier.reading.tagger import Guesses, Tagger, tagger
from greffier.reading.taken import Taken
from greffier.reading.towns import known_town
from greffier.reading.vocabulary import level, table
from greffier.reading.whole_names import families_of_inserted, whole_names
from greffier.records import Found, Link, Mention, Page, Piece, digest

_JOINTS = frozenset(("&", "and", "et", "+"))
_FORM_WORDS = 4  # of a legal form
_SHORT_NAME = re.compile(
    rf"\.?,?[ ]\((?:[a-zà-ÿ-]{{2,14}}[ ]?:?[ ]){{0,3}}[«“\"][ ]?(?P<name>{WORD}(?:[ ]{WORD})?)[ ]?[»”\"]\)"
)
_LETTERS_AFTER = re.compile(rf"[ ]\((?P<name>[{UPPER}]{{3,8}})\)")  # « la Régie des marchés agricoles (RMAAQ) »
_WITH_ARTICLE = re.compile(r"(?:(?<=[a-z,] )(?:the|la|le|du|au|l['’])[ ]?|\b(?:[Tt]he|La|L['’])[ ]?)\Z")
_IDENTIFIERS = {"iban", "container", "plate", "email", "reference", "phone", "account", "handle", "seal", "law"}


class Names:
    """Finds who, which service or firm, and where; a name told in full makes its parts known all through the piece."""

    name = "names"
    version = 21

    def __init__(self, model: Tagger | None = None) -> None:
        self._model = model

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        written = pages
        clear = [mended(legible(page.text)) for page in written]
        pages = [replace(page, text=one.text) for page, one in zip(written, clear, strict=True)]
        model = self._model or tagger()
        guesses = [model.guess(page.text) for page in pages]
        identified: dict[str, list[Candidate]] = {page.id: [] for page in pages}
        for one in found:
            if isinstance(one, Mention) and one.kind in _IDENTIFIERS:
                identified[one.span.page].append(Candidate(one.span.start, one.span.end, one.kind))
        for page, told in zip(pages, clear, strict=True):
            identified[page.id] = [*_moved((*identified[page.id], *sides_of(found, page.id)), told.here)]
        settled = [_settled(page, identified[page.id]) for page in pages]
        parts = [
            parts_of(page.text, _stretches(things), guess)
            for page, things, guess in zip(pages, settled, guesses, strict=True)
        ]
        at_seams = seams(pages, model)
        known = gather(
            (
                *zip((page.text for page in pages), parts, guesses, strict=True),
                *((seam.text, seam.parts, seam.guesses) for seam in at_seams),
            )
        )
        families = {family for page in pages for family in families_of_inserted(page.text)}
        known = known._replace(surnames=known.surnames | families)
        repeated = _names_of_things(settled)
        for page, things in zip(pages, settled, strict=True):
            repeated |= _defined(page.text, things)
        people_told = _words_of_people(pages, parts, guesses)
        repeated = {name: one for name, one in repeated.items() if name not in people_told}
        over = names_over(at_seams, known)
        for at, (page, things, runs_of_page, guess) in enumerate(zip(pages, settled, parts, guesses, strict=True)):
            again = list(_again(page.text, things, repeated))
            people = list(joined([*find_people(page.text, runs_of_page, _stretches(again), known, guess)], over, at))
            formal = [*parted_names(page.text), *spread_names(page.text), *identified_names(page.text)]
            held = Taken(_stretches([*things, *again, *formal]))
            formal += [one for one in (*columned_names(page), *enrolled(page.text)) if held.free(*one[:2])]
            people = list(joined(people, {at: formal}, at))
            whole = whole_names(page.text, page.language, people)
            held = Taken(_stretches([*things, *again, *whole]))
            guessed = [one for one in proposed_things(page.text, guess) if held.free(one.start, one.end)]
            yield from self._page(page, written[at], clear[at], piece, [*things, *again, *guessed], whole)

    def _page(
        self, page: Page, written: Page, clear: Mended, piece: Piece, things: list[Candidate], people: list[Candidate]
    ) -> Iterator[Found]:
        roles = list(find_roles(page.text, people, page.language))
        held = Taken(_stretches(roles))
        things = [one for one in things if one.kind != "organisation" or not _within(one, held)]
        things = list(with_states(page.text, things)) if page.language == "en" else things
        held = Taken(_stretches(things))
        roles = [role for role in roles if not _within(role, held)]
        for seen in _moved((*things, *people, *roles), clear.on_page):
            if seen.kind in ("person", "organisation", "place", "role"):
                yield mention(
                    written, piece, seen.start, seen.end, seen.kind, self.name,
                    normalised=seen.normalised, confidence=seen.confidence,
                )  # fmt: skip
        for pair in pair_roles(page.text, people, roles):
            person, role = _moved(pair, clear.on_page)
            yield _link(written, person, role, self.name)


def _moved(things: Iterable[Candidate], to: Callable[[int], int]) -> Iterator[Candidate]:
    """What was found on a page, where it is in its mended text, or the other way round."""
    return (one._replace(start=to(one.start), end=to(one.end)) for one in things)


def _settled(page: Page, identified: Sequence[Candidate]) -> list[Candidate]:
    """What is on a page besides people: identifiers found before, then addresses, organisations and places."""
    things = list(identified)
    held = Taken(_stretches(things))
    sites = list(find_sites(page.text))
    for candidate in (
        *_spelled(page.text),
        *find_firms(page.text, page.language == "en"),
        *_widest(page.text, sites),
        *sites,
        *find_addresses(page.text),
    ):
        if held.free(candidate.start, candidate.end):
            held.add(candidate.start, candidate.end)
            things.append(candidate)
    things.extend(find_organisations(page.text, held))
    outside = [(one.start, one.end) for one in things]
    things.extend(find_places(page.text, outside, page.language == "en"))
    return things


def _spelled(text: str) -> Iterator[Candidate]:
    """Bodies that letters in brackets spell, with the letters: no other sign tells as well how far a name goes."""
    for one in find_acronyms(text, ()):
        for start, end in one:
            yield Candidate(start, end, "organisation", " ".join(text[start:end].split()), 0.9)


def _widest(text: str, sites: list[Candidate]) -> list[Candidate]:
    """The streets of a page but those of a site: `Brigg Road retail park`, `Ely Road Police Station`."""
    wide = Taken(_stretches(sites))
    return [
        street
        for street in find_streets(text)
        if not any(
            start <= street.start and street.end <= end and end - start >= street.end - street.start
            for start, end in wide.near(street.start, street.end)
        )
    ]


def _within(one: Candidate, others: Taken) -> bool:
    """« police judiciaire » in « officier de police judiciaire », `brokers` in `Halcyon Brokers Ltd`: no mention."""
    return any(start <= one.start and one.end <= end for start, end in others.near(one.start, one.end))


def _stretches(things: Iterable[Candidate]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in things]


def _words_of_people(
    pages: Sequence[Page], parts: Sequence[Sequence[Part]], guesses: Sequence[Guesses]
) -> frozenset[str]:
    """The words of names that rules make somebody's, and of whole ones that the tagger sees: no firm's short name."""
    told = {flat for page in parts for part in page if part.told for flat in part.told[0].flats}
    seen = (
        level(page.text[one.start : one.end]).split()
        for page, guess in zip(pages, guesses, strict=True)
        for one in guess.names.values()
        if one.kind == "person"
    )
    return frozenset(told.union(*(name for name in seen if len(name) > 1 and _forms().isdisjoint(name))))


def _names_of_things(settled: Sequence[Sequence[Candidate]]) -> dict[str, Candidate]:
    """Organisations and places of the piece by their level names, so that they are known when they come back alone."""
    names: dict[str, Candidate] = {}
    shorts: dict[str, dict[str, Candidate]] = {}
    for things in settled:
        for one in things:
            if one.kind in ("organisation", "place") and one.normalised:
                whole = level(one.normalised)
                names.setdefault(whole, one)
                names.setdefault(_core(whole), one)
                for short in _shorts(whole) if one.kind == "organisation" else ():
                    shorts.setdefault(short, {}).setdefault(_core(whole), one)
                if one.kind == "organisation" and (noun := _recalled(whole)):
                    names.setdefault(noun, one)
    for short, firms in shorts.items():
        if len(firms) == 1:  # `Harbour` of two firms is nobody's short name
            names.setdefault(short, *firms.values())
    return {name: one for name, one in names.items() if len(name) > 2}


def _defined(text: str, things: Sequence[Candidate]) -> dict[str, Candidate]:
    """The short names that a page gives to its firms: `Lakeshore Home Visits, Inc. ("Lakeshore")`."""
    firms = [one for one in things if one.kind == "organisation"]
    told = ((one, _SHORT_NAME.match(text, one.end) or _LETTERS_AFTER.match(text, one.end)) for one in firms)
    return {level(found["name"]): one for one, found in told if found and not _is_aside(level(found["name"]))}


def _is_aside(letters: str) -> bool:
    """Whether what stands in brackets after a firm tells where it is or how it is registered: `(UK)`, « (RCCM) »."""
    return known_place(letters) or letters in table("organisations")["letters_of_things"]


def _core(name: str) -> str:
    """A firm's name without its legal form."""
    forms, parts = _forms(), name.split()
    for length in range(min(len(parts) - 1, _FORM_WORDS), 0, -1):
        if " ".join(parts[-length:]) in forms:
            return " ".join(parts[:-length]).rstrip(" ,&")
        if " ".join(parts[:length]) in forms:
            return " ".join(parts[length:])
    return name


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    return frozenset(map(level, table("organisations")["forms"]))


def _shorts(name: str) -> Iterator[str]:
    """What a firm is called for short: `Blue Heron` of `Blue Heron Supply Co.`, « Valtrans » of « Valtrans Fret »."""
    parts, trades = _core(name).split(), table("organisations")["tail"]
    formed = " ".join(parts) != name
    kept = list(parts)
    while len(kept) > 1 and (kept[-1] in trades or kept[-1] in _JOINTS):
        kept.pop()
    if formed and len(parts) == 3:
        yield " ".join(parts[:2])
    if 1 < len(kept) < len(parts):
        yield " ".join(kept)
    if len(parts) > 1 and (formed or len(kept) == 1) and _tells_one(parts[0]):
        yield parts[0]


def _tells_one(word: str) -> bool:
    """Whether the first word of a firm's name is enough to tell it: no ordinary word, no given name, no place."""
    told = len(word) > 4 and not common(word) and not ordinary(word) and not strong_given(word)
    return told and not known_place(word) and not known_town(word)


def _recalled(name: str) -> str | None:
    """The noun that a body goes by once it was named, with a capital and its article: `the Authority`."""
    parts, nouns = name.split(), table("organisations")["recalled"]
    return next((part for part in (parts[-1], parts[0]) if part in nouns), None) if len(parts) > 1 else None


def _again(text: str, things: Sequence[Candidate], repeated: dict[str, Candidate]) -> Iterator[Candidate]:
    """Organisations and places that this page names without what introduced them elsewhere in the piece."""
    taken = Taken(_stretches(things))
    for run in runs(text):
        first, flats = 0, run.flats
        while first < len(run.words):
            last, one = _longest_known(flats, first, repeated)
            if one is None:
                first += 1
                continue
            start, end = run.words[first].start, run.words[last].end
            loose = first == last and flats[first] in table("organisations")["recalled"]
            if taken.free(start, end) and not (
                loose and (len(flats) > 1 or not _WITH_ARTICLE.search(text, max(0, start - 8), start))
            ):
                yield Candidate(start, end, one.kind, one.normalised, 0.85)
            first = last + 1


def _longest_known(flats: tuple[str, ...], first: int, repeated: dict[str, Candidate]) -> tuple[int, Candidate | None]:
    for last in range(min(len(flats), first + 5) - 1, first - 1, -1):
        one = repeated.get(" ".join(flats[first : last + 1]))
        if one is not None:
            return last, one
    return first, None


def _link(page: Page, person: Candidate, role: Candidate, reader: str) -> Link:
    left = mention_id(page, person.start, person.end, "person")
    right = mention_id(page, role.start, role.end, "role")
    start, end = min(person.start, role.start), max(person.end, role.end)
    return Link(digest("link", "role", left, right), "role", left, right, span(page, start, end), reader)
