"""Who speaks: subjects set apart, whom somebody tells, and words that a paper gives to its people."""

from __future__ import annotations

import pytest

from tests.reading.spoken import said


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The harbour master, Capt. Owen Pell, told me that the boom was shut.", "the boom was shut", "Owen Pell"),
        ("Mrs. Helen Corley, K.C., defending, said that the ledger was false.", "the ledger was false", "Helen Corley"),
        ("The janitor, Miss Fenn, tells us that the door was open.", "the door was open", "Fenn"),
        ("Tariq*, 31, said he had slept in the van.", "he had slept in the van", "Tariq"),
        ("Ann Rook, head of Fenn & Co Ltd, told the Harbour Review Board (\"HRB\") that the gate was open.",
         "the gate was open", "Ann Rook"),
        ("The clerk, Noor Amari, told Det. Pike that the buyer wore gloves.", "the buyer wore gloves", "Noor Amari"),
        ("Dan Roe warned the night crew he would call the police.", "he would call the police", "Dan Roe"),
        ("Paul Hart rang the depot at noon to say that the van had gone.", "the van had gone", "Paul Hart"),
        ("The magistrate, Hon. Grace Otieno, confirmed that the case is pending.", "the case is pending",
         "Grace Otieno"),
        ("Le gardien, vieux Samba, affirme qu'une malle a disparu.", "une malle a disparu", "Samba"),
        ("Jointe le 2 juillet, Mme Yerly a expliqué à notre caissier, M. Rochat, qu'il s'agissait d'un prêt.",
         "il s'agissait d'un prêt", "Yerly"),
        ("Honorine (le prénom a été changé), vendeuse depuis mars, rappelle que la caisse était vide.",
         "la caisse était vide", "Honorine"),
        ("L'avocat de M. Tessier, Me Aude Rolin, fustige « un dossier vide » et soutient que son client dormait.",
         "son client dormait", "Aude Rolin"),
        ("M. Lunel a déclaré aux vigiles n'avoir rien vu.", "n'avoir rien vu", "Lunel"),
        ("Le dénommé Yacine a dit ne rien savoir.", "ne rien savoir", "Yacine"),
        ("Notre correspondant à Tunis, M. Belhaj, a téléphoné hier pour indiquer que le navire était parti.",
         "le navire était parti", "Belhaj"),
        ("Selon le commissaire aux comptes, M. J.-F. Marchand, deux fûts ont été vendus.", "deux fûts ont été vendus",
         "J.-F. Marchand"),
        ("J'ai vu Mme Sbaï. Celle-ci, entendue par nos soins, déclare que son mari dormait.", "son mari dormait",
         "Sbaï"),
        ("Paul Morin critique la note de Mme Roux et ajoute qu'il viendra.", "il viendra", "Paul Morin"),
    ],
)  # fmt: skip
def test_a_subject_set_apart_speaks(text: str, words: str, speaker: str | None) -> None:
    assert [who for exact, who in said(text) if exact == words] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Brenda Coe asked Mr Ivor Kellow where it came from.",
        "Paul Hart wrote it down on Sunday.",
        "Ann Rook said it in front of the crew.",
        "Asked who that was, he laughed.",
        "Le camion que Paul Morin a garé devant la mairie est rouge.",
        "Dan Roe told the truth.",
    ],
)
def test_what_is_no_clause_is_not_told(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Skipper: Tom Hale     Mate: Ann Rook\n\nThe skipper told me that the pump was dry.", "the pump was dry",
         "Tom Hale"),
        ("Driver: Tom Hale, of Wick\n\nThe driver was held. He said: “Ask the owner of the lorry.”",
         "Ask the owner of the lorry.", "Tom Hale"),
        ("Account holder: JOYCE ACHIENG OTIENO\nAccount no. 4471882\n\nNotes (by Silas Mbugua)\n"
         "1. The member came in on Monday. She says she signed nothing.", "she signed nothing", "Joyce Achieng Otieno"),
        ("The offender is Colin Marrick, 51.\n\n3. Asked about it, the offender replied, “Mate, that's for the boat.”",
         "Mate, that's for the boat.", "Colin Marrick"),
        ("CONTRACT between Pell Minerals Ltd (\"the Company\") and Ibrahim Souley (\"the Agent\").\n\n"
         "2. The Agent confirms that the shares are his.", "the shares are his", "Ibrahim Souley"),
        ("Entre Mme Odile Perrin (ci-après : « la bailleresse ») et M. Jean Lerat (ci-après : « le preneur »)\n\n"
         "Art. 2 – Le preneur déclare que le local est sain.", "le local est sain", "Jean Lerat"),
        ("Conducteur : Rémi VASSAL\nPassager : Éric TONNEL\n\nLe conducteur explique que la bâche était ouverte.",
         "la bâche était ouverte", "Rémi Vassal"),
        ("Titulaire : Fernand KESTEL\nCompte n° 44817 882\n\nLe client a expliqué qu'il avait vendu un voilier.",
         "il avait vendu un voilier", "Fernand Kestel"),
        ("Seller: Ann Rook. Seller: Paul Hale.\n\nThe seller states that the car is sound.", "the car is sound", None),
        ("Driver: Tom Hale\n\nA driver said that the road was shut.", "the road was shut", None),
        ("Le bailleur soutient que le toit était sain.", "le toit était sain", None),
    ],
)  # fmt: skip
def test_a_paper_says_whom_its_words_mean(text: str, words: str, speaker: str | None) -> None:
    assert [who for exact, who in said(text) if exact == words] == [speaker]


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("COMPTE RENDU D'ENTRETIEN\nEntendu : M. Hugo LEMAIRE, brigadier\nEnquêtrice : Sarah BENALI, commandante\n"
         "Assisté de M. Pradel, délégué\n\nSB. Vous avez signé ce rapport ?\nHL. Oui, je l'ai signé le soir même.\n"
         "SB. Qui conduisait ?\nHL. Je ne sais plus.\nM. Pradel : Je demande une pause.\nSB. Elle est refusée.",
         ["Sarah Benali", "Hugo Lemaire", "Sarah Benali", "Hugo Lemaire", "Pradel", "Sarah Benali"]),
        ("RECORD OF INTERVIEW\nInterviewed (PKM): Paul Kane-Morris, trader\nFor the Board: Anna Visser (AV)\n\n"
         "AV: Who opened the account?\nPKM: I did.\nAV: When was it?\nPKM: In May, I think.",
         ["Anna Visser", "Paul Kane-Morris", "Anna Visser", "Paul Kane-Morris"]),
        ("VOICE 1 = Marcus Dillon, alias Dilly. VOICE 2 = female, unknown.\n\n"
         "V1: You there?\nV2: I am.\nV1: Bring the red one.\nV2: Not today.",
         ["Marcus Dillon", None, "Marcus Dillon", None]),
    ],
)  # fmt: skip
def test_initials_and_codes_stand_for_who_talks(text: str, turns: list[str | None]) -> None:
    assert [who for _, who in said(text, "hearing")] == turns


