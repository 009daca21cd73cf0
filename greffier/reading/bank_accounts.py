"""Accounts of banks that are no IBAN: after their word, beside a bank or a sort code, as talk names them, and cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn

from greffier.reading.candidate import GUESSED, Candidate
from greffier.reading.vocabulary import any_of, table

_MISREAD = str.maketrans("lOIS", "1015")
_ACCOUNT = re.compile(
    r"[cbarl](?<!\w.)(?:(?<=r)elation(?:\s+bancaire)?(?=\s+n°)|(?<=l)ivret(?:\s+(?:a|bleu|jeune|d'epargne))?"
    r"|(?<=c)(?:omptes?(?:\s+ccp)?(?:\s+(?:bancaires?|courants?|joint|cheques?))?|pte)"
    r"|(?:(?<=b)ank\s+ac|(?<=a)c)counts?(?:\s+number)?(?<!security account)(?<!security account number)"
    r"|(?<=a)cc(?:t(?:\.|(?=\s))|(?=\s+no|\s?:))|(?<=a)/c|(?<=r)ib(?:\s+[a-z]{5,12}(?=\s:?\s?\d))?)"
    r"(?P<sign>(?:\s*(?:no\.|number|numero|n\s?°|n°|nos?\.?(?=\s*\d)|#|:|se\s+terminant\s+par)){0,3})\s*:?\s*"
)
_ACCOUNT_VALUE = re.compile(
    r"\d{2,6}(?:[.-]\d{1,9}){2,4}(?![\w-]|\.\w)|\d{3} \d{3} \d{14,16} \d\d(?!\w)"  # of Morocco
    r"|(?=[A-Z0-9 ]{0,60}\d{4}|\d{3}[lOIS])[A-Z0-9l]{4,}+(?:[ \-][A-Z0-9]{2,}+){0,6}(?!\w)"
)
_BANK = re.compile(r"\b(?:bsb|sort code|transit|routing|bank|branch|trust|credit union|building society)\b")
_SORTED = re.compile(
    r"\d(?<![\w-].)\d-\d\d-\d\d(?:,? (?:a/c|acc(?:ount|t)?\.?)?(?: no\.?)? ?|/)(?P<value>\d{8})(?![\w/.-])"
)  # sort code
_GROUPED = re.compile(r"(?!\d\d?[.-]\d\d?[.-](?:\d\d|\d{4})$)\d{1,6}(?:[.-]\d{1,9}){1,4}")  # `88-120447-001`, no date
_OF_YEAR = re.compile(r"(?:19|20)\d\d/\d{1,3}(?!\w)")  # « relevé de compte n° 2024/01 » is the number of the statement
_FEWEST = 8  # figures of an account in groups
_POSTAL = re.compile(r"\d(?<![\w./-].)\d-\d{3,6}-\d(?![\w/-])")  # Switzerland
_POST = re.compile(r"\b(?:compte postal|comptes? de cheques|ccp|postfinance|postal account|postkonto)\b")
_RIB = (23, 24)  # signs of an account with its bank, branch and key, of France and of Morocco
_CARD = re.compile(r"[3-6](?<![\w.,/-].)\d{3}(?P<gap>[ .\-]?)(?:\d{4}(?P=gap)){2}\d{4}(?![\w])")
_THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+")
_CARD_CUE = re.compile(r"\b(?:carte|card|cb|visa|mastercard)\b[^\d\n]{0,30}$")
_TOLD = re.compile(  # `Use his own, 0417709928, Delta Unity Microfinance`: ten figures, as banks of Nigeria have them
    r"(?P<value>\d(?<![\w+.-].)\d{9})(?=[,;:]? [^.\n]{0,40}?\b(?:[Bb]ank|Microfinance|MFB|[Ss]avings"
    r"|[Cc]redit [Uu]nion"
    r"|GTB|UBA|Opay|OPay|Kuda|Moniepoint|Palmpay)\b)"
)
_MOVED = re.compile(
    r"[mstpwd](?<!\w.)(?:(?<=m)ove|(?<=s)end|(?<=t)ransfer|(?<=p)ay|(?<=w)ire|(?<=d)eposit)\b[^.\n]{0,25}? (?:to"
    r"|into) "
    r"(?P<value>(?!0[17])\d{10})(?![\w-]|[.,]\d)"
)


_WITH_BANK = re.compile(  # `FNB 62 8441 8772`, `monzo 70225518`
    rf"\b(?:{any_of(table('banks')['banks'])})(?: (?:a/?c|acct?|compte|account|acc)\.?(?: (?:no\.?|n°))?)?[ ]?[:,-]? "
    r"(?P<value>(?!(?:19|20)\d\d )\d{8,14}(?![\w/-]|[.,]\d)|\d{2,4}(?: \d{3,5}){2,3}(?![\w/-]|[.,]\d| \d))"
)


def find_accounts(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield account numbers after a cue, and those of payment cards after one, by their check digit."""
    for match in _ACCOUNT.finditer(level):
        value = _ACCOUNT_VALUE.match(text, match.end())
        if value and _OF_YEAR.match(text, value.start()):
            continue
        told = re.sub(r"[ \-]", "", value.group()) if value else ""
        if value and (
            match["sign"]
            or (
                re.fullmatch(r"\d{6,7}", value.group())
                and _BANK.search(level, max(0, match.start() - 60), match.start())
            )
            or re.fullmatch(r"[\dlOIS]{8,14}|(?:\d{3,6}[ -]){1,3}\d{3,6}", value.group())
            or len(told) in _RIB
            or (_GROUPED.fullmatch(value.group()) and len(re.sub(r"\D", "", told)) >= _FEWEST)
        ):
            right = told.translate(_MISREAD)
            yield Candidate(value.start(), value.end(), "account", right, 1.0 if right == told else GUESSED)
    yield from _of_banks(level)
    for match in _SORTED.finditer(text):
        yield Candidate(match.start("value"), match.end("value"), "account", match["value"], 0.9)
    for match in _POSTAL.finditer(text):
        if _POST.search(level, max(0, match.start() - 60), match.start()):
            yield Candidate(match.start(), match.end(), "account", match.group().replace("-", ""), 0.9)
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if luhn.is_valid(digits) and _CARD_CUE.search(level[max(0, match.start() - 50) : match.start()]):
            yield Candidate(match.start(), match.end(), "account", digits)


def _of_banks(level: str) -> Iterator[Candidate]:
    for match in _WITH_BANK.finditer(level):
        if not _THOUSANDS.fullmatch(match["value"]):
            yield Candidate(match.start("value"), match.end("value"), "account", match["value"].replace(" ", ""), 0.8)


def find_told_accounts(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the accounts that talk names without that word: beside their bank, or to which money is moved."""
    if english:
        for match in (*_TOLD.finditer(text), *_MOVED.finditer(level)):
            yield Candidate(match.start("value"), match.end("value"), "account", match["value"], 0.8)
