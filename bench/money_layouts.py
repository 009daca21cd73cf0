# ruff: noqa: E501
"""Invented statements in the layouts that banks hand out, with what they say.

Written before the readers were, from what such exports look like; every number, name and date is made up (numbers of
the ranges kept for fiction). Each layout is a name, the text of its page, and its records as dictionaries.
"""

from __future__ import annotations

from bench.call_layouts import Layout

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
