"""By-names whose bearer a later clause, an answer or a note tells: `Who's Macca?` — `Craig McAllister.`"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import WORD
from greffier.reading.naming import QUOTED, Naming, is_byname, is_part
from greffier.reading.role_words import role_words
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import at_lines, level, table

_ASKED_NAME = r"(?:(?:the|le|la)\s|l')?\w[\w'-]{1,20}(?:\s(?!is\b|was\b|est\b)\w[\w'-]{1,20})?"
_WHO_IS = re.compile(  # `Who's Macca?`, « Kiki, c'est qui ? » and, at the head of the answer, his name
    rf"(?:\b(?:who(?:'s|\s+is|\s+was|\s+do\s+you\s+mean\s+by|\s+do\s+you\s+call|\s+did\s+you\s+mean\s+by|\s+are\s+you\s+calling)|qui\s+(?:est|etait|appelez-vous|appelles-tu|designez-vous\s+par|designe)|c'est\s+qui|c'est\s+qui\s+ca)\s*,?\s+(?:[«“\"]\s?)?(?P<name>{_ASKED_NAME})"
    rf"|(?<=[\s«“\"])(?P<first>{_ASKED_NAME})(?:\s?[»”\"])?\s?,?\s(?:(?:is|was|est)\s)?(?:who|qui(?:\s+ca)?|c'est\s+qui(?:\s+ca)?|qui\s+est-ce)(?=\s?\?))"
    r"(?:\s?[»”\"])?(?:\s(?:in|on|dans|sur)\s[^?\n]{1,30})?\s?\?[»”\"]?\s{1,3}(?:[^\n:?!]{1,40}?[:.–—-]\s+)?"
    r"(?:(?:that's|that\s+is|that\s+would\s+be|i\s+mean|i\s+am\s+referring\s+to|je\s+parle\s+d[eu]|je\s+veux\s+dire|thats|it's|he's|she's|c'est|ce\s+doit\s+etre|il\s+s'agit\s+d[e'])\s*)?"
)
_MEANING = re.compile(  # `I lent it to Boycie.` — `Meaning Dion Frew?` — `Yes.`
    r"(?:\s?[»”\"'])?[.?!]?\s{1,3}(?:[^\n:?!]{1,30}?[:.–—-]\s+)?(?:(?:meaning|(?:do\s+)?you\s+mean|you\s+are\s+(?:speaking|talking)\s+(?:of|about)"
    r"|is\s+that|(?:that|he|she)(?:'s|\s+is)|c'est(?:\s+bien)?|vous\s+parlez\s+d[eu]|vous\s+voulez\s+dire|s'agit-il\s+d[eu]|c'est-a-dire)\s*)(?:(?:m|mme|mr|mrs|ms)\.?\s)?"
)
_YES = re.compile(
    r"[^\n?]{0,40}\?\s{1,3}(?:[^\n:?!]{1,30}?[:.–—-]\s+)?(?:yes|yep|yeah|oui|ouais|exact|exactement|correct|c'est\s+(?:ca|lui|elle|exact)|that's\s+(?:right|him|her|correct))\b"
)
_SAME_ONE = re.compile(  # « l'Ingénieur » : …, la même personne est appelée X
    r"[^\n]{0,100}?\b(?:(?:la|cette)\s+meme\s+personne|le\s+meme(?:\s+homme|\s+individu)?|the\s+same\s+(?:man|woman|person|individual|speaker))"
    r"\s+(?:est|etait|is|was)\s+(?:(?:aussi|also)\s+)?(?:appelee?|nommee?|designee?\s+comme|addressed\s+as|called|named|referred\s+to\s+as|identified\s+as)\s+$"
)
_IT_IS = re.compile(  # « surnommé « le Bosco », est identifié : il s'agit de X », `saved as "Cuz"; it belongs to X`
    r"(?:\s?[»”\"'])?(?:,?\s[^.;:\n«“\"]{0,60}?)?\s?[;:,.]\s(?:il\s+s'agit\s+(?:en\s+(?:fait|realite)\s+)?d[eu]'?\s?|c'est\s+|it\s+(?:belongs\s+to|is)\s+|this\s+is\s+|that\s+is\s+|he\s+is\s+)"
    r"(?:(?:m|mr|mme|mrs|ms)\.?\s|(?:du\s+|le\s+)?nommee?\s)?"
)
_SAVED = re.compile(  # what leads to a contact's name or a by-name of somebody not named yet
    r"\b(?:surnommee?|nicknamed|known\s+(?:only\s+)?as|connue?\s+sous\s+le\s+(?:sur)?nom\s+d[e']|(?:saved|stored|listed|registered)(?:\s[^.;:\n«“\"]{1,30})?\s(?:as|under)"
    r"|(?:enregistree?|repertoriee?|inscrite?)(?:\s[^.;:\n«“\"]{1,30})?\s(?:sous(?:\s+le\s+nom(?:\s+de)?)?|comme)|contact|alias|pseudo(?:nyme)?)\s*[«“\"']\s?$"
)
_LISTED = re.compile(  # `- Ficelle : très probablement Dylan X`, « Vieux Loup : 07 58 55 01 19 = X »
    rf"[ \t]*(?P<mark>[-–—•*][ ]?|\d{{1,2}}[.)][ ]?)?"
    rf"[«“\"]?[ \u00a0]?(?P<name>{WORD}(?:[ ]{WORD}){{0,2}})[ \u00a0]?[»”\"]?"
    r"[ \u00a0]?(?P<sign>[:=])[ ]?"
    r"(?P<line>\(?\+?\d[\d .()-]{5,18}\)?[ ]?[=:,–-]?[ ]?)?(?P<be>(?:is|est|serait|was)[ ])?"
    r"(?P<hedge>(?:très[ ]probablement|probablement|sans[ ]doute|vraisemblablement|identifiée?[ ]comme"
    r"|believed(?:[ ]to[ ]be)?|probably|likely|possibly|identified[ ]as|prob\.|poss\.)[ ])?"
    r"(?:(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?)[ ])?"
)
_LONGEST_NOTE = 300  # characters of a translator's note


def find_identified(text: str, people: Sequence[Candidate]) -> Iterator[Naming]:
    """Yield the by-names that are asked after, saved or noted, with the whole name that follows; `people` in order."""
    yield from _asked_for(text, people)
    yield from _it_is(text, people)
    yield from _meant(text, people)
    yield from _listed(text, people)
    yield from _same_one(text, people)


def is_confirmed(flat: str, end: int) -> bool:
    """Whether the question in which a name ends here is answered by a yes."""
    return _YES.match(flat, end) is not None


def _asked_for(text: str, people: Sequence[Candidate]) -> Iterator[Naming]:
    """`Who's Macca?` — `Craig McAllister.`: a whole name that opens the answer."""
    flat = level(text)
    for asked in _WHO_IS.finditer(flat):
        name = asked.span("name" if asked["name"] else "first")
        who = next((one for one in beginning(people, asked.end(), asked.end() + 1)), None)
        whole = who is not None and " " in text[who.start : who.end] and not is_part(text, who, name)
        if who is not None and whole and is_byname(text[slice(*name)], most=3):
            yield Naming("nickname", who[:2], name)


def _it_is(text: str, people: Sequence[Candidate]) -> Iterator[Naming]:
    """A by-name of somebody not named yet, and in the next clause who it is."""
    flat = level(text)
    for quoted in QUOTED.finditer(text):
        if not _SAVED.search(flat, max(0, quoted.start() - 60), quoted.start("name")):
            continue
        led = _IT_IS.match(flat, quoted.end("name"))
        who = next((one for one in beginning(people, led.end(), led.end())), None) if led else None
        if who is not None and " " in text[who.start : who.end] and not is_part(text, who, quoted.span("name")):
            yield Naming("nickname", who[:2], quoted.span("name"))


def _meant(text: str, people: Sequence[Candidate]) -> Iterator[Naming]:
    """A by-name in an answer, the whole name in the next question, and a yes."""
    flat = level(text)
    quoted = (one.span("name") for one in QUOTED.finditer(text) if is_byname(one["name"], most=3))
    alone = (one[:2] for one in people if " " not in text[one.start : one.end])
    for name in sorted({*quoted, *alone}):
        asked = _MEANING.match(flat, name[1])
        who = next(iter(beginning(people, asked.end(), asked.end())), None) if asked else None
        if who is None or " " not in text[who.start : who.end] or is_part(text, who, name):
            continue
        if is_confirmed(flat, who.end):
            yield Naming("nickname", who[:2], name)


def _listed(text: str, people: Sequence[Candidate]) -> Iterator[Naming]:
    """The list that tells the voices or the contacts of a talk: a by-name, and who it is; the page says it again."""
    for line in at_lines(_LISTED, text):
        name = line.span("name")
        flat = level(line["name"])
        who = next(iter(beginning(people, line.end(), line.end())), None)
        legend = line["sign"] == "=" or any(line[sign] for sign in ("mark", "line", "be", "hedge"))
        if not legend:
            continue  # `DANJUMA: Oga Chidi, tell us`
        if who is None or " " not in text[who.start : who.end] or is_part(text, who, name) or _is_office(flat):
            continue
        again = re.findall(rf"(?<!\w){re.escape(line['name'])}(?!\w)", text, re.IGNORECASE)
        if len(again) > 1 and is_byname(line["name"], most=3) and not (line["name"].isupper() and len(flat) < 4):
            yield Naming("nickname", who[:2], name)


def _is_office(flat: str) -> bool:
    """Whether a label tells a part in the act or a field of a form: « Greffier », `Witness`."""
    held, roles = table("people"), role_words()
    fields = (*held["labels"], *held["loose_labels"], *held["authors"])
    return flat in fields or any(word in roles.heads | roles.single | roles.trades for word in flat.split())


def _same_one(text: str, people: Sequence[Candidate]) -> Iterator[Naming]:
    """« « l'Ingénieur » : surnom ; dans l'appel n° 4, la même personne est appelée Luan Kola »."""
    flat = level(text)
    for person in people:
        line = max(flat.rfind("\n", 0, person.start) + 1, person.start - _LONGEST_NOTE)
        if "same" not in flat[line : person.start] and "meme" not in flat[line : person.start]:
            continue
        quoted = [one.span("name") for one in QUOTED.finditer(text, line, person.start)]
        named = [one[:2] for one in beginning(people, line, person.start) if one.end < person.start]
        told = (one for one in sorted((*quoted, *named), reverse=True) if is_byname(text[slice(*one)], most=3))
        name = next(told, None)
        if name and _SAME_ONE.match(flat, name[1], person.start) and not is_part(text, person, name):
            yield Naming("alias", person[:2], name)
