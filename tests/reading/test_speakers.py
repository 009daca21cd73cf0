"""Whose words they are where the name stands elsewhere on the page, or nowhere."""

from __future__ import annotations

import pytest

from tests.reading.spoken import said

FRENCH = (
    "REGISTRE DE GARDE À VUE\nNom : TISSOT   Prénom : Gaëtan\nPlacé en garde à vue par le brigadier Anne LORRAIN.\n"
)
ENGLISH = "CUSTODY RECORD\nDetained person: Shane KELLOW   DOB 02/02/1991\nArresting officer: PC Dawn Fisk\n"


@pytest.mark.parametrize(
    ("line", "words", "speaker"),
    [
        ("7 h 25 : Droits notifiés. Déclare ne pas vouloir d'avocat.", "ne pas vouloir d'avocat", "Gaëtan Tissot"),
        (
            "11 h 05 : Le gardé à vue affirme que ses lunettes ont été prises.",
            "ses lunettes ont été prises",
            "Gaëtan Tissot",
        ),
        ("12 h 00 : Interrogé sur son état, répond qu'il va bien.", "il va bien", "Gaëtan Tissot"),
        (
            "12 h 30 : Dit au brigadier VAUTRIN : « Rendez-moi mes affaires. »",
            "Rendez-moi mes affaires.",
            "Gaëtan Tissot",
        ),
        ("15 h 30 : Me Paul AUBERT indique que son client n'a pas mangé.", "son client n'a pas mangé", "Paul Aubert"),
    ],
)
def test_the_lines_of_a_custody_record_are_about_one_person(line: str, words: str, speaker: str) -> None:
    assert said(FRENCH + line) == [(words, speaker)]


@pytest.mark.parametrize(
    ("line", "words", "speaker"),
    [
        ("14:02 Arrived. States he has taken two tablets.", "he has taken two tablets", "Shane Kellow"),
        ("14:10 Cut over left eye; says he fell.", "he fell", "Shane Kellow"),
        ("14:20 DP states that he understands.", "he understands", "Shane Kellow"),
        ('18:15 When asked about the knife, replied, "Not mine, I found it."', "Not mine, I found it.", "Shane Kellow"),
        ("19:00 PC Fisk said that no marks were visible.", "no marks were visible", "Fisk"),
    ],
)
def test_and_so_are_english_ones(line: str, words: str, speaker: str) -> None:
    assert said(ENGLISH + line) == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "Je suis le conseil de M. Samir Bouzidi.\n\nMon client affirme n'avoir rien signé. Il dit que c'est faux.",
            [("n'avoir rien signé", "Samir Bouzidi"), ("c'est faux", "Samir Bouzidi")],
        ),
        (
            "We act for Mrs Doreen Tully.\n\nOur client says that she never received the cheque.",
            [("she never received the cheque", "Doreen Tully")],
        ),
        (
            "Olivier,\nC'est fait.\n\nLe mer. 11 janv. 2023 à 18:22, Olivier Prat <o.prat@transmar.example> a écrit :\n"
            "> Où en sont les boîtes ?\n> Il me faut le bon.",
            [("Où en sont les boîtes ?\n> Il me faut le bon.", "Olivier Prat")],
        ),
        (
            "No.\n\n> From: Tom Eversholt\n> Sent: Monday\n>\n> Do we have the weights?",
            [("Do we have the weights?", "Tom Eversholt")],
        ),
        ("Le parquet indique que le site sera fouillé.", [("le site sera fouillé", "Le parquet")]),
        ("According to police, two men are still sought.", [("two men are still sought", "police")]),
        (
            "Your letter of 4 May states that the cheque was cashed.",
            [("the cheque was cashed", "Your letter of 4 May")],
        ),
        (
            "Peter Lowe said the van was empty. The doors were locked, he said.",
            [("the van was empty", "Peter Lowe"), ("The doors were locked", "Peter Lowe")],
        ),
        ("ROMARIN expose que le voilier arrive mardi.", [("le voilier arrive mardi", "ROMARIN")]),
        ("I spoke to Ray Tolland. He says the bags went out.", [("the bags went out", "Ray Tolland")]),
        ("Le camion de Paul Morin est parti. Il dit que tout va bien.", [("tout va bien", None)]),
        ("Selon le témoin Paul Morin, dit le Russe, tout va bien.", [("tout va bien", "Paul Morin")]),
    ],
)
def test_who_speaks_is_named_elsewhere(text: str, quotes: list[tuple[str, str | None]]) -> None:
    assert said(text) == quotes


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("M. COURTOIS a entendu une voix d'homme crier : « Laisse-moi entrer ! »", "Laisse-moi entrer !", None),
        ("Mrs Cole heard Darren Pike shout: “Get the keys now!”", "Get the keys now!", "Darren Pike"),
        (
            "Paul Morin est venu. Il a dit à Lucie Moreau : « Ne viens pas demain. »",
            "Ne viens pas demain.",
            "Paul Morin",
        ),
        ("SMS envoyé à 10:25 à Karim Benali : « Ok, dis-lui de descendre. »", "Ok, dis-lui de descendre.", None),
        ("« On attend le procès », résume un docker, qui préfère se taire.", "On attend le procès", None),
        ("Ms Lund described the claims as “fanciful”.", "fanciful", "Lund"),
    ],
)
def test_whose_words_they_are_not(text: str, words: str, speaker: str | None) -> None:
    assert (words, speaker) in said(text)


