"""Text layers that cannot be right are doubted; tables, names, other languages and other alphabets are not."""

from __future__ import annotations

import pytest

from greffier.intake.pdf_doubt import doubt

FRENCH = (
    "Le témoin confirme que la caisse était fermée quand le camion est parti du hangar, vers 22 h 15. Il précise que "
    "personne n'a demandé à voir les papiers, et que le gardien de nuit, qu'il connaît de vue, a levé la barrière sans "
    "un mot. Invité à dire qui conduisait, il répond qu'il faisait trop sombre pour reconnaître un visage."
)
ENGLISH = (
    "The witness says that the crate was closed when the lorry left the shed at a quarter past ten. Nobody had asked "
    "to see any papers, and the night guard, whom he knows by sight, raised the barrier without a word. Asked who had "
    "been driving, he answers that it was far too dark to make out a face, and that he did not want to stay there."
)


def shifted(text: str, by: int) -> str:
    return "".join(chr((ord(c) - 97 + by) % 26 + 97) if "a" <= c <= "z" else c for c in text.lower())


@pytest.mark.parametrize("by", range(1, 26))
@pytest.mark.parametrize("text", [FRENCH, ENGLISH])
def test_a_shifted_alphabet(text, by):
    assert doubt(shifted(text, by)) == "its letters are not those of a language"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (FRENCH.encode().decode("cp1252", "replace"), "its accents were decoded twice"),
        (FRENCH.replace("c", "\ue003"), "it has signs that its fonts do not explain"),
        (FRENCH.replace("ou", "o^u").replace("ai", "a\\i"), "it has signs in the middle of words"),
        ("Ⴀⴀقخжд漢字 कखग ابت" * 12, "it mixes alphabets"),
    ],
)
def test_other_faults(text, why):
    assert doubt(text) == why


@pytest.mark.parametrize(
    "text",
    [
        FRENCH,
        ENGLISH,
        FRENCH.upper(),
        "",
        "360 kg\n62 pains\n14/03/2023",
        "VASQUELIN Béatrice 06 39 98 12 34 GH-482-PT\n" * 8,
        "Der Zeuge bestätigt, dass die Kiste geschlossen war, als der Lastwagen die Halle verließ. " * 3,
        "Todistaja vahvistaa, että laatikko oli kiinni, kun kuorma-auto lähti varastosta illalla. " * 3,
        "Свидетель подтверждает, что ящик был закрыт, когда грузовик выехал со склада. " * 3,
        "証人は、トラックが倉庫を出たとき、箱が閉まっていたことを確認した。The crate. " * 3,
        "أكد الشاهد أن الصندوق كان مغلقا عندما غادرت الشاحنة المستودع. " * 3,
    ],
)
def test_sound_text_is_not_doubted(text):
    assert doubt(text) == ""
