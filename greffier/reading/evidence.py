"""What makes a run of capitalised words somebody's name: each judge looks for one kind of evidence.

A title or a cue before it, a given name in it, a surname in capitals beside a given name, the field of a form, what
only people have after it (« né le », « alias »), an initial, a person's surroundings; or the name told in full.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.callings import is_apposed, is_called, is_irish, is_one, is_short_family
from greffier.reading.capitals import NAME_PARTICLES, UPPER, WORD, Capital, Run, also_surname, common
from greffier.reading.no_names import after_determiner, nobody, place_like, site_nouns, with_acronym
from greffier.reading.places import known_place
from greffier.reading.role_words import role_words
from greffier.reading.surroundings import family_like, strong_given, surroundings, title_before, weak_given
from greffier.reading.vocabulary import level

_PARTICLE = r"de la|de l'|de|du|d'|des"
_OTHER_PARTICLE = r"van der|van den|van|von|ben|bin|el|al|le|la|ould|dos|da|di"
_PARTICLE_BEFORE = re.compile(rf"(?<![\w'])(?:{_PARTICLE}|{_OTHER_PARTICLE})[ ]?$")
_SECOND_GIVEN = re.compile(
    rf"(?<![\w'’-])[{UPPER}][{UPPER}'’-]+[ ]{WORD},[ ]?(?:{WORD},[ ]?)*$"
)  # « CARVASSE Lino, Marius »: one man
_HEADS = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Fitz")
_BROKEN = re.compile("[A-ZÀ-Ý](?<=[a-zà-ÿ].)" + "".join(rf"(?<!\b{head}.)" for head in _HEADS))
_ENDS_NAME = re.compile(r"[ ]*(?:,|\n|$|\()")
_VOWEL = re.compile(r"[aeiouy]")
_SPEAKER_LINE = re.compile(r"(?:^|\n)[ \t]*(?:[-–—•][ ]*)?(?P<label>[^\W\d_a-zà-ÿ][^\n:]{1,40}?)[ ]?:[ ]+(?=\S)")
_AFTER_LABEL = frozenset({"", "\n", " ", ",", ";", "<", ".", "(", "\t", "|"})
_PLURAL_TITLE = re.compile(
    r"(?<![\w'])(?:agents|inspecteurs|inspectors|mm\.?|mmes|messieurs|mesdames|messrs\.?|officers|constables|detectives|sergeants|brigadiers|gendarmes|capitaines|lieutenants|docteurs|drs\.?"
    r"|mes|maitres|sieurs|dames|nommes|denommes|gardiens|controleurs|verificateurs|sergents|caporaux|juges|judges|justices|conseillers|assesseurs|experts|temoins|witnesses|sisters|brothers|freres|soeurs|sœurs|enfants|epoux|cousins|clients|suspects|prevenus|accuses|eleves|voisins|collegues|chauffeurs|drivers|boys|lads|officiers|adjudants)"
    r"\s(?:[\w.'’-]+\s){1,3}?(?:et|and|&)\s$"
)
_ENOUGH = 5  # words that a person's name may have
_NOBLE = re.compile(rf"(?<![\w'])(?:{_PARTICLE})[ ]?$")
_WITH_NOBLE = frozenset("capitaine lieutenant colonel general".split())

Judged = tuple[Run, float]


class Known(NamedTuple):
    """The names that a piece tells: family names, given names, and names that are a thing's (a vessel, a bar)."""

    surnames: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()


_KIN = frozenset(("frere", "soeur", "pere", "mere"))  # of somebody: « le frère de Marc Vidal », and no title of his


def told(text: str, run: Run, known: Known) -> Judged | None:
    """The part of a run that its own evidence makes a name, and how sure."""
    if len(run.words) == 1 and run.flats[0].startswith("l'") and len(run.flats[0]) == len("l'o"):
        return None  # « L'O.P.J. » below « Le témoin »: an article and the first of some initials
    flat = level(text)
    title = title_before(flat, _before_particle(flat, run.start))
    if title and _same_line(flat, title.end, run) and (titled := _titled(run, title.kind)):
        return titled
    if len(run.words) > _ENOUGH + 2:
        return None
    if is_irish(text, run) or is_called(run.words):
        return run, 0.98
    if is_one(flat, run) or _goes_with(flat, run):
        return run, 0.85
    for judge in (_with_given, _labelled, _two_shapes, _followed, with_initial, _two_words, _with_family, _speaks):
        found = judge(text, flat, run, known)
        if found:
            return found
    return None


