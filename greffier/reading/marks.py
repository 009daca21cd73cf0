"""Pairs of quotation marks: where one opens and which closes it, over paragraphs and marks within."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NEXT = 1500  # characters within which the next paragraph closes a speech
_LONGEST = 6000  # characters of one speech
_MOST_OPENED = 40  # straight marks that seem to open while one is open
_DEEPEST = 3  # quotations in quotations; beyond it marks are missing
PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›"}
_KEY = re.compile(r'[ \t]{0,20}(?:- )?"?[a-z][\w-]{0,30}"?: ?')
_PARAGRAPH = re.compile(r"\n(?:[ \t]*\n|(?<=[^\n]{160}\n))[ \t\u00a0]*")  # looks behind at line ends only
_WORDS = re.compile(r"(?<![^\W_])(?:[^\W\d_]{2,}+|[aày])(?![^\W_])")


def quoted(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
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


def _closing(text: str, start: int) -> int | None:
    """The mark that closes the one at `start`; a mark that opens a new line goes on with the same speech."""
    opener = text[start]
    if opener == '"':
        return _straight(text, start)
    closer, depth = PAIRS[opener], 1
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
    if limit < len(text) and (over := _overleaf(text, limit, opener, closer, depth)):
        return over
    close = text.find(closer, start + 1, limit)
    opened = text.find(opener, start + 1, limit)
    return close if close > 0 and not 0 < opened < close else None


def _overleaf(text: str, limit: int, opener: str, closer: str, depth: int) -> int | None:
    """The closing mark of a speech that goes on in the next paragraph without its opening mark again."""
    for match in re.finditer(f"[{opener}{closer}]", text[limit : limit + _NEXT]):
        depth += 1 if match.group() == opener else -1
        if depth == 0:
            close = limit + match.start()
            return close if text.count("\n\n", limit, close) < 2 else None
        if depth > _DEEPEST:
            return None
    return None


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
