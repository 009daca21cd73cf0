"""Packs of rules: what a case adds to what is asked, and how a pack with a mistake is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from greffier.assembling.example import dossier
from greffier.assembling.findings import findings
from greffier.assembling.jurisdictions import chosen, speaks
from greffier.assembling.packs import book, pack, pack_of
from greffier.assembling.rulebook import read, rules
from greffier.errors import WrongUsage

GOOD = """
- id: seal-of-the-store
  like: missing-seal-number
  jurisdiction: KE
  legal_ref: {text: Standing orders of the evidence store, as_of: 2026-02-01, reviewed_by: A. Advocate}
- id: extension-after-two-days
  like: custody-extension-late
  jurisdiction: KE
"""


def written(folder: Path, **packs: str) -> Path:
    for name, text in packs.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_pack_of_the_case_is_asked_beside_the_others(tmp_path: Path) -> None:
    told = book(written(tmp_path, store=GOOD))
    assert told.refused == ()
    assert [rule.id for rule in told.own] == ["store/seal-of-the-store", "store/extension-after-two-days"]
    assert len(told.asked) == len(rules()) + 2
    assert told.own[0].legal_ref.reviewed_by == "A. Advocate"
    assert pack_of(told.own[0]) == "store"
    assert told.own[1].check == "extended_late"


def test_what_is_asked_is_part_of_the_key(tmp_path: Path) -> None:
    assert book().id == ""
    first = book(written(tmp_path, store=GOOD)).id
    assert first
    assert book(written(tmp_path, store=GOOD + "  severity: low\n")).id != first
    assert book(None, "KE").id not in ("", first)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- id: a\n  like: missing-seal-number\n  severity: grave\n", "line 3: Invalid enum value 'grave'"),
        ("- id: a\n  like: nobody-asks-this\n", "line 2: there is no rule nobody-asks-this"),
        ("- id: a\n  like: folio-gap\n- id: [\n", "not YAML"),
        ("id: a\n", "line 1: a pack is a list"),
        ("- id: a\n", "line 1: Object missing required field"),
        ("- id: a\n  like: folio-gap\n  jurisdiction: Kenya\n", "line 3: rule a: a jurisdiction is any"),
        ("- id: a\n  like: folio-gap\n  title: {en: 'Gone.', fr: 'Perdu ?'}\n", "line 3: rule a: its title is not"),
        ("- id: a\n  like: folio-gap\n  title: {en: '{x.y}?', fr: '{x.y} ?'}\n", r"braces are for"),
        ("- id: a\n  like: folio-gap\n  title: {en: 'Is {m} it?', fr: 'Est-ce {m} ?'}\n", "fills no {m}"),
        ("- id: a\n  like: folio-gap\n  check: open_the_safe\n", "there is no check open_the_safe"),
        ("- id: a\n  like: custody-extension-late\n  parameters: {days: 2}\n", "no parameter days; it has hours"),
        ("- id: a\n  like: custody-extension-late\n  parameters: {hours: .inf}\n", "hours is a number from 0"),
        ("- id: a\n  like: custody-extension-late\n  parameters: {hours: long}\n", "the parameter hours is a number"),
        ("- id: a\n  like: custody-extension-late\n  parameters: {hours: 48}\n", "its positive example finds nothing"),
        ("- id: a\n  like: folio-gap\n- id: a\n  like: folio-gap\n", "another rule of the pack has this id"),
        ("- id: a/b\n  like: folio-gap\n", "an id may hold letters"),
        ("- id: a\n  like: folio-gap\n  tests: {positive: {documents: [{}]}, negative: {documents: []}, "
         "near_miss: {documents: []}}\n", "its positive example cannot be laid out"),
    ],
)  # fmt: skip
def test_a_mistake_refuses_its_pack_and_no_other(tmp_path: Path, text: str, told: str) -> None:
    found = book(written(tmp_path, good=GOOD, wrong=text))
    assert len(found.own) == 2
    (why,) = found.refused
    assert why.startswith("The rule pack rules/wrong.yaml")
    assert told in why
    assert "\n" not in why


def test_a_small_pack_that_unfolds_to_billions_is_refused(tmp_path: Path) -> None:
    layers = "".join(f"- &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
    (why,) = book(written(tmp_path, bomb=f"- &l0 [a]\n{layers}")).refused
    assert "unfolds to more than" in why
    (why,) = book(written(tmp_path, bomb="- &a [*a]\n")).refused
    assert "unfolds to more than" in why


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 60_000, "- " * 100_000])
def test_a_pack_too_deep_is_refused_before_the_loader_goes_down(tmp_path: Path, text: str) -> None:
    (why,) = book(written(tmp_path, deep=text)).refused
    assert "line 1: the pack is deeper than" in why


def test_a_link_is_not_followed_and_a_large_file_not_read(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text(GOOD, encoding="utf-8")
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "link.yaml").symlink_to(tmp_path / "outside.txt")
    (folder / "big.yaml").write_text("# " + "x" * 300_000, encoding="utf-8")
    (folder / "latin.yaml").write_bytes(b"- id: \xe9t\xe9\n")
    told = book(folder)
    assert told.own == ()
    assert len(told.refused) == 3


def test_one_pack_alone(tmp_path: Path) -> None:
    written(tmp_path, good=GOOD, wrong="- id: a\n")
    assert len(pack(tmp_path / "good.yaml")) == 2
    with pytest.raises(WrongUsage, match="line 1"):
        pack(tmp_path / "wrong.yaml")


@pytest.mark.parametrize(
    ("law", "case", "paper", "asked"),
    [
        ("any", "KE", "en", True),
        ("FR", "", "en", True),
        ("FR", "FR", "en", True),
        ("FR", "KE", "en", False),
        ("FR", "KE", "fr", True),  # a letter of request that French officers carried out
        ("FR", "SN", "fr", False),  # Senegal writes French itself: the paper is its own
        ("FR", "KE, BE", "fr", False),
        ("US", "US-TX", "en", True),
        ("US-TX", "US", "en", False),
        ("US-TX", "US-NY", "en", False),
    ],
)
def test_whose_law_speaks(law: str, case: str, paper: str, asked: bool) -> None:
    assert speaks(law, chosen(case), {paper}) is asked


def test_a_jurisdiction_is_a_country() -> None:
    with pytest.raises(WrongUsage, match="Kenya is no jurisdiction"):
        chosen("Kenya")


def test_findings_of_another_law_are_not_made() -> None:
    (rule,) = (one for one in rules() if one.id == "informant-paid-in-goods")
    case = dossier(rule.tests.positive.documents)
    assert findings(case, [], [], [rule], ["FR"])
    assert findings(case, [], [], [rule], ["KE"])  # the papers are French
    assert not findings(case, [], [], [rule], ["SN"])


def test_a_pack_of_greffier_may_not_be_like_another() -> None:
    with pytest.raises(WrongUsage, match="unknown field `like`"):
        read("- id: a\n  like: folio-gap\n", "pack.yaml")


def test_the_pack_of_the_reference_loads(tmp_path: Path) -> None:
    reference = Path(__file__).parent.parent.parent / "docs" / "reference.md"
    text = reference.read_text(encoding="utf-8").split("```yaml\n", 1)[1].split("```", 1)[0]
    told = book(written(tmp_path, kenya=text))
    assert told.refused == ()
    assert [rule.id for rule in told.own] == ["kenya/extension-after-a-day"]
