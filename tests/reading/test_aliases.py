"""Other names of people and services: what counts as one, and what only looks like one."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.reading.returns import find_returns, of_letters, of_nicknames
from greffier.records import Found, Link, Mention
from tests.one_page import found_on

READERS = [reader for reader in load_readers() if reader.name in ("dates", "identifiers", "names", "aliases")]


def read(text: str) -> list[Found]:
    return found_on(text, READERS)


def links(text: str, *kinds: str) -> set[tuple[str, str, str]]:
    found = read(text)
    words = {one.id: one.span.exact for one in found if isinstance(one, Mention)}
    return {
        (words[one.left], one.type, words[one.right])
        for one in found
        if isinstance(one, Link) and (one.type in kinds if kinds else one.type != "role")
    }


PAIRS = [
    ('Priya "Pixie" KELLOW left. Later Pixie rang.', ('Priya "Pixie" KELLOW', "nickname", "Pixie")),
    ('(1) MARLON "CHUBBY" ST. CLAIR, 29, left. Chubby rang.', ('MARLON "CHUBBY" ST. CLAIR', "nickname", "Chubby")),
    ("A man named Errol KELLOW (\u86c7\u54e5) left.", ("Errol KELLOW", "alias", "\u86c7\u54e5")),
    (
        "Errol KELLOW deals in cattle. He is from Clogher way and everybody calls him 'the Badger'.",
        ("Errol KELLOW", "nickname", "the Badger"),
    ),
    ("BELHADI Nabil a.k.a. Accountant left.", ("BELHADI Nabil", "alias", "Accountant")),
    ("Occupier: Errol KELLOW, o/c “Bigga”, driver.", ("Errol KELLOW", "alias", "Bigga")),
    ("I know Daniel KELLOW, who everybody called Sparky.", ("Daniel KELLOW", "nickname", "Sparky")),
    ("BELHADI Nabil répondant au nom de Papillon est sorti.", ("BELHADI Nabil", "alias", "Papillon")),
    ("Gil, c'est Gil KELLOW. Tout le monde l'appelle « le Bosco ».", ("Gil KELLOW", "nickname", "le Bosco")),
    ("BELHADI Nabil, né le 21.02.1998 à Esch\nSurnom : Kiko\n", ("BELHADI Nabil", "alias", "Kiko")),
    ("Ivor KELLOW left. His nickname is iv_64.", ("Ivor KELLOW", "nickname", "iv_64")),
    ("BELHADI Nabil, alias « Papillon », est sorti.", ("BELHADI Nabil", "alias", "Papillon")),
    ("Le nommé PERROT Gilles dit « Le Notaire » a signé.", ("PERROT Gilles", "nickname", "Le Notaire")),
    ("Selim Ozcan dit le Borgne a quitté Lyon.", ("Selim Ozcan", "nickname", "le Borgne")),
    ("Corinne Vasseur, surnommée « Coco », gère le bar.", ("Corinne Vasseur", "nickname", "Coco")),
    ("Yves Tanguy, plus connu sous le nom de Capitaine Flic, nie.", None),
    ("Yves Kerdoncuff, plus connu sous le nom de « Ti-Yves », nie.", ("Yves Kerdoncuff", "alias", "Ti-Yves")),
    (
        "Mourad Slimani se faisant appeler Marco Bellini a loué la voiture.",
        ("Mourad Slimani", "alias", "Marco Bellini"),
    ),
    ("Hugo Marchal (Falcon91 sur Signal) organise tout.", ("Hugo Marchal", "alias", "Falcon91")),
    ("Mme ROUVIÈRE Josiane née DESCOMBES, sans profession.", ("ROUVIÈRE Josiane", "former", "DESCOMBES")),
    ("SABATIER Enzo, né le 2 mars 1990 à Toulon, dit « Zozo », est absent.", ("SABATIER Enzo", "nickname", "Zozo")),
    (
        "Un nommé DRIOUCH Kamel, né le 9 août 1988 à Sète, y figure sous l'alias « Kiko ».",
        ("DRIOUCH Kamel", "alias", "Kiko"),
    ),
    ("John Harker, also known as Mack, was seen.", ("John Harker", "alias", "Mack")),
    ('Peter Lowe, a.k.a. "the Fox", was seen.', ("Peter Lowe", "alias", "the Fox")),
    ("Dennis Crowe aka Razor left the pub.", ("Dennis Crowe", "alias", "Razor")),
    ("Sarah Whitlock, nicknamed the Duchess, paid.", ("Sarah Whitlock", "nickname", "the Duchess")),
    ("Anna Reid (née Cole) gave evidence.", ("Anna Reid", "former", "Cole")),
    ("Mark Stone, formerly Mark Kendrick, was there.", ("Mark Stone", "former", "Mark Kendrick")),
    ('Gary Pike, who goes by "Spud", drove.', ("Gary Pike", "alias", "Spud")),
    ("Le nommé VASSEUR Loïc dit « Mika » est absent.", ("VASSEUR Loïc", "nickname", "Mika")),
    ("Le nommé TALBI Nassim dit Nono est absent.", ("TALBI Nassim", "nickname", "Nono")),
    ("Mehdi Kaddour se fait appeler Tony Vargas.", ("Mehdi Kaddour", "alias", "Tony Vargas")),
    ("« Zizou », de son vrai nom Yazid Hamidou, a été arrêté.", ("Yazid Hamidou", "alias", "Zizou")),
    ("« Zizou » est identifié comme étant Yazid HAMIDOU.", ("Yazid HAMIDOU", "alias", "Zizou")),
    ('A man known as "the Dutchman" is believed to be Willem Kuiper.', ("Willem Kuiper", "alias", "the Dutchman")),
    ("VX7PLUM4 = Sean Garrity", ("Sean Garrity", "alias", "VX7PLUM4")),
    ("Nom : BERTOUX Alain\nSurnom : Lulu", ("BERTOUX Alain", "alias", "Lulu")),
    ("BERTOUX Alain « Lulu » | docker | Sète", ("BERTOUX Alain", "nickname", "Lulu")),
    ("Gregor Baines was at school with us. Everyone calls him Biscuit.", ("Gregor Baines", "nickname", "Biscuit")),
    ("« L'Anguille » (Omar Saïdi) attend.", ("Omar Saïdi", "nickname", "L'Anguille")),
    ('Omar Saïdi, AKA "Momo", waits.', ("Omar Saïdi", "alias", "Momo")),
    ("« Denis » (prénom changé) confirme.", ("Denis", "changed", "Denis")),
    ("Leila (le prénom a été modifié) témoigne.", ("Leila", "changed", "Leila")),
    ("Mia Ford (her name has been changed) wept.", ("Mia Ford", "changed", "Mia Ford")),
    ("Rosita, a clerk whose name has been changed, wept.", ("Rosita", "changed", "Rosita")),
    ("Solène (*), 54 ans, se tait.\n\n(*) Le prénom a été changé.", ("Solène", "changed", "Solène")),
    ("One of them, whom we shall call Juma, wept.", ("Juma", "changed", "Juma")),
    ("Une femme, que nous appellerons Corinne, raconte.", ("Corinne", "changed", "Corinne")),
    ("Pia Lowe (ce n'est pas son vrai nom) raconte.", ("Pia Lowe", "changed", "Pia Lowe")),
    ("Errol DACRE, also called Duke, paid.", ("Errol DACRE", "nickname", "Duke")),
    ("Captain Rashid Omar, known along the coast as Mzungo, left.", ("Rashid Omar", "alias", "Mzungo")),
    ("SEGUIN Mourad utilise désormais l'alias YOUCEF.", ("SEGUIN Mourad", "alias", "YOUCEF")),
    (
        "Lise ROQUET, ex-compagne de Marc TEBBAR, connue sous le surnom de « Vanille », sort.",
        ("Lise ROQUET", "nickname", "Vanille"),
    ),
    (
        "HADJAR Lotfi, né le 28 février 1989 à Caen, se disant HADDOU Lofti, sort.",
        ("HADJAR Lotfi", "alias", "HADDOU Lofti"),
    ),
    ("Sujet : « ALPHA » (M. Tancrède Dubois)", ("Tancrède Dubois", "nickname", "ALPHA")),
    ('Chase Young, 34, known around the bays as "Tagger," was held.', ("Chase Young", "alias", "Tagger")),
    ("Errol DACRE (also uses Charlie DWYER) left.", ("Errol DACRE", "alias", "Charlie DWYER")),
    ("TIGRANE Sékou, dit Sékou la Moto, sort.", ("TIGRANE Sékou", "nickname", "Sékou la Moto")),
    ("Note : Petit Louis serait HEURTAL Louis-Marie.", ("HEURTAL Louis-Marie", "alias", "Petit Louis")),
    ("Q. Do you know Gregor Baynes?\nA. Yes. Everyone calls him Biscuit.", ("Gregor Baynes", "nickname", "Biscuit")),
    ("Karim NAJI est absent. Il utilisait lynx_64 sur Telegram.", ("Karim NAJI", "alias", "lynx_64")),
]

NOT_PAIRS = [
    "Julien Morel dit que non.",
    "Julien Morel dit « Oui ».",
    "Julien Morel dit : « On ne bouge pas. »",
    "Karim Benali dit « Ne viens pas ce soir » et raccroche.",
    "Emma Cole called Peter Lowe twice on Monday.",
    "Sophie Darmon dit Non et raccroche.",
    "M. Morel dit « Viens » à Paul Durand.",
    "La ligne 06 39 98 41 41 est utilisée par CAUSSE Rémi.",
    "Le véhicule Renault Clio utilisé par Karim Benali est gris.",
    "Les gardiens TOURÉ / SALVATORI sont de service.",
    "Nom : BERTOUX Alain\nSurnom : néant",
    "Bérengère de Montclar, ci-après le Bailleur, signe.",
    "On l'appelle « l'Anguille », explique Omar Saïdi.",
    "Inspector Arun Thomas showed us a passenger who gave his name as Vikram Bose Pillai.",
    "Le capitaine Paul Morin interpelle un homme qui dit : il se faisait appeler Titi.",
    "S1 = Ngozi Phillips",
    "Alias: marketing@exemple.fr\nFrom: Paul Morin",
    "M. Dit Bernard est arrivé avec Paul Morin.",
    "Le capitaine Paul Morin se rend à l'entrepôt dit « les Tamaris ».",
    "From: Paul Morin\nReply-To: alias@exemple.fr",
    "Paul Morin, née en 1980, dirige la société dite « Les Halles ».",
    "Paul Morin appelle « le chef ».",
    "Nadia Brun a appelé Sofia Lenoir, surnom inconnu.",
    "Ahmed Zeroual, né à Oran, dit avoir tout perdu.",
    "The ship known as Star of Hull left with Paul Morin.",
    'Ms Jane Ellery said the operation, called "Nightfall", was over.',
]


@pytest.mark.parametrize(("text", "pair"), PAIRS)
def test_a_pair_is_linked(text: str, pair: tuple[str, str, str] | None) -> None:
    found = links(text, "alias", "nickname", "former", "changed")
    assert found == ({pair} if pair else set()) or (pair is None and len(found) == 1)


@pytest.mark.parametrize("text", NOT_PAIRS)
def test_what_is_no_other_name(text: str) -> None:
    assert links(text, "alias", "nickname", "former", "changed") == set()


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("L'Office anti-stupéfiants (OFAST) enquête.", ("Office anti-stupéfiants", "acronym", "OFAST")),
        ("The National Crime Agency (NCA) was told.", ("National Crime Agency", "acronym", "NCA")),
        (
            "La DNRED (Direction nationale du renseignement et des enquêtes douanières) suit l'affaire.",
            ("Direction nationale du renseignement et des enquêtes douanières", "acronym", "DNRED"),
        ),
        (
            "Sources at Ofast [France's national anti-narcotics agency] agree.",
            ("France's national anti-narcotics agency", "acronym", "Ofast"),
        ),
    ],
)
def test_letters_stand_for_a_service(text: str, pair: tuple[str, str, str]) -> None:
    assert links(text, "acronym") == {pair}


def test_letters_of_no_service_are_left_alone() -> None:
    assert links("Le procès-verbal (PV) et la garde à vue (GAV) de M. Morin (MM).", "acronym") == set()


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("La ligne 06 39 98 41 41 est utilisée par CAUSSE Rémi.", "CAUSSE Rémi"),
        ("La ligne 06 39 98 41 41, souscrite au nom de CAUSSE Rémi, est coupée.", "CAUSSE Rémi"),
        ("CAUSSE Rémi, titulaire de la ligne 06 39 98 41 41, nie.", "CAUSSE Rémi"),
        ("Tom Hale, using the number +44 7700 900123, called twice.", "Tom Hale"),
        ("The number +44 7700 900123 is registered to Tom Hale.", "Tom Hale"),
        ("CAUSSE Rémi appelle le 06 39 98 41 41.", None),
        ("Tom Hale then called +44 7700 900123.", None),
    ],
)
def test_a_line_belongs_to_who_uses_it(text: str, owner: str | None) -> None:
    found = {left for left, _, _ in links(text, "line")}
    assert found == ({owner} if owner else set())


def test_a_birth_is_tied_to_its_person() -> None:
    text = "LARGUIER Lino, Marius, né le 17 avril 1979 à Sète, et Mme PONS Odile née RIEUX, le 21 mai 1982 à Agde."
    assert links(text, "born") == {("LARGUIER Lino", "born", "17 avril 1979"), ("PONS Odile", "born", "21 mai 1982")}


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("Identité : ILIC Dragan, de sexe masculin, né le 14 mars 1976 à Cacak.", {("ILIC Dragan", "14 mars 1976")}),
        ("The lock-up is let to Mr Tom Hale (uncle, b. 30/08/1968), not held.", {("Tom Hale", "30/08/1968")}),
        (
            "Titulaire : PETRESCU Ionel, né à Bacau (Roumanie) le 30.06.1990, chauffeur.",
            {("PETRESCU Ionel", "30.06.1990")},
        ),
        (
            "SARR Modou, fils de Cheikh et de Awa SYLLA, né le 3 mai 1967 à Bargny, ouvre.",
            {("SARR Modou", "3 mai 1967")},
        ),
        ("Suspect:     Aled PRYS           Born: 14.09.1971", {("Aled PRYS", "14.09.1971")}),
        ("Nom : SARR           Prénom : Modou\nNé le : 05/06/1984", {("Modou", "05/06/1984")}),
        ('SUBJ 2  ARDOIN, Miles T.   aka "Slim"   B/M  DOB 11/27/1989', {("ARDOIN, Miles T", "11/27/1989")}),
        ('The accused Aled PRYS is shown in the charge as "born 14 May 1977".', {("Aled PRYS", "14 May 1977")}),
        (
            "Date de naissance de SARR Modou : relevé d'état civil, SARR Modou, 3 mai 1967.",
            {("SARR Modou", "3 mai 1967")},
        ),
        ("SARR Modou arrive avec sa fille née le 3 mai 2010.", set()),
        ("Aled PRYS was seen by a man born 4 June 1960.", set()),
        ("La société de SARR Modou est née le 3 mai 1990.", set()),
        ("BODART Jean-Marie, entendu par téléphone le 15 novembre 2021, nie.", set()),
        ("SARR Modou, frère de la plaignante, née le 3 mai 1967 à Bargny, ouvre.", set()),
    ],
)
def test_a_birth_may_stand_after_other_notes_on_the_person(text: str, born: set[tuple[str, str]]) -> None:
    assert {(left, right) for left, _, right in links(text, "born")} == born


def test_a_nickname_alone_is_somebody_and_comes_back() -> None:
    text = "Un homme surnommé « le Rat » attend. Le Rat repart. Selon Zoé Brun, le Rat est armé."
    people = {
        (one.span.start, one.span.exact) for one in read(text) if isinstance(one, Mention) and one.kind == "person"
    }
    assert {name for _, name in people} == {"le Rat", "Le Rat", "Zoé Brun"}
    assert len(people) == 4


def test_spans_are_exact_and_reading_is_pure() -> None:
    text = PAIRS[0][0] + " " + PAIRS[8][0]
    once, twice = read(text), read(text)
    assert once == twice
    for one in once:
        assert text[one.span.start : one.span.end] == one.span.exact  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "– Dis donc, Alfred, dit Mme Pellard, au tour du patron.\n– J'y vais.",
        "« Un bon garçon, cet Alexandre, dit Claude, quand il veut. »",
        "– Et ce docteur Marlot, dit Rodolphe à Mme Harvel, je le connais.",
    ],
)
def test_the_words_that_say_who_speaks_name_nobody_anew(text: str) -> None:
    assert links(text, "nickname", "alias") == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le Bosco part. Bosco revient avec l'Ogre.", ["Le Bosco", "Bosco", "l'Ogre"]),
        ("@Bosco, Boscos et Bosco-Plage ; xBosco", []),
        ("Bosco le Grand et Bosco", ["Bosco le Grand", "Bosco"]),
    ],
)
def test_nicknames_come_back_as_whole_names_with_their_article(text: str, found: list[str]) -> None:
    names = of_nicknames(["le Bosco", "L'Ogre", "Bosco le Grand", "le gros"])
    assert [text[start:end] for start, end in find_returns(text, [], names)] == found


def test_letters_come_back_without_an_article_and_not_within_a_reference() -> None:
    text = "La DNRX saisit la DNRX-2 et A/DNRX ; DNRX."
    assert [start for start, _ in find_returns(text, [], of_letters(["DNRX"]))] == [3, 37]


@pytest.mark.parametrize(
    "text",
    [
        'Is Derek Finch also known as "Wolf"?',
        'It is not known whether Derek Finch is also known as "Wolf".',
        'There is no evidence that Derek Finch is also known as "Wolf".',
        "Marc Vidal et non Paul Morin est surnommé « le Loup ».",
        "Suspect: Derek Finch alias Wolf (to be verified).",
    ],
)
def test_a_name_that_is_asked_after_or_doubted_is_tied_to_nobody(text: str) -> None:
    assert links(text, "alias", "nickname") == set()


def test_what_is_told_in_passing_stays_in_a_question() -> None:
    assert links("Connaissez-vous Marc Vidal, dit « le Loup » ?") == {("Marc Vidal", "nickname", "le Loup")}


def test_who_refers_to_somebody_by_another_name_does_not_bear_it() -> None:
    assert links("Ray KELLOW was there. She had heard OSTARD refer to him as “Preacher”.", "nickname", "alias") <= {
        ("Ray KELLOW", "nickname", "Preacher")
    }


def test_a_part_of_a_name_is_no_other_name() -> None:
    assert not links("Gabriel is in fact Gabriel Enoma KELLOW.", "alias", "nickname")


def test_the_name_at_the_head_of_a_page_is_not_the_newcomer_of_its_story() -> None:
    told = "Errol KELLOW 2/3\n{}Who was he?\nA. The foreman. They call him the Badger. The Badger left.\n"
    assert links(told.format("Q. On 14 March a man came on board. "), "nickname") == set()
    assert links("Errol KELLOW is the foreman. They call him the Badger.", "nickname") == {
        ("Errol KELLOW", "nickname", "the Badger")
    }


def test_a_former_name_in_another_column_is_of_nobody_in_this_one() -> None:
    head = "The Yard, Smith Row, Dunmorrow            formerly Moffat Bros (Haulage) Ltd\n"
    assert links(head, "former") == set()
