"""A by-name and a whole name of one sentence, tied by what stands between them whatever its words are: « un certain
« Pitbull », identifié plus tard en la personne de X », « X, que ses voisins désignent sous l'appellation de « Y » ».

Nobody else is named between; who speaks of somebody, and whom « un individu » brings in, has no by-name there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.naming import MOST_WORDS, QUOTED, SPOKEN, THING, Naming, is_byname, is_part
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import level

_FAR = 95  # characters between both names
_TITLE = r"(?:(?:m|mr|mme|mrs|ms)\.?\s)?"
_WHO = (  # who somebody is, before his name: `his niece`, « le gérant du bar »
    r"(?:(?:(?:his|her|my|their|the|an?|son|sa|mon|ma|leur|le|la|un|une|ex-)\s?|l')(?:[a-z'-]+\s){1,3}?)?(?:(?:le|la)\s)?(?:nommee?\s)?"
    rf"{_TITLE}"
)
_IS = re.compile(
    r"[^.;\n«»“”\"]{0,60}?(?:"
    r"\bidentifi\w{1,4}\b[^.;\n«»“”\"]{0,40}?\s(?:as|comme|etant|de|a|being|be|par|:)|\bis\s+identified\s+as|(?:surnom|sobriquet|pseudo(?:nyme)?|diminutif|alias|nickname|nom\s+de\s+guerre|street\s+name|call\s+sign|handle|moniker)"
    r"\s+(?:de|d'|du|of|for|utilise\s+par|used\s+by|donne\s+a|given\s+to|porte\s+par)"
    r"|(?:found|proved?n?|turned\s+out|believed|thought|shown|established|understood|known|said|appears?|assumed|etabli|repute|suppose|s'avere|s'averait|semble)\s+(?:to\s+be|etre)"
    r"|(?:n'est|ne\s+serait|n'etait)\s+autre\s+que|(?:none|no)\s+other\s+than|(?:in\s+fact|really|actually|en\s+fait|en\s+realite|en\s+verite)"
    r"|(?:real|true|right|proper|full|actual|vrai|veritable)\s+(?:name|nom)\s*(?:is|was|est|etait|:|,)?|en\s+la\s+personne\s+d[eu]|de\s+son\s+(?:vrai|veritable)\s+nom|etat\s+civil\s*:?"
    r"|(?:belongs?|belonged|appartient|appartenait|appartiendrait|attribuee?|attributed|registered|enregistree?|souscrite?|subscribed)\s+(?:[^.;\n«»“”\"]{1,40}?\s)?(?:to|by|a|au\s+nom\s+d[eu]|in\s+the\s+name\s+of)"
    r"|(?:numero|line|number|ligne|phone|telephone|sim)\s+(?:au\s+nom\s+d[eu]|in\s+the\s+name\s+of|registered\s+to|of|de)"
    r"|(?:was|is|been|est|ete|etait)\s+(?:given|donnee?|attribuee?)\s+(?:to|a|au)|(?:designe\w{0,3}|designait|designaient|renvoie\s+a|renvoyait\s+a|refers?\s+to|referred\s+to|stands\s+for|stood\s+for|means|meant)(?:,[^.;\n«»“”\"]{3,40},)?"
    r")\s*(?:en\s+la\s+personne\s+d[eu]\s+)?(?:of\s+|de\s+|d')?" + _WHO + r"$"
)
_PLAINLY_IS = re.compile(
    r"(?:\s(?:in|dans|sur|on|of|de|du|from)\s[^.;,\n«»“”\"]{2,30})?,?\s?(?:is|was|est|etait|serait|c'est|=|i\s+mean|je\s+parle\s+d[eu])\s+"
    + _WHO
    + "$"
)
_SOMEBODY_CALLED = re.compile(  # what makes the quoted words before a « c'est » a by-name
    r"\b(?:calls?|called|calling|call|appelle|appelait|appellent|appelaient|surnommee?|nicknamed|alias|certaine?|named?|nommee?|denommee?|known|knows?|connue?|contact|enregistree?|saved|stored|listed|answer(?:s|ing)?\s+to"
    r"|repond(?:ant)?\s+au|surnom|nickname|pseudo(?:nyme)?|handle|sobriquet|signs?\s+as|signe|refers?\s+to|referred\s+to(?:\s+as)?|designe|handle|user|utilisateur|compte|account)\b[^.;\n«»“”\"]{0,25}$"
)
_CALLED = re.compile(  # between a whole name and the by-name after it
    r"[^.;:\n«»“”\"]{0,70}?\b(?:(?:appellation|surnom|sobriquet|pseudo(?:nyme)?|alias|nom|diminutif|nickname|name|moniker|handle|call\s+sign|signature|vocable|prenom)\s(?:[a-z'-]+\s){0,2}?(?:de\s?|d'|du\s|of\s|as\s|is\s|est\s|:\s?)?"
    r"|(?:known|knew|referred\s+to|addressed|saved|listed|stored|connue?|designee?|designent|enregistree?|presentee?|introduced)\s(?:[a-z'-]+\s){0,5}?(?:as|comme|sous|under)\s(?:le\s|the\s)?"
    r"|(?:appell?(?:e|ent|ait|aient)|surnomm\w{1,5}|nicknamed|call(?:s|ed)?|dubbed|baptis\w{1,4})\s(?:[a-z'-]+\s){0,3}?)$"
)
_AS = re.compile(
    r"\s(?:only\s|simplement\s|just\s)?(?:as|comme\s+(?:etant\s+)?|sous\s+le\s+(?:sur)?nom\s+d[eu]|by\s+the\s+name(?:\s+of)?)\s?$"
)
_KNOWS = re.compile(
    r"\b(?:knows?|knew|calls?|refers?\s+to|referred\s+to|addresse[sd]|identifie[sd]|connait|connaissait|connaissent|connaissaient|designe|designait|designent|presente|presentait)\s+"
    + _TITLE
    + "$"
)
_ANOTHER = re.compile(  # who speaks, and somebody brought in
    r"\b(?:un|une|certaine?|an?|another|autre|someone|somebody|quelqu'un|celui|celle|individu|man|woman|homme|femme|person|personne|type|gars"
    r"|dit\s+que|declare|a\s+dit|affirme|explique|parle|parlait|evoque|mentionne|said|says|told|stated|met|saw|with|avec|rencontre|vu|and|et|accuse|asks?|asked|demande|remis|gave|paid|sold|vend\w*|his|her|son|sa)\b"
)
_TALKS = re.compile(
    r"\b(?:selon|d'apres|according\s+to|par|by|de|from|chez|avec|with|to|a|told|for|pour)\s+" + _TITLE + "$"
)
_NOT = re.compile(r"\b(?:not|n't|never|pas|jamais|nor|ni|neither)\b")
_DIRECT = re.compile(r"\s?[—–-]\s?$|\s?\((?:[a-z\d ]{1,14}:?\s)?$")
_OF_MANY = re.compile(
    r"\b(?:group|groupe|chat|canal|channel|salon|forum|page|song|chanson|film|book|livre|article|titre|title|wordp?|mot|mention|slogan)\W{0,3}$"
)
_NAME = r"[«“\"][ \u00a0]?(?P<name>[^\W\d_a-zß-ÿ][^«»“”\"\n]{1,24}?)[ \u00a0]?[»”\"]"
_CODED = re.compile(
    rf"^[ \t]*(?:[-–—•][ ])?[^\W\d_][\w '’.-]{{1,24}}[ ]?\(?{_NAME}\)?[ ]?[:=]"
    r"[ ]?(?:(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?)[ ])?$"
)
_OF_IT = re.compile(
    r"\b(?:d[eu]|des|la|le|l'|of|the|on|sur|a|au|aboard|at)\s?[«“\"]?\s?$"
)  # « Capitaine du « X » : Y »
_IN_BRACKET = re.compile(rf"{_NAME}[ ]?(?:\(|[–—:=-][ ])(?:(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?)[ ])?$")
_SAVED_THERE = re.compile(
    r"\b(?:repertoire|contacts?|phonebook|phone\s+book|saved|enregistree?s?|address\s+book|carnet\s+d'adresses|surnoms?|nicknames?|alias)\b"
)
_BYWORD = re.compile(
    r"(?<![\w@.-])(?P<name>(?:Big|Little|Lil|Fat|Old|Young|Uncle|Auntie?|Mad|Skinny|Ti|Petit|Gros|Grand"
    r"|Tonton|Vieux|Mama|Papa|Baba)[ ][A-Z][\w'’-]{1,15})[ ]\($"
)
_QUESTION = re.compile(
    r"[^?\n]{0,50}\?[»”\"]?\s{1,3}(?:[^\n:?!]{1,40}?[:.–—-]\s+|[-–—]\s?)?(?:(?:yes|oui|well|ben|euh|ah)[,.]?\s)?(?:(?:that's|thats|that\s+is|that\s+would\s+be|it's|its|he's|she's|i\s+mean|c'est|ca\s+c'est|ce\s+doit\s+etre|il\s+s'agit\s+d[e'u]|je\s+parle\s+d[eu]|je\s+veux\s+dire)\s*)?"
    + _TITLE
    + "$"
)
_ANSWERED = re.compile(  # « Le nom « Mélo » vous dit quelque chose ? » – « Oui, c'est X »
    r"[^?\n]{0,50}\?[»”\"]?\s{1,3}(?:[^\n:?!]{1,40}?[:.–—-]\s+|[-–—]\s?)?(?:(?:yes|yeah|yep|oui|ouais|well|ben|ah)[,.]?\s)?"
    r"(?:that's|thats|that\s+is|it's|he's|she's|that\s+would\s+be|c'est|ca\s+c'est|il\s+s'agit\s+d[e'u])\s"
    + _TITLE
    + "$"
)
_AS_HIS = re.compile(  # `identified the voice called “Frenchy” on call 3 as that of X`
    r"[^.;\n«»“”\"]{0,50}?\s(?:as|comme)\s(?:(?:being\s|etant\s)?(?:that\s+of|celle\s+d[eu]|celui\s+d[eu])\s|being\s|etant\s)"
    + _TITLE
    + "$"
)
_ASKED_AFTER = re.compile(r"[^?\n]{0,20}\b(?:qui|who|whom)\b[^?\n]{0,15}\?")
_ASKS = re.compile(r"\b(?:who|whom|who's|qui)\b[^?\n]{0,60}$")


def find_same(text: str, people: Sequence[Candidate]) -> Iterator[Naming]:
    """Yield the by-names with the whole name of the same sentence, or of the answer; `people` in order."""
    flat = level(text)
    whole = [one for one in people if " " in text[one.start : one.end]]
    yield from _in_lists(text, flat, whole)
    for start, end, quoted in _bynames(text, flat, people):
        after = next((one for one in beginning(people, end + 1, end + _FAR)), None)
        if (
            after in whole
            and after is not None
            and _follows(flat, (start, end), after, quoted)
            and not is_part(text, after, (start, end))
        ):
            yield Naming("nickname", after[:2], (start, end))
            continue
        before = beginning(people, start - _FAR, start)
        near = next((one for one in reversed(before) if one.end < start), None)
        if (
            near in whole
            and near is not None
            and _precedes(flat, near, start, quoted)
            and not is_part(text, near, (start, end))
        ):
            yield Naming("nickname", near[:2], (start, end))


def _in_lists(text: str, flat: str, whole: Sequence[Candidate]) -> Iterator[Naming]:
    """« Répertoire : « Chef » (X) », « Objectif 1 (« RENARD ») : X », `Big Sal (Salvatore Imbriani)`."""
    for who in whole:
        line = max(text.rfind("\n", 0, who.start) + 1, who.start - 2 * _FAR)
        before = text[line : who.start]
        told = _CODED.search(before) if text[max(0, line - 1) : line] in ("", "\n") else None
        told = None if told and _OF_IT.search(flat, line, line + told.start("name") - 1) else told
        told = told or (_SAVED_THERE.search(flat, line, who.start) and _IN_BRACKET.search(before))
        told = told or (text[who.end : who.end + 1] in (")", ",") and _BYWORD.search(before)) or None
        if told and not is_part(text, who, (line + told.start("name"), line + told.end("name"))):
            yield Naming("nickname", who[:2], (line + told.start("name"), line + told.end("name")))


def _bynames(text: str, flat: str, people: Sequence[Candidate]) -> list[tuple[int, int, bool]]:
    """Quoted words that may be a by-name, and people of one word, in order."""
    found = [(*one.span("name"), True) for one in QUOTED.finditer(text) if _may_be(text, flat, one)]
    alone = [(one.start, one.end, False) for one in people if " " not in text[one.start : one.end]]
    inside = {start for start, _, _ in found}
    return sorted([*found, *(one for one in alone if one[0] not in inside)])


def _may_be(text: str, flat: str, quoted: re.Match[str]) -> bool:
    name = quoted["name"]
    fits = is_byname(name, most=MOST_WORDS) or (
        name[:1].isupper() and len(name.split()) <= 2 and level(name) not in SPOKEN
    )
    before = flat[max(0, quoted.start() - 40) : quoted.start()].rstrip(": ") + " "
    return fits and not THING.search(before) and not _OF_MANY.search(before)


def _follows(flat: str, name: tuple[int, int], who: Candidate, quoted: bool) -> bool:
    """Whether the words from a by-name to the whole name after it say that they are one person's."""
    start = name[1] + 1 if quoted else name[1]
    between = flat[start : who.start].lstrip(" \u00a0»”\"'")
    lead = flat[max(0, name[0] - 45) : name[0]].rstrip("«“\"'‘ \u00a0")
    called = _SOMEBODY_CALLED.search(lead) is not None
    if _NOT.search(between):
        return False
    if flat[who.end : who.end + 2].strip().startswith(":"):
        return False  # whose turn begins there
    asked = _ASKS.search(flat, max(0, name[0] - 70), name[0]) or (quoted and _ASKED_AFTER.match(between))
    if asked and _QUESTION.fullmatch(between):
        return True
    if quoted and _ANSWERED.fullmatch(between):
        return True
    if not (quoted or called):
        return False
    if called and _AS_HIS.fullmatch(between):
        return True
    return _IS.fullmatch(between) is not None or (called and _PLAINLY_IS.fullmatch(" " + between) is not None)


def _precedes(flat: str, who: Candidate, start: int, quoted: bool) -> bool:
    """Whether the words from a whole name to the by-name after it say that they are one person's."""
    between = flat[who.end : start].rstrip("«“\"' \u00a0") if quoted else flat[who.end : start].rstrip()
    if _AS.fullmatch(between + " ") and _KNOWS.search(flat, max(0, who.start - 30), who.start):
        return True
    if not quoted or _NOT.search(between) or _ANOTHER.search(between):
        return False
    if _TALKS.search(flat, max(0, who.start - 16), who.start) and not between.startswith((",", " (")):
        return False
    return _CALLED.fullmatch(between + " ") is not None
