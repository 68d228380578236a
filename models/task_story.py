"""The story of a task: its times as printed and as understood, what was added to them, what was done in each period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.actuals import Progress
from models.declared_rows import labels_of
from models.desk import Desk
from models.facts import Facts
from models.numbers import format_number
from models.occurrences import Occurrence, occurrence
from models.plans import ScheduleColumn, TaskRow
from models.progress import TaskStatus, deadline_words, debt_words
from models.reports import Report, TaskLine
from models.row_history import ToldChange, row_history
from models.row_story import CellRead, Declared, Head, declared_of, section_of, span_namer
from models.schedules import Stage, StageKind, describe
from models.shown import day_text
from models.timing import timing


@dataclass(frozen=True, slots=True)
class ProgressTold:
    """What was recorded of a task in a period; `said` are its texts, each with its title."""

    start: date
    as_of: date
    period: str
    occurrence: str
    state: str
    deliverable: str
    said: tuple[tuple[str, str], ...]
    story: tuple[ToldChange, ...]

    @property
    def who(self) -> str:
        """Return who recorded it last."""
        return self.story[0].who if self.story else ""

    @property
    def when(self) -> str:
        """Return the day on which it was recorded last."""
        return f"{self.story[0].at:%d/%m/%Y}" if self.story else ""


@dataclass(frozen=True, slots=True)
class TaskStory:
    """All that is told of a task; `waits` and `can_extend` are occurrences with a condition, and with a day."""

    head: Head
    row: TaskRow
    status: TaskStatus
    deliverable: str
    debts: tuple[str, ...]
    times: tuple[CellRead, ...]
    records: tuple[ProgressTold, ...]
    declared: tuple[Declared, ...]
    history: tuple[ToldChange, ...]
    waits: tuple[str, ...] = ()
    can_extend: tuple[str, ...] = ()
    can_declare: bool = True
    can_read: bool = True


def task_story(desk: Desk, report: Report, line: TaskLine) -> TaskStory:
    """Tell of a task, seen from the report of a period."""
    row, facts, closing = line.row, report.facts, report.period.closing
    stages = timing(desk.plan, row, closing, facts)
    past = row_history(desk.store, row)
    records = desk.records().progress.get(row.key, ())
    named = span_namer(desk, [(one.start, one.as_of) for one in records])
    told = (_progress(one, named(one.start, one.as_of), past.of(one.start, one.as_of)) for one in records)
    owed = (*line.status.debts, *line.status.undeclared)
    return TaskStory(
        head=_head(desk, facts, line),
        row=row,
        status=line.status,
        deliverable=row.deliverable,
        debts=tuple(f"{debt_words(one)} ({_when(one)})" for one in owed),
        times=tuple(_times(desk.plan.schedule_columns, row, facts, stages)),
        records=tuple(told)[::-1],
        declared=declared_of(desk, facts, row.key),
        history=past.changes,
        waits=tuple(_waits(stages, closing)),
        can_extend=tuple(_can_extend(stages, closing)),
        can_declare=line not in report.assignments,
        can_read=line not in report.assignments and not line.extra,
    )


def _head(desk: Desk, facts: Facts, line: TaskLine) -> Head:
    row = line.row
    label = labels_of(desk.plan, facts).get(row.key, line.label)
    lead = row.lead or (f"{line.lead} (do cơ quan phân công)" if line.lead else "")
    return Head(row.key, "Nhiệm vụ", label, row.name, section_of(desk, row.key), "", lead, row.coordinating, row.note)


def _times(
    columns: tuple[ScheduleColumn, ...], row: TaskRow, facts: Facts, stages: tuple[Stage, ...]
) -> Iterator[CellRead]:
    readings = {one.column: one for one in facts.readings if one.row_key == row.key}
    for column in columns:
        printed = row.schedule.get(column.id, "")
        own = [stage for stage in stages if stage.column == column.id]
        if printed.strip():
            understood = "; ".join(describe(stage) for stage in own)
            note = "; ".join(words for stage in own for words in _since(stage))
            yield CellRead(column.id, column.title, printed, understood, readings.get(column.id), note)


def _since(stage: Stage) -> Iterator[str]:
    """Yield what came after the plan was printed: a condition come true, a deadline brought or put off."""
    if stage.true_since:
        brought = f", hạn {day_text(stage.brought)}" if stage.brought else ""
        yield f"điều kiện đã có từ {day_text(stage.true_since)}{brought}"
    if stage.extended:
        yield f"gia hạn đến {day_text(stage.extended)}"


def _waits(stages: tuple[Stage, ...], on: date) -> Iterator[str]:
    """Yield the occurrences that wait for a condition."""
    for stage in stages:
        if stage.kind is StageKind.CONDITION:
            yield occurrence(stage, on.year).id


def _can_extend(stages: tuple[Stage, ...], on: date) -> Iterator[str]:
    """Yield the occurrences that have a day to be put off."""
    for stage in stages:
        found = occurrence(stage, on.year)
        if found.due is not None and stage.kind not in (StageKind.NOTED, StageKind.UNDATED):
            yield found.id


def _when(found: Occurrence) -> str:
    due = f", hạn {day_text(found.due)}" if found.due else ""
    return f"{deadline_words(found)}{due}"


def _progress(one: Progress, period: str, story: tuple[ToldChange, ...]) -> ProgressTold:
    texts = (
        ("Kết quả", one.text),
        ("Khó khăn", one.difficulty),
        ("Đề xuất", one.proposal),
        ("Việc tiếp theo", one.next_step),
        ("Ghi chú", one.note),
    )
    said = tuple((title, words) for title, words in texts if words)
    state = "; ".join(_state(one))
    return ProgressTold(one.start, one.as_of, period, one.occurrence, state, _deliverable(one), said, story)


def _state(one: Progress) -> Iterator[str]:
    if one.percent is not None:
        yield f"{format_number(one.percent)}%"
    if one.done is not None:
        day = f" ngày {day_text(one.done_on)}" if one.done and one.done_on else ""
        yield f"đã hoàn thành{day}" if one.done else "chưa hoàn thành"


def _deliverable(one: Progress) -> str:
    day = f"ngày {day_text(one.deliverable_date)}" if one.deliverable_date else ""
    return " ".join(part for part in (one.deliverable_number, day) if part)
