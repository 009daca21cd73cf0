"""What the parts of a press page say of themselves, language by language, as data.

Patterns are read on `lines.plain` text: blanks are spaces, apostrophes and dashes are the typewriter's. They ignore
case unless a group says otherwise. A pattern that must fill its chunk has no anchors: whoever matches anchors it.
"""

from __future__ import annotations

import re

PERCENT = r"(?P<percent>\d{1,3}(?:[.,]\d{1,4})?) ?%"

# --- the wall: each sentence of a marker must be one of these ---------------------------------------------------------

REMAINING = {
    "en": rf"(?:you (?:still )?have |there (?:is|are) |still )?(?:only )?(?:about )?{PERCENT} (?:of (?:this|the|our) "
    r"(?:\w+ )?(?:article|story|text|piece|report) )?(?:is |are )?(?:left|remaining|remains?|to go)"
    r"(?: (?:to|for you to) (?:be )?(?:read|discover))?",
    "fr": rf"(?:il )?(?:vous )?reste (?:encore )?{PERCENT}(?: (?:de |du )?(?:cet |cette |l'|ce )?(?:article|texte|"
    r"enquete|enquête|contenu|reportage|récit|papier))?(?: (?:a|à) (?:lire|découvrir|decouvrir))?",
    "de": rf"(?:sie haben|ihnen (?:bleiben|verbleiben)|es (?:bleiben|verbleiben|fehlen)) (?:noch )?{PERCENT} "
    r"(?:des|dieses) (?:artikels|textes|beitrags)(?: (?:vor sich|zu lesen|übrig))?",
}
ALREADY_READ = {
    "en": rf"you(?:'ve| have) (?:just )?read {PERCENT} of (?:this|the) (?:article|story|text|piece)",
    "fr": rf"vous avez lu {PERCENT} de (?:cet article|ce texte|cette enquête)",
    "de": rf"sie haben {PERCENT} (?:des|dieses) (?:artikels|textes|beitrags) gelesen",
}
RESERVED = {
    "en": r"(?:the (?:rest|following|remainder|full (?:article|story|text))|this (?:content|article|story|text|feature|"
    r"report|page)|the rest of (?:this|the) (?:article|story)|what follows|continued)? ?(?:is |are )?(?:(?:reserved|"
    r"available|exclusively|exclusive|only|accessible) )*(?:for|to) (?:our |paying |paid |premium |registered |"
    r"digital )*"
    r"(?:subscribers?|members?|readers with a subscription)(?: only)?|"
    r"(?:(?:create|start|get) (?:a|your)|sign up for a) (?:free )?(?:account|trial|subscription)(?: to (?:continue|"
    r"keep) "
    r"reading)?|(?:please )?(?:subscribe|sign in|log in|register|sign up)(?: (?:now|today|or \w+(?: \w+)?|"
    r"for free))* to "
    r"(?:continue|keep|go on) reading(?: (?:this|the) (?:article|story))?|(?:please )?(?:subscribe|sign in|log in|"
    r"register) "
    r"to (?:read|access|unlock|see|view) (?:the (?:rest|full)|this|the whole|more)[\w ]{0,40}|"
    r"(?:to )?(?:continue|keep) reading(?: this (?:article|story))?(?: with a (?:free )?(?:trial|subscription|"
    r"account)|,? "
    r"(?:please )?subscribe[\w ]{0,20})|to read (?:the (?:rest|full)|more)[\w ]{0,40}, (?:please )?(?:subscribe|"
    r"sign in|log in"
    r"|register)[\w ]{0,20}|subscribers?[- ]only(?: (?:content|article))?|subscription required",
    "fr": r"(?:la suite(?: de cet article)?|cet article|ce contenu|cette enquête|l'intégralité(?: de (?:cet|"
    r"l')? ?article)?|"
    r"le reste(?: de (?:cet|l')? ?article)?|article|contenu)? ?(?:est |sont )?(?:exclusivement )?(?:réservée?s?|"
    r"accessible"
    r"(?: uniquement)?|disponible(?: uniquement)?) (?:aux?|à nos|pour les|uniquement aux) (?:seuls )?(?:abonnée?s?|"
    r"abonnés? "
    r"\w+|membres|inscrits)|(?:pour lire la suite|pour (?:continuer|poursuivre) (?:la|votre|"
    r"cette) lecture)[ ,:]*(?:abonnez"
    r"-vous|connectez-vous|inscrivez-vous|identifiez-vous)?[\w ]{0,40}|(?:abonnez-vous|connectez-vous|inscrivez-vous)"
    r"[\w' ]{0,20} pour (?:lire|découvrir|continuer|poursuivre|accéder)[\w' ]{0,50}|lisez la suite en vous abonnant|"
    r"réservé aux abonnés",
    "de": r"(?:jetzt |hier )?weiterlesen mit [\w .+'-]{2,60}|(?:dieser (?:artikel|inhalt|beitrag|text)|der (?:rest|"
    r"vollständige "
    r"artikel)|die fortsetzung) ist (?:nur |ausschließlich )?(?:für )?(?:unsere )?(?:abonnent\w*|mitglieder)(?: "
    r"(?:vorbehalten|verfügbar|lesbar|zugänglich))?|(?:exklusiv|nur) für abonnent\w*|"
    r"lesen sie weiter mit [\w .+'-]{2,60}|"
    r"(?:um weiterzulesen|zum weiterlesen)[\w ,]{0,60}",
}
WALL_ASIDE = {
    "en": r"(?:already (?:a )?(?:subscriber|subscribed|member|have an account)\??(?: (?:log|sign) in)?|"
    r"subscribe(?: now| today)?|"
    r"(?:log|sign) in|register(?: now)?|to read (?:the rest|more),? subscribe|keep reading|cancel anytime)",
    "fr": r"(?:déjà (?:abonnée?|inscrite?|un compte)|vous (?:êtes|avez) déjà (?:abonnée?|"
    r"un compte)) ?\??(?: (?:se connecter|"
    r"connectez-vous|identifiez-vous))?|(?:je m'|s')?abonne(?:r|z-vous)?(?: (?:dès|à partir de)[\w €,.]{0,20})?|"
    r"se connecter|"
    r"connectez-vous|identifiez-vous|sans engagement",
    "de": r"(?:bereits (?:abonnent\w*|registriert|ein abo)\??|(?:jetzt )?(?:anmelden|einloggen|abonnieren|testen))",
}
METERED = {
    "en": r"(?:create|sign up for|register for) (?:a|your) free account|free account to|free articles? (?:left|"
    r"remaining)|"
    r"register (?:now )?(?:for free )?to (?:continue|keep|read)",
    "fr": r"(?:créez|inscrivez)[\w' -]{0,20}(?:compte gratuit|gratuitement)|articles? gratuits? restants?",
    "de": r"kostenlos (?:registrieren|anmelden)",
}
FREE = {
    "en": r"(?:free (?:access|article|to read)|this (?:article|story|content) is free(?: (?:to read|for everyone))?|"
    r"open access|not subscriber-only)",
    "fr": r"(?:article (?:gratuit|offert|en accès libre)|(?:en )?accès libre|cet article est (?:gratuit|"
    r"en accès libre)|"
    r"contenu (?:gratuit|en accès libre)|lecture libre)",
    "de": r"(?:frei zugänglich|kostenloser artikel|dieser artikel ist (?:frei|kostenlos)(?: zugänglich)?)",
}

