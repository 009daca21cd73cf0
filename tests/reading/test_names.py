"""People, services, firms, places and roles: exact spans, and the capitals that name nobody."""

from __future__ import annotations

import hashlib

import pytest

from greffier.reading.identifiers import Identifiers
from greffier.reading.names import Names
from greffier.records import Found, Link, Mention, MentionKind, Page, Piece, digest


def read(*texts: str) -> list[Found]:
    pages = []
    for number, text in enumerate(texts, 1):
        sha = hashlib.sha256(text.encode()).hexdigest()
        pages.append(Page(digest(sha, number), "source", number, None, "born_digital", "A", None, text, sha, 595, 842))
    piece = Piece("piece", "source", "report", None, None, tuple(page.id for page in pages))
    found = list(Identifiers().read(piece, pages, ()))
    return [*found, *Names().read(piece, pages, tuple(found))]


def named(text: str, kind: MentionKind) -> list[str]:
    found = [one for one in read(text) if isinstance(one, Mention) and one.kind == kind]
    return [one.span.exact for one in sorted(found, key=lambda one: one.span.start)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Nous, Brice TORNAL, brigadier-chef de police,", ["Brice TORNAL"]),
        ("le nommé OULD-SAÏD Tahar, né le 3 mars 1984,", ["OULD-SAÏD Tahar"]),
        ("Entendons VERMANDOIS Ysolt, docker,", ["VERMANDOIS Ysolt"]),
        ("M. B. et Mme de Villers sont sortis.", ["B.", "de Villers"]),
        ("MARGUET Lino, Marius, né en 1979,", ["MARGUET Lino"]),
        ("le maire de Dinard et le préfet d'Albret", []),
        ("To: Leota, Sione; Hart, June; Kirsty McAuslan", ["Leota, Sione", "Hart, June", "Kirsty McAuslan"]),
        ("He came with TSO Craig Ogden and a dog.", ["Craig Ogden"]),
        ("Aminetou MINT EL HOUSSEIN, contrôleuse, est là.", ["Aminetou MINT EL HOUSSEIN"]),
        ("José Carlos da Silva Pereira vit à Praia.", ["José Carlos da Silva Pereira"]),
        ("The officer, P. de Villiers, signed.", ["P. de Villiers"]),
        ("Le juge place sous mandat de dépôt Broulaye SANOGO.", ["Broulaye SANOGO"]),
        ("Okoro, nicknamed the Bull, took it.", ["Okoro"]),
        ("Sgt Precious Moyo searched Innocent Mugisha, a driver.", ["Precious Moyo", "Innocent Mugisha"]),
        ("Le témoin              L'O.P.J.", []),
        ("Mme Pons et le juge Van Acker se taisent.", ["Pons", "Van Acker"]),
        ("Detective Sergeant Rhian Pryce met Mr O'Rourke.", ["Rhian Pryce", "O'Rourke"]),
        ("Tavin Orle, a driver, left with Mia Ford.", ["Tavin Orle", "Mia Ford"]),
        ("Name: O'HARA, Kevin John, was charged.", ["O'HARA, Kevin John"]),
        ('Gerald "Jerry" Stokes and W.P.C. Tracey Singh left.', ['Gerald "Jerry" Stokes', "Tracey Singh"]),
        ("la défense de M. Cheikh M'BAYE et du nommé N'GUESSAN Koffi", ["Cheikh M'BAYE", "N'GUESSAN Koffi"]),
        ("la perquisition du domicile de DA COSTA Hélder", ["DA COSTA Hélder"]),
        ("Entendons LEBRETON Roger et DlVONNE Kévin.", ["LEBRETON Roger", "DlVONNE Kévin"]),
        ("Monsieur le Préfet, Monsieur le Maire, He'd say so.", []),
        ("Kevin Lyle STROUD was seen with Julian Assange DNC.", ["Kevin Lyle STROUD", "Julian Assange"]),
        ("Kwame Addo delivered it to Yaw Mensah at the Tema depot.", ["Kwame Addo", "Yaw Mensah"]),
        ("The house of Joseph Kazungu TSOFA, with Hussein Ali MZEE.", ["Joseph Kazungu TSOFA", "Hussein Ali MZEE"]),
        ("Il dirige une société nommée Marie Bellanse.", []),
        ("1,080 cartons of Fresh Cavendish bananas, net 18.14 kg per carton", []),
        ("Peter Lowe's van was Lowe's only one.", ["Peter Lowe", "Lowe"]),
        (
            "It was seen by Rose Field, and by her brother Mark Price.",
            ["Rose Field", "Mark Price"],
        ),
        ("On 3 May 2023 Senator Price told Judge Page to go.", ["Price", "Page"]),
        ("Mr. Price told Judge Page that Mrs Winter knew.", ["Price", "Page", "Winter"]),
        (
            "Congresswoman Rivera rang Lieutenant Governor Hale; Mr Speaker, Lord Justice Sharp left.",
            ["Rivera", "Hale", "Sharp"],
        ),
        ("Le gendarme Ronan LE GUFF et Anne LA FLOC sont venus.", ["Ronan LE GUFF", "Anne LA FLOC"]),
        ("M. Boucher pèse 80 kg ; taille 1,83 m Poids normal, Monsieur Vous avez dit.", ["Boucher"]),
    ],
)
def test_people(text: str, people: list[str]) -> None:
    assert named(text, "person") == people


