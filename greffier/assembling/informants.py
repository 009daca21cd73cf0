"""Money or things given to those who inform a service, of which no paper was made, or which were nobody's to give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from greffier.assembling.checking import Hit, Material, Words, cite
from greffier.assembling.lookup import Lookup
from greffier.assembling.payments import informant_given_goods
from greffier.assembling.rulebook import Rule
from greffier.assembling.wording import any_of, phrases, saying
from greffier.records import Citation, Page, Span
from greffier.text import fold, folded

_TALKS = saying("informants", "talks_of")
_WHO = any_of(phrases("informants", "who"))
_GIVEN = any_of(phrases("informants", "given"))
_CODE = r"(?:[a-z]{1,2}-\d{1,4}|\d{1,3}[-/](?:[a-z]|\d{2,4}))"
_CODED = re.compile(rf"\b{_WHO}\b[^.;\n]{{0,24}}?(?<![\w/-])(?P<code>{_CODE})(?![\w/-])")
_CODE_FIRST = re.compile(rf"(?<![\w/-])(?P<code>{_CODE})(?:'s)?(?![\w/-])[^.;\n]{{0,24}}?\b(?:{_WHO}|reward)\b")
_DAY = re.compile(r"\d{1,2}/\d{2}")  # that no code is taken for
_OFF_BOOK, _RECEIPTED, _NOTHING = (saying("informants", kind) for kind in ("off_book", "receipted", "nothing"))
_RULE, _REWARD = saying("informants", "rule"), saying("informants", "reward")
_WHOM = saying("informants", "who", "talks_of")
_MEANS = re.compile(r"\b(?:en nature|in kind|especes|cash|money|funds|fonds|voucher|quittance|recu|receipt|bon)\b")
_NEGATED = re.compile(r"\b(?:pas|jamais|ni|not|never|n't|sans|if|si|would|aurait|pourrait|could)\b[^.;]{0,12}$")
_AFTER = 200  # characters behind a gift in which the page says that no paper was made of it
_OBJECT = 60  # characters that say what was given
_RULES = 2  # sentences that are cited for how informants are to be paid


@cache
def _handed(codes: frozenset[str]) -> re.Pattern[str]:
    """« a remis à l'indicateur 20/117 », `gave the source`, « il m'a donné », `40 g, for K-17`."""
    who = rf"(?:{'|'.join((_WHO, *map(re.escape, sorted(codes))))})"
    return re.compile(
        rf"\b(?:{_GIVEN}\s+(?:(?:the|our|my|his|her)\s+)?{who}\b"
        rf"|{_GIVEN}\b[^.;\n]{{0,60}}?\b(?:to|for|a|au|aux)\s+"
        rf"(?:the |our |my |his |her |la |l'|son |sa |notre |cet |cette |un |une )?{who}\b"
        rf"|(?:lui (?:en )?(?:ai|a|avons|avait|avais)|m'a|m'ont|me (?:l'a|les a)|leur (?:a|ai))\s+{_GIVEN}\b"
        rf"|{_GIVEN}\s+(?:him|her|me)\b"
        rf"|\d{{1,6}}\s?[a-z]{{1,12}}\b[^.;\n]{{0,40}}\b(?:for|pour)\s+{who}(?![\w-]))"
    )


def _codes(known: Lookup) -> frozenset[str]:
    """The codes by which the papers of a case call those who inform."""
    found = {
        one["code"]
        for page in known.ordered_pages()
        for pattern in ((_CODED, _CODE_FIRST) if _TALKS.search(known.flat(page)) else (_CODE_FIRST,))
        for one in pattern.finditer(known.flat(page))
    }  # fmt: skip
    return frozenset(one for one in found if not _DAY.fullmatch(one))


def given_off_book(material: Material, rule: Rule) -> Iterator[Hit]:
    """Gifts to an informant that the page says were not written down, with the rule of the file that forbids them."""
    known = material.known
    asked = {one.span for hit in informant_given_goods(material, rule) for one in hit.citations}
    codes = _codes(known)
    gifts: list[Citation] = []
    for piece in known.ordered_pieces():
        pages = [known.pages[id] for id in piece.pages if id in known.pages]
        if piece.kind not in ("press", "order") and any(_speaks(known.flat(page), codes) for page in pages):
            gifts += [
                one for page in pages for one in _gifts(known, page, _handed(codes)) if not _within(one.span, asked)
            ]
    rules = _rules(known) if gifts else ()
    for gift in gifts:
        words: Words = {"told": " ".join(gift.span.exact.split())[:140]}
        yield Hit(
            (gift, *[one for one in rules if one.span.page != gift.span.page or one.span.start != gift.span.start]),
            False,
            words,
        )


def _speaks(text: str, codes: frozenset[str]) -> bool:
    return _TALKS.search(text) is not None or any(
        re.search(rf"(?<![\w/-]){re.escape(one)}(?![\w/-])", text) for one in codes
    )


def _within(span: Span, asked: set[Span]) -> bool:
    return any(one.page == span.page and one.start < span.end and span.start < one.end for one in asked)


def _gifts(known: Lookup, page: Page, handed: re.Pattern[str]) -> Iterator[Citation]:
    """The sentences that tell a gift, up to where the page says that no paper was made of it."""
    view, last = fold(page.text), -1
    for found in handed.finditer(view.text):
        start, end = view.original(*found.span())
        left, right = known.sentence(cite(page, start, end).span)
        before = folded(page.text[left:start])
        around = folded(page.text[left : max(right, end)])
        if start < last or _NEGATED.search(before) or _RECEIPTED.search(around):
            continue
        if _NOTHING.search(view.text, found.start(), min(len(view.text), found.end() + _OBJECT)):
            continue
        without = _OFF_BOOK.search(folded(page.text[left : right + _AFTER]))
        if without is not None:
            told = fold(page.text[left : right + _AFTER])
            last = max(right, left + told.original(*without.span())[1])
            yield cite(page, left, last)


def _rules(known: Lookup) -> tuple[Citation, ...]:
    """The sentences of the file that say how informants are to be paid."""
    found: list[Citation] = []
    for page in known.ordered_pages():
        if not _REWARD.search(known.flat(page)) or not _WHOM.search(known.flat(page)):
            continue
        view = fold(page.text)
        for said in _RULE.finditer(view.text):
            at = view.original(*said.span())[0]
            start, end = known.sentence(cite(page, at, at + 1).span)
            sentence = folded(page.text[start:end])
            if _REWARD.search(sentence) and (_WHOM.search(sentence) or _MEANS.search(sentence)):
                one = cite(page, start, end, "contradicts")
                if one not in found:
                    found.append(one)
    return tuple(found[:_RULES])
