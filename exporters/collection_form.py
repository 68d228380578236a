"""The collection form of a unit: one sheet that is filled in with Excel alone, and a hidden one that knows the rows."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exporters.collection_look import (
    FAMILY,
    HEAD_GROUND,
    LINE_PT,
    MARGIN_MM,
    SECTION_GROUND,
    TITLE_PT,
    WIDTHS_MM,
    digits,
    lines_needed,
    put,
)
from exporters.issue import write_bytes
from exporters.office_package import legal_text
from exporters.plan_cited import plan_cited
from exporters.taken_names import Existing
from models.collecting import AskedRow, FormSheet
from models.collection_fields import INDICATOR_CELLS, INDICATOR_STATES, TASK_STATES, figure_cells
from models.collection_format import (
    FIELDS_MARK,
    FILLED_BY,
    FORMAT,
    HEAD,
    HEADS_MARK,
    HIDDEN,
    PHONE,
    ROWS,
    SHEET,
    VERSION,
)
from models.shown import day_text
from models.text import fold

LAST = len(WIDTHS_MM) + 1
HOW = (
    "Chỉ điền vào các ô nền vàng nhạt; số ghi như 84,9 hoặc 1.452, ngày ghi như 05/11/2026.",
    "Không có gì xảy ra thì chọn “Không phát sinh”; chưa có số liệu thì chọn “Chưa có”; ô bỏ trống là chưa trả lời.",
    "Lưu tệp rồi gửi lại đúng tệp này (thư điện tử, Zalo hoặc USB); không đổi thứ tự, không thêm dòng.",
)
INDICATOR_HEADS = (
    ("TT", ""),
    ("Chỉ tiêu", ""),
    ("Đơn vị tính", ""),
    ("Mục tiêu", ""),
    ("Kỳ trước", ""),
    ("KỲ NÀY", "figure"),
    ("Tử số", "numerator"),
    ("Mẫu số", "denominator"),
    ("Trạng thái", "state"),
    ("Khó khăn, vướng mắc", "difficulty"),
    ("Đề xuất, kiến nghị", "proposal"),
    ("Ghi chú", "note"),
)
TASK_HEADS = (
    ("TT", ""),
    ("Nhiệm vụ", ""),
    ("Sản phẩm", ""),
    ("Thời hạn", ""),
    ("Đang ghi nhận", ""),
    ("% hoàn thành", "percent"),
    ("Số, ký hiệu văn bản", "deliverable_number"),
    ("Ngày văn bản", "deliverable_date"),
    ("Trạng thái", "done"),
    ("KẾT QUẢ KỲ NÀY", "text"),
    ("Khó khăn, vướng mắc", "difficulty"),
    ("Đề xuất, kiến nghị", "proposal"),
)
_CENTRED = frozenset({"figure", "numerator", "denominator", "state", "percent", "deliverable_date", "done"})
_PRINTED_FIELDS = 5


def form_bytes(form: FormSheet, made: datetime) -> bytes:
    """Return the form as an .xlsx; the same form gives the same file but for the archive's own time stamps."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = SHEET
    _properties(workbook, form, made)
    _Page(sheet, form).write()
    _hide(workbook.create_sheet(HIDDEN), form)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def form_name(form: FormSheet) -> str:
    """Return the form's file name: plain letters, so that no program or stick garbles it."""
    unit = re.sub(r"[^a-z0-9]+", "-", fold(form.unit)).strip("-")[:60].rstrip("-") or "don-vi"
    return f"phieu_{form.period.span.key}_{unit}.xlsx"


def write_form(form: FormSheet, folder: Path, made: datetime, *, existing: Existing = "number") -> Path:
    """Write a form into a folder and return its path; a name that is taken is numbered."""
    return write_bytes(folder, form_name(form), form_bytes(form, made), existing=existing)


def _properties(workbook: Workbook, form: FormSheet, made: datetime) -> None:
    properties = workbook.properties
    properties.title = legal_text(f"Phiếu thu thập {form.period.span.words()} - {form.unit}")
    properties.creator = properties.lastModifiedBy = legal_text(form.office.issuer)
    properties.language = "vi-VN"
    properties.created = properties.modified = made


