"""Other names of people: « X, alias Y », « X dit « Y » », `X, also known as Y`, « née Y », and nicknames on their own.

« dit » is a verb more often than not: a nickname after it is short, is no sentence, and starts as a name does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from greffier.reading.candidate import Candidate
from greffier.reading.cued_names import LETTERS, fits, is_incise, is_nickname, name_at
from greffier.reading.handles import find_handles
from greffier.reading.inside_names import inside
from greffier.reading.loose_cues import LOOSE_CUE
from greffier.reading.naming import ARTICLE, MOST_WORDS, QUOTED, SPOKEN, THING, Naming, elided, is_byname
from greffier.reading.real_names import find_real_names
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import any_of, level, table
from greffier.records import LinkType

_AND_ALSO = re.compile(r"[ ]?(?:[»”\"])?[ ]?,?[ ]?(?:\n)?(?:ou(?:[ ]encore)?|or|et|and|alias|,)[ ]?(?=[«“\"])")
_BARE_QUOTE = re.compile(r"[ ]?[,(—–]?[ ]?(?=[«“\"])|[ ]\([a-z\d .°#]{1,24},[ ](?=[«“\"])")  # `(target 1, "Clicker")`
_OF_THINGS_TOO = frozenset(
    "called appele appelee nomme nommee denomme denommee goes by|known as|known only as|connu sous le nom de"
    "|connue sous le nom de|sous le nom de".replace(" nomme", "|nomme").split("|")
)
_SOMEBODY = re.compile(
    r"\b(?:hommes?|femme|individus?|personnes?|type|garcon|fille|mec|gars|docker|chauffeur|grutier|employee?|ouvrier|cousin|frere"
    r"|ami|amie|voisin|complice|acheteur|vendeur|fournisseur|contact|interlocuteur|usager|utilisateur|man|woman|person|people|guy"
    r"|someone|somebody|foreman|driver|buyer|seller|supplier|worker|friend|brother|cousin|boss|handler|source|informant|he|she|il"
    r"|elle|who|qui|l'un|one|other|first|second|third|premier|deuxieme|autre|chef|patron|suspect|witness|skipper|clerk)\b[^.;\n]{0,30}$"
)
_BIRTH = re.compile(
    r"(?:,\s*[^\W\d_]+)?,?\s*\(?(?:nee?\s+(?:le|en|vers|a)|born\s+(?:on|in)|age|aged|demeurant"
    r"|de\s+nationalite|domicilie|\d\d\s+ans|\d\d,)"
)
_LATE_CUE = re.compile(r"[,)]\s*(?=[a-z])|\b(?:y\s+)?(?:figure|inscrite?|enregistree?)\s+(?=sous\s+l[e'])")
_KIN_OF = re.compile(  # « Lise R., ex-compagne de TEBBANI, dite … »: the one told first
    r",\s(?:[a-z]+\s)?(?:ex-)?(?:compagne|compagnon|concubine?|epouse|epoux|femme|mari|fils|fille|frere|s(?:oe|œ)ur|mere|pere|cousine?|neveu"
    r"|niece|oncle|tante|amie?|belle-s(?:oe|œ)ur|beau-frere|bras\s+droit|wife|husband|partner|girlfriend|boyfriend|son|daughter|brother|sister"
    r"|mother|father|cousin|nephew|friend|associate|right-hand\s+man)\s(?:de\s|d'|of\s)(?:m\.\s|mme\s|mr\s|mrs\s)?$"
)
_APPOSITIONS = re.compile(  # an office or a trade, a number, up to a word that leads to another name
    r",\s(?:(?:[^.;:,()«“\"\n]|\.(?=\s?[a-z\d]))(?:[^.;:,()«“\"\n]|\.(?=\d)){2,70}(?P<comma>,\s)){1,2}(?=(?:surnommee?|nicknamed|alias|aka|a\.k\.a\.|also\s+(?:called|known)"
    r"|better\s+known|popularly\s+known|commonly\s+known|known\s+(?:to|as|in|on|locally)|dite?|plus\s+connue?|mieux\s+connue?|(?:bien\s+)?connue?\s+(?:sous|de)|que\s+tout\s+le\s+monde|whom)\s)"
)
_BORN_SO = re.compile(r",?\s(?:nee|ne|epouse|epse|veuve|ep\.)\s")
_JOINING = frozenset("alias dit dite nee epouse epse veuve".split())  # `Suleiman Juma ALIAS Tall`
_BIRTH_REACH = 260  # characters between somebody's birth and his other name
_SENTENCE_END = re.compile(r"[.!?;]\s+[^\W\d]|\n\s*\n")
_CLOSING = re.compile(r"[ \u00a0]?[»”\"]?\)?(?:[ ]\([^()\n]{2,25}\)(?=,?[ ](?:alias|a/?k/?a|dite?|et|and)\b))?")
_FIRST = re.compile(r"[^\W\d_]")
_CALLING = re.compile(
    r"\b(?:calls?|called|calling|nicknamed?|nicknames|appel(?:le|lent|ait|aient|lait|ons|ions)|surnomm(?:e|ent|ait|aient|ons|ions))\s+(?:(?:m|mr|mme|mrs|ms)\.?\s)?$"
)
_WITH_WHOM = r"(?:pour|to|dans|in|sur|on)[ ](?:le|la|les|ses|son|sa|tous|his|her|the|all|everyone|friends)\b"
_FIELD_ENDS = re.compile(rf"[ ]?(?:[,)|;—–]|\n|$|  |{_WITH_WHOM})")
_AMONG = re.compile(rf"[ ]{_WITH_WHOM}")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], dict[str, LinkType], re.Pattern[str]]:
    held = table("aliases")
    types: dict[str, LinkType] = {
        form: kind for kind, cues in held["after_name"].items() for cue in cues for form in elided(level(cue))
    }
    after = re.compile(
        r"(?:\s\((?:first\s+name|forename|surname|prenom|nom)\s+(?:unknown|inconnu)\))?\s{0,4}+[,;–—]?\s{0,4}+[(\[]?\s{0,4}+(?:(?:et|and|ou|or|who|qui)\s+)?(?:(?:est|etait|serait|is|was|a\s+ete)\s+)?"
        r"(?:(?:egalement|aussi|plus|mieux|bien|parfois|communement|familierement|generalement|habituellement|souvent|notamment|simplement|affectueusement|autrement|localement|also|better|sometimes|popularly|commonly|fondly|widely|generally|often|otherwise|locally)\s+)?"
        rf"(?P<cue>{LOOSE_CUE}|{any_of(types)})(?:(?<=')|(?![\w-]))\s*:?\s*(?:sous\s+le\s+(?:sur)?nom\s+de\s+|as\s+|the\s+name\s+of\s+)?"
    )
    alone = re.compile(rf"(?<![\w'-])(?:l'|d'|qu')?(?:{any_of(held['somebody'])})\s*:?\s*(?=[«“\"])")
    return after, types, alone


def find_namings(text: str, seen: Sequence[Candidate]) -> Iterator[Naming]:
    """Yield what a page says of people's other names; `seen` are its mentions in order."""
    people = [one for one in seen if one.kind == "person"]
    firms = frozenset(one.end for one in seen if one.kind == "organisation")
    taken: set[tuple[int, int]] = set()
    whose: dict[tuple[int, int], tuple[int, int]] = {}  # who has a name that is another one's: « X, alias Y, alias Z »
    for person in people:
        for naming in (
            *_after_name(text, person, people), *_after_birth(text, person, people),
            *_after_apposition(text, person, people, firms),
            *_quote_after(text, person), *inside(text, person),
        ):  # fmt: skip
            if naming.right not in taken and naming.right != naming.left:
                taken.add(naming.right)
                naming = naming._replace(left=whose.get(naming.left, naming.left) if naming.left else None)
                if naming.left:
                    whose[naming.right] = naming.left
                yield naming
                yield from _also(text, naming, taken)
    for naming in (*find_real_names(text, seen), *find_handles(text, seen), *_alone(text, people)):
        if naming.right not in taken:
            taken.add(naming.right)
            owner = whose.get(naming.left) if naming.left else None
            if owner == naming.right:
                continue  # told once more, the other way round
            naming = naming._replace(left=owner or naming.left)
            yield naming
            yield from _also(text, naming, taken)


