"""Days of a story and of its record: nights of a log, what is to come, births that nothing is counted from."""

from __future__ import annotations

import pytest

from tests.reading.dated import ACT, read, starts

LAST = [
    # text, language, when its last time begins
    ("Il vient. Le second, un marin, nie. La veille, il dort.", "fr", "2023-06-14"),
    ("Mardi 13.06\n05h10 Prise.\n06h10 Suite.\n07h00 Fin.", "fr", "2023-06-13T07:00"),
    ("07:14 – Kim : on va tous vendredi à la ferme de mon vieux père avec le camion rouge\n07:31 – Lou : oui\n"
     "07:40 – Kim : ok", "fr", "2023-06-15T07:40"),
    ("Call 2, 3 May 2023, 22:11\n\nA: Yes.\n\nAnalyst: he was seen this morning.", "en", "2023-06-15T06:00"),
    ("He left in June last year.", "en", "2022-06-01"),
    ("Il est parti fin octobre de l'an passé.", "fr", "2022-10-21"),
    ("On 3 February 2023 he paid. A witness saw it on 10 June.", "en", "2023-06-10"),
    ("On 3 February 2023 he paid. He had come on 20 December.", "en", "2022-12-20"),
    ("Ouvert à 10 h 15. Levée à 13 h 40 après partage.", "fr", "2023-06-15T13:40"),
    ("Arrest: 14/06/23 06:25", "en", "2023-06-14T06:25"),
    ("Arrest: 05/06/23 06:25, Belfast, Northern Ireland", "en", "2023-06-05T06:25"),
    ("Arrest: 05/06/23 06:25, Miami, Florida", "en", "2023-05-06T06:25"),
    ("It was sold (March 2019).", "en", "2019-03-01"),
    ("Night of 5/6 May 2021\n\n21:10 Arrives.\n23:50 Out.\n00:40 In.", "en", "2021-05-06T00:40"),
    ("Nuit du 5 au 6 mai 2021\n\n23h50 Sortie.\n20h15 Relève.\n21h00 Fin.", "fr", "2021-05-05T21:00"),
    ("Nuit du 5 au 6 mai 2021\n\n01h50 Sortie.\n02h15 Relève.\n03h00 Fin.", "fr", "2021-05-06T03:00"),
    ("On 4 February he bought a van.\n\nI told the chairman on Tuesday.", "en", "2023-06-13"),
    ("On 4 February he bought a van. He sold it on the Tuesday.", "en", "2023-02-07"),
    ("On 4 February he bought a van. On Tuesday a guard found it.", "en", "2023-06-13"),
    ("I'll pay her two hundred on Monday.", "en", "2023-06-19"),
    ("It will land next Wednesday. The other is due on 18 June.", "en", "2023-06-18"),  # before it, after the letter
    ("The hearing will be on 2 September. The trial will be on 12 March.", "en", "2024-03-12"),
    ("Mohammed rang on Monday.", "en", "2023-06-12"),
    ("ACTION: hear him before he sails on Sunday.", "en", "2023-06-18"),
    ("He has promised to come on Saturday.", "en", "2023-06-17"),
    ("Il a promis de passer lundi.", "fr", "2023-06-19"),
    ("Il aurait dû recevoir l'argent lundi.", "fr", "2023-06-19"),
    ("The visa runs out at the end of February.", "en", "2024-02-21"),
    ("Il a vu Max le 2 mai 2021.\n\nFin à 11 h 05.", "fr", "2023-06-15T11:05"),
    ("Le 2 mai 2021, il part. Nous reprendrons à 15 h 30.", "fr", "2023-06-15T15:30"),
    ("Held: POOLE, b. 4 May 1988\n\n17:10 Arrives.\n17:25 Rights given.\n17:40 Call.", "en", "2023-06-15T17:40"),
    ("Il ne partit que le 3 juin. Le lendemain, il part.", "fr", "2023-06-04"),
    ("Il est né le 3 juin 1990. Le lendemain, il part.", "fr", "2023-06-16"),
    ("Le 2 juin, il promet : je passerai le 20 juin. Le lendemain, il a disparu.", "fr", "2023-06-03"),
    ("He was told that they will meet on 20 June. The next day he left.", "en", "2023-06-16"),
    ("Le 9 juin, un vigile appelle. La veille, la grille était ouverte. Deux jours plus tard, on l'a volé.", "fr",
     "2023-06-11"),
    ("Le 9 juin, il appelle. Le lendemain, il vient. Deux jours plus tard, il part.", "fr", "2023-06-12"),
    ("Le 9 juin, il appelle. Le lendemain, il vient. Le surlendemain, il part.", "fr", "2023-06-11"),
    ("On Tuesday a court heard that he had left on 3 January. Two days later he came back.", "en", "2023-01-05"),
    ("1. Jadis. Il fut condamné en 2011.\n\n2. Suites. Une visite a eu lieu le 6 mai.", "fr", "2023-05-06"),
    ("LIVRE - EXERCICE 2019\n\n1. Un lot est reçu.\n\n2. Un lot part le 6 mai.", "fr", "2019-05-06"),
    ("Il a été vu le 13/06/2023 à 21h15, puis à 21h40. Un médecin l'a examiné le 14/06/2023 de 00h10 à 00h25.\n"
     "Un avocat est venu à 09h00.", "fr", "2023-06-14T09:00"),
    ("Rencontre du 10 juin 2023, 21h à 22h\n\nIl l'a menacé samedi dernier.", "fr", "2023-06-03"),
    ("Audition à 9 h 10.\n\nLe 2 juin 2021, il part.\n\nL'audition prend fin à 11 h.", "fr", "2023-06-15T11:00"),
    ("Between 3 January and 30 April he sent ten boxes. He paid on 6 March.", "en", "2023-03-06"),
    ("Vers 14 h, il sort. Deux heures plus tard, il rentre.", "fr", "2023-06-15T16:00"),
    ("10:40 Out.\n13:05 In.\n14:05 Calls his lawyer, who will come at 4", "en", "2023-06-15T16:00"),
    ("They seized a 2015 Maserati. He called on 6 March.", "en", "2023-03-06"),
    ("FARM DIARY 2017\n\nTue 7 March - paid.\nSat 1 April - new lads.", "en", "2017-04-01"),
    ("Il a vu Max le 2 mai 2021.\n\nÀ faire : le revoir vendredi 16 à 21 h.", "fr", "2023-06-16T21:00"),
    ("21:10 In.\n22:40 Meal.\n23:30 Rest begins (to 08:00).", "en", "2023-06-16T08:00"),
    ("He came in 2015.\n\nOn 14 June 2023 he talked. He left in 2015. In March of the following year he came.", "en",
     "2016-03-01"),
    ("Il a signé en juin 2017. Le même mois, il part.", "fr", "2017-06-01"),
    ("Il a signé en juin 2017. L'année suivante, il part.", "fr", "2018-01-01"),
    ("Que s'est-il passé le 2 mai ? Le lendemain, il part.", "fr", "2023-05-03"),
    ("Qu'avez-vous fait vendredi ?", "fr", "2023-06-09"),
    ("Le procès s'est ouvert lundi et doit durer.", "fr", "2023-06-12"),
    ("Le colis arrive lundi.", "fr", "2023-06-19"),
    ("Il me doit encore celui de janvier.", "fr", "2023-01-01"),
    ("The hearing is fixed for September 9.", "en", "2023-09-09"),
    ("Le 9 juin, j'étais seul. La veille, elle m'avait appelé. Vers 9 h, on a sonné.", "fr", "2023-06-09T09:00"),
    ("On 9 June I left. The day before, she had rung. At 9.15 am I came back.", "en", "2023-06-09T09:15"),
    ("Subject: numbers\n\nThanks for the call on Friday.\n\nSee you this afternoon.", "en", "2023-06-15T12:00"),
    ("On 3 May he left. He had slept there the night before.", "en", "2023-05-02T18:00"),
    ("Back Monday.\n\nLast year he left.", "en", "2022-01-01"),
    ("03/06/2023  Cash in  90.00\n04/06/2023  Cash in  90.00\n05/06/2023  Wire out  180.00\n\nIn today.", "en",
     "2023-06-15"),
    ("1  03/06/2023 21:05:33  Raju  hi\n2  03/06/2023 21:06:19  Lou  yo\n3  04/06/2023 21:07:00  Raju  paid yesterday",
     "en", "2023-06-03"),
    ("Journal du 12 juin 2023\nVu la veille.\n\n09h12 | Prise en charge.\n09h40 | Briefing.\n10h58 | Place.",
     "fr", "2023-06-12T10:58"),
    ("– entre mai 2020 et mars 2021, il a fraudé ;\n\n– X, entendu le 13 mai, conteste.", "fr", "2023-05-13"),
    ("Il a signé en 2021, dès le 2 mars 2021.\n\nEntendu le 4 mai, il nie.", "fr", "2023-05-04"),
    ("Arrivée le 9 janvier 2021. Elle y dort jusqu'à fin juin 2021. Elle part le 22 novembre.", "fr", "2021-11-22"),
    ("Votre ordonnance du 14 mai nous est parvenue le 16.", "fr", "2023-05-16"),
    ("Elle y avait accès jusqu'au 30 mai ; elle a été révoquée le lendemain.", "fr", "2023-05-31"),
    ("He was hurt on 3 May 2021.\n\n[Suspended 1459 hrs.]", "en", "2023-06-15T14:59"),
    ("They came in March 2020. We had four trucks that month.", "en", "2020-03-01"),
    ("He left in 2015. Cates had died in January of that year.", "en", "2015-01-01"),
    ("Il a signé en 2017. Cette année-là, il part.", "fr", "2017-01-01"),
    ("On 3 May 2021 I left. He had locked it at ten the night before.", "en", "2021-05-02T22:00"),
    ("Entre mai 2020 et mars 2021, il fraude. On l'a vu le vendredi 2 juin au port.", "fr", "2023-06-02"),
    ("En mars 2006, une cliente meurt. Le 10 avril, un testament apparaît.", "fr", "2006-04-10"),
    ("Dès le 15 avril 2017, il s'installe. Le 2 mai, il emprunte.", "fr", "2017-05-02"),
    ("Entre février et mars 2017, il l'a vue. Le 2 mai, il emprunte.", "fr", "2017-05-02"),
    ("Suspendu la semaine du 20 janvier 2014, il part le vendredi suivant.", "fr", "2014-01-31"),
    ("The ring had been stolen on 24 December 2016. She saw it the evening before.", "en", "2016-12-23T18:00"),
    ("On 7 May 2021 he hid. It had been due in April 2022 and opened on 6 May 2023. She left on 5 June.", "en",
     "2023-06-05"),
    ("Il a fui en 2018.\n\nJe serai absent du lundi 19 au vendredi 23.", "fr", "2023-06-19"),
    ("Convicted in 2009. The account is dormant since 1 January.", "en", "2023-01-01"),
    ("On 3 May 2021 she left.\n\n(Deposition concluded at 11:48 a.m.)", "en", "2023-06-15T11:48"),
    ("Le 2 mai 2021, il part.\n\nL'audience est suspendue à 12 h 20.", "fr", "2023-06-15T12:20"),
    ("He was convicted in August 2016. Next callover: 22 June at 10 am.", "en", "2023-06-22T10:00"),
    ("Le 3 juin 2017, il s'est engagé à livrer. Il avait promis le bois fin du mois.", "fr", "2017-06-21"),
    ("Balance owed as at 30 April.", "en", "2023-04-30"),
    ("A: Easter was quiet.\nQ: Tell me about last Thursday.\nA: I rose at six in the morning.", "en",
     "2023-06-08T06:00"),
    ("Warrant to be sought Monday.", "en", "2023-06-19"),
    ("Tour du 13 au 14/06 : 21h00 RAS - 23h30 ronde - 01h15 ronde - 04h40 arrivée.", "fr", "2023-06-14T04:40"),
    ("We went in 1994 and again in November of last year. It ended on 3 January.", "en", "2023-01-03"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "first"), LAST)
