"""A case for FollowTheMoney, and beside it what FollowTheMoney cannot carry.

The schemata are those of the `followthemoney` package (4.11): https://followthemoney.tech/explorer/. What they have no
place for (where on a page, between which bounds, how sure, who says so) goes into W3C Web Annotations that name the
entity by its id: https://www.w3.org/TR/annotation-model/.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Row = dict[str, Any]
Read = Callable[[str], Iterable[Row]]

_SCHEMATA = {
    "person": "Person", "organisation": "Organization", "place": "Address", "plate": "Vehicle", "iban": "BankAccount",
    "account": "BankAccount", "handle": "UserAccount",
}  # fmt: skip
_NAMES = {"alias": "alias", "nickname": "weakAlias", "former": "previousName", "acronym": "weakAlias", "legal": "alias"}
_IDENTIFIER = {
    "plate": "registrationNumber",
    "iban": "iban",
    "account": "accountNumber",
    "handle": "username",
    "place": "full",
}
_PARTY = frozenset({"Person", "Organization"})
_FOLDERS = frozenset({"Email", "Package"})
_MASK = "█"
_ANNOTATED = ("entities", "events", "relations", "flows", "findings", "quotes")


def entities(read: Read) -> Iterator[Row]:
    """Yield documents, pages, parties and things, then what ties them, each as `{id, schema, properties}`."""
    made = _Made(read)
    yield from made.documents()
    yield from made.things()
    yield from made.events()
    yield from made.calls()
    yield from made.flows()
    yield from made.relations()
    yield from made.notes()


def sidecar(read: Read) -> Iterator[Row]:
    """Yield an annotation for each record that cites pages: the whole row as its body, the words as its targets."""
    for kind in _ANNOTATED:
        for row in read(kind):
            cited = row["citations"] if "citations" in row else _cited(row)
            yield {
                "@context": "http://www.w3.org/ns/anno.jsonld",
                "id": f"urn:greffier:{kind}:{row['id']}",
                "type": "Annotation",
                "body": {
                    "type": kind,
                    "entity": row["id"],
                    "value": {k: v for k, v in row.items() if k != "citations"},
                },
                "target": [_target(one) for one in cited],
            }


def _cited(row: Row) -> list[Row]:
    """The citations of an entity stand with its names, that of a quote alone."""
    return [row["citation"]] if "citation" in row else [one for name in row["names"] for one in name["citations"]]


def _target(citation: Row) -> Row:
    return {
        "source": citation["source"],
        "sha256": citation["sha256"],
        "page": citation["page"],
        "folio": citation["folio"],
        "stance": citation["stance"],
        "selector": [
            {"type": "TextPositionSelector", "start": citation["start"], "end": citation["end"]},
            {"type": "TextQuoteSelector", "exact": citation["exact"]},
        ],
    }


class _Made:
    """The rows of one case, turned into entities of FollowTheMoney."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._sources = {row["path"]: row for row in read("sources")}
        self._holding = {row["parent"] for row in self._sources.values() if row["parent"]}
        self._entities = {row["id"]: row for row in read("entities")}
        self._schema = {id: _SCHEMATA[row["kind"]] for id, row in self._entities.items() if row["kind"] in _SCHEMATA}
        named = defaultdict(list)
        for id, row in self._entities.items():
            named[row["name"]].append(id)
        self._of_name = {name: ids[0] for name, ids in named.items() if len(ids) == 1 and ids[0] in self._schema}
        self._relations = list(read("relations"))

    def documents(self) -> Iterator[Row]:
        """Files; what a letter says stands with it, other texts on pages of their own."""
        texts: dict[str, list[Row]] = defaultdict(list)
        for row in self._read("pages"):
            texts[row["source"]].append(row)
        schemata = {path: self._schema_of(row, path in texts) for path, row in self._sources.items()}
        for path, row in self._sources.items():
            letter = row["letter"] or {}
            held = schemata.get(row["parent"]) in _FOLDERS
            pages = sorted(texts[path], key=lambda page: page["page"])
            yield _entity(
                row["id"], schemata[path],
                fileName=path.rsplit("/", 1)[-1], mimeType=row["media_type"], fileSize=row["bytes"],
                contentHash=row["sha256"], parent=self._sources[row["parent"]]["id"] if held else None,
                processingStatus="success" if row["status"] in ("read", "duplicate") else "error",
                processingError=row["reason"], title=letter.get("subject"), messageId=letter.get("message_id"),
                bodyText="\n".join(page["text"] for page in pages) if letter else None, **_sent(letter.get("sent")),
            )  # fmt: skip
            for page in pages if schemata[path] == "Pages" else ():
                yield _entity(page["id"], "Page", document=row["id"], index=page["page"], bodyText=page["text"])

    def _schema_of(self, row: Row, paged: bool) -> str:
        if row["letter"]:
            return "Email"
        return "Pages" if paged else "Package" if row["path"] in self._holding else "Document"

    def things(self) -> Iterator[Row]:
        lines = self._lines()
        for id, schema in sorted(self._schema.items()):
            row = self._entities[id]
            properties = defaultdict(list, {"name": [row["name"]], "proof": self._proof(_cited(row))})
            for name in row["names"]:
                if name["value"] != row["name"] and name["kind"] in _NAMES and _MASK not in name["value"]:
                    properties[_NAMES[name["kind"]]].append(name["value"])
            if row["kind"] in _IDENTIFIER:
                properties[_IDENTIFIER[row["kind"]]].append(row["name"])
            if schema == "Person":
                properties["position"] = list(row["roles"])
            if schema in _PARTY:
                properties["phone"] = lines[id]
            yield _entity(id, schema, **properties)

    def _lines(self) -> dict[str, list[str]]:
        """The phone lines that pages give to each party."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self._relations:
            for party, line in (
                (row["source_entity"], row["target_entity"]),
                (row["target_entity"], row["source_entity"]),
            ):
                if row["type"] == "line" and self._kind(line) == "phone" and self._schema.get(party) in _PARTY:
                    found[party].append(self._entities[line]["name"])
        return found

    def events(self) -> Iterator[Row]:
        """What was told, one for each telling; what is no fact says so in its notes and in its name."""
        for row in self._read("events"):
            if row["type"] == "call":
                continue  # a line of call records is a Call
            standing = "denied" if row["polarity"] == "negative" else row["modality"]
            sure = standing == "fact"
            involved = [role["entity"] for role in row["roles"] if role["entity"] in self._schema]
            yield _entity(
                row["id"], "Event",
                name=row["type"] if sure else f"{row['type']} ({standing})", notes=None if sure else standing,
                involved=involved, location=row["place"], recordId=row["group"],
                summary=" ".join(row["citations"][0]["exact"].split()) if row["citations"] else None,
                proof=self._proof(row["citations"]), **_when(row["time"]),
            )  # fmt: skip

    def calls(self) -> Iterator[Row]:
        for row in self._read("calls"):
            yield _entity(
                row["id"], "Call",
                callerNumber=row["caller"], receiverNumber=row["called"], proof=self._proof(row["citations"]),
                duration=row["duration"]["low"] if row["duration"] else None, **_when(row["start"]),
            )  # fmt: skip

    def flows(self) -> Iterator[Row]:
        """What moved; money whose two ends are known is a payment, all else an economic activity."""
        for row in self._read("flows"):
            if row["status"] != "stated":
                continue
            amount, ends = row["quantity"], {end: self._of_name.get(row[end] or "") for end in ("from", "to")}
            shown = f"{_bounds(amount)} {amount['unit']} {row['good']}"
            common = {"proof": self._proof(row["citations"]), "recordId": row["group"], **_when(row["time"])}
            if amount["dimension"] == "money":
                yield _entity(
                    row["id"], "Payment",
                    payer=ends["from"], beneficiary=ends["to"], purpose=shown, currency=amount["currency"],
                    amount=amount["low"] if amount["low"] == amount["high"] else None, **common,
                )  # fmt: skip
            else:
                yield _entity(
                    row["id"], "EconomicActivity",
                    sender=ends["from"], receiver=ends["to"], goodsDescription=shown, **common,
                )  # fmt: skip

    def relations(self) -> Iterator[Row]:
        for row in self._relations:
            source, target = row["source_entity"], row["target_entity"]
            if source not in self._schema or target not in self._schema:
                continue
            common = {"proof": self._proof(row["citations"]), **_when(row["time"])}
            people = self._schema[source] == self._schema[target] == "Person"
            if row["type"] in ("family", "kin") and people:
                yield _entity(row["id"], "Family", person=source, relative=target, **common)
            elif row["type"] == "member" and self._schema[source] in _PARTY and self._schema[target] == "Organization":
                yield _entity(row["id"], "Membership", member=source, organization=target, **common)
            else:
                yield _entity(row["id"], "UnknownLink", subject=source, object=target, role=row["type"], **common)

    def notes(self) -> Iterator[Row]:
        for row in self._read("findings"):
            told = [row["title"][language] for language in ("en", "fr")]
            yield _entity(
                row["id"], "Note", description=told, entity=self._proof(row["citations"]), notes=row["status"]
            )

    def _kind(self, entity: str) -> str | None:
        row = self._entities.get(entity)
        return row["kind"] if row else None

    def _proof(self, citations: Iterable[Row]) -> list[str]:
        return [
            self._sources[path]["id"]
            for path in dict.fromkeys(one["source"] for one in citations)
            if path in self._sources
        ]


def _entity(id: str, schema: str, **properties: Any) -> Row:
    """An entity whose properties are lists of texts, without those that say nothing."""
    told = {}
    for name, value in sorted(properties.items()):
        values = value if isinstance(value, list) else [value]
        texts = list(dict.fromkeys(str(one) for one in values if one not in (None, "")))
        if texts:
            told[name] = texts
    return {"id": id, "schema": schema, "properties": told}


def _sent(time: Row | None) -> Row:
    return {"date": time["earliest"]} if time else {}


def _when(time: Row | None) -> Row:
    """Both bounds of a time as dates; an open one is left out. The EDTF itself stands in the annotation."""
    if time is None:
        return {}
    bounds = {"startDate": time["earliest"], "endDate": time["latest"]}
    return {name: told for name, told in bounds.items() if told and not told.startswith(("0000", "9999"))}


def _bounds(amount: Row) -> str:
    low, high = amount["low"], amount["high"]
    return str(low) if low == high else f"{'' if low is None else low}–{'' if high is None else high}"
