"""« , dit-il en riant, »: where a narrator breaks into spoken words to say who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.speech import patterns

_INCISE = re.compile(r"(?P<mark>[,!?…]|\.\.\.|[»”\"])(?P<gap>[ \u00a0]?[»”\"]?[ \u00a0,–—]{0,40}+)(?=[^\W\d_]|[(])")
_PRONOUN = re.compile(r"-(?:il|elle|on|ils|elles|je)\b")
_SUBJECT_NEXT = re.compile(
    r"[ \u00a0](?:(?:alors|ensuite|enfin|aussi|encore|soudain|seulement|[a-z]+ment|a son tour|de nouveau"
    r"|tout (?:bas|haut|a coup|de suite)"
    r"|en \w+ant|d'une? \w+ \w+)[ ])?"
)
_DETERMINER = re.compile(
    r"(?:le|la|les|un|une|mon|ma|son|sa|ce|cet|cette|notre|votre|m\.|mme|the|an?|his|her|my|monsieur|madame|maitre"
    r"|mademoiselle|quelqu'un|celui-ci|celle-ci|ceux-ci|ce dernier|cette derniere"
    r"|l'un|l'autre|ledit|ladite|nos?|vos?|leurs?)(?![\w'-])|l'"
)
_INCISE_END = re.compile(
    r"(?:[,;:!?…]|(?<!\bM)(?<!\bMM)(?<!\bMe)(?<!\b[DM]r)(?<!\bMs)(?<!\bMrs)(?<!\bSt)\.)"
    r"(?=[ \u00a0»”\"]|$)|[ \u00a0][–—][ \u00a0]|\.\.\."
)
_LONG_INCISE = re.compile(
    r"[ \u00a0](?:(?:tout en|en) )?(?!pendant|devant|avant|maintenant|quant|autant|tant"
    r"|enfant)[a-z]+ant\b|[ \u00a0](?:d'une? (?:voix|ton|air)|avec (?:un|le)|et en\b|et (?:il|elle)\b"
    r"|apres avoir|sans (?:l'|lui |se |s'|en |y )?[a-z]+(?:er|ir|re)\b"
    r"|selon (?:son|sa)\b|devenue?\b|pareille? a\b)"
)
_WHO = re.compile(r"[ \u00a0](?:qui|dont|lequel|laquelle|lesquels|lesquelles)\b")


def find_incises(text: str, flat: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """« , dit-il en riant, »: where the words break off, where they go on, and the verb."""
    verb = patterns().inverted
    at = start
    while match := _INCISE.search(text, at, end):
        said = verb.match(flat, match.end())
        at = match.end()
        if (
            said is None
            or said.end() > end + 40
            or not text[match.end()].islower()
            or not _has_subject(text, flat, said)
        ):
            continue
        stop = _INCISE_END.search(text, said.end(), end)
        while stop and stop.group() in ",;" and _goes_on(flat, said, stop.end()):
            stop = _INCISE_END.search(text, stop.end(), end)
        finish = stop.end() if stop else end
        yield match.start() + (match["mark"] not in ',»”"'), finish, said.span()
        at = finish


def _goes_on(flat: str, said: re.Match[str], at: int) -> bool:
    """« dit-elle, en riant, », « dit le chef, qui se leva, »: what the narrator tells goes on after a comma."""
    relative = not _PRONOUN.search(said.group()) and _WHO.match(flat, at)
    return bool(relative or _LONG_INCISE.match(flat, at))


def _has_subject(text: str, flat: str, said: re.Match[str]) -> bool:
    if _PRONOUN.search(said.group()) or re.match(r"(?:he|she|they|i|we)\b", said.group()):
        return True
    subject = _SUBJECT_NEXT.match(flat, said.end())
    if subject is None:
        return False
    return text[subject.end() : subject.end() + 1].isupper() or _DETERMINER.match(flat, subject.end()) is not None
