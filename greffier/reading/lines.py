"""Facts that tie a person to a number or a date: who uses which line, who was born when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import level
from greffier.records import LinkType

Tie = tuple[LinkType, Candidate, Candidate]

_TITLE = (
    r"(?:(?:m\.|mm\.|mme|mlle|monsieur|madame|mr|mrs|ms|maitre|nomme|nommee|le\s+nomme|la\s+nommee"
    r"|denomme|le\s+denomme)\.?\s+)?"
)
_LINE_THEN_PERSON = re.compile(
    r"[,)]?\s*+(?:,?\s*+(?:qui\s+)?(?:est|etait|is|was|which\s+is|dont)?\s*+)?(?:,?\s*+(?:alors"
r"|actuellement|currently|exclusively|habituellement|regulierement)\s+)?(?:"
    r"utilisee?\s+(?:[a-z]+\s+)?par|exploitee?\s+par|employee?\s+par|detenue?\s+par"
r"|souscrite?\s+(?:[^,.;]{0,30}\s)?(?:par|au\s+nom\s+d[e'])|attribuee?\s+(?:[^,.;]{0,20}\s)?a"
r"|ouverte?\s+au\s+nom\s+d[e']"
    r"|enregistree?\s+au\s+nom\s+d[e']|identifiee?\s+comme\s+(?:etant\s+)?celle\s+d[e']"
r"|appartient\s+a|appartenant\s+a|est\s+celle\s+d[e']|(?:l'utilisateur|le\s+titulaire"
r"|titulaire|utilisateur)\s+(?:en\s+)?est"
    r"|titulaire|utilisateur|used\s+(?:[a-z]+\s+)?by|held\s+by|operated\s+by|attributed\s+to"
r"|assigned\s+to|registered\s+(?:to|in\s+the\s+name\s+of)|subscribed\s+(?:by|to"
r"|in\s+the\s+name\s+of)|belongs\s+to|belonging\s+to|belonged\s+to|in\s+the\s+name\s+of"
r"|au\s+nom\s+d[e']"
    rf")\s*+:?\s*+{_TITLE}"
)  # fmt: skip
_PERSON_THEN_LINE = re.compile(
    r"\s*[,(]?\s*(?:(?:qui|who|lui-meme|himself)\s+)?(?:(?:est|etait|is|was)\s+)?(?:(?:le"
r"|the)\s+)?(?:titulaire\s+d[eu']|utilisateur\s+d[eu']|utilisatrice\s+d[eu']|usager\s+d[eu']"
r"|utilisant|utilise|utilisait|faisant\s+usage\s+d[eu']|fait\s+usage\s+d[eu']|"
    r"using|uses|used|user\s+of|holder\s+of|subscriber\s+(?:of|to)|on|joignable\s+(?:au|sur)"
r"|joint\s+au|reachable\s+(?:on|at)|whose\s+(?:phone|mobile|line)?\s*number\s+is"
r"|dont\s+le\s+(?:numero|telephone)\s+est|au|sur\s+sa\s+ligne|on\s+(?:his|her)|tel|tel\."
r"|telephone|phone|mobile|portable|ligne)?\s*:?\s*"
    r"(?:(?:la|sa|une|le|son|the|his|her|a)\s+)?(?:(?:ligne|ligne\s+telephonique|numero"
r"|numero\s+de\s+telephone|number|phone\s+number|phone|line|mobile|mobile\s+number|handset"
r"|tel\.?|telephone|n°|no\.)\s*)?(?:(?:telephonique|numero|number|n°)\s*)*[:(]?\s*"
)  # fmt: skip
_OWNED = re.compile(
    r"titulaire|utilis|usage|using|uses|user|holder|subscriber|joignable|joint au|reachable|number"
    r"|numero|tel|phone|ligne|line|mobile|\(\s*$"
)
_ADJACENT = re.compile(r"[ ]?[:=]?\s[ ]{0,3}")  # « LEMAIRE 0473/…; »: a number right after a name is his
_BRACKETED = re.compile(r"[ ]?\((?:(?:homme|femme|man|woman|male|female)[^()\n]{0,40}?,\s)?(?:dite?\s)?[«\"“]?[ ]?")
_CALLS = re.compile(r"appel|call|contact|compos|joint\s+le|dial|rang|sms|message")
_KIN = (
    r"(?:fils|fille|frere|soeur|epou\w{1,3}|mari|femme|veu[fv]e?|pere|mere|compagn\w{1,3}|conjointe?|neveu|niece|oncle|tante"
    r"|cousine?|son|daughter|brother|sister|wife|husband|widow|mother|father|partner|nephew|uncle|aunt|[sdw]/o|et|and|avec"
    r"|with)\b"
)
_NOTE = rf"(?:,\s*+(?!{_KIN})[^,.;:()\d]{{1,32}}|,\s*(?:fils|fille|son|daughter|[sd]/o)\b[^,.;:()\d]{{1,60}}){{0,2}}"
_ALSO = (
    r"(?:[,;.]?\s{1,4}\(?(?:aka|a\.k\.a\.|alias|dite?|known as|surnommee?|surnom\s*:)\s*"
    r"[\"“«']?[^\"”»',;:()\d\n]{1,24}[\"”»']?\)?\.?)?"
)
_SAID = (  # « apparaît comme « né le … » », `is shown in the charge as "born …"`
    r"(?:\s(?:(?:is|was)\s+(?:given|shown|listed|entered|described|charged)|appears?|figures"
    r"|est\s+(?:inscrite?|designee?|mentionnee?)|figure|apparait|se\s+(?:dit|declare))\b[^.;:()\d\n]{0,40}?(?:\b(?:as|comme)\b|[\"“«])\s?[\"“«]?)?"
)
_FIELD = (  # the label of a field, on the same line or the next
    r"(?:(?<=[^a-z][a-z])\.)?,?\s*(?:nee?(?:\(e\))?\s+le|date\s+(?:et\s+lieu\s+)?de\s+naissance|date\s+of\s+birth"
    r"|d\.?o\.?b\.?|born(?:\s+on)?|b\.)\s*[:.]?\s*"
)
_BORN = re.compile(
    rf"{_ALSO}{_FIELD}|{_ALSO}{_NOTE}{_SAID}\s*,?\s*(?:[a-z]/[a-z]\s*,?\s*)?(?<![a-z])(?:\((?:[a-z]{{3,12}},\s*+)?)?(?:(?:nee?"
    r"|born)(?:\s+[^\W\d_]+(?:[ -][^\W\d_]+)?(?:\s+\([^()\d]{2,24}\))?\s*,?)??\s*(?:le|on|en|in|the|vers|around|about)?"
    r"|d\.?o\.?b\.?:?|b\.|date\s+(?:de\s+naissance|of\s+birth)\s*:?|born\s+on|est\s+nee?\s+(?:le|en)"
    r"|was\s+born\s+(?:on|in))\s*$"
)
_BIRTH_OF = re.compile(r"\b(?:naissance|date\s+of\s+birth|birth\s*date|dob)\b[^;]{0,120}$")  # what a line is about
_BESIDE = re.compile(r"\s*[,:=]\s*(?:le\s+)?")
_PARENT = re.compile(r"\b(?:fils|fille|son|daughter|[sd]/o)\b[^,.;:()\d]{0,50}$")
_AFTER_NAME = 120  # characters in which a birth stands after a name,
_FARTHEST = 200  # and after its beginning


def find_lines(text: str, seen: Sequence[Candidate]) -> Iterator[Tie]:
    """Yield the telephone lines that the page gives to somebody; to call a number is not to use it."""
    flat = level(text)
    people = [one for one in seen if one.kind == "person"]
    for phone in (one for one in seen if one.kind == "phone"):
        after = _LINE_THEN_PERSON.match(flat, phone.end)
        owner = (
            next(iter(beginning(people, after.end(), after.end())), None)
            if after
            else _in_brackets(flat, people, phone)
        )
        near = beginning(people, phone.start - _FARTHEST, phone.start)
        before = max((one for one in near if one.end <= phone.start), default=None)
        if owner is None and before is not None and phone.start - before.end <= 70:
            gap = flat[before.end : phone.start]
            if _ADJACENT.fullmatch(gap) or (
                _PERSON_THEN_LINE.fullmatch(gap) and _OWNED.search(gap) and not _CALLS.search(gap)
            ):
                owner = before
        if owner is not None:
            yield "line", owner, phone


def _in_brackets(flat: str, people: Sequence[Candidate], phone: Candidate) -> Candidate | None:
    """« 06 52 … (Drago) », « (homme, dit « Drago ») »: who stands alone in the brackets after a number."""
    opened = _BRACKETED.match(flat, phone.end)
    owner = next(iter(beginning(people, opened.end(), opened.end())), None) if opened else None
    return owner if owner and re.compile(r"[ ]?[»\"”]?\)").match(flat, owner.end) else None


def find_births(text: str, seen: Sequence[Candidate]) -> Iterator[Tie]:
    """Yield the dates of birth that stand right after a name, that of a parent passed over."""
    flat = level(text)
    people = [one for one in seen if one.kind == "person"]
    for date in (one for one in seen if one.kind == "date"):
        for person in reversed(beginning(people, date.start - _FARTHEST, date.start)):
            near = person.end <= date.start <= person.end + _AFTER_NAME
            if near and _PARENT.search(flat, max(0, person.start - _AFTER_NAME), person.start):
                continue
            about = _BESIDE.fullmatch(flat, person.end, date.start) is not None and _BIRTH_OF.search(
                flat, max(0, person.start - _AFTER_NAME), person.start
            )
            if near and (about or _BORN.fullmatch(flat, person.end, date.start)):
                yield "born", person, date
                break
