"""What pieces of a case file look like, as data. Patterns are matched on folded text (lower case, no accents)."""

from __future__ import annotations

import re
from typing import NamedTuple

from greffier.records import PieceKind


class Cue(NamedTuple):
    """Words that speak for a kind of piece, and how strongly."""

    kind: PieceKind
    weight: float
    pattern: re.Pattern[str]


def _cue(kind: PieceKind, weight: float, *phrases: str) -> Cue:
    return Cue(kind, weight, re.compile("|".join(phrases), re.MULTILINE))


# How a heading begins. The first that matches a line wins, so the telling ones stand before the general ones.
HEADINGS: tuple[Cue, ...] = (
    _cue(
        "hearing",
        4,
        r"(proces ?[- ] ?verbal|p\.?v\.?) (d[e']|de l[a']) ?(premiere |seconde |deuxieme )?(audition|"
        r"interrogatoire|confrontation|deposition|comparution)",
        r"(audition|interrogatoire|confrontation|deposition)( d[eu']| libre|$)",
        r"(witness |sworn )?statement of (?!accounts?\b|claim|truth|case|means|fees)",
        r"(witness|voluntary|sworn|victim) statement\b",
        r"(\b(electronic|audio|video|digital|taped?|edited)[\w-]* ){0,2}record(ing)? of (the )?([\w-]+ ){0,2}interview",
        r"\b(electronic|audio|video|digital|taped?|suspect|police|cautioned)[\w-]* interview\b",
        r"examination (of|under oath)\b",
        r"affidavit\b",
        r"(proces ?[- ] ?verbal |p\.?v\.? )?(de |depot de )?plainte\b",
        r"declaration d[eu] (temoin|victime|plaignant)",
        r"transcript of (the )?(\w+ )?(interview|deposition|hearing)",
        r"deposition of\b",
        r"interview (record|transcript|of)\b",
    ),
    _cue(
        "intercept",
        4,
        r"(proces ?[- ] ?verbal de )?(re)?transcriptions?\b",
        r"(proces ?[- ] ?verbal d')?interceptions? (de|telephonique|judiciaire)",
        r"ecoutes? (telephonique|de la ligne|judiciaire)",
        r"communications? interceptees?",
    ),
    _cue(
        "intercept",
        4,
        r"intercept(ed)? (log|report|transcript|call|communication)",
        r"transcripts?( of (the )?(intercept\w*|call|line|phone|telephone)|$)",
        r"(wiretap|call) (transcript|log)",
        r"(line|telephone|phone) (monitoring|intercept\w*|tap)\b",
        r"(monitoring|interception|listening) (log|sheet|summary|record)",
    ),
    _cue(
        "call_records",
        4,
        r"facturation detaillee",
        r"(detail|releve|listing) des (appels|communications)",
        r"fadets?\b",
        r"fadettes?\b",
        r"etat des communications",
        r"donnees de (connexion|trafic)",
        r"(call|communications?|traffic|billing) (detail|data) (records?|report|listing)\b",
        r"(call|telephone|usage|billing|cell site) (records?|report|listing)\b",
        r"(itemi[sz]ed|telephone) (billing|bill)\b",
        r"cdrs?\b",
    ),
    _cue(
        "order",
        4,
        r"(commission rogatoire|ordonnance|requisitoire|mandat (d[e']|d'arret)|autorisation (de|d'|"
        r"donnee)|jugement|arret (n|de|du)|soit[- ]transmis|requisition (a|aux|judiciaire))",
    ),
    _cue(
        "order",
        4,
        r"(search |arrest |interception |surveillance )?warrant\b",
        r"(court |interception |production |extension )?order (of|for|to|authori[sz]ing|made)",
        r"(court|production|interception) order\b",
        r"order$",
        r"letter of request$",
        r"authori[sz]ation (of|for|to)\b",
        r"judge?ment\b",
    ),
    _cue(
        "seizure",
        4,
        r"(proces ?[- ] ?verbal de )?(saisie|perquisition|mise sous scelles?|placement sous scelles?|"
        r"bris de scelles?|ouverture de scelles?|destruction)",
        r"(registre|fiche|inventaire|liste|etat) des? (scelles?|objets|pieces a conviction)",
        r"scelle (n[o°]? ?\d|[a-z]{1,3}[/-]\d)",
    ),
    _cue(
        "seizure",
        4,
        r"exhibits? (list|register|log|no|record)",
        r"(seizure|search|search and seizure) (record|report|list|log|inventory)",
        r"(property|evidence) (seizure |seized )?(receipt|record|sheet|inventory|list)",
        r"(record|inventory|list|register|report) of (the )?(seizure|search|seized|exhibits|property|items)",
        r"inventaire\b",
        r"chain of custody",
        r"evidence (log|register)",
    ),
    _cue(
        "seizure",
        3,
        r"proces ?[- ] ?verbal de (bris|pesee|comptage)",
        r"fiche de pesee",
        r"weighing (record|sheet|report)",
    ),
    _cue(
        "expertise",
        4,
        r"rapport (d'|de l'|de )?(analyse|expertise|autopsie|examen|constatations medicales)",
        r"rapport (medical|medico[- ]legal|toxicologique|balistique|genetique)",
        r"(examen|analyse) (medico[- ]legal|medical|genetique|graphologique|chimique|toxicologique|balistique)",
        r"autopsie\b",
        r"expertise\b",
        r"certificat d'analyse",
        r"examen (technique|toxicologique|balistique)",
        r"proces ?[- ] ?verbal d'expertise",
    ),
    _cue(
        "expertise",
        4,
        r"(lab(oratory)?|forensic|toxicology|ballistics|autopsy|analysis|analytical|"
        r"expert) (analysis )?(report|certificate|examination)",
        r"certificate of analysis",
        r"expert(ise)? (opinion|report)",
        r"(dna|handwriting|ballistic|medical|post[- ]mortem|expert witness) (\w+ )?(report|examination|statement)",
    ),
    _cue(
        "bank",
        4,
        r"releves? (de compte|bancaire|d'operations)",
        r"extraits? de comptes?",
        r"historique d(es|u) (operations|mouvements|compte)",
        r"avis de (debit|credit|virement)",
        r"(account|transaction|transactions) (history|summary|activity|list\w*)",
        r"(bank|account) statements?",
        r"statement of account",
        r"avis d'operation",
        r"ordre de virement",
    ),
    _cue(
        "mail",
        3,
        r"(e-?mail|message electronique|courriel)$",
    ),
    _cue(
        "other",
        3,
        r"bill of lading",
        r"connaissement",
        r"bordereau",
        r"attestation",
        r"facture",
        r"(tax |commercial |pro ?forma )?invoice",
        r"(purchase|delivery) order",
        r"bon de commande",
        r"devis\b",
        r"(recu|receipt)( n[°o]|$| (de|pour|for|of|no)\b)",
        r"bon de livraison",
        r"delivery note",
        r"credit note",
        r"certificat",
        r"contrat",
        r"packing list",
        r"manifest",
        r"annexe",
        r"appendix",
        r"annex$",
    ),
    _cue(
        "report",
        4,
        r"(proces ?[- ] ?verbal|p\.?v\.?) (d[e']|de l[a']) ?(renseignement|constat|investigation|surveillance|"
        r"filature|transport|synthese|notification|placement|fin de|exploitation|enquete|recherche|mention|"
        r"interpellation)",
    ),
    _cue(
        "report",
        4,
        r"rapport\b",
        r"note (de|d'|n|blanche|interne|relative|a l)",
        r"note$",
        r"synthese",
        r"compte[- ]rendu",
        r"main courante",
        r"minutes (of|approved)\b",
        r"minutes$",
        r"fiche (de )?renseignement",
    ),
    _cue(
        "report",
        4,
        r"(police |incident |occurrence |surveillance |inspection |final |interim |investigation |"
        r"intelligence |liaison |progress |situation )?report\b",
        r"memorandum",
        r"intelligence (note|summary)",
        r"liaison note",
        r"briefing note",
        r"summary of",
    ),
    _cue(
        "report",
        1.5,
        r"proces ?[- ] ?verbal\b",
    ),
)

