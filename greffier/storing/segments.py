"""Are the files of a Tantivy index still what was written? It keeps a checksum in each, and does not look at it.

A flipped bit makes it answer "no page holds this", which a reader would take for what the case says.
"""

from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path

# What belongs to a segment for good; lists of deleted pages (.del) are replaced while a writer is at work.
_WRITTEN_ONCE = frozenset({".idx", ".pos", ".term", ".store", ".fast", ".fieldnorm"})
_END = struct.Struct("<II")  # the length of the JSON footer, and Tantivy's mark
_MARK = 1337
CHUNK = 1 << 20  # bytes read at a time; a gigabyte takes about a second


def damaged(folder: Path) -> str | None:
    """The name of a file of a committed segment that is not as it was written; None when all are, or none is there."""
    meta = folder / "meta.json"
    if not meta.exists():
        return None
    try:
        segments = [segment["segment_id"].replace("-", "") for segment in json.loads(meta.read_bytes())["segments"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        return meta.name
    for segment in segments:
        for file in sorted(folder.glob(f"{segment}.*")):
            if file.suffix in _WRITTEN_ONCE and not _whole(file):
                return file.name
    return None


def _whole(file: Path) -> bool:
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            stream.seek(max(0, size - _END.size))
            length, mark = _END.unpack(stream.read(_END.size))
            body = size - _END.size - length
            if mark != _MARK or body < 0:
                return False
            stream.seek(body)
            told = json.loads(stream.read(length))["crc"]
            stream.seek(0)
            found, left = 0, body
            while left:
                chunk = stream.read(min(left, CHUNK))
                found, left = zlib.crc32(chunk, found), left - len(chunk)
            return bool(found == told)
    except FileNotFoundError:
        return True  # a writer has merged this segment meanwhile
    except (struct.error, ValueError, KeyError, TypeError):
        return False
