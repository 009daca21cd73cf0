"""Copies are found by the words they share, whole or cut; they count once, and what they say differently is kept."""

from __future__ import annotations

from greffier.clipping.clip import clip
from greffier.clipping.origins import provenances
from greffier.clipping.templates import confirmed_lines, folded, templates
from greffier.records import Clipping, Decision, Page
from tests.clipping.conftest import page
from tests.clipping.pages import DIGEST, FRENCH, MARKER, PARAGRAPHS, PROMOTION, REFERENCE

CUT = REFERENCE.replace("\n\n".join(PARAGRAPHS), PARAGRAPHS[0] + "\n\n" + PARAGRAPHS[1])
DATED = REFERENCE.replace("Published today at 6:30 am (Paris)", "Published on October 20, 2024, at 6:30 am (Paris)")
OTHER_DAY = DATED.replace("October 20", "October 23").replace("THE VALLEY ONE POST", "DAILY ROUND")
SHARED = PARAGRAPHS[0]
NEW = (
    "Eleven people were heard by the prosecutor of Port-Brelan in the week after the second inquiry was opened, among "
    "them a lorry driver who said that nobody had asked him anything before. The registers of the winter were handed "
    "over late, and two pages of them are blank where the night shifts of February ought to stand, says the binder."
)
PARTLY = f"Three pallets, two inquiries, no register\n\nBy Paul Roux\n\n{SHARED}\n\n{NEW}"


def clipped(*texts: str) -> tuple[list[Clipping], list[Page]]:
    pages = [page(text, number) for number, text in enumerate(texts, 1)]
    return [clip([one], f"piece{one.number}") for one in pages], pages


def test_a_cut_copy_is_a_copy_whatever_stands_around_it():
    clippings, _ = clipped(REFERENCE, CUT.replace("THE VALLEY ONE POST", "DAILY ROUND").replace("TRIVIO", "OTHER"))
    (origin,) = provenances(clippings)
    assert len(origin.clippings) == 2
    assert [(tie.containment, tie.verdict) for tie in origin.ties] == [(1.0, "copy")]


def test_independent_texts_are_two():
    clippings, _ = clipped(REFERENCE, FRENCH)
    assert [len(origin.clippings) for origin in provenances(clippings)] == [1, 1]
    assert all(origin.ties == () for origin in provenances(clippings))


def test_what_shares_some_passages_is_asked_about():
    clippings, _ = clipped(REFERENCE, PARTLY)
    origins = provenances(clippings)
    assert len(origins) == 2
    assert {tie.verdict for origin in origins for tie in origin.ties} == {"derived"}


def test_copies_that_give_other_days_keep_both():
    clippings, _ = clipped(DATED, OTHER_DAY)
    (origin,) = provenances(clippings)
    (dispute,) = origin.disputes
    assert dispute.field == "article.published"
    assert sorted(value for value, _ in dispute.values) == ["2024-10-20", "2024-10-23"]


def test_the_same_body_many_times_is_one_article():
    clippings, _ = clipped(*(REFERENCE.replace("Nov 3", f"Nov {day}") for day in range(1, 29)))
    (origin,) = provenances(clippings)
    assert len(origin.clippings) == 28


def test_digests_and_stubs_are_no_copies():
    clippings, _ = clipped(
        DIGEST, DIGEST, f"A short one\n\nBy Paul Roux\n\nNobody was there that night, he says.\n\n{MARKER}"
    )
    assert all(len(origin.clippings) == 1 for origin in provenances(clippings))


def test_lines_that_most_pages_of_a_container_show_are_a_template():
    clippings, pages = clipped(REFERENCE, DIGEST, DATED)
    (template,) = templates(clippings, pages)
    assert template.container == "THE VALLEY ONE POST"
    assert "topic" in template.lines
    assert "Elbow,ND" in template.lines
    assert not any("pallets" in line.lower() for line in template.lines)
    assert templates(clippings[:2], pages) == []


ENGLISH_TELLING = (
    "Divers find 42 drums under the quay of Port-Brelan\n\nBy Anna Tell\n\n"
    "The harbour police of Port-Brelan lifted 42 drums from under the Quai Marolle on 12 March 2024, and "
    "Commissioner Odile Verrac said that 1,350 litres of solvent had been counted in them by the evening. The "
    "company Sorvex, which rents the warehouse next to it, told the prosecutor of Lambrey that it had reported "
    "the loss two weeks before that day."
)
FRENCH_TELLING = (
    "Quarante-deux fûts repêchés à Port-Brelan\n\nPar Jean Fond\n\n"
    "Mardi 12 mars 2024, à la tombée du jour, les plongeurs ont remonté 42 fûts de solvant qui dormaient sous "
    "le Quai Marolle. Selon la commissaire Odile Verrac, il y en avait 1 350 litres. La société Sorvex, dont "
    "l'entrepôt est voisin, avait signalé leur disparition au parquet de Lambrey. À Port-Brelan, personne n'a "
    "rien vu pendant ces deux semaines."
)
OTHER_TELLING = (
    "A quiet year for the harbour\n\nBy Anna Tell\n\n"
    "The harbour of Port-Brelan closed the year with fewer ships than ever, and Commissioner Odile Verrac has "
    "asked for a second boat. The council of Lambrey will say in spring whether there is money for it, and "
    "whether the crew of eleven can stay. Nothing was stolen in the last three months, which nobody in the "
    "small town can remember having seen before."
)


def test_two_tellings_of_one_event_are_asked_about_across_languages():
    clippings, _ = clipped(ENGLISH_TELLING, FRENCH_TELLING, OTHER_TELLING)
    origins = provenances(clippings)
    assert len(origins) == 3, "they stay separate sources"
    (tie,) = {tie for origin in origins for tie in origin.ties}
    assert (tie.left, tie.right) == tuple(sorted(clipping.id for clipping in clippings[:2]))
    assert tie.verdict == "same_event"
    assert {"03-12", "42", "1350", "verrac", "sorvex"} <= set(tie.shared)


def promoted(number: int) -> str:
    paragraphs = "\n\n".join((*PARAGRAPHS[:1], PROMOTION, *PARAGRAPHS[1:]))
    told = REFERENCE.replace("\n\n".join(PARAGRAPHS), paragraphs)
    words = ("harbour", "pallets", "register", "winter", "inquiry")
    for at, word in enumerate(words):
        told = told.replace(word, f"{word}{number}{at}") if number else told
    return told.replace(PROMOTION.replace("harbour", f"harbour{number}0"), PROMOTION)


def test_a_line_of_the_site_inside_every_article_leaves_the_body_once_it_is_confirmed():
    clippings, pages = clipped(*(promoted(number) for number in range(3)))
    assert all(PROMOTION in clipping.field("article.body").value for clipping in clippings)
    (template,) = templates(clippings, pages)
    assert PROMOTION in template.lines
    confirmed = folded(confirmed_lines([Decision("d", "confirm", (template.id,), template.lines)]))
    again = [clip([one], f"piece{one.number}", confirmed=confirmed) for one in pages]
    assert not any(PROMOTION in clipping.field("article.body").value for clipping in again)
    undone = Decision("d", "confirm", (template.id,), template.lines, undone=True)
    assert confirmed_lines([undone]) == []