# What the object ("Objet :", "Subject:") of a report says it is about.
OBJECTS: tuple[Cue, ...] = (
    _cue(
        "hearing",
        3,
        r"^(\w+ ){0,2}(audition|interrogatoire|confrontation|deposition|interview|statement)\b",
    ),
    _cue(
        "intercept",
        3,
        r"^(\w+ ){0,2}((re)?transcription|interception|ecoute)s?\b",
    ),
    _cue(
        "report",
        2.5,
        r"^(\w+ ){0,2}(renseignements?|surveillance|environnement|identification|constatations?|"
        r"avis|exploitation|recherches?|transport|arrivee|placement en garde a vue|enquete|"
        r"information|request|enquiry|findings)\b",
    ),
    _cue(
        "seizure",
        3,
        r"^(\w+ ){0,4}(perquisition|saisie|bris|scelles?|pesee|seizure|search|weighing)\b",
    ),
    _cue(
        "expertise",
        3,
        r"^(\w+ )?(expertise|analyse|examen technique|forensic)\b",
    ),
    _cue(
        "seizure",
        1.5,
        r"\b(scelles?|perquisition|saisie|exhibits?|seizure)\b",
    ),
)

# What the body is made of; each match counts its weight, up to `MOST_FOR_BODY` for one cue.
MOST_FOR_BODY = 4.0
BODY: tuple[Cue, ...] = (
    _cue(
        "hearing",
        0.7,
        r"^[-– ]*(question|reponse|demande|q\.?|r\.?|a\.|s\.?i\.?|d\.?) ?\d* ?[:.] ?[-–«\"]* ?\w",
    ),
    _cue(
        "hearing",
        1.5,
        r"lecture faite (par|de)",
        r"persiste et signe",
        r"sur interpellation",
        r"this statement,? consisting of",
    ),
    _cue(
        "intercept",
        1.5,
        r"^[^\w\n]*(communication|appel|conversation|call|intercept|session) (n[o°]?\.? ?|number |"
        r"no\.? ?|#)\d+",
    ),
    _cue(
        "intercept",
        0.8,
        r"\b(correspondant|appelant|appele|caller|called party|target line|ligne interceptee) ?:",
        r"\bsens ?: ?(entrant|sortant)",
        r"\b(direction) ?: ?(incoming|outgoing)",
        r"\b(target line|monitored (line|number)|ligne (surveillee|ecoutee|sous surveillance)|titulaire de la ligne)\b",
        r"\b(fin de (la )?(communication|conversation)|end of call|call ends)\b",
    ),
    _cue(
        "intercept",
        0.25,
        r"^[-– ]+[a-z][\w' -]{0,24} ?: \w",
    ),
    _cue(
        "call_records",
        0.4,
        r"(?:\+?\d[\d .]{8,14}\d)[\s;,|]+(?:\+?\d[\d .]{8,14}\d)[\s;,|]",
    ),
    _cue(
        "call_records",
        2,
        r"\b(a-number|b-number|msisdn|calling party|called party|appelant ?[;,|] ?appele)\b",
        r"\b(imei|imsi|azimut[h]?|cellule|cell id|duree \(?s|duration \(?s|numero appelant|"
        r"numero appele|calling number|called number)\b",
    ),
    _cue(
        "order",
        1.5,
        r"^(par ces motifs|prescrivons|ordonnons|deleguons|commettons|autorisons|"
        r"it is (hereby )?ordered|i (hereby )?(order|authori[sz]e))\b",
    ),
    _cue(
        "order",
        0.5,
        r"^(attendu que|considerant que|vu (les? articles?|l'article|l'information)|whereas)\b",
    ),
    _cue(
        "seizure",
        0.75,
        r"(placons|saisissons|placees?|places?) (.{0,40})?sous scelles?",
        r"procedons a la (perquisition|saisie|pesee)",
        r"(seized|sealed) (and|in|under)",
        r"exhibit (reference|bag)",
    ),
    _cue(
        "expertise",
        1,
        r"(limite de quantification|chromatographie|spectrometrie|chromatography|spectrometry|"
        r"echantillons? (recu|analyse)|samples? (received|analy[sz]ed)|taux de purete|purity)",
    ),
    _cue(
        "bank",
        1.5,
        r"\b(solde (crediteur|debiteur|initial|final|au)|ancien solde|nouveau solde|"
        r"solde (precedent|a reporter|reporte)|(opening|closing|ending|new) balance|paid (in|out)|"
        r"balance (brought|carried) forward|libelle\W+debit|debit\W+credit|date de valeur|value date)\b",
    ),
    _cue(
        "press",
        1.25,
        r"^(by|par) [a-z][\w'-]+ [a-z][\w'-]+(,|$| -)",
        r"\b(correspondent|envoyee? speciale?|notre correspondante?|our reporter|de notre journaliste)\b",
        r"©",
        r"^(lire|voir) (aussi|egalement)\b",
        r"\b(publiee? (le|aujourd'hui|hier)|mise? a jour le|temps de lecture|lecture \d+ min|min de lecture|lire aussi|"
        r"reservee?s? aux abonnee?s|abonnez-vous|min(ute)? read|published (on|at|today|yesterday)|subscribers? only|"
        r"(cet|l') ?article a lire|article left to read|read in (english|french)|lire en (francais|anglais)|"
        r"read more|all rights reserved|tous droits reserves)\b",
    ),
    _cue(
        "report",
        1.5,
        r"^(\d+\. )?(this (note|report|memo(randum)?)|la presente note|le present rapport)\b",
    ),
    _cue(
        "mail",
        1,
        r"^(from|de|to|a|sent|envoye|cc|subject|objet) ?: ?.*(@|\d{4})",
    ),
    _cue(
        "mail",
        1,
        r"^(dear (sir|madam|mr|mrs|ms|colleague)|(madame|monsieur|maitre|cher|chere)\b.{0,40},$)",
        r"\b(cordialement|bien a vous|(kind |best |warm )?regards|yours (sincerely|faithfully|truly)|salutations)\b",
        r"\b(veuillez agreer|je vous prie d'agreer|lettre recommandee|accuse de reception)\b",
    ),
)

LETTERHEAD = re.compile(
    r"^(republique francaise|ministere d|direction (generale|centrale|inter)|police nationale|gendarmerie|"
    r"cour d'appel|tribunal (judiciaire|de grande)|parquet|cabinet d|brigade|prefecture|laboratoire|"
    r"office (central|anti)|(royal |metropolitan |state |county )?police\b|department of|ministry of|"
    r"office of|in the (\w+ )*court|(united states|crown|high|supreme|district|"
    r"magistrates'?) (district )?court|joint \w+|laboratory|national \w+ agency)"
)
CONTINUED = re.compile(r"^(suite (du|de la|de l'|au)\b|\(?suite\)?$|\(?cont(inued|'d|\.)\)?\b|\(?continued from)")
CLOSING = re.compile(
    r"(dont (proces ?[- ] ?verbal|acte)|clos (le present|a |ce jour)|fait (et clos )?(a|en notre cabinet|le)\b|"
    r"lecture faite|persiste et signe|l'officier de police judiciaire|pour (copie|extrait) (conforme|"
    r"certifie)|signature|signed( by| at|:|$)|dated this|end of (report|statement|transcript|interview|"
    r"record)|interview (concluded|ended|terminated)|yours (sincerely|faithfully))"
)
