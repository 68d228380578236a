"""Reports of a few rows in October 2026, for tests of sentences and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from models.actuals import Actual, Progress
from models.calendars import holidays, parse_span
from models.duties import ReportingPeriod, reporting_period
from models.office import default_office
from models.plans import IndicatorRow, Plan, TaskRow
from models.reports import Records, Report, Signing, build_report
from tests.models.rows import figure, thuan_chau

SEPTEMBER = (date(2026, 9, 1), date(2026, 9, 30))


def october() -> ReportingPeriod:
    """Return Thuận Châu's month 10/2026."""
    return reporting_period(thuan_chau().duty("bao-cao-thang"), parse_span("2026-10"), "calendar", holidays())


def plan_with(indicators: Sequence[IndicatorRow] = (), tasks: Sequence[TaskRow] = ()) -> Plan:
    """Return Thuận Châu's plan with these rows only."""
    return replace(thuan_chau(), indicator_rows=tuple(indicators), task_rows=tuple(tasks), corrections=())


def report_of(
    indicators: Sequence[IndicatorRow] = (),
    figures: Sequence[Actual] = (),
    tasks: Sequence[TaskRow] = (),
    progress: Sequence[Progress] = (),
    words: Mapping[str, str] | None = None,
    signing: Signing | None = None,
) -> Report:
    """Return the report of October 2026 on these rows and records."""
    plan = plan_with(indicators, tasks)
    by_row = {row.key: tuple(f for f in figures if f.row_key == row.key) for row in indicators}
    by_task = {row.key: tuple(p for p in progress if p.row_key == row.key) for row in tasks}
    records = Records(by_row, by_task)
    return build_report(plan, october(), records, default_office(plan), words or {}, signing=signing)


def share(key: str, name: str, targets: dict[int, str]) -> IndicatorRow:
    """Return an indicator in per cent."""
    return IndicatorRow(key=key, kind="indicator", number="1", parent=None, name=name, unit="%", targets=targets)


def now(key: str, value: str | None = None, **more: object) -> Actual:
    """Return the figure of October 2026 for a row."""
    difficulty = str(more.pop("difficulty", ""))
    return replace(figure(value, **more), row_key=key, difficulty=difficulty)  # type: ignore[arg-type]


def before(key: str, value: str) -> Actual:
    """Return the figure of September 2026 for a row."""
    return replace(figure(value, span=SEPTEMBER), row_key=key)
