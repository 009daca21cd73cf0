from __future__ import annotations

import pytest

from greffier.storing.query import Either, Every, Except, Node, Words, parse, terms


def words(*told: str, exact: bool = False, prefix: bool = False) -> Words:
    return Words(told, exact, prefix)


A, B, C = words("a1"), words("b1"), words("c1")


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("a1", A),
        ("a1 b1", Either((A, B))),
        ("a1 OR b1", Either((A, B))),
        ("a1 AND b1", Every((A, B))),
        ("a1 b1 AND c1", Either((A, Every((B, C))))),
        ("(a1 OR b1) AND c1", Every((Either((A, B)), C))),
        ("NOT a1", Except(A)),
        ("NOT NOT a1", A),
        ("a1 NOT (b1 c1)", Either((A, Except(Either((B, C)))))),
        ('"a1 b1"', words("a1", "b1", exact=True)),
        ('"a1 b1"*', words("a1", "b1", exact=True, prefix=True)),
        ("“a1 b1”", words("a1", "b1", exact=True)),
        ("« a1 b1 »", words("a1", "b1", exact=True)),
        ("a1*", words("a1", prefix=True)),
        ("AB-123-CD", words("ab", "123", "cd")),
        ("l'Arme", words("arme")),
        ("qu’il", words("il")),
        ("aujourd'hui", words("aujourd", "hui")),
        ("Who paid ?", Either((words("who"), words("paid")))),
        ("et/ou", words("et", "ou")),
        ("a1 and b1", Either((A, words("and"), B))),
        ("?", None),
        ("AND", None),
        ("a1 AND AND b1", Either((A, B))),
        ("(a1", A),
    ],
)
def test_parse(query: str, node: Node | None) -> None:
    assert parse(query) == node


def test_groups_are_only_so_deep() -> None:
    assert parse("(" * 5 + "a1" + ")" * 5) == A
    assert parse("(" * 50 + "a1" + ")" * 50) == A
    assert parse("(" * 50 + "a1 AND b1" + ")" * 50) == Either((A, B))


def test_terms_keep_accents_and_close_hyphens() -> None:
    assert terms("L’ŒUVRE de l'équi-\npage, n° 7") == ["oeuvre", "de", "équipage", "n", "7"]
