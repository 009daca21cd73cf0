"""The date reader on sentences of our own: what stands there, what it is worth, and what is no date."""

from __future__ import annotations

import itertools

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from greffier.auditing.inside import faults
from greffier.reading.dates import Dates
from greffier.records import Mention
from tests.one_page import found_on
from tests.reading.dated import bounds, one, page_of, read, starts

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


def test_the_course_of_a_month_is_no_street_and_a_feast_follows_its_preposition() -> None:
    assert bounds("Au cours du mois de mars 2022, le compte est vidé.") == ("2022-03-01", "2022-03-31")
    assert bounds("À Noël, il boit.") == ("2022-12-25", "2022-12-25")
    assert bounds("Bail du 1° juillet 2021.") == ("2021-07-01", "2021-07-01")


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


def test_between_days_that_may_be_two_has_the_bounds_of_both() -> None:
    time = one("from 05/06/2022 to 07/08/2022", "en")
    assert (time.earliest, time.latest, time.edtf) == ("2022-05-06", "2022-08-07", "2022-05-06/2022-08-07")


@pytest.mark.parametrize(
    ("text", "zone"),
    [("à 22:15 UTC+2", "Etc/GMT-2"), ("2022-03-03T22:15:00+02:00", "Etc/GMT-2"), ("22:15 UTC", "Etc/UTC")],
)
def test_an_offset_is_a_zone(text: str, zone: str) -> None:
    assert one(text).zone == zone


WHOLE = [
    # text, language, the words of its last date, what it is worth
    ("He left on 9 May. The following Thursday he rang.", "en", "The following Thursday", ("2023-05-11", "2023-05-11")),
    ("Il partit le 9 mai. Le jeudi précédent, il rit.", "fr", "Le jeudi précédent", ("2023-05-04", "2023-05-04")),
    ("He left on 9 May. The next morning he rang.", "en", "The next morning", ("2023-05-10T06:00", "2023-05-10T12:00")),
    ("Pay me by the end of the month.", "en", "by the end of the month", ("", "2023-06-30")),
    ("Payez-moi d'ici la fin du mois.", "fr", "d'ici la fin du mois", ("", "2023-06-30")),
    ("The sentence runs from today.", "en", "from today", ("2023-06-15", "")),
    ("I am back the week after next.", "en", "the week after next", ("2023-06-26", "2023-07-02")),
    ("They had ten last month.", "en", "last month", ("2023-05-01", "2023-05-31")),
    ("Tell me about Friday 9 June.", "en", "Friday 9 June", ("2023-06-09", "2023-06-09")),
    ("Les 11 et 12 février 2021, inventaire.", "fr", "11 et 12 février 2021", ("2021-02-11", "2021-02-12")),
    ("Retenu à compter de ce jour, six heures quinze.", "fr", "à compter de ce jour, six heures quinze",
     ("2023-06-15T06:15", "")),
    ("She rang at seven on the Wednesday evening.", "en", "seven on the Wednesday evening",
     ("2023-06-14T19:00", "2023-06-14T19:00")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "words", "worth"), WHOLE)
def test_a_date_has_all_its_words(text: str, language: str, words: str, worth: tuple[str, str]) -> None:
    *_, last = read(text, language)
    assert last.time is not None
    assert (last.span.exact, (last.time.earliest, last.time.latest)) == (words, worth)


def test_both_readings_of_an_english_day_without_its_year_are_kept_unless_a_weekday_decides() -> None:
    assert one("on 5/12", "en").edtf == "[2022-12-05,2023-05-12]"
    assert one("on Friday 5/12", "en").edtf == "2023-05-12"


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


LOG_OF_DAYS = "STATION DIARY    Book No. 4/2021\n 21/03  0748  Arrival\n 21/03  0810  Meal\n 22/03  2340  Charged.\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LOG_OF_DAYS, ["2021-03-21T07:48:00", "2021-03-21T08:10:00", "2021-03-22T23:40:00"]),
        ("REGISTRE 2021    folio 6\n14/03 | 06 h 20 | début |\n14/03 | 12 h 30 | repas |\n15/03 | 07 h 05 | fin |\n",
         ["2021", "2021-03-14T06:20:00", "2021-03-14T12:30:00", "2021-03-15T07:05:00"]),
        ("Kilima Police Station       Wed 13 September 2023\n", ["2023-09-13"]),
        ("12/05/2021  1200 bags\n13/05/2021  1450 bags\n14/05/2021  2030 bags\n",
         ["2021-05-12", "2021-05-13", "2021-05-14"]),
        ("12/05/2021  1200  rice\n13/05/2021  2475  rice\n14/05/2021  2030  rice\n",
         ["2021-05-12", "2021-05-13", "2021-05-14"]),
    ],
)  # fmt: skip
def test_lines_that_a_day_opens(text: str, told: list[str]) -> None:
    found = [one for one in found_on(text, [Dates()], "other") if isinstance(one, Mention) and one.kind == "date"]
    assert [one.time.edtf for one in sorted(found, key=lambda one: one.span.start) if one.time] == told


