"""A question in French or English → what kind of thing would answer it, and what must stand beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from greffier.records import MentionKind
from greffier.text import fold, key
from greffier.vocabulary import Token, is_function_word, is_title, tokens

Intent = Literal["who", "when", "where", "how_much", "which", "said", "why", "list", "fact"]


@dataclass(frozen=True, slots=True)
class Day:
    """A date in a question; 0 stands for what was not said. `first` begins a range that ends with `day`."""

    year: int
    month: int
    day: int
    first: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart.

    `terms` are its content words; `focus` those of them that an answer cannot do without; `names` folded names, each
    a row of words; `kinds` the kinds of mention and `dimension` the dimension that an answer must hold; `hour` whether
    it must hold a time of day.
    """

    text: str
    intent: Intent
    terms: tuple[Token, ...]
    focus: frozenset[str]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    days: tuple[Day, ...]
    clocks: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    kinds: frozenset[MentionKind] = frozenset()
    dimension: str | None = None
    hour: bool = False

    @property
    def identity(self) -> bool:
        """Whether it asks who somebody is, and nothing else."""
        return self.intent == "who" and not self.terms and len(self.names) == 1


_AMOUNT = (
    r"\bcombien\b|\bhow (?:much|many|long|far|heavy|old)\b"
    r"|\b(?:quel(?:le)?|what)\b(?: \w+){0,2}? (?:le |la |the )?(?:total |net |gross |exact )?"
    r"(?:poids|quantite|montant|somme|prix|nombre|duree|temperature|masse|age|weight|amount|quantity|price|sum"
    r"|number of|duration|mass)\b"
)
_INTENTS: tuple[tuple[Intent, str], ...] = (
    ("why", r"\bpourquoi\b|\bwhy\b|pour quelle raison|for what reason"),
    ("how_much", _AMOUNT),
    (
        "when",
        r"\bquand\b|\bwhen\b|quelle (?:est la )?(?:date|heure)|quel(?:le)? (?:jour|mois|annee|nuit)"
        r"|\b(?:what|which) (?:date|day|time|year|month|night|hour)|what (?:is|was) the (?:date|time)",
    ),
    (
        "where",
        r"\bwhere\b|\bquel(?:le)? (?:lieu|endroit|ville|rue|adresse|port|pays)|(?:what|which) (?:place|city|town|street"
        r"|address|port|country)",
    ),
    (
        "said",
        r"\bqu'?(?:e |')?(?:a|avait|ont)\b.*\b(?:dit|declare|repondu|affirme|raconte|explique|ecrit)\b"
        r"|\bque (?:dit|declare|repond|raconte|affirme|explique|ecrit)|\bwhat (?:did|does|do|has|had)\b.*"
        r"\b(?:say|said|tell|told|state|stated|answer|answered|claim|claimed|declare|declared|reply|write|written)\b"
        r"|\bd'apres qui\b",
    ),
    (
        "who",
        r"^(?:et |and )?(?:qui|who|whom|whose)\b|\b(?:par|a|de|avec|chez|pour|contre|envers) qui\b"
        r"|\b(?:by|to|from|with|for) whom\b"
        r"|quel(?:le)? (?:est le nom|policier|officier|agent|magistrat|juge|homme|femme|personne|temoin|enqueteur)"
        r"|(?:what|which) (?:is the name|officer|agent|judge|magistrate|man|woman|person|witness|investigator)"
        r"|(?:comment|what) (?:s'appelle|se nomme)|what is (?:his|her|their) name|\bnom de\b|\bname of\b",
    ),
    ("list", r"^(?:liste|lister|enumere|quels|quelles|lesquels|list|name (?:the|all)|which .*s\b)"),
)

_KINDS: tuple[tuple[str, MentionKind], ...] = (
    (r"(?:numero|ligne|number|line)s?\b.*\b(?:telephone|portable|phone|mobile)|(?:telephone|phone) (?:number|line)"
     r"|quel(?:le)? (?:ligne|telephone)|which (?:line|phone)", "phone"),
    (r"immatriculation|immatricule|plaque|\bplate\b|registration", "plate"),
    (r"\biban\b", "iban"),
    (r"(?:quel|which|what|numero|number)\b.*\b(?:scelle|seal|plomb)\b", "seal"),
    (r"(?:quel|which|what|numero|number)\b.*\b(?:conteneur|container)\b", "container"),
    (r"adresse (?:mail|electronique)|e-?mail address|courriel", "email"),
    (r"(?:quel|what|which|numero)\b.*\b(?:compte|account)\b", "account"),
    (r"(?:quel|what|which)\b.*\b(?:article|loi|law)\b", "law"),
)  # fmt: skip

