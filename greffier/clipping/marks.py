"""Words of an article that must not be taken at their face: quotations and what was done to them, changed names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.clipping.chunks import Part
from greffier.clipping.lines import Chunk, plain, span
from greffier.records import Mark, MarkKind, Page

_QUOTED = re.compile(r"“([^“”]{1,1500})”|«([^«»]{1,1500})»|(?<!\w)\"([^\"]{1,1500})\"(?!\w)|„([^„“]{1,1500})“")
_INSERTION = re.compile(r"\[[^\]\w]{0,200}+\w[^\]]{0,400}+\]")
_ELISION = re.compile(r"\(\.{3}\)|\[\.{3}\]|\(…\)|\[…\]")
_NICKNAMING = re.compile(
    r"(?:nicknamed|known as|alias|a\.?k\.?a\.?|called|dubbed|surnommée?|dite?|appelée?|baptisée?|genannt) ?(?:as )?$",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"(?:\b(?:said|says|told|asked|asks|added|adds|replied|wrote|writes|explained|explains|admitted|declared|insisted|"
    r"recalled|"
    r"according|stated|testified|confided|concluded|sighed|dit|disait|déclare|déclaré|explique|affirme|affirmé|"
    r"raconte|ajoute|"
    r"assure|confie|répond|répondu|écrit|selon|lance|précise|souligne|indique|estime|sagt|sagte|erklärte)\b|[:,] ?$)",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\((?:(?:his|her|their|the|a|all|some|first|last|this|these)\s)*(?:first |last |full )?names? (?:(?:has|have|had|"
    r"was|were) )?"
    r"(?:been )?changed[^()]{0,60}\)|\((?:not (?:his|her|their) real name|a pseudonym|pseudonyms?)\)|"
    r"(?:les?|son|leurs?|tous les) (?:pré)?noms?(?: et noms?)? (?:a|ont|avait|avaient) été (?:modifiée?s?|changée?s?)|"
    r"\((?:nom|prénom)s? (?:d'emprunt|modifiée?s?|changée?s?)\)|(?:his|her|their|the|some|all|these|first|"
    r"last)(?: of the)? names? "
    r"(?:has|have) been changed|name(?:n)? (?:von der redaktion )?geändert",
    re.IGNORECASE,
)
_INITIAL = re.compile(
    r"(?:\b(?:M|Mme|Mlle|Mr|Mrs|Ms|Dr)\.?|\b(?:commissaire|capitaine|commandant|lieutenant|brigadier|brigadière|major|"
    r"officier|"
    r"officière|gardien|inspecteur|inspectrice|inspector|captain|officer|detective|sergeant|agent|juge|judge|"
    r"divisionnaire))"
    r" (?P<initial>[A-Z]\.(?: ?[A-Z]\.)?)(?=[\s,;:)’']|$)"
)
_SOURCE = re.compile(
    r"(?:which|that) [A-ZÀ-Þ][^.,;()]{1,40}? (?:was able to|has been able to|had been able to|has|had|could) "
    r"(?:review(?:ed)?|consult(?:ed)?|see|seen|read|obtain(?:ed)?|view(?:ed)?)|"
    r"(?:que|dont|auquel|à laquelle) [^.,;()]{2,40}? (?:a|ont) (?:pu (?:consulter|lire|prendre connaissance)|eu accès|"
    r"obtenu)|"
    r"(?:seen|obtained|reviewed|consultée?s?|obtenue?s?) (?:by|par) [A-ZÀ-Þ][\w']*(?: [A-ZÀ-Þ«][\w']*){0,3}"
)
WORDS_SAID = 5  # a quotation of fewer words beside no word of saying is a turn of phrase in quotation marks


def marks(pages: Sequence[Page], parts: Sequence[Part], translated: bool) -> list[Mark]:
    """The marks of the body, in order. `translated` says that the page offers the article in another language."""
    return [mark for part in parts if part.label == "body" for mark in _sorted(pages, part.chunk, translated)]


def _sorted(pages: Sequence[Page], chunk: Chunk, translated: bool) -> list[Mark]:
    found = [*_quotations(pages, chunk, translated), *_plain_marks(pages, chunk)]
    return sorted(found, key=lambda mark: (mark.span.start, mark.span.end, mark.kind))


def _quotations(pages: Sequence[Page], chunk: Chunk, translated: bool) -> Iterator[Mark]:
    told = plain(chunk.text)
    for match in _QUOTED.finditer(told):
        kind = _kind(told, match)
        flags = _flags(match.group(), translated) if kind == "quotation" else ()
        yield Mark(kind, span(pages, chunk.part(*match.span())), flags)


def _kind(told: str, match: re.Match[str]) -> MarkKind:
    """A quotation is speech, when it is long or beside a word of saying; else a nickname or a turn of phrase."""
    said = next(group for group in match.groups() if group is not None)
    count = len(said.split())
    before, after = told[max(0, match.start() - 60) : match.start()], told[match.end() : match.end() + 40]
    if count <= 3 and (_NICKNAMING.search(before) or (said.strip(" ,.")[:1].isupper() and not _saying(before, after))):
        return "nickname"
    if count < WORDS_SAID and not _saying(before, after):
        return "scare_quotes"
    return "quotation"


def _saying(before: str, after: str) -> bool:
    clause = re.split(r"[.!?;]", after, maxsplit=1)[0]
    return bool(_SAYING.search(re.split(r"[.!?;]", before)[-1]) or _SAYING.search(clause.rstrip(" ,:")))


def _flags(said: str, translated: bool) -> tuple[str, ...]:
    """What was done to the words: a check word for word must allow for it, or ask for the original."""
    found = [("insertion", _INSERTION.search(said)), ("elision", _ELISION.search(said)), ("translated", translated)]
    return tuple(name for name, holds in found if holds)


def _plain_marks(pages: Sequence[Page], chunk: Chunk) -> Iterator[Mark]:
    told = plain(chunk.text)
    for match in _CHANGED.finditer(told):
        yield Mark("changed_name", span(pages, chunk.part(*match.span())))
    for match in _INITIAL.finditer(told):
        yield Mark("initials", span(pages, chunk.part(*match.span("initial"))))
    for match in _SOURCE.finditer(told):
        yield Mark("source_named", span(pages, chunk.part(*match.span())))
