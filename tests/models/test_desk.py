"""Check the desk: figures in, reports out, periods closed and reopened, on a real store."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import resources
from models.actuals import Actual, FigureState
from models.desk import Desk
from models.errors import AppError, BadFigures, NotFound, PeriodLocked
from models.facts import DeclaredFrom
from models.figure_lines import FigureLine
from models.plan_format import plan_from_dict
from models.store import change_rows, fact_rows, figure_rows, report_rows, setting_rows
from models.store.connection import Store

AT = datetime(2026, 11, 3, 8, 0)
BY: dict[str, Any] = {"who": "Lò Thị Lan", "at": AT}


@pytest.fixture(scope="module")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("new") / "moi.so57"
    Store.create(path, plan_from_dict(resources.read_json("plans/thuan-chau.json")), **BY).close()
    return path


@pytest.fixture
def desk(new_store: Path, tmp_path: Path) -> Iterator[Desk]:
    shutil.copyfile(new_store, tmp_path / "a.so57")
    with Store.open(tmp_path / "a.so57") as store:
        yield Desk(store)


def line(key: str = "ct-V.4", **cells: Any) -> FigureLine:
    return FigureLine(line=2, key=key, **cells)


def record(desk: Desk, *lines: FigureLine, period: str = "2026-10") -> int:
    return desk.record(desk.period(period), lines, **BY)


def figures(desk: Desk, key: str = "ct-V.4") -> tuple[Actual, ...]:
    return desk.records().figures.get(key, ())


def label(desk: Desk) -> str:
    (change,) = change_rows.recent(desk.store, 1)
    return change.label


def test_a_change_can_be_named_by_whoever_makes_it(desk: Desk) -> None:
    desk.record(desk.period("2026-10"), [line(value=Decimal(85))], label="dán 1 ô", **BY)
    assert label(desk) == "dán 1 ô"


def test_figure_is_recorded_for_the_days_of_its_period(desk: Desk) -> None:
    assert record(desk, line(value=Decimal("84.90"))) == 1
    (row,) = figures(desk)
    assert (str(row.value), row.start, row.as_of) == ("84.90", date(2026, 10, 1), date(2026, 10, 31))


def test_lines_are_one_change_or_none(desk: Desk) -> None:
    changes = len(change_rows.recent(desk.store))
    with pytest.raises(BadFigures):
        record(desk, line(value=Decimal(84)), line("ct-V.5", percent=Decimal(3)))
    assert figures(desk) == ()
    record(desk, line(value=Decimal(84)), line("ct-V.5", value=Decimal(3)))
    assert len(change_rows.recent(desk.store)) == changes + 1


def test_lines_that_say_nothing_are_no_change(desk: Desk) -> None:
    changes = len(change_rows.recent(desk.store))
    assert record(desk, line()) == 0
    record(desk, line(value=Decimal(84)))
    record(desk, line(value=Decimal(84)))
    assert len(change_rows.recent(desk.store)) == changes + 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (line(value=Decimal("85.2")), "nhập 85,2% cho V.4"),
        (line(value=Decimal("85.2"), estimate=True), "nhập 85,2% (ước) cho V.4"),
        (line(numerator=Decimal(3), denominator=Decimal(4)), "nhập 75% cho V.4"),
        (line(state=FigureState.NOTHING_HAPPENED), "nhập không phát sinh cho V.4"),
        (line(text="Duy trì tốt"), "nhập “Duy trì tốt” cho V.4"),
        (line(note="đã đối chiếu"), "nhập ghi chú cho V.4"),
        (line("ct-III.6", value=Decimal(12)), "nhập 12 đơn cho III.6"),
        (line("nv-I.1.1", percent=Decimal(70), done=True), "nhập tỷ lệ hoàn thành, hoàn thành cho I.1.1"),
    ],
)
def test_change_is_named_as_undo_offers_it(desk: Desk, given: FigureLine, words: str) -> None:
    record(desk, given)
    assert label(desk) == words


def test_erasing_is_named_too(desk: Desk) -> None:
    record(desk, line(value=Decimal(84)))
    record(desk, line(state="erase"))
    assert (label(desk), figures(desk)) == ("xóa số liệu của V.4", ())


def test_state_is_one_figure_for_all_periods_of_its_closing_day(desk: Desk) -> None:
    quarter, half = desk.period("2026-Q2"), desk.period("2026-H1")
    assert quarter.closing == half.closing
    record(desk, line(value=Decimal(84)), period="2026-Q2")
    record(desk, line(note="theo xã"), period="2026-H1")
    record(desk, line(value=Decimal(85)), period="2026-H1")
    assert [(str(row.value), row.note, row.start) for row in figures(desk)] == [("85", "theo xã", quarter.start)]
    for period in (quarter, half):
        (current,) = (one.current for one in desk.report(period).indicators if one.row.key == "ct-V.4")
        assert current is not None
        assert current.value == 85


def test_state_of_an_issued_period_is_not_changed_by_way_of_a_longer_one(desk: Desk) -> None:
    record(desk, line(value=Decimal(84)), period="2026-Q2")
    desk.close_period(desk.period("2026-Q2"), why="", **BY)
    with pytest.raises(PeriodLocked, match="quý II năm 2026"):
        record(desk, line(value=Decimal(85)), period="2026-H1")
    assert [row.value for row in figures(desk)] == [84]


def test_what_was_done_within_a_period_stays_its_own(desk: Desk) -> None:
    within = next(row.key for row in desk.plan.indicators() if row.measure == "within")
    record(desk, line(within, value=Decimal(3)), period="2026-Q2")
    record(desk, line(within, value=Decimal(7)), period="2026-H1")
    assert [row.value for row in figures(desk, within)] == [7, 3]


def test_progress_of_a_task_goes_on_in_its_record(desk: Desk) -> None:
    record(desk, line("nv-I.1.1", percent=Decimal(70), difficulty="thiếu máy"))
    record(desk, line("nv-I.1.1", percent=Decimal(80)))
    (row,) = desk.records().progress["nv-I.1.1"]
    assert (str(row.percent), row.difficulty) == ("80", "thiếu máy")
    record(desk, line("nv-I.1.1", state="erase"))
    assert desk.records().progress == {}


def test_closed_period_refuses_figures_and_takes_words(desk: Desk) -> None:
    period = desk.period("2026-10")
    desk.close_period(period, why="", **BY)
    for work in (
        lambda: desk.record(period, [line(value=Decimal(1))], **BY),
        lambda: desk.close_period(period, why="", **BY),
    ):
        with pytest.raises(PeriodLocked, match=r"^Kỳ tháng 10/2026 đã khóa nên không sửa được\. Hãy mở lại kỳ"):
            work()
    desk.write(period, "I", "lời", **BY)
    assert desk.words(period) == {"I": "lời"}


def test_reopening_needs_a_reason_and_a_locked_period(desk: Desk) -> None:
    period = desk.period("2026-10")
    with pytest.raises(AppError, match="phải có lý do"):
        desk.reopen_period(period, why=" ", **BY)
    with pytest.raises(AppError, match="chưa khóa nên không cần mở lại"):
        desk.reopen_period(period, why="x", **BY)
    desk.close_period(period, why="", **BY)
    desk.reopen_period(period, why="sai số", **BY)
    state = report_rows.period_states(desk.store)[period.key]
    assert (state.locked, state.why) == (False, "sai số")


def test_only_grave_warnings_ask_for_a_reason(desk: Desk) -> None:
    record(desk, line(value=Decimal(84), estimate=True))
    desk.close_period(desk.period("2026-10"), why="", **BY)
    record(desk, line(value=Decimal(120)), period="2026-11")
    december: Any = BY | {"at": datetime(2026, 12, 1, 8)}
    with pytest.raises(AppError, match="còn 1 cảnh báo nặng"):
        desk.close_period(desk.period("2026-11"), why="", **december)
    desk.close_period(desk.period("2026-11"), why="theo tỉnh", **december)


def test_a_period_is_closed_early_with_a_reason_and_never_before_it_begins(desk: Desk) -> None:
    with pytest.raises(AppError, match="đến ngày 30/11/2026 mới chốt số liệu"):
        desk.close_period(desk.period("2026-11"), why=" ", **BY)
    desk.close_period(desk.period("2026-11"), why="cấp trên yêu cầu sớm", **BY)
    with pytest.raises(AppError, match="đến ngày 01/12/2026 mới bắt đầu"):
        desk.close_period(desk.period("2026-12"), why="lý do", **BY)
    assert desk.locked() == {"bao-cao-thang/2026-11"}


def test_every_heading_takes_words_and_an_unknown_one_is_refused_with_those_there_are(desk: Desk) -> None:
    period = desk.period("2026-10")
    desk.write(period, "II", "Nhìn chung đúng tiến độ.", **BY)
    assert desk.words(period) == {"II": "Nhìn chung đúng tiến độ."}
    with pytest.raises(NotFound, match=r"không có mục “VI”\. Các mục đang có: I, II, II\.1, II\.2, III, IV, V\."):
        desk.write(period, "VI", "x", **BY)


def test_office_and_calendars_follow_the_settings(desk: Desk) -> None:
    with desk.store.change("đặt", **BY) as change:
        setting_rows.save_setting(change, "office.symbol", "BC-XYZ")
        setting_rows.save_calendar(change, "bao-cao-thang", "own:25")
    assert desk.office().symbol == "BC-XYZ"
    assert desk.calendars()["bao-cao-quy"] == "decree"
    assert desk.period("2026-10").closing == date(2026, 10, 25)


def test_sample_is_marked_in_every_report(desk: Desk) -> None:
    assert desk.report(desk.period("2026-10")).sample is False
    with desk.store.change("đặt", **BY) as change:
        setting_rows.save_setting(change, setting_rows.SAMPLE, "1")
    assert desk.report(desk.period("2026-10")).sample is True


def test_report_is_read_at_one_moment_while_another_writes(desk: Desk) -> None:
    record(desk, line(value=Decimal(84)))
    with Store.open(desk.store.path, write=False) as reading:
        other = Desk(reading)
        period = other.period("2026-10")
        with reading.snapshot():
            before = figure_rows.figures(reading)
        record(desk, line(value=Decimal(85)))
        (current,) = (one.current for one in other.report(period).indicators if one.row.key == "ct-V.4")
    assert before["ct-V.4"][0].value == 84
    assert current is not None
    assert current.value == 85


def test_status_speaks_of_the_period_in_work(desk: Desk) -> None:
    record(desk, line(value=Decimal(120)))
    status = desk.status(date(2026, 11, 2))
    assert status.in_work is not None
    assert status.in_work.key == "bao-cao-thang/2026-10"
    assert "ct-V.4" not in {one.row.key for one in status.missing}
    assert "ct-V.5" in {one.row.key for one in status.missing}
    assert [(w.row_key, w.grave) for w in status.warnings if w.row_key == "ct-V.4"] == [("ct-V.4", True)]


def test_a_new_store_asks_only_for_what_is_still_to_be_sent(desk: Desk) -> None:
    on = AT.date()
    assert {period.key for period in desk.due(on) if period.closing <= on} == {"bao-cao-thang/2026-10"}
    with desk.store.change("bắt đầu", **BY) as change:
        fact_rows.save(change, DeclaredFrom(date(2026, 9, 1)))
    assert "bao-cao-quy/2026-Q3" in {period.key for period in desk.due(on)}


def test_what_was_recorded_for_an_earlier_report_brings_it_back(desk: Desk) -> None:
    on = AT.date()
    record(desk, line("nv-I.1.1", percent=Decimal(50)), period="2026-Q3")
    desk.write(desk.period("bao-cao-6-thang/2026-H1"), "III", "Còn khó khăn.", **BY)
    found = {period.key for period in desk.due(on)}
    assert {"bao-cao-quy/2026-Q3", "bao-cao-6-thang/2026-H1"} <= found
    assert "bao-cao-nam/2025" not in found


def test_issued_report_is_no_longer_due(desk: Desk) -> None:
    period = desk.period("2026-10")
    assert period in desk.due(date(2026, 11, 2))
    with desk.store.change("phát hành", **BY) as change:
        days = (period.start, period.closing)
        report_rows.record_issue(change, period.key, *days, number="1", day=AT.date(), signer="Lan", files=[])
    assert desk.issued() == {period.key}
    assert desk.period("2026-11") in desk.due(date(2026, 11, 2))
