"""What must be installed beside Greffier to read some kinds of files, and whether it is."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from greffier.intake.signatures import called
from greffier.records import Source

LIBREOFFICE, PST_UTILS, LIBARCHIVE, PI_HEIF = "LibreOffice", "pst-utils", "libarchive13", "pi-heif"
_LIBRARIES = ("/usr/lib/*/libarchive.so.13", "/usr/lib*/libarchive.so.13", "/lib/*/libarchive.so.13")
_NEEDED = re.compile(r"needs ([\w-]+)\.$")


def archive_library() -> Path | None:
    """Where the system keeps libarchive. Python would start a compiler to find it, which the sandbox denies."""
    found = (file for pattern in _LIBRARIES for file in Path("/").glob(pattern[1:]))
    return next(found, None)


def sentence(media_type: str, needed: str) -> str:
    """Why a file of this media type is not read here."""
    what = called(media_type)
    return f"{what[0].upper()}{what[1:]}; reading it needs {needed}."


def may_open_now(source: Source) -> bool:
    """Whether a file was refused for want of something that has been installed since."""
    told = _NEEDED.search(source.reason or "") if source.status == "refused" else None
    present = _PRESENT.get(told.group(1)) if told else None
    return present is not None and present()


def there(needed: str) -> bool:
    """Whether what `sentence` names is installed."""
    return _PRESENT[needed]()


def _program_there(executable: str) -> bool:
    return shutil.which(executable, path="/usr/bin:/bin") is not None


_PRESENT: dict[str, Callable[[], bool]] = {
    LIBREOFFICE: lambda: _program_there("soffice"),
    PST_UTILS: lambda: _program_there("readpst"),
    LIBARCHIVE: lambda: archive_library() is not None,
    PI_HEIF: lambda: find_spec("pi_heif") is not None,
}
