"""What the lexicon holds of roles, compiled once, and the questions whether such words are a role where they stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.listed import Listed
from greffier.reading.vocabulary import any_of, phrases, table

_NEAR = 64  # characters in which it is told that somebody is wanted
_DETERMINED = re.compile(
    r"(?:(?<!\w)(?:le|la|un|une|du|au|ce|cet|cette|notre|votre|mon|ma|son|sa|leur|dudit|audit|ledit|ladite|ancien|ancienne"
    r"|autre|meme|jeune|the|an?|this|that|whose|his|her|my|our|your|their|its|former|retired|another|as|then)\s+|(?<!\w)(?:l|d)')$"
)
_SET_APART = re.compile(r"(?:^|[,(:|/–-]\s?|\n[ \t]*(?:\d{1,2}[h:.]?\d\d[ \t]+)?)$")  # the hour of an entry
_BY_NAME = re.compile(r"[«\"“][ \u00a0]?(?:[Ll]e |[Ll]a |[Ll]['’]|[Tt]he )?$")
_QUOTED = re.compile(r"[ \u00a0]?[»\"”]")
_SENTENCE = re.compile(r"[.;:!?«»\"]\s")


class RoleWords(NamedTuple):
    """Patterns on the level view, and lists of level words."""

    phrase: re.Pattern[str]
    head: Listed
    rank: Listed
    label: re.Pattern[str]
    wanted: re.Pattern[str]
    not_before: re.Pattern[str]
    no_role: re.Pattern[str]
    no_office: re.Pattern[str]
    single: frozenset[str]
    accented: frozenset[str]
    adjectives: frozenset[str]
    heads: frozenset[str]
    modifiers: frozenset[str]
    no_modifiers: frozenset[str]
    doubtful: frozenset[str]
    trades: frozenset[str]
    no_trades: frozenset[str]
    no_values: frozenset[str]
    family_names: frozenset[str]
    ends_fr: tuple[str, ...]
    ends_en: tuple[str, ...]


@lru_cache(maxsize=1)
def role_words() -> RoleWords:
    held = table("roles")
    single = phrases("roles")
    ranks = [rank for rank in table("titles")["rank"] if rank.count(".") > 1 or ("." not in rank and len(rank) > 4)]
    no_complement = "|".join(held["no_complement"])
    complement = rf"\s(?:de\s|d'|des\s)(?!(?:{no_complement})(?!\w))[a-z-]{{3,20}}"
    head_of = r"(?:head|director|chief|superintendent)\sof\s(?!th[eai]|our|your|his|her|its|state)[a-z]{4,20}"
    adjectives = rf"(?:\s(?:{any_of(held['adjectives'])})(?![\w-])){{0,2}}"
    return RoleWords(
        phrase=re.compile(
            rf"(?<![\w-])(?P<core>(?:{any_of(single)})(?:e?s)?|(?:{any_of(held['with_complement'])})(?P<of>{complement})|(?P<english>{head_of}))(?![\w-]){adjectives}"
        ),
        head=Listed(rf"(?<![\w-])(?:{any_of(held['heads'])})(?![\w-])", held["heads"]),
        rank=Listed(rf"(?<![\w-])(?:{any_of(ranks)})(?![\w-]){adjectives}", ranks),
        label=re.compile(rf"(?<![\w-])(?:{any_of(held['labels'])})[ \t]*:[ \t]*"),
        wanted=re.compile(
            rf"(?<![\w'])(?:{any_of(held['wanted'])})"
            r"(?:\s(?:d')?|(?:\s[\w']+){0,4}?[\s'](?:une?|an?|any|no|aucune?|quelque)\s)$"
        ),
        not_before=re.compile(rf"\s?(?:{any_of(held['not_before'])})(?![\w'])"),
        no_role=re.compile(rf"(?:{any_of(held['no_roles'])})(?!\w)"),
        no_office=re.compile(rf"(?:{any_of(held['no_offices'])})(?!\w)"),
        single=frozenset(single),
        accented=frozenset(held["accented"]),
        adjectives=frozenset(held["adjectives_en"]),
        heads=frozenset(held["heads"]),
        modifiers=frozenset(held["modifiers"]),
        no_modifiers=frozenset(held["no_modifiers"]),
        doubtful=frozenset(held["doubtful"]),
        trades=frozenset(held["trades"]),
        no_trades=frozenset(held["no_trades"]),
        no_values=frozenset(held["no_values"]),
        family_names=frozenset(held["family_names"]),
        ends_fr=tuple(held["trades_fr"]),
        ends_en=tuple(held["trades_en"]),
    )


def is_plural(core: str) -> bool:
    """Whether a phrase of the list stands here with the ending of several: plurals name nobody."""
    return core.endswith("s") and core not in role_words().single


def determined(flat: str, start: int) -> bool:
    """Whether an article or a possessive stands before."""
    return _DETERMINED.search(flat, max(0, start - 12), start) is not None


def set_apart(flat: str, start: int) -> bool:
    """Whether what stands before ends a part of the sentence, a label or a line."""
    return _SET_APART.search(flat, max(0, start - 16), start) is not None


def is_by_name(text: str, start: int, end: int) -> bool:
    """« le Notaire » between quotation marks is what somebody is called."""
    return _QUOTED.match(text, end) is not None and _BY_NAME.search(text, max(0, start - 6), start) is not None


def is_wanted(flat: str, start: int) -> bool:
    """Whether one is only wanted: « souhaite un avocat », `needed a lawyer`."""
    before = _SENTENCE.split(flat[max(0, start - _NEAR) : start])[-1]
    return role_words().wanted.search(before) is not None


def lacks_accent(core: str, written: str) -> bool:
    """« la garde à vue » is no one, « le gardé à vue » is; so with « l'accuse », « la retraite »."""
    if core not in role_words().accented or re.search("[éÉ]", written.split()[0]):
        return False
    return not written.isupper() or core.startswith("garde")


def is_adjective(flat: str) -> bool:
    """Whether an English word before a role says what somebody is like, not what of: `the wealthy hotelier`."""
    return flat in role_words().adjectives or flat.endswith(("ed", "ly", "est", "ous", "ful"))
