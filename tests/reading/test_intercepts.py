# ruff: noqa: E501 - layouts are easier to compare on one line
"""Intercept sheets: labels in any order, several on a page, over pages, misread; summary told from word for word."""

from __future__ import annotations

import hashlib

import pytest

from greffier.reading.intercepts import Intercepts
from greffier.records import Intercept, Page, Piece

LINE, OTHER = "+33639986120", "+33639984403"
A, B = "06 39 98 61 20", "06 39 98 44 03"


def page(text: str, number: int = 1) -> Page:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Page(f"p{number}", "s", number, None, "born_digital", "A", "fr", text, sha, 0, 0)


def listed(*texts: str, kind: str = "intercept") -> list[Intercept]:
    pages = [page(text, number) for number, text in enumerate(texts, 1)]
    piece = Piece("piece", "s", kind, None, None, tuple(one.id for one in pages))  # type: ignore[arg-type]
    return [one for one in Intercepts().read(piece, pages, ()) if isinstance(one, Intercept)]


HEADS = {
    "fr labels": f"Ligne surveillée : {A}\nCommunication n° 12\nDate : 25/09/2021\nHeure : 18:22\nDurée : 00:01:15\nSens : sortant\n"
    f"Correspondant : {B}\n",
    "fr another order": f"Communication n° 12\nSens : sortant\nCorrespondant : {B}\nDurée : 1 min 15 s\nHeure : 18h22\n"
    f"Date : 25/09/2021\nLigne : {A}\n",
    "fr one line": f"Ligne : {A}\nAppel n° 12 - Date : 25/09/2021 - Heure : 18h22 - Durée : 75 s - Sens : sortant - Correspondant : {B}\n",
    "fr in words": f"Ligne interceptée : {A}\nConversation n° 12 du 25 septembre 2021 à 18 heures 22, durée 75 s\n"
    f"Type d'appel : appel sortant\nInterlocuteur : {B}\n",
    "fr caller and called": f"Ligne : {A}\nProduit n° 12\nDate : 25/09/2021 18:22\nAppelant : {A}\nAppelé : {B}\nDurée : 75\n",
    "fr misread": f"LlGNE : {A}\nLigne : {A}\nC0mmunication n° 12\nDate : 25/09/2021\nHeure : 18:22\nDurée : 75 s\nSens : s0rtant\n"
    f"Corresp0ndant : {B}\n",
    "en labels": f"Target line: {LINE}\nCall number: 12\nDate: 25 September 2021\nTime: 18:22\nDuration: 1:15\nDirection: outgoing\n"
    f"Other party: {OTHER}\n",
    "en session": f"Target: {LINE}\nSession: 12\nStart Time: 25/09/2021 18:22:10\nDuration: 75\nDirection: Outbound\n"
    f"Associate: {OTHER}\n",
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_the_same_sheet_under_many_heads(name: str) -> None:
    [one] = listed(HEADS[name] + "X : Allô ?\nY : C'est moi.\n")
    assert (one.number, one.line, one.correspondent) == ("12", LINE, OTHER)
    assert one.start is not None
    assert one.start.earliest == "2021-09-25T18:22"
    assert (one.seconds_low, one.seconds_high) == (75, 75)
    assert (one.direction, one.form) == ("out", "verbatim")


@pytest.mark.parametrize(
    ("body", "form", "turns"),
    [
        ("X : Allô ?\nY : Oui.\n", "verbatim", ["X", "Y"]),
        ("UN HOMME : Allô ?\nUNE FEMME : Oui.\nUN HOMME : Bien.\n", "verbatim", ["UN HOMME", "UNE FEMME", "UN HOMME"]),
        ("Synthèse : X demande à Y de venir au port avec la clé.\n", "summary", []),
        ("X demande à Y de venir au port avec la clé.\n", "summary", []),
        ("Résumé : ils parlent de football.\nX : Tu viens ?\nY : Oui.\n", "mixed", ["X", "Y"]),
        ("", None, []),
    ],
)
def test_summary_is_told_from_word_for_word(body: str, form: str | None, turns: list[str]) -> None:
    [one] = listed(HEADS["fr labels"] + body)
    assert (one.form, [turn.speaker for turn in one.turns]) == (form, turns)


def test_sounds_are_kept_apart() -> None:
    [one] = listed(HEADS["fr labels"] + "X : Allô ? (rires)\nY : [inaudible] demain (le 26).\n")
    assert [sound.exact for sound in one.sounds] == ["(rires)", "[inaudible]"]


def test_several_on_a_page_each_have_their_own() -> None:
    first, second = listed(
        f"Ligne : {A}\n\nCommunication n° 1\nDate : 25/09/2021\nHeure : 18:22\nSens : sortant\nCorrespondant : {B}\nX : Oui ?\nY : Moi.\n\n"
        "Communication n° 2\nDate : 26/09/2021\nHeure : 07:05\nSens : entrant\nCorrespondant : 06 39 98 17 77\nRésumé : il demande la clé.\n"
    )
    assert (first.number, first.direction, first.form, len(first.turns)) == ("1", "out", "verbatim", 2)
    assert (second.number, second.direction, second.form, len(second.turns)) == ("2", "in", "summary", 0)
    assert first.line == second.line == LINE


def test_a_communication_goes_on_over_pages() -> None:
    [one] = listed(HEADS["fr labels"] + "X : Allô ?\nY : Moi.\n", "Suite\nX : Tu viens ?\nY : Demain.\n")
    assert [(turn.speaker, turn.span.page) for turn in one.turns] == [
        ("X", "p1"),
        ("Y", "p1"),
        ("X", "p2"),
        ("Y", "p2"),
    ]
    assert [citation.span.page for citation in one.citations] == ["p1", "p2"]


def test_transcriber_and_language() -> None:
    [one] = listed(
        HEADS["fr labels"] + "Transcripteur : gardien ROUVIER\nLangue : arabe (traduction)\nX : Allô ?\nY : Oui.\n"
    )
    assert (one.transcriber, one.language, one.translated) == ("gardien ROUVIER", "arabe", True)


def test_every_field_stands_where_it_says() -> None:
    for text in HEADS.values():
        for one in listed(text):
            assert all(text[field.span.start : field.span.end] == field.span.exact for field in one.fields)


def test_a_table_of_communications_in_a_piece_of_any_kind() -> None:
    [one] = listed(
        f"Interception de la ligne {A}\nN° | Date | Heure | Sens | Correspondant | Résumé\n"
        f"12 | 25/09/2021 | 18:22:10 | S | {B} | X dit qu'il passera demain au port.",
        kind="other",
    )
    assert (one.number, one.line, one.correspondent, one.direction, one.form) == ("12", LINE, OTHER, "out", "summary")


@pytest.mark.parametrize(
    "text",
    [
        "Le témoin déclare avoir reçu un appel 3 jours plus tard.\nLigne 4 du métro.",
        "Message 12\nObjet : livraison\nDe : Odile\nLe camion arrive demain.",
        "Appel 3 kg de bananes",
        "",
    ],
)
def test_what_is_no_sheet_gives_none(text: str) -> None:
    assert listed(text, kind="other") == []


def sheet(phrase: str) -> Intercept:
    [one] = listed(
        f"Ligne surveillée : {A}\nCommunication n° 17\nLe 03/02/2024 à 08:15:22, {phrase}\n\nX : Oui ?\nY : Moi.\n"
    )
    return one


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("2 min 35 s", 155), ("2min35s", 155), ("2 mn 35", 155), ("2 minutes et 35 secondes", 155), ("2'35''", 155),
        ("2 min\n35 s", 155), ("00:02:35", 155), ("1 h 02 min 03 s", 3723), ("1h05", 3900), ("1h5m", 3900),
        ("1 hour, 2 minutes and 3 seconds", 3723), ("2 heures environ", 7200), ("75 s, appel sortant", 75),
        ("2 min 35 zz", None), ("75 jours", None), ("2,5 min", None),
    ],
)  # fmt: skip
def test_a_duration_is_read_whole_or_not_at_all(told: str, seconds: int | None) -> None:
    for one in (sheet(f"durée {told}"), sheet(f"durée : {told}\n"), sheet(f"fin\nDurée : {told}\n")):
        assert (one.seconds_low, one.seconds_high) == (seconds, seconds)


@pytest.mark.parametrize(
    ("phrase", "direction"),
    [
        (f"durée 5 s\nAppel sortant vers {B}", "out"),
        (f"appel sortant vers le numéro {B}, durée 5 s", "out"),
        (f"fin\nType : appel sortant vers le {B}", "out"),
        (f"fin\nAppel entrant en provenance du {B}", "in"),
        (f"fin\nAppel reçu de {B}", "in"),
        (f"fin\nAppel du {A} vers le {B}", "out"),
        (f"fin\nCall from {B} to {A}", "in"),
        (f"fin\nSMS envoyé au {B}", "out"),
        (f"fin\nOutgoing call to {OTHER}", "out"),
    ],
)
def test_a_phrase_says_who_is_at_the_other_end(phrase: str, direction: str) -> None:
    one = sheet(phrase)
    assert (one.direction, one.correspondent) == (direction, OTHER)
    assert [field.span.exact for field in one.fields if field.name in ("caller", "called")]


def test_a_call_that_a_speaker_tells_of_is_not_the_one_told() -> None:
    one = sheet(f"fin\nX : appel sortant vers {B}, durée 2 min")
    assert (one.correspondent, one.seconds_low) == (None, None)
