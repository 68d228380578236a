"""The overview (Tổng quan) of an open store: the next report, what is to be done for it, and how the plan stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.desk import Desk
from models.duties import ReportingPeriod
from models.evaluation import Verdict
from models.progress import DONE_STATES, TaskState
from models.register import Entry, register
from models.reports import Records, Report, TaskLine, task_lines
from models.section_counts import SectionCounts, indicators_by_section, tasks_by_section
from models.status import figures_told, in_work
from models.to_do import ToDo, row_to_dos, unsent
from models.trend import TrendPoint, trend


@dataclass(frozen=True, slots=True)
class Overview:
    """How a period stands on a day.

    `due` is the line of the register of the report in work on that day, None where none is owed. `figures` and
    `progress` count the rows that are told and those that are asked for. `is_new` tells that nothing was recorded yet.
    """

    period: ReportingPeriod
    due: Entry | None
    figures: tuple[int, int]
    progress: tuple[int, int]
    to_do: tuple[ToDo, ...]
    indicators: tuple[SectionCounts[Verdict], ...]
    tasks: tuple[SectionCounts[TaskState], ...]
    trend: tuple[TrendPoint, ...]
    is_new: bool


def overview(desk: Desk, period: ReportingPeriod, today: date) -> Overview:
    """Read how a period stands; the reports are those of the whole office, whatever the period."""
    report, records = desk.report(period), desk.records()
    due, entries = _reports(desk, today)
    now = _tasks_on(report, records, max(today, period.closing))
    return Overview(
        period=period,
        due=due,
        figures=figures_told(report.indicators),
        progress=_progress_told(report.tasks),
        to_do=(
            *row_to_dos(report, now, desk.warnings(report), today),
            *unsent(entries, today, due.period if due else None),
        ),
        indicators=indicators_by_section(report),
        tasks=tasks_by_section(report),
        trend=trend(desk, period, records.figures),
        is_new=not any(records.figures.values()) and not any(records.progress.values()),
    )


def _reports(desk: Desk, today: date) -> tuple[Entry | None, list[Entry]]:
    """Return the report in work, and the register of the years in which something may still be owed."""
    entries = [entry for year in range(today.year - 1, today.year + 2) for entry in register(desk, year, today)]
    first = in_work(desk.due(today), today)
    return next((entry for entry in entries if entry.period == first), None), entries


def _tasks_on(report: Report, records: Records, day: date) -> tuple[TaskLine, ...]:
    return task_lines(report.plan, replace(report.period, closing=day), records.progress, report.facts)


def _progress_told(tasks: Sequence[TaskLine]) -> tuple[int, int]:
    """Return of how many tasks the period says something, or nothing has to be said since they are done."""
    told = sum(line.in_period is not None or line.status.state in DONE_STATES for line in tasks)
    return told, len(tasks)