OBSERVED = "Date | {} | Objet\n03/05/2023 | 15.20 | café\n03/05/2023 | 18.40 | pain\n04/05/2023 | 21.05 | gazole\n"


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("BOOK OF KEYS\n 04/09/21 1430  Key 7 out\n 06/09/21 0815  Key 7 back\n", ["14:30", "08:15"]),
        ("BOOK OF KEYS\n 04/09/21 1430  Key 7 out\n 06/09/21 1875  Key 7 back\n", []),
        ("TARIF\n 04/09/2021  1430  riz\n 06/09/2021  0815  riz\n", []),
        (
            OBSERVED.format("Heure"),
            ["15:20", "18:40", "21:05"],
        ),
        (
            OBSERVED.format("Débit"),
            [],
        ),
    ],
    ids=["two whole days", "no hours", "no log", "a column of hours", "a column of money"],
)
def test_hours_after_whole_days(text: str, hours: list[str]) -> None:
    found = [one for one in found_on(text, [Dates()], "other") if isinstance(one, Mention) and one.kind == "date"]
    told = [one.time for one in sorted(found, key=lambda one: one.span.start) if one.time]
    assert [one.earliest[11:16] for one in told if "T" in one.earliest] == hours


ACCOUNT = """RELEVÉ Période : 01.02.2021 – 28.02.2021
Date      Valeur    Libellé                    Débit
02.02     03.02     VIREMENT REÇU
09.02     09.02     RETRAIT                    240,00
17.02     18.02     FRAIS DE DOSSIER           12,50
26.02               SOLDE
"""


def test_days_of_an_account_that_are_told_as_hours_are() -> None:
    found = [one.time.edtf for one in read(ACCOUNT, act="2021-03-04") if one.time]
    days = [2, 3, 9, 9, 17, 18, 26]
    assert found == ["2021-02-01/2021-02-28", *(f"2021-02-{day:02}" for day in days)]


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("La caméra du parking le 2 mai à 1 h 15.", "fr", "2023-05-02T01:15:00"),
        ("M. Ferreira, le 2 mai.", "fr", "2023-05-02"),
        ("Le juge devrait l'entendre vendredi.", "fr", "2023-06-16"),
        ("Mar. 13 – Visite du dépôt.", "fr", "2023-06-13"),
        ("Sam. 10, 2 h 10 : deux camions.", "fr", "2023-06-10T02:10:00"),
        ("3. June 4, 09:15 hrs: opened.", "en", "2023-06-04T09:15:00"),
        ("banned until end Feb 2024", "en", "../2024-02-29"),
        ("une école depuis janvier", "fr", "2023-01/.."),
        ("Midday  Freezer opened.", "en", "2023-06-15T12:00:00"),
    ],
)
def test_days_as_notes_and_papers_tell_them(text: str, language: str, told: str) -> None:
    assert one(text, language).edtf == told


def test_a_part_of_the_day_that_heads_a_line_of_a_log_has_its_hours() -> None:
    assert bounds("Late afternoon   Moved to cell 4.", "en") == ("2023-06-15T16:00", "2023-06-15T18:00")


MINUTES = (
    "NOTES D'AUDIENCE du 15 juin 2023\nPrévention : vol, dans la nuit du 3 au 4 mai 2023.\n\n"
    "8 h 35 – L'affaire est appelée.\n\n8 h 58 – M. Roux, témoin.\n\n9 h 20 – Réquisitions.\n"
)


def test_a_night_told_in_the_minutes_of_a_hearing_is_not_that_of_its_hours() -> None:
    assert starts(MINUTES)[-3:] == ["2023-06-15T08:35", "2023-06-15T08:58", "2023-06-15T09:20"]


def test_a_sitting_is_closed_on_its_own_day() -> None:
    assert starts("Le pont fut coupé le 3 mai 2023. La séance est levée à 13 h 05.") == [
        "2023-05-03",
        "2023-06-15T13:05",
    ]