def _after_name(text: str, person: Candidate, people: Sequence[Candidate]) -> Iterator[Naming]:
    """« X, alias Y », and further ones: « X, née Y, dite « Z » »."""
    after, types, _ = _patterns()
    flat = level(text)
    at = person.end
    for _ in range(3):
        cue = after.match(flat, at)
        if cue is None:
            return
        word = " ".join(cue["cue"].split())
        first = _FIRST.search(text, cue.start(), cue.end())
        led = word in _JOINING and text[cue.start() : first.start() if first else cue.end()] == " "
        labelled = ":" in cue.group() and not text[cue.start("cue") : cue.end("cue")].isupper()  # a field of its own
        if (
            first is not None
            and first.group().isupper()
            and (labelled or not (led or cue["cue"] in LETTERS or text[person.start : person.end].isupper()))
        ):
            return
        name = name_at(text, cue.end(), word, people)
        if name is None or not fits(text, word, name, cue.group()) or is_incise(text, word, cue.start("cue")):
            return
        kind = types.get(word, "alias")
        left = _whose(flat, person, people) if cue.group().startswith(",") else person
        yield Naming(kind, (left.start, left.end), name, kind in ("alias", "nickname") and not _is_family(word))
        at = _CLOSING.match(text, name[1]).end()  # type: ignore[union-attr]


