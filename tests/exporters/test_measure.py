"""Measured text: lines fit, columns fill the page, rows hold their cells."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from exporters import measure, nd30
from exporters.document import Cell, Column, ColumnKind, Row, RowKind, Table
from exporters.fonts import font_name
from tests.exporters import samples

WORDS = st.lists(st.sampled_from([*samples.SENTENCE.split(), "05/BC-UBND", "x" * 40]), min_size=1, max_size=30)


def one_row(*texts: str, kind: RowKind = RowKind.BODY) -> Row:
    return Row(kind, tuple(Cell(text) for text in texts))


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_width_is_the_fonts_own(bold: bool, italic: bool) -> None:
    expected = stringWidth(samples.ALPHABET, font_name(bold, italic), 13)
    assert measure.text_width(samples.ALPHABET, 13, bold, italic) == pytest.approx(expected)


@given(WORDS, st.integers(40, 400))
def test_lines_fit_and_hold_the_whole_text(words: list[str], width: int) -> None:
    lines = measure.wrap(" ".join(words), 12, width)
    assert "".join(lines).replace(" ", "") == "".join(words)
    assert all(measure.text_width(line, 12) <= width + 0.1 for line in lines)


def test_line_breaks_of_the_text_are_kept() -> None:
    assert measure.wrap("một\n\nhai ba", 12, 400) == ["một", "", "hai ba"]


def test_room_to_write_by_hand_is_kept() -> None:
    assert measure.wrap("Số:       /BC-UBND", 13, 200) == ["Số:       /BC-UBND"]
    assert measure.wrap("Số:    /BC và một đoạn dài hơn", 13, 90) == ["Số:    /BC và", "một đoạn dài", "hơn"]


def test_spaces_at_a_line_break_vanish() -> None:
    assert measure.wrap("một    hai", 12, 25) == ["một", "hai"]


def test_long_word_is_broken_at_a_joint_first() -> None:
    assert measure.wrap("dichvucong.gov.vn/ho-so", 12, 100) == ["dichvucong.gov.vn/", "ho-so"]
    assert measure.wrap("mmmmmm", 12, 20) == ["mm", "mm", "mm"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Thua\u0323\u0302n", "Thuận"),
        ("một\thai\r\nba\rbốn", "một hai\nba\nbốn"),
        ("ngắt\u00ad \u200bkhông thấy\x07", "ngắt không thấy"),
        ("① \U0001d465 ☃ 人", "1 x ? ?"),
        ("≥ ≤ ≈ – “ ” … × ² →", "≥ ≤ ≈ – “ ” … × ² →"),
    ],
)
def test_only_letters_of_the_font_are_printed(typed: str, printed: str) -> None:
    assert measure.printable(typed) == printed


def test_columns_fill_the_page() -> None:
    widths = measure.fit_columns(samples.columns(), 252)
    assert sum(widths) == pytest.approx(252)
    assert widths[1] / widths[0] == pytest.approx(70 / 12)


def test_narrow_column_grows_to_its_widest_word() -> None:
    table = Table((Column(3), Column(100)), (one_row("Nghiêng", "rộng"),))
    widths, size = measure.lay_columns(table, 165)
    assert size == 12
    assert sum(widths) == pytest.approx(165)
    assert measure.text_width("Nghiêng", 12) <= (widths[0] - 2 * nd30.CELL_PADDING_X_MM) * measure.MM
    assert measure.wrap("Nghiêng", 12, (widths[0] - 2 * nd30.CELL_PADDING_X_MM) * measure.MM) == ["Nghiêng"]


def test_crowded_table_takes_the_smallest_size_then_breaks_at_joints() -> None:
    crowded = Table((Column(1),) * 10, (one_row(*["1.234.567"] * 10),))
    assert measure.lay_columns(crowded, 185)[1] == nd30.TABLE_SMALLEST_PT
    widths, size = measure.lay_columns(crowded, 140)
    assert size == 12
    assert measure.wrap("1.234.567", size, (widths[0] - 2 * nd30.CELL_PADDING_X_MM) * measure.MM) == ["1.234.", "567"]


def test_table_that_can_never_fit_keeps_its_wished_columns() -> None:
    crowded = Table((Column(1),) * 10, (one_row(*["mmmmmmmmm"] * 10),))
    assert measure.lay_columns(crowded, 100) == (tuple([10.0] * 10), nd30.TABLE_SMALLEST_PT)


def test_row_is_as_high_as_its_longest_cell() -> None:
    row = one_row("ngắn", "một hai ba bốn năm sáu bảy tám")
    lines = len(measure.wrap(row.cells[1].text, 12, (20 - 2 * nd30.CELL_PADDING_X_MM) * measure.MM))
    padding = 2 * nd30.CELL_PADDING_Y_MM * measure.MM
    assert lines > 2
    assert measure.row_height(row, (20, 20), 12) == pytest.approx(lines * 12 * 1.149 + padding)


def test_cells_stand_beside_what_reaches_down_from_above() -> None:
    placed = measure.place(samples.appendix_table(3))
    assert [cell.column for cell in placed[1]] == [4, 5]
    assert [cell.column for cell in placed[2]] == [0, 1]
    assert [cell.column for cell in placed[5]] == list(range(8))


def test_last_row_grows_for_a_tall_cell_over_two_rows() -> None:
    rows = (
        Row(RowKind.BODY, (Cell("một hai ba bốn năm sáu", rowspan=2), Cell("a"))),
        Row(RowKind.BODY, (Cell("b"),)),
    )
    table = Table((Column(15), Column(50)), rows)
    heights = measure.row_heights(table, (15, 50), 12)
    assert heights[0] < heights[1]
    assert sum(heights) == pytest.approx(measure.cell_height(measure.place(table)[0][0], (15, 50), 12))


def test_kind_of_column_and_row_sets_weight_and_alignment() -> None:
    kinds = (ColumnKind.TEXT, ColumnKind.NUMBER, ColumnKind.DATE, ColumnKind.CENTER)
    rows = (
        one_row(*"abcd", kind=RowKind.HEAD),
        one_row(*"abcd"),
        Row(RowKind.SECTION, (Cell("I"), Cell("b", colspan=3))),
    )
    placed = measure.place(Table(tuple(Column(10, kind) for kind in kinds), rows))
    assert [cell.align for cell in chain(*placed[:2])] == ["center"] * 4 + ["left", "right", "center", "center"]
    assert [cell.bold for cell in chain(*placed)] == [True] * 4 + [False] * 4 + [True] * 2
    assert placed[2][1].align == "left"
