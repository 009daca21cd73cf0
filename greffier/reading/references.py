"""Numbers of acts, procedures and accounts: a number is a reference only after the word or the sign that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import GUESSED, Candidate
from greffier.reading.labelled import DATED, another_label
from greffier.reading.vocabulary import any_of, level, table

_NUMBER_SIGN = (
    r"(?:\s*(?:n[o0]\.|no(?=\s*:|\s+[a-z]{0,4}\d{3})|number|numero|num\.|n\s?°|n°|nos?\.?(?=\s*\d)|#|ref\.?"
    r"|reference))"
)
_WORDS = table("numbered")
_FOLLOWED = r"(?=\s*(?:#|n\s?°|nos?\b|number)|\s+[a-z]{0,4}[ -]?\d)"
_ACT = (
    rf"(?:{any_of(_WORDS['announced'])})(?![a-z])|(?:{any_of(_WORDS['guarded'])})(?![a-z]){_FOLLOWED}"
    r"|rcs\s+[a-z]{4,12}(?=\s+b)"  # the town of a register, in Luxembourg
)
_CUED = re.compile(
    rf"\b(?P<before>(?:no\.|no(?=\s+d[eu'])|n\s?°|numero)\s*(?:de\s+|du\s+|d')?)?(?:{_ACT})(?:\s*\((?:vin"
    rf"|s/n)\))?"
    r"(?P<kind>(?:\s+(?:d'instruction|d'enquete|judiciaire|generale|technique|du\s+parquet|numbers?))?)"
    rf"(?P<sign>{_NUMBER_SIGN})?"
    r"(?P<colon>(?:\s*:|\s+(?:is|was|(?:is|was)\s+read\s+as|being)(?=\s+[a-z]{0,5} ?\d))?)"
    r"(?:[^\S\n]*\n)?[^\S\n]*(?P<value>)"
)
_SIGNED = re.compile(
    r"(?:n(?<![\w/:;=\"'].)(?:\s?°(?:\s?s(?!\w))?|o\.|os?(?=\s*:|\s+\d|\s[a-z]{1,3}[ -]?\d{4})|um\.|umeros?"
    r"|umbers?(?:(?:\s+(?:there"
    r"|here))?\s+(?:is|was))?)|#(?<![\d/:;=\"'].))"
    r"(?P<of>(?:\s+d[eu]\s+[a-z]{3,12}|\s+d'[a-z]{3,12})?)[^\S\n]*:?[^\S\n]*(?P<value>)"
)
_VALUE = re.compile(
    r"(?:[A-Za-z]{1,4}[a-z][A-Z]{1,4}[a-z]?[A-Z]?(?:/| (?=\d)))?"  # `OAuGF/SA/2020/088`, « réf. goAML 24-00417 »
    r"[A-Z0-9l]+(?:(?:[/\-]|(?: [/\-] ?|[/\-] )(?![A-Z]{5})|\.|_| (?=[A-Z]{0,4}[\dl]))[A-Z0-9l]+"
    r"|/[a-z]{2,4}(?=/|(?:(?<=\d/..)|(?<=\d/...))(?!\S))"
    r"|[/-][A-Z][a-zéèêçï]{2,12}(?:(?=[/-][\dA-Z])|(?![\w/-])))*"
    r"(?:(?<=\d{6}) [A-Z](?=[^\S\n]{2}|[^\S\n]*$|[^\S\n]*[,;)–\n.])|(?<=/\d{3}) (?:CA|SC|JR|HC|CCA"
    r"|MCA)(?!\w))?(?![a-zé])"  # « N° E 22 004471 K »
)
_LEAD = re.compile(r"[A-Z]{2,6}\.\s(?=\d{1,6}/)")  # `Ref: CR. 141/418/2022`
_LETTERED = re.compile(r"[A-Z]{2,8}(?:/[A-Z]{1,6}){0,4}/[\dOl]{2,6}|[A-Z]{2,8}[.-]\d{3,6}")  # `receipt CHIS/118`
_ROUND = re.compile(r"\d{1,3}(?: \d{3}){0,4} 000")  # « amende 2 000 000 »
_NOUGHT = re.compile(r"(?:[A-Z]{1,4}[ -]?)?0\d{3,7}")  # `receipt VP 0093`: no count begins with a nought
_OF_YEAR = re.compile(r"\s+(?:of|OF)\s+(?:19|20)\d\d(?![\w/-])")  # `Case No. 114 of 1978`
_AMOUNT = re.compile(
    r"\s*(?:€|£|\$|%|euros?\b|eur\b|francs?\b|f\b|f?\s?cfa\b|dhs?\b|mad\b|d[at]\b|ar\b|gourdes\b|naira\b|rand\b"
    r"|shillings\b|rupees\b|kg\b|grammes?\b|pounds\b|dollars?\b)",
    re.IGNORECASE,
)
_NOUNS = re.compile(r"[a-z-]{2,}")
_SHORT_NAME = re.compile(r"\b[A-Z]{2,6}\.? $")  # `AFP no. 21187`
_CHEQUE = re.compile(
    r"\b(?:che?q(?:ue)?|quittance|recepisse|r[eé]c[eé]piss[eé]|Chq|CHQ|Cheque|Ch[eè]que|ch[eè]que)\.? $"
)
_OF_CHEQUE = 6  # digits
_OF_WEAPON = 3  # figures after the letters of a number, as of a weapon: « n° BKL441 »
_OF_PERSON = 5  # figures of a number of a person, a firm or a taxpayer
_SERIAL = 5  # figures of a number that others may follow without their word
_ANOTHER = re.compile(r"(?:,\s|\s(?:et|and)\s)(\d{5,10})(?![\w/-]|[.,]\d|\s(?!et\b|and\b|ont\b|were\b)[a-z]{2})")
_SINGLE = re.compile(  # one paper: a number right after it counts nothing
    r"\b(?:invoice|inv\.?|facture|docket|voucher|receipt|quittance|ticket|cheque|che?q\.?|bordereau|dossier"
    r"|policy|permit|waybill|consignment|bon|recu) $"
)
_GOES_ON = re.compile(
    r"[^\S\n](?!(?:dated|of|for|from|to|in|on|at|by|was|is|and|or|du|de|le|des|pour|et|ou|est|a|au|emis|signed"
    r"|issued|void|remains?|paid)\b)[^\W\d]|[^\S\n]?[€$£%]"
)
_CLAUSE = 45  # characters before a number sign in which its noun stands
_FILED_NOUNS = frozenset(_WORDS["filed"].split()).union(_WORDS["announced"])
_COUNTED_NOUNS = frozenset(_WORDS["counted"].split())
_CURRENCIES = frozenset("EUR USD GBP CHF FRF XOF XAF MAD DZD TND CAD NGN".split())
_HEADED = re.compile(
    r"N(?:(?<=^N)|(?<=\s\sN))[°o]\s?(?P<value>[\dl]{1,6}/[\dl]{2,4}(?:/[\dl]{1,4})?)(?!\S)", re.MULTILINE
)
_HEADING = 200  # characters of the heading of a page
_TITLED = re.compile(  # `FIELD NOTE 7`, `TI/2021/44 – PRODUCT 9`: the heading of a page and its number
    r"(?i:\b(?:note|log|sheet|product|memo|bulletin|transcript|report|statement|fiche|rapport|bordereau"
    r"|transcription|traduction|translation))"
    r"[^\S\n](?:(?i:no\.|n°)[^\S\n]?)?(?P<value>(?!(?:19|20)\d\d(?!\d))\d{1,6})(?=[^\S\n]*(?:\n|$|[–—-]\s"
    r"|[^\S\n]{2}))"
)
_BARE = re.compile(
    r"[A-Z](?<![\w/.@-].)(?:[A-Z]{1,7}|(?=[^ ]{0,9}/(?:19|20)\d\d/))(?:[/\-][A-Z0-9]{1,8}){2,5}(?![\w/@])"
)
_YEARLY = re.compile(r"[A-Z]{2,6}-(?:19|20)?\d\d-\d{3,6}")  # `OIG-21-048`: who files it, the year and the number
_MIXED = (
    re.compile(  # `MM22030284117`, `17CECG01882`, `RBL4K18ZQ0 Confirmed`: so many letters and figures count nothing
        r"[A-Z\d](?<![\w/.@:+#-].)(?:(?<=[A-Z])[A-Z]{1,7}\d{6,14}[A-Z]?|(?<=\d)\d[A-Z]{2,6}\d{5,12}[A-Z]?"
        r"|[A-Z\d]{9}(?= [Cc]onfirmed))(?<=\w{10})(?![\w@/-])"
    )
)
_BOXED = re.compile(r"[A-Z]{4}\d{7}|[A-Z]{2}\d\d(?=\w{11})(?!\w{13}$)\w*")  # a container, an IBAN that no check proves
_OFFICES = re.compile(  # `1SPB/0417/2023`, `2217/DGD/BNP/23`: figures first, then the office
    r"\d(?<![\w/.@:+-].)[\dA-Z-]{0,12}(?:/[A-Z\d.-]{1,12}){1,5}(?<![.-])(?![\w/-])"
)
_OFFICE = re.compile(r"(?:^|[/-])(?!(?:KGS?|MG|ML|HZ|KM|CM|MM|WD|HP|KV|TTC|HT)\b)[A-Z]{2,8}(?=[/-]|$)")
_FILED_UNDER = re.compile(r"[A-Z](?<![\w/.@-].)[A-Z]{0,5}/\d{3,7}(?![\w/-])")  # `PNB/8817`
_SPACED = re.compile(  # numbers that people write in groups of signs, the letters between the digits
    r"\b(?:URN|NINO|(?:ABN|ACN|TFN|IRD|NIF|CIF|NIT|TIN|[Aa]adhaar)(?:\s+(?i:no\.?|number))?"
    r"|(?i:driving licen[cs]e|national insurance|NI\b|VAT\b"
    r"|TVA\b)(?:\s+(?i:reg(?:istration)?\.?(?= )))?(?:\s+(?i:no\.?|number))?)"
    r"[^\S\n]*:?[^\S\n]*"
    r"(?P<value>(?=[A-Z0-9 ]{0,40}\d{2})(?:[A-Z]{2} (?=\d))?[A-Z0-9]{1,9}"
    r"(?: (?:[A-Z]{0,2}\d[A-Z0-9]{0,8}|[A-Z]{2}(?= \d)|[B-HJ-Z](?!\w))){0,6})(?![\w/]|-\w)"
)
_SPACED_HINTS = (
    "urn",
    "nino",
    "licen",
    "insurance",
    "vat",
    "tva",
    "ni ",
    "ni:",
    "abn",
    "acn",
    "tfn",
    "ird",
    "nif",
    "cif",
    "nit",
    "tin ",
    "aadhaar",
)
_SPOILT = re.compile(r"l|O++(?=\d)|(?<=\d)O++")  # letters that a scan read for digits
_PHONE = re.compile(r"[0O][\dOl .\-/]{8,13}|\d{3}-\d{4}")  # a telephone that a scan spoilt, or of another country
_HOUR = re.compile(r":\d")  # no number ends before the minutes of an hour, or in a docket
_FILED = re.compile(  # `019/DGDA/BAN/2013`, `0417/DREF`
    r"[\dlO]{1,6}/(?:[A-Z]{2,8}/(?:[A-Z0-9]{1,8}/){0,3}[A-Z0-9]{2,8}|[A-Z]{3,8})"
)
_NEXT = re.compile(r" \d{1,2}$")  # « n° 1-1462 29 septembre »: a group of digits that counts what follows
_DECIMALS = re.compile(r"[.,]\d")  # `CHQ 000731 1,200.00`
_WORD = re.compile(r"[^\S\n][^\W\d]{3}")
_AMONG_DIGITS = re.compile(r"(?<=[\d/])O(?=\d)|(?<=\d)O(?![A-Z])")
_LONE_L = re.compile(r"(?<![a-km-z])l(?![a-km-z])")  # no letter of `JD/kl/12`
_MISREAD = str.maketrans("lOIS", "1015")
_DATE = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d\d)$|(?:19|20)\d\d$|(?:19|20)\d\d-\d\d-\d\d$")


def find_references(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the numbers of acts and procedures, normalised without blanks around slashes."""
    for match in _SPACED.finditer(text) if any(hint in level for hint in _SPACED_HINTS) else ():
        if sum(map(str.isdigit, match["value"])) >= _OF_PERSON:  # no `VAT 20 %`
            yield Candidate(match.start("value"), match.end("value"), "reference", re.sub(r"\s", "", match["value"]))
    for match in _CUED.finditer(level):
        signed, colon = bool(match["sign"] or match["before"]), bool(match["colon"].strip())
        if (value := _value(text, match.end())) and (
            of := ((signed or text[match.start()].isupper()) and _of_year(text, value))
            or _is_reference(value, signed, colon)
        ):
            yield _reference(value.start(), text[value.start() : value.end() if of is True else of])
            yield from _counted_on(text, value)
    for match in _SIGNED.finditer(level):
        if (value := _value(text, match.end())) and (of := _of_year(text, value) or _is_numbered(value, level, match)):
            start = value.start() + another_label(value.group())  # « numéro PAGSI 2021-118774 »
            yield _reference(start, text[start : value.end() if of is True else of])
            yield from _counted_on(text, value)
    for match in _TITLED.finditer(text, 0, _heading_end(text)):
        yield _reference(match.start("value"), match["value"])
    for match in _BARE.finditer(text):
        if sum(char.isdigit() for char in match.group()) >= 3 and (
            "/" in match.group() or _YEARLY.fullmatch(match.group())
        ):
            yield Candidate(match.start(), match.end(), "reference", match.group())
    yield from _shaped(text)