def _whose(flat: str, person: Candidate, people: Sequence[Candidate]) -> Candidate:
    """Whom an apposition after `person` is about: somebody told before whose kin this person is, else this one."""
    kin = _KIN_OF.search(flat, max(0, person.start - 40), person.start)
    before = beginning(people, person.start - 90, person.start - 1) if kin else ()
    return next((one for one in before if kin and one.end == kin.start()), person)


def _after_birth(text: str, person: Candidate, people: Sequence[Candidate]) -> Iterator[Naming]:
    """« X, né le 17 avril 1979 à Y, de nationalité française, dit « Z » »: the sentence tells of one person only."""
    after, types, _ = _patterns()
    flat = level(text)
    if not _BIRTH.match(flat, person.end):
        return
    near = beginning(people, person.end + 1, person.end + _BIRTH_REACH)
    stop = near[0].start if near else person.end + _BIRTH_REACH
    for cue in _LATE_CUE.finditer(flat, person.end, max(stop, person.end) + 12):
        if _SENTENCE_END.search(flat, person.end, cue.start()):
            return
        known = after.match(flat, cue.end())
        if known is None:
            continue
        word = " ".join(known["cue"].split())
        name = name_at(text, known.end(), word, people)
        if name and fits(text, word, name, "," + known.group()):
            yield Naming(types.get(word, "alias"), (person.start, person.end), name)
            return


def _after_apposition(
    text: str, person: Candidate, people: Sequence[Candidate], firms: frozenset[int]
) -> Iterator[Naming]:
    """« X, ex-directeur de la régie, surnommé Y », `X, a pharmacist, also called Y`: nobody else is named
    between, and no firm right before (`director of Boke Ltd, known as Boke`)."""
    after, types, _ = _patterns()
    flat = level(text)
    told = _APPOSITIONS.match(flat, at := _family_told(flat, person, people))
    others = beginning(people, at + 1, told.end()) if told else ()
    its = told is not None and told.start("comma") in firms
    known = after.match(flat, told.start("comma")) if told and not others and not its else None
    word = " ".join(known["cue"].split()) if known else ""
    name = name_at(text, known.end(), word, people) if known else None
    sure = word not in ("dit", "dite") or at > person.end
    if known and name and sure and fits(text, word, name, "," + known.group()):
        yield Naming(types.get(word, "alias"), person[:2], name)


