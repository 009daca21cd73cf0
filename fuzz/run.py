"""Fuzzing of our own parsers with atheris: `python fuzz/run.py TARGET [--seconds N]`; without a target, the list.

A parser may refuse or call damaged whatever it is given, and nothing else may come out of it. What made one fail is
written to the current folder as `crash-…`: mend the parser, and put the bytes that it failed on into a test.
"""

from __future__ import annotations

import argparse
import email
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["greffier.intake", "greffier.pages", "greffier.text"]):
    from greffier.contracts import Limits
    from greffier.errors import SourceBroken, SourceRefused
    from greffier.intake.encoding import decode
    from greffier.intake.identify import identify
    from greffier.intake.mail import letters
    from greffier.intake.mailbox import Mailbox
    from greffier.intake.naming import safe
    from greffier.intake.packed_rtf import unpacked
    from greffier.intake.rich_text import shown_text
    from greffier.intake.separated import Separated
    from greffier.intake.unpack import Tar, Zip
    from greffier.intake.web import visible_text
    from greffier.intake.winmail import Winmail
    from greffier.text import clean

LIMITS = Limits(expanded_mb=8, members=1_000)
SAMPLES = Path(__file__).parent.parent / "tests" / "intake" / "samples"
FILE = Path(tempfile.mkdtemp()) / "untrusted"


def opened(kind: type) -> Callable[[bytes], object]:
    """Open the bytes as a file with a format."""

    def open_bytes(untrusted_bytes: bytes) -> object:
        FILE.write_bytes(untrusted_bytes)
        return list(kind().open(FILE, "x", LIMITS))

    return open_bytes


def named(untrusted_bytes: bytes) -> None:
    """A name stays below its holder whatever it says."""
    name = safe(untrusted_bytes.decode("utf-8", "surrogateescape"))
    assert name
    assert not name.startswith("/")
    assert not {"..", ""} & set(name.split("/"))
    assert name.isprintable() or "\0" not in name


def identified(untrusted_bytes: bytes) -> object:
    """What a file is, by its bytes."""
    FILE.write_bytes(untrusted_bytes or b" ")
    return identify(FILE, "x.csv")


TARGETS: dict[str, tuple[Callable[[bytes], object], list[bytes]]] = {
    "rich_text": (shown_text, [b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 a\\'e9\\u233?\\par}"]),
    "packed_rtf": (unpacked, [bytes(8) + b"LZFu" + bytes(4) + b"\x03\0\x0a\0rcpg125"]),
    "mail": (
        lambda raw: list(letters(email.message_from_bytes(raw), LIMITS)),
        [b"From: =?utf-8?q?a?=\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nquai\n--x--\n"],
    ),
    "mailbox": (opened(Mailbox), [b"From a Thu May  4 10:00:00 2023\nSubject: x\n\nquai\n"]),
    "separated": (opened(Separated), [b'a;b\n1;"2\n3"\n4;5\n']),
    "web": (visible_text, [b"<html><title>a</title><p>b<table><tr><td>c</table><pre>d</pre></html>"]),
    "encoding": (lambda raw: clean(decode(raw)), ["déposé à l'écluse".encode("cp850"), b"\xff\xfea\0"]),
    "naming": (named, [b"../a\\b\x00.txt", b"C:\\x"]),
    "identify": (identified, [b"PK\x03\x04", b"{\\rtf", b"From: a\nTo: b\n", b"<?xml version='1.0'?><a/>"]),
    "winmail": (opened(Winmail), [(SAMPLES / "read-winmail.dat").read_bytes()]),
    "zip": (opened(Zip), [b"PK\x05\x06" + bytes(18)]),
    "tar": (opened(Tar), [bytes(1024)]),
}  # fmt: skip


def main() -> None:
    """Fuzz one target for so long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", nargs="?", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=60)
    asked = parser.parse_args()
    if asked.target is None:
        print("\n".join(sorted(TARGETS)))
        return
    parse, seeds = TARGETS[asked.target]
    folder = Path(tempfile.mkdtemp())
    for number, seed in enumerate(seeds):
        (folder / f"seed{number}").write_bytes(seed)

    def one(untrusted_bytes: bytes) -> None:
        with suppress(SourceBroken, SourceRefused):
            parse(untrusted_bytes)

    atheris.Setup(
        [
            sys.argv[0],
            f"-max_total_time={asked.seconds}",
            "-timeout=20",
            "-rss_limit_mb=2048",
            "-verbosity=0",
            str(folder),
        ],
        one,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
