"""Lines that hold identifiers, made from a seed: shapes and check digits as their standards have them, all invented.

Numbers are drawn from the ranges kept for fiction where there are any (ARCEP, Ofcom, 555-01XX). Grade A lines are
clean; grade B break and space what people break and space; grade C hold one letter read for a digit where the check
digit, or the same number on another line, leaves one reading.
"""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from stdnum import iban, iso6346, luhn

Told = tuple[str, str]  # as written, normalised


@dataclass(frozen=True)
class Line:
    """A line, and where in it an identifier stands; `kind` is empty where none does."""

    text: str
    kind: str
    start: int
    end: int
    value: str


def digits(draw: random.Random, count: int) -> str:
    return "".join(draw.choice(string.digits) for _ in range(count))


def capitals(draw: random.Random, count: int) -> str:
    return "".join(draw.choice("ABCDEFGHJKLMNPQRSTVWXYZ") for _ in range(count))


def phone_fr(draw: random.Random) -> Told:
    number = draw.choice(("639980", "639981", "199006", "261913", "353019", "465718", "536490")) + digits(draw, 3)
    pairs = [number[0], *(number[at : at + 2] for at in range(1, 9, 2))]
    gap = draw.choice((" ", " ", ".", "-", "", "\u00a0"))
    head = draw.choice(("0", "0", "0", "+33 ", "0033 ", "+33 (0)"))
    if gap == "" and head != "0":
        head = head.replace(" ", "")
    return head + gap.join(pairs), "+33" + number


def phone_en(draw: random.Random) -> Told:
    if draw.random() < 0.5:
        last = digits(draw, 3)
        return draw.choice(("07700 900{}", "07700 900 {}", "+44 7700 900{}")).format(last), "+447700900" + last
    area, last = draw.choice(("202", "312", "415", "617")), digits(draw, 2)
    return draw.choice(("{}-555-01{}", "({}) 555-01{}", "+1 {} 555 01{}")).format(area, last), f"+1{area}55501{last}"


def plate_fr(draw: random.Random) -> Told:
    first, number, last = capitals(draw, 2), digits(draw, 3), capitals(draw, 2)
    gap = draw.choice(("-", "-", " "))
    return f"{first}{gap}{number}{gap}{last}", f"{first}-{number}-{last}"


def plate_old(draw: random.Random) -> Told:
    told = f"{draw.randint(1000, 1899)} {capitals(draw, 2)} {draw.randint(10, 95)}"
    return told, told


def plate_en(draw: random.Random) -> Told:
    told = f"{capitals(draw, 2)}{draw.choice(('04', '12', '17', '68', '71'))} {capitals(draw, 3)}"
    return told, told.replace(" ", "")


def iban_number(draw: random.Random) -> Told:
    country, length = draw.choice((("FR", 23), ("DE", 18), ("ES", 20), ("BE", 12), ("LU", 16)))
    account = digits(draw, length)
    value = country + iban.calc_check_digits(country + "00" + account) + account
    gap = draw.choice((" ", "", "\u00a0", "-"))
    return gap.join(value[at : at + 4] for at in range(0, len(value), 4)), value


def container(draw: random.Random) -> Told:
    head = draw.choice(("MSCU", "CMAU", "TCLU", "HLXU", "BMOU", "TRHU")) + digits(draw, 6)
    check = iso6346.calc_check_digit(head)
    return draw.choice(
        (f"{head}{check}", f"{head[:4]} {head[4:]} {check}", f"{head[:4]} {head[4:]}-{check}")
    ), head + check


def seal(draw: random.Random) -> Told:
    number = draw.randint(2, 48)
    words = ("DEUX", "TROIS", "QUATRE", "CINQ", "SIX", "SEPT", "HUIT", "NEUF", "DIX", "ONZE", "DOUZE")
    if number <= 12 and draw.random() < 0.5:
        return draw.choice((words[number - 2], f"{words[number - 2]} ({number})")), str(number)
    mark = f"{capitals(draw, 2)}/{number:02}"
    return draw.choice(((str(number), str(number)), (mark, mark)))


def email(draw: random.Random) -> Told:
    name = draw.choice(("a.morel", "jean_petit", "contact", "k.benali75", "J.SMITH", "o-brien"))
    told = f"{name}@{draw.choice(('exemple.fr', 'mail.example.com', 'example.co.uk', 'poste-x.example.org'))}"
    return told, told.lower()


