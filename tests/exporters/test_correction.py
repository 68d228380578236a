"""The correction note: an official letter that says what was reported and what holds now, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from exporters import measure
from exporters.correction import correction_document
from exporters.document import Document, Paragraph, Role, Rule, SideBySide, Table, tables
from exporters.issue import write_files
from exporters.issuing import issue_report
from models.desk import Desk
from models.duties import ReportingPeriod
from models.errors import AppError
from models.facts import AnnualTarget, Paper
from models.figure_lines import FigureLine
from models.reports import Signing
from models.store import setting_rows
from models.store.connection import Store
from tests.exporters.five_plans import plan
from tests.models.rows import thuan_chau

AT = datetime(2026, 11, 4, 9, 0)
ON = date(2026, 11, 10)
BY: Any = {"who": "Lò Thị Mai", "at": AT}
SIGNING = Signing("215", date(2026, 11, 4), "Đỗ Ngọc Quang")
WHY = "đếm lại hồ sơ."
LATER: Any = {"who": "Lò Thị Mai", "at": datetime(2026, 12, 14, 9, 0), "why": "thử"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Open a store whose October was issued, reopened and mended."""
    with Store.create(tmp_path / "sổ.so57", thuan_chau(), who="Lò Thị Mai", at=AT) as store:
        own = Desk(store)
        record(own, "84.9")
        issue_report(own, october(own), SIGNING, why="còn dòng chấm", **BY)
        own.reopen_period(october(own), why=WHY, **BY)
        record(own, "96")
        yield own


def october(desk: Desk) -> ReportingPeriod:
    return desk.period("2026-10")


def record(desk: Desk, value: str) -> None:
    desk.record(october(desk), [FigureLine(line=1, key="ct-V.4", value=Decimal(value))], **BY)


def body(document: Document) -> list[str]:
    return [block.text for block in document.sections[0].blocks if isinstance(block, Paragraph) and block.text]


def beside(document: Document) -> list[Paragraph | Rule]:
    """Return what stands in the two columns of letterhead and signature."""
    blocks = [block for block in document.sections[0].blocks if isinstance(block, SideBySide)]
    return [part for block in blocks for part in (*block.left, *block.right)]


def lines(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows[1:]]


def test_the_letter_has_the_official_form(desk: Desk) -> None:
    document = correction_document(desk, october(desk), ON)
    parts = {part.role: part.text for part in beside(document) if isinstance(part, Paragraph)}
    assert parts[Role.SUBJECT] == "V/v đính chính\nBáo cáo số 215/BC-UBND"
    assert parts[Role.NUMBER].endswith("/UBND-VHXH")
    assert "tháng 11 năm 2026" in parts[Role.PLACE_DATE]
    assert parts[Role.SIGNER] == "Đỗ Ngọc Quang"
    texts = body(document)
    assert texts[:3] == ["Kính gửi:", "- UBND tỉnh Sơn La (qua Sở Khoa học và Công nghệ);", "- Đảng ủy xã Thuận Châu."]
    assert texts[3].startswith("Tại Báo cáo số 215/BC-UBND ngày 04/11/2026, UBND xã Thuận Châu đã báo cáo kết quả")
    assert texts[4:] == [
        "Lý do: Đếm lại hồ sơ.",
        "Các nội dung khác của Báo cáo số 215/BC-UBND giữ nguyên. UBND xã Thuận Châu trân trọng báo cáo./.",
    ]


def test_the_cells_of_a_row_stand_together_under_its_name(desk: Desk) -> None:
    (table,) = tables(correction_document(desk, october(desk), ON))
    row = next(line for line in lines(table) if line[1].startswith("Phụ lục I"))
    assert row[1].startswith("Phụ lục I, dòng V.4: Tỷ lệ hồ sơ")
    assert row[2].startswith("Kết quả kỳ này: 84,9\n")
    assert row[3].startswith("Kết quả kỳ này: 96\n")
    assert [line[0] for line in lines(table)] == [str(number) for number in range(1, len(lines(table)) + 1)]


def test_what_was_added_or_left_out_is_said(desk: Desk) -> None:
    desk.write(october(desk), "III", "Thiếu máy quét.", **BY)
    (table,) = tables(correction_document(desk, october(desk), ON))
    assert ["Mục III", "………", "Thiếu máy quét."] in [line[1:] for line in lines(table)]
    issue_report(desk, october(desk), replace(SIGNING, number="220"), why="còn dòng chấm", **BY)
    desk.reopen_period(october(desk), why="bỏ", **BY)
    desk.record(october(desk), [FigureLine(line=1, key="ct-V.4", state="erase")], **BY)
    (table,) = tables(correction_document(desk, october(desk), ON))
    told = "\n".join(cell for line in lines(table) for cell in line)
    assert "Kết quả kỳ này: (không có)" in told
    assert "(bỏ nội dung này)" in told


def test_after_the_reissue_both_reports_are_compared(desk: Desk) -> None:
    issue_report(desk, october(desk), Signing("8", date(2026, 11, 9), "Đỗ Ngọc Quang"), why="còn dòng chấm", **BY)
    document = correction_document(desk, october(desk), ON)
    assert body(document)[-1].startswith("Báo cáo số 08/BC-UBND ngày 09/11/2026 thay thế Báo cáo số 215/BC-UBND.")
    assert "Lý do: Đếm lại hồ sơ." in body(document)
    (table,) = tables(document)
    assert any(line[3].startswith("Kết quả kỳ này: 96") for line in lines(table))