def _shaped(text: str) -> Iterator[Candidate]:
    """Numbers that mix letters and figures as nothing but a number of a register does."""
    for match in _MIXED.finditer(text):
        if not _BOXED.fullmatch(match.group()):
            yield Candidate(match.start(), match.end(), "reference", match.group(), 0.8)
    for match in _OFFICES.finditer(text):
        told = match.group()
        lettered = re.search("[A-Z]", told.translate(_MISREAD)) is not None and sum(map(str.isdigit, told)) >= 3
        if lettered and (_OFFICE.search(told) or told.count("/") >= 2):
            yield Candidate(match.start(), match.end(), "reference", told, 0.8)
    for match in _FILED_UNDER.finditer(text):
        yield Candidate(match.start(), match.end(), "reference", match.group(), 0.8)


def _counted_on(text: str, first: re.Match[str]) -> Iterator[Candidate]:
    """The numbers as long as the first that follow it: « chèques n° 884171, 884172 et 884175 »."""
    long, at = len(first.group()), first.end()
    while long >= _SERIAL and first.group().isdigit() and (more := _ANOTHER.match(text, at)) and len(more[1]) == long:
        yield _reference(more.start(1), more[1])
        at = more.end()


def _of_year(text: str, value: re.Match[str]) -> int:
    """Where `45 of 1987` ends, the number of a case that its court counts by the year; 0 where no year follows."""
    year = (
        _OF_YEAR.match(text, value.end())
        if value.group().translate(_MISREAD)[1:].isdigit() or value.group().isdigit()
        else None
    )
    return year.end() if year else 0


