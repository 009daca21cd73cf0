"""The notes of a published story: which document a sentence stands on, and how readers are shown it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from greffier.contracts import Library
from greffier.records import Dating, Page, Piece
from greffier.writing.draft import Draft, Statement
from greffier.writing.protect import Shield
from greffier.writing.typeset import spoken_date
from greffier.writing.wording import quotations

OPENING = 1500  # characters in which a hearing says who is heard
How = Literal["shown", "quoted", "translated", "reference", "withheld"]

KINDS = {
    "en": {
        "report": "Report", "hearing": "Statement", "intercept": "Intercepted call", "call_records": "Call records",
        "seizure": "Seizure record", "order": "Order", "expertise": "Expert report", "mail": "E-mail",
        "bank": "Bank record", "press": "Press article", "other": "Document",
    },
    "fr": {
        "report": "Rapport", "hearing": "Audition", "intercept": "Écoute", "call_records": "Relevé d’appels",
        "seizure": "Procès-verbal de saisie", "order": "Ordonnance", "expertise": "Expertise", "mail": "Courriel",
        "bank": "Relevé bancaire", "press": "Article de presse", "other": "Document",
    },
}  # fmt: skip
HOW = {
    "en": {
        "shown": "Page shown below.", "quoted": "Quoted.", "translated": "Quotation translated.",
        "reference": "Reference only.", "withheld": "Withheld: it would identify a person.",
    },
    "fr": {
        "shown": "Page reproduite plus bas.", "quoted": "Citation.", "translated": "Citation traduite.",
        "reference": "Référence seule.", "withheld": "Non reproduit : une personne serait identifiable.",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number, and one line for each document it points to."""

    number: int
    lines: tuple[str, ...]


class Notes:
    """Numbers the notes of one draft in the order in which sentences call them; the same documents are one note."""

    def __init__(self, draft: Draft, library: Library, guard: Shield, shown: Iterable[str]) -> None:
        self._library = library
        self._guard = guard
        self._language = draft.language if draft.language in KINDS else "en"
        self._shown = frozenset(shown)
        self._pieces = {page: piece for piece in library.all(Piece) for page in piece.pages}
        self._datings = {dating.id: dating for dating in library.all(Dating)}
        self._numbers: dict[tuple[str, ...], int] = {}
        self.notes: list[Note] = []

    def number(self, statement: Statement) -> tuple[int, bool] | None:
        """Return the number of the note of a sentence and whether it is called for the first time."""
        targets = tuple(dict.fromkeys(reference.target for reference in statement.references))
        if not targets:
            return None
        if first := targets not in self._numbers:
            self._numbers[targets] = len(self.notes) + 1
            lines = tuple(dict.fromkeys(self._line(target, statement) for target in targets))
            self.notes.append(Note(len(self.notes) + 1, lines))
        return self._numbers[targets], first

    def _line(self, target: str, statement: Statement) -> str:
        pages = self._library.locate(target)
        piece = self._pieces.get(pages[0].id)
        kind = KINDS[self._language][piece.kind if piece else "other"]
        parts = [kind, _places(pages, self._language)]
        if piece and (when := self._when(piece)):
            parts.append(when)
        return f"{', '.join(parts)}. {HOW[self._language][self._how(pages, statement)]}"

    def _when(self, piece: Piece) -> str | None:
        dating = self._datings.get(piece.id)
        time = (dating.act or dating.written) if dating else None
        if time is None or len(time.earliest) < 10 or time.earliest[:10] != time.latest[:10]:
            return None
        return spoken_date(time.earliest[:10], self._language)

    def _how(self, pages: list[Page], statement: Statement) -> How:
        if any(page.id in self._shown for page in pages):
            return "shown"
        if self._speaker_is_protected(pages[0]):
            return "withheld"
        if quotations(statement.text):
            return "quoted" if pages[0].language in (None, self._language) else "translated"
        return "reference"

    def _speaker_is_protected(self, page: Page) -> bool:
        """Whether the document is what a protected person said: its opening names them."""
        piece = self._pieces.get(page.id)
        if piece is None or piece.kind != "hearing":
            return False
        opening = self._library.page(piece.pages[0]).text[:OPENING]
        return bool(self._guard.leaks(f"{piece.author or ''}\n{piece.title or ''}\n{opening}"))


def _places(pages: list[Page], language: str) -> str:
    named = [page.folio or f"page\u00a0{page.number}" for page in pages]
    if len(named) == 1:
        return named[0]
    return f"{named[0]} {'à' if language == 'fr' else 'to'} {named[-1]}"
