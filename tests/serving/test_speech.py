"""French and English: every message translated, numbers, intervals and dates as each language writes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import greffier.serving.show as show
from greffier.serving.speech import Speech, catalogue

SERVING = Path(show.__file__).parent
EN, FR = Speech("en"), Speech("fr")


def time(earliest: str, latest: str, **more: object) -> dict[str, object]:
    return {"edtf": "?", "earliest": earliest, "latest": latest, "zone": None, "approximate": False, **more}


def messages() -> set[str]:
    """Every message of the templates and of the modules."""
    found: set[str] = set(show.NAVIGATION.values()) | {"System", "Light", "Dark"}
    for file in [*SERVING.glob("templates/*.html"), *SERVING.glob("*.py")]:
        text = file.read_text(encoding="utf-8")
        found |= set(re.findall(r"""(?:\b_|\bsay)\(\s*["']([^"']+)["']""", text))
        for one, more in re.findall(r'\bmany\([^"]*"([^"]*)",\s*"([^"]*)"', text):
            found |= {one, more}
    return found


def test_every_message_is_translated() -> None:
    assert messages() - catalogue()["messages"].keys() == set()


def test_no_translation_is_left_over() -> None:
    used = messages() | {"since {day}", "until {day}"}
    assert catalogue()["messages"].keys() - used == set()


def test_places_for_values_are_the_same_in_both_languages() -> None:
    for english, french in catalogue()["messages"].items():
        assert sorted(re.findall(r"{\w+}", english)) == sorted(re.findall(r"{\w+}", french)), english


@pytest.mark.parametrize(
    ("told", "english", "french"),
    [
        (time("2023-03-21", "2023-03-21"), "21 March 2023", "21 mars 2023"),
        (time("2023-03-01", "2023-03-01"), "1 March 2023", "1er mars 2023"),
        (time("2023-03-21T04:10", "2023-03-21T04:10"), "21 March 2023, 04:10", "21 mars 2023, 4\u00a0h\u00a010"),
        (time("2023-03-11", "2023-03-20"), "11 to 20 March 2023", "11 à 20 mars 2023"),
        (time("2023-02-27", "2023-03-02"), "27 February to 2 March 2023", "27 février à 2 mars 2023"),
        (time("2023-03-01", "2023-03-31"), "March 2023", "mars 2023"),
        (time("2023-01-01", "2023-12-31"), "2023", "2023"),
        (time("2023-03-21", ""), "since 21 March 2023", "depuis le 21 mars 2023"),
        (time("2023-03-21T04:10", "2023-03-21T05:25"),
         "21 March 2023, 04:10 to 05:25", "21 mars 2023, 4\u00a0h\u00a010 à 5\u00a0h\u00a025"),
        (time("2023-03-21T04:10", "2023-03-21T04:10", zone="Etc/GMT-1"),
         "21 March 2023, 04:10 (UTC+1)", "21 mars 2023, 4\u00a0h\u00a010 (UTC+1)"),
        (time("2023-03-21", "2023-03-21", approximate=True), "about 21 March 2023", "environ 21 mars 2023"),
        (time("nonsense", "nonsense"), "?", "?"),
    ],
)  # fmt: skip
def test_dates(told: dict[str, object], english: str, french: str) -> None:
    assert (EN.when(told), FR.when(told)) == (english, french)


def test_numbers_and_intervals() -> None:
    assert (EN.number(3029), FR.number(3029)) == ("3,029", "3\u202f029")
    assert (EN.amount("34.6", "42.6", "kg"), FR.amount("34.6", "42.6", "kg")) == (
        "34.6 to 42.6\u00a0kg",
        "34,6 à 42,6\u00a0kg",
    )
    assert (EN.amount(30000, 35000, "EUR"), FR.amount(30000, 35000, "EUR")) == (
        "€30,000 to €35,000",
        "30\u202f000 à 35\u202f000\u00a0€",
    )
    assert EN.amount(64, 64, "count", approximate=True, container="packets") == "about 64\u00a0packets"
    assert FR.amount("0", None, "kg") == "0 à …\u00a0kg"


def test_plurals_and_typography() -> None:
    assert FR.many(0, "{n} page", "{n} pages") == "0 page"
    assert EN.many(0, "{n} page", "{n} pages") == "0 pages"
    assert EN.many(17, "{n} open", "{n} open|many") == "17 open"
    assert FR.many(17, "{n} open", "{n} open|many") == "17 ouverts"
    assert FR.say("Case:") == "Dossier\u00a0:"
    assert FR.pick({"en": "Which?", "fr": "Lequel ?"}) == "Lequel\u202f?"
