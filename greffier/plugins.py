"""Every exchangeable part by name, as a dotted path `module:attribute`; built-in ones are listed like anyone else's.

A part is loaded when it is asked for, so that nothing heavy is imported for a command that does not need it.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from greffier.errors import WrongUsage

# What opens a media type. `identify` decides the media type from the bytes, never from the name alone.
FORMATS: dict[str, str] = {
    "application/pdf": "greffier.intake.pdf:Pdf",
    "text/plain": "greffier.intake.plain:Plain",
    "text/html": "greffier.intake.web:Web",
    "multipart/related": "greffier.intake.saved:SavedPage",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "greffier.intake.office:Word",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "greffier.intake.workbook:Workbook",
    "application/vnd.ms-excel": "greffier.intake.workbook:Workbook",
    "application/vnd.ms-excel.sheet.binary.macroenabled.12": "greffier.intake.workbook:Workbook",
    "text/csv": "greffier.intake.separated:Separated",
    "message/rfc822": "greffier.intake.mail:Mail",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "greffier.intake.slides:Slides",
    "application/vnd.oasis.opendocument.text": "greffier.intake.open_document:OpenDocument",
    "application/vnd.oasis.opendocument.spreadsheet": "greffier.intake.open_table:OpenTable",
    "application/vnd.oasis.opendocument.presentation": "greffier.intake.open_document:OpenDocument",
    "application/vnd.oasis.opendocument.text-flat-xml": "greffier.intake.one_xml:FlatText",
    "application/vnd.oasis.opendocument.spreadsheet-flat-xml": "greffier.intake.one_xml:FlatTable",
    "application/vnd.oasis.opendocument.presentation-flat-xml": "greffier.intake.one_xml:FlatText",
    "application/vnd.ms-wordml": "greffier.intake.one_xml:Word2003",
    "application/rtf": "greffier.intake.rich_text:RichText",
    "application/xml": "greffier.intake.plain:Plain",
    "application/epub+zip": "greffier.intake.book:Book",
    "application/mbox": "greffier.intake.mailbox:Mailbox",
    "application/zip": "greffier.intake.unpack:Zip",
    "application/x-tar": "greffier.intake.unpack:Tar",
    "application/gzip": "greffier.intake.unpack:Compressed",
    "application/x-bzip2": "greffier.intake.unpack:Compressed",
    "application/x-xz": "greffier.intake.unpack:Compressed",
    "application/x-7z-compressed": "greffier.intake.archive:Archive",
    "application/vnd.rar": "greffier.intake.archive:Archive",
    "application/vnd.ms-cab-compressed": "greffier.intake.archive:Archive",
    "application/x-iso9660-image": "greffier.intake.archive:Archive",
    "application/x-cpio": "greffier.intake.archive:Archive",
    "application/x-archive": "greffier.intake.archive:Archive",
    "application/x-lha": "greffier.intake.archive:Archive",
    "application/x-xar": "greffier.intake.archive:Archive",
    "application/warc": "greffier.intake.archive:Archive",
    "application/zstd": "greffier.intake.archive:Packed",
    "application/x-lz4": "greffier.intake.archive:Packed",
    "application/x-compress": "greffier.intake.archive:Packed",
    "application/x-lzip": "greffier.intake.archive:Packed",
    "application/x-ole-storage": "greffier.intake.ole_object:OleObject",
    "application/vnd.ms-tnef": "greffier.intake.winmail:Winmail",
    "application/vnd.ms-outlook": "greffier.intake.outlook:Outlook",
    "image/png": "greffier.intake.image:Picture",
    "image/jpeg": "greffier.intake.image:Picture",
    "image/tiff": "greffier.intake.image:Picture",
    "image/bmp": "greffier.intake.image:Picture",
    "image/gif": "greffier.intake.image:Picture",
    "image/webp": "greffier.intake.image:Picture",
    "image/avif": "greffier.intake.image:Picture",
    "image/jp2": "greffier.intake.image:Picture",
}

# What a program of the system makes readable, where it is installed.
PROGRAMS: dict[str, str] = {
    "application/msword": "greffier.intake.programs:OFFICE",
    "application/vnd.ms-powerpoint": "greffier.intake.programs:OFFICE",
    "application/vnd.wordperfect": "greffier.intake.programs:OFFICE",
    "application/vnd.ms-works": "greffier.intake.programs:OFFICE",
    "application/x-mswrite": "greffier.intake.programs:OFFICE",
    "application/x-mspublisher": "greffier.intake.programs:OFFICE",
    "application/vnd.visio": "greffier.intake.programs:OFFICE",
    "application/x-staroffice": "greffier.intake.programs:OFFICE",
    "application/vnd.apple.iwork": "greffier.intake.programs:OFFICE",
    "application/vnd.lotus-1-2-3": "greffier.intake.programs:OFFICE",
    "application/x-quattro-pro": "greffier.intake.programs:OFFICE",
    "application/x-hwp": "greffier.intake.programs:OFFICE",
    "image/wmf": "greffier.intake.programs:OFFICE",
    "image/emf": "greffier.intake.programs:OFFICE",
    "application/vnd.ms-outlook-pst": "greffier.intake.programs:MAILBOX",
    "image/heic": "greffier.intake.programs:PHONE",
}

ENGINES: dict[str, str] = {
    "tesseract": "greffier.pages.ocr_tesseract:Tesseract",
    "none": "greffier.pages.ocr_none:NoEngine",
}

# In the order in which they read: later ones see what earlier ones found.
READERS: dict[str, str] = {
    "dates": "greffier.reading.dates:Dates",
    "identifiers": "greffier.reading.identifiers:Identifiers",
    "quantities": "greffier.reading.quantities:Quantities",
    "calls": "greffier.reading.calls:Calls",
    "transfers": "greffier.reading.transfers:Transfers",
    "intercepts": "greffier.reading.intercepts:Intercepts",
    "names": "greffier.reading.names:Names",
    "aliases": "greffier.reading.aliases:Aliases",
    "ties": "greffier.reading.ties:Ties",
    "quotes": "greffier.reading.quotes:Quotes",
    "rows": "greffier.reading.rows:Rows",
    "custody_fields": "greffier.reading.custody_fields:CustodyFields",
    "events": "greffier.reading.events:Events",
    "own_acts": "greffier.reading.own_acts:OwnActs",
}

# Those that a person adds (the setting `readers`): `spacy:NAME`, `gliner:NAME`, `model:URL#MODEL`. They read last.
PROPOSERS: dict[str, str] = {
    "spacy": "greffier.reading.proposing:Spacy",
    "gliner": "greffier.reading.proposing:Gliner",
    "model": "greffier.reading.proposing:LanguageModel",
}
MODELS: dict[str, str] = {"endpoint": "greffier.endpoint:Endpoint"}

RECORDS: dict[str, str] = {
    "sqlite": "greffier.storing.records_sql:SqlRecords",
    "memory": "greffier.storing.memory:MemoryRecords",
}
BLOBS: dict[str, str] = {
    "file": "greffier.storing.blobs_folder:FolderBlobs",
    "memory": "greffier.storing.memory:MemoryBlobs",
}
INDEXES: dict[str, str] = {
    "tantivy": "greffier.storing.index_tantivy:TantivyIndex",
    "memory": "greffier.storing.memory:MemoryIndex",
}
RUNNERS: dict[str, str] = {
    "serial": "greffier.running.serial:Serial",
    "processes": "greffier.running.processes:Processes",
}


def load(table: dict[str, str], name: str) -> Any:
    """Return the class (or function) of this name; WrongUsage says which names there are."""
    try:
        dotted = table[name]
    except KeyError:
        raise WrongUsage(f"There is no {name!r} here.", f"Choose one of: {', '.join(sorted(table))}.") from None
    return resolve(dotted)


def resolve(dotted: str) -> Any:
    """Return what a dotted path `module:attribute` names."""
    module, _, attribute = dotted.partition(":")
    return getattr(import_module(module), attribute)
