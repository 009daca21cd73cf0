"""Who acts for the file: police, judges, clerks, as titles before their names and roles say."""

from __future__ import annotations

import re

from greffier.records import Mention
from greffier.resolving.gather import Named
from greffier.resolving.names import TITLES

_WORD = re.compile(r"[^\W\d_]+")
_OF_ANYBODY = frozenset("m mm mr mrs ms mme mlle miss mx monsieur madame mademoiselle sieur dame nomme nommee".split())
_SHORT = (
    "bdr cdt ltn sa ssa tfo gs ds dc di dci dcs pc wpc ps sgt cpl cpt col supt acp dsp asp magistrate trooper deputy"
)
_OFFICES = TITLES.union(_SHORT.split()) - _OF_ANYBODY  # the short ones only here: Sá and Col are names as well


def in_office(named: Named) -> bool:
    """Whether titles say that somebody acts for the file: no suspect on the telephone means Captain Laurent Roy."""
    told = [role for _, role in named.roles] + [_before(mention) for mention in named.mentions]
    return any(word.casefold() in _OFFICES for words in told for word in _WORD.findall(words))


def titled(mention: Mention) -> bool:
    """Whether a rank or an office stands right before a name, or begins it: `Deputy Stamm`."""
    line = _WORD.findall(mention.span.prefix.rpartition("\n")[2])[-1:]
    return any(word.casefold() in _OFFICES for word in (*line, *_WORD.findall(mention.span.exact)[:1]))


def _before(mention: Mention) -> str:
    """The last three words before a name on its line, and the first of its own."""
    line = mention.span.prefix.rpartition("\n")[2]
    return " ".join([*line.split()[-3:], mention.span.exact.split()[0] if mention.span.exact.split() else ""])
