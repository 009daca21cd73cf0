"""One person at two acts at one time: forms, registers, vouchers; and what is one act told twice."""

from __future__ import annotations

import pytest

from tests.assembling.whole import asked

INTERVIEW = """TRANSCRIPT OF INTERVIEW UNDER CAUTION
Suspect:       Aled PRYS
Present:       DS Ewan CARROW, DC Nuala BRECK
Place:         Ferniebrig Police Office, room 2
Date:          Wednesday 22 March 2023      Commenced 1405 hrs    Concluded 1530 hrs
"""
NOTEBOOK = """NOTEBOOK EXTRACT   PC ROSS
Wed 22/03/23  lifting day. Drum log.

0900   Contractor on site.
1240   38 up. All dented.
{hour}   Last of the north bench. The lift is witnessed by self and DC {name}, who stands at bench with clipboard.
1600   All to the compound.
"""
PV = """PROCÈS-VERBAL DE PERQUISITION
Le 14 mars 2023 à 06 h 45
Nous, CASTELLA Bruno, O.P.J., avec M. LEFORT, à Rouen, 112 rue du Moulin, chez M. DIARRA Moussa.
- Nous poursuivons sans interruption la fouille de la cave.
Clos sur place à 10 h 50.
"""
REGISTER = """REGISTRE 2023 - LOCAL DU HAVRE, 14 mars 2023
N° 2023/32   DIARRA Moussa
 Date  | Heures            | Mouvement   | Qui      | Observations
 14/03 | {hours} | audition 1  | {name} |
 14/03 | 13 h 00           | repas       | ........ | chaud
"""
MEETING = """Voici la feuille de présence de la réunion des chefs, tenue à Yamoussoukro le samedi 12 novembre 2022 :
   Nom                    Arrivée    Départ     Emargement
   OUATTA Dramane         10h05      13h20      oui
   SILUE Mamadou          09h50      13h20      oui
"""
SLIP = """ENTREPOT KAHAN                            BON DE SORTIE MAGASIN
Date  : 12/11/2022   Heure : {hour}        Destinataire : IVOGRAIN
Chargement fait et signé en ma présence au quai, ce jour à {hour} :
                    le chef d'entrepôt, D. OUATTA  (signé)
"""


@pytest.mark.parametrize(("hour", "name", "times"), [("1440", "BRECK", 1), ("1540", "BRECK", 0), ("1440", "MOSS", 0)])
def test_an_interview_and_a_lift(hour: str, name: str, times: int) -> None:
    files = {"interview_txt": INTERVIEW, "notebook_txt": NOTEBOOK.format(hour=hour, name=name)}
    assert len(asked("two-places", **files)) == times


@pytest.mark.parametrize(
    ("hours", "name", "times"),
    [("09 h 30 - 10 h 20", "Castella", 1), ("11 h 30 - 12 h 20", "Castella", 0), ("09 h 30 - 10 h 20", "Quesnel ", 0)],
)
def test_a_register_and_a_search(hours: str, name: str, times: int) -> None:
    files = {"pv_txt": PV, "registre_txt": REGISTER.format(hours=hours, name=name)}
    assert len(asked("two-places", **files)) == times


@pytest.mark.parametrize(("hour", "times"), [("11 h 40", 1), ("15 h 40", 0)])
def test_a_meeting_and_a_loading(hour: str, times: int) -> None:
    files = {"presence_txt": MEETING, "bon_txt": SLIP.format(hour=hour)}
    assert len(asked("two-places", **files)) == times


def test_a_search_and_the_sealing_in_it_are_one() -> None:
    seals = "INVENTAIRE DES SCELLÉS du 14 mars 2023\nSaisi par CASTELLA Bruno, à 09 h 10, Rouen : un carnet, scellé 4."
    assert asked("two-places", pv_txt=PV, scelles_txt=seals) == []