@pytest.mark.parametrize(
    "text",
    [
        "PROCÈS-VERBAL DE SAISIE\nAFFAIRE CONTRE X\nDIRECTION GÉNÉRALE",
        "Lundi 3 Janvier, Mardi, Mars et Avril. Vu la demande. Constatons que Rien ne manque.",
        "Date : 3 mai\nObjet : Pesée\nSens : Entrant\nDurée : 2 min",
        "une Renault Clio, rue Jean Jaurès, devant le lycée Pierre Curie",
        "Le navire PERLE D'ARMOR et le MARIE GALANTE sont à quai.",
        "The Port Authority of Santa Lucia. On Monday the Ford Transit left.",
    ],
)
def test_capitals_that_name_nobody(text: str) -> None:
    assert named(text, "person") == []


def test_a_name_told_once_is_known_all_through_the_piece() -> None:
    first, second = "CARNOT Ysolt est entendu.", "Ensuite CARNOT repart. Ysolt revient seul."
    found = [one.span.exact for one in read(first, second) if isinstance(one, Mention) and one.kind == "person"]
    assert found == ["CARNOT Ysolt", "CARNOT", "Ysolt"]


@pytest.mark.parametrize(
    ("name", "readable"),
    [("CARVIN Lino", "Lino Carvin"), ("Brice TORNAL", "Brice Tornal"), ("Anna Reid", "Anna Reid")],
)
def test_the_value_of_a_person_is_readable(name: str, readable: str) -> None:
    (person,) = [one for one in read(f"M. {name} signe.") if isinstance(one, Mention) and one.kind == "person"]
    assert person.normalised == readable


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("la société AMBREFIL et la SARL Kayes Import", ["AMBREFIL", "SARL Kayes Import"]),
        ("Halcyon Freight Brokers Ltd paid the bank.", ["Halcyon Freight Brokers Ltd"]),
        ("le tribunal judiciaire de PORT-BLANC", ["tribunal judiciaire de PORT-BLANC"]),
        ("l'Ofast et la brigade régionale des stupéfiants", ["Ofast", "brigade régionale des stupéfiants"]),
        ("officier de police judiciaire", []),
        ("sa société est à lui", []),
    ],
)
def test_organisations(text: str, organisations: list[str]) -> None:
    assert named(text, "organisation") == organisations


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("demeurant 12 rue Jean Jaurès 13002 Marseille", ["12 rue Jean Jaurès", "Marseille"]),
        (
            "8, impasse des Calfats à PORT-BLANC, né à PORT-BLANC",
            ["8, impasse des Calfats", "PORT-BLANC", "PORT-BLANC"],
        ),
        ("loaded at the port of Santa Orbelia in Colombia", ["Santa Orbelia", "Colombia"]),
        ("Westmouth, Wednesday 8 March 2023\nThe ship left Westmouth.", ["Westmouth", "Westmouth"]),
        ("the office at 40 Harbour Parade", ["40 Harbour Parade"]),
        ("Il est parti de Colmar à Ruse, puis vers Gdynia.", ["Colmar", "Ruse", "Gdynia"]),
        ("Le camion est resté à Vénissieux.", ["Vénissieux"]),
        ("The lorry went from Ruse to Gdynia.", ["Ruse", "Gdynia"]),
        ("She lives at Flat 3, 17 Balmoral Road, Croydon.", ["Flat 3, 17 Balmoral Road", "Croydon"]),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert named(text, "place") == places


