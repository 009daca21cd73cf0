"""The date reader on sentences of our own: what stands there, what it is worth, and what is no date."""

from __future__ import annotations

import itertools

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from greffier.auditing.inside import faults
from greffier.reading.dates import Dates
from greffier.records import Mention, Page, Piece, Time

ACT = "2023-06-15"  # a Thursday


def page_of(text: str, language: str = "fr") -> Page:
    return Page("page", "source", 1, None, "born_digital", "A", language, text, "", 1.0, 1.0)


def read(text: str, language: str = "fr", act: str | None = ACT) -> list[Mention]:
    page = page_of(text, language)
    piece = Piece("piece", "source", "report", None, None, ("page",))
    return list(Dates(Time(act, act, act) if act else None).read(piece, [page], []))


def one(text: str, language: str = "fr", act: str | None = ACT) -> Time:
    found = read(text, language, act)
    assert len(found) == 1, [mention.span.exact for mention in found]
    assert found[0].time is not None
    return found[0].time


def bounds(text: str, language: str = "fr", act: str | None = ACT) -> tuple[str, str]:
    time = one(text, language, act)
    return time.earliest, time.latest


DAYS = [
    ("fr", "le 12/05/2022", "2022-05-12"),
    ("fr", "12.05.22", "2022-05-12"),
    ("fr", "2022-05-12", "2022-05-12"),
    ("fr", "12-05-2022", "2022-05-12"),
    ("fr", "le 12 mai 2022", "2022-05-12"),
    ("fr", "LE 1ER MAI 2022", "2022-05-01"),
    ("fr", "le douze mai deux mille vingt-deux", "2022-05-12"),
    ("fr", "le 3 févr. 2023", "2023-02-03"),
    ("fr", "le 22 août\u00a02021", "2021-08-22"),
    ("fr", "le 12\nmai\n2022", "2022-05-12"),
    ("fr", "le 12 jan-\nvier 2022", "2022-01-12"),
    ("fr", "L'an deux mille vingt-trois et le vingt-deux du mois de mars", "2023-03-22"),
    ("fr", "L'AN MIL NEUF CENT QUATRE-VINGT-DIX-SEPT, LE TRENTE JUIN", "1997-06-30"),
    ("fr", "jeudi 16 mars 2023", "2023-03-16"),
    ("fr", "le 12 mai 22", "2022-05-12"),
    ("fr", "le 12 mai 2O22", "2022-05-12"),
    ("fr", "12mai2022", "2022-05-12"),
    ("en", "May 12, 2022", "2022-05-12"),
    ("en", "the 12th of May 2022", "2022-05-12"),
    ("en", "the twelfth day of May, two thousand and twenty-two", "2022-05-12"),
    ("en", "the nineteenth of June, nineteen ninety-nine", "1999-06-19"),
    ("en", "Thursday, March 16, 2023", "2023-03-16"),
    ("en", "25/03/2022", "2022-03-25"),
    ("en", "03/25/2022", "2022-03-25"),
]


@pytest.mark.parametrize(("language", "text", "day"), DAYS)
def test_a_day_told_whole(language: str, text: str, day: str) -> None:
    time = one(text, language, act=None)
    assert (time.earliest, time.latest, time.edtf, time.modality) == (day, day, day, "stated")


HOURS = [
    ("fr", "L'an deux mille vingt-deux, le douze mai\nà huit heures cinq", "2022-05-12T08:05"),
    ("fr", "le 12 mai 2022 à 8 h", "2022-05-12T08:00"),
    ("fr", "le 12 mai 2022, 22 h 15", "2022-05-12T22:15"),
    ("fr", "le 12 mai 2022 à 22h15", "2022-05-12T22:15"),
    ("fr", "Date : 12/05/2022 Heure : 22:15:07", "2022-05-12T22:15"),
    ("fr", "le 12 mai 2022 à huit heures et demie", "2022-05-12T08:30"),
    ("fr", "le 12 mai 2022 à neuf heures moins le quart", "2022-05-12T08:45"),
    ("fr", "le 12 mai 2022 à 3 heures de l'après-midi", "2022-05-12T15:00"),
    ("fr", "à 22 h le 12 mai 2022", "2022-05-12T22:00"),
    ("fr", "le 12 mai 2022 à midi", "2022-05-12T12:00"),
    ("fr", "le 12 mai 2022 au soir, à 9 heures", "2022-05-12T21:00"),
    ("en", "May 12, 2022 at 4:00 am", "2022-05-12T04:00"),
    ("en", "4 p.m. on May 12, 2022", "2022-05-12T16:00"),
    ("en", "12 May 2022 at 0805 hours", "2022-05-12T08:05"),
    ("en", "half past eight on 12 May 2022", "2022-05-12T08:30"),
    ("en", "Wed Oct 26 15:50:06 2016", "2016-10-26T15:50"),
]


