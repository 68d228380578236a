"""The report of every duty of the five plans: rows, counts, names and pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest

from exporters.appendix_layouts import indicators_label, tasks_label
from exporters.document import Document, Paragraph, Role, RowKind, SideBySide, Table, tables
from exporters.pdf_writer import render_pdf
from exporters.report import report_document
from tests.exporters import geometry
from tests.exporters.five_plans import CASES, EMPTY, periods, plan, report_by_key, report_of

COUNTS = {"thuan-chau": (41, 48), "xop": (33, 29), "quang-son": (23, 53), "phu-thai": (37, 76), "phong-tho": (18, 31)}


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield all paragraphs of all sections, also inside the letterhead and the signature block."""
    for section in document.sections:
        for block in section.blocks:
            parts = (*block.left, *block.right) if isinstance(block, SideBySide) else (block,)
            yield from (part for part in parts if isinstance(part, Paragraph))


def texts(document: Document, role: Role) -> list[str]:
    """Return the texts of all paragraphs of a role."""
    return [one.text for one in paragraphs(document) if one.role is role]


def column(table: Table, title: str) -> list[str]:
    """Return what stands in the column of that head, row by row."""
    place = [cell.text.replace("\u00a0", " ") for cell in table.rows[0].cells].index(title)
    return [row.cells[place].text for row in table.rows if row.kind is RowKind.BODY]


@pytest.mark.parametrize(("name", "key"), CASES)
def test_every_row_of_the_plan_stands_in_its_table_once(name: str, key: str) -> None:
    first, second, *_ = tables(report_document(report_by_key(name, key)))
    bodies = [[row.key for row in table.rows if row.kind is RowKind.BODY] for table in (first, second)]
    of = plan(name)
    assert bodies == [[row.key for row in of.printed_indicators()], [row.key for row in of.tasks()]]
    assert tuple(len(body) for body in bodies) == COUNTS[name]


@pytest.mark.parametrize(("name", "key"), CASES)
def test_counts_add_up_and_no_other_appendix_is_named(name: str, key: str) -> None:
    report = report_by_key(name, key)
    document = report_document(report)
    body = texts(document, Role.BODY)
    indicators = next(text for text in body if text.startswith("Kế hoạch có"))
    whole = int(re.findall(r"\d+", indicators)[0])
    judged = [int(count) for count in re.findall(r"Trong (\d+) chỉ tiêu", indicators)]
    rest = indicators.rpartition(" Có ")[2] if " Có " in indicators else ""
    outside = [int(count) for count in re.findall(r"(\d+) chỉ tiêu", re.sub(r"\([^)]*\)", "", rest))]
    assert sum(judged) + sum(outside) == whole == len(report.indicators)
    told = " ".join([*body, *texts(document, Role.HEADING_ARABIC)])
    named = set(re.findall(r"(?:Phụ lục|Biểu)(?: số)? \w+", told))
    assert named <= {indicators_label(plan(name)), tasks_label(plan(name)), "Biểu số 03"}


@pytest.mark.parametrize(
    ("name", "key", "filled"), [(*case, True) for case in CASES] + [(*case, False) for case in EMPTY]
)
def test_pages_keep_to_the_decree(name: str, key: str, filled: bool) -> None:
    document = report_document(report_by_key(name, key, filled=filled))
    with geometry.open_pdf(io.BytesIO(render_pdf(document))) as pdf:
        geometry.assert_paper(pdf, [section.orientation for section in document.sections])
        geometry.assert_inside_margins(pdf, document.mark)
        geometry.assert_numbers(pdf)
        geometry.assert_sizes(pdf)
        geometry.assert_glyphs(pdf)
        geometry.assert_order(pdf, document)
        for sheets, table in zip(geometry.section_pages(pdf)[1:], tables(document), strict=True):
            geometry.assert_heads_repeat(sheets, table)


