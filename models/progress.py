"""The status of a task on a closing day: progress and timeliness, and what is left from an earlier stage.

A task is judged by its occurrence in force (models.schedules). It is done when a record says so, or says 100 %, and
no later one takes it back; the day it was done is `done_on`, else the deliverable's date, else the day of that record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from models.actuals import Progress
from models.plans import TaskRow
from models.schedules import Occurrence, Stage, StageKind, earlier_occurrences, occurrence_in_force
from models.text import one_line
from models.words import day, years


class TaskState(StrEnum):
    """The nine states of a task, and the one before its past was declared."""

    NOT_BEGUN = "not_begun"
    IN_TIME = "in_time"
    CONTINUOUS = "continuous"
    CONTINUOUS_NOT_BEGUN = "continuous_not_begun"
    WAITING = "waiting"
    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    DONE = "done"
    OVERDUE = "overdue"
    UNDECLARED = "undeclared"


_WORDS = {
    TaskState.NOT_BEGUN: "Chưa triển khai, chưa đến hạn",
    TaskState.IN_TIME: "Đang thực hiện, trong hạn",
    TaskState.CONTINUOUS: "Đang thực hiện thường xuyên",
    TaskState.CONTINUOUS_NOT_BEGUN: "Chưa triển khai (thường xuyên)",
    TaskState.WAITING: "Chờ văn bản cấp trên",
    TaskState.DONE_IN_TIME: "Hoàn thành đúng hạn",
    TaskState.DONE_LATE: "Hoàn thành quá hạn",
    TaskState.DONE: "Hoàn thành",
    TaskState.OVERDUE: "Quá hạn chưa hoàn thành",
    TaskState.UNDECLARED: "Chưa khai báo",
}
DONE_STATES = frozenset({TaskState.DONE_IN_TIME, TaskState.DONE_LATE, TaskState.DONE})

Conditions = Mapping[str, tuple[date, date | None]]
"""Occurrence id -> the day its condition came true and the deadline that it brought, if any."""


def words(state: TaskState) -> str:
    """Return the words that a form prints."""
    return _WORDS[state]


@dataclass(frozen=True, slots=True)
class TaskStatus:
    """A task's status on a closing day.

    `deadline` is a day that was set, None for stages, continuous and conditional tasks. `record` is the last of
    the occurrence up to closing, `records` all of them. `debts` are earlier stages left unfinished, each once.
    """

    state: TaskState
    words: str
    occurrence: Occurrence | None
    deadline: date | None
    deadline_words: str
    record: Progress | None
    debts: tuple[Occurrence, ...] = ()
    records: tuple[Progress, ...] = ()


def status(
    row: TaskRow,
    stages: Sequence[Stage],
    records: Sequence[Progress],
    closing: date,
    *,
    came_true: Conditions = MappingProxyType({}),
    declared_from: date | None = None,
) -> TaskStatus:
    """Judge a task on a closing day by its records up to then, oldest first.

    `came_true` holds the conditions that came true. A deadline before `declared_from` that no record speaks of is
    undeclared rather than late.
    """
    known = [record for record in records if record.row_key == row.key and record.as_of <= closing]
    by_occurrence: dict[str, list[Progress]] = {}
    for record in known:
        by_occurrence.setdefault(record.occurrence, []).append(record)
    done = {name for name, own in by_occurrence.items() if _finished(own) is not None}
    occurrence = occurrence_in_force(stages, closing, done)
    own = known if occurrence is None else by_occurrence.get(occurrence.id, [])
    true_since, deadline = came_true.get(occurrence.id, (None, None)) if occurrence else (None, None)
    waiting = true_since is None or true_since > closing
    if occurrence is not None and not waiting:
        occurrence = replace(occurrence, due=deadline, dated=deadline is not None)
    state = _state(occurrence, own, closing, waiting)
    if state is TaskState.OVERDUE and _is_undeclared(occurrence, own, declared_from):
        state = TaskState.UNDECLARED
    debts = tuple(
        debt
        for debt in earlier_occurrences(stages, closing, done)
        if debt.id not in done and not _is_undeclared(debt, by_occurrence.get(debt.id, ()), declared_from)
    )
    return TaskStatus(
        state=state,
        words=words(state),
        occurrence=occurrence,
        deadline=occurrence.due if occurrence and occurrence.dated else None,
        deadline_words=deadline_words(occurrence) if occurrence else "",
        record=own[-1] if own else None,
        debts=debts,
        records=tuple(own),
    )


def _is_undeclared(occurrence: Occurrence | None, own: Sequence[Progress], declared_from: date | None) -> bool:
    """Tell whether a deadline passed before the store's first record and nothing was said of it since."""
    if occurrence is None or occurrence.due is None or declared_from is None or own:
        return False
    return occurrence.due < declared_from


