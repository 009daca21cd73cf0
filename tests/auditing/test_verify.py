"""Each promise, broken on purpose: verify tells it in a sentence, and says nothing of a case that holds."""

from __future__ import annotations

import hashlib
import io
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from greffier.auditing.log import catch_up, chain
from greffier.auditing.verify import verify
from greffier.citing import cite, span
from greffier.contracts import Work
from greffier.records import (
    Balance,
    Decision,
    Entity,
    Event,
    Finding,
    Flow,
    Judgement,
    Link,
    Mention,
    Page,
    Piece,
    Quantity,
    Relation,
    Sheet,
    Source,
    Time,
)
from greffier.storing.blobs_folder import FolderBlobs
from greffier.storing.records_sql import SqlRecords

SIGNED = {"by": "nadia", "at": "2026-05-04T10:00:00Z"}
TEXT = "Le 3 avril, douze kilos sont pesés devant témoin."
PAGE = Page(
    "p1", "s1", 1, "D0001", "born_digital", "A", "fr", TEXT, hashlib.sha256(TEXT.encode()).hexdigest(), 595.0, 842.0
)
DAY = Time("2023-04-03", "2023-04-03", "2023-04-03")
WEIGHT = Quantity(Decimal(12), Decimal(12), "kg", "mass")
SEEN = (cite(PAGE, 3, 10), cite(PAGE, 12, 23))


