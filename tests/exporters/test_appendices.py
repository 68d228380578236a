"""Phụ lục I and II as tables: what stands in which column, and how the columns share the page."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from exporters import measure
from exporters.appendices import indicator_table, task_table
from exporters.document import Cell, Table
from models.plans import IndicatorRow
from tests.exporters.small_reports import before, now, report_of, share
from tests.models.rows import record, task

PAGE_MM = 252.0
FIVE_G = share("a", "Tỷ lệ phủ sóng 5G", {2025: "≥ 15%", 2030: "100%"})
SIX_G = share("b", "Tỷ lệ phủ sóng 6G", {2035: "50%"})
PHONES = share("c", "Hộ có điện thoại thông minh", {2025: "100%"})
TEAM = IndicatorRow("d", "indicator", "1", None, "Tổ công nghệ số", targets={2030: "Đội cấp xã"})


def cells(table: Table, row: int = 1) -> tuple[Cell, ...]:
    return table.rows[row].cells


def texts(table: Table, row: int = 1) -> list[str]:
    return [cell.text.replace("\u00a0", " ") for cell in cells(table, row)]


def test_the_columns_fill_a_landscape_page_under_heads_of_three_lines() -> None:
    for table in (indicator_table(report_of([FIVE_G])), task_table(report_of(tasks=[task()]))):
        assert sum(column.width for column in table.columns) == PAGE_MM
        widths, size = measure.lay_columns(table, PAGE_MM)
        assert size == 11
        (head, *_) = measure.place(table)
        assert max(len(measure.cell_lines(cell, widths, size)) for cell in head) <= 3
        assert ["Cơ quan", "chủ\u00a0trì"] in [measure.cell_lines(cell, widths, size) for cell in head]


def test_a_figure_stands_beside_that_of_the_month_before_and_its_share() -> None:
    row = texts(indicator_table(report_of([FIVE_G], [before("a", "28.5"), now("a", "32.50")])))
    assert row[3:9] == ["100%", "28,5", "32,5", "", "32,5", "Đang thực hiện"]


def test_zero_is_not_empty_and_an_estimate_is_no_number_to_reckon_with() -> None:
    assert texts(indicator_table(report_of([FIVE_G], [now("a", "0")])))[5] == "0"
    cell = cells(indicator_table(report_of([FIVE_G], [now("a", "32.5", estimate=True)])))[5]
    assert (cell.text, cell.value) == ("32,5 (ước)", None)
    assert cells(indicator_table(report_of([FIVE_G], [now("a", "32.5")])))[5].value == Decimal("32.5")


def test_a_target_of_another_year_than_the_heads_says_so() -> None:
    table = indicator_table(report_of([FIVE_G, SIX_G, PHONES], [now("c", "98")]))
    assert texts(table, 0)[3] == "Mục tiêu đến hết năm 2030"
    assert [texts(table, row)[3] for row in (1, 2, 3)] == ["100%", "50% (năm 2035)", "100% (năm 2025)"]


def test_a_missed_target_of_a_passed_year_and_an_ending_are_told_in_the_note() -> None:
    table = indicator_table(report_of([FIVE_G, PHONES], [now("a", "12", difficulty="thiếu trạm"), now("c", "98")]))
    assert texts(table)[8:] == [
        "Thấp hơn mục tiêu đến hết năm 2025",
        "",
        "Thiếu trạm. Mục tiêu đến hết năm 2025: ≥ 15%.",
    ]
    assert texts(table, 2)[8:] == ["Đã kết thúc: không đạt", "", "Kết quả đến hết năm 2025: 98%."]


def test_long_words_stand_in_the_note_and_the_judgement_in_the_column() -> None:
    words = "đã thành lập Đội ứng cứu sự cố an ninh mạng cấp xã"
    long = replace(now("d", text=words, reached=True), note="09 thành viên")
    assert [texts(indicator_table(report_of([TEAM], [long])))[at] for at in (5, 10)] == [
        "Đạt",
        f"Đ{words[1:]}. 09 thành viên.",
    ]
    short = replace(long, text="Đã có đội", note="")
    assert [texts(indicator_table(report_of([TEAM], [short])))[at] for at in (5, 10)] == ["Đã có đội", ""]


def test_a_tasks_result_tells_the_words_the_paper_and_the_share_until_it_is_done() -> None:
    row = task(y2030="Hàng năm")
    under_way = record("2026", text="dự thảo lần 2", percent=50)
    assert texts(task_table(report_of(tasks=[row], progress=[under_way])))[5:8] == [
        "Năm 2026",
        "Dự thảo lần 2. Đạt khoảng 50% khối lượng.",
        "Đang thực hiện, trong hạn",
    ]
    done = replace(under_way, done=True, deliverable_number="215/KH-UBND")
    assert texts(task_table(report_of(tasks=[row], progress=[done])))[6] == "Dự thảo lần 2. Kế hoạch số 215/KH-UBND."
    assert texts(task_table(report_of(tasks=[row])))[6] == ""


def test_what_is_left_from_an_earlier_stage_stands_in_the_note() -> None:
    row = task(y2025="x", y2030="x")
    owed = replace(record("2025", percent=90), difficulty="chờ ý kiến")
    assert texts(task_table(report_of(tasks=[row], progress=[owed])))[8] == "Chờ ý kiến. Tồn từ năm 2025."
