"""Years, decades and centuries by the words beside them, and years that begin in one and end in the next. Tokens in."""

from __future__ import annotations

from greffier.reading.numerals import spelled
from greffier.reading.script import Found, Script, day_number, month, year
from greffier.reading.time_amounts import UNITS
from greffier.reading.tokens import BREAK, DIGITS, SIGN, WORD
from greffier.reading.told import Between, Months, Years

_YEAR_CUES = frozenset(
    "en in annee annees courant depuis since fin debut during year an ici by until before after avant apres exercice "
    "agenda bilan budget millesime born des season saison campagne scolaire".split()
)
_SPANNING = frozenset(
    "exercice budget season saison campagne scolaire".split()
)  # years that begin in one and end in another
_STREETS = frozenset(
    "street avenue road square boulevard drive lane court way place st rd ave dr ln blvd block".split()
)
_NO_THINGS = frozenset("and or to in on at of for with from people persons men women others or".split())
_AFTER_YEAR = frozenset("and or but was were is are show shows showed stood came totalled amounted".split())
_SUMS = frozenset("total sum amount maximum minimum loan fee price fine cost out number lot batch case".split())
_BOOKS = frozenset(
    "diary registres registers journal book ledger livre registre register cahier cahiers comptes accounts log "
    "calendar calendrier planning annual annuel caisse cash payroll paie paye".split()
)
_YEAR = 4  # digits
_TITLE = 400  # characters in which a page tells what it is
_RANGED = frozenset("( in en de periode period years annees exercices".split())
COUNTED_NOUNS = frozenset("euros euro eur dollars kg kilos francs personnes metres m km € $ £ % °".split())
ROMAN = {f"{numeral}{end}": number for number, numeral in ((15, "xv"), (16, "xvi"), (17, "xvii"), (18, "xviii"),
          (19, "xix"), (20, "xx"), (21, "xxi")) for end in ("e", "eme")}  # fmt: skip
TENS_NAMES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
               "eighties": 80, "nineties": 90}  # fmt: skip


def cued_year(script: Script, at: int) -> Found | None:
    """A year after a word that calls for one; a bare number of four digits is not a date."""
    if script.before(at) in _SPANNING and (both := _two_years(script, at)) is not None:
        return both
    if (told := year(script, at)) is not None and _of_thing(script, at, told[1]):
        return Years(told[0], told[0]), told[1]
    cued = script.before(at) in _YEAR_CUES or script.before(at) == "from" or _entitles(script, at)
    cued = cued or _shares_cue(script, at)
    told = year(script, at) if cued else None
    if told is not None and script.before(at) == "from" and script.tokens[told[1]].kind not in (SIGN, BREAK):
        return None
    if told is None or script.word(told[1]) in COUNTED_NOUNS:
        return None
    after = script.tokens[told[1]]
    if after.glued and after.text in ("/", "-", "_") and script.tokens[told[1] + 1].glued:
        return None
    return Years(told[0], told[0]), told[1]


def _shares_cue(script: Script, at: int) -> bool:
    """`the logs for 2013 and 2014`, « en 2013 et 2014 »: the second of two years, or one that a pause follows."""
    token = script.tokens[at]
    if token.kind != DIGITS or len(token.text) != _YEAR or not 1900 <= int(token.text) <= 2050:
        return False
    ends = script.tokens[at + 1].kind != WORD or script.word(at + 1) in _AFTER_YEAR
    if script.before(at) == "for":
        return ends and script.word(at + 1) not in ("/", "-")
    first = script.tokens[at - 2]
    listed = script.before(at) in ("and", "et", "or", "ou") and first.kind == DIGITS and len(first.text) == _YEAR
    return listed and ends and cued_year(script, at - 2) is not None


def _entitles(script: Script, at: int) -> bool:
    """`CASH BOOK 2009`, « Livre de paie 2015 » at the head of a page: a year that ends its line, or a part of it."""
    token, after = script.tokens[at : at + 2]
    ends = after.kind == BREAK or script.opens_line(at + 1) or after.text in ("(", "-", ",", ":")
    ends = ends or script.text.startswith("   ", token.end)
    return token.start < _TITLE and len(token.text) == 4 and script.before(at) in _BOOKS and ends


def _of_thing(script: Script, at: int, after: int) -> bool:
    """`a 2015 Maserati`, `VEH: 2004 Chevy`: an English year before a name and no street; `politics of 2027`."""
    token = script.tokens[after]
    if script.language != "en" or script.tokens[at].kind != DIGITS or not 1950 <= int(script.word(at)) <= 2050:
        return False
    if script.before(at) == "of":
        if script.tokens[at - 2].kind == DIGITS:
            return False  # "Act 51 of 1977"
        return token.kind in (SIGN, BREAK) and token.text not in ("/", "-", ",") and script.word(at - 2) not in _SUMS
    named = token.kind == WORD and not token.glued and script.capital(after) and not script.opens_line(after)
    if (
        named
        and token.end - token.start > 1
        and script.tokens[after + 1].kind == DIGITS
        and _in_capitals(script, after)
    ):
        return False  # "R. v. Hale, 2019 BCSC 1041" is a judgment
    if not named and script.before(at) in ("the", "his", "her", "our", "their") and int(script.word(at)) % 100:
        named = token.kind == WORD and not token.glued and token.text not in UNITS  # "the 2021 ledgers"
        named = named and token.text not in COUNTED_NOUNS and token.text not in _NO_THINGS
    street = any(script.word(after + place) in _STREETS for place in (1, 2))
    return named and not street and script.before(at) in ("a", "the", "his", "her", "their", ":", ",")