@pytest.mark.parametrize(("language", "text", "minute"), HOURS)
def test_a_day_and_its_hour(language: str, text: str, minute: str) -> None:
    assert bounds(text, language, act=None) == (minute, minute)


STRETCHES = [
    ("fr", "mai 2022", "2022-05", "2022-05-01", "2022-05-31"),
    ("fr", "en 2022", "2022", "2022-01-01", "2022-12-31"),
    ("fr", "courant 2022", "2022", "2022-01-01", "2022-12-31"),
    ("fr", "au premier trimestre 2022", "2022-01/2022-03", "2022-01-01", "2022-03-31"),
    ("fr", "T3 2021", "2021-07/2021-09", "2021-07-01", "2021-09-30"),
    ("fr", "au second semestre 2021", "2021-07/2021-12", "2021-07-01", "2021-12-31"),
    ("fr", "dans les années 1990", "199X", "1990-01-01", "1999-12-31"),
    ("fr", "début mars 2023", "2023-03-01/2023-03-10~", "2023-03-01", "2023-03-10"),
    ("fr", "à la mi-janvier 2022", "2022-01-11/2022-01-20~", "2022-01-11", "2022-01-20"),
    ("fr", "fin 2022", "2022-10/2022-12~", "2022-10-01", "2022-12-31"),
    ("fr", "l'été 2022", "2022-22", "2022-06-01", "2022-08-31"),
    ("fr", "l'hiver 2022-2023", "2022-24", "2022-12-01", "2023-02-28"),
    ("fr", "du 12 au 15 mai 2022", "2022-05-12/2022-05-15", "2022-05-12", "2022-05-15"),
    ("fr", "entre le 3 et le 5 mars 2022", "2022-03-03/2022-03-05", "2022-03-03", "2022-03-05"),
    ("fr", "la nuit du 4 au 5 mars 2023", "2023-03-04/2023-03-05", "2023-03-04", "2023-03-05"),
    ("fr", "la nuit du 18/19 mars 2022", "2022-03-18/2022-03-19", "2022-03-18", "2022-03-19"),
    ("fr", "du 28 décembre 2022 au 3 janvier 2023", "2022-12-28/2023-01-03", "2022-12-28", "2023-01-03"),
    ("fr", "de 2019 à 2022", "2019/2022", "2019-01-01", "2022-12-31"),
    ("fr", "depuis le 3 mars 2022", "2022-03-03/..", "2022-03-03", ""),
    ("fr", "à compter du 1er juin 2022", "2022-06-01/..", "2022-06-01", ""),
    ("fr", "jusqu'au 5 avril 2023", "../2023-04-05", "", "2023-04-05"),
    ("fr", "avant le 3 mars 2022", "../2022-03-02", "", "2022-03-02"),
    ("fr", "la semaine du 12 mai 2022", "2022-05-09/2022-05-15", "2022-05-09", "2022-05-15"),
    ("fr", "la dernière semaine de mai 2022", "2022-05-23/2022-05-29", "2022-05-23", "2022-05-29"),
    ("fr", "le 12 mai 2022 de 22 h à 23 h 30", "2022-05-12", "2022-05-12T22:00", "2022-05-12T23:30"),
    ("en", "from 3 to 5 March 2022", "2022-03-03/2022-03-05", "2022-03-03", "2022-03-05"),
    ("en", "June 5-7, 2022", "2022-06-05/2022-06-07", "2022-06-05", "2022-06-07"),
    ("en", "after 3 March 2022", "2022-03-04/..", "2022-03-04", ""),
    ("en", "the end of May 2022", "2022-05-21/2022-05-31~", "2022-05-21", "2022-05-31"),
    ("en", "the first quarter of 2022", "2022-01/2022-03", "2022-01-01", "2022-03-31"),
    ("en", "05/06/2022", "[2022-05-06,2022-06-05]", "2022-05-06", "2022-06-05"),
]


