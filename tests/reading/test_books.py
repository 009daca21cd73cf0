"""Books, cards, lists and statements of many offices, row by row; and tables that only look like them."""

from __future__ import annotations

import pytest

from tests.reading.test_rows import moved

BOOKS: dict[str, tuple[str, list[tuple[str, str | None, str | None, str | None, str | None]]]] = {
    "a bin card": (
        "HILLCREST DISTRICT HOSPITAL - MAIN STORE\n"
        "BIN CARD            Item: Amoxicillin 250 mg caps          Unit: tin\n"
        "Date        From / To                Voucher    In     Out    Balance\n"
        "02/05/2022  Opening balance                                   40\n"
        "06/05/2022  Regional Medical Depot   GRN 118    60            100\n"
        "11/05/2022  Ward 3                   REQ 21            25     75\n",
        [
            ("receive", "2022-05-06", "Regional Medical Depot", "MAIN STORE", "60 count"),
            ("deliver", "2022-05-11", "MAIN STORE", "Ward 3", "25 count"),
        ],
    ),
    "une fiche de stock": (
        "DISTRICT SANITAIRE DE KAYA - PHARMACIE\n"
        "FICHE DE STOCK     Article : Quinine 300 mg      Unité : boîte\n"
        "Date | Provenance / Destination | N° pièce | Entrée | Sortie | Solde\n"
        "05/03/2021 | CAMEG Ouagadougou | BL 44 | 200 | | 200\n"
        "12/03/2021 | CSPS de Boussouma | BC 12 | | 50 | 150\n",
        [
            ("receive", "2021-03-05", "CAMEG Ouagadougou", "DISTRICT SANITAIRE DE KAYA", "200 count"),
            ("deliver", "2021-03-12", "DISTRICT SANITAIRE DE KAYA", "CSPS de Boussouma", "50 count"),
        ],
    ),
    "a gate book whose days leave out the year": (
        "KESTREL AGGREGATES LTD                       GATE BOOK - APRIL 2022\n"
        " Date   In/Out  Lorry       Load         Tonnes   From / To\n"
        " 4/4    IN      KX12 ABC    ballast      18.40    Marlow Quarry\n"
        " 5/4    OUT     KX12 ABC    ballast      18.20    Brookfield Site\n",
        [
            ("receive", "2022-04-04", "Marlow Quarry", "KESTREL AGGREGATES LTD", "18400 kg"),
            ("deliver", "2022-04-05", "KESTREL AGGREGATES LTD", "Brookfield Site", "18200 kg"),
        ],
    ),
    "un cahier dont le titre dit le sens": (
        "COOPERATIVE AGRICOLE DE SAN                    CAHIER DE MAGASIN\n"
        "                    SORTIES - JUIN 2020\n"
        "Date     Bon     Bénéficiaire          Sacs    Reste\n"
        "03/06    0021    Village de Téné        40      160\n",
        [("deliver", "2020-06-03", "COOPERATIVE AGRICOLE DE SAN", "Village de Téné", "40 count")],
    ),
    "a purchase ledger": (
        "BOROUGH OF HARTMERE                PURCHASE LEDGER 2021\n"
        " Paid     | PO    | Supplier             | Description     | Net GBP\n"
        " 04/03/21 | 1011  | Delmar Fencing Ltd   | posts           | 1,200.00\n"
        " 11/03/21 | 1014  | Pryce & Sons         | wire            |   640.00\n"
        " Total                                                      | 1,840.00\n",
        [
            ("pay", "2021-03-04", "BOROUGH OF HARTMERE", "Delmar Fencing Ltd", "1200 GBP"),
            ("pay", "2021-03-11", "BOROUGH OF HARTMERE", "Pryce & Sons", "640 GBP"),
        ],
    ),
    "un journal des mandats": (
        "COMMUNE DE VALBRIEU                 JOURNAL DES MANDATS 2021\n"
        "Date paiement ; Mandat ; Fournisseur ; Objet ; Montant TTC\n"
        "04/03/2021 ; 118 ; SARL Menuiserie Dorval ; portes ; 4 800,00\n",
        [("pay", "2021-03-04", "VALBRIEU", "SARL Menuiserie Dorval", "4800 EUR")],
    ),
    "a weighbridge to which customers bring": (
        "DUNLOW SCRAP METALS LTD - WEIGHBRIDGE REPORT\n"
        "Ticket;Date;Time;Reg;Customer;Material;Gross;Tare;Net kg\n"
        "1001;03/02/2023;08:11;AB12 CDE;Harwood Demolition;STEEL;22100;9100;13000\n"
        "1002;03/02/2023;09:40;AB12 CDE;Harwood Demolition;STEEL;20900;9100;11800\n"
        "1003;04/02/2023;10:05;PX07 LLL;Neville Bros;COPPER;;;VOID\n",
        [
            ("receive", "2023-02-03T08:11", "Harwood Demolition", "DUNLOW SCRAP METALS LTD", "13000 kg"),
            ("receive", "2023-02-03T09:40", "Harwood Demolition", "DUNLOW SCRAP METALS LTD", "11800 kg"),
        ],
    ),
    "a register of property, in and out": (
        "MARLBOROUGH POLICE - PROPERTY STORE REGISTER\n"
        "Item | Description          | Date in   | Received from | Date out  | Released to\n"
        "1    | bag of 12 watches    | 03/02/23  | PC Harding    | 10/02/23  | Forensic Lab\n"
        "3    | laptop Dell          | 04/02/23  | DC Lowe       |           |\n",
        [
            ("receive", "2023-02-03", "Harding", "PROPERTY STORE", "12 count"),
            ("deliver", "2023-02-10", "PROPERTY STORE", "Forensic Lab", "12 count"),
            ("receive", "2023-02-04", "Lowe", "PROPERTY STORE", "1 count"),
        ],
    ),
    "wages of one day": (
        "MBALE ROADS PROJECT - WAGES SHEET, PAID 30/06/2022\n"
        "No | Name | Days | Rate | Amount UGX | Signature\n"
        "1 | Okello James | 20 | 10,000 | 200,000 | signed\n"
        "3 | Wafula Peter | 12 | 10,000 | 120,000 | absent - not paid\n",
        [("pay", "2022-06-30", "MBALE ROADS PROJECT", "Okello James", "200000 UGX")],
    ),
    "une liste de distribution": (
        "ONG SOLIDARITE SAHEL - LISTE DE DISTRIBUTION - Site de Barsalogho, le 14/08/2021\n"
        "N° | Nom et prénom | Ménage | Riz (kg) | Huile (l) | Emargement\n"
        "1 | Sawadogo Awa | 6 | 50 | 5 | X\n",
        [("deliver", "2021-08-14", "ONG SOLIDARITE SAHEL", "Sawadogo Awa", "50 kg")],
    ),
    "a fuel book": (
        "RIVERSIDE COUNCIL DEPOT - FUEL ISSUES BOOK     Diesel\n"
        "Date      Vehicle    Driver          Litres    Odometer   Sign\n"
        "01/03/22  UAA 112K   Opio Moses      60        44,120     OM\n",
        [("deliver", "2022-03-01", "RIVERSIDE COUNCIL DEPOT", "Opio Moses", "60 L")],
    ),
    "petty cash": (
        "ST MUNGO PARISH OFFICE - PETTY CASH BOOK 2022\n"
        "Date | Voucher | Details | Received | Paid out | Balance\n"
        "02/05/22 | | Balance b/f | | | 120.00\n"
        "04/05/22 | 18 | From the treasurer | 200.00 | | 320.00\n"
        "06/05/22 | 19 | Ayr Glaziers | | 85.00 | 235.00\n"
        "09/05/22 | 20 | Refund to P. Laird for the hire of the hall | | 20.00 | 215.00\n",
        [
            ("pay", "2022-05-04", None, "ST MUNGO PARISH OFFICE", "200 GBP"),
            ("pay", "2022-05-06", "ST MUNGO PARISH OFFICE", "Ayr Glaziers", "85 GBP"),
            ("pay", "2022-05-09", "ST MUNGO PARISH OFFICE", "P. Laird", "20 GBP"),
        ],
    ),
    "a haulier's round whose first cell is where it went": (
        "TRANSPORTS MAILLARD - CARNET DE TOURNEE - mars 2022\n"
        "Livré chez            | Date  | Marchandise      | Colis | Reçu par\n"
        "Epicerie Colas        | 03/03 | conserves        | 20    | Mme Colas\n",
        [("deliver", "2022-03-03", "TRANSPORTS MAILLARD", "Epicerie Colas", "20 count")],
    ),
    "issues without a day in the row": (
        "NORTH ARMOURY - ISSUES 14/02/2022\n"
        "Rifle no.   Rank    Name            Rounds\n"
        "4411        Cpl     Mbeki S.        30\n",
        [("deliver", "2022-02-14", "NORTH ARMOURY", "Mbeki S.", "30 count")],
    ),
    "un relevé à deux colonnes sans année": (
        "Relevé BANQUE DU LITTORAL - M. ARNOUX DENIS - Compte n° 0041 2204 - du 01/03 au 31/03/2023\n"
        " Date   Opération                                    Débit      Crédit\n"
        " 01/03  PRLV LOYER OFFICE HABITAT NORD               540,00\n"
        " 03/03  VIR SALAIRE TRANSPORTS LEROY                            1 720,00\n",
        [
            ("pay", "2023-03-01", "M. ARNOUX DENIS", "OFFICE HABITAT NORD", "540 EUR"),
            ("pay", "2023-03-03", "TRANSPORTS LEROY", "M. ARNOUX DENIS", "1720 EUR"),
        ],
    ),
    "sides above lines": (
        "CREDIT DE L'ESTUAIRE                         Relevé n° 3/2023\n"
        "MME VASSEUR ODILE               Compte courant  .... 5530        Du 01/03 au 10/03/2023\n"
        "                                                          DÉBIT         CRÉDIT\n"
        " SOLDE AU 28/02                                                            88,05\n"
        " 02/03  VIR CAISSE ALLOC FAMILIALES                                       312,00\n"
        " 10/03  PRLV ASSURANCES DURAND                           236,90\n",
        [
            ("pay", "2023-03-02", "CAISSE ALLOC FAMILIALES", "MME VASSEUR ODILE", "312 EUR"),
            ("pay", "2023-03-10", "MME VASSEUR ODILE", "ASSURANCES DURAND", "236.9 EUR"),
        ],
    ),
    "an exhibit book with the hour behind the day": (
        "EXHIBIT BOOK - Kings Quay Station\n"
        "Serial | Date | From whom received | Exhibit | Weight | Remarks\n"
        "41 | 03/06/21 1410 | Insp. Adu | 1 parcel dried leaves | 640 g | safe 2\n",
        [("receive", "2021-06-03T14:10", "Adu", "Kings Quay Station", "640 g")],
    ),
    "un bon d'entrée": (
        "ENTREPOT SAGBE - Zone industrielle                     BON D'ENTREE MAGASIN\n"
        "Date : 03/11/2022          Heure : 10 h 20         Magasin : M2\n"
        "Livré par : Coopérative YEGBE (Daloa)      Camion : 4512 HJ 04\n"
        "   Produit             Nbre de sacs       Poids net (kg)     Observations\n"
        "   Café vert                180               10.800         bon état\n"
        "Le magasinier : signé           Le peseur : signé\n",
        [("receive", "2022-11-03T10:20", "Coopérative YEGBE", "ENTREPOT SAGBE", "180 count")],
    ),
}