_DIMENSIONS: tuple[tuple[str, str], ...] = (
    (r"combien de temps|how long|duree|duration|combien (?:de |d')?(?:heures|jours|minutes|mois|semaines)"
     r"|how many (?:hours|days|minutes|months|weeks)", "duration"),
    (r"temperature|degre", "temperature"),
    (r"kilo|\bkg\b|gramme|\bgrams?\b|poids|pes(?:e|er|ait|aient)\b|weigh|tonne|\bmasse?\b|heavy", "mass"),
    (r"euro|dollar|montant|somme|\bprix\b|price|money|argent|\bcost|coute|amount|\bsum\b|remuner|\bsalaire|salary"
     r"|how much (?:was|were|did|is) .*(?:paid|pay|sell|sold|earn)", "money"),
    (r"metre|\bfar\b|distance|\bkm\b", "length"),
    (r"litre|liter|volume", "volume"),
    (r"how many|combien d|nombre|number of", "count"),
)  # fmt: skip

_ASKING = frozenset(
    """
    kilo kilos kilogramme kilogrammes kilogram kilograms kg gramme grammes gram grams euro euros dollar dollars quantite
    quantity poids weight montant amount somme sum nombre number total date heure hour time jour day lieu place endroit
    nom name appelle numero personne person temps long duree duration liste list raison reason dit dire say said tell
    told declare dossier file case page pages s'est exactly exactement argent money annee year selon according
    """.split()
)
_PARTS_OF_DAY = frozenset("nuit soir soiree matin matinee midi jour night evening morning noon day afternoon".split())
_KIND_WORDS: dict[MentionKind, frozenset[str]] = {
    "phone": frozenset("telephone phone portable mobile ligne line".split()),
    "plate": frozenset("plaque immatriculation immatricule plate registration".split()),
    "iban": frozenset({"iban"}),
    "email": frozenset("adresse address mail email courriel electronique".split()),
    "law": frozenset("article loi law".split()),
}  # words that say what is asked for and need not stand beside it
_MONTHS = {
    month: number
    for number, names in enumerate(
        "janvier january|fevrier february|mars march|avril april|mai may|juin june|juillet july|aout august|septembre "
        "september|octobre october|novembre november|decembre december".split("|"),
        1,
    )
    for month in names.split()
}
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    r"\b(?:(?:(?P<first>\d{1,2})(?:er|st|nd|rd|th)? ?(?:au|et|to|and|-) ?)?(?P<d>\d{1,2})(?:er|st|nd|rd|th)? (?:of )?)?"
    rf"(?P<m>{_MONTH})\b(?: (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d))?,?(?: (?P<y>\d{{4}})\b)?"
    r"|\b(?P<iy>\d{4})-(?P<im>\d\d)-(?P<id>\d\d)\b|\b(?P<sd>\d{1,2})/(?P<sm>\d{1,2})/(?P<sy>\d{4})\b"
    r"|\b(?P<yy>(?:19|20)\d\d)\b"
)
_CLOCK = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-4]) ?(?:h|heures?|:|\bhours?) ?(?P<minute>[0-5]\d)?(?!\d)(?: ?(?P<half>[ap])\.?m)?"
)
_CODE = re.compile(r"\b[A-Z]{1,4}[ /-]?\d{1,7}(?:[ /-]\d{1,4})*\b|\b[A-Z]{2}-\d{3}-[A-Z]{2}\b")
_NAME = re.compile(r"[^\W\d_][\w’'-]*")
_PARTICLES = frozenset("de du des la le van von der el al ben d'".split())
_QUOTED = re.compile(r"[«“\"]\s{0,9}+([^»”\"]{2,40}?)\s{0,9}[»”\"]")
_FOCUS = re.compile(
    r"\b(?:quel(?:le)?s?|which|what) (?:est |etait |sont |was |is |were |are )?(?:l'|le |la |the |les )?(\w+)"
)


