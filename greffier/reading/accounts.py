"""What somebody said, told by a noun: `It was her evidence that …`, « la version de X est que … »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.listed import Listed
from greffier.reading.report import Reported, Subject, trimmed
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import any_of

_NOUN = (
    r"(?:evidence|account|case|position|view|opinion|testimony|claim|contention|submission|explanation|version|statement|answer|reply|response|belief|story|argument"
    r"|allegation|recollection|understanding|defence|defense|complaint|assertion|conclusion|finding)"
)
_NOM = (
    r"(?:version|explication|position|these|temoignage|reponse|argument|avis|opinion"
    r"|conviction|recit|defense|conclusion|hypothese|declaration|souvenir|sentiment)"
)
_BE = r"(?:is|was|has\s+been|being|remains|had\s+been)"
_THAT = re.compile(
    rf"(?:(?P<whose>[a-z][\w.'-]{{1,24}}(?:\s[\w.'-]{{1,24}}){{0,3}})'s|(?P<his>his|her|their))\s+(?:own\s+|sworn\s+|professional\s+)?{_NOUN}"
    rf"(?:\s+{_BE}\s+that\s+|\s+(?:to\s+[^.,;:\n]{{3,40}}\s+)?{_BE}\s+that\s+)"
    rf"|it\s+{_BE}\s+(?:also\s+)?(?:(?P<whose2>[a-z][\w.'-]{{1,24}}(?:\s[\w.'-]{{1,24}}){{0,3}})'s|(?P<his2>his|her|their))\s+{_NOUN}\s+that\s+"
    rf"|(?:the\s+)?{_NOUN}\s+(?:given\s+by|of)\s+(?P<of>[^.,;:\n]{{3,50}}?)\s+{_BE}\s+that\s+"
    rf"|(?:la\s+|le\s+|l'){_NOM}\s+d(?:e\s+|u\s+|')(?P<de>[^.,;:\n]{{3,50}}?)\s+(?:est|etait|reste)\s+(?:que\s+|qu')"
)
_APPEARS = re.compile(  # « il ressort de l'audition de X que », `it appears from the statement of X that`
    r"(?:il\s+(?:ressort|resulte|appert|decoule)|(?:it\s+)?(?:appears|emerges|follows|is\s+clear|is\s+apparent))\s+(?:egalement\s+|aussi\s+|also\s+|further\s+)?"
    r"(?:de\s+l'|de\s+la\s+|des\s+|du\s+|d'une?\s+|from\s+(?:the\s+|an?\s+)?)(?:(?:seules?|premieres?|own|sworn|written|first)\s+)?"
    r"(?:auditions?|declarations?|temoignages?|depositions?|propos|explications?|aveux|interrogatoires?|plainte|courriers?|courriels?|lettres?|communications?|recit|confidences"
    r"|statements?|evidence|testimony|account|deposition|interview|letters?|e-?mails?|affidavit|complaint|communications?)"
    r"\s+(?:d(?:e\s(?:la\s|l')?|u\s|')|of\s(?:the\s)?|given\s+by\s(?:the\s)?|made\s+by\s(?:the\s)?|from\s(?:the\s)?)(?P<from>[^.;:\n]{3,90}?)"
    r"(?:\s\([^()\n]{2,30}\))?(?:,?\s(?:du|en\s+date\s+du|dated|of)\s[^.;:\n]{3,30}?)?,?\s(?:que\s+|qu'|that\s+)"
)
_IN = re.compile(
    r"in\s+(?:(?P<his>his|her)|(?P<whose>[a-z][\w.'-]{1,24}(?:\s[\w.'-]{1,24}){0,3})'s)\s+(?:own\s+)?(?:view|opinion|words|submission|account|evidence),\s+"
    r"|a\s+(?P<son>son)\s+(?:avis|sens),\s+|a\s+l'avis\s+d(?:e\s+|u\s+|')(?P<de>[^.,;:\n]{3,50}?),\s+"
)
_WORDS = (*_NOUN[3:-1].split("|"), *_NOM[3:-1].split("|"), "sens", "words")
_GUARD = Listed(rf"\b(?:{any_of(_WORDS)})\b", _WORDS)
_SIGN = re.compile(r"[(\"«“]?")


def find_accounts(flat: str, start: int, end: int, seen: Sequence[Candidate]) -> Iterator[Reported]:
    """Yield what is told so in a sentence; the pronoun or the name before or after the noun is who speaks."""
    appears = _APPEARS.search(flat, start, end)
    if appears is None and not _GUARD.search(flat, start, end):
        return
    opens = _IN.match(flat, start, end)
    for match in [opens] if opens else [appears] if appears else _THAT.finditer(flat, start, end):
        whose = next((name for name in match.groupdict() if match[name] is not None), None)
        if whose is None:
            continue
        subject = _subject(flat, match.span(whose), whose, seen)
        if subject is not None:
            stop = trimmed(flat, match.end(), end)
            yield Reported(match.end(), stop, subject.speaker, match.span(), *subject[2:])


def _subject(flat: str, place: tuple[int, int], whose: str, seen: Sequence[Candidate]) -> Subject | None:
    if whose in ("his", "his2", "son"):
        return Subject(place[0], pronoun=place)
    if whose == "from":  # a body writes, too
        named = next((one for one in beginning(seen, place[0], place[1]) if one.kind != "role"), None)
        return Subject(named.start, named) if named else None
    people = [one for one in beginning(seen, place[0] - 30, place[1]) if one.kind == "person" and one.end <= place[1]]
    return Subject(people[-1].start, people[-1]) if people and people[-1].end >= place[1] - 1 else None
