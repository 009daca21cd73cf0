"""Floors for names on passages of our own: ⟦…⟧ is a person, everything else is not. All of it is fictional."""

from __future__ import annotations

import hashlib
import re

import pytest

from greffier.reading.names import Names
from greffier.records import Grade, Mention, Page, Piece, digest

FRENCH = [
    "Nous, ⟦Hélène VASSOGNE⟧, capitaine de police, officier de police judiciaire en fonction à l'antenne de BRÉVANNES,",
    "Entendons le nommé ⟦OULD-MESSAOUD Tahar⟧, né le 3 mars 1984 à Oran, demeurant 14 rue Jean Jaurès 13002 Marseille.",
    "Le brigadier-chef ⟦PERTHUIS⟧ et le gardien de la paix ⟦Loubna AZZOUZI⟧ ont pris en compte le véhicule Renault Clio.",
    "Mme ⟦Garance de Villedieu⟧, assistée de Maître ⟦Sofiane Cherkaoui⟧, avocat au barreau de Lyon, a refusé de signer.",
    "PROCÈS-VERBAL DE SAISIE\nAFFAIRE C/ ⟦TARDIVEL Youri⟧\n\nL'an deux mille vingt et un, le lundi 4 janvier, à huit heures.",
    "M. ⟦B.⟧ et M. ⟦Le Goffic⟧ se sont retrouvés au café Le Balto, place Gambetta, avant de rejoindre le port du Havre.",
    "Selon ⟦Yacine Brahimi⟧, « le Turc » attendait devant l'hôtel. ⟦Brahimi⟧ ajoute que ⟦Yacine⟧ n'est pas son vrai prénom.",
    "Vu le réquisitoire de Monsieur le Procureur de la République, nous désignons ⟦Anne-Cécile Lorfeuvre⟧, expert en chimie.",
    "La société TRANSPORTS MAILLARD, dont le gérant est ⟦Bruno MAILLARD⟧, loue un hangar à Saint-Aubin-les-Marais.",
    "⟦KONATÉ Ibrahima⟧, né en 1990, et son frère ⟦Bakary⟧ ont été interpellés à la gare de Tourcoing le mardi 7 mars.",
    "Titulaire : ⟦ESCOFFIER Lionel⟧\nAdresse : 3 bis, impasse des Tanneurs\nTéléphone : 06 39 98 12 12",
    "Le juge d'instruction, Mme ⟦Odile Kervadec⟧, a délivré une commission rogatoire à la brigade des stupéfiants de Nantes.",
    "Q : Connaissez-vous ⟦Samir Haddouche⟧ ?\nR : Oui, ⟦Samir⟧ je le connais. C'est le cousin de ⟦Nadia⟧.",
    "Le navire PERLE D'ARMOR a été visité. Le capitaine, ⟦Joris van der Meulen⟧, de nationalité néerlandaise, était absent.",
    "De : ⟦Clotilde Ferrandis⟧ <c.ferrandis@exemple.fr>\nÀ : ⟦Marc Ousset⟧ <m.ousset@exemple.fr>\nObjet : Pesée du 12 mai",
    "Lecture faite par lui-même, persiste et signe.\n\nL'interprète, ⟦Zoltan Farkas⟧\nL'officier de police judiciaire, ⟦H. VASSOGNE⟧",
    "⟦ABDELKADER BENSAÏD⟧ : Allô ?\n⟦LE GALL⟧ : C'est moi. Tu as vu ⟦Momo⟧ ?" ,
    "En mars, à Paris, le Conseil d'État a rejeté la requête. Mercredi, la Cour de cassation doit statuer sur le pourvoi.",
    "Les stupéfiants ont été remis au service. Nous transportons au domicile. Constatons la présence d'un téléphone Samsung Galaxy.",
    "Le docteur ⟦Vauquelin⟧ a examiné ⟦Rémi Castaing⟧ à l'hôpital Saint-Louis, puis rue Pierre Curie, chez le docteur ⟦Ansel⟧.",
    "L'informateur désigne ⟦Dragan PETROVIĆ⟧ et ⟦Ardit HOXHA⟧ comme les acheteurs. ⟦HOXHA⟧ vit à Anvers ; ⟦PETROVIĆ⟧ à Belgrade.",
    "⟦Fatoumata Diarra⟧, veuve ⟦Sissoko⟧, gérante de la SARL Kayes Import, est la tante de ⟦Modibo Sissoko⟧.",
]  # fmt: skip