@pytest.mark.parametrize(
    "text",
    [
        "Il a remis dix mille euros à Bello, qui attendait.",  # a town in Colombia, and a man
        "He was fluent in Dutch and believed in Mr Tarr.",
        "We met in March. It was in Exhibit B.",
        "Le véhicule de Lens a été revu.",
    ],
)
def test_what_is_no_town(text: str) -> None:
    assert named(text, "place") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Il a quitté les locaux d'Arnoult & Velle SARL hier.", "Arnoult & Velle SARL"),
        ("She works for Tarrant & Vole Solicitors LLP.", "Tarrant & Vole Solicitors LLP"),
        ("The crates belong to Morven Cold Stores plc.", "Morven Cold Stores plc"),
        ("DlRECTION REGlONALE DES DOUANES", "DlRECTION REGlONALE DES DOUANES"),
        ("Remis à la P.J. de Lorbec à midi.", "P.J. de Lorbec"),
        ("D'après le parquet de Lorbec, rien ne manque.", "parquet de Lorbec"),
        ("Un ordre de l'Office of the Harbour Master.", "Office of the Harbour Master"),
    ],
)
def test_organisations_whole(text: str, name: str) -> None:
    assert named(text, "organisation") == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bailed to Elmford Magistrates' Court.", ["Elmford Magistrates' Court"]),
        ("Transmis à la DIPJ Lyon et au GIR de Brest.", ["DIPJ Lyon", "GIR de Brest"]),
        ("Il lit L'Écho de Lorbec et La Gazette du Lac.", ["L'Écho de Lorbec", "La Gazette du Lac"]),
        ("Acted for Fox, Hume & Daughters. Mr & Mrs Pell left.", ["Fox, Hume & Daughters"]),
        ("Le voilier Cormoran et le cargo « ALTHEA » sont saisis.", ["Cormoran", "ALTHEA"]),
        ("Employer: Norvane Roofing\nBank: Halifield, account", ["Norvane Roofing", "Halifield"]),
        ("Employeur : néant", []),
    ],
)
def test_organisations_of_every_kind(text: str, names: list[str]) -> None:
    assert named(text, "organisation") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Address: Hollow Farm, Wick Lane, Tyndale", ["Hollow Farm, Wick Lane", "Tyndale"]),
        ("The van was parked at Unit 5, Tannery Road.", ["Unit 5, Tannery Road"]),
        ("He was seen in Larkfield Close, off Station Road.", ["Larkfield Close", "Station Road"]),
        ("Taken to St Brannock's Hospital by the A14.", ["St Brannock's Hospital", "A14"]),
        ("Held at Ballinroe Garda Station near the River Ouse.", ["River Ouse"]),
        ("Contrôle au péage du Perthus puis au lycée Marie-Curie.", ["péage du Perthus", "lycée Marie-Curie"]),
        ("Il dort à l'hôtel Bellevue, 3, rue Haute à Cransac.", ["Bellevue", "3, rue Haute", "Cransac"]),
        ("Appeared at Elmford Crown Court before the Main Court.", []),
    ],
)
def test_places_whole(text: str, names: list[str]) -> None:
    assert named(text, "place") == names


def test_a_by_name_is_no_newspaper() -> None:
    assert named("Le nommé Bastien KERLEVEN, alias « Le Phare », né le 4 mai 1981.", "organisation") == []


def test_a_brigade_without_a_name_is_none() -> None:
    assert named("La brigade est arrivée. Brigade et commissariat se taisent.", "organisation") == []


def test_custody_is_no_role() -> None:
    assert named("TESSIER a été placé en garde à vue. Le gardé à vue se tait.", "role") == ["gardé à vue"]


def test_roles_and_who_holds_them() -> None:
    text = "Nous, Brice TORNAL, brigadier-chef de police, agent de police judiciaire, et le commandant QUERVEL Solène."
    found = read(text)
    words = {one.id: one.span.exact for one in found if isinstance(one, Mention)}
    held = {(words[one.left], words[one.right]) for one in found if isinstance(one, Link)}
    assert held == {
        ("Brice TORNAL", "brigadier-chef de police"),
        ("Brice TORNAL", "agent de police judiciaire"),
        ("QUERVEL Solène", "commandant"),
    }