def _state(occurrence: Occurrence | None, own: Sequence[Progress], closing: date, waiting: bool) -> TaskState:
    """Return the state of an occurrence by its own records."""
    if occurrence is not None and occurrence.stage.kind is StageKind.CONTINUOUS:
        active = any(has_content(record) and record.as_of.year == closing.year for record in own)
        return TaskState.CONTINUOUS if active else TaskState.CONTINUOUS_NOT_BEGUN
    finished = _finished(own)
    if finished is not None:
        return _done_state(occurrence, finished)
    if occurrence is not None and _is_late(occurrence, closing):
        return TaskState.OVERDUE
    if occurrence is not None and occurrence.stage.kind is StageKind.CONDITION and waiting:
        return TaskState.WAITING
    return TaskState.IN_TIME if any(has_content(record) for record in own) else TaskState.NOT_BEGUN


def has_content(record: Progress) -> bool:
    """Tell whether a record says that something was done."""
    said = record.text or record.deliverable_number or record.deliverable_date or record.done or record.done_on
    return bool(said) or (record.percent is not None and record.percent > 0)


def _finished(own: Sequence[Progress]) -> Progress | None:
    """Return the record that says an occurrence is done: the first one since it was last said not to be."""
    finished: Progress | None = None
    for record in own:
        if record.done is False:
            finished = None
        elif finished is None and (record.done or (record.percent is not None and record.percent >= 100)):
            finished = record
    return finished


def _done_state(occurrence: Occurrence | None, finished: Progress) -> TaskState:
    """Return how a finished occurrence stands to its day; no day was set for stages and conditions."""
    if occurrence is None or occurrence.due is None or not occurrence.dated:
        return TaskState.DONE
    if (finished.done_on or finished.deliverable_date or finished.as_of) <= occurrence.due:
        return TaskState.DONE_IN_TIME
    return TaskState.DONE if _is_year_round(occurrence.stage) else TaskState.DONE_LATE


def _is_late(occurrence: Occurrence, closing: date) -> bool:
    """Tell whether the day or the stage's years have passed; a yearly round without a month is never late by itself."""
    return occurrence.due is not None and occurrence.due < closing and not _is_year_round(occurrence.stage)


def _is_year_round(stage: Stage) -> bool:
    """Tell whether a stage is due some time within each year."""
    return stage.kind is StageKind.YEARLY and stage.month is None


def deadline_words(occurrence: Occurrence) -> str:
    """Return the time as an officer writes it in a report: 'Tháng 9/2026', 'Năm 2026', 'Giai đoạn 2026 - 2030'."""
    stage = occurrence.stage
    if stage.kind is StageKind.YEARLY:
        return f"Năm {occurrence.id}" if stage.month is None else f"Tháng {stage.month}/{occurrence.id}"
    if stage.kind is StageKind.STAGE and stage.first_year is not None and stage.last_year is not None:
        return years(stage.first_year, stage.last_year)
    if stage.kind is StageKind.CONTINUOUS:
        return "Thường xuyên"
    if stage.kind is StageKind.CONDITION and occurrence.due is not None:
        return day(occurrence.due)
    printed = one_line(stage.printed)
    if re.fullmatch(r"20\d\d", printed):
        return f"Năm {printed}"
    return f"Tháng {printed}" if re.fullmatch(r"\d\d?/20\d\d", printed) else printed


def debt_words(debt: Occurrence) -> str:
    """Return how a report names an unfinished earlier stage: 'tồn từ năm 2025', 'tồn từ giai đoạn 2026 - 2030'."""
    last = debt.due or debt.first_day
    first = last if debt.dated else debt.first_day
    return f"tồn từ {years(first.year, last.year).lower()}"
