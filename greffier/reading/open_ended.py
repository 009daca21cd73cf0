"""Times that are open on one side: since, until, before, after, or later. Tokens in, nodes out."""

from __future__ import annotations

from greffier.reading.date_ranges import end_of, join, lone_day, past_link
from greffier.reading.days import skip_articles
from greffier.reading.moments import ABOUT, OPENERS, simple
from greffier.reading.numeric_dates import short_numeric
from greffier.reading.phrasebook import phrase, phrases
from greffier.reading.script import Found, Script
from greffier.reading.tokens import WORD
from greffier.reading.told import (
    About,
    At,
    Between,
    Day,
    Feast,
    Impossible,
    Months,
    Node,
    Open,
    Part,
    Season,
    Shift,
    Weekday,
    Window,
    Years,
)

_OR_SIDES = phrases(
    dict.fromkeys(("plus tard", "apres", "ensuite", "later", "after", "greater", "beyond"), "since")
    | dict.fromkeys(("plus tot", "avant", "earlier", "before", "prior"), "until")
)
_CAME = frozenset("come came comes go went goes get got gets pass passed passes all half way me us you".split())
_OF_SHOPS = frozenset("the a shop cash on his her each my our main".split())
_CAME_BY = frozenset({"came", "stopped", "dropped", "swung"})
_BEFORE_PAST = frozenset("et mais car que quand puis fois donc".split())  # words that a clause goes on after


def opened(script: Script, at: int) -> Found | None:
    """depuis le 3 mars 2022, jusqu'au 5 mai, since March, before 10 pm."""
    opener = phrase(script.tokens, at, OPENERS)
    if opener is None:
        return None
    side, after = opener
    if script.word(at) == "passe" and not _is_past(script, at):
        return None
    if script.word(at) == "up" and script.before(at) in ("-", "leading", "run", "build"):
        return None  # "the run-up to Christmas"
    if script.word(at) == "till" and _is_drawer(script, at):
        return None
    if script.before(at) in {"through": _CAME, "by": _CAME_BY}.get(script.word(at), ()):
        return None  # "he came through yesterday"
    start = skip_articles(script, after)
    vague = phrase(script.tokens, start, ABOUT)
    start = skip_articles(script, vague[1]) if vague else start
    # "depuis 24 heures" is how long, "depuis 22 h 30" since when
    found = simple(script, start, cued=script.word(at) not in ("depuis", "since", "des"))
    found = (About(found[0]), found[1]) if found and vague else found
    alone = found is None and script.word(start - 1) in ("le", "the", "au", "du")
    if alone:
        found = lone_day(script, start - 1, opened=True)
    found = found or short_numeric(script, start)
    if found is None or not (alone or _can_open(script, at, found[0])):
        return None
    return closed(script, Open(found[0], side), found[1])


def _is_drawer(script: Script, at: int) -> bool:
    """`SHOP TILL  13/11 09:02`, `the till at 9`: where a shop keeps its money."""
    return script.before(at) in _OF_SHOPS or script.tokens[at + 1].start - script.tokens[at].end > 1


def _is_past(script: Script, at: int) -> bool:
    """Whether « passé » says after when: not « il est passé vers 9 h », « que s'est-il passé le 2 ? », « il passe »."""
    opens = script.tokens[at - 1].kind != WORD or script.before(at) in _BEFORE_PAST
    return script.text[script.tokens[at].end - 1] in "éÉ" and (at == 0 or opens)


def closed(script: Script, node: Open, at: int) -> Found:
    """`à partir de 13 h jusqu'à 16 h`, `depuis mars jusqu'au 3 mai`: what opened is closed by what follows."""
    if node.side != "since" or script.word(at) not in ("jusqu", "to", "until", "till", "through", "thru", "a", "-"):
        return node, at
    start = skip_articles(script, past_link(script, at))
    vague = phrase(script.tokens, start, ABOUT)
    right = end_of(script, skip_articles(script, vague[1]) if vague else start)
    joined = join(script, node.of, *right) if right else None
    if right and isinstance(node.of, At) and isinstance(right[0], At) and node.of.day is None:
        joined = Between(node.of, right[0])
    return (joined, right[1]) if joined and right else (node, at)


def or_later(script: Script, found: Found) -> Found:
    """`le 3 mars ou plus tard`, `3 pm or later`, `2012 et après`: open on one side."""
    node, at = found
    if script.word(at) not in ("ou", "or", "et", "and") or isinstance(node, Open | Between | Window):
        return found
    side = phrase(script.tokens, at + 1, _OR_SIDES)
    ends = side is not None and (script.tokens[side[1]].kind != WORD or script.word(side[1]) in ("le", "on", "du", "d"))
    return (Open(node, side[0]), side[1]) if side is not None and ends else found


def _can_open(script: Script, at: int, node: Node) -> bool:
    """`des` is an article more often than a word of time; `from` alone opens only what carries a date."""
    if script.word(at) in ("ap", "av"):
        return isinstance(node, At)  # « dispo ap 14h », as messages have it
    if script.word(at) in ("des", "by", "from", "through", "starting", "beginning", "commencing", "passe"):
        node = node.of if isinstance(node, About) else node
        if isinstance(node, Weekday) and script.word(at) != "from":
            return True
        if isinstance(node, Shift):
            return node.origin == "act"
        if script.word(at) == "by" and isinstance(node, Part | Feast | Season | Years):
            return True
        return isinstance(node, At | Months) or (isinstance(node, Day) and node.month is not None)
    if isinstance(node, Shift):
        return not (node.origin == "told" and node.steps)
    return not isinstance(node, Impossible | Between)
