"""Gross less tare against net: tickets, sentences and tables, and what explains a difference."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.records import Dossier

Case = Callable[..., Dossier]


def told(case: Case, text: str) -> list[list[str]]:
    found = [one for one in findings(case({"text": text}), [], []) if one.rule.startswith("net-differs@")]
    return [[citation.span.exact for citation in one.citations] for one in found]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("TICKET 12\nGross weight: 31,480 kg\nTare weight: 12,360 kg\nNet weight: 19,210 kg\n"
         "", ["31,480", "12,360", "19,210"]),
        ("Poids en charge   28 400 kg\nPoids à vide      11 150 kg\nPoids net         17 520 kg", ["28 400", "11 "
         "150", "17 520"]),
        ("First weighing 24.62 t, second weighing 9.18 t, net 15.94 t", ["24.62", "9.18", "15.94"]),
        ("no;truck;brut;tare;net\n7;A;20100;8000;12100\n8;B;19400;8050;11530", ["19400", "8050", "11530"]),
        ("load   vehicle     gross kg    tare kg    net kg\n 1     KBX 118     40,960      16,900     24,060\n"
         " 2     KBX 204     41,180      16,940     24,420\n", ["41,180", "16,940", "24,420"]),
        ("Brut ... 41.860 kg\nTare ... 14.560 kg\nNet .... 27.300 kg\n---\nBrut ... 31.900 kg\nTare ... 12.400 kg\n"
         "Net .... 19.050 kg",
         ["31.900", "12.400", "19.050"]),
    ],
)  # fmt: skip
def test_weights_that_do_not_agree(case: Case, text: str, cited: list[str]) -> None:
    assert told(case, text) == [cited]


@pytest.mark.parametrize(
    "text",
    [
        "Gross weight: 31,480 kg\nTare weight: 12,360 kg\nNet weight: 19,120 kg\n",
        "Gross 41.34 t, tare 17.24 t, net 24,100 kg",
        "Gross 31,480\nTare 12,360\nMoisture 90\nNet 19,030",
        "Brut 12,5 kg. Le net à payer est de 300 euros, la tare de 2 kg.",
        "Emballage compris : brut 462 kg ; palettes déduites, tare 20 kg, net 440 kg",
        "TICKET 4\nBRUT 12.400 kg\nTARE -\nTICKET 5\nBRUT 28.650 kg\nTARE 12.400 kg\nNET 16.250 kg",
    ],
)
def test_weights_that_agree_or_are_explained(case: Case, text: str) -> None:
    assert told(case, text) == []
