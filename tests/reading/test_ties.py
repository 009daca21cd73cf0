"""Who is whose kin, who has which post: only what the words between the names say."""

from __future__ import annotations

import hashlib

import pytest

from greffier.reading.read import load_readers
from greffier.records import Found, Link, Mention, Page, Piece, PieceKind, digest

READERS = [one for one in load_readers() if one.name in ("dates", "identifiers", "names", "aliases", "ties")]


def ties(*texts: str, kind: PieceKind = "report") -> set[tuple[str, str, str]]:
    """The ties of a piece: what is left, what it is, what is right; on one line."""
    pages = []
    for number, text in enumerate(texts, 1):
        sha = hashlib.sha256(text.encode()).hexdigest()
        pages.append(Page(digest(sha, number), "source", number, None, "born_digital", "A", None, text, sha, 595, 842))
    piece = Piece("piece", "source", kind, None, None, tuple(page.id for page in pages))
    found: list[Found] = []
    for reader in READERS:
        found.extend(reader.read(piece, pages, tuple(found)))
    words = {one.id: " ".join(one.span.exact.split()) for one in found if isinstance(one, Mention)}
    links = [one for one in found if isinstance(one, Link) and one.type in ("kin", "service", "post", "line")]
    return {(words[one.left], one.type, words[one.right]) for one in links}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("On arrête Yaya TRAORÉ, beau-frère de Malick NDOUR, à Kaolack.", ("Yaya TRAORÉ", "kin", "Malick NDOUR")),
        ("Sipho Dlamini, the elder brother of Themba Nkosi, drove.", ("Sipho Dlamini", "kin", "Themba Nkosi")),
        (
            "Le box est loué par la compagne de Marc VIDAL, Mme Lise ROCHE, depuis mai.",
            ("Lise ROCHE", "kin", "Marc VIDAL"),
        ),
        ("We saw Owen Pryce's cousin Gareth Bevan at the quay.", ("Gareth Bevan", "kin", "Owen Pryce")),
        ("Adama Kone est venu avec son épouse Fanta Diallo.", ("Fanta Diallo", "kin", "Adama Kone")),
        ("Rita Mensah told us all. Her brother is Kofi Mensah.", ("Kofi Mensah", "kin", "Rita Mensah")),
        ("Paul Ekman, director of Norvale Freight Ltd, signs.", ("Paul Ekman", "post", "Norvale Freight Ltd")),
        ("Luc Marin est le gérant de la SARL TRANSBELLE.", ("Luc Marin", "post", "SARL TRANSBELLE")),
        ("The seller is Norvale Freight Ltd, proprietor Mr Paul Ekman.", ("Paul Ekman", "post", "Norvale Freight Ltd")),
        ("Kwame Asante works for Norvale Freight Ltd.", ("Kwame Asante", "post", "Norvale Freight Ltd")),
        ("Paul Ekman parle. Son numéro est le 06 39 98 01 11.", ("Paul Ekman", "line", "06 39 98 01 11")),
        (
            "Nous, adjudant Kofi ADJEI, OPJ, assisté du brigadier Luc MARIN, constatons.",
            ("Luc MARIN", "service", "Kofi ADJEI"),
        ),
        ("Constable Rhys Cole, assisted by Constable Owen Pryce, searched.", ("Owen Pryce", "service", "Rhys Cole")),
        ("A Norvale Freight Ltd driver, Paul Ekman, signs.", ("Paul Ekman", "post", "Norvale Freight Ltd")),
        ("On cite le brigadier Luc MARIN, dont la sœur Odile MARIN tient un bar.", ("Odile MARIN", "kin", "Luc MARIN")),
        ("Numéros : Paul Ekman 06 39 98 01 11 ; autres.", ("Paul Ekman", "line", "06 39 98 01 11")),
    ],
)
def test_ties(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sipho Dlamini is not the brother of Themba Nkosi.",
        "Is Sipho Dlamini the brother of Themba Nkosi?",
        "Yaya TRAORÉ serait le frère de Malick NDOUR.",
        "We met the wife of Owen Pryce, Gareth Bevan and Rhys Cole.",
        "Owen Pryce met Gareth Bevan. His brother Rhys Cole waited.",
        "Yaya TRAORÉ n'est pas le gérant de la SARL TRANSBELLE.",
        "Owen Pryce and Gareth Bevan drove on.",
        "Anouk VARDEL, substitut de permanence, est informée. Sa sœur TEIXA Lurdes est avisée.",
        "Paul Ekman parle à Luc Marin. Son numéro est le 06 39 98 01 11.",
    ],
)
def test_no_ties(text: str) -> None:
    assert ties(text) == set()