# --- the head of an article -------------------------------------------------------------------------------------------

BY = {
    "en": r"(?:by|(?:text|story|report|words|interview|reported|reporting|written|compiled) by)",
    "fr": r"(?:par|(?:texte|propos recueillis|recueilli|enquête|reportage|rédigé|écrit|récit)(?: par| de)|texte)",
    "de": r"(?:von|ein(?:e|en)? (?:artikel|bericht|reportage|analyse) von|text)",
}
CONTRIBUTED = {
    "en": r"(?:additional|further) (?:reporting|writing|research) by .{2,160}|.{2,200}? contributed (?:to this "
    r"(?:report|story|article)|reporting).{0,60}|"
    r"reporting by .{2,120}; editing by .{2,120}",
    "fr": r".{2,160}? (?:a|ont) contribué à (?:cet article|cette enquête|ce reportage).{0,40}|"
    r"avec (?:l')?(?:AFP|Reuters|AP)",
}
PUBLISHED = {
    "en": r"(?:first |originally |article )?(?:published|posted|issued)(?: on| at)?",
    "fr": r"(?:article )?(?:publiée?|paru|mise? en ligne|diffusée?)(?: le| à)?",
    "de": r"(?:veröffentlicht|erschienen|publiziert)(?: am| um)?",
}
UPDATED = {
    "en": r"(?:last |article )?(?:updated|modified|edited|amended)(?: on| at)?",
    "fr": r"(?:dernière )?(?:mise? à jour|modifiée?|actualisée?|maj|màj)(?: le| à)?",
    "de": r"(?:zuletzt )?(?:aktualisiert|geändert|bearbeitet)(?: am| um)?",
}
_MINUTES = r"(?P<minutes>\d{1,3})[ -]?(?:minutes?|mins?\b\.?|mn\b|')"
READING_TIME = {
    "en": rf"(?:(?:estimated )?(?:reading|read) time ?:? ?)(?:about )?{_MINUTES}|{_MINUTES}[ -]?read(?:ing time)?",
    "fr": rf"(?:lecture|temps de lecture|durée de lecture|lu en|à lire en) ?:? ?(?:environ )?{_MINUTES}|"
    rf"{_MINUTES} de lecture",
    "de": rf"lese(?:zeit|dauer) ?:? ?(?:ca\. )?{_MINUTES}|{_MINUTES} lese(?:zeit|dauer)",
}

