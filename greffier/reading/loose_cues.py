"""What leads to a by-name in words that vary: « utilise désormais l'alias », `known along the coast as`, « surnommé par
les siens « X » ».

A level view; each ends right before the by-name. Where other words may stand between the verb and a by-name that no
« sous le nom de », no `as` announces, the by-name is quoted.
"""

from __future__ import annotations

_SOME = r"(?:(?!(?:as|under|sous|comme)\b)[a-z\d'.-]+\s(?!\s))"  # a word between
_NAMED = r"(?:le\s+|la\s+|l'|un\s+|the\s+|an?\s+)?(?:(?:faux|fausse|false|assumed|simple|seul|sole)\s+)?"
_KIND = (
    r"(?:(?:sur)?nom(?:\s+(?:de\s+(?:guerre|code|scene|plume|rue)|d'(?:emprunt|artiste|usage))|\s+commercial)?|pseudo(?:nyme)?|sobriquet|alias"
    r"|appellation|identite|prenom|profil|compte|pseudo\s+[a-z]+"
    r"|(?:(?:user|screen|street|road|stage|pen|code|call|nick|working|trade|pet)[\s-]?)?name|nickname|handle|username|moniker|alias|identity|tag|sobriquet)"
)
_NICK = (
    r"(?:surnom|pseudo(?:nyme)?|sobriquet|alias|nom\s+(?:de\s+(?:guerre|code|scene|rue)|d'(?:emprunt|artiste))"
    r"|(?:user|screen|street|road|stage|pen|code|call|nick|trade|pet)[\s-]?name|handle|moniker|nickname|tag)"
)
_OF = r"(?:\s+(?:of|de|d[eu]|d'))?"
_ADVERB = (
    r"(?:(?:also|aussi|egalement|toujours|always|mostly|usually|commonly|generally|better|mieux|plus|often|souvent|parfois"
    r"|sometimes|only|just|still|encore)\s+)?"
)
_USES = (  # what somebody does himself
    rf"(?:(?:utilis(?:e|ait|ant)|emploie|employait|prend|prenait|pris|porte|portait|adopte|adoptait|uses|used|using|adopted|adopts|took|takes|bears|given|donne|attribue|recu)\s+{_SOME}{{0,2}}?{_NAMED}{_KIND}{_OF}"
    rf"|se\s+(?:presentait|presente|faisait\s+passer|fait\s+passer|disait|pretendait)\s+{_SOME}{{0,3}}?(?:sous\s+{_NAMED}{_KIND}{_OF}|comme(?:\s+etant)?|pour|etre)"
    rf"|(?:presented|introduced|passed|described|presents|introduces|passes|styles|styled)\s+(?:himself|herself)\s+{_SOME}{{0,3}}?(?:off\s+)?as"
    rf"|(?:goes|went|going|go)\s+{_SOME}{{0,3}}?by(?:\s+{_NAMED}{_KIND}{_OF})?"
    rf"|(?:answers?|answering|answered|repond(?:ait|ant)?|reagit)\s+(?:{_SOME}{{1,3}}?)?(?:to|aux?)(?:\s+{_NAMED}{_KIND}{_OF})?"
    r"|(?:holds?|held|travel(?:s|led|ling)\s+on|detient|detenait|voyage(?:ait|ant)?\s+avec)\s+(?:also\s+|aussi\s+|egalement\s+)?(?:an?|une?|the|le)\s+(?:[a-z-]+\s+){0,2}?"
    r"(?:passport|identity\s+card|driving\s+licen[cs]e|residence\s+permit|passeport|carte\s+d'identite|carte\s+de\s+sejour|titre\s+de\s+sejour|permis\s+de\s+conduire)"
    r"\s+(?:[a-z]+\s+){0,2}?(?:in\s+the\s+name\s+of|au\s+nom\s+d[eu]))"
)
_LED = (  # no object: `called the other man “Tex”`
    r"(?:(?:by|par|in|among|at|on|around|dans|chez|sur|au|aux|en|entre|aussi|also|simplement|simply)\s+)"
)
_IS_TOLD = (  # what others do: a participle
    rf"(?:known\s+{_SOME}{{1,6}}?(?:as|by\s+{_NAMED}{_KIND}{_OF})"
    rf"|connue?s?\s+{_SOME}{{1,6}}?(?:sous\s+{_NAMED}{_KIND}{_OF}|comme)"
    rf"|(?:saved|stored|listed|entered|registered|logged|recorded|referred\s+to|addressed|styled|described)\s+{_SOME}{{0,6}}?(?:as|under)(?:\s+{_NAMED}{_KIND}{_OF})?"
    rf"|(?:enregistree?|repertoriee?|inscrite?|note|notee|designee?|mentionnee?)\s+{_SOME}{{0,6}}?(?:sous|comme)(?:\s+{_NAMED}{_KIND}{_OF})?"
    rf"|(?:surnommee?|appelee?|dite?|baptisee?|prenommee?|designee?|nicknamed?|called|dubbed|christened)\s+{_LED}{_SOME}{{0,5}}?(?=[«“\"]))"
)
_OTHERS_CALL = (
    rf"(?:whom?\s+{_SOME}{{1,5}}?(?:calls?|called|knows?|knew|nicknamed|refers?\s+to|referred\s+to)(?:\s+(?:simply|only|just|as|by\s+{_NAMED}{_KIND}))*"
    rf"|qu(?:e\s+|'){_SOME}{{1,5}}?(?:appel(?:lent|le|ait|aient|ons|ions)|surnomm(?:e|ent|ait|aient)|connai(?:t|ssent|ssait|ssaient)\s+sous\s+{_NAMED}{_KIND}{_OF}|nomm(?:e|ent|ait|aient))(?:\s+(?:tous|toutes|simplement|familierement|aussi))?)"
)
LOOSE_CUE = (
    rf"(?:{_USES}|{_IS_TOLD}|{_OTHERS_CALL}|(?:sous|under|par|by|with)\s+{_NAMED}{_KIND}{_OF}"
    rf"|(?:sobriquet|surnom|nickname)\s+{_SOME}{{1,4}}?(?=[«“\"]))"
)
HE_IS_CALLED = (  # « il est connu au quartier comme », `she is known to police as`
    rf"(?<![\w'])(?:he|she|il|elle)\s+{_ADVERB}(?:{_USES}|(?:is|was|has\s+been|had\s+been|est|etait|a\s+ete)\s+{_ADVERB}(?:{_IS_TOLD}|(?:nicknamed|dubbed|surnommee?|known\s+as|called)))"
    rf"|(?<![\w'])(?:his|her|son|sa)\s+{_NICK}(?:\s+{_SOME}{{0,3}}?(?:is|was|est|etait)|,?\s+c'est|\s?:)"
)
