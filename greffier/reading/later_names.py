"""By-names told before the real name of a later clause: « Il se fait appeler Tony mais son vrai nom est X », `They call
him Duke. His name is X`; and codes that a list explains: « « le coiffeur » = X ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.cued_names import told_name_at
from greffier.reading.naming import MOST_WORDS, QUOTED, THING, Naming, is_byname, is_part
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import level

_TITLE = r"(?:(?:m|mr|mme|mrs|ms)\.?\s)?"
_REAL_NAME = re.compile(
    r"(?<![\w'])(?:(?:(?:his|her|their|my|son|mon|le|the|whose|dont\s+le|de\s+son)\s+)?(?P<real>(?:real|right|proper|true|full|legal|birth|official|actual|vrai|veritable|reel)\s+"
    r"(?:nom|name|prenom|first\s+name)|nom\s+(?:reel|veritable|complet|legal)|(?:veritable|vraie)\s+identite|(?:pour|a|selon)\s+l'etat\s+civil,?\s*(?:(?:il|elle)\s+)?)|(?:his|her|my)\s+name|(?:il|elle)\s+(?:s'appelle|se\s+nomme)|je\s+m'appelle)"
    rf"(?:\s+(?:is|was|being|est|etait|serait|en\s+fait|en\s+realite|actually|really))*(?:,?\s+c'est)?\s*[:,=]?\s*{_TITLE}$"
)
_CALLED_BEFORE = re.compile(
    r"(?<![\w'])(?:(?:call|calls|called|calling)\s+(?:him|her|me|himself|herself|myself)|(?:is|was|just|only)\s+called|(?:we|they|people|everyone|everybody|locals|others|folk|folks)\s+(?:all\s+|just\s+)?call(?:s|ed)?(?!\s+(?:him|her|me|them|us)\b)|signe|signs?(?:\s+as)?|signed\s+as|(?:known|introduced\s+(?:him|her)self|saved|listed)\s+(?:[a-z]+\s+){0,4}?as|go(?:es)?\s+by|went\s+by"
    r"|(?:nick|road|street|stage|user|screen|call|code)[\s-]?name\s+(?:is|was)|nicknamed|alias|aka|a\.k\.a\."
    r"|(?:se|me)\s+(?:fait|faisait|faisais|fais)\s+appeler|(?:l'|m'|on\s+l'|on\s+m')appel(?:le|lent|ait|aient)|surnommee?|dite?|qu(?:e\s+|')(?:[a-z'-]+\s+){1,4}?(?:appel(?:le|lent|ait|aient)|surnomm(?:e|ent|ait|aient))|connue?\s+(?:[a-z']+\s+){0,4}?(?:sous\s+le\s+(?:sur)?nom\s+d[e'u]|comme)"
    r"|(?:son|mon)\s+(?:surnom|pseudo|alias|nom\s+de\s+guerre)(?:\s+(?:est|etait)|,?\s+c'est)|presentee?\s+(?:comme|sous\s+le\s+nom\s+d[e'u]))\s*:?\s*(?=[«“\"'\w])"
)
_REACH = 140  # characters from a by-name to the real name
_CLOSE = 12  # of `They call him Duke. His name is X`, where the name is not said to be the real one
_ENDS = re.compile(r"[.!?]\s|\n")
_BREAK = re.compile(r"\n\s*\n")
_STANDS_FOR = re.compile(
    r"\s?(?:=|→|->|=>|:=|designe(?:rait)?|est|serait|is|means|stands\s+for|refers\s+to)\s?(?:\(?(?:probablement|probably|likely)\)?\s)?"
    rf"(?:(?:le|la)\s+nommee?\s)?{_TITLE}$"
)
_SIGNS = ("=", "→", "-", "d", "m", "s", "r")
_LISTED = re.compile(r"(?:[»”\"][ ]?(?:[,/;]|et|ou|and|or)[ ]?[«“\"][ ]?)")
_ALIASES_OF = re.compile(  # « alias connus : « A », « B » (X) »
    r"(?<!\w)(?:alias(?:es)?|surnoms?|nicknames?|pseudos?|sobriquets?)(?:\s(?:connus?|utilises?|known|used))?\s?:\s?$"
)


def find_later_names(text: str, people: Sequence[Candidate]) -> Iterator[Naming]:
    """Yield by-names with the whole name that a later clause, a sign or a bracket gives; `people` in order."""
    flat = level(text)
    for person in people:
        if " " in text[person.start : person.end]:
            yield from _real_name(text, flat, person, people)
            yield from _called_after(text, flat, person, people)
            yield from _explained(text, flat, person)
            yield from _in_bracket(text, flat, person)


def _real_name(text: str, flat: str, person: Candidate, people: Sequence[Candidate]) -> Iterator[Naming]:
    told = _REAL_NAME.search(flat, max(0, person.start - 60), person.start)
    if told is None:
        return
    left = max(0, told.start() - _REACH)
    for cue in reversed(list(_CALLED_BEFORE.finditer(flat, left, told.start()))):
        name = told_name_at(text, cue.end(), people)
        if name is None or name[1] > told.start() or is_part(text, person, name):
            continue
        others = [one for one in beginning(people, name[1], told.start()) if " " in text[one.start : one.end]]
        sure = told["real"] or told.start() - name[1] < _CLOSE
        if not others and sure and not _BREAK.search(text, name[1], told.start()):
            yield Naming("nickname", person[:2], name)
            return


def _called_after(text: str, flat: str, person: Candidate, people: Sequence[Candidate]) -> Iterator[Naming]:
    """`My name is X but people call me Y`: the name is said to be one, and what follows in the sentence leads to Y."""
    if not _REAL_NAME.search(flat, max(0, person.start - 60), person.start):
        return
    stop = _ENDS.search(flat, person.end, person.end + _REACH)
    for cue in _CALLED_BEFORE.finditer(flat, person.end, stop.start() if stop else person.end + _REACH):
        others = [one for one in beginning(people, person.end, cue.start()) if " " in text[one.start : one.end]]
        name = told_name_at(text, cue.end(), people)
        if name is not None and not others and not is_part(text, person, name):
            yield Naming("nickname", person[:2], name)
        return


def _explained(text: str, flat: str, person: Candidate) -> Iterator[Naming]:
    """A code between quotation marks, in small letters too, that a sign or a verb says to be somebody."""
    told = _STANDS_FOR.search(flat, max(0, person.start - 40), person.start)
    closes = text[told.start() - 1 : told.start()] if told else ""
    if told is None or closes not in tuple("»”\"'’\u00a0 ") or not told.group().strip():
        return
    stop = told.start() + len(told.group()) - len(told.group().lstrip())
    for quoted in QUOTED.finditer(text, max(0, stop - 45), stop):
        near = stop - quoted.end() <= 1 and 0 < len(quoted["name"].split()) <= MOST_WORDS
        plain = told.group().strip()[0] in _SIGNS[:3] or told.group().strip().startswith("designe")
        may_be = near and (plain or is_byname(quoted["name"])) and not is_part(text, person, quoted.span("name"))
        if may_be and not THING.search(flat, max(0, quoted.start() - 40), quoted.start()):
            yield Naming("nickname", person[:2], quoted.span("name"))


def _in_bracket(text: str, flat: str, person: Candidate) -> Iterator[Naming]:
    """A list of by-names with their bearer in brackets behind it."""
    if text[person.end : person.end + 1] != ")" or text[max(0, person.start - 2) : person.start].strip()[-1:] != "(":
        return
    line = text.rfind("\n", 0, person.start) + 1
    quoted = list(QUOTED.finditer(text, line, person.start))
    if quoted and _ALIASES_OF.search(flat, line, quoted[0].start()):
        for one in quoted:
            yield Naming("alias", person[:2], one.span("name"))
