"""Text as the rooms compare it: cleaned once when a page is frozen, folded in views that keep their offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Characters that look alike on a page and differ in a file: one of each, so that a quotation typed by hand is found.
_ALIKE = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2002": " ", "\u2003": " ", "\u200a": " ",
    }
)  # fmt: skip
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

MOST_BLANKS = 160  # in a row on a page: the widest sheets have 132 columns
_BLANK = "[\\s\u00ad\u200b-\u200d\u2060\ufeff]"  # and what readers take for one
_MORE_BLANKS = re.compile(rf"({_BLANK}{_BLANK}{{{MOST_BLANKS - 1}}}){_BLANK}+")

_ABBREVIATIONS = frozenset(
    "m mm mme mmes mlle me mr mrs ms dr pr st ste art al cf env n° p pp ch av bd fig tél tel réf ref p.v p.-v "
    "i.e e.g vs inc ltd jr sr gal col cne lt cdt brig lieut cap adj maj insp gen sgt cpl capt obj "
    "det hon const prof rev supt asst messrs cmdr adv atty sen gov ofc agt mlles mgr "
    "cst comdt cmdt lt-col sgt-maj adjt mdl a.k.a d.o.b".split()
)
_BEFORE_NUMBERS = frozenset(("no", "vol", "rs"))  # words of their own elsewhere: « un vol. », `I said no.`
_LONGER_THAN_ANY = 40  # characters: no abbreviation is as long
_SENTENCE_END = re.compile(
    r"[.!?…\n](?:(?<=\n)[ \t]*\n|(?<!\n)(?<![.!?…].)[.!?…]*+(?:[\"'”’)\]]|[ \u00a0\u202f]?»)*(?=\s|$))"
)
_LONGEST = 6000  # characters of a sentence
_OPENS_WORD = re.compile(r"[\s('’\"«]")
_INITIALS = re.compile(r"[^\W\d_](?:\.?-[^\W\d_])?")  # `J.`, « J.-P. »
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?", re.UNICODE)


def clean(untrusted_text: str) -> str:
    """Return text fit to be frozen: NFC, line feeds only, no control characters. Offsets are taken after this."""
    text = untrusted_text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x85", "\n")
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))


def freeze(untrusted_text: str) -> str:
    """Return the text of a page: cleaned, and of a run of blanks the first `MOST_BLANKS`.

    A hostile page is thousands of blanks, and phrases that allow for blanks anywhere would look from each of them to
    the end of the run.
    """
    return _MORE_BLANKS.sub(r"\1", clean(untrusted_text))


@dataclass(frozen=True, slots=True)
class Folded:
    """A view of a text for comparing: `offsets[i]` is where folded character i began; one more entry for the end."""

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Translate a range of the folded text into a range of the original."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str, *, accents: bool = False) -> Folded:
    """Fold case, look-alike characters, ligatures, invisible characters, runs of blanks; and accents unless kept.

    Line-end hyphenation ("procé-\\ndure") is closed, and so are the blanks that French sets inside « » and before
    ; : ! ? since a draft may be typed without them. With `accents=True` accents are kept.
    """
    out: list[str] = []
    offsets: list[int] = []
    index, length = 0, len(text)
    while index < length:
        char = text[index]
        if char == "-" and 0 < index < length - 2 and text[index + 1] == "\n" and _broken_word(text, index):
            index += 2
            continue
        for folded in _fold_char(char, accents):
            if folded == " " and (not out or out[-1] == " " or text[offsets[-1]] == "«"):
                continue
            if char in ";:!?»" and out and out[-1] == " ":
                out.pop()
                offsets.pop()
            out.append(folded)
            offsets.append(index)
        index += 1
    offsets.append(length)
    return Folded("".join(out), tuple(offsets))


def _broken_word(text: str, index: int) -> bool:
    return text[index - 1].islower() and text[index + 2].islower()


def _fold_char(char: str, accents: bool) -> str:
    if char.isascii():
        return " " if char.isspace() else char.lower()
    if _INVISIBLE.match(char):
        return ""
    char = char.translate(_ALIKE)
    if char.isspace():
        return " "
    if char in "œŒ":
        return "oe"
    if char in "æÆ":
        return "ae"
    decomposed = unicodedata.normalize("NFKC" if accents else "NFKD", char)
    kept = decomposed if accents else "".join(c for c in decomposed if not unicodedata.combining(c))
    return kept.casefold()


# Text of these signs alone can be folded as a whole, twenty times as fast as sign by sign.
_PLAIN = re.compile("[\x00-\x7f\u00a0«°»À-ÖØ-öø-ÿŒœ–—‘’“”…\u202f€]*")
_BROKEN = re.compile("(?<=[a-zß-öø-ÿœ])-\n(?=[a-zß-öø-ÿœ])")
_SET_OFF = re.compile(r"\s+(?=[;:!?»])|(?<=«)\s+")
_MARKS = re.compile("[\u0300-\u036f]")
_SAME = {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
_SAME |= {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"}
_OTHERWISE = re.compile(f"[{''.join(_SAME)}]")


def folded(text: str) -> str:
    """Return what `fold(text).text` is, where offsets do not matter."""
    if not _PLAIN.fullmatch(text):
        return fold(text).text
    whole = _SET_OFF.sub("", _BROKEN.sub("", text))
    if not whole.isascii():
        whole = _OTHERWISE.sub(lambda sign: _SAME[sign.group()], whole)  # translate() takes ten times as long
        whole = _MARKS.sub("", unicodedata.normalize("NFKD", whole))
    flat = " ".join(whole.casefold().split())
    return f"{flat} " if flat and whole[-1].isspace() else flat


def key(text: str) -> str:
    """Return the folded text alone, trimmed: for comparing names and words where offsets do not matter."""
    return folded(text).strip()


def words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the words of a text; "l'arme" is one word, so are numbers."""
    for match in _WORD.finditer(text):
        yield match.span()