STRETCHES += [
    ("fr", "du vendredi 12 au lundi 15 mai 2023", "2023-05-12/2023-05-15", "2023-05-12", "2023-05-15"),
    ("fr", "au mois de septembre 2022", "2022-09", "2022-09-01", "2022-09-30"),
    ("fr", "l'été de l'année 2016", "2016-22", "2016-06-01", "2016-08-31"),
    ("fr", "la semaine 31 de 2022", "2022-08-01/2022-08-07", "2022-08-01", "2022-08-07"),
    ("fr", "au XXe siècle", "19XX", "1900-01-01", "1999-12-31"),
    ("fr", "en 05/2022", "2022-05", "2022-05-01", "2022-05-31"),
    ("fr", "en décembre 22", "2022-12", "2022-12-01", "2022-12-31"),
    ("fr", "novembre 19-20, 2021", "2021-11-19/2021-11-20", "2021-11-19", "2021-11-20"),
    ("fr", "le 3 mars 2022 ou plus tard", "2022-03-03/..", "2022-03-03", ""),
    ("fr", "le 23 mai 2022 à partir de 13 h 30 jusqu'à 16 h", "2022-05-23", "2022-05-23T13:30", "2022-05-23T16:00"),
    (
        "fr",
        "de 14 h le 21/02/2016 à 15h32 le 23/02/2016",
        "2016-02-21/2016-02-23",
        "2016-02-21T14:00",
        "2016-02-23T15:32",
    ),
    ("en", "from 3 May 2022 until 5 May 2022", "2022-05-03/2022-05-05", "2022-05-03", "2022-05-05"),
    ("en", "November 19-20, 2021", "2021-11-19/2021-11-20", "2021-11-19", "2021-11-20"),
    ("en", "Jan-Feb 2017", "2017-01/2017-02", "2017-01-01", "2017-02-28"),
    ("en", "2017 Q1", "2017-01/2017-03", "2017-01-01", "2017-03-31"),
    ("en", "April of 87", "1987-04", "1987-04-01", "1987-04-30"),
    ("en", "on 3 May 2022 before 5 pm", "../2022-05-03", "", "2022-05-03T17:00"),
]


@pytest.mark.parametrize(("language", "text", "edtf", "earliest", "latest"), STRETCHES)
def test_a_stretch_of_time(language: str, text: str, edtf: str, earliest: str, latest: str) -> None:
    time = one(text, language, act=None)
    assert (time.edtf, time.earliest, time.latest) == (edtf, earliest, latest)
    parse_edtf(time.edtf)


RELATIVE = [
    ("fr", "hier", "2023-06-14"),
    ("fr", "avant-hier", "2023-06-13"),
    ("fr", "ce jour", "2023-06-15"),
    ("fr", "il y a trois semaines", "2023-05-25"),
    ("fr", "dans deux mois", "2023-08-15"),
    ("fr", "jeudi dernier", "2023-06-08"),
    ("fr", "le 16 mars", "2023-03-16"),
    ("fr", "le 20 décembre", "2022-12-20"),
    ("fr", "jeudi 16", "2023-03-16"),
    ("fr", "le 12 mars dernier", "2023-03-12"),
    ("fr", "le 15 du mois dernier", "2023-05-15"),
    ("fr", "le 5 courant", "2023-06-05"),
    ("fr", "le premier vendredi de juillet 2022", "2022-07-01"),
    ("en", "three days ago", "2023-06-12"),
    ("en", "1 month, 21 days ago", "2023-04-24"),
    ("en", "next Friday", "2023-06-16"),
    ("en", "the second Monday of next month", "2023-07-10"),
    ("en", "two days before yesterday", "2023-06-12"),
    ("fr", "dimanche en huit", "2023-06-25"),
    ("fr", "vendredi en quinze", "2023-06-30"),
    ("en", "Monday week", "2023-06-26"),
    ("en", "Thursday week", "2023-06-22"),
    ("en", "a fortnight ago", "2023-06-01"),
    ("fr", "il y a une quinzaine de jours", "2023-05-31"),
]


