"""What a page says of its document, in French and English, and what it does not say."""

import pytest

from greffier.pages import labels


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("MINISTÈRE\nP.V. n° 2021/004512/7\nAFFAIRE :", "2021/004512/7"),
        ("P.V. n°\n2021/0045/12\nOBJET :", "2021/0045/12"),
        ("PROCÈS-VERBAL N° 118/2022\nL'an", "118/2022"),
        ("Suite du P.V. n° 2021/0045/12", "2021/0045/12"),
        ("N/Réf : DRK-2021-44\nV/Réf : autre/12", "DRK-2021-44"),
        ("Our ref: NCU/21/077\nYour ref: 2020/1", "NCU/21/077"),
        ("RAPPORT D'ANALYSE N° 21-0932\nRequérant", "21-0932"),
        ("LAB REPORT No. 21-0932", None),
        ("REPORT No. 2021/18\nTo the board", "2021/18"),
        ("N° Parquet : 21 044 00031\nN° Instruction : 3/21", "21 044 00031"),
        ("Le témoin a lu le P.V. n° 2021/0045/12 et le conteste.", None),
        ("Your ref: 2020/1", None),
        ("Nothing here", None),
    ],
)
def test_reference(text, told):
    assert labels.reference(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("body\npage 3/12", (3, 12)),
        ("Feuillet 1/4\nbody", (1, 4)),
        ("Page 2 of 3", (2, 3)),
        ("page 2 sur 3", (2, 3)),
        ("Sous-direction - note interne 2/2\nbody", (2, 2)),
        ("4/12", (4, 12)),
        ("Réunion du 03/04", None),
        ("page 9/3", None),
        ("dossier 2021/0045", None),
    ],
)
def test_counter(text, told):
    assert labels.counter(text) == told


def test_a_fraction_in_the_body_counts_no_pages():
    assert labels.counter("\n".join(["line"] * 7 + ["le coffre, plein aux 3/4"] + ["line"] * 7)) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nous, Aline DORVEAU, brigadière de police,", "Aline DORVEAU"),
        ("Nous, capitaine Jean-Luc MORTEMAR, officier", "Jean-Luc MORTEMAR"),
        ("Nous, Commandant Ève de LATTRE, officier", "Ève de LATTRE"),
        ("Je soussigné, docteur Paul VIREMONT, expert", "Paul VIREMONT"),
        ("I, Sarah COLDWATER, of 12 Mill Lane, state:", "Sarah COLDWATER"),
        ("Statement of Owen TRASK", "Owen TRASK"),
        ("Nous, officier de police judiciaire, constatons", None),
        ("Nous avons vu Aline DORVEAU, brigadière.", None),
        ("I saw Sarah COLDWATER, who ran.", None),
    ],
)
def test_author(text, told):
    assert labels.author(text) == told


@pytest.mark.parametrize(
    ("text", "told", "kind"),
    [
        ("RÉPUBLIQUE FRANÇAISE\nPROCÈS-VERBAL\nL'an deux mille", "PROCÈS-VERBAL", "report"),
        ("PROCÈS-VERBAL\nD'AUDITION DE TÉMOIN\nL'an", "PROCÈS-VERBAL D'AUDITION DE TÉMOIN", "hearing"),
        ("Rapport d'expertise balistique\nNous", "Rapport d'expertise balistique", "expertise"),
        ("OFFICIAL - WITNESS STATEMENT\nI", "OFFICIAL - WITNESS STATEMENT", "hearing"),
        ("SEARCH WARRANT\nTo any constable", "SEARCH WARRANT", "order"),
        ("ORDONNANCE DE\nPLACEMENT EN DÉTENTION\nNous", "ORDONNANCE DE PLACEMENT EN DÉTENTION", "order"),
    ],
)
def test_heading(text, told, kind):
    found = labels.heading(text)
    assert found is not None
    assert (found.line, found.cue.kind) == (told, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Le lendemain, il pleuvait sur le port.",
        "rapport de surveillance établi hier par le service, que nous avons lu.",
        "Audition du témoin remise au lendemain, celui-ci étant souffrant et hors d'état de répondre,",
        "OBJET :\nAudition de\nDARNIS Paul\n\nIl pleuvait.",
    ],
)
def test_no_heading(text):
    assert labels.heading(text) is None


def test_subject_on_its_line_and_in_a_margin_column():
    assert labels.subject("Objet : Surveillance du hangar 4.\nNous") == "Surveillance du hangar 4"
    assert (
        labels.subject("OBJET :\nAudition de\nDARNIS Paul,\ntémoin.\nScellé\n\nNous")
        == "Audition de DARNIS Paul, témoin"
    )
    assert labels.subject("Sans objet") is None


def test_sender():
    assert labels.sender('From: "Orla Finch" <orla@exemple.example>\nTo: x') == "Orla Finch"
    assert labels.sender("De : Orla Finch\nÀ : x") == "Orla Finch"


def test_the_object_ends_where_the_sheet_presents_itself():
    text = "OBJET :\nAvis à magistrat\nRÉPUBLIQUE FRANÇAISE\nPROCÈS-VERBAL\nNous"
    found = labels.heading(text)
    assert labels.subject(text) == "Avis à magistrat"
    assert found is not None
    assert found.line == "PROCÈS-VERBAL"


def test_a_row_of_a_table_is_no_heading():
    assert labels.heading("Scellé n° 4 | sac noir | 12 g") is None
