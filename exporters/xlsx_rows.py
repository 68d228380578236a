"""Rows of a sheet before they are written: boxes of cells and heights that cut no text."""

from __future__ import annotations

import math
import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from exporters import measure, nd30
from exporters.document import Align, Run
from exporters.measure import MM
from exporters.xlsx_values import GENERAL, Value

_PADDING_X_MM = 0.9  # between border and text; programs leave less
_WRAP_SPARE = 0.98  # a screen sets text a little wider than paper does
PADDING = 2 * nd30.CELL_PADDING_Y_MM * MM
_GAPS = re.compile(r"\s+(?=\S)")
_TALLEST_ROW = 408.0  # points; Excel allows 409
_ROW_STEP = 0.75  # points; heights are whole pixels
_LINE_HEIGHTS = {11.0: 15.0, 12.0: 15.75, 13.0: 16.5, 14.0: 18.75}  # what Excel gives a line of Times New Roman
_LINE_HEIGHT = 1.365  # of any other size


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell looks; `lines` are its borders: a grid (or the top, middle or foot of one), a rule, or none.

    `color` is that of its text, empty for black.
    """

    size: float
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    vertical: str = "center"
    lines: str = ""
    number_format: str = GENERAL
    color: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """Cells made one: columns from `first` to before `last`, over `rows` rows; `runs` where styles change inside."""

    first: int
    last: int
    look: CellLook
    value: Value = ""
    rows: int = 1
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet with its height in points; `keep` holds it on the page of the next one."""

    height: float
    boxes: tuple[Box, ...] = ()
    keep: bool = False


def line_height(size: float) -> float:
    """Return the height in points that a line of text has in a sheet."""
    return _LINE_HEIGHTS.get(size, size * _LINE_HEIGHT)


def row_height(points: float) -> float:
    """Return the height that a row has which is to be that high at least."""
    return math.ceil(points / _ROW_STEP) * _ROW_STEP


def text_room(width_mm: float) -> float:
    """Return the width in points that text has in cells of a width."""
    return (width_mm * _WRAP_SPARE - 2 * _PADDING_X_MM) * MM


def measured_width(width_mm: float) -> float:
    """Return how wide a cell in mm has to be in print for its text to break as in cells of a width in a sheet."""
    return text_room(width_mm) / MM + 2 * nd30.CELL_PADDING_X_MM


def lines_a_row(size: float) -> int:
    """Return how many lines the tallest row holds."""
    return int((_TALLEST_ROW - PADDING) // line_height(size))


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: its size and weight, and the width in points that it has."""

    size: float
    bold: bool
    italic: bool
    room: float

    def lines(self, text: str) -> int:
        """Return how many lines a text takes."""
        return len(measure.wrap(text, self.size, self.room, self.bold, self.italic))

    def even(self, text: str) -> str:
        """Return a text of several lines broken where they become about as long as each other."""
        least = self.lines(text)
        if least == 1 or "\n" in text:
            return text
        for share in range(50, 100, 2):
            lines = measure.wrap(text, self.size, self.room * share / 100, self.bold, self.italic)
            if len(lines) == least and " ".join(lines) == text:
                return "\n".join(lines)
        return text

    def pieces(self, text: str) -> Iterator[str]:
        """Cut a text into pieces that each fit the tallest row; together they are the text."""
        most = lines_a_row(self.size)
        while self.lines(text) > most:
            ends = [found.end() for found in _GAPS.finditer(text)] or [len(text) // 2]
            fitting = bisect(ends, most, key=lambda end: self.lines(text[:end])) or 1
            yield text[: ends[fitting - 1]]
            text = text[ends[fitting - 1] :]
        yield text
