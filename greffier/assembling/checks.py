"""The checks that rules may name, one line each."""

from __future__ import annotations

from greffier.assembling import (
    announced,
    concealed,
    contradictions,
    custody,
    leftovers,
    papers,
    payments,
    presence,
    redlines,
    seals,
    sequences,
    slips,
    spelled,
    totals,
    unrecorded,
    versions,
)  # fmt: skip
from greffier.assembling.checking import Check

CHECKS: dict[str, Check] = {
    "folio_gap": sequences.folio_gap,
    "folio_duplicate": sequences.folio_duplicate,
    "folio_disorder": sequences.folio_disorder,
    "spelled_against_digits": spelled.spelled_against_digits,
    "parts_differ": totals.parts_differ,
    "weekday_against_date": slips.weekday_against_date,
    "exhibit_differs": contradictions.exhibit_differs,
    "handover_differs": contradictions.handover_differs,
    "paper_differs": papers.paper_differs,
    "hour_of_paper_differs": papers.hour_of_paper_differs,
    "versions_differ": versions.versions_differ,
    "moment_differs": contradictions.moment_differs,
    "two_places": presence.two_places,
    "heard_and_watched": presence.heard_and_watched,
    "before_authorisation": redlines.before_authorisation,
    "after_expiry": redlines.after_expiry,
    "late_extension": custody.late_extension,
    "missing_number": seals.missing_number,
    "opened_without_record": seals.opened_without_record,
    "annex_absent": announced.annex_absent,
    "annex_missing": announced.annex_missing,
    "informant_paid_in_goods": payments.informant_paid_in_goods,
    "blackened": concealed.blackened,
    "number_differs": concealed.number_differs,
    "unaccounted": leftovers.unaccounted,
    "unrecorded": unrecorded.unrecorded,
}
