"""Who is named where in a text: names, and the pronouns that stand for a name just read or for who is speaking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from greffier.vocabulary import Token, is_title
from greffier.writing.named import Bearer, called, name_words

HE_OR_SHE = frozenset("il elle he she celui celle".split())
I_AND_WE = frozenset("je j i nous we".split())
ME = frozenset("m me moi us".split())


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in a text: offsets, the words of the name, who may be meant (entity ids); `place` is a token number."""

    start: int
    end: int
    words: frozenset[str]
    ids: frozenset[str]
    place: int = 0
    last: int = 0
    spoken_to: bool = False


def named(text: str, seen: Sequence[Token], read: Iterable[tuple[int, int]], everyone: Sequence[Bearer]) -> list[Named]:
    """Return who is named in a text, in its order: what readers found there, and capitalised words of known names."""
    known = frozenset().union(*(form for bearer in everyone for form in bearer.forms))
    spans = [_runs_on(text, seen, span, known) for span in read]
    spans += [
        run for run in _runs(text, seen, known) if not any(run[0] < end and start < run[1] for start, end in spans)
    ]
    found = []
    for start, end in sorted(set(spans)):
        inside = [n for n, token in enumerate(seen) if start <= token.start and token.end <= end]
        if inside and (words := name_words(text[start:end])):
            exact = [bearer for bearer in everyone if words in bearer.forms]
            ids = frozenset(bearer.id for bearer in exact or called(text[start:end], everyone))
            found.append(Named(start, end, words, ids or frozenset({" ".join(sorted(words))}), inside[0], inside[-1]))
    return found


def _runs(text: str, seen: Sequence[Token], known: frozenset[str]) -> list[tuple[int, int]]:
    """Capitalised words of known names that stand side by side."""
    runs: list[tuple[int, int]] = []
    for token in seen:
        if not text[token.start].isupper() or len(token.word) < 2 or token.word not in known or is_title(token.word):
            continue
        if runs and token.start - runs[-1][1] <= 1 and text[runs[-1][1] : token.start] in (" ", "-", "\n", "'", "’"):
            runs[-1] = (runs[-1][0], token.end)
        else:
            runs.append((token.start, token.end))
    return runs


def _runs_on(text: str, seen: Sequence[Token], span: tuple[int, int], known: frozenset[str]) -> tuple[int, int]:
    """A name that a reader cut short ("Lino" of "Lino CARVASSE") with the rest of it."""
    start, end = span
    for token in seen:
        if token.start - end == 1 and text[end] in " -" and text[token.start].isupper() and token.word in known:
            end = token.end
    return start, end


def same(told: Named, shown: Named, everyone: Sequence[Bearer]) -> bool:
    """Whether a name on a page is the name of the one named in a draft and can be nobody else's."""
    if told.words == shown.words:
        return True
    if not told.ids & shown.ids:
        return False
    others = [bearer for bearer in everyone if bearer.id in shown.ids - told.ids]
    return all(form <= told.words for bearer in others for form in bearer.forms)


def standing_for(
    seen: Sequence[Token], people: Sequence[Named], before: Sequence[Named], speaker: Named | None
) -> list[Named]:
    """Return the people of a sentence with those for whom its pronouns stand.

    `before` are those named in the sentence before it: "he" is one of them where there is only one.
    """
    alone = before[0] if before and all(each.ids == before[0].ids for each in before) else None
    found = list(people)
    for number, token in enumerate(seen):
        meant = speaker if token.word in I_AND_WE | ME else alone if token.word in HE_OR_SHE else None
        if meant is not None and not any(each.place <= number <= each.last for each in people):
            at = replace(meant, start=token.start, end=token.end, place=number, last=number)
            found.append(replace(at, spoken_to=token.word in ME))
    return sorted(found, key=lambda each: each.place)
