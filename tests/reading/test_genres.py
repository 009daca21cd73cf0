"""What kind of text a page is: told by its title, not by a word that a sentence or a name begins with."""

from __future__ import annotations

import pytest

from greffier.reading.genres import Genre, genre
from greffier.reading.vocabulary import level


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("INDICTMENT\nThe accused sold it.", "alleged"),
        ("PLAINTE\nM. Roy a vendu le camion.", "alleged"),
        ("Complaint no. 44\nMr Roy sold the lorry.", "alleged"),
        ("ROMAN\nChapitre premier", "hypothetical"),
        ("Annexe 2 : CONTRAT DE PRÊT\nLe prêteur remet 2 000 euros.", "planned"),
        ("Roman Petrov left with 3 kg.", None),
        ("Bail refused.\nMr Roy was taken to the cells.", None),
        ("IN THE HIGH COURT\nBETWEEN:\nA. Roy\nand\nB. Lowe", None),
        ("Après la clôture, l'acte fut lu.\nContract staff, who sold the lorry, left.", None),
        ("Police d'assurance\nN° de contrat : AX-774-00921-B", None),
        ("The jury read the\nindictment, and Mr Roy sold the lorry.", None),
        ("Sample report\nThe powder was weighed.", None),
    ],
)
def test_a_title_says_what_a_page_is(text: str, kind: Genre | None) -> None:
    assert genre(level(text)) == kind
