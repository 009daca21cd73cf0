"""The contract of Records, over every backend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greffier.auditing.log import chain, follows
from greffier.contracts import Records, Work
from greffier.plugins import RECORDS, load
from greffier.records import (
    Act,
    Citation,
    Dating,
    Decision,
    Entity,
    Event,
    Finding,
    Layout,
    Link,
    Mention,
    Page,
    Piece,
    Quantity,
    Relation,
    Sheet,
    Source,
    Span,
    Time,
    Word,
)

URLS = {"sqlite": "sqlite:///{}/case.db", "memory": "memory://"}
SIGNED: dict[str, str] = {"by": "nadia", "at": "2026-05-04T10:00:00Z"}


@pytest.fixture(params=sorted(RECORDS))
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Records]]:
    """Make one more empty set of records."""
    made: list[Records] = []

    def make() -> Records:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(load(RECORDS, request.param)(URLS[request.param].format(folder), chain))
        return made[-1]

    yield make
    for records in made:
        records.close()


@pytest.fixture
def records(make: Callable[[], Records]) -> Records:
    return make()


def source(id: str = "s1", status: Any = "waiting", parent: str | None = None) -> Source:
    return Source(id, f"box/{id}.pdf", "0" * 64, "application/pdf", 10, status, parent)


def page(id: str, owner: str = "s1", text: str = "Le quai était vide.") -> Page:
    return Page(id, owner, 1, "D0001", "born_digital", "A", "fr", text, "0" * 64, 595.0, 842.0)


def piece(id: str, *pages: str, owner: str = "s1") -> Piece:
    return Piece(id, owner, "report", None, None, pages)


def mention(id: str, owner: str = "pc1", at: str = "p1") -> Mention:
    return Mention(id, Span(at, 3, 7, "quai", "Le ", " était"), "place", "names", owner)


def unit(step: str, input: str, version: int = 1, told: str = "") -> Work:
    return Work(step, version, input, told)


def ids(records: Records, kind: type[Any], owner: str | None = None) -> list[str]:
    return [record.id for record in records.all(kind, owner=owner)]


class TestKeeping:
    def test_a_record_comes_back_as_it_went_in(self, records: Records) -> None:
        span = Span("p1", 0, 2, "62", "", " paquets")
        time = Time("2023-03-16/..", "2023-03-16", "", "Europe/Paris", True, "act", "relative")
        weight = Quantity(Decimal("58.90"), Decimal("60"), "kg", "mass", good="résine", approximate=True)
        kept = [
            page("p1", text="62 paquets — « l’été », œuvre 🕊"),
            Layout.of("p1", (Word(0, 2, 0.1, 0.2, 0.3, 0.4, 97), Word(3, 10, 0.5, 0.2, 0.9, 0.4, 12))),
            Mention("m1", span, "quantity", "quantities", "pc1", quantity=weight),
            Dating("pc1", act=time),
            Event("e1", "seizure", "pc1", "events", (Citation(span, "context", "normalised"),), time),
        ]
        records.finish(unit("read", "pc1"), kept, **SIGNED)
        for record in kept:
            assert records.get(type(record), record.id) == record

    def test_what_is_not_there_is_a_key_error(self, records: Records) -> None:
        with pytest.raises(KeyError):
            records.get(Page, "p1")
        records.finish(unit("open", "s1"), [page("p1")], **SIGNED)
        with pytest.raises(KeyError):
            records.get(Layout, "p1")

    def test_owners_are_those_that_the_records_say(self, records: Records) -> None:
        assert records.owners(Page) == {}
        records.finish(unit("open", "s1"), [page("p3"), page("p1"), page("p2", "s2")], **SIGNED)
        assert list(records.owners(Page).items()) == [("p1", "s1"), ("p2", "s2"), ("p3", "s1")]
        assert records.owners(Layout) == {}

    def test_all_are_in_the_order_of_their_ids(self, records: Records) -> None:
        records.finish(unit("open", "s1"), [page("p3"), page("p1"), page("p2", "s2")], **SIGNED)
        assert ids(records, Page) == ["p1", "p2", "p3"]
        assert records.count(Page) == 3
        assert records.count(Mention) == 0

    def test_owners(self, records: Records) -> None:
        span = Span("p1", 0, 2, "Le")
        link = Link("l1", "alias", "m1", "m2", span, "aliases")
        owned = [source("s2", parent="s1"), Sheet("sh1", "s1", 4), page("p1"), piece("pc1", "p1"), mention("m1"), link]
        records.finish(unit("open", "s1"), [*owned, mention("m2", "pc2"), page("p2", "s2")], **SIGNED)
        assert ids(records, Source, "s1") == ["s2"]
        assert ids(records, Sheet, "s1") == ["sh1"]
        assert ids(records, Page, "s1") == ["p1"]
        assert ids(records, Piece, "s1") == ["pc1"]
        assert ids(records, Mention, "pc1") == ["m1"]
        assert ids(records, Link, "p1") == ["l1"]
        assert ids(records, Mention, "nobody") == []

    def test_many_at_once(self, records: Records) -> None:
        records.finish(unit("open", "s1"), [page(f"p{n:04}") for n in range(1200)], **SIGNED)
        found = records.get_many(Page, [*(f"p{n:04}" for n in range(0, 1200, 2)), "nowhere"])
        assert len(found) == 600
        assert found["p0002"].id == "p0002"

    def test_reading_goes_on_while_writing(self, records: Records) -> None:
        records.finish(unit("open", "s1"), [page(f"p{n:04}") for n in range(4500)], **SIGNED)
        seen = 0
        for one in records.all(Page):
            seen += 1
            if seen % 1500 == 0:
                records.finish(unit("divide", one.id), [piece(f"pc{seen}", one.id)], **SIGNED)
        assert seen == 4500
        assert records.count(Piece) == 3


class TestWork:
    def test_done_needs_the_same_version_and_settings(self, records: Records) -> None:
        records.finish(unit("read", "pc1", 2, "tesseract"), [mention("m1")], **SIGNED)
        assert records.done(unit("read", "pc1", 2, "tesseract"))
        assert not records.done(unit("read", "pc1", 3, "tesseract"))
        assert not records.done(unit("read", "pc1", 2, "none"))
        assert not records.done(unit("read", "pc2", 2, "tesseract"))
        assert records.finished("read") == {"pc1": unit("read", "pc1", 2, "tesseract")}
        assert records.finished("open") == {}

    def test_a_rerun_replaces_its_outputs(self, records: Records) -> None:
        records.finish(unit("read", "pc1"), [mention("m1"), mention("m2")], **SIGNED)
        records.finish(unit("read", "pc2"), [mention("m3", "pc2")], **SIGNED)
        records.finish(unit("read", "pc1", 2), [mention("m2"), mention("m4")], **SIGNED)
        assert ids(records, Mention) == ["m2", "m3", "m4"]
        assert records.finished("read") == {"pc1": unit("read", "pc1", 2), "pc2": unit("read", "pc2")}

    def test_what_was_made_from_forgotten_records_is_forgotten(self, records: Records) -> None:
        records.finish(unit("receive", "box/s1.pdf"), [source()], **SIGNED)
        records.finish(unit("open", "s1"), [source(status="read"), page("p1")], **SIGNED)
        records.finish(unit("divide", "s1"), [piece("pc1", "p1")], **SIGNED)
        records.finish(unit("read", "pc1"), [mention("m1")], **SIGNED)
        records.finish(unit("read", "pc9"), [mention("m9", "pc9")], **SIGNED)
        records.finish(unit("open", "s1", 2), [source(status="read"), page("p2")], **SIGNED)
        assert (ids(records, Page), ids(records, Piece), ids(records, Mention)) == (["p2"], [], ["m9"])
        assert not records.done(unit("divide", "s1"))
        assert not records.done(unit("read", "pc1"))
        assert records.done(unit("read", "pc9"))
        assert records.done(unit("receive", "box/s1.pdf"))

    def test_work_done_before_is_not_made_from_it(self, records: Records) -> None:
        """A unit that revises the record that it was made from does not undo the unit that came before."""
        records.finish(unit("open", "s1"), [source(), Sheet("sh1", "s1", 1)], **SIGNED)
        records.finish(unit("weigh", "s1"), [source(status="read")], **SIGNED)
        records.finish(unit("recognise", "sh1"), [page("p1"), source(status="read")], **SIGNED)
        records.finish(unit("recognise", "sh1", 2), [page("p2"), source(status="read")], **SIGNED)
        assert records.done(unit("weigh", "s1"))
        assert ids(records, Page) == ["p2"]

    def test_a_revised_body_stands_until_its_unit_is_forgotten(self, records: Records) -> None:
        records.finish(unit("receive", "box/s1.pdf"), [source()], **SIGNED)
        records.finish(unit("open", "s1"), [source(status="broken")], **SIGNED)
        assert records.get(Source, "s1").status == "broken"
        assert records.count(Source) == 1
        records.finish(unit("open", "s1", 2), [], **SIGNED)
        assert records.get(Source, "s1").status == "waiting"

    def test_a_record_goes_with_its_first_maker(self, records: Records) -> None:
        records.finish(unit("open", "s0"), [source("s1", parent="s0")], **SIGNED)
        records.finish(unit("open", "s1"), [source("s1", "read", "s0"), page("p1")], **SIGNED)
        records.finish(unit("open", "s0", 2), [], **SIGNED)
        assert (ids(records, Source), ids(records, Page)) == ([], [])
        assert records.finished("open") == {"s0": unit("open", "s0", 2)}

    def test_of_two_records_with_one_id_the_last_stands(self, records: Records) -> None:
        records.finish(unit("open", "s1"), [page("p1", text="first"), page("p1", text="second")], **SIGNED)
        assert records.get(Page, "p1").text == "second"
        assert records.count(Page) == 1

    def test_many_units_in_one_call(self, records: Records) -> None:
        units = [(unit("read", f"pc{n}"), [mention(f"m{n}", f"pc{n}")]) for n in range(700)]
        records.finish_many(units, **SIGNED)
        records.finish_many(units[:650], **SIGNED)
        records.finish_many([], **SIGNED)
        assert records.count(Mention) == 700
        assert len(records.finished("read")) == 700
        assert len(list(records.acts())) == 1350

    def test_units_of_one_call_may_revise_each_other(self, records: Records) -> None:
        units = [
            (unit("receive", "box/s1.pdf"), [source()]),
            (unit("open", "s1"), [source(status="read"), page("p1")]),
        ]
        records.finish_many(units, **SIGNED)
        assert records.get(Source, "s1").status == "read"
        assert [records.sealed(act.seq) == act.outputs for act in records.acts()] == [True, True]

    def test_a_record_that_cannot_be_stored_leaves_nothing(self, records: Records) -> None:
        broken = page("p2", text="\ud800")
        with pytest.raises(UnicodeEncodeError):
            records.finish(unit("open", "s1"), [page("p1"), broken], **SIGNED)
        assert (ids(records, Page), list(records.acts()), records.version()) == ([], [], "")


class TestViews:
    def test_a_view_is_replaced_as_a_whole(self, records: Records) -> None:
        tie = Relation("r1", "met", "e1", "e2", ())
        records.finish(unit("read", "pc1"), [mention("m1")], **SIGNED)
        records.derive(
            unit("assemble", "case"), [tie, Finding("f1", "r", "gap", "low", "possible", "", "", ())], **SIGNED
        )
        records.derive(unit("assemble", "case", told="later"), [Relation("r2", "met", "e1", "e3", ())], **SIGNED)
        assert (ids(records, Relation), ids(records, Finding), ids(records, Mention)) == (["r2"], [], ["m1"])
        assert records.done(unit("assemble", "case", told="later"))
        assert not records.done(unit("assemble", "case"))

    def test_other_steps_are_left_alone(self, records: Records) -> None:
        records.derive(unit("resolve", "case"), [Entity("e1", "person", "A", (), (), (), ())], **SIGNED)
        records.derive(unit("assemble", "case"), [Relation("r1", "met", "e1", "e2", ())], **SIGNED)
        records.derive(unit("assemble", "case", 2), [], **SIGNED)
        assert (ids(records, Entity), ids(records, Relation)) == (["e1"], [])


class TestDecisions:
    def test_no_rerun_removes_a_decision(self, records: Records) -> None:
        records.finish(unit("open", "s1"), [page("p1")], **SIGNED)
        records.decide(Decision("d1", "merge", ("person:a",), ("person:b",), by="nadia"), **SIGNED, note="merge")
        records.finish(unit("open", "s1", 2), [], **SIGNED)
        records.derive(unit("resolve", "case"), [], **SIGNED)
        assert ids(records, Decision) == ["d1"]

    def test_undoing_is_deciding_again(self, records: Records) -> None:
        records.decide(Decision("d1", "confirm", ("f1",)), **SIGNED)
        records.decide(Decision("d1", "confirm", ("f1",), undone=True), **SIGNED, note="undo confirm")
        assert records.get(Decision, "d1").undone
        acts = list(records.acts())
        assert [(act.step, act.inputs, act.note) for act in acts] == [
            ("decide", ("d1",), None),
            ("decide", ("d1",), "undo confirm"),
        ]
        assert [records.sealed(act.seq) == act.outputs for act in acts] == [True, True]
        assert records.makers("d1") == [1, 2]


class TestCustody:
    def test_each_unit_has_one_line_that_follows_the_one_before(self, records: Records) -> None:
        records.finish_many([(unit("open", "s1"), [page("p1")]), (unit("open", "s2"), [])], **SIGNED)
        records.derive(unit("resolve", "case"), [], **SIGNED)
        acts = list(records.acts())
        assert [act.seq for act in acts] == [1, 2, 3]
        previous: Act | None = None
        for act in acts:
            assert follows(act, previous)
            previous = act
        assert [act.seq for act in records.acts(2)] == [2, 3]
        assert (acts[0].by, acts[0].at, acts[0].inputs) == ("nadia", "2026-05-04T10:00:00Z", ("s1",))

    def test_a_line_names_the_files_received_and_stays_short(self, records: Records) -> None:
        records.finish(unit("receive", "box/s1.pdf"), [source()], **SIGNED)
        records.finish(unit("open", "s1"), [page(f"p{n}") for n in range(500)], **SIGNED)
        received, opened = records.acts()
        assert f"blob:{'0' * 64}" in received.outputs
        assert len(opened.outputs) == 1
        assert opened.outputs[0].startswith("page:500:")

    def test_a_seal_is_empty_once_forgotten(self, records: Records) -> None:
        records.finish(unit("open", "s1"), [page("p1")], **SIGNED)
        records.finish(unit("open", "s1", 2), [page("p1")], **SIGNED)
        first, second = records.acts()
        assert records.sealed(first.seq) == ()
        assert records.sealed(second.seq) == second.outputs != ()
        assert records.makers("p1") == [2]

    def test_the_version_changes_with_everything_stored(self, records: Records) -> None:
        seen = [records.version()]
        records.finish(unit("open", "s1"), [page("p1")], **SIGNED)
        seen.append(records.version())
        records.decide(Decision("d1", "confirm", ("f1",)), **SIGNED)
        seen.append(records.version())
        records.derive(unit("resolve", "case"), [], **SIGNED)
        seen.append(records.version())
        assert len(set(seen)) == 4
        assert records.version() == seen[-1]


STEPS = {"open": (Page, "s"), "divide": (Piece, "s"), "read": (Mention, "pc")}
a_unit = st.tuples(
    st.sampled_from(sorted(STEPS)), st.integers(0, 2), st.integers(1, 2), st.lists(st.integers(0, 5), max_size=3)
)


def made(step: str, number: int, outputs: list[int]) -> tuple[str, list[Any]]:
    kind, prefix = STEPS[step]
    input = f"{prefix}{number}"
    if kind is Page:
        return input, [source(input, "read"), *(page(f"p{n}", input) for n in outputs)]
    if kind is Piece:
        return input, [piece(f"pc{n}", f"p{n}", owner=input) for n in outputs]
    return input, [mention(f"m{n}", input) for n in outputs]


@given(st.lists(st.lists(a_unit, min_size=1, max_size=3, unique_by=lambda one: one[:2]), max_size=8))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_backends_forget_alike(tmp_path_factory: pytest.TempPathFactory, batches: list[list[Any]]) -> None:
    """Whatever is finished in whatever order, every backend holds the same, and every standing seal is whole."""
    states = []
    for name in sorted(RECORDS):
        records: Records = load(RECORDS, name)(URLS[name].format(tmp_path_factory.mktemp("any")), chain)
        for batch in batches:
            units = [(step, *made(step, number, outputs), version) for step, number, version, outputs in batch]
            works = [(unit(step, input, version), outputs) for step, input, outputs, version in units]
            records.finish_many(works, **SIGNED)
        kinds = (Source, Page, Piece, Mention)
        seals = [(act.seq, records.sealed(act.seq)) for act in records.acts()]
        marks = {step: records.finished(step) for step in STEPS}
        states.append(([list(records.all(kind)) for kind in kinds], seals, marks, records.version()))
        standing = {(step, input) for step in STEPS for input in marks[step]}
        latest = {(act.step, act.inputs[0]): act for act in records.acts()}
        for act in records.acts():
            key = (act.step, act.inputs[0])
            stands = key in standing and latest[key] == act
            assert records.sealed(act.seq) == (act.outputs if stands else ())
        records.close()
    assert all(state == states[0] for state in states)
