"""All that a sentence says and its pages do not: values, names, attribution, words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.citing import find
from greffier.records import Citation
from greffier.vocabulary import is_function_word, is_role, is_thing, tokens
from greffier.writing.acts import untold
from greffier.writing.amounts import wrong_numbers
from greffier.writing.atoms import Atoms
from greffier.writing.dates import wrong_codes, wrong_dates
from greffier.writing.desk import Desk
from greffier.writing.fault import Fault, says, where
from greffier.writing.ground import Ground
from greffier.writing.named import words_of
from greffier.writing.speakers import unattributed, wrong_names
from greffier.writing.wording import (
    contrary,
    denied_before,
    denies,
    grave_words,
    literal,
    negates,
    other_actor,
    overlap,
    quotations,
)

ALIKE = 0.2  # share of a sentence's words that must be on its page, where both are in one language
LOOSE = 0.3  # share from which "not" in a sentence and none on its page contradict each other
CLOSE = 0.5  # share from which a sentence and its quotation speak of the same, so that "not" on one side tells
SAME = 0.75  # the same where the sentence of the page was only guessed


def faults(atoms: Atoms, stood: Ground, desk: Desk, *, heading: bool = False) -> list[Fault]:
    """Return all that is wrong with a sentence; a heading is looked at for its values only."""
    if not stood.pages:
        return []
    found = [*wrong_numbers(atoms, stood, desk), *wrong_dates(atoms, stood, desk), *wrong_codes(atoms, stood)]
    missing = list(untold(atoms, stood, desk))
    borne = bool(atoms.people) and not missing
    found += [*wrong_names(atoms, stood, desk), *missing]
    if heading:
        return [*found, *_grave(atoms, stood)]
    found += [
        *_quoted(atoms, stood, desk),
        *(() if borne else list(_denied(atoms, stood)) or _clipped(atoms, stood)),
        *_grave(atoms, stood),
        *_things(atoms, stood, desk),
        *unattributed(atoms, stood, desk),
    ]
    if not any(fault.blocks for fault in found):
        found += _unlike(atoms, stood, desk)
    return found


def _quoted(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    """Quoted words must stand on the page; in another language, the citation must hold the original."""
    foreign = desk.language not in {page.language for page in stood.pages}
    shown = words_of(stood.whole.text)
    for words in quotations(atoms.text):
        if _stand(words, stood) or len(words.split()) < 3:
            continue
        if not foreign or literal(words, shown) >= CLOSE:
            yield Fault("not_found", f"The words “{words}” do not stand on {where(stood)}.")
        elif not stood.quoted:
            yield Fault(
                "judgement", f"“{words}” is a translation: put the original words into the citation.", blocks=False
            )


def _stand(words: str, stood: Ground) -> bool:
    """Whether each part of a quotation stands on a page: insertions in brackets and elisions are left out."""
    parts = [part.strip(" ,.;:") for part in re.split(r"\s*[\[(]?(?:…|\.\.\.)[\])]?\s*|\[[^\]]*\]", words)]
    return all(any(find(part, page) for page in stood.pages) for part in parts if part)


def _denied(atoms: Atoms, stood: Ground) -> Iterator[Fault]:
    """A "not" on one side only, a word and its opposite, another actor: where both speak of the same thing."""
    ring, enough = (stood.said, CLOSE) if stood.quoted else (stood.core, SAME)
    counter = tuple(Citation(span, "contradicts") for span in stood.core_spans[:1])
    alike = overlap(atoms.text, ring.senses) if ring.text else 0.0
    if actors := other_actor(atoms.text, stood.said.text):
        yield Fault("contradicted", f"You write “{actors[0]}”; {where(stood)} {says(stood)} “{actors[1]}”.", counter)
    if alike >= enough and (pair := contrary(atoms.text, ring.text)):
        yield Fault("contradicted", f"You write “{pair[0]}”; {where(stood)} {says(stood)} “{pair[1]}”.", counter)
    elif alike >= enough and denies(ring.text) and not denies(atoms.text):
        yield Fault("contradicted", f"The page denies this: read {where(stood)} again.", counter)
    elif denies(atoms.text) and ring.text and not denies(ring.text) and not denies(stood.core.text):
        sure = alike >= enough or overlap(atoms.text, stood.core.senses) >= LOOSE
        reason = f"The page does not deny this: read {where(stood)} again."
        yield Fault("contradicted" if sure else "partly", reason, counter if sure else ())


def _clipped(atoms: Atoms, stood: Ground) -> Iterator[Fault]:
    """Words quoted without the "not" beside them, or without the word that says the opposite of the sentence."""
    for citation, clause in zip(stood.citations, stood.clauses, strict=False):
        around = frozenset().union(*(token.senses for token in tokens(clause)))
        alike = overlap(atoms.text, around)
        counter = (Citation(citation.span, "contradicts"),)
        cut = _cut_out(citation, stood) and not denies(atoms.text)
        if cut or (alike >= SAME and negates(clause, citation.span.exact) and not denies(atoms.text)):
            yield Fault("contradicted", f"The words around your quotation deny it: read {where(stood)} again.", counter)
        elif alike >= CLOSE and (pair := contrary(atoms.text, clause)):
            yield Fault("contradicted", f"You write “{pair[0]}”; {where(stood)} {says(stood)} “{pair[1]}”.", counter)


def _cut_out(citation: Citation, stood: Ground) -> bool:
    """Whether quoted words stand under a "not" of their sentence that was left out: "rien n'établit que …"."""
    said = citation.span
    if denies(said.exact):
        return False
    for core in stood.core_spans:
        if core.page == said.page and core.start <= said.start < core.end:
            seen = tuple(tokens(core.exact))
            inside = [n for n, token in enumerate(seen) if core.start + token.start >= said.start]
            words = [n for n in inside if not is_function_word(seen[n].word)] or inside
            return bool(words) and denied_before(core.exact, seen[: words[0] + 1], words[0])
    return False


def _grave(atoms: Atoms, stood: Ground) -> Iterator[Fault]:
    """Deeds that no cited page speaks of are the writer's word: killed, stole, bribed, lied."""
    for word in grave_words(atoms.text, stood.whole.text):
        yield Fault("partly", f"“{word}” is said nowhere on {where(stood)}: use the page's word, or cite where it is.")


def _things(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    """Things and roles that the pages do not name: a van that became a ship, a foreman who became a sergeant."""
    shown = stood.whole.senses.union(*(desk.piece_senses(page) for page in stood.pages))
    named = frozenset().union(*(desk.piece_words(page) for page in stood.pages))
    for token in tokens(atoms.text):
        if is_thing(token.word) and not token.senses & shown:
            yield Fault("partly", f"“{token.word}” is not on {where(stood)} or in the rest of that document.")
        elif is_role(token.word) and not token.senses & shown and desk.role_elsewhere(token.senses, named):
            yield Fault("partly", f"Nobody who is called “{token.word}” is named on {where(stood)}.")


def _unlike(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    """A sentence that shares next to no word with its pages: nothing here says that they bear it out."""
    shared = overlap(atoms.text, stood.whole.senses)
    if stood.quoted and (atoms or desk.language not in {page.language for page in stood.pages}):
        return
    if shared < ALIKE and not atoms:
        yield Fault(
            "judgement",
            f"Nothing in these words can be found on {where(stood)} by machine: read the page.",
            blocks=False,
        )
