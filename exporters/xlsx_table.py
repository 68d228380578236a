"""A ruled table as rows of a sheet."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from openpyxl.utils.cell import get_column_letter

from exporters import measure
from exporters.document import Cell, RowKind, Table
from exporters.measure import Placed
from exporters.xlsx_grid import Grid, Region, TableLayout
from exporters.xlsx_rows import (
    PADDING,
    Box,
    CellLook,
    Line,
    Setting,
    line_height,
    lines_a_row,
    measured_width,
    text_room,
)
from exporters.xlsx_values import GENERAL, Formula, Value, shown_value

_COLUMN = re.compile(r"\{col:(\d+)\}")
_GAP_AFTER = "_ "  # as wide as a space, between a figure and the border: cells have no room of their own there


class TableLines:
    """Lays one table out in the columns of its section's grid."""

    def __init__(self, table: Table, grid: Grid, layout: TableLayout) -> None:
        self._table = table
        self._grid = grid
        self._widths, self._size = layout
        self._edges = (0.0, *accumulate(self._widths))
        narrow = [measured_width(width) for width in self._widths]
        measured = measure.row_heights(table, narrow, self._size)
        self._lines = [round((height - PADDING) / measure.line_height(self._size), 3) for height in measured]
        self._starts = (0, *accumulate(math.ceil(lines / lines_a_row(self._size)) for lines in self._lines))

    def lines(self) -> Iterator[Line]:
        """Yield the rows of the sheet; a row taller than a sheet allows goes on in the next ones."""
        boxes: dict[int, list[Box]] = defaultdict(list)
        for row, box in self._boxes():
            boxes[row].append(box)
        most = lines_a_row(self._size)
        for number, lines in enumerate(self._lines):
            start, end = self._starts[number : number + 2]
            keep = self._table.rows[number].kind is not RowKind.BODY
            for row in range(start, end):
                held = min(lines - (row - start) * most, most)
                yield Line(held * line_height(self._size) + PADDING, tuple(boxes[row]), keep)

    def _boxes(self) -> Iterator[tuple[int, Box]]:
        """Yield every cell's boxes with their row in the sheet, counted from the table's first."""
        for placed in self._cells():
            end = min(placed.row + placed.cell.rowspan, len(self._lines))
            start, rows = self._starts[placed.row], self._starts[end] - self._starts[placed.row]
            if placed.cell.rowspan == 1 and rows > 1:
                yield from enumerate(self._parts(placed, rows), start)
            else:
                yield start, self._box(placed, rows)

    def _cells(self) -> Iterator[Placed]:
        """Yield the cells, and an empty one wherever a row has too few."""
        free_from = [0] * len(self._widths)  # the first row that no cell from above reaches into
        for number, row in enumerate(measure.place(self._table)):
            for placed in row:
                last = placed.column + placed.cell.colspan
                free_from[placed.column : last] = [number + placed.cell.rowspan] * placed.cell.colspan
                yield placed
            for column, free in enumerate(free_from):
                if free <= number:
                    yield Placed(Cell(), number, column, bold=False, italic=False, align="left")

    def _region(self, placed: Placed) -> Region:
        right = min(placed.column + placed.cell.colspan, len(self._widths))
        return Region(self._edges[placed.column], self._edges[right])

    def _box(self, placed: Placed, rows: int) -> Box:
        region = self._region(placed)
        value, form = self._value(placed, region)
        if placed.align == "right" and form != GENERAL:
            form += _GAP_AFTER
        look = CellLook(
            self._size,
            placed.bold,
            placed.italic,
            placed.align,
            lines="grid",
            number_format=form,
            color=placed.cell.color or "",
        )
        return Box(*self._grid.span(region), look, value, rows)

    def _parts(self, placed: Placed, rows: int) -> Iterator[Box]:
        """Yield a cell of a row that is too tall for one row of a sheet: its text runs on through all of them."""
        whole = self._box(placed, 1)
        setting = Setting(self._size, placed.bold, placed.italic, text_room(self._region(placed).width))
        texts = [*setting.pieces(whole.value)] if isinstance(whole.value, str) else [whole.value]
        for row in range(rows):
            lines = "grid top" if row == 0 else "grid foot" if row == rows - 1 else "grid middle"
            look = replace(whole.look, lines=lines, vertical="top")
            yield replace(whole, value=texts[row] if row < len(texts) else "", look=look)

    def _value(self, placed: Placed, region: Region) -> tuple[Value, str]:
        """Return what the cell holds; a number wider than its column stays text, which wraps instead of showing ###."""
        value, number_format = shown_value(placed.cell)
        if isinstance(value, Formula):
            return Formula(_COLUMN.sub(self._letter, value.text), value.result), number_format
        width = measure.text_width(placed.cell.text, self._size, placed.bold, placed.italic)
        return (value, number_format) if width <= text_room(region.width) else (placed.cell.text, GENERAL)

    def _letter(self, found: re.Match[str]) -> str:
        left = self._edges[int(found.group(1))]
        return get_column_letter(self._grid.span(Region(left, left))[0] + 1)
