"""Acts that papers are the records of: by their titles, with the time and the people of their heads."""

from __future__ import annotations

import hashlib

import pytest

from greffier.reading.read import load_readers, read_piece
from greffier.records import Event, Page, Piece, PieceKind, digest
from tests.one_page import found_on

READERS = load_readers()
Told = tuple[str, str, dict[str, str]]


def acts(text: str, kind: PieceKind = "other") -> list[Told]:
    return [_told(one) for one in found_on(text, READERS, kind) if isinstance(one, Event) and one.reader == "own_acts"]


def _told(one: Event) -> Told:
    return one.type, one.time.earliest if one.time else "", {role.role: role.name for role in one.roles}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "GENDARMERIE ROYALE\nPERQUISITION - SAISIE\n\nL'an deux mille dix-neuf, le trois mars, à huit heures dix,\n"
            "Nous, BERRADA Youssef, adjudant, OPJ,\nnous rendons rue des Oliviers.\n",
            ("search", "2019-03-03T08:10", {"agent": "Youssef Berrada"}),
        ),
        (
            "AUDITION - feuillet 1\nLe 14 mai 2018 de 09.15 à 10.40 heures\nVerbalisant : Luc PEETERS, inspecteur\n"
            "Identité : MOREELS Dirk, né à Gand le 02.02.1980.\n\nQ. Vous êtes ?\nR. Chauffeur.\n",
            ("hear", "2018-05-14T09:15", {"agent": "Luc Peeters"}),
        ),
        (
            "PREMISES SEARCH RECORD\nPower: warrant granted 02/06/2021\nPremises: 4 Quay Lane\n"
            "Date: Thursday 3 June 2021   from 07:00 to 08:30\nItem   Found\nKL/1   ledger\n",
            ("search", "2021-06-03T07:00", {}),
        ),
        (
            "CERTIFICATE OF DESTRUCTION\nDate/time: Monday, May 6, 2019, 9:15 a.m.\nAuthority: order signed\n"
            "  April 2, 2019, copy in the file\nThe bags were burned at the brickworks.\n",
            ("destroy", "2019-05-06T09:15", {}),
        ),
        (
            "INTERCEPTION ORDER\nRead: letter of the Director of Police dated 11.02.2020.\nIt is hereby directed that"
            " all messages be disclosed.\nDated, the Capital, 14.02.2020, 10:30 hrs\n",
            ("authorise", "2020-02-14T10:30", {}),
        ),
        (
            "NOTIFICATION DE PLACEMENT EN GARDE A VUE\nLe 8 mai 2017 à 06 heures 40, à Sfax,\n"
            "Nous, TRABELSI Mounir, lieutenant, notifions à :\nNOM : ...\nque la mesure a débuté.\n",
            ("custody_start", "2017-05-08", {"agent": "Mounir Trabelsi"}),  # later than it began
        ),
    ],
)
def test_a_title_names_the_act(text: str, told: Told) -> None:
    assert acts(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "RAPPORT DE SYNTHESE\nLe 3 mars 2019\nLa perquisition du box n'a rien donné.\n",
        "ORDONNANCE\nRejetons la requête. Fait à Lille, le 3 mars 2019\n",  # refuses
        "SEARCH RECORD\nOfficer: DC Marsh\nNothing seized.\n",  # of no day
        "Perquisition de l'appartement, puis du garage. Rien à signaler.\nLe 3 mars 2019\n",
        "PV de synthèse (suite)\nPERQUISITION\nLe 3 mars 2019 à 8 heures\n",  # goes on
        "AUDITION DE TEMOIN\nVu la lettre du 3 mars 2019\n",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert acts(text) == []


def test_a_mail_is_about_a_search() -> None:
    assert acts("Perquisition\n3 mars 2019\nBonjour, voici la photo.\n", "mail") == []


def test_who_is_born_in_the_head_is_heard() -> None:
    text = "AUDITION - feuillet 1\nLe 14 mai 2018 à 09.15 heures\nIdentité : Karim SELLAMI, né à Gand le 02.02.1980.\n"
    assert acts(text, "hearing") == [("hear", "2018-05-14T09:15", {"recipient": "Karim Sellami"})]


def test_an_interpreter_is_not_heard() -> None:
    text = (
        "AUDITION D'UNE PERSONNE RETENUE\nLe 4 mars 2019, à 9 heures 30, devant nous LACROIX Paul, brigadier,\n"
        "comparaît la personne ci-après, assistée de\nMme Irena VUKIC, interprète.\n"
    )
    assert acts(text, "hearing") == [("hear", "2019-03-04T09:30", {"agent": "Paul Lacroix"})]


def test_each_page_with_a_title_is_a_paper_of_its_own_day() -> None:
    texts = (
        "SEARCH RECORD\nDate: 3 June 2021\nPremises: 4 Quay Lane\n",
        "SEARCH RECORD\nDate: 5 June 2021\nPremises: 9 Mill Yard\n",
    )
    shas = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    pages = [
        Page(digest(sha), "source", at, None, "born_digital", "A", "en", text, sha, 595, 842)
        for at, (text, sha) in enumerate(zip(texts, shas, strict=True), 1)
    ]
    piece = Piece("piece", "source", "other", None, None, tuple(page.id for page in pages), language="en")
    found = [one for one in read_piece(piece, pages, READERS) if isinstance(one, Event)]
    assert [_told(one)[:2] for one in found] == [("search", "2021-06-03"), ("search", "2021-06-05")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ARVON POLICE     RECORD OF INTERVIEW UNDER CAUTION      1/3\nDate: 4 May 2021\n", [("hear", "2021-05-04")]),
        ("STATE OF OLDMOOR\n        S E A R C H   W A R R A N T\nYou are commanded to search the barn.\n"
         "Issued this 9th day of May, 2019, at 6:05 a.m.\n", [("authorise", "2019-05-09T06:05")]),
        ("MANDAT DE PERQUISITION\nvous êtes autorisé à entrer au 4, rue du Port.\nDélivré à 10 h 05 le 19 mai 2021.\n",
         [("authorise", "2021-05-19T10:05")]),
        ("PERQUISITION ET SAISIE\nLe 3 mars 2019 à 8 heures\nScellé n° 1 : un ordinateur.\n",
         [("search", "2019-03-03T08:00"), ("seize", "2019-03-03T08:00")]),
        ("SAISIE AU DEPOT DE LA GARE\nLe 3 mars 2019 à 8 heures\n", [("seize", "2019-03-03T08:00")]),
        ("WARNING STATEMENT BY SUSPECT\nName: Abel Voss\nTaken by Sgt MOORE, 8 March 2021\n", [("hear", "2021-03-08")]),
        ("EXCERPT OF DEPOSITION OF JANE HOLLIS          July 12, 2018\nQ. Your name?\n", [("hear", "2018-07-12")]),
        ("PV DE DESTRUCTION (sur autorisation du 12 avril)\nDate : 26 avril 2021\n", [("destroy", "2021-04-26")]),
        ("ORDONNANCE DE PROLONGATION\nProlongeons la garde à vue de 24 heures.\nFait à Mons, le 20 avril 2021\n",
         [("custody_extension", "2021-04-20")]),
        ("CERTIFICATE OF WEIGHT (third party)\nDate    Thursday 30 March 2023\n", [("weigh", "2023-03-30")]),
    ],
)  # fmt: skip
def test_titles_of_many_offices(text: str, told: list[tuple[str, str]]) -> None:
    assert [one[:2] for one in acts(text)] == told


