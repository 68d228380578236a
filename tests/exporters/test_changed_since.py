"""What an issued report said is kept beside its files, and held against what it would say now."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from exporters.changed_since import Difference, changed_since, changed_since_issue, kept_content_of
from exporters.document import Cell, Column, Row, RowKind, Table
from exporters.issuing import issue_report
from exporters.kept_content import Content, KeptLine, KeptRow, KeptTable, content, content_of, read_content
from exporters.report import report_document
from models.desk import Desk
from models.errors import AppError, BadFile, NotFound
from models.figure_lines import FigureLine
from models.frame_settings import change_frame
from models.office import default_office
from models.reports import Signing
from models.store import report_rows
from models.store.connection import Store
from tests.exporters.small_reports import now, report_of, share
from tests.exporters.word_files import one_section
from tests.models.rows import thuan_chau

AT = datetime(2026, 11, 3, 9, 0)
BY: Any = {"who": "Lò Thị Mai", "at": AT}
SIGNING = Signing("215", date(2026, 11, 4), "Đỗ Ngọc Quang")
OFFICE = default_office(thuan_chau())
HEADS = ("STT", "Chỉ tiêu", "Kết quả kỳ này")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Open a new store of Thuận Châu's plan."""
    with Store.create(tmp_path / "sổ.so57", thuan_chau(), who="Lò Thị Mai", at=AT) as store:
        yield Desk(store)


def record(desk: Desk, value: str, key: str = "ct-V.4") -> None:
    desk.record(desk.period("2026-10"), [FigureLine(line=1, key=key, value=Decimal(value))], **BY)


def said(*lines: tuple[str, str], tables: tuple[KeptTable, ...] = ()) -> Content:
    return Content("Báo cáo", tuple(KeptLine(place, "", text) for place, text in lines), tables)


def table(*rows: KeptRow, label: str = "Phụ lục I", heads: tuple[str, ...] = HEADS) -> KeptTable:
    return KeptTable(label, heads, rows)


def row(key: str, *cells: str) -> KeptRow:
    return KeptRow(key, cells)


# --- kept


def test_what_is_kept_is_read_back_and_the_same_words_give_the_same_bytes() -> None:
    report = report_of([share("ct", "Phủ sóng", {2030: "50"})], [now("ct", "40")], signing=SIGNING)
    document = report_document(report)
    data = content_of(document, report.office, SIGNING, "0.1.0")
    kept = read_content(data)
    assert data == content_of(document, report.office, SIGNING, "0.1.0")
    assert (kept.title, kept.app, kept.signing["number"], kept.office["place"]) == (
        document.title,
        "0.1.0",
        "215",
        "Thuận Châu",
    )
    assert changed_since(kept, content(document, report.office, SIGNING)) == ()


def test_paragraphs_are_kept_with_their_places() -> None:
    report = report_of([share("ct", "Phủ sóng", {2030: "50"})], words={"III": "Thiếu máy."}, signing=SIGNING)
    kept = content(report_document(report), report.office, SIGNING)
    places = {line.text: line.place for line in kept.lines}
    assert places["Số: 215/BC-UBND"] == "khung văn bản"
    assert places["Thiếu máy."] == "mục III"
    assert next(line.place for line in kept.lines if "như sau:" in line.text) == "phần mở đầu"
    assert next(line.place for line in kept.lines if line.text.startswith("Kế hoạch có")) == "mục II.1"
    assert next(line.place for line in kept.lines if line.text.endswith("./.")) == "phần kết"
    assert places["KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THÁNG 10 NĂM 2026"] == "Phụ lục I"
    assert [one.label for one in kept.tables] == ["Phụ lục I", "Phụ lục II"]


