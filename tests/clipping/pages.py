"""Invented captures of the shape that aggregators' topic pages have; names, places and words belong to nobody."""

from __future__ import annotations

PARAGRAPHS = (
    "When the customs officer nicknamed Fougère opened the warehouse on Quai Verdier, he found eleven pallets "
    "where the register announced fourteen. “Nobody had touched the seals,” he told the inspectors of the Brelan "
    "Authority [the port’s independent oversight body]. The three missing pallets had been weighed twice, and "
    "each time the scale gave another figure. It was only “a detail,” he was told.",
    "The inquiry that followed fills a more than 1,200-page case file, which The Harbour Ledger was able to "
    "review. It describes months of improvised decisions, radios that were never charged and a van that was lent "
    "without a word in any register. At the centre stands Maurel (name changed), 52, a crane operator who agreed "
    "to talk to two officers he had known since childhood. “They asked me to look away for one night, (...) and "
    "then for one week,” he said in his second hearing. His phone, seized in March, holds 214 messages in which "
    "nobody is called by a name. Two of them mention a lorry from Saint-Aubier, and one of them a sum that no "
    "account of the port authority explains. The officers deny having promised anything, and their superiors say "
    "that they were never told of the arrangement.",
    "None of the three heads of service who signed the register that winter has kept a copy of it. The "
    "prosecutor of Port-Brelan closed the first inquiry after nine weeks, and opened a second one when a clerk "
    "found the weighing slips in a drawer. That clerk has since left the service, and does not wish to be called "
    "brave for it.",
)
MARKER = "You have 90.35% of this article left to read. The rest is for subscribers only."

# The same twenty-nine lines as the page that the rules were described from: container, picture, head, body, wall.
REFERENCE = f"""THE VALLEY ONE POST
Nov 3, 2024\xa0|\xa0
0
\xa0|\xa0Elbow,ND
Sponsor:\xa0\xa0TRIVIO\xa0
Sponsor:\xa0\xa0TRIVIO\xa0
Sponsor:\xa0\xa0TRIVIO: Sharpen your quiz evenings!
Sponsor:\xa0\xa0TRIVIO: Sharpen your quiz evenings! Questions and reasoning support for pub teams and their captains.
back\xa0
topic


Images The Harbour Ledger.com
ORVALD

The Port-Brelan customs' missing pallets: 'Nobody touched the seals.' How a routine check turned into a rout

By , and\xa0
Published today at 6:30 am (Paris)

11 min read\xa0Lire en français

{PARAGRAPHS[0]}

{PARAGRAPHS[1]}

{PARAGRAPHS[2]}

{MARKER}"""

FRENCH_PARAGRAPHS = (
    "Quand la douanière surnommée Bruyère ouvre le hangar du quai Verdier, elle trouve onze palettes là où le "
    "registre en annonce quatorze. « Personne n’avait touché aux scellés », dit-elle aux inspecteurs de "
    "l’autorité de Brelan. Les trois palettes manquantes avaient été pesées deux fois, et chaque fois la balance "
    "donnait un autre chiffre.",
    "L’enquête qui suit tient en 1 200 pages, que La Vigie du port a pu consulter. Elle raconte des mois de "
    "décisions prises à la hâte, des radios jamais chargées et une camionnette prêtée sans un mot dans aucun "
    "registre. Au centre se tient Maurel (le prénom a été modifié), 52 ans, grutier, qui accepte de parler à la "
    "commissaire G., qu’il connaît depuis l’enfance. « Ils m’ont demandé de regarder ailleurs [sur le quai 4] "
    "une nuit », raconte-t-il.",
)
FRENCH = f"""LA GAZETTE DES QUAIS
3 nov. 2024 |\xa0
0
 | Port-Brelan, France
Publicité : TRIVIO
retour
sujet


Images La Vigie du port.fr
ORVALD

Les palettes perdues de Port-Brelan : comment un contrôle de routine a tourné à la déroute

Par , et\xa0
Publié aujourd'hui à 06h30 (Paris)

Lecture 11 min Read in English

{FRENCH_PARAGRAPHS[0]}

{FRENCH_PARAGRAPHS[1]}

Il vous reste 90,35 % de cet article à lire. La suite est réservée aux abonnés."""

DIGEST = """THE VALLEY ONE POST
Nov 3, 2024 |\xa0
0
 | Elbow,ND
Sponsor: TRIVIO
topic
Harbour Ledger
28 Oct 2024
Three pallets are still missing in Port-Brelan
Three pallets are still missing in Port-Brelan
#customs
The second inquiry was opened when a clerk found the weighing slips in a drawer.
Saint-Aubier Courier
16 Jun 2022
Crane operators ask who lent the van that night
Crane operators ask who lent the van that night
#harbour
Northern Echo Wire
2 Nov 2024
The authority promises a new register by spring
The authority promises a new register by spring
#customs"""

PROMOTION = "Get the harbour letter every Friday, a mail of three minutes that tells what the port would rather not."