LANGUAGES = {
    "en": ("english", "anglais", "englisch", "inglés"),
    "fr": ("french", "français", "francais", "französisch", "francés"),
    "de": ("german", "allemand", "deutsch", "alemán"),
    "es": ("spanish", "espagnol", "spanisch", "español"),
    "it": ("italian", "italien", "italienisch", "italiano"),
    "ar": ("arabic", "arabe", "arabisch", "العربية"),
    "pt": ("portuguese", "portugais", "portugiesisch", "português"),
    "nl": ("dutch", "néerlandais", "niederländisch", "nederlands"),
    "ru": ("russian", "russe", "russisch", "русский"),
}
_NAMED = "|".join(name for names in LANGUAGES.values() for name in names)
ALTERNATE = {
    "en": rf"(?:read|available|also available)(?: (?:this|the) (?:article|story|"
    rf"page))?(?: also)? in (?P<tongue>{_NAMED})|"
    rf"(?P<version>{_NAMED}) version",
    "fr": rf"(?:lire|disponible|à lire)(?: (?:cet|l')? ?article)?(?: aussi)? en (?P<tongue>{_NAMED})|"
    rf"version (?P<version>{_NAMED}e?)",
    "de": rf"(?:auf (?P<tongue>{_NAMED}) lesen|lesen sie[\w ]{{0,20}} auf (?P<version>{_NAMED}))",
    "es": rf"leer en (?P<tongue>{_NAMED})",
}

# --- pictures ---------------------------------------------------------------------------------------------------------

