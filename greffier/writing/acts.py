"""A sentence that says what somebody did or is, against single sentences of its pages.

A named person is harmed by a false sentence, so here only what one sentence of a page holds together bears a sentence
out: that person, the same act by sense, the others in the same parts, the same "not", the same speaker. A true sentence
that is refused can be mended by its writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from greffier.records import Citation, Mention, Page, Span
from greffier.text import key, sentences
from greffier.vocabulary import Token, is_function_word, is_title, senses, tokens
from greffier.writing.atoms import Atoms
from greffier.writing.cast import Named, named, same, standing_for
from greffier.writing.desk import Desk, meet
from greffier.writing.fault import Fault, says, where
from greffier.writing.ground import Ground
from greffier.writing.parts import parts
from greffier.writing.wording import (
    attributes,
    denied_before,
    grave_words,
    is_accusation,
    is_hedged,
    quotations,
    sourced,
)

MOST = 0.6  # share of the words of a sentence that one sentence of its page must hold, in one language
FOREIGN = 0.5  # the same between two languages
_NUMERAL = re.compile(
    r"un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente"
    r"|quarante|cinquante|soixante|cents?|mille|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|twenty"
    r"|thirty|forty|fifty|sixty|hundred|thousand"
)
UNNAMED = "a source"  # the id of whoever is called nothing but a witness or a source
_SOURCE = senses("informateur") | senses("temoin")
_RENAMED = re.compile(
    r"(?:\b(?i:an?|the|une?|le|la|l['’])\s*\w+\s+)?\b"
    r"(?:que nous (?:appelons|appellerons|nommons)|(?:whom )?we(?: will|'ll|’ll)? (?:call|name))\b"
)
_SPEAKS = re.compile(r"selon|apres|according|dires|suivant")


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence: its words, its people, the words that tell something."""

    text: str
    seen: tuple[Token, ...]
    people: tuple[Named, ...]
    acts: tuple[int, ...]
    content: tuple[int, ...]
    speaker: Named | None
    quoted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A sentence of a page, with who is meant by its pronouns and who says it."""

    page: Page
    start: int
    end: int
    text: str
    seen: tuple[Token, ...]
    people: tuple[Named, ...]
    speakers: tuple[Named, ...]
    around: frozenset[str]  # what the words of the sentence before may mean: what "it" stands for

    @property
    def span(self) -> Span:
        return Span(self.page.id, self.start, self.end, self.text)


def untold(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    """Yield what keeps a sentence about named people from being borne out by one sentence of its pages."""
    told = _told(atoms, stood, desk)
    if not told.people or not stood.pages:
        return
    who = " and ".join(dict.fromkeys(told.text[each.start : each.end] for each in told.people))
    best: tuple[int, str, _Shown | None] = (-1, "", None)
    for shown in _shown(atoms, stood, desk):
        reached, verdict = _borne_out(told, shown, atoms, desk)
        if verdict == "":
            return
        if reached > best[0]:
            best = (reached, verdict, shown)
    _, verdict, shown_best = best
    counter = (Citation(shown_best.span, "contradicts"),) if shown_best else ()
    if verdict == "denied":
        yield Fault("contradicted", f"The page denies this, or does not: read {where(stood)} again.", counter)
    elif verdict == "unsure":
        yield Fault("attribution_missing", f"{where(stood)} {says(stood)} this as somebody's word or guess: say whose.")
    elif verdict == "speaker" and told.speaker is not None:
        name = told.text[told.speaker.start : told.speaker.end]
        yield Fault("not_found", f"No sentence of {where(stood)} gives these words to {name}.")
    elif verdict == "foreign":
        reason = f"No machine can tell whether {where(stood)} {says(stood)} this of {who}: use its words."
        yield Fault("judgement", reason)
    else:
        yield Fault("not_found", f"No sentence of {where(stood)} says that {who} did this.")


# --- the sentence of the draft ----------------------------------------------------------------------------------------


def _told(atoms: Atoms, stood: Ground, desk: Desk) -> _Told:
    text = _RENAMED.sub(lambda found: " " * len(found.group()), atoms.text)
    for words in quotations(text):  # quoted words are held against the page elsewhere
        if len(words.split()) >= 2:
            text = text.replace(words, " " * len(words))
    seen = tuple(tokens(text))
    read = [span for name in dict.fromkeys(atoms.people) for span in _places(text, name)]
    people = [_unmasked(each, desk) for each in named(text, seen, read, desk.people)]
    taken = frozenset(n for each in people for n in range(each.place, each.last + 1))
    speaker = _speaker(seen, people, taken)
    blank = frozenset(n for start, end in atoms.blank for n, t in enumerate(seen) if start <= t.start and t.end <= end)
    content = tuple(n for n, token in enumerate(seen) if n not in taken | blank and _means(token.word))
    content = tuple(
        n for n in content if not (attributes(seen[n].word) and speaker) and not _SPEAKS.fullmatch(seen[n].word)
    )
    acts = tuple(dict.fromkeys(_acts(text, seen, [each for each in people if each != speaker], content)))
    return _Told(text, seen, tuple(people), acts, content, speaker, tuple(quotations(atoms.text)))


def _unmasked(who: Named, desk: Desk) -> Named:
    """Somebody whom the draft calls by a name given for safety: pages may call them a witness or a source only."""
    return replace(who, ids=who.ids | {UNNAMED}) if who.words in desk.masks else who


def _places(text: str, name: str) -> Iterator[tuple[int, int]]:
    at = text.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + len(name))


def _means(word: str) -> bool:
    return not (is_function_word(word) or is_title(word) or word[0].isdigit() or _NUMERAL.fullmatch(word))


def _speaker(seen: Sequence[Token], people: Sequence[Named], taken: frozenset[int]) -> Named | None:
    """To whom a sentence gives its words: "X says", "selon X"; None where it gives them to nobody by name."""
    for each in people:
        after = _says_next(seen, each, taken)
        if after is not None:
            return each
        before = [token.word for token in seen[max(0, each.place - 4) : each.place]]
        if any(_SPEAKS.fullmatch(word) for word in before) or (before and attributes(before[-1])):
            return each
    return None


def _says_next(seen: Sequence[Token], who: Named, taken: frozenset[int]) -> int | None:
    """Return where a verb of saying follows a name, with nothing but small words between."""
    for number in range(who.last + 1, min(who.last + 5, len(seen))):
        if attributes(seen[number].word):
            return number
        if number in taken or _means(seen[number].word):
            return None
    return None


def _acts(text: str, seen: Sequence[Token], people: Sequence[Named], content: Sequence[int]) -> Iterator[int]:
    """The words that tell an act or a state: the first after a name, or after the helper of a verb."""
    helpers = frozenset(
        "a ont est sont ete etait etaient avait avaient fut was were been has had have avoir etre is are".split()
    )
    for each in people:
        after = [n for n in content if n > each.last]
        done = any(n < each.place for n in content) and after[:1] != [
            each.last + 1
        ]  # "a vu X au port", not "a vu X sortir"
        if after and not done and not re.search(r"[.;:!?]", text[each.end : seen[after[0]].start]):
            yield after[0]
    for n in content:
        if n and seen[n - 1].word in helpers and n - 1 not in content:
            yield n
    if content and people:
        yield content[0]


# --- the sentences of the pages ---------------------------------------------------------------------------------------


def _shown(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[_Shown]:
    """The sentences that a citation points to; all of a page that is cited without a quotation."""
    narrow = {c.span.page for c in stood.citations} if stood.quoted else set()
    for page in stood.pages:
        before: list[Named] = []
        around: frozenset[str] = frozenset()
        for start, end in sentences(page.text):
            text = page.text[start:end]
            here = Span(page.id, start, end, text)
            seen = tuple(tokens(text))
            read = [_within(m, start) for m in desk.library.mentions(page.id) if _person_in(m, start, end)]
            people = named(text, seen, read, desk.people)
            people = sorted([*people, *(_sources(seen) if desk.masks else ())], key=lambda each: each.place)
            speakers = tuple(_voices(here, desk))
            voice = speakers[0] if len({each.words for each in speakers if UNNAMED not in each.ids}) == 1 else None
            whole = standing_for(seen, people, before, voice)
            if page.id not in narrow or any(meet(here, c.span) for c in stood.citations):
                yield _Shown(
                    page, start, end, text, seen, tuple(whole), (*speakers, *_tellers(seen, whole, text)), around
                )
            before = [each for each in whole if not each.spoken_to]
            around = frozenset().union(*(token.senses for token in seen))


def _person_in(mention: Mention, start: int, end: int) -> bool:
    return mention.kind == "person" and start <= mention.span.start and mention.span.end <= end


def _within(mention: Mention, start: int) -> tuple[int, int]:
    return mention.span.start - start, mention.span.end - start


def _sources(seen: Sequence[Token]) -> Iterator[Named]:
    """Those whom a text calls a witness or a source."""
    for n, token in enumerate(seen):
        if token.senses & _SOURCE:
            yield Named(token.start, token.end, frozenset({token.word}), frozenset({UNNAMED}), n, n)


def _voices(here: Span, desk: Desk) -> Iterator[Named]:
    """Those whose words a sentence holds, as readers found."""
    told: set[frozenset[str]] = set()
    for quote in desk.quotes.get(here.page, ()):
        if quote.speaker_name and meet(here, quote.span):
            for each in named(
                quote.speaker_name, tuple(tokens(quote.speaker_name)), [(0, len(quote.speaker_name))], desk.people
            ):
                if each.ids not in told:
                    told.add(each.ids)
                    yield each
                    yield from _sources(tuple(tokens(quote.speaker_name)))


def _tellers(seen: Sequence[Token], people: Sequence[Named], text: str) -> Iterator[Named]:
    """Those of whom the sentence itself says that they say something."""
    taken = frozenset(n for each in people for n in range(each.place, each.last + 1))
    for each in people:
        after = _says_next(seen, each, taken)
        if after is not None and (each, "actor") in parts(text, seen, people, after):
            yield each


# --- one against the other --------------------------------------------------------------------------------------------


def _borne_out(told: _Told, shown: _Shown, atoms: Atoms, desk: Desk) -> tuple[int, str]:
    """Return how far a sentence of a page goes along with one of a draft, and what then fails: "" for nothing."""
    if shown.text.rstrip(" »”\"'").endswith("?"):
        return 0, "absent"
    foreign = shown.page.language not in (None, desk.language)
    if told.speaker is not None and not any(same(told.speaker, each, desk.people) for each in shown.speakers):
        return 1, "speaker" if _holds(told, shown, foreign) else "absent"
    others = [each for each in told.people if told.speaker is None or each.words != told.speaker.words]
    if not all(any(same(each, other, desk.people) for other in shown.people) for each in others):
        return 1, "absent"
    if not _holds(told, shown, foreign):
        return 2, "foreign" if foreign and not is_accusation(told.text) else "absent"
    if grave_words(told.text, shown.text):
        return 2, "absent"
    verbs = [_matching(told.seen[act], shown) for act in told.acts]
    if others and not all(
        _same_parts(told, act, shown, found, others, desk) for act, found in zip(told.acts, verbs, strict=True)
    ):
        return 3, "absent"
    if told.acts and _denied(told, shown, verbs):
        return 4, "denied"
    if not (attributes(atoms.text) or is_hedged(atoms.text)) and sourced(shown.text) and not sourced(told.text):
        return 4, "unsure"
    return 5, ""


def _holds(told: _Told, shown: _Shown, foreign: bool) -> bool:
    """Whether a sentence of a page holds the acts and most other words of the draft's sentence."""
    said = key(shown.text)
    there = [key(words) in said or said in key(words) for words in told.quoted]
    if told.quoted and not foreign and not any(there):
        return False
    meant = frozenset().union(*(token.senses for token in shown.seen))
    alone = all(told.speaker is not None and each.words == told.speaker.words for each in told.people)
    if not (alone and any(there)) and any(not told.seen[act].senses & meant for act in told.acts):
        return False
    if not told.content:
        return any(there) or not (told.acts or told.quoted)
    share = sum(bool(told.seen[n].senses & (meant | shown.around)) for n in told.content) / len(told.content)
    return share >= (FOREIGN if foreign or any(there) else MOST)