@pytest.mark.parametrize(("language", "text", "day"), RELATIVE)
def test_a_day_counted_from_the_date_of_the_piece(language: str, text: str, day: str) -> None:
    assert bounds(text, language) == (day, day)


TOLD = [
    ("le même jour", "2022-05-12"),
    ("le lendemain", "2022-05-13"),
    ("la veille", "2022-05-11"),
    ("l'avant-veille", "2022-05-10"),
    ("trois jours plus tard", "2022-05-15"),
    ("deux semaines auparavant", "2022-04-28"),
    ("le 16 mai", "2022-05-16"),
    ("le 3 janvier", "2022-01-03"),
]


@pytest.mark.parametrize(("text", "day"), TOLD)
def test_a_day_counted_from_the_last_one_told(text: str, day: str) -> None:
    first, second = read(f"Le 12 mai 2022, il arrive au port. Il en part {text}.")
    assert second.time is not None
    assert (second.time.earliest, second.time.anchor) == (day, first.id)
    assert second.time.modality in ("relative", "inferred")


def test_a_day_counted_from_another_is_told_as_well() -> None:
    *_, found = read("Le lendemain de Noël 2021, il m'appelle. Trois jours avant, je l'avais vu.")
    assert found.time is not None
    assert found.time.earliest == "2021-12-23"


def test_hours_counted_from_a_day_without_its_hour_are_of_that_day_about() -> None:
    found = one("Vingt minutes après, il revient.")
    assert (found.earliest, found.latest, found.approximate) == (ACT, ACT, True)


def test_the_course_of_a_month_is_no_street_and_a_feast_follows_its_preposition() -> None:
    assert bounds("Au cours du mois de mars 2022, le compte est vidé.") == ("2022-03-01", "2022-03-31")
    assert bounds("À Noël, il boit.") == ("2022-12-25", "2022-12-25")
    assert bounds("Bail du 1° juillet 2021.") == ("2021-07-01", "2021-07-01")


def test_an_hour_alone_is_of_the_day_told_before_it() -> None:
    first, second = read("Le 12 mai 2022 à 8 heures, début de la mesure. À 9 h 15, fin.")
    assert second.time is not None
    assert (second.time.earliest, second.time.modality) == ("2022-05-12T09:15", "inferred")
    assert second.time.anchor == first.id


def test_nothing_is_counted_from_a_birth_or_a_law() -> None:
    text = "Vu la loi du 29 juillet 1881, M. Vasseur, né le 3 avril 1975, a téléphoné la veille."
    assert read(text)[-1].time == Time("2023-06-14", "2023-06-14", "2023-06-14", anchor="act", modality="relative")


def test_the_head_of_a_piece_dates_what_it_tells() -> None:
    text = "PROCÈS-VERBAL\n\nL'an deux mille vingt-trois, le seize mars à sept heures dix,\nHier, un camion est parti."
    assert read(text, act=None)[-1].time == Time(
        "2023-03-15", "2023-03-15", "2023-03-15", anchor="act", modality="relative"
    )


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("à 4:00 am (Paris)", "Europe/Paris"),
        ("à 22 h 15 UTC", "Etc/UTC"),
        ("le 12/05/2022 à 10:30 CET", "Europe/Paris"),
        ("2022-05-12T22:15:07Z", "Etc/UTC"),
        ("Mon, 3 Apr 2023 10:22:00 +0200", "Etc/GMT-2"),
        ("à 22 h 15", None),
    ],
)
def test_a_zone_has_its_iana_name(text: str, zone: str | None) -> None:
    assert one(text).zone == zone


