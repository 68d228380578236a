"""A task's year month by month: when something is due, and in which months it is under way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from models.facts import NO_FACTS, Facts
from models.facts_by_row import FactsByRow
from models.occurrences import occurrence
from models.plans import Plan, TaskRow
from models.schedules import Stage, StageKind
from models.timing import timing

MONTHS = 12


class Mark(StrEnum):
    """What a month holds for a task."""

    NONE = "none"
    UNDER_WAY = "under_way"
    DUE = "due"


YearStrip = tuple[Mark, ...]
"""The twelve months of a year."""
NOTHING: YearStrip = (Mark.NONE,) * MONTHS


def year_strips(
    plan: Plan, rows: Iterable[TaskRow], year: int, on: date, facts: Facts = NO_FACTS
) -> Mapping[str, YearStrip]:
    """Return the strip of every task for a year, by what is known of its times on a day."""
    by_row = FactsByRow(facts)
    return {row.key: year_strip(timing(plan, row, on, by_row.of(row.key)), year) for row in rows}


def year_strip(stages: Sequence[Stage], year: int) -> YearStrip:
    """Return what each month of a year holds: a deadline stands in its month, a stage in all of them."""
    due = {_month_due(stage, year) for stage in stages}
    spans = any(stage.kind in _SPANS and stage.covers(year) for stage in stages)
    return tuple(Mark.DUE if month in due else Mark.UNDER_WAY if spans else Mark.NONE for month in range(1, MONTHS + 1))


_SPANS = (StageKind.STAGE, StageKind.CONTINUOUS, StageKind.UNDATED)


def _month_due(stage: Stage, year: int) -> int | None:
    """Return the month of a year in which a stage ends, None where it does not end in it."""
    if stage.kind is StageKind.NOTED or (stage.kind is StageKind.YEARLY and not stage.covers(year)):
        return None
    due = occurrence(stage, year).due
    return due.month if due is not None and due.year == year else None


def due_months(strip: YearStrip) -> tuple[int, ...]:
    """Return the months in which something is due."""
    return tuple(month for month, mark in enumerate(strip, start=1) if mark is Mark.DUE)


def strip_words(strip: YearStrip, year: int) -> str:
    """Say what a strip shows."""
    months = due_months(strip)
    due = f"đến hạn tháng {', '.join(map(str, months))}/{year}" if months else ""
    under_way = f"thực hiện trong năm {year}" if Mark.UNDER_WAY in strip else ""
    said = "; ".join(part for part in (under_way, due) if part) or f"không có hạn trong năm {year}"
    return f"{said[0].upper()}{said[1:]}"
