"""A form as an .xlsx: real numbers and dates, one sheet a section, ready to print on A4 at its true size."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.utils.cell import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from exporters import nd30, page
from exporters.document import Document, Section
from exporters.office_package import created_at, legal_text
from exporters.xlsx_cells import BODY_FONT, CellWriter, ResultsZip
from exporters.xlsx_rows import line_height
from exporters.xlsx_sheet import Sheet, sheet_of

_MM_PER_INCH = 25.4
_PIXELS_PER_DIGIT = 8  # of Times New Roman 12, the Normal style: Excel counts column widths in digits
_NAME_LIMIT = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("\\/?*[]:", "-"))


def write_xlsx(document: Document, path: Path) -> None:
    """Write the document to exactly that path."""
    workbook = _workbook(document)
    cells = CellWriter()
    names: list[str] = []
    for section in document.sections:
        names.append(_sheet_name(section.sheet, names))
        _write_sheet(workbook.create_sheet(names[-1]), section, document.mark, cells)
    try:
        with ResultsZip(path, cells.results) as package:
            ExcelWriter(workbook, package).write_data()
    except SerialisationError as error:  # what lxml makes of a disk without room for openpyxl's temporary sheets
        raise OSError(errno.ENOSPC, str(error)) from error


def _workbook(document: Document) -> Workbook:
    """Return an empty workbook whose Normal style is Times New Roman and whose properties are the form's."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    _set_normal_font(workbook)
    properties = workbook.properties
    properties.title = legal_text(document.title)
    properties.creator = properties.lastModifiedBy = legal_text(document.author)
    properties.language = "vi-VN"
    properties.created = properties.modified = created_at(document)
    return workbook


def _set_normal_font(workbook: Any) -> None:
    """Set the font of the Normal style, from which programs reckon column widths: the first one, says openpyxl."""
    workbook._fonts = IndexedList([BODY_FONT])
    workbook._named_styles["Normal"].font = BODY_FONT


def _sheet_name(wished: str, taken: list[str]) -> str:
    """Return a name that Excel accepts and no other sheet has."""
    name = legal_text(wished).translate(_NOT_IN_NAMES).strip().strip("'")[:_NAME_LIMIT] or "Biểu"
    others = {other.casefold() for other in taken}
    number = 1
    unique = name
    while unique.casefold() in others:
        number += 1
        suffix = f" ({number})"
        unique = name[: _NAME_LIMIT - len(suffix)] + suffix
    return unique


def _write_sheet(sheet: Worksheet, section: Section, mark: str, cells: CellWriter) -> None:
    layout = sheet_of(section)
    for column, width in enumerate(layout.widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width / _PIXELS_PER_DIGIT
    for number, line in enumerate(layout.lines, start=1):
        sheet.row_dimensions[number].height = line.height
        for box in line.boxes:
            cells.write(sheet, number, box)
    _set_view(sheet, layout)
    _set_page(sheet, section, layout)
    _set_header_and_footer(sheet, mark)


def _set_view(sheet: Worksheet, layout: Sheet) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.sheet_format.defaultRowHeight = line_height(nd30.TABLE_PT)
    if layout.head:
        sheet.freeze_panes = f"A{layout.head[1] + 1}"


def _set_page(sheet: Worksheet, section: Section, layout: Sheet) -> None:
    setup = sheet.page_setup
    setup.paperSize = sheet.PAPERSIZE_A4
    setup.orientation = section.orientation
    setup.scale = 100
    setup.firstPageNumber, setup.useFirstPageNumber = 1, True
    sides = (
        nd30.MARGIN_LEFT_MM,
        nd30.MARGIN_RIGHT_MM,
        nd30.MARGIN_TOP_MM,
        nd30.MARGIN_BOTTOM_MM,
        page.edge_distance(nd30.PAGE_NUMBER_PT, nd30.PAGE_NUMBER_FROM_TOP_MM),
        page.edge_distance(nd30.MARK_PT, nd30.MARGIN_BOTTOM_MM / 2),
    )
    sheet.page_margins = PageMargins(*(mm / _MM_PER_INCH for mm in sides))
    if layout.lines:
        sheet.print_area = f"A1:{get_column_letter(len(layout.widths))}{len(layout.lines)}"
    if layout.head:
        sheet.print_title_rows = "{}:{}".format(*layout.head)
    for row in layout.page_breaks():
        sheet.row_breaks.append(Break(id=row))


def _set_header_and_footer(sheet: Worksheet, mark: str) -> None:
    """Show the page's number but on the first page, and the mark on all."""
    family = nd30.FONT_FAMILY
    sheet.HeaderFooter.differentFirst = True
    _centre(sheet.oddHeader, f'&"{family},Regular"&{nd30.PAGE_NUMBER_PT:.0f}&P')
    if mark:
        shown = legal_text(mark).replace("&", "&&")
        for footer in (sheet.oddFooter, sheet.firstFooter):
            _centre(footer, f'&"{family},Bold"&{nd30.MARK_PT:.0f}&K{nd30.MARK_COLOR}{shown}')


def _centre(place: HeaderFooterItem | None, text: str) -> None:
    assert place is not None  # the stubs think a sheet may have none
    place.center.text = text
