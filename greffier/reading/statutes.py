"""Articles of law as French writes them: « article 706-80 du code de procédure pénale », « art. 19 al. 2 LStup »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import GUESSED, Candidate

_CODES = {
    "CPP": r"code\s+de\s+procedure\s+penale|c\.?\s?p\.?\s?p\.?(?!\w)|c\.\s?pr\.\s?pen\.|cpp",
    "CP": r"code\s+penal(?!e)(?!\s+(?:social|militaire|maritime|douanier|forestier)\b)"
    r"(?:,?\s+livre\s+(?:premier|[iv]{1,3})(?!\w))?|cpl\s?i{1,2}(?!\w)|c\.\s?pen\.|c\.?p\.?(?!\w)",
    "CSP": r"code\s+de\s+la\s+sante\s+publique|c\.\s?sante\s+publ\.|csp(?!\w)",
    "Code des douanes": r"code\s+des\s+douanes|c\.\s?douanes",
    "Code civil": r"code\s+civil(?!e)|c\.\s?civ\.",
    "CPC": r"code\s+de\s+procedure\s+civile|cpc(?!\w)",
    "CSI": r"code\s+de\s+la\s+securite\s+interieure|csi(?!\w)",
    "CMF": r"code\s+monetaire\s+et\s+financier|cmf(?!\w)",
    "Code de commerce": r"code\s+de\s+commerce|c\.\s?com\.",
    "Code de la route": r"code\s+de\s+la\s+route|c\.\s?(?:de\s+la\s+)?route(?!\w)",
    "CESEDA": r"ceseda",
    "CGI": r"code\s+general\s+des\s+impots|cgi(?!\w)",
    "CJF": r"code\s+des\s+juridictions\s+financieres",
    "Code du travail": r"code\s+du\s+travail|c\.\s?trav\.|c\.\s?du\s+trav\.",
    "CJPM": r"code\s+de\s+la\s+justice\s+penale\s+des\s+mineurs",
    "Code de la consommation": r"code\s+de\s+la\s+consommation|c\.\s?consom?\.",
    "CJA": r"code\s+de\s+justice\s+administrative",
    "CGCT": r"code\s+general\s+des\s+collectivites\s+territoriales|cgct(?!\w)",
    "CSS": r"code\s+de\s+la\s+securite\s+sociale",
    "Code de l'environnement": r"code\s+de\s+l'environnement|c\.\s?env(?:ir)?\.",
    "Code de l'urbanisme": r"code\s+de\s+l'urbanisme|c\.\s?urb\.",
    "CCH": r"code\s+de\s+la\s+construction\s+et\s+de\s+l'habitation",
    "Code des assurances": r"code\s+des\s+assurances",
    "CPI": r"code\s+de\s+la\s+propriete\s+intellectuelle",
    "Code des transports": r"code\s+des\s+transports",
    "Code de la défense": r"code\s+de\s+la\s+defense",
    "Code électoral": r"code\s+electoral",
    "CASF": r"code\s+de\s+l'action\s+sociale\s+et\s+des\s+familles",
    "Code rural": r"code\s+rural(?:\s+et\s+de\s+la\s+peche\s+maritime)?",
    "Code du patrimoine": r"code\s+du\s+patrimoine",
    "Code pénitentiaire": r"code\s+penitentiaire",
    "LPF": r"livre\s+des\s+procedures\s+fiscales",
    "CIC": r"code\s+d'instruction\s+criminelle|c\.\s?i\.\s?cr\.",
    "Code criminel": r"code\s+criminel|c\.\s?cr\.",
    "Constitution": r"constitution(?!\w|\s+(?:d[eu]s?\s+(?!la\s+republique|\d)|d'))",
    "CEDH": r"convention\s+europeenne(?:\s+de\s+sauvegarde)?(?:\s+des\s+droits\s+de\s+l'homme)?|cedh(?!\w)",
}
_CODE = "|".join(f"(?P<c{place}>{pattern})" for place, pattern in enumerate(_CODES.values()))
_NUMBER = (
    r"(?:[lrda]\.?\s?\*?\s?)?\d[\dol]*+(?:-[\dol]++)*+(?:\.\d{1,2}(?!\d))?(?:\s?(?:bis|ter|quater|quinquies"
    r"|sexies|septies|octies|novies|decies|undecies|duodecies))?(?:/\d{1,2}(?!\d))?"
    r"(?:\(\d{1,2}(?:\.\d)?\)(?:\(?[a-z]\))?)*(?!\s?°)"
)
_TEXT = r"(?P<law>loi(?:\s+organique)?|ordonnance(?:-loi)?|decret(?:-loi)?|dahir|arrete)"
_ISSUED = r"(?:n\s?°\s?|(?=\d{2,4}[-/]\d))(?P<year>\d{1,4}[-/.]\d{1,5}(?:[-/.]\d{1,4})?)"
_PLAIN = r"\d++(?:-\d++)*+(?:er|bis|ter|quater)?(?!\w)"
_OF_LAW = re.compile(
    rf"a(?<!\w.)(?:rticles?|rts?\.?)\s+(?P<number>{_PLAIN}(?:(?:\s*,\s*|\s+(?:et"
    rf"|a)\s+){_PLAIN})*),?\s+(?:de\s+la\s+|de\s+l'|du\s+)?{_TEXT}\s+"
    rf"(?:{_ISSUED}|(?:modifiee?\s+)?(?P<dated>du\s+\d{{1,2}}(?:er)?\s+[a-z]{{3,9}}\s+\d{{4}}))(?!\w)"
)
_LAW_FIRST = re.compile(  # « loi n° 2005-018, article 30 »
    r"[lod](?<!\w.)(?:(?<=l)oi(?:\s+organique)?|(?<=o)rdonnance(?:-loi)?|(?<=d)ecret(?:-loi)?)\s+"
    rf"{_ISSUED},?\s+(?:en\s+son\s+)?(?:articles?|arts?\.)\s+(?P<number>\d++(?:-\d++)*+)(?!\w)"
)
_WHOLE_LAW = re.compile(  # « la loi n° 2005-018 » without an article
    r"[ldr](?<!\w.)(?:(?<=l)oi(?:\s+(?:organique|uniforme))?|(?<=d)(?:ecret(?:-loi)?|ahir)"
    r"|(?<=r)eglement\s\((?:ue|cee?|euratom)\))\s+n\s?°\s?"
    r"(?P<year>\d{1,4}[-/.]\d{1,5}(?:[-/.]\d{1,4})?)(?![\w/-])"
)
_NAMED_LAW = re.compile(  # « article 43 de la Loi sur la mise en marché »: a law of Canada, by its name
    r"[Aa](?<!\w.)rt(?:icles?|\.)\s+(?P<number>\d+(?:\.\d+)?(?:\(\d+\))*)\s+(?:de\s+la\s+"
    r"|du\s+(?=R))(?P<law>(?:[Ll]oi|R[èe]glement)\s+(?:sur|de|relatif"
    r"|concernant|relative|r[ée]gissant|r[ée]glementant|visant|portant|favorisant|instituant)\s"
    r"[a-zà-ÿ' -]{4,80}(?:\([A-Z][a-zà-ÿ]{3,10}\))?)(?=[.,;:)\n]|$| \(L)"
)
_KNOWN = re.compile("|".join(_CODES.values()))
_OF_CODE = re.compile(  # « article L. 65 du Code forestier »: a code without a short name here
    rf"a(?<!\w.)(?:rticles?|rts?\.?)\s+(?P<number>{_NUMBER}(?:(?:\s*,\s*|\s+(?:et|a)\s+){_NUMBER}){{0,5}})\s+(?:du"
    rf"|dudit)\s+(?P<code>code\s+"
    rf"(?:(?:de\s+(?:la\s+|l')?|des\s+|du\s+)[a-z-]{{4,16}}(?:\s+(?:maritime|fluviale|continentale|routiere"
    rf"|aerienne))?(?:\s+et\s+(?:de\s+(?:la\s+|l')|des\s+|du\s+)[a-z-]{{4,16}})?|[a-z-]{{5,14}}(?:\s+(?:social"
    rf"|maritime|militaire|forestier|douanier))?))"
)
_SHORT = re.compile(  # « art. 19 al. 2 LStup », « articles 312 à 318 CO », « par. 5(2) LRCDAS »
    r"[AaPp](?<!\w.)(?:(?<=[Aa])rt(?:\.|icles?)|(?<=[Pp])ar\.)\s+(?P<number>\d+(?:\.\d+)?(?:bis|ter"
    r"|[a-z])?(?:\(\d+\))*(?:[a-z]\))?"
    r"(?:\s(?:à|et)\s\d+)?)(?:\s+(?:al|ch|let)\.\s*\w{1,3}(?:\s(?:et|à)\s\w{1,3})?){0,3}\s+(?P<code>CO|CC|LP|LD"
    r"|CPS|L[A-Z]{2,7}"
    r"|L[A-Z][a-z]{2,6}|C\.\s?c\.\s?Q\.)(?!\w)"
)
_DIGITS = re.compile(r"(?<=\d)[Ool]+|(?<![\w])l(?=\d|$)|(?<=-)[Ool]+")  # letters read for digits among digits
_L = re.compile(r"(?<=[\d-])L")  # a one read as an l, among digits; that of « L. 3421-1 » is a letter
_FRENCH = re.compile(
    rf"a(?<!\w.)(?:rticles?|rts?\.?)\s+(?P<numbers>{_NUMBER}(?:(?:\s*[,;]\s*|\s+(?:et|a|ou)\s+)(?:{_NUMBER}))*)"
    rf"(?P<more>(?:\s+nouveau|\s+ancien)?(?:,?\s+(?:al\.|alineas?|ch\.|par\.|lit[ft]?\.|let\."
    rf"|§)\s*(?:\d+(?:er)?(?!\w)|[a-z](?!\w))){{0,3}}"
    rf"(?:,?\s+\d+\s?°)?(?:\s+et\s+suivants?|\s+(?:et\s+)?ss?\.?(?=\s))?)"
    rf"(?:,?\s+(?:du|de\s+la|des|de\s+l')?\s*(?:{_CODE}))?"
)
_GOES_ON = re.compile(  # « articles 222-37 du code pénal, L. 3421-1 et R. 5132-84 du CSP »
    rf"\s*(?:,|;|et(?!\w))\s+(?:(?:de\s+)?(?:les?\s+|l')?)?(?P<numbers>{_NUMBER}(?:\s*(?:,|et|a"
    rf"|ou)\s*(?:{_NUMBER})){{0,20}}+)"
    rf"(?P<more>(?:\s+et\s+suivants?)?)\s+(?:(?:du|de\s+la|des|de\s+l')\s*)?(?:{_CODE})"
)
_MISREAD = str.maketrans("OoIl", "0011")


def find_statutes(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the articles of law of a page, normalised to code and numbers: `CPP 706-80`, `Theft Act 1968 s 18`."""
    yield from _laws(text, level, english)
    for match in _FRENCH.finditer(level):
        code = _code(match)
        if code is None and not re.search(r"[lrd]\.|[lrd]\s?\d|\d-\d", match["numbers"]):
            continue
        yield _article(match, match.start(), code)
        while code is not None and (following := _GOES_ON.match(level, match.end())) is not None:
            match, code = following, _code(following)
            yield _article(match, match.start("numbers"), code)


