"""Boxes of a sheet as openpyxl cells; each look is made once and shared by all cells that have it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, Font, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from exporters import nd30
from exporters.document import Run
from exporters.office_package import OfficeZip, legal_text
from exporters.xlsx_rows import Box, CellLook
from exporters.xlsx_values import Formula

BODY_FONT = Font(name=nd30.FONT_FAMILY, size=12, family=1)
_THIN = Side(style="thin")
_BORDERS = {
    "": Border(),
    "rule": Border(top=_THIN),
    "grid": Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN),
    "grid top": Border(left=_THIN, right=_THIN, top=_THIN),
    "grid middle": Border(left=_THIN, right=_THIN),
    "grid foot": Border(left=_THIN, right=_THIN, bottom=_THIN),
}
_FORMULA = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v ?(?:/>|></v>)')

_DAY_0 = date(1899, 12, 30)  # sheets count days from here

Results = dict[str, dict[str, str]]


class CellWriter:
    """Writes boxes and notes the results of formulas, by sheet and cell."""

    def __init__(self) -> None:
        self.results: Results = {}
        self._styles: dict[CellLook, StyleArray] = {}

    def write(self, sheet: Worksheet, row: int, box: Box) -> None:
        """Write a box whose upper row is `row`: all its cells have its look, the first one its value."""
        last_row = row + box.rows - 1
        for number in range(row, last_row + 1):
            for column in range(box.first + 1, box.last + 1):
                self._apply(sheet.cell(number, column), box.look)
        if box.rows > 1 or box.last - box.first > 1:
            area = CellRange(min_col=box.first + 1, min_row=row, max_col=box.last, max_row=last_row)
            sheet.merged_cells.add(area.coord)
        self._fill(sheet.cell(row, box.first + 1), box)

    def _apply(self, cell: Any, look: CellLook) -> None:
        """Give a cell a look: openpyxl's own way takes ten times as long as to share what it made for the first one."""
        style = self._styles.get(look)
        if style is None:
            cell.font = _font(look)
            cell.alignment = Alignment(look.align, look.vertical, wrap_text=True)
            cell.border = _BORDERS[look.lines]
            cell.number_format = look.number_format
            self._styles[look] = cell._style
        else:
            cell._style = style

    def _fill(self, cell: Any, box: Box) -> None:
        value = box.value
        if isinstance(value, Formula):
            self._fill_formula(cell, value)
        elif not isinstance(value, str):
            cell.value = value
        elif value:
            cell.value = _rich(box) if box.runs else legal_text(value)
            cell.data_type = "s"  # else "=> đạt" would be run as a formula

    def _fill_formula(self, cell: Any, formula: Formula) -> None:
        cell.value = "=" + formula.text.replace("{row}", str(cell.row)).removeprefix("=")
        if formula.result is not None:
            number = cell.parent.parent.index(cell.parent) + 1
            result = (formula.result - _DAY_0).days if isinstance(formula.result, date) else formula.result
            self.results.setdefault(f"xl/worksheets/sheet{number}.xml", {})[cell.coordinate] = str(result)


def _font(look: CellLook) -> Font:
    color = _color(look.color) if look.color else None
    return Font(name=nd30.FONT_FAMILY, size=look.size, bold=look.bold, italic=look.italic, color=color, family=1)


def _color(color: str) -> Color:
    return Color(rgb=f"FF{color.lstrip('#').upper()}")


def _rich(box: Box) -> CellRichText:
    return CellRichText([TextBlock(_inline_font(box.look, run), legal_text(run.text)) for run in box.runs])


def _inline_font(look: CellLook, run: Run) -> InlineFont:
    return InlineFont(
        rFont=nd30.FONT_FAMILY,
        sz=look.size,
        b=look.bold if run.bold is None else run.bold,
        i=look.italic if run.italic is None else run.italic,
        color=_color(run.color) if run.color else None,
        family=1,
    )


class ResultsZip(OfficeZip):
    """The zip of a workbook with the results of its formulas, which openpyxl cannot write, put in.

    A program that does not calculate (a preview on a phone, a reader of data) shows them.
    """

    def __init__(self, path: Path, results: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__(path)
        self._results = results

    def content(self, name: str, data: bytes) -> bytes:
        """Return a part of the workbook, sheets with results."""
        results = self._results.get(name)
        if not results:
            return data

        def with_result(found: re.Match[bytes]) -> bytes:
            result = results.get(found.group(2).decode())
            return found.group(0) if result is None else b"%s<v>%s</v>" % (found.group(1), result.encode())

        return _FORMULA.sub(with_result, data)
