# ruff: noqa: E501
"""Invented call records in the layouts that operators hand out, with what they say.

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