def _heading_end(text: str) -> int:
    """Where the first two lines of a page end, or the first characters where they are long."""
    end = text.find("\n", text.find("\n", 0, _HEADING) + 1, _HEADING)
    return end if end > 0 else _HEADING


def _value(text: str, at: int) -> re.Match[str] | None:
    lead = _LEAD.match(text, at)
    value = _VALUE.match(text, lead.end() if lead else at)
    if value and _HOUR.match(text, value.end()):
        return None
    if (
        value
        and (_WORD.match(text, value.end()) or _DECIMALS.match(text, value.end()))
        and (extra := _NEXT.search(value.group()))
    ):
        return _VALUE.match(text, at, at + extra.start())
    return value


def _reference(start: int, value: str) -> Candidate:
    """Without blanks around separators or between groups of digits; letters misread among digits put right, doubted."""
    joined = re.sub(r"\s*([/\-])\s*", r"\1", value)
    joined = joined.replace(" ", "") if re.fullmatch(r"[\d ]+", joined) else joined
    right = _AMONG_DIGITS.sub("0", _LONE_L.sub("1", joined))
    return Candidate(start, start + len(value), "reference", right, 1.0 if right == joined else GUESSED)


def _digits(value: str) -> int:
    """How many digits a number has, counting letters that a scan read for some."""
    return sum(map(str.isdigit, _SPOILT.sub(lambda run: "0" * len(run[0]), value)))


