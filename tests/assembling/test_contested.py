"""One fact told in two papers: another doer, another hour, another day, another amount; and what only looks like it."""

from __future__ import annotations

import pytest

from tests.assembling.whole import asked

HEARD = "PROCÈS-VERBAL D'AUDITION\nLe 30 mai 2022.\nAUDITION DE Nadège COURVILLE, née le 4 mars 1980\n{}\n"
ALSO = "PROCÈS-VERBAL D'AUDITION\nLe 31 mai 2022.\nAUDITION DE Rémi VASSAL, né le 9 juin 1977\n{}\n"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (
            "C'est Ugo MORVAL qui a ouvert le hangar.",
            "Q. Qui a ouvert le hangar ?\nR. Jean KERGOAT, avec sa clé.",
            True,
        ),
        ("C'est Ugo MORVAL qui a ouvert le hangar.", "Q. Qui a ouvert le hangar ?\nR. Moi, avec ma clé.", True),
        ("C'est Rémi VASSAL qui a coupé le scellé.", "Je n'ai coupé aucun scellé.", True),
        ("C'est Rémi VASSAL qui a coupé le scellé.", "Je n'ai ouvert aucun courrier.", False),
        ("C'est Ugo MORVAL qui a ouvert le hangar.", "Q. Qui a ouvert le hangar ?\nR. MORVAL, avec sa clé.", False),
        ("C'est Ugo MORVAL qui a ouvert le hangar.", "Q. Qui a fermé le hangar ?\nR. Jean KERGOAT.", False),
        ("Ugo MORVAL a ouvert le hangar.", "Jean KERGOAT a ouvert le hangar.", True),  # told once by each, and no more
    ],
)
def test_two_doers_or_one_who_denies_it(first: str, second: str, found: bool) -> None:
    plain = first.startswith("Ugo")
    hits = asked("doer-contested", a_txt=HEARD.format(first), b_txt=ALSO.format(second))
    assert bool(hits) == (found and not plain)


def test_everybody_who_contests_one_act_is_shown_together() -> None:
    (cited,) = asked(
        "doer-contested",
        a_txt=HEARD.format("Q. Qui a coupé le scellé ?\nR. Ugo MORVAL lui-même."),
        b_txt=ALSO.format("Q. Qui a coupé le scellé ?\nR. Jean KERGOAT."),
        c_txt="AUDITION DE Jean KERGOAT, né le 3 juin 1970\nLe 2 juin 2022.\nJe n'ai coupé aucun scellé.\n",
    )
    assert len(cited) == 3


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("The lorry was parked in the yard. It left the brickworks at a quarter past one in the night.", True),
        ("Q. When did the lorry leave the brickworks?\nA. At half past eight in the evening.", True),
        ("The lorry left the brickworks at ten past eleven in the evening.", False),
        ("The lorry left my home at half past eight in the evening.", False),
        ("The crane left the quarry at half past eight in the evening.", False),
        ("The brickworks stood open at half past eight in the evening.", False),
    ],
)
def test_two_hours_of_one_act(second: str, found: bool) -> None:
    first = "REPORT\n5 May 2023\nThe lorry left the brickworks on 4 May 2023 at 11 p.m., fully laden.\n"
    told = f"STATEMENT\n8 May 2023\nThis is about the night of 4 May 2023.\n{second}\n"
    assert bool(asked("hour-differs", a_txt=first, b_txt=told)) == found


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("Le 15 septembre 2020, il a été procédé à la destruction de trois cents (300) traitements périmés.", True),
        ("Le 14 septembre 2020, il a été procédé à la destruction de trois cents (300) traitements périmés.", False),
        ("Le 15 septembre 2020, il a été procédé à la destruction de quarante (40) traitements périmés.", False),
    ],
)
def test_two_days_of_one_act(second: str, found: bool) -> None:
    first = (
        "RAPPORT\nPérimés. 300 traitements ont été mis à part et détruits le 14 septembre 2020, procès-verbal joint.\n"
    )
    assert bool(asked("day-of-act-differs", a_txt=first, b_txt=f"PROCÈS-VERBAL\n{second}\n")) == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Mr Zondi reported 14 members in arrears.", "Fifteen members were in arrears, which I reported myself.", True),
        ("Mr Zondi reported 14 members in arrears.", "I reported that fourteen members were in arrears.", False),
        (
            "Mr Zondi reported 14 members in arrears.",
            "Of the 14 members in arrears I reported, 15 members paid.",
            False,
        ),
        ("On 3 May we found 14 jars of oil.", "On 9 May we found 15 jars of oil.", False),
        ("Found: 14 bottles of gin.", "Seen in another place: 15 jars of oil.", False),
    ],
)
def test_two_amounts_of_one_thing(first: str, second: str, found: bool) -> None:
    hits = asked("told-amounts-differ", a_txt=f"MINUTES\n{first}\n", b_txt=f"AFFIDAVIT\n{second}\n")
    assert bool(hits) == found