@pytest.mark.parametrize(
    "text",
    [
        "NB. Le sac est vide.\nNB. La clé manque.\nNB. Rien d'autre ?",
        "PV. Audition de M. Roux.\nPV. Perquisition du 3 mai.\nPV. Saisie de deux sacs.",
    ],
)
def test_notes_headed_by_letters_are_no_talk(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Marcus Dillon, known as Dilly, was there. Dilly said that the gate was open.", "the gate was open",
         "Marcus Dillon"),
        ("Thierry MAURY, dit « Titou », est venu. Titou a dit : « On part demain matin. »", "On part demain matin.",
         "Thierry Maury"),
        ("Paul Rey, dit « Kiki », est venu. Kiki Roux a dit : « On part demain matin. »", "On part demain matin.",
         "Kiki Roux"),
    ],
)  # fmt: skip
def test_a_by_name_speaks_for_its_bearer(text: str, words: str, speaker: str) -> None:
    assert (words, speaker) in said(text)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Le second, Lamine Diallo dit « Bosco », a d'abord prétendu être en transit.", "être en transit",
         "Lamine Diallo"),
        ("Le caissier, Oumar Kanté, connu sous le nom de « Petit Banquier », soutient n'avoir rien touché.",
         "n'avoir rien touché", "Oumar Kanté"),
        ("M. Rolin, dans la presse (Le Matin, 22 juillet), prétend n'avoir rien vu.", "n'avoir rien vu", "Rolin"),
        ("M. Rolin nous a écrit (courriel du 2/11/21, 9h12) que le lot était vendu.", "le lot était vendu", "Rolin"),
        ("M. Rolin, joint au tél. (06 39 98 01 26) : « Je n'ai rien signé, rien du tout. »",
         "Je n'ai rien signé, rien du tout.", "Rolin"),
        ("Accusé : Steve Rioux\n\nOn ouvre.\n\nL'accusé : « J'ai rien d'autre à dire ce matin. »",
         "J'ai rien d'autre à dire ce matin.", "Steve Rioux"),
        ("Detective Sergeant Kahu Moana of the Rural Crime Unit said the ute was searched.", "the ute was searched",
         "Kahu Moana"),
        ("Sam Foubister saw it. He says further that the van had gone.", "the van had gone", "Sam Foubister"),
        ("GARDE À VUE\nM. MARTIN Luc, né le 19 janvier 1991 à Tours, maçon.\n\nDe 10 h à 11 h : audition, assisté de "
         "Me Inès TALLEC, avocate. L'intéressé déclare avoir vendu le camion.", "avoir vendu le camion", "Luc Martin"),
    ],
)  # fmt: skip
def test_more_stands_between_a_name_and_its_verb(text: str, words: str, speaker: str | None) -> None:
    assert [who for exact, who in said(text) if exact == words] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "VN-1 — 05 DEC 2022 08:14 (11 sec)\nVN-2 — 05 DEC 2022 08:20 (9 sec)\nVN-3 — 05 DEC 2022 08:21 (31 sec)\n",
        "1   14-02-2020 18:02    OUT   072 555 0932\n2   14-02-2020 18:04    IN    072 555 0933\n"
        "3   14-02-2020 18:09    OUT   072 555 0932\n4   14-02-2020 18:12    IN    072 555 0933\n",
    ],
)
def test_heads_of_calls_are_no_turns(text: str) -> None:
    assert said(text, "intercept") == []
