"""What is said in other words than the speaker's, with and without a name."""

from __future__ import annotations

import pytest

from greffier.records import Event
from tests.one_page import found_on
from tests.reading.spoken import READERS, said


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
        ("Yann Tessard a fini par admettre que le sac était à lui.", "le sac était à lui", "Yann Tessard"),
        ("Yann Tessard est d'avis que la digue tient.", "la digue tient", "Yann Tessard"),
        ("Yann Tessard nous fait part de ce que la grille était forcée.", "la grille était forcée", "Yann Tessard"),
        ("Yann Tessard précise, sans qu'on le lui demande, que la cave est vide.", "la cave est vide", "Yann Tessard"),
        ("Un cadre de la douane, sous couvert d'anonymat, reconnaît que rien n'est vérifié.",
         "rien n'est vérifié", None),
        ("Selon plusieurs transporteurs, la pratique dure depuis mars.", "la pratique dure depuis mars",
         "plusieurs transporteurs"),
        ("Dora Pell is said to have told friends that the barge was sold.", "the barge was sold", "Dora Pell"),
        ("Dora Pell went on to say that the till was short.", "the till was short", "Dora Pell"),
        ("PW-4 Asha Mondal deposed that the lamp was out.", "the lamp was out", "Asha Mondal"),
        ("Dora Pell was adamant that the gate was locked.", "the gate was locked", "Dora Pell"),
        ("Dora Pell's account is that the boat never left.", "the boat never left", "Dora Pell"),
        ("The clerk, who gave his name as Ravi Kellow, said that the shop was shut.",
         "the shop was shut", "Ravi Kellow"),
        ("A note found in the drawer of Dora Pell said that the loan was paid.",
         "the loan was paid", "A note found in"),
        ("The trial court observed that the map was wrong.", "the map was wrong", "The trial court"),
        ("Dora Pell's lawyer maintains that the seal was broken.", "the seal was broken", None),
        ("Mr Kern told Justice Amina Odu that the ledger was gone.", "the ledger was gone", "Kern"),
        ("The Traders Association (TDA) says the file was lost.", "the file was lost", "Traders Association"),
        ("Samuel Okello alias Kagodo, told us that nothing moves.", "nothing moves", "Samuel Okello"),
        ("Robert Hale at Barclays said that the cheque bounced.", "the cheque bounced", "Robert Hale"),
        ("Zibby from Northgate Hospital told me that he agreed.", "he agreed", None),
        ("According to the log book, the van stayed.", "the van stayed", "the log book"),
        ("Dora Pell, Director, in her statement dated 26.6.98 admitted that it was due.", "it was due", "Dora Pell"),
        ("Her bookkeeper, Joan Pike, had told her that it was late.", "it was late", "Joan Pike"),
        ("Joan Pike says fraud rose 12 per cent.", "fraud rose 12 per cent", "Joan Pike"),
    ],
)  # fmt: skip
def test_words_are_reported_by_somebody_named_or_not(text: str, words: str, speaker: str | None) -> None:
    found, who = said(text)[0]
    assert found == words
    assert who == speaker or (speaker and who and who.startswith(speaker))


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


def test_words_of_the_same_speaker_end_where_his_next_begin() -> None:
    text = "M. Kern maintient qu'il n'a rien signé et soutient être parti à midi."
    assert said(text) == [("il n'a rien signé", "Kern"), ("être parti à midi", "Kern")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("M. Yann Tessard martèle que l'enquête ira « jusqu'au bout ».", "jusqu'au bout"),
        ("Dora Pell said that the claim was “pure fiction”.", "pure fiction"),
    ],
)
def test_words_between_marks_in_what_somebody_says_are_his(text: str, words: str) -> None:
    told = said(text)
    assert [who for exact, who in told if exact == words] == [told[0][1]]
    assert told[0][1] is not None


@pytest.mark.parametrize(
    "text",
    [
        "Dora Pell said that the yacht “petrel” had left.".replace("petrel", "Petrel"),
        "M. Yann Tessard dit que « le maçon » est venu.",
        "Dora Pell said that a “parcel” was due on Monday.",
    ],
)
def test_marks_around_a_name_or_a_code_word_quote_nobody(text: str) -> None:
    assert len(said(text)) == 1


def test_i_and_you_are_who_speaks_and_who_is_asked() -> None:
    text = (
        "HEARING OF NADIA KERN\n\nQ. Yesterday you said that the crate was empty. Is it so?\n"
        "A. Yes.\nQ. And then?\nA. I told her that the boat was sold.\n"
    )
    told = dict(said(text, "hearing"))
    assert {words: (who or "").casefold() for words, who in told.items() if words.startswith("the ")} == {
        "the crate was empty": "nadia kern", "the boat was sold": "nadia kern",
    }  # fmt: skip
    assert "the crate was empty" not in dict(said("Q. Were you told that the crate was empty?\nA. No.\n", "hearing"))
