"""Who reports: the subject of a verb of speech, told by a name, a pronoun, a paper, or by a word for somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.report import TITLE, Subject
from greffier.reading.reporting import ALOUD, BEGINS, OWN, PRONOUN, UNNAMED, reporting, stands_bare, subject_end
from greffier.reading.speech import before_relative, nearest_before, owned
from greffier.reading.taken import beginning

_CLITIC = (  # between a subject and its verb, or what is set apart, and the verb
    r"(?:(?:ne|nous|lui|leur|me|also|then|later|already|since|now|once|separately|subsequently|repeatedly|reportedly|allegedly|previously|initially|eventually|finally"
    r"|voluntarily|orally|verbally|candidly|openly|further|only|again|immediately|specifically|consistently|always|first|personally|toutefois|egalement|cependant|pourtant|quant\s+a\s+(?:lui|elle)"
    r"|encore|ensuite|enfin|has|had|have|did|would|further|himself|herself)\s+|(?:m|n|l)'|(?:,\s*)?(?:qui|who)\s+|,\s*(?:lui|elle)\s*,\s*)"
)
_SUBJECT_GAP = re.compile(
    r"[)*]{0,2}(?:\s+(?:of|for|from|at|on|in|with)\s+(?:the\s+)?[a-z'-]{3,20}(?:\s+[a-z'-]{2,20}){0,4})?(?:\s*\([^()\n]{0,80}\))?"
    r"(?:\s*,[^;:\n]{0,120},)?"
    rf"(?:\s+in\s+(?:his|her|their|an?)\s+(?:[^.,;:\n]|\.(?=\d)){{3,60}}?)?\s*{_CLITIC}{{0,8}}+$"
)
_APPOSED = re.compile(rf",\s*{TITLE.pattern}$")
_AFTER_APPOSED = re.compile(  # `, Q.C., prosecuting, `, « , a toutefois »
    r"\s*,\s*(?:(?:[a-z]\.){2,4}\s*,\s*)?(?:[a-z][a-z' -]{2,40},\s*)?"
    r"(?:(?:nous|lui|leur|me|has|had|also|then|later|separately|subsequently|repeatedly|reportedly|previously|initially|voluntarily|further|again"
    r"|toutefois|egalement|encore|ensuite)\s+|(?:m|n|l)')*+"
)
DEFINITE = re.compile(  # `the master`, « l'emprunteur »: whom the paper may name elsewhere
    r"(?<![\w'-])(?:(?:the|le|la|ledit|ladite|said)\s+|l')(?P<word>[a-z-]{3,20}(?:\s[a-z-]{3,20}){0,2}?)(?:\s*,[^.;:,\n]{2,70},)?\s*$"
)
_BRACKETED = re.compile(r"\s?\($")  # `the Association (TWA) says`
_FROM = re.compile(r"\s(?:at|from|with)\s(?:the\s)?$")  # `Robert Hale at Barclays said`
_BY_NAME = re.compile(
    r",?\s+\(?(?:dite?|alias|surnommee?|nicknamed|aka|a\.k\.a\.|(?:also|better|popularly)\s+known\s+as|known\s+(?:[a-z]+\s+){0,3}as|@"
    r"|connue?\s+(?:[a-z]+\s+)?(?:sous\s+le\s+(?:sur)?nom\s+d(?:e\s|')|comme)|que\s+(?:[a-z'-]+\s+){1,3}(?:appell|surnomm)\w+|qu'(?:[a-z'-]+\s+){1,3}(?:appell|surnomm)\w+"
    r"|whom\s+(?:[a-z]+\s+){1,3}calls?)\s*[\"«“]?\s?$"
)
_HEADED = re.compile(  # a noun that governs the name after it
    rf"{BEGINS}(?P<head>(?:l'|(?:le|la|une?|son|sa|mon|ma|notre|leur|the|an?|his|her|my|our|their|ce|cette)\s+)(?:[a-z-]{{2,20}}\s+){{0,2}}?(?!(?:nommee?|denommee?|sieur|dame|famille)\s)[a-z-]{{3,20}})"
    r"\s+(?:de\s+(?:la\s+|l')?|du\s+|d'|of\s+(?:the\s+)?)(?:(?:m|mme|me|mr|mrs|ms|dr)\.?\s+)?(?:(?:agence|banque|societe|entreprise|association|restaurant|bar|groupe|cabinet|etude|firm|bank|agency)\s+)?$"
)
_IT = re.compile(r"(?<![\w'-])it\s+(?:also\s+|further\s+|then\s+)?$")
_NEAR_PAPER = 400  # characters from a paper to `it`
_SENTENCE = re.compile(r"[.!?](?<!\bno\.)(?<!\bdr\.)(?<!\bmr\.)(?<!\bms\.)(?<!\bmrs\.)(?<!\bst\.)\s+")
_SIGNS = ' \n\t"«“(*•–—-.)0123456789'
_CODED = re.compile(  # `PW-3 deposed that`, `A1 said that`, `Accused 2 told the court that`
    r"(?:^|(?<=[.!?…»”\"\n(]\s)|(?<=\n)|[,;:(]\s|\s[–—-]\s|\bthat\s|\bqu[e']\s?)(?:(?:the|le|la)\s+)?"
    r"(?P<code>(?:[a-z]{1,2}|u/?[mf])[ -]?\d{1,2}|(?:accused|witness|source|defendant|suspect|informant|temoin"
    r"|prevenue?)\s(?:no\.?\s?|n°\s?|number\s)?\d{1,2})\s+$"
)
_TITLED = 6  # characters between a role and the name after it
_ASIDE = re.compile(r"[^,.;:\n]{0,40},\s*")
_FOUND = re.compile(
    r"\b(?:found|recovered|seized|discovered|retrieved|kept|trouvee?|saisie?|decouverte?|retrouvee?|recuperee?)\s"
)
_INTRODUCED = re.compile(
    r",\s(?:who\s+(?:\w+\s+){0,2}(?:himself|herself|name)\s+as|(?:who\s+was\s+)?identified\s+as|(?:qui\s+)?(?:s'est\s+)?(?:identifiee?|presentee?)\s+comme(?:\s+etant)?"
    rf"|whom\s+we\s+(?:shall\s+|will\s+)?call|que\s+nous\s+appellerons|qu'on\s+appellera|named|nommee?)\s+{TITLE.pattern}$"
)
_AFTER_BESIDE = re.compile(r"\s?[\"»”']?\)?\s?,?\s(?:(?:nous|lui|leur|me|also|then|later|has|had|have)\s)?")
GOVERNED = re.compile(
    r"(?<![\w'])(?:de|du|a|au|par|pour|chez|of|to|by|for|from|with|avec|contre|sur)\s+(?:[a-z]{1,10}\.?\s+)?$|(?<!\w)d'$"
)


def subject_of(flat: str, left: int, verb: int, seen: Sequence[Candidate]) -> Subject | None:
    """Who does the verb that begins at `verb`: the party, the pronoun or the document right before it."""
    head = subject_end(flat, left, verb)
    own = OWN.search(flat, max(left, verb - 30), head) if ALOUD.match(flat, verb) else None
    if own:
        return Subject(own.start("self"), pronoun=own.span("self"))
    if _IT.search(flat, max(left, verb - 12), head):
        paper = paper_before(flat, head)
        return Subject(verb, document=paper) if paper else None
    if pronoun := PRONOUN.search(flat, max(left, verb - 40), head):
        return Subject(pronoun.start(), pronoun=pronoun.span())
    concerned = reporting().concerned.search(flat, max(left, verb - 120), head)
    if concerned and not any(one.kind == "person" for one in beginning(seen, concerned.start(), head)):
        return Subject(concerned.start(), concerned=concerned.span("word"))
    if outer := before_relative(flat, seen, left, verb):
        return Subject(outer.start, outer)
    return _named(flat, left, verb, head, seen) or _without_a_name(flat, left, verb, head, seen)


def paper_before(flat: str, at: int) -> tuple[int, int] | None:
    """What `it` means where it says something: the paper or the body of the sentence before; of several, the one that
    opens it."""
    begin = max(0, at - _NEAR_PAPER, flat.rfind("\n\n", 0, at))
    ends = [begin, *(found.end() for found in _SENTENCE.finditer(flat, begin, at))]
    for left, right in ((ends[-1], at),) if len(ends) < 2 else ((ends[-1], at), (ends[-2], ends[-1])):
        papers = list(reporting().paper.finditer(flat, left, right))
        if papers and (
            len({found["paper"] for found in papers}) == 1 or not flat[left : papers[0].start()].strip(_SIGNS)
        ):
            return papers[0].span("paper")
        if papers:
            return None
    return None


def _named(flat: str, left: int, verb: int, head: int, seen: Sequence[Candidate]) -> Subject | None:
    """Whom or what a name before the verb tells; a noun that governs the name tells of somebody else."""
    speaker = nearest_before(seen, left, verb)
    paper = reporting().document.search(flat, max(left, verb - 100), head)
    if paper and _FOUND.search(flat, *paper.span()):  # not by whom it lay
        return Subject(paper.start(), document=paper.span())
    headed = (
        _HEADED.search(flat, max(left, speaker.start - 90), speaker.start)
        if speaker and speaker.kind != "role"
        else None
    )
    if headed and not reporting().document.search(flat, left, headed.end("head")):
        return Subject(headed.start("head"))  # « la mère de X dit », « le chef de l'agence Y dit »
    beside = speaker
    speaker = _by_name_of(flat, speaker, seen)
    if speaker is not beside and beside is not None and _AFTER_BESIDE.fullmatch(flat, beside.end, verb):
        return Subject(beside.start, speaker)
    if speaker and _is_of_unknown(flat, speaker):
        return Subject(speaker.start)
    if speaker and (_SUBJECT_GAP.fullmatch(flat, speaker.end, verb) or _is_apposed(flat, left, speaker, verb, seen)):
        return Subject(speaker.start) if owned(flat, speaker) else Subject(speaker.start, speaker)
    introduced = _introduced(flat, left, verb, seen)
    return Subject(introduced.start, introduced) if introduced else None


def _without_a_name(flat: str, left: int, verb: int, head: int, seen: Sequence[Candidate]) -> Subject | None:
    """A document, a body, somebody who has no name, or nobody where the verb opens its sentence."""
    paper = reporting().document.search(flat, max(left, verb - 100), head)
    if paper and not GOVERNED.search(flat, left, paper.start()):
        return Subject(paper.start(), document=paper.span())
    if code := _CODED.search(flat, max(left, head - 20), head):
        return Subject(code.start("code"), office=code.span("code"))
    speaker = nearest_before(seen, left, verb)
    unnamed = UNNAMED.search(flat, max(left, head - 120), head)
    theirs = speaker is not None and (speaker.kind == "role" or flat.startswith("'s ", speaker.end))
    nearer = unnamed and speaker and (speaker.end <= unnamed.start() or theirs)
    if unnamed and (speaker is None or nearer):
        office = DEFINITE.search(flat, max(left, unnamed.start()), head)
        return Subject(unnamed.start(), office=office.span("word") if office else None)
    return Subject(verb, bare=True) if stands_bare(flat[left:head]) else None


def _by_name_of(flat: str, speaker: Candidate | None, seen: Sequence[Candidate]) -> Candidate | None:
    """« X, dit le Russe, affirme », `the Association (TWA) says`, `X at Barclays said`: X."""
    if speaker is None:
        return None
    near = max(0, speaker.start - 60)
    led = _BY_NAME.search(flat, near, speaker.start)
    if led is None and speaker.kind in ("organisation", "place"):
        led = _FROM.search(flat, near, speaker.start)
    if led is not None:
        return next((one for one in seen if one.kind == "person" and one.end == led.start()), speaker)
    led = _BRACKETED.search(flat, near, speaker.start) if flat.startswith(")", speaker.end) else None
    return next((one for one in seen if led and one.kind == speaker.kind and one.end == led.start()), speaker)


def _is_of_unknown(flat: str, speaker: Candidate) -> bool:
    """`Grace from Northgate Hospital told me`: somebody of a body speaks, whom no reader knows, and not the body."""
    return speaker.kind == "organisation" and _FROM.search(flat, max(0, speaker.start - 12), speaker.start) is not None


def _introduced(flat: str, left: int, verb: int, seen: Sequence[Candidate]) -> Candidate | None:
    """`The clerk, who gave his name as X, said`, « une employée, que nous appellerons X, dit »"""
    named = (one for one in beginning(seen, max(left, verb - 160), verb) if one.kind != "role" and one.end <= verb)
    led = (one for one in named if _INTRODUCED.search(flat, max(left, one.start - 80), one.start))
    return next((one for one in led if _ASIDE.fullmatch(flat, one.end, verb)), None)


def _is_apposed(flat: str, left: int, speaker: Candidate, verb: int, seen: Sequence[Candidate]) -> bool:
    """« Le procureur, Paul Morin, a indiqué »"""
    before = next((one for one in seen if one.kind == "role" and 0 < speaker.start - one.end < _TITLED), None)
    begins = (speaker.start, *([before.start] if before else ()))  # `the first responder, paramedic X, said`
    apposed = any(_APPOSED.search(flat, left, begin) for begin in begins)
    return apposed and _AFTER_APPOSED.fullmatch(flat, speaker.end, verb) is not None
