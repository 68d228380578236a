"""How a collection form looks: widths, fonts, grounds and borders, each number once."""

from __future__ import annotations

from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from exporters.office_package import legal_text

FAMILY = "Times New Roman"
TEXT_PT, TITLE_PT = 11, 15
PIXELS_PER_MM, PIXELS_PER_DIGIT = 96 / 25.4, 8
WIDTHS_MM = (9, 52, 20, 24, 22, 20, 17, 20, 21, 25, 24, 23)
"""The columns of both tables, which fill a landscape A4 page between its margins."""
MARGIN_MM = 10
LINE_PT = 14.5
_THIN = Side(style="thin", color="808080")
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
HEAD_GROUND = PatternFill("solid", fgColor="D9E7E6")
SECTION_GROUND = PatternFill("solid", fgColor="F0F2F4")
INPUT_GROUND = PatternFill("solid", fgColor="FFF9DB")
LOCKED, OPEN = Protection(locked=True), Protection(locked=False)
AS_TEXT = "@"
"""The format of what is typed: Excel then changes neither 8,5 nor 5/11/2026 into something else."""


def put(
    cell: Any,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float = TEXT_PT,
    across: str = "left",
    boxed: bool = False,
    ground: PatternFill | None = None,
    is_input: bool = False,
) -> None:
    """Write a text into a cell, never as a formula, with its look."""
    if text:
        cell.value = legal_text(text)
        cell.data_type = "s"
    cell.font = Font(name=FAMILY, size=size, bold=bold, italic=italic)
    cell.alignment = Alignment(horizontal=across, vertical="center", wrap_text=True)
    cell.protection = OPEN if is_input else LOCKED
    if boxed:
        cell.border = BOX
    if is_input:
        cell.fill, cell.number_format = INPUT_GROUND, AS_TEXT
    elif ground is not None:
        cell.fill = ground


def digits(width_mm: float) -> float:
    """Return a column's width as a sheet counts it."""
    return width_mm * PIXELS_PER_MM / PIXELS_PER_DIGIT


def lines_needed(text: str, width_mm: float) -> int:
    """Return how many lines a text takes in a column, on the safe side."""
    per_line = max(4, int(width_mm / 1.8))
    return sum(_lines(part, per_line) for part in text.splitlines()) or 1


def _lines(text: str, per_line: int) -> int:
    """Fill lines word by word, as a sheet does."""
    lines, used = 1, 0
    for word in text.split():
        length = len(word)
        if used and used + 1 + length > per_line:
            lines, used = lines + 1, 0
        lines += length // (per_line + 1)
        used += length + (1 if used else 0)
    return lines
