"""What a page says of the document it belongs to: reference, heading, object, author, which page of how many."""

from __future__ import annotations

import re
from typing import NamedTuple

from greffier.pages.piece_cues import HEADINGS, LETTERHEAD, Cue
from greffier.text import key

HEAD_LINES = 40  # lines in which a document presents itself
LONGEST_HEADING = 90  # characters

_NUMBER = r"(?:n\s?[°ºo]s?\.?|num[ée]ro|no\.?|#|:)"
_MARK = (
    r"(\d[\w.]*(?:[/-][\w.]+)+|[A-Z]{1,6}[/-]?\d[\w.]*(?:[/-][\w.]+)*|[A-Z]{2,6}(?:[/-][\w.]+)*[/-]\d[\w./-]*|\d{3,})"
)
_FILED = (  # what stands before the number of a document, the most telling first
    rf"(?:suite du )?(?:p\.? ?-?v\.?|proc[èe]s[- ]verbal)\s*{_NUMBER}*\s*",
    rf"(?:n/r[ée]f|nos? r[ée]f|our ref|r[ée]f(?:[ée]rence)?s?|case (?:no|ref)|file no)[. ]*{_NUMBER}*\s*",
    rf"(?:rapport|report|note|ordonnance|statement)(?: d['’e] ?\w+)?\s*{_NUMBER}*\s*",
    rf"(?:b/l|bill of lading|connaissement)\s*{_NUMBER}*\s*",
)
_PARQUET = (
    r"(?:n[°ºo]\.? ?)?(?:parquet|instruction)\s*:?\s*"
    r"(\d[\d ]{0,40}(?:[/-]\d{1,20}){0,9}\d|(?-i:[A-Z]{1,20}[ \w]{0,40}\d)(?:[/-]\d+)*)\s*(?:$|[-–|])"
)
_REFERENCES = tuple(
    re.compile(pattern, re.MULTILINE | re.IGNORECASE)
    for pattern in (
        *(rf"^{filed}(?-i:{_MARK})" for filed in _FILED),
        *(rf"[-–—|] *{filed}(?-i:{_MARK})" for filed in _FILED),
        rf"^{_PARQUET}",
    )
)
_COUNTER = re.compile(
    r"\b(?:page|p\.|feuillet|sheet)\s*(\d{1,4})\s*(?:/|sur|of|de)\s*(\d{1,4})\W*$"
    r"|(?:^|\s)([1-9]\d{0,3})\s?/\s?(\d{1,4})\W*$",
    re.IGNORECASE | re.MULTILINE,
)
MARGIN_LINES = 6  # at either end of a page's text, in which running heads and page counts stand
OBJECT_LINES = 7
_FIRST_NAME = r"[A-ZÀ-Ý][\w’'-]+\.?"
_NAME = rf"({_FIRST_NAME}(?:\s+(?:(?:d[eu]s?|van|von|der|el|ben|la|le)\s+)?{_FIRST_NAME}){{1,3}})"
_AUTHORS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Nn]ous(?:,| soussignée?s?,?)\s+(?:[a-zéèê-]+\s+){{0,4}}{_NAME}\s*,",
        rf"\b[Jj]e,? soussignée?,?\s+(?:[a-zéèê-]+\s+){{0,4}}{_NAME}",
        rf"\bI,\s+(?:the undersigned,?\s+)?{_NAME}\s*,",
        r"(?m)^(?:Rédacteur|Rédactrice|Auteure?|Rapporteur|Établi par|Author|Prepared by|Reported by|Written by)"
        rf"\s*:?\s*{_NAME}",
        rf"(?m)(?:^|- )(?:Witness statement|Statement|Record of interview|Deposition) of:?\s+{_NAME}",
        rf"(?m)^From:\s+{_NAME}",
        rf"[Ll]['’](?:officier|agent) de police judiciaire,?\s+{_NAME}",
    )
)
_RANK = re.compile(
    r"^(?:(?:Mme|M\.|Me|Dr\.?|Docteur|Professeur|Pr\.?|Ma[îi]tre|Brigadier(?:-[Cc]hef)?|Commandant|Capitaine|Lieutenant|Major|"
    r"Adjudant(?:-[Cc]hef)?|Gendarme|Inspecteur|Commissaire|Sergeant|Sgt\.?|Detective|Inspector|Constable|Officer|Agent|DI|DC|"
    r"DS|PC|Special|Colonel|Mr\.?|Mrs\.?|Ms\.?)\s+)+"
)
_OPEN_END = re.compile(r"\b(UNE?|DES?|DU|LA|LE|LES|ET|À|A|AN|THE|OF|FOR|AND|TO)$")
_GOES_ON = re.compile(r"(D['’]|(DE|DES|DU|À|POUR|OF|FOR|TO)\b)")
_OBJECT = re.compile(r"^(?:OBJET|Objet|SUBJECT|Subject|RE|Re)\s*:[ \t]*(.*)$", re.MULTILINE)
_SENDER = re.compile(r"^(?:From|De|Expéditeur)\s*:[ \t]*\"?([^<\"\n]+?)\"?\s*(?:<|$)", re.MULTILINE)