def parse(question: str) -> Question:
    """Take a question apart."""
    codes = tuple(letters(match.group()) for match in _CODE.finditer(question))
    whole, question = question, _CODE.sub(lambda match: " " * len(match.group()), question)
    folded = fold(question).text.strip()
    days, undated = _days(folded)
    clocks = tuple(_clock(match) for match in _CLOCK.finditer(undated))
    undated = _CLOCK.sub(" ", undated)
    intent, kinds = _intent(question, folded)
    names = _names(question)
    words = [token for token in tokens(question) if not is_function_word(token.word)]
    in_names = {word for name in names for word in name.split()}
    numbers = tuple(re.findall(r"\d+(?:[.,]\d+)*", undated))
    dropped = (
        in_names
        | (set(_MONTHS) | _PARTS_OF_DAY if days else set())
        | {w for kind in kinds for w in _KIND_WORDS.get(kind, ())}
    )
    terms = tuple(
        token for token in words if not (token.word in _ASKING or token.word in dropped or token.word[0].isdigit())
    )
    return Question(
        whole,
        intent,
        terms,
        _focus(folded, terms),
        names,
        numbers,
        days,
        clocks,
        codes,
        kinds,
        _dimension(folded) if intent == "how_much" else None,
        intent == "when" and bool(re.search(r"heure|\btime\b|\bhour", folded)),
    )


def letters(text: str) -> str:
    """Return the folded letters and digits of a text, nothing between them."""
    return "".join(char for char in fold(text).text if char.isalnum())


def _intent(question: str, folded: str) -> tuple[Intent, frozenset[MentionKind]]:
    if not re.search(_AMOUNT, folded):
        for pattern, kind in _KINDS:
            if re.search(pattern, folded):
                return "which", frozenset({kind})
    if re.search(r"(?:^|\s)(?:où|Où|OÙ)\b", question):
        return "where", frozenset({"place"})
    for intent, pattern in _INTENTS:
        if re.search(pattern, folded):
            return intent, _WANTED.get(intent, frozenset())
    return "fact", frozenset()


_WANTED: dict[Intent, frozenset[MentionKind]] = {
    "who": frozenset({"person", "organisation"}),
    "when": frozenset({"date"}),
    "where": frozenset({"place"}),
    "how_much": frozenset({"quantity"}),
}


def _dimension(folded: str) -> str | None:
    return next((dimension for pattern, dimension in _DIMENSIONS if re.search(pattern, folded)), None)


def _focus(folded: str, terms: tuple[Token, ...]) -> frozenset[str]:
    found = _FOCUS.search(folded)
    return frozenset({found[1]} & {term.word for term in terms}) if found else frozenset()


def _names(question: str) -> tuple[str, ...]:
    """Rows of capitalised words, and what stands in quotation marks; the first word of a question is not a name."""
    names = [key(quoted[1]) for quoted in _QUOTED.finditer(question)]
    row: list[str] = []
    last_end = 0
    for match in _NAME.finditer(_QUOTED.sub(lambda m: " " * len(m[0]), question)):
        word = re.sub(r"^(?:[dlDL]|[Qq]u|[JjSsNnMmTtCc])[’']", "", match[0])
        joined = question[last_end : match.start()].strip() == ""
        capital = word[:1].isupper() and not is_function_word(key(word)) and key(word) not in _MONTHS
        if capital and (match.start() > 0 or (len(word) > 1 and word.isupper())):
            row = [*row, key(word)] if joined else _close(names, row, key(word))
        elif not (row and joined and key(word) in _PARTICLES):
            row = _close(names, row)
        last_end = match.end()
    _close(names, row)
    return tuple(dict.fromkeys(name for name in names if name))


def _close(names: list[str], row: list[str], *fresh: str) -> list[str]:
    if named := [word for word in row if not is_title(word)]:
        names.append(" ".join(named))
    return list(fresh)


def _clock(match: re.Match[str]) -> str:
    """A time of day as `hh:mm`."""
    hour = int(match["hour"]) % 12 + (12 if match["half"] == "p" else 0) if match["half"] else int(match["hour"])
    return f"{hour % 24:02}:{match['minute'] or '00'}"


def _days(folded: str) -> tuple[tuple[Day, ...], str]:
    """The dates in a folded question, and the question without them."""
    days = []
    for match in _DATE.finditer(folded):
        part = match.groupdict(default="")
        month = _MONTHS.get(part["m"]) or int(part["im"] or part["sm"] or 0)
        day = int(part["d"] or part["d2"] or part["id"] or part["sd"] or 0)
        year = int(part["y"] or part["iy"] or part["sy"] or part["yy"] or 0)
        days.append(Day(year, month, day, int(part["first"] or 0)))
    return tuple(days), _DATE.sub(" ", folded)