@pytest.mark.parametrize(
    "text", ["vers 22 h", "le 3 mars 2022 vers 22 h", "aux alentours de 22 heures", "environ 8 h 30"]
)
def test_about_is_approximate(text: str) -> None:
    assert one(text).approximate


@pytest.mark.parametrize("text", ["31 février 2022", "le 31/04/2022", "le 30 février"])
def test_an_impossible_date_is_kept_and_not_repaired(text: str) -> None:
    (found,) = read(text)
    assert found.time is None
    assert found.confidence < 0.5


def test_without_an_anchor_the_bounds_are_unknown() -> None:
    time = one("le 16 mars", act=None)
    assert (time.edtf, time.earliest, time.latest) == ("XXXX-03-16", "", "")
    assert time.modality != "stated"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("la veille", "fr"),
        ("à 22 h 15", "fr"),
        ("Published today at 4:30 am (Paris)", "en"),
        ("début de semaine", "fr"),
    ],
)
def test_what_nothing_can_be_said_of_is_a_date_without_a_time(text: str, language: str) -> None:
    assert [(mention.kind, mention.time) for mention in read(text, language, act=None)] in ([], [("date", None)])


def test_between_days_that_may_be_two_has_the_bounds_of_both() -> None:
    time = one("from 05/06/2022 to 07/08/2022", "en")
    assert (time.earliest, time.latest, time.edtf) == ("2022-05-06", "2022-08-07", "2022-05-06/2022-08-07")


ENDS_OF_DAYS = [
    ("fr", "le 20 mars 2023, 24 heures", "2023-03-20T23:59", "2023-03-20T23:59"),
    ("fr", "jusqu'au 20 mars 2023 à vingt-quatre heures", "", "2023-03-20T23:59"),
    ("fr", "jusqu'au 20 mars 2023, 24:00", "", "2023-03-20T23:59"),
    ("fr", "jusqu'au 20 mars 2023 à minuit", "", "2023-03-20T23:59"),
    ("fr", "de 22 h à minuit le 18 mars 2023", "2023-03-18T22:00", "2023-03-18T23:59"),
    ("fr", "le 20 mars 2023 entre quatorze heures et vingt-deux heures", "2023-03-20T14:00", "2023-03-20T22:00"),
    ("fr", "le 20 mars 2023 à zéro heure", "2023-03-20T00:00", "2023-03-20T00:00"),
    ("en", "until midnight on 20 March 2023", "", "2023-03-20T23:59"),
    ("en", "midnight at the end of 20 March 2023", "2023-03-20T23:59", "2023-03-20T23:59"),
]


@pytest.mark.parametrize(("language", "text", "earliest", "latest"), ENDS_OF_DAYS)
def test_the_end_of_a_day_is_its_last_minute(language: str, text: str, earliest: str, latest: str) -> None:
    assert bounds(text, language, act=None) == (earliest, latest)


PARTS = [
    ("fr", "dans la soirée du 18 mars 2023", "2023-03-18T18:00", "2023-03-18T23:59"),
    ("fr", "le 18 mars 2023 au petit matin", "2023-03-18T04:00", "2023-03-18T08:00"),
    ("fr", "hier soir", "2023-06-14T18:00", "2023-06-14T23:59"),
    ("fr", "ce matin", "2023-06-15T06:00", "2023-06-15T12:00"),
    ("fr", "le 18 mars 2023 en fin d'après-midi", "2023-03-18T16:00", "2023-03-18T18:00"),
    ("en", "in the evening of 18 March 2023", "2023-03-18T18:00", "2023-03-18T23:59"),
    ("en", "on the morning of 4 July 2022", "2022-07-04T06:00", "2022-07-04T12:00"),
]


@pytest.mark.parametrize(("language", "text", "earliest", "latest"), PARTS)
def test_a_part_of_a_day_has_its_hours_about(language: str, text: str, earliest: str, latest: str) -> None:
    time = one(text, language)
    assert (time.earliest, time.latest, time.approximate) == (earliest, latest, True)
    parse_edtf(time.edtf)


