"""The members of an archive that stay inside, and the sentence about them."""

from __future__ import annotations

from greffier.errors import SourceBroken, SourceRefused


class Lost:
    """Which members are encrypted and which damaged."""

    def __init__(self) -> None:
        self.encrypted: list[str] = []
        self.broken: list[str] = []

    def tell(self, count: int) -> None:
        """Raise when there are any among so many files."""
        if self.broken:
            raise SourceBroken(
                f"{len(self.broken)} of {count} files inside cannot be unpacked: {_listed(self.broken)}."
            )
        if self.encrypted:
            named = _listed(self.encrypted)
            raise SourceRefused(f"{len(self.encrypted)} of {count} files inside need a password: {named}.")


def _listed(names: list[str]) -> str:
    return ", ".join(names[:3]) + (" and others" if len(names) > 3 else "")
