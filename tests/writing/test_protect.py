import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.records import Entity, NameForm
from greffier.writing.protect import hidden_leaks, leaks, shield


def entity(name: str, *others: str, kind: str = "person", **told: object) -> Entity:
    forms = tuple(NameForm(form, "alias", ()) for form in (name, *others))
    return Entity(name, kind, name, forms, (), (), (), **told)  # type: ignore[arg-type]


MAN = entity("Théodule d'Ormesson-Vaz", "le Grand Sec", protected=True, publish_as="Paul")


@pytest.mark.parametrize(
    "text",
    [
        "Théodule d'Ormesson-Vaz",
        "D'ORMESSON VAZ Theodule",
        "ormesson",
        "THEODULE",
        "ORMES-\nSON",
        "Or\u00admesson",
        "Ormesson's car",
        "file_theodule.ormesson.pdf",
        "le grand sec",
        "O R M E S S O N",
        "Théo\u200bdule",
    ],
)
def test_every_form_is_found(text: str) -> None:
    found = leaks(f"xx {text} yy", [MAN])
    assert found
    assert found[0][0] == "Paul"


def test_a_changed_name_may_be_said_and_the_true_one_behind_it_not() -> None:
    changed = NameForm("Victor", "changed", ())
    alone = Entity("v", "person", "Victor", (changed,), (), (), (), protected=True, publish_as="Victor")
    assert leaks("Victor parle.", [alone]) == []
    both = Entity(
        "v", "person", "Marin Dufoy", (NameForm("Marin Dufoy", "legal", ()), changed), (), (), (), protected=True,
        publish_as="Victor",
    )  # fmt: skip
    assert [(name, start, end) for name, start, end in leaks("Victor, M. Dufoy", [both])] == [("Victor", 11, 16)]


@pytest.mark.parametrize("text", ["le grand arbre", "Théodora", "un ormeau", "Paul", "Vazquez", "sec"])
def test_other_words_are_left_alone(text: str) -> None:
    assert leaks(text, [MAN]) == []


def test_offsets_are_of_the_text_given() -> None:
    text = "Hier, le «\u00a0GRAND\u00a0SEC\u00a0» et Ormesson : le grand\nsec."
    found = [text[start:end] for _, start, end in leaks(text, [MAN])]
    assert found == ["GRAND\u00a0SEC", "Ormesson", "le grand\nsec"]


def test_a_namesake_is_not_a_leak() -> None:
    other = entity("Théodule Brisacier")
    assert leaks("Théodule Brisacier", [MAN, other]) == []
    assert leaks("Théodule", [MAN, other]) != []


def test_phone_is_found_however_it_is_grouped() -> None:
    phone = entity("0639980417", kind="phone", protected=True)
    assert leaks("au 06.39.98.04.17 ce soir", [phone])


def test_hidden_in_markup() -> None:
    guard = shield([MAN])
    for text in ("Orm<b>esson</b>", "Th&eacute;odule", "/th%C3%A9odule.png", "Th\\u00e9odule"):
        assert hidden_leaks(text, guard) == ["Paul"], text


@given(st.text(max_size=60))
def test_mask_keeps_length_and_hides(text: str) -> None:
    guard = shield([MAN])
    masked = guard.mask(f"{text} Ormesson")
    assert len(masked) == len(text) + 9
    assert guard.leaks(masked) == []


def test_nobody_protected() -> None:
    assert leaks("Anyone", [entity("Anyone")]) == []


ANH = entity("Anh LY", protected=True, publish_as="Zoé")
GUEN = entity("LE GUEVEN Yann", protected=True, publish_as="Luc")
SOREN = entity("Søren Łukaszek", protected=True, publish_as="Ulf")
TEO = entity("CALVERIN Téo", "Téo Calverin", protected=True, publish_as="Rémi")


