"""What a by-name is: two names of one person, and the shapes that names told beside others have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import ordinary
from greffier.reading.vocabulary import level
from greffier.records import LinkType


class Naming(NamedTuple):
    """Two names of one person (stretches of the page), or one nickname alone where `left` is None.

    `new` tells that the right name is a nickname to look out for in the rest of the piece.
    """

    type: LinkType
    left: tuple[int, int] | None
    right: tuple[int, int]
    new: bool = True


ARTICLE = (
    r"(?:[Ll][ea]s?|[Ll]['’]|[Tt]he|[Ee]l|[Uu]n|[Dd]er|[Ii]l|[Bb]ig|[Ll]ittle|[Pp]etit|[Gg]ros"
    r"|[Gg]rand|[Vv]ieux|[Tt]onton|[Mm]onsieur|[Oo]ld)"
)
QUOTED = re.compile(
    r"[«“\"„‘'][ \u00a0\u202f]?(?P<name>[^«»“”\"„\n:;.!?…()]{2,40}?)[ \u00a0\u202f]?[,.]?[»”\"’'](?!\w)"
)
SPOKEN = frozenset(  # said between quotation marks or written in an empty field, and nobody's name
    (
        "neant inconnu inconnue aucun aucune none unknown nil idem oui non merci bonjour bonsoir salut allo "
        "ok stop yes no hello hi okay well what attention silence d'accord jamais viens venez va vas allez "
        "attends attendez arrete arretez ecoute ecoutez regarde regardez pars partez reste restez rien "
        "personne merde putain pardon desole bravo donne donnez prends prenez dis dites parle bien bon sorry "
        "please wait listen look go come never nothing sure fine right maybe thanks peut-etre aucun ta "
        "tais-toi laisse laissez cours courez tirez tire vite "
    ).split()
)
THING = re.compile(
    r"\b(?:entrepots?|lieu|lieux|lieu-dit|hangar|bar|cafe|restaurant|navire|bateau|voilier|vessel"
    r"|ship|societe|operation|village|quartier|immeuble|rue|place|zone|projet|document|carnet"
    r"|dossier"
    r"|fichier|logiciel|application|programme|mention|inscription|procedure|technique|methode"
    r"|methodes|marque|warehouse|company|firm|depot|port|quai|boite|club|chapitre|article|groupe"
    r"|association|hotel|maison|villa|piece|local|sacs?|produit|substance|drogue|poudre|drug|file"
    r"|document|programme|boat|pub|clause|loi|rapport|liste|list)"
    r"(?:\s+\w+){0,2}?\s*,?\s*$"
)
MOST_WORDS = 4
_ARTICLES = frozenset("le la les the el un il der big little petit gros grand vieux old tonton".split())


def is_byname(name: str, most: int = MOST_WORDS) -> bool:
    """Whether these words may be a nickname, and are no exclamation and no ordinary word: « Momo », « le Grand »."""
    parts = re.sub(r"^[Ll]['’]\s?", "le ", name).split()
    bare = parts[1:] if len(parts) > 1 and level(parts[0]) in _ARTICLES else parts
    if not 0 < len(parts) <= most or "," in name or level(parts[0]) in SPOKEN:
        return False
    return bare[0][0].isupper() and level(name) not in SPOKEN and (bare is not parts or not ordinary(level(bare[0])))


def is_one(people: Sequence[Candidate]) -> bool:
    """Whether all these names are, or are part of, the fullest of them: « Gianni », « Gianni Pontremolesi »."""
    names = [set(level(one.normalised or "").split()) for one in people]
    fullest = max(names, key=len, default=set())
    return bool(names) and all(name <= fullest for name in names)


def is_part(text: str, person: Candidate, name: tuple[int, int]) -> bool:
    """« Gabriel est en fait Gabriel Osula »: a name of its own and no other one."""
    return set(level(text[slice(*name)]).split()) <= set(level(text[person.start : person.end]).split())


def elided(cue: str) -> tuple[str, ...]:
    """« sous le nom de » and its other forms: « d'Abou », « du Pape »."""
    return (cue, f"{cue[:-1]}'", f"{cue[:-1]}u") if cue.endswith(" de") else (cue,)
