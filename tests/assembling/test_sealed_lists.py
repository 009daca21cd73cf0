"""Lists in which one thing bears no seal, seals that changed on the way, and forms that follow several exhibits."""

from __future__ import annotations

import pytest

from tests.assembling.whole import asked

SEIZED = """PROCES-VERBAL DE SAISIE
Avons saisi et placé sous scellés :
 1. un couteau, scellé n° 1/22
 2. une corde de nylon, scellé n° 2/22
 3. une somme de 212 000 F, scellé n° 4/22
 4. un carnet de ventes{more}
"""


@pytest.mark.parametrize(
    ("more", "times"),
    [("", 1), (", scellé n° 5/22", 0), (", laissé sur place", 0), ("\n 5. une paire de sandales", 0)],
)
def test_the_one_item_without_a_seal(more: str, times: int) -> None:
    assert len(asked("missing-seal-number", saisie_txt=SEIZED.format(more=more))) == times


def test_an_envelope_without_number_is_asked_about_once() -> None:
    text = "PV DE CONSTAT\nUn téléphone noir, mis sous enveloppe fermée, sans numéro.\nUne moto sans numéro de série.\n"
    assert len(asked("missing-seal-number", pv_txt=text)) == 1


LISTED = """EXHIBIT LIST
Ref     Description             Seal no      Found by
AJ/1    Black handset           K0071882     Hart
AJ/2    Bundle of cash          K0071883     Hart
"""


@pytest.mark.parametrize(
    ("seal", "more", "times"),
    [
        ("K0072640", "Bag opened by examiner.", 1),
        ("K0071882", "Bag opened by examiner.", 0),
        ("K0072640", "It was resealed by DC Hart on the way.", 0),
    ],
)
def test_who_receives_an_exhibit_may_open_it(seal: str, more: str, times: int) -> None:
    report = f"FORENSIC UNIT\nReceived 23/06/2020 10:15 from DC Hart: exhibit AJ/1, in bag sealed {seal}. {more}\n"
    assert len(asked("seal-number-changed", list_txt=LISTED, report_txt=report)) == times


@pytest.mark.parametrize(("thing", "times"), [("téléphone Sono", 1), ("paire de gants", 0)])
def test_objects_with_a_plain_number_are_known_by_what_they_are(thing: str, times: int) -> None:
    listed = "INVENTAIRE\nObjet 1  téléphone Sono, sachet n° 88120\nObjet 2  balance, sachet n° 88121\n"
    report = f"Rapport\nLe 2 mars nous est parvenu l'objet 1, {thing}, dans un sachet n° 88134, intact.\n"
    assert len(asked("seal-number-changed", inventaire_txt=listed, labo_txt=report)) == times


CHAIN = """EXHIBIT MEMO FORM
Date            From                  To                      Remarks
3/2/21  1000    exhibit store         PC Odour                Mark A to Govt Chemist
{day}/2/21  1125    PC Odour              Govt Chemist            Mark A received
10/2/21 0900    exhibit store         Cybercrime desk         Mark B
"""


@pytest.mark.parametrize(("day", "times"), [("9", 1), ("3", 0)])
def test_each_mark_of_a_form_is_followed_by_itself(day: str, times: int) -> None:
    assert len(asked("chain-of-custody-hole", memo_txt=CHAIN.format(day=day))) == times


REPORT = """Cst. Jo Surrey
Report to Crown
Attached: Appendix A (affidavit), Appendix B (line summaries), Appendix C (photographs of the wharf).
"""
RECEIPT = "DISCLOSURE RECEIPT\nReceived by counsel:\n - Appendix A, affidavit\n - Appendix B, line summaries\n{more}"


@pytest.mark.parametrize(("more", "times"), [("", 1), (" - Appendix C, photographs\n", 0)])
def test_a_receipt_line_by_line_leaves_an_annex_out(more: str, times: int) -> None:
    found = asked("annex-missing", report_txt=REPORT, receipt_txt=RECEIPT.format(more=more))
    assert sum("Appendix C" in words[0] for words in found) == times
