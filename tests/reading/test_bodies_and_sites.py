"""Services, firms and places by the shape of their names and by what leads to them: exact spans, and what is none."""

from __future__ import annotations

import pytest

from greffier.reading.places import placed, with_states
from tests.reading.test_names import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The van was hired from Trillium Truck Rentals by Tarrant Joinery.",
         ["Trillium Truck Rentals", "Tarrant Joinery"]),
        ("Iron Valley Staffing LLC paid Skarn Marine AS.", ["Iron Valley Staffing LLC", "Skarn Marine AS"]),
        ("Il est gérant de Cave du Torrent-Noir Sàrl ; la BANQUE DU SEYON SA paie.",
         ["Cave du Torrent-Noir Sàrl", "BANQUE DU SEYON SA"]),
        ("Cashier at Thandeka's Wholesalers CC, then at Lark Care Homes (North) Ltd in May.",
         ["Thandeka's Wholesalers CC", "Lark Care Homes (North) Ltd"]),
        ("Consignee: Chuka & Sons Global Ventures, of Lagos.", ["Chuka & Sons Global Ventures"]),
        ("Achat de chlore aux Ets Muteba & Fils (RCCM 14).", ["Ets Muteba & Fils"]),
        ("Un virement à la Société Hélène Frères.", ["Société Hélène Frères"]),
        ("La décision du Pôle judiciaire économique et financier et de la Caisse mosane de crédit.",
         ["Pôle judiciaire économique et financier", "Caisse mosane de crédit"]),
        ("Vu la Brigade Nationale de la Police Judiciaire et la Direction Générale des Douanes et Accises,",
         ["Brigade Nationale de la Police Judiciaire", "Direction Générale des Douanes et Accises"]),
        ("SÛRETÉ DE NANCY\nGroupe stupéfiants\nP.V. 417", ["SÛRETÉ DE NANCY", "Groupe stupéfiants"]),
        ("The Pilot Safety Authority wrote. He told the Authority that he was busy.",
         ["Pilot Safety Authority", "Authority"]),
        ("Ostwind Trading paid. Nobody knew who was behind Ostwind at the time.", ["Ostwind Trading", "Ostwind"]),
        ("The Government of Kerala, not Benin Zonal Command.", ["Government of Kerala", "Benin Zonal Command"]),
        ("Un virement à Comercial Tarvo SA de CV.", ["Comercial Tarvo SA de CV"]),
        ("We wrote to the Port of Lendale Authority.", ["Port of Lendale Authority"]),
        ("An officer of Wessmark and Tilby Police came.", ["Wessmark and Tilby Police"]),
        ("She rang the St. Orven County Sheriff's Office.", ["St. Orven County Sheriff's Office"]),
        ("The Serious Waste Unit kept the Independent Office for Prison Conduct informed.",
         ["Serious Waste Unit", "Independent Office for Prison Conduct"]),
        ("SELECT COMMITTEE ON HARBOUR PILOTS – Second Report\nx", ["SELECT COMMITTEE ON HARBOUR PILOTS"]),
        ("la brigade territoriale de Corlay et le greffe du tribunal de Mornac",
         ["brigade territoriale de Corlay", "greffe du tribunal de Mornac"]),
        ("Copie à la Fédération des pêcheurs de la Vire, à l'échelon de Nancy.",
         ["Fédération des pêcheurs de la Vire", "échelon de Nancy"]),
        ("Selon la chambre régionale des comptes, rien.", ["chambre régionale des comptes"]),
        ("L'Inspection générale de la sécurité civile enquête.", ["Inspection générale de la sécurité civile"]),
        ("La TVMG a saisi le CRSD ; l'ADN et le GPS sont exploités.", ["TVMG", "CRSD"]),
        ("RVDK confirmed it. CCTV was checked.", ["RVDK"]),
        ("la gérante de Valtrimo, salariée de Nordelis", ["Valtrimo", "Nordelis"]),
        ("He works for Quarbrook and has an account with Dellmar.", ["Quarbrook", "Dellmar"]),
        ("She asked Pelfish, the parent company.", ["Pelfish"]),
        ("The MV Grey Tarn and HMS Ordwin sailed.", ["MV Grey Tarn", "HMS Ordwin"]),
        ("VIR SARL LITTORAL PR0 le 3", ["SARL LITTORAL PR0"]),
        ("Loretta Holt owns Holt Farm & Feed LLC.", ["Holt Farm & Feed LLC"]),
        ("He lives in Swords, Co. Dublin, with Ann Voss, SA Dan Pope.", []),
    ],
)  # fmt: skip
def test_bodies(text: str, names: list[str]) -> None:
    assert named(text, "organisation") == names


