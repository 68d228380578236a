"""What one line of figures makes of a record: the new record from the old one; blank cells touch nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from models.actuals import Actual, FigureState, Progress
from models.duties import ReportingPeriod
from models.facts import NO_FACTS, Facts
from models.figure_lines import FigureLine
from models.plans import IndicatorRow, Plan, TaskRow
from models.progress import status
from models.timing import NO_OCCURRENCE, timing

_WORDS = ("difficulty", "proposal", "note")
_PROGRESS_FIELDS = (
    "percent",
    "done",
    "done_on",
    "deliverable_number",
    "deliverable_date",
    "text",
    *_WORDS,
    "next_step",
)


def figure_after(line: FigureLine, row: IndicatorRow, period: ReportingPeriod, old: Actual | None) -> Actual | None:
    """Return the indicator's record of the period after a line; None when the line erases it."""
    if line.state == "erase":
        return None
    record = old or Actual(row.key, period.start, period.closing)
    record = replace(record, **_given(line, _WORDS))
    if line.state is not None:
        return replace(_without_figure(record), state=line.state, estimate=False)
    if line.value is not None:
        record = replace(_without_figure(record), value=line.value, estimate=bool(line.estimate))
    elif line.numerator is not None:
        record = replace(
            _without_figure(record),
            numerator=line.numerator,
            denominator=line.denominator,
            estimate=bool(line.estimate),
        )
    elif line.text is not None:
        record = replace(_without_figure(record), text=line.text, reached=record.reached, estimate=False)
    if line.done is not None:
        record = replace(record, reached=line.done, state=FigureState.FIGURE)
    return record if line.estimate is None else replace(record, estimate=line.estimate)


def _without_figure(record: Actual) -> Actual:
    """Return the record with its words but no figure, since a figure is one of number, ratio, text and state."""
    return replace(
        record, value=None, numerator=None, denominator=None, text="", reached=None, state=FigureState.FIGURE
    )


def progress_after(
    line: FigureLine, occurrence: str, period: ReportingPeriod, old: Progress | None, key: str
) -> Progress | None:
    """Return the task's record of the period after a line; None when the line erases it."""
    if line.state == "erase":
        return None
    record = replace(old or Progress(key, occurrence, period.start, period.closing), **_given(line, _PROGRESS_FIELDS))
    if line.done is False:
        return replace(record, done_on=None)
    if line.done_on is not None:
        return replace(record, done=True)
    told = line.done is not None or line.deliverable_date is not None
    day = record.deliverable_date if record.done and told else None
    return record if day is None else replace(record, done_on=day)


_FIELDS_EMPTIED: Mapping[str, Mapping[str, Any]] = {
    "done": {"done": None, "done_on": None},
    "deliverable_date": {"deliverable_date": None, "done_on": None},
    "percent": {"percent": None},
    "estimate": {"estimate": False},
    "reached": {"reached": None},
}


def figure_without(record: Actual, field: str) -> Actual:
    """Return the indicator's record with one field emptied, or with no "figure"; what else it says stays."""
    if field == "figure":
        return replace(_without_figure(record), estimate=False)
    return replace(record, **_FIELDS_EMPTIED.get(field, {field: ""}))


def progress_without(record: Progress, field: str) -> Progress:
    """Return the task's record with one field emptied; what else it says stays."""
    return replace(record, **_FIELDS_EMPTIED.get(field, {field: ""}))


def _given(line: FigureLine, fields: Iterable[str]) -> dict[str, Any]:
    return {field: value for field in fields if (value := getattr(line, field)) is not None}


def occurrence_to_record(
    plan: Plan, row: TaskRow, records: Iterable[Progress], period: ReportingPeriod, facts: Facts = NO_FACTS
) -> str:
    """Return the occurrence that a period's record belongs to: the one in force by the records before it."""
    earlier = [record for record in records if record.as_of < period.closing]
    stages = timing(plan, row, period.closing, facts)
    in_force = status(row, stages, earlier, period.closing, facts).occurrence
    return in_force.id if in_force else NO_OCCURRENCE