@pytest.mark.parametrize(
    ("denial", "found"),
    [
        ("There was no board meeting on 12 April 2021.", True),
        ("There was no board meeting on 19 April 2021.", False),
        ("There was no dinner on 12 April 2021.", False),
        ("The tank was never delivered to us.", True),
        ("The tank was never cleaned by us.", False),
        ("The window was never delivered to us.", False),
        ("The permit announced for the tank was never delivered to us.", False),
    ],
)
def test_what_is_denied_was_done(denial: str, found: bool) -> None:
    minutes = (
        "MINUTES\nThe tank was delivered on 9 April 2021. The board approved it at its meeting of 12 April 2021.\n"
    )
    assert bool(asked("done-and-denied", a_txt=minutes, b_txt=f"AFFIDAVIT\n{denial}\n")) == found


def test_a_bare_mark_is_the_exhibit_that_a_record_calls_a_seal() -> None:
    record = "PROCÈS-VERBAL\nTrouvons deux (2) tronçonneuses Stihl, scellé S2. Trouvons un carnet, scellé S3.\n"
    receipt = "REÇU DE DÉPÔT\n   S2    trois tronçonneuses Stihl\n   S3    un carnet de chantier\n"
    assert asked("count-differs", a_txt=record, b_txt=receipt)
    assert not asked("count-differs", a_txt=record, b_txt=receipt.replace("trois", "deux"))


def test_numbers_of_papers_that_follow_each_other_are_not_swapped() -> None:
    texts = {
        f"p{number}_txt": f"REPORT\nReport no. OIG-{number} was filed.\n" for number in (100101, 100110, 100120, 100125)
    }
    assert not asked("digits-swapped", **texts)


def test_who_is_told_by_his_office_or_beside_it() -> None:
    guard = "AUDITION DE Brahim OUBELLA, né le 3 mai 1969 à Fès\nC'est le directeur lui-même qui a fermé le coffre.\n"
    head = "AUDITION DE Driss BENNIS, né le 5 novembre 1964 à Fès, directeur\n{}\n"
    other = head.format("C'est la comptable, Mme Zineb OUALI, qui a fermé le coffre.")
    assert asked("doer-contested", a_txt=guard, b_txt=other)
    assert not asked("doer-contested", a_txt=guard, b_txt=head.format("C'est moi qui ai fermé le coffre."))


@pytest.mark.parametrize(("plate", "found"), [("YG68 XMR", True), ("KX19 VTE", False)])
def test_hours_are_of_one_vehicle(plate: str, found: bool) -> None:
    one = "REPORT\n5 May 2023\nThe lorry YG68 XMR left the brickworks on 4 May 2023 at 11 p.m., fully laden.\n"
    told = f"The lorry {plate} left the brickworks at half past eight in the evening."
    other = f"STATEMENT\n8 May 2023\nThis is about the night of 4 May 2023.\n{told}\n"
    assert bool(asked("hour-differs", a_txt=one, b_txt=other)) == found


def test_hours_of_statements_are_not_of_the_day_on_which_they_were_made() -> None:
    driver = "STATEMENT OF John Mbeki\n18 September 2019\nWe left the depot with the load at four in the morning.\n"
    other = "STATEMENT OF Nosipho Gcaba\n20 September 2019\nWe left the depot with the load at half past two.\n"
    assert asked("hour-differs", a_txt=driver, b_txt=other)


def test_exchanged_digits_of_what_the_sentence_before_names() -> None:
    one = "AUDITION\nLe coffre contenait 186 000 dirhams le soir.\n"
    other = "AUDITION\nLa comptable a fermé le coffre le soir.\nIl y avait 168 000 dirhams, la paie de tous.\n"
    assert asked("digits-swapped", a_txt=one, b_txt=other)
