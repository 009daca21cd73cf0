"""Settings: the file, then the environment, then the flags; what is wrong in them is said."""

from pathlib import Path

import pytest

from greffier.errors import WrongUsage
from greffier.settings import load_settings


def test_file_then_environment_then_flags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('jobs = 3\nlanguages = "fra"\nuser = "ines"\n', encoding="utf-8")
    monkeypatch.setenv("GREFFIER_LANGUAGES", "eng")
    settings = load_settings(file, user="malo", jobs=None)
    assert (settings.jobs, settings.languages, settings.user) == (3, "eng", "malo")


@pytest.mark.parametrize("text", ["jobs = ", "colour = 3", 'jobs = "many"'])
def test_a_wrong_file_is_one_clear_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongUsage) as caught:
        load_settings(file)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("url", ["file:///etc", "sqlite:////tmp/../elsewhere/case.db", "tantivy:///srv/index"])
def test_the_file_of_a_case_cannot_lead_out_of_it(tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'blobs = "{url}"', encoding="utf-8")
    with pytest.raises(WrongUsage, match="outside the case"):
        load_settings(file)
    file.write_text(f'blobs = "file://{tmp_path}/blobs"', encoding="utf-8")
    assert load_settings(file).blobs.endswith("/blobs")
    monkeypatch.setenv("GREFFIER_BLOBS", url)
    assert load_settings(file).blobs == url