def _matching(act: Token, shown: _Shown) -> list[int]:
    return [n for n, token in enumerate(shown.seen) if token.senses & act.senses]


def _same_parts(
    told: _Told, act: int, shown: _Shown, found: Sequence[int], others: Sequence[Named], desk: Desk
) -> bool:
    """Whether those who have a part in an act have the same part in it on the page."""
    mine = [(who, part) for who, part in parts(told.text, told.seen, told.people, act) if who in others]
    return any(_agree(mine, parts(shown.text, shown.seen, shown.people, verb), desk) for verb in found)


def _agree(mine: Sequence[tuple[Named, str]], theirs: Sequence[tuple[Named, str]], desk: Desk) -> bool:
    held = {part for _, part in theirs}
    if "to" in held and "actor" not in held:  # "remise de dix caisses de X à Y"
        theirs = [(who, "actor" if part == "from" else part) for who, part in theirs]
    return all(any(part == other and same(who, each, desk.people) for each, other in theirs) for who, part in mine)


def _denied(told: _Told, shown: _Shown, verbs: Sequence[Sequence[int]]) -> bool:
    """Whether a "not" stands over the act on one side only."""
    mine = any(denied_before(told.text, told.seen, act) for act in told.acts)
    theirs = any(denied_before(shown.text, shown.seen, verb) for found in verbs for verb in found)
    return mine != theirs
