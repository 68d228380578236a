"""Reports of any period on a few rows, each given with its figures or its progress."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from models.actuals import Actual, FigureState, Progress
from models.comparisons import period_compared, span_a_year_before, span_before
from models.duties import ReportingPeriod
from models.facts import Facts
from models.office import office_from
from models.plans import IndicatorRow, Measure, TaskRow
from models.reports import Records, Report, build_report
from tests.exporters import five_plans

LEAD = "Phòng Kinh tế"


@dataclass(frozen=True, slots=True)
class Told:
    """An indicator with its figures: of the period, the one before, the same one a year before."""

    row: IndicatorRow
    now: str | FigureState | None = None
    before: str | None = None
    year_before: str | None = None
    text: str = ""
    reached: bool | None = None
    estimate: bool = False
    difficulty: str = ""
    note: str = ""
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """A task with what was recorded of one of its occurrences in the period."""

    row: TaskRow
    occurrence: str = ""
    percent: int | None = None
    done_on: date | None = None
    done: bool = False
    number: str = ""
    dated: date | None = None
    text: str = ""
    difficulty: str = ""
    next_step: str = ""
    proposal: str = ""


def month(number: int = 10, year: int = 2026) -> ReportingPeriod:
    """Return a month of Thuận Châu's."""
    return five_plans.period("thuan-chau", "bao-cao-thang", f"{year}-{number:02d}")


def report_of(
    indicators: Sequence[Told] = (),
    tasks: Sequence[Done] = (),
    *,
    period: ReportingPeriod | None = None,
    groups: Sequence[IndicatorRow] = (),
    facts: Facts | None = None,
    plan_id: str = "thuan-chau",
    two_digits: bool = True,
) -> Report:
    """Return the report of a period on these rows and records; that of October 2026 where none is given."""
    period = period or month()
    plan = replace(
        five_plans.plan(plan_id),
        indicator_rows=(*groups, *(one.row for one in indicators)),
        task_rows=tuple(one.row for one in tasks if one.row not in (facts or Facts()).extra_tasks),
        corrections=(),
    )
    records = Records(
        {one.row.key: tuple(_figures(period, plan_id, one)) for one in indicators},
        {one.row.key: tuple(_records(period, one)) for one in tasks},
    )
    office = replace(office_from(plan, {}, period.duty), plan_number="35/KH-UBND", plan_date="22/7/2025")
    report = build_report(plan, period, records, office, {}, facts=facts or Facts())
    return replace(report, two_digits=two_digits)


def _figures(period: ReportingPeriod, plan_id: str, told: Told) -> Iterator[Actual]:
    plan = five_plans.plan(plan_id)
    if told.year_before is not None and (span := span_a_year_before(period.span)) is not None:
        yield _figure(period_compared(plan, period, span), told.row, told.year_before)
    if told.before is not None:
        yield _figure(period_compared(plan, period, span_before(period.span)), told.row, told.before)
    if told.now is not None or told.text or told.reached is not None or told.difficulty or told.note or told.proposal:
        own = _figure(period, told.row, told.now)
        own = replace(own, text=told.text, reached=told.reached, estimate=told.estimate)
        yield replace(own, difficulty=told.difficulty, note=told.note, proposal=told.proposal)


def _figure(period: ReportingPeriod, row: IndicatorRow, told: str | FigureState | None) -> Actual:
    """Read `84.9`, `1452/1710`, or a state."""
    figure = Actual(row.key, period.start, period.closing)
    if told is None:
        return figure
    if isinstance(told, FigureState):
        return replace(figure, state=told)
    top, _, bottom = told.partition("/")
    if bottom:
        return replace(figure, numerator=Decimal(top), denominator=Decimal(bottom))
    return replace(figure, value=Decimal(top))


def _records(period: ReportingPeriod, told: Done) -> Iterator[Progress]:
    if told.occurrence:
        yield Progress(
            told.row.key,
            told.occurrence,
            period.start,
            period.closing,
            percent=None if told.percent is None else Decimal(told.percent),
            done=True if told.done or told.done_on else None,
            done_on=told.done_on,
            deliverable_number=told.number,
            deliverable_date=told.dated,
            text=told.text,
            difficulty=told.difficulty,
            proposal=told.proposal,
            next_step=told.next_step,
        )


def indicator(
    key: str, name: str, targets: dict[int, str], unit: str = "%", measure: Measure = "state", parent: str | None = None
) -> IndicatorRow:
    """Return an indicator."""
    return IndicatorRow(key, "indicator", key, parent, name, unit, measure, targets)


def task(key: str, name: str, lead: str = LEAD, deliverable: str = "Kế hoạch", **schedule: str) -> TaskRow:
    """Return a task with its times by column: y2025, y2030 (the stage 2025 - 2030)."""
    ids = {"y2025": "2025", "y2030": "2025-2030"}
    printed = {ids[column]: words for column, words in schedule.items()}
    return TaskRow(key, "task", key, None, name, lead, deliverable=deliverable, schedule=printed)
