"""Reads identifiers: telephones, plates, IBAN, containers, seals, e-mail, handles, references, accounts, laws.

The surest come first and take their digits: those of an IBAN are never a telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from greffier.reading import phones, plates
from greffier.reading.acts import find_acts
from greffier.reading.bank_accounts import find_accounts, find_told_accounts
from greffier.reading.candidate import GUESSED, Candidate
from greffier.reading.checksums import container_value, iban_value
from greffier.reading.coded import find_coded
from greffier.reading.columned import find_columned
from greffier.reading.court_exhibits import find_court_exhibits
from greffier.reading.devices import find_devices
from greffier.reading.dockets import find_dockets
from greffier.reading.exhibit_marks import find_marks, prefixes, told_again
from greffier.reading.exhibits import find_exhibits
from greffier.reading.labelled import find_labelled
from greffier.reading.mention import mention
from greffier.reading.produced import find_produced
from greffier.reading.references import find_references
from greffier.reading.registers import find_registered
from greffier.reading.statutes import find_statutes, put_right
from greffier.reading.tagged import find_tagged
from greffier.reading.taken import Taken
from greffier.reading.usernames import find_usernames
from greffier.reading.vocabulary import level
from greffier.reading.wallets import find_keys, find_wallets
from greffier.records import Found, MentionKind, Page, Piece

# Here and in the finders, what searches a whole page begins with a sign and looks behind after it: `re` then leaps from
# sign to sign, while a look behind in front is tried at each of three thousand characters.
_EMAIL = re.compile(r"(?<![\w.+%-])\w(?:[\w.+%-]{0,62}\w)?@(?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![\w@-])")
_IBAN = re.compile(r"[A-Z](?<!\w.)[A-Z][0-9OIZSBl]{2}(?:[ \u00a0\u202f.\-]?\n?[ \t]*[A-Z0-9l]){11,30}")
_CONTAINER = re.compile(
    r"[A-Z015](?<![\w/-].)[A-Z015]{2}[UJZ][ \u00a0-]?\n?[0-9OISBZl]{3}[ \u00a0.]?[0-9OISBZl]{3}"
    r"[ \u00a0./-]{0,2}[0-9OISBZl](?!\w)"
)
_BOX = re.compile(r"conteneur|container|\bbox\b|\btcu?s?\b|evp\b|reefer")
_REPEATED = ("reference", "account", "plate", "phone")
_LONG_NUMBER = 6  # figures of a number that is the same wherever it stands
_LISTED = 4  # figures of a number that others of its shape may follow
_JOINT = re.compile(r",? (?:and|et|&) |, ")
_NO_COUNT = r"(?!\s(?!et\b|and\b|ont\b|were\b)[a-z]{2})"  # « 88417, 12345 euros »
_APART = re.compile(r"(?![\w/-]|[.,]\d)")
_AGAIN = 0.8  # confidence of a number told again without its word
_TWICE = 0.9  # confidence of a value put right that stands clean elsewhere in the piece


Clean = set[tuple[MentionKind, str | None]]  # what the piece tells without anything put right


class Identifiers:
    """Finds what identifies by its shape or its checksum; values are normalised, spans are exact."""

    name = "identifiers"
    version = 20

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        seen = [find_identifiers(page.text, (page.language or piece.language) != "fr") for page in pages]
        seals = [
            (page.text[one.start : one.end], one) for page, those in zip(pages, seen, strict=True) for one in those
        ]
        seals = [(words, one) for words, one in seals if one.kind == "seal"]
        again = told_again((words, one.normalised) for words, one in seals)
        letters: set[str] = set()
        for page, candidates in zip(pages, seen, strict=True):
            letters |= prefixes(page.text, [one.normalised or "" for one in candidates if one.kind == "seal"])
        clean = {(one.kind, one.normalised) for candidates in seen for one in candidates if one.confidence != GUESSED}
        numbers = {
            page.text[one.start : one.end]: one
            for page, those in zip(pages, seen, strict=True)
            for one in those
            if one.kind in _REPEATED and one.confidence != GUESSED
        }
        columned = find_columned(pages)
        for page, candidates in zip(pages, seen, strict=True):
            english = (page.language or piece.language) != "fr"
            marks = find_marks(page.text, letters, again)
            repeated = _repeated(page.text, numbers)
            more = chain(_misread(page.text, english, clean), repeated, find_coded(page.text, level(page.text)))
            alike = chain(_alike(page.text, candidates), columned.get(page.id, ()))
            for found_here in _together(candidates, marks, chain(alike, more)):
                one = _proven(page.text, found_here, clean)
                yield mention(
                    page, piece, one.start, one.end, one.kind, self.name,
                    normalised=one.normalised, confidence=one.confidence,
                )  # fmt: skip


def _together(found: Sequence[Candidate], marks: Iterable[Candidate], others: Iterable[Candidate]) -> list[Candidate]:
    """What was found, and more where nothing was; a known mark of an exhibit is no plate."""
    shaped = {(one.start, one.end): one for one in found if one.kind == "plate"}
    kept = {(one.start, one.end): one for one in found}
    taken = Taken(kept)
    for more in chain(marks, others):
        place = more.start, more.end
        if more.kind == "seal" and place in shaped:
            kept[place] = more
        elif taken.free(*place):
            taken.add(*place)
            kept[place] = more
    return list(kept.values())


def _alike(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The references of the same shape that follow one: `INV-20441, INV-20442 and INV-20448`."""
    for one in found:
        first = text[one.start : one.end]
        if one.kind != "reference" or sum(map(str.isdigit, first)) < _LISTED:
            continue
        ends = _APART.pattern + ("" if re.search("[A-Z]", first) else _NO_COUNT)
        shape = re.compile("".join(r"\d" if char.isdigit() else re.escape(char) for char in first) + ends)
        at = one.end
        while (joint := _JOINT.match(text, at)) and (more := shape.match(text, joint.end())):
            yield one._replace(start=more.start(), end=more.end(), normalised=more.group())
            at = more.end()