@pytest.mark.parametrize(
    "text",
    [
        "Le fils travaille pour Karim et le chauffeur de Momo.",
        "Il part en direction de Lyon, dans le cadre de l'office du juge.",
        "CUSTODY OFFICE COPY\nCOURT ORDER\nUNIT LOG",
        "Members of the public and witnesses for the defence left.",
        "PC Hollis and PC 771 Denise Crowley searched it.",
    ],
)
def test_what_is_no_body(text: str) -> None:
    assert named(text, "organisation") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("I was at Berth 9, Tarrow Docks, then on Route 48.", ["Berth 9", "Tarrow Docks", "Route 48"]),
        ("MBODJ – Trafic de bois : le maire est soupçonné d'avoir vendu des arbres.", ["MBODJ"]),
        ("Connue au marché Mokolo, détenue à la prison centrale de Kondé, vue au café Hajj Daoud.",
         ["marché Mokolo", "prison centrale de Kondé", "café Hajj Daoud"]),
        ("soignée à l'hôpital régional d'Ebolo, puis à la villa de Betania, originaire de Lidde",
         ["hôpital régional d'Ebolo", "Betania", "Lidde"]),
        ("chemin des Vergers 3, 1926 Fully, puis L-4670 Colmar", ["chemin des Vergers 3", "Fully", "Colmar"]),
        ("Address: 14 Páirc na Saili, Swords, Co. Dublin", ["14 Páirc na Saili", "Swords", "Co. Dublin"]),
        ("He waited at Blk 118 Bedok Ring Road 4 and Kibuye market.", ["Blk 118 Bedok Ring Road 4", "Kibuye market"]),
        ("On the Bruxner Highway, then at Dhanto Nagar.", ["Bruxner Highway", "Dhanto Nagar"]),
        ("Address: unknown\nAdd: none", []),
        ("He was seen at Gull Inn car park and Fern Road retail park.",
         ["Gull Inn car park", "Fern Road retail park"]),
        ("They live at Gordon's Bay.", ["Gordon's Bay"]),
        ("I went to 2200 block of Elder Avenue.", ["2200 block of Elder Avenue"]),
        ("domicilié rue du Calvaire 118, à Thuin", ["rue du Calvaire 118", "Thuin"]),
        ("box 17, rue Émile-Zola et rue de la Paix, au bureau", ["rue Émile-Zola", "rue de la Paix"]),
        ("détenu au centre pénitentiaire de Mont-Varrier", ["centre pénitentiaire de Mont-Varrier"]),
        ("devant l'usine d'incinération de Vaux-le-Bray et au café des Tilleuls",
         ["usine d'incinération de Vaux-le-Bray", "café des Tilleuls"]),
        ("Un cargo passe devant Villeneuve-sur-Aspre.", ["Villeneuve-sur-Aspre"]),
        ("Il vit 14 Kloosterlaan, et elle Hauptstrasse 12.", ["14 Kloosterlaan", "Hauptstrasse 12"]),
    ],
)  # fmt: skip
def test_sites(text: str, places: list[str]) -> None:
    assert named(text, "place") == places


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Arresting officer: PC 4471 Nworsu. Scribe: PC Jade Limmer.", ["Nworsu", "Jade Limmer"]),
        ("It went to an account of his wife, Marilka.", ["Marilka"]),
        ("We met Uncle Pete and Big Janice.", ["Uncle Pete", "Big Janice"]),
        ("Nom : DESTRAVEL Prénom : Lydie", ["DESTRAVEL", "Lydie"]),
        ("Cible : LE GUERNEC Patrick. AUDITION DE VERMANTE Coralie", ["LE GUERNEC Patrick", "VERMANTE Coralie"]),
        ("Condamne WIARDOT Dominique à six mois.", ["WIARDOT Dominique"]),
        ("saisi chez Rosemary K1DDLE", ["Rosemary K1DDLE"]),
        ("interpellons le nornmé Zouvou", ["Zouvou"]),
        ("On attend dehors, dis rien a Kevin ce soir, il est avec nous.", ["Kevin"]),
        ("Il a été vu avec Sergeant Crabbe.", ["Crabbe"]),
        ("SUSP: BOONE, WESLEY DALE  AKA none", ["BOONE, WESLEY DALE"]),
        ("Targets: T1 = HUYNH, Van Tai; seen with R. Castella Jr. at noon.", ["HUYNH, Van Tai", "R. Castella Jr."]),
        ("We asked Ms Devi d/o Rajan and Fadli bin Osman.", ["Devi d/o Rajan", "Fadli bin Osman"]),
    ],
)
def test_people_by_what_stands_around(text: str, people: list[str]) -> None:
    assert named(text, "person") == people


def test_a_state_is_known_by_the_town_before_it() -> None:
    text = "from Melbridge, Ohio to Duluth, Minn. and Fargo"
    towns = [placed(text, text.index(name), text.index(name) + len(name)) for name in ("Melbridge", "Duluth", "Fargo")]
    assert [one.normalised for one in with_states(text, towns)] == ["Melbridge", "Ohio", "Duluth", "Minn.", "Fargo"]


def test_a_firm_comes_back_by_the_short_name_that_the_page_gives_it() -> None:
    text = 'Lakemoor Home Visits, Inc. ("Lakemoor") was paid. Files were kept at the Lakemoor office.'
    assert named(text, "organisation") == ["Lakemoor Home Visits, Inc.", "Lakemoor", "Lakemoor"]
