"""What informants are given off the books, however a paper calls them; and what was receipted, or given to others."""

from __future__ import annotations

import pytest

from tests.assembling.whole import asked

RULE = "CIRCULAIRE\nTout paiement d'une source se fait en espèces, contre quittance, devant deux fonctionnaires.\n"


@pytest.mark.parametrize(
    "text",
    [
        "NOTE INTERNE\n"
        "L'inspecteur a remis à l'indicateur 20/117 la somme de 600 euros, prise sur sa poche. "
        "Aucun reçu n'a été signé.",
        "CONFIDENTIAL INFORMANT CONTACT SHEET\n"
        "03/22/2021  Voss met CI alone. Gave CI a carton of the vodka for a job well done. "
        "No receipt.",
        "AUDITION\n"
        "La source menaçait de ne plus répondre. J'ai retiré mille euros et je les lui ai donnés dans ma voiture. "
        "Il n'y a pas de reçu.",
        "AUDITION\nIl m'a donné un pain. Il a dit : c'est ta prime. Il ne m'a pas fait signer.",
        "EXHIBIT BOOK\n12/11/21 40 g cut with chisel, for K-17, no voucher.\nK-17's reward is not settled.",
    ],
)
def test_gifts_without_a_paper(text: str) -> None:
    assert len(asked("informant-off-book", note_txt=text)) == 1


def test_the_rule_of_the_file_stands_beside_the_gift() -> None:
    note = "NOTE INTERNE\nColas a remis à l'indicateur la somme de 600 euros. Aucun reçu n'a été signé.\n"
    [words] = asked("informant-off-book", note_txt=note, circulaire_txt=RULE)
    assert "contre quittance" in words[-1]


@pytest.mark.parametrize(
    "text",
    [
        "CONTACT SHEET\n"
        "03/16/2021  Met CI with Voss. Paid CI $100, receipt 311, CI signed. "
        "Nothing written of the car.",
        "NOTE\nLa prime de l'informateur a été payée en ma présence, quittance 0088. Aucune trace du véhicule.",
        "NOTE\nL'informateur parle d'un box. L'adjudant a remis au magasinier les clés. Aucun reçu n'a été signé.",
        "NOTE\nL'informateur demande de l'argent. On ne lui a pas donné d'avance, aucun reçu n'a donc été signé.",
        "SOURCE FILE\nGave the informant a warning about his conduct. Nothing in writing.",
    ],
)
def test_receipted_or_no_gift(text: str) -> None:
    assert asked("informant-off-book", note_txt=text) == []