def _goes_with(flat: str, run: Run) -> bool:
    """« les agents Bigirimana et Ndayizeye », `Drs Abara and Whitlow`: the second of those with one title."""
    if flat[max(0, run.start - 4) : run.start].split()[-1:] not in (["et"], ["and"], ["&"]):
        return False
    led = _PLURAL_TITLE.search(flat, max(0, run.start - 70), run.start) is not None
    return led and len(run.words) <= _ENOUGH and not (common(run.words[0].flat) or place_like(run.words[0].flat))


def _same_line(flat: str, title_end: int, run: Run) -> bool:
    """A title at the end of a line belongs to the name below only in running text or above a signature."""
    if "\n" not in flat[title_end : run.start]:
        return True
    line = flat[flat.rfind("\n", 0, title_end) + 1 : title_end]
    return len(line) >= 40 or "U" in run.shapes or strong_given(run.flats[0])


def _before_particle(flat: str, start: int) -> int:
    """Where a name begins with its particle: « M. de Villiers », but « le maire | de Dinan » is nobody's name."""
    particle = _PARTICLE_BEFORE.search(flat, max(0, start - 8), start)
    title = title_before(flat, particle.start()) if particle else None
    if particle is None or title is None or title.kind == "cue" or flat[title.start : title.end] in _KIN:
        return start
    noble = _NOBLE.search(flat, max(0, start - 8), start) is not None
    if noble and title.kind == "rank" and flat[title.start : title.end] not in _WITH_NOBLE:
        return start
    return particle.start()


def _titled(run: Run, kind: str) -> Judged | None:
    """« M. Étienne LORMECANT », « le capitaine DURAND », « le nommé BELHADOUR Yanis », « M. B. »."""
    name = _head_of(run)
    if all(word.shape == "I" or len(word.flat) == 1 for word in name.words):
        if kind != "civil" or name.flats[0][0] == "x":
            return None
    elif len(name.words) == 1 and (name.flats[0] in nobody() or (kind != "civil" and place_like(name.flats[0]))):
        return None
    return name, 0.95 if kind == "cue" else 0.98


def _head_of(run: Run) -> Run:
    """The name at the head of a run: where a whole name goes on with « de », somebody is from there."""
    kept: list[Capital] = []
    for word in run.words[:_ENOUGH]:
        if kept and word.gap.strip() in {"de", "d'", "d’", "du", "des", "de la"} and len(Run(tuple(kept)).named) >= 2:
            break
        if with_acronym([*kept, word]):
            break
        kept.append(word)
    return Run(tuple(kept))


def _with_given(text: str, flat: str, run: Run, known: Known) -> Judged | None:
    """A given name beside another word that may be a family name."""
    name = _head_of(_from_given(run))
    named = name.named
    if not 2 <= len(named) <= _ENOUGH or place_like(named[0].flat):
        return None
    strong = [word for word in named if strong_given(word.flat)]
    mixed = len({word.shape for word in named}) == 2
    ends = (named[0], named[-1])
    if not any(word in strong for word in ends) and not _weak_but_placed(text, flat, name, mixed):
        return None
    if not mixed and any(place_like(word.flat) for word in named if word not in strong):
        return None
    if not mixed and after_determiner(text, name.start):
        return None  # « le Cordelia Bay », `the Henry Morgan`: a vessel, a bar
    if _in_heading(text, name) and not (len(named) <= 3 and strong):
        return None
    return name, 0.95


def _from_given(run: Run) -> Run:
    """« Entendu Samir Haddouche »: a word that opens the sentence before a given and a family name is none of them."""
    first = run.words[0]
    if not first.opens or first.shape != "C" or strong_given(first.flat):
        return run
    if run.shapes[1:2] == "U" and common(first.flat) and len(run.words) > 1:
        return Run(run.words[1:])  # « Condamne WIART Dominique »
    if len(run.words) < 3 or run.flats[1] in NAME_PARTICLES:
        return run  # « Fatimetou MINT EL HOUSSEIN »
    whole_after = run.shapes[1:3] in ("UC", "UU") or (run.shapes[1] == "C" and strong_given(run.flats[1]))
    return Run(run.words[1:]) if whole_after else run


