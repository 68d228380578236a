"""Widths and heights of text in the bundled fonts: line breaks, column widths in mm, row heights in points.

All three writers lay tables out with these numbers, so a page looks the same in Word, PDF and Excel.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from exporters import nd30
from exporters.document import Align, Cell, Column, ColumnKind, Row, RowKind, Table
from exporters.fonts import char_widths

MM = 72 / 25.4
_SLACK_PT = 0.01  # floats: a text measured as wide as its column must fit in it
_ALIGNMENTS: dict[ColumnKind, Align] = {
    ColumnKind.TEXT: "left",
    ColumnKind.NUMBER: "right",
    ColumnKind.DATE: "center",
    ColumnKind.CENTER: "center",
}
_BREAKS = re.compile(r"[ \n]+")  # not the no-break space, at which no line breaks
_JOINTS = re.compile(r"(?<=[/\-–_.@:;,\\])(?=\w)")
_UNSEEN = {"Cc", "Cf", "Mn", "Me"}
_LONG_WORD = 10
_ROWS_AT_END, _SHARE_AT_END = 3, 1 / 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell where it stands: its first row and column and how it looks."""

    cell: Cell
    row: int
    column: int
    bold: bool
    italic: bool
    align: Align


# --- text -----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _letters() -> frozenset[str]:
    """Return what can be printed: no control or format characters, though the font has a few (a soft hyphen shows)."""
    letters = map(chr, char_widths())
    return frozenset(letter for letter in letters if unicodedata.category(letter) not in _UNSEEN) | {"\n"}