def starts(text: str, language: str = "fr", act: str | None = ACT) -> list[str]:
    return [mention.time.earliest for mention in read(text, language, act) if mention.time is not None]


def test_the_day_turns_when_the_hours_of_a_list_pass_midnight() -> None:
    text = "À 22 h 50, le fourgon part.\n\nÀ 23 h 40, il revient.\n\nÀ 0 h 25, la cour est vide.\n\nÀ 2 h, relève."
    assert starts(text) == ["2023-06-15T22:50", "2023-06-15T23:40", "2023-06-16T00:25", "2023-06-16T02:00"]


def test_hours_run_on_the_day_of_the_act_and_not_of_an_order_that_is_cited() -> None:
    text = "Vu l'ordonnance de Mme le juge en date du 3 mars 2023, valable un mois.\n\nÀ 21 h 10, prenons position."
    assert starts(text)[-1] == "2023-06-15T21:10"


def test_a_date_at_the_head_of_a_sentence_moves_the_hours() -> None:
    text = (
        "À 22 h, il sort. Le 18 juin 2023, reprenons. À 22 h 30, un camion entre. Il avait payé le 3 mai. À 23 h, fin."
    )
    assert starts(text)[2] == "2023-06-18T22:30"
    assert starts(text)[-1] == "2023-06-18T23:00"


def test_each_sheet_of_an_intercept_is_counted_from_its_own_date() -> None:
    text = (
        "Communication n° 3   Date : 16 mars 2023   Début : 21:14:06\nA : Je viens demain à midi.\n\n"
        "Communication n° 4   Date : 18 mars 2023   Début : 22:51:10\nA : Hier, tu dormais."
    )
    assert starts(text) == ["2023-03-16T21:14", "2023-03-17T12:00", "2023-03-18T22:51", "2023-03-17"]


@pytest.mark.parametrize("text", ["le l6 mars 2023", "le 16 mars 2O23", "le l6\nmars 2Ö23"])
def test_letters_read_for_digits_are_mended(text: str) -> None:
    assert bounds(text, act=None) == ("2023-03-16", "2023-03-16")


def test_a_day_of_the_next_weeks_is_not_of_last_year() -> None:
    assert bounds("le 13 juillet") == ("2023-07-13", "2023-07-13")


def test_months_counted_from_a_month_are_a_stretch_about() -> None:
    time = read("En septembre 2021, il part. Trois mois plus tard, il revient.")[-1].time
    assert time is not None
    assert (time.earliest, time.latest, time.approximate) == ("2021-12-01", "2021-12-30", True)


NO_DATES = [
    "vu les articles 706-80 et 100-1 du code",
    "procès-verbal n° 2023/001234",
    "la commission rogatoire n° 4/22/17",
    "la procédure n° 12/05/2022",
    "joignable au 06 12 34 56 78",
    "la somme de 12 750,00 €",
    "ils ont gagné 3-2",
    "folio D 12/13",
    "24 heures de garde à vue",
    "à 2 heures de route",
    "pendant 8 heures",
    "une durée : 1 h 45",
    "de 300 à 360 kg",
    "de 1900 à 2000 euros",
    "le dossier 2022",
    "192.168.10.12",
    "un enfant de sept ans",
    "détenu depuis vingt-quatre heures",
    "tous les jeudis",
    "il a marché, il a été vu",
    "un mardi gras sans fin",
    "après une heure et demie de fouille",
    "trois fois par semaine",
    "j'ai ouvert le premier, pas les autres",
    "domicilié 12 rue du 8 mai 1945",
    "il habite place du 4 Septembre",
    "dossier 03/2015, affaire 2016/11, PV n° 2022/05/12-3",
    "M. Janvier et Mlle Avril Dupont",
    "au prix de 12.05.2022 €",
]


PARTS = [
    ("fr", "Le 12 mai 2022, il arrive. Dans l'après-midi, il repart.", "2022-05-12T12:00", "2022-05-12T18:00"),
    ("fr", "Le 12 mai 2022, il arrive. Il dort en fin de matinée.", "2022-05-12T10:00", "2022-05-12T12:00"),
    ("fr", "Le 12 mai 2022 à 22 h, il arrive. Au petit matin, il repart.", "2022-05-13T04:00", "2022-05-13T08:00"),
    ("en", "He came on 12 May 2022. In the evening he left.", "2022-05-12T18:00", "2022-05-12T23:59"),
]