@pytest.mark.parametrize(
    "text",
    [
        "Calve\nrin",
        "CALVE-\nRIN",
        "| Calve |\n| rin |",
        "> Calve-\n> rin",
        "Cal\u034fverin",
        "Cal\ufe0fverin",
        "Саlverin",
        "𝐂𝐚𝐥𝐯𝐞𝐫𝐢𝐧",
        "ᴄᴀʟᴠᴇʀɪɴ",
        "🅲🅰🅻🆅🅴🆁🅸🅽",
        "C*alver*in",
        "Cal<b>verin</b>",
        "Cal<!-- x -->verin",
        "tcalverin@port.example",
        "tcalverin",
        "calverin75",
        "temoinCalverin.pdf",
        "box/dossier_tcalverin2.pdf",
        "C4lver1n",
        "C-A-L-V-E-R-I-N",
        "Calverin-Duval",
        "Mme Ly",
        "M. Le Gueven",
        "Gueven",
        "Soren",
        "LUKASZEK",
    ],
)
def test_no_guise_hides_a_name(text: str) -> None:
    guard = shield([ANH, GUEN, SOREN, TEO])
    assert guard.leaks(f"avant {text} après")
    masked = guard.mask(f"avant {text} après")
    assert len(masked) == len(f"avant {text} après")
    assert guard.leaks(masked) == []


@pytest.mark.parametrize(
    "text", ["ly", "lycée", "la calvinie", "SQ14", "AB123CD", "fin de mars\nguide", "Rémi", "D0044"]
)
def test_no_guise_makes_a_name_of_other_words(text: str) -> None:
    assert shield([ANH, GUEN, SOREN, TEO]).leaks(text) == []


@pytest.mark.parametrize(
    "other", ["M. Calverin", "Paul-Henri Calverin", "T. CALVERIN", "Calverin Transports", "Lieutenant Calverin"]
)
def test_who_shares_the_family_name_is_not_harmless(other: str) -> None:
    assert shield([TEO, entity(other)]).leaks(f"vu {other} ici")


@pytest.mark.parametrize("told", ["Calverin", "T. Calverin", "Jean Calverin", "Téo L."])
def test_a_name_to_publish_must_not_hold_the_name(told: str) -> None:
    guard = shield([entity("Téo Calverin", protected=True, publish_as=told)])
    assert guard.leaks(f"vu {told} ici")
    assert guard.leaks(guard.renamed(f"vu {told} ici")) == []


@pytest.mark.parametrize(
    "text", ['{"a": "Calve-\\nrin"}', '["<i>Cal</i>verin"]', "Cal%2576erin", '<a title="Calverin">']
)
def test_hidden_in_files(text: str) -> None:
    assert hidden_leaks(text, shield([TEO])) == ["Rémi"]


def test_misread_by_an_engine() -> None:
    guard = shield([TEO])
    assert guard.mask("Le sieur Calvenn et Calve rin dorment", misread=True) == "Le sieur ███████ et █████ ███ dorment"
    assert guard.mask("Le sieur Calvenn et Calve rin dorment") == "Le sieur ███████ et Calve rin dorment"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("M. Ormeson, vu", "M. ███████, vu"),
        ("OMRESSON, vu", "████████, vu"),
        ("Ormessonn, vu", "█████████, vu"),
        ("Theodulle dit", "█████████ dit"),
        ("Thédolue dit", "████████ dit"),  # two letters of a long name
        ("Orme, Forme, Ormeraie", "Orme, Forme, Ormeraie"),
        ("son ormeson", "son ormeson"),  # no capital: no name
    ],
)
def test_a_name_that_a_typist_got_wrong_is_masked(text: str, masked: str) -> None:
    assert shield([MAN]).mask(text) == masked


def test_the_name_to_publish_is_not_masked_for_being_near() -> None:
    guard = shield([entity("Clara Vaudrel", protected=True, publish_as="Claire")])
    assert guard.mask("Claire et Clare, Vaudreil") == "Claire et █████, ████████"
