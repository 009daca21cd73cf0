"""The labels that open the turns of a talk: names, codes, roles, the senders of messages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from greffier.reading.capitals import UPPER, ordinary
from greffier.reading.vocabulary import at_lines, level
from greffier.records import PieceKind

Head = tuple[int, int, tuple[int, int], str]

_HOUR = r"[\dOlI]{1,2}[h:][\dOlI]{2}(?::[\dOlI]{2})?"
_DAY = r"(?:\d{4}-\d{2}-\d{2}|[\dOlI]{1,2}[-/.][\dOlI]{1,2}[-/.][\dOlI]{2,4})"
STAMP = (
    rf"\[?(?:{_DAY},?[ ](?:[àa][ ])?)?{_HOUR}(?:[ ][AaPp]\.?[Mm]\.?)?\]?[ ]?(?:[-–—][ ])?[ ]?"  # [14/08/2021 22:17] –
)
_SENT = re.compile(rf"[ \t]*{STAMP}(?P<label>[^\s:–—\[(][^:\n–—]{{0,38}}?)[ \u00a0]?:[ \u00a0]+(?=\S)")
_NAMED = re.compile(
    rf"[ \t]*(?:[-–—•*][ \u00a0]*)?(?:{STAMP})?"
    rf"(?P<label>(?:UN|UNE|Un|Une|A)[ ](?:HOMME|FEMME|homme|femme|man|woman|MAN"
    r"|WOMAN)(?:[ ]\d)?|(?:(?:M\.|Mme|Mr|Mrs|Ms|Le|La"
    rf"|The)[ ])?[{UPPER}][\w'’.-]{{0,24}}(?:[ ][{UPPER}(«][\w'’.»)-]{{0,24}}){{0,3}}|[A-Z]\d?"
    rf"|X{{1,2}}\d?|H\d|F\d|M\d|INC\d?"
    rf"|(?:Homme|Femme|Voix|Voice|Man|Woman|Correspondante?|Interlocut\w+|Caller|Called)[ ](?:n°[ ]?)?\d)"
    r"[ \u00a0]?(?:\([^)\n]{1,30}\)[ ]?)?(?::|[ ]—)[ \u00a0]+(?=\S)"
)
_ROLE = (
    r"(?:le |la |l['’]|the )?(?:président[e]?|juge|procureure?|substitute?"
    r"|avocate?(?: générale?| de la (?:défense|partie civile))?|témoin|prévenue?|accusée?"
    r"|mise? en (?:examen|cause)|greffi(?:er|ère)|interprète|experte?|défense|partie civile"
    r"|bâtonnier|enquêt(?:eur|rice)|opérat(?:eur|rice)"
    r"|witness|court|chair(?:man|woman|person)?|judge|clerk|accused|defendant"
    r"|prosecutor|foreman"
    r"|interpreter|officer|interviewer|solicitor|counsel|operator"
    r"|caller|dispatcher|unk(?:nown)?(?: male| female)?|inconnue?)(?: n°)?(?: \d{1,2})?"
)
_ROLES = re.compile(
    rf"[ \t]*(?:{STAMP})?(?P<label>{_ROLE})"
    rf"[ \u00a0]?(?:\([^)\n]{{1,40}}\)[ ]?)?(?::[ \u00a0]+|\.[ ](?:[–—][ ])?)(?=\S)",
    re.IGNORECASE,
)
_SPOKE = re.compile(  # « M. Morin, président. – », `Mr. HARKER. `
    rf"[ \t]*(?:(?:M|Mme|Mr|Mrs|Ms|Dr|MM)\.?|Me|The|Le|La)[ ]"
    rf"(?P<label>[{UPPER}][\w'’-]{{1,24}}(?:[ ][{UPPER}][\w'’-]{{0,24}}){{0,3}})"
    rf"(?:, [^.\n]{{3,50}})?\.(?:[ ][–—][ ]|(?<=[{UPPER}]{{3}}\.)[ ])(?=\S)"
)
_ASKED_BY = re.compile(
    r"[ \t]*(?P<label>Questions?[ ](?:de|du|from|by|\()[ ]?[^:\n]{3,40}?)[ \u00a0]?:[ \u00a0]+(?=\S)"
)
_CODE = re.compile(
    r"(?:[A-Z]\d?|X{1,2}\d?|[HFM]\d|INC\d?|Homme|Femme|Man|Woman|Voice|Voix|Correspondant\w*"
    r"|Interlocut\w+|Caller|Called|Appelant\w?|Appelée?|(?:UNE?|Une?|A) (?:HOMME|FEMME|homme|femme"
    r"|man|woman|MAN|WOMAN))(?:[ ]?(?:n°[ ]?)?\d)?$"
)


def talk_heads(text: str, kind: PieceKind, names: Collection[str]) -> Iterator[Head]:
    """Yield where turns open: start, end, label, voice. Patterns are tried from the surest on; none twice on a line."""
    taken: set[int] = set()
    for heads in (_sent(text), _spoke(text), _named(text, kind, names)):
        for head in heads:
            if head[1] not in taken:
                taken.add(head[1])
                yield head


def _sent(text: str) -> list[Head]:
    """« 14/08/2021 22:17 – Momo13 : … »: two and more lines that begin with day and hour."""
    found = [match for match in at_lines(_SENT, text) if not match["label"].strip().isdigit()]
    often = Counter(match["label"] for match in found)
    talk = len(found) >= 3 and max(often.values()) >= 2
    return [_head(match) for match in found] if talk else []


def _spoke(text: str) -> list[Head]:
    """The records of assemblies: a title, a name, a full stop."""
    found = list(at_lines(_SPOKE, text))
    return [_head(match) for match in found] if len(found) >= 2 else []


def _named(text: str, kind: PieceKind, names: Collection[str]) -> list[Head]:
    labels = list(at_lines(_NAMED, text))
    again = Counter(match["label"] for match in labels if kind == "intercept" and match["label"].isupper())
    again += _with_me(labels)
    found = [match for match in labels if _may_speak(match["label"], names) or again[match["label"]] > 1]
    roles = [*at_lines(_ROLES, text), *at_lines(_ASKED_BY, text)]
    often = Counter(level(match["label"]) for match in (*found, *roles))
    talk = kind == "intercept" or (len(found) + len(roles) >= 3 and sum(count >= 2 for count in often.values()) >= 2)
    talk = talk or (kind == "hearing" and len(often) >= 2)
    return (
        [_head(match) for match in (*found, *roles)] if talk else [_head(match) for match in at_lines(_ASKED_BY, text)]
    )


def _with_me(labels: Sequence[re.Match[str]]) -> Counter[str]:
    """The labels of a talk that its owner kept: « Kaka : … », « Moi : … », line after line, two or three voices."""
    often = Counter(match["label"] for match in labels)
    voices = Counter({label: count for label, count in often.items() if count > 1 and " " not in label})
    mine = any(level(label) in ("moi", "me") for label in voices)
    return voices if mine and 2 <= len(voices) <= 3 and 2 * sum(voices.values()) > sum(often.values()) else Counter()


def _head(match: re.Match[str]) -> Head:
    label = match["label"]
    voice = "code" if _CODE.fullmatch(label) else "asked" if _ASKED_BY.match(match.group().lstrip()) else "name"
    return match.start(), match.end(), match.span("label"), voice


def _may_speak(label: str, names: Collection[str]) -> bool:
    if _CODE.fullmatch(label):
        return True
    parts = [
        part
        for part in re.split(r"[ ]", level(label))
        if part not in {"m.", "mme", "mr", "mrs", "ms", "le", "la", "the"}
    ]
    parts = [part.strip(".«»()") for part in parts]
    return any(part in names for part in parts) or (label.isupper() and bool(parts) and not any(map(ordinary, parts)))
