"""Direct speech: words between quotation marks or after a dialogue dash, without the marks and what interrupts them.

Marks around one or two words, a title, an exhibit or a nickname quote nobody: there has to be a verb of speech nearby,
or words enough to be a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from greffier.reading.incises import find_incises
from greffier.reading.narration import taken_over
from greffier.reading.speech import patterns
from greffier.reading.vocabulary import at_lines, level


class Spoken(NamedTuple):
    """A stretch of direct speech; the same `whole` joins the parts of one utterance, `cue` is the verb of speech."""

    start: int
    end: int
    whole: tuple[int, int]
    cue: tuple[int, int] | None


_AT_ONCE = 140  # characters that « dit X » may take between two parts of a speech
_NEXT = 1500  # characters within which the next paragraph closes a speech
_LONGEST = 6000  # characters of one speech
_MOST_OPENED = 40  # straight marks that seem to open while one is open
_DEEPEST = 3  # quotations in quotations; beyond it marks are missing
_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›"}
_DASH_LINE = re.compile(
    r"[ \t\u00a0]*[–—][ \u00a0]*(?=[^\s–—])"
    r"|[ \t]*--?[ \u00a0](?=[^\s\d–—-][^\n]{1,400}?(?:[!?…]|, \w+-(?:il|elle|t-il)))"
)
_DASH_INSIDE = re.compile(r"(?<=[.!?…:»])[ \u00a0][–—][ \u00a0](?=[«]?[ \u00a0]?[^\W\d_a-zà-ÿ])")
_BREAK = re.compile(r"\n[ \t]*\n|\n[ \t\u00a0]*[–—«]|(?<=[.!?…»:])[ \t]*\n(?=[ \t]*[^\W\d_a-zà-ÿ])")
_KEY = re.compile(r'[ \t]{0,20}(?:- )?"?[a-z][\w-]{0,30}"?: ?')
_LEAD = re.compile(r"[:,][ \u00a0\n–—-]*$")
_PARAGRAPH = re.compile(r"\n(?:[ \t]*\n|(?<=[^\n]{160}\n))[ \t\u00a0]*")  # looks behind at line ends only
_CHANGE = re.compile(r"\n[ \t\u00a0]*(?:--|[–—«“])[ \u00a0]?")  # another voice, or the same in a new paragraph
_BAD_LEAD = re.compile(
    r"\b(?:surnom\w*|alias|nomm\w+|appel\w+|marque|mention|lettre"
    r"|nickname\w*|labelled|marked|operation|bar|navire)\s*(?:[:,]\s*)?$|(?<!\ba\s)(?<!\bont\s)\bdite?s?\s+$"
)
_CALLED = re.compile(r"(?<!\w)on\s+(?:l'|(?:le|la|les|lui|nous)\s+)?(?:dit|disait|donne|donnait|appelle|appelait)\s*$")
_TITLED = re.compile(r"\b(?:intitul\w+|titre|titled|entitled|called|known as|baptis\w+)\s*(?:[:,]\s*)?$")
_MARK = re.compile('[«“"]')
_WORDS = re.compile(r"(?<![^\W_])(?:[^\W\d_]{2,}+|[aày])(?![^\W_])")
_LEADS_TO = re.compile(r"[^.!?;:«»“”\"\n]{0,50}?(?<!\w)(?:as|that|an?|une?|que|qu'|d'|de)\s*")
_ENDS_CLAUSE = re.compile(r"[.,;)]|\s*(?:\n\s*\n|$)|\s+(?:et|mais|and|but)\s")
_FULL = re.compile(r"[.!?…]$|\.\.\.$")


def find_spoken(text: str) -> Iterator[Spoken]:
    """Yield the direct speech of a page in the order of its text."""
    quoted = list(_quoted(text))
    outside = [whole for whole, _ in quoted]
    found: list[Spoken] = []
    for whole, inner in quoted:
        first, *others = _voices(text, inner)
        found.extend(_parts(text, whole, first) or _goes_on_speaking(text, whole, first, found))
        for other in others if found and found[-1].whole == whole else ():
            goes_on = text[max(0, other[0] - 12) : other[0]].rstrip()[-1:] in "«“"
            found.extend(_parts(text, whole if goes_on else other, other, dash=True))
    for start, end in _dialogue(text):
        if not any(left <= start < right for left, right in outside):
            said = list(_parts(text, (start, end), (start, end), dash=True))
            found = [one for one in found if not any(it.start < one.start and one.end <= it.end for it in said)] + said
    yield from sorted(found)


def find_inner(text: str, one: Spoken) -> Iterator[Spoken]:
    """Yield what the speaker quotes in turn: « Il m'a dit : “Pars.” »; there has to be a verb of speech before it."""
    words = text[one.start : one.end]
    if _MARK.search(words):
        for inner in find_spoken(words):
            if inner.cue and inner.cue[1] <= inner.start:
                start, end = inner.whole
                yield Spoken(
                    one.start + inner.start,
                    one.start + inner.end,
                    (one.start + start, one.start + end),
                    (one.start + inner.cue[0], one.start + inner.cue[1]),
                )


