"""The column Giải trình: red, at the far right of every appendix, filled by the officer or from the data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pdfplumber
import pytest

from exporters import measure
from exporters.appendices import indicator_table
from exporters.document import Cell, Column, Row, RowKind, Table
from exporters.docx_writer import write_docx
from exporters.explanations import RED, explanations, with_explanations
from exporters.pdf_writer import write_pdf
from exporters.xlsx_writer import write_xlsx
from tests.exporters.five_plans import periods, plan, report_by_key
from tests.exporters.small_reports import before, now, report_of, share
from tests.exporters.word_files import one_section
from tests.models.rows import record, task

HEAD = "Giải trình\n(không phát hành)"
TABLE = Table(
    (Column(11), Column(60), Column(40)),
    (
        Row(RowKind.HEAD, (Cell("TT", rowspan=2), Cell("Nội dung", colspan=2))),
        Row(RowKind.HEAD, (Cell("Chỉ tiêu"), Cell("Kết quả"))),
        Row(RowKind.SECTION, (Cell("I"), Cell("HẠ TẦNG", colspan=2)), "s"),
        Row(RowKind.BODY, (Cell("1"), Cell("Phủ sóng"), Cell("40")), "a"),
        Row(RowKind.BODY, (Cell("2"), Cell("Trạm"), Cell("3"))),
    ),
    11,
)


def test_the_column_stands_at_the_far_right_of_every_row() -> None:
    widened = with_explanations(TABLE, {"a": "Do mưa lũ."})
    placed = measure.place(widened)
    assert [row[-1].column + row[-1].cell.colspan for row in (placed[0], *placed[2:])] == [4] * 4
    assert (widened.rows[0].cells[-1].text, widened.rows[0].cells[-1].rowspan) == (HEAD, 2)
    assert widened.rows[2].cells[-1] == Cell("HẠ TẦNG", colspan=3)
    assert widened.rows[3].cells[-1] == Cell("Do mưa lũ.", color=RED)
    assert widened.rows[4].cells[-1].text == ""


def test_only_wide_columns_make_room() -> None:
    widened = with_explanations(TABLE, {})
    assert widened.columns[0].width == 11
    assert sum(c.width for c in widened.columns) == pytest.approx(sum(c.width for c in TABLE.columns))
    narrow = replace(TABLE, columns=(Column(11), Column(12), Column(13)))
    assert [column.width for column in with_explanations(narrow, {}).columns[:3]] == [11, 12, 13]


@pytest.mark.parametrize("name", ["thuan-chau", "xop", "quang-son", "phu-thai", "phong-tho"])
def test_every_plans_table_takes_the_column(name: str) -> None:
    period = next(periods(plan(name)))
    table = with_explanations(indicator_table(report_by_key(name, period.key)), {})
    width = len(table.columns)
    assert all(row[-1].column + row[-1].cell.colspan == width for row in measure.place(table))


def test_the_data_explain_a_row_until_the_officer_does() -> None:
    rows = [share("a", "Số hóa", {2030: "95"}), share("b", "Phủ sóng", {2030: "50"}), share("c", "Chữ ký", {2030: "5"})]
    figures = [now("a", "80", difficulty="máy quét hỏng"), before("a", "95"), now("b", "40", difficulty="thiếu vốn")]
    report = replace(report_of(rows, figures), explanations={"b": "Chờ tỉnh cấp vốn", "c": " "})
    assert explanations(report) == {
        "a": "Kết quả giảm 15 điểm phần trăm so với kỳ trước (từ 95% xuống 80%). Máy quét hỏng.",
        "b": "Chờ tỉnh cấp vốn",
    }


def test_a_task_tells_what_hinders_it_and_what_comes_next() -> None:
    late = replace(record(percent=70), difficulty="chưa có nhân lực", next_step="hoàn thành trước 30/11/2026")
    report = report_of(tasks=[task(y2030="Tháng 9/2026")], progress=[late])
    assert explanations(report) == {"nv": "Chưa có nhân lực. Hướng xử lý: hoàn thành trước 30/11/2026."}
    assert explanations(report_of(tasks=[task(y2030="Tháng 9/2026")])) == {}
    assert explanations(report_of(tasks=[task(y2030="Tháng 9/2026")], progress=[record(percent=70)])) == {}


def test_the_column_is_red_in_every_format(tmp_path: Path) -> None:
    document = one_section(with_explanations(TABLE, {"a": "Do mưa lũ."}))
    write_docx(document, tmp_path / "a.docx")
    write_xlsx(document, tmp_path / "a.xlsx")
    write_pdf(document, tmp_path / "a.pdf")
    cell = docx.Document(str(tmp_path / "a.docx")).tables[0].rows[3].cells[-1]
    assert str(cell.paragraphs[0].runs[0].font.color.rgb) == RED
    (sheet,) = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets
    colors = {c.value: c.font.color.rgb if c.font.color else None for row in sheet for c in row if c.value}
    assert (colors["Do mưa lũ."], colors["Phủ sóng"]) == (f"FF{RED}", None)
    assert _colors(tmp_path / "a.pdf")["Do mưa lũ."] == (0.7529, 0, 0)


def _colors(path: Path) -> dict[str, tuple[float, ...]]:
    """Return the colour of each stretch of text of a PDF."""
    with pdfplumber.open(path) as pdf:
        words = pdf.pages[0].extract_words(extra_attrs=["non_stroking_color"], keep_blank_chars=True)
    return {word["text"]: tuple(round(part, 4) for part in word["non_stroking_color"]) for word in words}
