"""People named on a page: a run of capitalised words with evidence that it is somebody's name.

Evidence is a title or a cue before it, a given name in it, the way police reports write surnames in capitals, what follows
(« né le », « alias »), or the same name told in full elsewhere in the piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import WORD, Capital, Run, cut, runs
from greffier.reading.places import known_place
from greffier.reading.vocabulary import any_of, level, table, words

_PARTICLE_BEFORE = re.compile(
    r"(?<![\w'])(?:de la|de l'|de|du|d'|des|van der|van den|van|von|ben|bin|el|al|le|la|ould|dos|da|di)[ ]?$"
)
_THING_BEFORE = re.compile(
    r"(?:\b(?:navires?|vessels?|mv|m/v|m\.v\.|cargos?|bateaux?|voiliers?|yacht|chalutier|porte-conteneurs|ship|tanker|trawler|operations?|projets?|project"
    r"|bars?|cafes?|restaurants?|hotels?|pub|brasserie|discotheque|entrepot|depot|hangar|marque|modele|model|brand|type|journal|newspaper|film|logiciel|stade|lycee"
    r"|college|ecole|hopital|hospital|school|stadium|rue|avenue|street|place|quai|square|saint|sainte|st|ste|port|mont|storm|hurricane|tour|residence|villa|immeuble|chateau|programme|program|phase|plan|affaire)"
    r"(?:\s+(?:dite?|nommee?|named|called|de|du|the|le|la))?\s*[«\"“'(]?\s*)$"
)
_DETERMINER_BEFORE = re.compile(
    r"(?<![\w'])(?:le|la|les|l'|un|une|du|des|au|aux|the|an?|ce|cette|ces|this|that|notre|our|son|sa|ses|his|her|their|chaque|each)\s+$|(?<!\w)l'$"
)
_TOLD_AFTER = re.compile(
    r"\s*,?\s*\(?(?:(?:ne|nee|born)\s+(?:le|en|on|in|the|a|vers)\b|age[e]?\s+de\s+\d|aged\s+\d|alias\b|a\.?k\.?a\b|dite?\s+[«\"“]|surnommee?\b|nicknamed\b"
    r"|demeurant\b|domiciliee?\b|fils\s+de\b|fille\s+de\b|,?\s*\(?\d{2}\s+(?:ans|years)|,\s*\d{2},\s|epouse\b|veuve\b|born\b|d\.?o\.?b\b)"
)
_ACTS_AFTER = re.compile(
    r"\*?\s+\(?(?:(?:le|son|his|her|the)\s+(?:first\s+)?(?:prenom|nom|name)\s|prenom\s+d|not\s+(?:his|her)|name\s+changed|a|est|m'a|lui|dit|va|avait|etait|n'a|n'est|ne|s'est|se|nous|m'|t'|l'a|leur|vient|veut|doit|peut|sait|said|says|told|tells|is|was|has|had|will|would|called|"
    r"wants|went|came|knows|asked|denied|denies|stated|replied|added|confirmed|explained|declined|refused|reported|testified|met|sent|paid|repond|declare|affirme|explique|precise|indique|nie|conteste|confirme|soutient|ajoute|reconnait|admet)\b"
)
_ROLE_AFTER = re.compile(
    r",\s+(?:(?:a|an|the|our|his|her|le|la|un|une|notre|son|sa|alors|then|ancien|ancienne|former)\s+)?(?:[a-z'-]+\s+){0,2}?(?:"
    r"officier|agent|commissaire|capitaine|lieutenant|commandant|brigadier|brigadier-chef|gardien|juge|procureur|vice-procureur|substitut|greffiere?|avocate?|"
    r"interprete|expert|temoin|docker|grutier|chauffeur|gerante?|directeur|directrice|comptable|employee?|chef|president|journaliste|secretaire|liaison|officer|"
    r"inspector|sergeant|constable|detective|judge|prosecutor|lawyer|solicitor|barrister|witness|suspect|driver|foreman|manager|director|clerk|interpreter|analyst|"
    r"accountant|reporter|owner|skipper|handler|informant|broker|courier|partner|spokesman|spokeswoman|minister|mayor|ne|nee|age|agee|aged|born|retraite|retired)\b"
)
_PERSON_BEFORE = re.compile(
    r"(?:(?<!\w)(?:avec|chez|par|selon|d'apres|et|with|by|and|told|tell|asked|ask|meet|met|called|call|contact|dit\s+a|dis\s+a|demande\s+a|remis\s+a|donne\s+a|appelle|appele|rappelle|contre|pour|"
    r"according\s+to|from|parle\s+a|parler\s+a|dire\s+a|nomme|prevenir|previens|voir|vu|connais|connait|saw|seen|know|paid|pay|gave|c'est|signe|signed)\s+|(?:^|[:,;(])\s*)$"
)
_LABEL = re.compile(r"(?:^|\n)[ \t]*(?:nom(?:s)?(?: de famille| d'usage| de naissance| et prenoms?)?|prenoms?|titulaire|utilisateur|abonne|identite|usager|surname|forenames?|first name|last name|family name|full name|name|"
    r"subscriber|user|holder|mis en cause|gardee? a vue|temoin|witness|suspect|interprete|interpreter|auteur|author|redacteur|destinataire|expediteur|de|from|to|a|cc|signed|signe|beneficiaire|donneur d'ordre|payee|beneficiary|caller|called)[ ]?:[ \t]*$")  # fmt: skip
_SECOND_GIVEN = re.compile(rf"{WORD}[ ]{WORD},[ ]?(?:{WORD},[ ]?)*$")  # « CARVASSE Lino, Marius »: one man
_VOWEL = re.compile(r"[aeiouy]")
_ENOUGH = 5  # words that a person's name may have


class Known(NamedTuple):
    """The names that a piece tells: family names, given names, and names that are a thing's (a vessel, a bar)."""

    surnames: frozenset[str]
    given: frozenset[str]
    things: frozenset[str]


