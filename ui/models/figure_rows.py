"""The rows of the page where a period is filled in: every indicator once, every task, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from models.plans import IndicatorRow, Plan
from models.reports import IndicatorLine, Report, TaskLine
from ui.models.line_table import Heading, Line
from ui.models.plan_rows import Rows, as_shown, bullets_of, under_headings, with_lines_only
from ui.models.verdicts import BEHIND

if TYPE_CHECKING:
    from models.checks import Warning

L = TypeVar("L")
_LONGEST_NAME = 30
OUTSIDE_PLAN = Heading("ngoai-ke-hoach", "", "Nhiệm vụ phát sinh ngoài Kế hoạch")


def remarked(rows: Rows[L], warnings: Iterable[Warning]) -> Rows[L]:
    """Return the rows with what does not fit in each of them beneath it."""
    words: dict[str, list[str]] = {}
    for warning in warnings:
        words.setdefault(warning.row_key, []).append(f"{BEHIND} {_without_name(warning.sentence)}")
    return [
        replace(row, remark="\n".join(words[row.key])) if isinstance(row, Line) and row.key in words else row
        for row in rows
    ]


def _without_name(sentence: str) -> str:
    """Return a warning without the name of the row beneath which it stands."""
    name, colon, rest = sentence.partition(": ")
    if not colon or not name.startswith(("Chỉ tiêu ", "Nhiệm vụ ")) or len(name) > _LONGEST_NAME:
        return sentence
    return f"{rest[0].upper()}{rest[1:]}"


def figure_rows(report: Report) -> Rows[IndicatorLine]:
    """Return the indicators of a report: one that the plan prints at several milestones stands at the one in force."""
    plan = report.plan
    lines = {line.row.key: line for line in report.indicators}
    if any(row.same_as for row in plan.indicator_rows):
        return _by_milestone(plan, lines)
    bullets = bullets_of(plan)

    def content(row: IndicatorRow) -> IndicatorLine:
        line, shown = lines[row.key], as_shown(row, bullets)
        return line if shown == row else replace(line, row=replace(line.row, number=shown.number, name=shown.name))

    return under_headings(plan.indicator_rows, content, bullets)


def _by_milestone(plan: Plan, lines: dict[str, IndicatorLine]) -> Rows[IndicatorLine]:
    """Return each indicator at one of its printed rows, under that row's headings."""
    places = dict(_places(plan, lines))
    rows = [row for row in plan.indicator_rows if row.kind != "indicator" or row.key in places]
    found = under_headings(rows, lambda row: places[row.key])
    named: Rows[IndicatorLine] = [
        Line(row.content.row.key, row.content) if isinstance(row, Line) else row for row in found
    ]
    return with_lines_only(named)


def _places(plan: Plan, lines: dict[str, IndicatorLine]) -> Iterator[tuple[str, IndicatorLine]]:
    """Yield the key of the printed row at which each indicator stands, and its line with that row's number."""
    for key, line in lines.items():
        printed = [row for row in plan.printed_indicators() if (row.same_as or row.key) == key]
        year = line.evaluation.milestone
        coming = [row for row in printed if year is None or max(row.targets) >= year]
        row = coming[0] if coming else printed[-1]
        yield row.key, replace(line, row=replace(line.row, number=row.number, name=row.name))


def progress_rows(report: Report) -> Rows[TaskLine]:
    """Return the tasks of a report, those outside the plan last."""
    lines = {line.row.key: line for line in report.tasks}
    rows = under_headings(report.plan.task_rows, lambda row: lines[row.key])
    extra: Rows[TaskLine] = [Line(line.row.key, line) for line in report.tasks if line.extra]
    return [*rows, OUTSIDE_PLAN, *extra] if extra else rows


def assignment_rows(report: Report) -> Rows[TaskLine]:
    """Return the rows of the plan's table of assignments."""
    return [Line(line.row.key, line) for line in report.assignments]
