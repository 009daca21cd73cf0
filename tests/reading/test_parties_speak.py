"""Who speaks where a field, a charge or a noun tells it: « le prévenu », `SUSPECT:`, « le message de »."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import PieceKind, Quote
from tests.one_page import found_on

READERS = load_readers()


def told(text: str, kind: PieceKind = "report") -> list[tuple[str, str | None]]:
    quotes = (one for one in found_on(text, READERS, kind) if isinstance(one, Quote))
    return [(one.span.exact, one.speaker_name) for one in sorted(quotes, key=lambda one: one.span.start)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Procédure ouverte contre Aurèle MOREL-BADER, antiquaire.\n\nLe prévenu soutient que la vente est vraie.",
            ("la vente est vraie", "Aurèle Morel-Bader"),
        ),
        (
            "Proceedings against Marcus HELLING, broker, of Hull.\n\nThe accused maintains that they were loans.",
            ("they were loans", "Marcus Helling"),
        ),
        (
            "8. Transitaire : Yahya SIDIBÉ, agrément T/077\n13. Observations du transitaire : « Je ne sais rien. »",
            ("Je ne sais rien.", "Yahya Sidibé"),
        ),
        (
            "REGISTRE DE DÉTENTION\nNom : LAVOIE-NOIR          Prénom : Maxime\n\n"
            "01 h 30  Le sergent Marc PAQUIN entre. Le détenu déclare que Chico a prêté le camion.",
            ("Chico a prêté le camion", "Maxime Lavoie-Noir"),
        ),
        (
            "Il ressort de l'audition de Paul Renard que le camion est reparti.",
            ("le camion est reparti", "Paul Renard"),
        ),
        ("It appears from the evidence of Ann Rook that the van left.", ("the van left", "Ann Rook")),
        ("Selon le voisin, M. Brun, un fourgon est passé.", ("un fourgon est passé", "Brun")),
        ("Le message de Paul Sow à Zoé : « Ramène les clefs. »", ("Ramène les clefs.", "Paul Sow")),
        ('Voicemail from Ann Rook at 18:40: "They are on to us."', ("They are on to us.", "Ann Rook")),
        ('The clerk read out Ann Rook\'s message: "Burn the book."', ("Burn the book.", "Ann Rook")),
        ('His adviser, Ann Rook, describes him as "a retired shipowner".', ("a retired shipowner", "Ann Rook")),
    ],
)
def test_who_speaks(text: str, quote: tuple[str, str]) -> None:
    assert quote in told(text)


@pytest.mark.parametrize(
    "text",
    ["Pour qui ? Pour Gianni, le patron. Je ne sais pas.", "Client says his buyers wait.", "Le gardien est absent."],
)
def test_nobody_is_made_a_speaker(text: str) -> None:
    assert [one for one in told(text) if one[1]] == []


def test_turns_after_a_dash_and_the_part_of_who_answers() -> None:
    page = (
        "Présidence : Mme Anne ROUSSEL-DIOT, vice-présidente\nPrévenu : Loïc MERRER, né le 3 mars 1990 à Brest\n\n"
        "LA PRÉSIDENTE – Où étiez-vous ce soir-là ?\nMERRER – Chez ma sœur.\n"
        "LA PRÉSIDENTE – Votre sœur dit le contraire.\nMERRER – Elle se trompe.\n"
    )
    assert [who for _, who in told(page)] == ["Anne Roussel-Diot", "Merrer"] * 2
    page = (
        "INTERVIEW NOTES\nName of suspect: ADEBAYO-FINN Tunde\nTeam: Halima SANI (lead)\n\n"
        "SANI: Where is it?\nSUSPECT: I spent it.\nSANI: All of it?\nSUSPECT: All of it.\n"
    )
    assert [who for _, who in told(page)] == ["Sani", "Tunde Adebayo-Finn"] * 2


def test_who_is_spoken_to_is_not_the_voice() -> None:
    page = "X1 = homme inconnu\n\nX1 : Paulo, je suis là.\nA : Où ça ?\nX1 : À la pompe.\nA : J'arrive."
    assert "Paulo" not in {who for _, who in told(page, "intercept")}


def test_labels_in_angle_brackets_are_speakers() -> None:
    page = "14:02 <rina> you about\n14:03 <dale> ye\n14:04 <rina> bring the van\n14:05 <dale> ok"
    assert [who for _, who in told(page)] == ["rina", "dale"] * 2