@dataclass
class _Gathered:
    surnames: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)


@lru_cache(maxsize=1)
def _titles() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    held = table("titles")
    start = r"(?<![\w'.-])(?:l'|d'|qu')?"
    stop = r"(?:\s+|(?<=/)\s*)$"
    return (
        re.compile(rf"(?:(?<![\w.-])|(?<=[ldn]'))(?P<title>{any_of(held['civil'])}){stop}"),
        re.compile(rf"(?:(?<![\w.-])|(?<=[ldn]'))(?P<title>{any_of(held['rank'])}){stop}"),
        re.compile(rf"{start}(?P<title>{any_of(held['cue'])})\s+(?:de\s+)?[«\"“]?\s*$"),
    )


def title_before(flat: str, start: int) -> tuple[str, int, int] | None:
    """Return the kind of title (`civil`, `rank` or `cue`) right before `start`, and where its words stand."""
    before = flat[max(0, start - 48) : start]
    offset = max(0, start - 48)
    if not before or not (before[-1].isspace() or before[-1] in "/«\"“'"):
        return None
    for kind, pattern in zip(("civil", "rank", "cue"), _titles(), strict=True):
        found = pattern.search(before)
        if found:
            return kind, offset + found.start("title"), offset + found.end("title")
    return None


def gather(texts: Iterable[tuple[str, list[tuple[int, int]]]]) -> Known:
    """Read all pages of a piece once for the names that they tell in full."""
    gathered = _Gathered()
    for text, taken in texts:
        for run in _parts(text, taken):
            if _THING_BEFORE.search(level(text), max(0, run.start - 40), run.start):
                gathered.things.add(" ".join(run.flats))
                continue
            found = _told(text, run, Known(frozenset(), frozenset(), frozenset()))
            if found:
                _remember(gathered, found[0])
    surnames = {name for name in gathered.surnames if len(name) > 2}
    return Known(frozenset(surnames), frozenset(gathered.given), frozenset(gathered.things))


def _remember(gathered: _Gathered, run: Run) -> None:
    named = [word for word in run.words if word.shape != "I"]
    if len(named) == 1:
        gathered.surnames.add(named[0].flat) if not _strong(named[0].flat) else gathered.given.add(named[0].flat)
        return
    shapes = {word.shape for word in named}
    for place, word in enumerate(named):
        family = (
            word.shape == "U"
            if shapes == {"U", "C"}
            else (not _strong(word.flat) if place == 0 else place == len(named) - 1)
        )
        (gathered.surnames if family else gathered.given).add(word.flat)
    if shapes == {"U", "C"}:
        family_words = [word for word in named if word.shape == "U"]
        gathered.surnames.add(" ".join(word.flat for word in family_words))


def find_people(text: str, taken: list[tuple[int, int]], known: Known) -> Iterator[Candidate]:
    """Yield the people of a page outside the stretches `taken`; the value is the name as a reader would write it."""
    for run in _parts(text, taken):
        if " ".join(run.flats) in known.things or _THING_BEFORE.search(level(text), max(0, run.start - 40), run.start):
            continue
        found = _told(text, run, known) or _back_reference(text, run, known)
        if found:
            named, confidence = found
            start = _with_particle(text, named.start)
            yield Candidate(start, named.end, "person", readable(text[start : named.end]), confidence)


