"""Every line of a captured page gets a label; none is dropped, and no two overlap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from greffier.clipping.chunks import Part, parts
from greffier.clipping.digests import is_digest, placed_items
from greffier.clipping.guided import guided, is_article
from greffier.clipping.lines import lines
from greffier.clipping.places import placed
from greffier.clipping.templates import Template, set_aside
from greffier.records import Markup, Page


def labelled(
    pages: Sequence[Page], markup: Markup | None = None, confirmed: Template = frozenset()
) -> tuple[Literal["article", "digest", "none"], list[Part]]:
    """Return what kind of page it is, and its parts in order, each with a label of the interface.

    Together the parts cover every character that is not a blank, each once. Markup says more than words and places;
    lines of a `confirmed` template belong to the container.
    """
    told = set_aside((part for line in lines(pages) for part in parts(line)), confirmed)
    if is_digest(told) and not (markup and is_article(markup)):
        return "digest", placed_items(told)
    settled = set_aside(guided(markup, placed(told)) if markup else placed(told), confirmed)
    return ("article" if any(part.label == "body" for part in settled) else "none"), settled
