"""What an event is not filled with: what lies beside, what goods are worth, days of other things, offices."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Event, Mention, PieceKind
from tests.one_page import found_on

READERS = load_readers()


def told(text: str, kind: PieceKind = "report") -> list[tuple[Event, list[str]]]:
    """The events of a page, each with the words of its amounts."""
    found = found_on(text, READERS, kind)
    words = {one.id: one.span.exact for one in found if isinstance(one, Mention)}
    return [(one, [words[it] for it in one.quantities]) for one in found if isinstance(one, Event)]


def only(text: str, type_: str) -> Event:
    (event,) = [one for one, _ in told(text) if one.type == type_]
    return event


@pytest.mark.parametrize(
    ("text", "type_", "roles"),
    [
        (
            "The bags were returned to Inspector Gil Reid on 18 March 2024.",
            "deliver",
            {"recipient": "Gil Reid"},
        ),
        ("Two bottles went to the Kew Laboratory on 12 March 2024.", "transmit", {"recipient": "Kew Laboratory"}),
        ("On 4 May 2024 Mary Doyle went to Leeds.", "travel", {"agent": "Mary Doyle", "destination": "Leeds"}),
        (
            "On 4 May 2024 Mary Doyle lent Sam Carter the van.",
            "deliver",
            {"agent": "Mary Doyle", "recipient": "Sam Carter"},
        ),
        (
            "On 4 May 2024 Mary Doyle left for Leeds.",
            "travel",
            {"agent": "Mary Doyle", "destination": "Leeds"},
        ),
        ("On 4 May 2024 Mary Doyle lent Sam Carter £400.", "pay", {"agent": "Mary Doyle", "recipient": "Sam Carter"}),
        (
            "Le 4 mai 2024, Karim Benali a prêté sa voiture à Luc Morel.",
            "deliver",
            {"agent": "Karim Benali", "recipient": "Luc Morel"},
        ),
        (
            "Le 4 mai 2024, Karim Benali a prêté 3 000 euros à Luc Morel.",
            "pay",
            {"agent": "Karim Benali", "recipient": "Luc Morel"},
        ),
        (
            'Between Tarn Plant Ltd (the "Owner"), represented by Ann Lowe, and Mr Tom Carter (the "Hirer").\n\n'
            "On 4 May 2024 the Hirer paid the Owner £1,450.",
            "pay",
            {"agent": "Tom Carter", "recipient": "Tarn Plant Ltd"},
        ),
        (
            "La SARL Brunet Transports, représentée par M. Paul Brunet, ci-après dénommée « le Vendeur »,\n"
            "Et Mme Anne Collet, ci-après « l'Acquéreur »,\n\n"
            "Le 4 mai 2024, l'Acquéreur a versé 4 000 euros au Vendeur.",
            "pay",
            {"agent": "Anne Collet", "recipient": "SARL Brunet Transports"},
        ),
        (
            "Lender: Ann Lowe\nBorrower: Hull Freight Ltd\n\nOn 4 May 2024 the Lender paid £5,000 to the Borrower.",
            "pay",
            {"agent": "Ann Lowe", "recipient": "Hull Freight Ltd"},
        ),
        (
            "Mme Anne Collet, greffière, ouvre. Le 5 mai 2024, la greffière a remis trois sacs à Paul Brunet.",
            "deliver",
            {"agent": "Anne Collet", "recipient": "Paul Brunet"},
        ),
        (
            "REPORT\nPrepared by: PC Mary Doyle\n\nOn 4 May 2024 I informed Tom Reid of his rights.",
            "inform",
            {"agent": "Mary Doyle", "recipient": "Tom Reid"},
        ),
        (
            "NOTE\n\nOn 4 May 2024 I handed 12 bags to Karl Benn.\n\nMary Doyle\nHead of Stores",
            "deliver",
            {"agent": "Mary Doyle", "recipient": "Karl Benn"},
        ),
        (  # which of the two
            "NOTE\n\nOn 4 May 2024 I handed 12 bags to Karl Benn.\n\nMary Doyle   Tom Reid",
            "deliver",
            {"recipient": "Karl Benn"},
        ),
        (
            "NOTE\n\nRédacteur : Paul Morin, inspecteur\n\nLe 4 mai 2024, j'ai remis douze sacs à Karim Benali.",
            "deliver",
            {"agent": "Paul Morin", "recipient": "Karim Benali"},
        ),
        (
            "Le 4 mai 2024, Paul Morin signale un vol à Karim Benali.",
            "inform",
            {"agent": "Paul Morin", "recipient": "Karim Benali"},
        ),
        (
            "Le 4 mai 2024, Paul Morin a prévenu Karim Benali par téléphone.",
            "inform",
            {"agent": "Paul Morin", "recipient": "Karim Benali"},
        ),
        (
            "Mary Doyle shook hands with Tom Reid on 4 May 2024.",
            "meet",
            {"participant": "Tom Reid"},
        ),
        (  # one of several
            "Mme Anne Collet, greffière, signe. Une greffière a remis trois sacs à Paul Brunet le 5 mai 2024.",
            "deliver",
            {"agent": "greffière", "recipient": "Paul Brunet"},
        ),
    ],
)
def test_who_did_it(text: str, type_: str, roles: dict[str, str]) -> None:
    assert {role.role: role.name for role in only(text, type_).roles if role.mention} == roles


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        (
            "Le 4 mai 2024, un utilitaire blanc, AB-123-CD, arrive. L'utilitaire repart vers Nantes à 10 h 30.",
            "AB-123-CD",
        ),
        ("Le 4 mai 2024, le caboteur « ALDEBARAN » est contrôlé. Le navire est arrivé à Brest à 9 h.", "ALDEBARAN"),
        ("On 4 May 2024 a silver van, reg AB12 CDE, was parked. The van left for Leeds at 10:30.", "AB12CDE"),
        ("On 4 May 2024 two vans, AB12 CDE and CD12 EFG, were searched. The van left for Leeds at 10:30.", None),
    ],
)
def test_what_goes_somewhere(text: str, thing: str | None) -> None:
    last = [one for one, _ in told(text) if one.type == "travel"][-1:]
    assert [role.name for one in last for role in one.roles if role.mention and role.role in ("object", "agent")] == (
        [thing] if thing else []
    )


def test_two_of_one_office_are_nobody() -> None:
    text = "Mme Anne Collet, greffière, et Mme Zoé Brun, greffière, signent. La greffière a remis un sac à Luc Morel."
    assert all(role.name != "Anne Collet" for event, _ in told(text) for role in event.roles)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Le 4 mai 2024, nous saisissons 12 kg de résine d'une valeur de 30 000 euros.", ["12 kg"]),
        ("Officers seized 12 kg of resin worth £30,000 on 4 May 2024.", ["12 kg"]),
        ("Officers found 14 phones under six crates of tomatoes on 4 May 2024.", ["14 phones"]),
        ("Mary Doyle weighed three sacks and noted a total of 61.2 kg on 4 May 2024.", ["61.2 kg"]),
        ("Mary Doyle was released on 4 May 2024 on bail of 20,000 euros.", []),
    ],
)
def test_what_lies_beside_is_no_amount(text: str, amounts: list[str]) -> None:
    assert [it for _, here in told(text) for it in here] == amounts


@pytest.mark.parametrize(
    ("text", "type_", "day"),
    [
        ("Le 4 mai 2024, visite du hangar. Aucune arme n'a été trouvée par les agents.", "find", None),
        ("On 4 May 2024 officers searched a shed rented by Mr Dwayne Pokai.", "rent", None),
        ("Raid of 4 May 2024. Four men, among them Karl Reid, have been arrested.", "arrest", None),
        ("Procédons à la pesée des sacs sur une balance étalonnée le 16 mars 2020.", "weigh", None),
        ("Mary Doyle burned the ledgers for 2013.", "destroy", None),
        ("Mary Doyle was bailed for 10:00 on 24 May 2024.", "custody_end", None),
    ],
)
def test_days_of_other_things(text: str, type_: str, day: str | None) -> None:
    here = [one for one, _ in told(text) if one.type == type_]
    assert [one.time and one.time.edtf for one in here] in ([], [day])


@pytest.mark.parametrize(
    ("text", "type_", "claim"),
    [
        ("Two handguns could not be found.", "find", ("negative", "fact")),
        ("Trois suspects ont été arrêtés le 4 mai 2024, dont Karim Benali.", "arrest", ("positive", "fact")),
        ("The police suspect Karim Benali sold 3 kg on 4 May 2024.", "sell", ("positive", "alleged")),
        (
            "Paul Morin dit qu'il n'a pris qu'une boîte et qu'il a rendu l'autre à Zoé Brun.",
            "deliver",
            ("positive", "alleged"),
        ),
        ("Ann Lowe says each family has paid £8,000.", "pay", ("positive", "alleged")),
        ("No item was destroyed.", "destroy", ("negative", "fact")),
    ],
)
def test_how_sure(text: str, type_: str, claim: tuple[str, str]) -> None:
    event = only(text, type_)
    assert (event.polarity, event.modality) == claim


def test_what_is_put_into_a_bag_is_no_seal() -> None:
    roles = [
        (role.role, role.span.exact) for role in only("Ann Lowe sealed exhibit OF 1 in bag JCF 0081771.", "seal").roles
    ]
    assert ("object", "JCF 0081771") not in roles


@pytest.mark.parametrize(
    "text",
    [
        "O1 l'appelle Président le 4 mai 2024.",
        "On 4 May 2024 Mary Doyle rang the doorbell.",
        "Mary Doyle did not return three calls from Tom Reid.",
        "On 4 May 2024 Mary Doyle reached an agreement with Tom Reid.",
        "On 4 May 2024 Mary Doyle received a report from Tom Reid that two men were fishing.",
        "Tom Reid was called as a witness.",
        "Le 4 mai 2024, Paul Morin signale la disparition de son mari, Karim Benali.",
    ],
)
def test_other_senses(text: str) -> None:
    assert not told(text)


def test_what_was_entered_as_an_exhibit_did_not_travel() -> None:
    assert not [one for one, _ in told("They were entered as exhibit KK/16 on 4 May 2024.") if one.type == "travel"]


@pytest.mark.parametrize(
    "text",
    [
        "Aucune somme ne pourra être versée à qui que ce soit avant le 4 mai 2024.",
        "Aucun colis ne pourra être remis à quelque personne que ce soit.",
        "No sum will be paid to anybody before 4 May 2024.",
    ],
)
def test_what_may_not_be_done_is_no_act(text: str) -> None:
    assert [one for one, _ in told(text) if one.type in ("pay", "deliver")] == []


@pytest.mark.parametrize(
    "line",
    [
        "[18:55] Titus Morel a quitté le groupe",
        "[18:55] Titus Morel a rejoint la conversation",
        "[18:55] Titus Morel left the chat",
    ],
)
def test_who_leaves_a_chat_goes_nowhere(line: str) -> None:
    assert told(f"30/10/2021\n[18:52] Momo : salut\n{line}\n[18:57] Momo : ok", "chat") == []


def test_what_is_quoted_after_a_verb_is_no_amount_of_it() -> None:
    seen = told(
        "Le 3 mai 2021, Mme Odile Vasseur a compté 12 sacs et s'est écriée : « il manque 46 boîtes et je sais lire »."
    )
    assert [amounts for one, amounts in seen if one.type == "count"] == [["12 sacs"]]


def test_what_things_weigh_is_no_number_of_them() -> None:
    ((_, amounts),) = told("12 August 2020. Counted on the bench: 214 shells, 48.6 kg.")
    assert amounts == ["214 shells"]


def test_until_when_a_custody_goes_on_is_not_when_that_was_ordered() -> None:
    event = only(
        "On 4 May 2021 Superintendent Hale extended the detention of Peter Doyle to 18:40.", "custody_extension"
    )
    assert event.time is None or "18:40" not in event.time.edtf


def test_the_day_and_place_of_a_find_are_not_those_of_what_became_of_it() -> None:
    seen = told("Remise des 12 kg saisis le 3 mai 2021 à Marseille à M. Paul Morin, chef du laboratoire.")
    assert all(one.time is None and one.place is None for one, _ in seen if one.type == "deliver")


def test_a_pronoun_does_not_mean_who_only_asks() -> None:
    head = "PROCÈS-VERBAL D'AUDITION de M. Luc Brisson, le 3 mai 2021\n"
    talk = "DUROC : Connaissez-vous celui qui achète ?\nBRISSON : Je l'ai jamais rencontré."
    ((met, _),) = told(head + talk, "hearing")
    assert [role.name for role in met.roles] == ["Brisson"]


def test_who_is_told_of_in_words_quoted_did_nothing_that_the_next_entry_tells() -> None:
    log = 'Notebook of PC Ann Hale, 12 August 2020\n0620 Steven Rudd ("Ferret") enters the shop.\n'
    log += '0740 Anon call to hotline: "Ferret sells to the Red Lion, ninety a kilo."\n0830 Rang Sgt Dobbs.'
    sold, rang = (only(log, type_) for type_ in ("sell", "call"))
    assert {role.role: role.name for role in sold.roles}["agent"] == "Steven Rudd"
    assert "agent" not in {role.role for role in rang.roles}
