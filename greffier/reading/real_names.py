"""Other names told the other way round: « « Zizou », de son vrai nom X », `"Ghost" is X`, `Users: FOX7 = X`, labels.

Here the by-name comes first, or stands in a field of its own, or a pronoun leads to whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from greffier.reading.born import BORN
from greffier.reading.candidate import Candidate
from greffier.reading.capitals import WORD, common, ordinary
from greffier.reading.cued_names import told_name_at
from greffier.reading.identified import find_identified
from greffier.reading.later_names import find_later_names
from greffier.reading.loose_cues import HE_IS_CALLED
from greffier.reading.naming import QUOTED, THING, Naming, is_byname, is_one, is_part
from greffier.reading.places import known_place
from greffier.reading.same_person import find_same
from greffier.reading.taken import Taken, beginning
from greffier.reading.vocabulary import any_of, level, table

_BARE = re.compile(
    r"(?<![\w@.-])(?P<name>@[\w.]{3,30}|[A-Za-z]\w{0,20}[\d_]\w{0,20}"
    rf"|(?:(?:[Ll][ea]|[Tt]he)[ ]|[Ll]['’])?{WORD}(?:[ ]{WORD})?)$"
)
_HOLDS_A_THING = re.compile(
    r"(?:utilise par|used by|belongs to|appartient a|attribuee? a|attributed to|=)\s*$"
)  # a boat, a car and a telephone are used too
_ROLE_LETTER = re.compile(r"[A-Za-z]{0,2}\d{1,2}")  # S1, V2: the letters of a log
_HANDLE = re.compile(r"[@\d_]")
_BRACKET = re.compile(r"[ ]?\([ ]?(?:[a-zà-ÿ]{3,14}[ ]?:[ ])?(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?)?[ ]?$")
_IN_BRACKET = tuple("),;")  # what follows a name that a bracket opens with
_IS = re.compile(  # `"Deek" is X`, « Le Grand » désigne X; `Subject GREENFINCH is X`; « Tik_45 est X »
    r"(?:[»”\"]|(?i:subject|target|objectif|cible)[ ](?P<subject>[A-Z][A-Z0-9-]{2,20})"
    r"|(?:^|[\n;,:(.])[ ]?(?P<handle>[A-Za-z]{3}\w{0,17}[\d_]\w{0,20}))[ ]"
    r"(?:is|est|was|était|serait|c['’]est|=|désigne|désignerait|refers[ ]to|means)[ ]"
    r"(?:(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?)[ ])?$"
)
_PLAIN_IS = re.compile(  # `Deek is Marlon Prescott.`, « Momo, c'est Karim Saïdi »: a word that opens a line, a sentence
    rf"(?:^|[.!?\n…:–][ ]?|[ ])(?P<name>(?:(?:Le|La|The)[ ]|L['’])?{WORD}(?:[ ]{WORD})?)"
    r"(?:(?P<apart>,[ ]c['’]est(?:[ ]bien)?(?:[ ](?:le|la|un|une|l['’])[ ]?[a-zà-ÿ' -]{3,30})?)"
    r"|[ ](?:c['’]est|is|est)|[ ]=)[ ]"
    r"(?:(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?)[ ])?$"
)
_OPENS = re.compile(r"(?:^|[\n.!?…«“\"][ \u00a0]?|\n[ \t]*(?:[QRAD]|[^\n:]{1,30}:)[.:]?[ ]?)$")
_FIELD_BEGINS = r"(?:^|\n|[|;]|[ ]{2}|(?<=[.])[ ]|[–—][ ])[ \t]*"
_FIELD = re.compile(r"(?P<name>[^\n|;,/]{2,40}?)[ \t]*\.?(?=[\n|;,/]|$|[ ]{2}|[ ][–—][ ])")
_BORN = re.compile(rf",?\s*\(?(?:{BORN}|born\s|d\.?o\.?b\b)")
_MORE = re.compile(r"[ ]?[»”\"]?[ ]?[,/;][ ]?(?=[«“\"]?[ ]?[^\W\d_a-z])")
_SOMEBODY_ELSE = re.compile(
    r"\b(?:an?|un|une|another|(?:the|l)['’ ]?(?:other|autre)|certaine?)[ \n](?:[\w'’-]+[ \n]){1,4}?(?:who|that|qui)\b"
)  # « X nous présente un homme qui dit s'appeler Y »: Y is not X
_NEWCOMER = re.compile(  # « Rieux 2/3 … un homme est monté à bord … on l'appelle »: not « Rieux, un homme de … »
    r"(?<!,\s)(?<!is\s)(?<!est\s)(?<!was\s)(?<!etait\s)\b(?:an?|une?|another|un\sautre|some)\s(?:[a-z]{1,12}\s){0,2}?"
    r"(?:man|woman|guy|bloke|lad|fellow|person|stranger|individual|homme|femme|individu|type|gars|mec|personne|inconnue?)\b"
)
_CALL_HIM = (  # `everybody called him`, « les dockers l'appelaient »
    r"(?<![\w'])(?:everyone|everybody|they|people|we|most|some|friends|neighbou?rs|the\s+[a-z]{3,14}s|(?:his|her|our|my)\s+[a-z]{3,14}s)"
    r"\s+(?:(?:used\s+to|would|all|always|also|just|only)\s+)?(?:call|called|nicknamed)\s+(?:him|her)"
    r"|(?<![\w'])(?:tout\s+le\s+monde|tous|toutes|on|ils|elles|nous|certains|beaucoup|(?:les|ses|mes|nos|leurs)\s+[a-z]{3,14}s)"
    r"\s+(?:l'appel(?:le|lent|ait|aient|ions)|l[ea]\s+surnomm(?:e|ent|ait|aient|ions))"
)
_HIS_OWN = ("gave h", "introduced h")
_HE = re.compile(r"\b(?:he|she)\s(?:[a-z]+\s)?$")
_FROM = re.compile(r"\b(?:from|near|outside|in)\s$")  # `a dealer from Clogher way, and we call him`
_SPOKE_TO = re.compile(  # who is told of from there on
    r"\b(?:to|with|from|by|saw|met|asked|told|called|a|au|avec|chez|vu|rencontre|appele|demande|par)\s+(?:the\s+|le\s+|la\s+|l'|un\s+|une\s+|an?\s+|his\s+|her\s+|son\s+|sa\s+)$"
)
_NUMBERED = r"(?:\(\s?\+?\d[\d .-]{5,18}(?:,\s)?\)?)?"  # « « Tonton » (77 555 01 02, attribué à X) »
_IDENTIFIED = (  # `, later identified by DC Hill as`, « a depuis été identifié comme étant »
    r"(?:(?:has|had|was|were|is|been|since|later|subsequently|now)\s+){0,4}identified\s+(?:by\s+(?:[^.;,\n]|(?<=\s[a-z])\.){2,40}?\s+)?as(?:\s+being)?"
    r"|(?:(?:a|avait|est|ete|depuis|ensuite|ulterieurement|formellement|par\s+la\s+suite)\s+){0,4}identifiee?\s+(?:par\s+(?:[^.;,\n]|(?<=\s[a-z])\.){2,40}?\s+)?comme(?:\s+etant)?"
)
_LABEL = 12  # characters of a title or an hour before the label of a turn
_LONGEST = 60  # characters of a name
_PRONOUN_REACH = 240  # characters between a person and « on l'appelle »
_NEXT_FIELD = 90  # characters from a by-name's field to the name's below it
_FIELD_REACH = 320  # characters between a name's field and the field of its alias


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    held = table("aliases")
    return (
        re.compile(
            rf"[ ]?[»”\"']?[ ]?{_NUMBERED}[,;.]?[()]?\s*(?:{any_of(held['real_name'])}|{_IDENTIFIED})\s*:?\s*"
            r"(?:(?:m\.|mr\.?|mrs\.?|mme|le nomme|un certain|le)\s+)?$"
        ),
        re.compile(rf"(?:(?:{any_of(held['called_by'])}|(?:{_CALL_HIM}|{HE_IS_CALLED})(?!\w))\s*:?\s*)(?=[«“\"'\w])"),
        re.compile(rf"{_FIELD_BEGINS}(?:{any_of(held['fields'])})(?:[ ]?[:=]|(?<=as))[ \t]*"),
        re.compile(rf"{_FIELD_BEGINS}(?:{any_of(held['name_fields'])})[ ]?:[ \t]*$"),
    )  # fmt: skip


def find_real_names(text: str, seen: Sequence[Candidate]) -> Iterator[Naming]:
    """Yield by-names that are told before the name, in a field, or of « l' » and `him`; `seen` are all mentions."""
    people = [one for one in seen if one.kind == "person"]
    things = Taken(one[:2] for one in seen if one.kind not in ("person", "handle", "role"))
    for person in people:
        for naming in _before_name(text, person, people):
            if things.free(*naming.right):
                yield naming
    yield from _called(text, people, [one for one in seen if one.kind == "role"])
    yield from find_identified(text, people)
    yield from find_later_names(text, people)
    yield from find_same(text, people)
    yield from _fields(text, people)


