"""The words between a verb and those around it, on the level view: titles, prepositions, what joins a list."""

from __future__ import annotations

import re

TITLE = (
    r"(?:(?:m\.|mm\.|mme|mlle|mr|mrs|ms|dr|maitre|me|monsieur|madame|mademoiselle|le|la|les|l'|the"
    r"|un|une|an?|son|sa|his|her|notre|our|nomme|nommee|nommes|denomme|denommee|"
    r"sieur|capitaine|commandant|lieutenant|brigadier|brigadier-chef|major|commissaire"
    r"|gardien\s+de\s+la\s+paix|adjudant|gendarme|juge|docteur|detective|inspector|sergeant"
    r"|constable|gda|d/garda|d/gda|d/sgt|cst|cpl|const|constable|captain|commander|judge|officer|agent|temoin|suspect|dc|ds|di|pc|ps|gpx|dci|dcs|dsi|wpc|sgt|insp|supt|det|garda|trooper|special"
    r"|hon|sir|cne|lt|brig|adj|mdl|cdt|\d{2,5}|"
    r"societe|entreprise|compagnie|firm|company|prevenu|dite?|certain|ledit|ladite)\.?\s+|l'|«\s?|\"|“){0,8}"
)
_NOUN = (  # « à la secrétaire, Mme X », `to her sister Nadia`, « par un chauffeur nommé X »
    r"(?:(?<!\w)(?!(?:nom|domicile|siege|moyen|demande|cours|sein|titre|insu|cote|compte|bord|bout|lieu|place|main|suite|charge|adresse|numero"
    r"|par|by|with|avec|pour|for|sur|from|and|not|que|that|who|qui|the|his|her|name|request|behalf|home|house|address|care)\b)"
    r"[a-z-]{3,20}(?:\s+(?:de\s+la|de\s+l'|du|de|des|d'|of\s+the|of)\s*[a-z'-]{3,20}){0,2}"
    r"(?:(?:\s[a-z-]{3,20})?\s*,\s+(?:[a-z]{1,4}\.?\s+)?|\s+(?:(?:called|named|known\s+as|nommee?|appelee?|dite?)\s+)?))?"
)
LED = rf"{TITLE}{_NOUN}{TITLE}"  # what may stand between a preposition and the name it leads to
APPOSITION = r"(?:\s*\([^()]{0,80}\)|\s*,(?:[^.;:!?]|\.(?=\d)){0,140}?,)?"
BETWEEN = re.compile(
    rf"{APPOSITION}[»\"”]?\s*(?:,?\s*(?:qui|who|laquelle|lequel|lui-meme|elle-meme|himself|herself)\s+)?$"
)
COORDINATED = re.compile(r"\s*(?:,|et|and|&|ainsi\s+que|puis)\s*" + TITLE + "$")
TOGETHER = re.compile(rf"\s*(?:et|and|&|ainsi\s+que|as\s+well\s+as)\s+(?:(?:a|au|aux|to)\s+)?{TITLE}")  # « à X et à Y »
TO_WHOM = re.compile(
    r"\s*,?\s*(?:(?P<to>a\s+qui|auquel|a\s+laquelle|to\s+whom)|(?P<from>(?:aupres\s+)?de\s+qui|chez\s+qui|duquel|from\s+whom))\s"
)
PREPOSITION = re.compile(
    r"(?<![\w'])(?:de|du|des|d'|a|au|aux|avec|par|pour|chez|contre|sur|sous|vers|selon|dont|of|to"
    r"|with|by|for|from|at|against|about|on|in|than|between|entre|envers|parmi|sauf|hormis|excepte|except|save|like|unlike"
    r"|pres(?:\s+(?:la|le|les))?|comme|autre(?:\s+[a-z]{3,15})?\s+que|ressemblant\s+a|resembling|named\s+after|besides)\s*$"
)
_ANY = r"(?:(?!(?:to|at|of|from|for|in|on|a|au|de|du|en)\s)[\w/.'-]{1,14},?\s+){0,4}"
_MEN_OF = (  # « par des policiers de la brigade … », `by detectives from the Fraud Squad`
    r"(?:(?:des|les|deux|trois|plusieurs|the|two|three|several)\s+)?(?:(?:agents|policiers|gendarmes|enqueteurs|militaires|douaniers|inspecteurs|fonctionnaires|hommes|elements"
    r"|officers|detectives|agents|police|investigators|members|men|inspectors|deputies|troopers|constables|soldiers)\s+)(?:(?:en\s+poste|affectes|attached|stationed)\s+)?"
    r"(?:de\s+la|de\s+l'|du|des|de|d'|a\s+la|au|of|from|with|at|to)\s*(?:the\s+)?"
)
BY = re.compile(
    rf"\s*(?:,\s*)?(?:par|by)\s+(?:{LED}|{_ANY}|{_MEN_OF})$|\bon\s+(?:the\s+)?(?:direction|authority|orders?|instructions?)\s+of\s+(?:{LED}|{_ANY})$"
)
TO = re.compile(
    r"(?:^|[\s,»\"”)])(?:a|au|aux|to|envers|en\s+faveur\s+d[e']|au\s+profit\s+d[e']"
    r"|au\s+benefice\s+d[e']|in\s+favour\s+of|in\s+favor\s+of"
    rf"|entre\s+les\s+mains\s+d[eu'])\s*{LED}$"
)
ON = re.compile(rf"(?:^|[\s,])(?:sur|on)\s*(?:la\s+personne\s+(?:de|du|d')\s*)?{TITLE}$")
AMONG = re.compile(rf"(?:\s\(|,\s+)(?:dont|parmi\s+lesquels|among\s+(?:them|whom)|including|notamment)\s+{LED}$")
CHEZ = re.compile(rf"(?:^|[\s,])chez\s*{TITLE}$")
ACCOUNT = re.compile(
    rf"(?:^|\s)(?:le\s+|les\s+|the\s+|du\s+|au\s+)?(?:comptes?(?:\s+(?:bancaires?|courants?|joints?))?|accounts?)\s+(?:de\s+|d'|du\s+|of\s+){TITLE}$"
)
FROM = re.compile(rf"(?:^|[\s,»\"”)])(?:de|d'|du|des|from|aupres\s+d[eu']|chez|de\s+la\s+part\s+d[eu']|off)\s*{LED}$")
AT = re.compile(
    r"(?:^|[\s,(»])(?:a|au|aux|dans|sur|en|chez|devant|at|in|on|near|inside|outside|pres\s+d[eu']"
    r"|sis|sise|situee?\s+a|par)\s*(?:(?:le|la|les|l'|the|un|une|entrepot\s+\w+|domicile\s+\w+"
    r"|depot|box|hangar|port\s+d[e']|port\s+of|warehouse\s+in|warehouse\s+at)\s*){0,8}$"
)
TOWARDS = re.compile(
    r"(?:^|[\s,])(?:vers|jusqu'a|jusqu'au|a\s+destination\s+d[e']|pour|to|towards|bound\s+for|into"
    r"|en\s+direction\s+d[e'])\s*(?:(?:le|la|les|l'|the)\s*)?$"
)
OUT_OF = re.compile(
    r"(?:(?:^|[\s,])(?:depuis|from|en\s+provenance\s+d[eu']|out\s+of)\s*(?:(?:le|la|les|l'"
    r"|the)\s*)?|^\s*(?:de|d'|du)\s*)$"
)
THAT = re.compile(
    r"[,\s](?:que|qu'|that|which)\s*(?:(?:nous|il|elle|on|ils|elles|je|we|he|she|they"
    r"|i)\s+)?(?:(?:avons|a|ai|had|have)\s+)?$"
)
HELD = re.compile(rf"(?:garde\s+a\s+vue|detention|custody)\s+(?:de|d'|du|of)\s*{TITLE}$")
BIRTH = re.compile(r"\b(?:nee?s?|born|demeurant|domiciliee?|residing|resident|living)\b[^;:]{0,60}$")
OF_ANOTHER = re.compile(
    r"\b(?:for\s+onward\s+\w+|for\s+transmission|attribuee?s?|appartenant|souscrite?s?|destinee?s?|relati(?:f|ve)s?|liee?s?|nee?s?|situee?s?|grace|suite|face|quant"
    r"|jusqu'|par\s+rapport|contrairement|conformement|belonging|related|according|next|close|similar|thanks|due|up)\s*$"
)
CAPACITY = re.compile(r"\b(?:portee|capacite|contenance|capacity|maximum\s+load)\b[^,;.]{0,25}$")
HOME = re.compile(
    r"\s*(?:l[ae]s?\s+|l'|the\s+|d[ue]s?\s+|au[x]?\s+|d'|of\s+|at\s+){0,8}(?:domiciles?|residence|appartement|logement|maison|chambre|bureaux?|vehicule"
    rf"|home|house|flat|apartment|premises|office|car)\s+(?:de|d'|du|of|occupee?\s+par)\s*{TITLE}$"
)
PRONOUN = re.compile(r"(?:(?<!\w)qu'(?:il|elle)|\bthat\s+(?:he|she))\s*$")
MAIDEN = re.compile(r"\s*,?\s*\(?(?:epouse|nee|veuve|born)\s+")
