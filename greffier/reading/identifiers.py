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
_AT = re.compile(r"(?<![\w@./])@[A-Za-z_][\w.]{2,31}(?<![.])(?!\w|@)")
_NETWORKS = (
    r"(?:signal|telegram|whatsapp|snapchat|instagram|threema|wickr|encrochat|sky\s+ecc|tiktok|facebook|wire|session)"
)
_HANDLE_CUE = re.compile(
    r"\b(?:(?:pseudo(?:nyme)?s?|identifiants?|handles?|usernames?|user\s+names?|screen\s+names?|login)"
    rf"(?:\s+{_NETWORKS})?|(?:nickname\s+on|compte|account)\s+{_NETWORKS}|{_NETWORKS}\s+(?:account|user|handle|username))"
    r"(?:\s+(?:est|etait|c'est|is|was|sous\s+le\s+nom\s+de))?\s*[:=]?\s*(?P<quote>[«\"“']?)\s*"
)
_NETWORK_CUE = re.compile(
    r"\b(?:signal|telegram|snap(?:chat)?|insta(?:gram)?|ig|threema|wickr|encrochat|sky\s+ecc|tiktok|facebook|session|twitter)"
    r"(?:\s+(?:id|user|pin))?"
    r"(?:\s*(?P<sign>[:=«\"“'](?!\s*[«\"“'])|(?:as|c'est|is|under|sous|with)\s|)\s*)"
)
_ON = re.compile(  # « utilisait txakur64 sur Telegram », `stormcrow77 on Snapchat`
    rf"\s(?:sur|on)\s+(?:(?:the|l'application|la\s+messagerie)\s+)?{_NETWORKS}\b"
)
_QUOTED = re.compile(
    r"[\"“«'‘] ?(?P<name>[a-z](?=[a-z\d.]{1,20}_)[\w.]{3,31}) ?[\"”»'’](?!\w)"
)  # a name with an underscore
_BEFORE_ON = re.compile(r"(?<![\w@.])[A-Za-z][\w.\-]{2,31}$")
_PIN = re.compile(
    r"[Pp](?<!\w.)(?:(?<=P)IN|(?<=p)in)(?:\s+(?:BBM|BlackBerry|EncroChat|SKY))?(?:(?:\s+[^\W\d]{4,10})?\s+(?:between|entre))?\s*:?\s*"
    r"((?=[0-9A-F]*[A-F])(?=[0-9A-F]*\d)[0-9A-F]{6,8})(?!\w)"
)
_SENDER = re.compile(
    r"^\[?(?:\d{1,4}[/.-]\d\d[/.-]\d{2,4},? )?\d\d:\d\d(?::\d\d)?\]?\s{0,3}[–—-]?\s{0,3}(@?[\w.]{3,32}) ?: ",
    re.MULTILINE,
)
_LEGEND = re.compile(  # « Nono59 est X ; Samsam n'est pas identifié »: what a legend explains is no name
    r"\b(?P<name>[A-Z][\w.]{2,31})\s(?:=|est\s(?=[A-ZÉ])|is\s(?=[A-Z])"
    r"|(?:n'est\spas|est\snon|reste\snon|is\snot|not|is\sstill\snot|remains)\s(?:encore\s|yet\s)?(?:identifi|unidentified))"
)
_UNSAVED = re.compile(r"~(?<![\w~].)(?P<name>[A-Za-z]\w{2,24})(?![\w~])")  # WhatsApp, of no contact
_SENDS = re.compile(r"\][ ]~([A-Za-z]\w{2,24})(?:[ ]\w{1,24}){0,3}[ ]?:")
_WORD_OF_CHAT = re.compile(r"(?<![\w@.])@?[\w.]{3,33}(?![\w@])")
_HANDLE = re.compile(r"@?[A-Za-z0-9][\w.\-]{2,31}(?<![.\-])")
_REPEATED = ("reference", "account", "plate", "phone")
_LONG_NUMBER = 6  # figures of a number that is the same wherever it stands
_APART = re.compile(r"(?![\w/-]|[.,]\d)")
_AGAIN = 0.8  # confidence of a number told again without its word
_TWICE = 0.9  # confidence of a value put right that stands clean elsewhere in the piece


Clean = set[tuple[MentionKind, str | None]]  # what the piece tells without anything put right


class Identifiers:
    """Finds what identifies by its shape or its checksum; values are normalised, spans are exact."""

    name = "identifiers"
    version = 14

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
        for page, candidates in zip(pages, seen, strict=True):
            english = (page.language or piece.language) != "fr"
            marks = find_marks(page.text, letters, again)
            repeated = _repeated(page.text, numbers)
            more = chain(_misread(page.text, english, clean), repeated, find_coded(page.text, level(page.text)))
            for found_here in _together(candidates, marks, more):
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
    """An IBAN may be followed by capitals that are not part of it, so shorter stretches are tried too."""
    for match in _IBAN.finditer(text):
        end = match.end()
        while end - match.start() > 14:
            ends = not text[end : end + 1].isalnum()
            value = iban_value(text[match.start() : end]) if ends else None
            if value is not None:
                yield Candidate(match.start(), end, "iban", value[0], 0.9 if value[1] else 1.0)
                break
            end = match.start() + len(text[match.start() : end - 1].rstrip(" \u00a0\u202f.-\n\t"))


