"""The whole line on a small box: everything is accounted for, found, cited, decided on, exported and verified."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import greffier
from greffier.citing import stands
from greffier.records import Mention, Source


@pytest.fixture(scope="module")
def case(box: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[greffier.Case]:
    folder = tmp_path_factory.mktemp("case")
    with greffier.open_case(folder, create=True) as opened:
        opened.add(box)
        yield opened


def run(case: greffier.Case, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "greffier", "-C", str(case.root), *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)


def test_the_account_adds_up(case: greffier.Case) -> None:
    account = case.account()
    assert account.adds_up
    assert account.files == {"read": 11, "duplicate": 1, "broken": 2, "refused": 0}
    assert {source.path: source.reason for source in account.not_read}.keys() == {"box/cut.pdf", "box/empty.txt"}
    assert all(source.reason for source in account.not_read)
    assert account.waiting == 0


def test_members_have_paths_inside_their_file_and_cannot_leave_it(case: greffier.Case) -> None:
    paths = {source.path for source in case.all(Source)}
    assert {"box/mail.eml/annexe.pdf", "box/sent.zip/inner/lettre.txt"} <= paths
    assert not any(".." in path for path in paths)


def test_a_duplicate_keeps_both_places(case: greffier.Case) -> None:
    copies = {source.path: source for source in case.all(Source) if source.path.endswith("report.pdf")}
    assert copies["box/copies/report.pdf"].duplicate_of == copies["box/report.pdf"].id
    assert [page.folio for page in case.locate("box/copies/report.pdf")] == ["D0001", "D0002"]


def test_search_lands_on_the_page_and_its_words(case: greffier.Case) -> None:
    [hit] = case.search("cocaine MARCHEVAL")
    assert (hit.citation, hit.number) == ("[@D0001]", 1)
    assert {"cocaïne", "MARCHEVAL"} <= {span.exact for span in hit.spans}
    page = case.page(hit.page)
    assert all(stands(span, page) for span in hit.spans)


def test_every_mention_stands_on_its_page(case: greffier.Case) -> None:
    mentions = list(case.all(Mention))
    assert {"person", "date", "quantity", "phone"} <= {mention.kind for mention in mentions}
    assert all(stands(mention.span, case.page(mention.span.page)) for mention in mentions)


def test_an_alias_is_one_person_until_somebody_says_otherwise(case: greffier.Case) -> None:
    kerleven = case.entity("Le Phare")
    assert kerleven.name == "Bastien KERLEVEN"
    case.split("Le Phare", "another man")
    assert case.entity("Le Phare").id != case.entity("Bastien KERLEVEN").id
    case.undo()
    assert case.entity("Le Phare").id == kerleven.id


def test_adding_again_changes_nothing(case: greffier.Case, box: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in case.export(tmp_path / "before")}
    case.add(box)
    after = {path.name: path.read_bytes() for path in case.export(tmp_path / "after")}
    assert before == after


def test_the_same_files_give_the_same_export_in_another_case_and_runner(
    case: greffier.Case, box: Path, tmp_path: Path
) -> None:
    with greffier.open_case(tmp_path / "other", create=True, runner="serial") as other:
        other.add(box)
        there = {p.name: p.read_bytes() for p in other.export(tmp_path / "there") if p.stem != "acts"}
    here = {p.name: p.read_bytes() for p in case.export(tmp_path / "here") if p.stem != "acts"}
    assert here == there


def test_the_case_verifies_and_notices_a_change(case: greffier.Case, tmp_path: Path) -> None:
    assert case.verify() == []
    copy = tmp_path / "copy"
    shutil.copytree(case.root, copy)
    blob = next(path for path in (copy / ".greffier" / "blobs").rglob("*") if path.is_file() and path.stat().st_size)
    blob.chmod(0o600)
    blob.write_bytes(blob.read_bytes() + b"!")
    with greffier.open_case(copy) as changed:
        assert changed.verify()


def test_ask_answers_in_the_words_of_a_page_or_not_at_all(case: greffier.Case) -> None:
    told = case.ask("Combien de kilos de cocaïne Bastien KERLEVEN a-t-il remis ?")
    assert told.found
    assert any("12 kg" in sentence.text for sentence in told.sentences)
    assert not case.ask("Quel avocat défend Célestine Vauquelin ?").found


def test_the_command_line_says_what_is_wrong_in_one_line(case: greffier.Case, tmp_path: Path) -> None:
    missing = run(case, "add", str(tmp_path / "nowhere"))
    assert missing.returncode == 2
    assert "There is no file or folder" in missing.stderr
    assert len(missing.stderr.strip().splitlines()) == 1
    assert run(case, "people", "--json").returncode == 0
    nowhere = subprocess.run(
        [sys.executable, "-m", "greffier", "status"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert nowhere.returncode == 2
    assert "There is no case" in nowhere.stderr


def test_json_lines_on_standard_output(case: greffier.Case) -> None:
    rows = [json.loads(line) for line in run(case, "search", "camion", "--json").stdout.splitlines()]
    assert rows[0]["folio"] == "D0002"
    assert set(rows[0]) == {"source", "page", "folio", "snippet", "score"}


def test_two_processes_cannot_add_at_once(case: greffier.Case, box: Path) -> None:
    with case._alone():
        second = run(case, "add", str(box))
    assert second.returncode == 4
    assert "is adding to this case" in second.stderr


def test_a_case_of_a_newer_version_is_left_alone(box: Path, tmp_path: Path) -> None:
    import sqlite3

    greffier.open_case(tmp_path, create=True).close()
    with sqlite3.connect(tmp_path / ".greffier" / "case.db") as database:
        database.execute("update meta set value = '999' where name = 'schema'")
    with pytest.raises(greffier.CaseOfAnotherVersion):
        greffier.open_case(tmp_path)


def test_a_link_in_the_place_of_the_lock_is_not_followed(box: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("kept", encoding="utf-8")
    greffier.open_case(tmp_path / "case", create=True).close()
    (tmp_path / "case" / ".greffier" / "lock").unlink(missing_ok=True)
    (tmp_path / "case" / ".greffier" / "lock").symlink_to(precious)
    with greffier.open_case(tmp_path / "case") as stranger, pytest.raises(greffier.CaseDamaged):
        stranger.add(box)
    assert precious.read_text(encoding="utf-8") == "kept"


def test_a_protected_person_is_never_published_under_the_name(case: greffier.Case) -> None:
    with pytest.raises(greffier.WrongUsage):
        case.protect("Bastien KERLEVEN", "Bastien K.")


def test_lifting_a_protection_must_be_meant(case: greffier.Case) -> None:
    decision = case.protect("Bastien KERLEVEN", "Rémi")
    with pytest.raises(greffier.WrongUsage, match="Rémi"):
        case.undo()
    case.undo(decision.id)
    assert not case.entity("Bastien KERLEVEN").protected


def test_a_draft_is_found_in_the_folder_of_the_case(case: greffier.Case) -> None:
    (case.root / "draft.md").write_text("Nobody said anything.\n", encoding="utf-8")
    assert [claim.text for claim in case.check("draft.md").claims] == ["Nobody said anything."]
    with pytest.raises(greffier.GreffierError, match=r"no draft other\.md"):
        case.check("other.md")