def _repeated(text: str, numbers: Mapping[str, Candidate]) -> Iterator[Candidate]:
    """The numbers that the piece told once with their word, wherever they stand again."""
    for words, told in numbers.items():
        at = text.find(words) if sum(map(str.isdigit, words)) >= _LONG_NUMBER else -1
        while at >= 0:
            end = at + len(words)
            if _APART.match(text, end) and not (at and (text[at - 1].isalnum() or text[at - 1] in "/-.,+_")):
                yield told._replace(start=at, end=end, confidence=_AGAIN)
            at = text.find(words, end)


def _misread(text: str, english: bool, clean: Clean) -> Iterator[Candidate]:
    """Telephones and plates that look like none until they are put right: announced ones, and those told elsewhere."""
    for spoilt, announced in chain(phones.find_misread(text, english), plates.find_misread(text, english)):
        if announced or (spoilt.kind, spoilt.normalised) in clean:
            yield spoilt


def _proven(text: str, one: Candidate, clean: Clean) -> Candidate:
    """What was put right stays so where the piece tells it clean too; without proof it is as it stands, doubted."""
    if one.confidence != GUESSED:
        return one
    right = put_right(one.normalised or "") if one.kind == "law" else one.normalised
    if (one.kind, right) in clean:
        return one._replace(normalised=right, confidence=_TWICE)
    if one.kind == "law":  # its value has the name of its text before the number as it stands
        return one
    return one._replace(normalised=re.sub(r"\s", "", text[one.start : one.end]))


def find_identifiers(text: str, english: bool) -> list[Candidate]:
    """Return the identifiers of a text in the order of the text; none overlaps another."""
    kept: list[Candidate] = []
    taken = Taken()
    flat = level(text)
    for finder in _FINDERS:
        for candidate in finder(text, flat, english):
            if taken.free(candidate.start, candidate.end):
                taken.add(candidate.start, candidate.end)
                kept.append(candidate)
    return sorted(kept)


def _emails(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    for match in _EMAIL.finditer(text) if "@" in text else ():
        yield Candidate(match.start(), match.end(), "email", match.group().lower())


def _ibans(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    """Each IBAN by its check digits; where none begins, the next sign is tried: `BIC ULSBIE2D. IBAN IE57 …`."""
    at = 0
    while match := _IBAN.search(text, at):
        found = _iban(text, *match.span())
        at = found.end if found else match.start() + 1
        if found:
            yield found


def _iban(text: str, start: int, end: int) -> Candidate | None:
    """An IBAN may be followed by capitals that are not part of it, so shorter stretches are tried too."""
    while end - start > 14:
        ends = not text[end : end + 1].isalnum()
        value = iban_value(text[start:end]) if ends else None
        if value is not None:
            return Candidate(start, end, "iban", value[0], 0.9 if value[1] else 1.0)
        end = start + len(text[start : end - 1].rstrip(" \u00a0\u202f.-\n\t"))
    return None


def _containers(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    for match in _CONTAINER.finditer(text):
        cued = _BOX.search(flat, max(0, match.start() - 80), match.start()) is not None
        value = container_value(match.group())
        if value is not None and (cued or not value[1]):
            yield Candidate(match.start(), match.end(), "container", value[0], 0.9 if value[1] else 1.0)
        elif cued and re.fullmatch(r"[A-Z]{4}\d{7}", raw := re.sub(r"[^A-Z0-9]", "", match.group())):
            yield Candidate(match.start(), match.end(), "container", raw, 0.5)


_FINDERS = (
    _emails, _ibans, find_wallets, find_keys, find_devices, _containers, find_tagged, find_dockets, find_told_accounts,
    phones.find_phones, find_exhibits, find_court_exhibits, find_produced, find_registered, find_statutes, find_acts,
    plates.find_plates, find_accounts, find_labelled, find_references, find_usernames,
)  # fmt: skip
