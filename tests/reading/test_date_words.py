"""Which words a time has, and what they are worth: hours after a comma, old letters, years of accounts, chats."""

from __future__ import annotations

import pytest

from tests.reading.dated import read

DAY = "2023-06-15"
WORDS = [
    # text, language, the words of its last time, from, to
    ("At the station 00:10 on 16/01/2022.", "en", "00:10 on 16/01/2022", "2022-01-16T00:10", "2022-01-16T00:10"),
    ("Rang the owner shortly before eight.", "en", "shortly before eight", f"{DAY}T08:00", f"{DAY}T08:00"),
    ("Meet me tomorrow, about nine.", "en", "tomorrow, about nine", "2023-06-16T09:00", "2023-06-16T09:00"),
    ("Seen by his aunt, 8 Aug 2006, 0745\nNo trace", "en", "8 Aug 2006, 0745", "2006-08-08T07:45", "2006-08-08T07:45"),
    ("Produced today, 19.08.2022, in court", "en", "19.08.2022", "2022-08-19", "2022-08-19"),
    ("Stopped 21/08/2021, 22.40", "en", "21/08/2021, 22.40", "2021-08-21T22:40", "2021-08-21T22:40"),
    ("Payé 21/08/2021, 22.40 €", "fr", "21/08/2021", "2021-08-21", "2021-08-21"),
    ("Vu ce jour à 08.50 hrs par nous", "fr", "ce jour à 08.50 hrs", f"{DAY}T08:50", f"{DAY}T08:50"),
    ("Il reviendra le 16 courant à 14 heures.", "fr", "16 courant à 14 heures", "2023-06-16T14:00", "2023-06-16T14:00"),
    ("If nothing comes by the 26th we must leave.", "en", "by the 26th", "", "2023-06-26"),
    ("Yours of the 3rd inst. to hand.", "en", "3rd inst.", "2023-06-03", "2023-06-03"),
    ("My report of 20th ultimo stands.", "en", "20th ultimo", "2023-05-20", "2023-05-20"),
    ("Ils se sont vus vers 1990, puis plus.", "fr", "vers 1990", "1990-01-01", "1990-12-31"),
    ("Il était recherché depuis le printemps.", "fr", "depuis le printemps", "2023-03-01", ""),
    ("Elle répondra d'ici à la fin juillet.", "fr", "d'ici à la fin juillet", "", "2023-07-31"),
    ("He earned it in the financial year 2007–08.", "en", "financial year 2007–08", "2007-04-01", "2008-03-31"),
    ("Trustee (2012 to March 2020)", "en", "2012 to March 2020", "2012-01-01", "2020-03-31"),
    ("Il a présidé (2012-2015)", "fr", "2012-2015", "2012-01-01", "2015-12-31"),
    ("Comptes de l'exercice 2020-2021", "fr", "2020-2021", "2020-01-01", "2021-12-31"),
    ("It lost money in FY2021.", "en", "FY2021", "2021-01-01", "2021-12-31"),
    ("He left between 1 January and 9 April last year.", "en", "between 1 January and 9 April last year", "2022-01-01",
     "2022-04-09"),
    ("No, June of last year.", "en", "June of last year", "2022-06-01", "2022-06-30"),
    ("He spoke at the March meeting.", "en", "March", "2023-03-01", "2023-03-31"),
    ("The van came at 6.45.\n\nIt left.", "en", "6.45", f"{DAY}T06:45", f"{DAY}T06:45"),
    ("Il est passé vers 9 heures avec elle.", "fr", "vers 9 heures", f"{DAY}T09:00", f"{DAY}T09:00"),
    ("Le lundi d'après, ils sont venus.", "fr", "Le lundi d'après", "2023-06-19", "2023-06-19"),
    ("Onze heures. Sur interpellation, il répond.", "fr", "Onze heures", f"{DAY}T11:00", f"{DAY}T11:00"),
    ("Il dormait de 2 à 4 heures du matin.", "fr", "de 2 à 4 heures du matin", f"{DAY}T02:00", f"{DAY}T04:00"),
    ("Avant 4 heures du mat' il dort.", "fr", "Avant 4 heures du mat'", "", f"{DAY}T04:00"),
    ("he slept sat night", "en", "sat night", "2023-06-10T18:00", "2023-06-10T23:59"),
    ("come get it 2moro", "en", "2moro", "2023-06-16", "2023-06-16"),
    ("Il était là la nuit suivante.", "fr", "la nuit suivante", DAY, "2023-06-16"),
    ("12h-13h : relève.", "fr", "12h-13h", f"{DAY}T12:00", f"{DAY}T13:00"),
    ("Bailed until 9.30am on 2 July.\n2004 men were there", "en", "until 9.30am on 2 July", "", "2023-07-02T09:30"),
    ("Start: 07 May 2015, 2352H", "en", "07 May 2015, 2352H", "2015-05-07T23:52", "2015-05-07T23:52"),
    ("28 Oct 2020 0412Z departed", "en", "28 Oct 2020 0412Z", "2020-10-28T04:12", "2020-10-28T04:12"),
    ("2022-11-24      Entrée : 05h42", "fr", "2022-11-24      Entrée : 05h42", "2022-11-24T05:42", "2022-11-24T05:42"),
    ("They let me go at four that afternoon.", "en", "four that afternoon", f"{DAY}T16:00", f"{DAY}T16:00"),
    ("Look, one thirty in the morning.", "en", "one thirty in the morning", f"{DAY}T01:30", f"{DAY}T01:30"),
    ("Il sera là demain vers 8 heures.\n00.40 : examen", "fr", "demain vers 8 heures", "2023-06-16T08:00",
     "2023-06-16T08:00"),
    ("On Friday last he asked for it.", "en", "Friday last", "2023-06-09", "2023-06-09"),
    ("Le 12 j'ai dormi.", "fr", "Le 12", "2023-06-12", "2023-06-12"),
    ("Changement, c'est 19 h pile.", "fr", "19 h pile", f"{DAY}T19:00", f"{DAY}T19:00"),
    ("Né le 2/2/47", "fr", "2/2/47", "1947-02-02", "1947-02-02"),
    ("They seized a 2015 Maserati.", "en", "2015", "2015-01-01", "2015-12-31"),
    ("O2 Jun 2009   cash", "en", "O2 Jun 2009", "2009-06-02", "2009-06-02"),
    ("Date: 2l Jul 2009", "en", "2l Jul 2009", "2009-07-21", "2009-07-21"),
    ("Le 1O nov. 2009", "fr", "1O nov. 2009", "2009-11-10", "2009-11-10"),
    ("Il est parti le 12 au matin.", "fr", "le 12 au matin", "2023-06-12T06:00", "2023-06-12T12:00"),
    ("Je serai là le 16, à 20 heures.", "fr", "le 16, à 20 heures", "2023-06-16T20:00", "2023-06-16T20:00"),
    ("Visible à partir de 13 heures jusqu'à 16 heures.", "fr", "à partir de 13 heures jusqu'à 16 heures",
     f"{DAY}T13:00", f"{DAY}T16:00"),
    ("We meet tomorrow from 7:00 to 8:00pm.", "en", "tomorrow from 7:00 to 8:00pm", "2023-06-16T19:00",
     "2023-06-16T20:00"),
    ("Bring me the 2021 ledgers.", "en", "2021", "2021-01-01", "2021-12-31"),
    ("Que s'est-il passé le 2 mai ?", "fr", "2 mai", "2023-05-02", "2023-05-02"),
    ("Passé le 2 mai, il était trop tard.", "fr", "Passé le 2 mai", "2023-05-03", ""),
    ("He sold it in the run-up to Christmas 2020.", "en", "Christmas 2020", "2020-12-25", "2020-12-25"),
    ("u about tomoz", "en", "tomoz", "2023-06-16", "2023-06-16"),
    ("Il l'a pris le soir même.", "fr", "le soir même", f"{DAY}T18:00", f"{DAY}T23:59"),
    ("Je l'ai vu à Noël dernier.", "fr", "Noël dernier", "2022-12-25", "2022-12-25"),
    ("It will be extinct by 2030.", "en", "by 2030", "", "2030-12-31"),
    ("From about February 2014 through June 2015, he paid.", "en", "From about February 2014 through June 2015",
     "2014-02-01", "2015-06-30"),
    ("Between 0110 and 0130hrs a truck came.", "en", "Between 0110 and 0130hrs", f"{DAY}T01:10", f"{DAY}T01:30"),
    ("I got it Saturday arvo.", "en", "Saturday arvo", "2023-06-10T12:00", "2023-06-10T18:00"),
    ("He was gonna come through yesterday.", "en", "yesterday", "2023-06-14", "2023-06-14"),
    ("L'an deux mille treize, le septième jour du mois d'août", "fr",
     "L'an deux mille treize, le septième jour du mois d'août", "2013-08-07", "2013-08-07"),
    ("He burned the logs for 2013 and 2014.", "en", "2014", "2014-01-01", "2014-12-31"),
    ("Il a été vu le 9 au café.", "fr", "le 9", "2023-06-09", "2023-06-09"),
    ("He came by the day before yesterday.", "en", "the day before yesterday", "2023-06-13", "2023-06-13"),
    ("Viens avant midi\n18 euros à rendre", "fr", "avant midi", "", f"{DAY}T12:00"),
    ("Un voyage est prévu pour la fin du mois.", "fr", "fin du mois", "2023-06-21", "2023-06-30"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "words", "first", "last"), WORDS)
