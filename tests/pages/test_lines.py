"""Lines become text: paragraphs by distance, torn lines mended, columns left alone."""

from greffier.pages.lines import Line, Token, write


def line(text: str, x: float, y: float, block: int = 1, opens: bool = False, slope: float = 0.0) -> Line:
    """A line of words 10 pixels a letter and 20 high, standing on y at its left end."""
    tokens, at = [], x
    for word in text.split():
        base = y + slope * (at - x)
        tokens.append(Token(word, (at, base - 20, at + 10 * len(word), base), 90))
        at += 10 * (len(word) + 1)
    return Line(tuple(tokens), block, (y, y + slope * (at - x)), opens)


def written(*lines: Line) -> str:
    text, words = write(lines, 1000, 1000)
    assert [text[word.start : word.end] for word in words] == text.split()
    return text


def test_lines_and_paragraphs():
    told = written(line("one two", 0, 100), line("three four", 0, 130), line("five six", 0, 160), line("seven", 0, 220))
    assert told == "one two\nthree four\nfive six\n\nseven"


def test_a_block_that_goes_on_is_one_paragraph():
    assert written(line("one two", 0, 100, 1), line("three four", 0, 130, 2, opens=True)) == "one two\nthree four"


def test_a_paragraph_begins_where_the_engine_says_so_after_a_sentence():
    assert written(line("one two.", 0, 100), line("three four", 0, 130, opens=True)) == "one two.\n\nthree four"


def test_columns_are_parted():
    left = [line("left left", 0, y, 1) for y in (100, 130, 160)]
    right = [line("right right", 120, y, 2) for y in (100, 130, 160)]
    assert written(*left, *right) == "left left\n" * 2 + "left left\n\n" + "right right\n" * 2 + "right right"


def test_a_torn_line_is_mended():
    told = written(line("S.I.", 0, 100, 1), line("nobody spoke.", 0, 130, 1), line("« On that night,", 90, 101, 2))
    assert told == "S.I. « On that night,\nnobody spoke."


def test_what_stands_far_to_the_right_is_another_line():
    told = written(line("REPORT", 0, 100, 1), line("D0147", 600, 100, 2))
    assert told == "REPORT\n\nD0147"


def test_a_page_pulled_askew_keeps_its_paragraphs():
    slope = 0.03
    lines = [line("a long line of many words " * 3, 0, 100 + 30 * n, slope=slope) for n in range(4)]
    short = line("end", 700, 100 + 30 * 4 + 700 * slope)
    assert "\n\n" not in written(*lines, short)


def test_boxes_are_fractions_of_the_page():
    _, (word,) = write([line("one", 100, 220)], 1000, 2000)
    assert (word.x0, word.y0, word.x1, word.y1) == (0.1, 0.1, 0.13, 0.11)


def test_a_short_line_at_the_edge_of_a_column_is_not_pulled_into_the_next_column():
    margin = [line("left", 0, y, 1) for y in (100, 130, 160)]
    body = [line("many words of a body", 80, 200 + 30 * n, 2) for n in range(6)]
    torn = line("heures, ---", 80, 131, 3)
    assert "left heures" not in written(*margin, torn, *body)