def _before_name(text: str, person: Candidate, people: Sequence[Candidate]) -> Iterator[Naming]:
    flat = level(text)
    window = max(0, person.start - 90)
    cue = _patterns()[0].search(flat, window, person.start)
    whole = len(text[person.start : person.end].split()) > 1
    if cue and whole and (name := _name_ending(text, cue, people)) and not is_part(text, person, name):
        yield Naming("alias", (person.start, person.end), name, not _HANDLE.search(text[name[0] : name[1]]))
    elif (
        whole
        and text[person.end : person.end + 1] in _IN_BRACKET
        and _BRACKET.search(text, max(0, person.start - 24), person.start)
    ):
        name = _quoted_ending(text, text.rindex("(", 0, person.start))
        if name and is_byname(text[name[0] : name[1]]):
            yield Naming("nickname", (person.start, person.end), name)
    elif (
        whole
        and (told := _IS.search(text, max(0, person.start - 60), person.start))
        and text[person.end : person.end + 1] not in tuple("'’")
    ):
        group = next((one for one in ("subject", "handle") if told[one]), None)
        name = told.span(group) if group else _quoted_ending(text, told.start() + 1)
        handle = name is not None and _HANDLE.search(text[slice(*name)]) is not None
        if name and (handle or is_byname(text[slice(*name)], most=3)) and not is_part(text, person, name):
            yield Naming("nickname", person[:2], name, not handle)
    elif whole and (name := _plainly(text, person, people)) and not is_part(text, person, name):
        yield Naming("nickname", person[:2], name)


