"""Phụ lục I and II as tables: what stands in which column, and how the columns share the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from exporters import measure
from exporters.appendices import indicator_table, task_table
from exporters.document import Cell, Table
from models.actuals import Actual
from models.facts import AnnualTarget, Facts, Override, Paper, PartFigure, Supplier
from models.plans import IndicatorRow, TaskRow
from models.reports import Records, Report, build_report
from tests.exporters.five_plans import report_of as five_report
from tests.exporters.small_reports import before, now, report_of, share
from tests.models.rows import CLOSING, START, month, record, task, thuan_chau

PAGE_MM = 252.0
FIVE_G = share("a", "Tỷ lệ phủ sóng 5G", {2025: "≥ 15%", 2030: "100%"})
SIX_G = share("b", "Tỷ lệ phủ sóng 6G", {2035: "50%"})
PHONES = share("c", "Hộ có điện thoại thông minh", {2025: "100%"})
TEAM = IndicatorRow("d", "indicator", "1", None, "Tổ công nghệ số", targets={2030: "Đội cấp xã"})


def cells(table: Table, row: int = 1) -> tuple[Cell, ...]:
    return table.rows[row].cells


def texts(table: Table, row: int = 1) -> list[str]:
    return [cell.text.replace("\u00a0", " ") for cell in cells(table, row)]


def told(table: Table, *heads: str, row: int = 1) -> list[str]:
    """Return what stands under these heads."""
    titles = texts(table, 0)
    return [texts(table, row)[titles.index(head)] for head in heads]


def test_the_columns_fill_a_landscape_page_under_heads_of_three_lines() -> None:
    led = replace(FIVE_G, lead="Phòng Kinh tế")
    for table in (indicator_table(report_of([led])), task_table(report_of(tasks=[task()]))):
        assert sum(column.width for column in table.columns) == pytest.approx(PAGE_MM)
        widths, size = measure.lay_columns(table, PAGE_MM)
        assert size == 11
        (head, *_) = measure.place(table)
        assert max(len(measure.cell_lines(cell, widths, size)) for cell in head) <= 3
        assert ["Cơ quan", "chủ\u00a0trì"] in [measure.cell_lines(cell, widths, size) for cell in head]
    assert texts(indicator_table(report_of([FIVE_G])), 0)[-2:] == ["Đánh giá", "Ghi chú"]


def test_a_figure_stands_beside_that_of_the_month_before_and_its_share() -> None:
    row = texts(indicator_table(report_of([FIVE_G], [before("a", "28.5"), now("a", "32.50")])))
    assert row[3:8] == ["100%", "28,5", "32,5", "32,5", "Đang thực hiện"]


def test_zero_is_not_empty_and_an_estimate_is_no_number_to_reckon_with() -> None:
    assert told(indicator_table(report_of([FIVE_G], [now("a", "0")])), "Kết quả kỳ này") == ["0"]
    cell = cells(indicator_table(report_of([FIVE_G], [now("a", "32.5", estimate=True)])))[4]
    assert (cell.text, cell.value) == ("32,5 (ước)", None)
    assert cells(indicator_table(report_of([FIVE_G], [now("a", "32.5")])))[4].value == Decimal("32.5")


def test_a_target_of_another_year_than_the_heads_says_so() -> None:
    table = indicator_table(report_of([FIVE_G, SIX_G, PHONES], [now("c", "98")]))
    assert texts(table, 0)[3] == "Mục tiêu đến hết năm 2030"
    assert [texts(table, row)[3] for row in (1, 2, 3)] == ["100%", "50% (năm 2035)", "100% (năm 2025)"]


def test_a_missed_target_of_a_passed_year_and_an_ending_are_told_in_the_note() -> None:
    table = indicator_table(report_of([FIVE_G, PHONES], [now("a", "12", difficulty="thiếu trạm"), now("c", "98")]))
    assert texts(table)[6:] == ["Thấp hơn mục tiêu đến hết năm 2025", "Thiếu trạm. Mục tiêu đến hết năm 2025: ≥ 15%."]
    assert texts(table, 2)[6:] == ["Đã kết thúc: không đạt", "Kết quả đến hết năm 2025: 98%."]


def of_2026(*keys: str, year: int) -> Report:
    """Return Thuận Châu's report of 2026 with 98 as these rows' figures of a year."""
    own = five_report("thuan-chau", "bao-cao-nam", "2026", filled=False)
    days = own.period if year == 2026 else own.before
    figures = {key: (Actual(key, days.start, days.closing, value=Decimal(98)),) for key in keys}
    return build_report(own.plan, own.period, Records(figures, {}), own.office, {})


def test_how_a_row_ended_is_not_told_twice_where_that_years_result_stands_beside() -> None:
    table = indicator_table(of_2026("ct-VI.8", year=2025))
    (at,) = (place for place, row in enumerate(table.rows) if row.key == "ct-VI.8")
    assert told(table, "Kết quả năm 2025", "Đánh giá", "Ghi chú", row=at) == ["98", "Đã kết thúc: đạt", ""]


def test_columns_that_say_nothing_of_the_time_before_or_the_year_are_left_out() -> None:
    counted = replace(share("e", "Số bài viết", {2030: "≥ 5"}), unit="bài viết", measure="within")
    compared = {"Kết quả kỳ trước", "Lũy kế từ đầu năm"}
    assert not {"Kết quả kỳ trước", "Cùng kỳ năm trước"} & set(texts(indicator_table(report_of([FIVE_G])), 0))
    assert compared <= set(texts(indicator_table(report_of([counted], [before("e", "2"), now("e", "1")])), 0))
    whole_year = of_2026(*(row.key for row in thuan_chau().indicators()), year=2026)
    assert "Lũy kế từ đầu năm" not in texts(indicator_table(whole_year), 0)
    assert "Lũy kế từ đầu năm" in texts(indicator_table(five_report("thuan-chau", "bao-cao-quy", "2026-Q3")), 0)


def test_long_words_stand_in_the_note_and_the_judgement_in_the_column() -> None:
    words = "đã thành lập Đội ứng cứu sự cố an ninh mạng cấp xã"
    long = replace(now("d", text=words, reached=True), note="09 thành viên")
    heads = ("Kết quả kỳ này", "Ghi chú")
    assert told(indicator_table(report_of([TEAM], [long])), *heads) == ["Đạt", f"Đ{words[1:]}. 09 thành viên."]
    short = replace(long, text="Đã có đội", note="")
    assert told(indicator_table(report_of([TEAM], [short])), *heads) == ["Đã có đội", ""]


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


def test_what_was_done_for_another_stage_stands_behind_what_the_task_is_judged_by() -> None:
    row = task(y2025="Tháng 9/2026", y2030="x")
    done = record("2025", span=month(9), done=True, text="kết nối 05/05 hệ thống")
    begun = record("2025-2030", percent=10, number="90/KH-UBND", text="duy trì 05 kết nối")
    for judged in (done, replace(done, deliverable_number="38/BC-UBND")):
        paper = " Báo cáo số 38/BC-UBND." if judged.deliverable_number else ""
        assert texts(task_table(report_of(tasks=[row], progress=[judged, begun])))[6:8] == [
            f"Kết nối 05/05 hệ thống.{paper} Duy trì 05 kết nối. Kế hoạch số 90/KH-UBND.",
            "Hoàn thành đúng hạn",
        ]


def test_what_was_done_in_an_earlier_year_is_told_as_that_beside_nothing_done_this_year() -> None:
    row = task(y2030="Thường xuyên")
    past = record("2025-2030", span=month(12, 2025), text="rà soát tại 12 đơn vị")
    assert texts(task_table(report_of(tasks=[row], progress=[past])))[6:8] == [
        "Năm 2025: Rà soát tại 12 đơn vị.",
        "Chưa triển khai (thường xuyên)",
    ]
    nothing = replace(past, text="", difficulty="chưa có kinh phí")
    assert texts(task_table(report_of(tasks=[row], progress=[nothing])))[6] == ""


def test_an_owed_stage_with_nothing_but_a_difficulty_has_no_result() -> None:
    owed = replace(record("2025"), difficulty="chờ ý kiến")
    assert texts(task_table(report_of(tasks=[task(y2025="x", y2030="x")], progress=[owed])))[6] == ""


def test_what_is_left_from_an_earlier_stage_stands_in_the_note() -> None:
    row = task(y2025="x", y2030="x")
    owed = replace(record("2025", percent=90), difficulty="chờ ý kiến")
    assert texts(task_table(report_of(tasks=[row], progress=[owed])))[8] == "Chờ ý kiến. Tồn từ năm 2025."
    assert texts(task_table(report_of(tasks=[row], progress=[owed])))[6:8] == [
        "Phần việc tồn từ năm 2025: Đạt khoảng 90% khối lượng.",
        "Chưa triển khai, chưa đến hạn",
    ]


def test_a_stage_of_which_nothing_was_declared_stands_in_the_note() -> None:
    own = report_of(tasks=[task(y2025="x", y2030="x")])
    facts = Facts(declared_from=date(2026, 1, 1))
    report = build_report(own.plan, own.period, Records({}, {}), own.office, {}, facts=facts)
    assert told(task_table(report), "Ghi chú") == ["Chưa khai báo kết quả phần việc năm 2025."]


def with_facts(rows: list[IndicatorRow], facts: Facts, *figures: Actual, tasks: tuple[TaskRow, ...] = ()) -> Report:
    """Return October's report of a few rows with what the officer has added."""
    own = report_of(rows, figures, list(tasks))
    by_row = {row.key: tuple(figure for figure in figures if figure.row_key == row.key) for row in rows}
    return build_report(own.plan, own.period, Records(by_row, {}), own.office, {}, facts=facts)


