"""Views over the case, recomputed from what was read and from what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from greffier.records.custody import Decision
from greffier.records.found import Call, MentionKind, Modality
from greffier.records.values import Citation, Quantity, Span, Time

NameKind = Literal["legal", "alias", "nickname", "acronym", "former", "changed", "ocr_variant"]
FindingKind = Literal["contradiction", "breach", "gap", "balance", "overlap"]


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex that a piece announces, by its label ("3", "B"), or `count` of them without one. A view, recomputed.

    `there` says how many of them were found, `place` the page (or the file) that bears the label; `span` announces it.
    """

    id: str
    piece: str
    label: str | None
    count: int
    there: int
    status: Literal["there", "absent", "unknown"]
    span: Span
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """A page that says again what an earlier one (`other`, by path, then number) says. A view, recomputed.

    `copy`: the same, whatever the scan or the file; `version`: the same document with other words or numbers in places;
    `excerpt`: one stands in the other. `containment` is the share of the page that stands in the other one, `contained`
    the share of the other one that stands in the page (0 to 1, by characters of words that are the same or misread).
    `differences` counts the places where the words differ otherwise.
    """

    id: str
    page: str
    other: str
    kind: Literal["copy", "version", "excerpt"]
    containment: float
    contained: float
    differences: int


class Answering(NamedTuple):
    """The place of a letter in its thread. `source` is the letter, `parent` the nearest one before it in the case.

    `how` says what ties it to what it answers: its `references`, its `reply` header, or only its `subject`. `missing`
    is the id of the letter that it answers where that one is not in the case.
    """

    source: str
    parent: str | None = None
    how: Literal["references", "reply", "subject"] | None = None
    missing: str | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """Letters that answer each other, the first one first, each before its answers. A view, recomputed.

    `subject` is that of the first letter that has one, without "Re:". `missing` are ids of letters that others name and
    that are not in the case. `first` and `last` are when the earliest and the latest of its letters were sent.
    """

    id: str
    subject: str
    letters: tuple[Answering, ...]
    participants: tuple[str, ...]
    missing: tuple[str, ...] = ()
    first: Time | None = None
    last: Time | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """Which fact an event tells: events of one `group` tell the same; `id` is the id of the event."""

    id: str
    group: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence for a judgement; `weight` is a log-odds."""

    text: str
    weight: float
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two names (ids of name keys) are one entity, by whom (`machine` or a person) and why."""

    id: str
    left: str
    right: str
    verdict: Literal["same", "different", "unsure"]
    score: float
    reasons: tuple[Reason, ...]
    by: str = "machine"


@dataclass(frozen=True, slots=True)
class NameForm:
    """One name of an entity, the kind of name it is, and where it stands."""

    value: str
    kind: NameKind
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something, over all its names. `keys` are the name keys joined here, `mentions` mention ids."""

    id: str
    kind: MentionKind
    name: str
    names: tuple[NameForm, ...]
    roles: tuple[str, ...]
    mentions: tuple[str, ...]
    keys: tuple[str, ...]
    pages: int = 0
    protected: bool = False
    publish_as: str | None = None


@dataclass(frozen=True, slots=True)
class Undecided:
    """Two entities that may be one: what would go from the one seen less often to the other, and who looked already.

    `events` and `findings` are those that its mentions stand in. `looked` are decisions that leave the pair open.
    """

    judgement: Judgement
    left: Entity
    right: Entity
    mentions: int
    events: int
    findings: int
    looked: tuple[Decision, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether two people contradict each other on it."""
        return self.judgement.by != "machine"


