"""Copies, versions and excerpts are told apart, and two fillings of one form are none of them."""

from __future__ import annotations

from greffier.assembling.example import dossier
from greffier.assembling.findings import findings
from greffier.assembling.likeness import likenesses, without_copies
from greffier.assembling.rulebook import rules
from greffier.records import Dossier, Likeness

PROSE = (
    "Le gardien du hangar ouvre la grille et dit que personne n'est venu depuis la veille. La camionnette est garée "
    "derrière les cuves, le moteur froid, les pneus couverts de boue. Dans la remise nous trouvons des cageots vides, "
    "une balance et deux rouleaux de film. Le total pesé est de {quantity=12 kg|12 kg} net. Il est vingt-deux heures "
    "dix quand la grille est refermée derrière nous et que les clés sont rendues au gardien, qui signe le cahier."
)
OTHER = (
    "La directrice du cabinet comptable remet les relevés de l'année, classés par mois, et précise que trois virements "
    "ont été passés deux fois puis annulés par la banque. Elle ignore qui avait la signature sur le second compte, "
    "ouvert avant son arrivée. Les originaux restent au coffre de l'agence, dont elle donne l'adresse et le numéro."
)


def alike(*documents: dict[str, object]) -> list[tuple[str, str, str]]:
    """The likenesses between these documents, as (path, other path, kind)."""
    case = dossier(documents)
    paths = {page.id: source.path for page in case.pages for source in case.sources if source.id == page.source}
    return sorted((paths[one.page], paths[one.other], one.kind) for one in case.likenesses)


def test_one_text_in_two_formats_is_a_copy() -> None:
    torn = PROSE.replace(". ", ".\n").replace("é", "e")
    assert alike({"path": "b.pdf", "text": torn}, {"path": "a.docx", "text": PROSE}) == [("b.pdf", "a.docx", "copy")]


def test_the_earliest_is_the_original_of_all() -> None:
    documents = [{"path": f"{name}.pdf", "text": PROSE} for name in "cab"]
    assert alike(*documents) == [("b.pdf", "a.pdf", "copy"), ("c.pdf", "a.pdf", "copy")]


def test_a_stamp_and_a_page_count_make_no_version() -> None:
    documents = [
        {"path": "a.pdf", "text": f"{PROSE}\npage 1/3"},
        {"path": "b.pdf", "text": f"D0147\n{PROSE}\npage 2/9", "folios": ["D0147"]},
    ]
    assert alike(*documents) == [("b.pdf", "a.pdf", "copy")]


def test_another_weight_is_a_version() -> None:
    documents = [{"path": "a.pdf", "text": PROSE}, {"path": "b.pdf", "text": PROSE.replace("12 kg", "21 kg")}]
    assert alike(*documents) == [("b.pdf", "a.pdf", "version")]


def test_a_denial_put_in_is_a_version() -> None:
    changed = PROSE.replace("qui signe", "qui refuse de signer")
    assert alike({"path": "a.pdf", "text": PROSE}, {"path": "b.pdf", "text": changed}) == [
        ("b.pdf", "a.pdf", "version")
    ]


def filled(person: str, day: str, seal: str, weight: str) -> str:
    head = f"Nous entendons {{person|{person}}} le {{date={day}|{day}}} au sujet du scellé n° {seal}. "
    return head + PROSE.replace("12 kg|12 kg", f"{weight}|{weight}")


def test_two_hearings_on_one_form_are_not_alike() -> None:
    one = filled("MORVAL Ugo", "2023-03-18", "12", "12 kg")
    assert (
        alike(
            {"path": "a.pdf", "text": one},
            {"path": "b.pdf", "text": filled("LE GOFF Anne", "2023-03-20", "14", "9 kg")},
        )
        == []
    )
    assert (
        alike(
            {"path": "a.pdf", "text": one}, {"path": "b.pdf", "text": filled("MORVAL Ugo", "2023-03-18", "13", "12 kg")}
        )
        == []
    )
    assert (
        alike(
            {"path": "a.pdf", "text": one}, {"path": "b.pdf", "text": filled("MORVAL Ugo", "2023-03-19", "12", "12 kg")}
        )
        == []
    )


def test_the_same_reference_joins_what_was_rewritten() -> None:
    rewritten = PROSE.replace("12 kg", "21 kg").replace(
        "une balance et deux rouleaux de film", "rien d'utile à l'enquête"
    )
    named = {"reference": "2023/417/09", "title": "Rapport de pesée"}
    assert alike({"path": "a.pdf", "text": PROSE, **named}, {"path": "b.pdf", "text": rewritten, **named}) == [
        ("b.pdf", "a.pdf", "version")
    ]


def test_other_references_keep_apart() -> None:
    changed = PROSE.replace("12 kg", "21 kg")
    documents = [
        {"path": "a.pdf", "text": PROSE, "reference": "2023/417/09"},
        {"path": "b.pdf", "text": changed, "reference": "2023/417/11"},
    ]
    assert alike(*documents) == []