def test_figures_closed_again_are_held_against_the_last_report_sent(desk: Desk) -> None:
    issue_report(desk, october(desk), replace(SIGNING, number="220"), why="còn dòng chấm", **BY)
    desk.reopen_period(october(desk), why="lại nhầm", **BY)
    record(desk, "97")
    desk.close_period(october(desk), why="", **BY)
    document = correction_document(desk, october(desk), ON)
    (table,) = tables(document)
    told = next(line for line in lines(table) if line[1].startswith("Phụ lục I"))
    assert (told[2].startswith("Kết quả kỳ này: 96"), told[3].startswith("Kết quả kỳ này: 97")) == (True, True)
    assert "Lý do: Lại nhầm." in body(document)


def test_the_office_sets_the_symbol_and_gives_another_reason(desk: Desk) -> None:
    with desk.store.change("đặt ký hiệu công văn", **BY) as change:
        setting_rows.save_setting(change, setting_rows.LETTER_SYMBOL, "UBND-VHXH")
    document = correction_document(desk, october(desk), ON, "Sở đề nghị đính chính")
    assert any(isinstance(part, Paragraph) and part.text.endswith("/UBND-VHXH") for part in beside(document))
    assert "Lý do: Sở đề nghị đính chính." in body(document)


def test_the_letter_of_a_phong_bears_its_own_symbol(tmp_path: Path) -> None:
    with Store.create(tmp_path / "xốp.so57", plan("xop"), who="Y Mai", at=AT) as store:
        own = Desk(store)
        year = own.period("2026", "bao-cao-nam")
        for value in ("80", "90"):
            own.record(year, [FigureLine(line=1, key="ct-7-3", value=Decimal(value))], **BY)
            if value == "80":
                issue_report(own, year, replace(SIGNING, day=date(2026, 12, 12)), **LATER)
                own.reopen_period(year, why=WHY, **BY)
        document = correction_document(own, year, ON)
    assert any(isinstance(part, Paragraph) and part.text.endswith("/VHXH") for part in beside(document))


def test_a_part_of_a_sentence_is_marked_as_one(tmp_path: Path) -> None:
    with Store.create(tmp_path / "khác.so57", thuan_chau(), who="Lò Thị Mai", at=AT) as store:
        own = Desk(store)
        low = FigureLine(line=1, key="ct-V.3", value=Decimal("60"))
        own.record(october(own), [low, FigureLine(line=2, key="ct-V.4", value=Decimal("84.9"))], **BY)
        issue_report(own, october(own), SIGNING, why="còn dòng chấm", **BY)
        own.reopen_period(october(own), why=WHY, **BY)
        record(own, "85.9")
        (table,) = tables(correction_document(own, october(own), ON))
    told = next(line for line in lines(table) if line[1] == "Mục II.1")
    assert told[2].startswith("… hồ sơ, kết quả giải quyết thủ tục hành chính được số hóa đạt 84,9%")


def test_the_sheet_of_the_letter_repeats_and_freezes_no_head(desk: Desk, tmp_path: Path) -> None:
    (file,) = write_files(correction_document(desk, october(desk), ON), tmp_path, ("xlsx",))
    sheet = openpyxl.load_workbook(file.path)["Đính chính"]
    assert (sheet.print_title_rows, sheet.freeze_panes) == (None, None)
    rules = [str(cell.value) for row in sheet.iter_rows() for cell in row if set(str(cell.value)) == {"—"}]
    motto = measure.text_width("Độc lập - Tự do - Hạnh phúc", 14, bold=True)
    assert measure.text_width(rules[1], 7, bold=True) == pytest.approx(motto, abs=4)
    assert len(rules) == 2


def test_nothing_to_correct_is_said(desk: Desk) -> None:
    record(desk, "84.9")
    with pytest.raises(AppError, match="không có gì để đính chính"):
        correction_document(desk, october(desk), ON)


def test_a_reason_that_nobody_gave_is_left_to_be_written(tmp_path: Path) -> None:
    with Store.create(tmp_path / "khác.so57", thuan_chau(), who="Lò Thị Mai", at=AT) as store:
        desk = Desk(store)
        record(desk, "84.9")
        issue_report(desk, october(desk), SIGNING, why="còn dòng chấm", **BY)
        desk.declare(
            AnnualTarget("ct-V.4", 2026, "≥ 84%", Paper("9/QĐ-UBND", date(2026, 1, 5))), **BY
        )  # a decision that came to light afterwards
        assert "Lý do: ………" in body(correction_document(desk, october(desk), ON))


def test_all_three_formats_are_written(desk: Desk, tmp_path: Path) -> None:
    files = write_files(correction_document(desk, october(desk), ON), tmp_path / "ra")
    assert [file.path.name for file in files] == [
        f"thuan-chau_dinh-chinh_bao-cao-thang_2026-10.{form}" for form in ("docx", "pdf", "xlsx")
    ]
    assert "Nay đính chính" in PdfReader(files[0].path.with_suffix(".pdf")).pages[0].extract_text()
    assert docx.Document(str(files[0].path)).tables[1].rows[0].cells[3].text == "Nay đính chính"
