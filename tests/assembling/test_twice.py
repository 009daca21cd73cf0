"""Numbers given twice: to two papers, two rows, two things in a store; and numbers that may stand twice."""

from __future__ import annotations

from tests.assembling.whole import asked

NOTE = "PINEGROVE MILL            STORES RECEIPT NOTE            No. {number}\nDate: {day}      From: {whom}\n"


def notes(*told: tuple[str, str]) -> list[list[str]]:
    files = {f"n{at}_txt": NOTE.format(number=one, day=day, whom="Abel Ltd") for at, (one, day) in enumerate(told)}
    return asked("number-given-twice", **files)


def test_two_notes_of_one_number() -> None:
    assert notes(("5120", "3 June 2019"), ("5121", "4 June 2019"), ("5121", "9 June 2019")) == [["5121", "5121"]]


def test_sheets_of_one_note_and_numbers_that_stand_alone() -> None:
    assert not notes(("5120", "3 June 2019"), ("5121", "4 June 2019"), ("5121", "4 June 2019"))
    assert not notes(("5121", "4 June 2019"), ("5121", "9 June 2019"))
    assert not notes(("5120", "3 June 2019"), ("5121", "4 June 2019"), ("5122", "9 June 2019"))


BOOK = """Bill    Date          Buyer
F 801   2020-03-02    Harrow & Co
F 802   2020-03-05    Harrow & Co
F {number}   2020-03-{day}    Tolland
F 803   2020-03-20    Harrow & Co
"""


def test_two_rows_of_one_number() -> None:
    assert len(asked("number-given-twice", book_txt=BOOK.format(number="802", day="11"))) == 1
    assert not asked("number-given-twice", book_txt=BOOK.format(number="802", day="05"))
