"""The leaders' copy: a summary of one page, the report, the column Giải trình; nothing of it is ever issued."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from exporters.document import Cell, Paragraph, Section, Table, tables
from exporters.explanations import HEAD, RED
from exporters.leaders_copy import leaders_document
from exporters.leaders_summary import summary_section
from exporters.pdf_writer import write_pdf
from exporters.report import report_document
from models.report_work import Remark, WrittenOver
from models.reports import Report
from tests.exporters.five_plans import periods, plan, report_by_key
from tests.exporters.small_reports import before, now, report_of, share
from tests.exporters.word_files import one_section
from tests.models.rows import record, task

ON = date(2026, 11, 2)


def points(report: Report, remarks: tuple[Remark, ...] = ()) -> dict[str, str]:
    """Return the lines of the summary by their heads."""
    table = next(block for block in summary_section(report, remarks).blocks if isinstance(block, Table))
    return {row.cells[0].text: row.cells[1].text for row in table.rows}


def pages(section: Section, folder: Path) -> int:
    write_pdf(one_section(*section.blocks), folder / "a.pdf")
    return len(PdfReader(folder / "a.pdf").pages)


def red(report: Report) -> Iterator[Cell]:
    for table in tables(leaders_document(report)):
        yield from (cell for row in table.rows for cell in row.cells if cell.color == RED)


def test_the_copy_is_a_draft_of_its_own_name_and_opens_with_the_summary() -> None:
    report = replace(report_of(), draft=True, for_leaders=True)
    document = leaders_document(report)
    assert document.stem == "thuan-chau_bao-cao-thang_2026-10_trinh-lanh-dao"
    assert report_document(report).stem == "thuan-chau_bao-cao-thang_2026-10_du-thao"
    assert report_document(report_of()).stem == "thuan-chau_bao-cao-thang_2026-10"
    assert document.mark == "DỰ THẢO"
    assert [section.sheet for section in document.sections] == ["Tóm tắt", "Báo cáo", "Phụ lục I", "Phụ lục II"]


def test_the_column_stands_in_the_appendices_and_nowhere_in_the_report() -> None:
    report = replace(report_of([share("a", "Số hóa", {2030: "95"})]), explanations={"a": "Máy hỏng"})
    head = f"{HEAD}\n(không phát hành)"
    assert [cell.text for cell in red(report)] == [head, "Máy hỏng", head]
    issued = [cell for table in tables(report_document(report)) for row in table.rows for cell in row.cells]
    assert not any(cell.color or HEAD in cell.text or "Máy hỏng" in cell.text for cell in issued)


def test_the_summary_counts_and_names_what_needs_a_decision() -> None:
    rows = [
        share("a", "Tỷ lệ số hóa", {2025: "95", 2030: "100"}),
        replace(share("b", "Tỷ lệ phủ sóng", {2030: "50"}), number="2", lead="Công an xã"),
        share("c", "Tỷ lệ giao dịch", {2030: "90"}),
    ]
    figures = [now("a", "84.9"), before("a", "96.8"), now("c", "104")]
    late = replace(task(y2030="Tháng 9/2026"), lead="Phòng Văn hóa - Xã hội")
    told = points(report_of(rows, figures, [late], [record(percent=70)]))
    assert told["Chỉ tiêu"] == "03 chỉ tiêu: 01 vượt; 01 thấp hơn mục tiêu đến hết năm 2025; 01 chưa có số liệu."
    assert told["Nhiệm vụ"] == "01 nhiệm vụ: 01 quá hạn chưa hoàn thành."
    assert told["Thấp hơn mục tiêu của mốc đã qua"] == (
        "01 chỉ tiêu:\n- 1. Tỷ lệ số hóa: 84,9% (mục tiêu đến hết năm 2025: 95%)"
    )
    assert told["Nhiệm vụ quá hạn"] == ("01 nhiệm vụ:\n- 1. Xây dựng (hạn tháng 9/2026; Phòng Văn hóa - Xã hội)")
    assert told["Chưa có số liệu"] == "01 chỉ tiêu:\n- 2. Tỷ lệ phủ sóng (Công an xã)"
    assert "vượt quá 100%" in told["Cảnh báo quan trọng"]
    assert told["Thay đổi nhiều nhất so với tháng 9"] == (
        "01 chỉ tiêu thay đổi:\n- 1. Tỷ lệ số hóa: 84,9%, giảm 11,9 điểm phần trăm"
    )


def test_a_place_in_a_ranking_is_told_as_one() -> None:
    row = replace(share("a", "Xếp hạng an toàn thông tin", {2030: "top 10"}), unit="Thứ bậc")
    told = points(report_of([row], [before("a", "15"), now("a", "9")]))
    assert told["Thay đổi nhiều nhất so với tháng 9"].endswith("\n- 1. Xếp hạng an toàn thông tin: thứ 9, tăng 6 bậc")


def test_a_row_without_a_number_is_named_by_its_place_with_a_capital() -> None:
    told = points(report_by_key("xop", "bao-cao-nam/2026"))["Thay đổi nhiều nhất so với năm 2025"]
    assert "\n- Gạch đầu dòng thứ" in told


def test_states_stand_in_the_reports_order_and_tasks_outside_the_plan_beside() -> None:
    rows = [task(y2030="Tháng 9/2026"), replace(task(y2030="Tháng 12/2026"), key="b", number="2")]
    rows += [replace(task(y2030="Tháng 8/2026"), key="c", number="3")]
    done = replace(record(done=True), row_key="c")
    report = report_of([], [], rows, [record(percent=70), replace(record(percent=10), row_key="b"), done])
    outside = replace(report.tasks[0], extra=True)
    told = points(replace(report, tasks=(*report.tasks, outside)))["Nhiệm vụ"]
    first, second = told.split(" Ngoài ra, ")
    assert first.startswith("03 nhiệm vụ: 01 hoàn thành")
    assert first.endswith("01 đang thực hiện, trong hạn; 01 quá hạn chưa hoàn thành.")
    assert second == "01 nhiệm vụ phát sinh ngoài Kế hoạch: 01 quá hạn chưa hoàn thành."


def test_the_issuer_does_not_stand_among_those_it_reports_to() -> None:
    report = report_of()
    duty = replace(report.period.duty, to=("UBND tỉnh", report.office.issuer))
    told = replace(report, period=replace(report.period, duty=duty))
    heads = [block.text for block in summary_section(told).blocks if isinstance(block, Paragraph)]
    assert any(text.endswith("nơi nhận: UBND tỉnh.") for text in heads)
    alone = replace(told, period=replace(told.period, duty=replace(duty, to=(report.office.issuer,))))
    blocks = summary_section(alone).blocks
    assert not any(isinstance(block, Paragraph) and "nơi nhận" in block.text for block in blocks)


def test_an_empty_plan_says_that_there_is_nothing() -> None:
    told = points(report_of())
    assert (told["Chỉ tiêu"], told["Nhiệm vụ quá hạn"]) == ("0 chỉ tiêu.", "Không có")


def test_a_change_is_weighed_without_a_target_too() -> None:
    rows = [share("a", "Lớn", {}), share("b", "Nhỏ", {}), share("c", "Từ không", {})]
    figures = [now("a", "20"), before("a", "10"), now("b", "11"), before("b", "10"), now("c", "3"), before("c", "0")]
    told = points(report_of(rows, figures))["Thay đổi nhiều nhất so với tháng 9"].split("\n")
    assert [line.partition(":")[0] for line in told[1:]] == ["- 1. Từ không", "- 1. Lớn", "- 1. Nhỏ"]


def test_open_remarks_dots_and_stale_sentences_are_named_by_their_places() -> None:
    remarks = (
        Remark(1, "IV", "Chủ tịch", ON, "Ghi rõ mốc"),
        Remark(2, "", "Phó Chủ tịch", ON, "Rút gọn"),
        Remark(3, "V", "Chủ tịch", ON, "Bỏ đoạn cuối", "Đã bỏ"),
    )
    stale = {"II.1/counts": WrittenOver("II.1/counts", "Xã có 40 chỉ tiêu.", "Kế hoạch có 40 chỉ tiêu.")}
    report = replace(report_of([share("a", "Số hóa", {2030: "95"})]), written_over=stale)
    told = points(report, remarks)
    assert told["Ý kiến chưa trả lời"].split("\n")[1:] == [
        "- Chủ tịch ngày 02/11/2026, mục IV: Ghi rõ mốc",
        "- Phó Chủ tịch ngày 02/11/2026: Rút gọn",
    ]
    todo = told["Phần lời cần hoàn thiện"]
    assert "- Mục III: chưa có lời" in todo
    assert "- Mục II.1: câu viết lại không còn khớp số liệu" in todo


def test_300_rows_and_long_words_stay_on_one_page(tmp_path: Path) -> None:
    rows = [
        replace(share(f"r{n}", f"Tỷ lệ {'dài dòng ' * 30}", {2025: "95", 2030: "100"}), lead="Các cơ quan " * 20)
        for n in range(300)
    ]
    figures = [figure for n in range(200) for figure in (now(f"r{n}", "104"), before(f"r{n}", "20"))]
    figures += [now(f"r{n}", "30") for n in range(200, 280)]
    remarks = tuple(Remark(n, "IV", "Chủ tịch", ON, "Sửa lại " * 200) for n in range(1, 40))
    report = report_of(rows, figures)
    section = summary_section(report, remarks)
    assert pages(section, tmp_path) == 1
    assert points(report, remarks)["Thấp hơn mục tiêu của mốc đã qua"].startswith("80 chỉ tiêu")
    assert "chỉ tiêu khác" in points(report, remarks)["Chưa có số liệu"]


def test_where_no_name_finds_room_all_are_counted() -> None:
    report = report_of(
        [share(f"r{n}", "Số hóa", {2025: "95"}) for n in range(9)], [now(f"r{n}", "1") for n in range(9)]
    )
    far = replace(report, period=replace(report.period, duty=replace(report.period.duty, to=("Sở " * 3000,))))
    assert points(far)["Nhiệm vụ quá hạn"] == "Không có"
    assert all("\n" not in text for text in points(far).values())


def test_a_duty_without_a_day_or_recipient_says_so() -> None:
    report = report_of()
    period = replace(report.period, due=None, duty=replace(report.period.duty, to=()))
    texts = [block.text for block in summary_section(replace(report, period=period)).blocks if hasattr(block, "text")]
    assert "Số liệu từ ngày 01/10/2026 đến hết ngày 31/10/2026; chưa quy định hạn gửi." in texts


@pytest.mark.parametrize("name", ["thuan-chau", "xop", "quang-son", "phu-thai", "phong-tho"])
def test_every_plan_has_a_summary_of_one_page(name: str, tmp_path: Path) -> None:
    report = report_by_key(name, next(periods(plan(name))).key)
    assert pages(leaders_document(report).sections[0], tmp_path) == 1
