"""Names used on networks, each as it stands: `@kestrel`, « pseudo : momo13 », `tommo_x9 on Snapchat`, senders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import Candidate

_AT = re.compile(r"(?<![\w@./])@[A-Za-z_][\w.]{2,31}(?<![.])(?!\w|@)")
_NETWORKS = (
    r"(?:signal|telegram|whatsapp|snapchat|instagram|threema|wickr|encrochat|sky\s+ecc|tiktok|facebook|wire|session)"
)
_HANDLE_CUE = re.compile(
    r"\b(?:(?:pseudo(?:nyme)?s?|identifiants?|handles?|usernames?|user\s+names?|screen\s+names?|login)"
    rf"(?:\s+{_NETWORKS})?|(?:nickname\s+on|compte|account)\s+{_NETWORKS}|{_NETWORKS}\s+(?:account|user|handle"
    rf"|username))"
    r"(?:\s+(?:est|etait|c'est|is|was|sous\s+le\s+nom\s+de))?\s*[:=]?\s*(?P<quote>[«\"“']?)\s*"
)
_NETWORK_CUE = re.compile(
    r"\b(?:signal|telegram|snap(?:chat)?|insta(?:gram)?|ig|threema|wickr|encrochat|sky\s+ecc|tiktok|facebook"
    r"|session|twitter)"
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
_CASHTAG = re.compile(r"\$(?<![\w$].)[A-Za-z][\w-]{2,20}(?![\w-])")  # `my cashtag $niteowl44`
_PIN = re.compile(
    r"[Pp](?<!\w.)(?:(?<=P)IN|(?<=p)in)(?:\s+(?:BBM|BlackBerry|EncroChat"
    r"|SKY))?(?:(?:\s+[^\W\d]{4,10})?\s+(?:between|entre))?\s*:?\s*"
    r"((?=[0-9A-F]*[A-F])(?=[0-9A-F]*\d)[0-9A-F]{6,8})(?!\w)"
)
_SENDER = re.compile(
    r"^\[?(?:\d{1,4}[/.-]\d\d[/.-]\d{2,4},? )?\d\d:\d\d(?::\d\d)?\]?\s{0,3}[–—-]?\s{0,3}(@?[\w.]{3,32}) ?: ",
    re.MULTILINE,
)
_LEGEND = re.compile(  # « Nono59 est X ; Samsam n'est pas identifié »: what a legend explains is no name
    r"\b(?P<name>[A-Z][\w.]{2,31})\s(?:=|est\s(?=[A-ZÉ])|is\s(?=[A-Z])"
    r"|(?:n'est\spas|est\snon|reste\snon|is\snot|not|is\sstill\snot|remains)\s(?:encore\s|yet\s)?(?:identifi"
    r"|unidentified))"
)
_UNSAVED = re.compile(r"~(?<![\w~].)(?P<name>[A-Za-z]\w{2,24})(?![\w~])")  # WhatsApp, of no contact
_SENDS = re.compile(r"\][ ]~([A-Za-z]\w{2,24})(?:[ ]\w{1,24}){0,3}[ ]?:")
_WORD_OF_CHAT = re.compile(r"(?<![\w@.])@?[\w.]{3,33}(?![\w@])")
_HANDLE = re.compile(r"@?[A-Za-z0-9][\w.\-]{2,31}(?<![.\-])")


def find_usernames(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    """Yield the names used on networks: with a sign of theirs, after the word for one, beside a network, of senders."""
    yield from _signed(text, flat)
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


def _signed(text: str, flat: str) -> Iterator[Candidate]:
    for match in _AT.finditer(text) if "@" in text else ():
        yield Candidate(match.start(), match.end(), "handle", match.group())
    for match in _CASHTAG.finditer(text) if "cash" in flat and "$" in text else ():
        yield Candidate(match.start(), match.end(), "handle", match.group())


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
