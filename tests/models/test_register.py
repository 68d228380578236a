"""The register of a year: every report with its day, where it stands, and whether it went out in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from models.desk import Desk
from models.desk_ad_hoc import ask_for, withdraw
from models.facts import DeclaredFrom
from models.register import BEFORE_THE_STORE, CLOSED, COLLECTED, COLLECTING, NOT_YET, WITHDRAWN, register
from models.report_desk import ReportDesk
from models.report_work import Step
from tests.models.asked_reports import ASKED, AT, OCTOBER, WHO, entry, issue, opened

LATER = datetime(2026, 12, 31, 9, 0)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give Thuận Châu's store, begun on 15/09/2026."""
    yield from opened(tmp_path / "a.so57")


@pytest.fixture
def xop(tmp_path: Path) -> Iterator[Desk]:
    """Give Xốp's store: its units report to it."""
    yield from opened(tmp_path / "x.so57", "xop")


def test_every_period_of_the_year_stands_there_once_by_closing_day(desk: Desk) -> None:
    entries = register(desk, 2026, date(2026, 11, 25))
    assert [one.period for one in entries] == list(desk.periods(2026))
    assert entries[0].to == ("UBND tỉnh Sơn La (qua Sở Khoa học và Công nghệ)", "Đảng ủy xã Thuận Châu")


@pytest.mark.parametrize(
    ("key", "on", "words", "owed", "left"),
    [
        ("bao-cao-thang/2026-08", date(2026, 11, 2), BEFORE_THE_STORE, False, None),
        (OCTOBER, date(2026, 10, 30), NOT_YET, True, 5),
        (OCTOBER, date(2026, 10, 31), "Chưa lập", True, 4),
        (OCTOBER, date(2026, 11, 4), "Chưa lập", True, 0),
        (OCTOBER, date(2026, 11, 6), "Chưa lập", True, -2),
        ("bao-cao-thang/2026-12", date(2026, 11, 6), "Gộp vào báo cáo năm", False, None),
    ],
)
def test_where_a_report_stands_on_a_day(
    desk: Desk, key: str, on: date, words: str, owed: bool, left: int | None
) -> None:
    found = entry(desk, key, on)
    assert (found.words, found.owed, found.days_left) == (words, owed, left)


def test_a_draft_is_followed_until_it_is_sent(desk: Desk) -> None:
    on, period = date(2026, 11, 3), desk.period("2026-10")
    work = ReportDesk(desk, period)
    desk.write(period, "III", "Thiếu máy.", who=WHO, at=AT)
    assert entry(desk, OCTOBER, on).words == "Đang dự thảo"
    work.take_step(Step("submitted", on, "Chủ tịch"), who=WHO, at=AT)
    work.remark("III", "Chủ tịch", on, "Nêu rõ.", who=WHO, at=AT)
    submitted = entry(desk, OCTOBER, on)
    assert (submitted.words, submitted.open_remarks, submitted.issue) == ("Đã trình", 1, None)
    issue(desk, OCTOBER, date(2026, 11, 3))
    issued = entry(desk, OCTOBER, on)
    assert (issued.words, issued.owed, issued.symbol) == ("Đã phát hành, chưa gửi", True, "BC-UBND")
    assert issued.issue is not None
    assert (issued.issue.number, issued.issue.date, issued.issue.signer) == ("5", on, "Đỗ Ngọc Quang")


@pytest.mark.parametrize(("days", "in_time", "late"), [((3, 4), True, 0), ((4, 6), False, 2)])
def test_in_time_is_the_first_sending_to_each(desk: Desk, days: tuple[int, int], in_time: bool, late: int) -> None:
    work = issue(desk, OCTOBER, date(2026, 11, 3))
    for recipient, day in zip(("UBND tỉnh", "Đảng ủy xã"), days, strict=True):
        work.sent(recipient, date(2026, 11, day), "email", who=WHO, at=LATER)
    work.sent("UBND tỉnh", date(2026, 11, 20), "hand", who=WHO, at=LATER)  # once more, on paper
    found = entry(desk, OCTOBER, date(2026, 11, 25))
    assert (found.words, found.owed, found.days_left) == ("Đã gửi", False, None)
    assert (found.in_time, found.days_late, len(found.sendings)) == (in_time, late, 3)


