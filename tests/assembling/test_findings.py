from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from greffier.assembling.findings import findings, french
from greffier.assembling.rulebook import read
from greffier.errors import WrongUsage
from greffier.records import Decision, Dossier

Case = Callable[..., Dossier]

SLIP = {"text": "Saisissons TROIS (4) téléphones portables."}


def test_ids_hold_and_decisions_follow_them(case: Case) -> None:
    (finding,) = findings(case(SLIP), [], [])
    assert finding.status == "open"
    dismissed = Decision("d", "dismiss", (finding.id,), why="Erreur de plume, voir D0061")
    later = Decision("e", "confirm", (finding.id,), at="2026-02-02")
    (again,) = findings(replace(case(SLIP), decisions=(dismissed,)), [], [])
    assert (again.id, again.status, again.note) == (finding.id, "dismissed", "Erreur de plume, voir D0061")
    (newest,) = findings(replace(case(SLIP), decisions=(later, dismissed)), [], [])
    assert newest.status == "confirmed"
    (undone,) = findings(replace(case(SLIP), decisions=(replace(dismissed, undone=True),)), [], [])
    assert undone.status == "open"


def test_a_page_hard_to_read_proves_little(case: Case) -> None:
    (clear,) = findings(case(SLIP), [], [])
    (poor,) = findings(case({**SLIP, "grade": "C", "origin": "ocr"}), [], [])
    assert (clear.severity, clear.certainty) == ("medium", "certain")
    assert (poor.severity, poor.certainty) == ("low", "possible")


def test_an_absence_is_only_possible_where_pages_are_missing(case: Case) -> None:
    told: tuple[dict[str, Any], ...] = (
        {"path": "a.pdf", "text": "Joignons au présent un album photographique de douze vues."},
        {"path": "b.pdf", "text": "L'album photographique de douze vues n'a pu être produit."},
    )
    (sure,) = findings(case(*told), [], [])
    assert (sure.certainty, sure.scope) == ("certain", "every page of the case")
    holes = {"path": "c.pdf", "folios": ["D1", "D2", "D5"], "text": "un\n---\ndeux\n---\ncinq"}
    absent = [one for one in findings(case(*told, holes), [], []) if one.rule.startswith("annex-absent")]
    assert [one.certainty for one in absent] == ["possible"]


def test_contradiction_cites_two_sides(case: Case) -> None:
    told = case(
        {"act": "2023-03-21", "text": "Plaçons {quantity=64 count packets|64 paquets} sous scellé {seal|MR/02}."},
        {"act": "2023-03-22", "text": "Le scellé {seal|MR/02} contient {quantity=62 count packets|62 paquets}."},
    )
    (finding,) = findings(told, [], [])
    assert [citation.stance for citation in finding.citations] == ["supports", "contradicts"]
    assert finding.citations[0].span.exact == "64 paquets"
    assert finding.title_fr == "Que contenait le scellé MR/02\u202f: 64 paquets, ou 62 paquets\u202f?".replace(
        "\u202f:", "\u00a0:"
    )


def test_french_typography() -> None:
    assert french("Où est « le Furet » ?") == "Où est «\u00a0le Furet\u00a0»\u202f?"


@pytest.mark.parametrize(
    "broken",
    [
        "- {id: x}",
        "[",
        "- {id: x, version: 1, jurisdiction: FR, legal_ref: {text: t, as_of: 2026-01-01}, kind: gap, severity: low, "
        "template: absent, check: folio_gap, title: {en: 'A statement.', fr: 'Une affirmation.'}, "
        "explanations: [{en: a, fr: b}], tests: {positive: {documents: []}, negative: {documents: []}, "
        "near_miss: {documents: []}}}",
    ],
)
def test_a_pack_that_is_not_well_made_does_not_load(broken: str) -> None:
    with pytest.raises(WrongUsage, match=r"pack|question"):
        read(broken, "pack.yaml")


def test_one_exhibit_sealed_at_two_times_is_asked_about(case: Case) -> None:
    def sealed(told: str, iso: str) -> dict[str, Any]:
        text = f"Le {{date={iso}|{told}}}, {{role|plaçons}} le sachet sous scellé {{seal|MR/02}}."
        return {"text": text, "events": [{"type": "seal", "at": "plaçons", "time": told, "roles": {"seal": "MR/02"}}]}

    first, other = sealed("21 mars 2023 à 9 h", "2023-03-21T09:00"), sealed("23 mars 2023 à 9 h", "2023-03-23T09:00")
    (finding,) = [one for one in findings(case(first, other), [], []) if one.rule.startswith("moment-differs")]
    assert {one.span.exact for one in finding.citations} >= {"plaçons"}
    assert [one for one in findings(case(first, first), [], []) if one.rule.startswith("moment-differs")] == []


def test_a_missing_annex_is_asked_after_with_the_list_that_lacks_it(case: Case) -> None:
    report = "The statement is Annex 4.\n\nAnnexes enclosed:\n  Annex 1  Delivery notes      Annex 2  Fuel audit\n"
    audit = {"path": "box/2.txt", "text": "FUEL AUDIT      Annex 2\nDipped."}
    told = case({"path": "box/1.txt", "text": report}, audit, {"path": "box/delivery_notes.txt", "text": "Received."})
    (finding,) = [one for one in findings(told, [], []) if one.rule.startswith("annex-missing")]
    assert [one.span.exact.split("\n")[0] for one in finding.citations] == ["Annex 4", "Annexes enclosed:"]


def test_the_closing_words_of_an_act_take_nothing_from_an_exhibit(case: Case) -> None:
    first = "Découvrons {quantity=28 count sachets|28 sachets} sous scellé {seal|ML/9}.\nDont procès-verbal."
    second = "Le scellé {seal|ML/9} contient {quantity=25 count sachets|25 sachets}.\nDont acte."
    made = findings(case({"text": first}, {"text": second}), [], [])
    assert [one.rule for one in made] == ["count-differs@1"]
