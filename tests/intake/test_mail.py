"""Mail gives its headers, its body once, and a member for all that it carries."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceBroken
from greffier.intake.mail import Mail
from greffier.intake.mailbox import Mailbox
from greffier.records import Leaf, Member


def message(body="Le quai est vide.", **headers):
    made = EmailMessage()
    made["From"], made["To"] = "Odile Marès <odile@quai.example>", "yann@quai.example"
    for name, value in headers.items():
        made[name] = value
    made.set_content(body)
    return made


def opened(file):
    records = list(Mail().open(file, "x.eml", Limits()))
    leaves = [record for record in records if isinstance(record, Leaf)]
    return "\n".join(leaf.text for leaf in leaves), [record for record in records if isinstance(record, Member)]


def test_headers_then_body(untrusted):
    text, members = opened(untrusted(message(Subject="Pesée à 7 h", Date="Fri, 17 Mar 2023 09:00:00 +0100").as_bytes()))
    assert text == (
        "From: Odile Marès <odile@quai.example>\nTo: yann@quai.example\n"
        "Date: Fri, 17 Mar 2023 09:00:00 +0100\nSubject: Pesée à 7 h\n\nLe quai est vide."
    )
    assert members == []


def test_of_two_forms_of_a_text_the_plain_one_is_shown(untrusted):
    made = message()
    made.add_alternative("<p>Le quai est <b>vide</b>.</p>", subtype="html")
    assert opened(untrusted(made.as_bytes()))[0].count("quai est") == 1


def test_html_alone_is_shown_as_text(untrusted):
    made = message()
    made.set_content("<p>Le quai est <b>vide</b>.</p><script>x</script>", subtype="html")
    text, members = opened(untrusted(made.as_bytes()))
    assert text.endswith("\n\nLe quai est vide.")
    assert members == []


def test_attachments_are_members_under_safe_names(untrusted):
    made = message()
    for _ in range(2):
        made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="../../annexe.pdf")
    text, members = opened(untrusted(made.as_bytes()))
    assert members == [Member("annexe.pdf", b"%PDF-"), Member("annexe (2).pdf", b"%PDF-")]
    assert "Attachment: annexe.pdf\nAttachment: annexe (2).pdf" in text


def test_forwarded_messages_are_members(untrusted):
    made = message()
    made.add_attachment(message("Le premier message.", Subject="Avant: tout"))
    text, [member] = opened(untrusted(made.as_bytes()))
    assert member.name == "Avant  tout.eml"
    assert b"Le premier message." in member.content
    assert "premier message" not in text


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"Subject: =?utf-8?q?Pes=C3=A9e?=\n =?utf-8?b?IGR1IDE3?=", "Subject: Pesée du 17"),
        (b"Subject: Pes\xe9e", "Subject: Pesée"),
        ("Subject: Pesée".encode(), "Subject: Pesée"),
        (b"Subject: =?no-such-charset?q?Pes=E9e?=", "Subject: Pesée"),
        (b"Subject: =?utf-8?b?!!!?=", "Subject:"),
    ],
)
def test_damaged_headers_are_read_as_well_as_can_be(untrusted, raw, told):
    assert told in opened(untrusted(raw + b"\nFrom: odile@quai.example\n\nbody"))[0]


def test_a_body_in_another_encoding_than_it_tells(untrusted):
    raw = b"From: a@quai.example\nSubject: x\nContent-Type: text/plain; charset=us-ascii\n\nLe d\xe9p\xf4t ferm\xe9"
    assert opened(untrusted(raw))[0].endswith("Le dépôt fermé")


def test_parts_in_parts_without_end_do_not_recurse_here(untrusted):
    raw = b"From: a@quai.example\nSubject: x\n"
    for number in range(60):
        raw += f'Content-Type: multipart/mixed; boundary="b{number}"\n\n--b{number}\n'.encode()
    assert "Subject: x" in opened(untrusted(raw + b"Content-Type: text/plain\n\ndeep\n"))[0]


def test_a_header_bomb_is_cut(untrusted):
    text, _ = opened(untrusted(b"From: a@quai.example\nSubject: " + b"x" * 5_000_000 + b"\n\nbody"))
    assert len(text) < 30_000


def test_an_empty_message_is_broken(untrusted):
    with pytest.raises(SourceBroken):
        opened(untrusted(b"X-Nothing: here\n\n"))


def test_a_mailbox_gives_its_messages(untrusted):
    content = b""
    for number in range(3):
        content += b"From odile Thu May  4 10:00:00 2023\r\n" + message(f"Numéro {number}").as_bytes() + b"\r\n"
    members = list(Mailbox().open(untrusted(content), "x.mbox", Limits()))
    assert [member.name for member in members] == [f"message 0000{number}.eml" for number in (1, 2, 3)]
    assert all(member.content.startswith(b"From: ") for member in members)
