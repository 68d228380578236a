"""Check which report is to be worked on when, and what a day's status says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import resources
from models.actuals import Actual
from models.calendars import holidays
from models.duties import ReportingPeriod, periods_of_year
from models.facts import Facts
from models.office import default_office
from models.plan_format import plan_from_dict
from models.progress import TaskState
from models.reports import Records, build_report
from models.status import Beginning, figures_told, in_work, periods_due, status_on

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
        (date(2026, 9, 15), (), "2026-08"),
        (date(2026, 10, 30), ("bao-cao-thang/2026-08",), "2026-10"),
        (date(2026, 10, 31), ("bao-cao-thang/2026-08",), "2026-10"),
        (date(2026, 11, 20), (), "2026-10"),
        (date(2026, 11, 2), ("bao-cao-thang/2026-10",), "2026-11"),
        (date(2026, 11, 2), ("bao-cao-thang/2026-10", "bao-cao-thang/2026-11"), "2027-01"),
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


def asked(on: date, beginning: Beginning) -> set[str]:
    return {period.key for period in periods_due(PERIODS, frozenset(), on, beginning)}


def test_a_report_that_was_to_be_sent_before_the_store_began_is_not_asked_for() -> None:
    on = date(2026, 11, 3)
    assert {"bao-cao-quy/2026-Q3", "bao-cao-nam/2025"} <= {period.key for period in due(on)}
    month, coming = "bao-cao-thang/2026-10", "bao-cao-nam/2026"
    half = {"bao-cao-quy/2026-Q3", "bao-cao-6-thang/2026-H1"}
    assert asked(on, Beginning(date(2026, 6, 20))) == {month, coming} | half
    assert asked(on, Beginning(on)) == {month, coming, "bao-cao-quy/2027-Q1", "bao-cao-6-thang/2027-H1"}


def test_a_report_that_was_worked_on_is_asked_for_all_the_same() -> None:
    on, quarter, year = date(2026, 11, 3), "bao-cao-quy/2026-Q3", "bao-cao-nam/2025"
    assert quarter in asked(on, Beginning(on, recorded=frozenset({date(2026, 9, 14)})))
    found = asked(on, Beginning(on, touched=frozenset({year})))
    assert (year in found, quarter in found) == (True, False)


def test_a_report_without_a_printed_day_is_in_work_for_a_month() -> None:
    quarters = [period for period in PERIODS if period.duty.id == "bao-cao-quy"]
    undated = [replace(period, due=None, send_by=None, replaced_by=None) for period in quarters]
    for began, closed in ((date(2026, 10, 15), True), (date(2026, 10, 16), False)):
        found = periods_due(undated, frozenset(), date(2026, 10, 20), Beginning(began))
        assert [period.key for period in found] == ["bao-cao-quy/2026-Q3" if closed else "bao-cao-quy/2026-Q4"]


def test_a_look_back_to_before_the_beginning_sees_that_day_as_the_first() -> None:
    assert "bao-cao-thang/2026-05" in asked(date(2026, 6, 1), Beginning(date(2026, 11, 3)))


def test_period_in_work_is_the_one_closed_last() -> None:
    on = date(2026, 11, 2)
    period = in_work(due(on), on)
    assert period is not None
    assert period.key == "bao-cao-thang/2026-10"
    assert in_work((), on) is None


def test_at_the_end_of_the_year_only_the_years_report_is_asked_for() -> None:
    on = date(2027, 1, 2)
    issued = ("bao-cao-thang/2026-11", "bao-cao-quy/2026-Q3", "bao-cao-6-thang/2026-H1")
    found = due(on, *issued)
    assert [period.key for period in found if period.span.year == 2026] == ["bao-cao-nam/2026"]
    assert in_work(found, on) == found[0]


def test_of_two_periods_closed_on_one_day_the_shorter_is_in_work() -> None:
    on = date(2026, 12, 20)
    periods = periods_of_year(PLAN.duties, 2026, CALENDARS, holidays(), replace_shorter=False)
    issued = frozenset(f"bao-cao-thang/2026-{number:02}" for number in range(1, 13))
    period = in_work(periods_due(periods, issued, on), on)
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


def test_what_passed_before_the_store_began_is_asked_and_not_late() -> None:
    on = date(2026, 11, 2)
    period = next(period for period in PERIODS if period.key == "bao-cao-thang/2026-10")
    facts = Facts(declared_from=date(2026, 10, 1))
    report = build_report(PLAN, period, Records({}, {}), default_office(PLAN), {}, facts=facts)
    status = status_on(on, due(on), report, ())
    assert status.late == ()
    asked = {line.row.key: line.status for line in status.undeclared}
    assert asked["nv-I.1.1"].state is TaskState.UNDECLARED
    assert any(one.state is not TaskState.UNDECLARED and one.undeclared for one in asked.values())


def test_without_any_duty_nothing_is_owed() -> None:
    status = status_on(date(2026, 11, 2), (), None, ())
    assert (status.in_work, status.due, status.late, status.missing, status.warnings) == (None, (), (), (), ())


def test_figures_are_counted_among_the_indicators_that_are_judged_now() -> None:
    period = next(period for period in PERIODS if period.key == "bao-cao-thang/2026-10")
    told = Actual("ct-V.4", period.start, period.closing, value=Decimal(85))
    not_begun = Actual("ct-I.2", period.start, period.closing, value=Decimal(1))
    records = Records({"ct-V.4": (told,), "ct-I.2": (not_begun,)}, {})
    report = build_report(PLAN, period, records, default_office(PLAN), {})
    assert figures_told(report.indicators) == (1, 29)
