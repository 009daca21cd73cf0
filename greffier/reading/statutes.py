"""Articles of law: « article 706-80 du code de procédure pénale », `section 18 of the Theft Act 1968`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from greffier.reading.candidate import GUESSED, Candidate

_CODES = {
    "CPP": r"code\s+de\s+procedure\s+penale|c\.?\s?p\.?\s?p\.?(?!\w)|c\.\s?pr\.\s?pen\.|cpp",
    "CP": r"code\s+penal(?!e)|c\.\s?pen\.|c\.?p\.?(?!\w)",
    "CSP": r"code\s+de\s+la\s+sante\s+publique|c\.\s?sante\s+publ\.|csp(?!\w)",
    "CD": r"code\s+des\s+douanes|c\.\s?douanes",
    "C. civ.": r"code\s+civil(?!e)|c\.\s?civ\.",
    "CPC": r"code\s+de\s+procedure\s+civile|cpc(?!\w)",
    "CSI": r"code\s+de\s+la\s+securite\s+interieure|csi(?!\w)",
    "CMF": r"code\s+monetaire\s+et\s+financier|cmf(?!\w)",
    "C. com.": r"code\s+de\s+commerce",
    "C. route": r"code\s+de\s+la\s+route",
    "CESEDA": r"ceseda",
    "CGI": r"code\s+general\s+des\s+impots|cgi(?!\w)",
    "CJF": r"code\s+des\s+juridictions\s+financieres",
    "C. trav.": r"code\s+du\s+travail",
    "CJPM": r"code\s+de\s+la\s+justice\s+penale\s+des\s+mineurs",
    "C. consom.": r"code\s+de\s+la\s+consommation|c\.\s?consom?\.",
    "CJA": r"code\s+de\s+justice\s+administrative",
    "CGCT": r"code\s+general\s+des\s+collectivites\s+territoriales|cgct(?!\w)",
    "CSS": r"code\s+de\s+la\s+securite\s+sociale",
    "C. envir.": r"code\s+de\s+l'environnement|c\.\s?env(?:ir)?\.",
    "C. urb.": r"code\s+de\s+l'urbanisme|c\.\s?urb\.",
    "CCH": r"code\s+de\s+la\s+construction\s+et\s+de\s+l'habitation",
    "C. assur.": r"code\s+des\s+assurances",
    "CPI": r"code\s+de\s+la\s+propriete\s+intellectuelle",
    "C. transp.": r"code\s+des\s+transports",
    "C. défense": r"code\s+de\s+la\s+defense",
    "C. élect.": r"code\s+electoral",
    "CASF": r"code\s+de\s+l'action\s+sociale\s+et\s+des\s+familles",
    "C. rur.": r"code\s+rural(?:\s+et\s+de\s+la\s+peche\s+maritime)?",
    "C. patr.": r"code\s+du\s+patrimoine",
    "C. pén.": r"code\s+penitentiaire",
    "LPF": r"livre\s+des\s+procedures\s+fiscales",
    "CIC": r"code\s+d'instruction\s+criminelle",
    "CEDH": r"convention\s+europeenne(?:\s+de\s+sauvegarde)?(?:\s+des\s+droits\s+de\s+l'homme)?|cedh(?!\w)",
}
_CODE = "|".join(f"(?P<c{place}>{pattern})" for place, pattern in enumerate(_CODES.values()))
_NUMBER = r"(?:[lrda]\.?\s?\*?\s?)?\d[\dol]*+(?:-[\dol]++)*+(?:\s?(?:bis|ter|quater))?(?!\s?°)"
_OF_LAW = re.compile(
    r"a(?<!\w.)(?:rticles?|rts?\.?)\s+(?P<number>\d++(?:-\d++)*+)(?:er)?\s+de\s+la\s+(?P<law>loi(?:\s+organique)?)\s+"
    r"(?:n\s?°\s?(?P<year>\d{2,4}-\d{1,5})|(?:modifiee\s+)?(?P<dated>du\s+\d{1,2}(?:er)?\s+[a-z]{3,9}\s+\d{4}))(?!\w)"
)
_KNOWN = re.compile("|".join(_CODES.values()))
_OF_CODE = re.compile(  # « article L. 65 du Code forestier »: a code without a short name here
    r"a(?<!\w.)(?:rticles?|rts?\.?)\s+(?P<number>(?:[lrd]\.?\s?)?\d++(?:-\d++)*+)\s+(?:du|dudit)\s+(?P<code>code\s+"
    r"(?:(?:de\s+(?:la\s+|l')?|des\s+|du\s+)[a-z-]{4,16}(?:\s+et\s+(?:de\s+(?:la\s+|l')|des\s+|du\s+)[a-z-]{4,16})?|[a-z-]{5,14}))"
)
_SHORT = re.compile(  # « art. 19 al. 2 LStup », « articles 312 à 318 CO », « par. 5(2) LRCDAS »
    r"[AaPp](?<!\w.)(?:(?<=[Aa])rt(?:\.|icles?)|(?<=[Pp])ar\.)\s+(?P<number>\d+(?:bis|ter|[a-z])?(?:\(\d+\))*(?:[a-z]\))?"
    r"(?:\s(?:à|et)\s\d+)?(?:\s+al\.\s*\d+)?(?:\s+(?:ch|let)\.\s*\w)?)\s+(?P<code>CO|CC|LP|CPS|L[A-Z]{2,7}|L[A-Z][a-z]{2,6}|C\.\s?cr\.|C\.\s?c\.\s?Q\.)(?!\w)"
)
_DIGITS = re.compile(r"(?<=\d)[Ool]+|(?<![\w])l(?=\d|$)|(?<=-)[Ool]+")  # letters read for digits among digits
_L = re.compile(r"(?<=[\d-])L")  # a one read as an l, among digits; that of « L. 3421-1 » is a letter
_FRENCH = re.compile(
    rf"a(?<!\w.)(?:rticles?|rts?\.?)\s+(?P<numbers>{_NUMBER}(?:\s*(?:,|et|a|ou|;)\s*(?:{_NUMBER}))*)"
    rf"(?P<more>(?:,?\s+(?:al\.|alineas?)\s*\d+|,?\s+\d+\s?°)?(?:\s+et\s+suivants?)?)"
    rf"(?:,?\s+(?:du|de\s+la|des|de\s+l')?\s*(?:{_CODE}))?"
)
_GOES_ON = re.compile(  # « articles 222-37 du code pénal, L. 3421-1 et R. 5132-84 du CSP »
    rf"\s*(?:,|;|et(?!\w))\s+(?:(?:de\s+)?(?:les?\s+|l')?)?(?P<numbers>{_NUMBER}(?:\s*(?:,|et|a|ou)\s*(?:{_NUMBER})){{0,20}})"
    rf"(?P<more>(?:\s+et\s+suivants?)?)\s+(?:du|de\s+la|des|de\s+l')\s*(?:{_CODE})"
)
_US_PART = (
    r"\d+\w*(?:\.\d+)?(?:\(\w{1,4}\))*"
    r"(?:(?:\s*,\s*|,?\s+and\s+)\d++\w*+(?!\s+(?:U\.?\s?S|C\.?\s?F))(?:\(\w{1,4}\))*)*"
)
_PART = r"(?:\d|l(?=[\s,\d]))[\dlO]*[A-Z]{0,2}(?:\(\w{1,4}\))*"
_ACT_FIRST = re.compile(
    r"\b(?P<act>(?:[A-Z][\w'-]*+\s(?:(?:of|and|the|on|against)\s){0,2}){1,8}?"
    r"(?:Act,?\s\d{4}|Code(?:\s(?:Act\s)?\d{4})?))\s?,?\s?\(?"
    r"(?:[Ss]s?\.|[Ss]ections?|s(?=\s\d))\s?"
    rf"(?P<number>{_PART})"
)
_MISREAD = str.maketrans("OoIl", "0011")
_ENGLISH = re.compile(
    rf"(?P<word>[SsAa](?<!\w.)(?:(?<=[Ss])(?:ections?|s?\.|s?(?=\s\d))|(?<=[Aa])(?:rticles?|rts?\.)))\s*(?P<number>{_PART}(?:\s*(?:,|and|to|-|–|&)\s*{_PART})*)"
    r"(?:,?\s+of\s+(?:the\s+)?|,?\s+)"
    r"(?P<act>(?:[A-Z][\w'-]+(?:\s+|\s*\(|\)\s*))(?:(?:[A-Z][\w'-]*|of|and|on|the|to|in|against"
    r"|etc\.?)\)?\s*\(?){0,9}?(?:Act|Code|Convention|Order|Ordinance|Rules|Constitution|Decree|Regulations)\b"
    r"(?:,?\s+[l\d][\dlO]{3}(?!\d))?(?:\s\((?:Cth|NSW|Vic|Qld|WA|SA|Tas|ACT|NT|UK|NZ)\))?"
    r"|(?:ECHR|PACE|RIPA|POCA|FSMA|CPIA|UCMJ|MDA|OAPA)\b(?:\s+\d{4})?|[A-Z]{2,6}\b(?=\s+\d{4})|Constitution\b"
    r"|[A-Z]{3,8}\b(?=\s*(?:[.,;:)\n]|$|and\b|or\b|r/w\b|read\b)))"
)
_AMERICAN = re.compile(
    r"\d(?<!\w.)\d*\s+(?:U\.\s?S\.\s?C\.|USC|C\.\s?F\.\s?R\.|CFR)\s+(?:§{1,2}\s*|[Ss]ections?\s+)?" + _US_PART
)
_OF_STATE = re.compile(  # `Fla. Stat. § 812.014`, `Penal Code § 187(a)`
    r"[A-Z](?<![\w.].)(?:[a-z]{1,5}\.\s(?:[A-Z]\w+\.?\s){0,2}|\.[A-Z]\.\s(?:[A-Z]\w+\.?\s){0,2}|[a-z]+\s(?:[A-Z&]\w*\s){0,3})"
    r"(?<=(?:Code|tat\.|Ann\.|Laws|Rev\.)\s)§{1,2} ?[\dl][\dlO.:-]*(?<!\.)(?:\(\w{1,4}\))*"
)
_TITLE = re.compile(
    r"T(?<!\w.)itle\s+\d+,?\s+(?:of\s+the\s+)?(?:United\s+States|U\.S\.)\s+Code,?\s+(?:§{1,2}|[Ss]ections?)\s*"
    + _US_PART
)


def find_statutes(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the articles of law of a page, normalised to code and numbers: `CPP 706-80`, `Theft Act 1968 s 18`."""
    for match in _OF_LAW.finditer(level):
        told = match["year"] or text[match.start("dated") : match.end("dated")]
        yield Candidate(match.start(), match.end(), "law", f"{match['law']} {told} art {match['number']}")
    for match in () if english else _SHORT.finditer(text):
        yield Candidate(match.start(), match.end(), "law", f"{match['code']} {match['number']}")
    for match in _OF_CODE.finditer(level):
        if not _KNOWN.match(level, match.start("code")):
            named = " ".join(text[match.start("code") : match.end()].split())
            yield Candidate(match.start(), match.end(), "law", f"{named} {match['number'].upper()}")
    for match in _FRENCH.finditer(level):
        code = _code(match)
        if code is None and not re.search(r"[lrd]\.|[lrd]\s?\d|\d-\d", match["numbers"]):
            continue
        yield _article(match, match.start(), code)
        while code is not None and (following := _GOES_ON.match(level, match.end())) is not None:
            match, code = following, _code(following)
            yield _article(match, match.start("numbers"), code)
    for match in chain(_ENGLISH.finditer(text), _ACT_FIRST.finditer(text) if "Act " in text or "Code " in text else ()):
        word = "art" if match.groupdict().get("word", "s")[0] in "aA" else "s"
        act, number = (
            re.sub(r",?\s+", " ", match["act"]).strip(),
            re.sub(r"\s*&", ",", match["number"].replace("–", "-")),
        )
        start = match.start() - 2 * (text[match.start() - 2 : match.start()].lower() == "u/")  # `u/s 420 IPC`
        yield Candidate(start, match.end(), "law", f"{act} {word} {number}", _sure(number))
    states = _OF_STATE.finditer(text) if "§" in text else ()
    for match in chain(_AMERICAN.finditer(text), _TITLE.finditer(text), states):
        yield Candidate(match.start(), match.end(), "law", re.sub(r"\s+", " ", match.group()))