def _containers(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    for match in _CONTAINER.finditer(text):
        cued = _BOX.search(flat, max(0, match.start() - 80), match.start()) is not None
        value = container_value(match.group())
        if value is not None and (cued or not value[1]):
            yield Candidate(match.start(), match.end(), "container", value[0], 0.9 if value[1] else 1.0)
        elif cued and re.fullmatch(r"[A-Z]{4}\d{7}", raw := re.sub(r"[^A-Z0-9]", "", match.group())):
            yield Candidate(match.start(), match.end(), "container", raw, 0.5)


def _handles(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    for match in _AT.finditer(text) if "@" in text else ():
        yield Candidate(match.start(), match.end(), "handle", match.group())
    for match in _HANDLE_CUE.finditer(flat):
        value = _HANDLE.match(text, match.end())
        if value and _is_handle(value.group(), bool(match["quote"]), text[value.end() : value.end() + 2]):
            yield Candidate(value.start(), value.end(), "handle", value.group())
    for match in _NETWORK_CUE.finditer(flat):
        value = _HANDLE.match(text, match.end())
        if value and _is_of_network(value.group(), match["sign"], text[value.end() : value.end() + 2]):
            yield Candidate(value.start(), value.end(), "handle", value.group())
    for match in _ON.finditer(flat):
        value = _BEFORE_ON.search(text, max(0, match.start() - 33), match.start())
        if value and re.search(r"[a-z]{3}", value.group()) and re.search(r"[\d_]", value.group()):
            yield Candidate(value.start(), value.end(), "handle", value.group())
    for match in _QUOTED.finditer(text) if "_" in text else ():
        yield Candidate(match.start("name"), match.end("name"), "handle", match["name"])
    yield from _senders(text)
    yield from _unsaved(text)
    for match in _PIN.finditer(text):
        yield Candidate(match.start(1), match.end(1), "handle", match[1])


def _unsaved(text: str) -> Iterator[Candidate]:
    """`[12/08/2023] ~Smallie: …`: a sender who is no contact, and wherever that name stands on the page."""
    names = set(_SENDS.findall(text)) if "] ~" in text else ()
    for match in _UNSAVED.finditer(text) if names else ():
        if match["name"] in names:
            yield Candidate(match.start(), match.end(), "handle", match.group())


def _senders(text: str) -> Iterator[Candidate]:
    """Who writes the lines of a chat, `14/08/2021 22:17 – momo13 : …`, and wherever that name stands on the page."""
    written = {match[1] for match in _SENDER.finditer(text)}
    names = {name for name in written if name[0].islower() or re.search(r"[\d_]", name)}
    names |= written.intersection(_LEGEND.findall(text)) if names else set()
    for word in _WORD_OF_CHAT.finditer(text) if names else ():
        name = word.group()
        while name and name not in names:
            name = name.rpartition(".")[0]  # « momo13. » ends a sentence
        if name:
            yield Candidate(word.start(), word.start() + len(name), "handle", name)


def _is_handle(value: str, quoted: bool, after: str) -> bool:
    """A single word that no sentence would hold: with a digit, an underscore or an @, or quoted to its end."""
    if value.isdigit():
        return False
    if re.search(r"[\d_@]", value):
        return any(char.isalpha() for char in value)
    return quoted and after.strip()[:1] in {"»", '"', "”", "'"} and after.strip() != ""


def _is_of_network(value: str, sign: str, after: str) -> bool:
    """After the name of a network alone, an underscore is asked for; after its colon, what no sentence would hold."""
    if sign == "":
        return "_" in value and any(char.isalpha() for char in value)
    if sign.strip()[-2:].isalpha():  # `on Snapchat as tommo_x9`, « Snap c'est lina.bkr93 »
        return re.search(r"[a-z]{2}", value) is not None and re.search(r"[\d_]|[a-z]\.[a-z]", value) is not None
    dotted = sign in ":=" and re.search(r"[a-z]\.[a-z]", value) is not None and value[-4:] not in (".com", ".org")
    return dotted or _is_handle(value, sign not in ":=", after)


_FINDERS = (
    _emails, _ibans, find_wallets, find_keys, find_devices, _containers, find_tagged, find_dockets, find_told_accounts,
    phones.find_phones, find_exhibits, find_court_exhibits, find_produced, find_registered, find_statutes, find_acts,
    plates.find_plates, find_accounts, find_labelled, find_references, _handles,
)  # fmt: skip
