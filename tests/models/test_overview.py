"""The overview of an open store: the report due next, how much is told, and that nothing of another day slips in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from importers.plan_files import load_plan
from models.desk import Desk
from models.desk_ad_hoc import ask_for
from models.evaluation import Verdict
from models.figure_lines import FigureLine
from models.overview import Overview, overview
from models.progress import TaskState
from models.report_desk import ReportDesk
from models.store.connection import Store
from models.to_do import ToDo, ToDoKind
from tests.models.asked_reports import ASKED, AT, OCTOBER, WHO, issue, opened
from tests.models.store.samples import small_plan

TODAY = date(2026, 11, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give Thuận Châu's store, begun on 15/09/2026."""
    yield from opened(tmp_path / "a.so57")


@pytest.fixture
def monthly(tmp_path: Path) -> Iterator[Desk]:
    """Give a store whose plan asks for nothing but the month's report, begun on 15/09/2026."""
    plan = load_plan("thuan-chau")
    only = replace(plan, duties=tuple(duty for duty in plan.duties if duty.id == "bao-cao-thang"))
    with Store.create(tmp_path / "m.so57", only, who=WHO, at=datetime(2026, 9, 15, 8, 0)) as store:
        yield Desk(store)


def read(desk: Desk, today: date = TODAY, period: str = OCTOBER) -> Overview:
    return overview(desk, desk.period(period), today)


def of_kind(found: Overview, kind: ToDoKind) -> list[ToDo]:
    return [to_do for to_do in found.to_do if to_do.kind is kind]


def record(desk: Desk, *lines: FigureLine, period: str = OCTOBER) -> None:
    desk.record(desk.period(period), lines, who=WHO, at=AT)


def test_a_new_store_says_so_and_what_is_missing_of_whom(desk: Desk) -> None:
    found = read(desk)
    assert found.is_new
    assert (found.figures, found.progress, found.trend) == ((0, 29), (0, 48), ())
    (missing,) = of_kind(found, ToDoKind.NO_FIGURE)
    assert missing.sentence.startswith("29 chỉ tiêu chưa có số liệu: Phòng Văn hóa - Xã hội (10), ")
    assert missing.sentence.endswith(" và 4 đơn vị khác")
    assert len(missing.keys) == 29


def test_the_report_due_next_is_told_with_its_addressees_and_days(desk: Desk) -> None:
    due = read(desk).due
    assert due is not None
    assert (due.period.key, due.days_left, due.words) == (OCTOBER, 3, "Chưa lập")
    assert due.to[0].startswith("UBND tỉnh Sơn La")


def test_the_report_due_next_does_not_hang_on_the_period_looked_at(desk: Desk) -> None:
    found = read(desk, period="bao-cao-thang/2026-09")
    assert found.due is not None
    assert (found.period.key, found.due.period.key) == ("bao-cao-thang/2026-09", OCTOBER)


def test_what_is_recorded_counts_as_told(desk: Desk) -> None:
    record(desk, FigureLine(1, "ct-V.4", value=Decimal("84.9")), FigureLine(1, "nv-I.1.2", text="Đã tuyên truyền"))
    found = read(desk)
    assert not found.is_new
    assert (found.figures, found.progress) == ((1, 29), (1, 48))
    record(desk, FigureLine(1, "nv-I.1.1", done=True))
    assert read(desk, period="bao-cao-thang/2026-11").progress == (1, 48)  # done earlier, so nothing is to be said


def test_progress_alone_makes_no_new_store(desk: Desk) -> None:
    record(desk, FigureLine(1, "nv-I.1.2", text="Đã tuyên truyền"))
    assert not read(desk).is_new


def test_a_task_is_due_soon_until_its_day_and_late_from_the_next_one_on(desk: Desk) -> None:
    line = next(line for line in desk.report(desk.period(OCTOBER)).tasks if line.status.deadline == date(2026, 11, 30))
    soon = {line.row.key}
    for day, is_soon in ((date(2026, 10, 31), True), (date(2026, 11, 30), True), (date(2026, 10, 30), False)):
        keys = frozenset().union(*(one.keys for one in of_kind(read(desk, day), ToDoKind.DUE_SOON)))
        assert (soon <= keys) is is_soon, day
    late = of_kind(read(desk, date(2026, 12, 1)), ToDoKind.OVERDUE)
    assert soon <= late[0].keys
    record(desk, FigureLine(1, line.row.key, done=True))
    assert not of_kind(read(desk), ToDoKind.DUE_SOON)


def test_a_task_due_before_the_closing_day_is_not_late_before_its_own_day(tmp_path: Path) -> None:
    row = replace(small_plan().task_rows[1], schedule={"deadline": "10/2026"})
    plan = replace(small_plan(), task_rows=(small_plan().task_rows[0], row))
    with Store.create(tmp_path / "k.so57", plan, who=WHO, at=AT.replace(month=9)) as store:
        desk = Desk(store)
        period = desk.period("thang/2026-11")
        assert desk.report(period).tasks[0].status.state is TaskState.OVERDUE
        for day, kind in ((date(2026, 10, 31), ToDoKind.DUE_SOON), (date(2026, 11, 1), ToDoKind.OVERDUE)):
            found = overview(desk, period, day)
            kinds = {to_do.kind for to_do in found.to_do if "nv-kh" in to_do.keys}
            assert kinds == {kind}, day


