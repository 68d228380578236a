"""The form on which a unit reports to the commune: its own rows, blank where it has to write."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from exporters.document import Document, Role, RowKind, Table, tables
from exporters.pdf_writer import render_pdf
from exporters.report import report_document
from exporters.unit_forms import unit_form_document, units_asked
from models.errors import AppError
from models.facts import Facts
from models.plans import TaskRow
from models.reports import Records, Report, build_report
from models.units import leading_units
from tests.exporters import geometry
from tests.exporters.five_plans import plan, report_of
from tests.exporters.test_five_plans import column, texts

DUTY = "bao-cao-nam-don-vi"


def incoming(name: str) -> Report:
    """Return the report of the units' yearly duty."""
    return report_of(name, DUTY, "2026")


def form(name: str, unit: str = "") -> Document:
    return unit_form_document(incoming(name), unit)


def keys(table: Table) -> list[str | None]:
    return [row.key for row in table.rows if row.kind is RowKind.BODY]


def test_a_unit_gets_its_own_rows_only_under_their_headings() -> None:
    first, second = tables(form("xop", "Công an xã"))
    assert keys(first) == ["ct-8-3", "ct-8-4"]
    assert [row.key for row in first.rows if row.kind is RowKind.GROUP] == ["ct-8"]
    assert keys(second) == ["nv-3-6", "nv-5-8"]
    assert [row.key for row in second.rows if row.kind is RowKind.SECTION] == ["nv-3", "nv-5"]


def test_results_are_left_to_be_written_and_the_year_before_stands_beside() -> None:
    first, second = tables(form("xop", "Công an xã"))
    assert column(first, "Kết quả thực hiện") == ["", ""]
    assert column(first, "Kết quả năm 2025") == ["60", "1"]
    assert column(second, "Kết quả thực hiện (số, ngày văn bản)") == ["", ""]
    assert not {"Đánh giá", "Cơ quan chủ trì"} & {cell.text for cell in second.rows[0].cells}


def test_the_form_of_all_rows_says_who_leads_each() -> None:
    document = form("xop")
    first, second = tables(document)
    assert column(first, "Cơ quan chủ trì theo dõi, đánh giá")[0] == "Phòng Văn hóa - Xã hội"
    assert "Phòng Văn hóa - Xã hội" in column(second, "Cơ quan chủ trì")
    assert "(mỗi đơn vị báo cáo phần do đơn vị mình chủ trì)" in texts(document, Role.APPENDIX_TITLE)


def test_head_and_signature_are_left_to_the_unit() -> None:
    document = form("xop", "Trạm Y tế")
    assert all(set(line) <= {"…"} for line in texts(document, Role.ISSUER))
    assert texts(document, Role.AUTHORITY) == ["THỦ TRƯỞNG ĐƠN VỊ"]
    assert texts(document, Role.SIGNER) == [""]
    assert texts(document, Role.ADDRESS) == ["Kính gửi: UBND xã Xốp (qua Phòng Văn hóa - Xã hội)."]
    assert document.stem == "xop_bao-cao-nam-don-vi_2026_tram-y-te"
    assert "(phần do Trạm Y tế chủ trì)" in texts(document, Role.APPENDIX_TITLE)


def test_a_unit_that_leads_indicators_only_gets_one_table() -> None:
    document = form("xop", "Trạm Y tế")
    assert [section.bookmark for section in document.sections] == ["Mẫu báo cáo năm 2026", "Phụ lục số 01"]
    assert "Chi tiết tại Phụ lục số 01 kèm theo." in texts(document, Role.BODY)


def test_quang_son_asks_only_for_the_milestone_in_force() -> None:
    first, _ = tables(form("quang-son", "Trung tâm phục vụ hành chính công"))
    assert keys(first) == ["ct-7", "ct-8", "ct-9", "ct-10", "ct-11"]


@pytest.mark.parametrize("name", ["xop", "quang-son"])
def test_together_the_forms_ask_for_every_task_and_every_indicator_judged_now(name: str) -> None:
    report = incoming(name)
    assert units_asked(report) == leading_units(plan(name))
    found = {key for unit in units_asked(report) for table in tables(form(name, unit)) for key in keys(table)}
    assert found == {key for table in tables(report_document(report)) for key in keys(table)}
    assert {line.row.key for line in report.tasks} <= found


def test_a_task_outside_the_plan_is_asked_of_its_unit() -> None:
    extra = TaskRow("ps-1", "task", "1", None, "Tổ chức Ngày chuyển đổi số", lead="Trạm Y tế")
    own = incoming("xop")
    report = build_report(own.plan, own.period, Records({}, {}), own.office, {}, facts=Facts(extra_tasks=(extra,)))
    _, second = tables(unit_form_document(report, "Trạm Y tế"))
    assert keys(second) == ["ps-1"]


def test_nothing_to_ask_is_said_in_a_sentence() -> None:
    with pytest.raises(AppError, match="không có chỉ tiêu hay nhiệm vụ nào do Hội Nông dân chủ trì"):
        form("xop", "Hội Nông dân")
    empty = replace(
        incoming("xop"), indicators=(), tasks=(), plan=replace(plan("xop"), indicator_rows=(), task_rows=())
    )
    with pytest.raises(AppError, match="không có chỉ tiêu hay nhiệm vụ nào cần báo cáo"):
        report_document(empty)


@pytest.mark.parametrize(("name", "unit"), [("xop", "Công an xã"), ("quang-son", "Phòng Văn hóa - Xã hội")])
def test_the_pages_of_a_form_keep_to_the_decree(name: str, unit: str) -> None:
    document = form(name, unit)
    with geometry.open_pdf(io.BytesIO(render_pdf(document))) as pdf:
        geometry.assert_paper(pdf, [section.orientation for section in document.sections])
        geometry.assert_inside_margins(pdf, document.mark)
        geometry.assert_numbers(pdf)
        geometry.assert_sizes(pdf)
        assert len(geometry.section_pages(pdf)[0]) == 1
