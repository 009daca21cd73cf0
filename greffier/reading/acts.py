"""Sections of Acts and statutes as English writes them: `section 18 of the Theft Act 1968`, `18 U.S.C. § 1956`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from greffier.reading.candidate import Candidate
from greffier.reading.statutes import sure
from greffier.reading.vocabulary import level, table, words

_US_PART = (
    r"\d+\w*(?:\.\d+|-\d+[a-z]?)?(?:\(\w{1,4}\))*"
    r"(?:(?:\s*,\s*|,?\s+and\s+)\d++\w*+(?!\s+(?:U\.?\s?S|C\.?\s?F))(?:\(\w{1,4}\))*)*"
)
_PART = r"(?:\d|l(?=[\s,\d]))[\dlO]*(?:\.\d{1,3})?(?:-[A-Z](?!\w)|[A-Z]{0,3}|[A-Z]{1,2}\d{1,2})(?:\(\w{1,4}\))*"
_JOINED = (
    r"(?:\s*(?:,|;(?!\s*[Ss]ec)|-|–|&|/|\br/w\b)\s*|,?\s+(?:and|or|to|(?:as\s+)?read\s+(?:together\s+)?with)\s+)"
    r"(?:(?:[Ss](?:ub-?s)?ec(?:tions?|\.)|[Ss]s?\.|ss?(?=\s))\s*)?"
)
_SUB = r"(?:\(\w{1,4}\))+"  # `s 6(1)(c) and (2)(a)`
_LETTERS = "|".join(map(re.escape, table("laws")["acts"]))  # Acts that letters alone name
_CAP = r"(?:Cap|CAP|Chap|Chapter)\.?\s?(?:[A-Z]\.?\s?)?\d{1,4}(?::\d\d)?[A-Z]?(?:,?\s(?:LFN|L\.F\.N\.)\s\d{4})?"
_PHILIPPINE = (  # `RA 10175`, `P.D. No. 1866`, `Batas Pambansa Blg. 22`
    r"(?:R\.?A\.?|P\.?D\.?|B\.?P\.?|Republic\s+Act|Presidential\s+Decree|Batas\s+Pambansa)\s+(?:No\.\s?"
    r"|Blg\.\s?)?\d{1,5}"
)
_SAME = re.compile(  # `article 28 of the same Act`: whichever was named before
    rf"(?P<told>(?P<word>[SsAaRr](?<!\w.)(?:(?<=[Ss])(?:ub-?s)?(?:ections?|ecs?\.|\.)|(?<=[Aa])(?:rticles?|rts?\.)"
    rf"|(?<=[Rr])(?:ules?|egulations?)))\s*(?P<number>{_PART}(?:{_JOINED}{_PART})*))"
    r"\s+(?:of|to)\s+(?:the\s+(?:same|said)|that|this)\s+(?:Act|Code|Ordinance|Decree|Law|Statute|Order|Rules"
    r"|Regulations|Convention)\b"
)
_ACT_FIRST = re.compile(
    r"\b(?!The\s|In\s|Under\s)(?P<act>(?:[A-Z][\w'-]*+\s(?:(?:of|and|the|on|against)\s){0,2}){1,8}?"
    r"(?:Act,?\s\d{4}|Code(?:\s(?:Act\s)?\d{4})?))\s?,?\s?\(?"
    r"(?:[Ss]s?\.|[Ss]ections?|s(?=\s\d))\s?"
    rf"(?P<number>{_PART}(?:,?\s(?:and|&)\s{_PART})?)"
)
_ENGLISH = re.compile(
    rf"(?P<word>[SsAaRrPp](?<!\w.)(?:(?<=[Ss])(?:(?:ub-?s)?ections?|ecs?\.|s?\.|s?(?=\s\d))|(?<=[Aa])(?:rticles?"
    rf"|rts?\.)"
    rf"|(?<=[Ss])chedules?|(?<=[Rr])(?:ules?|egulations?|egs?\.?(?=\s?\d)|\.?(?=\s?\d))"
    rf"|(?<=[Pp])aragraphs?(?=\s\d+\sof\sSchedule)))\s*(?P<number>{_PART}(?:{_JOINED}(?:{_PART}|{_SUB}))*)"
    r"(?:,?\s+of\s+Schedule\s+\d+[A-Z]?|,\s+Article\s+[IVX]{1,4})?(?:,?\s+(?:of|to)\s+(?:the\s+)?|,?\s+)"
    r"(?P<act>(?:[A-Z](?:[\w'-]++|\.[A-Z]\.)(?:,?\s+|\s*\(|\)\s*))(?:(?:[A-Z][\w'-]*+,?|of|and|on|the|to|in"
    r"|against|for"
    r"|etc\.?|&)\)?\s*\(?){0,9}?(?:Act|Code(?:\s+Act|\s+of\s+(?:the\s+)?[A-Z][a-z]+)?|Convention|Order|Ordinance"
    r"|Rules(?:\s+of\s+(?:(?:Criminal|Civil|Appellate)\s+)?(?:Procedure|Evidence|Court))?|Constitution|Decree"
    r"|Proclamation|Regulations|Statute"
    r"|Charter|Protocol|(?<=[a-z] )Laws?(?!\s+[A-Z(]))\b(?!\s+(?:Act|Ordinance|Rules|Regulations|Law)\b)"
    rf"(?:\s\((?:NI|Northern Ireland|Scotland|Wales)\)(?=\s\d{{4}}))?"
    rf"(?:,?\s+(?:of\s+)?[l\d][\dlO]{{3}}(?!\d)|,?\s+(?:No\.?\s*)?\d{{1,3}}\s+of\s+\d{{4}}|\s+No\.\s?\d{{3,5}})?"
    rf"(?:\s\(Act\s\d{{1,4}}\)|,?\s{_CAP}|\s[(\[]{_CAP}[^()\[\]\n]{{0,25}}[)\]])?"
    r"(?:\s\((?:Cth|NSW|Vic|Qld|WA|SA|Tas|ACT|NT|UK|NZ)\))?"
    rf"|Law\s+(?:No\.?\s*)?\d{{1,4}}(?:\([IVX]{{1,4}}\))?/\d{{4}}|Act\s+(?:No\.?\s*)?\d{{1,4}}(?:\s+of\s+\d{{4}}"
    rf"|(?![\w,]))"
    rf"|{_CAP}(?!\w)|{_PHILIPPINE}(?!\w)"
    r"|(?:Council\s+|Commission\s+)?(?:Regulation|Directive|Decision)\s+(?:\((?:EU|EC"
    r"|EEC)\)\s+)?(?:No\.?\s+)?\d{2,4}/\d{1,4}(?:/[A-Z]{2,4})?"
    rf"|(?:{_LETTERS})\b(?:,?\s+\d{{4}}(?!\d))?"
    r"|[A-Z]{2,8}\b,?\s+(?:19|20)\d\d(?!\d)|(?:(?:19|20)\d\d\s)?Constitution\b|Charter\b|C\.C\.(?!\w)"
    r"|Cr\.?\s?P\.?\s?C\.?(?!\w)|I\.P\.C\.|(?:l?[A-Z]{2,8}(?<=\w{3})|CC)\b"
    r"(?=\s*(?:[.,;:)\n]|$|and\b|or\b|r/w\b|read\b|for\b| {2})))"
)
_AMERICAN = re.compile(
    r"\d(?<!\w.)\d*\s+(?:U\.\s?S\.\s?C\.|USC|C\.\s?F\.\s?R\.|CFR|P(?:a\.)?\.\s?(?:C\.\s?)?S\.|V\.S\.A\."
    r"|M\.R\.S\.A?\.?)\s+(?:§{1,2}\s*|[Ss]ections?\s+)?" + _US_PART
)
_OF_STATE = re.compile(  # `Fla. Stat. § 812.014`, `Penal Code § 187(a)`
    r"[A-Z](?<![\w.].)(?:[a-z]{1,5}\.\s(?:[A-Z&]\w*\.?\s){0,4}|\.[A-Z]\.\s(?:[A-Z]\w+\.?\s){0,2}"
    r"|[a-z]+\s(?:[A-Z&]\w*\s){0,3})"
    r"(?<=(?:Code|tat\.|Ann\.|Laws|.Law|Rev\.)\s)§{1,2} ?[\dl][\dlO.:-]*(?<!\.)(?:\(\w{1,4}\))*"
)
_OF_ILLINOIS = re.compile(r"\d(?<!\w.)\d\d ILCS \d{1,4}/[\d.-]{1,10}(?<!\.)(?:\(\w{1,4}\))*")
_COMPILED = re.compile(  # statutes of States by their short name: `NRS 453.3385`, `MCA 45-6-301`, `A.R.S. § 13-1805`
    r"(?P<code>[ACFGHIKMNOPRSTVW](?<![\w.].)(?:(?<=N)RS|(?<=P)L(?=\s\d{3}\.\d\d)|(?<=I)C(?=\s\d{1,2}-\d)"
    r"|(?<=V)TL(?=\s\d)|(?<=O)RS"
    r"|(?<=R)CW|(?<=M)C[LA]|(?<=K)RS|(?<=H)RS|(?<=R)SA"
    r"|(?<=C)RS|(?<=A)RS|(?<=O)RC"
    r"|(?<=S)DCL|(?<=N)DCC|(?<=A)\.R\.S\.|(?<=C)\.R\.S\.|(?<=O)\.C\.G\.A\.|(?<=N)\.J\.S\.A\.|(?<=K)\.S\.A\."
    r"|(?<=T)\.C\.A\.|(?<=F)\.S\."
    r"|(?<=G)\.S\.|(?<=A)S(?=\s\d\d\.\d\d\.\d{3})))\s(?:§{1,2}\s?)?\d[\dA-Z]{0,4}(?:[-.:]\d{1,6}[A-Z]?){1,3}"
    r"(?:\(\w{1,3}\))*(?![\w-])"
)
_TITLE = re.compile(
    r"T(?<!\w.)itle\s+\d+,?\s+(?:of\s+the\s+)?(?:United\s+States|U\.S\.)\s+Code,?\s+(?:§{1,2}|[Ss]ections?)\s*"
    + _US_PART
)


_OF_COURTS = re.compile(  # `Order 53 rule 3`, `CPR 31.16`, `Fed. R. Crim. P. 41`, `U.S.S.G. § 2D1.1`
    r"[OCFU](?<![\w.].)(?:(?<=U)\.S\.S\.G\.\s§{1,2}\s?\d[A-Z]\d(?:\.\d{1,2})?(?:\(\w{1,3}\))*"
    r"|(?<=O)rder\s+(?:\d{1,3}|[IVXL]{1,6})[A-Z]?,?\s+[Rr](?:ules?|\.|(?=\s\d))\s?\d{1,3}[A-Z]?(?:\(\w{1,3}\))*"
    r"|(?<=C)(?:PR|rimPR)\s(?:[Pp]art\s|rules?\s|r\.?\s?)?\d{1,2}(?:\.\d{1,3})?[A-Z]?(?:\(\w{1,3}\))*"
    r"|(?<=F)(?:ed\.\s?R\.\s?(?:Crim\.\s?P\.|Civ\.\s?P\.|App\.\s?P\.|Evid\.)|R(?:CrP|CP|E|AP)"
    r"|PR)\s\d{1,4}(?:\.\d{1,2})?(?:\(\w{1,3}\))*)(?![\w])"
)


_WORDS = {"a": "art", "s": "s", "r": "r", "p": "para"}
_AND = re.compile(r"\s*(?:&|r/w)\s*|,?\s+(?:and|(?:as\s+)?read\s+(?:together\s+)?with)\s+|(?<=[\d)]);\s*")
_REGULATING = re.compile(r"Rules|Regulations|Order|MLR|PMLFTR")
_AGAIN = re.compile(r"(?<=,\s)(?:[Ss](?:ub-?s)?ec(?:tions?|\.)|[Ss]s?\.|ss?(?=\s))\s*")


def _named(act: str) -> str:
    """The name of an Act with the words that a scan spoilt put right: `Custorns Act`."""
    known = words("common_words")
    act = re.sub(r"^l(?=[A-Z]{2})", "I", act)  # `lPC`
    for word in (word for word in re.findall(r"\w+", act) if "rn" in word):
        right = word.replace("rn", "m")
        if level(word) not in known and level(right) in known:
            act = act.replace(word, right)
    return act


def find_acts(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the sections of a page, normalised to the Act and their numbers: `Theft Act 1968 s 18`."""
    named: list[tuple[int, str]] = []
    for match in chain(_ENGLISH.finditer(text), _ACT_FIRST.finditer(text) if "Act " in text or "Code " in text else ()):
        act = _named(re.sub(r",?\s+", " ", match["act"]).strip())
        if match.groupdict().get("word", "").casefold().rstrip("s.") in ("r", "reg") and not _REGULATING.search(act):
            continue  # `reg 417 WTB`: a plate
        named.append((match.start(), act))
        start = match.start() - 2 * (
            text[match.start() - 2 : match.start()].lower() in ("u/", "c/", "w/")
        )  # `u/s 420 IPC`
        yield _section(start, match.end(), act, match)
    for match in _SAME.finditer(text) if named else ():
        before = [one for one in named if one[0] < match.start()]
        if before:
            yield _section(match.start(), match.end("told"), max(before)[1], match)
    states = chain(
        _OF_STATE.finditer(text) if "§" in text else (), _COMPILED.finditer(text), _OF_ILLINOIS.finditer(text)
    )
    courts = _OF_COURTS.finditer(text)
    for match in chain(_AMERICAN.finditer(text), _TITLE.finditer(text), states, courts):
        yield Candidate(match.start(), match.end(), "law", re.sub(r"\s+", " ", match.group()))


def _section(start: int, end: int, act: str, match: re.Match[str]) -> Candidate:
    """The section of an Act: its name, what kind of part it is, and the numbers."""
    told = match.groupdict().get("word", "s").lower()
    word = next((short for short in ("sch", "reg") if told.startswith(short)), _WORDS.get(told[0], "s"))
    number = _AGAIN.sub("", _AND.sub(", ", match["number"].replace("–", "-")))
    return Candidate(start, end, "law", f"{act} {word} {number}", sure(number))
