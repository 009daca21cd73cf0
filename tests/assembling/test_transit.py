"""Things that left a store and came days later; and those that came at once, by post, or with a day told between."""

from __future__ import annotations

import pytest

from tests.assembling.whole import asked

STORE = """ALDERWICK POLICE          STORE BOOK 9          Year 2022
Ref    | Item             | Tag no.  | In           | Out          | To
FM/1   | torch            | Q441870  | 02/05 10:00  |              |
FM/2   | bag of tablets   | Q441871  | 02/05 10:05  | {out}        | PC Lyle
FM/3   | two letters      | Q441872  | 02/05 10:10  |              |
"""
LAB = """NORTH RIDING SCIENCE
Received: Monday 16 May 2022, 10:20, {how}
Bag {mark}, closed. Tablets, white, 14.
"""


def gaps(out: str = "11/05 09:00", how: str = "by hand", mark: str = "Q441871", **more: str) -> list[list[str]]:
    return asked("days-on-the-way", store_txt=STORE.format(out=out), lab_txt=LAB.format(how=how, mark=mark), **more)


def test_five_days_that_no_line_tells() -> None:
    assert [[line[:4] for line in one] for one in gaps()] == [["FM/2", "Rece"]]
    assert len(gaps(mark="FM/2")) == 1


@pytest.mark.parametrize(
    "told", [{"out": "15/05 17:00"}, {"how": "by registered post"}, {"mark": "Q441899"}, {"out": "           "}]
)
def test_what_came_at_once_or_by_post_or_is_another(told: dict[str, str]) -> None:
    assert not gaps(**told)


def test_a_day_in_between() -> None:
    assert not gaps(safe_txt="13 May 2022, FM/2 in the safe of the station at Hale, PC Lyle.")


CARD = """PIÈCE GH/2   Téléphone
   3/2/23  0900   saisi        chez Danjou
   3/2/23  1700   remis        à Perrot, pour le labo
   {day}  1000   reçu         au laboratoire, de Marnier
"""


def test_lines_under_one_label() -> None:
    assert len(asked("days-on-the-way", card_txt=CARD.format(day="9/2/23"))) == 1
    assert not asked("days-on-the-way", card_txt=CARD.format(day="4/2/23"))
