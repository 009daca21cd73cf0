"""What is given and is no thing: « donner lecture », `disclosure given by`. Words, rights, orders change no hands."""

from __future__ import annotations

import re

_PROVIDED = re.compile(  # words, proofs and services, which are no goods
    r"\s{1,3}(?:(?:a|an|the|his|her|no|some|any|further|full|more|une?|des|les?|la|sa|son|ses|aucune?|toutes?|plusieurs|de)\s{1,3}){0,3}(?:[a-z-]+\s{1,3})?"
    r"(?:statements?|accounts?|details?|informations?|evidence|pin|numbers?|names?|address|explanations?|descriptions?|alibis?|answers?|reasons?|support|help"
    r"|assistance|services?|security|cover|access|renseignements?|explications?|precisions?|preuves?|reponses?|versions?|noms?|numeros?|adresse|aide|justificatifs?|justifications?"
    r"|elements|efforts?|travail|passwords?|codes?)\b|\s{1,3}(?:for|that|par\s+la\s+loi|by\s+law)\b"
)
_GIVEN = re.compile(
    r"\s+(?:\w+\s+)?(?:commission|lecture|acte|avis|connaissance|suite|lieu|accord|delegation|mandat|rendez-vous|instructions?|raison|ordre"
    r"|naissance|evidence|notice|rise|birth|way|up|in|instructions|orders|permission|an?\s+statement|the\s+following"
    r"|(?:no\s+|any\s+|an?\s+)?(?:comments?|repl(?:y|ies)|responses?|interviews?|nod|wave|signal|lift|ride|hug|kiss|warning|talk|speech|chance|try|look|smile|thumbs\s+up|credit|priority|time|thought|demonstration|impression)"
    r"|(?:un\s+|une\s+|des\s+|aucune?\s+|le\s+|la\s+|l')?(?:commentaires?|reponses?|interviews?|signal|coups?|gifles?|conseils?|cours|exemple|temps|impression|chance|envie|main|feu\s+vert|nouvelles|rendez-vous|priorite))\b"
    r"|\s+(?:(?:the|his|her|a|an|le|la|un|une|son|sa)\s+)?(?:\w+\s+)?(?:numbers?|names?|details|descriptions?|address|explanations?|versions?|noms?|numeros?|adresse"
    r"|explications?|signalement|precisions?|details?)\b"
)
_SAID = (
    r"(?:authori[sz]ations?|autorisations?|approvals?|permissions?|consents?|consentements?|accords?|circumstances|circonstances|disclosures?|cautions?|evidence|testimony"
    r"|temoignages?|advice|conseils?|avis|warnings?|avertissements?|notices?|notifications?|rights|droits|orders?|ordres?|instructions?|directions?|directives?|consignes?"
    r"|reasons?|raisons?|grounds|motifs?|information|renseignements?|details|precisions?|explanations?|explications?|accounts?|answers?|reponses?|descriptions?|signalements?"
    r"|statements?|briefings?|undertakings?|assurances?|updates?|names?|noms?|numbers?|suites?|lecture|connaissance|priority|priorite)"
)
_JUST_SAID = re.compile(  # what was given stands before the participle
    rf"(?<![\w'-]){_SAID}\s+(?:(?:(?:was|were|is|are|has|have|had|been|being|a|ont|est|sont|ete|etait|etaient|then|also|ainsi|orally|verbally|verbalement|oralement)\s+){{0,3}})$"
)


def intangible(word: str, before: str, after: str) -> bool:
    """Whether what a word of giving gives, after it or right before it, is no thing that changes hands."""
    words = _PROVIDED if word.startswith(("provid", "fourni")) else _GIVEN
    return words.match(after) is not None or _JUST_SAID.search(before) is not None
