"""Whose words those are that are heard, sent, read or told to somebody: what leads to them is no verb of their subject.

`a man's voice shouting: "…"`, « SMS à Paul : « … » », « La réponse de X : « … » », `X sent a message that read: "…"`.
"""

from __future__ import annotations

import re

from greffier.reading.candidate import UNPROVEN
from greffier.reading.cast import NOBODY, UNNAMED, Speaker
from greffier.reading.known import GOVERNED
from greffier.reading.reporters import paper_before
from greffier.reading.reporting import reporting
from greffier.reading.selves import Selves
from greffier.reading.somebody import somebody
from greffier.reading.speech import nearest_after
from greffier.reading.spoken import Spoken
from greffier.reading.taken import beginning
from greffier.reading.unproven import with_unproven
from greffier.reading.unsaid import put_to

_SENT = re.compile(  # `Incoming 18:05 from Bez: "…"`, « SMS à Paul : « … » » is of the owner, whoever it is
    r"\b(?:incoming|outgoing|received|sent|entrant|sortant|recu|envoye|sms|message|text|texto)\b[^\n:]{0,24}(?::\d\d)?[^\n:]{0,12}?"
    r"\b(?P<way>(?P<from>from|de|d')|to|a)\s+[\"«“]?[^\n:\"«“»”]{1,30}[\"»”]?\s*:\s*$"
)
_OVERHEARD = re.compile(
    r"\b(?:entend\w*|heard|hears?|overheard)\s+(?!to\s)(?P<who>[^.;:«“\"\n]{2,60}?)\s+(?:crier|dire|hurler|repondre|murmurer|lancer|say|shout|tell"
    r"|yell|scream|call\s+out|saying|shouting|telling|yelling|screaming)\b[^.;:«“\"]{0,30}[:,]?\s*$"
)
_CALLS = (
    r"(?:saying|shouting|yelling|telling|screaming|calling\s+out|crying|whispering|muttering"
    r"|disant|criant|hurlant|lancant|repondant)"
)
_HEARD_TO_SAY = re.compile(
    r"\b(?:over)?heard\s+(?:to\s+)?(?:say|shout|tell|yell|reply|ask|call|answer|remark|whisper|scream|saying|shouting"
    r"|telling|yelling|replying|asking)\b[^.;:«“\"]{0,30}[:,]?\s*$"
)
_AS = re.compile(rf"\b(?:as|recall\w*|heard?|hears|recalled|record\w*)\s[^.;:]{{0,80}}{_CALLS}")
_LED_BY_CALL = re.compile(rf"\s{_CALLS}(?:\s+(?:to\s+|a\s+)?[\w.'-]{{2,20}}){{0,2}}\s*[,:]?\s*$")
_CALLING = re.compile(  # `a man's voice shouting: "…"`, `record the deceased as saying, "…"`, not `…, saying`
    r"(?:^|\s)(?P<who>[^.;:,«“\"\n]{2,60}?)(?<!\bkept)(?<!\bkeeps)(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\bis)(?<!\bstarted)(?<!\bbegan)(?<!\ben)(?<!\band)(?<!\bby)(?<!\bet)(?<!\bthen)"
    rf"\s+(?:as\s+)?{_CALLS}(?:\s+(?:to\s+|a\s+)?[\w.'-]{{2,20}}){{0,2}}\s*[,:]?\s*$"
)
_BY = re.compile(r"\b(?:from|by|par|de\s+la\s+part\s+de|de)\s+(?:(?:m|mme|mr|mrs|ms|dr)\.?\s+)?$")
CODED = re.compile(r"(?<!\w)([A-Z]{1,2}\d{1,2})\s+(?:(?:is|was|then|heard|overheard|seen|to)\s+){0,4}$")
_SIGN = re.compile(r"(?<![\w/-])((?:[A-Z]{1,2}|U/?M|U/?F)\d{1,2})(?![\w/-])")
_REPLY_OF = re.compile(  # « Réponse de l'intéressé : », `Reply of X:`
    r"\b(?P<of>(?:reponse|propos|paroles|declarations?|explications?|commentaires?|observations?|remarques?|version|aveux|dires|reply|answer|response|words|comments?|explanation|remarks?|version|account)"
    r"\s+(?:de\s+la\s+|de\s+l'|de\s+|du\s+|d'|of\s+(?:the\s+)?))"
    r"[^:.«“\"\n]{2,50}:\s*$"
)
_WRITTEN_BY = re.compile(  # « Le message de X à Y : », `Voicemail from X at 18:40:`, « SMS envoyé par X : »
    r"\b(?:messages?|sms|textos?|texts?|mails?|e-?mails?|courriels?|courrier|lettre|letter|note|mot|voicemail|whatsapp|tweet|post|publication|entry|diary)\s+"
    r"(?:[a-z]{3,12}\s+){0,2}?(?:de|d'|du|from|by|par)\s*(?:(?:m|mme|me|mr|mrs|ms|dr)\.?\s+)?(?=(?P<who>\w))[^:\n«“\"]{2,70}(?:\d:\d\d[^:\n«“\"]{0,20})?:\s*$"
)
_OWN_WORDS = re.compile(  # `read out X's message:`
    r"'s\s+(?:[a-z]{3,12}\s+){0,2}?(?:messages?|texts?|e-?mails?|letter|note|voicemail|diary|post|tweet|words|reply|answer|statement)(?:\s[^:\n«“\"]{1,50})?[:,]\s*$"
)
_SENDS = re.compile(  # `X sent a text to Y that read: "…"`, « X a posté un message ainsi libellé : « … » »
    r"\b(?P<verb>sent|sends|texted|posted|posts|wrote|left|emailed|mailed|put\s+up|envoi\w{1,4}|envoy\w{1,4}|adress\w{1,4}|post(?:e|ait|a|ee?)|publi\w{1,4}|ecri\w{1,5}|laiss\w{1,4})\s[^:;«“\"\n]{2,90}?"
    r"\b(?:reads?|reading|saying|says|said|stating|stated|disant|indiquant|libelle\w?|redige\w?|comme\s+suit|disait|dit)\s*[:,]?\s*$"
    r"|\b(?:sent|sends|texted|wrote|emailed|envoy\w{1,4}|envoi\w{1,4}|adress\w{1,4})\s[^:;«“\"\n]{2,60}?\b(?:message|text|sms|e-?mail|letter|note|courriel|lettre|mail|texto)\s*[:,]\s*$"
)
_READS = re.compile(  # and nothing between this verb and the words
    r"(?<![\w'])(?:(?:which\s+)?(?:reads?|says?|said|states?|stated|ran|runs)(?:\s+(?:as\s+follows|simply|only|in\s+full|in\s+part))?"
    r"|(?:indiqu\w{1,4}|dis(?:ait|ent|aient)|dit|lit|mentionn\w{1,4}|(?:com)?port(?:e|ait|aient|ent)(?:\s+(?:la\s+mention|l'inscription|ces\s+mots))?|precis\w{1,4})(?:\s+(?:ceci|ce\s+qui\s+suit))?)\s*[:,]?\s*$"
)
_IT = re.compile(r"(?<![\w'-])it\s+$")
_AFTER_BODY = re.compile(r"\s+(?:have|had)$")