def test_cells_under_spans_keep_their_columns_and_common_heads() -> None:
    spans = Table(
        (Column(10), Column(20), Column(20)),
        (
            Row(RowKind.HEAD, (Cell("TT", rowspan=2), Cell("Kết quả", colspan=2))),
            Row(RowKind.HEAD, (Cell("Kỳ\ntrước"), Cell("Kỳ này"))),
            Row(RowKind.SECTION, (Cell("I"), Cell("HẠ TẦNG", colspan=2)), "s"),
            Row(RowKind.BODY, (Cell("1", rowspan=2), Cell("3"), Cell("4"))),
            Row(RowKind.BODY, (Cell("5"), Cell("6"))),
        ),
    )
    (kept,) = content(one_section(spans), OFFICE, SIGNING).tables
    assert kept.heads == ("TT", "Kết quả - Kỳ trước", "Kết quả - Kỳ này")
    assert kept.rows == (row("s", "I", "HẠ TẦNG", ""), row("", "1", "3", "4"), row("", "", "5", "6"))


@pytest.mark.parametrize("data", [b"", b"{}", b'{"form": 1}', b"[]", b'{"form":1,"lines":[{"x":1}],"tables":[]}'])
def test_a_broken_content_is_one_sentence(data: bytes) -> None:
    with pytest.raises(BadFile, match="Không đọc được nội dung đã giữ"):
        read_content(data)


def test_a_content_of_a_later_version_is_said() -> None:
    with pytest.raises(BadFile, match="bản Sổ 57 mới hơn"):
        read_content(json.dumps({"form": 2}).encode())


# --- held against each other


def test_only_the_sentences_that_differ_are_told() -> None:
    old = said(("mục II.1", "Có 41 chỉ tiêu. Đạt 11. Chưa đạt 3."), ("mục III", "Thiếu máy."))
    new = said(("mục II.1", "Có 41 chỉ tiêu. Đạt 12. Chưa đạt 2."), ("mục III", "Thiếu máy."))
    assert changed_since(old, new) == (Difference("words", "Mục II.1", "Đạt 11. Chưa đạt 3.", "Đạt 12. Chưa đạt 2."),)


def test_paragraphs_added_taken_out_and_turned_round_are_told() -> None:
    old = said(("mục III", "Một."), ("mục IV", "A. B."), ("khung văn bản", "Số: 1"))
    new = said(("mục IV", "B. A."), ("mục V", "Mới."), ("khung văn bản", "Số: 2"))
    assert set(changed_since(old, new)) == {
        Difference("words", "Mục III", "Một.", ""),
        Difference("words", "Mục IV", "A. B.", "B. A."),
        Difference("words", "Mục V", "", "Mới."),
        Difference("frame", "Khung văn bản", "Số: 1", "Số: 2"),
    }


def test_a_cell_is_named_by_appendix_row_and_column() -> None:
    old, new = (table(row("ct-V.4", "4", "Tỷ lệ hồ sơ", value)) for value in ("84,9", "88,5"))
    (one,) = changed_since(said(tables=(old,)), said(tables=(new,)), {"ct-V.4": "V.4"})
    assert one.where == "Phụ lục I, dòng V.4, cột Kết quả kỳ này"
    assert (one.before, one.after, one.name) == ("84,9", "88,5", "Tỷ lệ hồ sơ")


@pytest.mark.parametrize(
    ("label", "named"),
    [
        ("gạch đầu dòng thứ 1, mục 7", "Phụ lục I, gạch đầu dòng thứ 1, mục 7, cột Kết quả kỳ này"),
        ("Rất " * 40, f"Phụ lục I, dòng “{'Rất ' * 14}Rất…”, cột Kết quả kỳ này"),
        ("", "Phụ lục I, dòng 4, cột Kết quả kỳ này"),
    ],
)
def test_rows_of_other_plans_are_named_as_sentences_name_them(label: str, named: str) -> None:
    old, new = (table(row("k", "4", "", value)) for value in ("1", "2"))
    (one,) = changed_since(said(tables=(old,)), said(tables=(new,)), {"k": label})
    assert (one.where, one.name) == (named, "")


