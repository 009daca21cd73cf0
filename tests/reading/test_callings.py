"""People whom the words before them tell: ranks in brackets or of several words, kin, `one`, what people are called."""

from __future__ import annotations

import pytest

from tests.reading.test_names import named


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Les gendarmes (adjudant Soulard) sont passés au hangar le lendemain.", ["Soulard"]),
        ("Detective Senior Constable Rewa Te Kanawa stopped the car on the bridge.", ["Rewa Te Kanawa"]),
        ("The record was signed by Gráinne Ní Fhearghail at the desk.", ["Gráinne Ní Fhearghail"]),
        ("ADV MKHONTO: Thank you. You may sit down now, witness.", ["MKHONTO"]),
        ("The camp leader, Tesfalem Gebru, kept the keys of the store.", ["Tesfalem Gebru"]),
        ("Il le tient de sa grand-mère, Apolline Weissbrodt, décédée en 1998.", ["Apolline Weissbrodt"]),
        ("The SIM is registered to one Muthiah, a stranger to them all.", ["Muthiah"]),
        ("Everybody in the yard asked Oga Tunde about the money.", ["Oga Tunde"]),
        ("tell Kieran to ask Auntie Dee about it", ["Kieran", "Auntie Dee"]),
        ("The caller paid ONG Beng Siew in cash at the stall.", ["ONG Beng Siew"]),
        ("The goods came from the supplier, Kestrel Haulage, in March.", []),
        ("He was seen in a grey Tacoma, and later in a Hilux.", []),
    ],
)
def test_the_words_before_a_name_tell_that_it_is_somebody_s(text: str, people: list[str]) -> None:
    assert named(text, "person") == people


def test_a_rank_after_a_name_is_a_role_though_it_has_a_hyphen_as_ages_have() -> None:
    text = "Nous, VIGNAUD Thierry, adjudant-chef, officier de police judiciaire, en résidence à Guéret"
    assert named(text, "role") == ["adjudant-chef", "officier de police judiciaire"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "Selon l'Observatoire austral de la faune (OAF), le trafic monte. L'OAF a des preuves.",
            ["Observatoire austral de la faune", "OAF", "OAF"],
        ),
        (
            "Le bois va à l'Inspection régionale des Eaux, Forêts et Chasses (IREFC) de la ville.",
            ["Inspection régionale des Eaux, Forêts et Chasses", "IREFC"],
        ),
        (
            "La Régie provinciale des eaux (ci-après la « REPEL ») est en faillite. La REPEL a payé.",
            ["Régie provinciale des eaux", "REPEL", "REPEL"],
        ),
    ],
)
def test_letters_in_brackets_say_how_far_the_name_of_a_body_goes(text: str, bodies: list[str]) -> None:
    assert named(text, "organisation") == bodies
