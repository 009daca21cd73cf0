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


# A second set, written after the readers and before they were run on it.

MORE_CALLS: list[Layout] = [
    (
        "fr both devices, beginning and end in four columns",
        "MSISDN appelant | MSISDN appelé | Date de début d'appel (JJ/MM/AAAA) | Heure de début (HH:MM:SS) | Heure de fin (HH:MM:SS)"
        " | Durée HH:MM:SS | IMEI appelant | IMEI appelé\n"
        f"33639986120 | 33639984403 | 25/09/2021 | 18:22:10 | 18:23:25 | 00:01:15 | {IMEI} | 356938035643809\n"
        f"33639981777 | 33639986120 | 26/09/2021 | 07:05:00 | 07:05:05 | 00:00:05 | {IMEI} | 356938035643809\n"
        f"33639986120 | 33639981777 | 02/10/2021 | 23:59:59 | 01:02:00 | 01:02:01 | {IMEI} | 356938035643809\n",
        both(told(), [{"imei": IMEI}] * 3),
    ),
    (
        "fr events that name the direction",
        "Numéro : 06 39 98 61 20\nTitulaire : inconnu\nType d'évènement | Interlocuteur | Date | Durée\n"
        "Appel émis | 0639984403 | 25/09/2021 à 18:22:10 | 75 s\nAppel reçu | 0639981777 | 26/09/2021 à 07:05:00 | 5 s\n"
        "SMS émis | 0639981777 | 02/10/2021 à 23:59:59 | 3721 s\n",
        both(told({"kind": "voice"}, {"kind": "voice"}, {"kind": "sms"}), WAYS, [{"line": A}] * 3),
    ),
    (
        "en messages of a handset",
        "Source | From | To | Timestamp: Time | Body\n"
        "SMS | +33639986120 | +33639984403 | 25/09/2021 18:22:10(UTC+0) | come to the dock\n"
        "SMS | +33639981777 | +33639986120 | 26/09/2021 07:05:00(UTC+0) | no\n"
        "SMS | +33639986120 | +33639981777 | 02/10/2021 23:59:59(UTC+0) | later\n",
        [
            {name: value for name, value in call.items() if name != "seconds"} | {"zone": "Etc/UTC"}
            for call in (FIRST, SECOND, THIRD)
        ],
    ),
    (
        "fr geography",
        "DATE_DEBUT | APPELANT | APPELE | DUREE | CI_DEBUT | CI_FIN | ADRESSE_RELAIS | CODE_POSTAL | VILLE | LATITUDE | LONGITUDE | AZIMUT\n"
        "25/09/2021 18:22:10 | 0639986120 | 0639984403 | 75 | 20801112233 | 20801112234 | 3 QUAI DU PORT | 13002 | MARSEILLE | 43.2951 | 5.3744 | 120\n"
        "26/09/2021 07:05:00 | 0639981777 | 0639986120 | 5 | 20801112235 | 20801112234 | 4 QUAI DU PORT | 13002 | MARSEILLE | 43.2952 | 5.3745 | 240\n"
        "02/10/2021 23:59:59 | 0639986120 | 0639981777 | 3721 | 20801112233 | 20801112234 | 3 QUAI DU PORT | 13002 | MARSEILLE | 43.2951 | 5.3744 | 0\n",
        both(
            told(),
            [
                {
                    "cell": "20801112233",
                    "place": "3 QUAI DU PORT",
                    "latitude": "43.2951",
                    "longitude": "5.3744",
                    "azimuth": "120",
                },
                {
                    "cell": "20801112235",
                    "place": "4 QUAI DU PORT",
                    "latitude": "43.2952",
                    "longitude": "5.3745",
                    "azimuth": "240",
                },
                {
                    "cell": "20801112233",
                    "place": "3 QUAI DU PORT",
                    "latitude": "43.2951",
                    "longitude": "5.3744",
                    "azimuth": "0",
                },
            ],
        ),
    ),
    (
        "fr text with semicolons and a total",
        "Facture détaillée ligne 06 39 98 61 20\nDate;Heure;Numéro appelé;Durée;Type\n"
        "25/09/2021;18:22:10;0639984403;00:01:15;Appel\n26/09/2021;07:05:00;0639981777;00:00:05;Appel\n"
        "02/10/2021;23:59:59;0639981777;01:02:01;Appel\nTotal;;;01:03:21;\n",
        [
            {"start": call["start"], "seconds": call["seconds"], "called": called, "kind": "voice", "line": A}
            for call, called in zip((FIRST, SECOND, THIRD), (B, C, C), strict=True)
        ],
    ),
    (
        "fr hour as a part of a day",
        "Date | Heure | Appelant | Appelé | Durée\n44464 | 0.765393518518518 | 33639986120 | 33639984403 | 75\n"
        "44465 | 0.295138888888889 | 33639981777 | 33639986120 | 5\n44471 | 0.999988425925926 | 33639986120 | 33639981777 | 3721\n",
        told(),
    ),
    (
        "en British numbers and days in words",
        "Call Start | Call End | Calling Party | Called Party | Secs | IMEI | Cell Site Address\n"
        f"Sat 25 Sep 2021 18:22:10 | Sat 25 Sep 2021 18:23:25 | 07700900120 | 07700900403 | 75 | {IMEI} | 1 Dock Lane\n"
        f"Sun 26 Sep 2021 07:05:00 | Sun 26 Sep 2021 07:05:05 | 07700900777 | 07700900120 | 5 | {IMEI} | 2 Dock Lane\n",
        [
            {
                "start": "2021-09-25T18:22",
                "seconds": 75,
                "caller": "+447700900120",
                "called": "+447700900403",
                "imei": IMEI,
                "place": "1 Dock Lane",
            },
            {
                "start": "2021-09-26T07:05",
                "seconds": 5,
                "caller": "+447700900777",
                "called": "+447700900120",
                "imei": IMEI,
                "place": "2 Dock Lane",
            },
        ],
    ),
    (
        "fr plain lines of a PDF",
        "Date Heure Appelant Appelé Durée Type\n25/09/2021 18:22:10 06 39 98 61 20 06 39 98 44 03 00:01:15 Voix\n"
        "26/09/2021 07:05:00 06 39 98 17 77 06 39 98 61 20 00:00:05 Voix\nPage 1 sur 2\n"
        "02/10/2021 23:59:59 06 39 98 61 20 06 39 98 17 77 01:02:01 Voix\n",
        both(told(), VOICE),
    ),
    (
        "no header, hours apart",
        "1 | 25/09/2021 | 18:22:10 | 0639986120 | 0639984403 | 75 | Voix\n2 | 26/09/2021 | 07:05:00 | 0639981777 | 0639986120 | 5 | Voix\n"
        "3 | 02/10/2021 | 23:59:59 | 0639986120 | 0639981777 | 3721 | Voix\n",
        [{"start": call["start"], "seconds": call["seconds"], "kind": "voice"} for call in (FIRST, SECOND, THIRD)],
    ),
    (
        "fr data sessions among calls",
        "Nature;Abonné;Correspondant;Sens;Début;Durée;Volume (ko);Cellule\n"
        "VOIX;33639986120;33639984403;SORTANT;2021-09-25 18:22:10;75;;A1\n"
        "DATA;33639986120;;;2021-09-25 19:00:00;600;5120;A1\nVOIX;33639986120;33639981777;ENTRANT;2021-09-26 07:05:00;5;;A2\n",
        [
            {**FIRST, "kind": "voice", "direction": "out", "cell": "A1", "line": A},
            {"start": "2021-09-25T19:00", "seconds": 600, "kind": "data", "cell": "A1", "line": A},
            {**SECOND, "kind": "voice", "direction": "in", "cell": "A2", "line": A},
        ],
    ),
]

