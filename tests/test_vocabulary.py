import pytest

from greffier.vocabulary import is_function_word, is_role, is_thing, opposite, related, senses, tokens


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("saisie", "saisissons"),
        ("seized", "saisi"),
        ("pesee", "weighed"),
        ("warehouse", "entrepot"),
        ("comptons", "count"),
    ],
)
def test_may_mean_the_same(left: str, right: str) -> None:
    assert senses(left) & senses(right)


@pytest.mark.parametrize(("left", "right"), [("voler", "volant"), ("port", "porte"), ("scelle", "sceau")])
def test_mean_different_things(left: str, right: str) -> None:
    assert not senses(left) & senses(right)


def test_tokens_keep_offsets_and_split_elisions() -> None:
    text = "L'entrepôt\u00a0: 61,4 kg"
    assert [(text[t.start : t.end], t.word) for t in tokens(text)] == [
        ("L", "l"),
        ("entrepôt", "entrepot"),
        ("61,4", "61,4"),
        ("kg", "kg"),
    ]


def test_born_is_no_negation() -> None:
    born, ne = list(tokens("né ne"))
    assert born.senses & senses("birth")
    assert not ne.senses & senses("birth")


def test_lists() -> None:
    assert senses("closed") & opposite("opened")
    assert "warehouse" in related("entrepot")
    assert is_function_word("dans")
    assert is_thing("truck")
    assert is_role("judge")
    assert not is_role("policeman")
