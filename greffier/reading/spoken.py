"""Direct speech: words between quotation marks or after a dialogue dash, without the marks and what interrupts them.

Marks around one or two words, a title, an exhibit or a nickname quote nobody: there has to be a verb of speech nearby,
or words enough to be a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from greffier.reading.speech import patterns
from greffier.reading.vocabulary import level


class Spoken(NamedTuple):
    """A stretch of direct speech; the same `whole` joins the parts of one utterance, `cue` is the verb of speech."""

    start: int
    end: int
    whole: tuple[int, int]
    cue: tuple[int, int] | None


_LONGEST = 6000  # characters of one speech
_DEEPEST = 3  # quotations in quotations; beyond it marks are missing
_PAIRS = {"«": "»", "“": "”", "„": "“"}
_DASH_LINE = re.compile(
    r"(?:^|(?<=\n))[ \t\u00a0]*[–—][ \u00a0]*(?=[^\s–—])|(?:^"
    r"|(?<=\n))[ \t]*--?[ \u00a0](?=[^\s\d–—-][^\n]{1,400}?(?:[!?…]|, \w+-(?:il|elle|t-il)))"
)
_DASH_INSIDE = re.compile(r"(?<=[.!?…:»])[ \u00a0][–—][ \u00a0](?=[«]?[ \u00a0]?[^\W\d_a-zà-ÿ])")
_BREAK = re.compile(r"\n[ \t]*\n|\n[ \t\u00a0]*[–—«]|(?<=[.!?…»:])[ \t]*\n(?=[ \t]*[^\W\d_a-zà-ÿ])")
_INCISE = re.compile(r"(?P<mark>[,!?…]|\.\.\.|[»”\"])(?P<gap>[ \u00a0]?[»”\"]?[ \u00a0,–—]*)(?=[^\W\d_]|[(])")
_PRONOUN = re.compile(r"-(?:il|elle|on|ils|elles|je)\b")
_SUBJECT_NEXT = re.compile(
    r"[ \u00a0](?:(?:alors|ensuite|enfin|aussi|encore|[a-z]+ment|a son tour|de nouveau|en \w+ant|d'une? \w+ \w+)[ ])?"
)
_DETERMINER = re.compile(
    r"(?:le|la|les|un|une|mon|ma|son|sa|ce|cet|cette|notre|votre|m\.|mme|the|an?|his|her|my|monsieur|madame|maitre"
    r"|mademoiselle|quelqu'un)[ ]|l'"
)
_INCISE_END = re.compile(r"[,;:.!?…](?=[ \u00a0»”\"]|$)|[ \u00a0][–—][ \u00a0]|\.\.\.")
_LEAD = re.compile(r"[:,][ \u00a0\n–—-]*$")
_PARAGRAPH = re.compile(r"\n[ \t]*\n[ \t\u00a0]*|(?<=[^\n]{160})\n[ \t\u00a0]*")
_CHANGE = re.compile(r"\n[ \t\u00a0]*(?:--|[–—«“])[ \u00a0]?")  # another voice, or the same in a new paragraph
_LONG_INCISE = re.compile(
    r"[ \u00a0](?:(?:tout en|en) )?(?!pendant|devant|avant|maintenant|quant|autant|tant"
    r"|enfant)[a-z]+ant\b|[ \u00a0](?:d'une? (?:voix|ton|air)|avec un)"
)
_BAD_LEAD = re.compile(
    r"\b(?:surnom\w*|alias|dite?s?|nomm\w+|intitul\w+|appel\w+|marque|mention|lettre|known as"
    r"|called|nickname\w*|titled|labelled|marked|operation|bar|navire)\s*(?:[:,]\s*)?$"
)
_FULL = re.compile(r"[.!?…]$|\.\.\.$")


def find_spoken(text: str) -> Iterator[Spoken]:
    """Yield the direct speech of a page in the order of its text."""
    quoted = list(_quoted(text))
    outside = [whole for whole, _ in quoted]
    found: list[Spoken] = []
    for whole, inner in quoted:
        first, *others = _voices(text, inner)
        found.extend(_parts(text, whole, first))
        for other in others if found and found[-1].whole == whole else ():
            goes_on = text[max(0, other[0] - 12) : other[0]].rstrip()[-1:] in "«“"
            found.extend(_parts(text, whole if goes_on else other, other, dash=True))
    for start, end in _dialogue(text):
        if not any(left <= start < right for left, right in outside):
            found.extend(_parts(text, (start, end), (start, end), dash=True))
    yield from sorted(found)


def _quoted(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield outermost pairs of quotation marks: the whole with its marks, and what is inside."""
    at = 0
    opening = re.compile('[«“„"]')
    while match := opening.search(text, at):
        close = _closing(text, match.start())
        if close is None:
            at = match.end()
            continue
        yield (match.start(), close + 1), (match.end(), close)
        at = close + 1


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
    close = text.find(closer, start + 1, limit)
    opened = text.find(opener, start + 1, limit)
    return close if close > 0 and not 0 < opened < close else None


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
    stop = text.find("\n\n", start)
    end = min(stop if stop >= 0 else len(text), start + _LONGEST)
    close = text.find('"', start + 1, end)
    while close >= 0 and text[close - 1].isspace() and text[close + 1 : close + 2].isalnum():
        close = text.find('"', close + 1, end)
    return close if close > start + 1 else None


