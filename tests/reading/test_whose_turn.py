"""Whose turn it is in a talk or a hearing: labels, codes, heads, answers without a label."""

from __future__ import annotations

import pytest

from tests.reading.spoken import said


@pytest.mark.parametrize(
    ("talk", "speakers"),
    [
        ("HNI : T'es où ?\nMOMO : Là.\nHNI : Viens.\nMOMO : Non.", [None, "Momo", None, "Momo"]),
        ("U/M: Where?\nPETE: Here.\nU/M: Come.\nPETE: No.", [None, "Pete", None, "Pete"]),
        ("Voix d'homme : Allô ?\nNADIA : Oui.\nVoix d'homme : Viens.\nNADIA : Non.", [None, "Nadia", None, "Nadia"]),
        ("DC 4411: Where?\nFROST: Home.\nDC 4411: When?\nFROST: At ten.", ["DC 4411", "FROST", "DC 4411", "FROST"]),
        ("KINGPIN (19:02): is it landed\ndory (19:04): yes\nKINGPIN (19:05): ok", ["KINGPIN", "dory", "KINGPIN"]),
        (
            "Alan DOBSON (AD) and an unknown female (UF)\n\nAD: Is it in?\nUF: I'm cold.\nAD: Wait.\nUF: No.",
            ["Alan Dobson", None, "Alan Dobson", None],
        ),
    ],
)
def test_a_code_without_a_legend_is_nobody(talk: str, speakers: list[str | None]) -> None:
    assert [who for _, who in said(talk, "intercept")] == speakers


def test_a_parent_is_not_the_person_heard() -> None:
    text = (
        "AUDITION DU NOMMÉ Modou DIENG\n\nNous, Cheikh SARR, adjudant, entendons le nommé ci-dessus, fils de Ibrahima."
        "\n\nQuestion : Qui paie ?\nRéponse : Personne.\n"
    )
    assert said(text, "hearing") == [("Qui paie ?", "Cheikh Sarr"), ("Personne.", "Modou Dieng")]


def test_words_told_in_a_talk_end_with_their_turn() -> None:
    text = "03/05/2022 21:14 – Jase : Liam says he wants two\n03/05/2022 21:15 – Big : no\n03/05/2022 21:16 – Jase : ok"
    assert ("he wants two", "Liam") in said(text)


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (  # each question says whom it is put to
            "CONFRONTATION entre M. Paul GERMAIN et Mme Odile SAVY\n\nQUESTION à Mme SAVY : Maintenez-vous ?\n"
            "RÉPONSE : Oui.\n"
            "QUESTION à M. GERMAIN : Et vous ?\nRÉPONSE : C'est faux.\n",
            [("Maintenez-vous ?", None), ("Oui.", "Savy"), ("Et vous ?", None), ("C'est faux.", "Germain")],
        ),
        (  # a trial
            "MRS. HELEN MARCHMONT, sworn\nExamined by MR. ASHBY\nQ. Where do you live?\nA. In Tiverton.\n",
            [("Where do you live?", "Ashby"), ("In Tiverton.", "Helen Marchmont")],
        ),
        (  # a trade before the oath, a name in capitals right above the question, and a title without a name
            "PW2, Adwoa Tetteh, trader, sworn on the Bible.\n\nCROSS-EXAMINATION BY BOADI\n"
            "Q. You weighed it?\nA. No please.\n\nRE-EXAMINATION\nQ. Who did?\nA. The clerk.\n",
            [
                ("You weighed it?", "Boadi"),
                ("No please.", "Adwoa Tetteh"),
                ("Who did?", None),
                ("The clerk.", "Adwoa Tetteh"),
            ],
        ),
        (  # the counter of a tape
            "RECORD OF INTERVIEW\nPerson interviewed: Jodie CARR\n\n01.10 PRENTICE Do you know a Mr Bell?\n"
            "01.14 CARR Yes, he's my landlord.\n01.20 PRENTICE Is he?\n01.25 CARR He is.\n",
            [
                ("Do you know a Mr Bell?", "PRENTICE"),
                ("Yes, he's my landlord.", "Carr"),
                ("Is he?", "PRENTICE"),
                ("He is.", "Carr"),
            ],
        ),
        (  # messages under their sender
            "Telegram chat\n\nViper [12:01]\nstill want the keys?\nGhost [12:03]\nyes\nViper [12:04]\nat eight\n",
            [("still want the keys?", "Viper"), ("yes", "Ghost"), ("at eight", "Viper")],
        ),
        (  # an assembly, the bold type of the names lost
            "M. le président Hervé Jolibois. Vous avez la parole.\nM. Alain Delorme. Je vous remercie.\n"
            "Mme Sylvie Prat. Par qui ?\nM. Alain Delorme. Par un tiers.\n",
            [
                ("Vous avez la parole.", "Hervé Jolibois"),
                ("Je vous remercie.", "Alain Delorme"),
                ("Par qui ?", "Sylvie Prat"),
                ("Par un tiers.", "Alain Delorme"),
            ],
        ),
        (  # « le juge » is the one whom the page names
            "Cabinet de Mme Isabelle CORTEZ, juge d'instruction\nA comparu : Nordine HAMIDI\n\n"
            "Le juge : Reconnaissez-vous ?\nHAMIDI : Oui.\nLe juge : Tout ?\nHAMIDI : Non.\n",
            [
                ("Reconnaissez-vous ?", "Isabelle Cortez"),
                ("Oui.", "Hamidi"),
                ("Tout ?", "Isabelle Cortez"),
                ("Non.", "Hamidi"),
            ],
        ),
    ],
)
def test_more_layouts_of_talks(text: str, turns: list[tuple[str, str | None]]) -> None:
    assert said(text, "hearing") == turns


