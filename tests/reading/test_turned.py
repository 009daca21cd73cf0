"""Events told from the other side or in other words: calls received, money moved, bags taken from somebody, one way
told by two verbs, codes for people, whose own words a statement is."""

from __future__ import annotations

import pytest

from greffier.records import Event
from greffier.steps import read_text

Told = tuple[str, dict[str, str]]

LOG = """SURVEILLANCE LOG
Date: Thursday 6 May 2021
U1 – Anton VARGA   U2 – Miles PROUD

0810  U1 leaves Tanner House, gets into taxi and is driven off.
0842  U1 hands U2 a holdall.
0850  U2 buys a paper, makes a call from kiosk.
0900  U3 stands by the door.
"""
CUSTODY = """CUSTODY RECORD
Custody No: B/4471      Detained person: OSGOOD Peter
Date: 6 May 2021

14:05 Arrested by PC Hume at Mill Lane.
14:15 Prisoner arrived at station.
14:20 Detention authorised by PS Calder.
15:10 Out to interview with DC Wragg.
16:40 Released without charge.
"""
HEARD = """PROCÈS-VERBAL D'AUDITION DE TÉMOIN
Entendons Mme Odile RAVEL, gérante.

Je tiens le bar depuis dix ans. Le 4 juin 2019, Yvan Brosse m'a remis 500 euros.
Question : Qui était avec lui ?
Réponse : Personne.
"""
TALK = """ÉCOUTE TÉLÉPHONIQUE ligne 06 39 98 00 12
LINO : Karim te paye huit mille euros demain.
BRUNO : D'accord.
LINO : Et toi tu lui donnes 200 euros.
"""

MAIL = """De : Hélène Sabat <h.sabat@orvane.example>
À : Bertrand Lagarde
Objet : dossier Malte

Bertrand,

Karim Benali m'a remis les originaux des statuts le 3 mai 2021.
"""
PADDED = """CRIME REPORT
05/02/19 0910 Rang the victim.
06/02/19 1145 Leon Trask arrested at Mill Lane.
08/02/19 1530 Bailed to 8 March.
"""


def told(text: str, language: str) -> list[Told]:
    found = [one for one in read_text(text, language) if isinstance(one, Event)]
    return [(one.type, {role.role: role.name for role in one.roles if role.mention}) for one in found]


