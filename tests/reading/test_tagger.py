"""The tagger proposes names where no rule sees one; strong evidence of a rule stands whatever it says."""

from __future__ import annotations

import time

import pytest

from greffier.reading.chains import chains, traits
from greffier.reading.names import Names
from greffier.reading.tagger import Guess, Guesses, Tagger, tagger
from greffier.records import Mention, MentionKind, Page, Piece, digest


class Fixed(Tagger):
    """A model that always says the same."""

    def __init__(self, *names: Guess, person: float = 1.0) -> None:
        self._names, self._probability = names, person

    def guess(self, text: str) -> Guesses:
        starts = {word.start: self._probability for chain in chains(text) for word in chain}
        return Guesses({one.start: one for one in self._names}, starts)


def people(text: str, model: Tagger | None = None) -> list[str]:
    page = Page(digest(text), "source", 1, None, "born_digital", "A", None, text, "", 595, 842)
    piece = Piece("piece", "source", "report", None, None, (page.id,))
    found = [one for one in Names(model).read(piece, [page], ()) if isinstance(one, Mention) and one.kind == "person"]
    return [one.span.exact for one in sorted(found, key=lambda one: one.span.start)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Les dockers Gravoire, Tulmec et Larquier étaient de service.", ["Gravoire", "Tulmec", "Larquier"]),
        ("By Orsina Velbrook and Tamsil Growder", ["Orsina Velbrook", "Tamsil Growder"]),
        ("Constatons la présence d'un fourgon. Lecture faite, persiste et signe.", []),
        ("On Monday the Home Office and Border Force met in Parliament.", []),
    ],
)
def test_names_that_stand_in_no_list(text: str, names: list[str]) -> None:
    assert people(text) == names


def test_a_title_outweighs_the_model() -> None:
    assert people("Le capitaine DURVAL sort.", Fixed(person=0.0)) == ["DURVAL"]


def test_a_surer_extent_of_the_same_name_wins() -> None:
    text = "Vu hier avec J. Orbec Talmin au port."
    assert people(text, Fixed()) == ["J. Orbec Talmin"]
    assert people("Remis à Samir Orbec Talmin.", Fixed(Guess(8, 19, "person", 0.99))) == ["Samir Orbec"]


def test_a_doubtful_proposal_is_none() -> None:
    assert people("Le dossier Quorbel attend.", Fixed(Guess(11, 18, "person", 0.6))) == []


def test_guessing_is_pure_and_stands_on_the_words_of_the_text() -> None:
    text = "Présents : Gravoire, TULMEC Ysolt.\nL. Sabrousse, chez Ambrefil SARL"
    once, twice = tagger().guess(text), tagger().guess(text)
    assert once == twice
    assert all(text[one.start].isupper() and text[one.end - 1].isalpha() for one in once.names.values())


def test_every_word_of_a_chain_has_its_traits() -> None:
    text = "MM. Gravoire, Tulmec et Sabrousse. Puis Lormel"
    parted = list(chains(text))
    assert [[word.flat for word in chain] for chain in parted] == [
        ["gravoire", "tulmec", "sabrousse"],
        ["puis", "lormel"],
    ]
    assert all(len(traits(text, chain)) == len(chain) for chain in parted)


@pytest.mark.parametrize("text", ["A" * 60_000, "Ab " * 20_000, "A. " * 20_000, "ÀÉ-" * 20_000, "\n" * 60_000])
def test_a_long_line_of_capitals_ends_in_time(text: str) -> None:
    began = time.process_time()
    tagger().guess(text)
    assert time.process_time() - began < 10


def things(text: str, kind: MentionKind, start: int, end: int, probability: float) -> list[str]:
    page = Page(digest(text), "source", 1, None, "born_digital", "A", None, text, "", 595, 842)
    piece = Piece("piece", "source", "report", None, None, (page.id,))
    found = Names(Fixed(Guess(start, end, kind, probability))).read(piece, [page], ())
    return [one.span.exact for one in found if isinstance(one, Mention) and one.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Il tient ça d'un mec de Quorbel.", "place", "Quorbel"),
        ("The invoices were paid by Quorbel Hire in cash.", "organisation", "Quorbel Hire"),
    ],
)
def test_the_model_proposes_things_where_nothing_else_was_found(text: str, kind: MentionKind, name: str) -> None:
    start = text.index(name)
    assert things(text, kind, start, start + len(name), 0.99) == [name]
    assert things(text, kind, start, start + len(name), 0.6) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Il a remis dix mille euros à Quorbel, qui attendait.", "Quorbel"),
        ("Stopped with a Quorbelian passport.", "Quorbelian"),
        ("Further Efforts\nNext Quorbel\nEnd", "Efforts\nNext Quorbel"),
    ],
)
def test_what_the_model_takes_for_a_place_and_is_none(text: str, name: str) -> None:
    start = text.index(name)
    assert things(text, "place", start, start + len(name), 0.99) == []


def test_a_surer_name_that_begins_earlier_takes_in_the_family_name_known_elsewhere() -> None:
    text = "Le capitaine TELMARD sort. Une caisse vendue au sieur Quorbel Telmard hier."
    start = text.index("Quorbel Telmard")
    assert "Quorbel Telmard" in people(text, Fixed(Guess(start, start + 15, "person", 0.99)))