def _in_capitals(script: Script, at: int) -> bool:
    token = script.tokens[at]
    return script.text[token.start : token.end].isupper()


def named_year(script: Script, at: int) -> Found | None:
    """année 2008, l'an 2008, the year 2008: the year with the word for it."""
    if script.word(at) not in ("annee", "an", "year"):
        return None
    start = at + 1 + (script.word(at + 1) == "scolaire")
    if (both := _two_years(script, start)) is not None:
        return (_of_accounts(both[0]), both[1]) if script.language == "en" else both
    told = year(script, start)
    return (Years(told[0], told[0]), told[1]) if told and script.word(told[1]) not in COUNTED_NOUNS else None


def _two_years(script: Script, at: int) -> tuple[Years, int] | None:
    """`2020-2021`, `2014/15`: a year and the next, as years of schools and of accounts are told."""
    token, mark, second = script.tokens[at : at + 3]
    if token.kind != DIGITS or len(token.text) != 4 or mark.text not in ("-", "/") or second.kind != DIGITS:
        return None
    first = int(token.text)
    last = second.text if len(second.text) == 4 else f"{token.text[:2]}{second.text}"
    return (Years(first, first + 1), at + 3) if int(last) == first + 1 and 1900 <= first <= 2100 else None


def years_range(script: Script, at: int) -> Found | None:
    """`(2012-2015)`, `(2012 to March 2020)`: years in brackets or after a word that calls for one."""
    left = year(script, at)
    if left is None or script.before(at) not in _RANGED or script.word(left[1]) not in ("-", "to", "a", "au"):
        return None
    named, right = month(script, left[1] + 1), year(script, left[1] + 1)
    if named is not None and (last := year(script, named[1])) is not None and last[0] >= left[0]:
        return Between(Years(left[0], left[0]), Months(named[0], named[0], last[0])), last[1]
    if right is None or not left[0] < right[0] <= left[0] + 60 or script.word(right[1]) in COUNTED_NOUNS:
        return None
    return Between(Years(left[0], left[0]), Years(right[0], right[0])), right[1]


def financial_year(script: Script, at: int) -> Found | None:
    """`financial year 2007–08`, `tax year 2014/15`, April to March; `FY2021`, as its number says."""
    if script.word(at) == "fy":
        told = year(script, at + 1) if script.capital(at) else None
        both = _two_years(script, at + 1)
        return (_of_accounts(both[0]), both[1]) if both else (Years(told[0], told[0]), told[1]) if told else None
    both = _two_years(script, at + 2) if script.word(at + 1) == "year" else None
    return (_of_accounts(both[0]), both[1]) if both else None


def _of_accounts(years: Years) -> Between:
    """April to March, as English accounts run."""
    return Between(Months(4, 4, years.first), Months(3, 3, years.last))


def decade(script: Script, at: int) -> Found | None:
    """les années 1990, années 80, années quatre-vingt-dix, the 1990s, the nineties."""
    start = at + (script.word(at) == "les")
    if script.word(start) == "annees":
        return _french_decade(script, start + 1)
    if script.before(at) not in ("the", "les", "early", "late", "mid", "-"):
        return None
    token = script.tokens[at]
    if token.kind == DIGITS and script.word(at + 1) == "s" and script.tokens[at + 1].glued and token.text.endswith("0"):
        first = int(token.text)
        if len(token.text) == 4 and 1500 <= first <= 2190:
            return Years(first, first + 9), at + 2
        if len(token.text) == 2:
            return Years(1900 + first, 1909 + first), at + 2
    if (tens := TENS_NAMES.get(token.text)) is not None:
        return Years(1900 + tens, 1909 + tens), at + 1
    return None


def century(script: Script, at: int) -> Found | None:
    """le XXe siècle, 19ème siècle, the 20th century, the nineteenth century."""
    token = script.tokens[at]
    told = day_number(script, at)
    if token.kind == WORD and (roman := ROMAN.get(token.text)):
        told = roman, at + 1
    if told is None or not 15 <= told[0] <= 21 or script.word(told[1]) not in ("siecle", "century"):
        return None
    return Years((told[0] - 1) * 100, told[0] * 100 - 1), told[1] + 1


def _french_decade(script: Script, at: int) -> Found | None:
    token = script.tokens[at]
    number = (int(token.text), at + 1) if token.kind == DIGITS and len(token.text) in (2, 4) else None
    number = number or spelled(script.tokens, at, "fr")
    if number is None or number[0] % 10:
        return None
    value, after = number
    first = value if value >= 1500 else 1900 + value
    if not 1500 <= first <= 2190 or (value < 1500 and not 20 <= value <= 90):
        return None
    return Years(first, first + 9), after