@pytest.mark.parametrize(
    ("text", "language", "event"),
    [
        (
            "On 3 May 2021 Paul Grieve received a phone call from Nadia Brill.",
            "en",
            ("call", {"recipient": "Paul Grieve", "agent": "Nadia Brill"}),
        ),
        (
            "Le 3 mai 2021, Paul Guern a reçu un appel du 06 39 98 12 44.",
            "fr",
            ("call", {"recipient": "Paul Guern", "agent": "+33639981244"}),
        ),
        (
            "Le 4 mai 2021, Paul Guern a reçu la visite de Karim Sorel.",
            "fr",
            ("meet", {"participant": "Karim Sorel"}),
        ),
        (
            "Martin Oakes, 58, of Leeds, took £4,000 from Kevin Marsh.",
            "en",
            ("receive", {"recipient": "Martin Oakes", "source": "Kevin Marsh"}),
        ),
        ("On 4 May 2021 Mrs Ellen Marsh moved £18,900 to a new account.", "en", ("pay", {"agent": "Ellen Marsh"})),
        (
            "Le procureur de la République de Rennes a été avisé par Mme Brel à 8 heures.",
            "fr",
            ("inform", {"recipient": "procureur de la république", "agent": "Brel"}),
        ),
        (
            "Le 2 mai 2021, Paul Guern a rendu 300 euros à la secrétaire, Mme Odile Perrin.",
            "fr",
            ("pay", {"agent": "Paul Guern", "recipient": "Odile Perrin"}),
        ),
        (
            "On 2 May 2021 Paul Grieve sent five samples to his brother Colin Grieve.",
            "en",
            ("transmit", {"agent": "Paul Grieve", "recipient": "Colin Grieve"}),
        ),
        (
            "On 4 May 2021 PC Lomax took £300 from Colin Marsh.",
            "en",
            ("seize", {"agent": "Lomax", "source": "Colin Marsh"}),
        ),
        (
            "Mr Colin Dunne was there. From Mr Dunne, on 3 May 2021, officers took 4 kg of resin.",
            "en",
            ("seize", {"source": "Dunne"}),
        ),
        (
            "Transmis à M. le procureur par le capitaine Héloïse Marchand le 6 février 2024.",
            "fr",
            ("transmit", {"agent": "Héloïse Marchand", "recipient": "procureur"}),
        ),
        (
            "Karim Benali était absent. Interpellé le 18 janvier 2019, il nie.",
            "fr",
            ("arrest", {"recipient": "Karim Benali"}),
        ),
        (
            "Entendu le 2 février 2024, son collègue Bastien Poirot le confirme.",
            "fr",
            ("hear", {"recipient": "Bastien Poirot"}),
        ),
        (
            "Karim Benali a été interpellé le 3 mai 2021 puis placé en garde à vue.",
            "fr",
            ("custody_start", {"recipient": "Karim Benali"}),
        ),
        (
            "Le lieutenant Morel notifie à Karim Benali son placement en garde à vue à 18 h 05.",
            "fr",
            ("custody_start", {"recipient": "Karim Benali"}),
        ),
        (
            "Karim Benali doit retrouver Paul Morin le 3 mai 2021 pour lui remettre 60 000 euros.",
            "fr",
            ("pay", {"agent": "Karim Benali", "recipient": "Paul Morin"}),
        ),
        (
            "On 12 January 2018 Ellen Marsh lent the defendant, Mr Gareth Oakes, £15,000.",
            "en",
            ("pay", {"agent": "Ellen Marsh", "recipient": "Gareth Oakes"}),
        ),
        ("In June 2018 my wife, Denise, met Gareth Oakes.", "en", ("meet", {"participant": "Gareth Oakes"})),
        (
            "Plaçons les plaquettes sous scellé n° UN (1), le numéraire sous scellé n° DEUX (2).",
            "fr",
            ("seal", {"seal": "2"}),
        ),
        (
            "Le 3 mai 2021, Karim Benali a envoyé douze messages à Paul Morin.",
            "fr",
            ("message", {"agent": "Karim Benali", "recipient": "Paul Morin"}),
        ),
        (
            "Karim Benali arrested at Mill Lane by PC Munro on 3 May 2021.",
            "en",
            ("arrest", {"recipient": "Karim Benali", "agent": "Munro"}),
        ),
        (
            "On 3 May 2021 PC Hale placed Karim Benali under arrest.",
            "en",
            ("arrest", {"agent": "Hale", "recipient": "Karim Benali"}),
        ),
        (
            "On 3 May 2021 Karim Benali was driving down from Hull.",
            "en",
            ("travel", {"agent": "Karim Benali", "origin": "Hull"}),
        ),
        (CUSTODY, "en", ("travel", {"agent": "Peter Osgood"})),
        (MAIL, "fr", ("deliver", {"agent": "Karim Benali", "recipient": "Hélène Sabat"})),
        (LOG, "en", ("deliver", {"agent": "Anton Varga", "recipient": "Miles Proud"})),
        (CUSTODY, "en", ("custody_start", {"agent": "Calder", "recipient": "Peter Osgood"})),
        (CUSTODY, "en", ("custody_end", {"recipient": "Peter Osgood"})),
        (HEARD, "fr", ("pay", {"agent": "Yvan Brosse", "recipient": "Odile Ravel"})),
        (TALK, "fr", ("pay", {"agent": "Karim", "recipient": "Bruno"})),
    ],
)
def test_who_is_on_which_side(text: str, language: str, event: Told) -> None:
    assert event in told(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He was carrying £1,150 in cash on 3 May 2021.", "en"),
        ("On 3 May 2021 Paul Grieve called me a liar.", "en"),
        ("On 3 May 2021 Paul Grieve took £500 off the table.", "en"),
        ("Exhibit SP/9 was signed out by DC Hale on 1 April 2021.", "en"),
        ("He drives a white Audi, registration YG68 XMR.", "en"),
        ("Nous lui demandons son identité.", "fr"),
        ("Ellen Marsh was asked whether she had been threatened on 3 May 2021.", "en"),
        ("The guard prevented Ellen Marsh from selling 3 kg of resin to Owen Pryce.", "en"),
        ("Il propose d'interdire qu'un agent remette un scellé à Paul Morin.", "fr"),
        ("Le 3 mai 2021, il vendait des fruits avec Paul Guern.", "fr"),
    ],
)
def test_words_that_tell_something_else(text: str, language: str) -> None:
    assert told(text, language) == []


