"""The tasks of a period as the page Nhiệm vụ shows them: what is due when, how far they are, what they produced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from models.duties import ReportingPeriod
from models.numbers import format_number
from models.progress import TaskState, words
from models.reports import Report, TaskLine
from models.shown import day_text
from models.text import SortKey
from models.units import units_in
from models.year_strip import NOTHING, YearStrip, due_months, strip_words
from ui.models.figure_columns import NAME_LINES
from ui.models.figure_rows import progress_rows
from ui.models.line_table import Line
from ui.models.plan_rows import Rows
from ui.models.row_basics import lead, lead_of, lead_order, lead_tip, name, name_order, number, place
from ui.models.row_columns import RowColumn, in_order
from ui.models.row_depths import depths, sections_of
from ui.models.row_filters import Facets, search_words
from ui.models.verdicts import state_shape, status_colour, status_text

_ORDER = (
    TaskState.OVERDUE,
    TaskState.UNDECLARED,
    TaskState.IN_TIME,
    TaskState.UNDER_WAY,
    TaskState.CONTINUOUS,
    TaskState.NOT_BEGUN,
    TaskState.UNTIMED_NOT_BEGUN,
    TaskState.CONTINUOUS_NOT_BEGUN,
    TaskState.WAITING,
    TaskState.DONE_LATE,
    TaskState.DONE_IN_TIME,
    TaskState.DONE,
)
STATES = tuple(f"{state_shape(state)} {words(state)}" for state in _ORDER)
"""The states that rows are filtered and grouped by, what needs care first."""
DUE_NOW, DUE_IN_QUARTER, DUE_IN_YEAR = "Đến hạn trong tháng", "Đến hạn trong quý", "Đến hạn trong năm"
DUES = (DUE_NOW, DUE_IN_QUARTER, DUE_IN_YEAR)
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class ShownTask:
    """A task of a period, its place in print, how deep it stands under other tasks, and the months of the year."""

    line: TaskLine
    place: int = 0
    depth: int = 0
    year: int = 0
    month: int = 0
    strip: YearStrip = NOTHING


def task_lines(report: Report, strips: Mapping[str, YearStrip]) -> Rows[ShownTask]:
    """Return the tasks of a report under their headings, those outside the plan last."""
    deep = depths(report.plan.task_rows)
    year, month = report.period.span.year, report.period.closing.month
    return [
        Line(row.key, ShownTask(row.content, place, deep.get(row.key, 0), year, month, strips.get(row.key, NOTHING)))
        if isinstance(row, Line)
        else row
        for place, row in enumerate(progress_rows(report))
    ]


def task_facets(report: Report, strips: Mapping[str, YearStrip]) -> dict[str, Facets]:
    """Return what each task of a report can be found by."""
    sections = sections_of(progress_rows(report))
    return {
        line.row.key: Facets(
            words=search_words(_searched(line)),
            section=sections[line.row.key],
            units=units_in(report.plan, lead_of(line)),
            state=f"{state_shape(line.status.state)} {words(line.status.state)}",
            marks=_dues(strips.get(line.row.key, NOTHING), report.period),
        )
        for line in report.tasks
    }


def _searched(line: TaskLine) -> tuple[str, ...]:
    return (
        line.row.number,
        line.label,
        line.row.name,
        lead_of(line),
        line.row.deliverable,
        *(record.deliverable_number for record in line.status.records),
    )


def _dues(strip: YearStrip, period: ReportingPeriod) -> frozenset[str]:
    months, month = due_months(strip), period.closing.month
    in_quarter = any((own - 1) // 3 == (month - 1) // 3 for own in months)
    found = ((DUE_NOW, month in months), (DUE_IN_QUARTER, in_quarter), (DUE_IN_YEAR, bool(months)))
    return frozenset(words for words, holds in found if holds)


def _product(shown: ShownTask) -> str:
    """Return the document that was made with its day; while there is none, what the plan asks for."""
    made = _made(shown)
    return made or _cut(shown.line.row.deliverable)


def _made(shown: ShownTask) -> str:
    for record in reversed(shown.line.status.records):
        if record.deliverable_number or record.deliverable_date:
            day = f"ngày {day_text(record.deliverable_date)}" if record.deliverable_date else ""
            return " ".join(part for part in (record.deliverable_number, day) if part)
    return ""


def _product_tip(shown: ShownTask) -> str:
    asked = shown.line.row.deliverable
    return "\n".join(part for part in (f"Sản phẩm theo Kế hoạch: {asked}" if asked else "", _made(shown)) if part)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _deadline(shown: ShownTask) -> str:
    return shown.line.status.deadline_words


def _deadline_order(shown: ShownTask) -> int | None:
    day = shown.line.status.deadline
    return None if day is None else day.toordinal()


def _progress(shown: ShownTask) -> str:
    """Return the percentage and the words of the last record of the occurrence."""
    record = shown.line.in_period or shown.line.status.record
    if record is None:
        return ""
    percent = "" if record.percent is None else f"{format_number(record.percent)}%"
    return ": ".join(part for part in (percent, _cut(record.text)) if part)


def _progress_tip(shown: ShownTask) -> str:
    record = shown.line.in_period or shown.line.status.record
    return record.text if record is not None and len(record.text) > _LONGEST else ""


def _progress_order(shown: ShownTask) -> Fraction | None:
    record = shown.line.in_period or shown.line.status.record
    return None if record is None or record.percent is None else Fraction(record.percent)


def _state(shown: ShownTask) -> str:
    return status_text(shown.line.status)


def _state_colour(shown: ShownTask) -> str:
    return status_colour(shown.line.status)


def _state_order(shown: ShownTask) -> int:
    return _ORDER.index(shown.line.status.state)


def _year(shown: ShownTask) -> str:
    return strip_words(shown.strip, shown.year)


def _year_order(shown: ShownTask) -> int | None:
    """Return the month that is due next, those past after them."""
    months = due_months(shown.strip)
    coming = [month for month in months if month >= shown.month]
    return min(coming) if coming else 12 + min(months) if months else None


def _product_order(shown: ShownTask) -> SortKey | None:
    return in_order(_product(shown))


TASK_VIEW: tuple[RowColumn[ShownTask], ...] = (
    RowColumn("TT", number, width=5, align="center", id="number", order=place),
    RowColumn(
        "Nhiệm vụ",
        name,
        width=26,
        stretch=3,
        tip=name,
        lines=NAME_LINES,
        id="name",
        order=name_order,
    ),
    RowColumn("Cơ quan chủ trì", lead, width=13, stretch=1, tip=lead_tip, id="lead", order=lead_order, spare=4),
    RowColumn(
        "Sản phẩm",
        _product,
        width=14,
        stretch=1,
        tip=_product_tip,
        lines=NAME_LINES,
        id="deliverable",
        order=_product_order,
        spare=5,
    ),
    RowColumn("Thời hạn", _deadline, width=11, align="center", id="deadline", order=_deadline_order, spare=1),
    RowColumn("Đánh giá", _state, width=16, colour=_state_colour, id="state", order=_state_order),
    RowColumn(
        "Tiến độ",
        _progress,
        width=13,
        stretch=1,
        tip=_progress_tip,
        lines=NAME_LINES,
        id="progress",
        order=_progress_order,
        spare=2,
    ),
    RowColumn("Trong năm", width=13, tip=_year, id="year", drawn="year", order=_year_order, spare=3),
)
