"""The labels of talks, hearings and debates, and whose they are."""

from __future__ import annotations

from greffier.reading.read import load_readers
from greffier.records import PieceKind, Quote
from tests.one_page import found_on

READERS = [reader for reader in load_readers() if reader.name in ("dates", "identifiers", "names", "aliases", "quotes")]


def turns(text: str, kind: PieceKind = "intercept") -> list[tuple[str | None, str]]:
    found = [one for one in found_on(text, READERS, kind) if isinstance(one, Quote) and one.kind == "turn"]
    return [(one.speaker_name, one.span.exact) for one in sorted(found, key=lambda one: one.span.start)]


def test_initials_stand_for_who_is_named_above_the_talk_or_his_by_name() -> None:
    text = (
        "Abonné : 06 39 98 81 35 (OSTARD Jules dit « Jimmy »)\n\nJ : Tu viens ?\nH : Avec qui ?\n"
        "J : Avec Lakdar et Fatia.\nH : Bon.\n"
    )
    assert [who for who, _ in turns(text)] == ["Jules Ostard", None, "Jules Ostard", None]


def test_a_field_that_names_who_speaks_is_no_word_of_his() -> None:
    text = "Correspondante : Nadia, sœur de Mourad\nN : T'es où ?\nM : Au garage.\nN : Encore ?\n"
    assert turns(text) == [("Nadia", "T'es où ?"), ("Mourad", "Au garage."), ("Nadia", "Encore ?")]


def test_names_with_particles_label_turns() -> None:
    text = (
        "Procès-verbal d'audition\nOPJ (Fabio Marchal) : Où étiez-vous ?\nMme de La Roche-Brillac : À Megève.\n"
        "OPJ : Avec qui ?\nMme de La Roche-Brillac : Seule.\n"
    )
    assert [who for who, _ in turns(text, "hearing")] == ["Fabio Marchal", "de La Roche-Brillac"] * 2


def test_questions_are_numbered_and_asked_by_who_is_named_in_the_head() -> None:
    text = (
        "PROCÈS-VERBAL D'AUDITION DE PRÉVENU\nPrévenu : Reto ZUMBERG, né le 09.05.1962\n"
        "Policier : inspectrice Sylvie CHAUDAN\n\n"
        "D.1 Acceptez-vous de répondre ?\nR. Oui.\nD.2 Que faisiez-vous ?\nR. Rien.\n"
    )
    assert turns(text, "hearing")[:2] == [("Sylvie Chaudan", "Acceptez-vous de répondre ?"), ("Reto Zumberg", "Oui.")]


def test_debates_name_speakers_before_a_full_stop_and_a_chair_is_nobody() -> None:
    text = (
        "Séance du mardi\nMme la présidente. La parole est à M. Arnaud Lescure.\n"
        "M. Arnaud Lescure. Où sont les sacs ?\n"
        "Mme Hermine Cazal, garde des sceaux. Une inspection est en cours.\nM. Lescure. Depuis quand ?\n"
    )
    speakers = [None, "Arnaud Lescure", "Hermine Cazal", "Lescure"]
    assert [who for who, _ in turns(text, "other")] == speakers


def test_who_breaks_in_on_questions_and_answers_has_his_name() -> None:
    text = "Q. Who paid?\nA. Dan Weller.\nQ. How much?\nMR. OKOYE: Objection.\nA. Fifty.\nQ. When?\nA. In May.\n"
    assert ("Okoye", "Objection.") in turns(text, "hearing")


def test_dashes_may_stand_before_questions_and_between_codes_and_words() -> None:
    text = "---Question: Qui avait les clés?\n---Réponse: Personne.\n---Question: Et le chai?\n---Réponse: Fermé.\n"
    assert [words for _, words in turns(text, "hearing")] == [
        "Qui avait les clés?",
        "Personne.",
        "Et le chai?",
        "Fermé.",
    ]
    text = (
        "Utilisateur : RIVAL Jordan (RJ), appel de PAYAN Mickaël, ci-après PM\n"
        "PM- T'es debout ?\nRJ- Ouais.\nPM- Viens.\nRJ- Bon.\n"
    )
    assert [who for who, _ in turns(text)] == ["Mickaël Payan", "Jordan Rival"] * 2


def test_columns_of_names_and_pipes_part_turns() -> None:
    text = "PRITCHER  Where were you?\nDUNMOOR   Home.\nBAINE     With who?\nDUNMOOR   No comment.\nPRITCHER  Why?\n"
    assert [words for _, words in turns(text, "hearing")][:2] == ["Where were you?", "Home."]
    text = (
        "2021-11-02 18:03 | Marlo | anyone there\n2021-11-02 18:05 | Tess_R | yes\n2021-11-02 18:06 | Marlo | ok\n"
        "2021-11-02 18:07 | Tess_R | bye\n"
    )
    assert [who for who, _ in turns(text)] == ["Marlo", "Tess_R"] * 2


