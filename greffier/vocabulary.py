"""What words mean the same in a case file: stems, function words, and French beside English. For asking and writing.

Coarse on purpose: it says that two words *may* mean the same, never that they do; whoever uses it asks for more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from greffier.text import fold


class Token(NamedTuple):
    """A word of a text: its offsets there, its folded form and what it may mean (its stem, numbers of its groups)."""

    start: int
    end: int
    word: str
    senses: frozenset[str]


_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+")
_BORN = re.compile("née?s?", re.IGNORECASE)  # without its accent it would be the "ne" of a negation
_ENDINGS = sorted(
    """
    issements issement issaient issait issons issant issent ements ement ations ation ateurs ateur atrices atrice
    itions ition erions eraient erait eront erent irent irait iront aient assent antes ants ante ant ables able ives ive
    ings ing ences ence ances ance ments ment ees ee es ed er ers ez ons ait ais ai ir ie ies is it i e s x y
    """.split(),
    key=len,
    reverse=True,
)


_SHORT = frozenset("e s es ee ees er ed ez ons ait".split())  # endings that may leave three letters ("pes-ée")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a folded French or English word without its usual endings; numbers and short words stay as they are."""
    if len(word) < 4 or not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= (3 if ending in _SHORT else 4):
            return word[: -len(ending)]
    return word


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text in order; elided articles ("l'", "d'") are words of their own."""
    folded = fold(text)
    for match in _TOKEN.finditer(folded.text):
        start, end = folded.original(*match.span())
        word = "naissance" if _BORN.fullmatch(text, start, end) else match.group()
        yield Token(start, end, match.group(), senses(word))


@lru_cache(maxsize=65536)
def senses(word: str) -> frozenset[str]:
    """Return what a folded word may mean: two words may mean the same where these sets meet."""
    if word in _GROUPS:  # a listed word is not taken for another with the same stem: "port", "porte"
        return frozenset({word}) | _GROUPS[word]
    root = stem(word)
    return frozenset({root}) | (_ROOTS.get(root, frozenset()) if len(word) > 3 else frozenset())


def related(word: str) -> frozenset[str]:
    """Return the words that stand with a folded word, in both languages; empty for most words."""
    return frozenset().union(*(_LINE_WORDS[int(sense[1:])] for sense in senses(word) if sense.startswith("#")))


def is_function_word(word: str) -> bool:
    """Whether a folded word only holds a sentence together."""
    return word in _FUNCTION or (len(word) == 1 and not word.isdigit())


def is_title(word: str) -> bool:
    """Whether a folded word goes with names and is none: titles, ranks, articles, particles."""
    return word in _TITLES


def is_thing(word: str) -> bool:
    """Whether a folded word names a thing or a place that a page would name too."""
    return bool(senses(word) & _THINGS)


def is_role(word: str) -> bool:
    """Whether a folded word names somebody by what they do; "officer" and "man" are said of too many."""
    return bool(senses(word) & _ROLES)


def opposite(word: str) -> frozenset[str]:
    """Return the senses that say the opposite of a folded word, empty for most words."""
    return frozenset().union(*(_OPPOSITES.get(sense, frozenset()) for sense in senses(word)))


def is_negation(word: str) -> bool:
    """Whether a folded word denies."""
    return word in _NEGATIONS


_NEGATIONS = frozenset(
    """
    pas jamais aucun aucune nul nulle sans ni non rien not never no none nobody without nor neither cannot didn wasn
    weren doesn hasn hadn isn aren couldn
    """.split()
)

_TITLES = frozenset(
    """
    m mm mr mrs ms mme mlle dr me maitre monsieur madame mademoiselle sir lord pr professeur professor docteur doctor
    juge judge capitaine captain commandant commander lieutenant colonel general major brigadier brigadier-chef chef
    sergent sergeant adjudant inspecteur inspector commissaire superintendent agent gardien officer officier detective
    constable procureur prosecutor le la les l de du des d van von der den el al ben ibn bin da di do dos san saint
    sainte st ste et and the of dit dite alias ne nee jr sr
    """.split()
)

_FUNCTION = frozenset(
    """
    le la les l un une des du de d et ou a au aux en dans par pour sur sous avec sans vers chez entre depuis pendant
    avant apres lors lorsque quand que qui quoi dont ce cet cette ces c s se sa son ses leur leurs lui il ils elle elles
    on nous vous je tu me te moi toi mon ma mes ton ta tes notre nos votre vos y ne n pas plus moins tres aussi alors
    ainsi donc car mais or ni si comme est sont etait etaient fut furent ete etre sera seront serait ont avait avaient
    eu avoir aura auront aurait ai as avons avez qu quel quelle quels quelles combien comment pourquoi j t m
    fait faire font ayant etant soit deja encore meme memes tout tous toute toutes autre autres ci la-bas cela ceci ca
    the an of to in on at by for from with without into onto over under and or but nor so yet as than that this these
    those it its he him his she her hers they them their theirs we us our you your i my me is are was were be been being
    has have had having do does did done doing will would shall should can could may might must not no there here
    what when where which who whom whose why how also very just then if because while during before after about
    between against through up down out off again once any some such only own same other more most each both
    many much say s t d ll re ve st nd rd th
    """.split()
)

# One line, one idea, in both languages. Verbs stand with their nouns; irregular English forms are listed.
_LINES = """
saisir saisie saisi seize seizure confisquer confiscate
peser pesee poids pese weigh weight
entrepot hangar warehouse depot
conteneur container
camion truck lorry fourgon van utilitaire
voiture vehicule automobile car vehicle
remettre remet remise remis hand handed handover give gave given donner deliver delivery livrer livraison
recevoir recoit recoivent recu receive received get got
payer paiement paye pay paid payment verser remunerer remuneration reward
argent money cash somme montant amount sum especes
acheter achat acheteur buy bought buyer purchase acquirer
vendre vend vendu vente vendeur sell sold sale seller
cocaine coke poudre powder
drogue stupefiant drug narcotic produit product
cannabis resine hashish
pain paquet packet package brique block brick
ballot bale sac bag
valise mallette suitcase briefcase
enveloppe envelope
kilo kilogramme kg kilogram kilograms kilos
gramme gram grams
tonne ton tons
banane banana fruit
telephone phone portable mobile cellphone ligne line
appeler appel call called phoned telephoner
ecoute intercept interception wiretap tap tapped intercepted
conversation communication
dire dit declarer declaration say said says state stated statement tell told affirmer affirm indiquer explain expliquer
entendre entendu audition hearing heard interview interroger interrogatoire questioned interrogated
reconnaitre reconnu recognise recognize identify identifie identified identifier
nier nie contester deny denied
avouer aveu admettre admet admit admitted confess confession
arreter arrestation interpeller interpellation arrest arrested
garde detention custody detained detain
perquisition perquisitionner fouille search searched raid
juge magistrat magistrate judge
procureur parquet prosecutor
avocat conseil lawyer counsel attorney
policier police policeman policemen policewoman officer officers enqueteur investigator inspector
commandant commander
commissaire superintendent commissioner
capitaine captain
lieutenant
brigadier sergeant
douane douanier customs
indicateur informateur informant source tipster
infiltre undercover
temoin temoigner witness testify testimony
expert expertise forensic laboratoire laboratory lab
ordonnance order warrant autorisation autoriser authorise authorize authorisation authorization permit
expirer expiration expire expired lapse lapsed echeance
scelle seal sealed sceller
ouvrir ouvre ouverture ouvert open opened opening
fermer fermeture ferme close closed shut
compter comptage compte count counted
echantillon prelevement sample samples
quai port dock quay wharf pier harbour harbor terminal
navire bateau ship vessel boat
arriver arrivee arrive accoster accoste arrived arrival berthed
partir parti part depart quitter leave left departure depart departed
entrer entree penetrer enter entered entry
sortir sort sorti sortie exit
charger chargement load loaded loading
decharger dechargement unload unloaded unloading
conduire conduit conduis conducteur chauffeur drive drove driven driver volant
transporter transport carry carried transported
surveiller surveillance observe observation watch watched
photographier photographie photo photograph picture vue
rapport report
proces-verbal pv minutes
manquer manquant manque missing miss lack
disparaitre disparu disparition disappear vanish vanished
voler vol steal stole stolen theft
cacher dissimuler hide hid hidden conceal concealed
trouver decouvrir decouverte find found discover discovered
voir voit voyons vu vue see saw seen
prendre prend prennent pris prise take took taken
rencontrer rencontre rendez-vous meet met meeting
demander demande ask asked request requested
repondre repond reponse answer answered reply replied
savoir sait connaitre connait connu know knew known
travailler travail emploi work worked job employee employed employer employe
diriger dirigeant directeur manager director head lead led chef boss leader
proprietaire posseder appartenir appartient titulaire souscrit subscriber registered own owned owner belong
societe entreprise company firm business
importateur importer importation import
compte account bancaire bank banque
virement transfer transferred transfert
facture invoice bill
prix cout price cost
euro euros eur
dollar dollars
nuit night
matin morning matinee
soir soiree evening
jour day journee
semaine week
mois month
an annee year
heure hour
minute minutes
debut commencer commence begin began begun start started
fin finir terminer end ended finish finished
nom name named nommer appele
surnom alias nickname dit nicknamed surnomme
adresse address domicile home house maison domicilier demeurant demeure live lived reside residence
naissance natif born birth
age old aged
femme epouse wife woman
homme man men
mari epoux husband
frere brother
soeur sister
pere father
mere mother
fils son
fille daughter girl
ami friend
complice accomplice
proposer offrir offer offered propose
accepter accept accepted agree agreed
refuser refus refuse refused decline declined
ecrire ecrit ecriv write wrote written
envoyer envoi send sent
courriel mail email message
lire read
signer signature sign signed
numero number
plaque immatriculation plate registration immatricule
clef cle key
porte door
arme weapon gun pistolet pistol
tuer kill killed meurtre murder
blesser blessure wound wounded injured injure
mort death dead decede die died
purete pur pure purity teneur
brut gross
net nette
couleur colour color
blanc blanche white
gris grise grey gray
noir noire black
rouge red
bleu bleue blue
vert verte green
grand large big
petit small little
ancien former
nouveau new
premier premiere first
dernier derniere last
deuxieme second seconde
vide empty
plein full
seul seule alone
intact intacte
rompre rompu broken break broke casse casser
perdre perd perdu lose lost perte loss
suivre suit suivi follow followed filature tailed
informer avise aviser inform informed notify notified
mesure temperature
piece room
chambre bedroom
bureau office
cour court courtyard yard
tribunal courthouse
condamner convict convicted sentence condamnation sentenced
soupconner soupcon suspect suspected suspicion
charger inculper examen charged indicted
enquete investigation inquiry information
equipe team
service brigade unit squad
reunion
tarpaulin bache
detruire detruit destruction destroy destroyed
bruler brule burn burnt burned
restituer rendre return returned
utiliser utilisateur usage user use used servir
contenir contient contenu contain contained content
reste rest remaining remain
garde gardien guard watchman
grutier crane
docker docker stevedore longshoreman
contremaitre foreman
sud south
nord north
ouest west
janvier january
fevrier february
mars march
avril april
mai may
juin june
juillet july
aout august
septembre september
octobre october
novembre november
decembre december
lundi monday
mardi tuesday
mercredi wednesday
jeudi thursday
vendredi friday
samedi saturday
dimanche sunday
"""

_PAIRS = """
ouvrir fermer
arriver partir
entrer sortir
charger decharger
acheter vendre
accepter refuser
avouer nier
plein vide
intact rompre
premier dernier
matin soir
jour nuit
trouver perdre
debut fin
blanc noir
avant apres
before after
more less
plus moins
nord sud
legal illegal
present absent
"""


_THING_WORDS = """
camion voiture navire conteneur entrepot quai domicile tribunal arme cocaine cannabis ballot scelle facture chambre
banane couteau heroine
"""
_ROLE_WORDS = """
juge procureur avocat commissaire commandant capitaine lieutenant brigadier douanier gardien contremaitre docker grutier
informateur infiltre temoin expert
"""


def _groups(shape: Callable[[str], str]) -> dict[str, frozenset[str]]:
    """The numbers of the lines of each word, or of each stem."""
    groups: dict[str, set[str]] = {}
    for number, line in enumerate(_LINES.strip().splitlines()):
        for word in line.split():
            groups.setdefault(shape(word), set()).add(f"#{number}")
    return {form: frozenset(numbers) for form, numbers in groups.items()}


def _opposites() -> dict[str, frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    for line in _PAIRS.strip().splitlines():
        left, right = (_GROUPS.get(word, frozenset({stem(word)})) for word in line.split())
        for here, there in ((left, right), (right, left)):
            for sense in here:
                pairs.setdefault(sense, set()).update(there)
    return {sense: frozenset(others) for sense, others in pairs.items()}


_LINE_WORDS = tuple(frozenset(line.split()) for line in _LINES.strip().splitlines())
_GROUPS = _groups(str)
_ROOTS = _groups(str) | _groups(stem)
_OPPOSITES = _opposites()
_THINGS = frozenset().union(*(_GROUPS.get(word, frozenset({stem(word)})) for word in _THING_WORDS.split()))
_ROLES = frozenset().union(*(_GROUPS.get(word, frozenset({stem(word)})) for word in _ROLE_WORDS.split()))
