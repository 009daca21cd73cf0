"""The checks that rules may name, one line each."""

from __future__ import annotations

from greffier.assembling import contradictions, sequences, slips
from greffier.assembling.checking import Check

CHECKS: dict[str, Check] = {
    "folio_gap": sequences.folio_gap,
    "folio_duplicate": sequences.folio_duplicate,
    "folio_disorder": sequences.folio_disorder,
    "spelled_against_digits": slips.spelled_against_digits,
    "weekday_against_date": slips.weekday_against_date,
    "exhibit_differs": contradictions.exhibit_differs,
    "handover_differs": contradictions.handover_differs,
    "moment_differs": contradictions.moment_differs,
}
