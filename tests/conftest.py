"""A small invented box of files for the tests of the whole line: every format once, a duplicate, a broken one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from hypothesis import HealthCheck, settings
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import greffier

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")  # a busy machine is no failure

REPORT = """PROCÈS-VERBAL
L'an deux mille vingt-trois, le seize mars à sept heures dix,
Nous, Aline DORVEAU, brigadière de police, constatons ce qui suit.
Le nommé Bastien KERLEVEN, alias « Le Phare », né le 4 mai 1981, remet
12 kg de cocaïne à Odile MARCHEVAL devant le hangar.
La ligne 06 39 98 12 34 est utilisée par Bastien KERLEVEN.
Il déclare : « Je n'ai rien vu partir ce soir-là. »
Dont procès-verbal."""


def pdf(pages: list[str], folio: str | None = None) -> bytes:
    """A born-digital PDF with these texts, stamped from a first folio on."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for number, text in enumerate(pages):
        canvas.setFont("Times-Roman", 11)
        if folio:
            canvas.drawRightString(560, 815, f"{folio[0]}{int(folio[1:]) + number:04d}")
        for line, words in enumerate(text.split("\n")):
            canvas.drawString(60, 760 - 16 * line, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The modules that take longest come first, so that no process waits for the other at the end."""
    long = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(autouse=True, scope="session")
def _no_sample() -> Iterator[None]:
    """Sound pages are not compared with their picture, which takes seconds a page; tests of that say so themselves."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GREFFIER_DISTRUST_SAMPLE", "0")
        yield


@pytest.fixture(scope="session")
def box(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each kind of file once, a duplicate and a broken one."""
    folder = tmp_path_factory.mktemp("given") / "box"
    (folder / "copies").mkdir(parents=True)
    (folder / "report.pdf").write_bytes(pdf([REPORT, "Suite du rapport. Le camion repart à 22 h 15."], "D0001"))
    (folder / "copies" / "report.pdf").write_bytes((folder / "report.pdf").read_bytes())
    (folder / "cut.pdf").write_bytes(pdf([REPORT])[:700])
    (folder / "note.txt").write_bytes("Le dépôt était fermé à clé depuis l'été.".encode("cp1252"))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "page.html").write_text("<h1>Port</h1><p>The ship left on 12 May 2022.</p>", encoding="utf-8")
    (folder / "bank.csv").write_bytes("Date;Libellé;Débit\n16/03/2023;Virement KERLEVEN;1 250,00\n".encode("cp1252"))
    _office(folder)
    (folder / "mail.eml").write_bytes(_mail())
    return folder


def _office(folder: Path) -> None:
    document = Document()
    document.add_paragraph("Note de synthèse : 12 kg remis, 4 kg saisis le 17 mars 2023.")
    document.save(str(folder / "note.docx"))
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Appelant", "Appelé", "Début"])
    book.active.append(["0639981234", "0639985678", "2023-03-16 07:10"])
    book.save(folder / "calls.xlsx")
    with zipfile.ZipFile(folder / "sent.zip", "w") as archive:
        archive.writestr("inner/lettre.txt", "La lettre du 3 avril 2023.")
        archive.writestr("../outside.txt", "Un nom qui veut sortir du dossier.")


def _mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = "aline@exemple.example", "odile@exemple.example"
    mail["Date"], mail["Subject"] = "Fri, 17 Mar 2023 09:00:00 +0100", "Pesée"
    mail.set_content("La pesée est en pièce jointe.")
    mail.add_attachment(pdf(["Annexe : 4 kg nets."]), maintype="application", subtype="pdf", filename="annexe.pdf")
    return mail.as_bytes()


QUAY = {
    "statement.txt": """PROCES-VERBAL D'AUDITION
Le 14 avril 2023 à 9 heures, Nous, Aline DORVEAU, brigadière de police, entendons Bastien KERLEVEN.
Le 3 avril 2023, Bastien KERLEVEN a remis 12 kg de cocaïne à Odile MARCHEVAL devant le hangar.
Le 5 avril 2023, Odile MARCHEVAL a remis 9 kg de cocaïne à Yann TREBEURDEN.
La ligne 06 39 98 12 34 est utilisée par Bastien KERLEVEN.
Le 6 avril 2023, Odile MARCHEVAL a rencontré Yann TREBEURDEN à Lorient.
""",
    "report.txt": """RAPPORT
Le 20 avril 2023, Nous, Paul ESTERLIN, lieutenant de police, rapportons ce qui suit.
Le 3 avril 2023, Bastien KERLEVEN remet 12 kg de cocaïne à Odile MARCHEVAL.
Le 4 avril 2023, Bastien KERLEVEN a versé 8 000 euros à Luc ANDRIEU.
Le 9 mai 2023, Yann TREBEURDEN a rencontré Luc ANDRIEU à Nantes.
B. KERLEVIN a appelé Luc ANDRIEU le 10 mai 2023.
Odile MARCHEVALLE est vue à Brest le 11 mai 2023.
""",
    "note.txt": """NOTE
On 2 June 2023, Mrs Odile Marcheval paid 500 euros to Yann Trebeurden.
MARCHEVAL O. was seen with Kerleven in Brest on 3 June 2023.
""",
}


@pytest.fixture
def quay(tmp_path: Path) -> Iterator[greffier.Case]:
    """A small case on which people decide: one doubtful name, one delivery told twice, three kilograms left over."""
    for name, text in QUAY.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with greffier.open_case(tmp_path / "case", create=True, runner="serial") as case:
        case.add(*(tmp_path / name for name in QUAY))
        yield case