def _dialogue(text: str) -> Iterator[tuple[int, int]]:
    """Yield what follows a dash at the head of a line, to the end of its paragraph, or one that changes the speaker."""
    starts = sorted({match.end() for match in (*_DASH_LINE.finditer(text), *_DASH_INSIDE.finditer(text))})
    for place, start in enumerate(starts):
        stop = _BREAK.search(text, start)
        end = stop.start() if stop else len(text)
        if place + 1 < len(starts):
            end = min(end, starts[place + 1])
        end = start + len(re.sub(r"[\s–—]+$", "", text[start:end]))
        if end > start and text[end - 1] != ";" and text[start:end].strip():
            yield start, end


def _parts(text: str, whole: tuple[int, int], inner: tuple[int, int], dash: bool = False) -> Iterator[Spoken]:
    flat = level(text)
    incises = list(_incises(text, flat, inner[0], whole[1] if dash else inner[1], dash))
    cue = incises[0][2] if incises else _cue_around(flat, whole)
    if not dash and not incises and not _is_speech(text, flat, whole, inner, cue):
        return
    if dash and not _is_dialogue(text, inner):
        return
    at = inner[0]
    for start, end, _ in incises:
        yield from _trim(text, at, start, whole, cue)
        at = end
    yield from _trim(text, at, inner[1], whole, cue)


def _trim(text: str, start: int, end: int, whole: tuple[int, int], cue: tuple[int, int] | None) -> Iterator[Spoken]:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip(' \u00a0\u202f\n\t«»“”"–—,;.'))
    right = start + len(words.rstrip(' \u00a0\u202f\n\t«»“”"–—,;'))
    if right > left and any(char.isalpha() for char in text[left:right]):
        yield Spoken(left, right, whole, cue)


def _incises(text: str, flat: str, start: int, end: int, dash: bool) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """« , dit-il en riant, »: where the words break off, where they go on, and the verb."""
    verb = patterns().inverted
    at = start
    while match := _INCISE.search(text, at, end):
        said = verb.match(flat, match.end())
        at = match.end()
        if (
            said is None
            or said.end() > end + 40
            or not text[match.end()].islower()
            or not _has_subject(text, flat, said)
        ):
            continue
        stop = _INCISE_END.search(text, said.end(), end)
        while stop and stop.group() == "," and _LONG_INCISE.match(flat, stop.end()):
            stop = _INCISE_END.search(text, stop.end(), end)
        finish = stop.end() if stop else end
        yield match.start() + (match["mark"] not in ',»”"'), finish, said.span()
        at = finish


def _has_subject(text: str, flat: str, said: re.Match[str]) -> bool:
    if _PRONOUN.search(said.group()) or re.match(r"(?:he|she|they|i|we)\b", said.group()):
        return True
    subject = _SUBJECT_NEXT.match(flat, said.end())
    if subject is None:
        return False
    return text[subject.end() : subject.end() + 1].isupper() or _DETERMINER.match(flat, subject.end()) is not None


def _cue_around(flat: str, whole: tuple[int, int]) -> tuple[int, int] | None:
    """The verb of speech right before the opening mark, or right after the closing one."""
    before = max(0, whole[0] - 140)
    left = before + max((match.end() for match in re.finditer(r"[.!?…]\s|\n\s*\n", flat[before : whole[0]])), default=0)
    found = list(patterns().verb.finditer(flat, left, whole[0]))
    if found:
        return found[-1].span()
    gap = re.compile(r"[\s,.–—-]{1,4}").match(flat, whole[1])
    if gap is None:
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
    if count <= 3 and _BAD_LEAD.search(before):
        return False
    led = bool(_LEAD.search(before)) and cue is not None and cue[1] <= whole[0]
    if count <= 2:
        return (
            led
            or (full and bool(re.search(r"[!?]", inside[-1:] + before[-3:])))
            or (cue is not None and cue[0] >= whole[1])
        )
    if led or re.search(r":[ \u00a0\n]*$", before):
        return True
    if cue is not None:
        return count >= 3 or full
    return (count >= 5 and (full or inside[0].isupper())) or count >= 9


def _is_dialogue(text: str, inner: tuple[int, int]) -> bool:
    inside = text[inner[0] : inner[1]].strip()
    return inside[:1] in '«“"…' or (inside[:1].isupper() and inside[-1:] in '.!?…»”":,)')
