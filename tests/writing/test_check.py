from typing import Any

import pytest

from greffier.records import Claim
from greffier.writing.check import check


def judge(desk: Any, sentence: str, language: str = "en") -> Claim:
    draft = f"---\ntitle: Night\nlanguage: {language}\n---\n\n{sentence}\n"
    claims = [claim for claim in check(draft, desk, desk.read) if claim.text != "Night"]
    (claim,) = claims
    assert draft[claim.start : claim.end] == claim.text
    for citation in claim.citations:
        assert desk.page(citation.span.page).text[citation.span.start : citation.span.end] == citation.span.exact
    return claim


@pytest.mark.parametrize(
    "sentence",
    [
        'Officers counted 240 crates. [@D0001 "deux cent quarante (240) caisses"]',
        "On 3 April 2022 they counted 240 crates in the warehouse. [@D0001]",
        "The crates weighed 871.5 kilograms net. [@D0002]",
        "The report says they weighed about 900 kg. [@D0001]",
        "Seal KR/7 was intact. [@D0001]",
        'A man we call Marc says that he was paid in crates. [@D0003 "J\'ai reçu dix caisses pour me payer."]',
        'The guard “opened the green door”. [@D0004 "The guard opened the green door"]',
    ],
)
def test_supported(desk: Any, sentence: str) -> None:
    claim = judge(desk, sentence)
    assert (claim.verdict, claim.blocks) == ("supported", False), claim.reasons
    assert claim.citations


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ('Officers counted 214 crates. [@D0001 "deux cent quarante (240) caisses"]', "contradicted"),
        ("The crates weighed 850 kg net. [@D0002]", "contradicted"),
        ('On 9 April 2022 they counted 240 crates. [@D0001 "Le 3 avril 2022, nous comptons"]', "contradicted"),
        ("The door was closed at night by the guard. [@D0004]", "contradicted"),
        ("They counted 240 crates. [@D0999]", "not_found"),
        ('They counted them all. [@D0001 "nous recomptons tout"]', "not_found"),
        ("On 9 April 2022 the truck left. [@D0001]", "not_found"),
        ("The guard “opened the red door at noon”. [@D0004]", "not_found"),
        ("Odile Varenne left the warehouse. [@D0001]", "not_found"),
        ('An informant was paid ten crates. [@D0003 "J\'ai reçu dix caisses pour me payer."]', "attribution_missing"),
        ('The warehouse was empty. [@D0004 "Le lieutenant estime que le hangar était vide"]', "attribution_missing"),
        ("On 3 April 2022 they counted 240 crates.", "no_citation"),
        ("Nobody has been suspended.", "no_citation"),
        ("Talverne was paid. [@D0003]", "leak"),
        ("He was paid. [@audition-talverne.pdf#p1]", "leak"),
    ],
)
def test_blocked(desk: Any, sentence: str, verdict: str) -> None:
    claim = judge(desk, sentence)
    assert (claim.verdict, claim.blocks) == (verdict, True), claim.reasons
    assert claim.reasons
    assert all(reason.endswith((".", "”.")) for reason in claim.reasons)


def test_contradiction_shows_the_page_against_it(desk: Any) -> None:
    (counter,) = judge(desk, "The crates weighed 850 kg net. [@D0002]").counter
    assert counter.stance == "contradicts"
    assert counter.span.exact == "871,5 kg"


def test_a_page_that_says_about_is_not_told_flatly(desk: Any) -> None:
    claim = judge(desk, "The crates weighed 900 kg gross. [@D0001]")
    assert (claim.verdict, claim.blocks) == ("partly", False)


def test_about_has_its_limits(desk: Any) -> None:
    assert judge(desk, "They weighed about 870 kg. [@D0002]").verdict == "supported"
    assert judge(desk, "They weighed about 900 kg. [@D0002]").blocks


@pytest.mark.parametrize("sentence", ["It began with crates.", "Where are the crates?", "We read all of the file."])
def test_context(desk: Any, sentence: str) -> None:
    assert judge(desk, sentence).verdict == "context"


@pytest.mark.parametrize(
    ("sentence", "language"), [("The dealer slept.", "en"), ("Le trafiquant dort. [@D0001]", "fr")]
)
def test_guilt_needs_a_person(desk: Any, sentence: str, language: str) -> None:
    claim = judge(desk, sentence, language)
    assert "guilt" in " ".join(claim.reasons) or claim.verdict == "no_citation"
    assert claim.verdict != "supported"


def test_headline_stands_on_the_body(desk: Any) -> None:
    body = "They counted 240 crates. [@D0001]\n"
    good = check(f"---\ntitle: The 240 crates\n---\n{body}", desk, desk.read)
    bad = check(f"---\ntitle: The 850 kg of the quay\n---\n{body}", desk, desk.read)
    assert good[0].verdict == "supported"
    assert bad[0].blocks


def test_leak_in_the_front_matter(desk: Any) -> None:
    draft = "---\ntitle: Night\nprocedure: B. Talverne is free.\n---\nIt began with crates.\n"
    claims = check(draft, desk, desk.read)
    assert [draft[c.start : c.end] for c in claims if c.verdict == "leak"] == ["Talverne"]


CLIPPED = "Le gardien n'a pas ouvert la porte verte. Avant le départ du camion, le scellé KR/9 est intact."


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ('Le gardien a ouvert la porte verte. [@D0009 "ouvert la porte verte"]', "contradicted"),
        ('Le gardien n\'a pas ouvert la porte verte. [@D0009 "ouvert la porte verte"]', "supported"),
        ('Après le départ du camion, le scellé est intact. [@D0009 "le départ du camion, le scellé"]', "contradicted"),
        ('Le scellé KR/9 est rompu. [@D0009 "KR/9"]', "contradicted"),
        ("Odile Varenne a volé la porte verte. [@D0009]", "not_found"),
        ('Odile Varenne a corrompu le gardien. [@D0009 "Le gardien"]', "not_found"),
    ],
)
def test_words_clipped_out_of_their_sentence(desk: Any, sentence: str, verdict: str) -> None:
    desk.write("D0009", f"{CLIPPED} Odile VARENNE signe.")
    claim = judge(desk, sentence, "fr")
    assert claim.verdict == verdict, claim.reasons


def test_reasons_hold_no_protected_name(desk: Any) -> None:
    claim = judge(desk, 'He was paid with crates. [@D0003 "J\'ai reçu dix caisses pour me payer"]')
    assert claim.verdict == "attribution_missing"
    assert "Marc" in claim.reasons[0]
    assert "talverne" not in " ".join(claim.reasons).lower()