def _is_reference(told: re.Match[str], signed: bool, colon: bool) -> bool:
    """Digits are asked for; without a number sign, so is a separator or a length that a count does not have."""
    value = told.group()
    digits = _digits(value)
    if not any(map(str.isdigit, value)) or (not signed and _DATE.match(value)):
        return False
    if signed:
        return True
    if _is_amount(told) or _ROUND.fullmatch(value):
        return False
    if DATED.match(told.string, told.end()) and value.isdigit():
        return True
    if _LETTERED.fullmatch(value) or _NOUGHT.fullmatch(value):
        return True
    if value.isdigit() and digits >= _SERIAL and not _GOES_ON.match(told.string, told.end()):
        before = level(told.string[max(0, told.start() - 16) : told.start()])
        if _SINGLE.search(before):
            return True
    lettered = value[0].isalpha() and digits >= 5
    if _CHEQUE.search(told.string, max(0, told.start() - 12), told.start()) and digits >= _OF_CHEQUE:
        return True
    return digits >= 4 and (bool(re.search(r"[/\-]", value)) or ((colon or lettered) and digits >= 5) or digits >= 7)


def _is_amount(told: re.Match[str]) -> bool:
    return told.group()[:3] in _CURRENCIES or _AMOUNT.match(told.string, told.end()) is not None