def _weak_but_placed(text: str, flat: str, name: Run, mixed: bool) -> bool:
    """« Rose DELMAS », `and Grace Mallory`: an ambiguous given name needs a surname in capitals or a person's place."""
    named = name.named
    if not (weak_given(named[0].flat) or weak_given(named[-1].flat)):
        return False
    if mixed:
        return True
    around = surroundings()
    return (
        weak_given(named[0].flat)
        and len(named) == 2
        and not after_determiner(text, name.start)
        and (around.acts.match(flat, name.end) is not None or around.role.match(flat, name.end) is not None)
    )


def _in_heading(text: str, run: Run) -> bool:
    end = text.find("\n", run.end)
    line = text[text.rfind("\n", 0, run.start) + 1 : end if end >= 0 else len(text)]
    return line.isupper() and len(line.split()) > 2


def _labelled(text: str, flat: str, run: Run, known: Known) -> Judged | None:
    """The value of a form's field: « Nom : CARVASSE »."""
    around = surroundings()
    if len(run.words) > _ENOUGH or len(run.flats[0]) < 2 or text[run.end : run.end + 1] not in _AFTER_LABEL:
        return None
    if around.label_before.search(flat, max(0, run.start - 40), run.start) and _fills(run):
        return run, 0.9
    loose = around.loose_label_before.search(flat, max(0, run.start - 40), run.start)
    enough = len(run.named) >= 2 or strong_given(run.flats[0])
    return (run, 0.9) if loose and enough and not known_place(" ".join(run.flats)) else None


def _fills(run: Run) -> bool:
    """Whether a run behind the label of a field may be somebody: no office, and alone no town and no plain word."""
    first = run.words[0].flat
    roles = role_words()
    if first in roles.heads or first in roles.trades or first in roles.single:
        return strong_given(run.words[-1].flat)
    if first in site_nouns():
        return False  # « Livré à : Epicerie Bon Accueil »
    return len(run.words) > 1 or strong_given(first) or not (common(first) or place_like(first)) or also_surname(first)


def _two_shapes(text: str, flat: str, run: Run, known: Known) -> Judged | None:
    """« CARVASSE Lino », « Lino CARVASSE » where the given name is in no list."""
    name = _head_of(_from_given(run))
    named = name.named
    if not 2 <= len(named) <= 4 or not re.fullmatch(
        r"U{1,3}C{1,2}|C{1,2}U{1,3}", "".join(word.shape for word in named)
    ):
        return None
    if named[0].shape == "C" and named[0].opens and not _line_of_name(text, name):
        return None
    own = [word for word in named if word.flat not in NAME_PARTICLES]  # « Aminetou MINT EL HOUSSEIN »
    if any(not _VOWEL.search(word.flat) or place_like(word.flat) for word in own):
        return None
    if any(len(word.flat) < 3 for word in named if word.shape == "C"):
        return None
    if _BROKEN.search(text, name.start, name.end):
        return None  # « FocP CAUSING »: what is left of a bad scan
    if after_determiner(text, name.start):
        return None
    long = max(len(word.flat) for word in named if word.shape == "U") >= 4
    return (name, 0.85) if long or is_short_family(name) else None


def _line_of_name(text: str, run: Run) -> bool:
    """A name alone before a comma or the end of its line: a signature, an attendance list."""
    return _ENDS_NAME.match(text, run.end) is not None and text[run.start - 1 : run.start] in {
        "",
        "\n",
        " ",
    }


def _followed(text: str, flat: str, run: Run, known: Known) -> Judged | None:
    """What only people have comes next: a birth, an age, an alias."""
    if len(run.words) > _ENOUGH or not run.named or not surroundings().told.match(flat, run.end):
        return None
    word = run.words[0]
    if len(run.words) == 1 and second_given(text, run):
        return None
    opening = word.opens and word.shape == "C" and common(word.flat)
    if len(run.words) == 1 and (len(word.flat) < 3 or place_like(word.flat) or opening):
        return None
    return run, 0.9


