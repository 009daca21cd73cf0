"""A bundle falls into its documents, a single document stays whole, and every page is in exactly one piece."""

from hypothesis import given
from hypothesis import strategies as st

from greffier.pages.pieces import divide
from greffier.pages.settle import settle
from greffier.records import Leaf, Source

REPORT = "RÉPUBLIQUE FRANÇAISE\nPROCÈS-VERBAL\nP.V. n° 2021/0045/{n}\nNous, Aline DORVEAU, brigadière,\nconstatons."
GOES_ON = "Suite du P.V. n° 2021/0045/{n}\nLe camion repart. Le témoin ne dit plus rien de ce soir-là."
CLOSED = "Suite du P.V. n° 2021/0045/{n}\nLe camion repart.\nDont procès-verbal clos à midi."


def source(media_type: str = "application/pdf") -> Source:
    return Source("source", "box/bundle.pdf", "a" * 64, media_type, 1)


def sizes(pages, media_type: str = "application/pdf") -> list[int]:
    pieces = divide(source(media_type), pages)
    assert [id for piece in pieces for id in piece.pages] == [page.id for page in pages]
    return [len(piece.pages) for piece in pieces]


def test_reports_bound_together(pages_of):
    texts = [REPORT.format(n=1), GOES_ON.format(n=1), CLOSED.format(n=1), REPORT.format(n=2), REPORT.format(n=3)]
    assert sizes(pages_of(texts)) == [3, 1, 1]


def test_page_counts_that_begin_again(pages_of):
    texts = [
        f"Le texte {n} continue sans titre.\npage {p}/{of}"
        for n, (p, of) in enumerate([(1, 2), (2, 2), (1, 3), (2, 3), (3, 3), (1, 1)])
    ]
    assert sizes(pages_of(texts)) == [2, 3, 1]


def test_a_running_head_divides_nothing(pages_of):
    texts = [f"RAPPORT D'EXPERTISE\nChapitre {n}. Les mesures sont les suivantes." for n in range(1, 6)]
    assert sizes(pages_of(texts)) == [5]


def test_chapters_of_a_counted_report_stay_together(pages_of):
    heads = ["RAPPORT GÉNÉRAL", "NOTE DE MÉTHODE", "ANNEXE", "SYNTHÈSE"]
    texts = [f"{head}\nLe texte.\nDont acte.\n{n}/4" for n, head in enumerate(heads, 1)]
    assert sizes(pages_of(texts)) == [4]


def test_english_bundle(pages_of):
    texts = [
        "NORTH COUNTY POLICE\nSURVEILLANCE REPORT\nOur ref: NCU/21/077\nThe van left.",
        "It came back at noon.\nSigned by the officer",
        "WITNESS STATEMENT\nStatement of Owen TRASK\nI, Owen TRASK, of Mill Lane, state:",
        "I did not see the van again.\nSigned: O. Trask",
        "SEARCH WARRANT\nIN THE CROWN COURT\nTo any constable",
    ]
    pages = pages_of(texts)
    pieces = divide(source(), pages)
    assert [(piece.kind, len(piece.pages)) for piece in pieces] == [("report", 2), ("hearing", 2), ("order", 1)]
    assert pieces[0].reference == "NCU/21/077"
    assert pieces[1].author == "Owen TRASK"


def test_a_mail_is_one_piece_with_its_subject_and_sender(pages_of):
    pages = pages_of(
        ["From: Orla Finch <orla@exemple.example>\nTo: x\nSubject: The two boxes\n\nBoth are here.", REPORT]
    )
    (piece,) = divide(source("message/rfc822"), pages)
    assert (piece.kind, piece.title, piece.author) == ("mail", "The two boxes", "Orla Finch")


def test_a_bare_heading_is_told_apart_by_its_object(pages_of):
    (piece,) = divide(
        source(), pages_of(["PROCÈS-VERBAL\nObjet : Audition de DARNIS Paul.\nQUESTION : Où étiez-vous ?"])
    )
    assert piece.title == "PROCÈS-VERBAL : Audition de DARNIS Paul"
    assert piece.kind == "hearing"


def test_same_pages_same_pieces_and_no_pages_no_pieces(pages_of):
    pages = pages_of([REPORT.format(n=1), REPORT.format(n=2)])
    assert divide(source(), pages) == divide(source(), list(reversed(pages)))
    assert divide(source(), []) == []


@given(st.lists(st.text(max_size=80), max_size=6))
def test_every_page_is_in_exactly_one_piece(texts):
    pages = [settle(Leaf(number, text, 595, 842), source())[0] for number, text in enumerate(texts, 1)]
    sizes(pages)


def test_a_blank_page_belongs_to_what_stands_before_it(pages_of):
    texts = [REPORT.format(n=1), "", REPORT.format(n=2), " . "]
    assert sizes(pages_of(texts)) == [2, 2]


def test_letters_and_press_begin_without_a_heading(pages_of):
    letter = (
        "Cabinet ORTEGA\nPort-Mévan, le 4 mai 2021\nMadame,\nLa pièce est perdue.\nVeuillez agréer nos salutations."
    )
    press = "Le Phare\n5 mai 2021\nQui a vidé la caisse ?\nPar Agnès Morel, envoyée spéciale\nLe quai dort encore."
    assert sizes(pages_of([REPORT.format(n=1), letter, press])) == [1, 1, 1]


def test_a_form_that_repeats_its_head_on_every_page_is_one(pages_of):
    texts = [f"INCIDENT REPORT\nReport no. 2021/0{9}\nThe van left at {hour}." for hour in range(4)]
    assert sizes(pages_of(texts)) == [4]


def test_lone_numbers_that_begin_again(pages_of):
    texts = [f"{head}Le texte {at} se poursuit.\n- {at} -" for head, at in
             [("Note\n4 mai 2021\n", 1), ("", 2), ("Note\n7 mai 2021\n", 1), ("", 2), ("", 3)]]  # fmt: skip
    assert sizes(pages_of(texts)) == [2, 3]


def test_numbers_of_the_whole_file_join_nothing(pages_of):
    texts = [f"{REPORT.format(n=at)}\n- {at} -" for at in range(1, 4)]
    assert sizes(pages_of(texts)) == [1, 1, 1]