def test_rows_columns_and_tables_that_came_or_went_are_told() -> None:
    old = (table(row("a", "1", "Cũ", "3"), row("", "", "", "")), table(row("x", "1", "M", "2"), label="Phụ lục III"))
    heads = ("STT", "Chỉ tiêu", "Đánh giá")
    new = (
        table(row("b", "1", "Mới", "Đạt"), row("", "", "", ""), heads=heads),
        table(row("y", "1", "N", "2"), label="Biểu"),
    )
    found = changed_since(said(tables=old), said(tables=new))
    assert [(one.kind, one.where, one.before, one.after) for one in found] == [
        ("column", "Phụ lục I, cột Kết quả kỳ này", "Kết quả kỳ này", ""),
        ("column", "Phụ lục I, cột Đánh giá", "", "Đánh giá"),
        ("row", "Phụ lục I, dòng 1", "1 | Cũ | 3", ""),
        ("row", "Phụ lục I, dòng 1", "", "1 | Mới | Đạt"),
        ("row", "Phụ lục III, dòng 1", "1 | M | 2", ""),
        ("row", "Biểu, dòng 1", "", "1 | N | 2"),
    ]


# --- in the store


def test_a_locked_report_has_not_changed_and_a_reopened_one_tells_what(desk: Desk) -> None:
    period = desk.period("2026-10")
    record(desk, "84.9")
    issue_report(desk, period, SIGNING, why="thử", **BY, app="0.1.0")
    issue, found = changed_since_issue(desk, period)
    assert (issue.number, found, kept_content_of(desk, issue).app) == ("215", (), "0.1.0")
    desk.reopen_period(period, why="đếm lại hồ sơ", **BY)
    record(desk, "96")
    where = {one.where: (one.before, one.after) for one in changed_since_issue(desk, period)[1]}
    assert where["Phụ lục I, dòng V.4, cột Kết quả kỳ này"] == ("84,9", "96")
    assert "Mục II.1" in where


def test_an_issue_is_found_by_its_number(desk: Desk) -> None:
    period = desk.period("2026-10")
    with pytest.raises(NotFound, match="Báo cáo tháng 10/2026 chưa phát hành"):
        changed_since_issue(desk, period)
    issue_report(desk, period, SIGNING, why="thử", **BY)
    desk.reopen_period(period, why="đếm lại hồ sơ", **BY)
    issue_report(desk, period, replace(SIGNING, number="220"), why="thử", **BY)
    assert changed_since_issue(desk, period, "215")[0].number == "215"
    assert changed_since_issue(desk, period)[0].number == "220"
    with pytest.raises(NotFound, match="số 7 chưa phát hành"):
        changed_since_issue(desk, period, "7")


def test_an_issue_of_an_older_version_says_that_nothing_was_kept(desk: Desk) -> None:
    period = desk.period("2026-10")
    with desk.store.change("phát hành", **BY) as change:
        report_rows.record_issue(
            change, period.key, period.start, period.closing, number="5", day=date(2026, 11, 4), signer="A", files=()
        )
    with pytest.raises(AppError, match="bản Sổ 57 cũ, chưa giữ nội dung"):
        changed_since_issue(desk, period)


def test_a_report_is_compared_though_its_signer_could_not_sign_any_more(desk: Desk) -> None:
    period = desk.period("2026-10")
    issue_report(desk, period, replace(SIGNING, position="Chủ tịch"), why="thử", **BY)
    desk.reopen_period(period, why="sửa số", **BY)
    unit = {"issuer": "Phòng Văn hóa - Xã hội", "issuer_lines": "PHÒNG VĂN HÓA - XÃ HỘI", "authority": "TRƯỞNG PHÒNG"}
    change_frame(desk, unit, period.duty.id, **BY)
    record(desk, "84.9")
    issue, found = changed_since_issue(desk, period)
    assert issue.position
    assert {one.after for one in found if one.kind == "frame"} >= {"TRƯỞNG PHÒNG"}
    assert any(one.kind == "cell" and one.after == "84,9" for one in found)
