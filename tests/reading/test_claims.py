"""How sure a page is of what it tells: a fact, a claim, a plan, a case that is only put."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Event
from tests.one_page import found_on

READERS = load_readers()
FACT, DENIED, ALLEGED = ("positive", "fact"), ("negative", "fact"), ("positive", "alleged")
PUT, PLANNED = ("positive", "hypothetical"), ("positive", "planned")


def claims(text: str) -> list[tuple[str, str]]:
    return [(one.polarity, one.modality) for one in found_on(text, READERS) if isinstance(one, Event)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Il ressort du dossier que Marc Vidal a versé 300 euros à Paul Morin.", FACT),
        ("L'enquête a permis d'établir que Marc Vidal a versé 300 euros à Paul Morin.", FACT),
        ("Les relevés montrent que Marc Vidal a versé 300 euros à Paul Morin.", FACT),
        ("Attendu que Marc Vidal a versé 300 euros à Paul Morin ;", FACT),
        ("Les 300 euros que Marc Vidal a versés à Paul Morin ont été saisis.", FACT),
        ("C'est à Lyon que Marc Vidal a versé 300 euros à Paul Morin.", FACT),
        ("Ce n'est que le 3 mai que Marc Vidal a versé 300 euros à Paul Morin.", FACT),
        ("Marc Vidal n'a versé que 300 euros à Paul Morin.", FACT),
        ("Nul ne conteste que Marc Vidal a versé 300 euros à Paul Morin.", FACT),
        ("The money that Derek Finch paid to Mia Ford was found.", FACT),
        ("It is not disputed that Derek Finch paid Mia Ford £400.", FACT),
        ("The inquiry established that Derek Finch paid Mia Ford £400.", FACT),
        ("On that day Derek Finch paid Mia Ford £400.", FACT),
        ("Il se peut que M. Vidal ait versé 300 euros à M. Morin.", ALLEGED),
        ("Il n'est pas exclu que Marc Vidal ait versé 300 euros à Paul Morin.", ALLEGED),
        ("Il convient de vérifier que Marc Vidal a bien versé 300 euros à Paul Morin.", ALLEGED),
        ("Le bruit court que Marc Vidal a versé 300 euros à Paul Morin.", ALLEGED),
        ("L'hypothèse selon laquelle Marc Vidal a versé 300 euros à Paul Morin est écartée.", ALLEGED),
        ("Que Marc Vidal ait versé 300 euros à Paul Morin reste à démontrer.", ALLEGED),
        ("It cannot be ruled out that Derek Finch paid Mia Ford £400.", ALLEGED),
        ("The prosecution's case is that Derek Finch paid Mia Ford £400.", ALLEGED),
        ("I put it to you that Derek Finch paid Mia Ford £400.", ALLEGED),
        ("The claimant must prove that Derek Finch paid Mia Ford £400.", ALLEGED),
        ("C'est à tort que l'on a écrit que Marc Vidal avait versé 300 euros à Paul Morin.", DENIED),
        ("It was wrongly reported that Derek Finch paid Mia Ford £400.", DENIED),
        ("Rien n'établit que M. J. Vidal a versé 300 euros à Paul Morin.", DENIED),
    ],
)
def test_a_clause_is_a_fact_where_what_governs_it_shows_it(text: str, claim: tuple[str, str]) -> None:
    assert claims(text)[:1] == [claim]


def test_doubt_and_denial_go_on_over_and() -> None:
    text = "It is alleged that Derek Finch sold 3 kg to Mia Ford and that he paid Zoe Brand £400."
    assert claims(text) == [ALLEGED, ALLEGED]
    text = "Rien n'établit que Marc Vidal a vendu 3 kg à Paul Morin ni qu'il a reçu 300 euros de Zoé Brun."
    assert claims(text) == [DENIED, DENIED]
    assert claims("Si Marc Vidal vend 3 kg à Paul Morin et reçoit 300 euros, il est payé.") == [PUT, PUT]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Après avoir versé 300 euros à Paul Morin, Marc Vidal est mort.", FACT),
        ("Marc Vidal a été condamné pour avoir versé 300 euros à Paul Morin.", FACT),
        ("Derek Finch, having paid Mia Ford £400, died.", FACT),
        ("Il est reproché à Marc Vidal d'avoir versé 300 euros à Paul Morin.", ALLEGED),
        ("Marc Vidal comparaît pour avoir versé 300 euros à Paul Morin.", ALLEGED),
        ("Derek Finch was found not guilty of having paid Mia Ford £400.", ALLEGED),
        ("Derek Finch is charged that he paid Mia Ford £400.", ALLEGED),
        ("Count 2: Derek Finch, on 3 May 2021, paid Mia Ford £400.", ALLEGED),
        ("Loin d'avoir versé 300 euros à Paul Morin, Marc Vidal est mort.", DENIED),
        ("Bien que Marc Vidal ait versé 300 euros à Paul Morin, il est mort.", FACT),
    ],
)
def test_an_infinitive_of_what_is_past_is_no_fact_by_itself(text: str, claim: tuple[str, str]) -> None:
    assert claims(text)[:1] == [claim]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Had Derek Finch sold the boat to Mia Ford, he would be rich.", PUT),
        ("Marc Vidal eût-il vendu 3 kg à Paul Morin, il serait riche.", PUT),
        ("Never had Derek Finch paid Mia Ford £400.", DENIED),
        ("Jamais Marc Vidal n'a versé 300 euros à Paul Morin.", DENIED),
        ("Nobody called Derek Finch sold the boat to Mia Ford.", DENIED),
        ("Nul n'a vu Marc Vidal remettre 3 kg à Paul Morin.", DENIED),
        ("Nobody was hurt when Derek Finch threatened Mia Ford.", FACT),
        ("Derek Finch nearly sold the boat to Mia Ford.", DENIED),
        ("Derek Finch might well have paid Mia Ford £400.", ALLEGED),
        ("Marc Vidal a probablement versé 300 euros à Paul Morin.", ALLEGED),
        ("Prosecutors say Derek Finch paid Mia Ford £400.", ALLEGED),
        ("In that scenario, Derek Finch paid Mia Ford £400.", ALLEGED),
        ("Derek Finch paid Mia Ford £400, it is alleged.", ALLEGED),
        ("Marc Vidal a versé 300 euros à Paul Morin, ce qu'il conteste.", ALLEGED),
        ("Fausse information : Marc Vidal a versé 300 euros à Paul Morin.", ALLEGED),
        ("The court ordered that Derek Finch be arrested in Leeds.", PLANNED),
        ("M. Vidal remet les clés à M. Morin après paiement de 300 euros.", PLANNED),
        ("Le juge d'instruction, Mme Brun, a interpellé Marc Vidal.", FACT),
    ],
)
def test_the_shape_of_a_sentence_says_how_sure_it_is(text: str, claim: tuple[str, str]) -> None:
    assert claims(text)[:1] == [claim]


@pytest.mark.parametrize(
    ("head", "told", "claim"),
    [
        ("CONTRAT DE VENTE", "M. Vidal verse 300 euros à M. Morin en trois fois.", PLANNED),
        ("CONTRAT DE VENTE", "M. Vidal a versé 300 euros à M. Morin le 3 mai 2021.", FACT),
        ("CAS PRATIQUE", "M. Vidal a versé 300 euros à M. Morin.", PUT),
        ("TRAINING EXERCISE", "Derek Finch paid Mia Ford £400.", PUT),
        ("INTELLIGENCE REPORT", "Derek Finch paid Mia Ford £400.", ALLEGED),
        ("RENSEIGNEMENT ANONYME", "M. Vidal a versé 300 euros à M. Morin.", ALLEGED),
        ("RAPPORT D'ENQUÊTE", "M. Vidal a versé 300 euros à M. Morin.", FACT),
    ],
)
def test_some_kinds_of_text_tell_no_facts(head: str, told: str, claim: tuple[str, str]) -> None:
    assert claims(f"{head}\n\n{told}") == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Marc Vidal livre ses secrets à Paul Morin",
        "Marc Vidal livre bataille à Lyon.",
        "Zoé Brun met en cause M. Vidal.",
    ],
)
def test_figures_of_speech_tell_no_event(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("FINCH provided the following information:\n\nAlan Marsh paid Mia Ford £400.", ALLEGED),
        ("Marc Vidal déclare ce qui suit :\n\nPaul Morin a versé 300 euros à Zoé Brun.", ALLEGED),
        ("Derek Finch did not return to Leeds on 3 May 2021.", DENIED),
        ("Marc Vidal appelle Paul Morin demain.", PLANNED),
        ("Il oublie que Marc Vidal a versé 300 euros à Paul Morin.", FACT),
        ("Derek Finch never said: “I sold 3 kg to Mia Ford.”", ALLEGED),
    ],
)
def test_accounts_plans_and_words_between_marks(text: str, claim: tuple[str, str]) -> None:
    assert claims(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Some pages, whom Derek Finch calls his managers.",
        "Marc Vidal a déposé plainte contre Paul Morin.",
        "Marc Vidal arrive à la moitié du 3 mai 2021.",
        "Marc Vidal a entendu Paul Morin crier.",
    ],
)
def test_words_of_another_sense(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A man who looked like Derek Finch handed the bag to Mia Ford.",
        "Someone other than Derek Finch sold 3 kg to Mia Ford.",
        "Une autre personne que Derek Finch a vendu 3 kg à Zoé Brun.",
        "Un homme se présentant comme Derek Finch a vendu 3 kg à Zoé Brun.",
        "Tous sauf Derek Finch ont vendu 3 kg à Zoé Brun.",
    ],
)
def test_whom_somebody_is_like_or_not_did_nothing(text: str) -> None:
    names = [role.name for one in found_on(text, READERS) if isinstance(one, Event) for role in one.roles]
    assert "Derek Finch" not in names


@pytest.mark.parametrize(
    "born", ["né le 17 avril 1979 à Quimper", "né le dix-sept avril à Quimper", "né à Quimper", "née en 1979"]
)
def test_a_birth_denies_nothing(born: str) -> None:
    assert claims(f"Notifions à Loup Vergne, {born}, qu'il est placé en garde à vue.") == [FACT]