def test_codes_are_explained_by_words_that_no_reader_knows_for_names() -> None:
    text = (
        'Speakers: A – Tan Wee Koh @ Boy; B – unknown male, addressed as "Abang Lim"\nTranslator: Nur Aisyah\n\n'
        "A: Sleep already?\nB: Not yet.\nA: Sunday ah.\nB: OK.\n"
    )
    assert [who for who, _ in turns(text)] == ["Tan Wee Koh", "Abang Lim"] * 2


def test_a_deposition_names_who_asks_above_the_questions() -> None:
    text = (
        "DEPOSITION OF ERNESTO HOLT\nEXAMINATION RESUMED BY MS. PARR:\nQ.   Who is Skeeter?\n"
        "THE WITNESS:   That'd be Leonard Tuttle.\nQ.   Foreman?\nA.   Yes.\nBY MR. COLE:\nQ.   When?\nA.   May.\n"
    )
    speakers = ["Parr", "Ernesto Holt", "Parr", "Ernesto Holt", "Cole", "Ernesto Holt"]
    assert [(who or "").title() for who, _ in turns(text, "hearing")] == speakers


def test_the_chair_is_whom_its_label_names_once() -> None:
    text = (
        "The Chair (Hon. Bev Tkachow (Moose Jaw)): Order.\nMr. Paul Morin (Brampton East): Thank you, Madam Chair.\n"
        "The Chair: Ms. Arsen.\nMs. Claudette Arsen (Assistant Deputy Minister, Department of Works): No.\n"
        "Mr. Paul Morin: Who is it?\n"
    )
    speakers = ["Bev Tkachow", "Paul Morin", "Bev Tkachow", "Claudette Arsen", "Paul Morin"]
    assert [who for who, _ in turns(text, "other")] == speakers


def test_a_talk_ends_where_the_act_or_another_day_goes_on() -> None:
    text = "ANNA: You up?\nOTIS: Just about.\nANNA: Don't bring Leon.\nCall ends\n"
    assert turns(text)[-1][1] == "Don't bring Leon."


def test_a_code_is_told_by_an_equation_a_bracket_or_a_voice() -> None:
    text = (
        "Ligne utilisée par KELLOW Jean-Luc dit « Jeanlou » (= A)\nB = OSTARD Jules, 0488/55.73.01\n\n"
        "A : T'as vu le type ?\nB : Hier soir.\nA : Et alors ?\nB : Rien.\n"
    )
    assert [who for who, _ in turns(text)] == ["Jean-Luc Kellow", "Jules Ostard"] * 2
    voices = 'VOICE 1 = Ivor Kellow. VOICE 2 = female, not identified, answers to "Mama T".\n\n'
    talk = "V1: Good evening.\nV2: What happened?\nV1: Nothing.\nV2: Fine.\n"
    assert [who for who, _ in turns(voices + talk)] == ["Ivor Kellow", "Mama T"] * 2


def test_a_chat_in_columns_has_number_hour_sender_and_words() -> None:
    text = (
        "WhatsApp messages\n#    Timestamp              From        Body\n"
        "1    16/04/2021 21:04:11    Ballu       stock is here\n2    16/04/2021 21:04:50    Raju T      rate?\n"
        "3    16/04/2021 21:05:02    Ballu       18k each\n4    16/04/2021 21:05:33    Raju T      too much\n"
    )
    assert turns(text, "other") == [
        ("Ballu", "stock is here"), ("Raju T", "rate?"), ("Ballu", "18k each"), ("Raju T", "too much"),
    ]  # fmt: skip


def test_who_asks_stands_before_the_word_questions() -> None:
    text = (
        "PROCÈS-VERBAL D'AUDITION\nPersonne entendue : KELLOW Norbert\n"
        "Présents : inspectrice Sylvie OSTARD (questions)\n\n"
        "D. 1 : Combien de litres ?\nR. 1 : Trois citernes.\nD. 2 : Qui est Gil ?\nR. 2 : Un ami.\n"
    )
    assert turns(text, "hearing") == [
        ("Sylvie Ostard", "Combien de litres ?"), ("Norbert Kellow", "Trois citernes."),
        ("Sylvie Ostard", "Qui est Gil ?"), ("Norbert Kellow", "Un ami."),
    ]  # fmt: skip
