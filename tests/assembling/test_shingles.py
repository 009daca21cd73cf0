"""Pages that share runs of characters are found, whatever was misread; printed forms are not told by their print."""

from __future__ import annotations

import random

from greffier.assembling.shingles import COMMON, candidates, sketch, squeeze

SYLLABLES = [f"{first}{vowel}{last}" for first in "bdfglmnprstv" for vowel in "aeiou" for last in "nrst"]


def prose(seed: int, words: int = 300) -> str:
    """Invented words, the same for the same seed."""
    drawn = random.Random(seed)
    return " ".join("".join(drawn.choices(SYLLABLES, k=drawn.randint(2, 4))) for _ in range(words))


def misread(text: str, seed: int, share: float) -> str:
    drawn = random.Random(seed)
    return "".join(drawn.choice("aeio") if char.isalpha() and drawn.random() < share else char for char in text)


def found(*texts: str) -> dict[int, list[int]]:
    sketches = [sketch(squeeze(text)) for text in texts]
    return {page: [one.place for one in others] for page, others in candidates(sketches)}


def test_squeeze_keeps_what_numbers_say() -> None:
    assert squeeze("Déjà 12,5 kg — net.") == squeeze("DEJA  12.5\nkg net") == "deja12.5kgnet"
    assert squeeze("12,5 kg") != squeeze("125 kg")


def test_strangers_share_nothing_and_copies_everything() -> None:
    assert found(prose(1), prose(2), prose(3)) == {}
    assert found(prose(1), prose(2), prose(1)) == {2: [0]}


def test_a_page_inside_a_longer_one() -> None:
    assert found(prose(4) + " " + prose(5, 3000), prose(6), prose(4)) == {2: [0]}


def test_misread_copies_are_found() -> None:
    text = prose(7, 400)
    assert found(misread(text, 1, 0.04), prose(8), misread(text, 2, 0.04)) == {2: [0]}


def test_a_short_page_has_runs_enough() -> None:
    assert found(prose(9, 15), prose(10, 15), prose(9, 15)) == {2: [0]}


def test_what_a_form_prints_tells_little() -> None:
    form = prose(11, 100)
    forms = [form + " " + prose(100 + number, 60) for number in range(COMMON + 4)]
    sketches = [sketch(squeeze(text)) for text in [*forms, forms[3]]]
    alike = dict(candidates(sketches))
    assert alike[len(forms)][0].place == 3
    assert alike[len(forms)][0].telling > 0.8
    assert all(one.telling < 0.1 for page in range(len(forms)) for one in alike.get(page, ()))


def test_the_same_pages_give_the_same_pairs() -> None:
    texts = [prose(number % 7) + prose(number) for number in range(30)]
    assert found(*texts) == found(*texts)
