"""Custody records of several countries: rights that came late and terms that ran out, and records that are in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.assembling.rulebook import rules
from greffier.records import Dossier, Finding

BOOK = [rule for rule in rules() if rule.id in ("right-given-late", "custody-extension-late")]


@pytest.fixture
def asked(case: Callable[..., Dossier]) -> Callable[..., list[Finding]]:
    return lambda *texts: findings(case(*[_document(n, text) for n, text in enumerate(texts)]), (), (), BOOK)


def _document(number: int, text: str) -> dict[str, str]:
    kind = "hearing" if text.startswith("RECORD OF INTERVIEW") else "other"
    return {"path": f"{number}.pdf", "kind": kind, "text": text}


def at(hour: str, day: int = 12) -> str:
    return f"{{date=2024-03-{day}T{hour}|{hour}}}"


GARDA = f"""CUSTODY RECORD No. 118
Name:      NOLAN, Ciaran
{at("14:20")}  Arrived at the station. Requests to speak to his solicitor, Ms Keane.
"""


def test_a_lawyer_phoned_after_the_interview(asked: Callable[..., list[Finding]]) -> None:
    found = asked(
        GARDA + f"{at('15:10')}  Interview commenced.\n{at('17:50')}  Ms Keane's office phoned, message left.\n"
    )
    assert [one.rule for one in found] == ["right-given-late@1"]
    assert "after a hearing without" in found[0].title_en
    assert len(found[0].citations) == 3


@pytest.mark.parametrize(
    "then",
    [
        f"{at('14:25')}  Ms Keane's office phoned.\n{at('15:10')}  Interview commenced.\n{at('18:30')}  Ms Keane in.\n",
        f"{at('15:30')}  Solicitor Ms Keane called.\n{at('17:00')}  Interview commenced.\n",
        f"{at('14:50')}  Seen by nurse, fit for interview.\n{at('16:00')}  Ms Keane phoned.\n",
        f"{at('15:10')}  Interview postponed.\n{at('16:00')}  Ms Keane phoned.\n",
        f"{at('19:40')}  Solicitor Ms Keane in consultation, was phoned {at('14:30')}, in court till then.\n",
    ],
    ids=["called at once", "heard afterwards", "not heard", "put off", "its line tells of a call"],
)
def test_a_lawyer_called_before_anybody_asks_questions(asked: Callable[..., list[Finding]], then: str) -> None:
    assert not asked(GARDA + then)


def test_an_interview_alone_told_by_its_own_record(asked: Callable[..., list[Finding]]) -> None:
    interview = f"RECORD OF INTERVIEW\nPerson: Ciaran NOLAN\nTime commenced: {at('15:10')}\nOther persons present: None"
    called = f"{at('17:10')}  Solicitor Ms Keane called.\n"
    assert len(asked(GARDA + called, interview)) == 1
    assert not asked(GARDA + called, interview.replace("Ciaran NOLAN", "Ciaran MOORE"))
    assert not asked(GARDA + called, interview.replace("None", "Ms Keane, solicitor"))


GAV = """REGISTRE DES GARDES A VUE
Nom : TCHOUA      Prénom : Alice
Placée en garde à vue le {date=2024-03-12T10:00|12 mars 2024 à 10 heures}.
Durée maximale de 48 heures, renouvelable.
"""


def test_a_term_that_ran_out(asked: Callable[..., list[Finding]]) -> None:
    found = asked(GAV + "{date=2024-03-14T13:20|14 mars à 13 h 20} : prolongation notifiée\n")
    assert [one.rule for one in found] == ["custody-extension-late@2"]
    assert "Tchoua" in found[0].title_en


@pytest.mark.parametrize(
    "then",
    [
        "{date=2024-03-14T09:20|14 mars à 9 h 20} : prolongation notifiée\n",
        "{date=2024-03-13T20:00|13 mars à 20 h} : prolongation demandée\n"
        "{date=2024-03-14T09:50|14 mars à 9 h 50} : remise en liberté\n",
        "{date=2024-03-14T11:10|14 mars à 11 h 10} : présentée au procureur, à 60 km\n",
        "Hospitalisée du 12 au 13 mars.\n{date=2024-03-14T13:20|14 mars à 13 h 20} : prolongation notifiée\n",
    ],
    ids=["in time", "let go in time", "on the way", "in hospital"],
)
def test_terms_that_hold(asked: Callable[..., list[Finding]], then: str) -> None:
    assert not asked(GAV + then)


def test_no_term_is_asked_after_that_the_record_does_not_name(asked: Callable[..., list[Finding]]) -> None:
    plain = GAV.replace("Durée maximale de 48 heures, renouvelable.\n", "")
    assert not asked(plain + "{date=2024-03-14T13:20|14 mars à 13 h 20} : prolongation notifiée\n")