def _with_particle(text: str, start: int) -> int:
    """« M. de Villiers »: the particle after a title belongs to the name."""
    flat = level(text)
    particle = _PARTICLE_BEFORE.search(flat, max(0, start - 8), start)
    if particle and (title := title_before(flat, particle.start())) and title[0] != "cue":
        return particle.start()
    return start


def _parts(text: str, taken: list[tuple[int, int]]) -> Iterator[Run]:
    """The runs of a page without ordinary words, cut where something else was found and where a line ends a heading."""
    for run in runs(text):
        for part in cut(run):
            for line in _lines(text, part):
                for name in _outside(line, taken):
                    yield from _trimmed(name)


def _outside(run: Run, taken: list[tuple[int, int]]) -> Iterator[Run]:
    part: list[Capital] = []
    for word in run.words:
        if any(word.start < end and start < word.end for start, end in taken):
            if part:
                yield Run(tuple(part))
            part = []
        else:
            part.append(word)
    if part:
        yield Run(tuple(part))


def _lines(text: str, run: Run) -> Iterator[Run]:
    """A name goes over the end of a line only in running text, and only one that is not yet whole."""
    part: list[Capital] = [run.words[0]]
    for word in run.words[1:]:
        if "\n" in word.gap and not _goes_on(text, part, word):
            yield Run(tuple(part))
            part = [word]
        else:
            part.append(word)
    yield Run(tuple(part))


def _goes_on(text: str, part: list[Capital], word: Capital) -> bool:
    line_start = text.rfind("\n", 0, part[0].start) + 1
    if part[-1].end - line_start < 40 or len([one for one in part if one.shape != "I"]) > 1:
        return False
    return _strong(part[0].flat) != _strong(word.flat) or part[0].shape != word.shape or part[0].shape == "I"


def _trimmed(run: Run) -> Iterator[Run]:
    """Titles written as initials (« M. »), stray initials at the ends and the rest of « S.I. » are not names."""
    kept = list(run.words)
    while kept and kept[0].shape == "I" and kept[0].flat == "m.":
        kept.pop(0)
    while kept and kept[0].flat in {"mm", "mme", "mlle", "me", "mr", "mrs", "ms", "dr", "mv"}:
        kept.pop(0)
    if kept and (any(len(word.flat) > 1 and word.shape != "I" for word in kept) or len(kept) == 1):
        yield Run(tuple(kept))


def _told(text: str, run: Run, known: Known) -> tuple[Run, float] | None:
    """The part of a run that its own evidence makes a name, and how sure."""
    flat = level(text)
    title = title_before(flat, _before_particle(flat, run.start))
    if title:
        titled = _titled(text, run, title[0])
        if titled:
            return titled
    if len(run.words) > _ENOUGH + 2:
        return None
    for judge in (_with_given, _labelled, _two_shapes, _followed, _with_initial, _two_words):
        found = judge(text, flat, run, known)
        if found:
            return found
    return None


def _before_particle(flat: str, start: int) -> int:
    particle = _PARTICLE_BEFORE.search(flat, max(0, start - 8), start)
    return particle.start() if particle and title_before(flat, particle.start()) else start


def _titled(text: str, run: Run, kind: str) -> tuple[Run, float] | None:
    """« M. Étienne LORMECANT », « le capitaine DURAND », « le nommé BELHADOUR Yanis », « M. B. »."""
    name = _first_name_like(run)
    only_initial = all(word.shape == "I" or len(word.flat) == 1 for word in name.words)
    if only_initial and (kind != "civil" or name.flats[0][0] in "x"):
        return None
    if kind != "civil" and len(name.words) == 1 and known_place(name.flats[0]):
        return None
    if len(name.words) == 1 and name.words[0].flat in {"x", "xx", "xxx", "y"}:
        return None
    return name, 0.98 if kind != "cue" else 0.95


def _first_name_like(run: Run) -> Run:
    """The name at the head of a run: at most a given name and a family name of several words."""
    kept: list[Capital] = []
    for word in run.words[:_ENOUGH]:
        if kept and word.gap.strip() in {"de", "d'", "d’", "du", "des", "de la"} and _complete(kept):
            break
        kept.append(word)
    return Run(tuple(kept))