@dataclass(frozen=True, slots=True)
class Outsider:
    """Somebody or something that a file from elsewhere knows; nothing of it is a fact of the case.

    `kinds` are those of the case that it may be, `births` ISO dates or their beginnings, `numbers` what identifies it.
    """

    id: str
    schema: str
    kinds: tuple[MentionKind, ...]
    names: tuple[str, ...]
    births: tuple[str, ...] = ()
    numbers: tuple[tuple[MentionKind, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity of the case that may be an outsider: the sum of the log-odds, and what speaks for and against."""

    outsider: Outsider
    entity: Entity
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A file from elsewhere beside a case: who may be who, how many were looked at, and what was left aside and why."""

    candidates: tuple[Candidate, ...]
    looked_at: int
    left_aside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation: the line of call records it stands on, and the pages that tell what was said in it.

    `ends` are the numbers, each with the names that pages give to it, the caller first if it is `directed`; `speakers`
    those who are told to speak. `hours` is what the clock of the transcript is behind that of the record;
    `same_length` is None where one of them does not say how long it lasted. Without `call` or `heard` one is missing.
    """

    id: str
    start: Time
    line: str
    call: Call | None
    heard: tuple[Citation, ...]
    ends: tuple[tuple[str, tuple[str, ...]], ...]
    directed: bool = True
    speakers: tuple[str, ...] = ()
    hours: int = 0
    same_length: bool | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie between two entities, with the pages that say so.

    `origins` are what those come from in the end: speakers (entity ids), else documents, of which copies are one. Their
    number is how strong the tie is.
    """

    id: str
    type: str
    source_entity: str
    target_entity: str
    citations: tuple[Citation, ...]
    time: Time | None = None
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a way between two names: from one entity to the next, over every tie between them."""

    source: str
    target: str
    relations: tuple[Relation, ...]

    @property
    def origins(self) -> frozenset[str]:
        """What the ties come from, each once."""
        return frozenset(origin for relation in self.relations for origin in relation.origins)


@dataclass(frozen=True, slots=True)
class Flow:
    """A ledger line: so much of a good went from one holder to another. Computed lines carry their formula.

    `tellings` are the events that tell it; a line that a person entered has none.
    """

    id: str
    good: str
    quantity: Quantity
    origin: str | None
    target: str | None
    status: Literal["stated", "computed", "entered"]
    citations: tuple[Citation, ...]
    time: Time | None = None
    formula: str | None = None
    group: str | None = None
    tellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Balance:
    """What a holder received, gave and should still have of one good; `unaccounted_*` is what no page explains."""

    id: str
    good: str
    holder: str
    unit: str
    in_low: Decimal
    in_high: Decimal
    out_low: Decimal
    out_high: Decimal
    low: Decimal
    high: Decimal
    unaccounted_low: Decimal
    unaccounted_high: Decimal
    flows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that would change what a holder is reckoned to have, with the lines and pages it stands on.

    `range`: an amount that is no single number; `may_be_one`: two lines that may be one movement; `no_side`: a line
    that does not say from or to whom; `name`: lines of a `name` that may be the holder's; `not_counted`: what a page
    denies, plans or says in nobody's name; `poor`: a line on pages that were badly read.
    """

    kind: Literal["range", "may_be_one", "no_side", "name", "not_counted", "poor"]
    flows: tuple[Flow, ...]
    citations: tuple[Citation, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A balance with the lines that prove it, and what would change it. No formula where only one side is told."""

    balance: Balance
    came: tuple[Flow, ...]
    went: tuple[Flow, ...]
    formula: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry of the timeline: when, what (in the words of the page), who, where; `kind` is an event type.

    Or `act`, `written`, `received`: when the act of a piece was done, when it was written down, when it came in.
    `standing` is `fact`, or what the page makes of it: `denied`, `alleged`, `planned`, `hypothetical`.
    """

    id: str
    time: Time
    kind: str
    text: str
    piece: str
    entities: tuple[str, ...]
    citations: tuple[Citation, ...]
    standing: Modality | Literal["denied"] = "fact"
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """So many `days` without a dated fact, between two moments; `vague` counts the times that may lie in between."""

    before: Moment
    after: Moment
    days: int
    vague: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """An innocent explanation that must be ruled out before a finding is used."""

    en: str
    fr: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A question to put, never an accusation: two pages that disagree, a rule that may not have been kept."""

    id: str
    rule: str
    kind: FindingKind
    severity: Literal["high", "medium", "low"]
    certainty: Literal["certain", "possible"]
    title_en: str
    title_fr: str
    citations: tuple[Citation, ...]
    explanations: tuple[Explanation, ...] = ()
    scope: str | None = None
    status: Literal["open", "confirmed", "dismissed"] = "open"
    note: str | None = None