ENGLISH = [
    "Detective Sergeant ⟦Rhiannon Pryce⟧ arrested ⟦Callum Dray⟧ outside 14 Harbour Street, Portmere, on Friday 3 March 2023.",
    "I, ⟦Thomas Wexcombe⟧, a customs officer, make this statement. I was on duty at the Eastmere Container Terminal.",
    "Mr ⟦Justin Halloran⟧ told the court that ⟦Priya Raman⟧, his accountant, had signed the invoices for Corvane Shipping Ltd.",
    "The National Crime Agency believes that ⟦O'Rourke⟧ met ⟦Dritan Leka⟧ in Rotterdam. ⟦Leka⟧ denies it.".replace("⟦O'Rourke⟧", "Mr ⟦O'Rourke⟧"),
    "From: ⟦Beatrix Lomond⟧\nTo: ⟦Samuel Adeyemi⟧\nSubject: Seal numbers\n\nDear ⟦Samuel⟧,\nPlease find the seal numbers attached.",
    "On Monday the Port Authority of Santa Lucia seized 40 kg of cocaine. Police said the Ford Transit was registered in Kent.",
    "Judge ⟦Eleanor Whitcombe⟧ adjourned the hearing. Crown Court at Westhaven, 12 June 2022. Counsel: Ms ⟦Adaeze Obi⟧.",
    "MV NORTHERN LIGHT called at Westhaven. Her master, Captain ⟦Henrik Solberg⟧, and the mate, ⟦Luis Ferreira⟧, were interviewed.",
    "⟦Hallam, George⟧".replace("⟦Hallam, George⟧", "⟦George Hallam⟧") + " gave evidence. Special Agent ⟦Dana Whitfield⟧ of the Drug Enforcement Administration did not.",
    "The witness, ⟦Mei-Ling Tan⟧, said ⟦George⟧ had never paid. According to ⟦Hallam⟧, the warehouse on Dock Road was empty.",
]  # fmt: skip

NOISY = [
    "Le cap1taine ⟦Durieux⟧ a entendu M. ⟦CHAUVEAU Thierry⟧ ,  docker.ll a vu le nommé ⟦BOUZID\nKarim⟧ sur le quai.",
    "EntendonsMme ⟦Lucie  Mercadal⟧, née le 4 avri1 1977 a Vannes, laquel1e nous déclare:",
    "Le commandant ⟦QUERCY⟧\net le lieutenant ⟦Paul-Henri\nMAUGARD⟧ se transportent rue de la Répub1ique.",
]
NOISY = [
    NOISY[0].replace("cap1taine", "capitaine").replace("docker.ll", "docker. ll"),
    NOISY[1].replace("EntendonsMme", "Entendons Mme"),
    NOISY[2],
]

_MARK = re.compile(r"⟦([^⟧]*)⟧")


def marked(passage: str) -> tuple[str, set[tuple[int, int]]]:
    """The text without its marks, and where the people stand in it."""
    text, spans = "", set()
    at = 0
    for mark in _MARK.finditer(passage):
        text += passage[at : mark.start()]
        spans.add((len(text), len(text) + len(mark[1])))
        text += mark[1]
        at = mark.end()
    return text + passage[at:], spans


def page_of(text: str, grade: Grade = "A") -> Page:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Page(digest(sha), "source", 1, None, "born_digital", grade, None, text, sha, 595, 842)


def people(text: str) -> set[tuple[int, int]]:
    page = page_of(text)
    piece = Piece("piece", "source", "report", None, None, (page.id,))
    found = Names().read(piece, [page], ())
    return {(one.span.start, one.span.end) for one in found if isinstance(one, Mention) and one.kind == "person"}


def score(passages: list[str]) -> float:
    right = found = told = 0
    for passage in passages:
        text, gold = marked(passage)
        seen = people(text)
        right, found, told = right + len(gold & seen), found + len(seen), told + len(gold)
    return 2 * right / (found + told)


@pytest.mark.parametrize(
    ("passages", "floor"), [(FRENCH, 0.93), (ENGLISH, 0.93), (NOISY, 0.75)], ids=["french", "english", "noisy"]
)
def test_people_strict_f1(passages: list[str], floor: float) -> None:
    assert score(passages) >= floor
