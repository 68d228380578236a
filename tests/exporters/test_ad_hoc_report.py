"""The report that was asked for once: its name, its file, what it says it carries out, its email and correction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from exporters.correction import correction_document
from exporters.cover_letter import cover_letter
from exporters.document import Paragraph, Role, tables
from exporters.issue import write_files
from exporters.period_words import (
    about,
    column_before,
    earlier,
    next_words,
    period_stem,
    report_name,
    summary_lines,
    told,
)
from exporters.report import report_document
from models.ad_hoc import AdHocReport
from models.calendars import parse_span
from models.desk import Desk
from models.desk_ad_hoc import ask_for
from models.evaluation import Verdict
from models.facts import Paper
from models.figure_lines import FigureLine
from tests.exporters.small_reports import october
from tests.models.asked_reports import ASKED, AT, WHO, issue, opened

STEM = "bao-cao-dot-xuat-1_2026-10-05_2026-11-20"
DAYS = "từ ngày 05/10/2026 đến ngày 20/11/2026"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from opened(tmp_path / "a.so57")


def asked(desk: Desk, report: AdHocReport = ASKED) -> list[str]:
    """Return the paragraphs of the report's text."""
    period = desk.period(ask_for(desk.store, report, who=WHO, at=AT).key)
    blocks = report_document(desk.report(period)).sections[0].blocks
    return [block.text for block in blocks if isinstance(block, Paragraph) and block.role is not Role.TYPE]


def test_it_is_named_after_its_subject(desk: Desk) -> None:
    period = desk.period(ask_for(desk.store, ASKED, who=WHO, at=AT).key)
    assert report_name(period) == "Báo cáo đột xuất về tình hình an toàn thông tin"
    assert summary_lines(period) == ("Tình hình an toàn thông tin", DAYS)
    assert told(period) == f"tình hình an toàn thông tin {DAYS}"
    assert period_stem(period) == STEM
    assert report_document(desk.report(period, draft=True)).stem == f"thuan-chau_{STEM}_du-thao"


def test_a_report_of_the_plan_keeps_its_name_and_file() -> None:
    assert period_stem(october()) == "bao-cao-thang_2026-10"
    assert summary_lines(october())[0] == "Kết quả thực hiện Kế hoạch triển khai Nghị quyết số 57-NQ/TW"


def test_its_text_says_what_it_carries_out_and_for_which_days(desk: Desk) -> None:
    texts = asked(desk)
    opening = "Thực hiện Công văn số 12/SKHCN ngày 01/10/2026, UBND xã Thuận Châu báo cáo tình hình an toàn thông tin"
    assert f"{opening} {DAYS} như sau:" in texts
    assert "IV. NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI" in texts
    assert f"Trên đây là báo cáo tình hình an toàn thông tin {DAYS} của UBND xã Thuận Châu./." in texts
    assert "Kính gửi: UBND tỉnh Sơn La." in texts


def test_without_a_paper_it_carries_out_the_plan(desk: Desk) -> None:
    texts = asked(desk, replace(ASKED, kind="thematic", subject="5G", paper=Paper()))
    assert any(text.startswith("Thực hiện Kế hoạch số") and "báo cáo về 5G" in text for text in texts)


def test_a_subject_that_is_no_doing_is_told_about(desk: Desk) -> None:
    texts = asked(desk, replace(ASKED, subject="chữ ký số"))
    assert "Về chữ ký số" in texts
    assert f"Trên đây là báo cáo về chữ ký số {DAYS} của UBND xã Thuận Châu./." in texts
    signatures = desk.period("dx-1")
    assert about(signatures) == f"về chữ ký số {DAYS}"
    assert about(desk.period("2026-10")).startswith("về kết quả thực hiện Kế hoạch")


def test_the_figures_of_the_last_month_stand_with_their_day(desk: Desk) -> None:
    line = FigureLine(line=1, key="ct-V.4", value=Decimal("84.9"))
    desk.record(desk.period("2026-10"), [line], who=WHO, at=AT)
    report = desk.report(desk.period(ask_for(desk.store, ASKED, who=WHO, at=AT).key))
    own = next(line for line in report.indicators if line.row.key == "ct-V.4")
    assert own.current is not None
    assert (own.current.value, own.current.note) == (Decimal("84.9"), "Số liệu đến ngày 31/10/2026")
    assert own.evaluation.verdict is not Verdict.NO_FIGURE
    cells = [cell.text for table in tables(report_document(report)) for row in table.rows for cell in row.cells]
    assert any("Số liệu đến ngày 31/10/2026" in text for text in cells)


def test_spans_of_days_are_named_in_sentences_and_columns() -> None:
    span = parse_span("2026-10-05..2026-11-20")
    assert earlier(span.previous(), span) == "thời gian từ 19/08/2026 đến 04/10/2026"
    assert (next_words(span), column_before(span)) == ("thời gian tới", "Kết quả kỳ trước")


def test_it_is_written_sent_and_corrected_like_any_other(desk: Desk, tmp_path: Path) -> None:
    period = desk.period(ask_for(desk.store, ASKED, who=WHO, at=AT).key)
    files = write_files(report_document(desk.report(period)), tmp_path / "ra", ("docx", "pdf", "xlsx"))
    assert {file.path.name for file in files} == {f"thuan-chau_{STEM}.{end}" for end in ("docx", "pdf", "xlsx")}
    issue(desk, "dx-1", date(2026, 11, 23))
    letter = cover_letter(desk, period)
    assert letter.letter.subject == f"Báo cáo số 05/BC-UBND ngày 23/11/2026 về {told(period)}"
    desk.reopen_period(period, why="thiếu một vụ việc", who=WHO, at=AT)
    desk.write(period, "V", "Đề nghị cấp máy.", who=WHO, at=AT)
    correction = correction_document(desk, period, date(2026, 11, 25))
    assert correction.stem == f"thuan-chau_dinh-chinh_{STEM}"