@lru_cache(maxsize=16384)
def printable(text: str) -> str:
    """Return the text as it can be printed: NFC, no control characters, "?" for letters the font lacks."""
    text = unicodedata.normalize("NFC", text)
    if _letters().issuperset(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(letter if letter in _letters() else _replacement(letter) for letter in text)


def _replacement(letter: str) -> str:
    if unicodedata.category(letter) in _UNSEEN:
        return ""
    plain = unicodedata.normalize("NFKC", letter)
    return plain if _letters().issuperset(plain) else "?"


def text_width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """Return the width of one line of text in points."""
    return _units(text, bold, italic) * size / 1000


@lru_cache(maxsize=65536)
def _units(text: str, bold: bool, italic: bool) -> float:
    widths = char_widths(bold, italic)
    return sum(widths[ord(letter)] for letter in printable(text) if letter != "\n")


def line_height(size: float, spacing: float = 1.0) -> float:
    """Return the height of a line in points."""
    return size * nd30.FONT_LINE * spacing


def wrap(text: str, size: float, width_pt: float, bold: bool = False, italic: bool = False) -> list[str]:
    """Break a text into the lines that fit a width; a word too wide for a line is broken inside."""
    return list(_wrap(text, bold, italic, (width_pt + _SLACK_PT) * 1000 / size))


@lru_cache(maxsize=16384)
def _wrap(text: str, bold: bool, italic: bool, limit: float) -> tuple[str, ...]:
    lines: list[str] = []
    for part in printable(text).split("\n"):
        lines += _wrap_part(part, bold, italic, limit)
    return tuple(lines)


def _wrap_part(text: str, bold: bool, italic: bool, limit: float) -> Iterator[str]:
    if _units(text, bold, italic) <= limit:
        yield text.rstrip(" ")
        return
    space = _units(" ", bold, italic)
    line, used = "", -space
    for word in text.split(" "):
        width = _units(word, bold, italic)
        if line and used + space + width > limit:
            yield line.rstrip(" ")
            line, used = "", -space
        if not word and not line:
            continue
        while width > limit and len(word) > 1:
            head, word = break_word(word, bold, italic, limit)
            yield head
            width = _units(word, bold, italic)
        line, used = (f"{line} {word}" if line else word), used + space + width
    yield line.rstrip(" ")


def break_word(word: str, bold: bool, italic: bool, limit: float) -> tuple[str, str]:
    """Cut a word wider than `limit` (thousandths of the size): after its last joint that fits, else at a letter."""
    cuts = [joint.start() for joint in _JOINTS.finditer(word)]
    fitting = [cut for cut in cuts if _units(word[:cut], bold, italic) <= limit]
    if fitting:
        return word[: fitting[-1]], word[fitting[-1] :]
    end = 1
    while end < len(word) - 1 and _units(word[: end + 1], bold, italic) <= limit:
        end += 1
    return word[:end], word[end:]


# --- cells ----------------------------------------------------------------------------------------------------------


def place(table: Table) -> tuple[tuple[Placed, ...], ...]:
    """Return for each row its cells with the columns they stand in; columns under a span from above are skipped."""
    taken: dict[int, int] = {}  # column -> rows still covered from above
    placed = []
    for number, row in enumerate(table.rows):
        placed.append(tuple(_place_row(table, number, row, taken)))
    return tuple(placed)


def _place_row(table: Table, number: int, row: Row, taken: dict[int, int]) -> Iterator[Placed]:
    covered = {column for column, rows in taken.items() if rows}
    for column in covered:
        taken[column] -= 1
    column = 0
    for cell in row.cells:
        while column in covered:
            column += 1
        kind = table.columns[column].kind
        bold = cell.bold or row.kind in (RowKind.HEAD, RowKind.SECTION)
        yield Placed(cell, number, column, bold, cell.italic, cell.align or _alignment(row.kind, kind, cell))
        for under in range(column, column + cell.colspan):
            taken[under] = cell.rowspan - 1
        column += cell.colspan


def _alignment(row: RowKind, column: ColumnKind, cell: Cell) -> Align:
    if row is RowKind.HEAD:
        return "center"
    return "left" if cell.colspan > 1 else _ALIGNMENTS[column]


def cell_width(placed: Placed, widths_mm: Sequence[float]) -> float:
    """Return the width in points that the text of a cell has."""
    columns = widths_mm[placed.column : placed.column + placed.cell.colspan]
    return (sum(columns) - 2 * nd30.CELL_PADDING_X_MM) * MM


def cell_lines(placed: Placed, widths_mm: Sequence[float], size: float) -> list[str]:
    """Return the lines of a cell's text."""
    return wrap(placed.cell.text, size, cell_width(placed, widths_mm), placed.bold, placed.italic)


# --- columns --------------------------------------------------------------------------------------------------------


def fit_columns(columns: Sequence[Column], total_mm: float) -> tuple[float, ...]:
    """Scale the wished widths so that together they fill the page."""
    wished = sum(column.width for column in columns)
    return tuple(column.width * total_mm / wished for column in columns)


def lay_columns(table: Table, total_mm: float) -> tuple[tuple[float, ...], float]:
    """Return the column widths in mm that fill the page and hold each word whole, and the font size.

    The size is the table's own, or the smallest allowed one where the words need it.
    """
    wished = fit_columns(table.columns, total_mm)
    for whole in (True, False):
        for size in dict.fromkeys((table.font_size, min(table.font_size, nd30.TABLE_SMALLEST_PT))):
            needed = _needed(table, size, whole)
            if sum(needed) <= total_mm:
                return _widen(wished, needed), size
    return wished, min(table.font_size, nd30.TABLE_SMALLEST_PT)


def _widen(wished: Sequence[float], needed: Sequence[float]) -> tuple[float, ...]:
    """Give narrow columns what their words need, taken from the others in proportion to what they can spare."""
    missing = sum(max(need - wish, 0) for wish, need in zip(wished, needed, strict=True))
    spare = sum(max(wish - need, 0) for wish, need in zip(wished, needed, strict=True))
    if not missing:
        return tuple(wished)
    share = missing / spare if spare else 0
    return tuple(
        need if need >= wish else wish - (wish - need) * share for wish, need in zip(wished, needed, strict=True)
    )


def _needed(table: Table, size: float, whole: bool) -> list[float]:
    """Return the least width in mm of each column that breaks no word (or only at joints, when not `whole`)."""
    needed = [2 * nd30.CELL_PADDING_X_MM + 1] * len(table.columns)
    for row in place(table):
        for placed in row:
            if placed.cell.colspan == 1:
                word = _widest_word(placed.cell.text, placed.bold, placed.italic, whole) * size / 1000 + _SLACK_PT
                needed[placed.column] = max(needed[placed.column], word / MM + 2 * nd30.CELL_PADDING_X_MM)
    return needed


@lru_cache(maxsize=16384)
def _widest_word(text: str, bold: bool, italic: bool, whole: bool) -> float:
    return max(
        (_units(part, bold, italic) for word in _BREAKS.split(printable(text)) for part in _parts(word, whole)),
        default=0,
    )


def _parts(word: str, whole: bool) -> list[str]:
    return [word] if whole and len(word) <= _LONG_WORD else _JOINTS.split(word)


# --- rows -----------------------------------------------------------------------------------------------------------


def row_heights(table: Table, widths_mm: Sequence[float], size: float) -> tuple[float, ...]:
    """Return the height of every row in points; where a cell spans rows, the last of them grows to hold it."""
    placed = place(table)
    heights = [line_height(size) + 2 * nd30.CELL_PADDING_Y_MM * MM] * len(placed)
    spanning = []
    for row in placed:
        for cell in row:
            if cell.cell.rowspan == 1:
                heights[cell.row] = max(heights[cell.row], cell_height(cell, widths_mm, size))
            else:
                spanning.append(cell)
    for cell in sorted(spanning, key=lambda cell: cell.row + cell.cell.rowspan):
        last = min(cell.row + cell.cell.rowspan, len(heights))
        missing = cell_height(cell, widths_mm, size) - sum(heights[cell.row : last])
        heights[last - 1] += max(missing, 0)
    return tuple(heights)


def cell_height(placed: Placed, widths_mm: Sequence[float], size: float) -> float:
    """Return the height in points that the text of a cell needs."""
    lines = len(cell_lines(placed, widths_mm, size))
    return lines * line_height(size) + 2 * nd30.CELL_PADDING_Y_MM * MM


def row_height(row: Row, widths_mm: Sequence[float], size: float) -> float:
    """Return the height in points of a row that no cell from above reaches into."""
    columns = tuple(Column(width) for width in widths_mm)
    return row_heights(Table(columns, (row,)), widths_mm, size)[0]


def rows_at_end(heights: Sequence[float], page_height: float) -> int:
    """Return how many of a table's last rows share a page, so that no row stands alone on the last one.

    There are none where they would take much of the page: what is left above them would be too.
    """
    for count in range(_ROWS_AT_END, 1, -1):
        if sum(heights[-count:]) <= page_height * _SHARE_AT_END:
            return min(count, len(heights))
    return 0