def _hide(sheet: Worksheet, form: FormSheet) -> None:
    """Write what the reader knows the form and its rows by; a copied or renamed file keeps it."""
    values = (FORMAT, VERSION, form.form_id, form.plan.id, form.period.key, form.unit)
    for name, value in [*zip(HEAD, values, strict=True), *((ROWS, row.key) for row in form.rows)]:
        sheet.append([name, legal_text(value)])
    for (cell,) in sheet.iter_rows(min_col=2, max_col=2):
        cell.data_type = "s"
    sheet.sheet_state = "hidden"
    sheet.protection.enable()


class _Page:
    """The sheet that the unit sees, written from the top down."""

    def __init__(self, sheet: Worksheet, form: FormSheet) -> None:
        self._sheet = sheet
        self._form = form
        self._row = 0
        self._states = {
            False: _choices(INDICATOR_STATES, "Hãy chọn một trạng thái trong danh sách, hoặc xóa trắng ô."),
            True: _choices(TASK_STATES, "Hãy chọn Xong hoặc Chưa xong, hoặc xóa trắng ô."),
        }
        self._percent = _choices(("25", "50", "75", "100"), "")
        self._percent.showErrorMessage = False  # any number may be typed; the list is only at hand

    def write(self) -> None:
        """Write head, tables and foot."""
        for column, width in enumerate(WIDTHS_MM, start=2):
            self._sheet.column_dimensions[get_column_letter(column)].width = digits(width)
        self._sheet.column_dimensions["A"].hidden = True
        self._head()
        for is_task, rows in groupby(self._form.rows, key=lambda row: row.is_task):
            self._table(is_task=is_task, rows=tuple(rows))
        self._foot()
        for validation in (*self._states.values(), self._percent):
            if validation.sqref:
                self._sheet.add_data_validation(validation)
        self._set_page()

    # --- head and foot

    def _head(self) -> None:
        form, span = self._form, self._form.period.span
        self._across(form.office.issuer, bold=True)
        self._across(f"PHIẾU THU THẬP SỐ LIỆU {span.words().upper()}", bold=True, size=TITLE_PT, across="center")
        self._across(f"Thực hiện {plan_cited(form.plan, form.office)}", italic=True, across="center")
        self._across(f"Đơn vị: {form.unit}", bold=True)
        by = f"Gửi về trước hết ngày {day_text(form.answer_by)}. " if form.answer_by else ""
        contact = f"Nơi nhận phiếu: {form.contact or form.office.issuer}."
        counted = f"Số liệu tính đến hết ngày {day_text(form.period.closing)}. "
        self._across(f"{counted}{by}{contact}")
        for number, sentence in enumerate(HOW, start=1):
            self._across(f"{number}. {sentence}", italic=True)
        if form.sample:
            self._across("SỐ LIỆU MINH HỌA", bold=True, across="center")

    def _foot(self) -> None:
        self._row += 1
        for label, mark in (("Người lập phiếu (họ tên)", FILLED_BY), ("Điện thoại", PHONE)):
            row = self._next(LINE_PT * 1.6)
            self._sheet.cell(row, 1, mark)
            put(self._sheet.cell(row, 2), "")
            put(self._sheet.cell(row, 3), label, across="right")
            for column in range(4, 8):
                put(self._sheet.cell(row, column), "", boxed=True, is_input=True)
            self._sheet.merge_cells(start_row=row, end_row=row, start_column=4, end_column=7)

    def _across(
        self, text: str, *, bold: bool = False, italic: bool = False, size: float = 11, across: str = "left"
    ) -> None:
        """Write a line over the whole width."""
        height = lines_needed(text, sum(WIDTHS_MM) * 11 / size) * LINE_PT * size / 11 + 1
        row = self._next(height)
        put(self._sheet.cell(row, 2), text, bold=bold, italic=italic, size=size, across=across)
        self._sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=LAST)

    def _next(self, height: float) -> int:
        self._row += 1
        self._sheet.row_dimensions[self._row].height = height
        return self._row

    # --- tables

    def _table(self, *, is_task: bool, rows: Sequence[AskedRow]) -> None:
        heads = TASK_HEADS if is_task else INDICATOR_HEADS
        self._row += 1
        self._across("B. NHIỆM VỤ" if is_task else "A. CHỈ TIÊU", bold=True)
        marks = self._next(1)
        self._sheet.cell(marks, 1, FIELDS_MARK)
        self._sheet.row_dimensions[marks].hidden = True
        row = self._next(LINE_PT * max(lines_needed(head, w) for (head, _), w in zip(heads, WIDTHS_MM, strict=True)))
        self._sheet.cell(row, 1, HEADS_MARK)
        for column, (head, field) in enumerate(heads, start=2):
            self._sheet.cell(marks, column, field or None)
            put(self._sheet.cell(row, column), head, bold=True, across="center", boxed=True, ground=HEAD_GROUND)
        for section, own in groupby(rows, key=lambda asked: asked.section):
            if section:
                self._section(section)
            for asked in own:
                self._asked(asked, [field for _, field in heads])

    def _section(self, section: str) -> None:
        row = self._next(lines_needed(section, sum(WIDTHS_MM)) * LINE_PT + 2)
        for column in range(2, LAST + 1):
            put(self._sheet.cell(row, column), "", boxed=True, ground=SECTION_GROUND)
        put(self._sheet.cell(row, 2), section, bold=True, boxed=True, ground=SECTION_GROUND)
        self._sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=LAST)

    def _asked(self, asked: AskedRow, fields: Sequence[str]) -> None:
        printed = (asked.label, asked.name, asked.measure, asked.target, asked.before)
        filled = [_present(asked, field) for field in fields[_PRINTED_FIELDS:]]
        texts = (*printed, *filled)
        height = max(lines_needed(text, width) for text, width in zip(texts, WIDTHS_MM, strict=True)) * LINE_PT + 3
        row = self._next(min(height, 400.0))  # no row is higher than 409 points
        self._sheet.cell(row, 1, legal_text(asked.key)).data_type = "s"
        for column, text in enumerate(printed, start=2):
            put(self._sheet.cell(row, column), text, across="center" if column == 2 else "left", boxed=True)
        for column, (field, text) in enumerate(zip(fields[_PRINTED_FIELDS:], filled, strict=True), start=7):
            across = "center" if field in _CENTRED else "left"
            put(self._sheet.cell(row, column), text, across=across, boxed=True, is_input=True)
            self._offer(asked, field, f"{get_column_letter(column)}{row}")

    def _offer(self, asked: AskedRow, field: str, cell: str) -> None:
        """Let a cell offer its choices."""
        if field in ("state", "done"):
            self._states[asked.is_task].add(cell)
        elif field == "percent":
            self._percent.add(cell)

    # --- the page

    def _set_page(self) -> None:
        sheet = self._sheet
        sheet.sheet_view.showGridLines = False
        setup = sheet.page_setup
        setup.paperSize, setup.orientation = sheet.PAPERSIZE_A4, "landscape"
        setup.fitToWidth, setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        inches = MARGIN_MM / 25.4
        sheet.page_margins = PageMargins(inches, inches, inches, inches, inches / 2, inches / 2)
        sheet.print_options.horizontalCentered = True
        sheet.print_area = f"B1:{get_column_letter(LAST)}{self._row}"
        assert sheet.oddFooter is not None  # the stubs think a sheet may have none
        sheet.oddFooter.right.text = f'&"{FAMILY},Regular"&9Trang &P/&N'
        sheet.protection.enable()
        sheet.protection.formatColumns = sheet.protection.formatRows = False  # widening stays allowed
        sheet.protection.selectLockedCells = False


def _present(asked: AskedRow, field: str) -> str:
    """Return what the office has already, so that the unit only mends it."""
    if asked.is_task or field not in INDICATOR_CELLS[:4]:
        return asked.present.get(field, "")
    return figure_cells(asked.present.get("figure", "")).get(field, "")


def _choices(words: Sequence[str], refused: str) -> DataValidation:
    validation = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
    validation.errorTitle, validation.error = "Phiếu thu thập", refused or None
    validation.showErrorMessage = True
    return validation
