from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tantivy import Index, SchemaBuilder

from greffier.errors import CaseDamaged, CaseLocked
from greffier.records import Page
from greffier.storing.index_tantivy import HEAP, TantivyIndex

TEXTS = {
    "fr": "Les enquêteurs ont saisi soixante paquets. Trois hommes furent interpellés près des conteneurs.",
    "en": "Officers seized the packets and arrested three men; the searches of the containers went on.",
}


def page(id: str, text: str, folio: str | None = None) -> Page:
    return Page(id, "s1", 1, folio, "born_digital", "A", None, text, "", 595.0, 842.0)


@pytest.fixture
def index(tmp_path: Path) -> TantivyIndex:
    made = TantivyIndex(tmp_path / "index")
    made.update([page("fr", TEXTS["fr"], "D0042/3"), page("en", TEXTS["en"], "PV-0007")])
    return made


def found(index: TantivyIndex, query: str) -> set[str]:
    return {id for id, _ in index.search(query, 10)}


@pytest.mark.parametrize("query", ["enquêteur", "enqueteurs", "saisie", "interpeller", "interpellé", "conteneur"])
def test_french_stems(index: TantivyIndex, query: str) -> None:
    assert "fr" in found(index, query)


@pytest.mark.parametrize("query", ["officer", "arrest", "arresting", "searching", "container", "seizing"])
def test_english_stems(index: TantivyIndex, query: str) -> None:
    assert "en" in found(index, query)


def test_a_phrase_is_not_stemmed(index: TantivyIndex) -> None:
    assert found(index, '"trois hommes"') == {"fr"}
    assert found(index, '"trois homme"') == set()


@pytest.mark.parametrize("query", ["D0042", "d42", "D0042/3", "PV-0007"])
def test_folios(index: TantivyIndex, query: str) -> None:
    assert len(found(index, query)) == 1


def test_another_process_sees_what_was_written(tmp_path: Path, index: TantivyIndex) -> None:
    reader = TantivyIndex(tmp_path / "index")
    assert found(reader, "balise") == set()
    index.update([page("new", "Une balise dérive.")])
    assert found(reader, "balise") == {"new"}
    program = (
        "import sys\nfrom pathlib import Path\nfrom greffier.storing.index_tantivy import TantivyIndex\n"
        "print(TantivyIndex(Path(sys.argv[1])).search('balise', 5)[0][0])"
    )
    told = subprocess.run([sys.executable, "-c", program, str(tmp_path / "index")], capture_output=True, text=True)
    assert told.stdout == "new\n"


def test_one_process_writes_at_a_time(tmp_path: Path, index: TantivyIndex) -> None:
    writer = Index.open(str(tmp_path / "index")).writer(HEAP, 1)
    with pytest.raises(CaseLocked):
        index.update([page("new", "Une balise dérive.")])
    del writer
    index.update([page("new", "Une balise dérive.")])
    assert found(index, "balise") == {"new"}


def damage(folder: Path, ending: str, size: int) -> None:
    for file in folder.glob(f"*{ending}"):
        file.chmod(0o600)
        file.write_bytes(b"\x00" * size)


@pytest.mark.parametrize(("ending", "size"), [("meta.json", 0), ("meta.json", 50), (".term", 0), (".store", 9)])
def test_a_damaged_index_is_told_and_filled_anew(tmp_path: Path, index: TantivyIndex, ending: str, size: int) -> None:
    damage(tmp_path / "index", ending, size)
    fresh = TantivyIndex(tmp_path / "index")
    with pytest.raises(CaseDamaged):
        fresh.search("paquets", 5)
    assert fresh.pages() == set()
    fresh.update([page("fr", TEXTS["fr"])])
    assert fresh.pages() == {"fr"}
    assert found(fresh, "paquet") == {"fr"}


@given(st.sampled_from([".idx", ".pos", ".term", ".store", ".fast", ".fieldnorm"]), st.floats(0, 1), st.integers(0, 7))
@settings(max_examples=40, deadline=None)
def test_one_flipped_bit_is_never_taken_for_an_answer(ending: str, where: float, bit: int) -> None:
    with TemporaryDirectory() as folder:
        TantivyIndex(Path(folder)).update([page("fr", TEXTS["fr"]), page("en", TEXTS["en"])])
        (file,) = Path(folder).glob(f"*{ending}")
        content = bytearray(file.read_bytes())
        at = min(int(where * len(content)), len(content) - 1)
        content[at] ^= 1 << bit
        file.chmod(0o600)
        file.write_bytes(content)
        fresh = TantivyIndex(Path(folder))
        # A bit of the footer beside the checksum may be harmless; then the answer is the right one.
        with suppress(CaseDamaged):
            assert found(fresh, "paquets") == {"fr"}
        fresh.update([page("fr", TEXTS["fr"]), page("en", TEXTS["en"])])
        assert found(fresh, "paquets") == {"fr"}


def test_an_index_of_another_shape_is_filled_anew(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    folder.mkdir()
    Index(SchemaBuilder().add_text_field("other").build(), path=str(folder))
    index = TantivyIndex(folder)
    assert index.pages() == set()
    index.update([page("fr", TEXTS["fr"])])
    assert found(index, "paquet") == {"fr"}


def test_no_index_yet_is_an_empty_one(tmp_path: Path) -> None:
    index = TantivyIndex(tmp_path / "not" / "yet")
    assert index.pages() == set()
    assert index.search("paquets", 5) == []


def test_the_same_pages_give_the_same_scores(tmp_path: Path) -> None:
    pages = [page(f"p{number}", TEXTS["fr"] + " quai" * (number % 7)) for number in range(200)]
    scores = []
    for name in ("one", "two"):
        index = TantivyIndex(tmp_path / name)
        index.update(pages[:50])
        index.update(pages[50:])
        scores.append(index.search("quai paquets", 50))
    assert scores[0] == scores[1]


def test_filling_anew_removes_no_file_of_others(tmp_path: Path, index: TantivyIndex) -> None:
    (tmp_path / "index" / "thesis.odt").write_bytes(b"x")
    damage(tmp_path / "index", "meta.json", 0)
    TantivyIndex(tmp_path / "index").update([page("fr", TEXTS["fr"])])
    assert (tmp_path / "index" / "thesis.odt").exists()
