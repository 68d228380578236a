"""What a report says around its figures: letterhead, addressees, headings, appendices, signature."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from exporters.document import Block, Document, Paragraph, Role, SideBySide
from exporters.frame import addressees
from exporters.report import blank_words, report_document
from models.reports import Report, Signing
from tests.exporters import five_plans
from tests.exporters.small_reports import report_of

WORDS = {"I": "Đoạn một.\n\nĐoạn hai.", "III": "Khó khăn.", "IV": "Việc tới.", "V": " "}


def texts(blocks: tuple[Block, ...], role: Role) -> list[str]:
    """Return the texts of all paragraphs of a role, also inside the letterhead and the signature block."""
    found: list[str] = []
    for block in blocks:
        parts = (*block.left, *block.right) if isinstance(block, SideBySide) else (block,)
        found += [part.text for part in parts if isinstance(part, Paragraph) and part.role is role]
    return found


def first_section(report: Report) -> tuple[Block, ...]:
    """Return the blocks of the report's text."""
    return report_document(report).sections[0].blocks


def test_an_unsigned_report_leaves_room_for_number_and_day() -> None:
    blocks = first_section(report_of())
    assert texts(blocks, Role.NUMBER) == ["Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-UBND"]
    assert texts(blocks, Role.PLACE_DATE) == ["Thuận Châu, ngày \u00a0\u00a0\u00a0\u00a0\u00a0 tháng 11 năm 2026"]


def test_a_report_without_a_due_day_is_signed_in_the_month_after_its_closing() -> None:
    report = report_of()
    undue = replace(report, period=replace(report.period, send_by=None, due=None))
    document = report_document(undue)
    room = "ngày \u00a0\u00a0\u00a0\u00a0\u00a0 tháng 11 năm 2026"
    assert texts(document.sections[0].blocks, Role.PLACE_DATE) == [f"Thuận Châu, {room}"]
    assert all(room in texts(section.blocks, Role.APPENDIX_NOTE)[0] for section in document.sections[1:])


def test_a_signed_report_prints_number_day_position_and_signer() -> None:
    signing = Signing("5", date(2026, 2, 3), "Nguyễn Văn An", "Phó Chủ tịch")
    report = report_of(signing=signing)
    report = replace(report, office=replace(report.office, authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "")))
    document = report_document(report)
    blocks = document.sections[0].blocks
    assert texts(blocks, Role.NUMBER) == ["Số: 05/BC-UBND"]
    assert texts(blocks, Role.PLACE_DATE) == ["Thuận Châu, ngày 03 tháng 02 năm 2026"]
    assert texts(blocks, Role.AUTHORITY) == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert texts(blocks, Role.SIGNER) == ["Nguyễn Văn An"]
    note = "(Kèm theo Báo cáo số 05/BC-UBND ngày 03 tháng 02 năm 2026 của UBND xã Thuận Châu)"
    assert [texts(section.blocks, Role.APPENDIX_NOTE) for section in document.sections[1:]] == [[note], [note]]


def test_the_issuer_is_not_addressed() -> None:
    lines = texts(first_section(report_of()), Role.ADDRESS)
    assert lines == [
        "Kính gửi:",
        "- UBND tỉnh Sơn La (qua Sở Khoa học và Công nghệ);",
        "- Đảng ủy xã Thuận Châu.",
    ]


def test_one_addressee_stands_on_the_line_itself() -> None:
    assert [line.text for line in addressees(["Đảng ủy xã"])] == ["Kính gửi: Đảng ủy xã."]


def test_the_outline_names_the_next_month_and_dots_what_is_not_written() -> None:
    report = report_of(words=WORDS)
    blocks = first_section(report)
    assert texts(blocks, Role.HEADING_ROMAN) == [
        "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
        "II. KẾT QUẢ THỰC HIỆN",
        "III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
        "IV. NHIỆM VỤ TRỌNG TÂM THÁNG 11 NĂM 2026",
        "V. ĐỀ XUẤT, KIẾN NGHỊ",
    ]
    body = texts(blocks, Role.BODY)
    assert body[1:3] == ["Đoạn một.", "Đoạn hai."]
    assert body[-2] == "………"
    assert blank_words(report) == ("V",)


def test_opening_and_closing_name_the_plan_and_end_with_the_mark() -> None:
    body = texts(first_section(report_of()), Role.BODY)
    assert body[0].startswith("Thực hiện Kế hoạch số")
    assert body[0].endswith("UBND xã Thuận Châu báo cáo kết quả thực hiện tháng 10 năm 2026 như sau:")
    assert body[-1].endswith("của UBND xã Thuận Châu./.")


def test_a_report_opens_with_its_own_kind_and_closes_with_the_plan() -> None:
    told = []
    for name, duty, span in (("quang-son", "bao-cao-so-ket", "2026-H1"), ("phu-thai", "kiem-tra", "2026-H1")):
        body = texts(first_section(five_plans.report_of(name, duty, span, filled=False)), Role.BODY)
        told.append((body[0].partition("báo cáo ")[2], body[-1].partition("báo cáo ")[2].partition(" Kế hoạch")[0]))
    assert told == [
        ("sơ kết 6 tháng đầu năm 2026 như sau:", "sơ kết thực hiện"),
        ("kết quả kiểm tra 6 tháng đầu năm 2026 như sau:", "kết quả kiểm tra việc thực hiện"),
    ]


def test_the_results_of_an_inspection_are_headed_as_such_unless_the_office_says_otherwise() -> None:
    report = five_plans.report_of("phu-thai", "kiem-tra", "2026-H1", filled=False)
    assert texts(first_section(report), Role.HEADING_ROMAN)[1] == "II. KẾT QUẢ KIỂM TRA"
    renamed = replace(report, outline=report.outline.renamed("II", "Kết quả kiểm tra 06 đơn vị"))
    assert texts(first_section(renamed), Role.HEADING_ROMAN)[1] == "II. KẾT QUẢ KIỂM TRA 06 ĐƠN VỊ"


def test_a_sample_and_a_draft_are_marked() -> None:
    report = report_of()
    marks = [
        replace(report, sample=sample, draft=draft)
        for sample, draft in ((True, False), (False, True), (True, True), (False, False))
    ]
    found: list[Document] = [report_document(one) for one in marks]
    assert [document.mark for document in found] == [
        "SỐ LIỆU MINH HỌA",
        "DỰ THẢO",
        "SỐ LIỆU MINH HỌA - DỰ THẢO",
        "",
    ]


def test_the_file_is_named_by_commune_report_and_period_in_plain_letters() -> None:
    assert report_document(report_of()).stem == "thuan-chau_bao-cao-thang_2026-10"
