"""Of two readings of a page the better one becomes the page, the other is kept; nothing read says nothing."""

from __future__ import annotations

from dataclasses import replace

from greffier.pages.choice import annotated, choose, witness
from greffier.records import Concealed, Distrust, Hidden, Layout, Leaf, Page, RivalReading, Source, Word

SOURCE = Source("source", "box/file.pdf", "a" * 64, "application/pdf", 1)
TEXT = "La pesée contradictoire donne 360 kg net de poudre blanche en présence de Maud"


def leaf(text: str, **fields) -> Leaf:
    words, at = [], 0
    for token in text.split(" "):
        words.append(Word(at, at + len(token), at / 100, 0.1, (at + len(token)) / 100, 0.12, 95))
        at += len(token) + 1
    return Leaf(1, text, 595, 842, tuple(words), **fields)


def of(kind, records):
    return [record for record in records if isinstance(record, kind)]


def shifted(text: str) -> str:
    return "".join(chr((ord(c) - 97 + 3) % 26 + 97) if "a" <= c <= "z" else c for c in text)


def test_a_doubtful_text_that_the_page_shows_stays_the_page():
    records = choose(leaf(TEXT, doubt="why", made="way"), leaf(TEXT, origin="ocr"), SOURCE)
    [page] = of(Page, records)
    assert (page.text, page.origin, page.made) == (TEXT, "born_digital", "")
    assert of(RivalReading, records) == []


def test_one_that_it_does_not_show_becomes_a_rival():
    records = choose(leaf(shifted(TEXT), doubt="why"), leaf(TEXT, origin="ocr"), SOURCE)
    [page], [rival] = of(Page, records), of(RivalReading, records)
    assert (page.text, page.origin) == (TEXT, "ocr")
    assert (rival.page, rival.origin, rival.text, rival.why) == (page.id, "embedded", shifted(TEXT), "why")


def test_a_number_that_differs_is_told_with_both_values():
    records = choose(leaf(TEXT.replace("360", "380"), doubt="why"), leaf(TEXT, origin="ocr"), SOURCE)
    [page], [rival] = of(Page, records), of(RivalReading, records)
    [difference] = rival.differences
    assert (difference.span.exact, difference.other, difference.number) == ("380", "360", True)
    assert page.text[difference.span.start : difference.span.end] == "380"


def test_without_a_reading_the_text_of_the_file_is_the_page():
    for seen in (None, Leaf(1, "", 595, 842, origin="ocr")):
        [page] = of(Page, choose(leaf(TEXT, doubt="why"), seen, SOURCE))
        assert page.text == TEXT


def sampled(text: str, seen: str, concealed: tuple[Hidden, ...] = ()):
    [page, layout] = [one for one in choose(leaf(text), None, SOURCE) if isinstance(one, (Page, Layout))]
    return witness(replace(page, made="way"), layout, concealed, leaf(seen, origin="ocr"), SOURCE)


def test_a_sampled_page_that_is_sound_leaves_nothing():
    assert sampled(TEXT, TEXT) == ([], [])


def test_one_that_shows_something_else_leaves_a_distrust():
    rivals, [distrust] = sampled(shifted(TEXT), TEXT)
    assert (rivals, type(distrust), distrust.source, distrust.made) == ([], Distrust, "source", "way")


def test_the_notes_on_a_scan_stand_below_what_was_read():
    note = Leaf(1, "[note] Maud: vu", 595, 842, (Word(7, 12, 0, 0, 0.1, 0.1, 100),), scanned=True)
    note = replace(note, hidden=(Concealed(0, 15, "annotation", None),))
    page = annotated(leaf("Lu sur l'image"), note)
    assert page.text == "Lu sur l'image\n\n[note] Maud: vu"
    assert page.text[page.words[-1].start : page.words[-1].end] == "Maud:"
    assert page.text[page.hidden[0].start :] == "[note] Maud: vu"
    assert annotated(page, None) == page
