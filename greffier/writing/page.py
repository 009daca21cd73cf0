"""The published page: what the template is filled with, and the machine-readable record beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from greffier.errors import WrongUsage
from greffier.writing.comments import without_comments
from greffier.writing.draft import CITATION, Block, Draft, Statement
from greffier.writing.notes import Notes
from greffier.writing.phrases import PHRASES
from greffier.writing.typeset import moment, spoken_date, spoken_moment, typeset

A_MINUTE = 1500  # characters read in a minute: one French feuillet
_ENVIRONMENT = Environment(
    loader=PackageLoader("greffier.writing", "templates"), autoescape=True, undefined=StrictUndefined
)
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable("image")
_LINE_MARK = re.compile(r"^[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d+[.)][ \t]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Files:
    """The names of the files of one version of a story, and of its version in the other language."""

    page: str
    record: str
    evidence: str
    alternate: str | None


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a page as the story shows it."""

    file: str
    width: int
    height: int
    alt: str
    caption: str


def files(draft: Draft) -> Files:
    """Return how the files of this draft are called: `index.html`, or one name for each language."""
    alternate = draft.meta.get("alternate")
    slug = _plain(str(draft.meta.get("slug") or ""), "slug")
    own = _plain(draft.language, "language")
    if not isinstance(alternate, dict) or not alternate.get("language"):
        return Files(f"{slug or 'index'}.html", "story.json", "evidence", None)
    other = _plain(str(alternate["language"]), "alternate.language")
    told = re.sub(r"\.md$", ".html", str(alternate.get("file") or f"{slug or 'story'}.{other}.html"))
    _plain(told, "alternate.file")
    stem = slug or told.removesuffix(".html").removesuffix(f".{other}")
    return Files(f"{stem}.{own}.html", f"story.{own}.json", f"evidence.{own}", told)


def _plain(told: str, field: str) -> str:
    """A part of a file name that leads into no other folder."""
    if told and not re.fullmatch(r"\w[\w.-]{0,99}", told):
        raise WrongUsage(
            f"`{field}` becomes part of a file name and must be plain: letters, digits, dots, hyphens.",
            "Write it like `slug: crates`, `language: fr`, `file: story.fr.md`.",
        )
    return told


def fill(draft: Draft, notes: Notes, named: Files, shots: Sequence[Shot]) -> tuple[str, dict[str, Any]]:
    """Return the page as HTML and the record of it. Raises WrongUsage where the front matter lacks something."""
    language = draft.language if draft.language in PHRASES else "en"
    record = _record(draft, notes, named, shots, language)
    say = PHRASES[language]
    page = {
        **record,
        "byline": _spoken_list(record["authors"], say["and"]),
        "linked_data": _linked_data(record),
        "counted": say["counted"].format(notes=len(notes.notes), sentences=_cited(draft)),
        "record": named.record,
    }
    return _ENVIRONMENT.get_template("story.html").render(page=page, say=say), record


def _record(draft: Draft, notes: Notes, named: Files, shots: Sequence[Shot], language: str) -> dict[str, Any]:
    meta = draft.meta
    say = PHRASES[language]
    city = str(meta["zone"]).split("/")[-1] if meta.get("zone") else None
    body = [_part(number, block, draft, notes, language) for number, block in enumerate(draft.blocks, 1)]
    characters = sum(len(statement.text) + 1 for block in draft.blocks for statement in block.statements)
    return {
        "title": typeset(_text(meta, "title"), language),
        "standfirst": typeset(str(meta.get("standfirst") or ""), language),
        "kicker": typeset(str(meta.get("kicker") or ""), language),
        "publication": str(meta.get("publication") or ""),
        "authors": _authors(meta.get("byline"), say),
        "language": language,
        "place": str(meta.get("place") or ""),
        "published": _when(meta["published"], "published", language, city) if meta.get("published") else _undated(),
        "updated": _when(meta["updated"], "updated", language, city) if meta.get("updated") else None,
        "minutes": max(1, round(characters / A_MINUTE)),
        "versions": _versions(draft, named),
        "alternate": _alternate(draft, named),
        "names_note": typeset(str(meta.get("changed_names") or ""), language),
        "procedure": typeset(str(meta.get("procedure") or ""), language),
        "body": body,
        "responses": [_response(each, language, say) for each in _rows(meta, "responses")],
        "notes": [{"number": note.number, "lines": list(note.lines)} for note in notes.notes],
        "pictures": [{name: getattr(shot, name) for name in Shot.__slots__} for shot in shots],
        "method": typeset(str(meta.get("method") or meta.get("sources") or ""), language),
        "corrections": [_correction(each, language, city) for each in _rows(meta, "corrections")],
        "evidence": f"{named.evidence}.json",
    }


