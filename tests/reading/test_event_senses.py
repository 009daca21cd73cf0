"""Events that offices of several countries tell in a few words, and words that only look like one of them."""

from __future__ import annotations

import pytest

from greffier.records import Event, Mention
from greffier.steps import read_text

Told = tuple[str, dict[str, str], list[str]]


def told(text: str, language: str = "en") -> list[Told]:
    """Type, roles by name and words of the amounts of each event, in the order of the text."""
    found = read_text(text, language, "2024-06-20")
    words = {one.id: one.span.exact for one in found if isinstance(one, Mention)}
    events = sorted((one for one in found if isinstance(one, Event)), key=lambda one: one.citations[0].span.start)
    return [
        (one.type, {role.role: role.name for role in one.roles if role.mention}, [words[it] for it in one.quantities])
        for one in events
    ]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "On 7 March 2024 the caretaker handed Ruben Oduya the keys of the shed.",
            [("deliver", {"agent": "caretaker", "recipient": "Ruben Oduya"}, [])],
        ),
        (
            "On 7 March 2024 the cooperative paid Hollis Freight Ltd £4,000.",
            [("pay", {"recipient": "Hollis Freight Ltd"}, ["£4,000"])],
        ),
        (  # who has the firm, and not he
            "On 7 March 2024 the cooperative paid Hollis's firm £4,000.",
            [("pay", {}, ["£4,000"])],
        ),
        (
            "The steward, Amos Tarrant of Leeds, was intercepted at Dunmore Airport on 7 March 2024.",
            [("arrest", {"recipient": "Amos Tarrant"}, [])],
        ),
        ("A shipment was intercepted by Sgt Ruben Oduya on 7 March 2024.", [("seize", {"agent": "Ruben Oduya"}, [])]),
        (
            "Evidence was released to Sgt. Ruben Oduya on 10 March 2024.",
            [("deliver", {"recipient": "Ruben Oduya"}, [])],
        ),
        ("Keys handed to Sgt Ruben Oduya.", [("deliver", {"recipient": "Ruben Oduya"}, [])]),
        (
            "On 7 March 2024 Amos Tarrant lent the van to Ruben Oduya in exchange for two crates of gin.",
            [("deliver", {"agent": "Amos Tarrant", "recipient": "Ruben Oduya"}, [])],
        ),
    ],
)
def test_told_in_english(text: str, events: list[Told]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Copie transmise à Me Paul Grosset.", [("transmit", {"recipient": "Paul Grosset"}, [])]),
        (
            "Le 4 mai 2024, Karim Benali a remis une enveloppe de 300 euros à Luc Morel.",
            [("pay", {"agent": "Karim Benali", "recipient": "Luc Morel"}, ["300 euros"])],
        ),
        (
            "Le 4 mai 2024, Karim Benali a prêté la voiture à Luc Morel contre deux caisses de vin.",
            [("deliver", {"agent": "Karim Benali", "recipient": "Luc Morel"}, [])],
        ),
        (  # who had it sent
            "Le 4 mai 2024, le scellé est adressé à l'Institut Pasteur sur instructions du juge Luc Morel.",
            [("transmit", {"recipient": "Institut Pasteur"}, [])],
        ),
        (
            "Trois colis auraient été interceptés par la brigade de Lens le 10 juin 2023.",
            [("seize", {"agent": "brigade de Lens"}, ["Trois colis"])],
        ),
        (  # he was called
            "Le 3 mai 2024, le gérant, Luc Morel, joint par téléphone, refuse de répondre.",
            [("call", {"recipient": "Luc Morel"}, [])],
        ),
        (
            "Le 3 mai 2024, Luc Morel a amené 600 litres de gazole à Lyon.",
            [("transport", {"agent": "Luc Morel"}, ["600 litres"])],
        ),
        (
            "Le 4 mai 2024, Luc Morel a fait pression sur Paul Grosset.",
            [("threaten", {"agent": "Luc Morel", "victim": "Paul Grosset"}, [])],
        ),
    ],
)
def test_told_in_french(text: str, events: list[Told]) -> None:
    assert told(text, "fr") == events


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le 4 mai 2024, le syndicat saisit la justice.", "fr"),
        ("9 h 10 – L'affaire est appelée.", "fr"),
        ("Luc Morel, que les clients appellent Jo Palmier, se tait.", "fr"),
        ("Prévenu : Luc Morel, rouleur, né le 4 mai 1990 à Lens.", "fr"),
        ("Luc Morel nous a confié dès le 4 mai 2024 que deux paquets manquaient.", "fr"),
        ("Plainte déposée à Lens par Luc Morel le 4 mai 2024.", "fr"),
        ("Amos Tarrant has given no comment.", "en"),
        ("Du compte de Luc Morel sont partis 31.400 € vers Chypre le 3 mai 2024.", "fr"),
        ("Le 4 mai 2024, la plainte a amené Luc Morel à se rétracter.", "fr"),
    ],
)
def test_other_senses(text: str, language: str) -> None:
    assert told(text, language) == []


def test_a_log_tells_who_called_and_who_was_heard() -> None:
    log = (
        "POLICE NOTEBOOK\n\nTue 5 March 2024\n14:20 Call from Ann Wassley, clerk at Nikol.\n15:10 Interviewed Dwayne"
        " Pruett at the hotel.\n15:40 Call to Sgt Ruben Oduya.\n"
    )
    assert [(type_, roles) for type_, roles, _ in told(log)] == [
        ("call", {"agent": "Ann Wassley"}),
        ("hear", {"recipient": "Dwayne Pruett"}),
        ("call", {"recipient": "Ruben Oduya"}),
    ]


def test_a_denied_deed_is_denied() -> None:
    (event,) = [
        one
        for one in read_text("Ruben Oduya denied selling any wheat to Dwayne Pruett.", "en")
        if isinstance(one, Event)
    ]
    assert (event.type, event.polarity, event.modality) == ("sell", "negative", "alleged")


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("Le 4 mai 2024, 300 euros ont été remis par Jean Diop, mareyeur au port de Lorient.", "pay", None),
        ("Le 4 mai 2024, Karim Benali a remis 300 euros à Luc Morel à Marseille.", "pay", "Marseille"),
        ("On 4 May 2024 he was paid £300 by a man at Blythe Foods in Hythe.", "pay", None),
    ],
)
def test_where_somebody_works_is_not_where_it_happened(text: str, type_: str, place: str | None) -> None:
    found = read_text(text, "en" if text.startswith("On") else "fr", "2024-06-20")
    words = {one.id: one.span.exact for one in found if isinstance(one, Mention)}
    (event,) = [one for one in found if isinstance(one, Event) and one.type == type_]
    assert (words[event.place] if event.place else None) == place


@pytest.mark.parametrize(
    "text",
    [
        "Luc Morel a rendu le fourgon samedi 4 mai 2024, et Jean Diop précise que Luc Morel a payé 180 euros.",
        "Jean Diop précise que Luc Morel a rendu le fourgon samedi 4 mai 2024 et qu'il a payé 180 euros.",
        "Luc Morel prétend, dans la presse (Le Courrier, 4 mai 2024), avoir payé 180 euros.",
        "Luc Morel a déchargé les sacs le 4 mai 2024 au port, contre 180 euros remis par Jean Diop.",
    ],
)
def test_the_day_of_another_verb_is_not_taken(text: str) -> None:
    assert [one.time for one in read_text(text, "fr") if isinstance(one, Event) and one.type == "pay"] == [None]
