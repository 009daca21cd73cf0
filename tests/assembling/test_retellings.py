"""One act told in two papers, with another doer or on another day; and who was seen in two places."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.seeded.here import added

REPORT = "RAPPORT\nLe 12 mai 2022.\nNous, Paul ESTERLIN, lieutenant de police, rapportons.\n{}\n"
HEARING = "PROCES-VERBAL D'AUDITION\nLe 30 mai 2022.\nNous, Aline DORVEAU, entendons un témoin.\n{}\n"


def rules(folder: Path, *texts: str) -> set[str]:
    box = folder / "box"
    box.mkdir()
    for number, text in enumerate(texts):
        (box / f"{number}.txt").write_text(text, encoding="utf-8")
    return {one.rule.partition("@")[0] for one in added(box).findings()}


SEEN = "Le 3 mai 2022 à 9 h 40, Ugo MORVAL remet une sacoche beige à Lise BRENNEC."


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("RÉPONSE : C'est Jean KERGOAT qui a remis la sacoche beige à Lise BRENNEC le 3 mai 2022 à 9 h 40.", True),
        ("RÉPONSE : Jean KERGOAT a remis un bidon à Lise BRENNEC le 3 mai 2022 à 9 h 40.", False),
        ("RÉPONSE : C'est Jean KERGOAT qui a remis la sacoche beige à Lise BRENNEC le 4 mai 2022 à 9 h 40.", False),
        ("RÉPONSE : C'est Jean KERGOAT qui a remis la sacoche beige à Anne LE GOFF le 3 mai 2022 à 9 h 40.", False),
        ("RÉPONSE : MORVAL Ugo a remis la sacoche beige à Lise BRENNEC le 3 mai 2022 à 9 h 40.", False),
    ],
)
def test_two_doers_of_one_act(tmp_path: Path, told: str, found: bool) -> None:
    assert ("doer-differs" in rules(tmp_path, REPORT.format(SEEN), HEARING.format(told))) == found


LOADED = "Le 3 mai 2022 à 9 h 40, Ugo MORVAL hisse le coffre vert sur la remorque de Lise BRENNEC."


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("RÉPONSE : Ugo MORVAL a hissé le coffre vert sur la remorque de Lise BRENNEC le 8 mai 2022.", True),
        ("RÉPONSE : Ugo MORVAL a hissé le coffre vert sur la remorque de Lise BRENNEC le 3 mai 2022 à 11 h.", False),
        ("RÉPONSE : Ugo MORVAL a hissé un autre coffre vert sur la remorque de Lise BRENNEC le 8 mai 2022.", False),
        ("RÉPONSE : Ugo MORVAL devait hisser le coffre vert sur la remorque de Lise BRENNEC le 8 mai 2022.", False),
        ("RÉPONSE : Ugo MORVAL a peint le portail de Lise BRENNEC le 8 mai 2022.", False),
    ],
)
def test_two_days_of_one_act(tmp_path: Path, told: str, found: bool) -> None:
    assert ("day-differs" in rules(tmp_path, REPORT.format(LOADED), HEARING.format(told))) == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Le 3 mai 2022 à 18 h 05, Ugo MORVAL est aperçu à Kerlouan, devant une boulangerie.", True),
        ("Le 3 mai 2022 à 19 h 05, Ugo MORVAL est aperçu à Kerlouan, devant une boulangerie.", False),
        ("Le 3 mai 2022 à 18 h 05, Ugo MORVAL est attendu à Kerlouan, devant une boulangerie.", False),
        ("Le 3 mai 2022 à 18 h 05, Yann MORVAL est aperçu à Kerlouan, devant une boulangerie.", False),
    ],
)
def test_one_person_seen_in_two_places(tmp_path: Path, told: str, found: bool) -> None:
    seen = "Le 3 mai 2022 à 18 h 05, Ugo MORVAL est vu à Plouescat, assis sur un banc."
    assert ("two-places" in rules(tmp_path, REPORT.format(seen), HEARING.format(told))) == found


def test_two_sums_of_one_payment_are_found_where_the_question_tells_the_day(tmp_path: Path) -> None:
    seen = "Le 3 mai 2022, Ugo MORVAL remet 4 800 euros à Lise BRENNEC."
    told = "QUESTION : Que s'est-il passé le 3 mai 2022 ?\nRÉPONSE : Ugo MORVAL a remis 8 400 euros à Lise BRENNEC."
    assert "amount-differs" in rules(tmp_path, REPORT.format(seen), HEARING.format(told))
