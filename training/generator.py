"""Labelled pages of our own: invented people in invented lines, some as OCR reads them. Same seed, same pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import yaml
from names_made import Names
from press import Labelled

_NO_PART = re.compile(r"(?:la |le |l'|the |société )", re.IGNORECASE)  # before the name of a firm or a service
_SLOT = re.compile(r"\{(\w+)\}")
_KINDS = {
    **dict.fromkeys(
        ("full", "natural", "reverse", "sur", "SUR", "FULL", "giv", "short", "initials", "lettered"), "PER"
    ),
    **dict.fromkeys(("firm", "service", "court", "COURT", "acronym", "ship"), "ORG"),
    **dict.fromkeys(("town", "land", "street", "site"), "LOC"),
}
_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_CHOICES = {
    "civil": {"fr": "M.|Mme|Monsieur|Madame|Mlle|M.|Me|Maître", "en": "Mr|Mrs|Ms|Mr.|Ms.|Dr|Miss"},
    "rank": {
        "fr": "capitaine|commandant|brigadier-chef|gardien de la paix|lieutenant|adjudant|major|commissaire|inspecteur"
        "|brigadier|gendarme|maréchal des logis-chef",
        "en": "Detective Constable|Detective Sergeant|DC|DS|PC|Inspector|Special Agent|Officer|Sergeant|Captain|Agent",
    },
    "role": {
        "fr": "docker|grutier|gérant de société|chauffeur routier|comptable|expert en chimie|avocate|transitaire"
        "|infirmière|sans profession|retraité|mécanicien|directrice commerciale|chef d'équipe",
        "en": "driver|docker|crane operator|accountant|customs officer|lawyer|nurse|shop owner|foreman|retired teacher"
        "|managing director|courier",
    },
    "service": {
        "fr": "la brigade des stupéfiants|la police judiciaire|l'Office anti-stupéfiants|la gendarmerie nationale"
        "|la Direction générale des douanes|l'Inspection générale de la police nationale|le GIR de {t}|la DIPJ de {t}"
        "|la Section de recherches de {t}"
        "|la Direction départementale des territoires|le commissariat de {t}|la Banque populaire de {t}"
        "|le ministère de la Santé|la préfecture de {t}|le parquet de {t}|la mairie de {t}|le conseil régional de {t}"
        "|la brigade de gendarmerie de {t}|la gendarmerie de {t}|l'Union des commerçants de {t}",
        "en": "the National Crime Agency|Border Force|the Metropolitan Police|the Drug Enforcement Administration"
        "|the Department of Justice|the Port Authority|{t} Police|{t} Borough Council|{t} County Council"
        "|the {t} Harbour Authority|{t} Rugby Club|the Emergency Protection Fund|the Ministry of Trade",
    },
    "court": {
        "fr": "tribunal judiciaire de {t}|tribunal correctionnel de {t}|cour d'appel de {t}",
        "en": "{t} Crown Court|{t} Magistrates' Court|the High Court",
    },
    "from": {
        "fr": "Français|Espagnol|Marocain|Algérien|Colombien|Belge|Albanais|Turc|Russe|Chinois|Italien|Catholique",
        "en": "British|French|Albanian|Colombian|Dutch|Russian|Turkish|Chinese|Guatemalan|Moroccan|Catholic|Muslim",
    },
    "acronym": {"fr": "OFAST|IGPN|DNRED|AFP|Tracfin|SIRASCO|GIR", "en": "NCA|HMRC|FBI|DEA|AP|Europol|GCHQ"},
    "land": {
        "fr": "Espagne|Maroc|Colombie|Belgique|Pays-Bas|Équateur|Dubaï|Albanie|Algérie|Italie",
        "en": "Spain|Morocco|Colombia|Belgium|Ecuador|Russia|Turkey|Ukraine|Dubai|Italy",
    },
}
_UNLISTED = 0.7  # of the acronyms stand in no list
_STREETS = {"fr": "rue|avenue|boulevard|impasse|place|quai|chemin", "en": "Street|Road|Lane|Avenue|Quay|Close|Terrace"}
_SLIPS = {
    "e": "c",
    "o": "0",
    "l": "1",
    "i": "l",
    "a": "n",
    "n": "u",
    "m": "rn",
    "r": "i",
    "c": "e",
    "t": "f",
    "S": "5",
    "é": "e",
    "à": "a",
}


class Person(NamedTuple):
    given: str
    family: str


def pages(seed: int, count: int, *, held: bool, languages: str = "fr en") -> Iterator[Labelled]:
    """Yield pages; those of `held` use only names and lines that the others never use."""
    for number in range(count):
        random = Random(f"{seed}/{number}/{held}")
        language = random.choice(languages.split())
        register = random.choice([name for name in _templates() if name.startswith(language)])
        yield _Page(random, language, held).written(_lines(register, held))


@cache
def _templates() -> dict[str, list[str]]:
    held: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "templates.yaml").read_text(encoding="utf-8"))
    return held


def _lines(register: str, held: bool) -> list[str]:
    """Every fifth line is held out."""
    return [line for place, line in enumerate(_templates()[register]) if (place % 5 == 3) == held]


class _Page:
    """One page in the making: its cast, its way of writing names, its text so far."""

    def __init__(self, random: Random, language: str, held: bool) -> None:
        self._random, self._language = random, language
        self._names = Names(random, held=held)
        self._cast = [Person(self._names.given(), self._names.family()) for _ in range(random.randint(3, 7))]
        self._upper = random.random() < (0.6 if language == "fr" else 0.15)
        self._family_first = random.random() < (0.4 if language == "fr" else 0.1)
        self._noise = random.choice((0, 0, 0, 0.01, 0.03))
        self._shouts = random.random() < 0.06
        self._text = ""
        self._spans: list[tuple[int, int, str]] = []

    def written(self, lines: list[str]) -> Labelled:
        joint = self._random.choice(("\n", "\n", " ", "\n\n"))
        for line in self._random.choices(lines, k=self._random.randint(5, 14)):
            self._line(line)
            self._text += joint
        text = self._wrapped() if self._random.random() < 0.5 else self._text
        return Labelled(text, tuple(self._spans))

    def _wrapped(self) -> str:
        """The text with its lines broken at the width of a page; names are broken like any words."""
        text, width, at = self._text, self._random.randint(50, 95), 0
        while len(text) - at > width:
            stop = text.find("\n", at, at + width)
            stop = stop if stop >= 0 else text.rfind(" ", at, at + width)
            if stop < 0:
                break
            text = f"{text[:stop]}\n{text[stop + 1 :]}"
            at = stop + 1
        return text

    def _line(self, line: str) -> None:
        at = 0
        for slot in _SLOT.finditer(line):
            self._write(line[at : slot.start()])
            self._fill(slot[1])
            at = slot.end()
        self._write(line[at:])

    def _write(self, words: str) -> None:
        self._text += self._read(words.upper() if self._shouts else words)

    def _fill(self, slot: str) -> None:
        words = self._person(slot) if _KINDS.get(slot) == "PER" else self._other(slot)
        words = self._read(words.upper() if self._shouts else words)
        start = len(self._text)
        self._text += words
        if kind := _KINDS.get(slot):
            before = _NO_PART.match(words) if kind == "ORG" else None
            self._spans.append((start + (before.end() if before else 0), len(self._text), kind))

    def _person(self, slot: str) -> str:
        given, family = self._random.choice(self._cast)
        family = family.upper() if self._upper or slot == "SUR" else family
        if slot in ("sur", "SUR"):
            return family
        if slot == "giv":
            return given
        if slot in ("short", "initials", "lettered"):
            return self._with_initial(slot, given, family)
        if self._random.random() < 0.1:
            given = f"{given} {self._names.given()}"
        family_first = slot == "reverse" or (slot == "full" and self._family_first)
        name = f"{family} {given}" if family_first else f"{given} {family}"
        return name.upper() if slot == "FULL" else name

    def _with_initial(self, slot: str, given: str, family: str) -> str:
        if slot == "lettered":
            return f"{given} {family[0].upper()}."
        second = self._random.choice(("", " M.", " J.", ".-P.", ".A.")) if slot == "initials" else ""
        return f"{given[0]}{second if second.startswith('.') else f'.{second}'} {family}"

    def _other(self, slot: str) -> str:
        random = self._random
        if slot == "acronym" and random.random() < _UNLISTED:
            return self._names.letters()
        if slot in _CHOICES:
            return random.choice(_CHOICES[slot][self._language].split("|")).format(t=self._names.town())
        made = {
            "firm": self._names.firm, "ship": self._names.thing, "thing": self._names.thing, "town": self._town,
            "site": lambda: self._names.site(self._language), "street": self._street, "heading": self._names.heading,
            "sur2": self._names.family, "further": self._names.given, "COURT": lambda: self._other("court").upper(),
            "date": self._date, "hour": lambda: f"{random.randint(0, 23)}h{random.randint(10, 59)}",
            "number": lambda: str(random.randint(1, 400)), "age": lambda: str(random.randint(18, 80)),
            "phone": lambda: f"06 39 98 {random.randint(10, 99)} {random.randint(10, 99)}",
            "money": lambda: f"{random.randint(1, 90)} 000 euros", "year": lambda: str(random.randint(1998, 2024)),
        }  # fmt: skip
        return made[slot]()

    def _town(self) -> str:
        town = self._names.mapped() if self._random.random() < 0.4 else self._names.town()
        return town.upper() if self._upper and self._random.random() < 0.5 else town

    def _street(self) -> str:
        random, number = self._random, self._random.randint(1, 199)
        name = random.choice((self._names.family(), f"{self._names.given()} {self._names.family()}"))
        kind = random.choice(_STREETS[self._language].split("|"))
        return f"{number} {kind} {name}" if self._language == "fr" else f"{number} {name} {kind}"

    def _date(self) -> str:
        random = self._random
        month = random.choice(_MONTHS[self._language])
        return f"{random.randint(1, 28)} {month} {random.randint(1975, 2024)}"

    def _read(self, words: str) -> str:
        """What OCR makes of the words on this page."""
        if not self._noise:
            return words
        return "".join(_SLIPS.get(c, c) if c in _SLIPS and self._random.random() < self._noise else c for c in words)
