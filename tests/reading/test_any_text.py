"""The readers on any text: none raises, spans stand, values come back from the export, noise gives next to nothing."""

from __future__ import annotations

import json
import random
import string
import time as clock
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greffier.records import Dating, Event, Found, Mention, Quantity, Quote, Span, Time
from greffier.steps import read_text
from greffier.text import clean
from greffier.writing.export import encode
from greffier.writing.loose import loose_rows

WORDS = (
    "Le 14 février 2023", "vers 18 h", "hier", "le lendemain", "jeudi 16", "31 février", "entre", "et", "depuis",
    "03/04/2021", "the day before", "Q3 2021", "la nuit du 4 au 5", "12 kg", "3 kg 500", "25.000 €", "$1.5m",
    "une dizaine de", "QUATRE (5)", "1h30", "½", "0", "9" * 40, "M. DURAND", "Odile MARCHEVAL", "dit « le Turc »",
    "alias", "née", "SARL Halcyon", "rue Jean Jaurès", "O.F.A.S.T.", "l'OFAST", "Mr Smith", "06 39 98 12 34",
    "+44 20 7946 0958", "AB-123-CD", "FR7630006000011234567890189", "CSQU3054383", "@le_turc", "a@b.fr",
    "art. 706-80 CPP", "a remis", "déclare :", "« Non. »", "“Yes,” he said", "Q:", "R :", "selon", "said that",
    "n'a pas", "aurait", "I told him", "nous saisissons", "\n", "\n\n", "—", "|", "\t", ";", "(", ")", "\u00a0",
    "\u202e", "\u200b", "\ufeff", "é", "e\u0301", "𝟙𝟚", "Ⅻ", "İ", "ß", "ﬁ", "א", "٣", "年",
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
DATES = st.sampled_from([None, "2023-03-20", "2023-03-20T22:15", "1899-12-31"])


def spans(one: Found | Dating) -> list[Span]:
    if isinstance(one, Event):
        return [citation.span for citation in one.citations] + [role.span for role in one.roles]
    if isinstance(one, Quote):
        return [one.span] + ([one.cue] if one.cue else [])
    return [one.span] if isinstance(one, Mention) else []


@given(text=TEXTS, language=st.sampled_from([None, "fr", "en"]), date=DATES)
@settings(max_examples=120, deadline=None)
def test_no_reader_raises_and_every_span_stands(text: str, language: str | None, date: str | None) -> None:
    found = read_text(text, language, date)
    frozen = clean(text)
    for one in found:
        for span in spans(one):
            assert 0 <= span.start < span.end <= len(frozen)
            assert frozen[span.start : span.end] == span.exact
    mentions = [one for one in found if isinstance(one, Mention)]
    assert len({one.id for one in mentions}) == len(mentions)
    assert all(_orderly(one) for one in mentions), mentions
    assert read_text(text, language, date) == found


def _orderly(one: Mention) -> bool:
    if one.quantity is not None:
        return one.quantity.low <= one.quantity.high
    return (
        one.time is None
        or not (one.time.earliest and one.time.latest)
        or one.time.earliest[:10] <= one.time.latest[:10]
    )


@given(text=TEXTS, date=DATES)
@settings(max_examples=60, deadline=None)
def test_values_come_back_from_the_export(text: str, date: str | None) -> None:
    found = [one for one in read_text(text, None, date) if isinstance(one, Mention)]
    rows = {row["id"]: row for row in (json.loads(encode(row)) for row in loose_rows(found, "text"))}
    for one in found:
        row = rows[one.id]
        assert (row["citation"]["start"], row["citation"]["end"]) == (one.span.start, one.span.end)
        assert row["citation"]["exact"] == one.span.exact
        assert _value(row["value"], one) == (one.time, one.quantity, one.normalised)


def _value(row: dict[str, Any] | None, one: Mention) -> tuple[Time | None, Quantity | None, str | None]:
    """The value of a row as the mention had it; what an export does not say (anchor, modality) is taken from it."""
    if row is None:
        return None, None, None
    if one.time is not None:
        return Time(**row, anchor=one.time.anchor, modality=one.time.modality), None, None
    if one.quantity is not None:
        bounds = {side: Decimal(str(row[side])) for side in ("low", "high")}
        return None, Quantity(**(row | bounds)), None
    return None, None, row["normalised"]


ALPHABETS = {
    "digits": "0123456789",
    "digits and blanks": "0123456789    \n",
    "hebrew": "אבגדהוזחטיכלמנסעפצקרשת   \n",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي٠١٢٣٤٥٦٧٨٩   \n",
    "chinese": "的一是不了人我在有他这中大来上国年月日三十二",
    "russian": "абвгдежзиклмнопрстуфхцчшщыэюя   \n",
    "base64": string.ascii_letters + string.digits + "+/",
    "dirt of a scan": "..,,''``--__~~||::;;iIlL1!rnmtfcoO0()[]{}   \n\n",
    "letters": "eeeeaaaaiiiinnnttsssrrrloudcmpv      ,.\n",
}  # fmt: skip
SENTENCES = {
    "german": "Der Zug fährt heute nicht, weil die Strecke gesperrt ist. Wir warten noch immer auf die Genehmigung. ",
    "spanish": "La mesa estaba puesta y nadie quería hablar de lo que había pasado en la casa. Salieron todos. ",
    "wrong encoding": "Les faits ont Ã©tÃ© relatÃ©s aprÃ¨s lâ€™enquÃªte, Ã  la demande de tous. ",
}  # fmt: skip
PAGE = 3000  # characters
AT_MOST = {"dirt of a scan": 5}  # findings a page; elsewhere one: among l, 1, m and 0 « 01m » is a length now and then


def noise(kind: str, length: int) -> str:
    if kind in SENTENCES:
        return (SENTENCES[kind] * (length // 20))[:length]
    chance = random.Random(kind)
    return "".join(chance.choices(ALPHABETS[kind], k=length))


@pytest.mark.parametrize("kind", [*ALPHABETS, *SENTENCES])
def test_noise_gives_next_to_nothing(kind: str) -> None:
    pages = 8
    found = [one for one in read_text(noise(kind, pages * PAGE)) if not isinstance(one, Dating)]
    assert len(found) <= pages * AT_MOST.get(kind, 1), [one.span.exact for one in found if isinstance(one, Mention)]


TOLD = "Le 14 février 2023, vers 18 h, Odile MARCHEVAL remet 12 kg à Bastien KERLEVEN, qui déclare n'avoir rien vu ; "
LINES: dict[str, Callable[[int], str]] = {
    "one sentence": lambda length: (TOLD * (length // len(TOLD) + 1))[:length],
    "words": lambda length: ("lorem ipsum dolor sit amet " * (length // 20))[:length],
    "digits": lambda length: noise("digits", length),
}


@pytest.mark.parametrize("kind", LINES)
def test_a_long_line_takes_no_longer_than_it_is_long(kind: str) -> None:
    """CPU of a line of 80,000 characters against one of 20,000: four times is linear, sixteen would be quadratic."""
    read_text(LINES[kind](2000))
    for _ in range(3):  # other work on the machine may disturb one measurement
        short, long = (_cpu(LINES[kind](length)) for length in (20_000, 80_000))
        if long < 8 * short + 0.2:
            return
    pytest.fail(f"{long:.2f} s against {short:.2f} s")


def _cpu(text: str) -> float:
    began = clock.process_time()
    read_text(text)
    return clock.process_time() - began