def _complete(kept: list[Capital]) -> bool:
    """A given name and a family name: what follows « de » is then where somebody is from."""
    named = [word for word in kept if word.shape != "I"]
    return len(named) >= 2


def _strong(flat: str) -> bool:
    given = words("given_names")
    return flat in given or (
        "-" in flat and all(part in given or part in words("given_names_ambiguous") for part in flat.split("-"))
    )


def _weak(flat: str) -> bool:
    return flat in words("given_names_ambiguous")


def _with_given(text: str, flat: str, run: Run, known: Known) -> tuple[Run, float] | None:
    """A given name beside another word that may be a family name."""
    name = _first_name_like(run)
    named = [word for word in name.words if word.shape != "I"]
    if not 2 <= len(named) <= _ENOUGH:
        return None
    strong = [word for word in named if _strong(word.flat)]
    weak = [word for word in named if _weak(word.flat)]
    ends = {named[0], named[-1]}
    mixed = len({word.shape for word in named}) == 2
    if not (ends & set(strong)) and not (mixed and ends & set(weak)):
        return None
    others = [word for word in named if word not in strong]
    if any(known_place(word.flat) for word in others) and not mixed:
        return None
    if _in_heading(text, name) and not _name_in_heading(named, strong):
        return None
    return name, 0.95


def _in_heading(text: str, run: Run) -> bool:
    start = text.rfind("\n", 0, run.start) + 1
    end = text.find("\n", run.end)
    line = text[start : end if end >= 0 else len(text)]
    return line.isupper() and len(line.split()) > 2


def _name_in_heading(named: list[Capital], strong: list[Capital]) -> bool:
    return len(named) <= 3 and len(strong) >= 1 and not known_place(" ".join(word.flat for word in named))


def _labelled(text: str, flat: str, run: Run, known: Known) -> tuple[Run, float] | None:
    """The value of a form's field: « Nom : CARVASSE »."""
    label = _LABEL.search(flat, max(0, run.start - 40), run.start)
    if label is None or len(run.words) > _ENOUGH or all(word.shape == "I" for word in run.words):
        return None
    label_word = label.group().strip(" :\t\n")
    sure = label_word.startswith(("nom", "prenom", "surname", "forename", "first", "last", "family", "full", "name"))
    if not sure and len(run.words) < 2 and not _strong(run.words[0].flat):
        return None
    rest = text[run.end : run.end + 1]
    return (run, 0.9) if rest in {"", "\n", " ", ",", ";", "<", ".", "(", "\t", "|"} and len(run.flats[0]) > 1 else None


def _two_shapes(text: str, flat: str, run: Run, known: Known) -> tuple[Run, float] | None:
    """« CARVASSE Lino », « Lino CARVASSE » where the given name is in no list."""
    name = _first_name_like(run)
    named = [word for word in name.words if word.shape != "I"]
    if not 2 <= len(named) <= 4 or not re.fullmatch(r"U+C{1,2}|C{1,2}U+", "".join(word.shape for word in named)):
        return None
    given = [word for word in named if word.shape == "C"]
    family = [word for word in named if word.shape == "U"]
    if any(word.opens for word in given) and named[0].shape == "C" and not _line_of_name(text, name):
        return None
    if any(len(word.flat) < 3 for word in named) or not all(_VOWEL.search(word.flat) for word in named):
        return None
    if any(known_place(word.flat) for word in named) or _DETERMINER_BEFORE.search(
        flat, max(0, name.start - 12), name.start
    ):
        return None
    return (name, 0.85) if max(len(word.flat) for word in family) >= 4 else None


def _line_of_name(text: str, run: Run) -> bool:
    """A name alone before a comma or the end of its line: a signature, an attendance list."""
    return re.match(r"[ ]*(?:,|\n|$|\()", text[run.end :]) is not None and text[run.start - 1 : run.start] in {
        "",
        "\n",
        " ",
    }


def _followed(text: str, flat: str, run: Run, known: Known) -> tuple[Run, float] | None:
    """What only people have comes next: a birth, an age, an alias."""
    if not _TOLD_AFTER.match(flat, run.end) or len(run.words) > _ENOUGH:
        return None
    if len(run.words) == 1 and (
        len(run.flats[0]) < 3 or known_place(run.flats[0]) or (run.words[0].opens and run.shapes == "C")
    ):
        return None
    return (run, 0.9) if any(word.shape != "I" for word in run.words) else None


