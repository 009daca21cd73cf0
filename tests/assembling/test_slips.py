"""A slip is two readings of a few words, so it is cited in two places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from greffier.assembling.findings import findings
from greffier.citing import stands
from greffier.records import Dossier, Finding
from tests.assembling.whole import asked
from tests.seeded.here import added

Case = Callable[..., Dossier]


def found(dossier: Dossier) -> list[Finding]:
    made = findings(dossier, [], [])
    pages = {page.id: page for page in dossier.pages}
    assert all(stands(one.span, pages[one.span.page]) for finding in made for one in finding.citations)
    return made


def sides(finding: Finding) -> list[tuple[str, str]]:
    return [(citation.span.exact, citation.stance) for citation in finding.citations]


@pytest.mark.parametrize(
    ("text", "weekday", "date"),
    [
        ("Faits du {date=2023-03-17|jeudi 17 mars 2023} au hangar.", "jeudi", "17 mars 2023"),
        ("Faits du jeudi {date=2023-03-17|17 mars 2023} au hangar.", "jeudi", "17 mars 2023"),
        ("Seen on {date=2023-03-17|Thursday, 17 March 2023} there.", "Thursday", "17 March 2023"),
        ("Seen on {date=2023-03-17|17 March 2023, a Thursday} there.", "Thursday", "17 March 2023, a"),
        ("Faits du {date=2023-03-17|jeudi\n17 mars 2023} au hangar.", "jeudi", "17 mars 2023"),
    ],
)
def test_the_weekday_and_the_date_are_cited_apart(case: Case, text: str, weekday: str, date: str) -> None:
    (finding,) = found(case({"text": text}))
    assert finding.rule.startswith("weekday-against-date@")
    assert sides(finding) == [(weekday, "supports"), (date, "contradicts")]


def test_the_spelled_number_and_its_digits_are_cited_apart(case: Case) -> None:
    (finding,) = found(case({"text": "Saisissons TROIS (4) téléphones portables."}))
    assert sides(finding) == [("TROIS", "supports"), ("(4)", "contradicts")]


@pytest.mark.parametrize(
    "document",
    [
        {"text": "Faits du {date=2023-03-17|vendredi 17 mars 2023}."},
        {"text": "Faits du {date=2023-03-17|jeudi 17 mars}."},
        {"text": "Du {date=2023-03-16/2023-03-17|jeudi 16 au vendredi 17 mars 2023}."},
        {"text": "Saisissons QUATRE (4) téléphones portables."},
    ],
)
def test_what_agrees_or_tells_no_year_is_no_slip(case: Case, document: dict[str, Any]) -> None:
    assert found(case(document)) == []


def test_a_page_that_has_the_true_weekday_of_the_date_is_cited(case: Case) -> None:
    first = {"path": "a.pdf", "text": "Il vint le {date=2022-05-14|vendredi 14 mai 2022}."}
    second = {"path": "b.pdf", "text": "La nuit du {date=2022-05-14|samedi 14 mai 2022}, il dormait."}
    other = {"path": "c.pdf", "text": "Le {date=2022-05-13|vendredi 13 mai 2022}, rien."}
    (finding,) = found(case(first, second, other))
    assert sides(finding)[2:] == [("samedi 14 mai 2022", "contradicts")]


def test_an_annex_that_somebody_holds_is_not_missing_and_one_left_out_is(tmp_path: Path) -> None:
    record = "PROCES-VERBAL N° 31/204\nSont joints : annexe 1 (plan), annexe 2 (photographies).\n"
    register = "REGISTRE DU GREFFE\nAnnexes au PV 31/204 : annexe 1\n"
    box = tmp_path / "box"
    box.mkdir()
    (box / "pv.txt").write_text(record, encoding="utf-8")
    (box / "registre.txt").write_text(register, encoding="utf-8")
    found = [one for one in added(box).findings() if one.rule.startswith("annex-missing@")]
    assert [[citation.span.exact for citation in one.citations] for one in found] == [
        ["annexe 2", "Annexes au PV 31/204 : annexe 1"]
    ]


HEAD = (
    "L'an deux mil vingt-deux, le {day} trois février à dix heures\nNous, brigadier Colas, assisté de l'agent Brun.\n"
)


def test_a_day_in_words_with_the_year_before_it() -> None:
    found = asked("weekday-against-date", a_txt=HEAD.format(day="lundi"), b_txt="Vu le jeudi 3 février 2022 au quai.\n")
    assert found == [["lundi", "L'an deux mil vingt-deux, le", "jeudi 3 février 2022"]]
    assert not asked("weekday-against-date", a_txt=HEAD.format(day="jeudi"))
