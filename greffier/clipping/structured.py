"""JSON-LD: what a page says of its article for machines; the time of day and its zone are kept, damage is survived."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from greffier.records import Statement

METHOD, SALVAGED = "JSON-LD", "JSON-LD (damaged)"
MOST_NODES = 20_000
_TYPES = re.compile(r"(?:^|[/#:])(?:\w*Article|\w*BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|NewsItem)$")
_LISTS = frozenset(
    ("itemListElement", "hasPart", "citation", "isPartOf", "mentions", "relatedLink", "comment", "review")
)
_TRAILING = re.compile(r",\s*(?=[}\]])")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$"
)
_PAIR = re.compile(
    r'"(headline|datePublished|dateModified|isAccessibleForFree|inLanguage|timeRequired|wordCount|creditText)"\s*:\s*'
    r'(?:"((?:[^"\\]|\\.){0,2000})"|(true|false|\d{1,7}))',
    re.IGNORECASE,
)
_PLAIN = (
    ("headline", "article.headline"),
    ("description", "article.description"),
    ("datePublished", "article.published"),
    ("dateModified", "article.updated"),
    ("inLanguage", "article.language"),
    ("timeRequired", "article.reading_time"),
    ("wordCount", "access.declared_words"),
    ("isAccessibleForFree", "access.free"),
)

Node = dict[str, Any]


def statements(scripts: Iterable[str]) -> tuple[list[Statement], str]:
    """What the scripts of type `application/ld+json` of a page say of its article, and its text where they hold it."""
    nodes: list[Node] = []
    salvaged: list[Statement] = []
    for script in scripts:
        read = _read(script)
        nodes += read
        if not read:
            salvaged += _salvaged(script)
    named = {
        node["@id"]: node for node in _nodes(nodes, lists=True) if isinstance(node.get("@id"), str) and len(node) > 1
    }
    article = next((node for node in _nodes(nodes, lists=False) if _is_article(node)), None)
    if article is None:
        return salvaged, ""
    text = article.get("articleBody")
    return list(_of_article(article, named)), unescape(text) if isinstance(text, str) else ""


def _read(script: str) -> list[Node]:
    """The values of a script; several may follow each other, commas may trail, line ends may stand in strings."""
    text = _WRAPPING.sub("", script.strip()).strip().rstrip(";")
    for attempt in (text, _TRAILING.sub("", text)):
        found = _values(attempt)
        if found:
            return found
    return []


def _values(text: str) -> list[Node]:
    decoder, position, found = json.JSONDecoder(strict=False), 0, []
    try:
        while position < len(text):
            value, position = decoder.raw_decode(text, position)
            found += value if isinstance(value, list) else [value]
            position += len(text[position:]) - len(text[position:].lstrip(" \r\n\t,;"))
    except (ValueError, RecursionError):
        pass  # what came before the damage is kept
    return [value for value in found if isinstance(value, dict)]


def _salvaged(script: str) -> Iterator[Statement]:
    """Single pairs of a script that is no JSON, the first of each name."""
    seen = set()
    names = dict(_PLAIN) | {"creditText": "image.credit_line"}
    for match in _PAIR.finditer(script):
        field = next((told for name, told in names.items() if name.lower() == match[1].lower()), None)
        if field is not None and field not in seen:
            seen.add(field)
            yield Statement(field, _text(match[2] if match[2] is not None else match[3]), SALVAGED)


def _nodes(values: list[Any], *, lists: bool) -> Iterator[Node]:
    """Every object, the outer before the inner, without recursion; `lists=False` leaves out lists of other articles."""
    waiting, seen = list(reversed(values)), 0
    while waiting and seen < MOST_NODES:
        value = waiting.pop()
        seen += 1
        if isinstance(value, dict):
            yield value
            inner = [each for name, each in value.items() if lists or name not in _LISTS]
            waiting += reversed([each for each in inner if isinstance(each, (dict, list))])
        elif isinstance(value, list):
            waiting += reversed([each for each in value if isinstance(each, (dict, list))])


def _is_article(node: Node) -> bool:
    kinds = node.get("@type", [])
    return any(
        isinstance(kind, str) and _TYPES.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _of_article(node: Node, named: dict[str, Node]) -> Iterator[Statement]:
    for name, field in _PLAIN:
        value = _first(node.get(name))
        if isinstance(value, (str, int, bool)) and str(value).strip():
            yield Statement(field, _text(value), METHOD)
    for author in _names(node.get("author") or node.get("creator"), named):
        yield Statement("article.byline", author, METHOD)
    for publisher in _names(node.get("publisher"), named)[:1]:
        yield Statement("article.publisher", publisher, METHOD)
    address = _address(node.get("url")) or _address(node.get("mainEntityOfPage"))
    if address:
        yield Statement("article.url", address, METHOD)
    yield from _hidden_parts(node)
    yield from _picture(_first(node.get("image")), named)


def _hidden_parts(node: Node) -> Iterator[Statement]:
    """Parts of the article that are said to be kept from some, by the selector that finds them."""
    parts = node.get("hasPart") or []
    for part in parts if isinstance(parts, list) else [parts]:
        if isinstance(part, dict) and part.get("cssSelector") and "isAccessibleForFree" in part:
            value = f"{_text(part['isAccessibleForFree'])}"
            yield Statement("access.part", value, f"{METHOD} hasPart {_text(_first(part['cssSelector']))[:80]}")


def _picture(image: Any, named: dict[str, Node]) -> Iterator[Statement]:
    node = named.get(image.get("@id", ""), image) if isinstance(image, dict) else None
    if not isinstance(node, dict):
        return
    if isinstance(node.get("creditText"), str):
        yield Statement("image.credit_line", _text(node["creditText"]), METHOD)
    for creator in _names(node.get("creator") or node.get("author"), named)[:1]:
        yield Statement("image.creator", creator, METHOD)


def _names(value: Any, named: dict[str, Node]) -> list[str]:
    """The names of people or houses, told as text, as objects, by reference, or in a list of these."""
    found: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        node = named.get(each.get("@id", ""), each) if isinstance(each, dict) else each
        name = _first(node.get("name")) if isinstance(node, dict) else node
        for told in name if isinstance(name, list) else [name]:
            if isinstance(told, str) and told.strip() and not told.startswith(("http://", "https://")):
                found.append(_text(told))
    return list(dict.fromkeys(found))


def _address(value: Any) -> str | None:
    value = _first(value)
    told = value.get("@id") or value.get("url") if isinstance(value, dict) else value
    return told.strip() if isinstance(told, str) and told.startswith(("http://", "https://")) else None


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _text(value: Any) -> str:
    """A value as one line of text, without tags and entities."""
    return " ".join(re.sub(r"<[^<>]{1,200}>", "", unescape(unescape(str(value)))).split())[:4_000]
