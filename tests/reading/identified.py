"""The identifiers of one kind in a text, as tests compare them: the words and the value."""

from __future__ import annotations

from greffier.reading.identifiers import find_identifiers


def seen(text: str, kind: str, english: bool = False) -> list[tuple[str, str | None]]:
    return [(text[one.start : one.end], one.normalised) for one in find_identifiers(text, english) if one.kind == kind]


def test_an_iban_over_blanks_and_lines() -> None:
    text = "IBAN FR76 9941 7002 3000 0417\n0230 186 au nom de la SARL"
    assert seen(text, "iban") == [("FR76 9941 7002 3000 0417\n0230 186", "FR7699417002300004170230186")]


def test_an_iban_is_repaired_by_its_checksum_alone() -> None:
    assert [value for _, value in seen("FR76 9941 7OO2 3000 0417 0230 186", "iban")] == ["FR7699417002300004170230186"]
    assert seen("FR76 9941 7002 3000 0417 0230 187", "iban") == []


def test_containers_need_their_check_digit_or_the_word() -> None:
    assert seen("QZXU 204817 2", "container") == [("QZXU 204817 2", "QZXU2048172")]
    assert seen("référence QZXU 204817 3", "container") == []
    doubtful = [one for one in find_identifiers("conteneur QZXU 204817 3", False) if one.kind == "container"]
    assert [(one.normalised, one.confidence) for one in doubtful] == [("QZXU2048173", 0.5)]
