"""What the words of a sentence do: attribute, deny, hedge, accuse, or only lead from one thought to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.text import key
from greffier.vocabulary import Token, is_function_word, is_negation, opposite, senses, tokens


def _any(patterns: str) -> re.Pattern[str]:
    """Any of these words, as whole words; `patterns` are regular expressions with commas between them."""
    return re.compile(rf"\b(?:{'|'.join(' '.join(each.split()) for each in patterns.split(','))})(?!\w)")


_ATTRIBUTED = _any(
    r"""
    dit, disent, disait, declar\w+, affirm\w+, assur\w+, soutien\w+, pretend\w*, reconn\w+, racont\w+, expliqu\w+,
    precis\w+, indiqu\w+, estim\w+, evalu\w+, annonc\w+, repond\w*, rapport\w+, confi\w+, admet\w*, admis, avou\w+,
    temoign\w+, ecri\w+, nie, nient, niait, dement\w*, attendait, attendaient, prevoy\w+, prevoi\w+, evoqu\w+,
    parle(?:nt)? d, selon, d'apres, aux dires, suivant, au dire, s'il (?:etait|est) etabli, si ce, say, says, said,
    saying, tell, tells, told, telling, stat(?:es|ed|ing), claim\w*, declar\w+, assert\w*, affirm\w*, admit\w*,
    acknowledg\w+, confess\w*, explain\w*, estimat\w+, expect(?:s|ed), report(?:s|ed|edly), announc\w+,
    answer(?:s|ed), repl(?:y|ies|ied), wrote, writes, written, den(?:y|ies|ied), testif\w+, recall\w*, describ\w+,
    insist\w*, suggest\w*, according to, in (?:the|his|her|their) words, account of, accuses?, accused, alleg\w+,
    observ\w+ (?:only |seulement )?(?:that|que|qu), not(?:es|ed)\b, contest\w+, disput(?:es|ed), believ\w+, thinks?,
    thought, heard, allegedly
    """
)
_SOURCED = _any(
    r"""
    estim\w+, declar\w+, affirm\w+, pretend\w*, soutien\w+, suppos\w+, croi[st], croyons, pens\w+, presum\w+,
    soupconn\w+, selon, d'apres, aux dires, aurai\w*, serai(?:t|ent), semble\w*, peut-etre, probablement,
    vraisemblablement, il paraitrait, dit que, dit avoir, according to, allegedly, reportedly, believes?, thinks?,
    claims?, claimed, suspects?, supposed(?:ly)?, may have, might have, would have, appears? to, seems? to,
    estimates?, probably, perhaps, says that, said that
    """
)
_HEDGED = _any(
    r"""
    environ, pres de, quelque, approximativement, a peu pres, vers, une
    (?:dizaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine), about, around, some, roughly,
    nearly, almost, approximately, estim\w+, peut-etre, perhaps, maybe, au moins, at least, up to, plus de, more
    than, over, moins de, less than, under, aurai\w*, serai\w*, would, may, might, could, semble\w*, seem\w*,
    appear\w*, probabl\w+, plan\w*, prevu\w*, expect\w*, attend\w*, pourrai\w*, devai\w*
    """
)
_GUILT = _any(
    r"""
    coupables?, trafiquante?s?, dealers?, criminel\w*, malfrats?, escrocs?, assassins?, meurtriers?, voleurs?,
    voyous?, ripoux?, corrompus?, complices?, guilty, traffickers?, drug lords?, criminals?, crooks?, murderers?,
    thie(?:f|ves), culprits?, smugglers?, gangsters?, accomplices?, corrupt (?:cop|officer|police)\w*,
    perpetrators?, auteurs? d(?:u|es) (?:crime|vol|meurtre)s?
    """
)
_OUTCOME = _any(
    r"""
    reconnue? coupable, declaree? coupable, condamne\w*, convicted, found guilty, pleaded guilty, plaide coupable,
    presume\w*, not guilty, non coupable, innocen\w+, denies, nie
    """
)
_METHOD = re.compile(
    r"\b(?:we|our|us|this (?:story|article|investigation|newspaper)|nous|notre|nos|ce (?:recit|journal)"
    r"|cet(?:te)? (?:article|enquete))\b|\b(?:pages?|dossier|case file)\b.*\b(?:lire|lu|lues|read|review\w*|consult\w+)"
)
_PEOPLE = _any(
    r"""
    he, she, they, him, her, them, nobody, no one, someone, everyone, il, elle, ils, elles, personne, on, quelqu'un,
    lui, leur, homme, hommes, femme, femmes, man, men, woman, women, people, polic\w+, officers?, offici\w+,
    commandant\w*, commander, lieutenant\w*, brigadier\w*, sergeants?, capitaine\w*, captain, juges?, judges?,
    magistrat\w*, procureur\w*, prosecut\w+, avocat\w*, lawyers?, informateur\w*, informants?, indicateur\w*,
    gardien\w*, guards?, temoin\w*, witness\w*, suspects?, buyers?, acheteur\w*, sellers?, vendeur\w*, dockers?,
    foreman, douanier\w*, customs, inspect\w+, enqueteur\w*, investigators?, experts?, laboratoire, laboratory,
    directeur\w*, director, manager, ministre, minister, maire, mayor, chauffeur\w*, drivers?, patron\w*, boss
    """
)
_ROLE = re.compile(
    r"polic\w+|officers?|commandant\w*|commander|brigadier\w*|sergeants?|juges?|judges?|procureur\w*|prosecutors?"
    r"|avocat\w*|lawyers?|informateur\w*|informants?|gardien\w*|guards?|temoins?|witness\w*|foreman|contremaitre"
    r"|dockers?|douanier\w*|chauffeurs?|drivers?|acheteur\w*|buyers?|vendeur\w*|sellers?|directeur\w*|directors?"
)
_DENIALS = frozenset(
    """
    ne n impossible unable fail failed fails forbid forbids forbade forbidden prohibited interdit interdire interdite
    refuse refused refuses refuser nie nier denied denies deny without sans sauf hardly only seul seulement moindre
    absent absence missing manque manquant vide empty perdu lost defaut faute rien
    """.split()
)
_VERB_DENIED = frozenset("pas jamais not never cannot didn wasn weren doesn hasn hadn isn aren couldn".split())
# Deeds that harm whoever is said to have done them, folded, in both languages; a semicolon stands between two deeds.
_DEEDS = tuple(
    _any(deed)
    for deed in r"""
    tue, tues, tuer, tuent, tuait, tua, tuee?s?, assassin\w*, meurtr\w*, abattu\w*, kill\w*, murder\w*, slain;
    vole, volent, voler, volait, volee?s?, vol, vols, derob\w*, detourn\w*, subtilis\w*, soustra\w*, steal\w*, stole,
    stolen, thefts?, robb?(?:ed|ing|s|ery)?, embezzl\w*, pilfer\w*;
    corromp\w*, corrup\w*, soudoy\w*, pots?-de-vin, brib\w*, kickbacks?;
    ment, menti, mentait, mentent, mentir, mensong\w*, menteu\w*, lied, liars?;
    menac\w*, threat\w*, intimid\w*;
    falsifi\w*, truqu\w*, trafiqu\w*, contref\w*, forged, forger\w*, faked, tamper\w*, maquill\w*;
    viol, viole, violee?s?, violer, violeurs?, violait, raped?, rapists?, agress\w*, assault\w*;
    blanchi\w*, launder\w*;
    extor\w*, racket\w*, blackmail\w*, chantage;
    frapp\w*, battu\w*, tortur\w*, beat, beaten, struck;
    appropri\w*, misappropriat\w*;
    fraud\w*, defraud\w*;
    impliqu\w*, implicat\w*, involved
    """.split(";")
)
_REFUTES = frozenset(
    """
    nie nient niait nier dement dementent contest conteste contestent conteste contestait refute refuse refusent denies
    deny denied disputes disputed refutes refuted refuses refused faux fausse false untrue etranger etrangere impossible
    innocent
    """.split()
)
AFTER = 3  # words after a verb within which a "not" still denies it ("ne voit pas", "did not")
_ENDS_CLAUSE = re.compile(r"[.;:!?]\s|,\s+(?:mais|but|et|and|puis|then)\b")
_CHARGED = _any(
    r"""
    mise? en examen pour, mise? en cause, poursuivie?s? pour, accusee?s?, accus\w+ (?:of|d[e']), charged with, indicted
    for, suspect\w+, s[i'] , if, whether, soupcon\w+, rumeur\w*, rumou?rs?
    """
)
_QUOTED = re.compile(r"[“«]\s*([^“”«»]{3,600}?)\s*[”»]|(?<!\w)\"([^\"]{3,600})\"")
_LEAD = re.compile(
    r"^[^,:]{0,90}?\b(?:says?|said|writes?|wrote|dit|ecrit|declare|affirme|told|assure|estime|annonce)\b"
)


def attributes(sentence: str) -> bool:
    """Whether a sentence says who says so."""
    return bool(_ATTRIBUTED.search(key(sentence)))


def is_sourced(page_text: str) -> bool:
    """Whether the words of a page are somebody's word, guess or conditional rather than a record of fact."""
    return bool(_SOURCED.search(key(page_text)))


def is_hedged(text: str) -> bool:
    """Whether a text says "about", "perhaps", "would"."""
    return bool(_HEDGED.search(key(text)))


def accuses(sentence: str) -> str | None:
    """Return the word of guilt in a sentence, unless the sentence tells of a verdict or of innocence."""
    found = _GUILT.search(key(sentence))
    return found.group() if found and not _OUTCOME.search(key(sentence)) else None


def is_about_the_work(sentence: str) -> bool:
    """Whether a sentence tells how the story was made."""
    return bool(_METHOD.search(key(sentence)))


def names_people(sentence: str) -> bool:
    """Whether a sentence speaks of somebody, by role or pronoun."""
    return bool(_PEOPLE.search(key(sentence)))


def quotations(sentence: str) -> list[str]:
    """Return what stands in quotation marks."""
    return [match[1] or match[2] for match in _QUOTED.finditer(sentence)]


def denies(text: str) -> bool:
    """Whether a text denies something; "ne … que" does not."""
    words = [token.word for token in tokens(text)]
    for at, word in enumerate(words):
        if word in ("ne", "n") and "que" in words[at : at + 5]:
            continue
        if is_negation(word) or word in _DENIALS:
            return True
    return False


def negates(clause: str, said: str) -> bool:
    """Whether a clause denies what the words quoted out of it say: by its verb, or by the word just before them."""
    if denies(said):
        return False
    words = [token.word for token in tokens(clause)]
    before = [token.word for token in tokens(clause[: clause.find(said)])] if said in clause else []
    return any(word in _VERB_DENIED for word in words) or bool(before and is_negation(before[-1]))


def grave_words(sentence: str, page_text: str) -> list[str]:
    """Return the words of a sentence for deeds that harm whoever is said to have done them and the page has none of."""
    told, shown = key(sentence), key(page_text)
    return [found.group() for deed in _DEEDS if (found := deed.search(told)) and not deed.search(shown)]


def is_accusation(sentence: str) -> bool:
    """Whether a sentence tells a deed that harms whoever is said to have done it, or speaks of guilt."""
    return bool(_GUILT.search(key(sentence))) or any(deed.search(key(sentence)) for deed in _DEEDS)


def sourced(page_text: str) -> bool:
    """Whether a sentence of a page is somebody's word, guess, charge or condition."""
    return is_sourced(page_text) or bool(_CHARGED.search(key(page_text)))


def denied_before(text: str, seen: Sequence[Token], verb: int) -> bool:
    """Whether a "not" stands over the word at a place: anywhere before it in its sentence, or just after it.

    A clause of its own that comes after ("…, mais ne parle pas") says nothing of it, nor does "ne … que".
    """
    for at, token in enumerate(seen):
        if not (is_negation(token.word) or token.word in _REFUTES):
            continue
        if at == verb or (token.word == "sans" and at > verb):
            continue
        between = text[seen[verb].end : token.start] if at > verb else text[token.end : seen[verb].start]
        if at < verb and not _ENDS_CLAUSE.search(between):
            return True
        if at > verb and at - verb <= AFTER and not _ENDS_CLAUSE.search(between) and "," not in between:
            return True
    return False


def after_speaker(sentence: str) -> str:
    """Return the sentence without its opening "X says", whose words the page need not repeat."""
    folded = key(sentence)
    lead = _LEAD.match(folded)
    return folded[lead.end() :] if lead else folded


def overlap(sentence: str, page_senses: frozenset[str]) -> float:
    """Return the share of the content words of a sentence that may stand on a page."""
    content = [token for token in tokens(sentence) if not is_function_word(token.word) and not token.word[0].isdigit()]
    return sum(bool(token.senses & page_senses) for token in content) / len(content) if content else 1.0


def literal(words: str, shown: frozenset[str]) -> float:
    """Return the share of content words that stand among others as they are, in no other language or form."""
    content = [token.word for token in tokens(words) if not is_function_word(token.word)]
    return sum(word in shown for word in content) / len(content) if content else 1.0


def contrary(sentence: str, page_text: str) -> tuple[str, str] | None:
    """Return a word of the sentence and the opposite word that stands on the page in its place."""
    shown = {token.word: token.senses for token in tokens(page_text)}
    there = frozenset().union(*shown.values()) if shown else frozenset()
    said = frozenset().union(*(token.senses for token in tokens(sentence)))
    for token in tokens(sentence):
        against = opposite(token.word)
        if not against or senses(token.word) & there or against & said:
            continue
        for word, meaning in shown.items():
            if meaning & against:
                return token.word, word
    return None


def other_actor(sentence: str, quoted: str) -> tuple[str, str] | None:
    """Return who acts in the sentence and who acts in the quotation, where both begin with somebody and differ."""
    mine, theirs = _actor(after_speaker(sentence)), _actor(quoted)
    if mine is None or theirs is None or senses(mine) & senses(theirs):
        return None
    everyone = {token.word for token in tokens(quoted)}
    return None if any(senses(mine) & senses(word) for word in everyone) else (mine, theirs)


def _actor(text: str) -> str | None:
    """The role that a text opens with: "the foreman", "a tall policeman"."""
    opening = [token.word for token in tokens(text)][:4]
    return next((word for word in opening if _ROLE.fullmatch(word)), None)