def test_a_footnote_and_an_object_are_no_reported_words() -> None:
    assert said("Describe what Stone told you and when.") == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "« Mon père pesait 58 kilos », dit Sylvain Drouet, dont le père, Roger, est mort à Vichy. Il a porté "
            "plainte. « Je veux un nom », lâche-t-il.",
            "Je veux un nom",
            "Sylvain Drouet",
        ),
        (
            '"He weighed nothing," said Peter Lowe, whose brother, Alan, died in May. He went to court. "I want a '
            'name," he said.',
            "I want a name",
            "Peter Lowe",
        ),
        ("Lucie Moreau m'a raconté qu'il avait dit : « tout va brûler ».", "tout va brûler", None),
        ("Selon Lucie Moreau, il lui aurait dit : « tais-toi ».", "tais-toi", None),
        ('According to Anna Reid, he told her: "be quiet".', "be quiet", None),
        ("Mme Lucie Moreau affirme qu'elle lui a dit : « tais-toi ».", "tais-toi", "Lucie Moreau"),
        ("Paul Morin est parti tard, il nous a dit : « bonsoir ».", "bonsoir", "Paul Morin"),
    ],
)
def test_a_pronoun_is_neither_a_kinsman_told_of_nor_who_tells_of_another(
    text: str, words: str, speaker: str | None
) -> None:
    assert (words, speaker) in said(text)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Teller Brenda Coe asked Mr Ivor Kellow where it came from. He said that he sold cars.", "he sold cars",
         "Ivor Kellow"),
        ("PC Dawn Fisk arrested Ivor Kellow. He said that he had slept.", "he had slept", "Ivor Kellow"),
        ("L'agente Bréhier arrête M. KELLOW et lui lit ses droits. Il répond : « Appelez ma mère. »",
         "Appelez ma mère.",
         "Kellow"),
        ("I met Ivor Kellow on Monday. He wants a letter.\n\nI told him no. He then said: “Ask the boss about it.”",
         "Ask the boss about it.", "Ivor Kellow"),
        ("Abel Kellow was struck. He had been told: “You drive for them.”", "You drive for them.", None),
        ("Mrs June Fallow recalled a bang and a man's voice shouting: “Get in the car!”", "Get in the car!", None),
        ("Constable Reid's notes record the deceased as saying, “They know where I live.”", "They know where I live.",
         None),
        ("On 6 May Ivor Kellow sent a text to a friend that read: “bring the blue ones”.", "bring the blue ones",
         "Ivor Kellow"),
        ("Dans un SMS du 2 mai, M. Tissot écrivait à M. Lorrain : « Passe avant midi ».", "Passe avant midi", "Tissot"),
    ],
)  # fmt: skip
def test_who_deals_with_somebody_does_not_answer_for_him(text: str, words: str, speaker: str | None) -> None:
    assert [who for exact, who in said(text) if exact.startswith(words.rstrip("."))] == [speaker]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("L'avocat de M. Jean Kellow dit que le sac est vide.", "le sac est vide", None),
        ("La mère de Jean Kellow affirme que son fils ment.", "son fils ment", None),
        ("Le chef de l'agence KBCO dit que rien ne manque.", "rien ne manque", None),
        ("Gil Kellow, dit Dédé, contacté, assure que le sac est vide.", "le sac est vide", "Gil Kellow"),
        ("Me Casteran se lève. L'avocate générale fait observer que la somme manque.", "la somme manque", None),
        ("She said that Ivor Kellow called and said the marsh was deep.", "the marsh was deep", "Ivor Kellow"),
    ],
)  # fmt: skip
def test_a_name_that_a_noun_governs_does_not_speak(text: str, words: str, speaker: str | None) -> None:
    assert [who for exact, who in said(text) if exact.startswith(words.rstrip("."))] == [speaker]


