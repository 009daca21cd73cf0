"""A saved page beside its visible text: JSON-LD, meta, links, tags that say what their words are, a body candidate.

Runs inside the sandbox. Nothing is rendered, nothing fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import trafilatura
from lxml import etree, html

from greffier.clipping import structured
from greffier.clipping.lines import plain
from greffier.clipping.wording import UPDATED, union
from greffier.contracts import Limits
from greffier.records import Hint, Markup, Statement

# Which meta element states which field; the first of a name counts.
_META = {
    "og:title": "article.headline",
    "og:description": "article.description",
    "description": "article.description",
    "og:site_name": "article.publisher",
    "article:published_time": "article.published",
    "article:modified_time": "article.updated",
    "og:updated_time": "article.updated",
    "og:article:published_time": "article.published",
    "og:article:modified_time": "article.updated",
    "article:author": "article.byline",
    "og:article:author": "article.byline",
    "author": "article.byline",
    "og:url": "article.url",
    "article:content_tier": "access.free",
    "og:article:content_tier": "access.free",
    "og:locale": "article.language",
}
# Flags that publishers leave in their scripts.
_FLAGS = (
    ("access.declared_chars", re.compile(r"[\"']?nb_?chars?[\"']?\s*[:=]\s*[\"']?(\d{2,7})\b", re.IGNORECASE)),
    (
        "access.restricted",
        re.compile(r"[\"']?(?:is_a_teaser|isTeaser|restreint)[\"']?\s*[:=]\s*[\"']?(true|1|oui)\b", re.IGNORECASE),
    ),
)
_UPDATED = union(UPDATED).pattern
_TO_UPDATED = re.compile(rf"(?:{_UPDATED}) ?:? ?$", re.IGNORECASE)
_UPDATED_FIRST = re.compile(rf" ?(?:{_UPDATED})", re.IGNORECASE)
_AROUND = ("nav", "header", "footer", "aside")
_HINTED = ("h1", "figcaption")
_LONGEST = 4_000  # characters of one statement
_HINT = 20_000  # characters of one hint
MOST_HINTS = 400
SPARSE = 1_000  # characters of a body so short that more may have been lost


def read_markup(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Iterator[Markup]:
    """Yield what the markup of an HTML file says (sandbox task). `arguments["encoding"]` is that of its bytes."""
    text = untrusted_path.read_bytes().decode(str(arguments["encoding"]), "replace").replace("\x00", "")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        yield Markup()
        return
    said, declared = statements(root)
    yield Markup(tuple(said), tuple(hints(root)), candidate(text), declared)


def statements(root: html.HtmlElement) -> tuple[list[Statement], str]:
    """What the page says of the article, the most trusted first: JSON-LD, meta, links, its own tags; and its text."""
    scripts = [script.text_content() for script in root.iter("script")]
    kinds = [(script.get("type") or "").lower() for script in root.iter("script")]
    said, declared = structured.statements(text for text, kind in zip(scripts, kinds, strict=True) if "ld+json" in kind)
    said += _metas(root)
    said += _links(root)
    said += _tags(root)
    for field, pattern in _FLAGS:
        match = next((found for text in scripts if (found := pattern.search(text[:500_000]))), None)
        if match:
            said.append(Statement(field, match[1].lower(), "a flag in a script of the page"))
    return [statement for statement in said if statement.value], declared


def _metas(root: html.HtmlElement) -> Iterator[Statement]:
    seen: set[str] = set()
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        value = " ".join((element.get("content") or "").split())[:_LONGEST]
        if name not in _META or not value or (name in seen and _META[name] != "article.byline"):
            continue
        seen.add(name)
        if _META[name] != "article.byline" or not value.startswith(("http://", "https://", "@")):
            yield Statement(_META[name], value, f"meta {name}")


def _links(root: html.HtmlElement) -> Iterator[Statement]:
    own = _own_language(root)
    for element in root.iter("link"):
        rel, address = (element.get("rel") or "").lower().split(), (element.get("href") or "").strip()[:_LONGEST]
        tongue = (element.get("hreflang") or "").strip().lower().replace("_", "-").split("-")[0]
        if "canonical" in rel and address:
            yield Statement("article.url", address, "link canonical")
        elif "alternate" in rel and re.fullmatch("[a-z]{2,3}", tongue) and tongue != own and address:
            yield Statement("article.alternates", f"{tongue} {address}", "link hreflang")


def _own_language(root: html.HtmlElement) -> str:
    told = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return told.lower().replace("_", "-").split("-")[0]


def _tags(root: html.HtmlElement) -> Iterator[Statement]:
    if own := _own_language(root):
        yield Statement("article.language", own, "html lang")
    times = [element for element in root.iter("time") if element.get("datetime") and not _of_update(element)]
    stamps = {element.get("datetime").strip() for element in times}
    said = [element.get("datetime") for element in times if element.get("itemprop") == "datePublished"]
    if said or len(stamps) == 1:
        yield Statement("article.published", (said or sorted(stamps))[0].strip()[:100], "the time element")
    for figure in root.iter("figure"):
        alt = next((" ".join((image.get("alt") or "").split()) for image in figure.iter("img") if image.get("alt")), "")
        if alt:
            yield Statement("image.alt", alt[:_LONGEST], "the alt text of the first figure")
            return


def _of_update(time: html.HtmlElement) -> bool:
    """Whether a time element says when the article was changed: by its property, or by the words before or in it."""
    if time.get("itemprop"):
        return bool(time.get("itemprop") == "dateModified")
    before, parent = time.getprevious(), time.getparent()
    told = (before.text_content() + (before.tail or "")) if before is not None else (parent.text or "")
    told = " ".join(plain(told)[-100:].split())
    return bool(_TO_UPDATED.search(told) or _UPDATED_FIRST.match(plain(time.text_content()[:100])))


def hints(root: html.HtmlElement) -> Iterator[Hint]:
    """Words in elements whose tags say what they are; `title` is the title of the page."""
    count = 0
    for element in root.iter("title", *_HINTED, *_AROUND):
        if element.tag in ("header", "aside") and next(element.iterancestors("article"), None) is not None:
            continue  # the head of an article, or a box of it
        text = " ".join(element.text_content().split())[:_HINT]
        if text and count < MOST_HINTS:
            count += 1
            yield Hint(str(element.tag), text)


def candidate(text: str) -> tuple[str, ...]:
    """The paragraphs that trafilatura takes for the body, in precision mode unless that loses most of them."""
    precise = trafilatura.extract(text, favor_precision=True, include_comments=False) or ""
    found = precise
    if len(precise) < SPARSE:
        whole = trafilatura.extract(text, include_comments=False) or ""
        found = whole if len(whole) > 2 * len(precise) else precise
    return tuple(line.strip() for line in found.split("\n") if line.strip())
