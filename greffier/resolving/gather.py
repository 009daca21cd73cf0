"""What a case holds under each name key: where it stands, how it is written, what is told of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from greffier.records import Link, Mention, MentionKind
from greffier.resolving.names import PersonName, name_key, person_name, plain, spelled, untitled

KINDS: frozenset[MentionKind] = frozenset(
    {
        "person", "organisation", "place", "phone", "plate", "iban", "container", "seal", "email", "handle", "account",
        "reference",
    }
)  # fmt: skip
_WOMAN = re.compile(r"\b(?:mme|mlle|madame|mademoiselle|mrs|ms|miss|nommée|dénommée|la dame)\.?\s*$", re.IGNORECASE)
_MAN = re.compile(r"\b(?:m\.|mr|monsieur|sieur|le nommé|le dénommé|mister)\.?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """All mentions of one name key. `births` are the (earliest, latest) days told of it, `lines` keys of phones."""

    key: str
    kind: MentionKind
    mentions: tuple[Mention, ...]
    surfaces: tuple[str, ...]
    person: PersonName
    sexes: frozenset[str] = frozenset()
    births: frozenset[tuple[str, str]] = frozenset()
    lines: frozenset[str] = frozenset()
    roles: Counter[tuple[str, str]] = field(default_factory=Counter)  # (piece, role as told)

    @property
    def content(self) -> tuple[str, ...]:
        return self.person.content


def gather(mentions: Iterable[Mention], links: Sequence[Link]) -> tuple[dict[str, Named], dict[str, str]]:
    """Return the names of a case by key, and the key of each mention that names something."""
    by_key: dict[str, list[Mention]] = defaultdict(list)
    every = {mention.id: mention for mention in mentions}
    key_of: dict[str, str] = {}
    tied = {link.right for link in links if link.type in ("alias", "nickname")}
    for mention in sorted(every.values(), key=lambda one: one.id):
        if mention.kind == "handle" and mention.id in tied:  # an address on a network, and another name of somebody
            by_key[name_key(mention)].append(mention)
            mention = replace(mention, kind="person")
        if mention.kind in KINDS:
            key_of[mention.id] = name_key(mention)
            by_key[key_of[mention.id]].append(mention)
    told = _told(links, every, key_of)
    return {key: _named(key, tuple(found), told[key]) for key, found in sorted(by_key.items())}, key_of


def renamed(
    keys: Collection[str],
    mentions: Iterable[Mention],
    key_of: Mapping[str, str],
    links: Sequence[Link],
    names: Mapping[str, Named],
) -> dict[str, Named]:
    """The names that the mentions of these keys have now that `key_of` gives some of them other keys."""
    moved: dict[str, list[Mention]] = defaultdict(list)
    for key in keys:
        for mention in names[key].mentions:
            moved[key_of[mention.id]].append(mention)
    told = _told(links, {mention.id: mention for mention in mentions}, key_of) if moved else {}
    return {key: _named(key, tuple(found), told[key]) for key, found in sorted(moved.items())}


@dataclass(slots=True)
class _Told:
    births: set[tuple[str, str]] = field(default_factory=set)
    lines: set[str] = field(default_factory=set)
    roles: Counter[tuple[str, str]] = field(default_factory=Counter)


def _told(links: Sequence[Link], every: Mapping[str, Mention], key_of: Mapping[str, str]) -> dict[str, _Told]:
    """Collect what links tell of each key: birth dates, lines, roles."""
    told: dict[str, _Told] = defaultdict(_Told)
    for link in links:
        right = every.get(link.right)
        if right is None or link.left not in key_of:
            continue
        at = told[key_of[link.left]]
        if link.type == "born" and right.time is not None and right.time.earliest and right.time.latest:
            at.births.add((right.time.earliest[:10], right.time.latest[:10]))
        elif link.type == "line" and link.right in key_of:
            at.lines.add(key_of[link.right])
        elif link.type == "role":
            at.roles[right.piece, " ".join((right.normalised or right.span.exact).split())] += 1
    return told


def _named(key: str, mentions: tuple[Mention, ...], told: _Told) -> Named:
    kind = mentions[0].kind
    surfaces = tuple(without_title(mention) for mention in mentions)
    person = PersonName(plain(surfaces[0]), (), ())
    if kind == "person":
        person = _best_reading(surfaces)
    return Named(
        key,
        kind,
        mentions,
        surfaces,
        person,
        sexes_of(mentions) if kind == "person" else frozenset(),
        frozenset(told.births),
        frozenset(told.lines),
        told.roles,
    )


def _best_reading(surfaces: Iterable[str]) -> PersonName:
    """Read the name off the surface that shows the surname, most often so written."""
    counted = sorted(Counter(surfaces).items(), key=lambda item: (-item[1], item[0]))
    readings = [person_name(surface) for surface, _ in counted]
    return next((reading for reading in readings if reading.surname), readings[0])


def without_title(mention: Mention) -> str:
    """Return the name as it stands on the page, on one line, without the title or rank before it."""
    words = mention.span.exact.strip(" \t\n\"'«»“”,;:()").split()
    if mention.kind != "person":
        return " ".join(words) or mention.span.exact
    whole = untitled(spelled(" ".join(words)))
    told = set(spelled(mention.normalised)) if mention.normalised else set(whole)
    if mention.normalised and (set(whole) < told or told < set(whole)):
        return mention.normalised  # half a name, whose rest stands in another field; or a name and what is none of it
    while len(words) > 1 and untitled(spelled(" ".join(words[1:]))) == whole:
        words = words[1:]
    return " ".join(words) or mention.span.exact


def sexes_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """What the titles before a name say: "f", "m", both or nothing."""
    found = set()
    for mention in mentions:
        before = mention.span.prefix + " ".join(mention.span.exact.split()[:1])
        for text in (mention.span.prefix, before):
            if _WOMAN.search(text):
                found.add("f")
            elif _MAN.search(text):
                found.add("m")
    return frozenset(found)
