# ruff: noqa: E501
"""Invented tables in the layouts that operators, banks and interception centres hand out, with what they say.

Written before the readers were, from what such exports look like; every number, name and date is made up (numbers of
the ranges kept for fiction). Each layout is a name, the text of its page, and its records as dictionaries.
"""

from __future__ import annotations

from typing import Any

Layout = tuple[str, str, list[dict[str, Any]]]

A, B, C = "+33639986120", "+33639984403", "+33639981777"
FIRST = {"start": "2021-09-25T18:22", "seconds": 75, "caller": A, "called": B}
SECOND = {"start": "2021-09-26T07:05", "seconds": 5, "caller": C, "called": A}
THIRD = {"start": "2021-10-02T23:59", "seconds": 3721, "caller": A, "called": C}
IMEI, IMSI = "490154203237518", "208011234567890"


def told(*more: dict[str, Any]) -> list[dict[str, Any]]:
    """The three calls, each with what else its layout says."""
    return [{**call, **extra} for call, extra in zip((FIRST, SECOND, THIRD), more or ({}, {}, {}), strict=True)]


VOICE = [{"kind": "voice"}] * 3
WAYS = [{"direction": "out"}, {"direction": "in"}, {"direction": "out"}]


def both(*parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What several lists say of the same rows."""
    return [{name: value for part in row for name, value in part.items()} for row in zip(*parts, strict=True)]


CALLS: list[Layout] = [
    (
        "fr detailed records, one column of date and time",
        "Réquisition n° 2021/445 - Données de trafic\nHeures exprimées en heure locale (Europe/Paris)\n"
        "Type de communication | Numéro appelant | Numéro appelé | Date et heure de début | Durée (s) | IMEI | IMSI"
        " | Cellule de début | Adresse du relais | Azimut\n"
        f"Voix | 0639986120 | 0639984403 | 25/09/2021 18:22:10 | 75 | {IMEI} | {IMSI} | 20801-1A2B-0F31 | 3 quai du Port | 120\n"
        f"Voix | 0639981777 | 0639986120 | 26/09/2021 07:05:00 | 5 | {IMEI} | {IMSI} | 20801-1A2B-0F32 | 4 quai du Port | 240\n"
        f"SMS | 0639986120 | 0639981777 | 02/10/2021 23:59:59 | 3721 | {IMEI} | {IMSI} | 20801-1A2B-0F31 | 3 quai du Port | 120\n",
        told(
            {"kind": "voice", "imei": IMEI, "imsi": IMSI, "cell": "20801-1A2B-0F31", "zone": "Europe/Paris"},
            {"kind": "voice", "imei": IMEI, "imsi": IMSI, "cell": "20801-1A2B-0F32", "zone": "Europe/Paris"},
            {"kind": "sms", "imei": IMEI, "imsi": IMSI, "cell": "20801-1A2B-0F31", "zone": "Europe/Paris"},
        ),
    ),
    (
        "fr capitals, compact dates, numbers without plus",
        "TYPE | DATE | HEURE | DUREE | N APPELANT | N APPELE | IMEI | CELLULE DEBUT | CELLULE FIN\n"
        f"VOIX | 20210925 | 182210 | 00:01:15 | 33639986120 | 33639984403 | {IMEI} | 0A1F_22 | 0A1F_23\n"
        f"VOIX | 20210926 | 070500 | 00:00:05 | 33639981777 | 33639986120 | {IMEI} | 0A1F_22 | 0A1F_22\n"
        f"VOIX | 20211002 | 235959 | 01:02:01 | 33639986120 | 33639981777 | {IMEI} | 0A1F_24 | 0A1F_22\n",
        told(
            {"kind": "voice", "imei": IMEI, "cell": "0A1F_22"},
            {"kind": "voice", "imei": IMEI, "cell": "0A1F_22"},
            {"kind": "voice", "imei": IMEI, "cell": "0A1F_24"},
        ),
    ),
    (
        "fr direction and correspondent, beginning and end",
        "Sens d'appel | Abonné (MSISDN) | Correspondant | Début d'appel | Fin d'appel | Durée | Relais\n"
        "Emis | 06 39 98 61 20 | 06 39 98 44 03 | 25-09-2021 18h22m10s | 25-09-2021 18h23m25s | 1min15s | PORT_NORD\n"
        "Reçu | 06 39 98 61 20 | 06 39 98 17 77 | 26-09-2021 07h05m00s | 26-09-2021 07h05m05s | 5s | PORT_NORD\n"
        "Emis | 06 39 98 61 20 | 06 39 98 17 77 | 02-10-2021 23h59m59s | 03-10-2021 01h02m00s | 1h02min01s | GARE_2\n",
        both(told(), WAYS, [{"cell": "PORT_NORD"}, {"cell": "PORT_NORD"}, {"cell": "GARE_2"}], [{"line": A}] * 3),
    ),
    (
        "fr machine names, ISO with offset",
        "MSISDN_A | MSISDN_B | HORODATAGE | DUREE_SEC | NATURE\n"
        "+33639986120 | +33639984403 | 2021-09-25T18:22:10+02:00 | 75 | APPEL VOIX\n"
        "+33639981777 | +33639986120 | 2021-09-26T07:05:00+02:00 | 5 | APPEL VOIX\n"
        "+33639986120 | +33639981777 | 2021-10-02T23:59:59+02:00 | 3721 | APPEL VOIX\n",
        both(told(), VOICE, [{"zone": "Etc/GMT-2"}] * 3),
    ),
    (
        "en A and B numbers, switch codes",
        "A Number | B Number | Call Date | Call Time | Duration | Call Type | First Cell ID | First Cell Address"
        " | Azimuth | IMEI | IMSI\n"
        f"33639986120 | 33639984403 | 25/09/2021 | 18:22:10 | 00:01:15 | MOC | 234-15-411-2201 | 1 Dock Lane | 90 | {IMEI} | {IMSI}\n"
        f"33639981777 | 33639986120 | 26/09/2021 | 07:05:00 | 00:00:05 | MTC | 234-15-411-2202 | 2 Dock Lane | 90 | {IMEI} | {IMSI}\n"
        f"33639986120 | 33639981777 | 02/10/2021 | 23:59:59 | 01:02:01 | MOC | 234-15-411-2201 | 1 Dock Lane | 90 | {IMEI} | {IMSI}\n",
        both(
            told(),
            WAYS,
            VOICE,
            [{"imei": IMEI, "imsi": IMSI}] * 3,
            [{"cell": "234-15-411-2201"}, {"cell": "234-15-411-2202"}, {"cell": "234-15-411-2201"}],
        ),
    ),
    (
        "en month first, UTC in the header, minutes and seconds",
        "Item | Conn. Date | Conn. Time (UTC) | Seizure Time | ET | Originating Number | Terminating Number | IMEI | IMSI\n"
        f"1 | 09/25/21 | 18:22:10 | 0:04 | 1:15 | 33639986120 | 33639984403 | {IMEI} | {IMSI}\n"
        f"2 | 09/26/21 | 07:05:00 | 0:09 | 0:05 | 33639981777 | 33639986120 | {IMEI} | {IMSI}\n"
        f"3 | 10/02/21 | 23:59:59 | 0:02 | 62:01 | 33639986120 | 33639981777 | {IMEI} | {IMSI}\n",
        both(told(), [{"imei": IMEI, "imsi": IMSI, "zone": "Etc/UTC"}] * 3),
    ),
    (
        "en twelve-hour clock",
        "Call Direction | Seizure Dt Tm | Seizure Duration | First Serving Cell Site | Calling Party Number | Called Digits\n"
        "Outbound | 9/25/2021 6:22:10 PM | 75 | 118 | +33639986120 | +33639984403\n"
        "Inbound | 9/26/2021 7:05:00 AM | 5 | 118 | +33639981777 | +33639986120\n"
        "Outbound | 10/2/2021 11:59:59 PM | 3721 | 204 | +33639986120 | +33639981777\n",
        both(told(), WAYS, [{"cell": "118"}, {"cell": "118"}, {"cell": "204"}]),
    ),
    (
        "en extraction of a handset: parties in one column",
        "Owner: +33639986120\n# | Parties | Timestamp | Duration | Direction | Status\n"
        "1 | To: +33639984403 Bob | 25/09/2021 18:22:10(UTC+2) | 00:01:15 | Outgoing | Answered\n"
        "2 | From: +33639981777 | 26/09/2021 07:05:00(UTC+2) | 00:00:05 | Incoming | Answered\n"
        "3 | To: +33639981777 | 02/10/2021 23:59:59(UTC+2) | 01:02:01 | Outgoing | Answered\n",
        both(told(), WAYS, [{"zone": "Etc/GMT-2"}] * 3),
    ),
    (
        "fr platform, direction in letters",
        "Numéro cible | Numéro correspondant | Sens (E/S) | Date début | Heure début | Durée | Type\n"
        "0639986120 | 0639984403 | S | 25/09/2021 | 18:22:10 | 0:01:15 | VOIX\n"
        "0639986120 | 0639981777 | E | 26/09/2021 | 07:05:00 | 0:00:05 | VOIX\n"
        "0639986120 | 0639981777 | S | 02/10/2021 | 23:59:59 | 1:02:01 | VOIX\n",
        both(told(), WAYS, VOICE, [{"line": A}] * 3),
    ),
    (
        "en calling, dialled and called",
        "Date | Start Time | Duration (sec) | Direction | Calling Number | Dialed Number | Called Number | 1st Site ID\n"
        "2021-09-25 | 18:22:10 | 75 | Outgoing | 33639986120 | 0639984403 | 33639984403 | NE0118\n"
        "2021-09-26 | 07:05:00 | 5 | Incoming | 33639981777 | 0639986120 | 33639986120 | NE0118\n"
        "2021-10-02 | 23:59:59 | 3721 | Outgoing | 33639986120 | 0639981777 | 33639981777 | NE0204\n",
        both(told(), WAYS, [{"cell": "NE0118"}, {"cell": "NE0118"}, {"cell": "NE0204"}]),
    ),
    (
        "no header",
        f"33639986120 | 33639984403 | 25/09/2021 18:22:10 | 75 | VOIX | {IMEI} | {IMSI}\n"
        f"33639981777 | 33639986120 | 26/09/2021 07:05:00 | 5 | VOIX | {IMEI} | {IMSI}\n"
        f"33639986120 | 33639981777 | 02/10/2021 23:59:59 | 3721 | VOIX | {IMEI} | {IMSI}\n",
        # Which of two bare columns called is not said; the times and the device are.
        [
            {"start": call["start"], "seconds": call["seconds"], "kind": "voice", "imei": IMEI, "imsi": IMSI}
            for call in (FIRST, SECOND, THIRD)
        ],
    ),
    (
        "fr header of two rows",
        "Appelant |  | Appelé |  | Début |  | Durée\nNuméro | Nom | Numéro | Nom | Date | Heure | (s)\n"
        "0639986120 | X | 0639984403 | Y | 25/09/2021 | 18:22:10 | 75\n"
        "0639981777 |  | 0639986120 | X | 26/09/2021 | 07:05:00 | 5\n"
        "0639986120 | X | 0639981777 |  | 02/10/2021 | 23:59:59 | 3721\n",
        told(),
    ),
    (
        "fr serial dates",
        "Appelant | Appelé | Date | Durée sec\n639986120 | 639984403 | 44464.7654 | 75\n"
        "639981777 | 639986120 | 44465.2951388889 | 5\n639986120 | 639981777 | 44471.9999884259 | 3721\n",
        told(),
    ),
    (
        "fr plain text with aligned columns",
        "DÉTAIL DES COMMUNICATIONS\n\n"
        "Date         Heure      Appelant         Appelé           Durée      Type\n"
        "25/09/2021   18:22:10   06 39 98 61 20   06 39 98 44 03   00:01:15   Voix\n"
        "26/09/2021   07:05:00   06 39 98 17 77   06 39 98 61 20   00:00:05   Voix\n"
        "02/10/2021   23:59:59   06 39 98 61 20   06 39 98 17 77   01:02:01   Voix\n",
        both(told(), VOICE),
    ),
    (
        "fr months in words, hours with h",
        "Le | À | De | Vers | Temps\n25 sept. 2021 | 18 h 22 | 06.39.98.61.20 | 06.39.98.44.03 | 1 min 15 s\n"
        "26 sept. 2021 | 7 h 05 | 06.39.98.17.77 | 06.39.98.61.20 | 5 s\n"
        "2 oct. 2021 | 23 h 59 | 06.39.98.61.20 | 06.39.98.17.77 | 1 h 02 min 01 s\n",
        told(),
    ),
    (
        "dotted dates and times",
        "Rufnummer A | Rufnummer B | Caller | Called party | Date | Time | Dur.\n"
        "x | y | +33 6 39 98 61 20 | +33 6 39 98 44 03 | 25.09.21 | 18.22.10 | 75\n"
        "x | y | +33 6 39 98 17 77 | +33 6 39 98 61 20 | 26.09.21 | 07.05.00 | 5\n"
        "x | y | +33 6 39 98 61 20 | +33 6 39 98 17 77 | 02.10.21 | 23.59.59 | 3721\n",
        told(),
    ),
]

MONEY: list[Layout] = [
    (
        "fr debit and credit, running balance",
        "Relevé de compte\nIBAN : FR76 3000 6000 0112 3456 7890 189\nDate | Valeur | Libellé | Débit | Crédit | Solde\n"
        "01/09/2021 | 01/09/2021 | SOLDE INITIAL |  |  | 1 000,00\n"
        "03/09/2021 | 04/09/2021 | VIR LES CAGEOTS |  | 2 500,00 | 3 500,00\n"
        "05/09/2021 | 05/09/2021 | RETRAIT DAB PORT | 300,00 |  | 3 200,00\n",
        [
            {"day": "2021-09-03", "value_day": "2021-09-04", "credit": "2500.00", "balance": "3500.00"},
            {"day": "2021-09-05", "value_day": "2021-09-05", "debit": "300.00", "balance": "3200.00"},
        ],
    ),
    (
        "en one signed amount",
        "Transaction Date,Description,Amount,Balance\n".replace(",", " | ")
        + "2021-09-03 | TRANSFER CRATES LTD | 2,500.00 | 3,500.00\n2021-09-05 | CASH WITHDRAWAL | -300.00 | 3,200.00\n"
        "2021-09-07 | CARD FUEL | -61.20 | 3,138.80\n",
        [
            {"day": "2021-09-03", "credit": "2500.00", "balance": "3500.00"},
            {"day": "2021-09-05", "debit": "300.00", "balance": "3200.00"},
            {"day": "2021-09-07", "debit": "61.20", "balance": "3138.80"},
        ],
    ),
    (
        "en money out, money in, pound sign",
        "Date | Type | Details | Paid out | Paid in | Balance (£)\n"
        "03 Sep 2021 | BGC | CRATES LTD |  | £2,500.00 | £3,500.00\n05 Sep 2021 | ATM | DOCK LANE | £300.00 |  | £3,200.00\n",
        [
            {"day": "2021-09-03", "credit": "2500.00", "balance": "3500.00", "currency": "GBP"},
            {"day": "2021-09-05", "debit": "300.00", "balance": "3200.00", "currency": "GBP"},
        ],
    ),
    (
        "fr plain text, amounts at the end of the line",
        "RELEVÉ DE COMPTE\nDate Valeur Opération Débit Crédit Solde\n01/09/2021 SOLDE PRÉCÉDENT 1 000,00\n"
        "03/09/2021 04/09/2021 VIREMENT LES CAGEOTS 2 500,00 3 500,00\n05/09/2021 05/09/2021 RETRAIT DAB 300,00 3 200,00\n",
        [
            {"day": "2021-09-03", "value_day": "2021-09-04", "credit": "2500.00", "balance": "3500.00"},
            {"day": "2021-09-05", "value_day": "2021-09-05", "debit": "300.00", "balance": "3200.00"},
        ],
    ),
    (
        "fr amount with a column of sense",
        "Date opération | Libellé opération | Montant | Sens | Devise\n03/09/2021 | VIR RECU | 2500,00 | C | EUR\n"
        "05/09/2021 | RETRAIT | 300,00 | D | EUR\n",
        [
            {"day": "2021-09-03", "credit": "2500.00", "currency": "EUR"},
            {"day": "2021-09-05", "debit": "300.00", "currency": "EUR"},
        ],
    ),
]

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
