"""Names made whole: by-names inside them, initials before them, a given name after the comma of a register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER, WORD, common, ordinary
from greffier.reading.people import DOTTED_RANKS, readable
from greffier.reading.places import known_place
from greffier.reading.surroundings import family_like, strong_given, weak_given
from greffier.reading.vocabulary import at_lines, level

_INSERTED = re.compile(
    rf"[ ](?:(?:dite?[ ])?[«“\"‘'][ \u00a0]?{WORD}(?:[ ]{WORD})?[ \u00a0]?[»”\"’']|\([{UPPER}][a-zß-ÿ]{{2,14}}\))[ ]"
    rf"(?P<family>(?:(?:S[Tt]\.|Mc|Mac|[Vv]an(?:[ ]der)?|[Vv]on|[Dd][ei]|[Ll][ae]|[Aa]l|[Bb]in)[ ])?{WORD})(?![\w@])"
)
_GIVEN = re.compile(rf"(?<![\w@]){WORD}(?:[ ][{UPPER}]\.){{0,2}}$")
_BYWORD = re.compile(
    r"(?<![\w@.-])(?:Uncle|Aunt|Auntie|Aunty|Big|Little|Lil|Old|Young|Fat|Mum|Mama|Papa|Nan|Nana|Tonton|Tata|Tante"
    r"|Oncle|Gros|Petit|Vieux|Ti|Oga|Alhaji|Alhaja|Hajia|Mheshimiwa|Mzee|Sheikh|Hadj|Oom|Tio|Tia|Baba|Papy|Mamie"
    r"|Dutch|Ah|Tantie|Tantine|Sidi|Lalla|Moulay|Koro|Maame|Scouse|Irish|Scotch"
    r"|Polish|Turkish|Mad|Crazy|Skinny|Tiny|Baby)[ ]$"
)
_SI = re.compile(r"(?<=[a-zà-ÿ,] )Si[ ]$")  # « par Si Larbi »; « Si Paul vient » opens a sentence
_MAIL_HEAD = re.compile(
    r"[ \t]*(?:From|To|Cc|Bcc|CC|De|À|A|Expéditeur|Destinataires?)[ ]?:[ ]*(?P<names>[^\n:]{5,300})"
)
_SIGNED = re.compile(  # what ends a letter, above the name
    r"(?:sincerely|faithfully|regards|respectfully|truly|cordialement|(?:salutations|sentiments)\b[^\n]{0,40})"
    r"[ ,.!]{0,3}\n(?:[ \t]*\n){0,3}[ \t]*$",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(rf"[ ]{WORD}(?=[ \t]*(?:\n|\Z))")
_LETTER_END = 90  # characters
_FAMILY_FIRST = re.compile(
    rf"[ ]*(?P<family>{WORD}(?:[ ]{WORD})?),[ ](?P<given>{WORD}(?:[ ](?:{WORD}|[{UPPER}]\.))?)[ ]*"
    r"(?:[(<\[][^;]{0,80})?"
)
_FAMILY_FIRST_TOO = re.compile(
    rf"(?:^|[:.][ ]|^[ ])(?P<family>(?:(?:de|van|von|der|Mac|Ó|Ní|Le|La|Di|Da|El|Al|Ben|Bin)[ ]){{0,2}}{WORD}),[ ]"
    rf"(?P<given>{WORD}(?:[ ](?:{WORD}|[{UPPER}]\.))?)(?=[ ]*(?:$|[–—(\[.-]))"
)
_SEMICOLONS = re.compile(r"[^\n;]{3,80}(?:;[^\n;]{3,80}){1,20}")
_FATHER = re.compile(rf"[ ](?:s/o|d/o|a/l|a/p|bin|binti|binte|bte)[ ]{WORD}(?:[ ]{WORD})?")
_SECOND_SYLLABLE = re.compile(
    r"-(?!(?:led|based|owned|run|born|style|type|like|made|era|held|backed)\b)[a-z]{1,6}(?![\w-])"
)
_SAINT = re.compile(rf"(?:[ ]S[Tt]|(?<=[ ]S[Tt]))\.[ ]{WORD}")
_SUFFIX = re.compile(r",?[ ](?:(?:Jr|Sr|JR|SR)\b\.?|(?:II|III|IV)(?![\w.-]))|(?:(?<=[ ]Jr)|(?<=[ ]Sr))\.")
_FAMILY_THERE = re.compile(rf"(?:^|[\s(])(?P<family>[{UPPER}][{UPPER}'’-]{{3,20}}),[ ]\Z")
_FAMILY_LISTED = re.compile(
    rf"(?:[:=–|;]|\n|(?:\d[.)]?|[ ])[ ])[ \t]*(?P<family>[{UPPER}][{UPPER}'’-]+(?:[ ][{UPPER}]+)?),[ ]\Z"
)
_LISTED = re.compile(r"(?:[:=–|;]|\n|\d[.)]?[ ]|[ ]{2})[ \t]*$")
_LABEL = re.compile(r"[A-Za-z)#.]:[ \t]*$")
_LETTER = re.compile(rf"[ ][{UPPER}](?=[ ]?[,:;)\n]|[ ]?$)|(?:[ ][{UPPER}]\.){{2,3}}")
_LONGEST = 90  # characters of a given name
_INITIALS = re.compile(rf"(?<![\w.@])(?:[{UPPER}]\.[ -]?){{1,3}}$")
_INITIAL_IN_FRENCH = re.compile(rf"(?<![\w.@])(?:[{UPPER}]\.[ -]?){{2,3}}$")  # a lone M. is a title there
_ENUMERATED = re.compile(r"\n[ \t]*$")


def whole_names(text: str, language: str | None, people: list[Candidate]) -> list[Candidate]:
    """Return the people of a page with their names as wide as the page writes them."""
    people = _registered(text, sorted(people))
    people = _apart(_with_byword(text, _with_initials(text, language, one)) for one in people)
    people = _apart(
        sorted([*people, *_addressed(text), *_listed_family_first(text)], key=lambda one: (one.start, -one.end))
    )
    inserted = [_with_inserted(text, people, start, match) for start, match in _inserted(text)]
    return [
        one for one in people if not any(one.start < name.end and name.start < one.end for name in inserted)
    ] + inserted


def _addressed(text: str) -> Iterator[Candidate]:
    """`To: Leota, Sione; Hart, June`: the head of a mail, where a family name comes before its comma."""
    for head in at_lines(_MAIL_HEAD, text):
        at = head.start("names")
        for one in head["names"].split(";"):
            told = _FAMILY_FIRST.fullmatch(one)
            first = level(told["given"]).split()[0] if told else ""
            listed = ";" in head["names"]  # where a comma parts no two people
            sure = strong_given(first) or (listed and weak_given(first))
            if told and sure and (listed or not strong_given(level(told["family"]))):
                whole = readable(f"{told['given']} {told['family']}")
                yield Candidate(at + told.start("family"), at + told.end("given"), "person", whole, 0.95)
            at += len(one) + 1


def _listed_family_first(text: str) -> Iterator[Candidate]:
    """`O'Sullivan, Declan; Mac Giolla, Seán`: two or more in one line, parted by semicolons."""
    for line in at_lines(_SEMICOLONS, text):
        at, parts = line.start(), line.group().split(";")
        named = []
        for part in parts:
            told = _FAMILY_FIRST_TOO.search(part)
            if told and not ordinary(level(told["given"]).split()[0]) and not known_place(level(told["given"])):
                start, end = at + told.start("family"), at + told.end("given")
                named.append(Candidate(start, end, "person", readable(f"{told['given']} {told['family']}"), 0.9))
            at += len(part) + 1
        sure = any(strong_given(level(one.normalised or "").split()[0]) for one in named)
        if len(named) > 1 and len(named) == len(parts) and sure:
            yield from named


def _apart(people: Iterable[Candidate]) -> list[Candidate]:
    """People in their order without those whose name is part of the one before: the father of `Fadli bin Osman`."""
    kept: list[Candidate] = []
    for one in people:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _with_byword(text: str, one: Candidate) -> Candidate:
    """`Big Jan`, `Uncle Pete`, « Tonton René »; and `Tyrone M` of a list of contacts."""
    before = _BYWORD.search(text, max(0, one.start - 12), one.start)
    after = _LETTER.match(text, one.end) if " " not in text[one.start : one.end] else None
    before = before or _SI.search(text, max(0, one.start - 5), one.start)
    start, end = before.start() if before else one.start, after.end() if after else one.end
    last = _LAST_WORD.match(text, end)  # the name below a letter is all of its line
    if last and not ordinary(level(last.group().strip())) and _SIGNED.search(text, max(0, start - _LETTER_END), start):
        end = last.end()
    saint = _SAINT.match(text, end) if " " in text[start:end] or strong_given(level(text[start:end])) else None
    end = saint.end() if saint else end  # `Imogen St. Clair`
    father = _FATHER.match(text, end)  # `Devi d/o Rajan`
    end = father.end() if father else end
    second = _SECOND_SYLLABLE.match(text, end)  # `YIP Chun-kit`
    end = second.end() if second and _is_chinese(text[start:end]) else end
    suffix = _SUFFIX.match(text, end)  # `R. Castaneda Jr.`
    end = suffix.end() if suffix and " " in text[start:end] else end
    return one if (start, end) == one[:2] else one._replace(start=start, end=end, normalised=readable(text[start:end]))


def _is_chinese(name: str) -> bool:
    """Whether a name is a short family name and the first syllable of a given one."""
    family, _, given = name.partition(" ")
    short = 2 <= len(family) <= 7 and (family.isupper() or family_like(level(family)))
    return short and given.isalpha() and 1 < len(given) <= 6 and not common(level(given))


def _with_inserted(text: str, people: list[Candidate], given: int, byname: re.Match[str]) -> Candidate:
    """`Ann Marie L. "Nan" Doyle Sr.`: from the first given name that is known to the last sign of the family's."""
    known = (one.start for one in people if one.start < given < one.end <= byname.start())
    start, suffix = min(known, default=given), _SUFFIX.match(text, byname.end())
    end = suffix.end() if suffix else byname.end()
    return Candidate(start, end, "person", readable(text[start:end]), 0.9)


