"""Optional readers: what a model proposes counts only where its words stand on the page, and never against a rule."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from greffier.endpoint import Endpoint
from greffier.errors import OutsideFailed, WrongUsage
from greffier.reading.proposing import LanguageModel, stretches
from greffier.reading.read import load_proposers
from greffier.records import Event, Mention, Page, Piece, Quote
from greffier.settings import Settings, load_settings
from greffier.steps import read_text

TEXT = "On a vu le boiteux près du quai. M. DURAND a remis 12 kg à Paul MORIN. Le boiteux : je n'ai rien vu partir."


@contextmanager
def endpoint(answer: str, code: int = 200) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A real server on the loopback that says this to every question; and the questions it got."""
    asked: list[dict[str, Any]] = []

    class Says(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(code)
            self.end_headers()
            self.wfile.write(json.dumps({"choices": [{"message": {"content": answer}}]}).encode())

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Says)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1#small", asked
    finally:
        server.shutdown()
        server.server_close()


PROPOSED = {
    "mentions": [
        {"kind": "person", "words": "boiteux"},
        {"kind": "person", "words": "grand boiteux"},  # not on the page
        {"kind": "place", "words": "DURAND"},  # a rule says person
        {"kind": "weapon", "words": "quai"},
        {"kind": "person", "words": ""},
        "boiteux",
    ],
    "quotes": [
        {"kind": "direct", "words": "je n'ai rien vu partir", "speaker": "boiteux"},
        {"kind": "direct", "words": "je n'ai rien vu arriver", "speaker": "boiteux"},
    ],
    "events": [
        {
            "type": "meet",
            "words": "On a vu le boiteux près du quai.",
            "roles": {"participant": "boiteux", "agent": "X"},
        },
        {"type": "deliver", "words": "M. DURAND a remis 12 kg à Paul MORIN.", "roles": {"agent": "Paul MORIN"}},
        {"type": "murder", "words": "On a vu le boiteux", "roles": {"agent": "boiteux"}},
        {"type": "pay", "words": "boiteux paie tout le monde.", "roles": {"agent": "boiteux"}},
    ],
}


def test_a_language_model_proposes_and_what_is_not_on_the_page_is_dropped() -> None:
    alone = read_text(TEXT, "fr")
    with endpoint(f"Here you are:\n```json\n{json.dumps(PROPOSED)}\n```") as (url, asked):
        both = read_text(TEXT, "fr", settings=Settings(readers=f"model:{url}"))
    assert TEXT in asked[0]["messages"][0]["content"]
    assert (asked[0]["model"], asked[0]["temperature"]) == ("small", 0)
    assert [one for one in both if getattr(one, "reader", None) != "model:small"] == alone
    new = [one for one in both if getattr(one, "reader", None) == "model:small"]
    mentions = [one for one in new if isinstance(one, Mention)]
    assert {(one.span.exact, one.kind, one.confidence) for one in mentions} == {("boiteux", "person", 0.5)}
    assert len(mentions) == 2
    (quote,) = [one for one in new if isinstance(one, Quote)]
    assert (quote.span.exact, quote.speaker_name, quote.speaker) == (
        "je n'ai rien vu partir",
        "boiteux",
        mentions[0].id,
    )
    (event,) = [one for one in new if isinstance(one, Event)]
    assert (event.type, event.modality, [role.name for role in event.roles]) == ("meet", "alleged", ["boiteux"])


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "I cannot help with that.",
        "{",
        "[1, 2]",
        "{" * 5000,
        '{"mentions": "boiteux", "quotes": {"words": 3}, "events": [null]}',
        '{"quotes": [{"kind": "direct", "words": ["a"], "speaker": {}}], "mentions": [{"kind": {}, "words": "quai"}]}',
        '{"quotes": [{"kind": [], "words": "quai"}], "events": [{"type": [], "words": "quai", "roles": []}]}',
    ],
)
def test_a_model_that_talks_nonsense_proposes_nothing(answer: str) -> None:
    class Talks:
        name = "talks"

        def answer(self, prompt: str) -> str:
            return answer

    page = Page("page", "source", 1, None, "born_digital", "A", "fr", TEXT, "", 1.0, 1.0)
    assert (
        list(LanguageModel(Talks()).read(Piece("piece", "source", "report", None, None, ("page",)), [page], ())) == []
    )


