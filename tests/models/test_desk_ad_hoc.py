"""An ad hoc report in an open store: asked for, found by its key, worked on like any other, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.desk import Desk
from models.desk_ad_hoc import ask_for, withdraw
from models.duties import ReportingPeriod
from models.errors import AmbiguousRequest, AppError, NotFound, PeriodLocked, StoreError
from models.facts import Override
from models.figure_lines import FigureLine
from models.report_desk import ReportDesk
from models.store import ad_hoc_rows, change_rows, undoing
from tests.models.asked_reports import ASKED, AT, WHO, issue, opened

DAYS = "2026-10-05..2026-11-20"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a store of Thuận Châu's plan to which the province has put one request."""
    for own in opened(tmp_path / "a.so57"):
        ask_for(own.store, ASKED, who=WHO, at=AT)
        yield own


@pytest.fixture
def period(desk: Desk) -> ReportingPeriod:
    return desk.period("dx-1")


def test_it_is_a_period_of_a_duty_of_its_own(desk: Desk, period: ReportingPeriod) -> None:
    assert period.key == f"dx-1/{DAYS}"
    assert (period.start, period.closing, period.due) == (ASKED.start, ASKED.closing, ASKED.due)
    assert period.send_by == date(2026, 11, 27)  # 29/11/2026 is a Sunday
    assert period.duty == desk.duty("dx-1")
    assert period.duty.name == "Báo cáo đột xuất về tình hình an toàn thông tin"
    assert (period.duty.issuer, period.duty.calendar) == ("UBND xã Thuận Châu", "calendar")
    assert desk.duty("bao-cao-thang").frequency == "month"
    with pytest.raises(NotFound, match="không có chế độ báo cáo “dx-7”"):
        desk.duty("dx-7")


@pytest.mark.parametrize("text", ["dx-1", f"dx-1/{DAYS}", DAYS, " dx-1 "])
def test_it_is_found_by_key_and_days(desk: Desk, period: ReportingPeriod, text: str) -> None:
    assert desk.period(text) == period
    assert desk.period(DAYS, "dx-1") == period


@pytest.mark.parametrize(
    ("text", "duty"), [("dx-2", None), ("dx-1/2026-10", None), ("2026-10-05..2026-11-21", None), ("2026-10", "dx-7")]
)
def test_one_that_there_is_not_is_said(desk: Desk, text: str, duty: str | None) -> None:
    with pytest.raises(NotFound, match="Các báo cáo đang theo dõi: dx-1"):
        desk.period(text, duty)


def test_two_for_the_same_days_need_their_key(desk: Desk) -> None:
    ask_for(desk.store, replace(ASKED, subject="5G"), who=WHO, at=AT)
    with pytest.raises(AmbiguousRequest, match="dx-1, dx-2"):
        desk.period(DAYS)


def test_it_stands_in_its_year_and_is_due(desk: Desk, period: ReportingPeriod) -> None:
    assert period in desk.periods(2026)
    assert period not in desk.periods(2027)
    closings = [own.closing for own in desk.periods(2026)]
    assert closings == sorted(closings)
    assert period in desk.due(date(2026, 11, 22))


def test_figures_words_and_a_set_figure_are_kept_for_it(desk: Desk, period: ReportingPeriod) -> None:
    row = next(row for row in desk.plan.indicators() if row.measure == "state")
    line = FigureLine(1, key=row.key, value=Decimal(40))
    desk.record(period, [line], who=WHO, at=AT)
    desk.write(period, "III", "Thiếu máy.", who=WHO, at=AT)
    other = next(one for one in desk.plan.indicators() if one.key != row.key and one.measure == "state")
    desk.declare(Override(other.key, period.key, Decimal(5), None, None, "số của tỉnh"), who=WHO, at=AT)
    report = desk.report(period)
    shown = {line.row.key: line.amount for line in report.indicators}
    assert [shown[row.key], shown[other.key]] == [Decimal(40), Decimal(5)]
    assert report.words["III"] == "Thiếu máy."
    assert report.before.span.key == "2026-08-19..2026-10-04"
    assert report.year_before is None


def test_issued_it_is_locked_until_reopened(desk: Desk, period: ReportingPeriod) -> None:
    issue(desk, "dx-1", date(2026, 11, 23))
    with pytest.raises(PeriodLocked, match="từ 05/10/2026 đến 20/11/2026 đã phát hành"):
        desk.write(period, "III", "x", who=WHO, at=AT)
    assert period not in desk.due(date(2026, 11, 24))
    desk.reopen_period(period, why="sai số", who=WHO, at=AT)
    desk.write(period, "III", "Sửa.", who=WHO, at=AT)
    label = change_rows.recent(desk.store, 1)[0].label
    assert "từ 05/10/2026 đến 20/11/2026" in label
    assert ReportDesk(desk, period).state().value == "draft"


def test_an_issued_or_closed_one_stays(desk: Desk, period: ReportingPeriod) -> None:
    first = change_rows.recent(desk.store, 1)[0].id
    desk.close_period(period, why="xong", who=WHO, at=AT)
    with pytest.raises(AppError, match="đã khóa kỳ"):
        withdraw(desk.store, "dx-1", who=WHO, at=AT)
    with pytest.raises(StoreError, match="không xóa được"):
        undoing.undo(desk.store, first, who=WHO, at=AT)
    issue(desk, "dx-1", date(2026, 11, 23))
    desk.reopen_period(period, why="sai", who=WHO, at=AT)
    with pytest.raises(StoreError, match="không xóa được"), desk.store.change("bỏ", who=WHO, at=AT) as change:
        ad_hoc_rows.withdraw(change, "dx-1")
    with pytest.raises(AppError, match="đã phát hành nên không bỏ được"):
        withdraw(desk.store, "dx-1", who=WHO, at=AT)
    assert desk.period("dx-1") == period


def test_a_withdrawn_one_is_owed_no_more(desk: Desk, period: ReportingPeriod) -> None:
    withdraw(desk.store, "dx-1", who=WHO, at=AT)
    assert period not in desk.periods(2026)
    assert desk.period("dx-1") == period  # what was written for it can still be read
    with pytest.raises(NotFound, match="đang theo dõi: không có"):
        desk.period(DAYS)
    with pytest.raises(NotFound, match="dx-1"):
        withdraw(desk.store, "dx-1", who=WHO, at=AT)


def test_undo_names_it_where_it_cannot_take_back(desk: Desk, period: ReportingPeriod) -> None:
    desk.write(period, "III", "Thiếu máy.", who=WHO, at=AT)
    first = change_rows.recent(desk.store, 1)[0].id
    desk.write(period, "III", "Thiếu máy quét.", who=WHO, at=AT)
    (problem,) = undoing.undo(desk.store, first, who=WHO, at=AT).problems
    assert "Phần III của báo cáo đột xuất, chuyên đề dx-1" in problem
