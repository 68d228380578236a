"""Every row of a plan with what it prints and what is understood of it: by the app, or as the officer set it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.declared_rows import DeclaredRows
from models.facts import Facts
from models.facts_by_row import FactsByRow
from models.occurrences import occurrence
from models.plans import IndicatorRow, Plan, ScheduleColumn, TaskRow
from models.schedules import Stage, StageKind, parse_stage
from models.schedules import describe as describe_stage
from models.targets import Comparison, parse_target
from models.targets import describe as describe_target
from models.timing import timing

MEASURE_WORDS: Mapping[str, str] = {"state": "tại thời điểm", "within": "trong kỳ"}


@dataclass(frozen=True, slots=True)
class CellReading:
    """A printed target or time: `column` is its year or its column's id, `title` how the officer calls it."""

    column: str
    title: str
    printed: str
    understood: str
    is_unknown: bool = False
    set_by_officer: bool = False


@dataclass(frozen=True, slots=True)
class RowReading:
    """A row with its cells; `no_basis` is why it cannot be judged yet, `waiting` are occurrences with a condition."""

    row: IndicatorRow | TaskRow
    name: str
    cells: tuple[CellReading, ...]
    no_basis: str = ""
    lead: str = ""
    occurrences: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()

    @property
    def is_unknown(self) -> bool:
        """Tell whether something of the row is not understood."""
        return any(cell.is_unknown for cell in self.cells)

    @property
    def set_by_officer(self) -> bool:
        """Tell whether the officer set how a part of the row is understood."""
        return bool(self.no_basis) or any(cell.set_by_officer for cell in self.cells)


def row_readings(plan: Plan, facts: Facts, on: date) -> tuple[RowReading, ...]:
    """Return the indicators and tasks of a plan as they are understood, in printed order."""
    rows, by_row = DeclaredRows(plan, facts), FactsByRow(facts)
    found: list[RowReading] = []
    for indicator in plan.indicators():
        own = by_row.of(indicator.key)
        cells = tuple(_targets(indicator, _set(own)))
        why = own.no_basis[0].why if own.no_basis else ""
        lead = facts.leads.get(indicator.key, "")
        found.append(RowReading(indicator, rows.named(indicator.key), cells, why, lead))
    for task in plan.tasks():
        own = by_row.of(task.key)
        cells = tuple(_times(task, plan.schedule_columns, _set(own)))
        stages = [one for one in timing(plan, task, on, own) if one.kind is not StageKind.NOTED]
        names = tuple(dict.fromkeys(occurrence(one, on.year).id for one in stages))
        waiting = tuple(one.id for one in stages if one.kind is StageKind.CONDITION)
        lead = facts.leads.get(task.key, "")
        found.append(RowReading(task, rows.named(task.key), cells, "", lead, names, waiting))
    return tuple(found)


def _set(own: Facts) -> Mapping[str, str]:
    return {reading.column: reading.understood for reading in own.readings}


def _targets(row: IndicatorRow, readings: Mapping[str, str]) -> Iterator[CellReading]:
    for year, printed in row.targets.items():
        column = str(year)
        target = parse_target(readings.get(column, printed), row.name, row.unit)
        unknown = target.comparison is Comparison.UNKNOWN
        yield CellReading(column, f"Mốc {year}", printed, describe_target(target), unknown, column in readings)


def _times(row: TaskRow, columns: Sequence[ScheduleColumn], readings: Mapping[str, str]) -> Iterator[CellReading]:
    for column in columns:
        printed = row.schedule.get(column.id, "")
        if printed:
            read = parse_stage(readings.get(column.id, printed), column)
            words = "; ".join(describe_stage(stage) for stage in read)
            yield CellReading(column.id, column.title, printed, words, _is_unknown(read), column.id in readings)


def _is_unknown(stages: Sequence[Stage]) -> bool:
    return not stages or any(stage.kind is StageKind.UNKNOWN for stage in stages)