class Heading(NamedTuple):
    """A line that names the document, and the cue that recognised it."""

    line: str
    cue: Cue


def heading(text: str) -> Heading | None:
    """Return the most telling heading in the first lines of a page, in capitals rather than not; else the first."""
    about = set(_about(text))
    lines = [line.strip() for line in text.split("\n") if line.strip()][:HEAD_LINES]
    best, most = None, 0.0
    for at, line in enumerate(lines):
        if line in about or not _stands_out(line):
            continue
        whole = _with_next(lines, at)
        cue, part = _cue_of(whole)
        weight = cue.weight + capitals(line) - (0.5 if part else 0) if cue else 0
        if cue is not None and weight > most:
            best, most = Heading(_COUNTER.sub("", whole).rstrip(" -"), cue), weight
    return best


def _stands_out(line: str) -> bool:
    """Whether a line looks like a heading: capitals, or a few words that end no sentence and ask for no other."""
    if len(line) > LONGEST_HEADING or line.endswith((",", ";", ":")) or " | " in line:
        return False
    first = line.split(" ", 1)[0]
    if capitals(line) or (len(first) >= 4 and first.isupper()):
        return True
    return line[:1].isupper() and len(line.split()) <= 10 and not line.endswith(".")


def capitals(line: str) -> bool:
    """Whether a line is set in capitals."""
    letters = [char for char in line if char.isalpha()]
    return len(letters) >= 4 and sum(char.isupper() for char in letters) >= 0.8 * len(letters)


def _cue_of(line: str) -> tuple[Cue | None, int]:
    """The cue of a heading, and which part of the line it stands in ("OFFICIAL - WITNESS STATEMENT": 1)."""
    for number, part in enumerate(key(line).split(" - ")):
        stripped = part.lstrip("-*_=#. ")
        for cue in HEADINGS:
            if cue.pattern.match(stripped):
                return cue, number
    return None, 0


def _with_next(lines: list[str], at: int) -> str:
    """The heading with its second line, where both are in capitals and one asks for the other."""
    line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
    if not (capitals(line) and capitals(following) and len(following) <= 60):
        return line
    return f"{line} {following}" if _OPEN_END.search(line) or _GOES_ON.match(following) else line


def subject(text: str) -> str | None:
    """Return what the document says it is about (`Objet :`, `Subject:`), the first sentence of it, on one line."""
    told = re.split(r"(?<=\w{3})\.(?: |$)", " ".join(_about(text)), maxsplit=1)[0]
    return told[:200].strip(" .") or None


def _about(text: str) -> list[str]:
    """The lines of the object; in a margin column they stand below the label, a few words each."""
    match = _OBJECT.search(text)
    if match is None:
        return []
    if match.group(1).strip():
        return [match.group(1).strip()]
    told = []
    for line in text[match.end() :].lstrip().split("\n")[:OBJECT_LINES]:
        if not line.strip() or line.rstrip().endswith(":") or _presents(line):
            break
        told.append(line.strip())
    return told


def _presents(line: str) -> bool:
    """Whether a line in capitals is a letterhead or a heading, with which the object is over."""
    return capitals(line) and (LETTERHEAD.match(key(line)) is not None or _cue_of(line)[0] is not None)


def reference(text: str) -> str | None:
    """Return the number under which the document is filed, as it is written on the page."""
    for pattern in _REFERENCES:
        if match := pattern.search(text):
            return re.sub(r"\s+", " ", match.group(1)).rstrip(".-/ ")
    return None


def counter(text: str) -> tuple[int, int] | None:
    """Return (3, 12) where a margin says that this is page 3 of 12 of its document."""
    lines = [line for line in text.split("\n") if line.strip()]
    for match in _COUNTER.finditer("\n".join(lines[:MARGIN_LINES] + lines[MARGIN_LINES:][-MARGIN_LINES:])):
        number, total = (int(part) for part in match.groups() if part is not None)
        if 1 <= number <= total:
            return number, total
    return None


def author(text: str) -> str | None:
    """Return the name of who wrote the document ("Nous, Jean MARTIN, …", "I, …"), None where the page does not say."""
    for pattern in _AUTHORS:
        if match := pattern.search(text):
            return re.sub(r"\s+", " ", _RANK.sub("", match.group(1)))
    return None


def sender(text: str) -> str | None:
    """Return the name (or the address) that a mail comes from."""
    match = _SENDER.search(text)
    return match.group(1).strip() if match else None
