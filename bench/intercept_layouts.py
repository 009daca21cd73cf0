# ruff: noqa: E501
"""Invented sheets in the layouts that interception centres hand out, with what they say.

Written before the readers were, from what such exports look like; every number, name and date is made up (numbers of
the ranges kept for fiction). Each layout is a name, the text of its page, and its records as dictionaries.
"""

from __future__ import annotations

from bench.call_layouts import A, B, C, Layout

INTERCEPTS: list[Layout] = [
    (
        "fr sheet with labels",
        "RETRANSCRIPTION D'INTERCEPTION\nLigne surveillée : 06 39 98 61 20\nCommunication n° 112\nDate : 25/09/2021\n"
        "Heure : 18:22:10\nDurée : 00:01:15\nSens : sortant\nCorrespondant : 06 39 98 44 03\nTranscripteur : gardien ROUVIER\n"
        "Langue : arabe (traduction)\n\nX : Allô ?\nY : C'est moi. (rires)\nX : [inaudible] demain.\n",
        [
            {"number": "112", "line": A, "start": "2021-09-25T18:22", "seconds": 75, "direction": "out",
             "correspondent": B, "form": "verbatim", "turns": 3, "translated": True},
        ],
    ),
    (
        "fr summary",
        "Ligne : 06 39 98 61 20\nProduit n° 7 du 26/09/2021 à 07h05 - appel entrant - durée 5 s\nCorrespondant : 06 39 98 17 77\n"
        "Synthèse : Le correspondant demande si la marchandise est arrivée. L'utilisateur répond qu'il rappellera.\n",
        [
            {"number": "7", "line": A, "start": "2021-09-26T07:05", "seconds": 5, "direction": "in", "correspondent": C,
             "form": "summary", "turns": 0},
        ],
    ),
    (
        "en log, several on a page",
        "INTERCEPT LOG\nTarget line: +33639986120\n\nCall number: 3\nDate: 25 September 2021\nTime: 18:22\nDirection: outgoing\n"
        "Other party: +33639984403\nDuration: 1 min 15 s\nMONITOR: Hallo?\nBOB: It is me.\n\n"
        "Call number: 4\nDate: 26 September 2021\nTime: 07:05\nDirection: incoming\nOther party: +33639981777\n"
        "Summary: the caller asks whether the crates have come. The user says no.\n",
        [
            {"number": "3", "line": A, "start": "2021-09-25T18:22", "seconds": 75, "direction": "out",
             "correspondent": B, "form": "verbatim", "turns": 2},
            {"number": "4", "line": A, "start": "2021-09-26T07:05", "direction": "in", "correspondent": C,
             "form": "summary", "turns": 0},
        ],
    ),
    (
        "fr table of communications",
        "Interception de la ligne 06 39 98 61 20\nN° | Date | Heure | Sens | Correspondant | Résumé\n"
        "12 | 25/09/2021 | 18:22:10 | S | 06 39 98 44 03 | X dit qu'il passera demain au port.\n"
        "13 | 26/09/2021 | 07:05:00 | E | 06 39 98 17 77 | Y demande la clé du local.\n",
        [
            {"number": "12", "line": A, "start": "2021-09-25T18:22", "direction": "out", "correspondent": B, "form": "summary"},
            {"number": "13", "line": A, "start": "2021-09-26T07:05", "direction": "in", "correspondent": C, "form": "summary"},
        ],
    ),
    (
        "fr mixed: a summary, then words",
        "Ligne interceptée : 06 39 98 61 20\nConversation N°45\nSens de l'appel : entrant\nLe 02/10/2021 à 23 h 59\n"
        "Interlocuteur : 06 39 98 17 77\nRésumé : ils parlent d'abord de football.\nRetranscription intégrale à partir de 00:30 :\n"
        "A : Tu viens quand ?\nB : Ce soir.\nA : Bien.\n",
        [
            {"number": "45", "line": A, "start": "2021-10-02T23:59", "direction": "in", "correspondent": C,
             "form": "mixed", "turns": 3},
        ],
    ),
]  # fmt: skip


# A second set, written after the readers and before they were run on it.


MORE_INTERCEPTS: list[Layout] = [
    (
        "en session with synopsis",
        "Target: +33639986120\nSession: 45\nStart Time: 25/09/2021 18:22:10\nStop Time: 25/09/2021 18:23:25\nDirection: Outgoing\n"
        "Associate: +33639984403\nLanguage: French\nMonitored by: DC HARPER\nSynopsis: the user tells the associate to bring the van.\n",
        [
            {"number": "45", "line": A, "start": "2021-09-25T18:22", "end": "2021-09-25T18:23", "direction": "out", "correspondent": B,
             "form": "summary", "transcriber": "DC HARPER", "language": "French", "translated": False, "turns": 0},
        ],
    ),
    (
        "fr misread letters",
        "LIGNE SURVEILLEE : 06 39 98 61 20\nC0MMUNICATION N° 112\nDATE : 25/09/2021 HEURE : 18H22\nSENS : ENTRANT\n"
        "C0RRESPONDANT : 06 39 98 44 03\nX1 : Oui ?\nX2 : C'est bon.\nX1 : (rires) Parfait.\n",
        [
            {"number": "112", "line": A, "start": "2021-09-25T18:22", "direction": "in", "correspondent": B, "form": "verbatim",
             "turns": 3, "sounds": 1},
        ],
    ),
    (
        "fr caller and called",
        "Interception judiciaire - ligne 06 39 98 61 20\nAppel n° 8 du samedi 25 septembre 2021 à 18 heures 22\n"
        "Appelant : 06 39 98 61 20\nAppelé : 06 39 98 44 03\nDurée : 1 min 15 s\nRésumé : Il dit qu'il arrive au port.\n",
        [
            {"number": "8", "line": A, "start": "2021-09-25T18:22", "seconds": 75, "direction": "out", "correspondent": B,
             "form": "summary", "turns": 0},
        ],
    ),
    (
        "fr labels in a row",
        "Ligne : 06 39 98 61 20 - Cote D12\nCommunication n° 9\nDate : 25/09/2021 - Heure : 18:22:10 - Durée : 00:01:15 - Sens : sortant\n"
        "Correspondant : 06 39 98 44 03 (UN HOMME)\nUN HOMME : Allô.\nUNE FEMME : Oui.\n[inaudible]\nUN HOMME : À demain.\n",
        [
            {"number": "9", "line": A, "start": "2021-09-25T18:22", "seconds": 75, "direction": "out", "correspondent": B,
             "form": "verbatim", "turns": 3, "sounds": 1},
        ],
    ),
]  # fmt: skip


# A third set, again written before the readers were run on it.
