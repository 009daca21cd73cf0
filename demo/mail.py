"""E-mails as they leave a mail program, with a fixed boundary and message id."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr

from .source import Source


def message(source: Source, attachment: tuple[str, bytes] | None) -> bytes:
    """One RFC 5322 message; quoted-printable text, base64 attachment."""
    mail = EmailMessage(policy=SMTP)
    mail["Message-ID"] = f"<cavendish.{source.name}@courriel.example>"
    mail["Date"] = source.meta["date"]
    mail["From"] = _address(source.meta["from"])
    mail["To"] = _address(source.meta["to"])
    mail["Subject"] = source.meta["subject"]
    mail.set_content(source.pages[0] + "\n", cte="quoted-printable")
    if attachment:
        name, data = attachment
        mail.add_attachment(data, maintype="application", subtype="pdf", filename=name)
        mail.set_boundary("=_cavendish_" + source.name)
    return mail.as_bytes()


def _address(text: str) -> Address:
    name, spec = parseaddr(text)
    return Address(name, addr_spec=spec)
