"""What the pages of indicators and tasks show, read on the lane: frozen, ready to be filtered and sorted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from models.reports import Report
from models.text import sort_key
from ui.models.line_table import Line
from ui.models.plan_rows import Rows
from ui.models.row_columns import RowColumn
from ui.models.row_depths import section_names
from ui.models.row_filters import NO_UNIT, Facets, present

if TYPE_CHECKING:
    from models.desk import Desk


@dataclass(frozen=True, slots=True)
class RowsRead:
    """The rows of a report, what each can be found by, and what there is to choose from; `drawn` is by row."""

    report: Report
    rows: Rows[Any]
    facets: Mapping[str, Facets]
    drawn: Mapping[str, Any] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    units: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


def read_indicators(report: Report, desk: Desk) -> RowsRead:
    """Read the indicators of a report with their last figures."""
    from models.recent import recent_figures
    from ui.models.indicator_view import INDICATOR_VIEW, STATES, indicator_facets, indicator_lines, milestones_of

    recent = recent_figures(report.plan, report.period, desk.records().figures, report.facts)
    rows = indicator_lines(report, recent)
    return _read(report, rows, indicator_facets(report), recent, (STATES, milestones_of(report)), INDICATOR_VIEW)


def read_tasks(report: Report, desk: Desk) -> RowsRead:
    """Read the tasks of a report with the months of the period's year."""
    from models.year_strip import year_strips
    from ui.models.task_view import DUES, STATES, TASK_VIEW, task_facets, task_lines

    period = report.period
    tasks = (line.row for line in report.tasks)
    strips = year_strips(report.plan, tasks, period.span.year, period.closing, report.facts)
    rows = task_lines(report, strips)
    return _read(report, rows, task_facets(report, strips), strips, (STATES, DUES), TASK_VIEW)


def _read(
    report: Report,
    rows: Rows[Any],
    facets: Mapping[str, Facets],
    drawn: Mapping[str, Any],
    order: tuple[Sequence[str], Sequence[str]],
    columns: Iterable[RowColumn[Any]],
) -> RowsRead:
    states, marks = order
    _warm(rows, columns)
    found = facets.values()
    return RowsRead(
        report=report,
        rows=rows,
        facets=facets,
        drawn=drawn,
        sections=section_names(rows),
        units=_units(found),
        states=present((one.state for one in found), states),
        marks=present((mark for one in found for mark in one.marks), marks),
    )


def _units(facets: Iterable[Facets]) -> tuple[str, ...]:
    """Return the units that lead rows in Vietnamese order, last what nobody leads."""
    named = {unit for one in facets for unit in one.units}
    without = (NO_UNIT,) if any(not one.units for one in facets) else ()
    return (*sorted(named, key=sort_key), *without)


def _warm(rows: Rows[Any], columns: Iterable[RowColumn[Any]]) -> None:
    """Place every text in Vietnamese order once, so that a click on a head need not."""
    orders = [column.order for column in columns if column.order is not None]
    for row in rows:
        if isinstance(row, Line):
            for order in orders:
                order(row.content)