def test_no_page_leaves_the_machine_unless_a_person_says_so(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for url in ("http://192.0.2.7:80/v1#m", "https://models.example.org/v1#m", "http://127.0.0.1.example.org/v1#m"):
        with pytest.raises(WrongUsage, match="not on this machine"):
            load_proposers(f"model:{url}")
        assert load_proposers(f"model:{url}", anywhere=True)[0].name == "model:m"
    for wrong in ("ftp://127.0.0.1/#m", "http://127.0.0.1/v1", "127.0.0.1#m"):
        with pytest.raises(WrongUsage, match="no endpoint"):
            Endpoint(wrong)
    stranger = tmp_path / "settings.toml"
    stranger.write_text('readers = "model:http://127.0.0.1:9/v1#m"\n', encoding="utf-8")
    with pytest.raises(WrongUsage, match="readers"):
        load_settings(stranger)
    monkeypatch.setenv("GREFFIER_READERS", "spacy:fr_core_news_sm")
    assert load_settings().readers == "spacy:fr_core_news_sm"


def test_a_model_that_is_away_or_broken_is_said_in_a_sentence() -> None:
    with pytest.raises(OutsideFailed, match="does not answer"):
        Endpoint("http://127.0.0.1:9/v1#m").answer("?")
    with endpoint("busy", code=503) as (url, _), pytest.raises(OutsideFailed, match="code 503"):
        Endpoint(url).answer("?")


def test_readers_that_are_not_there_are_said_in_a_sentence() -> None:
    with pytest.raises(WrongUsage, match="no 'bert'"):
        load_proposers("bert:x")
    with pytest.raises(WrongUsage, match="needs a model"):
        load_proposers("spacy")
    if "gliner" not in sys.modules:
        with pytest.raises(WrongUsage, match="not installed"):
            read_text(TEXT, "fr", settings=Settings(readers="gliner:none/none"))


def test_spacy_proposes_names_that_no_rule_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The API of spaCy: `load(name)` gives a pipeline, whose documents have `ents` with offsets and labels."""

    def pipeline(text: str) -> SimpleNamespace:
        ends = [
            (name, label, text.index(name))
            for name, label in (("boiteux", "PER"), ("Paul MORIN", "ORG"), ("quai", "MISC"))
        ]
        return SimpleNamespace(
            ents=[SimpleNamespace(start_char=at, end_char=at + len(name), label_=label) for name, label, at in ends]
        )

    library = ModuleType("spacy")
    library.load = lambda name: pipeline  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", library)
    found = read_text(TEXT, "fr", settings=Settings(readers="spacy:invented"))
    new = [(one.span.exact, one.kind) for one in found if isinstance(one, Mention) and one.reader == "spacy:invented"]
    assert new == [("boiteux", "person")]


def test_gliner_is_given_less_than_its_limit_and_nothing_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The API of GLiNER: `from_pretrained(name)`, then `predict_entities(text, labels, threshold)`."""
    given: list[str] = []

    class Tagger:
        @classmethod
        def from_pretrained(cls, name: str, **told: object) -> Tagger:
            assert told == {"local_files_only": True}
            return cls()

        def predict_entities(self, text: str, labels: list[str], threshold: float) -> list[dict[str, Any]]:
            given.append(text)
            at = text.find("boiteux")
            return [{"start": at, "end": at + 7, "label": "person", "score": 0.9}] if at >= 0 else []

    library = ModuleType("gliner")
    library.GLiNER = Tagger  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gliner", library)
    text = "le mot vert " * 400 + "puis. " + "Il dort. " * 200 + "On a vu boiteux hier."
    found = read_text(text, "fr", settings=Settings(readers="gliner:invented"))
    (name,) = [one for one in found if isinstance(one, Mention) and one.reader == "gliner:invented"]
    assert text[name.span.start : name.span.end] == "boiteux"
    assert max(len(one.split()) for one in given) <= 250
    assert " ".join(" ".join(given).split()) == " ".join(text.split())
    short = "Aa bb. Cc dd ee ff. Gg."
    assert [short[start:end] for start, end in stretches(short, 3)] == ["Aa bb.", "Cc dd ee", "ff.", "Gg."]
