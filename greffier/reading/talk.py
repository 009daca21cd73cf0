"""The labels that open the turns of a talk: names, codes, roles, the senders of messages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from greffier.reading.capitals import UPPER, ordinary
from greffier.reading.vocabulary import at_lines, level
from greffier.records import PieceKind

Head = tuple[int, int, tuple[int, int], str]

_HOUR = r"[\dOlI]{1,2}[h:][\dOlI]{2}(?::[\dOlI]{2})?"
_DAY = r"(?:\d{4}-\d{2}-\d{2}|[\dOlI]{1,2}[-/.][\dOlI]{1,2}[-/.][\dOlI]{2,4})"
STAMP = (
    rf"\[?(?:{_DAY},?[ ](?:[àa][ ])?)?{_HOUR}(?:[ ][AaPp]\.?[Mm]\.?)?\]?[ ]?(?:[-–—][ ])?[ ]?"  # [14/08/2021 22:17] –
)
_NOBODY_KNOWN = (  # a voice that nobody has put a name to
    r"(?:UNK(?:NOWN)?|Unk(?:nown)?|Unidentified|UNIDENTIFIED|Unsub|UNSUB)\.?"
    r"(?:[ ](?i:male|female|man|woman|voice|caller|speaker|person))?"
    r"|(?:Homme|Femme|HOMME|FEMME|Individu|INDIVIDU|Voix|VOIX|Male|Female|MALE|FEMALE|Voice|VOICE|Speaker|SPEAKER)"
    r"(?:[ ](?i:inconnue?|non[ ]identifiée?|d['’]homme|d['’]enfant|de[ ]femme|masculine|féminine|unknown))?"
    r"|(?:Une?[ ])?[Vv]oix[ ](?:d['’]homme|d['’]enfant|de[ ]femme|masculine|féminine|inconnue)|(?i:inconnue?)"
    r"|U/?[MF]|UK?[MF]|[HF]NI|INC"
)
_NUMBERED = r"(?:DC|PC|DS|PS|DI|Sgt|OPJ|APJ|Officer|Agent)[ ](?:n°[ ]?)?\d{1,5}"  # an officer by a number
_NUMBERED_QUESTION = r"(?:Q[ ]?\d{1,4}\.?[ ]+)?"  # `Q112 Chair: …`
_SENT = re.compile(rf"[ \t]*{STAMP}(?P<label>[^\s:–—\[(][^:\n–—]{{0,38}}?)[ \u00a0]?:[ \u00a0]+(?=\S)")
_SENT_AT = re.compile(
    r"[ \t]*(?P<label>[^\s:()\[]{2,24}(?:[ ][^\s:()\[]{1,16})?)[ ]?"
    rf"[\[(](?:{_DAY},?[ ])?{_HOUR}[\])][ \u00a0]?:[ \u00a0]+(?=\S)"
)
_SENT_AFTER = re.compile(  # `Baz, 10:02: ref says it's off`
    r"[ \t]*(?P<label>[^\s:,()\[\]|]{2,24}(?:[ ][^\s:,()\[\]|]{1,16}){0,2}),[ ]"
    rf"\[?(?:{_DAY},?[ ])?{_HOUR}\]?(?:[ ]?[AaPp]\.?[Mm]\.?)?[ ]?[:–-][ \u00a0]+(?=\S)"
)
_ASIDE = r"\((?:[^()\n]|\([^()\n]{1,40}\)){1,90}\)"  # an office, a seat, the name of who has the chair
_PARTICLE = r"(?:(?:de|du|des|le|la|van|von|der|den|el|al|ben|bin|di|da|dos|del|della|y)[ ]|d['’]){1,2}"
_NAMED = re.compile(
    rf"[ \t]*(?:[-–—•*][ \u00a0]*)?(?:{STAMP})?{_NUMBERED_QUESTION}"
    rf"(?P<label>(?:UN|UNE|Un|Une|A)[ ](?:HOMME|FEMME|homme|femme|man|woman|MAN"
    rf"|WOMAN)(?:[ ]\d)?|(?:(?:M\.|Mme|Mr|Mrs|Ms|Le|La"
    rf"|The)[ ])?(?:{_PARTICLE})?[{UPPER}][\w'’.-]{{0,24}}(?:[ ](?:{_PARTICLE})?[{UPPER}(«][\w'’.»)-]{{0,24}}){{0,3}}"
    rf"|(?:{_NOBODY_KNOWN}|Man|Woman|Correspondante?|Interlocut\w+|Caller|Called)(?:[ ](?:n°[ ]?)?\d)?"
    rf"|{_NUMBERED})"
    rf"[ \u00a0]?(?:{_ASIDE}[ ]?)?(?::|[ ]—|(?<=[{UPPER}]{{2}})[ ]–)[ \u00a0]+(?=\S)"
)
_ROLE = (
    r"(?:le |la |l['’]|the )?(?:président[e]?|juge|procureure?|substitute?"
    r"|avocate?(?: générale?| de la (?:défense|partie civile))?|témoin|prévenue?|accusée?"
    r"|mise? en (?:examen|cause)|greffi(?:er|ère)|interprète|experte?|défense|partie civile"
    r"|bâtonnier|enquêt(?:eur|rice)|opérat(?:eur|rice)|gardée? à vue|suspecte?|plaignante?|victime|opj|apj"
    r"|witness|court|speaker|chair(?:man|woman|person)?|judge|clerk|accused|defendant"
    r"|prosecutor|foreman|defen[cs]e|prosecution|crown|for the (?:state|crown|accused|defen[cs]e)"
    r"|interpreter|(?:interviewing )?officer|interviewer|interviewee|suspect|detainee|detained person|solicitor"
    r"|counsel|operator|d[cis]|pc"
    r"|(?:his|her|your|mr|ms) (?:honou?r|lordship|ladyship|justice|worship)|the bench|magistrate"
    r"|registrar|commissioner|adjudicator|arbitrator|coroner|assessors?|jury"
    r"|(?:hon\.? |right hon\.? |mr\.? |madam |mme |m\. )?(?:deputy |acting |temporary )?"
    r"(?:speaker|chair(?:man|woman|person)?"
    r"|minister(?: (?:of|for) [^:\n]{3,40})?|attorney[- ]general|leader of the [^:\n]{3,30})"
    r"|la cour|le tribunal|le commissaire|le coroner|la greffière|le bureau|des voix|une voix|plusieurs voix"
    r"|(?:some|several|an) hon\.? members?"
    r"|caller|dispatcher|unk(?:nown)?(?: male| female)?|inconnue?)(?: n°)?(?: \d{1,2})?"
)
LABELLED = re.compile(_ROLE, re.IGNORECASE)  # a label that is an office or a part in the act
_ROLES = re.compile(
    rf"[ \t]*(?:{STAMP})?{_NUMBERED_QUESTION}(?P<label>{_ROLE})"
    rf"[ \u00a0]?(?:{_ASIDE}[ ]?)?(?::[ \u00a0]+|\.[ ](?:[–—][ ])?|(?-i:(?<=[{UPPER}]{{2}}))[ ]–[ \u00a0]+)(?=\S)",
    re.IGNORECASE,
)
_SPOKE = re.compile(  # « M. Morin, président. – », `Mr. HARKER. `
    rf"[ \t]*(?:(?:M|Mme|Mr|Mrs|Ms|Dr|MM|Mlle|Pr|Hon|Rev)\.?|Me|The|Le|La"
    r"|Dame|Sieur|Notable|Monsieur|Madame|Maître|Docteur|Chef|Maire|Échevine?"
    rf"|Conseill(?:er|ère)|Sénat(?:eur|rice)|Députée?|Senator|Councillor|Cllr|Chief|Elder)[ ]"
    rf"(?P<label>[{UPPER}][\w'’-]{{1,24}}(?:[ ][{UPPER}][\w'’-]{{0,24}}){{0,3}})"
    rf"(?:, [^.\n]{{3,50}}|[ ]\([^()\n]{{1,50}}\))?\.(?:[ ][–—][ ]|(?<=[{UPPER}]{{3}}\.)[ ])(?=\S)"
)
_CHAIR = r"(?:le|la)[ ](?:président|présidente|rapporteur|rapporteure|ministre|garde[ ]des[ ]sceaux)"
_SPOKE_PLAIN = re.compile(  # « M. Alain Delorme. Je vous remercie. »: the bold type of the name is lost
    rf"[ \t]*(?:M|Mme|Mr|Mrs|Ms)\.?[ ](?:{_CHAIR}[ ](?=[{UPPER}]))?"
    rf"(?P<label>{_CHAIR}|(?:{_PARTICLE})?[{UPPER}][\w'’-]{{1,24}}"
    rf"(?:[ ](?:{_PARTICLE})?[{UPPER}][\w'’-]{{0,24}}){{0,3}})"
    rf"(?:, [^.\n]{{3,60}})?\.[ ](?=[{UPPER}«])"
)
_ASKED_BY = re.compile(
    r"[ \t]*(?P<label>(?:Questions?[ ](?:de|du|from|by|\()|R[ée]ponses?[ ](?:de|du|from|by))[ ]?[^:\n]{3,40}?)"
    r"[ \u00a0]?:[ \u00a0]+(?=\S)",
    re.IGNORECASE,
)
_CODE = re.compile(
    rf"(?:(?!D[CIS](?:\W|$)|PC(?:\W|$))[A-Z]{{1,2}}|{_NOBODY_KNOWN}|Man|Woman|Correspondante?|CORRESPONDANTE?|Interlocut\w+|INTERLOCUT\w+"
    r"|Caller|Called|CALLER|CALLED|Appelante?|APPELANTE?|Appelée?|APPEL[ÉE]E?|Moi|MOI|Me|ME"
    r"|(?:UNE?|Une?|A) (?:HOMME|FEMME|homme|femme"
    r"|man|woman|MAN|WOMAN))(?:[ ]?(?:n°[ ]?)?\d)?$"
)
_PARTY = re.compile(r"(?:Correspondant|Interlocut|Caller|Called|Appel|CORRESPONDANT|INTERLOCUT|CALLER|CALLED|APPEL)")
_TITLES = frozenset("m mme mr mrs ms me dr sir judge justice le la the".split())
_COUNTED = re.compile(  # `01.10 PRENTICE Do you …`: the counter of a tape, and no colon
    rf"[ \t]*\d{{1,2}}[.:]\d\d(?:[.:]\d\d)?[ \t]+"
    rf"(?P<label>[{UPPER}][{UPPER}'’-]{{2,24}}(?:[ ][{UPPER}][{UPPER}'’-]{{1,24}})?)"
    r"[ \t]+(?=[^\s:])"
)
_COLUMNS = re.compile(  # `3   16/04/2021 21:05:02   Ballu   18k each`: number, time, sender and words in columns
    rf"[ \t]*(?:\d{{1,5}}[ \t]+)?{STAMP}[ \t]{{2,}}(?P<label>[^|;\t\n :][^|;\t\n:]{{1,23}}?)"
    r"(?:[ ]{2,}|\t)[ \t]*(?=[^\s|;])"
)
_PIPED = re.compile(  # `2021-11-02 18:03 | Marlo | anyone heard from Pim`
    rf"[ \t]*\[?(?:{_DAY},?[ ]?)?{_HOUR}\]?[ ]?[|;\t][ ]?(?P<label>[^|;\t\n]{{2,24}}?)[ ]?[|;\t][ ]?(?=[^\s|;])"
)
_SPACED = re.compile(  # `DUNMORE    No comment.`: a column of names
    rf"[ \t]*(?P<label>(?:(?:MS|MRS|MR|DC|DS|PC|DR|M\.|MME)[ ])?[{UPPER}][{UPPER}'’-]{{2,24}}"
    rf"(?:[ ][{UPPER}][{UPPER}'’-]{{1,24}})?)"
    r"(?:\t[ \t]*|[ ]{2,}|[ ]?:[ ]?\t)(?=[^\s:])"
)
_ANGLED = re.compile(
    rf"[ \t]*{STAMP}[<(](?P<label>[^<>()|;:\n]{{2,24}})[>)][ ]*:?[ ]+(?=\S)"
)  # `14:02 <rina> you about`
_ARROWED = re.compile(  # `owner > +15145550142: call Luc`, « Momo → Titi : t'es où »
    rf"[ \t]*(?:{STAMP})?(?P<label>[^\s>:|;→][^>:|;→\n]{{1,28}}?)[ ]?(?:->|=>|>|→)[ ]?"
    r"[^\s>:|;→][^>:|;→\n]{1,28}?[ \u00a0]?:[ \u00a0]+(?=\S)"
)
_CODED = re.compile(  # `RJ- Ouais.`, « NH. Vous avez signé ? »
    r"[ \t]*(?P<label>[A-Z]{1,3}\d?(?=[ ]?[-–—])|(?!NB\b|PS\b|PV\b|No\b)[A-Z]{2,4}(?=\.))[ ]?[-–—.][ ]+(?=\S)"
)
_ABOVE = re.compile(  # `Viper [12:01]` above its message, `[12:01] Viper`
    r"[ \t]*(?:(?P<label>[^\s:()\[\],]{2,24}(?:[ ][^\s:()\[\],]{1,16})?),?[ \t]{0,4}"
    rf"[\[(]?(?:{_DAY},?[ ])?{_HOUR}[\])]?"
    rf"|[\[(](?:{_DAY},?[ ])?{_HOUR}[\])][ ](?P<name>[^\s:()\[\],]{{2,24}}))[ ]*:?\n(?=[^\n])"
)
_DATED = re.compile(
    rf"{_DAY}[ ]|{_HOUR}[ ]|\d{{1,2}}[ ](?:[{UPPER}]{{3}}|[{UPPER}][a-zà-ÿ]{{2,8}})[ ]\d{{4}}\b"
)  # `VN-1 — 05 DEC 2022 08:14`
_NUMBER = re.compile(r"[+(]?\d[\d .()/-]{6,}+")
_HANDLES = re.compile(r"[ \t]*(?P<label>@?[a-z][\w.-]{2,24})[ ]?:[ ](?=\S)")
_CHAT = re.compile(r"conversation|messages?\b|chat|sms|whatsapp|snapchat|telegram|signal|messenger|instagram|echanges")
_OFFICER = re.compile(_NUMBERED)
_BORN = re.compile(
    r",[ ](?:née?|born|dob|d\.o\.b|demeurant|âgée?|aged|alias|dite?|aka|surnommée?|représentée?|assistée?)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:l['’]honorable|the[ ](?:hon|honourable|honorable)\b|l[ea][ ]nommée?|un[ ]nommé|une[ ]nommée)", re.IGNORECASE
)
_AFTER_NAME = re.compile(
    r",?[ ](?:Esq|Jr|Sr|Snr|Ltd|Inc|Co|Bros|Q\.C|K\.C|S\.C|SAN)\.$"
)  # a full stop that ends no sentence
_LONGEST_VALUE = 50  # characters of a field of a form


def talk_heads(text: str, kind: PieceKind, names: Collection[str], asked: Sequence[int] = ()) -> Iterator[Head]:
    """Yield where turns open: start, end, label, voice. Patterns are tried from the surest on; none twice on a line.

    `asked` is where questions and answers open by a sign of their own.
    """
    taken: set[int] = set()
    sent = _sent(text)
    asked = asked or [start for start, *_, voice in sent if voice == "code"]
    for heads in (sent, _spoke(text), _named(text, kind, names, asked)):
        for head in heads:
            if head[1] not in taken:
                taken.add(head[1])
                yield head


def _sent(text: str) -> list[Head]:
    """« 14/08/2021 22:17 – Momo13 : … », `Momo13 (22:17): …`: two and more lines that begin with day and hour."""
    found = [match for match in at_lines(_SENT, text) if not match["label"].strip().isdigit()]
    chat = _CHAT.search(level(text)) is not None
    others = (
        _SENT_AT,
        _SENT_AFTER,
        _ANGLED,
        _ARROWED,
        _PIPED,
        _COLUMNS,
        _COUNTED,
        _SPACED,
        _CODED,
        *((_ABOVE, _HANDLES) if chat else ()),
    )
    for layout in (found, *(list(at_lines(one, text)) for one in others)):
        if layout and layout[0].re in (_COUNTED, _SPACED, _CODED) and not _full(layout, text):
            continue  # a log or a form: « 12.06 STARK buys a paper », « NOM   MORIN »
        often = Counter(_label(match) for match in layout)
        if 2 * sum(_NUMBER.match(text, match.end()) is not None for match in layout) > len(layout):
            continue  # a list of calls
        if len(layout) >= 3 and max(often.values()) >= 2 and 2 * len(often) <= len(layout) + 1:
            return [_head(match) for match in layout]
    return []


def _spoke(text: str) -> list[Head]:
    """The records of assemblies: a title, a name, a full stop."""
    found = list(at_lines(_SPOKE, text))
    plain = list(at_lines(_SPOKE_PLAIN, text)) if len(found) < 2 else []
    often = Counter(match["label"] for match in plain)
    chair = any(match["label"][:3] in ("le ", "la ") for match in plain)
    if len(found) >= 2 or (len(plain) >= 3 and (chair or max(often.values()) >= 2)):
        return [_head(match) for match in (found if len(found) >= 2 else plain)]
    return []


def _named(text: str, kind: PieceKind, names: Collection[str], asked: Sequence[int]) -> list[Head]:
    labels = list(at_lines(_NAMED, text))
    again = Counter(match["label"] for match in labels if kind == "intercept" and match["label"].isupper())
    again += _with_me(labels)
    found = [match for match in labels if _may_speak(match["label"], names) or again[match["label"]] > 1]
    found = [
        match for match in found if not _NUMBER.match(text, match.end()) and not _DATED.match(text, match.end())
    ]  # « Correspondant : 06 39 … »
    found = [match for match in found if not _tells_who(text, match, names)]
    found = _without_titles(found)
    roles = [match for match in at_lines(_ROLES, text) if not _fills_a_form(text, match)]
    roles += at_lines(_ASKED_BY, text)
    often = Counter(level(match["label"]) for match in (*found, *roles))
    talk = kind == "intercept" or (len(found) + len(roles) >= 3 and sum(count >= 2 for count in often.values()) >= 2)
    talk = talk or (kind == "hearing" and len(often) >= 2)
    told = [match for match in (*found, *roles) if len(match["label"]) > 2]  # no « Q : », whose answer is on its line
    talk = talk or (len({match["label"] for match in told}) < len(told) >= 3 and _full(told, text))
    if not talk:  # who breaks in on questions and answers: `MR. HOLT: Objection.`
        first, last = (asked[0], asked[-1]) if len(asked) > 2 else (0, 0)
        found = [match for match in found if first < match.start() < last]
        roles = [match for match in roles if first < match.start() < last or match.re is _ASKED_BY]
    return [_head(match) for match in (*found, *roles)]


def _full(heads: Sequence[re.Match[str]], text: str) -> bool:
    """Whether what stands after most labels ends as sentences do, and one asks or two have a title: no form does so."""
    lines = [text[match.end() : text.find("\n", match.end()) + 1 or len(text)].rstrip() for match in heads]
    titled = {label for label in map(_label, heads) if level(label).split()[0].strip(".") in _TITLES}
    ends = sum(line[-1:] in tuple('.?!…»”"') for line in lines)
    return 3 * ends > 2 * len(lines) and (len(titled) > 1 or any("?" in line for line in lines))


def _fills_a_form(text: str, match: re.Match[str]) -> bool:
    """« Avocat : Me Tallec »: what stands after the colon is a value of a form, with no stop and nothing said."""
    line = text[match.end() : text.find("\n", match.end()) + 1 or len(text)].strip()
    short = len(line) < _LONGEST_VALUE or _BORN.search(line) is not None
    line = _AFTER_NAME.sub("", line)
    named = line[:1].isupper() or _ARTICLE.match(line) is not None
    return short and line[-1:] not in ".?!…»" and named


def _tells_who(text: str, match: re.Match[str], names: Collection[str]) -> bool:
    """« Correspondante : Nadia, sœur de Mourad »: a field of a sheet that names somebody, and no sentence."""
    line = text[match.end() : text.find("\n", match.end()) + 1 or len(text)].strip()
    first = level(line).split(" ")[0].strip(".,;")
    return _PARTY.match(match["label"]) is not None and first in names and line[-1:] not in ".?!…»"


def _without_titles(found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """`LISTENING DEVICE – vehicle AE14 VNM` over a talk whose labels have a colon is the title of the page."""
    often = Counter(match["label"] for match in found)
    colons = sum(match.group().rstrip().endswith(":") for match in found)
    if 2 * colons <= len(found):
        return list(found)
    return [match for match in found if match.group().rstrip().endswith(":") or often[match["label"]] > 1]


def _with_me(labels: Sequence[re.Match[str]]) -> Counter[str]:
    """The labels of a talk that its owner kept: « Kaka : … », « Moi : … », line after line, two or three voices."""
    often = Counter(match["label"] for match in labels)
    voices = Counter({label: count for label, count in often.items() if count > 1 and " " not in label})
    mine = any(level(label) in ("moi", "me") for label in voices)
    return voices if mine and 2 <= len(voices) <= 3 and 2 * sum(voices.values()) > sum(often.values()) else Counter()


def _label(match: re.Match[str]) -> str:
    return match["label"] or match["name"]


def _head(match: re.Match[str]) -> Head:
    label = _label(match)
    voice = "code" if _CODE.fullmatch(label) or match.re is _CODED else "asked" if match.re is _ASKED_BY else "name"
    return match.start(), match.end(), match.span("label" if match["label"] else "name"), voice


def _may_speak(label: str, names: Collection[str]) -> bool:
    label = label.split(" (")[0]
    if _CODE.fullmatch(label) or _OFFICER.fullmatch(label):
        return True
    parts = [part for part in re.split(r"[ ]", level(label)) if part.strip(".") not in _TITLES]
    parts = [part.strip(".«»()") for part in parts]
    return any(part in names for part in parts) or (label.isupper() and bool(parts) and not any(map(ordinary, parts)))
