"""Who said what: marks, dashes, turns and reported speech; and marks that quote nobody."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import PieceKind, Quote
from tests.one_page import found_on

READERS = [reader for reader in load_readers() if reader.name in ("identifiers", "names", "aliases", "quotes")]


def quotes(text: str, kind: PieceKind = "report") -> list[Quote]:
    found = found_on(text, READERS, kind)
    return [one for one in found if isinstance(one, Quote)]


def told(text: str, kind: PieceKind = "report") -> list[tuple[str, str, str | None]]:
    return [
        (one.kind, one.span.exact, one.speaker_name)
        for one in sorted(quotes(text, kind), key=lambda one: one.span.start)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("« Nous n'avons rien vu », a déclaré le capitaine Durand.", [("direct", "Nous n'avons rien vu", "Durand")]),
        ("Karim Benali a dit à Sofiane Haddad : « Ne viens pas. »", [("direct", "Ne viens pas.", "Karim Benali")]),
        (
            "« Je dormais, a expliqué Lucie Moreau, j'ai tout raté. »",
            [("direct", "Je dormais", "Lucie Moreau"), ("direct", "j'ai tout raté.", "Lucie Moreau")],
        ),
        ('"We counted twice," said Detective Marian Hallowby.', [("direct", "We counted twice", "Marian Hallowby")]),
        ('"I never saw him," John Harker told the court.', [("direct", "I never saw him", "John Harker")]),
        ("“It was dark,” Anna Reid said.", [("direct", "It was dark", "Anna Reid")]),
        ("Selon Lino Carvin, le camion est parti.", [("indirect", "le camion est parti", "Lino Carvin")]),
        (
            "Le témoin Paul Morin affirme que la porte était ouverte.",
            [("indirect", "la porte était ouverte", "Paul Morin")],
        ),
        ("Mrs Reid stated that the van was empty.", [("indirect", "the van was empty", "Reid")]),
        ("According to Peter Lowe, the seals were broken.", [("indirect", "the seals were broken", "Peter Lowe")]),
    ],
)
def test_words_and_their_speaker(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Il parle d'une « petite » livraison au bar « Le Cabestan ».",
        "Le carnet porte la mention « 64 » et le scellé « SQ/14 ».",
        "Un individu surnommé « le Bosco » attend au « Tamaris ».",
        'The vessel "Star of Hull" and the file "Nightfall" are known.',
        "Paul Morin ne dit rien.",
        'title: "Harbour files: what nobody says"\nauthor: "Anna Reid"\n',
        "Importation de stupéfiants :\n– acquisition, détention ;\n– transport, cession ;",
    ],
)
def test_marks_that_quote_nobody(text: str) -> None:
    assert told(text) == []


def test_a_hearing_in_questions_and_answers() -> None:
    text = (
        "Nous, Damien Olivastre, lieutenant de police,\n\nEntendons Gérard Maupertuis, qui nous déclare :\n\n"
        "QUESTION : Qui avait les clefs ?\n\nRÉPONSE : Moi une. Le chef a dit : « Garde-la. »\n\nS.I. : Je ne sais pas."
    )
    found = told(text, "hearing")
    assert found[0] == ("turn", "Qui avait les clefs ?", "Damien Olivastre")
    assert found[1] == ("turn", "Moi une. Le chef a dit : « Garde-la. »", "Gérard Maupertuis")
    assert ("turn", "Je ne sais pas.", "Gérard Maupertuis") in found


def test_an_intercepted_conversation() -> None:
    text = "Traduit de l'arabe.\n\nA : Allô ?\nBENALI : C'est moi.\nA : Tu viens ?\n- BENALI : Demain.\nDurée : 1 min"
    found = quotes(text, "intercept")
    assert [(one.span.exact, one.speaker_name) for one in found] == [
        ("Allô ?", None),
        ("C'est moi.", "Benali"),
        ("Tu viens ?", None),
        ("Demain.", "Benali"),
    ]
    assert all(one.translated for one in found)


@pytest.mark.parametrize(
    ("text", "kind", "turns"),
    [
        (
            "14/08/2021 22:17 – momo13 : t'es où ?\n14/08/2021 22:19 – lagazelle : au port\n"
            "14/08/2021 22:20 – momo13 : ok",
            "report",
            [("t'es où ?", "momo13"), ("au port", "lagazelle"), ("ok", "momo13")],
        ),
        (
            "M. Paul Morin, président. – Combien ?\nMme Zoé Brun. – Deux.\nM. Paul Morin, président. – Merci.",
            "report",
            [("Combien ?", "Paul Morin"), ("Deux.", "Zoé Brun"), ("Merci.", "Paul Morin")],
        ),
        (
            "Voices: V1 = Peter Lowe; V2 = Mia Ford\n\nV1: Who's there?\nV2: Me.\n15:16 Door closes.",
            "intercept",
            [("Who's there?", "Peter Lowe"), ("Me.", "Mia Ford")],
        ),
        (
            "Témoin : Zoé Brun\n\n— Combien de cartons ?\n— Deux.\n— Qui les a pris ?\n— Je ne sais pas.",
            "hearing",
            [
                ("Combien de cartons ?", None),
                ("Deux.", "Zoé Brun"),
                ("Qui les a pris ?", None),
                ("Je ne sais pas.", "Zoé Brun"),
            ],
        ),
        (
            "Devant nous, Paul Morin, juge d'instruction, a comparu Zoé Brun, qui déclare :\n\n"
            "J'ai conduit la voiture.\n\nQuestion de Me Tallec : Seule ?\nRéponse : Oui.",
            "hearing",
            [("J'ai conduit la voiture.", "Zoé Brun"), ("Seule ?", "Tallec"), ("Oui.", "Zoé Brun")],
        ),
    ],
)
def test_turns_of_many_layouts(text: str, kind: PieceKind, turns: list[tuple[str, str | None]]) -> None:
    assert [(words, who) for how, words, who in told(text, kind) if how == "turn"] == turns


def test_a_pronoun_before_the_words_is_the_only_person_told() -> None:
    text = "Paul Morin est interpellé deux jours après. Il nie : « On m'a volé ma voiture. »"
    assert told(text) == [("direct", "On m'a volé ma voiture.", "Paul Morin")]


def test_dashes_tell_a_dialogue() -> None:
    text = "Il hésita.\n— Je ne sais pas, dit Paul Morin en riant. Demain peut-être.\n— Bien."
    assert [words for _, words, _ in told(text)] == ["Je ne sais pas", "Demain peut-être.", "Bien."]


def test_the_narrator_takes_over_in_the_tense_of_stories() -> None:
    text = (
        "— Je viens demain, dit Paul Morin. Il sonna, poussa la porte et disparut.\n— Moi aussi, dit M. Brun en riant."
    )
    assert [words for _, words, _ in told(text)] == ["Je viens demain", "Moi aussi"]


def test_reported_speech_without_que_and_without_a_name() -> None:
    text = (
        "Karim Benali soutient n'avoir jamais vu ce sac. Il ajoute que la clef était perdue.\n\n"
        "La porte était ouverte, affirme Lucie Moreau. « Tout le monde entrait. »"
    )
    assert told(text) == [
        ("indirect", "n'avoir jamais vu ce sac", "Karim Benali"),
        ("indirect", "la clef était perdue", "Karim Benali"),
        ("indirect", "La porte était ouverte", "Lucie Moreau"),
        ("direct", "Tout le monde entrait.", "Lucie Moreau"),
    ]


def test_a_pronoun_is_not_somebody_of_the_other_gender() -> None:
    text = "M. Benali affirme que la porte était fermée. Elle affirme avoir la clef."
    assert told(text)[1] == ("indirect", "avoir la clef", None)


def test_every_step_of_a_chain_is_kept() -> None:
    text = "Le rapport indique que Karim Benali affirme que Lucie Moreau lui a dit que le sac était plein."
    report, first, second = sorted(quotes(text), key=lambda one: one.span.start)
    assert [one.speaker_name for one in (report, first, second)] == ["Le rapport", "Karim Benali", "Lucie Moreau"]
    assert (report.within, first.within, second.within) == (None, report.id, first.id)
    assert report.speaker is None
    assert second.span.exact == "le sac était plein"


def test_spans_and_cues_are_exact() -> None:
    text = "« Nous partons demain », a déclaré le capitaine Durand à midi."
    (quote,) = quotes(text)
    assert text[quote.span.start : quote.span.end] == quote.span.exact
    assert quote.cue is not None
    assert quote.cue.exact == "a déclaré"
    assert quote.speaker is not None


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (
            "AUDITION\nEntendons Mme Odile LARRIEU.\nQuestion : Qui signait ? Réponse : Le fils, après le père.\n"
            "Question : Expliquez la facture. Réponse : Elle est fausse. Question : Depuis quand ? Réponse : Juin.\n",
            [
                "Qui signait ?",
                "Le fils, après le père.",
                "Expliquez la facture.",
                "Elle est fausse.",
                "Depuis quand ?",
                "Juin.",
            ],
        ),
        (
            "RECORD OF INTERVIEW\nPerson interviewed: Darren OLLERTON\nQ: Whose van was it? A: Phil's.\n"
            "Q: Plan A, then? A: No comment.\n"
            "                    Page 1 of 2\nQ: What did he say? A: Vitamin A. That is all.\n",
            [
                "Whose van was it?",
                "Phil's.",
                "Plan A, then?",
                "No comment.",
                "What did he say?",
                "Vitamin A. That is all.",
            ],
        ),
        (
            "AUDITION\nQuestion : Que dit la lettre ?\nRéponse : « Vitamine A. Réponse D : jamais. » C'est tout.\n",
            ["Que dit la lettre ?", "Vitamine A. Réponse D : jamais. » C'est tout."],
        ),
    ],
)
def test_answers_on_the_line_of_their_question(text: str, turns: list[str]) -> None:
    found = [one for one in told(text, "hearing") if one[0] == "turn"]
    assert [words for _, words, _ in found] == turns
    askers = {speaker for _, _, speaker in found[::2]}
    assert not askers & {speaker for _, _, speaker in found[1::2] if speaker}
