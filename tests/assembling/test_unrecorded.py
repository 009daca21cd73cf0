"""Calls that were listened to and that the records of the line do not hold."""

from __future__ import annotations

import pytest

from tests.assembling.whole import asked

HEARD = """INTERCEPTS  line 0205550118  sheet 1
T1   02/11/21 09:12   to 0545550177
     K: One o'clock.
T2   03/11/21 18:20   from 0275550163
     R: The box?
T3   03/11/21 20:14   line 0205550118 in, caller unknown
     V: Leave it.
T4   05/11/21 16:48   from 0275550163
     L: They carried it.
"""
ROWS = """date;time;dir;other;seconds;cell
02/11/2021;09:12:04;OUT;0545550177;65;EAST 2
03/11/2021;08:30:15;OUT;0275550163;112;EAST 2
03/11/2021;18:20:31;IN;0275550163;240;EAST 2
05/11/2021;16:48:50;IN;0275550163;20;EAST 2
"""
ECOUTES = """Interception de la ligne 06 39 98 41 12
Comm. n° 17 — 03/03/2023, 20 h 41 — sortant
 B : Dix, pas plus.
Comm. n° 22 — 04/03/2023, 23 h 08 — entrant
 B : J'ai compté.
Comm. n° 31 — 08/03/2023, 21 h 55 — {how}
 A : Ludo.
Comm. n° 40 — 12/03/2023, 10 h 30 — sortant
 A : C'est le garage.
"""
FADETTES = """horodatage_utc;sens;numero_correspondant;duree_s;cellule
2023-03-03 19:41:06;S;0639985507;112;PERREY
2023-03-04 22:08:15;E;0639985507;39;FONDERIE
2023-03-12 09:30:44;S;0639986618;70;PERREY
"""


def test_a_call_without_a_row_of_a_record_that_names_the_other_end_only() -> None:
    (cited,) = asked("communication-unrecorded", calls_txt=HEARD, record_0205550118_csv=ROWS)
    assert cited[0].startswith("03/11/21 20:14")


@pytest.mark.parametrize(("how", "times"), [("sortant", 1), ("sonorisation du véhicule", 0), ("appel WhatsApp", 0)])
def test_what_the_network_does_not_carry_is_not_in_its_records(how: str, times: int) -> None:
    files = {"ecoutes_txt": ECOUTES.format(how=how), "fadettes_0639984112_csv": FADETTES}
    assert len(asked("communication-unrecorded", **files)) == times
