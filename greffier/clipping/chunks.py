"""One line into the parts that its own words tell apart: a date, a sponsor, a byline; several may be glued together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from greffier.clipping import pictures
from greffier.clipping.bylines import byline
from greffier.clipping.lines import Chunk
from greffier.clipping.moments import DATE, MOMENT, NUMERIC_DATE
from greffier.clipping.regions import LOCALITY, is_locality
from greffier.clipping.wall import aside, wall
from greffier.clipping.wording import (
    ALTERNATE,
    CONTRIBUTED,
    NAVIGATION,
    PUBLISHED,
    READING_TIME,
    SPONSOR,
    SPONSOR_ALONE,
    UPDATED,
    WIDGET,
    union,
)

OPEN = "open"  # what the words alone do not tell: its place will
DATED = "date"  # a date alone: the page's before the headline, the article's after it
FREE = "free"  # a note that all may be read
MOST_APART = 14  # words of an unknown part beside a known one; longer ones are prose that mentions something
_BAR = re.compile(r"[|·•]")
_SPONSOR, _ALTERNATE, _READING = union(SPONSOR).pattern, union(ALTERNATE).pattern, union(READING_TIME).pattern
_PUBLISHED, _UPDATED = union(PUBLISHED).pattern, union(UPDATED).pattern
# Parts that are known by their own words wherever they stand in a line, glued to the word before or not.
_KNOWN = re.compile(
    rf"(?P<sponsor>(?:{_SPONSOR}).*?(?=(?:{_SPONSOR})|$))"
    rf"|(?P<updated>(?:{_UPDATED}) ?:? ?(?:{MOMENT}))"
    rf"|(?P<published>(?:{_PUBLISHED}) ?:? ?(?:{MOMENT}))"
    rf"|(?P<reading_time>(?<!\d)(?:{_READING}))"
    rf"|(?P<alternate>{_ALTERNATE})"
    rf"|(?P<date>(?:{DATE})(?:,? ?(?:-|\||at|à|um)? ?\d{{1,2}}[:h]\d{{2}}(?: ?[ap]\.?m\.?)?)?|"
    rf"(?<=[a-zà-ÿ]){NUMERIC_DATE}(?!\d))"
    rf"|(?-i:(?P<locality>(?:(?<=\| )|(?<=\|)){LOCALITY}(?=$| ?\||[ ]?(?:Sponsor|Publicité|Contenu))))",
    re.IGNORECASE,
)
_NAVIGATION, _WIDGET, _SPONSOR_ALONE = union(NAVIGATION), union(WIDGET), union(SPONSOR_ALONE)
_CONTRIBUTED = union(CONTRIBUTED)
_TAGS = re.compile(r"(?:[#@][\w-]{2,40}[ ,·|]*)+")
_CRUMBS = re.compile(r"[\w' &-]{2,40}(?: ?[>›»/] ?[\w' &-]{2,60}){1,5}")
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?[\w-]{1,63}(?:\.[\w-]{1,63})+(?:/\S*)?")


@dataclass(frozen=True, slots=True)
class Part:
    """A chunk with what it is: a label of the interface, or OPEN, DATED, FREE until its place has told."""

    chunk: Chunk
    label: str

    @property
    def text(self) -> str:
        """The words of the chunk."""
        return self.chunk.text


def parts(line: Chunk) -> list[Part]:
    """Divide a line into its parts, in order; together they cover every character that is not a blank."""
    if not any(char.isalnum() for char in line.text):
        return [Part(line, "separator")]
    divided = list(_divided(line, _known(line))) or [Part(line, _alone(line))]
    return [finer for part in divided for finer in _finer(part)]


def _finer(part: Part) -> Iterator[Part]:
    """A credit line apart from the name of who made the picture, a caption apart from its credit."""
    told = part.chunk.plain
    cut = pictures.parted(told) if part.label == "caption" else pictures.credit(told)
    if part.label not in ("caption", "image_credit") or cut is None or cut[1] >= len(told):
        yield part
        return
    second = part.chunk.part(cut[1], len(told))
    yield Part(part.chunk.part(0, cut[0]), part.label)
    yield Part(second, "image_creator" if part.label == "image_credit" or "/" in second.text else "image_credit")


def _known(line: Chunk) -> list[tuple[int, int, str]]:
    """The parts known by their words, unless the line is prose that only mentions such a thing."""
    told = line.plain
    if len(told) > 1_000:
        return []
    found = [(m.start(), m.end(), str(m.lastgroup)) for m in _KNOWN.finditer(told) if _begins(told, m)]
    while found and (bad := [index for index in range(len(found)) if not _fits(line, found, index)]):
        del found[bad[-1]]
    return found


def _begins(told: str, match: re.Match[str]) -> bool:
    """A cue glued to the word before it begins with a capital; in the middle of words it is none."""
    if match.start() == 0 or not told[match.start() - 1].isalpha():
        return match.lastgroup != "sponsor" or not match.group()[0].islower()
    return match.group()[0].isupper() or match.lastgroup == "date"


def _fits(line: Chunk, found: list[tuple[int, int, str]], index: int) -> bool:
    """What stands beside a known part is a part of its own: nothing, set off, or known by its words too."""
    start, end, _ = found[index]
    before = line.part(found[index - 1][1] if index else 0, start)
    after = line.part(end, found[index + 1][0] if index + 1 < len(found) else len(line.text))
    glued = start > 0 and not line.plain[start - 1].isspace() and line.plain[start - 1].isalpha()
    shouted = before.text.isupper() and _set_off(after.plain[:1])
    apart = glued or shouted or _set_off(before.plain[-1:])
    return _stands(before, apart) and _stands(after, _set_off(after.plain[:1]))


def _set_off(char: str) -> bool:
    return char in ("|", "·", "•", ")", ",") or char == ""


def _stands(beside: Chunk, set_off: bool) -> bool:
    bare = beside.plain.strip(" |·•-:,.()")
    if not bare:
        return True
    if _alone(beside.part(*_trimmed(beside))) != OPEN:
        return True
    return set_off and len(bare.split()) <= MOST_APART and not bare.endswith((".", "!", "?"))


def _divided(line: Chunk, known: list[tuple[int, int, str]]) -> Iterator[Part]:
    position = 0
    for start, end, label in known:
        yield from _between(line, position, start)
        yield Part(line.part(start, end), label)
        position = end
    if known:
        yield from _between(line, position, len(line.text))


def _between(line: Chunk, start: int, end: int) -> Iterator[Part]:
    """What stands between known parts: separators at its ends, and what they enclose."""
    gap = line.part(start, end)
    first, last = _trimmed(gap)
    cuts = [0, first, *(cut for m in _BAR.finditer(gap.text, first, last) for cut in m.span()), last, len(gap.text)]
    for begin, stop in pairwise(cuts):
        part = gap.part(begin, stop)
        if part.text:
            yield Part(part, _alone(part) if any(char.isalnum() for char in part.text) else "separator")


def _trimmed(gap: Chunk) -> tuple[int, int]:
    """Where the words of a chunk begin and end, without the separators around them."""
    left = re.match(r"[\s|·•—–\-:,;/>]*", gap.text)
    right = re.search(r"[\s|·•—–\-:,;/<]*$", gap.text)
    start = left.end() if left else 0
    return start, max(start, right.start() if right else len(gap.text))


def _alone(chunk: Chunk) -> str:
    """What the words of a whole chunk tell, OPEN where they do not."""
    told = chunk.plain
    bare = told.rstrip(" .:!›>»").lstrip("‹<« ")
    if (found := wall(told)) is not None:
        return FREE if found.kind == "free" and found.remaining is None else "paywall"
    for label, matches in (("sponsor", _SPONSOR_ALONE), ("widget", _WIDGET), ("navigation", _NAVIGATION)):
        if matches.fullmatch(bare) and len(told) <= 240:
            return label
    if is_locality(told):
        return "locality"
    if _TAGS.fullmatch(told) or _ADDRESS.fullmatch(told) or (_CRUMBS.fullmatch(told) and re.search("[>›]", told)):
        return "navigation"
    if aside(told):
        return "navigation"
    if byline(told) is not None or (len(told) <= 320 and _CONTRIBUTED.fullmatch(bare)):
        return "byline"
    return pictures.label(told) or OPEN