QUESTIONS = """PROCÈS-VERBAL D'AUDITION
Nous, Claire BONNET, lieutenant de police, entendons Monsieur Julien TARDIEU, né le 3 mai 1988 à Lyon.

Question : Quand avez-vous rencontré Farid MEKKI ?
Réponse : Le 5 juin 2021, chez des amis.
Question : Avez-vous remis 500 euros à Zoé BRUN ?
Réponse : Jamais.
Question : Avez-vous remis 700 euros à Zoé BRUN ?
Réponse : Je ne sais plus.
"""


def test_a_question_and_its_answer_tell_together() -> None:
    found = [one for one in read_text(QUESTIONS, "fr") if isinstance(one, Event) and one.type in ("meet", "pay")]
    told_ = [(one.type, one.polarity, one.modality, one.time.edtf if one.time else None) for one in found]
    assert told_ == [("meet", "positive", "alleged", "2021-06-05"), ("pay", "negative", "alleged", None)]


def test_an_answer_that_tells_it_itself_is_no_second_event() -> None:
    text = QUESTIONS.replace("Le 5 juin 2021, chez des amis.", "Je l'ai rencontré le 5 juin 2021.")
    met = [one for one in read_text(text, "fr") if isinstance(one, Event) and one.type == "meet"]
    assert len(met) == 1


def test_what_somebody_is_to_do_is_planned() -> None:
    given = next(one for one in read_text(TALK, "fr") if isinstance(one, Event) and one.type == "pay")
    assert given.modality == "planned"


def test_what_she_tells_us_is_her_doing() -> None:
    text = "Nous, Claire BONNET, lieutenant de police. À 7 heures 30 le 3 mai 2021, Mme Odile RAVEL nous rappelle."
    call = next(one for one in read_text(text, "fr") if isinstance(one, Event) and one.type == "call")
    assert {role.role: role.name for role in call.roles} == {"agent": "Odile Ravel"}


def test_the_lines_of_a_log_may_begin_with_a_day_and_an_hour() -> None:
    found = [one for one in read_text(PADDED, "en") if isinstance(one, Event) and one.type == "arrest"]
    assert [one.time.edtf for one in found if one.time] == ["2019-02-06T11:45:00"]


def test_what_a_source_states_is_alleged() -> None:
    text = "Source states that Karim Benali receives 3 kg of resin from Paul Grieve."
    told_ = next(one for one in read_text(text, "en") if isinstance(one, Event))
    assert told_.modality == "alleged"


def test_one_going_told_by_two_verbs_is_one() -> None:
    going = [event for event in told(LOG, "en") if event[0] == "travel"]
    assert going == [("travel", {"agent": "Anton Varga", "origin": "Tanner House"})]


def test_a_statement_before_the_questions_is_of_who_makes_it() -> None:
    paid = next(one for one in read_text(HEARD, "fr") if isinstance(one, Event) and one.type == "pay")
    assert (paid.modality, paid.attributed_to is not None) == ("alleged", True)


@pytest.mark.parametrize(
    ("text", "language", "time"),
    [
        ("Paul Grieve, who took £900 from Colin Marsh, was jailed on 3 May 2021.", "en", None),
        ("Paul Guern, entendu le 9 mai 2021, a versé 300 euros à Karim Sorel.", "fr", None),
        (
            "Le 5 mai 2021, Paul Guern a déclaré avoir remis 300 euros à Karim Sorel le 2 mai 2021.",
            "fr",
            "2021-05-02",
        ),
        (
            "Paul Guern a saisi 300 euros dans un sac lors de la perquisition du 14 janvier 2017.",
            "fr",
            "2017-01-14",
        ),
    ],
)
def test_a_date_belongs_to_its_own_verb(text: str, language: str, time: str | None) -> None:
    event = next(one for one in read_text(text, language) if isinstance(one, Event) and one.type != "hear")
    assert (event.time.edtf if event.time else None) == time


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le 3 mai 2021, Paul Guern a versé 300 euros à Karim Sorel sur un compte ouvert à Genève.", "fr"),
        ("On 3 May 2021 Paul Grieve paid for a holiday in Madeira with £300.", "en"),
    ],
)
def test_where_a_thing_is_is_not_where_it_was_done(text: str, language: str) -> None:
    paid = next(one for one in read_text(text, language) if isinstance(one, Event))
    assert paid.place is None
