"""The register of a store, mark by mark."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.assembling.lookup import look
from greffier.assembling.shelves import stores
from greffier.assembling.stocktaking import stocktaking
from greffier.records import Dossier

Case = Callable[..., Dossier]
REGISTER = """GREFFE DES SCELLÉS
ENTRÉES
12/04/2021   KD/1 à KD/30     30 sachets       Cpl Houngbo    armoire 1
15/04/2021   KD/32-KD/33      deux téléphones  Adj Sossa      armoire 2
(pas de KD/31, numéro annulé)
SORTIES
03/05/2021   KD/1 à KD/28     28 sachets au laboratoire
09/06/2021   KD/32            au service technique
10/06/2021   KD/33            ouvert en présence du greffier, refermé
INVENTAIRE du 1er juillet 2021
{check}"""


@pytest.mark.parametrize(
    ("check", "missing"),
    [
        ("armoire 1    KD/29    1 sachet    présent\narmoire 2    KD/33    téléphone    présent", {30}),
        ("armoire 1    KD/..    néant       vide", {29, 30, 33}),
        ("armoire 1    KD/29-KD/30    2 sachets    présents\narmoire 2    KD/33    téléphone    présent", set()),
    ],
)
def test_what_was_booked_in_and_is_nowhere_is_missing(case: Case, check: str, missing: set[int]) -> None:
    dossier = case({"text": REGISTER.format(check=check)})
    (store,) = stores(look(dossier))
    assert store.missing == missing
    asked = [one for one in findings(dossier, [], []) if one.rule.startswith("shelf-short@")]
    assert len(asked) == bool(missing)
    assert len(stocktaking(dossier)[1]) == bool(missing)


@pytest.mark.parametrize("check", ["", "armoire 3    ZB/4    un sac    présent", "KD/30 n'a pas été cherché."])
def test_without_a_check_of_its_shelves_nothing_is_said_of_a_series(case: Case, check: str) -> None:
    assert list(stores(look(case({"text": REGISTER.format(check=check)})))) == []