def test_a_page_inside_another_is_an_excerpt_either_way() -> None:
    whole = f"{OTHER} {PROSE} {OTHER[::-1]}"
    assert alike({"path": "a.pdf", "text": whole}, {"path": "b.pdf", "text": PROSE}) == [("b.pdf", "a.pdf", "excerpt")]
    assert alike({"path": "a.pdf", "text": PROSE}, {"path": "b.pdf", "text": whole}) == [("b.pdf", "a.pdf", "excerpt")]


def test_a_quotation_is_no_copy() -> None:
    quoting = f"{OTHER} « {PROSE[:120]} » {OTHER[::-1]}"
    assert alike({"path": "a.pdf", "text": PROSE}, {"path": "b.pdf", "text": quoting}) == []


def misread(text: str) -> str:
    return text.replace("rm", "nn").replace("tt", "lt").replace("cl", "d").replace("vi", "v1").replace("le ", "1e ")


def test_a_scan_is_a_copy_even_where_one_digit_was_misread() -> None:
    scan = {"path": "b.pdf", "text": misread(PROSE).replace("12 kg", "17 kg"), "origin": "ocr", "grade": "B"}
    assert alike({"path": "a.pdf", "text": PROSE}, scan) == [("b.pdf", "a.pdf", "copy")]


def test_a_scan_with_another_number_is_a_version() -> None:
    scan = {"path": "b.pdf", "text": PROSE.replace("12 kg", "21 kg"), "origin": "ocr", "grade": "A"}
    assert alike({"path": "a.pdf", "text": PROSE}, scan) == [("b.pdf", "a.pdf", "version")]


def test_short_and_empty_pages_are_like_nothing() -> None:
    documents = [{"path": f"{name}.pdf", "text": "ANNEXE 3\nPhotographies"} for name in "ab"]
    assert alike(*documents) == []
    assert likenesses(Dossier()) == []


def test_copies_are_marked_for_the_checks_and_versions_are_not() -> None:
    case = dossier(
        [
            {"path": "a.pdf", "text": PROSE},
            {"path": "b.pdf", "text": PROSE},
            {"path": "c.pdf", "text": PROSE.replace("12 kg", "21 kg")},
        ]
    )
    marked = [page.near_duplicate_of for page in without_copies(case).pages]
    copies = [one for one in case.likenesses if one.kind == "copy"]
    assert [one.other for one in copies] == [mark for mark in marked if mark]
    assert all(isinstance(one, Likeness) for one in copies)
    assert len(copies) == 1


def test_a_copy_of_a_version_asks_nothing_again() -> None:
    changed = PROSE.replace("12 kg", "21 kg")
    case = dossier(
        [{"path": f"{name}.pdf", "text": text} for name, text in zip("abc", (PROSE, changed, PROSE), strict=True)]
    )
    (rule,) = (rule for rule in rules() if rule.check == "versions_differ")
    (found,) = findings(case, [], [], [rule])
    assert [citation.span.exact for citation in found.citations] == ["12 kg", "21 kg"]
    assert "“12 kg” against “21 kg”" in found.title_en
    assert found.certainty == "certain"


WAYBILL = """BRACKENHOLM QUARRIES LTD                      DELIVERY DOCKET 71944   {copy}
Loaded 14/05/2021  06:40     Lorry KX19 PLD     Driver {driver}
Crushed slate 20 mm          Gross 31,480 kg   Tare 12,260 kg   Net 19,220 kg
Order 8830/21                Delivered to: {place}
Received in good order, no shortage, tail lift used, sheet returned to office.
"""


def versions(*texts: str) -> int:
    """How many versions are asked about in a case with these texts as files."""
    case = dossier([{"path": f"{name}.txt", "text": text} for name, text in zip("abc", texts, strict=False)])
    asked = [rule for rule in rules() if rule.check == "versions_differ"]
    return len(findings(case, (), (), asked))


def test_a_copy_of_a_docket_that_names_another_place() -> None:
    ours = WAYBILL.format(copy="1 Office", driver="P. Sorrel", place="{organisation|Fennick Marina}, pontoon 4")
    theirs = WAYBILL.format(copy="3 Carrier", driver="P. Sorrel", place="{organisation|Hartle Depot}, bay 9")
    assert versions(ours, theirs) == 1


def test_two_digits_that_changed_places_are_no_other_filling() -> None:
    text = WAYBILL.format(copy="1 Office", driver="P. Sorrel", place="Fennick").replace("71944", "{container|71944}")
    assert versions(text, text.replace("71944", "71494")) == 1


def test_a_docket_of_another_day_or_driver_is_another_docket() -> None:
    ours = WAYBILL.format(copy="1 Office", driver="{person|P. Sorrel}", place="Fennick")
    other = WAYBILL.format(copy="1 Office", driver="{person|D. Yarrow}", place="Hartle")
    later = (
        ours.replace("71944", "{reference|71951}")
        .replace("14/05/2021", "{date=2021-05-15|15/05/2021}")
        .replace("31,480", "{quantity=29900 kg|29,900}")
        .replace("KX19 PLD", "{plate|FJ20 ROM}")
    )
    marked = (
        ours.replace("71944", "{reference|71944}")
        .replace("14/05/2021", "{date=2021-05-14|14/05/2021}")
        .replace("KX19 PLD", "{plate|KX19 PLD}")
    )
    assert versions(ours, other) == 0
    assert versions(marked, later) == 0
