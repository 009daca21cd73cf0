"""Numbers that a register leaves out: in its first column, or between the parts of a book; and what excuses them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.assembling.rulebook import rules
from greffier.records import Dossier, Finding

BOOK = [rule for rule in rules() if rule.check == "series_hole"]


@pytest.fixture
def asked(case: Callable[..., Dossier]) -> Callable[..., list[Finding]]:
    return lambda *texts: findings(case(*[{"path": f"{n}.pdf", "text": t} for n, t in enumerate(texts)]), (), (), BOOK)


def register(*numbers: str, sign: str = "   ", foot: str = "") -> str:
    rows = "\n".join(f"{number}{sign}Hall & Sons{sign}{40 + at}.00" for at, number in enumerate(numbers))
    return f"Ticket{sign}Payer{sign}Amount\n{rows}\n{foot}"


RUNS = ("T-4410", "T-4411", "T-4412", "T-4414", "T-4415", "T-4416")


@pytest.mark.parametrize("sign", ["   ", ";", " | ", "\t"])
def test_a_ticket_left_out(asked: Callable[..., list[Finding]], sign: str) -> None:
    found = asked(register(*RUNS, sign=sign))
    assert len(found) == 1
    assert "T-4413" in found[0].title_en
    assert [one.span.exact[:6] for one in found[0].citations] == ["T-4412", "T-4414"]


def test_who_names_the_missing_ticket_is_cited(asked: Callable[..., list[Finding]]) -> None:
    found = asked(register(*RUNS), "She says that she was given T-4413 at the desk.")
    assert [one.stance for one in found[0].citations] == ["supports", "contradicts", "context"]


@pytest.mark.parametrize(
    "texts",
    [
        (register(*RUNS, "T-4413"),),
        (register(*RUNS[:4]),),
        (register(*RUNS, foot="Extract: tickets of one payer."),),
        (register("T-4410", "T-4412", "T-4415", "T-4419", "T-4420", "T-4426"),),
        (register("2014", "2015", "2016", "2018", "2019", "2020"),),
        (register(*RUNS), "Ticket T-4413 was spoilt and is kept in the safe."),
    ],
    ids=["entered later", "too few", "an extract", "no series", "years", "spoilt"],
)
def test_numbers_that_nobody_misses(asked: Callable[..., list[Finding]], texts: tuple[str, ...]) -> None:
    assert not asked(*texts)


BOOKS = "Le carnet va du bon 7701 au bon\n7750, soit 7701 à 7750.\n  7701 à 7719   présents\n  {rest}   présents\n"


def test_leaves_torn_out_of_a_book(asked: Callable[..., list[Finding]]) -> None:
    found = asked(BOOKS.format(rest="7724 à 7750"))
    assert len(found) == 1
    assert "7720–7723" in found[0].title_fr
    assert not asked(BOOKS.format(rest="7720 à 7750"))
    assert not asked(BOOKS.format(rest="7724 à 7750") + "Les bons 7720 à 7723 sont vierges, au coffre.")


def slips(*numbers: str) -> list[str]:
    return [f"CAVE DE MONTFRIN            BON DE LIVRAISON   N° {number}\nClient : Gervais\n" for number in numbers]


MAIL = "Le carnet saute un bon : la souche est arrachée."


def test_a_slip_between_two_others_that_somebody_misses(asked: Callable[..., list[Finding]]) -> None:
    found = asked(*slips("2207", "2209"), MAIL)
    assert len(found) == 1
    assert "2208" in found[0].title_fr
    assert [one.stance for one in found[0].citations] == ["supports", "contradicts", "context"]


def test_a_slip_that_somebody_names(asked: Callable[..., list[Finding]]) -> None:
    told = "Q. Et le bon 2208 ?\nR. Il n'y a aucune mention d'annulation, je ne sais pas."
    assert len(asked(*slips("2207", "2209"), told)) == 1


@pytest.mark.parametrize(
    "texts",
    [
        slips("2207", "2209"),
        [*slips("2207", "2209"), MAIL, "Le bon 2208 a été annulé."],
        [*slips("2207", "2208", "2209"), MAIL],
        [*slips("2207", "2219"), MAIL],
        [*slips("2207"), slips("2209")[0].replace("LIVRAISON", "SORTIE"), MAIL],
    ],
    ids=["nobody misses it", "annulled", "there", "far apart", "two kinds"],
)
def test_slips_that_nobody_misses(asked: Callable[..., list[Finding]], texts: list[str]) -> None:
    assert not asked(*texts)


def test_a_book_that_is_told_to_leap(asked: Callable[..., list[Finding]]) -> None:
    told = "In the carbon book the dockets run 6610, 6611 and then 6613."
    rows = "6611   coal   2 t\n6613   coke   1 t\n"
    assert [len(one.citations) for one in asked(told, rows)] == [3]
    assert not asked(told.replace("6613", "6612"), rows)
    assert not asked("He rang 6611 and 6613.", rows)