def test_a_reopened_report_keeps_its_number(desk: Desk) -> None:
    work = issue(desk, OCTOBER, date(2026, 11, 3))
    work.sent("UBND tỉnh", date(2026, 11, 4), "email", who=WHO, at=LATER)
    desk.reopen_period(work.period, why="sai số", who=WHO, at=AT)
    found = entry(desk, OCTOBER, date(2026, 11, 5))
    assert (found.words, found.reopened, found.owed, found.in_time) == ("Đang dự thảo", True, True, True)
    assert found.issue is not None


def test_a_report_issued_anew_keeps_those_that_it_replaced(desk: Desk) -> None:
    issue(desk, OCTOBER, date(2026, 11, 3))
    desk.reopen_period(desk.period("2026-10"), why="sai số", who=WHO, at=AT)
    issue(desk, OCTOBER, date(2026, 11, 5))
    found = entry(desk, OCTOBER, date(2026, 11, 6))
    assert found.issue is not None
    assert (found.issue.date.day, [one.date.day for one in found.earlier]) == (5, [3])
    assert (found.words, found.reopened) == ("Đã phát hành, chưa gửi", False)


def test_words_of_before_the_beginning_make_a_report_owed(desk: Desk) -> None:
    desk.write(desk.period("2026-08"), "III", "Thiếu máy.", who=WHO, at=AT)
    desk.declare(DeclaredFrom(date(2026, 10, 1)), who=WHO, at=AT)
    assert entry(desk, "bao-cao-thang/2026-08", date(2026, 9, 20)).words == "Đang dự thảo"
    assert entry(desk, "bao-cao-thang/2026-07", date(2026, 9, 20)).words == BEFORE_THE_STORE


def test_an_ad_hoc_report_stands_among_the_others(desk: Desk) -> None:
    asked = ask_for(desk.store, ASKED, who=WHO, at=AT)
    ask_for(desk.store, replace(ASKED, start=date(2025, 1, 1), closing=date(2025, 2, 1)), who=WHO, at=AT)
    key = desk.period("dx-1").key
    found = entry(desk, key, date(2026, 11, 22))
    assert (found.asked, found.words, found.days_left, found.to) == (asked, "Chưa lập", 5, ASKED.recipients)
    assert entry(desk, key, date(2026, 11, 29)).days_left == 0  # the Sunday itself is the last day
    withdraw(desk.store, "dx-1", who=WHO, at=AT)
    gone = entry(desk, key, date(2026, 11, 22))
    assert (gone.words, gone.owed, gone.days_left) == (WITHDRAWN, False, None)


@pytest.mark.parametrize(
    ("on", "words"),
    [(date(2026, 12, 1), NOT_YET), (date(2026, 12, 14), COLLECTING), (date(2026, 12, 15), COLLECTED)],
)
def test_what_units_send_is_no_debt_of_the_office(xop: Desk, on: date, words: str) -> None:
    found = entry(xop, "bao-cao-nam-don-vi/2026", on)
    assert (found.words, found.owed, found.days_left) == (words, False, None)
    own = entry(xop, "bao-cao-nam/2026", on)
    assert (own.owed, own.days_left, own.to) == (True, None, ("UBND xã Xốp",))


def test_closed_figures_of_units_are_said(xop: Desk) -> None:
    period = xop.period("bao-cao-nam-don-vi/2026")
    xop.close_period(period, why="đủ", who=WHO, at=AT)
    assert entry(xop, period.key, date(2026, 12, 20)).words == CLOSED


def test_a_report_without_a_printed_day_is_neither_late_nor_in_time(xop: Desk) -> None:
    period = xop.period("bao-cao-nam/2026")
    issue(xop, period.key, date(2026, 12, 20)).sent("UBND xã Xốp", date(2026, 12, 21), "hand", who=WHO, at=LATER)
    found = entry(xop, period.key, date(2026, 12, 25))
    assert (found.words, found.in_time, found.days_late) == ("Đã gửi", None, 0)