MORE_MONEY: list[Layout] = [
    (
        "fr newest first",
        "Date comptable | Libellé | Débit euros | Crédit euros | Solde\n07/09/2021 | CB GARAGE | 61,20 |  | 3 138,80\n"
        "05/09/2021 | RETRAIT DAB | 300,00 |  | 3 200,00\n03/09/2021 | VIR LES CAGEOTS |  | 2 500,00 | 3 500,00\n",
        [
            {"day": "2021-09-07", "debit": "61.20", "balance": "3138.80", "adds_up": True, "currency": "EUR"},
            {"day": "2021-09-05", "debit": "300.00", "balance": "3200.00", "adds_up": True, "currency": "EUR"},
            {"day": "2021-09-03", "credit": "2500.00", "balance": "3500.00", "currency": "EUR"},
        ],
    ),
    (
        "en a balance that does not follow",
        "Date | Description | Money out | Money in | Balance\n03/09/2021 | CRATES LTD |  | 2500.00 | 3500.00\n"
        "25/09/2021 | CASH | 300.00 |  | 3200.00\n26/09/2021 | FUEL | 60.00 |  | 3240.00\n27/09/2021 | RENT | 240.00 |  | 3000.00\n",
        [
            {"day": "2021-09-03", "credit": "2500.00", "balance": "3500.00"},
            {"day": "2021-09-25", "debit": "300.00", "balance": "3200.00", "adds_up": True},
            {"day": "2021-09-26", "debit": "60.00", "balance": "3240.00", "adds_up": False},
            {"day": "2021-09-27", "debit": "240.00", "balance": "3000.00", "adds_up": True},
        ],
    ),
    (
        "ch apostrophes",
        "Date | Texte comptable | Débit CHF | Crédit CHF | Valeur | Solde CHF\n03.09.21 | Virement Cageots SA |  | 2'500.00 | 04.09.21 | 3'500.00\n"
        "05.09.21 | Retrait | 300.00 |  | 05.09.21 | 3'200.00\n",
        [
            {
                "day": "2021-09-03",
                "credit": "2500.00",
                "balance": "3500.00",
                "value_day": "2021-09-04",
                "currency": "CHF",
            },
            {
                "day": "2021-09-05",
                "debit": "300.00",
                "balance": "3200.00",
                "value_day": "2021-09-05",
                "currency": "CHF",
            },
        ],
    ),
    (
        "fr sign after the sum, semicolons",
        "Date;Libellé;Montant;Devise\n03/09/2021;VIR CAGEOTS;2500,00+;EUR\n05/09/2021;RETRAIT;300,00-;EUR\n",
        [
            {"day": "2021-09-03", "credit": "2500.00", "currency": "EUR"},
            {"day": "2021-09-05", "debit": "300.00", "currency": "EUR"},
        ],
    ),
]

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