def _text(meta: dict[str, Any], name: str) -> str:
    if not meta.get(name):
        raise WrongUsage(f"The front matter has no `{name}`.", f"Add a line `{name}: …` at the top of the draft.")
    return " ".join(str(meta[name]).split())


def _undated() -> dict[str, str]:
    raise WrongUsage("The front matter has no `published`.", 'Add `published: "2025-02-06T06:00:00+01:00"`.')


def _when(told: object, field: str, language: str, city: str | None) -> dict[str, str]:
    at = moment(told, field)
    return {"iso": at.isoformat(), "words": spoken_moment(at, language, city)}


def _authors(byline: object, say: dict[str, str]) -> list[str]:
    if not byline:
        return [say["withheld"]]
    told = byline if isinstance(byline, list) else re.split(r",\s*|\s+(?:and|et)\s+", str(byline))
    return [str(name).strip() for name in told if str(name).strip()]


def _spoken_list(names: list[str], joined: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joined} {names[-1]}"


def _versions(draft: Draft, named: Files) -> list[dict[str, str]]:
    if named.alternate is None:
        return []
    other = str(draft.meta["alternate"]["language"])
    both = sorted([(draft.language, named.page), (other, named.alternate)])
    rows = [{"hreflang": language, "href": file} for language, file in both]
    return [*rows, {"hreflang": "x-default", "href": rows[0]["href"]}]


def _alternate(draft: Draft, named: Files) -> dict[str, str] | None:
    if named.alternate is None:
        return None
    other = str(draft.meta["alternate"]["language"])
    label = PHRASES[other]["read_in_this"] if other in PHRASES else other
    return {"hreflang": other, "href": named.alternate, "label": label}


def _rows(meta: dict[str, Any], name: str) -> list[dict[str, Any]]:
    told = meta.get(name) or []
    if not isinstance(told, list) or not all(isinstance(each, dict) for each in told):
        raise WrongUsage(f"`{name}` must be a list of `name: value` entries.", "See docs for the fields of a draft.")
    return told


def _response(told: dict[str, Any], language: str, say: dict[str, str]) -> dict[str, str]:
    return {
        "to": typeset(str(told.get("to") or ""), language),
        "asked": spoken_date(told.get("asked") or "", language),
        "answered": spoken_date(told["answered"], language) if told.get("answered") else say["never"],
        "answer": typeset(str(told.get("answer") or ""), language),
    }


def _correction(told: dict[str, Any], language: str, city: str | None) -> dict[str, str]:
    date = str(told.get("date") or "")
    words = spoken_moment(moment(date, "date"), language, city) if "T" in date else spoken_date(date, language)
    return {"date": words, "text": typeset(str(told.get("text") or ""), language)}


def _part(number: int, block: Block, draft: Draft, notes: Notes, language: str) -> dict[str, str]:
    html = " ".join(_sentence(statement, draft, notes, language) for statement in block.statements)
    return {"kind": block.kind, "id": f"p{number}", "html": html}


def _sentence(statement: Statement, draft: Draft, notes: Notes, language: str) -> str:
    """A sentence as HTML, with the link to its note after it."""
    raw = CITATION.sub("", without_comments(draft.text[statement.start : statement.end]))
    raw = re.sub(r"[ \t]+(?=[.,](?:\s|$))", "", _LINE_MARK.sub("", raw))
    html: str = _MARKDOWN.renderInline(typeset(" ".join(raw.split()), language))
    called = notes.number(statement)
    if called is None:
        return html
    number, first = called
    label = escape(f"Note {number}")
    anchor = Markup(' id="r{}"').format(number) if first else ""
    return f'{html}<a class="nref"{anchor} href="#n{number}" aria-label="{label}">{number}</a>'


def _cited(draft: Draft) -> int:
    return sum(bool(statement.references) for statement in draft.statements)


def _linked_data(record: dict[str, Any]) -> str:
    """JSON-LD for the head of the page; it can close no tag."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ReportageNewsArticle",
        "headline": record["title"],
        "description": record["standfirst"],
        "inLanguage": record["language"],
        "datePublished": record["published"]["iso"],
        "dateModified": (record["updated"] or record["published"])["iso"],
        "author": [{"@type": "Person", "name": name} for name in record["authors"]],
        "timeRequired": f"PT{record['minutes']}M",
        "isAccessibleForFree": True,
    }
    if record["place"]:
        data["locationCreated"] = record["place"]
    if record["publication"]:
        data["publisher"] = {"@type": "NewsMediaOrganization", "name": record["publication"]}
    if record["method"]:
        data["backstory"] = record["method"]
    if record["alternate"]:
        data["workTranslation"] = {"@id": record["alternate"]["href"], "inLanguage": record["alternate"]["hreflang"]}
    if record["corrections"]:
        data["correction"] = [{"@type": "CorrectionComment", "text": each["text"]} for each in record["corrections"]]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
