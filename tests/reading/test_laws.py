"""Articles of law: their code or act and their number, as each country cites them."""

from __future__ import annotations

import pytest

from tests.reading.identified import read, seen, values_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("l'article 706-80 du CPP", "CPP 706-80"),
        ("art. 222-37 C. pén.", "CP 222-37"),
        ("articles 81, 151 à 155 et 706-73 du code de procédure pénale", "CPP 81, 151 à 155, 706-73"),
        ("l'article L. 3421-1 du code de la santé publique", "CSP L. 3421-1"),
        ("section 18 of the Theft Act 1968", "Theft Act 1968 s 18"),
        ("18 U.S.C. § 1956", "18 U.S.C. § 1956"),
        ("l'article 3 du contrat", None),
        ("cet article 12 fois cité", None),
    ],
)
def test_articles_of_law(text: str, value: str | None) -> None:
    assert [normalised for _, normalised in seen(text, "law")] == ([value] if value else [])


def test_the_article_of_a_law_is_put_right_with_proof_only() -> None:
    assert read("Vu l'article 46O du code pénal") == [("law", "CP 46O", 0.6)]
    assert read("l'article 46O du code pénal", "l'article 460 du code pénal") == [
        ("law", "CP 460", 0.9),
        ("law", "CP 460", 1.0),
    ]


@pytest.mark.parametrize(
    ("kind", "text", "values"),
    [
        (
            "law",
            "l'art. 19 al. 2 LStup, les articles 312 à 318 CO et le par. 5(2) LRCDAS",
            ["LStup 19", "CO 312 à 318", "LRCDAS 5(2)"],
        ),
        (
            "law",
            "l'article L. 65 du Code forestier punit ; l'article 63 du code de procédure pénale",
            ["Code forestier L. 65", "CPP 63"],
        ),
        ("law", "Section 2 of the Anti-Fraud and Markets Act, 2003", ["Anti-Fraud and Markets Act 2003 s 2"]),
        ("law", "s. 45(1)(a) ACECA. In section 4 NATO forces", ["ACECA s 45(1)(a)"]),
        (
            "law",
            "Penal Code \u00a7 187(a) and Criminal Code s. 380(1)",
            ["Penal Code \u00a7 187(a)", "Criminal Code s 380(1)"],
        ),
        (
            "law",
            "l'article 8-1 de la loi modifiée du 19 février 1973, art. 432-11, 1° c. pén.",
            ["loi du 19 février 1973 art 8-1", "CP 432-11"],
        ),
        ("law", "vu l'article L. 65 du Code forestier", ["Code forestier L. 65"]),
        ("law", "(Texas Penal Code § 30.02(c)(1))", ["Texas Penal Code § 30.02(c)(1)"]),
        ("law", "contrary to s 193B(2) of the Crimes Act 1900 (NSW)", ["Crimes Act 1900 (NSW) s 193B(2)"]),
        ("law", "under Section 110 of the Customs Act, 1962.", ["Customs Act 1962 s 110"]),
        ("law", "l'article L. 121-21 du code de la consommation", ["Code de la consommation L. 121-21"]),
        (
            "law",
            "Vu les articles 63 du CPP, 132-71 du code pénal et L. 3421-1 du CSP ; vu l'article 12, 3 kg du matin",
            ["CPP 63", "CP 132-71", "CSP L. 3421-1"],
        ),
    ],
)
def test_more_ways_to_cite_a_law(kind: str, text: str, values: list[str]) -> None:
    assert values_of(text, kind) == values


