"""Two readings of one page are set side by side by place; what differs is told where the engine is sure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from greffier.pages.rivals import compare, with_extra
from greffier.records import Concealed, Leaf, Word

LINES = [
    "La pesée contradictoire donne 360 kg net",
    "de poudre blanche, en présence de Maud",
    "KERLOC'H, le 16 mars 2023 à 7 h 10",
]


def leaf(lines, *, top=0.1, left=0.1, confidence=95, order=None) -> Leaf:
    """A page with these lines, each word a hundredth of the page wide for each sign."""
    parts, words, length = [], [], 0
    for row in order or range(len(lines)):
        x = left
        for at, token in enumerate(lines[row].split()):
            before = "" if not parts else "\n" if at == 0 else " "
            start, length = length + len(before), length + len(before) + len(token)
            parts += [before, token]
            y = top + 0.04 * row
            words.append(Word(start, length, x, y, x + 0.01 * len(token), y + 0.02, confidence))
            x += 0.01 * len(token) + 0.01
    return Leaf(1, "".join(parts), 595, 842, tuple(words))


def told(embedded: Leaf, seen: Leaf) -> list[tuple[str, str, bool]]:
    differences = compare(embedded, seen).differences
    return [(embedded.text[apart.start : apart.end], apart.other, apart.number) for apart in differences]


def test_the_same_is_trusted():
    assert compare(leaf(LINES), leaf(LINES))[:3] == ("trusted", 1.0, ())


def test_the_order_of_columns_does_not_matter():
    assert compare(leaf(LINES), leaf(LINES, order=[2, 0, 1])).agreement == 1.0


def test_words_parted_otherwise_are_the_same():
    apart = [line.replace("360 kg", "360kg") for line in LINES]
    assert compare(leaf(LINES), leaf(apart)).agreement > 0.9


def test_accents_case_and_signs_do_not_count():
    assert compare(leaf(LINES), leaf([line.upper().replace("É", "E") for line in LINES])).agreement == 1.0


def test_one_number_that_differs_is_told():
    other = leaf([line.replace("360", "380") for line in LINES])
    assert told(leaf(LINES), other) == [("360", "380", True)]
    assert compare(leaf(LINES), other).verdict == "trusted"


def test_not_where_the_engine_is_unsure():
    assert told(leaf(LINES), leaf([line.replace("360", "380") for line in LINES], confidence=80)) == []


def test_a_letter_misread_is_no_difference():
    assert told(leaf(LINES), leaf([line.replace("blanche", "blanehe") for line in LINES])) == []


def shifted(text: str, by: int = 3) -> str:
    return "".join(chr((ord(c) - 97 + by) % 26 + 97) if "a" <= c <= "z" else c for c in text)


def test_another_alphabet_is_not_trusted():
    assert compare(leaf([shifted(line) for line in LINES]), leaf(LINES)).verdict == "distrusted"


def test_numbers_that_are_all_others_are_not_trusted():
    digits = str.maketrans("0123456789", "3456789012")
    assert compare(leaf([line.translate(digits) for line in LINES]), leaf(LINES)).verdict == "distrusted"


@pytest.mark.parametrize("seen", [leaf(["qkj"]), leaf([shifted(line) for line in LINES], confidence=40)])
def test_a_poor_reading_does_not_take_the_place_of_a_text(seen):
    assert compare(leaf(LINES), seen).verdict == "both"


def test_hidden_words_are_not_asked_for():
    page = leaf(LINES)
    at = page.text.index("Maud")
    without = leaf([line.replace("Maud", "") for line in LINES])
    assert compare(page, without).agreement < 1.0
    assert compare(replace(page, hidden=(Concealed(at, at + 4, "blackened", None),)), without).agreement == 1.0


def test_what_only_the_picture_shows_is_added_below():
    extra = ["Le tampon de la mairie dit", "reçu le 3 avril 2023"]
    both = leaf([*LINES, "", "", "", *extra])
    merged = with_extra(leaf(LINES), both, compare(leaf(LINES), both).extra)
    assert merged.text == "\n".join(LINES) + "\n\n" + "\n".join(extra)
    assert [merged.text[word.start : word.end] for word in merged.words] == merged.text.split()


def test_a_speck_read_as_a_word_is_not_added():
    seen = leaf([*LINES, "", "ii"])
    assert with_extra(leaf(LINES), seen, compare(leaf(LINES), seen).extra) == leaf(LINES)
