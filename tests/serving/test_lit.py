"""Text cut into runs loses nothing, whatever overlaps."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from greffier.serving.lit import clear, flow, runs

ranges = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda r: {"start": r[0], "end": r[0] + r[1]}))


@given(st.text(min_size=52, max_size=60), ranges, ranges, ranges)
def test_the_runs_are_the_text(
    text: str, mentions: list[dict[str, int]], lit: list[dict[str, int]], low: list[dict[str, int]]
) -> None:
    found = runs(text, mentions, lit, [one | {"confidence": 40} for one in low])
    assert "".join(part["text"] for run in found for part in run["parts"]) == text
    shown = [run["mention"] for run in found if run["mention"]]
    assert all(left["end"] <= right["start"] for left, right in pairwise(shown))


def test_a_lit_word_inside_a_mention() -> None:
    [run, rest] = runs("le Bosco parle", [{"start": 0, "end": 8}], [{"start": 3, "end": 8}], [])
    assert [(part["text"], part["lit"]) for part in run["parts"]] == [("le ", False), ("Bosco", True)]
    assert rest["mention"] is None


def test_controls_are_shown() -> None:
    assert clear("exe\u202egpj") == "exe⟦RLO⟧gpj"


def test_only_wrapped_lines_are_joined() -> None:
    wrapped = "Une ligne assez longue pour avoir été coupée par le papier\net la suite."
    assert flow(wrapped) == wrapped.replace("\n", " ")
    assert flow("CARVASSE : Oui.\nLE GREC : Non.") == "CARVASSE : Oui.\nLE GREC : Non."


def test_a_new_speaker_keeps_a_line() -> None:
    told = "LE GREC : Dans ce port tout le monde compte, et personne ne trouve pareil.\nUN HOMME : Et alors ?"
    assert flow(told) == told