def families_of_inserted(text: str) -> Iterator[str]:
    """Yield the family names (level form) of `Gerald "Jerry" Stokes`, which no run of words shows whole."""
    for _, match in _inserted(text):
        yield level(match["family"])


def _inserted(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """By-names with the family name after them, each with where the given name before it begins."""
    for match in _INSERTED.finditer(text):
        given = _GIVEN.search(text, max(0, match.start() - _LONGEST), match.start())
        if given is not None and _is_given(level(given.group().split()[0]), level(match["family"])):
            yield given.start(), match


def _is_given(first: str, family: str) -> bool:
    """Whether what stands before a by-name is a given name: a known one, or two words that are nothing else."""
    return strong_given(first) or not (ordinary(first) or ordinary(family) or known_place(first))


def _registered(text: str, people: list[Candidate]) -> list[Candidate]:
    """`O'HARA, Kevin John`: a family name in capitals and given names after its comma are one name."""
    kept: list[Candidate] = []
    for one in people:
        if kept and text[kept[-1].end : one.start] == ", " and _family_then_given(text, kept[-1], one):
            start = kept.pop().start
            family, given = text[start : one.start - 2], text[one.start : one.end]
            kept.append(Candidate(start, one.end, "person", readable(f"{family} {given}"), one.confidence))
        else:
            before = _FAMILY_LISTED.search(text, max(0, one.start - 40), one.start)
            before = before or _family_before(text, one)
            kept.append(one._replace(start=before.start("family")) if before else one)
    return kept


def _family_before(text: str, one: Candidate) -> re.Match[str] | None:
    """« LALONDE, Pierre-Luc » in a sentence: capitals that are no word and no town before a given name and no more."""
    found = _FAMILY_THERE.search(text, max(0, one.start - 30), one.start)
    family = level(found["family"]) if found else ""
    given = level(text[one.start : one.end]).split()
    sure = found and all(map(strong_given, given)) and len(given) < 3
    return found if sure and not (common(family) or ordinary(family) or known_place(family)) else None


def _family_then_given(text: str, first: Candidate, second: Candidate) -> bool:
    family, given = text[first.start : first.end], text[second.start : second.end].split()
    if not family.isupper() or " " in family:
        return False
    if all(part.isupper() for part in given):  # `SUSP: BOONE, WESLEY DALE`: in a form only
        return _LABEL.search(text, max(0, first.start - 24), first.start) is not None and strong_given(level(given[0]))
    listed = _LISTED.search(text, max(0, first.start - 4), first.start) is not None  # `T1 = HUYNH, Van Tai`
    return not any(part.isupper() and not part.endswith(".") for part in given) and (
        listed or strong_given(level(given[0]))
    )


def _with_initials(text: str, language: str | None, one: Candidate) -> Candidate:
    """`J. M. Kettering` from its first initial, and `M. Petrova` on an English page; not the letter of a list."""
    pattern = _INITIALS if language == "en" else _INITIAL_IN_FRENCH
    found = pattern.search(text, max(0, one.start - 10), one.start)
    if found is None or (
        found.group().count(".") == 1 and _ENUMERATED.search(text, max(0, found.start() - 9), found.start())
    ):
        return one
    letters = level(found.group()).replace(" ", "")
    first = text[max(0, found.start() - 1) : found.start()] in ("", "\n")
    if letters in DOTTED_RANKS or (first and letters in ("q.", "a.")):
        return one  # a rank, or the letter of a question or an answer
    return one._replace(start=found.start(), normalised=readable(text[found.start() : one.end]))
