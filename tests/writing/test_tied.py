"""What leads to a protected person without being a name."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from greffier.citing import span
from greffier.records import Link, Piece, Relation
from greffier.writing.check import check
from greffier.writing.export import export
from greffier.writing.tied import with_identifiers


def linked(desk: Any) -> None:
    page = desk.write("D0200", "Bruno TALVERNE utilise la ligne 06 11 22 33 44. Le bureau a le 01 55 66 77 88.")
    who = desk.says(page, "Bruno TALVERNE", "person", normalised="bruno talverne")
    line = desk.says(page, "06 11 22 33 44", "phone", normalised="0611223344")
    desk.says(page, "01 55 66 77 88", "phone", normalised="0155667788")
    entity = next(each for each in desk.records if getattr(each, "publish_as", None) == "Marc")
    desk.records[desk.records.index(entity)] = replace(entity, mentions=(who.id,))
    desk.records.append(Link("l", "line", who.id, line.id, span(page, 0, 10), "test"))


def test_a_linked_line_is_a_leak(desk: Any) -> None:
    linked(desk)
    body = "Someone called 06.11.22.33.44 then. [@D0200] The office has 01 55 66 77 88. [@D0200]"
    claims = check(f"---\ntitle: Night\n---\n\n{body}\n", desk, desk.read)
    assert [claim.verdict == "leak" for claim in claims] == [False, True, False]


def test_a_safe_export_masks_it(desk: Any, tmp_path: Path) -> None:
    linked(desk)
    export(desk, tmp_path, ["pages"], safe=True)
    text = (tmp_path / "pages.jsonl").read_text(encoding="utf-8")
    assert "06 11 22 33 44" not in text
    assert "01 55 66 77 88" in text


def test_a_relation_ties_a_plate(desk: Any) -> None:
    plate = desk.called("AB-123-CD", kind="plate")
    other = desk.called("EF-456-GH", kind="plate")
    man = next(each for each in desk.records if getattr(each, "publish_as", None) == "Marc")
    desk.records.append(Relation("r", "line", man.id, plate.id, ()))
    hidden = {each.id for each in with_identifiers(desk) if each.protected}
    assert plate.id in hidden
    assert other.id not in hidden


def test_a_signature_ties_what_stands_under_the_name(desk: Any) -> None:
    page = desk.write("D0201", "Voici le relevé de 06 99 88 77 66.\n\nBruno Talverne\nTél. 07 12 13 14 15\n")
    mail = next(each for each in desk.records if isinstance(each, Piece) and page.id in each.pages)
    desk.records[desk.records.index(mail)] = replace(mail, kind="mail")
    desk.teach("07 12 13 14 15", "phone", normalised="0712131415")
    desk.teach("06 99 88 77 66", "phone", normalised="0699887766")
    hidden = {each.name for each in with_identifiers(desk) if each.protected}
    assert "0712131415" in hidden
    assert "0699887766" not in hidden


def test_nobody_protected_changes_nothing(desk: Any) -> None:
    desk.records = [each for each in desk.records if not getattr(each, "protected", False)]
    assert not any(each.protected for each in with_identifiers(desk))
