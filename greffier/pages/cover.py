"""Cover sheets: forms of labels and values that an archive or a registry lays on a document to say what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from greffier.text import key

LINES = 60  # of a page, in which the fields of its cover stand
FIELDS = 4  # different known labels that make a cover sheet
LONGEST_SENDER = 60  # characters

_LABELS: dict[str, str] = {
    label: field
    for field, labels in {
        "reference": "record number|document number|reference number|numero du document|numero d'enregistrement|"
        "numero de piece|n° d'enregistrement",
        "title": "title|titre|intitule|subject|objet",
        "sender": "from|de|expediteur|emetteur|author|auteur|redacteur",
        "origin": "originator|agency|origine|service emetteur|service d'origine|service",
        "to": "to|a|destinataire|destinataires|pour",
        "date": "date|date du document|document date",
        "pages": "pages|nombre de pages",
        "series": "record series|serie|fonds|agency file number|file number",
        "kind": "document type|type de document|nature",
        "access": "classification|restrictions|communicabilite|current status",
    }.items()
    for label in labels.split("|")
}
_LINE = re.compile(r"^[^\w\n]*+([A-Za-zÀ-ÿ°'’]+(?: [A-Za-zÀ-ÿ°'’]+){0,3})\s*[:;=]+[\s:;=—–_-]*(.*)$")
_NUMBER = re.compile(r"[A-Z0-9][\w./-]{0,60}\d[\w./-]{0,60}")


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover sheet says of the document under it."""

    reference: str | None = None
    title: str | None = None
    sender: str | None = None


def cover(text: str) -> Cover | None:
    """Return what the cover sheet on a page says, None where the page bears none."""
    fields: dict[str, str] = {}
    for line in [line for line in text.split("\n") if line.strip()][:LINES]:
        match = _LINE.match(line)
        field = _LABELS.get(key(match.group(1))) if match else None
        if match and field:
            fields[field] = fields.get(field) or match.group(2).strip(" .,;:-—|")
    if len(fields) < FIELDS or not {"sender", "title", "reference"} & fields.keys():
        return None
    return Cover(_reference(fields), _title(fields), _sender(fields))


def _reference(fields: dict[str, str]) -> str | None:
    match = _NUMBER.search(fields.get("reference", ""))
    return match.group().rstrip("./-") if match and sum(map(str.isdigit, match.group())) >= 3 else None


def _title(fields: dict[str, str]) -> str | None:
    told = fields.get("title", "")
    return told if sum(map(str.isalpha, told)) >= 4 else None


def _sender(fields: dict[str, str]) -> str | None:
    for told in (fields.get("sender", ""), fields.get("origin", "")):
        if (
            sum(map(str.isalpha, told)) >= 2
            and len(told) <= LONGEST_SENDER
            and 2 * sum(map(str.isdigit, told)) < len(told)
        ):
            return told
    return None