def _plainly(text: str, person: Candidate, people: Sequence[Candidate]) -> tuple[int, int] | None:
    """The one word, no ordinary one, that opens the sentence and is said to be this person, whole and alone."""
    told = _PLAIN_IS.search(text, max(0, person.start - 40), person.start)
    if told is None or text[person.end : person.end + 1] in tuple("'’-") or known_place(level(told["name"])):
        return None
    start, parts = told.start("name"), level(told["name"]).split()
    known = any(one[:2] == told.span("name") for one in people)
    if told["name"][:2] in ("Le", "La", "Th", "L'", "L’"):
        return told.span("name") if told["apart"] else None
    opens = _OPENS.search(text, max(0, start - 40), start) or known
    sure = opens and not any(map(ordinary, parts)) and (known or (len(parts) == 1 and not common(parts[0])))
    return told.span("name") if sure and len(told["name"]) > 2 and not told["name"].isupper() else None


def _name_ending(text: str, cue: re.Match[str], people: Sequence[Candidate]) -> tuple[int, int] | None:
    """The by-name that ends where the cue begins: quoted, a person's name of one word, a handle."""
    quoted = _quoted_ending(text, cue.start())
    if quoted:
        inner = text[quoted[0] : quoted[1]].split()
        handle = _HANDLE.search(text, *quoted) is not None
        return quoted if handle or (len(inner) < 5 and any(part[0].isupper() for part in inner)) else None
    stop = _without_blanks(text, cue.start())
    known = next((one for one in beginning(people, stop - _LONGEST, stop) if one.end == stop), None)
    if known:
        used = _HOLDS_A_THING.search(cue.group()) is not None and "(" not in cue.group()
        return known[:2] if not used or len(text[known.start : known.end].split()) == 1 else None
    bare = _BARE.search(text, max(0, stop - 44), stop)
    if bare is None or _is_ordinary(bare["name"]) or _ROLE_LETTER.fullmatch(bare["name"]):
        return None
    loose = _HOLDS_A_THING.search(cue.group()) and not _HANDLE.search(bare["name"]) and "(" not in cue.group()
    return None if loose else bare.span("name")


def _is_ordinary(name: str) -> bool:
    parts = level(name).split()
    return ordinary(parts[0]) and (len(parts) == 1 or ordinary(parts[1]))


def _without_blanks(text: str, end: int) -> int:
    """Where the words end that stand before `end`."""
    return end - 8 + len(text[max(0, end - 8) : end].rstrip()) if end >= 8 else len(text[:end].rstrip())


def _quoted_ending(text: str, end: int) -> tuple[int, int] | None:
    """What stands between the quotation marks that close here."""
    closing = next((at for at in (end - 1, end - 2, end, end + 1) if text[at : at + 1] and text[at] in "»”\"'"), None)
    if closing is None:
        return None
    for quoted in QUOTED.finditer(text, max(0, closing - 45), closing + 1):
        if quoted.end() == closing + 1 and not THING.search(level(text), max(0, quoted.start() - 40), quoted.start()):
            return quoted.span("name")
    return None


