"""The day that an open question asks about: « Que s'est-il passé le 3 mai ? » dates what the answer tells first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.reading.taken import beginning
from greffier.records import Mention

_FAR = 600  # characters back to the question
_OPEN = re.compile(
    r"\b(?:que s'est[- ]il passe|ce qui s'est passe|s'est[- ]il passe|que s'etait[- ]il passe|ce qu'il s'est passe|"
    r"qu'avez[- ]vous (?:fait|vu|constate|observe)|que faisiez[- ]vous|qu'a[- ]t[- ](?:il|elle) fait|ou etiez[- ]vous|"
    r"emploi du temps|racontez|decrivez|relatez|expliquez|parlez|revenons (?:sur|a)|que (?:pouvez|savez)[- ]vous|"
    r"qu'est[- ]ce (?:qui|que|qu')|comment s'est[- ](?:il |elle )?pass\w+|"
    r"what (?:happened|took place|occurred|went on|did (?:you|he|she|they) (?:do|see)|were you doing|do you recall|"
    r"do you remember|can you (?:tell|say))|where were you|tell (?:me|us|the \w+) (?:about|what)|describe|explain|"
    r"talk (?:me|us) through|take (?:me|us) (?:through|back to)|turning to|go(?:ing)? back to|walk (?:me|us) through)\b"
)
_LABEL = re.compile(r"\s*(?:(?:reponse|rep|answer|ans|r|a)\s*[.:\-–—]+|[-–—])?\s*(?:[^.?!]{0,60}[.!]\s+)?")
_DENIED = re.compile(r"(?<!\w)(?:non|no|pas|never|jamais|rien|nothing)\b")


def is_asked(flat: str, start: int) -> bool:
    """Whether a question or a request opens the sentence of a time: `Tell me about last Thursday.`"""
    window = max(0, start - _FAR // 4)
    asked_from = max([window, *(flat.rfind(sign, window, start) + 1 for sign in "?!.\n")])
    return _OPEN.search(flat, asked_from, start) is not None


def asked_day(flat: str, dates: Sequence[Mention], start: int, end: int) -> Mention | None:
    """Return the only day of the open question that is answered by what stands at `end`, in a sentence from `start`.

    None where more than a short sentence lies between, or where the answer denies.
    """
    mark = flat.rfind("?", max(0, start - _FAR), end)
    if mark < 0 or (mark < start and _LABEL.fullmatch(flat, mark + 1, start) is None):
        return None
    asked_from = 1 + max(flat.rfind(sign, max(0, mark - _FAR), mark) for sign in "?!.\n")
    if _OPEN.search(flat, asked_from, mark) is None or _DENIED.search(flat, mark + 1, end):
        return None
    told = [one for one in beginning(dates, asked_from, mark, "span.start") if one.time]
    days = {(one.time.earliest[:10], one.time.latest[:10]) for one in told if one.time}
    low, high = days.pop() if len(days) == 1 else ("", "-")
    return told[0] if low == high else None
