"""What a page shows of its place in a document."""

from __future__ import annotations

import pytest

from greffier.pages.signs import MOST_PRESENTED, Signs, signs


@pytest.fixture
def shown(pages_of):
    def show(text: str) -> Signs:
        return signs(pages_of([text])[0])

    return show


def test_a_mail_presents_itself_without_a_heading(shown):
    mail = shown("From: Orla Finch\nSent: 4 May 2021\nTo: Ruth Alder\nSubject: boxes\n\nBoth are here.")
    assert mail.presented == MOST_PRESENTED
    assert shown("Both are here, from what I saw to what she told me.").presented == 0


def test_a_press_page_is_presented_by_its_byline_and_date(shown):
    page = shown("Le Phare\n4 mai 2021\nLes caisses du quai\nPar Agnès Morel\nTemps de lecture : 3 min\nLe port dort.")
    assert page.presented >= 2


def test_lone_numbers_and_counts(shown):
    assert shown("Le texte.\n- 3 -").number == 3
    assert shown("page 4\nLe texte.").number == 4
    assert shown("Il a vu 3 hommes\net 12 sacs").number is None


def test_a_sentence_that_goes_on(shown):
    first = shown("Le camion quitte le quai et prend la route de la côte, où il est suivi par deux voitures dont\n")
    later = shown("la première est celle du gérant, reconnue à sa plaque par le guetteur posté sur la jetée.")
    assert (first.ends_open, later.starts_small) == (True, True)
    assert not later.ends_open


def test_blank_pages(shown):
    assert shown(" \n. -\n").blank
    assert not shown("Le camion repart vers le port.").blank


def test_running_heads_are_compared_without_their_numbers(shown):
    assert shown("Rapport 12/3 - page 4\nLe texte.").running == shown("Rapport 12/3 - page 5\nLe texte.").running