@pytest.mark.parametrize("name", BOOKS)
def test_a_row_of_a_book_is_one_movement(name: str) -> None:
    text, lines = BOOKS[name]
    assert moved(text) == lines


STILL = {
    "visitors": "VISITORS BOOK - Block C\nDate      Time in   Time out   Name            Visiting\n"
    "03/02/23  10:05     10:40      A. Marsh        J. Cole\n",
    "kilometres": "CARNET DE BORD - véhicule 114\nDate        Départ      Arrivée     Km      Conducteur\n"
    "02/03/2022  Dijon       Beaune      42      Morel\n",
    "a plan": "DELIVERY SCHEDULE - planned\nDate        To               Bags\n02/03/2022  Kola Traders     40\n",
    "offers": "COMPARISON OF QUOTATIONS\nDate        Supplier         Item     Price GBP\n"
    "02/03/2022  Kelso Safety     granules   21.50\n",
    "a weighbridge at which nobody knows who brings": "CARRIERE DU BOIS NOIR - PESEES\n"
    "Ticket;Date;Client;Brut;Tare;Net kg\n12;03/02/2023;Travaux Ferrand;22100;9100;13000\n",
    "un bon annulé": "ENTREPOT SAGBE              BON DE SORTIE MAGASIN\nDate : 12/11/2022\nDestinataire : IVO EXPORT\n"
    "Sacs :  90\n      * * *   A N N U L E   * * *\n",
    "un rapport": "Rapport du 3 mai 2022\nNom      Rôle       Remarques\nDupont   gérant     entendu le 4 mai\n",
}


@pytest.mark.parametrize("name", STILL)
def test_what_only_looks_like_a_book_moves_nothing(name: str) -> None:
    assert moved(STILL[name]) == []
