"""The timeline by place and by its silences; the way between two names, as strong as its independent origins."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import greffier
from greffier.cli import greffier as cli
from greffier.records import Relation
from greffier.serving.app import create_app


def run(case: greffier.Case, *words: str) -> str:
    told = CliRunner().invoke(cli, ["-C", str(case.root), *words], catch_exceptions=False).stdout
    return " ".join(told.split())


def test_what_happened_at_a_place(quay: greffier.Case) -> None:
    assert [one.kind for one in quay.timeline(place="Nantes")] == ["meet"]
    assert quay.timeline(place="Nantes", who="Odile MARCHEVAL") == []
    with pytest.raises(greffier.NotInCase):
        quay.timeline(place="Luc ANDRIEU")  # a name, and no place
    assert "2023-04-06 meet" in run(quay, "timeline", "--place", "Lorient")


def test_of_what_time_no_page_tells(quay: greffier.Case) -> None:
    shown = run(quay, "timeline", "--gaps", "15")
    assert "18 2023-04-20" in shown  # to the ninth of May
    assert '"days":22' in run(quay, "timeline", "--gaps", "15", "--json")
    assert run(quay, "timeline", "--gaps", "100") == "Gaps: nothing."


def test_a_copy_makes_a_tie_no_stronger(quay: greffier.Case, tmp_path: Path) -> None:
    def strength() -> dict[str, int]:
        return {f"{one.type} {one.time.edtf if one.time else ''}": len(one.origins) for one in quay.all(Relation)}

    before = strength()
    assert before["deliver 2023-04-03"] == 2
    assert before["deliver 2023-04-05"] == 1
    again = (tmp_path / "statement.txt").read_text(encoding="utf-8").replace("\n", " \n")
    (tmp_path / "scan of the statement.txt").write_text(again, encoding="utf-8")
    quay.add(tmp_path / "scan of the statement.txt")
    assert strength() == before


def test_the_way_between_two_names(quay: greffier.Case) -> None:
    hops = quay.path("06 39 98 12 34", "Yann TREBEURDEN")
    assert len(hops) == 3
    assert all(relation.citations for hop in hops for relation in hop.relations)
    shown = run(quay, "network", "--path", "Odile MARCHEVAL", "Luc ANDRIEU")
    assert shown.startswith("1. Odile MARCHEVAL and ")
    assert "independent origin" in shown
    assert run(quay, "network", "--path", "Paul ESTERLIN", "Luc ANDRIEU").startswith("No page ties")
    assert '"origins":2' in run(quay, "network", "--path", "Odile MARCHEVAL", "Bastien KERLEVEN", "--json")
    with pytest.raises(greffier.GreffierError, match="are one"):
        quay.path("Odile MARCHEVAL", "Odile Marcheval")


def test_the_workbench(quay: greffier.Case) -> None:
    client = TestClient(create_app(quay), headers={"accept-language": "fr"})
    told = client.get("/timeline.json?gaps=15&place=").json()
    assert [each["days"] for each in told["silences"]] == [22, 18]
    assert "Dont aucune page ne parle" in client.get("/timeline?gaps=15").text
    assert client.get("/timeline.json?gaps=many").json()["gaps"] == 14
    assert len(client.get("/timeline.json?place=Nantes").json()["moments"]) == 1
    way = client.get("/network.json", params={"from": "Odile MARCHEVAL", "to": "Luc ANDRIEU"}).json()["way"]
    assert len(way) == 2
    assert "independent" in client.get("/network?from=Odile+MARCHEVAL&to=Luc+ANDRIEU&lang=en").text
    assert "Aucune page ne lie" in client.get("/network?from=Paul+ESTERLIN&to=Luc+ANDRIEU&lang=fr").text