def test_titles_openings_and_headings_name_the_kind_and_the_periods() -> None:
    interim = report_document(report_of("quang-son", "bao-cao-so-ket", "2026-H1"))
    assert texts(interim, Role.SUMMARY) == [
        "Sơ kết thực hiện Kế hoạch triển khai Nghị quyết số 57-NQ/TW",
        "6 tháng đầu năm 2026",
    ]
    assert "IV. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2026" in texts(interim, Role.HEADING_ROMAN)
    assert interim.title == "Báo cáo sơ kết 6 tháng đầu năm 2026 - UBND xã Quang Sơn"
    nine = report_document(report_of("phu-thai", "bao-cao-9-thang", "2026-9M"))
    assert "IV. NHIỆM VỤ TRỌNG TÂM QUÝ IV NĂM 2026" in texts(nine, Role.HEADING_ROMAN)
    whole = report_document(report_of("quang-son", "bao-cao-tong-ket", "2026"))
    assert texts(whole, Role.BODY)[-1].startswith("Trên đây là báo cáo tổng kết thực hiện Kế hoạch triển khai")
    assert "IV. NHIỆM VỤ TRỌNG TÂM NĂM 2027" in texts(whole, Role.HEADING_ROMAN)


def test_long_periods_are_held_against_the_period_before_and_the_year_before() -> None:
    nine = report_document(report_of("phu-thai", "bao-cao-9-thang", "2026-9M"))
    notable = next(text for text in texts(nine, Role.BODY) if text.startswith("Kết quả nổi bật"))
    assert re.search(
        r"tăng [\d,]+ điểm phần trăm so với 6 tháng đầu năm, tăng [\d,]+ điểm phần trăm so với cùng kỳ", notable
    )
    heads = [cell.text for cell in next(tables(nine)).rows[0].cells]
    assert heads[4:7] == ["Kết quả 6 tháng đầu năm 2026", "Cùng kỳ năm trước", "Kết quả kỳ này"]
    quarter = next(tables(report_document(report_of("phu-thai", "bao-cao-quy", "2026-Q3"))))
    assert "Cùng kỳ năm trước" not in [cell.text for cell in quarter.rows[0].cells]


def test_quang_son_puts_a_figure_into_the_row_of_the_milestone_in_force() -> None:
    report = report_of("quang-son", "bao-cao-tong-ket", "2026")
    table = next(tables(report_document(report)))
    results, verdicts = column(table, "Kết quả kỳ này"), column(table, "Đánh giá")
    assert all(text.endswith("(năm\u00a02025)") for text in results[:5])
    assert verdicts[:5] == ["Đã kết thúc: không đạt"] * 5
    assert verdicts[5:11] == [
        line.evaluation.words for key in (1, 7, 2, 3, 4, 5) for line in report.indicators if line.row.key == f"ct-{key}"
    ]
    assert results[11:] == [""] * 12
    assert set(verdicts[11:]) == {"Chưa đến mốc"}
    assert "CHỈ TIÊU" in texts(report_document(report), Role.APPENDIX_TITLE)[0]


def test_xop_heads_rows_7_and_9_and_has_no_column_of_products() -> None:
    document = report_document(report_of("xop", "bao-cao-nam", "2026"))
    first, second = tables(document)
    assert [row.cells[0].text for row in first.rows if row.kind is RowKind.GROUP] == ["7", "9"]
    heads = [[cell.text.replace("\u00a0", " ") for cell in table.rows[0].cells] for table in (first, second)]
    assert heads[0][2:4] == ["Đơn vị", "Mục tiêu đến hết năm 2030"]
    assert heads[1] == [
        "STT",
        "Nội dung công việc",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian thực hiện",
        "Kết quả thực hiện",
        "Đánh giá",
        "Ghi chú",
    ]
    assert texts(document, Role.APPENDIX_LABEL) == ["Phụ lục số 01", "Phụ lục số 02"]
    body = next(text for text in texts(document, Role.BODY) if text.startswith("Kế hoạch có"))
    assert body.startswith("Kế hoạch có 33 chỉ tiêu (trong đó có 26 chỉ tiêu thành phần).")


