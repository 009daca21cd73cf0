"""Exhibits handed on, row by row, in forms of several offices; and exhibits that came without a paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.assembling.rulebook import rules
from greffier.records import Dossier, Finding

BOOK = [rule for rule in rules() if rule.check in ("in_nobodys_store", "came_bare")]


@pytest.fixture
def asked(case: Callable[..., Dossier]) -> Callable[..., list[Finding]]:
    return lambda *texts: findings(case(*[{"path": f"{n}.pdf", "text": t} for n, t in enumerate(texts)]), (), (), BOOK)


def at(moment: str) -> str:
    return f"{{date={moment}|{moment[8:10]}/{moment[5:7]}/{moment[:4]} {moment[11:]}}}"


def movements(*rows: str) -> str:
    return "EXHIBIT MOVEMENT REGISTER\nDate / time          Released by      Received by      Purpose\n" + "\n".join(
        rows
    )


OUT = f"{at('2023-05-22T15:10')}     Ballistics desk      PC Mutua         returned"


def test_a_week_in_the_hands_of_one_man(asked: Callable[..., list[Finding]]) -> None:
    found = asked(movements(OUT, f"{at('2023-05-29T09:00')}     PC Mutua     Cpl Wanjala     store"))
    assert [one.rule for one in found] == ["chain-of-custody-hole@1"]
    assert "PC Mutua" in found[0].title_en


def test_handed_on_by_somebody_who_never_had_it(asked: Callable[..., list[Finding]]) -> None:
    found = asked(movements(OUT, f"{at('2023-05-22T18:00')}     Insp Kiplagat     Cpl Wanjala     store"))
    assert len(found) == 1


@pytest.mark.parametrize(
    "rows",
    [
        (OUT, f"{at('2023-05-22T19:00')}     PC Mutua     Cpl Wanjala     store"),
        (
            OUT.replace("returned", "returned, locker 4"),
            f"{at('2023-05-29T09:00')}     PC Mutua     Cpl Wanjala     store",
        ),
        (OUT.replace("PC Mutua", "Courier "), f"{at('2023-05-25T09:00')}     Courier     Cpl Wanjala     store"),
        (OUT,),
    ],
    ids=["the same day", "in a locker", "by courier", "nothing more"],
)
def test_chains_that_hold(asked: Callable[..., list[Finding]], rows: tuple[str, ...]) -> None:
    assert not asked(movements(*rows))


def test_two_exhibits_are_two_chains(asked: Callable[..., list[Finding]]) -> None:
    other = f"{at('2023-05-29T09:00')}     Insp Kiplagat     Cpl Wanjala     store"
    assert not asked(movements(OUT, "Exhibit EX 8, two phones", other))


CAME = "Item {seal|JB/3} was received on 4 March from a courier who would not give his name."


def test_a_courier_without_a_name_and_what_the_register_says(asked: Callable[..., list[Finding]]) -> None:
    found = asked(CAME, "PROPERTY STORE\nJB/3    knife, bagged    in 02/03 10:15    out -")
    assert [one.stance for one in found[0].citations] == ["supports", "contradicts"]
    assert not asked(CAME.replace("a courier who would not give his name", "PC Doyle against signature"))
    assert not asked("A courier who would not give his name delivered flowers.")