LAST_CALLS: list[Layout] = [
    (
        "fr title over the table, empty column, units in the names",
        "DONNEES DE CONNEXION | | | | | |\nIdentifiant demandé : 33639986120 | | | | | |\n"
        "Type événement | Date heure début (UTC) |  | Numéro appelant | Numéro appelé | Durée (en s.) | Cellule début (CGI)\n"
        "VOIX SORTANT | 2021/09/25 18:22:10 |  | 33639986120 | 33639984403 | 75 | 208-01-6699-1234\n"
        "VOIX ENTRANT | 2021/09/26 07:05:00 |  | 33639981777 | 33639986120 | 5 | 208-01-6699-1235\n"
        "SMS SORTANT | 2021/10/02 23:59:59 |  | 33639986120 | 33639981777 | 3721 | 208-01-6699-1234\n",
        both(
            told({"kind": "voice"}, {"kind": "voice"}, {"kind": "sms"}),
            WAYS,
            [{"zone": "Etc/UTC"}] * 3,
            [{"cell": "208-01-6699-1234"}, {"cell": "208-01-6699-1235"}, {"cell": "208-01-6699-1234"}],
        ),
    ),
    (
        "en call log, missed calls",
        "Type | Number | Name | Date | Time | Duration\nOutgoing | +33639984403 | Bob | 25/09/2021 | 18:22:10 | 00:01:15\n"
        "Missed | +33639981777 |  | 26/09/2021 | 07:05:00 | 00:00:00\nIncoming | +33639981777 |  | 02/10/2021 | 23:59:59 | 01:02:01\n",
        [
            {"start": "2021-09-25T18:22", "seconds": 75, "called": B, "direction": "out"},
            {"start": "2021-09-26T07:05", "seconds": 0, "caller": C, "direction": "in"},
            {"start": "2021-10-02T23:59", "seconds": 3721, "caller": C, "direction": "in"},
        ],
    ),
    (
        "fr numbers called only, line in the title",
        "Appels émis depuis le 06 39 98 61 20\nDate | Heure | N° composé | Durée\n25/09/2021 | 18:22 | 06 39 98 44 03 | 1'15\"\n"
        "26/09/2021 | 07:05 | 06 39 98 17 77 | 0'05\"\n",
        [
            {"start": "2021-09-25T18:22", "seconds": 75, "called": B},
            {"start": "2021-09-26T07:05", "seconds": 5, "called": C},
        ],
    ),
    (
        "en gateway, epoch-like names, ISO with Z",
        "call_id,from_number,to_number,start_time,end_time,duration_seconds,direction\n".replace(",", ";")
        + "a1;+33639986120;+33639984403;2021-09-25T18:22:10Z;2021-09-25T18:23:25Z;75;outbound\n"
        "a2;+33639981777;+33639986120;2021-09-26T07:05:00Z;2021-09-26T07:05:05Z;5;inbound\n",
        both(told(), WAYS, [{"zone": "Etc/UTC"}] * 3)[:2],
    ),
    (
        "fr columns with breaks and points",
        "N°.Appelant | N°.Appelé | Date.Début | Heure.Début | Durée.Com. | I.M.E.I. | I.M.S.I. | Azim.\n"
        f"0639986120 | 0639984403 | 25/09/21 | 18:22:10 | 0:01:15 | {IMEI} | {IMSI} | 120\n"
        f"0639981777 | 0639986120 | 26/09/21 | 07:05:00 | 0:00:05 | {IMEI} | {IMSI} | 240\n",
        both(told(), [{"imei": IMEI, "imsi": IMSI}] * 3, [{"azimuth": "120"}, {"azimuth": "240"}, {}])[:2],
    ),
    (
        "en target and other, seconds of start apart",
        "Target Number | Other Number | Call Type | Date | Time | Duration (mm:ss) | Site Name | Site Address\n"
        "33639986120 | 33639984403 | Outgoing Voice | 25-Sep-2021 | 18:22:10 | 01:15 | DOCKS | 1 Dock Lane\n"
        "33639986120 | 33639981777 | Incoming Voice | 26-Sep-2021 | 07:05:00 | 00:05 | DOCKS | 1 Dock Lane\n",
        both(told(), WAYS, VOICE, [{"line": A, "place": "1 Dock Lane"}] * 3)[:2],
    ),
    (
        "fr aligned text of a fixed width",
        "   LISTE DES COMMUNICATIONS DE LA LIGNE 06.39.98.61.20\n\n"
        " Date       Heure     Sens      Correspondant     Durée     Cellule\n"
        " ---------- --------  --------  ----------------  --------  --------\n"
        " 25/09/2021 18:22:10  Sortant   06.39.98.44.03    00:01:15  A1B2\n"
        " 26/09/2021 07:05:00  Entrant   06.39.98.17.77    00:00:05  A1B3\n",
        both(told(), WAYS, [{"line": A}] * 3, [{"cell": "A1B2"}, {"cell": "A1B3"}, {}])[:2],
    ),
]