def _called(text: str, people: Sequence[Candidate], roles: Sequence[Candidate]) -> Iterator[Naming]:
    """« Tout le monde l'appelle Titi »: of the only person named shortly before, and nobody without a name since."""
    flat = level(text)
    for cue in _patterns()[1].finditer(flat):
        name = told_name_at(text, cue.end(), people)
        if name is None:
            continue
        before = beginning(people, cue.start() - _PRONOUN_REACH, cue.start())
        near = [one for one in before if one.end <= cue.start() and not _is_label(text, one)]
        near = [one for one in near if not _FROM.search(flat, max(0, one.start - 8), one.start)]
        if cue.group().startswith("refer"):  # `Kern refers to him as`: who says it is not he
            near = [one for one in near if one.end < cue.start() - 3]
        if cue.group().startswith(_HIS_OWN) and not _HE.search(flat, max(0, cue.start() - 12), cue.start()):
            near = [one for one in near if one.end >= cue.start() - 3]  # `The passenger gave his name as`: not X's
        if near and any(other.search(flat, near[-1].end, cue.start()) for other in (_SOMEBODY_ELSE, _NEWCOMER)):
            continue
        since = beginning(roles, near[-1].end, cue.start()) if near else ()
        if any(_SPOKE_TO.search(flat, max(0, one.start - 40), one.start) for one in since):
            continue  # `Mr Baptiste had a paper. I spoke to the foreman, they call him Dutchy`
        if near and (is_one(near) or is_one(_just_before(text, near, cue.start())) or near[-1].end >= cue.start() - 3):
            yield Naming("nickname", near[-1][:2], name)


def find_own_names(text: str, seen: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Yield what the person heard says to be called: « on m'appelle le Turc », `people call me Duke`."""
    people = [one for one in seen if one.kind == "person"]
    for cue in _own_names().finditer(level(text)):
        name = told_name_at(text, cue.end(), people)
        if name is not None and is_byname(text[slice(*name)], most=3):
            yield name


@lru_cache(maxsize=1)
def _own_names() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?:{any_of(table('aliases')['called_me'])})\s*:?\s*(?=[«\"“\w])")


def _is_label(text: str, one: Candidate) -> bool:
    """`MR HADEBE: `, at the head of a line: who speaks there, not whom he speaks of."""
    before = text[text.rfind("\n", 0, one.start) + 1 : one.start]
    return text[one.end : one.end + 2].lstrip()[:1] == ":" and len(before) < _LABEL


def _just_before(text: str, near: Sequence[Candidate], cue: int) -> list[Candidate]:
    """Those of the line of a pronoun and of the line before: a question and its answer."""
    line = text.rfind("\n", 0, cue)
    start = text.rfind("\n", 0, max(0, line)) + 1
    return [one for one in near if one.start >= start]


def _fields(text: str, people: Sequence[Candidate]) -> Iterator[Naming]:
    """« Alias : Daz » below « Nom : WHITLOW »."""
    flat = level(text)
    labels = list(_patterns()[2].finditer(flat))
    named_there = _patterns()[3].search
    told = [one for one in people if labels and named_there(flat, max(0, one.start - 40), one.start)]
    born = [one for one in people if labels and _BORN.match(flat, one.end)]
    fields = told or (born if is_one(born) else [])
    for label in labels:
        quoted = QUOTED.match(text, label.end())
        value = quoted or _FIELD.match(text, label.end())
        named = [one for one in fields if one.end <= label.start()]
        near = [one for one in named if one.start >= label.start() - _FIELD_REACH] or (named if is_one(named) else [])
        line = text.rfind("\n", 0, label.start() + 1) + 1
        there = [one for one in beginning(people, line, label.start()) if one.end <= label.start()]
        last = max((one for one in people if one.end <= label.start()), key=lambda one: one.end, default=None)
        if not near and last in born and last.start >= label.start() - _FIELD_REACH:
            near = [last]  # « X, né le 4 mai, demeurant … . Surnom : « Y » » in a list of people
        if not near and len(there) == 1 and " " in text[there[0].start : there[0].end]:
            near = there  # `Wanted: Samuel TEKLE. Alias(es): Sami`
        if ":" not in label.group() and text[line : label.start()].strip():  # `N2  Adeel Hussain   known as`
            near = there
        near = (
            near or [*beginning(told, label.end(), label.end() + _NEXT_FIELD)][:1]
        )  # « Alias : Ti-Paul » above the name
        while value and near and is_byname(value["name"]):
            yield Naming("alias", near[-1][:2], value.span("name"))
            more = _MORE.match(text, value.end())  # « Alias : Loulou, L'Horloger »
            value = (QUOTED.match(text, more.end()) or _FIELD.match(text, more.end())) if more else None
