"""Check which report is to be worked on when, and what a day's status says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import resources
from models.calendars import holidays
from models.duties import ReportingPeriod, periods_of_year
from models.office import default_office
from models.plan_format import plan_from_dict
from models.progress import TaskState
from models.reports import Records, build_report
from models.status import in_work, periods_due, status_on

PLAN = plan_from_dict(resources.read_json("plans/thuan-chau.json"))
CALENDARS = {duty.id: duty.calendar for duty in PLAN.duties}
PERIODS = [
    period for year in (2025, 2026, 2027) for period in periods_of_year(PLAN.duties, year, CALENDARS, holidays())
]


def due(on: date, *issued: str) -> tuple[ReportingPeriod, ...]:
    return periods_due(PERIODS, frozenset(issued), on)


def of_month(on: date, *issued: str) -> str:
    (period,) = (period for period in due(on, *issued) if period.duty.id == "bao-cao-thang")
    return period.span.key


@pytest.mark.parametrize(
    ("on", "issued", "worked_on"),
    [
        (date(2026, 10, 30), (), "2026-09"),
        (date(2026, 10, 30), ("bao-cao-thang/2026-09",), "2026-10"),
        (date(2026, 10, 31), ("bao-cao-thang/2026-09",), "2026-10"),
        (date(2026, 11, 20), (), "2026-10"),
        (date(2026, 11, 2), ("bao-cao-thang/2026-10",), "2026-11"),
        (date(2026, 11, 2), ("bao-cao-thang/2026-10", "bao-cao-thang/2026-11"), "2026-12"),
    ],
)
def test_month_that_is_worked_on(on: date, issued: tuple[str, ...], worked_on: str) -> None:
    assert of_month(on, *issued) == worked_on


def test_every_outgoing_duty_has_one_and_the_soonest_comes_first() -> None:
    found = due(date(2026, 11, 2))
    assert {period.duty.id for period in found} == {duty.id for duty in PLAN.duties if duty.direction == "outgoing"}
    assert [period.send_by for period in found] == sorted(period.send_by or date.max for period in found)


def test_incoming_and_undated_duties() -> None:
    (first, second, *_) = (period for period in PERIODS if period.duty.id == "bao-cao-thang")
    undated = replace(second, due=None, send_by=None)
    units = replace(first, duty=replace(first.duty, id="don-vi", direction="incoming"))
    dated = replace(second, duty=replace(second.duty, id="khac"))
    assert periods_due([undated, units, dated], frozenset(), date(2025, 1, 5)) == (dated, undated)


def test_period_in_work_is_the_one_closed_last() -> None:
    on = date(2026, 11, 2)
    period = in_work(due(on), on)
    assert period is not None
    assert period.key == "bao-cao-thang/2026-10"
    assert in_work((), on) is None


def test_of_two_periods_closed_on_one_day_the_shorter_is_in_work() -> None:
    on = date(2026, 12, 20)
    issued = [f"bao-cao-thang/2026-{number:02}" for number in range(1, 13)]
    period = in_work(due(on, *issued), on)
    assert period is not None
    assert period.key == "bao-cao-quy/2026-Q4"


def test_before_anything_closed_the_first_due_is_in_work() -> None:
    on = date(2026, 11, 2)
    coming = tuple(period for period in due(on) if period.closing > on) or (PERIODS[-1],)
    assert in_work(coming, date(2020, 1, 1)) == coming[0]


def test_status_sums_up_the_report_of_the_period_in_work() -> None:
    on = date(2026, 11, 2)
    period = next(period for period in PERIODS if period.key == "bao-cao-thang/2026-10")
    report = build_report(PLAN, period, Records({}, {}), default_office(PLAN), {})
    status = status_on(on, due(on), report, ())
    assert status.in_work == period
    assert {line.status.state for line in status.late} == {TaskState.OVERDUE}
    assert "nv-I.1.1" in {line.row.key for line in status.late}
    assert {line.evaluation.words for line in status.missing} == {"Chưa có số liệu"}
    assert [line.label for line in status.missing] == [
        line.label for line in report.indicators if line.evaluation.words == "Chưa có số liệu"
    ]


def test_without_any_duty_nothing_is_owed() -> None:
    status = status_on(date(2026, 11, 2), (), None, ())
    assert (status.in_work, status.due, status.late, status.missing, status.warnings) == (None, (), (), (), ())
