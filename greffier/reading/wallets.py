"""Addresses of crypto-money and fingerprints of keys: proved by their checksums where they have one.

Bitcoin: Base58Check, Bech32, Bech32m (BIP 173, 350). Ethereum: the capitals of an address are its checksum (EIP-55).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import bitcoin

from greffier.reading.candidate import Candidate

_ADDRESS = re.compile(
    r"[bB013](?<![\w/+=].)(?:(?:(?<=b)c1|(?<=B)C1)[a-zA-Z0-9]{11,71}|(?<=0)x[0-9a-fA-F]{40}|(?<=[13])[1-9A-HJ-NP-Za-km-z]{25,34})"
    r"(?![\w/+=])"
)
_CUE = re.compile(r"bitcoin|\bbtc\b|wallet|portefeuille|crypto|adresse|address|ethereum|\beth\b|\busdt\b")
_FINGERPRINT = re.compile(
    r"[0-9A-F](?<!\w.)(?:[0-9A-F]{3}(?:[ \u00a0]{1,2}|\n)(?:[0-9A-F]{4}(?:[ \u00a0]{1,2}|\n)){8}[0-9A-F]{4}"
    r"|[0-9A-F]{15}(?:[0-9A-F]{24})?|(?<=0)x(?:[0-9A-F]{40}|[0-9A-F]{16}))(?!\w)"
)
_KEY = re.compile(r"\b(?:pgp|gpg|openpgp|empreinte|fingerprint)\b|\b(?:cle|key)(?:\s+(?:publique|public|id))?\b")
_BECH32M = 0x2BC830A3
_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def find_wallets(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the addresses of a page; one that fails its checksum only after a word that announces it, and doubted."""
    for match in _ADDRESS.finditer(text):
        address = match.group()
        if is_address(address):
            yield Candidate(match.start(), match.end(), "account", address.lower() if address[0] in "bB" else address)
        elif _CUE.search(level, max(0, match.start() - 60), match.start()) and re.search(r"\d", address[1:]):
            yield Candidate(match.start(), match.end(), "account", address, 0.5)


def find_keys(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the fingerprints of PGP keys, normalised to `pgp:…`."""
    for match in _FINGERPRINT.finditer(text):
        digits = re.sub(r"\s|^0x", "", match.group())
        if not digits.isdigit() and _KEY.search(level, max(0, match.start() - 60), match.start()):
            yield Candidate(match.start(), match.end(), "reference", f"pgp:{digits}")


def is_address(address: str) -> bool:
    """Whether an address is of Bitcoin or Ethereum and its checksum, where it has one, is right."""
    if address.startswith("0x"):
        return address[2:].islower() or address[2:].isupper() or address[2:].isdigit() or _is_eip55(address[2:])
    if address[:4].lower() == "bc1p":
        return address in (address.lower(), address.upper()) and _is_bech32m(address.lower())
    if address[:3].lower() == "bc1":
        return address in (address.lower(), address.upper()) and bool(bitcoin.is_valid(address.lower()))
    return bool(bitcoin.is_valid(address))


def _is_bech32m(address: str) -> bool:
    if len(address) != 62 or any(letter not in _LETTERS for letter in address[3:]):
        return False
    values = [3, 3, 0, 2, 3, *(_LETTERS.index(letter) for letter in address[3:])]
    return int(bitcoin.bech32_checksum(values)) == _BECH32M


def _is_eip55(address: str) -> bool:
    nibbles = _keccak256(address.lower().encode()).hex()
    return all(char.isupper() == (nibbles[at] >= "8") for at, char in enumerate(address) if char.isalpha())


_ROUNDS = 24
_MASK = (1 << 64) - 1


def _keccak256(message: bytes) -> bytes:
    """The hash of Ethereum (Keccak before SHA-3 changed its padding) of a message of at most 135 bytes."""
    block = bytearray(message.ljust(136, b"\0"))
    block[len(message)] ^= 0x01
    block[135] ^= 0x80
    lanes = [int.from_bytes(block[8 * at : 8 * at + 8], "little") if at < 17 else 0 for at in range(25)]
    constant = 1
    for _ in range(_ROUNDS):
        lanes, constant = _round(lanes, constant)
    return b"".join(lane.to_bytes(8, "little") for lane in lanes[:4])


def _round(lanes: list[int], constant: int) -> tuple[list[int], int]:
    """One round of Keccak-f[1600] on its 25 lanes; `constant` is the state of the register of its round constants."""
    columns = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
    lanes = [lane ^ columns[(at - 1) % 5] ^ _turn(columns[(at + 1) % 5], 1) for at, lane in enumerate(lanes)]
    x, y, carried = 1, 0, lanes[1]
    for step in range(_ROUNDS):
        x, y = y, (2 * x + 3 * y) % 5
        carried, lanes[x + 5 * y] = lanes[x + 5 * y], _turn(carried, (step + 1) * (step + 2) // 2 % 64)
    for row in range(0, 25, 5):
        old = lanes[row : row + 5]
        for at in range(5):
            lanes[row + at] = old[at] ^ (~old[(at + 1) % 5] & _MASK & old[(at + 2) % 5])
    for bit in range(7):
        constant = ((constant << 1) ^ ((constant >> 7) * 0x71)) % 256
        if constant & 2:
            lanes[0] ^= 1 << ((1 << bit) - 1)
    return lanes, constant


def _turn(lane: int, by: int) -> int:
    return ((lane << by) | (lane >> (64 - by))) & _MASK
