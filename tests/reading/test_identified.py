"""By-names whose bearer a list, a bracket, an answer or a later clause tells, and handles with their owner."""

from __future__ import annotations

import pytest

from tests.reading.test_other_names import tied


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ('"Brother Vim Blessed" (055 010 0123), later identified as Kofi Mensah OFORI.', "Kofi Mensah OFORI"),
        ("Contact « Tonton Bakel » (77 555 01 02, attribué à Cheikh Tidiane NDOYE).", "Cheikh Tidiane NDOYE"),
        ('"Papa Bear" has since been identified by DC Hill as Curtis Nolan.', "Curtis Nolan"),
        ("Le numéro est enregistré sous « Momo Taxi » ; il s'agit de Mohamed Cherkaoui.", "Mohamed Cherkaoui"),
        ("L'usager, surnommé « le Boucher », a été identifié : il s'agit de Karim Zeroual.", "Karim Zeroual"),
        ("Zippo : 07 58 55 01 19 = KONAN Drissa\n12:03 – Zippo : On y va", "KONAN Drissa"),
        ("- Zippo : très probablement Dylan FERTIN, de Nancy.\nX : Zippo dort.", "Dylan FERTIN"),
        ("Il circulait sous le nom de Marc Delvaux ; son vrai nom est Goran Petrović.", "Goran Petrović"),
        ("Gormo is Dwight Baines, a deckhand.", "Dwight Baines"),
        ("Le Colonel, c'est l'ancien adjudant MVOGO Pierre, du village.", "MVOGO Pierre"),
        ("OKORO: Temi who?\nBELLO: Temitope ADEYEMI-COLE. She is at the bank.", "Temitope ADEYEMI-COLE"),
        ("Conducteur : MBA NDONG Firmin, c'est lui Grand Poumon.", "MBA NDONG Firmin"),
        ("Q. S'agit-il de Giulio PARENTI ?\nR. Oui, c'est lui, le Marquis.", "Giulio PARENTI"),
        ("A. I lent it to “Boycie”.\nQ. Meaning Dion Frewer?\nA. Yes.", "Dion Frewer"),
        ("R. Demandez à « Chacha ».\nQ. Vous parlez de Nadeem AKHTAR ?\nR. Oui. Lui.", "Nadeem AKHTAR"),
        ("Alias : Ti-Paul\nNom : GAGNON-ROY          Prénom : Guy", "GAGNON-ROY"),
        ("Surname: TRAN-HOLLIS        Given names: Peter Duc\nAlso known as: Pete Crabs", "TRAN-HOLLIS"),
        ("Tout le monde appelle Michel Odoul « le Curé ».", "Michel Odoul"),
        ("Mr SOROKIN also holds a passport in the name of Andreas LOIZOU.", "SOROKIN"),
        ('I recognise Clive MERRICK (target 2, "Ratchet").', "Clive MERRICK"),
        ("Le nommé Trésor KABILA, surnom Chinois, est en fuite.", "Trésor KABILA"),
    ],
)
def test_who_bears_a_byname_is_told_beside_it(text: str, pair: str) -> None:
    assert pair in {owner for owner, _ in tied(text)}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Bilal Aït Hammou a rappelé. Il vend sous le pseudo @bilal_75.", ("Bilal Aït Hammou", "@bilal_75")),
        ("Gemma Stroud posts on the forum as nightowl77.", ("Gemma Stroud", "nightowl77")),
        ("Zineb El Fassi (Snapchat: zizou.fsi) posted it.", ("Zineb El Fassi", "zizou.fsi")),
        ("GAYLE's Instagram, @bwoy_876, shows a car. Romario GAYLE smiles.", ("GAYLE", "@bwoy_876")),
        ("the account @brickman_79, operated by Tony Sale, went silent", ("Tony Sale", "@brickman_79")),
        ('The user "nightowl77" is Gemma Stroud of Leeds.', ("Gemma Stroud", "nightowl77")),
    ],
)
def test_a_handle_is_whose_the_page_says(text: str, pair: tuple[str, str]) -> None:
    assert pair in tied(text)


@pytest.mark.parametrize(
    "text",
    [
        "A. I lent it to “Boycie”.\nQ. Meaning Dion Frewer?\nA. No, another one.",
        "Director Hamish Rewi, ex Wharf Boys, paid in cash.",
        "Minh Duc Tran drove. The passenger gave his name as Kevin LAY.",
        "Greffier : Paul Morin\nLe greffier lit. Greffier : Paul Morin",
        "Kingston is Paul Brown's home. The Mayor is Paul Brown.",
        "Adama BARRY, se faisant passer pour Alpha SOW, a ouvert le compte.",
    ],
)
def test_an_office_a_gang_or_another_man_is_no_byname(text: str) -> None:
    assert tied(text) == []


def test_a_byname_inside_a_name_is_part_of_it() -> None:
    assert tied("Leroy 'Bigga' CAMPBELL, 41, left. Police say 'Bigga' ran it.") == [("Leroy 'Bigga' CAMPBELL", "Bigga")]
    assert tied('Owner: Walter J. "Skip" HARGROVE Jr.\nSkip left.') == [('Walter J. "Skip" HARGROVE Jr.', "Skip")]
