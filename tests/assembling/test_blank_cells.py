"""Lists of seals in which one object has no number, and tables whose empty cells say nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.records import Dossier

Case = Callable[..., Dossier]


def told(case: Case, text: str) -> list[str]:
    found = [one for one in findings(case({"text": text}), [], []) if one.rule.startswith("missing-seal-number@")]
    return [one.citations[0].span.exact for one in found]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("INVENTAIRE DES SCELLÉS\n| N° | Objet      | Saisi chez |\n|----|------------|------------|\n| 1  | un sac "
         "    | BA         |\n"
         "| 2  | un couteau | BA         |\n|    | une clé    | SY         |\n| 3  | un carnet  | SY         |", "| "
         "   | une clé    | SY         |"),
        ("PROPERTY SEIZED\nexhibit;description;found by;seal no\nA1;phone;Roe;77101\nA2;knife;Roe;77102\n"
         "A3;tin;Doe;........\nA4;bag;Doe;77104",
         "A3;tin;Doe;........"),
        ("EXHIBITS\n label    what              taken by     bag no.\n K/1      powder, kitchen   P. Roe       B "
         "4411\n"
         " K/2      powder, attic     P. Roe       B 4412\n K/3      scales            T. Doe       B ......\n"
         " K/4      notebook          T. Doe       B 4414\n", "K/3      scales            T. Doe       B ......"),
        ("Pièces à conviction\n| Repère | Désignation | Scellé n° |\n| A | pistolet | 553.201 |\n| B | chargeur | "
         "553.202 |\n"
         "| C | carnet | 553.203 |\n| D | téléphone | à compléter |", "| D | téléphone | à compléter |"),
    ],
)  # fmt: skip
def test_an_object_without_a_number_is_asked_about(case: Case, text: str, row: str) -> None:
    assert told(case, text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        # the second line of a long cell
        "SCELLÉS\n| N° | Objet | Chez |\n| 1 | un sac | BA |\n|   | de sport bleu | |\n| 2 | un couteau | BA |\n| 3 "
        "| un carnet | SY |",
        # a register of letters
        "COURRIER\n| N° | Objet | De |\n| 1 | plainte | BA |\n| 2 | avis | BA |\n|   | rappel | SY |\n| 3 | note | "
        "SY |",
        # things that bear no seal are told by a dash
        "EXHIBITS\nitem;what;seal no\n1;phone;77101\n2;car;-\n3;knife;77103\n4;tin;77104",
        # most rows have none
        "SEIZED\nwhat;where;seal no\nphone;hall;77101\ncar;yard;\nboat;quay;\nvan;yard;\ntin;hall;77104\n"
        "pan;hall;77105",
    ],
)
def test_other_empty_cells_are_not(case: Case, text: str) -> None:
    assert told(case, text) == []