def test_a_report_that_was_issued_and_not_sent_is_still_to_do(monthly: Desk) -> None:
    issue(monthly, "bao-cao-thang/2026-09", AT.date())
    issue(monthly, OCTOBER, AT.date())
    dispatch = ReportDesk(monthly, monthly.period("bao-cao-thang/2026-09"))
    dispatch.sent("Đảng ủy xã Thuận Châu", AT.date(), "email", who=WHO, at=AT)
    (unsent,) = of_kind(read(monthly, AT.date()), ToDoKind.REPORT)
    assert unsent.sentence == "Báo cáo tháng 10/2026: đã phát hành, chưa gửi"
    assert unsent.period == monthly.period(OCTOBER)
    late = of_kind(read(monthly, date(2026, 11, 10)), ToDoKind.REPORT)
    assert late[0].sentence == "Báo cáo tháng 10/2026: đã phát hành, chưa gửi, quá hạn 6 ngày"


def test_several_reports_left_are_one_line_that_leads_to_the_oldest(monthly: Desk) -> None:
    (two,) = of_kind(read(monthly, date(2026, 12, 3)), ToDoKind.REPORT)
    assert two.sentence == "2 báo cáo chưa gửi: Báo cáo tháng 9/2026; Báo cáo tháng 10/2026"
    (left,) = of_kind(read(monthly, date(2027, 3, 20)), ToDoKind.REPORT)
    assert left.sentence.endswith("Báo cáo tháng 11/2026 và 2 báo cáo khác")
    assert left.period == monthly.period("bao-cao-thang/2026-09")


def test_a_report_asked_for_once_is_called_by_its_name(monthly: Desk) -> None:
    asked = ask_for(monthly.store, ASKED, who=WHO, at=AT)
    found = of_kind(read(monthly, date(2026, 12, 3)), ToDoKind.REPORT)
    assert monthly.period(asked.key).duty.name in found[0].sentence


def test_warnings_are_counted_and_one_is_told_whole(desk: Desk) -> None:
    record(desk, FigureLine(1, "ct-V.4", value=Decimal(120)))
    (warning,) = of_kind(read(desk), ToDoKind.WARNING)
    assert warning.sentence.startswith("1 cảnh báo, trong đó 1 cảnh báo nặng: Chỉ tiêu V.4: kết quả 120%")
    record(
        desk,
        FigureLine(1, "ct-V.4", value=Decimal(99), estimate=True),
        FigureLine(1, "ct-V.5", value=Decimal(9), estimate=True),
    )
    (two,) = of_kind(read(desk), ToDoKind.WARNING)
    assert (two.sentence, sorted(two.keys)) == ("2 cảnh báo", ["ct-V.4", "ct-V.5"])


def test_what_passed_before_the_store_waits_to_be_declared(desk: Desk) -> None:
    found = read(desk)
    (undeclared,) = of_kind(found, ToDoKind.UNDECLARED)
    (waiting,) = of_kind(found, ToDoKind.WAITING)
    assert undeclared.sentence == f"{len(undeclared.keys)} nhiệm vụ chưa khai báo đã làm đến đâu"
    assert waiting.sentence == f"{len(waiting.keys)} nhiệm vụ chờ văn bản cấp trên"


def test_every_row_stands_in_one_section(desk: Desk) -> None:
    record(desk, FigureLine(1, "ct-V.4", value=Decimal(100)))
    found = read(desk)
    assert [section.number for section in found.indicators] == ["I", "II", "III", "IV", "V", "VI"]
    assert sum(sum(section.counts.values()) for section in found.indicators) == 41
    assert found.indicators[4].counts[Verdict.REACHED] == 1
    assert sum(sum(section.counts.values()) for section in found.tasks) == 48


def test_a_plan_without_reports_owed_has_none_due(tmp_path: Path) -> None:
    plan = small_plan()
    incoming = replace(plan.duties[0], direction="incoming")
    with Store.create(tmp_path / "k.so57", replace(plan, duties=(incoming,)), who=WHO, at=AT) as store:
        desk = Desk(store)
        found = overview(desk, desk.period("thang/2026-10"), TODAY)
    assert found.due is None
    assert not of_kind(found, ToDoKind.REPORT)


def test_an_indicator_without_a_unit_is_said_to_have_none(tmp_path: Path) -> None:
    with Store.create(tmp_path / "k.so57", small_plan(), who=WHO, at=AT) as store:
        desk = Desk(store)
        (missing,) = of_kind(overview(desk, desk.period("thang/2026-10"), TODAY), ToDoKind.NO_FIGURE)
    assert missing.sentence == "2 chỉ tiêu chưa có số liệu: chưa rõ đơn vị (2)"


def test_with_every_figure_told_none_is_missing(tmp_path: Path) -> None:
    with Store.create(tmp_path / "k.so57", small_plan(), who=WHO, at=AT) as store:
        desk = Desk(store)
        lines = [FigureLine(1, key, value=Decimal(60)) for key in ("ct-5g", "ct-so-hoa")]
        record(desk, *lines, period="thang/2026-10")
        found = overview(desk, desk.period("thang/2026-10"), TODAY)
    assert not of_kind(found, ToDoKind.NO_FIGURE)
    assert found.figures == (2, 2)