HEARING = "AUDITION DE BEKOLO Jeanne\nLe 4 mai 2021, devant nous, Simon ATANGANA, officier.\n{}"


def test_mine_is_of_who_is_heard() -> None:
    told = ties(
        HEARING.format("R. : Il est à mon beau-frère Serge ONANA. Mon portable est le 06 39 98 01 11."), kind="hearing"
    )
    assert told == {("Serge ONANA", "kin", "BEKOLO Jeanne"), ("BEKOLO Jeanne", "line", "06 39 98 01 11")}


def test_another_hearing_of_the_file_is_of_another() -> None:
    second = "AUDITION DE NGONO Pierre\nR. : C'est à mon oncle Serge ONANA."
    assert ties(HEARING.format("R. : Rien."), second, kind="hearing") == set()


HELD_FR = "PROCES-VERBAL D'AUDITION\n\nNom et prénom : VASSEUR Luc      né le 03/04/1980 à Dax\n{}\n"
HELD_EN = "RECORD OF INTERVIEW\n\nName: Owen Pryce    DOB 03/04/1980\n{}\n"


@pytest.mark.parametrize(
    ("head", "line", "tie"),
    [
        (HELD_FR, "Famille avisée   | 17/11 à 08 h 40, épouse VASSEUR Odile", ("VASSEUR Odile", "kin")),
        (HELD_FR, "Faire prévenir un proche   [x] oui : sa sœur Odile VASSEUR", ("Odile VASSEUR", "kin")),
        (HELD_FR, "Famille ........ mère, VASSEUR Odile, avisée à 12 h", ("VASSEUR Odile", "kin")),
        (HELD_FR, "Avocat ............. Me KESSEL Blanche, présente à 11 h 00", ("KESSEL Blanche", "service")),
        (HELD_FR, "| Avocat          | Me KESSEL Blanche, demandée", ("KESSEL Blanche", "service")),
        (HELD_EN, "Next of kin informed: 10:40, wife Rita Mensah", ("Rita Mensah", "kin")),
        (HELD_EN, "Solicitor Mr. Rhys Cole present from 09.05.", ("Rhys Cole", "service")),
        (
            "NOTIFICATION DE LA GARDE À VUE - VASSEUR Luc, 38 ans\n{}\n",
            "Famille ........ mère, VASSEUR Odile",
            ("VASSEUR Odile", "kin"),
        ),
        (HELD_EN, "Solicitor      Mr Rhys Cole", ("Rhys Cole", "service")),
        (HELD_EN, "Gareth Bevan is my cousin. We do not talk.", ("Gareth Bevan", "kin")),
        (HELD_EN, "Gareth Bevan works for me, on the boat.", ("Gareth Bevan", "post")),
    ],
)
def test_fields_and_words_of_who_is_heard(head: str, line: str, tie: tuple[str, str]) -> None:
    assert tie in {(left, kind) for left, kind, _ in ties(head.format(line), kind="hearing")}


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (HELD_FR, "Conseil municipal : M. KESSEL Blaise préside."),
        (HELD_FR, "Famille avisée   | non, Odile VASSEUR est absente"),
        (HELD_EN, "Q. Is Gareth Bevan your cousin?"),
        (HELD_EN, "A. Gareth Bevan is not my cousin."),
    ],
)
def test_what_is_no_field_and_no_tie(head: str, line: str) -> None:
    assert ties(head.format(line), kind="hearing") == set()
