"""What kind of piece a text is, and `other` where it says too little."""

import pytest

from greffier.pages.kinds import kind

TEXTS = {
    "report": "PROCÈS-VERBAL\nNous, Aline DORVEAU, brigadière, constatons que le hangar est fermé.",
    "hearing": "PROCÈS-VERBAL\nObjet : Audition de DARNIS Paul\nQUESTION : Où étiez-vous ?\nRÉPONSE : Chez moi.",
    "intercept": "RETRANSCRIPTION\nCommunication n° 14\nCorrespondant : inconnu\n- DARNIS : Allô ?\n- X : Demain.",
    "order": "COMMISSION ROGATOIRE\nNous, juge d'instruction,\nVu les articles 81 et 151\nDÉLÉGUONS à cette fin",
    "seizure": "PROCÈS-VERBAL\nObjet : Perquisition au garage.\nPlaçons sous scellé n° 4 un sac noir.",
    "expertise": "RAPPORT D'EXPERTISE TOXICOLOGIQUE\nLes échantillons reçus sont analysés par chromatographie.",
    "bank": "RELEVÉ DE COMPTE\nDate de valeur Libellé Débit Crédit\nSolde créditeur au 3 mars : 12,40",
    "call_records": "Numéro appelant;Numéro appelé;IMEI\n0639981212;0639983434;35\n0639981212;0639985656;35",
    "other": "Il pleuvait sur le port, et personne ne parlait plus.",
}
ENGLISH = {
    "report": "SURVEILLANCE REPORT\nThe van left at noon.",
    "hearing": "RECORD OF INTERVIEW\nQ. Where were you?\nA. At home.\nQ. Alone?\nA. Yes.",
    "intercept": "CALL TRANSCRIPT\nCall no. 14\nCaller: unknown\n- DARNIS: Hello?\n- UNKNOWN: Tomorrow.",
    "order": "SEARCH WARRANT\nIt is hereby ordered that the premises be searched.",
    "seizure": "EXHIBIT LIST\nSeized and sealed in the presence of the owner: one black bag.",
    "expertise": "FORENSIC LABORATORY REPORT\nSamples received on 4 May. Purity 78 %.",
    "bank": "BANK STATEMENT\nOpening balance 12.40\nValue date",
    "call_records": "CALL DATA RECORDS\nCalling number, called number, duration (s)",
}


@pytest.mark.parametrize(("told", "text"), [*TEXTS.items(), *ENGLISH.items()])
def test_kinds(pages_of, told, text):
    assert kind(pages_of([text]), "application/pdf") == told


def test_mail_and_press_by_their_format(pages_of):
    assert kind(pages_of(["From: a\nSubject: Audition de DARNIS\nQ. Where?\nA. Here."]), "message/rfc822") == "mail"
    assert kind(pages_of(["Le port s'éveille. Le navire est parti."]), "text/html") == "press"
    assert kind(pages_of(["Publié le 4 mai\nTemps de lecture : 3 min\nLe port s'éveille."]), "text/plain") == "press"
