"""What a short name means in one piece: « TOURE » in the hearing of TOURE Ousseynou, while the file knows two TOURE.

A name that several people of the case may bear is parted by piece. Where the piece names one of them in full, and no
other, its mentions get a key of their own, `person:toure @<piece>`, and are joined with him; the others stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from greffier.records import Judgement, Mention, Reason
from greffier.resolving.bearers import bearers_of, fits, is_pet_of, is_short
from greffier.resolving.gather import Named, renamed, sexes_of
from greffier.resolving.judge import PET, SAME, evidence, judgement, sexes_clash
from greffier.resolving.mailed import correspondents, greets
from greffier.resolving.names import of_piece
from greffier.resolving.office import in_office, titled
from greffier.resolving.passes import given_away
from greffier.resolving.work import Work

_HERE = 4.0  # the only one in the piece whom the name may mean


class Scope(NamedTuple):
    """Mentions of a short name in one piece, and the full name that they stand for there."""

    key: str
    short: str
    bearer: str
    mentions: tuple[Mention, ...]
    why: Reason


def part(work: Work, mentions: Sequence[Mention], decided: frozenset[str], places: Mapping[str, int]) -> list[Scope]:
    """Give the short names that mean one person in their piece keys of their own; names in `decided` stay whole.

    `places` says the how manieth page of its piece a page is.
    """
    found = [scope for scope in _scopes(work, places) if scope.short not in decided]
    work.key_of.update({mention.id: scope.key for scope in found for mention in scope.mentions})
    for scope in found:
        work.clusters.add(scope.key)
    shorts = {scope.short for scope in found}
    now = renamed(shorts, mentions, work.key_of, work.links, work.names)
    work.names.update(now)
    for short in shorts - now.keys():  # every mention has a key of its piece now
        work.clusters.drop(short)
        del work.names[short]
    return found


def piece_names(work: Work, scopes: Iterable[Scope]) -> Iterator[Judgement]:
    """Join each short name to the one whom its piece names in full."""
    for scope in scopes:
        short, bearer = work.names[scope.key], work.names[scope.bearer]
        reasons = [*evidence(short, bearer), scope.why]
        if is_pet_of(short, bearer):
            reasons.append(Reason("a pet name on a paper that names its only bearer", PET, scope.why.spans))
        sure = sum(reason.weight for reason in reasons) >= SAME and len(short.sexes) < 2
        sure = sure and work.free(scope.key, scope.short, scope.bearer) and work.clusters.join(scope.key, scope.bearer)
        yield judgement(scope.key, scope.bearer, "same" if sure else "unsure", reasons)


def _scopes(work: Work, places: Mapping[str, int]) -> Iterator[Scope]:
    bearers, barred = bearers_of(work), given_away(work)
    writing = correspondents(work.names)
    for key in sorted(work.names):
        short = work.names[key]
        possible = bearers.get(short.content, {}) if short.kind == "person" else {}
        asked = is_short(short) or "surname" in possible.values()
        if not asked or key in barred or not work.clusters.alone(key):
            continue
        fitting = [one for one in sorted(possible) if one != key and fits(short, work.names[one])]
        families = {work.clusters.root(one) for one, what in possible.items() if what == "surname"}
        who = {work.clusters.root(one) for one in fitting}
        if not who or (len(who) == 1 and who <= families):
            continue  # nobody, or the only one of the whole case: not a question of pieces
        for piece, mentions in _by_piece(short.mentions):
            yield from _in_piece(work, _Asked(key, short, fitting, families), piece, mentions, places, writing)


class _Asked(NamedTuple):
    """A short name, the full names that it may stand for, and the persons of whom it is the family name."""

    key: str
    short: Named
    fitting: list[str]
    families: set[str]


def _in_piece(
    work: Work,
    asked: _Asked,
    piece: str,
    mentions: tuple[Mention, ...],
    places: Mapping[str, int],
    writing: Mapping[str, Collection[str]],
) -> Iterator[Scope]:
    """Yield whom the name means in one piece: by the head of a letter, by a rank before it, by the full name told."""
    here = [one for one in asked.fitting if one in writing.get(piece, ())]
    if len({work.clusters.root(one) for one in here}) == 1 and any(map(greets, mentions)):
        yield _scope(
            asked.key, piece, work.names[here[0]], mentions, "who is greeted, or signs, in a letter of this head"
        )
        return
    officers = [one for one in asked.fitting if any(in_office(work.names[key]) for key in work.clusters.members(one))]
    ranked = tuple(one for one in mentions if titled(one)) if officers else ()
    plain = tuple(one for one in mentions if one not in ranked)
    if ranked and len({work.clusters.root(one) for one in officers}) == 1 and asked.families:
        yield _scope(
            asked.key, f"{piece} in office", work.names[officers[0]], ranked, "the only one of this name in office"
        )
    if not plain or (asked.short.person.initials and _rivals([work.names[one] for one in asked.fitting])):
        return  # brothers share their initials: the one whom a page names in full need not be who signed it
    bearer = _bearer(work, asked.fitting, plain, asked.families)
    after = _told_before(plain, work.names[bearer], places) if bearer else ()
    if bearer and after:
        yield _scope(asked.key, piece, work.names[bearer], after, "the only one in this piece who bears the name")


def _scope(key: str, piece: str, bearer: Named, mentions: tuple[Mention, ...], why: str) -> Scope:
    at = mentions[0]
    here = next((one for one in bearer.mentions if one.piece == at.piece), bearer.mentions[0])
    return Scope(of_piece(key, piece), key, bearer.key, mentions, Reason(why, _HERE, (at.span, here.span)))


def _rivals(fitting: Sequence[Named]) -> bool:
    """Whether two full names are of two people: neither leaves parts of the other out."""
    words = [set(one.content) for one in fitting]
    return any(not (one <= other or other <= one) for one, other in combinations(words, 2))


def _by_piece(mentions: Sequence[Mention]) -> list[tuple[str, tuple[Mention, ...]]]:
    by_piece: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_piece[mention.piece].append(mention)
    return [(piece, tuple(by_piece[piece])) for piece in sorted(by_piece)]


def _bearer(work: Work, fitting: Sequence[str], mentions: Sequence[Mention], families: set[str]) -> str | None:
    """The only person whom a piece names in full among those who may be meant; nobody by a given name in office.

    Where it names a couple, `Mr Tsofa` is the husband.
    """
    titles = sexes_of(mentions)
    here = [key for key in fitting if any(one.piece == mentions[0].piece for one in work.names[key].mentions)]
    here = [key for key in here if not sexes_clash(titles, work.names[key].sexes)]
    if len({work.clusters.root(key) for key in here}) != 1:
        return None
    family = work.clusters.root(here[0]) in families
    return here[0] if family or not any(in_office(work.names[key]) for key in here) else None


def _told_before(mentions: Sequence[Mention], bearer: Named, places: Mapping[str, int]) -> tuple[Mention, ...]:
    """Those mentions before which their piece tells the full name: a subject « Affaire Durand » may mean another."""

    def place(one: Mention) -> tuple[int, int]:
        return places.get(one.span.page, 0), one.span.start

    full = [one for one in bearer.mentions if one.piece == mentions[0].piece]
    return tuple(one for one in mentions if any(place(told) < place(one) for told in full))