def with_initial(text: str, flat: str, run: Run, known: Known) -> Judged | None:
    """« J. Dupont », « Lino C. »: an initial beside one word that is no ordinary one."""
    named = run.named
    if len(named) not in (1, 2) or len(named) == len(run.words) or len(run.words) > 4:
        return None
    word = named[0]
    if len(word.flat) < 3 or (known_place(word.flat) and not word.gap.strip()):
        return None
    if run.words[0].shape == "I":
        listed = word.flat not in known.surnames and _numbers(text, run, word)
        return None if listed or "\n" in word.gap else (run, 0.85)
    if strong_given(word.flat) or word.flat in known.given:
        return Run(tuple(run.words[: 2 if len(named) == 1 else 3])), 0.85
    return None


def _numbers(text: str, run: Run, word: Capital) -> bool:
    """Whether the letters before a word number it or stand for something else: `A. Structure`, `U.S. Persons`."""
    first = run.words[0]
    if run.shapes.startswith("II") and not common(word.flat):
        return False
    if first.opens and word.shape != "U":
        return True
    begins = text[run.start - 1 : run.start] in ("", "\n")
    return common(word.flat) and (begins or run.shapes.startswith("II"))


def _two_words(text: str, flat: str, run: Run, known: Known) -> Judged | None:
    """Two capitalised words of no list, in running text, with a person's surroundings: `Tavin Orle, a driver`."""
    around = surroundings()
    letters = _letters_first(run)
    if run.shapes not in ("CC", "CCC") or any("\n" in word.gap for word in run.words):
        return None
    if any(len(word.flat) < 3 or place_like(word.flat) for word in run.words[letters:]):
        return None
    if around.role_before.search(flat, max(0, run.start - 40), run.start) or is_apposed(flat, run.start):
        return run, 0.85
    if after_determiner(text, run.start):
        return None
    if around.role.match(flat, run.end):
        return run, 0.85
    return (run, 0.75) if around.acts.match(flat, run.end) and not run.words[0].opens and not letters else None


def _with_family(text: str, flat: str, run: Run, known: Known) -> Judged | None:
    """`Thabiso Ndlovu`, « ZINSOU Bienvenu »: a family name of many beside a word that no page writes small."""
    name = _head_of(run)
    named = name.named
    if not 2 <= len(named) <= 4 or any("\n" in word.gap for word in name.words[1:]):
        return None
    families = [word for word in (named[0], named[-1]) if family_like(word.flat)]
    others = [word for word in named if word not in families] or named[:1]
    if not families or any(common(word.flat) or place_like(word.flat) or len(word.flat) < 2 for word in others):
        return None
    if after_determiner(text, name.start) or {word.shape for word in named} == {"U"}:
        return None
    return name, 0.8


def _letters_first(run: Run) -> int:
    """How many letters without a full stop stand before a name: `T G Raphadu`; `A` and `I` are words."""
    letters = sum(len(word.flat) == 1 and word.flat not in "ai" for word in run.words[:-1])
    return letters if all(len(word.flat) == 1 for word in run.words[:letters]) else 0


def _speaks(text: str, flat: str, run: Run, known: Known) -> Judged | None:
    """« CARVASSE : Allô ? »: a label in capitals before a colon, on a page with other such lines."""
    if run.shapes not in ("U", "UU", "UUU", "UC", "CU") or text[run.end : run.end + 2].strip(" ")[:1] != ":":
        return None
    line = text[text.rfind("\n", 0, run.start) + 1 : run.start].strip(" -–—•\t")
    if line or len(run.flats[0]) < 3 or all(common(flat) for flat in run.flats):
        return None  # `DEADLINE: 3 June`: a field
    others = [label for label in _speaker_labels(text) if not set(label.split()) & set(run.flats)]
    return (run, 0.85) if others else None


@lru_cache(maxsize=16)
def _speaker_labels(text: str) -> frozenset[str]:
    labels = (match["label"] for match in _SPEAKER_LINE.finditer(text))
    return frozenset(level(label) for label in labels if label.isupper())


def with_particle(text: str, start: int) -> int:
    """Return where a name begins with the particle that belongs to it."""
    return _before_particle(level(text), start)


def second_given(text: str, run: Run) -> bool:
    """Whether a given name goes on from a whole name: « CARVASSE Lino, Marius »."""
    return _SECOND_GIVEN.search(text, max(0, run.start - 24), run.start) is not None
