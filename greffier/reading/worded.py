"""Whether words between quotation marks are speech, and the verb of speech beside them."""

from __future__ import annotations

import re

from greffier.reading.speech import patterns

_LEAD = re.compile(r"[:,][ \u00a0\n–—-]*$")
_BAD_LEAD = re.compile(
    r"\b(?:(?:enregistr|repertori|inscri)\w{1,4}\s+(?:sous|comme)(?:\s+le\s+nom(?:\s+de)?)?|(?:saved|stored|listed|registered)\s+(?:as|under)|surnom\w*|alias|nomm\w+|appel\w+|marque|mention|lettre"
    r"|nickname\w*|labelled|marked|operation|bar|navire)\s*(?:[:,]\s*)?$|(?<!\ba\s)(?<!\bont\s)\bdite?s?\s+$"
)
_CALLED = re.compile(r"(?<!\w)on\s+(?:l'|(?:le|la|les|lui|nous)\s+)?(?:dit|disait|donne|donnait|appelle|appelait)\s*$")
_TITLED = re.compile(
    r"\b(?:intitul\w+|titre|titled|entitled|called|known as|baptis\w+)\s*(?:[:,]\s*)?$"
    r"|\b(?:groupe?|chat|channel|canal|playlist|album)(?:\s+(?:chat|whatsapp|telegram|signal|facebook|messenger|name))?\s*(?:[:,]\s*)?$"
)
_GLOSSED = re.compile(  # `"the other thing" was said in English`, « « le jaune » désigne l'or »: what is explained
    r"[»”\"]?\s?(?:means|meant|refers?\s+to|referred\s+to|stands?\s+for"
    r"|(?:is|was)\s+(?:thought|believed|said\s+in|slang|code|likely|probably|a\s+(?:reference|term))"
    r"|designe\w{0,4}|signifie\w{0,3}|veut\s+dire|voudrait\s+dire|est\s+(?:vraisemblablement|probablement|sans\s+doute|un\s+terme|un\s+mot)|=)"
)
_GLOSS = 5  # words that may be explained

_LEADS_TO = re.compile(
    r"[^.!?;:«»“”\"\n]{0,50}?(?<!\w)(?:as|that|an?|une?|que|qu'|d'|de|(?:that|qu'|que)\s*(?:he|she|they|it|il|elle|ils)\s+"
    r"(?:had|was|were|has|is|would|avait|aurait|a|est|etait)?)\s*"
)
_HE_HAD = re.compile(
    r"\s*(?:(?:that|qu'|que)\s*)?(?:he|she|they|it|il|elle|ils)\s+(?:had|was|were|has|would|avait|aurait|a|etait)?\s*"
)
_OBJECT = re.compile(r"\s[^.!?;:,«»“”\"\n]{2,50}\s")
_BY_NAME = re.compile(r"(?:le|la|les|the)\s\S+$|l['’]\S+$")  # « le maçon » is a man, no word of anybody
_CLAUSE = re.compile(r"\s*(?:que|qu'|that)\s*")
_NAMES_SO = re.compile(  # verbs that lead to a word or two of somebody's own: « l'a traité de « vendu » »
    r"(?<!\w)(?P<verb>parl(?:e|ent|ait|aient)|evoqu(?:e|ent|ait|ant)|qualifi\w{1,5}|trait(?:e|es|ait|aient|er|ant|ee)|tax(?:e|er|ait)|accus(?:e|ent|ait)"
    r"|reproch\w{1,4}|fustig\w{1,4}|invoqu\w{1,4}|decri(?:t|vait|vent)|depei(?:nt|gnait)|describ(?:es|ed|ing)|dismisses|brands|calls|dismissed|branded|labelled|hailed|denounced|condemned|accused|characteri[sz]ed|referred\s+to"
    r"|spoke|warned|complained|called)(?=\s)[^.!?;:«»“”\"\n]{0,60}$"
)
_ENDS_NAMING = re.compile(r"(?<!\w)(?:de|d'|du|des|une?|les|comme|as|an?|of|the)\s*$|(?<=\w)\s$")
_TELLS = re.compile(
    r"(?<![\w'])(?:je|j'|tu|il|elle|on|nous|vous|ils|elles|c'est|c'etait|n'\w+|ne|i|you|he|she|it|we|they|nobody|no one"
    r"|everybody|everyone|nothing)(?!\w)|n't\b"
)
_SENTENCE = re.compile(  # « X écrivait à M. Y : » is one
    r"[.!?…](?<!\bm\.)(?<!\bmm\.)(?<!\bme\.)(?<!\bmme\.)(?<!\bdr\.)(?<!\bmr\.)(?<!\bms\.)(?<!\bmrs\.)(?<!\bsgt\.)(?<!\bst\.)\s|\n\s*\n"
)
_ENDS_CLAUSE = re.compile(r"[.,;)]|\s*(?:\n\s*\n|$)|\s+(?:et|mais|and|but)\s")
FULL = re.compile(r"[.!?…]$|\.\.\.$")


