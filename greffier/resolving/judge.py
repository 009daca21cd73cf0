"""The evidence that two names are one entity, as log-odds that add up, each with its reason and where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from greffier.records import Judgement, Link, Mention, Reason, Span, digest
from greffier.resolving.compare import compare_organisations, compare_persons
from greffier.resolving.gather import Named
from greffier.text import fold

Verdict = Literal["same", "different", "unsure"]

SAME = 4.0  # log-odds asked of a machine's merge: odds of 55 to 1, the prior already paid
PET = 3.0  # what a pet name lacks beside a given name, where its paper names the only one whom it fits
CERTAIN = 99.0  # what a person decided

_BORN = 5.0
_LINE = 2.0
_ROLE = 0.5
_RARE = 1.5  # a slip of the pen, seen once or twice beside a name seen often
_SEX = -6.0
_SLIPS = (": slip", ": ending", ": pet name")
_TOGETHER = re.compile(
    r"\s*,?\s*(?:et|and|&|ou|or|ni|nor|avec|with|contre|against|à|to|vers|ainsi que|as well as|together with)"
    r"(?:\s+(?:M\.|Mme|Mlle|MM\.|Me|Mr\.?|Mrs\.?|Ms\.?|à|de|le nommé|la nommée|le|du|with|to))?\s*",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:serait|seraient|pourrait|pourraient|peut-être|semble|possible|probable|non identifié|n'est pas|n’est pas|"
    r"un autre|une autre|"
    r"l'appelle comme ça aussi|y en a deux|deux fois|plusieurs personnes|may be|might|could be|possibly|perhaps|"
    r"unidentified|is not|another|two of them|several people)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(  # folded: the words around a name say that somebody else has nearly the same one
    r"\b(?:a distinguer|a differencier|distinct[es]* d|confond\w*|confusion|confused?|mixed up|homonym\w*|namesakes?|"
    r"sans lien|aucun lien|rien a voir|n'est rien pour|no relation|not related|unrelated|nothing to do with|"
    r"distinguished from|(?:not|pas) the same|not to be taken for|avec un [a-z]\b|with an? [a-z]\b|l'orthographe)"
)


def judgement(left: str, right: str, verdict: Verdict, reasons: Sequence[Reason], by: str = "machine") -> Judgement:
    """Return the judgement on two name keys, the smaller first; the score is the sum of its reasons."""
    left, right = sorted((left, right))
    score = round(sum(reason.weight for reason in reasons), 2)
    return Judgement(digest("judgement", left, right), left, right, verdict, score, tuple(reasons), by)


def evidence(left: Named, right: Named) -> list[Reason]:
    """Return what speaks for and against two names being one, beside explicit sentences. The prior is in the first.

    A name that stands on no page of the case gives no span.
    """
    if left.kind == "person":
        score, why = compare_persons(left.person, right.person)
    else:
        score, why = compare_organisations(left.surfaces[0], right.surfaces[0])
    spans = tuple(named.mentions[0].span for named in (left, right) if named.mentions)
    reasons = [Reason("; ".join(why), round(score, 2), spans)]
    if _born_same(left, right):
        reasons.append(Reason("the same date of birth", _BORN, spans))
    if left.lines & right.lines:
        reasons.append(Reason("the same line", _LINE, spans))
    if left.roles.keys() & right.roles.keys():
        reasons.append(Reason("the same role in the same piece", _ROLE, spans))
    if sexes_clash(left.sexes, right.sexes):
        reasons.append(Reason("a man by one title, a woman by the other", _SEX, spans))
    if _rare_slip(left, right, reasons[0].text):
        reasons.append(Reason("seen once or twice, beside a name seen often", _RARE, spans))
    return reasons


def _born_same(left: Named, right: Named) -> bool:
    shared = left.births & right.births
    return any(earliest == latest for earliest, latest in shared)


def contrasted(left: Named, right: Named) -> bool:
    """Whether two names differ by letters where a page warns that two people have nearly the same name."""
    one, other = set(left.content), set(right.content)
    return not (one <= other or other <= one) and any(map(_warned, (*left.mentions, *right.mentions)))


def _warned(mention: Mention) -> bool:
    return _CONTRAST.search(fold(mention.span.prefix + " " + mention.span.suffix).text) is not None


def _rare_slip(left: Named, right: Named, why: str) -> bool:
    few, many = sorted((len(left.mentions), len(right.mentions)))
    return ": slip" in why and ": ending" not in why and 0 < few <= 2 and many >= 5 * few


def only_spelling(reasons: Sequence[Reason]) -> bool:
    """Whether the names differ by spelling, sound or order only, never by a slip that may make another name."""
    return not any(slip in reasons[0].text for slip in _SLIPS) or len(reasons) > 1


def sexes_clash(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether titles make one a man and the other a woman."""
    return len(left) == len(right) == 1 and left != right


def births_apart(left: Named, right: Named) -> bool:
    """Whether two persons were told to be born on different days."""
    if not left.births or not right.births:
        return False
    return all(a[1] < b[0] or b[1] < a[0] for a in left.births for b in right.births)


def together(mentions: Iterable[Mention], key_of: dict[str, str]) -> list[tuple[str, str]]:
    """Return the pairs of names that one sentence sets side by side: "X et Y", "de X à Y" are two persons."""
    by_page: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "person":
            by_page[mention.span.page].append(mention)
    found: set[tuple[str, str]] = set()
    for on_page in by_page.values():
        on_page.sort(key=lambda mention: (mention.span.start, mention.span.end))
        for first, second in pairwise(on_page):
            left, right = sorted((key_of[first.id], key_of[second.id]))
            if left != right and _side_by_side(first.span, second.span):
                found.add((left, right))
    return sorted(found)


def _side_by_side(first: Span, second: Span) -> bool:
    gap = second.start - first.end
    return 0 < gap <= len(first.suffix) and _TOGETHER.fullmatch(first.suffix[:gap]) is not None


def hedged(link: Link) -> bool:
    """Whether the words around an alias say that it may not be so, or that another bears the name too."""
    return _DOUBT.search(link.span.prefix + link.span.exact + link.span.suffix) is not None
