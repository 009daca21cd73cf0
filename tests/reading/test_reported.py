"""What is said in other words than the speaker's, with and without a name."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Event, PieceKind, Quote
from tests.one_page import found_on

READERS = load_readers()


def said(text: str, kind: PieceKind = "report") -> list[tuple[str, str | None]]:
    found = [one for one in found_on(text, READERS, kind) if isinstance(one, Quote)]
    return [(one.span.exact, one.speaker_name) for one in sorted(found, key=lambda one: one.span.start)]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Rien d'autre. Un informateur bien placé rapporte que la barge est partie.", "la barge est partie", None),
        ("It rained. A regular customer states that the shop was shut.", "the shop was shut", None),
        ("Six crewmen came. Four said that nobody had paid them; the rest left.", "nobody had paid them", None),
        ("On lui a répondu que rien ne pressait.", "rien ne pressait", None),
        ("Caller, female, says that the van is blue.", "the van is blue", None),
        ("Residents believe that 3.5 tonnes of sand were moved.", "3.5 tonnes of sand were moved", "Residents"),
        ("Prosecutors say around 40 crates passed through the yard.", "around 40 crates passed through the yard",
         "Prosecutors"),
        ("Plusieurs témoins affirment que le camion était vide.", "le camion était vide", "Plusieurs témoins"),
        ("The store was short, the government said Sunday.", "The store was short", "the government"),
        ("La piste est close, indiquent les enquêteurs.", "La piste est close", "les enquêteurs"),
        ("D'après le rapport, le technicien a été appelé trois fois.", "le technicien a été appelé trois fois",
         "le rapport"),
        ("Selon son voisin, que nous appellerons Karl (nom d'emprunt), la porte était ouverte.",
         "la porte était ouverte", "Karl"),
        ("According to the convoy leader, Hamid Sorley, the bridge was cut.", "the bridge was cut", "Hamid Sorley"),
        ("M. Yann Tessard, qui a indiqué mardi dernier que la cave était vide.", "la cave était vide", "Yann Tessard"),
        ("M. Yann Tessard est entendu. Il admet deux ventes, mais assure que le stock est intact.",
         "le stock est intact", "Yann Tessard"),
        ("Me Quentin Fabron, qui défend M. Lascot, estime que la saisie est nulle.", "la saisie est nulle",
         "Quentin Fabron"),
        ("Le fils de la victime, Pascal Roy, nous a appris que la grange brûlait.", "la grange brûlait", "Pascal Roy"),
        ("Le procureur Lucas Etxe a requis la relaxe, estimant que le dossier est vide.", "le dossier est vide",
         "Lucas Etxe"),
        ("Dora Pell left at noon, saying that the till was short.", "the till was short", "Dora Pell"),
        ("The auditor, Greyling & Pike, warned in 2020 that invoices lacked signatures.", "invoices lacked signatures",
         "Greyling & Pike"),
        ("Mr O'Hehan of counsel submits that his client is sorry.", "his client is sorry", "O'Hehan"),
        ("Young sold the guns in Cody, prosecutors allege.", "Young sold the guns in Cody", "prosecutors"),
        ("Police have confirmed that a file is open.", "a file is open", "Police"),
        ("Selon Loïc Amel, le maire est au courant.", "le maire est au courant", "Loïc Amel"),
        ("La source nous informe que le convoi part lundi.", "le convoi part lundi", None),
        ("M. Kern a cependant précisé que la digue tient.", "la digue tient", "Kern"),
        ("Yann Tessard dit qu'il part, mais tout le monde dit cela.", "il part", "Yann Tessard"),
    ],
)  # fmt: skip
def test_words_are_reported_by_somebody_named_or_not(text: str, words: str, speaker: str | None) -> None:
    assert said(text)[0] == (words, speaker)


def test_two_clauses_after_one_verb_are_two_quotes_in_english() -> None:
    text = "Dora Pell said that she owed nothing and that Karl Boone had left."
    assert said(text) == [("she owed nothing", "Dora Pell"), ("Karl Boone had left", "Dora Pell")]


@pytest.mark.parametrize(
    "text",
    [
        "Yann Tessard nie avoir signé le bon.",
        "Mme Orlane Bley conteste avoir vu le camion.",
        "Dora Pell denied that she had a key.",
        "Dora Pell did not say that the door was open.",
        "Yann Tessard n'a pas dit que la porte était ouverte.",
        "Yann Tessard ne se souvient que des lettres.",
        "Counsel put it to him that the form was false.",
    ],
)
def test_what_somebody_denies_or_has_not_said_is_no_word_of_his(text: str) -> None:
    assert said(text) == []


def test_yet_what_is_denied_keeps_who_would_have_done_it() -> None:
    found = found_on("Yann Tessard nie avoir remis une enveloppe à Karl Vidal.", READERS, "report")
    [event] = [one for one in found if isinstance(one, Event)]
    assert event.polarity == "negative"
    assert ("agent", "Yann Tessard") in [(role.role, role.name) for role in event.roles]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Le gérant affirme que la caisse était vide.", None),
        ("Le gérant, Yann Tessard, sort. Puis le gérant affirme que la caisse était vide.", "Yann Tessard"),
        ("A lawyer said that the file was lost.", None),
    ],
)
def test_an_office_names_nobody_but_whom_the_page_names_beside_it(text: str, speaker: str | None) -> None:
    assert [who for _, who in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Her brother, Winston Adair, asked me about it. I said no. I was afraid. He said, \"Ring me.\"",
         "Winston Adair"),
        ("« Qui a signé ? » demande la présidente, Colette Aubrac, à Marc Senan. « Personne », poursuit-elle.",
         "Colette Aubrac"),
        ("I spoke to Mr Ellory's nephew, Darren Poe. He told me he had taken it.", "Darren Poe"),
        ("La source indique que Petru Vasil arrive. D'après elle, le sac est vide.", None),
        ("Her mother, Ann Tully, rang at noon. PC Rowe Marsh attended. He informed me that it was shut.", "Rowe Marsh"),
        ("Karl Beck a appelé Paul Rist. Il lui a dit que tout allait bien.", "Karl Beck"),
        ("Le brigadier Hugo Prévert note la plaque.\nRéponse de l'intéressé : « Peut-être. »", None),
        ("Un homme jugé hier, Freddy Watte, doit payer. « J'ai perdu », a-t-il dit.", "Freddy Watte"),
        ("14.05 Prisoner seen by Dr Anna Menon.\n15.10 Colin Tully asks to see PC Breen. He said, \"Tell my mother.\"",
         "Colin Tully"),
    ],
)  # fmt: skip
def test_a_pronoun_means_who_has_come_up_last_and_can_be_meant(text: str, speaker: str) -> None:
    assert said(text)[-1][1] == speaker