@pytest.mark.parametrize(
    ("name", "duty", "span"), [("phu-thai", "bao-cao-quy", "2026-Q3"), ("phong-tho", "bao-cao-thang", "2026-10")]
)
def test_a_bullet_of_prose_stands_once_as_a_sentence_above_its_parts(name: str, duty: str, span: str) -> None:
    table = next(tables(report_document(report_of(name, duty, span))))
    names = [row.cells[1].text for row in table.rows]
    bullets = {row.parent: row for row in plan(name).indicators()}
    for key in bullets:
        bullet = next(row for row in plan(name).indicator_rows if row.key == key)
        assert names.count(bullet.name) == 1
    sentences = [row for row in table.rows if row.kind is RowKind.GROUP and not row.cells[0].bold]
    assert all(not cell.bold for row in sentences for cell in row.cells)
    assert len(sentences) == {"phu-thai": 20, "phong-tho": 13}[name]


def test_forms_of_plans_without_appendices_say_where_in_the_plan_they_are_from() -> None:
    document = report_document(report_of("phu-thai", "bao-cao-quy", "2026-Q3"))
    assert texts(document, Role.APPENDIX_LABEL) == ["Biểu số 01", "Biểu số 02", "Biểu số 03"]
    titles = texts(document, Role.APPENDIX_TITLE)
    assert titles[:2] == [
        "BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU QUÝ III NĂM 2026",
        "(theo điểm 1 mục II Kế hoạch thực hiện Nghị quyết số 57-NQ/TW của UBND xã Phú Thái)",
    ]
    assert texts(document, Role.BODY)[0].startswith("Thực hiện Kế hoạch của UBND xã Phú Thái về triển khai")


def test_the_table_of_assignments_keeps_its_six_columns_and_fills_none_of_them() -> None:
    *_, table = tables(report_document(report_of("phu-thai", "bao-cao-nam", "2026")))
    assert [cell.text.replace("\u00a0", " ") for cell in table.rows[0].cells] == [
        "Nội dung nhiệm vụ",
        "Đơn vị phụ trách",
        "Việc phải làm",
        "Trách nhiệm",
        "Thời gian",
        "Đánh giá (tiêu chí của Kế hoạch)",
        "Kết quả thực hiện",
        "Mức độ hoàn thành",
    ]
    assert len(table.rows) == 10
    assert table.rows[2].cells[1].text == "Trung tâm Phục vụ hành chính công (phối hợp Văn phòng HĐND và UBND)"


def test_a_phong_reports_on_its_own_letterhead() -> None:
    document = report_document(report_of("xop", "bao-cao-nam", "2026"))
    assert texts(document, Role.SUPERIOR) == ["UBND XÃ XỐP"]
    assert texts(document, Role.ISSUER) == ["PHÒNG VĂN HÓA - XÃ HỘI"]
    assert texts(document, Role.NUMBER)[0].endswith("/BC-VHXH")
    assert texts(document, Role.AUTHORITY) == ["TRƯỞNG PHÒNG"]
    assert texts(document, Role.ADDRESS) == ["Kính gửi: UBND xã Xốp."]


def test_an_inspection_addresses_nobody_and_is_sent_to_those_below() -> None:
    (key,) = [one.key for one in periods(plan("phu-thai"), "inspection")]
    document = report_document(report_by_key("phu-thai", key))
    assert texts(document, Role.ADDRESS) == []
    assert texts(document, Role.RECIPIENTS)[0] == "- Các phòng, đơn vị, thôn;"
    assert "- Như trên;" not in texts(document, Role.RECIPIENTS)
    assert texts(document, Role.SUMMARY)[0].startswith("Kết quả kiểm tra việc thực hiện Kế hoạch")