def _quoted(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield outermost pairs of quotation marks: the whole with its marks, and what is inside."""
    at = 0
    opening = re.compile('[«“„‹"]')
    while match := opening.search(text, at):
        close = _closing(text, match.start())
        if close is None:
            at = match.end()
            continue
        if _in_words(text, match.end(), close):
            yield (match.start(), close + 1), (match.end(), close)
        at = close + 1


def _in_words(text: str, start: int, end: int) -> bool:
    """Whether a third of the signs stand in words: marks in dumps, codes and torn files hold no speech."""
    solid = len("".join(text[start:end].split()))
    return 3 * sum(len(word) for word in _WORDS.findall(text, start, end)) >= solid


def _voices(text: str, inner: tuple[int, int]) -> list[tuple[int, int]]:
    """What is inside the marks, cut where a line opens with a dash (somebody else speaks) or with the mark again."""
    cuts = [(match.start(), match.end()) for match in _CHANGE.finditer(text, *inner)]
    starts = [inner[0], *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), inner[1]]
    return list(zip(starts, ends, strict=True))


def _closing(text: str, start: int) -> int | None:
    """The mark that closes the one at `start`; a mark that opens a new line goes on with the same speech."""
    opener = text[start]
    if opener == '"':
        return _straight(text, start)
    closer, depth = _PAIRS[opener], 1
    limit = _paragraph_end(text, start, opener)
    for match in re.finditer(f"[{opener}{closer}]", text[start + 1 : limit]):
        at = start + 1 + match.start()
        if match.group() == closer:
            depth -= 1
        elif text[max(0, at - 12) : at].rstrip(" \t\u00a0")[-1:] != "\n":
            depth += 1
        if depth == 0:
            return at
        if depth > _DEEPEST:
            return None
    if (
        limit < len(text)
        and not text.count(closer, start + 1, limit)
        and (over := _overleaf(text, limit, opener, closer))
    ):
        return over
    close = text.find(closer, start + 1, limit)
    opened = text.find(opener, start + 1, limit)
    return close if close > 0 and not 0 < opened < close else None


def _overleaf(text: str, limit: int, opener: str, closer: str) -> int | None:
    """The closing mark of a speech that goes on in the next paragraph without its opening mark again."""
    close = text.find(closer, limit, limit + _NEXT)
    opened = text.find(opener, limit, limit + _NEXT)
    return close if close > 0 and not 0 < opened < close and text.count("\n\n", limit, close) < 2 else None


def _paragraph_end(text: str, start: int, opener: str) -> int:
    """Where a speech ends at the latest: its paragraph, and those that open with its mark again."""
    for match in _PARAGRAPH.finditer(text, start, min(len(text), start + _LONGEST)):
        if text[match.end() : match.end() + 1] not in (opener, "–", "—", "-"):
            return match.start()
    return min(len(text), start + _LONGEST)


def _straight(text: str, start: int) -> int | None:
    """Straight marks look alike: one opens after a blank and before a word, and closes after a word."""
    if (start and text[start - 1].isalnum()) or text[start + 1 : start + 2].isspace():
        return None
    end = min(len(text), start + _LONGEST)
    stop = text.find("\n\n", start, end)
    close = text.find('"', start + 1, stop if stop >= 0 else end)
    for _ in range(_MOST_OPENED):
        if close < 0 or not text[close - 1].isspace() or not text[close + 1 : close + 2].isalnum():
            return close if close > start + 1 and not _is_value(text, start, close) else None
        close = text.find('"', close + 1, stop if stop >= 0 else end)
    return None


def _is_value(text: str, start: int, close: int) -> bool:
    """`title: "The quay"`, alone on its line: the value of a field, which nobody says."""
    line = text.rfind("\n", 0, start) + 1
    return _KEY.fullmatch(text, line, start) is not None and text[close + 1 : close + 2] in ("", "\n", ",")


def _dialogue(text: str) -> Iterator[tuple[int, int]]:
    """Yield what follows a dash at the head of a line, to the end of its paragraph, or one that changes the speaker."""
    starts = sorted({match.end() for match in (*at_lines(_DASH_LINE, text), *_DASH_INSIDE.finditer(text))})
    for place, start in enumerate(starts):
        stop = _BREAK.search(text, start)
        end = stop.start() if stop else len(text)
        if place + 1 < len(starts):
            end = min(end, starts[place + 1])
        end = start + len(re.sub(r"(?<![\s–—])[\s–—]++$", "", text[start:end]))
        if end > start and text[end - 1] != ";" and text[start:end].strip():
            yield start, end


def _goes_on_speaking(
    text: str, whole: tuple[int, int], inner: tuple[int, int], found: Sequence[Spoken]
) -> list[Spoken]:
    """`"…," said X. "Nobody signed."`: full words that follow at once on those of the same speaker are speech."""
    if not found or found[-1].cue is None or not found[-1].whole[1] <= found[-1].cue[0] < whole[0]:
        return []
    between = text[found[-1].whole[1] : whole[0]]
    full = text[inner[0] : inner[1]].strip(" \u00a0\u202f")
    at_once = len(between) < _AT_ONCE and "\n\n" not in between and between.rstrip()[-1:] == "."
    if not (at_once and full[:1].isupper() and _FULL.search(full)):
        return []
    return list(_trim(text, *inner, whole, None))


def _parts(text: str, whole: tuple[int, int], inner: tuple[int, int], dash: bool = False) -> list[Spoken]:
    return list(_cut(text, level(text), whole, inner, dash))


def _cut(text: str, flat: str, whole: tuple[int, int], inner: tuple[int, int], dash: bool) -> Iterator[Spoken]:
    incises = list(find_incises(text, flat, *inner))
    cue = incises[0][2] if incises else _cue_around(flat, whole)
    if not dash and not incises and not _is_speech(text, flat, whole, inner, cue):
        return
    if dash and not _is_dialogue(text, inner):
        return
    at = inner[0]
    for start, end, _ in incises:
        yield from _trim(text, at, start, whole, cue)
        at = end
    yield from _trim(text, at, taken_over(text, flat, at, inner[1], bool(incises)) if dash else inner[1], whole, cue)


def _trim(text: str, start: int, end: int, whole: tuple[int, int], cue: tuple[int, int] | None) -> Iterator[Spoken]:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip(' \u00a0\u202f\n\t«»“”"–—,;.'))
    right = start + len(words.rstrip(' \u00a0\u202f\n\t«»“”"–—,;'))
    if right > left and any(char.isalpha() for char in text[left:right]):
        yield Spoken(left, right, whole, cue)


def _cue_around(flat: str, whole: tuple[int, int]) -> tuple[int, int] | None:
    """The verb of speech right before the opening mark, or right after the closing one."""
    before = max(0, whole[0] - 140)
    left = before + max((match.end() for match in re.finditer(r"[.!?…]\s|\n\s*\n", flat[before : whole[0]])), default=0)
    found = list(patterns().verb.finditer(flat, left, whole[0]))
    if found:
        return found[-1].span()
    gap = re.compile(r"[ \u00a0]?[,.–—-]?[ \u00a0\n]").match(flat, whole[1])
    if gap is None or flat[max(0, whole[1] - 2) : whole[1]] in ('."', ".“", ".”"):
        return None
    after = patterns().inverted.match(flat, gap.end())
    if after:
        return after.span()
    english = re.compile(
        r"[^.!?\n\"]{2,60}?\b(?:said|says|told|asked|replied|added|explained|stated|wrote|insisted)\b"
    ).match(flat, gap.end())
    return (english.end() - len(english.group().split()[-1]), english.end()) if english else None


def _is_speech(
    text: str, flat: str, whole: tuple[int, int], inner: tuple[int, int], cue: tuple[int, int] | None
) -> bool:
    inside = text[inner[0] : inner[1]].strip(" \u00a0\u202f\n")
    count = len(inside.split())
    if count == 0 or not any(char.isalpha() for char in inside):
        return False
    before = flat[max(0, whole[0] - 40) : whole[0]]
    full = bool(_FULL.search(inside)) or (text[whole[1] : whole[1] + 1] in ".!?" and inside[0].isupper())
    if (count <= 3 and (_BAD_LEAD.search(before) or _CALLED.search(before))) or _TITLED.search(before):
        return False
    led = bool(_LEAD.search(before)) and cue is not None and cue[1] <= whole[0]
    according = patterns().according.search(flat, max(0, whole[0] - 160), whole[0])
    if (
        according
        and before.rstrip().endswith(",")
        and count >= 3
        and not re.search(r"(?:[!?;]|(?<!\bm)(?<!\bme)(?<!\bmr)(?<!\bmme)\.)\s", flat[according.end() : whole[0]])
    ):
        return True
    if count <= 2:
        return (
            led
            or (cue is not None and cue[1] <= whole[0] and not flat[cue[1] : whole[0]].strip())
            or (cue is not None and cue[1] <= whole[0] and _is_fragment(text, flat[cue[1] : whole[0]], whole, inside))
            or (full and bool(re.search(r"[!?]", inside[-1:] + before[-3:])))
            or (cue is not None and cue[0] >= whole[1])
        )
    if led or re.search(r":[ \u00a0\n]*$", before):
        return True
    if cue is not None:
        return count >= 3 or full
    alone = inside[0].isupper() and _FULL.search(inside) and before.rstrip()[-1:] in ("", ".", "!", "?", "»", "”")
    return bool(alone) or (count >= 5 and (full or inside[0].isupper())) or count >= 9


def _is_fragment(text: str, between: str, whole: tuple[int, int], inside: str) -> bool:
    """« dénonce une « mascarade » », `described the claims as "fanciful"`: a word or two that end their clause."""
    ends = _ENDS_CLAUSE.match(text, whole[1]) is not None
    return ends and inside[:1].islower() and _LEADS_TO.fullmatch(between) is not None


def _is_dialogue(text: str, inner: tuple[int, int]) -> bool:
    inside = text[inner[0] : inner[1]].strip()
    return inside[:1] in '«“"…' or (inside[:1].isupper() and inside[-1:] in '.!?…»”":,)')
