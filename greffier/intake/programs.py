"""Programs of the system that read what Greffier does not: what they are called, and how they are told to write files.

Each runs confined (`running/program.py`) and only where somebody installed it; without it the file is refused with the
name of what is needed.
"""

from __future__ import annotations

import os
import sys

from greffier.contracts import Program
from greffier.intake.needs import LIBREOFFICE, PI_HEIF, PST_UTILS
from greffier.plugins import PROGRAMS, resolve

_PROFILE = "/tmp/profile"  # noqa: S108  inside the sandbox, thrown away with it
_NEVER = {  # by path in LibreOffice's registry: no macros, no active content, no links followed, no fields updated
    "/org.openoffice.Office.Common/Security/Scripting": {
        "MacroSecurityLevel": "3", "DisableMacrosExecution": "true", "DisableActiveContent": "true",
        "BlockUntrustedRefererLinks": "true",
    },
    "/org.openoffice.Office.Writer/Content/Update": {"Link": "2", "Field": "false", "Chart": "false"},
    "/org.openoffice.Office.Calc/Content/Update": {"Link": "2"},
    "/org.openoffice.Office.Common/Save/URL": {"Internet": "false"},
}  # fmt: skip


def _registry() -> str:
    items = (
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, told in _NEVER.items()
        for name, value in told.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        + "".join(items)
        + "</oor:items>"
    )


# One file in, one PDF out.
OFFICE = Program(
    name="LibreOffice",
    package=LIBREOFFICE,
    command=(
        "soffice", "--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard", "--nolockcheck",
        f"-env:UserInstallation=file://{_PROFILE}", "--convert-to", "pdf", "--outdir", "{out}", "{file}",
    ),
    makes="pdf",
    settings=((f"{_PROFILE}/user/registrymodifications.xcu", _registry()),),
)  # fmt: skip

# Each message, appointment and contact, deleted ones too, in a file of its own, in the folders of the mailbox; one
# process.
MAILBOX = Program(
    name="readpst",
    package=PST_UTILS,
    command=("readpst", "-e", "-D", "-q", "-8", "-j", "0", "-o", "{out}", "{file}"),
    makes="members",
    room_mb=4_000,
)

# One picture in, one PDF out.
PHONE = Program(
    name="pi-heif",
    package=PI_HEIF,
    command=(
        os.path.realpath(sys.executable), "-S", "-s", "-P", "-B", "-m", "greffier.intake.heif", "{file}",
        "{out}/picture.pdf",
    ),
    makes="pdf",
)  # fmt: skip


def program_for(media_type: str) -> Program | None:
    """The program that reads files of this media type, installed or not."""
    dotted = PROGRAMS.get(media_type)
    if dotted is None:
        return None
    program: Program = resolve(dotted)
    return program
