"""Sentences about named people: what one sentence of the page says of them, and nothing else."""

from typing import Any

import pytest

from greffier.records import Claim
from greffier.writing.check import check

NOTE = """Le 4 mai, nous voyons Gaspard ELLORNE remettre un carton à Nadia VERSANGE. Gaspard ELLORNE conduit le fourgon.

Il n'a pas été observé que Basile ODRENC ait payé Nadia VERSANGE.
Rien n'établit que Nadia VERSANGE ait ouvert le carton.

Nadia VERSANGE quitte la cour. Elle entre dans le garage. Elle est arrêtée par Iris MONTALBE.

Basile ODRENC indique que le fourgon « roulait vide ». Iris MONTALBE affirme au contraire que le fourgon était plein.

Basile ODRENC n'est pas mis en examen. Gaspard ELLORNE conteste avoir vendu de la cocaïne.

Qui tenait le carnet ? Gaspard. Jamais Basile ODRENC.

Basile ODRENC est étranger à la remise du carton. Iris MONTALBE saisit le carnet chez Gaspard ELLORNE.

Nadia VERSANGE et Basile ODRENC se sont rencontrés au port. Basile ODRENC a-t-il volé le carton ?"""

FALSE = [
    "Gaspard Ellorne a volé le carton. [@D0100]",
    "Nadia Versange remet un carton à Gaspard Ellorne. [@D0100]",
    "Basile Odrenc conduit le fourgon. [@D0100]",
    "Le fourgon est conduit par Basile Odrenc. [@D0100]",
    "Basile Odrenc a payé Nadia Versange. [@D0100]",
    'Basile Odrenc a payé Nadia Versange. [@D0100 "Basile ODRENC ait payé Nadia VERSANGE"]',
    'Nadia Versange a ouvert le carton. [@D0100 "VERSANGE ait ouvert le carton"]',
    "Nadia Versange arrête Iris Montalbe. [@D0100]",
    "Iris Montalbe entre dans le garage. [@D0100]",
    'Iris Montalbe indique que le fourgon « roulait vide ». [@D0100 "roulait vide"]',
    'Basile Odrenc est mis en examen. [@D0100 "mis en examen"]',
    "Gaspard Ellorne a vendu de la cocaïne. [@D0100]",
    "Basile Odrenc tenait le carnet. [@D0100]",
    "Basile Odrenc est impliqué dans la remise du carton. [@D0100]",
    "Basile Odrenc a volé le carton. [@D0100]",
    "Gaspard Ellorne saisit le carnet chez Iris Montalbe. [@D0100]",
    "Gaspard Ellorne et Basile Odrenc se sont rencontrés au port. [@D0100]",
    "Nadia Versange trafique avec Basile Odrenc. [@D0100]",
]
TRUE = [
    "Gaspard Ellorne remet un carton à Nadia Versange. [@D0100]",
    "Gaspard Ellorne a remis un carton à Nadia Versange. [@D0100]",
    "Gaspard Ellorne conduit le fourgon. [@D0100]",
    "Le fourgon est conduit par Gaspard Ellorne. [@D0100]",
    "Il n'a pas été observé que Basile Odrenc ait payé Nadia Versange. [@D0100]",
    "Nadia Versange quitte la cour. [@D0100]",
    "Nadia Versange entre dans le garage. [@D0100]",
    "Nadia Versange est arrêtée par Iris Montalbe. [@D0100]",
    "Iris Montalbe arrête Nadia Versange. [@D0100]",
    'Basile Odrenc indique que le fourgon « roulait vide ». [@D0100 "roulait vide"]',
    "Iris Montalbe affirme que le fourgon était plein. [@D0100]",
    "Basile Odrenc n'est pas mis en examen. [@D0100]",
    "Gaspard Ellorne conteste avoir vendu de la cocaïne. [@D0100]",
    "Basile Odrenc est étranger à la remise du carton. [@D0100]",
    "Iris Montalbe saisit le carnet chez Gaspard Ellorne. [@D0100]",
    "Nadia Versange et Basile Odrenc se sont rencontrés au port. [@D0100]",
    "Basile Odrenc a rencontré Nadia Versange au port. [@D0100]",
    "Elle est arrêtée par Iris Montalbe. [@D0100]",
]


@pytest.fixture
def note(desk: Any) -> Any:
    desk.write("D0100", NOTE)
    for first, last in (("Gaspard", "ELLORNE"), ("Nadia", "VERSANGE"), ("Basile", "ODRENC"), ("Iris", "MONTALBE")):
        desk.called(f"{first} {last}", last)
    return desk


def judge(desk: Any, body: str, title: str = "Nuit", language: str = "fr") -> list[Claim]:
    return check(f"---\ntitle: {title}\nlanguage: {language}\n---\n\n{body}\n", desk, desk.read)


@pytest.mark.parametrize("sentence", FALSE)
def test_false_of_somebody_named(note: Any, sentence: str) -> None:
    claim = judge(note, sentence)[-1]
    assert claim.blocks, (claim.verdict, claim.reasons)
    assert claim.verdict in ("not_found", "contradicted", "attribution_missing", "judgement")


@pytest.mark.parametrize("sentence", TRUE)
def test_true_of_somebody_named(note: Any, sentence: str) -> None:
    claim = judge(note, sentence)[-1]
    assert (claim.verdict, claim.blocks) == ("supported", False), claim.reasons


@pytest.mark.parametrize(
    ("sentence", "blocks"),
    [
        ('La porte a été forcée. [@D0101 "la porte ait été forcée"]', True),
        ('Rien n\'établit que la porte ait été forcée. [@D0101 "la porte ait été forcée"]', False),
        ('Le gardien ferme la grille. [@D0101 "Le gardien ferme la grille"]', False),
    ],
)
def test_words_cut_out_of_a_denial(note: Any, sentence: str, blocks: bool) -> None:
    note.write("D0101", "Rien n'établit, à ce jour, que la porte ait été forcée. Le gardien ferme la grille.")
    claim = judge(note, sentence)[-1]
    assert claim.blocks == blocks, (claim.verdict, claim.reasons)


def test_he_is_who_was_named_before(note: Any) -> None:
    good = judge(note, "Nadia Versange quitte la cour. [@D0100] Elle entre dans le garage. [@D0100]")
    bad = judge(note, "Basile Odrenc est étranger à la remise du carton. [@D0100] Il conduit le fourgon. [@D0100]")
    assert [claim.blocks for claim in good] == [False, False, False]
    assert [claim.blocks for claim in bad] == [False, False, True]


def test_a_title_accuses_nobody_whom_no_page_accuses(note: Any) -> None:
    body = "Gaspard Ellorne conduit le fourgon. [@D0100]"
    assert judge(note, body, "Basile Odrenc conduit le fourgon")[0].blocks
    assert not judge(note, body, "Gaspard Ellorne conduit le fourgon")[0].blocks


def test_between_languages_what_no_machine_can_tell_blocks(note: Any) -> None:
    claim = judge(note, "Gaspard Ellorne hauled gravel for Nadia Versange. [@D0100]", language="en")[-1]
    assert (claim.verdict, claim.blocks) == ("judgement", True)


def test_reasons_name_the_file_and_agree_in_number(note: Any) -> None:
    note.write(None, "Le fourgon est blanc.", path="box/memo.txt")
    (page,) = [each for each in note.pages() if note.page(each).folio is None]
    note.locate = lambda reference: [note.page(page)]
    claim = judge(note, "Nadia Versange conduit le fourgon. [@memo.txt#p1]")[-1]
    assert "memo.txt p. 1" in claim.reasons[0]
