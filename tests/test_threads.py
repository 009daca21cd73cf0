"""Mail through the whole line: a mailbox and a mail inside a mail become threads, shown and exported."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from click.testing import CliRunner

import greffier
from greffier.cli import greffier as command
from greffier.errors import NotInCase
from greffier.writing.export import export

PEOPLE = {"odile": "Odile VERNAY <Odile@quai.example>", "yann": "Yann OUDIN <yann@quai.example>"}


def letter(number: int, writer: str, other: str, **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = PEOPLE[writer], PEOPLE[other]
    made["Date"] = f"Fri, {16 + number} Mar 2023 09:00:00 +0100"
    made["Message-ID"] = f"<{number}@quai.example>"
    made["Subject"] = "La pesée" if number == 1 else "Re: La pesée"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(f"Pesée numéro {number}.")
    return made


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[greffier.Case]:
    box = tmp_path_factory.mktemp("threads") / "box"
    box.mkdir()
    first, second = letter(1, "odile", "yann"), letter(2, "yann", "odile", In_Reply_To="<1@quai.example>")
    lines = [b"From odile Thu May  4 10:00:00 2023\n" + one.as_bytes() + b"\n" for one in (first, second)]
    (box / "inbox.mbox").write_bytes(b"".join(lines))
    fourth = letter(4, "odile", "yann", References="<1@quai.example> <2@quai.example> <3@quai.example>")
    passed_on = EmailMessage()
    passed_on["From"], passed_on["To"] = "marthe@quai.example", "greffe@tribunal.example"
    passed_on["Message-ID"], passed_on["Subject"] = "<5@quai.example>", "TR: La pesée"
    passed_on.set_content("Ci-joint.")
    passed_on.add_attachment(fourth)
    (box / "passed-on.eml").write_bytes(passed_on.as_bytes())
    (box / "copy.eml").write_bytes(passed_on.as_bytes())
    with greffier.open_case(tmp_path_factory.mktemp("case"), create=True) as opened:
        opened.add(box)
        yield opened


def test_the_thread_runs_through_the_mailbox_and_the_mail_in_a_mail(case: greffier.Case, tmp_path: Path) -> None:
    [file] = export(case, tmp_path, ["threads"])
    [row] = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert (row["subject"], row["missing"]) == ("La pesée", ["<3@quai.example>"])
    assert row["participants"] == ["odile@quai.example", "yann@quai.example"]
    assert (row["first"]["earliest"], row["last"]["earliest"]) == ("2023-03-17T09:00", "2023-03-20T09:00")
    inbox = "box/inbox.mbox/message 0000"
    told = [(one["source"], one["parent"], one["how"], one["missing"]) for one in row["letters"]]
    assert told == [
        (f"{inbox}1.eml", None, None, None),
        (f"{inbox}2.eml", f"{inbox}1.eml", "reply", None),
        ("box/copy.eml/Re  La pesée.eml", f"{inbox}2.eml", "references", "<3@quai.example>"),
    ]


def test_a_source_tells_its_letter(case: greffier.Case, tmp_path: Path) -> None:
    [file] = export(case, tmp_path, ["sources"])
    rows = {row["path"]: row for row in map(json.loads, file.read_text(encoding="utf-8").splitlines())}
    assert rows["box/inbox.mbox"]["letter"] is None
    told = rows["box/inbox.mbox/message 00002.eml"]["letter"]
    assert (told["message_id"], told["in_reply_to"]) == ("<2@quai.example>", "<1@quai.example>")
    assert (told["from"], told["to"]) == ("yann@quai.example", ["odile@quai.example"])
    assert rows["box/passed-on.eml"]["status"] == "duplicate"


def test_threads_are_chosen_by_who_and_when(case: greffier.Case) -> None:
    assert len(case.threads()) == len(case.threads(who="ODILE@quai.example")) == 1
    assert case.threads(who="marthe@quai.example") == []
    assert len(case.threads(start="2023-03-20", end="2023-03-20")) == 1
    assert case.threads(start="2023-03-21") == case.threads(end="2023-03-16") == []
    with pytest.raises(NotInCase):
        case.threads(who="Nobody")


def test_the_command_shows_each_letter_under_the_one_it_answers(case: greffier.Case) -> None:
    run = CliRunner().invoke(command, ["-C", str(case.root), "threads"])
    lines = run.output.splitlines()
    assert lines[0] == "La pesée (3 letters, 1 missing)"
    assert lines[1].startswith("  2023-03-17 09:00  odile@quai.example  box/inbox.mbox")
    assert lines[3].startswith("      2023-03-20 09:00")
    assert lines[3].endswith("answers <3@quai.example>")
    assert CliRunner().invoke(command, ["-C", str(case.root), "threads", "--json"]).output.count("\n") == 1


def test_the_case_with_its_letters_holds(case: greffier.Case) -> None:
    assert case.verify() == []
