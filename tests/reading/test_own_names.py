"""What the person heard says to be called: a by-name of his, and of nobody who stands beside him."""

from __future__ import annotations

import hashlib

import pytest

from greffier.reading.read import load_readers
from greffier.records import Found, Link, Mention, Page, Piece, digest

READERS = [one for one in load_readers() if one.name in ("dates", "identifiers", "names", "aliases")]


def bynames(*texts: str) -> set[tuple[str, str]]:
    pages = []
    for number, text in enumerate(texts, 1):
        sha = hashlib.sha256(text.encode()).hexdigest()
        pages.append(Page(digest(sha, number), "source", number, None, "born_digital", "A", None, text, sha, 595, 842))
    piece = Piece("piece", "source", "hearing", None, None, tuple(page.id for page in pages))
    found: list[Found] = []
    for reader in READERS:
        found.extend(reader.read(piece, pages, tuple(found)))
    words = {one.id: one.span.exact for one in found if isinstance(one, Mention)}
    links = [one for one in found if isinstance(one, Link) and one.type in ("alias", "nickname")]
    return {(words[one.left], words[one.right]) for one in links}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("AUDITION DE BEKOLO Jean\nQ. : Et après ?\nR. : Rien. Tout le monde m'appelle Zézé.", ("BEKOLO Jean", "Zézé")),
        ("AUDITION DE BEKOLO Jean\nR. : On m'appelle le Graveur depuis l'école.", ("BEKOLO Jean", "le Graveur")),
        ("STATEMENT OF Musa Tembo, driver\nAt the port the elders call me Simba.", ("Musa Tembo", "Simba")),
        ("RECORD OF HEARING\nName : Ravi Menon\nI am a tailor. I am also known as Chetan.", ("Ravi Menon", "Chetan")),
    ],
)
def test_a_byname_of_who_is_heard(text: str, pair: tuple[str, str]) -> None:
    assert pair in bynames(text)


@pytest.mark.parametrize(
    "texts",
    [
        (  # who stands near the title is the interpreter
            "AUDITION D'UNE PERSONNE GARDEE A VUE\nassistée de Mme Vera PAVIC, interprète.\nR. : Il m'appelle Zézé.",
        ),
        ("AUDITION DE BEKOLO Jean\nR. : Oui.", "AUDITION DE NGONO Luc\nR. : On m'appelle Zézé."),
        ("AUDITION DE BEKOLO Jean\nR. : Il m'appelle souvent. On m'appelle lundi.",),
    ],
)
def test_no_byname_of_another(texts: tuple[str, ...]) -> None:
    assert bynames(*texts) == set()
