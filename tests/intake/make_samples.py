"""Makes the small invented files of `samples/`: `python tests/intake/make_samples.py`. The verdict is in each name.

Most are written byte by byte, since few tools write these formats; those that are text lie there as they were typed.
`read-phone.heic` is not made here: packing it needs pillow-heif, which is no dependency; it is a white picture with a
line of text.
"""

from __future__ import annotations

import gzip
import io
import os
import struct
import sys
import zipfile
import zlib
from importlib import import_module
from pathlib import Path

from greffier.intake.needs import archive_library

HERE = Path(__file__).parent / "samples"
NOTE = b"Le 4 mai, Odile compte douze caisses sur le quai.\n"
NAME = b"note.txt"


def cabinet() -> bytes:
    """A cabinet with one file, not compressed."""
    file = struct.pack("<IIHHHH", len(NOTE), 0, 0, 0x56A4, 0x5000, 0x20) + NAME + b"\0"
    start = 36 + 8 + len(file)
    data = struct.pack("<IHH", 0, len(NOTE), len(NOTE)) + NOTE
    folder = struct.pack("<IHH", start, 1, 0)
    head = struct.pack("<4sIIIIIBBHHHHH", b"MSCF", 0, start + len(data), 0, 36 + 8, 0, 3, 1, 1, 1, 0, 1, 0)
    return head + folder + file + data


def lha() -> bytes:
    """An LHA archive with one file, stored, level 0."""
    body = b"-lh0-" + struct.pack("<IIIBB", len(NOTE), len(NOTE), 0x56A45000, 0x20, 0)
    body += bytes([len(NAME)]) + NAME + struct.pack("<H", crc16(NOTE))
    return bytes([len(body), sum(body) & 0xFF]) + body + NOTE + b"\0"


def crc16(content: bytes) -> int:
    value = 0
    for byte in content:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return value


def rar(encrypted: bool = False) -> bytes:
    """A RAR 4 archive with one file, stored; `encrypted` says so of the file and gives noise."""

    def block(kind: int, flags: int, rest: bytes) -> bytes:
        body = struct.pack("<BHH", kind, flags, 7 + len(rest)) + rest
        return struct.pack("<H", zlib.crc32(body) & 0xFFFF) + body

    packed = bytes(byte ^ 0x5A for byte in NOTE.ljust(64)) if encrypted else NOTE
    flags = 0x8000 | (0x0404 if encrypted else 0)
    file = struct.pack(
        "<IIBIIBBHI", len(packed), len(NOTE), 3, zlib.crc32(NOTE), 0x56A45000, 29, 0x30, len(NAME), 0o100644
    )
    file += NAME + (b"saltsalt" if encrypted else b"")
    return b"Rar!\x1a\x07\0" + block(0x73, 0, bytes(6)) + block(0x74, flags, file) + packed + block(0x7B, 0x4000, b"")


def by_libarchive(kind: str, filter_name: str | None = None) -> bytes:
    """One file in an archive of this kind."""
    os.environ["LIBARCHIVE"] = str(archive_library())
    libarchive = import_module("libarchive")
    out: list[bytes] = []
    with libarchive.custom_writer(lambda part: out.append(bytes(part)) or len(part), kind, filter_name) as archive:
        archive.add_file_from_memory("note.txt", len(NOTE), NOTE, mtime=0)
    return b"".join(out)


Tree = dict[str, "bytes | Tree"]
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SMALL = 4_096  # bytes: shorter streams lie in the stream of the root, in sectors of 64