@pytest.mark.parametrize(("language", "text", "first", "last"), PARTS)
def test_a_part_of_the_day_is_of_the_day_told_before(language: str, text: str, first: str, last: str) -> None:
    *_, found = read(text, language)
    assert found.time is not None
    assert (found.time.earliest, found.time.latest, found.time.modality) == (first, last, "inferred")


@pytest.mark.parametrize("text", ["le matin, il travaille", "he works evenings", "les soirées sont longues"])
def test_a_habit_is_no_part_of_a_day(text: str) -> None:
    assert read(text) == []


NARRATIVES = [
    # text, language, what the last date is worth
    ("Le sept mars 2021 à six heures quinze, il sort.", "fr", ("2021-03-07T06:15", "2021-03-07T06:15")),
    ("Dans la nuit du 4 au 5 mars 2022, vers 2 heures, il sort.", "fr", ("2022-03-05T02:00", "2022-03-05T02:00")),
    ("Dans la nuit du 4 au 5 mars 2022, vers 23 heures, il sort.", "fr", ("2022-03-04T23:00", "2022-03-04T23:00")),
    ("Le 7 mai 2022, il arrive. Le lendemain, il part. Le surlendemain, il dort.", "fr", ("2022-05-09", "2022-05-09")),
    ("Jugé le 12 janvier 2021, il a fait appel le 18 janvier suivant.", "fr", ("2021-01-18", "2021-01-18")),
    ("Entre le 1er janvier et le 31 décembre 2021, dix virements. Le dernier date du 28 novembre.", "fr",
     ("2021-11-28", "2021-11-28")),
    ("Je l'ai connu en 2019. Courant février, il est parti.", "fr", ("2019-02-01", "2019-02-28")),
    ("Mis à jour le 14 juin 2023. Hier, il est parti. Le lendemain, il revient.", "fr", ("2023-06-15", "2023-06-15")),
    ("Il a dit ça. On se voit vendredi.", "fr", ("2023-06-16", "2023-06-16")),
    ("Il est venu vendredi.", "fr", ("2023-06-09", "2023-06-09")),
    ("The hearing continues on Monday.", "en", ("2023-06-19", "2023-06-19")),
    ("He was seen on Monday.", "en", ("2023-06-12", "2023-06-12")),
    ("The report is due by noon on Wednesday.", "en", ("", "2023-06-21T12:00")),
    ("He left on 3 May 2022. The previous evening he had called.", "en", ("2022-05-02T18:00", "2022-05-02T23:59")),
    ("14/08/2021 22:17 - A: yes\n14/08/2021 22:31 - B: ok\n14/08/2021 22:40 - A: see you tomorrow", "en",
     ("2021-08-15", "2021-08-15")),
    ("in the early 2000s", "en", ("2000-01-01", "2002-12-31")),
    ("interviewed at 14.30 on 3 May 2022", "en", ("2022-05-03T14:30", "2022-05-03T14:30")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "worth"), NARRATIVES)
def test_what_a_time_is_worth_in_its_story(text: str, language: str, worth: tuple[str, str]) -> None:
    *_, last = read(text, language)
    assert last.time is not None
    assert (last.time.earliest, last.time.latest) == worth


@pytest.mark.parametrize(
    ("text", "zone"),
    [("à 22:15 UTC+2", "Etc/GMT-2"), ("2022-03-03T22:15:00+02:00", "Etc/GMT-2"), ("22:15 UTC", "Etc/UTC")],
)
def test_an_offset_is_a_zone(text: str, zone: str) -> None:
    assert one(text).zone == zone