def test_a_decisions_target_of_the_year_stands_in_the_column_and_its_paper_in_the_note() -> None:
    decision = AnnualTarget("a", 2026, "≥ 60%", Paper("12/QĐ-UBND", date(2026, 1, 5)))
    table = indicator_table(with_facts([FIVE_G, SIX_G], Facts(annual_targets=(decision,)), now("a", "55")))
    heads = ("Mục tiêu đến hết năm 2026", "Ghi chú")
    note = "Mục tiêu năm 2026 theo Quyết định số 12/QĐ-UBND ngày 05/01/2026."
    assert told(table, *heads) == ["≥ 60%", note]


def test_in_sections_of_milestones_the_years_target_stands_beneath_the_plans() -> None:
    facts = Facts(annual_targets=(AnnualTarget("ct-2", 2026, "≥ 85%", Paper("12/QĐ-UBND")),))
    own = five_report("quang-son", "bao-cao-tong-ket", "2026")
    report = build_report(own.plan, own.period, Records({}, {}), own.office, {}, facts=facts)
    table = indicator_table(report)
    rows = {row.key: [cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows}
    assert rows["ct-8"][3] == "100\n≥ 85% (năm 2026)"
    assert rows["ct-9"][3] == "100"


def test_who_has_not_sent_and_why_a_figure_was_set_stand_in_the_note() -> None:
    suppliers = tuple(Supplier("a", unit, date(2026, 1, 1)) for unit in ("Thôn 1", "Thôn 2"))
    part = PartFigure("a", "Thôn 1", START, CLOSING, numerator=Decimal(9), denominator=Decimal(10))
    table = indicator_table(with_facts([FIVE_G], Facts(suppliers=suppliers, part_figures=(part,))))
    assert told(table, "Ghi chú") == ["1/2 đơn vị đã gửi số liệu."]
    noted = replace(now("a"), note="Số liệu của 1/2 thôn; Thôn 2 chưa gửi")
    table = indicator_table(with_facts([FIVE_G], Facts(suppliers=suppliers, part_figures=(part,)), noted))
    assert told(table, "Ghi chú") == ["Số liệu của 1/2 thôn; Thôn 2 chưa gửi."]
    override = Override("a", "bao-cao-thang/2026-10", Decimal(40), None, None, "trừ trạm chưa phát sóng")
    table = indicator_table(with_facts([FIVE_G], Facts(overrides=(override,)), now("a", "55")))
    assert told(table, "Kết quả kỳ này", "Ghi chú") == ["40", "Số liệu do UBND xã điều chỉnh: trừ trạm chưa phát sóng."]


def test_a_lead_that_the_office_assigned_is_not_given_as_the_plans() -> None:
    led = [replace(FIVE_G, lead="Công an xã"), SIX_G]
    table = indicator_table(with_facts(led, Facts(leads={"b": "Phòng Kinh tế"})))
    assert [told(table, "Cơ quan chủ trì", row=row)[0] for row in (1, 2)] == [
        "Công an xã",
        "Phòng Kinh tế (do UBND xã phân công)",
    ]


def test_where_the_plan_names_no_leads_the_head_says_who_assigned_them() -> None:
    facts = Facts(leads={"ct-1.1-1-1": "Phòng Kinh tế", "nv-1.1-1": "Công an xã"})
    own = five_report("phu-thai", "bao-cao-quy", "2026-Q3")
    assert "Cơ quan chủ trì" not in texts(indicator_table(own), 0)
    report = build_report(own.plan, own.period, Records({}, {}), own.office, {}, facts=facts)
    first, second = indicator_table(report), task_table(report)
    assert told(first, "Đơn vị chủ trì (do UBND xã phân công)", row=3) == ["Phòng Kinh tế"]
    assert told(second, "Cơ quan chủ trì", row=3) == ["Công an xã (do UBND xã phân công)"]


def test_tasks_outside_the_plan_stand_last_under_a_heading_of_their_own() -> None:
    extra = replace(task(y2030="Hàng năm"), key="ps-1", name="Tổ chức Ngày chuyển đổi số")
    table = task_table(with_facts([], Facts(extra_tasks=(extra,)), tasks=(task(y2030="Hàng năm"),)))
    assert [row.cells[1].text for row in table.rows[1:]] == [
        "Xây dựng",
        "Nhiệm vụ phát sinh ngoài Kế hoạch",
        "Tổ chức Ngày chuyển đổi số",
    ]