def test_the_accused_is_who_the_page_names_beside_that_word() -> None:
    text = (
        "NOTES D'AUDIENCE\nLe témoin Franck LABAT, garagiste, dépose. L'accusé lui a dit : « C'est pour ma femme. »\n"
        "L'accusé, Steeve DUPOUY, demande la parole.\n"
    )
    assert ("C'est pour ma femme.", "Steeve Dupouy") in [(words, (who or "").title()) for words, who in said(text)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Spoke to owner, Abdi Noor. Claims he sold it in 2018.", [("he sold it in 2018", "Abdi Noor")]),
        ("11:00  Ms Orla Fallon objects; says that he was not fed.", [("he was not fed", "Orla Fallon")]),
        ("Mr Owen Hale answered, told me his wife was out.", [("his wife was out", "Owen Hale")]),
        ("A trader, Mr Ivan Mulenga, separately stated that he paid.", [("he paid", "Ivan Mulenga")]),
        ("Spoke to Sgt Mwangi. She confirmed the lorry was weighed.", [("the lorry was weighed", "Mwangi")]),
        (
            'A note found on Derek Finch read: "Pay him on Friday."',
            [("Pay him on Friday.", "A note found on Derek Finch")],
        ),
        (
            'The SMS of 06:15, which she kept, reads: "It has come, wait."',
            [("It has come, wait.", "The SMS of 06:15")],
        ),
        ("The complaint came on Monday. It states that the dealer paid.", [("the dealer paid", "complaint")]),
        (
            "[4] PW3, Geoffrey Kabwe, a guard, was called. PW3 said that it was dark.",
            [("it was dark", "Geoffrey Kabwe")],
        ),
        ("DW-2 deposed that he was on duty.", [("he was on duty", None)]),
        (
            "Asked by the defence whether she had looked, Colleen Hart conceded that she had not.",
            [("she had not", "Colleen Hart")],
        ),
        (
            "The driver, who gave his name as Yaw Mensah, stopped. The driver said that Boateng had paid him.",
            [("Boateng had paid him", "Yaw Mensah")],
        ),
        ("I asked Paul Dunstan and he told me it was shut.", [("it was shut", "Paul Dunstan")]),
        (
            "I, Nora Dlamini, do hereby make oath and state:\n3. I met the first respondent. He told me that he knew.",
            [("he knew", None)],
        ),
        ("Saw Owen Hale, C wing. Not sleeping. Told me straight out that he took it.", [("he took it", "Owen Hale")]),
        ("Owen Hale's account changed. To Mr Phiri he said that he bought it.", [("he bought it", "Owen Hale")]),
        ("Dr Ilse Vorster advised the applicant. The applicant, in reply, said that he knew.", [("he knew", None)]),
        ('"I know nothing of it," Mr Hale\'s driver said.', [("I know nothing of it", None)]),
        ("Mr Owen Hale has said nothing to police.", []),
        ('Group chat: "Sunday League Lads"', []),
        ('"The jar" is thought to mean short weight.', []),
        ("According to Mrs Mwangi the gate was open.", [("the gate was open", "Mwangi")]),
        ("Never once did Mr Owen Hale say that the books were false.", []),
        ("Whether Owen Hale thought it was true is another matter.", []),
        (
            'S2 leaves.\nS1 on phone, heard to say "tell Nikos tomorrow".\nS1 = Vernon Straker',
            [("tell Nikos tomorrow", "Vernon Straker")],
        ),
        (
            "Le gérant, un certain Kambale, a affirmé que la barrière est fermée.",
            [("la barrière est fermée", "Kambale")],
        ),
        ("Le capitaine Yves Morin affirrne que le sceau est brisé.", [("le sceau est brisé", "Yves Morin")]),
    ],
)
def test_notes_logs_and_papers_tell_who_speaks(text: str, quotes: list[tuple[str, str | None]]) -> None:
    assert said(text) == quotes


def test_he_of_an_answer_is_whom_the_questions_before_are_about() -> None:
    text = (
        "INTERVIEW OF Dean Sizemore\nQ. Did you see Mr Blevins?\nA. Yes, at the gate.\nQ. What did he say?\n"
        "A. He said that the meter was broken."
    )
    assert ("the meter was broken", "Blevins") in said(text, "hearing")