@pytest.mark.parametrize(
    "text",
    [
        "06.12 STARK leaves the flat\n06.14 STARK buys a paper\n06.20 STARK meets LOWE\n06.22 LOWE leaves",
        "Correspondant : 06 39 98 77 10 (prépayée)\nAppelant : 06 39 98 22 10\nCorrespondant : 06 39 98 77 11",
        "Avocat : Me Tallec\nTémoin : Zoé BRUN, née le 3 mai 1980 à Metz, infirmière\nInterprète : M. Sadi",
    ],
)
def test_logs_and_forms_are_no_talk(text: str) -> None:
    assert said(text, "intercept") == []


@pytest.mark.parametrize(
    ("head", "heard"),
    [
        ("P.V. de première comparution de Rachid BENSAÏD", "Rachid Bensaïd"),
        ("Audition administrative de l'agent Patrick LEGOFF par Mme Hélène CARADEC", "Patrick Legoff"),
        ("Compte rendu de l'entretien avec M. Gilles FABRE, surveillant", "Gilles Fabre"),
        ("AUDITION LIBRE\nSuspect libre : PIRES Miguel", "Miguel Pires"),
        ("Interview notes – Imran Sheikh, manager – present: L. Dale", "Imran Sheikh"),
        ("On May 3, 2016, Special Agent Karen Holt interviewed ALAN DEVEREUX at home.", "Alan Devereux"),
    ],
)
def test_the_head_names_who_answers(head: str, heard: str) -> None:
    text = head + "\n\nQ1 Where were you?\nA1 At home.\nQ2 Alone?\nA2 Yes.\n"
    assert [who for _, who in said(text, "hearing")][1::2] == [heard, heard]


def test_answers_without_a_label() -> None:
    text = "Audition de M. Rémi SAUVAGE\n\nQuestion 1. Quand ?\nVers midi, avec Jo.\nQuestion 2. Seul ?\nOui.\n"
    assert said(text, "hearing")[1::2] == [("Vers midi, avec Jo.", "Rémi Sauvage"), ("Oui.", "Rémi Sauvage")]


def test_numbered_questions_of_a_committee_have_names_before_their_colon() -> None:
    text = (
        "Members present: Alun Penhallow; Nusrat Iqbal\nWitness: Crispin Hale\n"
        "Q112 Alun Penhallow: When did you hear of it?\nCrispin Hale: In April.\n"
        "Q113 Nusrat Iqbal: And who told you?\nCrispin Hale: A colleague.\nQ114 Chair: Thank you.\n"
    )
    turns = [
        ("When did you hear of it?", "Alun Penhallow"),
        ("In April.", "Crispin Hale"),
        ("And who told you?", "Nusrat Iqbal"),
    ]
    assert said(text)[:5] == [*turns, ("A colleague.", "Crispin Hale"), ("Thank you.", None)]


def test_the_title_of_a_page_above_a_talk_is_no_voice() -> None:
    text = "LISTENING DEVICE – vehicle AE14 VNM\nVoices: V1 = Kieran Tully; V2 = Ash Baig\n\n"
    talk = "V1: Talk.\nV2: They want half.\nV1: No.\nV2: And the van?"
    assert [who for _, who in said(text + talk, "intercept")] == ["Kieran Tully", "Ash Baig"] * 2


@pytest.mark.parametrize(
    ("talk", "speakers"),
    [
        (
            "owner > +15145550142: no\n+15145550142 > owner: he came\n"
            "owner > +15145550142: when\n+15145550142 > owner: now",
            ["owner", "+15145550142"] * 2,
        ),
        (
            "TELEGRAM chat\nGrz_88  02:11\nwho got it\nSlavko  02:12\nme\nGrz_88  02:14\nwhere\nSlavko  02:20\nhere",
            ["Grz_88", "Slavko"] * 2,
        ),
        ("MR DOYLE: You had a phone.\nHER HONOUR: Whose?\nMR DOYLE: His own.\nHER HONOUR: I see.", ["Doyle", None] * 2),
    ],
)
def test_labels_of_talks_with_arrows_names_above_and_offices(talk: str, speakers: list[str | None]) -> None:
    assert [who for _, who in said(talk, "chat")] == speakers
