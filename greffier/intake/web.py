"""HTML: the visible text in the lines of its blocks. Nothing that a page points to is ever fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from lxml import etree, html

from greffier.contracts import Limits
from greffier.errors import SourceBroken
from greffier.intake.encoding import encoding
from greffier.intake.plain import leaves, without_empty_cells
from greffier.records import Leaf, Member

_HIDDEN = frozenset(
    "script style template noscript head svg math iframe object embed canvas audio video select".split()
)
_LINES = frozenset(
    "address article aside body center dd details div dt fieldset figcaption figure footer form header legend li main "
    "nav option section summary tr caption blockquote dl h1 h2 h3 h4 h5 h6 hr p pre table ul ol".split()
)
_PARAGRAPHS = frozenset("article blockquote dl h1 h2 h3 h4 h5 h6 hr p pre section table ul ol".split())
_PARAGRAPH, _LINE = "\x1e", "\x1f"  # where a block begins or ends; both are blanks to Python
_NEVER_CLOSED = frozenset("embed p li dt dd td th tr tbody option input img br hr".split())  # or not by everybody
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*+=\s*+(?:[\"']\s*+)?([\w.:-]{2,40})", re.IGNORECASE
)
_BROWSERS_READ_AS_WINDOWS = frozenset(("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "iso8859-1"))


class Web:
    """Opens HTML files."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the text as leaves. SourceBroken when a page shows no text."""
        text = visible_text(untrusted_path.read_bytes())
        if not text:
            raise SourceBroken("The page shows no text.")
        yield from leaves(text)


def visible_text(untrusted_bytes: bytes, told: str | None = None) -> str:
    """Return what a reader of this page sees, a line for each block, its title first where the page lacks it.

    `told` is the encoding that whoever sent it gave; else what the page says of itself, else what its bytes show.
    """
    markup = untrusted_bytes.decode(encoding_of(untrusted_bytes, told), "replace")
    root, whole = _tree(markup)
    if root is None:
        return ""
    body = _tidy("".join(_pieces(root) if whole else _Stream.of(markup)))
    title = " ".join((root.findtext(".//title") or "").split())
    return body if not title or title in " ".join(body[:4_000].split()) else f"{title}\n\n{body}".strip()


def encoding_of(untrusted_bytes: bytes, told: str | None = None) -> str:
    """The encoding of a page: what whoever sent it gave, else what it says of itself, else what its bytes show."""
    return encoding(untrusted_bytes, told or _charset(untrusted_bytes))


def _charset(untrusted_bytes: bytes) -> str | None:
    told = _CHARSET.search(untrusted_bytes[:4_096])
    name = told.group(1).decode("ascii").lower() if told else None
    return "cp1252" if name in _BROWSERS_READ_AS_WINDOWS else name


def _tree(markup: str) -> tuple[html.HtmlElement | None, bool]:
    """The page as a tree, and whether it is all there: what lies some 2,000 elements deep is cut off."""
    # Without `huge_tree` a page is cut where its elements lie 255 deep.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(markup.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, True
    return root, all(fault.type_name != "ERR_RESOURCE_LIMIT" for fault in parser.error_log)


def _pieces(root: html.HtmlElement) -> Iterator[str]:
    """The text in order, with line feeds where blocks begin and end. A walk without recursion: pages may be deep."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _HIDDEN or _unseen(element):
                walk.skip_subtree()
                continue
            yield _before(tag) + _collapsed(element.text, tag == "pre")
        else:
            yield _after(tag) + _collapsed(element.tail, False)


class _Stream(HTMLParser):
    """The pieces of a page too deep for a tree, as its tags come. What is hidden goes on to the end of its tag."""

    @classmethod
    def of(cls, markup: str) -> list[str]:
        """The text of a page in order, as `_pieces` gives it."""
        reading = cls()
        reading.feed(markup.replace("<![", "<! ["))  # a section of a kind that it does not know would stop it
        reading.close()
        return reading._told

    def __init__(self) -> None:
        super().__init__()
        self._told: list[str] = []
        self._hider, self._open = "", 0  # the tag that hides, and how many of its name are open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        hides = tag in ("title", *_HIDDEN - {"head"}) or "hidden" in told or _UNSEEN.search(told.get("style") or "")
        if self._hider:
            self._open += tag == self._hider
        elif hides and tag not in _NEVER_CLOSED:
            self._hider, self._open = tag, 1
        else:
            self._told.append(_before(tag))

    def handle_endtag(self, tag: str) -> None:
        if not self._hider:
            self._told.append(_after(tag))
            return
        self._open -= tag == self._hider
        if not self._open:
            self._hider = ""

    def handle_data(self, data: str) -> None:
        if not self._hider:
            self._told.append(_collapsed(data, False))


def _unseen(element: html.HtmlElement) -> bool:
    return element.get("hidden") is not None or _UNSEEN.search(element.get("style") or "") is not None


def _before(tag: str) -> str:
    return _PARAGRAPH if tag in _PARAGRAPHS else _LINE if tag in _LINES else "\n" if tag == "br" else ""


def _after(tag: str) -> str:
    if tag in ("td", "th"):
        return " | "
    return _PARAGRAPH if tag in _PARAGRAPHS else _LINE if tag in _LINES else ""


def _collapsed(text: str | None, preformatted: bool) -> str:
    return (text or "") if preformatted else re.sub(r"[ \t\r\n\f\x1c-\x1f]+", " ", text or "")


def _tidy(text: str) -> str:
    """Lines without blanks around them or empty cells behind them; paragraphs parted by one empty line."""
    return without_empty_cells(re.sub(r"\s+", _between, text)).strip()


def _between(blanks: re.Match[str]) -> str:
    run = blanks.group()
    if _PARAGRAPH in run:
        return "\n\n"
    if _LINE in run:
        return "\n"
    return "\n\n" if run.count("\n") > 1 else "\n" if "\n" in run else run