class Voices(Selves):
    """The words of one page that are heard, sent or read."""

    def voice(self, one: Spoken, left: int) -> Speaker | None:
        """Who speaks where such words lead to a speech in the sentence from `left` on; None where none do."""
        start = one.whole[0]
        if sends := _SENDS.search(self._flat, left, start):
            return self._sender(left, sends.start())
        if written := self._written_by(one, left):
            return written
        if read := self._read_out(left, start):
            return read
        sent = _SENT.search(self._flat, max(0, start - 60), start)
        if sent and not (one.cue and sent.start() < one.cue[0] < start):  # « Dans un SMS, X écrivait à Y : »
            near = with_unproven(self._page.text, sent.end("way"), start, self._seen)
            return self.speaker(near[0]) if near and sent["from"] else UNNAMED
        if (put := put_to(self._flat, left, start)) is not None:
            near = [it for it in beginning(self._seen, put, start) if it.kind == "person"]
            return self.speaker(near[-1]) if near and _BY.search(self._flat, put, near[-1].start) else UNNAMED
        if to_say := _HEARD_TO_SAY.search(self._flat, left, start):
            return self._overheard(left, to_say.start())
        calls = _LED_BY_CALL.search(self._flat, left, start)
        heard = _OVERHEARD.search(self._flat, left, start) or (calls and _CALLING.search(self._flat, left, start))
        if heard:
            voice = self._heard_voice(*heard.span("who"))
            return self._calling(left, start) if voice is UNNAMED and heard.re is _CALLING else voice
        if reply := _REPLY_OF.search(self._flat, left, start):
            word = reporting().epithet.match(self._flat, reply.end("of"))
            who = nearest_after(self._seen, reply.end("of") - 1, start)
            role = None if who else self.meant_by(self._flat[reply.end("of") : start].strip(" :\n"))
            told_by = role or (self.concerned(start, word.span()) if word else self.speaker(who))
            return UNNAMED if told_by is NOBODY else told_by
        return None

    def _read_out(self, left: int, start: int) -> Speaker | None:
        """`A note under the wiper said "…"`, « Un SMS indique : « … » »: the paper, where no name is its subject."""
        verb = _READS.search(self._flat, left, start)
        if verb and _IT.search(self._flat, max(left, verb.start() - 12), verb.start()):
            before = paper_before(self._flat, verb.start())
            return self.paper(*before) if before else None
        paper = reporting().document.search(self._flat, max(left, verb.start() - 100), verb.start()) if verb else None
        governed = paper and GOVERNED.search(self._flat, left, paper.start())
        return self.paper(*paper.span()) if paper and not governed else None

    def paper(self, start: int, end: int) -> Speaker:
        """A paper or a body that speaks, by its own words."""
        words = " ".join(self._page.text[start:end].split(",")[0].split())
        return Speaker(None, _AFTER_BODY.sub("", words))

    def of_code(self, start: int, end: int) -> Speaker | None:
        """`PW-3`, `A1`: whom the page explains by this sign."""
        meant = self._legend.meaning(self._page.text[start:end].replace("-", "").replace(" ", ""))
        return self.speaker(meant) if meant else None

    def _written_by(self, one: Spoken, left: int) -> Speaker | None:
        """Whose message it is that is quoted, where its head names him right after « de », `from`, or before `'s`."""
        start = one.whole[0]
        own = _OWN_WORDS.search(self._flat, left, start)
        if own:
            who = next((it for it in beginning(self._seen, left, start) if it.end == own.start()), None)
            return self.speaker(who) if who and who.kind == "person" else None
        led = _WRITTEN_BY.search(self._flat, left, start) if one.cue is None else None
        near = with_unproven(self._page.text, led.start("who"), start, self._seen) if led else []
        first = near[0] if near and led and near[0].start == led.start("who") else None
        return self.speaker(first) if first and (first.kind == "person" or first.confidence == UNPROVEN) else None

    def _overheard(self, left: int, verb: int) -> Speaker:
        """`S1 on phone, heard to say`: the one sign or name of the clause before, where there is one alone."""
        signs = {found[1] for found in _SIGN.finditer(self._page.text, left, verb)}
        people = [one for one in beginning(self._seen, left, verb) if one.kind == "person" and one.end <= verb]
        if len(signs) == 1 and not people:
            code = signs.pop()
            meant = self._legend.meaning(code)
            return self.speaker(meant) if meant else Speaker(None, code)
        return self.speaker(people[0]) if len(people) == 1 and not signs else UNNAMED

    def _calling(self, left: int, start: int) -> Speaker:
        """`X banged on the door yelling: "…"`: the one person of the clause, where no other voice is told of."""
        people = [one for one in beginning(self._seen, left, start) if one.kind == "person"]
        alone = len(people) == 1 and not self._flat.startswith("'s", people[0].end)
        other = alone and somebody(self._flat, people[0].end, start, self._seen)
        return self.speaker(people[0]) if alone and not other and not _AS.search(self._flat, left, start) else UNNAMED

    def _heard_voice(self, start: int, end: int) -> Speaker:
        """« a entendu X crier », `heard a man shout`: who is heard, and nobody where it is a voice."""
        code = CODED.search(self._page.text, start, end + 1)
        if code and (meant := self._legend.meaning(code[1])):
            return self.speaker(meant)
        here = [one for one in beginning(self._seen, start, end) if one.kind == "person" and end - 2 <= one.end <= end]
        return self.speaker(here[-1]) if here else UNNAMED

    def _sender(self, left: int, verb: int) -> Speaker | None:
        """The last one named before the verb, where nothing governs the name; else it is for others to tell."""
        here = with_unproven(self._page.text, left, verb, self._seen)
        free = [one for one in here if one.kind != "role" and not GOVERNED.search(self._flat, left, one.start)]
        return self.speaker(free[-1]) if free else None
