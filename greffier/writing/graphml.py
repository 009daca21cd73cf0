"""The network as GraphML, for Gephi, yEd, Cytoscape and networkx: http://graphml.graphdrawing.org/specification.html.

Nodes are entities, edges are relations with the pages that say so. `origins` counts the files that those pages are of,
copies left out: what five copies of one report say has one origin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from xml.etree import ElementTree

Row = dict[str, Any]
Read = Callable[[str], Iterable[Row]]

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_KEYS = {
    "node": {"label": "string", "kind": "string", "roles": "string", "protected": "boolean"},
    "edge": {"type": "string", "from": "string", "to": "string", "edtf": "string", "pages": "string", "origins": "int"},
}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graph(read: Read) -> bytes:
    """Return the document: every entity that a relation ties, every relation."""
    root = ElementTree.Element("graphml", xmlns=_NAMESPACE)
    for domain, keys in _KEYS.items():
        for name, kind in keys.items():
            attributes = {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": kind}
            ElementTree.SubElement(root, "key", attributes)
    drawn = ElementTree.SubElement(root, "graph", id="case", edgedefault="directed")
    relations = list(read("relations"))
    tied = {row[end] for row in relations for end in ("source_entity", "target_entity")}
    for row in read("entities"):
        if row["id"] in tied:
            node = ElementTree.SubElement(drawn, "node", id=row["id"])
            _tell(
                node,
                "node",
                label=row["name"],
                kind=row["kind"],
                roles=", ".join(row["roles"]),
                protected=row["protected"],
            )
    copies = {(row["source"], row["page"]) for row in read("pages") if row["near_duplicate_of"]}
    for row in relations:
        ends = {"source": row["source_entity"], "target": row["target_entity"]}
        edge = ElementTree.SubElement(drawn, "edge", {"id": row["id"], **ends})
        _tell(edge, "edge", **_edge(row, copies))
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _edge(row: Row, copies: set[tuple[str, int]]) -> Row:
    time, cited = row["time"] or {}, [(one["source"], one["page"]) for one in row["citations"]]
    told = {source for source, page in cited if (source, page) not in copies} or {source for source, _ in cited}
    return {
        "type": row["type"],
        "from": time.get("earliest"),
        "to": time.get("latest"),
        "edtf": time.get("edtf"),
        "pages": "; ".join(_places(cited)),
        "origins": len(told),
    }


def _places(cited: Iterable[tuple[str, int]]) -> Iterator[str]:
    for source, page in dict.fromkeys(cited):
        yield f"{source}#p{page}"


def _tell(element: ElementTree.Element, domain: str, **told: Any) -> None:
    for name, value in told.items():
        if value not in (None, ""):
            text = str(value).lower() if isinstance(value, bool) else _NOT_XML.sub("", str(value))
            ElementTree.SubElement(element, "data", key=f"{domain}-{name}").text = text