def _article(match: re.Match[str], start: int, code: str | None) -> Candidate:
    numbers = _L.sub("l", re.sub(r"\s+", " ", match["numbers"]).strip().upper())
    numbers = numbers.replace(" ET ", ", ").replace(" A ", " à ")
    return Candidate(start, _end(match), "law", f"{code} {numbers}" if code else numbers, _sure(match["numbers"]))


def put_right(law: str) -> str:
    """The number of a law with the letters that were read for digits: `CP 46O` is `CP 460`, if anything proves it."""
    return _DIGITS.sub(lambda told: told.group().translate(_MISREAD), law)


def _sure(numbers: str) -> float:
    return GUESSED if _DIGITS.search(numbers) else 1.0


def _end(match: re.Match[str]) -> int:
    """The end of the words of a law: a point after « CPP » is that of the sentence, the one after « C.P.P. » is not."""
    words = match.group().rstrip(" ,;")
    if (
        words.endswith(".")
        and "." not in words.rsplit(" ", 1)[-1][:-1]
        and words.rsplit(" ", 1)[-1] not in ("pen.", "publ.", "civ.")
    ):
        words = words[:-1]
    return match.start() + len(words)


def _code(match: re.Match[str]) -> str | None:
    for place, name in enumerate(_CODES):
        if match[f"c{place}"]:
            return name
    return None