def test_papers_below_each_other_on_one_page_have_days_of_their_own() -> None:
    text = (
        "ORDONNANCE DE PERQUISITION (1)\nOrdonnons la perquisition du dépôt.\nFait à Mons, le 4 avril 2021 à 9 h 00\n"
        "- - - - - - - - - - - - - - - -\n"
        "ORDONNANCE DE PERQUISITION (2)\nOrdonnons la perquisition du garage.\nFait à Mons, le 6 avril 2021 à 7 h 30\n"
    )
    assert [one[:2] for one in acts(text)] == [("authorise", "2021-04-04T09:00"), ("authorise", "2021-04-06T07:30")]


@pytest.mark.parametrize(
    "text",
    [
        "STORES   interview room 3\nDate: 4 May 2021\n",  # in another column and no title
        "ORDONNANCE DE PROLONGATION\nde l'interception de la ligne.\nFait à Mons, le 4 avril 2021\n",
        "PERQUISITION\nNé à Mons, le 3 mars 1985\n",  # of no day
        "ANNUAL STATEMENT OF ACCOUNTS\nDate: 4 May 2021\n",
        "Le mandat de perquisition a été délivré le 4 mai 2021.\n",
    ],
)
def test_what_only_looks_like_a_title(text: str) -> None:
    assert acts(text) == []
