"""Seeded cases say what is true of them: all that is planted stands on its pages, one seed makes one case."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from greffier.records import Page
from tests.seeded.here import added
from tests.seeded.laid import Laid
from tests.seeded.plants import TYPES
from tests.seeded.scoring import b3
from tests.seeded.seed import seed
from tests.seeded.wording import Half, Language, Person, moment, number, tell, wording, words

EACH: list[tuple[Half, Language]] = [("a", "fr"), ("a", "en"), ("b", "fr"), ("b", "en")]


@pytest.mark.parametrize(("half", "language"), [EACH[0], EACH[3]])
@pytest.mark.parametrize("innocent", [False, True], ids=["planted", "innocent"])
def test_every_type_can_be_planted_alone(half: Half, language: Language, innocent: bool, tmp_path: Path) -> None:
    for type in TYPES:
        folder = tmp_path / type
        folder.mkdir()
        chosen = {"innocent": [type]} if innocent else {"planted": [type]}
        truth = seed(3, half, language, folder, **chosen)
        assert {(one.type, one.innocent) for one in truth.planted} <= {(type, innocent)}
        assert len(truth.planted) >= (0 if innocent and type == "missing" else 1)
        assert all(side for one in truth.planted for side in one.sides)
        assert 15 <= len(list(folder.iterdir())) <= 60


def test_a_case_with_nothing_planted_is_whole(tmp_path: Path) -> None:
    truth = seed(1, "a", "en", tmp_path)
    assert truth.planted == ()
    assert all(account.missing == 0 for account in truth.accounts)


def test_what_is_missing_is_in_the_account(tmp_path: Path) -> None:
    truth = seed(1, "b", "fr", tmp_path, planted=["missing"])
    assert truth.accounts[0].missing > 0
    assert json.loads(truth.exported())["accounts"][0]["missing"] == str(truth.accounts[0].missing)


def test_the_same_seed_makes_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        truth = seed(5, "b", "en", tmp_path / name, planted=TYPES)
        made.append((truth, {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()}))
    assert made[0] == made[1]
    (tmp_path / "three").mkdir()
    assert seed(6, "b", "en", tmp_path / "three").people != made[0][0].people


@pytest.mark.parametrize(("half", "language"), EACH)
def test_every_word_stands_on_its_page(half: Half, language: Language, tmp_path: Path) -> None:
    folder = tmp_path / "box"
    folder.mkdir()
    truth = seed(2, half, language, folder, planted=TYPES[:6])
    case = added(folder)
    laid = Laid(case, truth)
    assert laid.lost() == []
    assert sum(1 for _ in case.all(Page)) == truth.pages
    assert len(list(laid.written())) == sum(len(one.names) for one in truth.written)


def test_the_halves_share_no_sentence_and_no_name() -> None:
    for language in ("fr", "en"):
        one, two = (set(_leaves(wording(half, language))) for half in ("a", "b"))
        assert one & two <= {"cocaïne", "cocaine", "{title}"}


def _leaves(told: object) -> list[str]:
    if isinstance(told, dict):
        return [leaf for value in told.values() for leaf in _leaves(value)]
    if isinstance(told, list):
        return [leaf for value in told for leaf in _leaves(value)]
    return [str(told)]


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (1, "un", "one"), (17, "dix-sept", "seventeen"), (21, "vingt et un", "twenty-one"),
        (70, "soixante-dix", "seventy"), (71, "soixante et onze", "seventy-one"),
        (79, "soixante-dix-neuf", "seventy-nine"), (80, "quatre-vingts", "eighty"),
        (81, "quatre-vingt-un", "eighty-one"), (91, "quatre-vingt-onze", "ninety-one"),
        (99, "quatre-vingt-dix-neuf", "ninety-nine"), (2023, "deux mille vingt-trois", "two thousand twenty-three"),
    ],
)  # fmt: skip
def test_numbers_are_spelled(value: int, french: str, english: str) -> None:
    assert (words(value, "fr"), words(value, "en")) == (french, english)


def test_numbers_and_moments_are_written_as_each_language_does() -> None:
    at = datetime(2023, 3, 1, 15, 5)
    assert [number(Decimal("24500.5"), "n", language) for language in ("fr", "en")] == ["24 500,5", "24,500.5"]
    assert moment(at, "week", "fr") == "mercredi 1er mars 2023"
    assert moment(at, "wrongweek", "en") == "Friday 1 March 2023"
    assert moment(at, "ampm", "en") == "3.05 pm"


def test_names_are_told_where_they_stand() -> None:
    who = Person("p1", "Odile", "Kerlevoc", datetime(1980, 5, 2), nick="Kiki")
    told = tell("{a:full}, née le {a:born}, dite « {a:nick} ».", {"a": who}, "fr")
    assert [told.text[name.start : name.end] for name in told.names] == ["Odile KERLEVOC", "Kiki"]


def test_b3_of_one_person_in_two_entities_and_two_in_one() -> None:
    precision, recall, names = b3([("a", "1"), ("a", "2"), ("b", "2"), ("b", "2")])
    assert (round(precision / names, 3), round(recall / names, 3)) == (round((1 + 1 / 3 + 4 / 3) / 4, 3), 0.75)
