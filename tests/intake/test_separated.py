"""Text tables: whatever parts their cells, whatever their encoding, whatever stands before their header."""

from __future__ import annotations

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceBroken
from greffier.intake.separated import Separated, delimiter, records

HEADER, ROW = ["Date", "Libellé", "Débit"], ["16/03/2023", "Un, deux; trois", "1 250"]


def leaves(file):
    return list(Separated().open(file, "x", Limits()))


def texts(file):
    return [leaf.text for leaf in leaves(file)]


@pytest.mark.parametrize("sign", ";\t,|")
def test_the_usual_signs(sign):
    lines = [sign.join(cells) for cells in (HEADER, ROW)]
    quoted = [line.replace("Un, deux; trois", '"Un, deux; trois"') for line in lines] * 3
    assert delimiter(quoted) == sign


@pytest.mark.parametrize("sign", ":~^")
def test_the_unusual_signs(sign):
    assert delimiter([sign.join(cells) for cells in (HEADER, ["16/03/2023", "Un", "1250"])] * 3) == sign


def test_a_time_of_day_parts_no_cells():
    assert delimiter(["Heure;Numéro", "07:10:22;0639986120", "08:11:23;0639984403"]) == ";"


def test_a_preamble_does_not_hide_the_sign():
    preamble = ["Opérateur : Alizé Mobile", "Ligne : 06 39 98 61 20", "Période du 01/09 au 30/09", "Heure locale", ""]
    assert delimiter([*preamble, "Date;Heure;Durée", "05/09/2021;18:22;75"]) == ";"


def test_prose_is_not_parted():
    assert delimiter(["Une phrase sans rien.", "Une autre, plus longue.", "Encore une."]) == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac-roman", "cp850"])
def test_text_tables_in_any_encoding(untrusted, encoding):
    content = "Date;Libellé;Débit\r\n16/03/2023;Virement reçu à l'étranger;1 250,00\r\n;;\r\n".encode(encoding)
    shown = "Date | Libellé | Débit\n16/03/2023 | Virement reçu à l'étranger | 1 250,00"
    assert texts(untrusted(content)) == [shown]


def test_an_accent_far_down_the_file_counts(untrusted):
    content = b"Date;Texte\n" + b"16/03/2023;abc\n" * 20_000 + "17/03/2023;été à l'évêché\n".encode("cp1252")
    assert texts(untrusted(content))[-1].endswith("17/03/2023 | été à l'évêché")


def test_rows_have_the_numbers_that_a_spreadsheet_shows(untrusted):
    content = b'sep=;\nDate;Texte\n\n16/03/2023;"deux\nlignes"\n17/03/2023;une\n'
    [leaf] = leaves(untrusted(content))
    assert [(row.number, leaf.text[row.start : row.end]) for row in leaf.rows] == [
        (1, "Date | Texte"),
        (3, "16/03/2023 | deux lignes"),
        (4, "17/03/2023 | une"),
    ]


def test_a_preamble_and_old_line_ends(untrusted):
    content = "Relevé\rLigne;0639986120\rDate;Heure;Durée\r05/09/2021;18:22;75\r06/09/2021;18:23;5\r".encode(
        "mac-roman"
    )
    assert texts(untrusted(content)) == [
        "Relevé\nLigne | 0639986120\nDate | Heure | Durée\n05/09/2021 | 18:22 | 75\n06/09/2021 | 18:23 | 5"
    ]


def test_quotes_that_never_end_swallow_nothing(untrusted):
    [text] = texts(untrusted(b'a;b\nc;"d\x00\n' + b"e;f\n" * 150))
    assert text.startswith('a | b\nc | "d\ne | f')
    assert text.count("\n") == 151


def test_many_quotes_that_never_end_cost_little(untrusted):
    content = b'12;"x\n' * 50_000
    assert sum(len(leaf.rows) for leaf in leaves(untrusted(content))) == 50_000


def test_an_inch_is_no_quotation():
    assert list(records(['1;5" pipe;x\n', "2;y;z\n"], ";")) == [["1", '5" pipe', "x"], ["2", "y", "z"]]


def test_an_empty_table_is_broken(untrusted):
    with pytest.raises(SourceBroken, match="no rows"):
        leaves(untrusted(b";;\n;;\n"))


def test_the_comma_of_decimals_does_not_part_the_cells_of_a_statement(tmp_path):
    head = ["Banque;Caisse de la Lande", "IBAN;FR76 0000", "Date;Libellé;Débit;Crédit;Solde"]
    rows = [f"0{day}/03/2023;VIR n° {day};;1 00{day},50;4 10{day},57" for day in range(1, 9)]
    assert delimiter([line + "\n" for line in head + rows]) == ";"
    (tmp_path / "x.csv").write_text("\n".join(head + rows), encoding="cp1252")
    [leaf] = Separated().open(tmp_path / "x.csv", "x.csv", Limits())
    assert "01/03/2023 | VIR n° 1 |  | 1 001,50 | 4 101,57" in leaf.text


def test_commas_part_cells_where_they_do_more_than_the_semicolons_of_prose():
    rows = [f"{n},Quai {n},venu ; reparti,{n * 3},kg\n" for n in range(9)]
    assert delimiter(rows) == ","
