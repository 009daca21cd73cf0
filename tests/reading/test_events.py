"""Events: who did what to whom, and the words that only look like one."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Event, Found, Mention, PieceKind
from tests.one_page import found_on

READERS = load_readers()


def read(text: str, kind: PieceKind = "report") -> list[Found]:
    return found_on(text, READERS, kind)


def events(text: str, kind: PieceKind = "report") -> list[Event]:
    return [one for one in read(text, kind) if isinstance(one, Event)]


def slots(event: Event) -> dict[str, str]:
    return {role.role: role.span.exact for role in event.roles if role.mention}


@pytest.mark.parametrize(
    ("text", "type_", "roles"),
    [
        (
            "Karim Benali a remis le sac à Sofiane Haddad.",
            "deliver",
            {"agent": "Karim Benali", "recipient": "Sofiane Haddad"},
        ),
        (
            "Le sac a été remis par Paul Morin à Karim Benali.",
            "deliver",
            {"agent": "Paul Morin", "recipient": "Karim Benali"},
        ),
        ("Yanis Bouvet reçoit 3 kg de Paul Morin.", "receive", {"recipient": "Yanis Bouvet", "source": "Paul Morin"}),
        ("Paul Morin vend 3 kg à Yanis Bouvet.", "sell", {"agent": "Paul Morin", "recipient": "Yanis Bouvet"}),
        ("Paul Morin a payé 500 euros à Yanis Bouvet.", "pay", {"agent": "Paul Morin", "recipient": "Yanis Bouvet"}),
        ("Le capitaine Durand a interpellé Karim Benali.", "arrest", {"agent": "Durand", "recipient": "Karim Benali"}),
        ("Karim Benali a été interpellé à Lyon.", "arrest", {"recipient": "Karim Benali"}),
        ("Yanis Bouvet a appelé Paul Morin.", "call", {"agent": "Yanis Bouvet", "recipient": "Paul Morin"}),
        ("Yanis Bouvet a menacé Paul Morin.", "threaten", {"agent": "Yanis Bouvet", "victim": "Paul Morin"}),
        ("Karim Benali a été placé en garde à vue à 8 heures.", "custody_start", {"recipient": "Karim Benali"}),
        ("La garde à vue de Karim Benali est prolongée.", "custody_extension", {"recipient": "Karim Benali"}),
        (
            "Voyons Karim Benali remettre un sac à Paul Morin.",
            "deliver",
            {"agent": "Karim Benali", "recipient": "Paul Morin"},
        ),
        ("Le fourgon ZZ-111-AB quitte le port le 3 mai 2020.", "travel", {"object": "ZZ-111-AB"}),
        (
            "Paul Morin déclare qu'il a remis 3 kg à Zoé Brun.",
            "deliver",
            {"agent": "Paul Morin", "recipient": "Zoé Brun"},
        ),
        (
            "Mme Zoé Morin née Brun a remis 3 kg à Karim Benali.",
            "deliver",
            {"agent": "Zoé Morin", "recipient": "Karim Benali"},
        ),
        (
            "Peter Lowe was arrested by Detective Anna Reid.",
            "arrest",
            {"recipient": "Peter Lowe", "agent": "Anna Reid"},
        ),
        ("John Harker paid Peter Lowe 5,000 euros.", "pay", {"agent": "John Harker", "recipient": "Peter Lowe"}),
        (
            "The bag was handed to Mia Ford by John Harker.",
            "deliver",
            {"agent": "John Harker", "recipient": "Mia Ford"},
        ),
        ("Peter Lowe sold two kilos to Mia Ford.", "sell", {"agent": "Peter Lowe", "recipient": "Mia Ford"}),
    ],
)
def test_roles_stand_where_grammar_puts_them(text: str, type_: str, roles: dict[str, str]) -> None:
    (event,) = events(text)
    assert (event.type, slots(event)) == (type_, roles)


@pytest.mark.parametrize(
    "text",
    [
        "Un livre est posé sur la place, en charge de Paul Morin.",
        "Rappelons que Paul Morin est absent.",
        "On l'appelle « Papillon » au port, dit Paul Morin.",
        "Je me nomme Paul Morin.",
        "Paul Morin est le gérant de la société.",
        "Paul Morin a-t-il livré 3 kg à Karim Benali ?",
        "Une partie n'a jamais été retrouvée.",
        "Le nommé Paul Morin, chargé de l'entrepôt.",
        "He gave the following figures.",
        "On the other hand, Peter Lowe was tired.",
        "Paul Morin est venu avec une dame, qu'il appelait Zoé Brun.",
        "Donnons lecture du rapport à Paul Morin.",
        "Paul Morin se trouve avec 3 kg.",
        "Karim Benali glisse l'enveloppe dans sa veste.",
        "Peter Lowe works for a company called Brightwater Holdings.",
        "Peter Lowe called Mia Ford a liar.",
        "Paul Morin a appelé Karim Benali à démissionner.",
    ],
)
def test_words_that_tell_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Karim Benali nie avoir remis 3 kg à Paul Morin.", "negative", "alleged"),
        ("Aucun sac n'a été remis à Paul Morin par Karim Benali.", "negative", "fact"),
        ("Karim Benali n'a versé aucune somme à Paul Morin.", "negative", "fact"),
        ("Peter Lowe denied having sold anything to Mia Ford.", "negative", "alleged"),
        ("Peter Lowe paid nothing to Mia Ford.", "negative", "fact"),
        ("Peter Lowe is believed to have sold 3 kg to Mia Ford.", "positive", "alleged"),
        ("Peter Lowe was due to hand 3 kg to Mia Ford.", "positive", "planned"),
        ("Karim Benali est soupçonné d'avoir vendu 3 kg à Paul Morin.", "positive", "alleged"),
        ("Le rapport indique que Karim Benali a remis 3 kg à Paul Morin.", "positive", "fact"),
        ("Prosecutors allege that Peter Lowe received £200,000.", "positive", "alleged"),
        ("According to the records Peter Lowe received £200,000.", "positive", "fact"),
        ("Karim Benali aurait vendu 3 kg à Paul Morin s'il avait pu.", "positive", "hypothetical"),
    ],
)
def test_how_sure_it_is(text: str, polarity: str, modality: str) -> None:
    (event,) = events(text)
    assert (event.polarity, event.modality) == (polarity, modality)


@pytest.mark.parametrize(
    ("text", "type_", "roles"),
    [
        (
            "Karim Benali s'est fait remettre 3 kg par Paul Morin.",
            "deliver",
            {"agent": "Paul Morin", "recipient": "Karim Benali"},
        ),
        ("Mia Ford was paid £3,000 by Peter Lowe.", "pay", {"agent": "Peter Lowe", "recipient": "Mia Ford"}),
        ("£3,000 was transferred from Lowe Ltd to Mia Ford.", "pay", {"agent": "Lowe Ltd", "recipient": "Mia Ford"}),
        (
            "Paul Morin a viré 900 euros sur le compte de Zoé Brun.",
            "pay",
            {"agent": "Paul Morin", "recipient": "Zoé Brun"},
        ),
        ("Saisie de la somme de 900 euros sur Zoé Brun.", "seize", {"source": "Zoé Brun"}),
        ("Paul Morin a blanchi 900 euros.", "launder", {"agent": "Paul Morin"}),
        ("Les 40 kg ont été détruits par Paul Morin.", "destroy", {"agent": "Paul Morin"}),
        (
            "Le capitaine Brun a procédé à l'interpellation de Zoé Morin.",
            "arrest",
            {"agent": "Brun", "recipient": "Zoé Morin"},
        ),
        ("La rencontre entre Zoé Brun et Paul Morin a eu lieu à Lyon.", "meet", {"participant": "Paul Morin"}),
        (
            "Le domicile de Zoé Brun a été perquisitionné par le capitaine Morin.",
            "search",
            {"agent": "Morin", "recipient": "Zoé Brun"},
        ),
        (
            "Paul Morin a convoyé 60 kg de Lyon à Lille.",
            "transport",
            {"agent": "Paul Morin", "origin": "Lyon", "destination": "Lille"},
        ),
    ],
)
def test_what_goes_from_whom_to_whom(text: str, type_: str, roles: dict[str, str]) -> None:
    (event,) = events(text)
    assert (event.type, slots(event)) == (type_, roles)


def test_a_pronoun_stands_for_the_only_person_told_before() -> None:
    text = "Paul Morin est arrivé à Lyon. Il a remis 3 kg à Zoé Brun. Elle a été entendue le 3 mai 2020."
    told = [(event.type, {role.role: role.name for role in event.roles if role.mention}) for event in events(text)]
    assert ("deliver", {"agent": "Paul Morin", "recipient": "Zoé Brun"}) in told
    assert not any(type_ == "hear" for type_, _ in told)  # two were named: who « elle » is, nothing says


def test_a_verb_of_speech_ends_what_an_event_tells() -> None:
    (event,) = events("Karim Benali a remis 300 euros à Zoé Brun et lui a dit de les porter à Paul Morin.")
    assert slots(event) == {"agent": "Karim Benali", "recipient": "Zoé Brun"}


def test_whoever_is_unnamed_may_be_the_pronoun() -> None:
    (event,) = events("Peter Doyle is helped by his brother-in-law, but Mia Ford has not met him.")
    assert [role.name for role in event.roles] == ["Mia Ford"]


def test_a_court_seised_seizes_nothing() -> None:
    assert events("Nous, Paul Morin, juge, saisi par requête de Mme Zoé Brun, le 3 mai 2020.") == []


def test_when_where_and_how_much() -> None:
    text = "Le 16 mars 2023, Karim Benali a remis 12 kilogrammes de cocaïne à Sofiane Haddad à Marseille."
    (event,) = events(text)
    words = {one.id: one.span.exact for one in read(text) if isinstance(one, Mention)}
    assert event.time is not None
    assert event.time.edtf == "2023-03-16"
    assert event.place is not None
    assert words[event.place] == "Marseille"
    assert [words[one] for one in event.quantities] == ["12 kilogrammes"]


def test_who_writes_we_is_the_officer() -> None:
    text = (
        "Nous, Brice Tornal, brigadier-chef de police,\n\nProcédons à la pesée du scellé SQ/14.\n\nSaisissons 62 pains."
    )
    weighed, seized = events(text)
    assert {role.role: role.name for role in weighed.roles} == {"agent": "Brice Tornal", "object": "SQ/14"}
    assert {role.role: role.name for role in seized.roles} == {"agent": "Brice Tornal"}


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Paul Morin a livré 3 kg à Karim Benali.", "positive", "fact"),
        ("Paul Morin n'a jamais livré 3 kg à Karim Benali.", "negative", "fact"),
        ("Paul Morin aurait livré 3 kg à Karim Benali.", "positive", "alleged"),
        ("Paul Morin doit livrer 3 kg à Karim Benali.", "positive", "planned"),
        ("Selon Zoé Brun, Paul Morin a livré 3 kg à Karim Benali.", "positive", "alleged"),
        ("Si Paul Morin livre 3 kg à Karim Benali, il sera payé.", "positive", "hypothetical"),
        ("Il est demandé que Paul Morin soit entendu.", "positive", "planned"),
        ("The police believe that Peter Lowe sold two kilos to Mia Ford.", "positive", "alleged"),
        ("Anna Reid told John Harker that Peter Lowe sold two kilos to Mia Ford.", "positive", "alleged"),
        ("Peter Lowe did not sell two kilos to Mia Ford.", "negative", "fact"),
        ("Peter Lowe allegedly sold two kilos to Mia Ford.", "positive", "alleged"),
        ("Peter Lowe will sell two kilos to Mia Ford.", "positive", "planned"),
        ("Dans l'hypothèse où Paul Morin livre 3 kg à Karim Benali, la dette est éteinte.", "positive", "hypothetical"),
        ("Imaginons que Paul Morin livre 3 kg à Karim Benali.", "positive", "hypothetical"),
        ("Dans le sketch, Paul Morin livre 3 kg à Karim Benali.", "positive", "hypothetical"),
        ("In the novel, Peter Lowe sold two kilos to Mia Ford.", "positive", "hypothetical"),
        ("In a dream, Peter Lowe sold two kilos to Mia Ford.", "positive", "hypothetical"),
        ("Peut-être que Paul Morin a livré 3 kg à Karim Benali.", "positive", "alleged"),
        ("Perhaps Peter Lowe sold two kilos to Mia Ford.", "positive", "alleged"),
        ("Paul Morin est mis en examen pour avoir livré 3 kg à Karim Benali.", "positive", "alleged"),
        ("It is untrue that Peter Lowe sold two kilos to Mia Ford.", "negative", "fact"),
        ("Il est faux de dire que Paul Morin a livré 3 kg à Karim Benali.", "negative", "fact"),
        ("Officers found nothing to suggest Peter Lowe sold two kilos to Mia Ford.", "negative", "fact"),
    ],
)
def test_how_sure_the_page_is(text: str, polarity: str, modality: str) -> None:
    (event,) = events(text)
    assert (event.polarity, event.modality) == (polarity, modality)


def test_what_is_quoted_is_attributed() -> None:
    text = "Paul Morin affirme que Karim Benali a livré 3 kg à Zoé Brun."
    (event,) = events(text)
    words = {one.id: one.span.exact for one in read(text) if isinstance(one, Mention)}
    assert event.attributed_to is not None
    assert words[event.attributed_to] == "Paul Morin"
    assert slots(event) == {"agent": "Karim Benali", "recipient": "Zoé Brun"}


def test_an_event_has_its_id_and_a_standing_citation() -> None:
    text = "Karim Benali a remis le sac à Sofiane Haddad."
    once, twice = events(text), events(text)
    assert once == twice
    span = once[0].citations[0].span
    assert text[span.start : span.end] == span.exact


def test_a_second_verb_has_the_subject_of_the_first() -> None:
    handed, left = events("Le 3 mai 2020, Paul Morin remet 3 kg à Zoé Brun et repart.")
    assert (slots(handed)["agent"], slots(left)) == ("Paul Morin", {"agent": "Paul Morin"})


def test_an_order_on_a_line_of_its_own_goes_on_with_what_it_orders() -> None:
    text = "Nous, Anne Bret, juge d'instruction,\n\nAUTORISONS\n\nl'interception de la ligne 06 39 98 12 77."
    (event,) = events(text, "order")
    assert event.type == "authorise"
    assert slots(event)["object"] == "06 39 98 12 77"


def test_each_listed_payment_is_one() -> None:
    text = "Lowe Ltd sent two transfers to Peter Lowe: EUR 5,000 on 3 May 2018 and EUR 7,500 on 17 May 2018."
    paid = events(text)
    assert [(one.type, one.time.earliest if one.time else None) for one in paid] == [
        ("pay", "2018-05-03"),
        ("pay", "2018-05-17"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Il n'a pas été constaté que Bruno KERSAL ait remis 3 kg de cocaïne à Odile FARGANE.",
        "Rien n'établit que Bruno KERSAL a remis 3 kg de cocaïne à Odile FARGANE.",
        "There is no evidence that Bruno KERSAL delivered 3 kg of cocaine to Odile FARGANE.",
    ],
)
def test_what_nothing_shows_is_not_told_as_a_fact(text: str) -> None:
    told = events(text)
    assert all(event.polarity == "negative" for event in told if event.type == "deliver")


@pytest.mark.parametrize(
    "text",
    [
        "A man posing as Peter Lowe sold two kilos to Mia Ford.",
        "Un homme se faisant passer pour Peter Lowe a vendu deux kilos à Mia Ford.",
    ],
)
def test_whose_name_somebody_uses_did_nothing(text: str) -> None:
    assert all(role.name != "Peter Lowe" for event in events(text) for role in event.roles)


def test_a_warrant_that_was_executed_is_a_search() -> None:
    assert [
        (one.type, one.time.earliest if one.time else None)
        for one in events(
            "On Monday, May 9, 2022, at 6:10 a.m., the search warrant was executed. Two deputies were there."
        )
    ] == [("search", "2022-05-09T06:10")]
    assert events("Nobody knows when the warrant was executed.") == []


def test_a_participle_is_said_of_the_name_before_it_and_not_of_who_writes() -> None:
    text = (
        "Nous, MEUNIER Paul, commandant de police, poursuivant l'enquête, en présence constante de Karim SELLAMI,"
        " interpellé ce jour à 06 heures 05 à son domicile, vu l'autorisation du juge.\n"
    )
    arrests = [one for one in events(text) if one.type == "arrest"]
    assert [[role.name for role in one.roles if role.role == "recipient"] for one in arrests] == [["Karim Sellami"]]


def test_what_officers_do_on_a_record_is_of_its_day() -> None:
    text = (
        "L'an deux mille vingt, le trois mars à sept heures, nous, MEUNIER Paul, OPJ,\n\nSaisissons un carnet noir.\n"
    )
    assert [one.time.earliest for one in events(text) if one.type == "seize" and one.time] == ["2020-03-03"]
