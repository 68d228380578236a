"""Blocks of cells as text, as Excel writes and reads it."""

from ui.grid_clipboard import from_text, to_text


def test_a_block_comes_back_from_its_text() -> None:
    block = [["85,2", ""], ["dòng một\ndòng hai", 'nói "được"'], ["", "a\tb"]]
    assert from_text(to_text(block)) == block


def test_excels_line_ends_are_no_cells_of_their_own() -> None:
    assert from_text("1\t2\r\n\r\n3\t\r\n") == [["1", "2"], [""], ["3", ""]]


def test_a_quote_that_is_never_closed_is_only_a_character() -> None:
    assert from_text('"' + "a" * 200_000 + "\n5") == [['"' + "a" * 200_000], ["5"]]
