"""Letters that answer each other, from the ids in their headers, as RFC 5256 ties them; a letter not there is a gap.

A letter answers the last id of its References, else that of its In-Reply-To. What a letter tells of the order of others
counts where they tell nothing themselves. Where no id ties a reply, its subject does, if one of the same subject came
shortly before and each of the two writers wrote to the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Literal, NamedTuple

from greffier.assembling.subjects import Subjects, bare, without_reply
from greffier.assembling.times import instant
from greffier.records import Answering, Dossier, Letter, Source, Thread, digest

_How = Literal["references", "reply", "subject"]


class _Tie(NamedTuple):
    """What a letter answers: the id of its source, or where it is not in the case its own."""

    parent: str
    how: _How


@dataclass(frozen=True)
class _Post:
    """The letters of a case by the ids of their sources, in the order of their paths; `bearer` finds one by its id."""

    sources: Mapping[str, Source]
    bearer: Mapping[str, str]
    addresses: frozenset[str]

    def letter(self, node: str) -> Letter:
        """The letter of a source."""
        return self.sources[node].letter or Letter()

    def order(self, node: str) -> tuple[str, str, str]:
        """By when it was sent, then where it lies; a letter without a date comes last."""
        source = self.sources[node]
        return instant(self.letter(node).sent) or "9999", source.path, source.id

    def before(self, node: str) -> tuple[list[str], _How]:
        """The letters that a letter names as those before it, the oldest first, and the header that does."""
        letter = self.letter(node)
        if named := self._named(node, letter.references):
            return named, "references"
        return self._named(node, (letter.in_reply_to,) if letter.in_reply_to else ()), "reply"

    def _named(self, node: str, ids: Iterable[str]) -> list[str]:
        found = dict.fromkeys(self.bearer.get(id, id) for id in ids if self._is_id(id))
        return [other for other in found if other not in (node, self.letter(node).message_id)]

    def _is_id(self, id: str) -> bool:
        """Old programs put the address of who is answered where the id of the letter should stand."""
        return id in self.bearer or id[1:-1].lower() not in self.addresses


@dataclass
class _Tree:
    """A thread as it is being gathered."""

    letters: list[Answering] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def threads(dossier: Dossier) -> list[Thread]:
    """Return the threads of a case, sorted by id: letters of which one at least answers another, there or not."""
    post = _post(dossier)
    ties = _ties(post)
    _cut_circles(ties, post)
    trees = _with_copies(dict(_trees(ties, post)), post)
    made = [_thread(tree, post) for tree in trees if any(one.how for one in tree.letters)]
    return sorted(made, key=lambda thread: thread.id)


def _post(dossier: Dossier) -> _Post:
    """The letters of a case, without those that are the same letter again: what a mail holds may bear its id."""
    ordered = sorted((one for one in dossier.sources if one.letter), key=lambda one: (one.path, one.id))
    ids = {one.id: one.letter.message_id for one in ordered if one.letter and one.letter.message_id}
    kept = {one.id: one for one in ordered if one.id not in ids or ids[one.id] != ids.get(one.parent or "")}
    bearer: dict[str, str] = {}
    for id in kept:
        if id in ids:
            bearer.setdefault(ids[id], id)
    letters = [one.letter for one in kept.values() if one.letter]
    return _Post(kept, bearer, frozenset(chain.from_iterable((one.sender or "", *one.parties) for one in letters)))


def _ties(post: _Post) -> dict[str, _Tie]:
    """What each letter answers, the missing ones too as far as others tell."""
    named = {node: post.before(node) for node in post.sources}
    ties = {node: _Tie(others[-1], how) for node, (others, how) in named.items() if others}
    for others, how in named.values():
        for older, younger in pairwise(others):
            ties.setdefault(younger, _Tie(older, how))
    subjects = Subjects({node: post.letter(node) for node in post.sources})
    for node in post.sources:
        if node not in ties and (answered := subjects.answered(node)):
            ties[node] = _Tie(answered, "subject")
    return ties


def _cut_circles(ties: dict[str, _Tie], post: _Post) -> None:
    """Where letters answer each other in a circle, cut the weakest tie: one by subject, then one that others tell.

    Of ties as good, that of the earliest letter is cut, which cannot answer a later one.
    """

    def strength(node: str) -> tuple[bool, bool, tuple[str, ...]]:
        there = node in post.sources
        return ties[node].how != "subject", there, post.order(node) if there else (node,)

    settled: set[str] = set()
    for start in list(ties):
        walked: dict[str, None] = {}
        node = start
        while node in ties and node not in settled and node not in walked:
            walked[node] = None
            node = ties[node].parent
        if node in walked:
            circle = list(walked)
            del ties[min(circle[circle.index(node) :], key=strength)]
        settled |= walked.keys()


def _trees(ties: Mapping[str, _Tie], post: _Post) -> Iterator[tuple[str, _Tree]]:
    """Each thread by what it begins with, in the order of the earliest letters."""
    began = _began(ties, post)
    answers: dict[str, list[str]] = defaultdict(list)
    for node in sorted(began, key=lambda node: (began[node], node)):
        answers[ties[node].parent if node in ties else ""].append(node)
    for root in answers[""]:
        tree = _Tree()
        waiting: list[tuple[str, str | None]] = [(root, None)]
        while waiting:
            node, nearest = waiting.pop()
            if node in post.sources:
                tree.letters.append(_answering(node, nearest, ties.get(node), post))
                nearest = node
            else:
                tree.missing.append(node)
            waiting += [(answer, nearest) for answer in reversed(answers[node])]
        yield root, tree


def _began(ties: Mapping[str, _Tie], post: _Post) -> dict[str, tuple[str, str, str]]:
    """The order of every letter; a missing one has that of the earliest letter that leads back to it."""
    began = {node: post.order(node) for node in post.sources}
    for node in sorted(post.sources, key=post.order):
        above = ties[node].parent if node in ties else None
        while above is not None and above not in began:
            began[above] = began[node]
            above = ties[above].parent if above in ties else None
    return began


def _answering(node: str, nearest: str | None, tie: _Tie | None, post: _Post) -> Answering:
    if tie is None:
        return Answering(node)
    missing = None if tie.parent in post.sources else tie.parent
    return Answering(node, nearest, tie.how, missing)


def _with_copies(trees: Mapping[str, _Tree], post: _Post) -> Iterator[_Tree]:
    """The threads, those joined that hold the same letter: its id, and its subject or the minute it was sent."""
    home = {one.source: root for root, tree in trees.items() for one in tree.letters}
    joined = {root: root for root in trees}

    def whole(root: str) -> str:
        while joined[root] != root:
            joined[root] = joined[joined[root]]
            root = joined[root]
        return root

    for node, source in post.sources.items():
        letter = source.letter or Letter()
        first = post.bearer.get(letter.message_id or "", node)
        if _same(letter, post.letter(first)):
            joined[whole(home[node])] = whole(home[first])
    parts: dict[str, _Tree] = defaultdict(_Tree)
    for root, tree in trees.items():
        parts[whole(root)].letters += tree.letters
        parts[whole(root)].missing += tree.missing
    yield from parts.values()


def _same(left: Letter, right: Letter) -> bool:
    subject = bare(left.subject)
    return bool(subject and subject == bare(right.subject)) or (left.sent is not None and left.sent == right.sent)


def _thread(tree: _Tree, post: _Post) -> Thread:
    letters = [post.letter(one.source) for one in tree.letters]
    people = {party for letter in letters for party in (letter.sender, *letter.parties) if party}
    sent = sorted((letter.sent for letter in letters if letter.sent and instant(letter.sent)), key=instant)
    return Thread(
        id=digest("thread", *sorted(one.source for one in tree.letters)),
        subject=next((told for told in (without_reply(letter.subject) for letter in letters) if told), ""),
        letters=tuple(tree.letters),
        participants=tuple(sorted(people)),
        missing=tuple(dict.fromkeys(tree.missing)),
        first=sent[0] if sent else None,
        last=sent[-1] if sent else None,
    )
