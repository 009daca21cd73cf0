"""The ledger by hand: lines joined, parted and entered, what is missing, and what would change the answer."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import greffier
from greffier.cli import greffier as cli
from greffier.errors import WrongUsage
from greffier.records import Flow, Reckoning
from greffier.serving import guard
from greffier.serving.app import create_app

NAMES = ("Bastien KERLEVEN", "Odile MARCHEVAL", "Yann TREBEURDEN")


def told(case: greffier.Case, good: str = "cocaine") -> list[Flow]:
    return [flow for flow in case.ledger(good).flows if flow.status != "computed"]


def amounts(case: greffier.Case, good: str = "cocaine") -> list[Decimal]:
    return sorted(flow.quantity.low for flow in told(case, good))


def missing(case: greffier.Case, holder: str = "Odile MARCHEVAL") -> Reckoning:
    return next(one for one in case.reckonings("cocaine") if one.balance.holder == holder)


def test_a_line_is_parted_and_its_parts_joined_again(quay: greffier.Case) -> None:
    assert amounts(quay) == [9, 12]
    line = next(flow for flow in told(quay) if flow.quantity.low == 12)
    quay.part(line.id, "report.txt")
    assert amounts(quay) == [9, 12, 12]
    first, second = (flow for flow in told(quay) if flow.quantity.low == 12)
    quay.join(first.id[:8], second.id[:8], "one delivery")
    assert amounts(quay) == [9, 12]
    quay.undo()
    assert amounts(quay) == [9, 12, 12]
    quay.undo()
    assert amounts(quay) == [9, 12]
    assert quay.verify() == []


def test_what_was_decided_on_lines_survives_reruns(quay: greffier.Case, tmp_path: Path) -> None:
    quay.part(next(flow.id for flow in told(quay) if flow.quantity.low == 12))
    quay.enter("2 kg de cocaïne", "note.txt", "MARCHEVAL O. was seen", origin="Odile MARCHEVAL", day="2023-06")
    (tmp_path / "more.txt").write_text("NOTE\nLe 2 mai 2023, rien.\n", encoding="utf-8")
    quay.add(tmp_path / "more.txt")
    assert amounts(quay) == [2, 9, 12, 12]
    assert {act.note for act in quay.acts() if act.step == "decide"} == {"part", "enter"}


def test_only_lines_of_one_good_are_joined(quay: greffier.Case) -> None:
    cocaine, money = told(quay)[0], told(quay, "money")[0]
    with pytest.raises(WrongUsage, match="These lines are of"):
        quay.join(cocaine.id, money.id)
    with pytest.raises(WrongUsage, match="one line already"):
        quay.join(cocaine.id, cocaine.id)
    with pytest.raises(WrongUsage, match="told once"):
        quay.part(money.id)
    rest = next(flow for flow in quay.ledger("cocaine").flows if flow.status == "computed")
    with pytest.raises(WrongUsage, match="is computed"):
        quay.join(cocaine.id, rest.id)
    with pytest.raises(greffier.NotInCase, match="No line"):
        quay.flow("")


def test_a_line_is_entered_with_the_words_of_its_page(quay: greffier.Case) -> None:
    assert missing(quay).balance.unaccounted_low == 3
    made = quay.enter(
        "3 kg of cocaine", "note.txt#p1", "seen with Kerleven in Brest",
        origin="Marcheval Odile", target="a man nobody names", day="2023-06-03",
    )  # fmt: skip
    (line,) = (flow for flow in told(quay) if flow.status == "entered")
    assert (line.origin, line.target) == ("Odile MARCHEVAL", "a man nobody names")
    assert line.citations[0].span.exact == "seen with Kerleven in Brest"
    assert missing(quay).balance.unaccounted_high == 0
    assert quay.verify() == []
    quay.undo(made.id)
    assert missing(quay).balance.unaccounted_low == 3


@pytest.mark.parametrize(
    ("amount", "quote", "ends", "why"),
    [
        ("3 kg of cocaine", "words that nobody wrote", {"origin": "X"}, "do not stand on"),
        ("some cocaine", "MARCHEVAL O.", {"origin": "X"}, "is not one amount"),
        ("3 kg", "MARCHEVAL O.", {}, "neither from whom nor to whom"),
        ("3 kg", "MARCHEVAL O.", {"origin": "X", "day": "summer"}, "is no date"),
        ("3 kg", "MARCHEVAL O.", {"origin": "X", "day": "1-1"}, "is no date"),
        ("3 kg", "MARCHEVAL O.", {"origin": "X", "day": "\u0662\u0660\u0662\u0663-04"}, "is no date"),  # Arabic figures
    ],
)
def test_what_no_page_bears_out_is_not_entered(
    quay: greffier.Case, amount: str, quote: str, ends: dict[str, str], why: str
) -> None:
    with pytest.raises(WrongUsage, match=why):
        quay.enter(amount, "note.txt", quote, **ends)


def test_an_entered_holder_is_who_the_name_means_after_a_merge(quay: greffier.Case) -> None:
    quay.enter("1 kg of cocaine", "note.txt", "Kerleven in Brest", origin="B. KERLEVIN")
    quay.merge("B. KERLEVIN", "Bastien KERLEVEN")
    (line,) = (flow for flow in told(quay) if flow.status == "entered")
    assert line.origin == "Bastien KERLEVEN"


def test_what_is_missing_comes_with_its_lines_and_what_would_change_it(quay: greffier.Case) -> None:
    one = missing(quay)
    assert [flow.quantity.low for flow in one.came] == [12]
    assert [flow.quantity.low for flow in one.went] == [9]
    assert one.formula == "12 kg − 9 kg = 3 kg"
    assert one.changes == ()
    quay.part(one.came[0].id, "report.txt")
    (change,) = missing(quay).changes
    assert change.kind == "may_be_one"
    quay.undo()
    quay.enter("about 1 kg of cocaine", "report.txt", "Odile MARCHEVALLE", origin="Odile MARCHEVALLE")
    kinds = {change.kind: change for change in missing(quay).changes}
    assert kinds["name"].name == "Odile MARCHEVALLE"
    assert kinds["no_side"].flows == kinds["name"].flows


def test_the_command_line(quay: greffier.Case) -> None:
    def run(*words: str) -> str:
        return CliRunner().invoke(cli, ["-C", str(quay.root), *words], catch_exceptions=False).stdout

    shown = run("ledger", "--good", "cocaine", "--balance")
    assert "missing 3 kg: 12 kg − 9 kg = 3 kg" in shown
    assert "not reckoned: the pages tell only what went" in shown
    assert '"changes":[]' in run("ledger", "--balance", "--json")
    line = next(flow for flow in told(quay) if flow.quantity.low == 12)
    assert "Two movements." in run("part", line.id[:8], "--page", "report.txt")
    assert "may be one movement told twice" in run("ledger", "--balance")
    first, second = (flow.id for flow in told(quay) if flow.quantity.low == 12)
    assert "One movement." in run("join", first, second)
    entering = ("enter", "1 kg of cocaine", "--from", NAMES[2], "--page", "note.txt", "--quote", "Yann Trebeurden")
    assert "Entered." in run(*entering)
    assert "entered by hand" in run("ledger", "--balance")


def test_the_workbench(quay: greffier.Case) -> None:
    client = TestClient(create_app(quay), follow_redirects=False, headers={"accept-language": "fr"})
    assert "À la main" in client.get("/ledger?good=cocaine").text
    token = client.cookies[guard.COOKIE]
    shown = client.get("/ledger.json?good=cocaine").json()
    line = next(each for each in shown["told"] if len(each["tellings"]) == 2)
    assert shown["balances"][0]["formula"] == "12 kg − 9 kg = 3 kg"
    telling = f"{line['id']} {line['tellings'][0]['id']}"
    assert client.post("/ledger/part", data={"token": token, "telling": telling}).status_code == 303
    parted = [each["id"] for each in client.get("/ledger.json?good=cocaine").json()["told"]]
    assert len(parted) == 3
    assert "peut-être un seul mouvement" in client.get("/ledger?good=cocaine").text
    twelve = [flow.id for flow in told(quay) if flow.quantity.low == 12]
    answer = client.post("/ledger/join", data={"token": token, "line": twelve[0], "other": twelve[1]})
    assert answer.headers["location"] == "/ledger?good=cocaine"
    fields = {"amount": "1 kg de cocaïne", "from": NAMES[2], "page": "note.txt", "quote": "Yann Trebeurden"}
    assert client.post("/ledger/enter", data={"token": token, **fields}).status_code == 303
    told_now = client.get("/ledger.json?good=cocaine").json()
    assert [each["verb"] for each in told_now["decided"]] == ["enter", "join", "part"]
    assert "saisi à la main" in client.get("/ledger?good=cocaine").text
    assert client.get("/decisions").status_code == 200
    client.post(f"/decisions/{told_now['decided'][0]['id']}/undo", data={"token": token})
    assert amounts(quay) == [9, 12]


def test_what_a_page_denies_is_no_line_and_is_named(quay: greffier.Case, tmp_path: Path) -> None:
    denial = "NOTE\nLe 7 avril 2023, Odile MARCHEVAL n'a pas remis 3 kg de cocaïne à Luc ANDRIEU.\n"
    (tmp_path / "denial.txt").write_text(denial, encoding="utf-8")
    quay.add(tmp_path / "denial.txt")
    one = missing(quay)
    assert one.balance.unaccounted_low == 3
    (change,) = one.changes
    assert (change.kind, change.flows) == ("not_counted", ())
    assert quay.source(quay.page(change.citations[0].span.page).source).path == "denial.txt"
