"""The register as a document: one wide table, signed by whom keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from exporters.document import Document, Paragraph, SideBySide, tables
from exporters.issue import write_files
from exporters.register import HEADS, notes, register_document, sending_lines
from exporters.xlsx_sheet import sheet_of
from models.desk import Desk
from models.desk_ad_hoc import ask_for
from models.register import register
from models.report_desk import ReportDesk
from tests.models.asked_reports import ASKED, AT, OCTOBER, WHO, entry, issue, opened

ON = date(2026, 11, 25)
SENT_AT = datetime(2026, 11, 25, 8, 0)
UNITS = ("UBND tỉnh Sơn La (qua Sở Khoa học và Công nghệ)", "Đảng ủy xã Thuận Châu")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from opened(tmp_path / "a.so57")


@pytest.fixture
def xop(tmp_path: Path) -> Iterator[Desk]:
    yield from opened(tmp_path / "x.so57", "xop")


def document_of(desk: Desk) -> Document:
    entries = register(desk, 2026, ON)
    return register_document(entries, desk.office(), 2026, ON, "Lò Thị Lan", plan_id=desk.plan.id)


def lines(document: Document) -> dict[str, list[str]]:
    """Return the texts of each row by the key of its period."""
    (table,) = tables(document)
    return {row.key: [cell.text for cell in row.cells] for row in table.rows if row.key}


def test_it_stands_on_a_plain_head_and_is_signed_with_place_and_day(desk: Desk) -> None:
    document = document_of(desk)
    assert (document.stem, document.title) == (
        "thuan-chau_so-theo-doi-bao-cao_2026",
        "Sổ theo dõi báo cáo năm 2026 - UBND xã Thuận Châu",
    )
    (section,) = document.sections
    head, *_, signed = section.blocks
    assert section.orientation == "landscape"
    assert isinstance(head, SideBySide)
    assert isinstance(signed, SideBySide)
    assert [part.text for part in signed.right if isinstance(part, Paragraph) and part.text] == [
        "Thuận Châu, ngày 25 tháng 11 năm 2026",
        "NGƯỜI LẬP",
        "Lò Thị Lan",
    ]


def test_a_report_that_was_sent(desk: Desk) -> None:
    work = issue(desk, OCTOBER, date(2026, 11, 3))
    for name in UNITS:
        work.sent(name, date(2026, 11, 4), "email", who=WHO, at=SENT_AT)
    work.sent("Đảng ủy xã Thuận Châu", date(2026, 11, 5), "hand", who=WHO, at=SENT_AT)
    number, *row = lines(document_of(desk))[OCTOBER]
    assert number.isdecimal()
    assert row == [
        "Báo cáo tháng",
        "Tháng 10/2026",
        "31/10/2026",
        "04/11/2026",
        "; ".join(UNITS),
        "Đã gửi",
        "05/BC-UBND ngày 03/11/2026, Đỗ Ngọc Quang ký",
        "04/11/2026, thư điện tử\n05/11/2026, trao trực tiếp: Đảng ủy xã Thuận Châu",
        "Gửi đúng hạn",
    ]


def test_an_ad_hoc_report_and_one_without_a_day(desk: Desk, xop: Desk) -> None:
    ask_for(desk.store, ASKED, who=WHO, at=AT)
    row = lines(document_of(desk))["dx-1/2026-10-05..2026-11-20"]
    assert row[1:3] == ["Báo cáo đột xuất về tình hình an toàn thông tin", "Từ 05/10/2026 đến 20/11/2026"]
    assert row[9] == "Còn 2 ngày\nTheo Công văn số 12/SKHCN ngày 01/10/2026"
    assert lines(document_of(xop))["bao-cao-nam/2026"][4] == "Chưa quy định"


@pytest.mark.parametrize(
    ("on", "said"),
    [(date(2026, 10, 30), []), (date(2026, 11, 4), ["Hạn gửi là hôm nay"]), (date(2026, 11, 6), ["Quá hạn 2 ngày"])],
)
def test_days_are_counted_once_the_figures_are_closed(desk: Desk, on: date, said: list[str]) -> None:
    assert list(notes(entry(desk, OCTOBER, on), on)) == said


def noted(desk: Desk, on: date) -> list[str]:
    return list(notes(entry(desk, OCTOBER, on), on))


def test_late_sending_remarks_and_reopening_are_noted(desk: Desk) -> None:
    work = ReportDesk(desk, desk.period("2026-10"))
    work.remark("", "Chủ tịch", date(2026, 11, 2), "Rõ hơn.", who=WHO, at=AT)
    assert noted(desk, date(2026, 11, 3)) == ["Còn 1 ngày", "Còn 01 ý kiến chưa trả lời"]
    issue(desk, OCTOBER, date(2026, 11, 3)).sent("UBND tỉnh", date(2026, 11, 7), "post", who=WHO, at=SENT_AT)
    assert noted(desk, ON) == ["Gửi quá hạn 3 ngày"]
    desk.reopen_period(work.period, why="sai", who=WHO, at=AT)
    assert "Đã mở lại để sửa sau khi phát hành" in noted(desk, ON)


def test_a_report_issued_anew_names_the_one_it_replaces_and_what_was_sent_of_it(desk: Desk) -> None:
    work = issue(desk, OCTOBER, date(2026, 11, 3))
    work.sent("UBND tỉnh", date(2026, 11, 4), "email", who=WHO, at=SENT_AT)
    desk.reopen_period(work.period, why="sai", who=WHO, at=AT)
    assert noted(desk, ON) == ["Gửi đúng hạn", "Đã mở lại để sửa sau khi phát hành"]
    issue(desk, OCTOBER, date(2026, 11, 9))
    assert noted(desk, ON) == ["Gửi đúng hạn", "Thay báo cáo số 05/BC-UBND ngày 03/11/2026"]
    work.sent("UBND tỉnh", date(2026, 11, 9), "email", who=WHO, at=SENT_AT)
    assert sending_lines(entry(desk, OCTOBER, ON)) == [
        "04/11/2026, thư điện tử (số 05/BC-UBND): UBND tỉnh",
        "09/11/2026, thư điện tử: UBND tỉnh",
    ]


@pytest.mark.parametrize("count", range(16, 40))
def test_the_signature_never_stands_alone_on_a_sheet(desk: Desk, count: int) -> None:
    entries = [entry(desk, OCTOBER, ON)] * count
    section = register_document(entries, desk.office(), 2026, ON, "Lò Thị Lan", plan_id="x").sections[0]
    sheet = sheet_of(section)
    last_page = sheet.lines[list(sheet.page_breaks())[-1] :]
    assert sum(any(isinstance(box.value, int) for box in line.boxes) for line in last_page) >= 3


def test_the_sheet_holds_real_days_under_the_heads(desk: Desk, tmp_path: Path) -> None:
    (file,) = write_files(document_of(desk), tmp_path, ("xlsx",))
    sheet = openpyxl.load_workbook(file.path)["Sổ theo dõi"]
    rows = [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]
    assert list(HEADS) in rows
    october = next(row for row in rows if "Tháng 10/2026" in row)
    assert [value for value in october if isinstance(value, datetime)] == [
        datetime(2026, 10, 31),
        datetime(2026, 11, 4),
    ]