def test_what_the_last_time_of_a_story_is_counted_from(text: str, language: str, first: str) -> None:
    assert starts(text, language)[-1] == first


def test_a_log_that_goes_on_through_the_next_day_was_written_when_it_ended() -> None:
    lines = "17:12 Arrives.\n23:15 Review.\n03:00 Asleep.\n07:40 Awake.\n14:48 Charged."
    days = [first[:10] for first in starts(lines, "en")]
    assert days == ["2023-06-14", "2023-06-14", ACT, ACT, ACT]


def test_a_log_that_ends_in_the_night_bears_the_day_of_its_evening() -> None:
    days = [first[:10] for first in starts("19h52 Mise en place.\n23h58 Contact.\n01h00 Levée.")]
    assert days == [ACT, ACT, "2023-06-16"]


def test_the_day_above_a_log_is_that_of_its_first_line() -> None:
    lines = "Surveillance du 3 mai 2023\n\n17:12 Out.\n23:15 In.\n07:40 Out."
    assert [first[:10] for first in starts(lines, "en")] == ["2023-05-03", "2023-05-03", "2023-05-03", "2023-05-04"]


def test_lines_of_a_chat_do_not_tell_the_tense_of_each_other() -> None:
    text = (
        "01/06/2023 21:03 - Kim : dispo demain ?\n01/06/2023 21:05 - Lou : oui après 14h\n"
        "01/06/2023 21:07 - Kim : non on a changé\n"
    )
    assert starts(text)[3] == "2023-06-02T14:00"


def test_what_lasted_is_no_hour() -> None:
    for text in ("L'entretien a duré 1 h 20.", "L'opération dure une heure trente-cinq minutes."):
        assert read(text) == []
