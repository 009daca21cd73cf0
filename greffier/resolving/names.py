"""What a name is made of, when two of them could be one name, and with what log-odds.

Likeness of letters is judged part by part (family name, given name, initial), never over the whole string: "Djeha" and
"Djehane" are two names, "BENALI Karim" and "Karim Benali" are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from greffier.records import Mention, MentionKind
from greffier.resolving.letters import is_initial, romanised
from greffier.text import key

TITLES = frozenset(
    """m mm mr mrs ms mme mlle miss mx monsieur madame mademoiselle messieurs mesdames maitre me dr docteur doctor pr
    professeur professor prof sieur dame sir nomme nommee denomme denommee president presidente prasident commandant
    commandante capitaine captain lieutenant lieutenante colonel general generale major adjudant adjudante sergent
    sergeant sgt marechal brigadier brigadiere chef commissaire divisionnaire principal inspecteur inspectrice inspector
    detective constable officer officier agent gardien gardienne gendarme enqueteur enquetrice juge judge procureur
    procureure substitut vice greffier greffiere avocat avocate shaikh sheikh cheikh expert experte insp cdt cne
    lt brig adj cap capt major inp inpp cp opj apj mdl adjt inspr supt cpl const ssgt
    dci dsp det dep cst cllr""".split()
)
_OF_TITLE = frozenset("police paix judiciaire instruction republique gendarmerie justice general adjoint chef".split())
_LINKS = frozenset("de la l du d des of the".split())
PARTICLES = frozenset(
    "de du des d la le les l van von der den zu zum zur di da del della do dos das y e al el bin ben ibn abu abou bint "
    "ould ter ten st saint of".split()
)
LEGAL_FORMS = {
    form: family
    for family, forms in {
        "private": "sarl eurl ltd limited llc gmbh srl bv bvba sprl pty ooo doo oy ab",
        "public": "sa sas sasu plc ag aktiengesellschaft nv spa oao pao zao ojsc jsc kg se",
        "open": "inc incorporated corp corporation co company cie compagnie societe ets group groupe holding holdings",
        "other": "sci snc scs gie association asso selarl scp",
    }.items()
    for form in forms.split()
}
_FORM_PHRASES = {
    "limited liability company": "llc",
    "open joint stock company": "ojsc",
    "joint stock company": "jsc",
    "societe a responsabilite limitee": "sarl",
    "societe par actions simplifiee": "sas",
    "societe anonyme": "sa",
    "sp z oo": "sarl",
    "societatea cu raspundere limitata": "srl",
    "obshchestvo s ogranichennoi otvetstvennostyu": "ooo",
}
_NAMED: frozenset[MentionKind] = frozenset({"person", "organisation", "place"})
_PIECE = " @"  # no folded name holds it
_PUNCTUATION = re.compile(r"[^\w\s']|_")
_ELIDED = re.compile(r"(?<=\b[dl])'|(?<=\bqu)'")
_POSSESSIVE = re.compile(r"'s\b")
_DOTTED = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
_INITIAL = re.compile(r"(?<!\w)([^\W\d_]\.)(?=[^\W\d_])")


def name_key(mention: Mention) -> str:
    """Return the key of the name of a mention, `kind:folded name`: what decisions speak of, the atom of an entity.

    Persons lose their titles; identifiers are keyed by their normalised value.
    """
    if mention.kind not in _NAMED:
        return f"{mention.kind}:{key(mention.normalised or mention.span.exact)}"
    written = mention.normalised or mention.span.exact
    parts = untitled(spelled(written)) if mention.kind == "person" else plain(written)
    return f"{mention.kind}:{' '.join(parts)}"


def of_piece(key: str, piece: str) -> str:
    """The key of a short name where it stands in one piece: `person:toure @<piece>`."""
    return f"{key}{_PIECE}{piece}"


def of_case(key: str) -> str:
    """The key that one of a piece was parted from; any other key is its own."""
    return key.partition(_PIECE)[0]


@lru_cache(maxsize=65536)
def plain(text: str) -> tuple[str, ...]:
    """Return the folded words of a name: no accents, no punctuation, hyphens open, dotted letters closed."""
    closed = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    folded = _ELIDED.sub(" ", _POSSESSIVE.sub("", key(romanised(closed))))
    return tuple(_PUNCTUATION.sub(" ", folded.replace("'", "")).split())


def spelled(name: str) -> tuple[str, ...]:
    """Return the folded words of a person's name, each initial a word: `J.M. Oyono` has three."""
    return plain(_INITIAL.sub(r"\1 ", name))


def untitled(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts without the titles and ranks before them; a name that is nothing but a title keeps it."""
    start = 0
    while start < len(parts) and parts[start] in TITLES:
        start = _past_office(parts, start + 1)
    return parts[start:] or parts


def _past_office(parts: tuple[str, ...], start: int) -> int:
    """Return where the name begins after "gardien (de la paix)": small words are passed only before an office."""
    stop = start
    while stop < len(parts) and parts[stop] in _LINKS:
        stop += 1
    if stop < len(parts) and parts[stop] in _OF_TITLE:
        return _past_office(parts, stop + 1)
    return start


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts. `surname` is empty where nothing shows which part it is."""

    parts: tuple[str, ...]
    surname: tuple[str, ...]
    given: tuple[str, ...]

    @property
    def content(self) -> tuple[str, ...]:
        """The parts that name: no particles, no initials."""
        return tuple(part for part in self.parts if not is_initial(part) and part not in PARTICLES) or self.parts

    @property
    def full(self) -> bool:
        """Whether it has more than one part that names, or an initial beside one."""
        return len([part for part in self.parts if part not in PARTICLES]) > 1

    @property
    def initials(self) -> tuple[str, ...]:
        return tuple(part for part in self.parts if is_initial(part))


def person_name(surface: str) -> PersonName:
    """Read the name of a person: capitals and a comma show the surname, as in acts ("BELKACEM Nora")."""
    text = " ".join(surface.split())
    parts = untitled(spelled(text))
    words = [word for word in re.split(r"[\s-]+", text) if any(char.isalpha() for char in word)]
    capitals = [plain(word) for word in words if _is_capital(word)]
    family = tuple(part for word in capitals for part in word if part in parts)
    if not family and "," in text:
        family = tuple(part for part in untitled(spelled(text.split(",")[0])) if part in parts)
    rest = tuple(part for part in parts if part not in family)
    if not family or not [part for part in rest if part not in PARTICLES]:
        return PersonName(parts, (), ())
    surname = _with_particles(parts, family)
    return PersonName(parts, surname, tuple(part for part in parts if part not in surname))


def _with_particles(parts: tuple[str, ...], family: tuple[str, ...]) -> tuple[str, ...]:
    """Add the particles that stand right before the family name: "de LA Roche" keeps its "de la"."""
    first = parts.index(family[0])
    while first and parts[first - 1] in PARTICLES:
        first -= 1
    return parts[first : parts.index(family[0])] + family


def _is_capital(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 1 and all(char.isupper() for char in letters)


def legal_form(parts: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """Return the words of an organisation's name without its legal form, and the family of that form."""
    text = f" {' '.join(parts)} "
    for phrase, short in _FORM_PHRASES.items():
        text = text.replace(f" {phrase} ", f" {short} ")
    words = [word for word in text.split() if word != "the"]
    forms = [LEGAL_FORMS[word] for word in words if word in LEGAL_FORMS]
    kept = tuple(word for word in words if word not in LEGAL_FORMS)
    specific = [form for form in forms if form != "open"]
    return kept or tuple(words), next(iter(specific or forms), None)
