"""One amount: a number with the unit or the thing it counts. Tokens in, amounts out."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from greffier.reading import goods
from greffier.reading.composites import feet_and_inches, tail
from greffier.reading.countables import ADJECTIVES
from greffier.reading.counts import counted
from greffier.reading.currencies import SHARED, at_home, dollars, francs, shared
from greffier.reading.multiples import Number, Sheet
from greffier.reading.numerals import WORDS, digits, worth
from greffier.reading.slang import slang
from greffier.reading.tokens import DIGITS, SIGN, WORD
from greffier.reading.told_amounts import Amount
from greffier.reading.told_numbers import number
from greffier.reading.units import MONEY_SIGNS, MULTIPLIERS, SHORT_MULTIPLIERS, Unit, unit
from greffier.reading.vocabulary import table

_NOTHING_ELSE = frozenset({"bn", "mln", "mio", "mrd", "mrds", "mds"})
_MILLS = frozenset({"TND", "LYD", "KWD", "BHD", "OMR", "JOD", "IQD"})  # a thousand to the dinar: three decimals
_OF_MILLS = re.compile(r"\d{1,4},\d{3}")
_GREAT = frozenset({"million", "millions", "billion", "billions", "bn", "milliards"})
_MINUS = frozenset({"-", "moins", "minus"})
_SIGNED = frozenset({"temperature", "money", "ratio"})
_ONE_COIN = frozenset("euro dollar franc grand tenner fiver quid".split())
_SYMBOLIC = frozenset({"symbolique", "symbolic", "seul", "each", "per", "par", "chacun"})
_SMALL_WORDS = frozenset(table("bare")["after"].split())
_COLD = frozenset({"temperature", "ratio"})  # what words may put below zero: "moins 5 %", not "moins 5 euros"
_GOOD = frozenset({"bonnes", "bons", "good", "petites", "petits"})  # « cinq bonnes minutes » are about five
_SIZED = frozenset({"bon", "bonne", "petit", "petite", "gros", "grosse", "good"})  # « une petite heure »
_WHEN = frozenset({"a", "vers", "de", "des", "jusqu", "avant", "apres", "at", "from", "to", "until", "by", "about"})
_CLOCK = re.compile(r"(?:[01]\d|2[0-4])\.[0-5]\d")
_BOUNDING = frozenset("under about than around nearly almost roughly environ moins plus quasi presque".split())
_LAKHS = frozenset({"lakh", "lakhs", "lac", "lacs", "crore", "crores"})
_IN_LAKHS = _LAKHS | WORDS["en"]
_RUPEES = frozenset({"INR", "PKR", "BDT", "LKR", "NPR"})
_TITLED = frozenset(
    {"gdes", "gde", "fr", "frs", "rs", "sh", "ksh", "kshs", "tsh", "ush", "shs", "ug"}
)  # `Rs. 3.60 lakhs`, `Sh312m`
_NATIONAL: dict[str, list[str]] = table("slang")["letters"]
_AMERICAN = frozenset({"us", "s", "american"})
_LETTERS = _NATIONAL.keys() | {"sh", "shs"}
_ROADS = frozenset("the along via on onto off road les la".split())
_SHARED_BY = frozenset({"l", "dl", "ml", "kg", "m"})  # « 1,2 g/l »: how strong, not how much
_ONE_MONEY = frozenset({"rm", "n", "r"})
_THOUSANDS = re.compile(r"\d{1,3}(?:[ ,]\d{3})+(?:[.,]\d\d)?")
_DOLLAR = frozenset({"$", "dollar", "dollars"})
_LONE_LETTERS = frozenset({"a", "s", "j", "n"})
_CLOSINGS = frozenset({"-", "="})  # `Rs. 6,000/-`, `Shs. 600/=`: and nothing more
_HOUR = Decimal(3600)
_POUND = Unit("kg", "mass", Decimal("0.45359237"))
_POUNDS = frozenset({"pound", "pounds"})
_OUNCES = frozenset({"oz", "ounce", "ounces"})
_AND = frozenset({"and", ",", "&"})
_WEIGHING = frozenset("weigh weighs weighed weighing weight weights".split())
_CLOSE = 6  # tokens before a number of pounds in which a weight is named
_MINUTE = Unit("s", "duration", Decimal(60))
_ARTICLE_UNITS = frozenset({"mass", "volume", "area"})  # what "a" or "une" measures one of, rather than names
_ARTICLE_TIMES = frozenset({Decimal(3600), Decimal(604800), Decimal(1209600), Decimal(2592000), Decimal(31536000)})


def amount(sheet: Sheet, at: int) -> Amount | None:
    """The amount at this token: money with its sign before it, else a number and its unit or what it counts."""
    if at not in sheet.amounts:
        sheet.amounts[at] = _amount(sheet, at)
    told: Amount | None = sheet.amounts[at]
    return told


def _amount(sheet: Sheet, at: int) -> Amount | None:
    token = sheet.tokens[at]
    if token.text in _MINUS:
        return _below_zero(sheet, at)
    if token.text in MONEY_SIGNS or token.kind == WORD:
        before = _money_before(sheet, at)
        if before is not None:
            return before
    told = number(sheet, at)
    return (feet_and_inches(sheet, at) or measured(sheet, told, at)) if told else None


def _below_zero(sheet: Sheet, at: int) -> Amount | None:
    """`-5 °C`, `moins 5 %`, a balance of `-1 250,00 €`: what is measured here and may go below zero."""
    sign, following = sheet.tokens[at], sheet.tokens[at + 1]
    if sign.kind == SIGN and (not following.glued or sign.glued or sheet.tokens[at - 1].kind == DIGITS):
        return None
    above = amount(sheet, at + 1) if following.text not in _MINUS else None
    dimensions = _SIGNED if sign.kind == SIGN else _COLD
    if above is None or above.unit.dimension not in dimensions or (above.high <= 0 and not above.unit.fahrenheit):
        return None
    low, high = (_negative(above.unit, value) for value in (above.high, above.low))
    return replace(above, low=low, high=high)


def _negative(kind: Unit, value: Decimal) -> Decimal:
    if kind.fahrenheit:  # -4 °F is -20 °C, not minus what 4 °F is
        return kind.convert(-(value * 9 / 5 + 32))
    return -value


def _money_before(sheet: Sheet, at: int) -> Amount | None:
    """`€ 25`, `$1.5 million`, `EUR 25 000`, `US$ 300k`."""
    found = unit(sheet.tokens, at, sheet.text, sheet.language)
    if sheet.word(at) in _LETTERS and (found is None or found[1] == at + 1):
        found = _national(sheet, at) or slang(sheet, at)
    if found is None or found[0].currency is None:
        return None
    money, after = _at_home(sheet, *found), found[1]
    after += sheet.word(after - 1) in _TITLED and sheet.word(after) == "." and sheet.tokens[after].glued
    token = sheet.tokens[at]
    if token.text in _LONE_LETTERS and not (sheet.text[token.start].isupper() and sheet.tokens[at + 1].glued):
        return None  # "a $10,000 fine" is of no Australian dollars
    signed = sheet.word(after - 1) in MONEY_SIGNS
    titled = (token.text in _TITLED or token.text in _NATIONAL) and sheet.text[token.start].isupper()
    if token.kind == WORD and not (signed or titled or sheet.text[token.start : token.end].isupper()):
        return None
    below = sheet.word(after) == "-" and sheet.tokens[after].glued and sheet.tokens[after + 1].glued
    told = digits(sheet.tokens, after + below)
    if told is None:
        return None
    factor, end = Decimal(1), told[1]
    ended = sheet.tokens[end]
    if token.kind == WORD and ended.kind == WORD and ended.glued and ended.text not in MULTIPLIERS:
        return None  # `KMF4SQ`
    end += sheet.word(end) == "-" and sheet.word(end + 1) in _GREAT and sheet.tokens[end + 1].glued  # `$61-million`
    word = sheet.word(end)
    if word in MULTIPLIERS and (word not in SHORT_MULTIPLIERS or short_stands(sheet, end)):
        factor, end = MULTIPLIERS[word], end + 1
    end += _closing(sheet, end)
    value = worth(told[0], sheet.habit, money=True)
    if value is None:
        return None
    value = money.convert(-value * factor if below else value * factor)
    return Amount(value, value, money, end, goods.cash(sheet.tokens, end), factor=factor)


def _closing(sheet: Sheet, at: int) -> int:
    """The signs that close a sum: none of its cents in `1,500/-`, `R18 740-00`, « CHF 480.– », « Fr. 80.-- »."""
    mark, following = sheet.tokens[at], sheet.tokens[at + 1]
    if not following.glued:
        return 0
    if mark.text == "." and mark.glued and following.text == "-":
        again = sheet.tokens[at + 2]
        return 3 if again.text == "-" and again.glued else 2
    return 2 * ((mark.text == "/" and following.text in _CLOSINGS) or (mark.text == "-" and following.text == "00"))


def short_stands(sheet: Sheet, at: int) -> bool:
    """`$25k`, `$3 bn`, `€10B`: a short multiplier glued to its number, or one that is nothing else."""
    following = sheet.tokens[at + 1]
    ends = not (following.glued and following.kind == WORD)
    return sheet.word(at) in _NOTHING_ELSE or (sheet.tokens[at].glued and ends)


def measured(sheet: Sheet, told: Number, start: int | None = None) -> Amount | None:
    """A number with its unit (`3 kg 500`, `une tonne et demie`), or with the thing it counts."""
    at = told.end
    if sheet.word(at) == "-" and sheet.tokens[at].glued and sheet.tokens[at + 1].glued:
        at += 1  # a 30-day month, a three-ton load
    found = _minutes(sheet, told, at) or slang(sheet, at) or unit(sheet.tokens, at, sheet.text, sheet.language)
    about = False
    if found is None and (sheet.word(at) in _SIZED if told.article else sheet.word(at) in ADJECTIVES):
        about = told.article or sheet.word(at) in _GOOD
        found = _timed(unit(sheet.tokens, at + 1, sheet.text, sheet.language))  # "cinq bonnes minutes"
    if found is None and start and sheet.word(told.end - 1) in _LAKHS and sheet.word(start - 1) not in _IN_LAKHS:
        found = _of_lakhs(sheet, told)
    found = found or _closed(sheet, told, at) or _pence(sheet, told, at)
    if found is None:
        return counted(sheet, told, start)
    kind, after = (_POUND if _is_weight(sheet, at, found) else found[0]), found[1]
    share = sheet.word(after) == "/" and sheet.tokens[after].glued and sheet.word(after + 1) in _SHARED_BY
    if _is_time_of_day(sheet, told, kind, start) or (kind.dimension == "mass" and share):
        return None
    return _valued(sheet, told, kind, after, start, about=about)


def _closed(sheet: Sheet, told: Number, at: int) -> tuple[Unit, int] | None:
    """The money of « 120.- », `46,500/=`, `6,000/-`, whose closing signs alone say that it is a sum."""
    signs = _closing(sheet, at) if told.raw is not None and sheet.word(at + 1) in _CLOSINGS else 0
    after = sheet.tokens[at + signs]
    if not signs or (sheet.word(at) == "-" or (after.glued and after.kind in (DIGITS, WORD))):
        return None
    money = at_home(sheet.text, sheet.language)
    swiss = sheet.word(at) == "." and money == "EUR"
    return Unit("CHF" if swiss else money, "money", Decimal(1)), at + signs


def _pence(sheet: Sheet, told: Number, at: int) -> tuple[Unit, int] | None:
    """The pence of `45p`, on a page of pounds."""
    glued = sheet.word(at) == "p" and sheet.tokens[at].glued and sheet.tokens[at - 1].kind == DIGITS
    ends = not (sheet.tokens[at + 1].glued and sheet.tokens[at + 1].kind in (DIGITS, WORD))
    pounds = glued and ends and told.raw is not None and len(told.raw) < 3 and "£" in sheet.text
    return (Unit("GBP", "money", Decimal("0.01")), at + 1) if pounds else None


def _valued(sheet: Sheet, told: Number, kind: Unit, after: int, start: int | None, *, about: bool) -> Amount | None:
    """A number in its unit, which ends before the token `after`, with what belongs to both."""
    if kind.currency:
        kind, told, after = _in_money(sheet, kind, told, after)
    if told.article and (len(sheet.word(after - 1)) == 1 or not _is_taken(sheet, kind, start)):
        return None
    value = told.worth(sheet.habit, money=kind.currency is not None)
    if sheet.language == "fr" and kind.kept in _MILLS and told.raw is not None and _OF_MILLS.fullmatch(told.raw):
        value = Decimal(told.raw.replace(",", ".")) * told.factor
    if value is None:
        return None
    whole, after = tail(sheet, value, kind, after)
    other = kind.convert(told.other) if told.other is not None else whole
    low, high = min(whole, other), max(whole, other)
    end, measure = _aged(sheet, kind, after), None
    if kind.dimension in ("mass", "volume"):
        measure = goods.good(sheet.tokens, after, sheet.text)
    elif kind.currency:
        measure = goods.cash(sheet.tokens, after)
    if sheet.word(end - 1) == "of":
        end -= 1
    return Amount(low, high, kind, end, measure, None, told.approximate or about, told.other is not None, told.factor)


def _national(sheet: Sheet, at: int) -> tuple[Unit, int] | None:
    """The `N` of `N400,000` in Nigeria, the `R` of `R25 000` in South Africa, `RM12,000`: before its number."""
    token, following = sheet.tokens[at], sheet.tokens[at + 1]
    codes = _NATIONAL.get(token.text, ()) if sheet.text[token.start].isupper() else ()
    told = digits(sheet.tokens, at + 1) if codes and (following.glued or len(token.text) > 1) else None
    code = at_home(sheet.text, sheet.language) if told is not None else None
    if told is not None and code not in codes and _speaks_for_itself(sheet, token.text, told):
        code = next(iter(codes))
    if code is None or code not in codes or told is None or not (_is_sum(sheet, at, told) or len(token.text) > 1):
        return None
    return Unit(code, "money", Decimal(1)), at + 1


def _speaks_for_itself(sheet: Sheet, letters: str, told: tuple[str, int]) -> bool:
    """Whether letters before figures are one money wherever they stand: `RM800`, `R389 900`, `N1.2 million`."""
    if sheet.language != "en" or letters not in _ONE_MONEY:
        return False
    thousands = sheet.word(told[1]) in _GREAT or _THOUSANDS.fullmatch(told[0]) is not None
    return len(letters) > 1 or thousands


def _is_sum(sheet: Sheet, at: int, told: tuple[str, int]) -> bool:
    """Whether figures after a letter are money: thousands, millions, hundreds but of a road (`R61`, `the R300`)."""
    if len(told[0]) > 3 or sheet.word(told[1]) in MULTIPLIERS:
        return True
    return len(told[0]) == 3 and sheet.word(at - 1) not in _ROADS


def _at_home(sheet: Sheet, kind: Unit, after: int) -> Unit:
    """Francs and dollars are those of the page, where the words say no more."""
    if kind.kept == "FRF":
        return replace(kind, kept=francs(sheet.text, sheet.around))
    if kind.kept == "XOF" and sheet.word(after - 1) != "xof" and francs(sheet.text, sheet.around) == "XAF":
        return replace(kind, kept="XAF")
    if kind.kept == "INR" and (word := sheet.word(after - 1).strip(".") or sheet.word(after - 2)) in SHARED:
        return replace(kind, kept=shared(word, sheet.text) or "INR")
    if kind.kept == "USD" and sheet.word(after - 1) in _DOLLAR and sheet.word(after - 2) not in _AMERICAN:
        return replace(kind, kept=dollars(sheet.text))
    return kind


def _is_weight(sheet: Sheet, at: int, found: tuple[Unit, int]) -> bool:
    """Whether these are pounds of weight: ounces follow, something weighs so much, all money is in dollars."""
    if sheet.word(at) not in _POUNDS or found[1] != at + 1:
        return False
    ounces = number(sheet, at + 1 + (sheet.word(at + 1) in _AND))
    if ounces is not None and sheet.word(ounces.end) in _OUNCES:
        return True
    before = {sheet.word(back) for back in range(max(0, at - _CLOSE), at)}
    asked = {sheet.word(back) for back in range(max(0, at - 2 * _CLOSE), at)}
    before |= asked if "?" in asked else set()  # `What do they weigh?`, and the answer
    in_dollars = "$" in sheet.text and "£" not in sheet.text and "sterling" not in sheet.text
    return in_dollars or sheet.word(at + 2) == "weight" or bool(before & _WEIGHING)


def _is_time_of_day(sheet: Sheet, told: Number, kind: Unit, start: int | None) -> bool:
    """« à 08.50 hrs » is when, not how long."""
    if kind.dimension != "duration" or kind.factor != _HOUR or not start or told.raw is None:
        return False
    return _CLOCK.fullmatch(told.raw) is not None and sheet.word(start - 1) in _WHEN


def _in_money(sheet: Sheet, kind: Unit, told: Number, after: int) -> tuple[Unit, Number, int]:
    """Francs are those of the page; `75 USD million` has its millions behind."""
    kind = _at_home(sheet, kind, after)
    if told.factor == 1 and sheet.word(after) in _GREAT:
        factor = MULTIPLIERS[sheet.word(after)]
        told, after = told._replace(value=told.value * factor if told.value else None, factor=factor), after + 1
    return kind, told, after


def _is_taken(sheet: Sheet, kind: Unit, at: int | None) -> bool:
    """Whether "a" or "une" before this unit measures: `a kilo`, « une semaine », `under a minute`, no `a second`."""
    if kind.dimension == "duration" and at and sheet.word(at - 1) in _BOUNDING:
        return True
    if kind.currency and at is not None:
        return sheet.word(at + 1) in _ONE_COIN and not _is_named_after(sheet, at + 2)
    return kind.dimension in _ARTICLE_UNITS or (kind.dimension == "duration" and kind.factor in _ARTICLE_TIMES)


def _is_named_after(sheet: Sheet, at: int) -> bool:
    """Whether a noun goes on after what is one of: « un franc succès », `a grand piano`, `a dollar bill`."""
    token = sheet.tokens[at]
    return token.kind == WORD and token.text not in _SMALL_WORDS and token.text not in _SYMBOLIC


def _of_lakhs(sheet: Sheet, told: Number) -> tuple[Unit, int] | None:
    """The rupees of « 1.12 crore », which nothing counted follows."""
    money = at_home(sheet.text, sheet.language)
    plural = len(sheet.word(told.end)) > 3 and sheet.word(told.end).endswith("s")
    alone = not plural and number(sheet, told.end) is None
    return (Unit(money, "money", Decimal(1)), told.end) if money in _RUPEES and alone else None


def _timed(found: tuple[Unit, int] | None) -> tuple[Unit, int] | None:
    return found if found is not None and found[0].dimension in ("duration", "mass") else None


def _minutes(sheet: Sheet, told: Number, at: int) -> tuple[Unit, int] | None:
    """The `m` of `2m 41s`, which is no metre."""
    seconds = sheet.tokens[at + 1]
    if sheet.word(at) != "m" or seconds.kind != DIGITS or sheet.word(at + 2) not in ("s", "sec"):
        return None
    return (_MINUTE, at + 1) if told.raw is not None and sheet.tokens[at + 2].glued else None


def _aged(sheet: Sheet, kind: Unit, at: int) -> int:
    """The token after `old` or `of age`, which belong to `29 years old` and a `45-year-old`."""
    if kind.dimension != "duration":
        return at
    hyphen = at + 1 if sheet.word(at) == "-" and sheet.tokens[at].glued else at
    if sheet.word(hyphen) == "old":
        return hyphen + 1
    return at + 2 if sheet.word(at) == "of" and sheet.word(at + 1) == "age" else at
