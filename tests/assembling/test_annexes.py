"""Annexes are found by their label or number, missing ones are told, and what cannot be told is unknown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from greffier.assembling.annexes import annexes
from greffier.assembling.example import dossier
from greffier.assembling.findings import findings
from greffier.assembling.rulebook import rules
from greffier.records import Dossier, Source, digest
from tests.assembling.whole import asked


def told(*documents: dict[str, object]) -> list[tuple[str | None, int, int, str]]:
    """(label, count, there, status) of the annexes announced in these documents."""
    return sorted(
        ((one.label, one.count, one.there, one.status) for one in annexes(dossier(documents))),
        key=lambda one: (one[0] or "", one[1]),
    )


def letter(text: str, *annexed: str) -> dict[str, object]:
    return {"path": "a.pdf", "text": "\n---\n".join([text, *annexed])}


def test_labelled_annexes_there_and_missing() -> None:
    text = "Les relevés figurent en annexes 1 à 3 du présent rapport."
    found = told(letter(text, "ANNEXE 1\nRelevé", "Annexe n° 3 : la grue\nVue du quai"))
    assert found == [("1", 1, 1, "there"), ("2", 1, 0, "absent"), ("3", 1, 1, "there")]


@pytest.mark.parametrize(
    ("announced", "label"),
    [
        ("See Appendix B.", "B"),
        ("The plan is at Annex A, attached.", "A"),
        ("Le plan est joint (annexe n° 4).", "4"),
        ("La pièce jointe n° 2 en donne le détail.", "2"),
    ],
)
def test_one_label_with_nothing_after_it_is_absent(announced: str, label: str) -> None:
    assert told(letter(f"Rapport sur le quai nord. {announced}")) == [(label, 1, 0, "absent")]


@pytest.mark.parametrize(
    "kept",
    [
        "La plainte et les annexes 2 et 3 restent au greffe.",
        "Annexes 2 and 3 are retained at the registry, not copied.",
    ],
)
def test_what_stays_elsewhere_is_not_missing(kept: str) -> None:
    text = "Les relevés figurent en annexes 1 à 4 du présent rapport."
    found = told(letter(text, "ANNEXE 1\nRelevé"), {"path": "b.pdf", "text": kept})
    assert [one[3] for one in found] == ["there", "unknown", "unknown", "absent"]


def test_what_follows_without_a_label_may_be_it() -> None:
    sheets = [{"path": "a.pdf", "text": "Voir l'annexe 4."}]
    case = dossier([letter("Voir l'annexe 4.", "Plan du quai nord\nÉchelle 1/500")])
    first, second = case.pieces[0].pages
    apart = [replace(case.pieces[0], id="one", pages=(first,)), replace(case.pieces[0], id="two", pages=(second,))]
    (found,) = annexes(replace(case, pieces=tuple(apart)))
    assert (found.label, found.status) == ("4", "unknown")
    assert told(*sheets) == [("4", 1, 0, "absent")]


@pytest.mark.parametrize("line", ["P.J. : 2", "PJ (2)", "Enclosures (2)", "Encl.: 2", "Pièces jointes : 2 documents"])
def test_a_number_of_annexes(line: str) -> None:
    head = f"Maître ORTEGA\n{line}\nMadame, vous trouverez les plans."
    assert told(letter(head)) == [(None, 2, 0, "absent")]
    assert told(letter(head, "ANNEXE 1\nPlan", "ANNEXE 2\nCoupe")) == [(None, 2, 2, "there")]
    assert told(letter(head, "ANNEXE 1\nPlan")) == [(None, 2, 1, "absent")]


def test_a_list_of_annexes() -> None:
    text = "Fait à Corvigny.\nAnnexes :\n1. Plan du quai\n2. Album de douze vues\n"
    assert told(letter(text, "Annexe 2\nAlbum")) == [("1", 1, 0, "absent"), ("2", 1, 1, "there")]


@pytest.mark.parametrize(
    "text",
    [
        "Annexes : néant",
        "P.J. : 0",
        "Enclosures: none",
        "Rapport sans annexe.",
        "Selon l'annexe 3 du code des douanes, la marchandise est libre.",
        "As Annex I to the Convention says, it is free.",
        "ANNEXE A LA NOTE DU JOUR",
        "La PJ 75 a été avisée.",
        "ANNEXE 3\nPlan du quai",
    ],
)
def test_what_announces_no_annex(text: str) -> None:
    assert told(letter(text)) == []


def test_an_annex_in_a_file_beside_it() -> None:
    documents = [
        {"path": "box/rapport.pdf", "text": "Le plan figure en annexe 3."},
        {"path": "box/rapport - annexe 3.pdf", "text": "Plan du quai nord, levé au printemps."},
    ]
    assert told(*documents) == [("3", 1, 1, "there")]


def test_annexes_are_papers_beside_the_report_by_their_head_or_by_what_the_list_says_they_are() -> None:
    listed = "Annexes enclosed:\n  Annex 1  Delivery notes          Annex 2  Fuel audit\n  Annex 3  Bank statement"
    documents = [
        {"path": "box/01_report.txt", "text": f"The statement of the driver is Annex 4.\n{listed}"},
        {"path": "box/02_Delivery_note.txt", "text": "DELIVERY NOTE\nReceived in good order."},
        {"path": "box/03.txt", "text": "COUNTY INTERNAL AUDIT            Annex 2, sheet 1\nThe tank was dipped."},
        {"path": "box/04_statement_bank_0110.txt", "text": "Account of the firm."},
    ]
    statuses = {label: status for label, _, _, status in told(*documents)}
    assert statuses == {"1": "there", "2": "there", "3": "there", "4": "absent"}


def test_the_attachments_of_a_mail_are_its_annexes() -> None:
    case = dossier([{"path": "a.eml", "kind": "mail", "text": "Bonjour,\nPièces jointes : 2\nCordialement"}])
    mail = replace(case.sources[0], media_type="message/rfc822")
    inside = [Source(digest(name), f"a.eml/{name}", digest(name), "x", 1, "read", mail.id) for name in ("plan", "vue")]
    (found,) = annexes(replace(case, sources=(mail, *inside)))
    assert (found.count, found.there, found.status) == (2, 2, "there")
    (missing,) = annexes(replace(case, sources=(mail, inside[0])))
    assert (missing.there, missing.status) == (1, "absent")


SEIZURE = "GENDARMERIE\nPV de saisie\nFait à Safrane\nle 4 mai\nSont annexés :\n" + "\n".join(
    f"annexe {one} - pièce" for one in "ABC"
)
SLIP = "3 | Annexes au PV 212/SR : {} | 2 | sous chemise"


@pytest.mark.parametrize(
    ("reference", "sent", "asked"),
    [("212/SR", "A et B", ["C"]), ("212/SR", "A à C", []), ("212/SR", "A, B et C", []), ("219/SR", "A et B", [])],
)
def test_a_slip_that_sends_the_other_annexes(
    case: Callable[..., Dossier], reference: str, sent: str, asked: list[str]
) -> None:
    seizure = {"path": "pv.pdf", "reference": reference, "text": SEIZURE}
    laid = case(seizure, {"path": "annexe 9.pdf", "text": "Autre"}, {"path": "slip.pdf", "text": SLIP.format(sent)})
    found = findings(laid, (), (), [rule for rule in rules() if rule.id == "annex-missing"])
    assert [one.title_en[-2:-1] for one in found] == asked
    assert all(len(one.citations) == 2 for one in found)


def test_parts_of_an_annex_are_the_annex_and_their_heads_announce_none() -> None:
    report = {"path": "a.txt", "text": "Annexes B and E are attached."}
    parts = [
        {"path": "04_AnnexB1_note.txt", "text": "                    Annex B (1)\nTransfer note"},
        {"path": "05_AnnexB2_note.txt", "text": "                    Annex B (2)\nTransfer note"},
        {"path": "07_AnnexE_account.csv", "text": "Annex E | Firth Bank | A/c 00617739\n1 | 2 | 3"},
    ]
    assert told(report, *parts) == [("B", 1, 1, "there"), ("E", 1, 1, "there")]


@pytest.mark.parametrize(
    ("slip", "cited"),
    [("Annexes 1 et 2 au rapport", True), ("Annexes 1 à 3 au rapport", False), ("Annexes 1 et 2 au marché", False)],
)
def test_a_slip_that_names_the_labels_first(slip: str, cited: bool) -> None:
    report = "RAPPORT DE MISSION\nLes relevés figurent en annexes 1 à 3.\n---\nANNEXE 1\nListe\n---\nANNEXE 2\nCarte"
    case = dossier(
        [{"path": "a.pdf", "title": "RAPPORT DE MISSION", "text": report}, {"path": "b.pdf", "text": f"Envoi\n{slip}"}]
    )
    book = [rule for rule in rules() if rule.id == "annex-missing"]
    told = [one.span.exact for finding in findings(case, [], [], book) for one in finding.citations]
    assert (slip in told) is cited


REPORT = """RAPPORT DE VISITE N° 51/B
Le relevé des bacs forme l'annexe B du présent. Un plan figure en annexe A.
Fait à Lormes, le 4 mai 2020.
{end}
"""


def asked_of(end: str, **more: str) -> list[list[str]]:
    return asked("annex-missing", report_txt=REPORT.format(end=end), **more)


def test_what_the_list_at_the_end_leaves_out() -> None:
    assert asked_of("Pièces jointes : annexe A (plan des lieux).") == [
        ["annexe B", "Pièces jointes : annexe A (plan des lieux)"]
    ]
    assert not asked_of("Pièces jointes : annexe A (plan des lieux), annexe B (relevé).")


def test_a_file_without_any_annex_is_not_asked_for_each() -> None:
    assert not asked_of("Le brigadier, Paul Rey")


LETTERS = """NOTE TO THE BOARD
Stock at the mill was counted twice.
4. Annexes
   A  Count sheets                 attached
   B  Photographs of the bins      attached
   C  Gate book, withdrawn and kept by the auditor
"""


def test_lists_of_letters_and_what_was_received() -> None:
    got = "Papers received at the registry on 3 June: A. (initials)\n"
    found = asked("annex-missing", note_txt=LETTERS + got)
    assert [[line.split()[0] for line in one] for one in found] == [["B", "Papers"]]
    line = "MINUTES\nThe bids were opened at noon.\nAnnexes: A score sheets, B advert, C list of bidders.\n"
    audit = "The file holds annex A (scores) and annex B (advert). Nothing else is in it.\n"
    told = asked("annex-missing", minutes_txt=line, audit_txt=audit)
    assert [one[-1] for one in told] == [audit.strip()[:-1]]
