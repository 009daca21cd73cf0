"""The two stories: one source each, with the deliberately wrong sentences beside their corrections.

In a source, one line is one sentence and a blank line ends a paragraph. A wrong sentence is written

    <<< verdict | why
    the wrong sentence
    ===
    the right one
    >>>

and a line that opens with `(context) ` claims nothing about the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

WRONG = re.compile(r"<<< (?P<verdict>\w+) \| (?P<why>[^\n]+)\n(?P<wrong>[^\n]+)\n===\n(?P<right>[^\n]*)\n>>>")
CONTEXT = "(context) "


@dataclass(frozen=True)
class Story:
    """One story source, named `story.fr` or `story.en`."""

    name: str
    text: str

    def draft(self) -> str:
        """With its wrong sentences."""
        return _flow(WRONG.sub(lambda m: m["wrong"], self.text))

    def ready(self) -> str:
        """With the corrections; this is what the demonstration publishes."""
        return _flow(WRONG.sub(lambda m: m["right"], self.text))

    def write(self, out: Path) -> None:
        """Both files."""
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{self.name}.md").write_text(self.draft(), encoding="utf-8")
        (out / f"{self.name}.ready.md").write_text(self.ready(), encoding="utf-8")

    def verdicts(self) -> list[dict[str, str]]:
        """What a checker should say of each sentence of the draft, then of the ready story."""
        wrong = {m["wrong"]: (m["verdict"], m["why"]) for m in WRONG.finditer(self.text)}
        lines = _sentences(WRONG.sub(lambda m: m["wrong"], self.text))
        draft = [_row(f"{self.name}.md", line, *wrong.get(line, ("", ""))) for line in lines]
        ready = [_row(f"{self.name}.ready.md", line) for line in _sentences(WRONG.sub(lambda m: m["right"], self.text))]
        return draft + ready


def read_stories(folder: Path) -> list[Story]:
    """Every story source."""
    return [Story(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.md"))]


def _row(file: str, line: str, verdict: str = "", why: str = "") -> dict[str, str]:
    expected = verdict or ("context" if line.startswith(CONTEXT) else "supported")
    return {"file": file, "sentence": line.removeprefix(CONTEXT), "verdict": expected, "why": why}


def _sentences(text: str) -> list[str]:
    body = text.split("---\n", 2)[2]
    return [line for line in body.split("\n") if line and not line.startswith("#")]


def _flow(text: str) -> str:
    """Sentences of a paragraph on one line, as people write Markdown."""
    _, header, body = text.split("---\n", 2)
    paragraphs = [part.strip("\n") for part in re.split(r"\n{2,}", body) if part.strip()]
    flowing = [" ".join(line.removeprefix(CONTEXT) for line in part.split("\n") if line) for part in paragraphs]
    return f"---\n{header}---\n\n" + "\n\n".join(flowing) + "\n"
