"""Could two names be one name: the log-odds of it, part by part, with reasons to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from babel import Locale
from rapidfuzz.distance import OSA

from greffier.records import MentionKind
from greffier.resolving.letters import alike, sound
from greffier.resolving.names import PARTICLES, PersonName, legal_form, person_name, plain
from greffier.text import key

PRIOR = -3.0  # two names drawn from a file are rarely the same name
_CONFLICT = -6.0  # a part on each side that has no counterpart
_EXTRA = -0.7  # a part that one side merely leaves out: a middle name, a second surname; not more than _EXTRAS
_EXTRAS = -0.9
_CROSSED = -4.0  # "P. Rajendran" is hardly "Rajendran Pillai"; a person has to say so
_PARTICLE_OUT = -0.2  # "Police de Gand" and "Police Gand"
_FORM = -4.5  # "AG" against "GmbH"
_PARTICLE = 0.2  # what "de", "ben", "al" add beside parts that name

_NUMBERS = {
    word: str(number)
    for number, words in enumerate(
        "zero one/un/first/1st two/deux/second/2nd three/trois/third/3rd four/quatre/fourth/4th five/cinq/fifth six "
        "seven/sept eight/huit nine/neuf ten/dix".split(" ")
    )
    for word in words.split("/")
}
_WRITTEN_SHORT = {
    "govt": "government", "gov": "government", "dept": "department", "hosp": "hospital", "intl": "international",
    "natl": "national", "assn": "association", "assoc": "association", "bros": "brothers", "mfg": "manufacturing",
    "fwdg": "forwarding", "fwding": "forwarding", "tpt": "transport", "univ": "university", "inst": "institute",
    "svcs": "services", "serv": "services", "gouv": "gouvernement", "ste": "societe", "dir": "direction",
    "sch": "school", "hs": "high school",
}  # fmt: skip
_BEFORE = (
    "m s",
    "messrs",
    "trf",
    "tt",
    "eft",
    "rtgs",
    "neft",
    "vir",
    "virt",
    "virement",
    "emis",
)  # a firm in a bank row
_COMMON = frozenset(
    """international internationale company bank banque trust fund capital holdings industries systems services
    business corporation management government ministry ministere direction brigade service societe transports transport
    logistics logistique import export trading construction foundation fondation association centre center institut
    institute national nationale regional regionale municipal police gendarmerie tribunal
    cabinet academy europe france""".split()
)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which part of one name answers which part of the other, and the parts left on either side."""

    pairs: tuple[tuple[str, str, float, str], ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


def compare(left: str, right: str, kind: MentionKind = "person") -> tuple[float, tuple[str, ...]]:
    """Return the log-odds that two names are one name, and the reasons in words. Above 0: rather one."""
    if kind == "person":
        return compare_persons(person_name(left), person_name(right))
    return compare_organisations(left, right)


def compare_persons(left: PersonName, right: PersonName) -> tuple[float, tuple[str, ...]]:
    """Return the log-odds and reasons for two names of persons."""
    if "".join(left.parts) == "".join(right.parts):
        return (4.0 if left.full or right.full else 1.0), ("the same name",)
    if _swapped_capitals(left, right):
        return _CONFLICT, ("surname and given name change places",)
    first, second = _distinct(left.parts), _distinct(right.parts)
    found = align(_matched(first, second), _matched(second, first), alike)
    score = PRIOR + sum(_pair_weight(pair) for pair in found.pairs)
    reasons = [f"“{a}” and “{b}”: {why}" for a, b, _, why in found.pairs if why != "same"]
    if _crossed_initial(left, right, found.pairs):
        score += _CROSSED
        reasons.append("the initial stands before the name, and what it would stand for after it")
    lost_left, lost_right = _content(found.left), _content(found.right)
    conflicts = min(len(lost_left), len(lost_right))
    score += _CONFLICT * conflicts + max(_EXTRAS, _EXTRA * abs(len(lost_left) - len(lost_right)))
    if conflicts:
        reasons.append(f"“{' '.join(lost_left)}” against “{' '.join(lost_right)}”")
        score = max(score, _run_together(left.parts, right.parts))
    elif not reasons:
        reasons.append("the same parts" if not lost_left + lost_right else "one leaves parts of the other out")
    return score, tuple(reasons)


def strangers(left: PersonName, right: PersonName) -> bool:
    """Whether two names of two parts share one part and surely not the other: "Jean MARTIN" and "Jean DURAND".

    Told cheaply of most pairs of a large case; False where a closer look is wanted. Such a pair has a score of -5.
    """
    first, second = set(left.parts), set(right.parts)
    both = first & second
    if not len(left.parts) == len(right.parts) == len(first) == len(second) == 2 or len(both) != 1:
        return False
    (one,), (other,) = first - both, second - both
    if min(map(len, first | second)) < 3 or first & PARTICLES or second & PARTICLES:
        return False
    may_be_joined = left.parts[0][0] == other[0] or right.parts[0][0] == one[0]
    return not may_be_joined and "".join(left.parts) != "".join(right.parts) and alike(one, other)[0] <= 0


def _crossed_initial(left: PersonName, right: PersonName, pairs: Iterable[tuple[str, str, float, str]]) -> bool:
    """Whether `P. Rajendran` would be `Rajendran Pillai`: an initial leads a name, and stands for no family name.

    Where capitals show the family name (`MARTIN Jean`), names may be told in either order.
    """
    if left.surname or right.surname or not (len(left.parts) == len(right.parts) == 2):
        return False
    return any(
        (len(a) == 1) != (len(b) == 1)
        and left.parts.index(a) != right.parts.index(b)
        and (left.parts if len(a) == 1 else right.parts)[0] == (a if len(a) == 1 else b)
        for a, b, _, _ in pairs
        if a in left.parts and b in right.parts
    )


def _run_together(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Return the weight of two names being alike as one run of letters: words lost their blank and a letter."""
    whole, other = "".join(left), "".join(right)
    if min(len(whole), len(other)) < 10 or len(left) == len(right) or OSA.distance(whole, other) > 1:
        return 2 * _CONFLICT
    return 1.5


def _swapped_capitals(left: PersonName, right: PersonName) -> bool:
    """Whether capitals show that the surname of one is the given name of the other: HANS Friedrich, FRIEDRICH Hans."""
    return bool(left.surname and right.surname) and left.surname == right.given and left.given == right.surname


def _distinct(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parts))


def _content(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for part in parts if part not in PARTICLES)


def _pair_weight(pair: tuple[str, str, float, str]) -> float:
    left, right, weight, _ = pair
    return _PARTICLE if left in PARTICLES and right in PARTICLES else weight


def align(
    left: tuple[str, ...], right: tuple[str, ...], likeness: Callable[[str, str], tuple[float, str]]
) -> Alignment:
    """Pair the parts of two names, best first."""
    scored = sorted(
        (-weight, abs(i - j), i, j, why)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        for weight, why in [likeness(a, b)]
        if weight > 0
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for negative, _, i, j, why in scored:
        if i in used_left or j in used_right:
            continue
        used_left.add(i)
        used_right.add(j)
        pairs.append((left[i], right[j], -negative, why))
    return Alignment(
        tuple(pairs),
        tuple(part for i, part in enumerate(left) if i not in used_left),
        tuple(part for j, part in enumerate(right) if j not in used_right),
    )


def _matched(parts: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Bring parts into the shape of the other name: joined where it joins them, "JC" opened beside "Jean-Claude"."""
    opened: list[str] = []
    for part in parts:
        starts = [a[0] + b[0] for a, b in pairwise(others)]
        opened.extend(part if len(part) == 2 and part not in others and part in starts else [part])
    return _closed(tuple(opened), others)


def _closed(parts: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Join neighbouring parts that make one part of the other name: "Abdel Kader" beside "Abdelkader"."""
    for size in range(len(parts), 1, -1):
        for start in range(len(parts) - size + 1):
            whole = "".join(parts[start : start + size])
            if any(_same_run(whole, other) for other in others if other not in parts):
                return _closed((*parts[:start], whole, *parts[start + size :]), others)
    return parts


def _same_run(whole: str, other: str) -> bool:
    return whole == other or (len(other) > 5 and whole[0] == other[0] and sound(whole) == sound(other))


def compare_organisations(left: str, right: str) -> tuple[float, tuple[str, ...]]:
    """Return the log-odds and reasons for two names of organisations; legal forms count apart."""
    if "".join(plain(left)) == "".join(plain(right)):
        return 4.0, ("the same name",)
    words_left, form_left = legal_form(_written_out(plain(left)))
    words_right, form_right = legal_form(_written_out(plain(right)))
    against = bool(form_left and form_right and form_left != form_right and "open" not in (form_left, form_right))
    form = _FORM if against else 0.0
    reasons = ("the legal forms differ",) if against else ()
    if "".join(words_left) == "".join(words_right):
        return 4.0 + form, ("the same name" + " but for its legal form" * (not against), *reasons)
    if _acronym(words_left, words_right):
        return 1.0 + form, ("one may be the initials of the other", *reasons)
    return _score_words(words_left, words_right, form, reasons)


def _written_out(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words without what stands before a firm's name and is none of it, numbers as figures, short forms in full."""
    text = " ".join(words)
    before = next(
        (one for one in _BEFORE if text.startswith(f"{one} ") and len(text.split()) > len(one.split()) + 1), ""
    )
    kept = text.removeprefix(before).split()
    return tuple(part for word in kept for part in _NUMBERS.get(word, _WRITTEN_SHORT.get(word, word)).split())


def _score_words(
    left: tuple[str, ...], right: tuple[str, ...], form: float, reasons: tuple[str, ...]
) -> tuple[float, tuple[str, ...]]:
    found = align(_closed(left, right), _closed(right, left), alike_words)
    score = PRIOR + form + min(9.0, sum(weight * _rarity(word) for word, _, weight, _ in found.pairs))
    conflicts = min(len(found.left), len(found.right))
    if conflicts:
        clash = f"“{' '.join(found.left)}” against “{' '.join(found.right)}”"
        return score + 1.5 * _CONFLICT * conflicts, (*reasons, clash)
    left_out = found.left + found.right
    score += sum(_PARTICLE_OUT if word in PARTICLES else -0.5 if word in _places() else -2.5 for word in left_out)
    return score, (*reasons, f"“{' '.join(left_out)}” is left out" if left_out else "the same words, nearly")


def alike_words(left: str, right: str) -> tuple[float, str]:
    """Return the log-odds that two words of organisations are one; short words and numbers to the letter."""
    if left == right:
        return 4.0, "same"
    short = min(len(left), len(right))
    if short < 5 or (left + right).isdigit():
        return -4.0, "differs"
    distance = OSA.distance(left, right)
    if sound(left) == sound(right) or distance == 1:
        return 3.6, "slip"
    return (2.5, "slip") if distance == 2 and short > 8 else (-4.0, "differs")


def _rarity(word: str) -> float:
    return 0.4 if word in _COMMON or len(word) < 3 or word in PARTICLES else 1.0


def _acronym(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    short, long = sorted((left, right), key=len)
    return len(short) == 1 and len(long) > 2 and short[0] == "".join(word[0] for word in long)


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """The names of countries, in the languages of the files: a branch may leave its country out."""
    return frozenset(
        key(name)
        for language in ("en", "fr", "de")
        for name in Locale(language).territories.values()
        if " " not in name
    )