def handle(draw: random.Random) -> Told:
    told = "@" + draw.choice(("kestrel", "zorro_75", "le.renard", "Momo13", "quietfox99"))
    return told, told


def equipment(draw: random.Random) -> Told:
    body = draw.choice(("35", "86", "01")) + digits(draw, 12)
    value = body + luhn.calc_check_digit(body)
    return draw.choice((value, f"{value[:2]}-{value[2:8]}-{value[8:14]}-{value[14]}")), "imei:" + value


def company(draw: random.Random) -> Told:
    body = "4" + digits(draw, 7)
    value = body + luhn.calc_check_digit(body)
    return draw.choice((value, f"{value[:3]} {value[3:6]} {value[6:]}")), "siren:" + value


def record(draw: random.Random) -> Told:
    year = draw.randint(2005, 2024)
    told = draw.choice(
        (f"{year}/{digits(draw, 6)}", f"{digits(draw, 5)}/{draw.randint(2, 98):02}/{year}", f"2{digits(draw, 10)}")
    )
    return told, told


def account(draw: random.Random) -> Told:
    told = "0" + digits(draw, 10)
    return told, told


def wallet(draw: random.Random) -> Told:
    told = draw.choice(
        (
            "1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
            "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        )
    )
    return told, told


def law_fr(draw: random.Random) -> Told:
    number = draw.choice(("706-80", "222-37", "63-4-2", "L. 234-1", "L. 3421-1", "R. 413-14"))
    short, long = draw.choice(
        (("CPP", "du code de procédure pénale"), ("CP", "du code pénal"), ("CSP", "du code de la santé publique"))
    )
    return draw.choice((f"article {number} {long}", f"art. {number} {long}")), f"{short} {number}"


def law_en(draw: random.Random) -> Told:
    number, year = draw.randint(1, 90), draw.randint(1968, 2019)
    act = draw.choice(("Theft Act", "Misuse of Drugs Act", "Proceeds of Crime Act"))
    return f"section {number} of the {act} {year}", f"{act} {year} s {number}"


SHAPES: dict[str, tuple[tuple[str, Callable[[random.Random], Told], tuple[str, ...]], ...]] = {
    "fr": (
        (
            "phone",
            phone_fr,
            (
                "Il utilise la ligne {}.",
                "joignable au {} depuis mars",
                "Tél. : {}",
                "appel du {} vers le fixe",
                "{} (M. X)",
            ),
        ),
        ("plate", plate_fr, ("le véhicule {} stationne", "une Clio immatriculée {}.", "véhicule Renault {}")),
        ("plate", plate_old, ("un fourgon immatriculé {} quitte les lieux", "véhicule {} vu à 22 h 15")),
        ("iban", iban_number, ("virement sur l'IBAN {} le 3 mars", "Compte : {}", "{} - banque")),
        ("container", container, ("le conteneur {} a été ouvert", "Conteneur n° {} du navire")),
        ("seal", seal, ("placé sous scellé n° {} ce jour", "le scellé n° {}, contenant un sac", "SCELLÉ N° {} :")),
        ("email", email, ("écrit depuis {} le soir", "adresse : {}", "({})")),
        ("handle", handle, ("le compte Telegram {} a répondu", "sous le pseudo {}.", "{} sur Signal")),
        ("reference", equipment, ("IMEI : {}", "téléphone Samsung, IMEI {} sans carte", "boîtier IMEI n° {}")),
        ("reference", company, ("la société X, SIREN {}", "RCS Lyon {} au capital de 1 000 €", "Siren : {}")),
        (
            "reference",
            record,
            ("PV n° {}", "procédure numéro {} de la brigade", "N° parquet : {}", "vu le rapport n° {} joint"),
        ),
        ("account", account, ("le compte n° {} est débiteur", "compte bancaire numéro {}")),
        ("account", wallet, ("vers l'adresse bitcoin {} puis", "portefeuille {}")),
        ("law", law_fr, ("vu l'{} ;", "en application de l'{}, disons", "(délit prévu par {})")),
    ),
    "en": (
        ("phone", phone_en, ("He called {} twice.", "mobile {} was switched off", "tel: {}", "the number {} is hers")),
        ("plate", plate_en, ("a grey van, registration {}, left", "the vehicle {} was stopped", "index {}")),
        ("iban", iban_number, ("paid into IBAN {} on 3 March", "Account: {}")),
        ("container", container, ("container {} was opened", "Container no. {} from the vessel")),
        ("seal", seal, ("exhibit {} was opened", "placed under seal no. {} today")),
        ("email", email, ("wrote from {} that night", "address: {}")),
        ("handle", handle, ("the Telegram account {} answered", "on Signal as {}.")),
        ("reference", equipment, ("IMEI {}", "handset with IMEI: {}")),
        ("reference", record, ("case no. {} refers", "Our ref: {}", "file number {} closed")),
        ("account", wallet, ("to the bitcoin address {} first", "wallet {}")),
        ("law", law_en, ("contrary to {}.", "charged under {} today")),
    ),
}

NOTHING = {
    "fr": (
        "le {d}/{m:02}/20{y} à {h} h {n:02}, {a} {b:03} euros en espèces",
        "folios {a} à {b}, cotes D {b} et D {a}",
        "{a} rue des Lilas, {z} Marseille",
        "durée : 00:{n:02}:{a:02}",
        "page {a} sur {b}",
        "{a},{n:02} kg net, soit {b} 000 g",
        "né le {d:02} {m:02} 19{y} à Lyon",
        "chambre {b}, étage {d}",
        "version {d}.{m}.{a}",
        "les lignes {d:02} {m:02} {h:02} du tableau",
        "coordonnées 48.{z}, 2.{z}",
        "total : {a} {b:03} {z} F",
        "solde au {d:02}/{m:02} : {a} {b:03},{n:02}",
        "entre {h} h {n:02} et {m} h {a}",
        "le {d:02}.{m:02}.20{y}.",
        "trois scellés et {a} sachets",
        "le rapport du {d}/{m:02}/20{y}",
        "du {d:02} {m:02} 20{y} au {a:02} {m:02} 20{y}",
        "taux de {a},{n:02} % sur {b} jours",
        "A{a} entre Dijon et Beaune, PK {b}",
    ),
    "en": (
        "on {d}/{m:02}/20{y} at {h}:{n:02}, {a},{b:03} dollars in cash",
        "pages {a} to {b}, items {d} and {m}",
        "{a} Rivers Street, flat {d}",
        "duration 00:{n:02}:{a:02}",
        "page {a} of {b}",
        "{a}.{n:02} kg net, {b},000 g",
        "born {d} May 19{y}",
        "room {b}, floor {d}",
        "version {d}.{m}.{a}",
        "coordinates 51.{z}, -0.{z}",
        "a total of {a},{b:03}.{n:02}",
        "between {h}:{n:02} and {m}:{a}",
        "the case of {a} bottles",
        "a report of {b} pages",
        "the seal was broken and {a} bags lost",
        "20{y}-{m:02}-{d:02}T{h:02}:{n:02}",
    ),
}


def lines(seed: int, count: int, grade: str) -> Iterator[tuple[str, Line]]:
    """Yield lines with their language, two of three with an identifier."""
    draw = random.Random(seed)
    for _ in range(count):
        language = draw.choice(("fr", "en"))
        if draw.random() < 1 / 3:
            yield language, Line(_nothing(draw, language), "", 0, 0, "")
        else:
            yield language, _noisy(draw, _clean(draw, language), grade)


def _nothing(draw: random.Random, language: str) -> str:
    return draw.choice(NOTHING[language]).format(
        d=draw.randint(1, 28),
        m=draw.randint(1, 12),
        y=draw.randint(10, 24),
        h=draw.randint(0, 23),
        n=draw.randint(0, 59),
        a=draw.randint(10, 59),
        b=draw.randint(100, 999),
        z=draw.randint(10000, 95999),
    )


def _clean(draw: random.Random, language: str) -> Line:
    kind, shape, frames = draw.choice(SHAPES[language])
    told, value = shape(draw)
    before, after = draw.choice(frames).split("{}")
    return Line(before + told + after, kind, len(before), len(before + told), value)


def _noisy(draw: random.Random, line: Line, grade: str) -> Line:
    told = line.text[line.start : line.end]
    if grade == "B" and line.kind in ("iban", "phone") and " " in told:
        spaces = [at for at, char in enumerate(told) if char == " " and at > 4]
        at = draw.choice(spaces) if spaces and line.kind == "iban" else None
        told = told[:at] + "\n" + told[at + 1 :] if at else told.replace(" ", "\u202f")
    if grade == "C" and line.kind in ("iban", "container") and "0" in told[5:]:
        at = told.rindex("0")
        told = told[:at] + "O" + told[at + 1 :] if at > 4 else told
    text = line.text[: line.start] + told + line.text[line.end :]
    return Line(text, line.kind, line.start, line.start + len(told), line.value)
