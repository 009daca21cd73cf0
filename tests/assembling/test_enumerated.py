"""A number and its parts in one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.records import Dossier

Case = Callable[..., Dossier]


def told(case: Case, text: str) -> list[list[str]]:
    found = [one for one in findings(case({"text": text}), [], []) if one.rule.startswith("sentence-parts-differ@")]
    return [[citation.span.exact for citation in one.citations] for one in found]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Il y avait en tout 24 vaches : 5 au pré, huit à l'étable et 9 sur la route.", ["5", "huit", "9", "24"]),
        ("We took 41 bottles in all: 12 from the bar, 20 from the cellar; 8 from the van.", ["12", "20", "8", "41"]),
        ("A total of 1,250 litres was sold: 800 to the mill and 350 to the school.", ["800", "350", "1,250"]),
    ],
)
def test_parts_of_another_sum_are_cited_with_the_total(case: Case, text: str, cited: list[str]) -> None:
    assert told(case, text) == [cited]


@pytest.mark.parametrize(
    "text",
    [
        "Il y avait en tout 22 vaches : 5 au pré, huit à l'étable et 9 sur la route.",
        "Il y avait en tout 24 vaches : 5 au pré, huit à l'étable, les autres sur la route.",
        "Il y avait en tout 24 vaches : 5 au pré et 9 sur la route, dont 3 veaux.",
        "On 3 May he had 24 cows in all: 5 in the field and 9 on the road.",  # two numbers before the colon
        "In all 24 cows were seen: the owner came.",
    ],
)
def test_what_is_no_full_list_is_not_added_up(case: Case, text: str) -> None:
    assert told(case, text) == []
