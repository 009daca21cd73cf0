"""The name that stands after words like « alias », « dit », `known as`, and whether it may be a by-name there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER, WORD
from greffier.reading.naming import ARTICLE, MOST_WORDS, QUOTED, SPOKEN, is_byname
from greffier.reading.spoken import find_spoken
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import level, words

_OPEN = re.compile(
    rf"(?P<name>(?:{ARTICLE}[ ]?|[A-Za-z]{{1,2}}[-'’](?=[{UPPER}]))?(?:{WORD}\d{{0,4}}|[{UPPER}0-9]{{2,}})"
    rf"(?:[ -](?:(?:de|du|des|d['’]|la|le|the|of|à|aux?)[ ]?)?{WORD}){{0,3}})"
)
_COMMON_OPEN = re.compile(r"(?P<name>(?:le|la|l['’]|the)[ ]?[a-zà-ÿ]{3,20})(?=[ ]?[,.;)\n]|$)")
_MARRIED = re.compile(r"\b(?:mme|madame|mrs|ms|epouse|epse|nee)\b[^\n;:.]{2,50}$")  # who may have another family name
_MORE_NAME = re.compile(rf"[ ](?:{WORD})")
LETTERS = frozenset(("aka", "a.k.a.", "a.k.a", "a/k/a"))  # `AKA` in capitals is as good
_PLAIN = re.compile(rf"(?P<name>(?:(?:[Ll][ea]|[Tt]he)[ ]|[Ll]['’])?{WORD})(?![\w@-])(?![ ]{WORD})")
_NAMED_HANDLE = re.compile(r"(?P<name>@\w[\w.]{1,28}\w|[A-Za-z]\w{0,20}[\d_]\w{0,19}\w)(?![\w@-])")
_TOLD_BYNAMES = frozenset("surnom sobriquet surnomme surnommee nicknamed nickname".split())  # any word may be one
_MARKS = tuple("«“»”\"' \u00a0")
_ALSO_VERBS = frozenset(("called", "is called", "appele", "appelee", "/"))


def name_at(text: str, at: int, cue: str, people: Sequence[Candidate]) -> tuple[int, int] | None:
    """The name that begins here: quoted, found by an earlier reader, or a run of capitalised words."""
    quoted = QUOTED.match(text, at)
    if quoted:
        return quoted.span("name")
    titled = re.compile(r"(?:M\.|Mme|Mr|Mrs|Ms|monsieur|madame)[ ]").match(text, at)
    start = titled.end() if titled else at
    known = next(iter(beginning(people, start, start)), None)
    opened = _OPEN.match(text, at)
    if known and not (opened and re.match(r"[ ](?:the|le|la|l['’])[ ]?", text[known.end : opened.end()])):
        return known.start, known.end
    if opened:
        return opened.span("name")
    common = (
        _COMMON_OPEN.match(text, at)
        if cue in {"dit", "dite", "surnomme", "surnommee", "nicknamed", "alias", "aka"}
        else None
    )
    return common.span("name") if common else None


def fits(text: str, cue: str, name: tuple[int, int], whole: str) -> bool:
    """Whether this name may be a by-name after its cue; `whole` is all that stands between both names."""
    inner = text[name[0] : name[1]]
    parts = inner.split()
    if len(parts) > MOST_WORDS or (
        not any(char.isupper() for char in inner) and text[name[0] - 1 : name[0]] not in "«“\"' \u00a0"
    ):
        return False
    if cue == "ex" and not _MARRIED.search(level(text), max(0, name[0] - 60), name[0]):
        return False  # « ex Gendarmerie », `ex Wharf Boys`
    if cue in {"ne", "nee", "born", "ex"} and (
        not parts[0][0].isupper() or level(parts[0]) in words("capitalised_words") or ("(" in whole and cue == "ex")
    ):
        return False
    also = re.search(
        r"\b(?:also|better|sometimes|popularly|commonly|fondly|widely|generally|often|otherwise|usually|locally|aussi|egalement|communement|habituellement|souvent)\s+\w+\s*$",
        whole,
    )  # `also called Duke`
    if (
        cue in _ALSO_VERBS
        and not also
        and not re.search("[«“\"'][ \u00a0\u202f]?$", text[max(0, name[0] - 2) : name[0]])
    ):
        return False  # `Emin called Goldstone` is a telephone call
    if cue.startswith(("ci-apres", "here")) and re.match(rf"{ARTICLE}(?:[ ]|(?<=['’]))", inner):
        return False  # « ci-après le Bailleur » is a part in a contract
    if cue in {"dit", "dite", "est dit"} or (cue in _ALSO_VERBS and not also):
        return is_nickname(text, name, comma="," in whole or "(" in whole)
    if cue in LETTERS or cue in ("alias", "o/c"):
        return level(parts[0]) not in SPOKEN  # `a.k.a. Accountant`
    quoted = text[name[0] - 1 : name[0]] in _MARKS and text[name[1] : name[1] + 1] in _MARKS
    told = cue in _TOLD_BYNAMES or quoted
    return level(parts[0]) not in SPOKEN and (told or level(inner) not in words("capitalised_words"))


def is_nickname(text: str, name: tuple[int, int], comma: bool) -> bool:
    """No sentence: no verb of speech can be told from « dit », so the words themselves decide."""
    inner = text[name[0] : name[1]]
    parts = inner.split()
    flat = level(inner)
    if flat in SPOKEN or level(parts[0]) in SPOKEN or "," in inner or len(parts) > MOST_WORDS:
        return False
    article = re.match(rf"{ARTICLE}(?:[ ]|(?<=['’]))", inner) is not None
    if article and len(parts) <= 3:
        return any(part[0].isupper() for part in parts[-1:]) or comma or text[name[0] - 1 : name[0]] in '«“" \u00a0'
    ends = text[name[1] : name[1] + 3]
    named_so = len(parts) == 3 and level(parts[1]) in ("la", "le", "the")  # « Sékou la Moto »
    if not parts[0][0].isupper() or (len(parts) > 2 and not named_so):
        return False
    return comma or re.match(r"[ \u00a0]?[»”\"]?[ ]?[,)]", ends) is not None or _is_one_name(text, name)


def is_incise(text: str, cue: str, at: int) -> bool:
    """« – Dis donc, Alfred, dit Claude »: who is named in a speech has no by-name in the words that say who speaks."""
    return cue in {"dit", "dite"} and at in _verbs_of_speech(text)


@lru_cache(maxsize=8)
def _verbs_of_speech(text: str) -> frozenset[int]:
    """Where the verbs stand that go with the direct speech of a page."""
    return frozenset(one.cue[0] for one in find_spoken(text) if one.cue)


def _is_one_name(text: str, name: tuple[int, int]) -> bool:
    """« dit « Mika » est absent », « dit Nono est absent »: one word that no sentence would begin with."""
    quoted = re.match(r"[ \u00a0\u202f]?[»”\"]", text[name[1] : name[1] + 2]) is not None
    alone = _MORE_NAME.match(text, name[1]) is None
    return is_byname(text[name[0] : name[1]], most=2 if quoted else 1) and (quoted or alone)


def told_name_at(text: str, start: int, people: Sequence[Candidate]) -> tuple[int, int] | None:
    """The name that begins here where words before it said that somebody is called so: no sentence, no exclamation."""
    quoted = QUOTED.match(text, start)
    if quoted:
        return quoted.span("name") if is_byname(quoted["name"]) else None
    known = next(iter(beginning(people, start, start)), None)
    if known:
        return known.start, known.end
    handle = _NAMED_HANDLE.match(text, start)
    if handle:
        return handle.span("name")
    bare = _PLAIN.match(text, start)
    if bare is None or level(bare["name"]) in SPOKEN:
        return None
    ends = text[bare.end() : bare.end() + 1] in ".,;)\n"  # « On l'appelle Captain. »
    return bare.span("name") if ends or is_byname(bare["name"]) else None
