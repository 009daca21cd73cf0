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


def test_a_talk_ends_where_the_act_or_another_day_goes_on() -> None:
    text = "ANNA: You up?\nOTIS: Just about.\nANNA: Don't bring Leon.\nCall ends\n"
    assert turns(text)[-1][1] == "Don't bring Leon."
