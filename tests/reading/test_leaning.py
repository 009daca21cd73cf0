"""What a time leans on: the day of the piece, the day told last, the head of a sheet, the lines of a log."""

from __future__ import annotations

import pytest

from greffier.records import Time
from tests.reading.dated import ACT, bounds, one, read, starts

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


def test_without_an_anchor_the_bounds_are_unknown() -> None:
    time = one("le 16 mars", act=None)
    assert (time.edtf, time.earliest, time.latest) == ("XXXX-03-16", "", "")
    assert time.modality != "stated"


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


def test_a_day_of_the_next_weeks_is_not_of_last_year() -> None:
    assert bounds("le 13 juillet") == ("2023-07-13", "2023-07-13")


def test_months_counted_from_a_month_are_a_stretch_about() -> None:
    time = read("En septembre 2021, il part. Trois mois plus tard, il revient.")[-1].time
    assert time is not None
    assert (time.earliest, time.latest, time.approximate) == ("2021-12-01", "2021-12-30", True)


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


LOGS = [
    ("0814 Subject leaves.\n0820 Enters shop.\n0831-0840 In shop.\n1005 Home.",
     ["08:14", "08:20", "08:31", "10:05"]),
    ("Held.\n\n22.58 Arrived.\n23.05 Searched, £17.45.\n23.10 Phone. Out 23.15.\n00.20 Asleep.",
     ["22:58", "23:05", "23:10", "23:15", "00:20"]),
    ("Authorised by Sgt Pell, 22.2O. Rights given 22.25. Doctor, 01.1O. Asleep 02.30.",
     ["22:20", "22:25", "01:10", "02:30"]),
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


def test_english_numbers_follow_the_order_that_the_piece_shows_elsewhere() -> None:
    first, second = read("Opened 25/03/2022, closed 05/06/2022.", "en")
    assert first.time is not None
    assert second.time is not None
    assert second.time.earliest == second.time.latest == "2022-06-05"


def moments(text: str, language: str = "fr", act: str | None = ACT) -> list[tuple[str, str]]:
    return [(one.time.earliest, one.time.latest) for one in read(text, language, act) if one.time is not None]


def test_what_is_told_in_the_lines_of_a_log_moves_none_of_its_hours() -> None:
    text = (
        "LOG  14 June 2023\n\n18:05 Keane leaves. Same coat as on 27 May.\n18:40 Says he is off to Hull on 20 June"
        " at 09:00.\n22:50 Lights out.\n00:35 A man arrives. He will be back about 8 in the morning.\n02:10 Stand down."
    )
    assert starts(text, "en") == [
        "2023-06-14", "2023-06-14T18:05", "2023-05-27", "2023-06-14T18:40", "2023-06-20T09:00", "2023-06-14T22:50",
        "2023-06-15T00:35", *starts(text, "en")[7:-1], "2023-06-15T02:10",
    ]  # fmt: skip


def test_what_is_said_in_a_line_of_a_log_is_counted_from_that_line() -> None:
    text = "12 juin 2023\n14:02 Moka : tu viens ce soir ?\n14:10 Bibi : nn demain\n14:30 Moka : ok\n\nRédigé ce jour."
    assert starts(text)[2] == "2023-06-12T18:00"
    assert starts(text)[4] == "2023-06-13"
    assert starts(text)[-1] == ACT


def test_an_answer_in_a_chat_is_of_the_day_that_the_line_before_proposed() -> None:
    text = (
        "12/06/2023 14:02 - Moka : tu viens demain ?\n12/06/2023 14:10 - Bibi : oui pas avant 21h\n"
        "12/06/2023 14:11 - Moka : ok\n12/06/2023 14:12 - Bibi : bien"
    )
    assert moments(text)[3] == ("2023-06-13T21:00", "")


def test_a_line_of_a_form_is_of_the_running_day_and_not_of_the_day_told_above() -> None:
    text = "Début : 13/06/2023 à 20:15\nRepos de 21 h 45 à 8 h 10\nRepas à 8 h 15\nAudition de 9 h 00 à 10 h 20"
    assert moments(text)[1:] == [
        ("2023-06-13T21:45", "2023-06-14T08:10"), ("2023-06-14T08:15", "2023-06-14T08:15"),
        ("2023-06-14T09:00", "2023-06-14T10:20"),
    ]  # fmt: skip


SHEETS = [
    "Call 41   12/06/2023 22:40   OUT\nA: hello\n\nCall 43   14/06/2023 10:41   IN\nA: he came yesterday",
    "Date: 15 June 2023\n\nNo news.\n\nOn 14 June 2023 at 11:03, Owen Pryce wrote:\n> I was there yesterday.",
    "From: A\nSent: 15 June 2023 16:42\n\nNo.\n\nFrom: B\nSent: 14 June 2023 09:00\n\nHe came yesterday.",
]


@pytest.mark.parametrize("text", SHEETS)
def test_a_call_or_a_mail_that_is_quoted_is_counted_from_its_own_date(text: str) -> None:
    assert starts(text, "en")[-1] == "2023-06-13"


HOURS = [
    # text, when its last time begins
    ("Samedi 10, vers 23 heures, deux hommes viennent. Ils repartent à 2 heures du matin.", "2023-06-11T02:00"),
    ("Vous étiez où le 30 mai ? Hier, il a téléphoné.\n-- Suspendons l'audition à 15 heures 25.", "2023-06-15T15:25"),
    ("Je l'ai vu le 2 mai à 9 heures.\nFin de l'audition à 16 h 35.", "2023-06-15T16:35"),
    (
        "Vous êtes entendu pour des faits commis entre le 2 et le 4 mai 2023. À 6 h 48, avisons sa sœur.",
        "2023-06-15T06:48",
    ),
    ("J'ai reçu la facture du 2 mai et je l'ai payée hier. À 17 h, il a appelé.", "2023-06-14T17:00"),
]


@pytest.mark.parametrize(("text", "first"), HOURS)
def test_the_day_of_an_hour_told_alone(text: str, first: str) -> None:
    assert starts(text)[-1] == first


WEEKDAYS = [
    # text, language, when its last time begins
    ("The first box vanished on 11 December 2022.\n\nOn Tuesday the jury saw a film.", "en", "2023-06-13"),
    ("The first box vanished on 11 December 2022. It was found on the Tuesday.", "en", "2022-12-13"),
    ("He left on 3 May 2022.\n\nHe will be cross-examined on Friday.", "en", "2023-06-16"),
    ("Semaine du 5 au 11 juin 2023\n\nLundi : rien.\nMercredi : un appel.", "fr", "2023-06-07"),
]


@pytest.mark.parametrize(("text", "language", "first"), WEEKDAYS)
def test_a_day_of_the_week_is_near_the_piece_unless_the_story_goes_on(text: str, language: str, first: str) -> None:
    assert starts(text, language)[-1] == first


LEANING = [
    # text, language, what the last date is worth
    ("En septembre 2014, il est parti. La nuit du 3 au 4, il est revenu.", "fr", ("2014-09-03", "2014-09-04")),
    ("La semaine dernière, il a écrit deux fois : lundi et mercredi.", "fr", ("2023-06-07", "2023-06-07")),
    ("Mon bail court jusqu'en octobre.", "fr", ("", "2023-10-31")),
    ("He stayed with us until 30 April.", "en", ("", "2023-04-30")),
    ("He stayed there until 11 May. The next day he left.", "en", ("2023-05-12", "2023-05-12")),
    ("I sent the invoice of 14 September 2022. It must be paid by the 28th.", "en", ("", "2023-06-28")),
    ("He was arrested in August after a tip.", "en", ("2022-08-01", "2022-08-31")),
    ("Elle me doit 150 euros depuis mai.", "fr", ("2023-05-01", "")),
    ("Je réponds avant la fin du mois.", "fr", ("", "2023-06-30")),
    ("On 9 May 2023 he came. He had checked in on the Thursday before. He left at 9.30 am.", "en",
     ("2023-05-09T09:30", "2023-05-09T09:30")),
    ("Search at 06:02 on 29 May 2023.\n\nA ticket for 8 June, found in a coat.\n\nHe came to at 07:32.", "en",
     ("2023-05-29T07:32", "2023-05-29T07:32")),
    ("He paid me until the 8th.", "en", ("", "2023-06-08")),
    ("On 16 July 2022 he came. The Friday before, he had rung.", "en", ("2022-07-15", "2022-07-15")),
    ("Il est venu le 6 juin. Le lendemain 7 juin à 8 h 15, il part.", "fr", ("2023-06-07T08:15", "2023-06-07T08:15")),
    ("Le local sera fermé du 14 au 31 juillet.", "fr", ("2023-07-14", "2023-07-31")),
    ("Subject: pallets\n\nAccounting closes on Friday.", "en", ("2023-06-16", "2023-06-16")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "worth"), LEANING)
def test_what_an_incomplete_date_leans_on(text: str, language: str, worth: tuple[str, str]) -> None:
    assert moments(text, language)[-1] == worth


def test_days_of_a_register_lie_in_the_year_of_its_title() -> None:
    assert starts("REGISTRE - ANNÉE 2004\n\nLe 12 mars, entrée.", act=None)[-1] == "2004-03-12"