def _family_told(flat: str, person: Candidate, people: Sequence[Candidate]) -> int:
    """Where a name ends with the family name that « née » gives: « Rose Casimir née Estinvil, marchande, dite »."""
    cue = _BORN_SO.match(flat, person.end)
    other = next(iter(beginning(people, cue.end(), cue.end())), None) if cue else None
    return other.end if other else person.end


def _is_family(cue: str) -> bool:
    return cue in {"epouse", "ep.", "femme", "veuve", "divorcee"}


def _quote_after(text: str, person: Candidate) -> Iterator[Naming]:
    """« CARVASSE Lino, « le Bosco » » in a table or a list; « Lino « le Bosco » CARVASSE »."""
    gap = _BARE_QUOTE.match(text, person.end)
    quoted = QUOTED.match(text, gap.end()) if gap else None
    called = quoted is not None and "," not in text[person.end : quoted.start()]
    if quoted and called and _CALLING.search(level(text), max(0, person.start - 40), person.start):
        if is_byname(quoted["name"]):  # « tout le monde appelle X « le Curé » »
            yield Naming("nickname", person[:2], quoted.span("name"))
        return
    if quoted is None or (
        len(text[person.start : person.end].split()) < 2 and "," not in text[person.end : quoted.start()]
    ):
        return
    name = quoted.span("name")
    after = _FIELD_ENDS.match(text, quoted.end())
    if (
        after
        and is_nickname(text, name, comma=True)
        and (re.match(ARTICLE + r"\b", quoted["name"]) or _close(text, gap) or _AMONG.match(text, quoted.end()))
    ):
        yield Naming("nickname", (person.start, person.end), name)


def _close(text: str, gap: re.Match[str] | None) -> bool:
    """« X (« Momo ») », « X « Momo » | docker »: no comma parts the by-name from its name."""
    return gap is not None and ("," not in gap.group() or "(" in gap.group())


def _alone(text: str, people: Sequence[Candidate]) -> Iterator[Naming]:
    """« un individu surnommé « le Bosco » »: somebody, though nobody knows who."""
    flat = level(text)
    for match in _patterns()[2].finditer(flat):
        quoted = QUOTED.match(text, match.end())
        if quoted is None or THING.search(flat, max(0, match.start() - 40), match.start()):
            continue
        name = quoted.span("name")
        inner = quoted["name"].split()
        cue = " ".join(match.group().split()).removesuffix(":").strip()
        if cue in _OF_THINGS_TOO and not _SOMEBODY.search(flat, max(0, match.start() - 50), match.start()):
            continue
        if len(inner) <= MOST_WORDS and any(part[0].isupper() for part in inner) and level(inner[0]) not in SPOKEN:
            yield Naming("nickname", None, name)


def _also(text: str, naming: Naming, taken: set[tuple[int, int]]) -> Iterator[Naming]:
    """`"Bosco" or "the Bosun"`: a further nickname of the same person, or of the first nickname."""
    if not naming.new:
        return
    end = naming.right[1]
    closing = re.compile(r"[ \u00a0\u202f]?[»”\"]").match(text, end)
    more = _AND_ALSO.match(text, closing.end() if closing else end)
    quoted = QUOTED.match(text, more.end()) if more else None
    listed = quoted is not None and more is not None and "," in more.group() and is_byname(quoted["name"], most=3)
    if quoted and more and (listed or any(word in more.group() for word in ("ou", "or", "alias"))):
        name = quoted.span("name")
        if name not in taken and len(quoted["name"].split()) <= MOST_WORDS:
            taken.add(name)
            yield Naming("nickname", naming.left or naming.right, name)
