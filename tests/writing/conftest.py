"""The small case of asking, with readers that know only what a test teaches them."""

from __future__ import annotations

import sys
from decimal import Decimal
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from greffier.citing import span
from greffier.records import Layout, Mention, Page, Picture, Quantity, Time, Word, digest
from greffier.vocabulary import tokens

_spec = spec_from_file_location("small_case", Path(__file__).parents[1] / "asking" / "conftest.py")
assert _spec is not None
assert _spec.loader is not None
_module = module_from_spec(_spec)
sys.modules["small_case"] = _module
_spec.loader.exec_module(_module)


class Desk(_module.SmallCase):  # type: ignore[misc,name-defined]
    """A small case whose readers find the surfaces they were taught, on pages and in drafts alike."""

    def __init__(self) -> None:
        super().__init__()
        self.taught: list[tuple[str, Any, dict[str, Any]]] = []
        self.quotes_in: list[Any] = []

    def teach(self, surface: str, kind: Any, **value: Any) -> None:
        self.taught.append((surface, kind, value))

    def teach_amount(self, surface: str, low: str, unit: str, dimension: str, **told: Any) -> None:
        high = told.pop("high", low)
        self.teach(surface, "quantity", quantity=Quantity(Decimal(low), Decimal(high), unit, dimension, **told))

    def teach_day(self, surface: str, earliest: str, latest: str | None = None) -> None:
        self.teach(surface, "date", time=Time(earliest, earliest, latest or earliest))

    def read(self, text: str, language: str | None, date: str | None) -> list[Mention]:
        return self._find(Page("draft", "", 1, None, "born_digital", "A", language, text, "", 1, 1))

    def mentions(self, page: str) -> list[Mention]:
        return self._find(self.page(page))

    def _find(self, page: Page) -> list[Mention]:
        found: list[Mention] = []
        for surface, kind, value in sorted(self.taught, key=lambda each: -len(each[0])):
            at = page.text.find(surface)
            while at >= 0:
                end = at + len(surface)
                if not any(m.span.start < end and at < m.span.end for m in found):
                    where = span(page, at, end)
                    found.append(Mention(digest(page.id, at, surface), where, kind, "taught", "", **value))
                at = page.text.find(surface, end)
        return sorted(found, key=lambda mention: mention.span.start)

    def layout(self, page: str) -> Layout:
        """Words one after the other on lines of ten."""
        words = []
        for number, token in enumerate(tokens(self.page(page).text)):
            x, y = 0.05 + 0.09 * (number % 10), 0.05 + 0.03 * (number // 10)
            words.append(Word(token.start, token.end, x, y, x + 0.08, y + 0.02, 99))
        return Layout.of(page, words)

    def picture(self, page: str, dpi: int) -> Picture:
        return Picture(1, 320, 440, bytes([220]) * (320 * 440 * 3))


@pytest.fixture
def desk() -> Desk:
    """A quay, a count, a hearing, a protected man."""
    desk = Desk()
    desk.write(
        "D0001",
        "Le 3 avril 2022, nous comptons deux cent quarante (240) caisses dans le hangar des Ormes.\n\n"
        "Le poids brut est d'environ 900 kg. Le scellé KR/7 est intact.\n\n"
        "Le camion vert quitte le hangar à 5 h 40.",
        act="2022-04-03",
    )
    desk.write(
        "D0002", "PESÉE. Le poids net des caisses est de 871,5 kg. Aucune caisse n'est ouverte.", act="2022-04-04"
    )
    hearing = desk.write(
        "D0003",
        "Audition de Bruno TALVERNE.\n\nJ'ai reçu dix caisses pour me payer. Le chef le savait.",
        act="2022-05-02",
    )
    desk.quoted(hearing, "J'ai reçu dix caisses pour me payer. Le chef le savait.", "Bruno TALVERNE")
    desk.write("D0004", "Le lieutenant estime que le hangar était vide. The guard opened the green door at night.")
    desk.called("Bruno TALVERNE", "TALVERNE", protected=True, publish_as="Marc")
    desk.called("Odile VARENNE", "VARENNE")
    for surface in ("deux cent quarante (240) caisses", "240 crates", "240 caisses"):
        desk.teach_amount(surface, "240", "count", "count", good="caisses")
    for surface, low in (("900 kg", "900"), ("871,5 kg", "871.5"), ("871.5 kilograms", "871.5"), ("850 kg", "850")):
        desk.teach_amount(surface, low, "kg", "mass")
    desk.teach_amount("environ 900 kg", "900", "kg", "mass", approximate=True)
    desk.teach_amount("about 900 kg", "900", "kg", "mass", approximate=True)
    desk.teach_amount("about 870 kg", "870", "kg", "mass", approximate=True)
    desk.teach_day("3 avril 2022", "2022-04-03")
    desk.teach_day("3 April 2022", "2022-04-03")
    desk.teach_day("9 April 2022", "2022-04-09")
    desk.teach("KR/7", "seal", normalised="KR/7")
    desk.teach("Odile Varenne", "person", normalised="odile varenne")
    desk.teach("Bruno TALVERNE", "person", normalised="bruno talverne")
    return desk
