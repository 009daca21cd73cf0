"""A small case in memory: a Library and an Index over hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest

from greffier.citing import span
from greffier.errors import NotInCase
from greffier.records import (
    Dating,
    Entity,
    Grid,
    Layout,
    Mention,
    NameForm,
    Page,
    Piece,
    Quantity,
    Quote,
    Source,
    Time,
    digest,
)
from greffier.text import key


class SmallCase:
    """A Library and an Index in one; `page`, `says` and `called` fill it."""

    def __init__(self) -> None:
        self.records: list[Any] = []

    def write(self, folio: str | None, text: str, *, path: str = "box/file.pdf", act: str | None = None) -> Page:
        source = Source(digest("source", path), path, "0" * 64, "application/pdf", 1, "read", pages=1)
        number = 1 + sum(isinstance(r, Page) and r.source == source.id for r in self.records)
        page = Page(digest(path, number), source.id, number, folio, "born_digital", "A", "fr", text, "", 1, 1)
        piece = Piece(digest("piece", page.id), source.id, "report", None, None, (page.id,))
        self.records += [source, page, piece]
        if act:
            self.records.append(Dating(piece.id, Time(act, act, act)))
        return page

    def says(self, page: Page, exact: str, kind: Any, **value: Any) -> Mention:
        at = page.text.index(exact)
        made = Mention(digest(page.id, at, kind, exact), span(page, at, at + len(exact)), kind, "test", "", **value)
        self.records.append(made)
        return made

    def amount(self, page: Page, exact: str, low: str, unit: str, dimension: str, good: str | None = None) -> Mention:
        value = Quantity(Decimal(low), Decimal(low), unit, dimension, good=good)
        return self.says(page, exact, "quantity", quantity=value)

    def day(self, page: Page, exact: str, earliest: str, latest: str | None = None) -> Mention:
        return self.says(page, exact, "date", time=Time(earliest, earliest, latest or earliest))

    def quoted(self, page: Page, exact: str, speaker: str) -> None:
        at = page.text.index(exact)
        where = span(page, at, at + len(exact))
        self.records.append(Quote(digest("q", page.id, at), where, "direct", "test", "", speaker_name=speaker))

    def called(self, name: str, *others: str, kind: Any = "person", **told: Any) -> Entity:
        forms = tuple(NameForm(form, "alias", ()) for form in (name, *others))
        entity = Entity(digest("entity", name), kind, name, forms, (), (), (key(name),), **told)
        self.records.append(entity)
        return entity

    # --- Library --------------------------------------------------------------------------------------------------

    def all(self, kind: type[Any]) -> Iterator[Any]:
        found = {record.id: record for record in self.records if isinstance(record, kind)}
        return iter(sorted(found.values(), key=lambda record: record.id))

    def page(self, id: str) -> Page:
        return next(page for page in self.all(Page) if page.id == id)

    def source(self, id: str) -> Source:
        return next(source for source in self.all(Source) if source.id == id)

    def locate(self, reference: str) -> list[Page]:
        found = [page for page in self.all(Page) if page.folio == reference]
        if not found:
            raise NotInCase(f"No page {reference}.")
        return found

    def grid(self, page: str) -> Grid:
        return Grid(page, ())

    def layout(self, page: str) -> Layout:
        return Layout(page)

    def mentions(self, page: str) -> list[Mention]:
        return sorted((m for m in self.all(Mention) if m.span.page == page), key=lambda m: m.span.start)

    def acts(self) -> Iterator[Any]:
        return iter(())

    # --- Index ----------------------------------------------------------------------------------------------------

    def update(self, pages: Any, removed: Any = ()) -> None:
        raise AssertionError("asking never writes")

    def pages(self) -> set[str]:
        return {page.id for page in self.all(Page)}

    def search(self, query: str, limit: int) -> list[tuple[str, float]]:
        wanted = {word[:5] for word in re.findall(r"[^\W_]+", key(query)) if word not in ("or", "and")}
        scored = [
            (p.id, sum(word[:5] in wanted for word in re.findall(r"[^\W_]+", key(p.text)))) for p in self.all(Page)
        ]
        best = sorted(((id, float(score)) for id, score in scored if score), key=lambda pair: (-pair[1], pair[0]))
        return best[:limit]


@pytest.fixture
def case() -> SmallCase:
    return SmallCase()


@pytest.fixture
def depot(case: SmallCase) -> SmallCase:
    """A depot, a seizure told twice with different weights, a hearing, a man with a nickname."""
    first = case.write(
        "D0011",
        "Le 4 juin 2021 à 6 h 10, le capitaine Odile VARENNE pénètre dans l'entrepôt des Glycines.\n\n"
        "Elle y découvre quarante-deux ballots de résine. Le poids brut des ballots saisis est de 512 kg.\n\n"
        "Le camion immatriculé BX-114-RD est conduit par Ivan SOULT.",
        act="2021-06-04",
    )
    case.day(first, "4 juin 2021 à 6 h 10", "2021-06-04T06:10")
    case.says(first, "Odile VARENNE", "person", normalised="odile varenne")
    case.says(first, "entrepôt des Glycines", "place", normalised="entrepot des glycines")
    case.amount(first, "quarante-deux ballots", "42", "count", "count", "ballots")
    case.amount(first, "512 kg", "512", "kg", "mass", "résine")
    case.says(first, "BX-114-RD", "plate", normalised="BX114RD")
    case.says(first, "Ivan SOULT", "person", normalised="ivan soult")
    second = case.write(
        "D0012",
        "Procès-verbal de pesée du 5 juin 2021. Le poids net des ballots saisis est de 498,5 kg.\n\n"
        "Interrogé, Ivan SOULT, dit « le Marin », déclare : « Je n'ai jamais ouvert les ballots. »",
        act="2021-06-05",
    )
    case.day(second, "5 juin 2021", "2021-06-05")
    case.amount(second, "498,5 kg", "498.5", "kg", "mass", "résine")
    case.says(second, "Ivan SOULT", "person", normalised="ivan soult")
    case.quoted(second, "Je n'ai jamais ouvert les ballots.", "Ivan SOULT")
    case.write("D0013", "Le fleuve est haut. Rien à signaler dans la nuit du 6 juin.")
    case.called("Ivan SOULT", "le Marin", "SOULT")
    case.called("Odile VARENNE", "VARENNE")
    return case


MakeCase = Callable[[], SmallCase]