def cue_around(flat: str, whole: tuple[int, int]) -> tuple[int, int] | None:
    """The verb of speech right before the opening mark, or right after the closing one."""
    before = max(0, whole[0] - 140)
    left = before + max((match.end() for match in _SENTENCE.finditer(flat[before : whole[0]])), default=0)
    found = list(patterns().verb.finditer(flat, left, whole[0]))
    if found:
        return found[-1].span()
    named = _NAMES_SO.search(flat, left, whole[0])
    speaks_of = named is not None and named["verb"].startswith(("parl", "evoqu"))
    alone = " " not in flat[whole[0] + 1 : whole[1] - 1].strip(" \u00a0")
    if named and _ENDS_NAMING.search(flat, named.end("verb"), whole[0]) and not (speaks_of and alone):
        return named.span("verb")
    gap = re.compile(r"[ \u00a0]?[,–—-]?[ \u00a0\n]").match(flat, whole[1])
    if gap is None or flat[max(0, whole[1] - 2) : whole[1]] in ('."', ".“", ".”"):
        return None
    after = patterns().inverted.match(flat, gap.end())
    if after:
        return after.span()
    english = re.compile(
        r"[^.!?\n\"]{2,60}?\b(?:said|says|told|asked|replied|added|explained|stated|wrote|insisted)\b"
    ).match(flat, gap.end())
    return (english.end() - len(english.group().split()[-1]), english.end()) if english else None


def is_speech(
    text: str, flat: str, whole: tuple[int, int], inner: tuple[int, int], cue: tuple[int, int] | None
) -> bool:
    """Whether marked words are speech: a title, a by-name or a manner of speaking is none."""
    inside = text[inner[0] : inner[1]].strip(" \u00a0\u202f\n")
    count = len(inside.split())
    if count == 0 or not any(char.isalpha() for char in inside):
        return False
    before = flat[max(0, whole[0] - 40) : whole[0]]
    full = bool(FULL.search(inside)) or (text[whole[1] : whole[1] + 1] in ".!?" and inside[0].isupper())
    if (count <= 3 and (_BAD_LEAD.search(before) or _CALLED.search(before))) or _TITLED.search(before):
        return False
    if count <= _GLOSS and _GLOSSED.match(flat, whole[1]):
        return False
    led = bool(_LEAD.search(before)) and cue is not None and cue[1] <= whole[0]
    according = patterns().according.search(flat, max(0, whole[0] - 160), whole[0])
    if (
        according
        and before.rstrip().endswith(",")
        and count >= 3
        and not re.search(r"(?:[!?;]|(?<!\bm)(?<!\bme)(?<!\bmr)(?<!\bmme)\.)\s", flat[according.end() : whole[0]])
    ):
        return True
    if count <= 2:
        return (
            led
            or (cue is not None and cue[1] <= whole[0] and not flat[cue[1] : whole[0]].strip())
            or (
                cue is not None and _CLAUSE.fullmatch(flat, cue[1], whole[0]) is not None and not _BY_NAME.match(inside)
            )
            or (cue is not None and cue[1] <= whole[0] and _is_fragment(text, flat[cue[1] : whole[0]], whole, inside))
            or (full and bool(re.search(r"[!?]", inside[-1:] + before[-3:])))
            or (cue is not None and cue[0] >= whole[1])
        )
    if led or re.search(r":[ \u00a0\n]*$", before):
        return True
    if cue is not None:
        return count >= 3 or full
    alone = inside[0].isupper() and FULL.search(inside) and before.rstrip()[-1:] in ("", ".", "!", "?", "»", "”")
    tells = count >= 4 and _TELLS.search(flat, *inner) is not None
    return bool(alone) or tells or (count >= 5 and (full or inside[0].isupper())) or count >= 9


def _is_fragment(text: str, between: str, whole: tuple[int, int], inside: str) -> bool:
    """« dénonce une « mascarade » », `described the claims as "fanciful"`: a word or two that end their clause."""
    if not inside[:1].islower() or _BY_NAME.match(inside):
        return False
    if _HE_HAD.fullmatch(between):
        return True
    if _ENDS_CLAUSE.match(text, whole[1]) is None:
        return False
    return _LEADS_TO.fullmatch(between) is not None or (" " in inside and _OBJECT.fullmatch(between) is not None)