class Box:
    """A small case, sound until a test breaks it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "audit.log"
        self.blobs = FolderBlobs(folder / "blobs")
        self.records = SqlRecords(f"sqlite:///{folder}/case.db", chain)
        self.sha256, size = self.blobs.put(io.BytesIO(b"a scan"))
        self.source = Source("s1", "box/scan.pdf", self.sha256, "application/pdf", size)
        self.finish("receive", "box/scan.pdf", self.source)
        self.finish("open", "s1", replace(self.source, status="read", pages=2), PAGE, Sheet("sh2", "s1", 2))
        self.finish("divide", "s1", Piece("pc1", "s1", "report", None, None, ("p1",)))
        mentions = [Mention(f"m{at}", span(PAGE, at, at + 4), "date", "dates", "pc1", time=DAY) for at in (3, 12)]
        event = Event("e1", "weighing", "pc1", "events", SEEN, DAY)
        self.finish("read", "pc1", *mentions, event, Link("l1", "role", "m3", "m12", SEEN[0].span, "names"))
        self.records.derive(Work("resolve", 1, "case", ""), self.entities(), **SIGNED)
        self.records.decide(Decision("d1", "merge", ("person:a",), ("person:b",)), **SIGNED, note="merge")
        self.view(
            Relation("r1", "met", "en1", "en2", SEEN[:1]),
            Flow("fl1", "resin", WEIGHT, None, "en1", "stated", SEEN[:1]),
            Finding("f1", "weights", "contradiction", "high", "certain", "Why?", "Pourquoi ?", SEEN),
        )
        catch_up(self.records, self.file)

    def entities(self) -> list[Any]:
        return [
            Entity("en1", "person", "A", (), (), (), ("person:a", "person:b")),
            Entity("en2", "person", "C", (), (), (), ("person:c",)),
            Judgement("j1", "person:a", "person:b", "same", 9.0, ()),
            Judgement("j2", "person:a", "person:c", "different", -9.0, ()),
        ]

    def finish(self, step: str, input: str, *outputs: Any) -> None:
        self.records.finish(Work(step, 1, input, ""), outputs, **SIGNED)

    def view(self, *outputs: Any) -> None:
        self.records.derive(Work("assemble", 1, "case", ""), outputs, **SIGNED)

    def told(self) -> list[str]:
        catch_up(self.records, self.file)
        return self.verified()

    def verified(self) -> list[str]:
        return verify(self.records, self.blobs, self.file)

    def sql(self, statement: str) -> None:
        with sqlite3.connect(self.folder / "case.db") as database:
            assert database.execute(statement).rowcount > 0
        database.close()


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Box]:
    made = Box(tmp_path)
    yield made
    made.records.close()


def test_a_sound_case_has_nothing_to_tell(box: Box) -> None:
    assert box.told() == []


def test_a_case_worked_over_again_is_still_sound(box: Box) -> None:
    box.records.decide(Decision("d1", "merge", ("person:a",), ("person:b",), undone=True), **SIGNED, note="undo")
    box.finish("open", "s1", replace(box.source, status="read", pages=2), PAGE, Sheet("sh2", "s1", 2))
    box.view()
    assert box.told() == []


def test_it_says_what_it_checks(box: Box) -> None:
    seen: list[str] = []
    verify(box.records, box.blobs, box.file, seen.append)
    assert len(seen) == 9
    assert seen[0] == "the custody log"


class TestCustody:
    def test_a_file_that_lacks_lines(self, box: Box) -> None:
        box.finish("index", "s1")
        assert box.verified() == ["audit.log lacks the lines from 8 on."]

    def test_a_file_with_lines_too_many(self, box: Box) -> None:
        catch_up(box.records, box.file)
        box.sql("DELETE FROM acts WHERE seq = 7")
        box.sql("DELETE FROM work WHERE act = 7")
        box.sql("DELETE FROM records WHERE written_by = 7")
        assert box.verified() == ["audit.log has lines from 7 on that the case does not know."]

    def test_a_file_changed_by_hand(self, box: Box) -> None:
        box.file.write_bytes(box.file.read_bytes().replace(b'"nadia"', b'"someone"', 1))
        assert box.verified() == ["Line 1 of audit.log is not what the case says."]

    def test_a_file_that_is_none(self, box: Box) -> None:
        box.file.write_bytes(b"nothing of the kind\n")
        assert box.verified() == [
            "Checking the custody log stopped: Line 1 of audit.log is not a line of a custody log."
        ]

    def test_a_line_changed_on_both_sides(self, box: Box) -> None:
        box.sql("""UPDATE acts SET body = replace(body, '"by":"nadia"', '"by":"other"') WHERE seq = 2""")
        box.file.unlink()
        assert box.told() == ["Line 2 of the custody log was changed, or a line before it was taken out."]

    @pytest.mark.parametrize("kind", ["mention", "event", "page", "piece"])
    def test_a_record_changed_by_hand(self, box: Box, kind: str) -> None:
        box.sql(f"UPDATE records SET body = replace(body, '\"A\"', '\"B\"') || ' ' WHERE kind = '{kind}'")
        assert [told for told in box.told() if "made was changed since" in told]

    def test_an_earlier_body_changed_by_hand(self, box: Box) -> None:
        box.sql("UPDATE earlier SET body = replace(body, 'scan.pdf', 'other.pdf')")
        assert box.told() == ["What line 1 of the custody log (receive on box/scan.pdf) made was changed since."]

    def test_a_record_taken_out(self, box: Box) -> None:
        box.sql("DELETE FROM records WHERE id = 'm3'")
        assert box.told() == ["What line 4 of the custody log (read on pc1) made was changed since."]

    def test_a_record_put_in(self, box: Box) -> None:
        box.sql("INSERT INTO records SELECT kind, 'm99', owner, 99, 99, body FROM records WHERE id = 'm3'")
        assert box.told() == ["There are records that no work still standing has made, under the numbers 99."]

    def test_work_marked_by_hand(self, box: Box) -> None:
        box.sql("INSERT INTO work VALUES ('read', 'pc7', 1, '', 99)")
        assert box.told() == ["The work read on pc7 is marked as finished, but no line of the custody log says so."]

    def test_a_decision_taken_out(self, box: Box) -> None:
        box.sql("DELETE FROM records WHERE kind = 'decision'")
        assert "The decision d1 stands in the custody log, but is not in the case any more." in box.told()

    def test_a_decision_put_in(self, box: Box) -> None:
        box.sql("UPDATE records SET id = 'd2', body = replace(body, 'd1', 'd2') WHERE kind = 'decision'")
        assert "The decision d2 (merge) stands in no line of the custody log." in box.told()


class TestFiles:
    def test_altered_bytes(self, box: Box) -> None:
        box.blobs.path(box.sha256).chmod(0o600)
        box.blobs.path(box.sha256).write_bytes(b"another scan")
        assert "box/scan.pdf were altered" in box.told()[0]

    def test_missing_bytes(self, box: Box) -> None:
        box.blobs.path(box.sha256).unlink()
        assert box.told() == ["The bytes of box/scan.pdf are missing."]

    def test_a_page_too_few(self, box: Box) -> None:
        box.finish("open", "s1", replace(box.source, status="read", pages=3), PAGE)
        box.view()
        assert "box/scan.pdf has 3 pages, but 1 of them are in the case." in box.told()

    def test_a_refusal_without_a_reason(self, box: Box) -> None:
        box.finish("receive", "odd", Source("s9", "odd.exe", box.sha256, "application/x-dosexec", 6, "refused"))
        assert box.told() == ["odd.exe is refused without a reason."]

    def test_a_copy_of_nothing(self, box: Box) -> None:
        copy = Source("s9", "copy.pdf", box.sha256, "application/pdf", 6, "duplicate", duplicate_of="s8")
        box.finish("receive", "copy.pdf", copy)
        assert box.told() == ["copy.pdf is said to be a copy of a file that is not in the case."]

    def test_a_text_that_is_not_the_frozen_one(self, box: Box) -> None:
        box.finish("recognise", "sh2", replace(PAGE, id="p2", number=2, text="Other text."))
        assert box.told() == ["The text of page p2 is not the text that was frozen."]

    def test_a_piece_without_its_pages(self, box: Box) -> None:
        box.finish("divide", "s1", Piece("pc1", "s1", "report", None, None, ("p1", "p7")))
        assert "The piece pc1 has 1 pages that are not in the case." in box.told()


class TestAssertions:
    def test_a_quotation_that_does_not_stand(self, box: Box) -> None:
        wrong = replace(span(PAGE, 3, 7), exact="4 mai")
        box.finish("read", "pc1", Mention("m1", wrong, "date", "dates", "pc1"))
        assert "does not stand at 3 to 7 of page p1" in box.told()[0]

    def test_a_time_that_ends_before_it_begins(self, box: Box) -> None:
        time = Time("2023-04-03", "2023-04-03T09:00", "2023-04-03T08:00")
        box.finish("read", "pc1", Event("e1", "weighing", "pc1", "events", SEEN, time))
        assert "before it begins" in box.told()[0]

    @pytest.mark.parametrize("match", [None, "fuzzy"])
    def test_nothing_is_told_without_a_page(self, box: Box, match: Any) -> None:
        citations = (replace(SEEN[0], match=match),) if match else ()
        box.view(
            Relation("r1", "met", "en1", "en2", citations),
            Flow("fl1", "resin", WEIGHT, None, "en1", "stated", citations),
            Finding("f1", "r", "breach", "low", "possible", "", "", citations),
        )
        assert box.told() == [
            f"The {record} cites no page word for word." for record in ("relation r1", "flow fl1", "finding f1")
        ]

    def test_a_contradiction_needs_two_places(self, box: Box) -> None:
        same = (SEEN[0], replace(SEEN[0], stance="contradicts"))
        box.view(Finding("f1", "r", "contradiction", "low", "possible", "", "", same))
        assert box.told() == ["The finding f1 is called a contradiction but cites one place only."]

    def test_a_balance_the_wrong_way_round_that_counts_nothing(self, box: Box) -> None:
        zero = Decimal(0)
        amounts = (zero, zero, zero, zero, Decimal(5), Decimal(3), zero, zero)
        box.view(Balance("b1", "resin", "en1", "kg", *amounts, flows=("fl7",)))
        assert box.told() == [
            "The balance b1 has remaining amounts from 5 to 3, the wrong way round.",
            "The balance b1 counts flows that are not in the case.",
        ]

    def test_judgements_that_the_entities_do_not_keep(self, box: Box) -> None:
        one, two, *_ = box.entities()
        judged = [
            Judgement("j1", "person:a", "person:b", "different", -9.0, ()),
            Judgement("j2", "person:a", "person:c", "same", 9.0, ()),
        ]
        box.records.derive(Work("resolve", 1, "case", ""), [one, two, *judged], **SIGNED)
        assert box.told() == [
            "The names person:a and person:b were judged different, but are one entity.",
            "The names person:a and person:c were judged the same, but are two entities.",
        ]

    def test_a_name_of_two_entities(self, box: Box) -> None:
        one, two, *judged = box.entities()
        box.records.derive(Work("resolve", 1, "case", ""), [one, replace(two, keys=("person:b",)), *judged], **SIGNED)
        assert "The name person:b belongs to two entities, en1 and en2." in box.told()

    def test_damage_all_over_is_not_a_list_of_every_word(self, box: Box) -> None:
        wrong = replace(span(PAGE, 3, 7), exact="4 mai")
        box.finish("read", "pc1", *(Mention(f"m{n:03}", wrong, "date", "dates", "pc1") for n in range(300)))
        told = box.told()
        assert len(told) == 21
        assert told[-1] == "There are 280 more like these in the citations, dates and figures."