def test_a_time_with_all_its_words(text: str, language: str, words: str, first: str, last: str) -> None:
    found = read(text, language)[-1]
    assert found.time is not None
    assert (found.span.exact, found.time.earliest, found.time.latest) == (words, first, last)


NONE = [
    ("Il passe son temps dans le four.", "fr"),
    ("Commission rogatoire JIRS 4/16/33", "fr"),
    ("Paid on the last Friday of each month", "en"),
    ("He'd come by on a Friday and smile.", "en"),
    ("The Christmas party cost £40.", "en"),
    ("Une prime de Noël de 80 euros", "fr"),
    ("It was valued at 4.", "en"),
    ("Case: 2:19-cr-20417", "en"),
    ("FD-302 (Rev. 5-8-10)", "en"),
    ("Inspector Friday asked her.", "en"),
    ("R. v. Hale, 2019 BCSC 1041", "en"),
    ("Criminal Procedure Act 51 of 1977.", "en"),
    ("Rien n'indique à ce jour qu'il ait payé.", "fr"),
    ("Il prend le 9 au retour.", "fr"),
    ("They found the 2021 euros.", "en"),
    ("He had slept there the night before the trial.", "en"),
]


@pytest.mark.parametrize(("text", "language"), NONE)
def test_what_is_no_time(text: str, language: str) -> None:
    assert read(text, language) == []