MISREAD = [
    ("le 5 rnars 1991", "fr", "1991-03-05"), ("le 24 novernbre 1953", "fr", "1953-11-24"),
    ("le 15 jui11et 2022", "fr", "2022-07-15"), ("le 28 févr1er 2022", "fr", "2022-02-28"),
    ("2 0ct 2008", "en", "2008-10-02"), ("20th Septernber, 1987", "en", "1987-09-20"),
    ("L'an deux rnille six, le deux avril", "fr", "2006-04-02"), ("21.O5.1983", "fr", "1983-05-21"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "day"), MISREAD)
def test_words_of_time_that_were_misread_are_mended(text: str, language: str, day: str) -> None:
    assert bounds(text, language, act=None) == (day, day)


LOGS = [
    ("0814 Subject leaves.\n0820 Enters shop.\n0831-0840 In shop.\n1005 Home.",
     ["08:14", "08:20", "08:31", "10:05"]),
    ("22.25 Rights given.\n23.10 Meal.\n01.10 Asleep.\n06.05 Awake.", ["22:25", "23:10", "01:10", "06:05"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "hours"), LOGS)
def test_the_heads_of_the_lines_of_a_log_are_hours(text: str, hours: list[str]) -> None:
    assert [one.time.earliest[11:] for one in read(text, "en") if one.time] == hours


def test_days_at_the_heads_of_lines_show_the_order_of_an_english_page() -> None:
    text = "03/01 08:55 call\n17/01 13:02 call\n29/01 23:59 call"
    assert [one.time.earliest for one in read(text, "en") if one.time] == [
        "2023-01-03T08:55", "2023-01-17T13:02", "2023-01-29T23:59",
    ]  # fmt: skip


NO_LOGS = [
    "22.25 euros\n23.10 euros\n24.10 euros", "1204 kg\n1102 kg\n0900 kg", "12.5 Appeal\n12.6 Costs\n12.7 Order",
    "2019 report\n2020 report\n2021 report",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_LOGS)
def test_lists_of_other_numbers_are_no_logs(text: str) -> None:
    assert read(text, "en") == []


def test_how_long_is_not_when() -> None:
    assert read("call to 06 [0:02:10]; total time detained: about 15 hours 10 minutes", "en") == []
    assert read("soit deux heures quarante-cinq après ; une durée totale de 6 h 10") == []


def test_both_readings_of_an_english_day_without_its_year_are_kept_unless_a_weekday_decides() -> None:
    assert one("on 5/12", "en").edtf == "[2022-12-05,2023-05-12]"
    assert one("on Friday 5/12", "en").edtf == "2023-05-12"


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date_stands_here(text: str) -> None:
    found = [mention.span.exact for mention in read(text) if "mardi" not in mention.span.exact]
    assert found == []


@pytest.mark.parametrize("text", ["you may 5 times", "they march 3 abreast", "the second man", "a 12-05 split of 3/4"])
def test_no_english_date_stands_here(text: str) -> None:
    assert read(text, "en") == []


def test_english_numbers_follow_the_order_that_the_piece_shows_elsewhere() -> None:
    first, second = read("Opened 25/03/2022, closed 05/06/2022.", "en")
    assert first.time is not None
    assert second.time is not None
    assert second.time.earliest == second.time.latest == "2022-06-05"


def test_spans_are_exact_and_do_not_overlap() -> None:
    text = "Du 12 au 15 mai 2022, puis le lendemain vers 22 h, et enfin depuis le 3 juin 2022."
    found = read(text)
    assert [text[mention.span.start : mention.span.end] for mention in found] == [m.span.exact for m in found]
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(found))


@given(st.text(alphabet="0123456789 /.-:,hdule à'mai\n", max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_its_bounds_are_in_order(text: str) -> None:
    for mention in [*read(text), *read(text, act=None)]:
        assert text[mention.span.start : mention.span.end] == mention.span.exact
        assert list(faults(mention, {"page": page_of(text)}.get)) == []


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_text_makes_it_fail(text: str) -> None:
    read(text)
    read(text, "en")


@pytest.mark.parametrize("text", ["à 10:00;E;Voix", "10:00 (e)", "10 h 00/e/x"])
def test_a_sign_before_a_letter_is_no_rank(text: str) -> None:
    assert [one.time.edtf for one in read(text) if one.time] == ["2023-06-15T10:00:00"]
