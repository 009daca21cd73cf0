"""What a terminal is given: words of files without escape sequences or markup, whatever they hold."""

import pytest

from greffier import terminal


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "[/x]", "\\[/x]", "[bold]b", "\x9b2J", "a\\", "\u202egpj.exe"])
def test_hostile_words_are_printed_as_words(hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    terminal.table("Names", ["name"], [(hostile,)])
    terminal.line(hostile)
    told = capsys.readouterr().out
    assert not set("\x1b\x9b\u202e") & set(told)
    visible = "".join(char for char in hostile if char.isprintable())
    assert told.count(visible) == 2
