"""How alike two parts of a name are: by sound, by spelling, by what an OCR engine confuses."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from greffier.resolving.pet_names import pet_name

# Spellings of one name in Latin letters. Kept small: the folding below finds most of the others.
_SPELLINGS = """
mohamed mohammed mohamad mohammad muhammad muhammed mehmet mohand mohamet
ahmed ahmad ahmet
youssef yousef yusuf youcef yousuf joseph yosef
abdelkader abdulkader abdulqadir abdelqader
abdel abdul abd
hussein husain hussain husayn hocine houssine
said sayed sayyid
aisha aicha ayesha aysha
omar umar oumar
osama usama oussama ussama
ali aly
khaled khalid
rachid rashid
cherif sharif sherif
noureddine nouredine nuruddin
sergei sergey serguei sergej
alexei aleksei alexey alexis
dmitri dmitry dimitri dmitriy
yuri yury iouri youri
vladimir wladimir volodymyr
alexander alexandre aleksandr oleksandr alexandr
nikolai nikolay nicolai mykola
xi shi hsi
catherine katherine katharina
""".split("\n")
_SPELLING = {name: line.split()[0] for line in _SPELLINGS if line for name in line.split()}

_CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
        "a b v g g d e ye e zh z i i i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
)
_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(), strict=True)
)
_ROMAN = str.maketrans(_CYRILLIC | _GREEK)

# What clerks write for a given name, and what such a name begins with.
_ABBREVIATED = {
    short: tuple(meant.split("/"))
    for short, meant in (
        one.split(":")
        for one in """
        th:th ch:ch cl:cl ph:ph chr:chr fr:fr gr:gr gu:gu fd:fernand/ferdinand jq:jacques jph:joseph jos:jos geo:geo
        wm:william chas:charles jas:james jno:john thos:thomas robt:robert richd:richard edwd:edward saml:samuel
        danl:daniel benj:benj alexr:alexander fredk:frederick margt:margaret eliz:eliz md:moham/muham mhd:moham/muham
        mohd:moham/muham mohd:moham/muham abd:abd fco:francisco jse:jose
        """.split()
    )
}

# Digits and pairs of letters that an OCR engine takes for one another.
_OCR = (
    ("0", "o"),
    ("1", "l"),
    ("i", "l"),
    ("j", "l"),
    ("5", "s"),
    ("8", "b"),
    ("9", "g"),
    ("6", "g"),
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
)
_SOUND = (
    (r"(?<=[aeiouy])h(?=[aeiouy])", "h"), (r"^h(?=[aeiou])", "h"),
    (r"ph", "f"), (r"sch|sh|ch(?=[aeiouy])", "S"), (r"ck|q(?:u(?=[aeiouk]))?|kh|c(?![eiyh])|ch", "k"),
    (r"ts(?=c)|tz", "z"), (r"[wv]+$", "v"), (r"w", "v"), (r"dj|gi(?=[aou])|j", "j"), (r"th", "t"), (r"gh", "g"),
    (r"ou|oo|u", "u"), (r"ee|ie$|e[iyj]|ij$|ii$|y", "i"), (r"ai|ay", "e"), (r"z", "s"),
    (r"(.)\1+", r"\1"), (r"(?<=[^aeiou])h", ""), (r"e$", ""),
)  # fmt: skip


def romanised(text: str) -> str:
    """Return the text with Cyrillic and Greek letters spelled in Latin ones; other scripts are left as they are."""
    if text.isascii() or not any("\u0370" <= char <= "\u04ff" for char in text):
        return text
    return "".join(char.lower().translate(_ROMAN) if "\u0370" <= char <= "\u04ff" else char for char in text)


@lru_cache(maxsize=65536)
def sound(part: str) -> str:
    """Return how a part sounds, roughly, over French, English and usual transliterations. For bringing together."""
    part = _SPELLING.get(part, part)
    for pattern, replacement in _SOUND:
        part = re.sub(pattern, replacement, part)
    return part


@lru_cache(maxsize=65536)
def shape(part: str) -> str:
    """Return the part with the characters that OCR confuses made one."""
    for seen, meant in _OCR:
        part = part.replace(seen, meant)
    return part


@lru_cache(maxsize=262144)
def alike(left: str, right: str) -> tuple[float, str]:
    """Return the log-odds that two parts are one name, and why; 0 or less says that they are not.

    +4 the same word, +3 the same by sound, table or OCR, +2 one slip of the pen in a long word, +1 an initial or a
    pet name, +0.5 an ending that may make it another name.
    """
    if left == right:
        return 4.0, "same"
    if not left or not right:
        return -4.0, "differs"
    if is_initial(left) or is_initial(right):
        return (1.0, "initial") if _may_stand_for(left, right) or _may_stand_for(right, left) else (-4.0, "differs")
    if _SPELLING.get(left, left) == _SPELLING.get(right, right):
        return 3.0, "spelling"
    if shape(left) == shape(right) and (min(len(left), len(right)) > 4 or not (left + right).isalpha()):
        return 3.0, "ocr"
    if sound(left) == sound(right) and not _gendered(left, right):
        shorter = min(len(left), len(right))
        return (3.5 if shorter > 5 else 3.0 if shorter > 3 else 1.0), "sound"  # Li and Lei are two names
    if pet_name(left, right):
        return 1.0, "pet name"
    return _slip(left, right)


def is_initial(part: str) -> bool:
    """Whether a part is one letter, or the short writing of a given name (`Th.`, `Wm`, `Geo.`)."""
    return len(part) == 1 or part in _ABBREVIATED


def _may_stand_for(short: str, long: str) -> bool:
    if len(short) == 1:
        return long[0] == short
    return long.startswith(_ABBREVIATED.get(short, (short,))) or (len(long) == 1 and long == short[0])


def _gendered(left: str, right: str) -> bool:
    """Whether the two differ by an ending that makes another given name: Paul and Paule, Lino and Lina."""
    short, long = sorted((left, right), key=len)
    if len(short) == len(long):
        return short[:-1] == long[:-1] and {short[-1], long[-1]} <= set("aeio")
    return long.startswith(short) and long[len(short) :] in {"e", "a", "le", "ne", "tte", "ine", "ina"}


def _slip(left: str, right: str) -> tuple[float, str]:
    short = min(left, right, key=len)
    if _gendered(left, right):
        return (0.5 if len(short) > 5 else -1.0), "ending"
    distance = OSA.distance(left, right)
    swapped = len(left) == len(right)  # of four letters, one that is another makes another name: Ming, Ling
    allowed = 0 if len(short) < (5 if swapped else 4) else 1 if len(short) < 9 else 2
    if distance <= allowed and (left[0] == right[0] or left[1:] == right[1:]):
        return (2.0 if len(short) > 4 and distance == 1 else 1.0), "slip"
    if distance <= 2 and len(short) > 5 and OSA.distance(sound(left), sound(right)) <= 1:
        return 1.0, "slip"
    return -4.0, "differs"
