"""A stamp of receipt dates the receipt, and neither the act nor what somebody says he received."""

from __future__ import annotations

import pytest

from greffier.records import Dating
from greffier.steps import read_text


def dated(text: str) -> tuple[str | None, str | None]:
    """The days of the act and of the receipt."""
    (dating,) = [found for found in read_text(text) if isinstance(found, Dating)]
    return tuple(time.edtf[:10] if time else None for time in (dating.act, dating.received))  # type: ignore[return-value]


@pytest.mark.parametrize(
    "stamp",
    [
        "REÇU LE\n12 MARS 2023",
        "Reçu le 12/03/2023 à 14 h 10",
        "Courrier arrivé le : 12/03/2023",
        "ARRIVÉE\n12.03.2023",
        "TRIBUNAL DE CORVIGNY\n12 MARS 2023\nARRIVÉE",
        "LE 12 MARS 2023 REÇU AU GREFFE",
        "Enregistré au greffe le 12 mars 2023",
        "Date de réception : 12 mars 2023",
    ],
)
def test_french_stamps(stamp: str) -> None:
    assert dated(f"{stamp}\n\nRAPPORT\nCorvigny, le 4 mars 2023\nLe camion est reparti.") == (
        "2023-03-04",
        "2023-03-12",
    )


@pytest.mark.parametrize(
    "stamp", ["RECEIVED\n12 MAR 2023\nLegal Dept", "Date received: 12 March 2023", "Received on 12 March 2023"]
)
def test_english_stamps(stamp: str) -> None:
    assert dated(f"{stamp}\n\nMEMORANDUM\nDate: 4 March 2023\nThe van left.") == ("2023-03-04", "2023-03-12")


@pytest.mark.parametrize(
    "told",
    [
        "Il a reçu le 12 mars 2023 une lettre de sa sœur.",
        "Reçu le 12 mars 2023 la somme de 300 euros de M. Morval.",
        "Échantillons reçus le 12 mars 2023",
        "He received on 12 March 2023 a call from the office.",
        "Le gérant est arrivé le 12 mars 2023 vers midi, seul, et n'est reparti que le soir.",
    ],
)
def test_what_prose_says_was_received_is_no_stamp(told: str) -> None:
    assert dated(f"RAPPORT\nCorvigny, le 4 mars 2023\n{told}") == ("2023-03-04", None)
