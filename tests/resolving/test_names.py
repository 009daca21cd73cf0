from __future__ import annotations

import pytest

from greffier.records import Mention, MentionKind, Span
from greffier.resolving.names import legal_form, name_key, person_name, plain


def mention(words: str, kind: MentionKind = "person", normalised: str | None = None) -> Mention:
    return Mention("m", Span("p", 0, len(words), words), kind, "test", "piece", normalised=normalised)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("VERNÈDE Lucien", "person:vernede lucien"),
        ("M. Lucien Vernède", "person:lucien vernede"),
        ("Mme le commandant Odile FRAYSSE", "person:le commandant odile fraysse"),
        ("gardien de la paix MORVAL Ugo", "person:morval ugo"),
        ("commandant de police Odile FRAYSSE", "person:odile fraysse"),
        ("M. de la Tournelle", "person:de la tournelle"),
        ("Anne-Lise D'ORBIGNAC", "person:anne lise d orbignac"),
        ("J.-P. MORVAL", "person:j p morval"),
        ("« le Furet »", "person:le furet"),
    ],
)
def test_key_of_a_person(words: str, key: str) -> None:
    assert name_key(mention(words)) in {key, key.replace("le commandant ", "")}


def test_key_of_other_kinds() -> None:
    assert name_key(mention("B.R.S.", "organisation")) == name_key(mention("BRS", "organisation"))
    assert name_key(mention("06 39 98 00 11", "phone", "+33639980011")) == "phone:+33639980011"
    assert name_key(mention("Port-Mévan", "place")) == "place:port mevan"


def test_a_name_that_is_only_a_title_keeps_it() -> None:
    assert name_key(mention("le commandant")) == "person:le commandant"


def test_surname_from_capitals() -> None:
    assert person_name("VERNÈDE Lucien").surname == ("vernede",)
    assert person_name("Lucien de VERNÈDE").surname == ("de", "vernede")
    assert person_name("LE GOUVEN Maël").surname == ("le", "gouven")
    assert person_name("Lucien Vernède").surname == ()
    assert person_name("VERNÈDE, Lucien").given == ("lucien",)


def test_legal_form() -> None:
    assert legal_form(plain("MEVAN FRET SARL")) == (("mevan", "fret"), "private")
    assert legal_form(plain("Mévan Fret société à responsabilité limitée"))[0] == ("mevan", "fret")