@pytest.mark.parametrize(
    ("text", "law"),
    [
        (
            "under section 44(2) of the Marine Living Resources Act 18 of 1998.",
            "Marine Living Resources Act 18 of 1998 s 44(2)",
        ),
        ("section 5(b) of Act 140 of 1992", "Act 140 of 1992 s 5(b)"),
        ("served under section 5 of Cap. 373.", "Cap. 373 s 5"),
        ("Sections 411 and 414 IPC.", "IPC s 411, 414"),
        ("booked u/s 302, 201 r/w 34 IPC.", "IPC s 302, 201, 34"),
        ("Sec. 18(c) of the Drugs & Cosmetics Act, 1940", "Drugs & Cosmetics Act 1940 s 18(c)"),
        ("s 400.3(1) of the Criminal Code (Cth)", "Criminal Code (Cth) s 400.3(1)"),
        ("theft under MCA 45-6-301 and NRS", "MCA 45-6-301"),
        ("Article 25(3)(a) of the Rome Statute", "Rome Statute art 25(3)(a)"),
        ("Article 6(1) of Regulation (EU) 2016/679", "Regulation (EU) 2016/679 art 6(1)"),
        ("l'article 320 de l'ordonnance-loi n° 10/002 ;", "ordonnance-loi 10/002 art 320"),
        ("la loi n° 2005-018, article 30.", "loi 2005-018 art 30"),
        ("l'article 43 de la Loi sur la mise en marché.", "Loi sur la mise en marché art 43"),
        ("section 9(2) of the Dangerous Goods Act, Chap. 14:07", "Dangerous Goods Act Chap. 14:07 s 9(2)"),
        ("section 6 of Law 92(I)/2017", "Law 92(I)/2017 s 6"),
        ("s. 3 Criminal Attempts (Various) Act (NI) 1971", "Criminal Attempts (Various) Act (NI) 1971 s 3"),
    ],
)
def test_laws_of_more_countries(text: str, law: str) -> None:
    english = text.isascii() and not text.startswith("l")
    assert [value for _, value in seen(text, "law", english=english)] == [law]


def test_what_only_looks_like_a_law() -> None:
    for text in ("Rule 3 of the game", "section 4 of the road and CC", "Articles 5 and 6 of the list", "WIS 45-6 won"):
        assert seen(text, "law", english=True) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("contrary to subsection 12(3) of the Fisheries Act", "Fisheries Act s 12(3)"),
        ("under section 45B2 of the Companies Act 2006", "Companies Act 2006 s 45B2"),
        ("Section 30 of the Custorns and Cornmerce Act 1990", "Customs and Commerce Act 1990 s 30"),
        ("section 4 of the Modern Morning Act 1990", "Modern Morning Act 1990 s 4"),
    ],
)
def test_parts_of_acts_and_names_that_a_scan_spoilt(text: str, value: str) -> None:
    assert [normalised for _, normalised in seen(text, "law", english=True)] == [value]


def test_codes_of_customs_and_of_criminal_procedure_in_belgium() -> None:
    assert values_of("Vu l'article 414 du code des douanes et l'art. 90ter C.I.cr.", "law") == [
        "Code des douanes 414",
        "CIC 90TER",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("en vertu de la loi n° 98-014.", "loi 98-014"),
        ("Vu le décret n° 77-112 du préfet", "décret 77-112"),
        ("articles 209 et 210 du Code pénal social", "Code pénal social 209, 210"),
        ("art. 71 al. 2 let. c CPP", "CPP 71"),
        ("art. 88(2)a) C.cr.", "Code criminel 88(2)A)"),
        ("Art. 61 loi 012/03", "loi 012/03 art 61"),
        ("art. L. 410 du code de commerce", "Code de commerce L. 410"),
    ],
)
def test_codes_by_their_name(text: str, value: str) -> None:
    assert values_of(text, "law") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("under Schedule 3 of the Fireworks Act 2003", "Fireworks Act 2003 sch 3"),
        ("contrary to s. 90 of Act 41", "Act 41 s 90"),
        ("cited for AS 11.46.300", "AS 11.46.300"),
    ],
)
def test_acts_by_their_schedule_and_number(text: str, value: str) -> None:
    assert [value for _, value in seen(text, "law", english=True)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Under section 12 of the Fisheries Act 1998. Article 7 of the same Act and s. 9(2) of that Act apply.",
            ["Fisheries Act 1998 s 12", "Fisheries Act 1998 art 7", "Fisheries Act 1998 s 9(2)"],
        ),
        ("He relied on section 4 of the same Act.", []),  # which, nobody has said
        (
            "Charged under Section 11 of RA 9165 and Sec. 2 of Presidential Decree No. 1612",
            ["RA 9165 s 11", "Presidential Decree No. 1612 s 2"],
        ),
        ("governed by section 7.03 of the Vermont Fair Trade Law.", ["Vermont Fair Trade Law s 7.03"]),
        ("section 3 of the Criminal Law Act 1977", ["Criminal Law Act 1977 s 3"]),
        ("a case under section 406 of the lPC", ["IPC s 406"]),
    ],
)
def test_laws_by_a_number_by_their_name_and_by_the_one_named_before(text: str, values: list[str]) -> None:
    assert [normalised for _, normalised in seen(text, "law", english=True)] == values