def _laws(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Articles of laws, decrees and codes without a short name."""
    for match in _OF_LAW.finditer(level):
        told = match["year"] or text[match.start("dated") : match.end("dated")]
        yield Candidate(
            match.start(),
            match.end(),
            "law",
            f"{text[slice(*match.span('law'))].lower()} {told} art {_plain(match['number'])}",
        )
    for match in _LAW_FIRST.finditer(level):
        named = f"{_first(text, match)} {match['year']} art {match['number']}"
        yield Candidate(match.start(), match.end(), "law", named)
    for match in _WHOLE_LAW.finditer(level):
        yield Candidate(match.start(), match.end(), "law", f"{_first(text, match)} {match['year']}")
    for match in () if english else _NAMED_LAW.finditer(text):
        named = " ".join(match["law"].split())
        yield Candidate(match.start(), match.end(), "law", f"{named} art {match['number']}")
    for match in () if english else _SHORT.finditer(text):
        yield Candidate(match.start(), match.end(), "law", f"{match['code']} {match['number']}")
    for match in _OF_CODE.finditer(level):
        if not _KNOWN.match(level, match.start("code")):
            named = " ".join(text[match.start("code") : match.end()].split())
            yield Candidate(match.start(), match.end(), "law", f"{named} {_told(match['number'])}")


def _article(match: re.Match[str], start: int, code: str | None) -> Candidate:
    numbers = _told(match["numbers"])
    return Candidate(start, _end(match), "law", f"{code} {numbers}" if code else numbers, sure(match["numbers"]))


def _first(text: str, match: re.Match[str]) -> str:
    """The word that a law begins with, as the page has it: « décret », « loi »; « loi organique » too."""
    return text[match.start() : match.end()].lower().split()[0]


def _plain(numbers: str) -> str:
    return re.sub(r"(?<=\d)ER", "", _told(numbers)).lower()


def _told(numbers: str) -> str:
    """The numbers of articles one after the other: « 461 et 467 » is `461, 467`."""
    plain = _L.sub("l", re.sub(r"\s+", " ", numbers).strip().upper())
    return plain.replace(" ET ", ", ").replace(" A ", " à ")


def put_right(law: str) -> str:
    """The number of a law with the letters that were read for digits: `CP 46O` is `CP 460`, if anything proves it."""
    return _DIGITS.sub(lambda told: told.group().translate(_MISREAD), law)


def sure(numbers: str) -> float:
    """How sure the number of a law is: doubted where letters may have been read for digits."""
    return GUESSED if _DIGITS.search(numbers) else 1.0


def _end(match: re.Match[str]) -> int:
    """The end of the words of a law: a point after « CPP » is that of the sentence, the one after « C.P.P. » is not."""
    words = match.group().rstrip(" ,;")
    if (
        words.endswith(".")
        and "." not in words.rsplit(" ", 1)[-1][:-1]
        and words.rsplit(" ", 1)[-1] not in ("pen.", "publ.", "civ.", "trav.", "com.", "urb.", "env.")
    ):
        words = words[:-1]
    return match.start() + len(words)


def _code(match: re.Match[str]) -> str | None:
    for place, name in enumerate(_CODES):
        if match[f"c{place}"]:
            return name
    return None
