"""Acts before the paper that allows them, or after it ended: known by what both name; and what only looks so."""

from __future__ import annotations

import pytest

from tests.assembling.whole import asked

ORDER = """PARQUET DU CANTON DE LA VESLE
Ordre d'observation                                    Aubreuil, le 3 mai 2021
1. L'observation du nommé Kastor BELLINI est ordonnée dans les lieux librement accessibles.
2. La mesure dure du 3 mai 2021 au 2 juin 2021.{more}
La procureure, Annick CHEVROT
"""
WATCHED = """Police de sûreté
Rapport d'observation
17.05.2021  18:40  BELLINI sort de l'immeuble, prend le bus 32.
{day}  20:15  BELLINI est suivi jusqu'au garage.
Insp. Yves MERMILLOD
"""
CALLS = """PROJECT HARROW - LINE SUMMARIES - MacALDER
Session 117   {day} 14:02   MacALDER asks UNKNOWN MALE about lobster tags.
Session 131   2019-10-04 21:40   MacALDER and wife, domestic.
"""
TAPPED = """SUPREME COURT
AUTHORIZATION TO INTERCEPT PRIVATE COMMUNICATIONS
Made the 6th day of September 2019.
1. Persons whose private communications may be intercepted: Dale Roderick MacALDER.
2. This authorization is valid until November 5, 2019 at 11:59 p.m.
"""
APPROVED = """Abengoua, le 19 juillet 2022
DECISION N° 0714/DG portant approbation du marché T 312/2022
Le marché passé avec KOFFI HYDRO SARL est approuvé.
"""
BOUGHT = """BON DE COMMANDE N° 00451
Date : {day}
Fournisseur : KOFFI HYDRO SARL
Marché T 312/2022 - 12 pompes immergées - 84 600 000 F CFA
"""
BURNT = """REGISTRE DES SCELLES
N°    Date d'entrée   Objet                           Affaire            Sortie
206   12/04/2023      un couteau                      MP c/ Dielle       restitué 20/05/2023
208   18/04/2023      sac chanvre indien 18 kg        MP c/ Badou        incinéré {day}
"""
TO_BURN = """TRIBUNAL DE MBORO
ORDONNANCE DE DESTRUCTION
Nous, Président du tribunal, ordonnons la destruction du scellé 208 (affaire Badou).
Fait à Mboro, le 3 juillet 2023.
"""


@pytest.mark.parametrize(("day", "more", "times"), [
    ("09.06.2021", "", 1), ("01.06.2021", "", 0),
    ("09.06.2021", " Avenant : la mesure est prolongée jusqu'au 2 juillet 2021.", 0),
])  # fmt: skip
def test_a_watch_beyond_its_term(day: str, more: str, times: int) -> None:
    found = asked("act-after-expiry", ordre_txt=ORDER.format(more=more), rapport_txt=WATCHED.format(day=day))
    assert len(found) == times


def test_a_watch_of_somebody_else_rests_on_another_order() -> None:
    other = WATCHED.format(day="09.06.2021").replace("BELLINI", "GRANDJEAN")
    assert asked("act-after-expiry", ordre_txt=ORDER.format(more=""), rapport_txt=other) == []


@pytest.mark.parametrize(
    ("day", "rule"), [("2019-11-08", "act-after-expiry"), ("2019-09-02", "act-before-authorisation")]
)
def test_calls_heard_outside_the_order(day: str, rule: str) -> None:
    files = {"order_txt": TAPPED, "summaries_txt": CALLS.format(day=day)}
    assert [day in words[-1] for words in asked(rule, **files)] == [True]


@pytest.mark.parametrize(("day", "times"), [("27 juin 2022", 1), ("21 juillet 2022", 0)])
def test_an_order_of_goods_before_the_contract_was_approved(day: str, times: int) -> None:
    found = asked("act-before-authorisation", approbation_txt=APPROVED, bon_txt=BOUGHT.format(day=day))
    assert len(found) == times


@pytest.mark.parametrize(("day", "times"), [("14/06/2023", 1), ("10/07/2023", 0)])
def test_an_exhibit_burnt_before_the_order(day: str, times: int) -> None:
    found = asked("act-before-authorisation", registre_txt=BURNT.format(day=day), ordonnance_txt=TO_BURN)
    assert [day in words[-1] for words in found] == [True] * times


@pytest.mark.parametrize(("begun", "times"), [("07 h 50", 1), ("09 h 10", 0)])
def test_the_record_of_a_search_tells_its_hour_in_a_second_field(begun: str, times: int) -> None:
    warrant = (
        "MANDAT DE PERQUISITION\nconcernant l'appartement de Kastor BELLINI, chemin des Clochers 8\n"
        "Délivré le 21 juin 2021 à 08 h 45.\n"
    )
    record = (
        "PROCÈS-VERBAL DE PERQUISITION\nLieu : chemin des Clochers 8, chez BELLINI Kastor\n"
        f"Date : 21 juin 2021   Début : {begun}   Fin : 09 h 35\n"
    )
    assert len(asked("entered-before-warrant", mandat_txt=warrant, pv_txt=record)) == times
