"""HTML gives what its reader sees, block by block; nothing hidden, nothing fetched."""

from __future__ import annotations

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceBroken
from greffier.intake.web import Web, visible_text


def test_blocks_are_lines_and_paragraphs_are_parted():
    markup = b"<h1>Port</h1><p>The ship<br>left  on\n12 May.</p><ul><li>one<li><b>t</b>wo</ul><div>end"
    assert visible_text(markup) == "Port\n\nThe ship\nleft on 12 May.\n\none\ntwo\n\nend"


def test_cells_are_parted():
    markup = b"<table><tr><th>Who<th>How many<tr><td>Odile<td>12</table>"
    assert visible_text(markup) == "Who | How many\nOdile | 12"


def test_what_is_hidden_is_left_out():
    markup = b"""<style>p{}</style><script>alert(1)</script><p>seen</p><p hidden>no</p><p style="Display : none">no</p>
    <noscript>no</noscript><!-- no --><template>no</template>"""
    assert visible_text(markup) == "seen"


def test_the_title_comes_first_unless_the_page_says_it():
    assert visible_text(b"<title>Port news</title><p>Text</p>") == "Port news\n\nText"
    assert visible_text(b"<title>Port news</title><h1>Port news</h1>") == "Port news"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_the_encoding_that_it_tells(encoding):
    markup = f'<html><head><meta charset="{encoding}"></head><body>Dépôt fermé</body></html>'
    assert visible_text(markup.encode(encoding)) == "Dépôt fermé"


def test_what_lies_too_deep_for_a_tree_is_read_as_its_tags_come():
    head = b"<title>Quai</title><p>before</p><script>if (a<b) no</script><![if x]><p hidden>hidden?"
    deep = b"<div>" * 5_000 + b"d&eacute;ep<br>line <div hidden><div>no</div>no</div><td>cell" + b"</div>" * 5_000
    assert visible_text(head + deep + b"<p>after") == "Quai\n\nbefore\n\nhidden?\ndéep\nline cell\n\nafter"


def test_blocks_in_hundreds_of_blocks_are_read():
    markup = b"<div>" * 1_500 + b"Le quai est vide." + b"</div>" * 1_500
    assert visible_text(markup) == "Le quai est vide."


def test_external_entities_are_not_read(untrusted):
    secret = untrusted(b"secret", "secret.txt")
    markup = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body>a &x; b</body></html>'
    assert "secret" not in visible_text(markup.encode())


def test_a_page_that_shows_nothing_is_broken(untrusted):
    with pytest.raises(SourceBroken):
        list(Web().open(untrusted(b"<html><script>x</script></html>"), "x.html", Limits()))