def _is_numbered(told: re.Match[str], level: str, sign: re.Match[str]) -> bool:
    """Whether a number after its sign is that of something filed: by its noun, else by a shape that no count has.

    « arrêt n° 412 » has its noun; « plainte … sous le numéro 2020/1187/33 » its shape; a room and a page have neither.
    """
    value = told.group()
    digits = _digits(value)
    if not digits or _is_amount(told):
        return False
    clause = re.split(r"[.;:,()\n]", level[max(0, sign.start() - _CLAUSE) : sign.start()].rstrip())[-1]
    if _FILED.fullmatch(value):
        return True
    for noun in reversed((_NOUNS.findall(clause) + _NOUNS.findall(sign["of"]))[-4:]):
        if noun in _FILED_NOUNS:
            return True
        if noun in _COUNTED_NOUNS and not (noun == "porte" and clause.endswith(("le", "les"))):
            return False
    if digits >= 4 and _SHORT_NAME.search(told.string, max(0, sign.start() - 8), sign.start()):
        return True
    if _PHONE.fullmatch(value):
        return False
    if re.search(r"[/\-._]", value):
        lettered = digits >= 4 and re.search("[A-NP-Z]", value) is not None
        return (digits >= 5 or lettered) and _DATE.match(value) is None
    lettered = any(map(str.isalpha, value))
    return (
        digits >= 6 or (digits >= 4 and lettered) or (digits == _OF_WEAPON and value[:2].isupper() and value.isalnum())
    )
