"""The ruler itself: marked pages are read as the guide says, and what was found is counted once."""

from __future__ import annotations

from tests.quality.annotated import read
from tests.quality.findings import counts, findings
from tests.quality.scoring import count, score
from tests.quality.told import Told, marked

PAGE = """language: fr
written: 2023-03-20
grade: A
register: report

Le ⟦date 2023-02-14 2023-02-14|14 février 2023⟧, ⟦person|Odile MARCHEVAL⟧ remet
⟦quantity 2.5 Infinity kg ~|au moins 2 500 g⟧ de cocaïne à ⟦person|Bastien KERLEVEN⟧ devant ⟦organisation|l'hôtel de
⟦place|Brévannes⟧⟧. ⟦person|Odile MARCHEVAL⟧, alias ⟦person|la Comtesse⟧, appelle le
⟦phone +33639981234|06 39 98 12 34⟧. ⟦person|Bastien KERLEVEN⟧ déclare  :
« Je n'ai rien vu partir. »
---
aliases: [[Odile MARCHEVAL, la Comtesse]]
quotes: [{words: "Je n'ai rien vu partir.", speaker: Bastien KERLEVEN, kind: direct}]
events: [{type: deliver, in: remet, roles: {agent: Odile MARCHEVAL, recipient: Bastien KERLEVEN}, polarity: positive}]
"""


def test_marks_say_what_can_be_compared() -> None:
    page = read("page", PAGE)
    values = {(one.kind, page.text[one.start : one.end]): one.value for one in marked(page)}
    assert values[("place", "Brévannes")] == ()
    assert values[("date", "14 février 2023")] == ("2023-02-14", "2023-02-14")
    assert values[("quantity", "au moins 2 500 g")] == ("2.5", "Infinity", "kg", "~")
    assert values[("phone", "06 39 98 12 34")] == ("+33639981234",)


def test_nothing_counts_twice() -> None:
    told = [Told(0, 10, "date", ("1", "1")), Told(12, 20, "date", ("2", "2"))]
    found = [Told(0, 10, "date", ("1", "1")), Told(5, 19, "date", ("2", "2")), Told(2, 4, "date", ("1", "1"))]
    assert count(told, found) == (2, 3, 1, 2, 2)


def test_scores_say_how_sure_they_are() -> None:
    counts = [count([Told(0, 1, "date")], [Told(0, 1, "date")] if number % 2 else []) for number in range(40)]
    whole = score(counts, "strict")
    assert (whole.precision, whole.recall) == (1.0, 0.5)
    assert 0.4 < whole.low < whole.f1 < whole.high < 0.9
    assert score(counts, "strict") == whole


def test_what_the_readers_find_on_a_page_is_compared_with_its_marks() -> None:
    page = read("page", PAGE)
    made = counts(page, findings(page))
    assert made["person"] == (5, 5, 5, 5, 5)
    assert made["quantity"].value == made["phone"].value == made["date"].value == 1
    assert made["alias pair"] == made["quote, speaker"] == (1, 1, 1, 1, 1)
    assert (made["event"].told, made["event"].value, made["event slot"].value) == (1, 1, 3)
