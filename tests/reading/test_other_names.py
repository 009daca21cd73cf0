"""By-names that a page ties to somebody across other words: offices, questions, notes, crowds."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Link, Mention
from tests.one_page import found_on

READERS = load_readers()


def tied(text: str) -> list[tuple[str, str]]:
    found = found_on(text, READERS)
    words = {one.id: one.span.exact for one in found if isinstance(one, Mention)}
    ties = (one for one in found if isinstance(one, Link) and one.type in ("alias", "nickname", "former"))
    return [(words[one.left], words[one.right]) for one in ties]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Marek Dolezal, whom the drivers call the Baker, ran the yard.", ("Marek Dolezal", "the Baker")),
        ("The phone is used by Grace Otieno, a nurse, also called Mama Kubwa.", ("Grace Otieno", "Mama Kubwa")),
        ("BAILEY: Who's Jonno?\nFROST: Craig Jonson. He dives.", ("Craig Jonson", "Jonno")),
        ("Q. Who is “Tex”?\nA. That's Leonard Hobbs.", ("Leonard Hobbs", "Tex")),
        ("Note: “Dobbo” is Derek Dobson, 44.", ("Derek Dobson", "Dobbo")),
        ("Subject KINGFISHER is Alan Peter Moss", ("Alan Peter Moss", "KINGFISHER")),
        ("Gus Marlowe ran the bank. Everybody called him the Admiral.", ("Gus Marlowe", "the Admiral")),
        ("M. Auguste Perrin, crémier, bien connu sous le sobriquet du « Pape », est venu.", ("Auguste Perrin", "Pape")),
        ("Elias Khoury, connu sous le nom d'Abou Jad, est changeur.", ("Elias Khoury", "Abou Jad")),
        ("Sur Instagram, Sabrina Roux est @sab.etoile.", ("Sabrina Roux", "@sab.etoile")),
        ("NH. Qui est Toto ?\nCW. Thierry Mallet. Il a deux enfants.", ("Thierry Mallet", "Toto")),
        ("Notes. « le Docteur » : surnom ; dans l'appel n° 4, la même personne est appelée Luc Kolber.",
         ("Luc Kolber", "le Docteur")),
        ("« Le Grand » est Karim BENALI, 29 ans.", ("Karim BENALI", "Le Grand")),
        ("Thierry Mallet est venu. Les dockers l'appelaient Toto.", ("Thierry Mallet", "Toto")),
        ("Surname: ADAMS-WARD      First name: June\nFormer surname: WARD", ("ADAMS-WARD", "WARD")),
        ("Il se fait appeler Tony mais son vrai nom est Anthelme Rakotonirina.", ("Anthelme Rakotonirina", "Tony")),
        ("He told me his road name was Ghost but his real name is Kieran Mbeki-Hall.", ("Kieran Mbeki-Hall", "Ghost")),
        ("They call him Duke, his name is Winston Fairclough.", ("Winston Fairclough", "Duke")),
        ("He gave his name as Tane Wirihana. He is known to Police as Buster.", ("Tane Wirihana", "Buster")),
        ("Codes : « le coiffeur » = Rachid Bouzidi ; « les cigarettes » = stupéfiants",
         ("Rachid Bouzidi", "le coiffeur")),
        ("Ahmed Trabelsi, CIN 04419822, surnommé par les siens « Hmida »", ("Ahmed Trabelsi", "Hmida")),
        ("alias connus : « Bébé », « Mwana » (Christian ILUNGA)", ("Christian ILUNGA", "Bébé")),
        ("Nickname(s): Peanut, P-Nut\nLegal name: Deshawn Tyrell Briggs", ("Deshawn Tyrell Briggs", "Peanut")),
        ("N°  Nom et prénoms        Sobriquet     Âge\n1   ZONGO Issa            Yaaba         34\n"
         "2   SAWADOGO Rasmané      néant         22", ("ZONGO Issa", "Yaaba")),
        ("Name | Alias | Ward\nGrace Otieno | Mama Kubwa | 4\nLim Wei Jie | - | 2", ("Grace Otieno", "Mama Kubwa")),
        ('Police believe the Telegram user "nightowl_77" to be Marcus Delacroix.', ("Marcus Delacroix", "nightowl_77")),
        ("Lerato Moloi, saved in the phone as \"Lulu Work\", called twice.", ("Lerato Moloi", "Lulu Work")),
        ("Le dénommé OUEDRAOGO Boukari, que ses voisins désignent sous l'appellation de « Sergent », nie.",
         ("OUEDRAOGO Boukari", "Sergent")),
        ("Un certain « Pitbull », identifié ultérieurement en la personne de Steve Mouélé.",
         ("Steve Mouélé", "Pitbull")),
        ("Contact enregistré « Doudou » : numéro au nom de Salimata Diaby.", ("Salimata Diaby", "Doudou")),
        ("Répertoire : « Chef » (Gildas Nzaou), « Taxi » (inconnu)", ("Gildas Nzaou", "Chef")),
        ("Objectif 1 (« RENARD ») : Driss Belmokhtar", ("Driss Belmokhtar", "RENARD")),
        ("Rosemonde Casimir née Estinvil, marchande à Croix-des-Bossales, dite Ti Rose",
         ("Rosemonde Casimir", "Ti Rose")),
        ("De son vrai nom Eugène Tchokonté, celui que la presse appelle « le Baron du cacao » dirige.",
         ("Eugène Tchokonté", "le Baron du cacao")),
        ("Everyone on the boat knows Piripi Heke as Bluey.", ("Piripi Heke", "Bluey")),
        ("Who do you mean by Shorty?\nI mean Jerome Baptiste, the one by the standpipe.",
         ("Jerome Baptiste", "Shorty")),
        ("A man answering to \"Sarge\", later found to be ex-soldier Donovan Wint, came.", ("Donovan Wint", "Sarge")),
        ("The girl he calls \"Princess\" in the messages is his niece Anjali Ramdeen.", ("Anjali Ramdeen", "Princess")),
        ("My name is Lovemore Chitongo but people in the compound call me Mudhara.", ("Lovemore Chitongo", "Mudhara")),
        ("ACCUSED NO. 2: Suleiman Juma ALIAS Tall", ("Suleiman Juma", "Tall")),
        ("N1  Callum Reece   known as Reecey\nN2  Adeel Hussain   known as Adz", ("Adeel Hussain", "Adz")),
        ("Payroll name: Maria Dolores Quispe. Goes by: Lola.", ("Maria Dolores Quispe", "Lola")),
        ("Identifiant Telegram : Sarah Delmotte = saradel_69", ("Sarah Delmotte", "saradel_69")),
        ("Q. Le prénom « Mélo » vous dit quelque chose ?\nR. Oui, c'est Mélodie Vasseur, ma voisine.",
         ("Mélodie Vasseur", "Mélo")),
        ("ID : EL HAMDAOUI Soufiane, NN 98.02.11, alias EL IDRISSI Youssef (Allemagne), alias « Joe »",
         ("EL HAMDAOUI Soufiane", "Joe")),
        ("Le code « Pharmacien » désignait, dans le carnet, le nommé Tony Scarfo.", ("Tony Scarfo", "Pharmacien")),
        ("The one we call Mad Max — his proper name is Maxwell Tagoe — threw it.", ("Maxwell Tagoe", "Mad Max")),
        ("Wanted: Samuel TEKLE. Alias(es): Sami; Abu Samir.", ("Samuel TEKLE", "Sami")),
        ("He identified the voice called \"Frenchy\" on call 3 as that of Luc-André Pelchat.",
         ("Luc-André Pelchat", "Frenchy")),
        ("– Le « Vieux », c'est qui ?\n– Amadou Tidiane Ly, le père de Samba.", ("Amadou Tidiane Ly", "Vieux")),
        ("Chauffeur        Surnom       Camion\nAdama Ky         Roulement    11 HH 2044\n"
         "Issouf Barry     –            11 GG 1187", ("Adama Ky", "Roulement")),
        ("Le numéro est celui de Pascal Okoumé, « Paco » dans le répertoire.", ("Pascal Okoumé", "Paco")),
        ("Nickname \"Bishop\" was given to Anselm Ferdinand.", ("Anselm Ferdinand", "Bishop")),
        ("We have Dwight on tape calling Orlando Suarez \"Lando\" throughout.", ("Orlando Suarez", "Lando")),
    ],
)  # fmt: skip
def test_another_name_is_tied_across_other_words(text: str, pair: tuple[str, str]) -> None:
    assert pair in tied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Hart, director of Boke Minerals Ltd, known as Boke, was heard.",
        "Mr Lucas Baptiste had a paper. I spoke to the foreman, they call him Dutchy.",
        "Who was there? Ann Rook. Who is next? Paul Hart spoke.",
        "Who is the agent?\nA. Craig Jonson.",
        "“The durian” is Derek Dobson's word for it.",
        "Les gendarmes l'appelaient sans cesse. Paul Morin dormait.",
        "Tout le monde l'appelle demain. Paul Morin attend.",
        "Nom | Alias\nPaul Morin | néant\nAnn Rook | -",
        "Capitaine du « Ville de Tadoussac » : Réjean Gaudreault.",
        "Selon Paul Morin, un individu surnommé « le Turc » attendait.",
        '"Sarge" was seen with Donovan Wint.',
        'Who is "Captain Dave"?\nMs. Claudette Arsenault: I do not know.',
        'Group: "B Wing Tuck Shop", saved by its owner, in fact Jordan Dunmore.',
        'Paul Morin called the other man "Tex". His name is not known.',
        "Paul Morin, gérant de la société Fruits et Cie, connue sous le nom de Fruidor, est venu.",
    ],
)
def test_what_names_a_firm_or_nobody_is_no_by_name(text: str) -> None:
    assert tied(text) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Groupe de trois.\nPizza77 est Rémi DELCAMBRE ; Doc_M est Agathe LORIOT, infirmière.",
         ("Rémi DELCAMBRE", "Pizza77")),
        ("Exploitation : « le Grand » désigne Bastien PERRICHON.", ("Bastien PERRICHON", "le Grand")),
        ("The line is used by “Tito Ramon”, identified by Sgt A. Cruz as Eduardo Magsay, guard.",
         ("Eduardo Magsay", "Tito Ramon")),
        ("ROY : Un gars du port.\nMARTEL : Gros-Louis, c'est bien Jean-Marc Pelletier ?\nROY : Ouais. De nuit.",
         ("Jean-Marc Pelletier", "Gros-Louis")),
    ],
)  # fmt: skip
def test_a_legend_a_note_or_a_question_answered_tells_whose_a_by_name_is(text: str, pair: tuple[str, str]) -> None:
    assert pair in tied(text)


@pytest.mark.parametrize(
    "text",
    [
        "MARTEL : Momo, c'est Karim Saïdi ?\nROY : Non, un autre.",
        "Martin désigne Bastien Perrichon comme le chauffeur.",
        "M. Roy désigne Agathe Loriot sur la planche.",
    ],
)
def test_a_question_denied_and_a_finger_pointed_tie_nobody(text: str) -> None:
    assert tied(text) == []
