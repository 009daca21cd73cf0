"""Full-text search in a folder, with Tantivy: accents folded, French and English stems, phrases, prefixes, folios."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from tantivy import (
    Document,
    Filter,
    Index,
    Occur,
    Query,
    Schema,
    SchemaBuilder,
    TextAnalyzer,
    TextAnalyzerBuilder,
    Tokenizer,
)

from greffier.errors import CaseDamaged, CaseLocked, OutsideFailed
from greffier.records import Page
from greffier.storing.query import Every, Except, Node, Words, parse, plain
from greffier.storing.segments import damaged

Result = TypeVar("Result")
_INDEX_FILE = re.compile(r"[0-9a-f]{32}\.[\w.]+|meta\.json|\.managed\.json|\.tantivy-[\w-]+\.lock")
_PADDING = re.compile(r"(?<!\d)0+(?=\d)")

HEAP = 64_000_000  # bytes that the writer may hold before it writes a segment
LONGEST_WORD = 100  # bytes; longer ones are OCR debris or an attack
MOST_TIED = 20_000  # hits of one score that are put in the order of ids

STEMS = {"fr": "french", "en": "english"}  # every page in both: one file often holds both, and a query does not say
EXACT_BOOST = 1.5  # the word as it was asked for is worth more than another form of it
FOLIO_BOOST = 20.0  # somebody who types D0147 wants that page, not one that mentions it


class TantivyIndex:
    """One instance serves all threads. Any number of processes read, one at a time writes."""

    def __init__(self, folder: Path) -> None:
        self._folder = Path(folder)
        self._analyzers = _analyzers()
        self._schema = _schema()
        self._opened: Index | None = None

    def update(self, pages: Iterable[Page], removed: Iterable[str] = ()) -> None:
        """CaseLocked when another process writes; a damaged index is begun anew, empty but for these pages."""
        try:
            self._reading(lambda index: index.searcher().num_docs)
        except CaseDamaged:
            self._empty()
            self._opened = None
        self._writing(self._open(), pages, removed)

    def _empty(self) -> None:
        """Remove the files of an index, and no others: the folder is one that a setting names."""
        for file in self._folder.iterdir():
            if _INDEX_FILE.fullmatch(file.name) and not file.is_dir():
                file.unlink()

    def _writing(self, index: Index, pages: Iterable[Page], removed: Iterable[str]) -> None:
        try:
            writer = index.writer(HEAP, 1)  # one thread: the same pages give the same index
        except ValueError as error:
            raise CaseLocked("Another process is writing the search index.") from error
        try:
            for id in removed:
                writer.delete_documents_by_term("id", id)
            for page in pages:
                writer.delete_documents_by_term("id", page.id)
                writer.add_document(_document(page))
            writer.commit()
            writer.wait_merging_threads()
        except (ValueError, OSError) as error:
            raise OutsideFailed(f"The search index cannot be written: {error}.") from error

    def search(self, query: str, limit: int) -> list[tuple[str, float]]:
        node = parse(query)
        if node is None or limit < 1:
            return []
        asked = self._query(node)
        return self._reading(lambda index: _best(index, asked, limit))

    def pages(self) -> set[str]:
        """None of them when the index is damaged, so that it is filled again."""
        try:
            return self._reading(_ids)
        except CaseDamaged:
            return set()

    def _reading(self, read: Callable[[Index], Result]) -> Result:
        try:
            index = self._open()
            index.reload()
            return read(index)
        except ValueError as error:
            raise CaseDamaged(
                f"The search index is damaged: {str(error).splitlines()[0]}.",
                "Run `greffier add` again: the index is thrown away and filled anew from the pages.",
            ) from error

    def _open(self) -> Index:
        if self._opened is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            if name := damaged(self._folder):  # looked at first: Tantivy panics on some of them
                raise ValueError(f"{name} is not as it was written")
            index = Index(self._schema, path=str(self._folder))
            index.config_reader("manual")
            for field, analyzer in self._analyzers.items():
                index.register_tokenizer(field, analyzer)
            self._opened = index
        return self._opened

    # --- queries ------------------------------------------------------------------------------------------------------

    def _query(self, node: Node) -> Query:
        if isinstance(node, Words):
            return self._words(node)
        if isinstance(node, Except):
            return self._joined(Occur.Must, (node,))
        return self._joined(Occur.Must if isinstance(node, Every) else Occur.Should, node.parts)

    def _joined(self, occur: Occur, parts: tuple[Node, ...]) -> Query:
        parted = [(Occur.MustNot, part.part) if isinstance(part, Except) else (occur, part) for part in parts]
        queries = [(how, self._query(part)) for how, part in parted]
        if all(how == Occur.MustNot for how, _ in queries):
            queries.append((Occur.Must, Query.all_query()))
        return Query.boolean_query(queries)

    def _words(self, node: Words) -> Query:
        words = self._analyzers["plain"].analyze(" ".join(node.words))
        if not words:
            return Query.empty_query()
        if node.prefix:
            return self._begun(words)
        folio = Query.boost_query(self._side_by_side("folio", words), FOLIO_BOOST)
        exact = Query.boost_query(self._side_by_side("text", words), EXACT_BOOST)
        if node.exact or len(words) > 1:
            return Query.disjunction_max_query([exact, folio])
        return Query.disjunction_max_query([exact, folio, *self._stemmed(node.words[0])], 0.1)

    def _stemmed(self, word: str) -> list[Query]:
        return [
            Query.term_query(self._schema, language, stem)
            for language in STEMS
            for stem in self._analyzers[language].analyze(word)
        ]

    def _side_by_side(self, field: str, words: list[str]) -> Query:
        if len(words) == 1:
            return Query.term_query(self._schema, field, words[0])
        return Query.phrase_query(self._schema, field, list(words))

    def _begun(self, words: list[str]) -> Query:
        """The last word is only begun. Words are letters and digits, so they are safe inside a pattern."""
        *whole, begun = words
        if whole:
            return Query.regex_phrase_query(self._schema, "text", [*whole, f"{begun}.*"])
        return Query.regex_query(self._schema, "text", f"{begun}.*")


def _best(index: Index, query: Query, limit: int) -> list[tuple[str, float]]:
    """The best hits, equal ones in the order of ids: Tantivy leaves them in the order of arrival."""
    searcher = index.searcher()
    asked = limit + 1
    hits = searcher.search(query, asked, count=False).hits
    while len(hits) == asked and hits[-1][0] == hits[limit - 1][0] and asked < MOST_TIED:
        asked *= 8
        hits = searcher.search(query, asked, count=False).hits
    found = [(str(searcher.doc(address)["id"][0]), round(float(score), 4)) for score, address in hits]
    return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:limit]


def _ids(index: Index) -> set[str]:
    # With a query, so that only living documents are counted; without one, removed ones linger until a merge.
    return {id for id, _ in index.searcher().terms_with_prefix("id", "", Query.all_query())}


def _document(page: Page) -> Document:
    text = plain(page.text)
    document = Document(id=page.id, text=text, **dict.fromkeys(STEMS, text))
    for form in _folio_forms(page.folio or ""):
        document.add_text("folio", form)
    return document


def _folio_forms(folio: str) -> list[str]:
    """A folio as stamped and without its padding: D0147 is also asked for as D147."""
    return [plain(form) for form in dict.fromkeys([folio, _PADDING.sub("", folio)]) if form]


def _schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("text", tokenizer_name="plain", index_option="position")
    builder.add_text_field("folio", tokenizer_name="plain", index_option="position")
    for language in STEMS:
        builder.add_text_field(language, tokenizer_name=language, index_option="freq")
    return builder.build()


def _analyzers() -> dict[str, TextAnalyzer]:
    # Stems are cut before accents are folded: the French stemmer knows its endings by their accents.
    stemmed = {language: _words_of(Filter.stemmer(name), Filter.ascii_fold()) for language, name in STEMS.items()}
    return {"plain": _words_of(Filter.ascii_fold()), **stemmed}


def _words_of(*filters: Filter) -> TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.regex(r"[\p{L}\p{N}]+"))
    for each in (Filter.remove_long(LONGEST_WORD), Filter.lowercase(), *filters):
        builder = builder.filter(each)
    return builder.build()