class Compound:
    """A compound file (OLE) with these streams and storages."""

    def __init__(self, tree: Tree) -> None:
        self.entries: list[list[object]] = []
        self.small, self.small_chain = b"", []
        self.large, self.chain = b"", []
        self._add("Root Entry", tree, 5)
        self.entries[0][6:] = [*self._large(self.small)]

    def _add(self, name: str, content: bytes | Tree, kind: int) -> int:
        at = len(self.entries)
        self.entries.append([name, kind, FREE, FREE, FREE, b"", 0, 0])
        if isinstance(content, bytes):
            self.entries[at][6:] = [*(self._small(content) if len(content) < SMALL else self._large(content))]
            return at
        before = None
        for inner in sorted(
            content, key=lambda name: (len(name), name.upper())
        ):  # each the right neighbour of the last
            child = self._add(inner, content[inner], 2 if isinstance(content[inner], bytes) else 1)
            self.entries[at if before is None else before][4 if before is None else 3] = child
            before = child
        return at

    def _small(self, content: bytes) -> tuple[int, int]:
        first, count = len(self.small) // 64, -(-len(content) // 64)
        self.small += content.ljust(count * 64, b"\0")
        self.small_chain += [*range(first + 1, first + count), END] if count else []
        return (first if count else END), len(content)

    def _large(self, content: bytes) -> tuple[int, int]:
        first, count = len(self.large) // 512, -(-len(content) // 512)
        self.large += content.ljust(count * 512, b"\0")
        self.chain += [*range(first + 1, first + count), END] if count else []
        return (first if count else END), len(content)

    def content(self) -> bytes:
        rows = b"".join(self._row(*entry) for entry in self.entries)
        directory, _ = self._large(rows.ljust(-(-len(rows) // 512) * 512, b"\0"))
        small_table, size = self._large(struct.pack(f"<{len(self.small_chain)}I", *self.small_chain))
        small_sectors = -(-size // 512)
        count = -(-(len(self.chain) + 4) // 127)
        table = len(self.chain)
        chain = self.chain + [TABLE] * count
        self.large += struct.pack(f"<{len(chain)}I", *chain).ljust(count * 512, b"\xff")
        places = [*range(table, table + count)] + [FREE] * (109 - count)
        head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 62, 3, 0xFFFE, 9, 6)
        head += struct.pack("<9I", 0, count, directory, 0, SMALL, small_table, small_sectors, END, 0)
        return head + struct.pack("<109I", *places) + self.large

    @staticmethod
    def _row(name, kind, left, right, child, _, start, size) -> bytes:
        wide = name.encode("utf-16-le")
        row = struct.pack("<64sHBBIII", wide, len(wide) + 2, kind, 1, left, right, child)
        return row + bytes(16) + struct.pack("<IQQIQ", 0, 0, 0, start, size)


def properties(before: int, told: dict[int, bytes | str | int]) -> Tree:
    """The streams of Outlook properties by their numbers; values are texts, bytes or numbers."""
    rows, streams = bytes(before), {}
    for number, value in told.items():
        kind = 0x0003 if isinstance(value, int) else 0x001F if isinstance(value, str) else 0x0102
        content = value.encode("utf-16-le") if isinstance(value, str) else value
        last = struct.pack("<Q", value) if isinstance(value, int) else struct.pack("<II", len(content), 0)
        rows += struct.pack("<HHI", kind, number, 6) + last
        if not isinstance(value, int):
            streams[f"__substg1.0_{number:04X}{kind:04X}"] = content
    return {"__properties_version1.0": rows, **streams}


RICH = b"{\\rtf1\\ansi\\ansicpg1252 La pes\\'e9e donne 12 kg.\\par}"
SENT = 133_276_392_000_000_000  # 4 May 2023, 10:00 UTC, as Outlook counts
FROM_ODILE = {0x0037: "Caisses", 0x0C1A: "Odile Ferrand", 0x0C1F: "odile@quai.example", 0x0039: SENT}


def outlook(told: dict[int, bytes | str | int], attached: bool = True) -> bytes:
    """A message from Odile to Yann; with a file and a message attached."""
    tree: Tree = {
        "__nameid_version1.0": {"__substg1.0_00020102": b""},
        "__recip_version1.0_#00000000": properties(8, {0x3001: "Yann Kerbrat", 0x39FE: "yann@quai.example", 0x0C15: 1}),
        "__recip_version1.0_#00000001": properties(8, {0x3001: "Le quai", 0x0C15: 2}),
        **properties(32, FROM_ODILE | told),
    }
    if attached:
        inner = properties(24, {0x0037: "Rappel", 0x0C1A: "Yann Kerbrat", 0x1000: "Le quai ferme à midi."})
        tree["__attach_version1.0_#00000000"] = properties(8, {0x3707: "pesée.txt", 0x3701: b"12 kg\n", 0x3705: 1})
        tree["__attach_version1.0_#00000001"] = properties(8, {0x3705: 5}) | {"__substg1.0_3701000D": inner}
    return Compound(tree).content()


def container() -> bytes:
    """An attachment container of Outlook (TNEF) with a body and a file."""

    def attribute(level: int, number: int, kind: int, content: bytes) -> bytes:
        return (
            struct.pack("<BHHI", level, number, kind, len(content)) + content + struct.pack("<H", sum(content) & 0xFFFF)
        )

    named = struct.pack("<IHH", 2, 0x1E, 0x3707) + struct.pack("<II", 1, 10) + b"pesee.txt\0\0\0"
    named += struct.pack("<HHI", 0x03, 0x3705, 1)
    return (
        b"\x78\x9f\x3e\x22\x01\x00"
        + attribute(1, 0x8004, 1, b"Caisses\0")
        + attribute(1, 0x800C, 2, b"Douze caisses sur le quai.\0")
        + attribute(2, 0x9002, 6, bytes(14))
        + attribute(2, 0x8010, 1, b"PESEE~1.TXT\0")
        + attribute(2, 0x800F, 6, b"12 kg\n")
        + attribute(2, 0x9005, 6, named)
    )


def packaged() -> bytes:
    """An object of an office document that holds a text file."""
    told = b"\x02\0note.txt\0C:\\note.txt\0\0\0\x03\0" + struct.pack("<I", 12) + b"C:\\note.txt\0"
    told += struct.pack("<I", len(NOTE)) + NOTE
    return Compound({"\x01CompObj": b"x", "\x01Ole10Native": struct.pack("<I", len(told)) + told}).content()


def record(kind: int, body: bytes = b"") -> bytes:
    """A record of a binary workbook."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + bytes([len(body)]) + body


def without_its_sheet() -> bytes:
    """A binary workbook (.xlsb) with a sheet that it does not say the place of."""
    told = struct.pack("<II", 0, 1)
    for words in ("rId9", "Feuil1"):
        told += struct.pack("<I", len(words)) + words.encode("utf-16-le")
    parts = record(131) + record(153, bytes(12)) + record(143) + record(156, told) + record(144) + record(132)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in (("xl/workbook.bin", parts), ("xl/_rels/workbook.bin.rels", b"<Relationships/>")):
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def main() -> None:
    """Write all of them."""
    files = {
        "read-cabinet.cab": cabinet(),
        "read-stored.lzh": lha(),
        "read-stored.rar": rar(),
        "refused-password.rar": rar(encrypted=True),
        "read-plain.7z": by_libarchive("7zip"),
        "read-newc.cpio": by_libarchive("cpio_newc"),
        "read-odc.cpio": by_libarchive("cpio"),
        "read-objects.ar": by_libarchive("ar_svr4"),
        "read-disc.iso.gz": gzip.compress(by_libarchive("iso9660"), mtime=0),
        "read-plain.xar": by_libarchive("xar"),
        "read-plain.warc": by_libarchive("warc"),
        "read-tar.zst": by_libarchive("ustar", "zstd"),
        "read-tar.lz4": by_libarchive("ustar", "lz4"),
        "read-tar.Z": by_libarchive("ustar", "compress"),
        "read-tar.lz": by_libarchive("ustar", "lzip"),
    }
    files |= {
        "read-plain-and-attachments.msg": outlook({0x1000: "Douze caisses sur le quai."}),
        "read-html-only.msg": outlook({0x1013: b"<p>Douze <b>caisses</b> sur le quai.</p>"}, attached=False),
        "read-rich-only.msg": outlook({0x1009: struct.pack("<II4sI", 0, len(RICH), b"MELA", 0) + RICH}, attached=False),
    }
    files |= {"read-winmail.dat": container(), "read-package.bin": packaged()}
    files["broken-sheet-without-place.xlsb"] = without_its_sheet()
    files["broken-cut.msg"] = files["read-plain-and-attachments.msg"][:-1500]
    files["broken-cut.7z"] = files["read-plain.7z"][:60]
    files["broken-cut.rar"] = files["read-stored.rar"][:-40]
    files["broken-cut.cab"] = files["read-cabinet.cab"][:-20]
    HERE.mkdir(exist_ok=True)
    for name, content in files.items():
        (HERE / name).write_bytes(content)
        print(f"{len(content):8} {name}", file=sys.stderr)


if __name__ == "__main__":
    main()