IMAGE_CREDIT = {
    "en": r"(?:images?|photos?|photographs?|pictures?|illustrations?|graphics?)(?: (?:credits?|by|from|"
    r"courtesy of))* ?:? ",
    "fr": r"(?:crédits?(?: photos?| images?)?|photographies?|visuels?|infographies?|dessins?)(?: de| par)? ?:? ",
    "de": r"(?:bild|foto|fotos|bilder|grafik)(?: von)? ?: ?",
}
AGENCIES = (
    r"AFP|REUTERS|Reuters|AP|Getty Images|GETTY IMAGES|EPA|DPA|dpa|ANP|MAXPPP|SIPA|Sipa|ABACA|Abaca|PA|Alamy|ALAMY|"
    r"Shutterstock|SHUTTERSTOCK|Bloomberg|BLOOMBERG|HANS LUCAS|Hans Lucas|MAGNUM|Magnum Photos|DIVERGENCE|AGENCE VU'?|"
    r"Belga|BELGA|KEYSTONE|Keystone|Anadolu|ANADOLU|UPI|VII|MYOP|SIGNATURES"
)

# --- the page around an article ---------------------------------------------------------------------------------------

SPONSOR = {
    "en": r"(?:sponsors?|sponsored(?: by| content)?|advertisements?|presented by|paid (?:post|content)) ?: ?",
    "fr": r"(?:contenu sponsorisé|sponsorisé par|partenaire|parrainé par|publicité|annonce) ?: ?",
    "de": r"(?:anzeige|gesponsert von|werbung) ?: ?",
}
SPONSOR_ALONE = {
    "en": r"advertisements?|sponsored(?: content)?|ad|story continues below(?: this)? advertisement|"
    r"advertisement - .{0,40}",
    "fr": r"publicités?|annonces?|contenu sponsorisé|la suite après cette publicité",
    "de": r"anzeige|werbung",
}
NAVIGATION = {
    "en": r"back(?: to (?:top|home|\w+))?|topics?|home(?: ?page)?|menu|search|sections?|(?:sign|log) ?(?:in|up|out)|"
    r"subscribe(?: now)?|"
    r"register|my account|contact(?: us)?|about(?: us)?|privacy(?: policy)?|terms(?: (?:of (?:use|service)|"
    r"and conditions|& "
    r"conditions))?|cookies?(?: (?:policy|settings))?|help|faqs?|careers|advertise(?: with us)?|newsletters?|"
    r"next(?: article| "
    r"story| page)?|previous(?: article| story| page)?|(?:read|see|show|load|view) (?:more|all|also|"
    r"next)(?: ?:.{0,200})?|most "
    r"(?:read|popular|viewed)|trending(?: now)?|related(?: (?:articles?|stories|content|topics|coverage|"
    r"news))?(?: ?:.{0,200})?|"
    r"recommended(?: for you)?|more (?:from|on|in|stories|news) ?.{0,60}|you (?:may|might) (?:also )?(?:like|"
    r"be interested in)|"
    r"latest(?: news| stories)?|skip to (?:main )?content|all rights reserved\.?|follow us(?: on \w+)?|"
    r"editor'?s picks?|"
    r"(?:don't|do not) miss(?: ?:.{0,200})?|also on \S+\.\w{2,4} .{0,200}|like this (?:story|article)\?.{0,80}|"
    r"follow [\w @'.-]{1,60} on (?:twitter|facebook|instagram|x|linkedin|threads|bluesky|mastodon)\b.{0,120}|"
    r"sign up (?:for|to) .{0,80}newsletter.{0,60}|"
    r"back to top|tags?|categories|breaking news|live|top stories|"
    r"(?:©|copyright|\(c\)) ?.{0,120}",
    "fr": r"retour(?: (?:à|au|en) .{1,30})?|sujets?|thèmes?|accueil|menu|(?:re)?chercher?|recherche|rubriques?|"
    r"se connecter|connexion|"
    r"s'(?:abonner|inscrire|identifier)(?: gratuitement)?|mon compte|contacts?|à propos|mentions légales|politique de "
    r"confidentialité|cgu|cgv|gestion des cookies|aide(?: \(faq\))?|newsletters?|article (?:suivant|précédent)|"
    r"suivante?|"
    r"précédente?|(?:à )?lire (?:aussi|également|plus|la suite)(?: (?:l'|la |le |"
    r"notre )?[\w']{0,20})?(?: ?:.{0,200})?|voir (?:aussi|plus|"
    r"tous?|toutes?)(?: .{0,40})?|sur le même (?:sujet|thème)|les plus lus|à la une|dans la même rubrique|"
    r"nos derniers articles|"
    r"tous droits réservés\.?|suivez-nous(?: sur \w+)?|vous aimerez aussi|étiquettes|plan du site|édition du jour|"
    r"en continu|"
    r"pour (?:ajouter|aller) .{0,80}identifiez-vous|vous possédez déjà un compte ?\??|inscrivez-vous(?: .{0,40})?",
    "de": r"zurück|startseite|menü|suche|anmelden|abonnieren|impressum|datenschutz|kontakt|mehr (?:lesen|zum thema)|"
    r"lesen sie auch"
    r"(?: ?:.{0,200})?|meistgelesen|alle rechte vorbehalten\.?",
}
WIDGET = {
    "en": r"[\d.,]+ ?[km]?|[\d.,]+ ?[km]? (?:comments?|shares?|views?|likes?|reactions?)|comments?(?: ?\(?\d*\)?)?|"
    r"leave a comment|"
    r"(?:share|save|print|like|tweet|bookmark|follow|copy link|email|e-mail|listen|pin|gift|send)(?: (?:this|the|on|"
    r"via|to|article|"
    r"story|page|link|by|with|a|friend|facebook|twitter|x|linkedin|whatsapp|email|e-mail))*|share ?: ?.{0,60}|"
    r"(?:facebook|twitter|x|"
    r"linkedin|whatsapp|pinterest|reddit|telegram|instagram|youtube|messenger|bluesky|threads)|add to (?:favorites|"
    r"favourites|reading "
    r"list|selections?)|listen to (?:this|the) article|advertising|text size|a[-+]",
    "fr": r"(?:partage[rz]?|enregistrer|imprimer|envoyer|écouter|offrir|copier|commenter|réagir|tweeter|sauvegarder|"
    r"suivre)(?: (?:cet|l'|le|la|par|"
    r"sur|un|cette|lien|page|article|facebook|twitter|x|linkedin|whatsapp|e-mail|mail|messenger|dans))*|"
    r"commentaires?(?: ?\(?\d*\)?)?|"
    r"\d+ (?:commentaires?|partages?|réactions?|vues?)|ajouter (?:à|aux) (?:vos|mes) (?:sélections|"
    r"favoris)(?: .{0,60})?|(?:écouter|"
    r"lire plus tard)(?: l'article)?|temps d'écoute.{0,20}|vos contributions|offrir l'article",
    "de": r"(?:teilen|drucken|merken|kommentieren|vorlesen|kommentare?)(?: ?\(?\d*\)?)?|\d+ kommentare?",
}


def union(*tables: dict[str, str]) -> re.Pattern[str]:
    """One pattern for every language of these tables, without their named groups: for telling, not for reading."""
    told = "|".join(f"(?:{pattern})" for table in tables for pattern in table.values())
    return re.compile(re.sub(r"\(\?P<\w+>", "(?:", told), re.IGNORECASE)


def each(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    """The patterns of a table, compiled, by language."""
    return {language: re.compile(_distinct(pattern), re.IGNORECASE) for language, pattern in table.items()}


def _distinct(pattern: str) -> str:
    """The pattern with each named group named once: the second and later ones get a number."""
    seen: dict[str, int] = {}

    def name(match: re.Match[str]) -> str:
        seen[match[1]] = seen.get(match[1], 0) + 1
        return f"(?P<{match[1]}{seen[match[1]] if seen[match[1]] > 1 else ''}>"

    return re.sub(r"\(\?P<(\w+)>", name, pattern)


def group(match: re.Match[str], name: str) -> str | None:
    """What a group of this name caught, in whichever alternative of the pattern it stands."""
    return next((value for key, value in match.groupdict().items() if key.rstrip("23456789") == name and value), None)