@lru_cache(maxsize=8)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the sentences of a French or English text, trimmed of blanks.

    A blank line ends a sentence; a full stop after an initial, a title or a usual abbreviation does not. What goes on
    for more than 6,000 characters is no sentence and is cut where a line or a word ends.
    """
    return tuple(_cut_short(text))


def _cut_short(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _sentences(text):
        while end - start > _LONGEST:
            cut = max(text.rfind("\n", start + _LONGEST // 2, start + _LONGEST), 0)
            cut = cut or max(text.rfind(" ", start + _LONGEST // 2, start + _LONGEST), 0) or start + _LONGEST
            yield from _trimmed(text, start, cut)
            start = cut
        yield from _trimmed(text, start, end)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.group().startswith(".") and _is_abbreviation(text, start, match.start()):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    word = _OPENS_WORD.split(text[max(start, stop - _LONGER_THAN_ANY) : stop])[-1].lower()
    if word in _BEFORE_NUMBERS:
        return text[stop + 1 : stop + 4].lstrip()[:1].isdigit()
    initials = len(word) < 5 and _INITIALS.fullmatch(word) is not None
    return word in _ABBREVIATIONS or (initials and not _of_measure(text, stop))


def _of_measure(text: str, stop: int) -> bool:
    """Whether the letter before a full stop is a unit, and what follows a new sentence: `0.2 g. Cocaine was`."""
    number = text[max(0, stop - 4) : stop - 1].rstrip()
    return text[stop - 1] in "ghlmt" and number[-1:].isdigit() and text[stop + 1 : stop + 4].lstrip()[:1].isupper()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
    if right > left:
        yield start + left, start + right


def language(text: str) -> str | None:
    """Return `fr` or `en` by the most frequent function words and accents, None when neither clearly leads."""
    found = [word.lower() for word in re.findall(r"[^\W\d_]+", text[:6000])]
    french = sum(word in _FRENCH for word in found) + 0.5 * len(re.findall("[éèêàùçœ]", text[:6000]))
    english = sum(word in _ENGLISH for word in found)
    if max(french, english) < 2 or abs(french - english) < 0.2 * max(french, english):
        return None
    return "fr" if french > english else "en"


_FRENCH = frozenset(
    "le la les un une des du de et est sont dans pour par sur avec que qui ne pas ce cette ces il elle nous vous ils "
    "au aux en son sa ses leur dont où mais ou été avoir être fait plus sans sous entre après avant".split()
)
_ENGLISH = frozenset(
    "the a an of and is are was were in for by on with that which not this these those he she we you they to from his "
    "her their whose where but or been have has had be did more without under between after before at it".split()
)
