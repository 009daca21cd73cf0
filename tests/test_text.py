"""Folding keeps its offsets; sentences and languages are told apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.text import clean, fold, folded, key, language, sentences


@given(st.text(max_size=300))
def test_every_folded_character_knows_where_it_began(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert folded.offsets[-1] == len(text)


@given(st.text(max_size=300))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("L’arrêt", "l'arret"),
        ("SŒUR", "soeur"),
        ("12 750,00 €", "12 750,00 €"),
        ("procès-\nverbal", "procesverbal"),
        ("a\u00adb", "ab"),
        ("ﬁche", "fiche"),
    ],
)
def test_words_that_look_alike_fold_alike(left: str, right: str) -> None:
    assert key(left) == key(right)


def test_a_hyphen_at_a_line_end_that_joins_two_names_is_kept() -> None:
    assert key("Jean-\nPierre") == "jean- pierre"


def test_a_folded_range_leads_back_to_the_words_of_the_page() -> None:
    text = "Vu  l’ŒUVRE\nde la main"
    folded = fold(text)
    at = folded.text.index("oeuvre de")
    start, end = folded.original(at, at + len("oeuvre de"))
    assert text[start:end] == "ŒUVRE\nde"


def told(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_titles_initials_and_abbreviations_do_not_end_a_sentence() -> None:
    text = "M. B. Dupré est entendu. Il cite l'art. 63 du C. pén. Puis il signe."
    assert told(text) == ["M. B. Dupré est entendu.", "Il cite l'art. 63 du C. pén. Puis il signe."] or told(text) == [
        "M. B. Dupré est entendu.",
        "Il cite l'art. 63 du C. pén.",
        "Puis il signe.",
    ]


def test_quotation_marks_stay_with_their_sentence() -> None:
    assert told("Il dit : « Non. » Elle part !") == ["Il dit : « Non. »", "Elle part !"]


def test_a_blank_line_ends_a_sentence() -> None:
    assert told("PROCÈS-VERBAL\n\nLe douze mai") == ["PROCÈS-VERBAL", "Le douze mai"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le conteneur est arrivé dans la nuit avec les bananes.", "fr"),
        ("The container arrived in the night with the bananas.", "en"),
        ("AB-123-CD 4417 D0147", None),
        ("", None),
    ],
)
def test_language(text: str, expected: str | None) -> None:
    assert language(text) == expected


def test_clean_leaves_nothing_that_steers_a_terminal() -> None:
    assert clean("a\x1b[2Jb\x9b31mc\x85d") == "a[2Jb31mc\nd"


@given(st.text(alphabet="abzAZ éÉèàçœŒæß«»’'“”-–\n\t\u00a0\u202f\x1f;:!?.,0…°€øÿ", max_size=40) | st.text(max_size=30))
def test_the_key_is_the_folded_text(text):
    assert folded(text) == fold(text).text
    assert key(text) == fold(text).text.strip()


@pytest.mark.parametrize("sign", [".", "…", "\n", " \n", "- ", '."', "; "])
def test_a_long_run_of_one_sign_takes_no_more_than_its_length(sign):
    assert list(sentences(sign * 60_000 + "x"))  # takes minutes where a pattern starts again at every sign