def test_spans_are_exact_and_ids_differ() -> None:
    text = "Le juge d'instruction, Mme Odile Kervan, entend M. Paul Morin à Lyon, rue de la Paix."
    found = [one for one in read(text) if isinstance(one, Mention)]
    assert all(text[one.span.start : one.span.end] == one.span.exact for one in found)
    assert len({one.id for one in found}) == len(found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A. Structure of the agency\nB. Dissemination of the files\n", []),
        ("The report names U.S. Persons twice, and J. Okoro once.", ["J. Okoro"]),
        ("II. Further Efforts to Restrict the Inquiry\n", []),
        ("marked OFFICIAL-SENSITIVE by DC Hoyland.\n\n      SECRET-DEFENSE  2 / 3\n", ["Hoyland"]),
    ],
)
def test_ordinary_words_of_a_heading_are_nobody(text: str, names: list[str]) -> None:
    assert named(text, "person") == names


def test_a_page_in_capitals_is_no_long_organisation() -> None:
    text = "COPYING BY OTHER THAN THE ISSUING OFFICE IS FORBIDDEN\nSENT TO THE MERIDIAN SALVAGE OFFICE TODAY\n"
    assert named(text, "organisation") == ["MERIDIAN SALVAGE OFFICE"]


@pytest.mark.parametrize("text", ["DEADLINE: 3 June\nFUNDS: none\n", "see FocP CAUSING trouble"])
def test_fields_and_what_a_bad_scan_leaves_are_nobody(text: str) -> None:
    assert named(text, "person") == []


def test_the_family_name_after_a_by_name_is_known_alone() -> None:
    text = 'Seen by the door: Gerald "Jerry" TELMARD. Later TELMARD counts notes.'
    assert named(text, "person") == ['Gerald "Jerry" TELMARD', "TELMARD"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("Searched by Garda Hanlowe in my presence.", "Hanlowe"), ("Équipage : Gpx TELMARD, Gpx ORBEC.", "TELMARD")],
)
def test_a_rank_is_no_part_of_a_name(text: str, name: str) -> None:
    assert name in named(text, "person")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Entendons Nour EL-TAHRI, 22 ans, chaudronnière, qui déclare.", ["chaudronnière"]),
        ("M. Jules ORBEC, né le 3 mars 1961 à Sète, corroyeur, demeurant à Lyon.", ["corroyeur"]),
        ("Profession : dompteur de puces\nTéléphone : néant", ["dompteur de puces"]),
        ("Occupation: Lift engineer (retired)", ["Lift engineer"]),
        (
            "She told Howard Pell, deputy purchasing manager, to wait for him at the door.",
            ["deputy purchasing manager"],
        ),
        ("The night supervisor and a wealthy hotelier left when he was there.", ["night supervisor", "hotelier"]),
        ("Le procureur a été avisé. Vu par la greffière en chef.", ["procureur", "greffière en chef"]),
        ("Yours faithfully,\nJ. M. Tallow\nPartner", ["Partner"]),
        ("Arrested by PC 771 Denise Tallow.", ["PC"]),
        (
            "To ask the Minister of Trade and the head of procurement what was said.",
            ["Minister of Trade", "head of procurement"],
        ),
    ],
)
def test_roles_as_wide_as_they_go(text: str, roles: list[str]) -> None:
    assert named(text, "role") == roles


@pytest.mark.parametrize(
    "text",
    [
        "Me Ondine Lastic et le Dr Pell plaident.",
        "Les douaniers et deux interprètes sont venus.",
        "Elle souhaite être examinée par un médecin. Il n'a pas d'avocat.",
        "He asked whether he needed a lawyer. Solicitor: none",
        "Il l'accuse. Elle prépare sa retraite. Il a été mis en examen.",
        "Le conseil municipal a lu l'expertise comptable.",
        "« Le Notaire » ne dit rien.",
        "WITNESS STATEMENT, page 2",
    ],
)
def test_what_is_no_role(text: str) -> None:
    assert named(text, "role") == []
