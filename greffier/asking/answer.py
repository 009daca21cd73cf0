"""A question → sentences of the file that answer it, word for word, or that the file does not say.

A sentence is an answer only if it holds everything that singles the question out: its names, dates, numbers and the
kind of thing asked for. Saying nothing is always allowed; saying something beside the question never is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from greffier.asking.evidence import Evidence, Knowledge, knowledge
from greffier.asking.passages import Passage, passages
from greffier.asking.questions import Question, parse
from greffier.citing import cite
from greffier.contracts import Index, Library
from greffier.records import Answer, Citation, Page, Sentence
from greffier.text import key
from greffier.vocabulary import related

PAGES = 48  # pages read for one question
SENTENCES = 4  # sentences in one answer, at most
LIKE = {"how_much": 0.8, "list": 0.8}  # how close to the best a further sentence must score; others 0.92


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage that may answer, how well, the value in it that would be the answer, the words it shares."""

    passage: Passage
    score: float
    value: str
    held: frozenset[str]


def answer(question: str, index: Index, library: Library) -> Answer:
    """Return at most four sentences of the file that answer, each with its exact citation; else `found=False`.

    Where pages give different values, all of them are quoted.
    """
    asked = parse(question)
    searched, unreadable = _scope(library)
    chosen: list[Scored] = []
    if asked.terms or asked.names or asked.numbers or asked.codes:
        known = knowledge(asked, library)
        if known is not None:
            chosen = _choose(asked, _score(asked, known, _candidates(asked, known, index, library), library))
    sentences = tuple(Sentence(s.passage.page.text[s.passage.start : s.passage.end], (_cite(s),)) for s in chosen)
    return Answer(question, bool(sentences), sentences, searched, unreadable)


def _scope(library: Library) -> tuple[int, int]:
    readable = [any(char.isalpha() for char in page.text) for page in library.all(Page) if not page.blank]
    return sum(readable), len(readable) - sum(readable)


def _candidates(asked: Question, known: Knowledge, index: Index, library: Library) -> list[Page]:
    """Pages that hold the names, and pages that hold the words, in either language."""
    words = [term.word for term in asked.terms]
    wider = [other for word in words for other in sorted(related(word))]
    queries = [" OR ".join(dict.fromkeys([*words, *wider, *asked.numbers]))]
    for name in known.names:
        queries.append(" OR ".join(f'"{form}"' for form in sorted(name.forms)))
        queries.append(" ".join([f'+"{min(name.forms, key=len)}"', *words]))
    found = [id for query in queries if query for id, _ in index.search(query, PAGES // 2)]
    return [library.page(id) for id in dict.fromkeys(found)][:PAGES]


def _score(asked: Question, known: Knowledge, pages: Iterable[Page], library: Library) -> list[Scored]:
    by_page = [passages(page) for page in pages]
    evidence = Evidence(asked, known, library, [passage for row in by_page for passage in row])
    scored = [found for row in by_page for found in _of_page(row, evidence)]
    return sorted(scored, key=lambda each: (-each.score, each.passage.page.id, each.passage.start))


def _of_page(row: list[Passage], evidence: Evidence) -> Iterator[Scored]:
    for passage in row:
        around = row[max(0, passage.number - 2) : passage.number + 2]
        score = evidence.weigh(passage, around)
        if score is None:
            continue
        value = evidence.value(passage)
        if value is not None:
            yield Scored(passage, score, value, evidence.held(passage))


def _choose(asked: Question, scored: list[Scored]) -> list[Scored]:
    """The best passage, and those nearly as good that say something else; a list asks for all of them."""
    if not scored:
        return []
    floor = scored[0].score * LIKE.get(asked.intent, 0.92)
    chosen: list[Scored] = []
    for each in scored:
        if len(chosen) == SENTENCES or each.score < floor:
            break
        beside = asked.intent != "list" and not scored[0].held <= each.held
        if not beside and not any(_same(each, other) for other in chosen):
            chosen.append(each)
    return chosen


def _same(left: Scored, right: Scored) -> bool:
    if left.value or right.value:
        return left.value == right.value
    return key(_text(left)) == key(_text(right))


def _text(scored: Scored) -> str:
    return scored.passage.page.text[scored.passage.start : scored.passage.end]


def _cite(scored: Scored) -> Citation:
    return cite(scored.passage.page, scored.passage.start, scored.passage.end)