def _with_initial(text: str, flat: str, run: Run, known: Known) -> tuple[Run, float] | None:
    """« J. Dupont », « Lino C. »: an initial beside one word that is no ordinary one."""
    named = [word for word in run.words if word.shape != "I"]
    if len(named) not in (1, 2) or len(named) == len(run.words) or len(run.words) > 4:
        return None
    word = named[0]
    if len(word.flat) < 3 or known_place(word.flat):
        return None
    if run.words[0].shape == "I":
        listed = run.words[0].opens and not (word.flat in known.surnames or word.shape == "U")
        return None if listed or "\n" in word.gap else (run, 0.85)
    if _strong(word.flat) or word.flat in known.given:
        return Run(tuple(run.words[: 2 if len(named) == 1 else 3])), 0.85
    return None


def _two_words(text: str, flat: str, run: Run, known: Known) -> tuple[Run, float] | None:
    """Two capitalised words of no list, in running text, with a person's surroundings: `Tavin Orle, a driver`."""
    if run.shapes not in ("CC", "CCC") or (run.words[0].opens and not _ROLE_AFTER.match(flat, run.end)):
        return None
    if any(len(word.flat) < 3 or known_place(word.flat) or "\n" in word.gap for word in run.words):
        return None
    if _DETERMINER_BEFORE.search(flat, max(0, run.start - 12), run.start):
        return None
    if _ROLE_AFTER.match(flat, run.end):
        return run, 0.85
    if _ACTS_AFTER.match(flat, run.end) and not run.words[0].opens:
        return run, 0.75
    return None


def _back_reference(text: str, run: Run, known: Known) -> tuple[Run, float] | None:
    """A family or given name alone that the piece tells in full somewhere, or an unmistakable given name in place."""
    whole = " ".join(run.flats)
    if whole in known.surnames and _stands_alone(text, run):
        return run, 0.9
    for word in run.words:
        alone = Run((word,))
        if word.flat in known.surnames and (word.shape == "U" or not word.opens or not _plain_word(text, word)):
            if _stands_alone(text, alone):
                return alone, 0.9
        elif len(run.words) == 1 and word.flat in known.given and not _weak(word.flat) and _stands_alone(text, alone):
            if _SECOND_GIVEN.search(text, max(0, run.start - 24), run.start):
                return None
            return alone, 0.85
    if len(run.words) == 1 and _strong(run.words[0].flat) and run.words[0].shape == "C":
        return _given_alone(text, run)
    return None


def _stands_alone(text: str, run: Run) -> bool:
    flat = level(text)
    return not (known_place(" ".join(run.flats)) and run.shapes == "C") and not re.search(
        r"\b(?:rue|avenue|saint|sainte|lycee|societe|sarl|sas)\s+$", flat[max(0, run.start - 12) : run.start]
    )


def _plain_word(text: str, word: Capital) -> bool:
    """Whether the page also writes this word small: then at the start of a sentence it is that word."""
    return re.search(rf"(?<!\w){re.escape(text[word.start : word.end].lower())}(?!\w)", text) is not None


def _given_alone(text: str, run: Run) -> tuple[Run, float] | None:
    flat = level(text)
    if _SECOND_GIVEN.search(text, max(0, run.start - 24), run.start):
        return None
    if len(run.flats[0]) < 3 or _DETERMINER_BEFORE.search(flat, max(0, run.start - 12), run.start):
        return None
    before = _PERSON_BEFORE.search(flat, max(0, run.start - 20), run.start)
    if run.words[0].opens:
        return (run, 0.75) if _ACTS_AFTER.match(flat, run.end) and not _plain_word(text, run.words[0]) else None
    return (
        (run, 0.75) if before or _ACTS_AFTER.match(flat, run.end) or re.match(r"\s*[,.?!]", text[run.end :]) else None
    )


def readable(name: str) -> str:
    """Return a name on one line, family names in small letters: « CARVASSE Lino » gives « Lino Carvasse »."""
    joined = re.sub(r"([-‐‑])\s*\n\s*", r"\1", name)
    parts = joined.split()
    upper = [part for part in parts if _is_upper(part)]
    if (
        upper
        and len(upper) < len(parts)
        and _is_upper(parts[0])
        and not _is_upper(parts[-1])
        and not parts[-1].endswith(".")
    ):
        last = max(place for place, part in enumerate(parts) if _is_upper(part))
        parts = parts[last + 1 :] + parts[: last + 1]
    return " ".join(_small(part) if _is_upper(part) else part for part in parts)


def _is_upper(part: str) -> bool:
    return sum(char.isalpha() for char in part) > 1 and part.isupper() and not part.endswith(".")


def _small(part: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), part)
