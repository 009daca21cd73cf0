"""A small case file as a reporter would tell it: `case.yaml` beside its files, read into records. See README.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import yaml

CASES = Path(__file__).parent


class Place(msgspec.Struct, frozen=True):
    """Words as they stand on a page (1-based) of a file."""

    file: str
    page: int
    words: str


Side = tuple[Place, ...]  # places that tell the same; one of them is enough


class Named(msgspec.Struct, frozen=True):
    """Somebody, or a body that holds something: every form under which the file names them."""

    name: str
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    protected: bool = False


class Due(msgspec.Struct, frozen=True):
    """What a careful reader finds, or (with `why`) what only looks like it. A finding cites every side."""

    kind: str
    type: str
    sides: tuple[Side, ...]
    what: str = ""
    why: str = ""


class Moved(msgspec.Struct, frozen=True, rename={"origin": "from", "target": "to"}):
    """So much of a good went from one to another; None is unknown or out of the file's sight."""

    good: str
    quantity: str | None
    unit: str | None
    told: Side
    origin: str | None = None
    target: str | None = None
    time: str | None = None


class NotMoved(msgspec.Struct, frozen=True):
    """Words that a hasty reader would take for one more movement."""

    why: str
    told: Side


class Account(msgspec.Struct, frozen=True, rename={"came": "in", "went": "out"}):
    """What a holder received and gave of a good."""

    good: str
    holder: str | None
    unit: str | None
    came: str | None
    went: str | None


class Moment(msgspec.Struct, frozen=True):
    """What happened when (EDTF), who took part, and whether the file tells it as a fact."""

    time: str
    what: str
    told: Side
    who: tuple[str, ...] = ()
    standing: str = "fact"


class Relation(msgspec.Struct, frozen=True):
    """A tie between two people."""

    type: str
    a: str
    b: str
    told: Side


class Truth(msgspec.Struct, frozen=True):
    """All that is true of a case."""

    title: str
    language: str
    told: str
    people: tuple[Named, ...]
    findings: tuple[Due, ...]
    innocent: tuple[Due, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    unsure: tuple[tuple[str, str], ...] = ()
    flows: tuple[Moved, ...] = ()
    not_flows: tuple[NotMoved, ...] = ()
    balances: tuple[Account, ...] = ()
    moments: tuple[Moment, ...] = ()
    relations: tuple[Relation, ...] = ()


def truth_of(folder: Path) -> Truth:
    """What is true of the case in a folder."""
    raw: dict[str, Any] = yaml.load((folder / "case.yaml").read_text("utf-8"), yaml.BaseLoader)
    return msgspec.convert(_without_null(raw), Truth, strict=False)


def _without_null(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_null(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_without_null(one) for one in value]
    return None if value in ("null", "~", "") else value


def folders(half: str) -> list[Path]:
    """The cases of one half, `seen` or `held_out`, by name."""
    return sorted(path.parent for path in (CASES / half).glob("*/case.yaml"))
