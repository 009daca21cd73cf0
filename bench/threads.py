"""Mail of strangers: how many letters have ids, and how many threads they make.

`python -m bench.threads [--list]`: every mail and mailbox of the corpora `mail` and `odd-files`, and every mail inside
one. `--list` shows the threads of two letters and more.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.corpora import folder
from greffier.assembling.threads import threads
from greffier.contracts import Limits
from greffier.intake.identify import identify
from greffier.intake.receive import receive
from greffier.intake.take import Taking
from greffier.records import Dossier, Source, Thread
from greffier.running.isolated import Isolated
from greffier.storing.blobs_folder import FolderBlobs

MAIL = (
    "message/rfc822", "application/mbox", "application/vnd.ms-outlook", "application/vnd.ms-tnef",
    "application/vnd.ms-outlook-pst",
)  # fmt: skip
LIMITS = Limits(seconds=60)


def opened(suite: str, store: FolderBlobs) -> Iterator[Source]:
    """Every mail of a suite, opened, and all that is inside."""
    root, known = folder(suite), set()
    files = [file for file in sorted(root.rglob("*")) if file.is_file() and file.stat().st_size]
    waiting = [
        receive(file, f"{suite}/{file.relative_to(root)}", store) for file in files if identify(file, "") in MAIL
    ]
    while waiting:
        source = waiting.pop(0)
        if source.status == "waiting" and source.sha256 not in known:
            known.add(source.sha256)
            taking = Taking(source, Isolated(), store, LIMITS, None)
            for _ in taking.leaves(LIMITS.pages):
                pass
            waiting += [one for one in taking.members if identify(store.path(one.sha256), "") in MAIL]
            yield taking.source


def told(sources: Iterable[Source]) -> tuple[list[Thread], str]:
    """The threads, and a line that counts letters and threads."""
    held = tuple(sources)
    letters = [source.letter for source in held if source.letter]
    made = threads(Dossier(sources=held))
    more = [thread for thread in made if len(thread.letters) > 1]
    ties = [one.how for thread in made for one in thread.letters if one.how]
    counts = (
        len(letters), sum(bool(one.message_id) for one in letters),
        sum(bool(one.references or one.in_reply_to) for one in letters), sum(one.sent is not None for one in letters),
        len(more), sum(len(thread.letters) for thread in more), len(made) - len(more), ties.count("subject"),
    )  # fmt: skip
    return more, " | ".join(map(str, counts))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--list", action="store_true")
    show = asked.parse_args().list
    print("suite | letters | with an id | that answer | with a date | threads of two and more | letters in them "
          "| of one and a gap | tied by subject")  # fmt: skip
    for suite in ("mail", "odd-files/office-mail-archives"):
        with tempfile.TemporaryDirectory() as blobs:
            more, line = told(opened(suite, FolderBlobs(Path(blobs))))
            print(suite, "|", line)
            for thread in more if show else ():
                print(" ", thread.subject, *("\n    " + " ".join(map(str, one)) for one in thread.letters))


if __name__ == "__main__":
    main()
