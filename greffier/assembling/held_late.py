"""Custody against the clock, over all papers of a case: late extensions, late rights, days after an extension."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from greffier.assembling.checking import Hit, Material, Words
from greffier.assembling.held import Held, stages
from greffier.assembling.held_terms import limit_of_country, stated_limit
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import in_words
from greffier.assembling.wording import saying
from greffier.records import Citation, Span, Time

_LONGEST = timedelta(hours=96)  # after which a decision belongs to another custody
_WEEKS = timedelta(days=30)  # after which a court that sees somebody for the first time is still late for his arrest
_COURT = 48  # hours in which most constitutions want a judge to see who was arrested
_JOURNEY = timedelta(hours=2)  # that a way to the court may take before anybody asks
_AT_ONCE = timedelta(minutes=20)  # in which rights are told, if somebody is heard before
_RIGHTS = timedelta(hours=3)  # after which rights are asked about in any case
_SPENT = timedelta(hours=1)  # of leaving, after an extension has ended
_EXCUSED, _OTHERWISE = saying("custody", "excuses"), saying("custody", "stands_still")
_FIRST = saying("custody", "first_time")
_SAME = timedelta(minutes=15)  # two tellings of one decision
_TAKING = timedelta(hours=4)  # from an arrest to the custody that it begins
_MANY = 4  # places cited for one stage


def extended_late(material: Material, rule: Rule) -> Iterator[Hit]:
    """A custody that nobody extended, and that no court saw, before the term that rule, papers or law name."""
    known, own = material.known, int(rule.number("hours", 0))
    told = stages(known)
    asked: list[Held] = []
    for late in (one for one in told if one.stage in ("extended", "court")):
        taken = _beginnings(told, late, _WEEKS if _first_time(late) else _LONGEST)
        begun = taken[-1] if taken else None  # the most favourable to those who held
        if begun is None or any(one.moment == begun.moment and one.of(late) for one in asked):
            continue
        limit = (own, None) if own else _limit(known, begun, late)
        if limit is None:
            continue
        hours, said = limit
        term = begun.moment + timedelta(hours=hours) + (_JOURNEY if late.stage == "court" else timedelta())
        decided = [one for one in told if one.stage in ("extended", "court", "ended") and one.of(late)]
        in_time = any(begun.moment < one.moment <= term for one in decided)
        if late.moment > term and not in_time and not _OTHERWISE.search(known.flat(late.entry.page)):
            asked.append(begun)
            words: Words = {
                "person": _called(late),
                "begun": _words(begun.moment),
                "extended": _words(late.moment),
                "hours": str(hours),
            }
            cited = (*_cited(taken), *(one.entry.cited("contradicts") for one in _alike(told, late)))
            yield Hit((*cited, *([Citation(said, "context")] if said else [])), False, words)


def rights_told_late(material: Material, rule: Rule) -> Iterator[Hit]:
    """Rights told hours after the beginning, or after a hearing, for no reason of health or language."""
    told = stages(material.known)
    for rights in (one for one in told if one.stage == "rights"):
        taken = _beginnings(told, rights)
        begun = taken[-1] if taken else None
        earlier = [one for one in told if one.stage == "rights" and one.of(rights) and one.moment < rights.moment]
        if (
            begun is None
            or rights.moment - begun.moment < _AT_ONCE
            or any(one.moment >= begun.moment for one in earlier)
        ):
            continue
        heard = [
            one for one in told if one.stage == "heard" and one.of(rights) and begun.moment < one.moment < rights.moment
        ]
        late = heard or rights.moment - begun.moment >= _RIGHTS
        if late and not _EXCUSED.search(_around(material.known, rights)):
            words: Words = {
                "person": _called(rights),
                "begun": _words(begun.moment),
                "told": _words(rights.moment),
                "heard": (", after a hearing", ", après une audition") if heard else ("", ""),
            }
            cited = (*_cited(taken), *(one.entry.cited() for one in heard[:_MANY]), rights.entry.cited("contradicts"))
            yield Hit(cited, False, words)


def held_after_extension(material: Material, rule: Rule) -> Iterator[Hit]:
    """Somebody let go, charged or brought to court after the hour until which the custody was extended."""
    told = stages(material.known)
    for until in (one for one in told if one.stage == "until"):
        later = [one for one in told if one.stage == "until" and one.of(until) and one.moment > until.moment]
        ends = [
            one for one in told if one.stage in ("ended", "court") and one.of(until) and one.who and _near(until, one)
        ]
        if ends and not later and ends[0].moment > until.moment + _SPENT and not _ended_in_time(told, until):
            words: Words = {"person": _called(ends[0]), "until": _words(until.moment), "ended": _words(ends[0].moment)}
            yield Hit((until.entry.cited(), ends[0].entry.cited("contradicts")), False, words)


def _near(until: Held, ended: Held) -> bool:
    return until.moment - timedelta(hours=48) < ended.moment <= until.moment + _LONGEST


def _ended_in_time(told: list[Held], until: Held) -> bool:
    return any(
        one.stage in ("ended", "court") and one.of(until) and _near(until, one) and one.moment <= until.moment + _SPENT
        for one in told
    )  # fmt: skip


def _first_time(late: Held) -> bool:
    """Whether a page says that a court saw somebody for the first time, or that nobody had let him go."""
    return late.stage == "court" and _FIRST.search(f"{late.entry.label} {late.entry.said}") is not None


def _beginnings(told: list[Held], later: Held, longest: timedelta = _LONGEST) -> list[Held]:
    """The tellings of the beginning of the custody to which a stage belongs, in the days before, after the last end.

    An arrest, the way to the station and its custody are hours apart; what is later than they are began another one.
    """
    before = [one for one in told if one.of(later) and later.moment - longest <= one.moment < later.moment]
    ends = [one.moment for one in before if one.stage == "ended"]
    begun = [one for one in before if one.stage == "begun" and not any(one.moment < end for end in ends)]
    return [one for one in begun if one.moment - begun[0].moment <= _TAKING]


def _cited(begun: list[Held]) -> list[Citation]:
    """Every paper that tells the beginning, the entry that counts first."""
    places = {(one.entry.page.id, one.entry.span.start): one for one in reversed(begun)}
    return [one.entry.cited() for one in list(places.values())[:_MANY]]


def _alike(told: list[Held], late: Held) -> list[Held]:
    """Every paper that tells this decision, or that it was notified within minutes."""
    same = [
        one
        for one in told
        if one.stage == late.stage and one.of(late) and timedelta() <= one.moment - late.moment <= _SAME
    ]
    return same[:_MANY]


def _limit(known: Lookup, begun: Held, late: Held) -> tuple[int, Span | None] | None:
    """The hours that the papers of a custody name, else those of their country; a court is waited for two days."""
    ids = dict.fromkeys(
        id
        for one in (begun, late)
        if (piece := known.pieces.get(known.piece_of.get(one.entry.page.id, "")))
        for id in piece.pages
    )
    pages = [known.pages[id] for id in ids if id in known.pages]
    stated = stated_limit(pages)
    if stated is not None:
        return stated
    hours = limit_of_country(known, pages)
    if late.stage == "court":
        return max(hours or 0, _COURT), None
    return (hours, None) if hours else None


def _around(known: Lookup, one: Held) -> str:
    """What stands beside an hour: its words and the lines below it."""
    text = known.flat(one.entry.page)
    at = text.find(" ".join(one.entry.said.split())[:20]) if one.entry.said else -1
    start = max(0, at if at >= 0 else one.entry.start)
    return f"{one.entry.label} {one.entry.said} {text[start : start + 400]}"


def _called(one: Held) -> str:
    return " ".join(sorted(max(one.who, key=len, default=()))).title() or "—"


def _words(moment: datetime) -> tuple[str, str]:
    told = moment.isoformat(timespec="minutes")
    return in_words(Time(told, told, told))
