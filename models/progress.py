"""The status of a task on a closing day: progress and timeliness, and what is left from an earlier stage.

A task is judged by its occurrence in force (models.occurrences). It is done when a record says so, or says 100 %, and
no later one takes it back; the day it was done is `done_on`, else the deliverable's date. Without either it was done in
time where the record itself closed by the deadline; else nobody knows, and nobody is called late.
A deliverable of an earlier year that is still in force serves an occurrence as if it had been made for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from models.actuals import Progress
from models.facts import NO_FACTS, Facts, Paper
from models.occurrences import Occurrence, earlier_occurrences, occurrence_in_force
from models.plans import TaskRow
from models.schedules import Stage, StageKind
from models.text import one_line
from models.timing import is_issued
from models.words import day, years


class TaskState(StrEnum):
    """The nine states of a task, the two where no time is set, and the one before its past was declared."""

    NOT_BEGUN = "not_begun"
    IN_TIME = "in_time"
    CONTINUOUS = "continuous"
    CONTINUOUS_NOT_BEGUN = "continuous_not_begun"
    WAITING = "waiting"
    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    DONE = "done"
    OVERDUE = "overdue"
    UNDER_WAY = "under_way"
    UNTIMED_NOT_BEGUN = "untimed_not_begun"
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
    TaskState.UNDER_WAY: "Đang thực hiện",
    TaskState.UNTIMED_NOT_BEGUN: "Chưa triển khai",
    TaskState.UNDECLARED: "Chưa khai báo",
}
DONE_STATES = frozenset({TaskState.DONE_IN_TIME, TaskState.DONE_LATE, TaskState.DONE})


def words(state: TaskState) -> str:
    """Return the words that a form prints."""
    return _WORDS[state]


@dataclass(frozen=True, slots=True)
class TaskStatus:
    """A task's status on a closing day.

    `deadline` is a day that was set, None for stages, continuous and conditional tasks. `record` is the last of
    the occurrence up to closing, `records` all of them. `debts` are earlier stages left unfinished, each once;
    `undeclared` are those that passed before the store began and of which nothing was said yet.
    """

    state: TaskState
    words: str
    occurrence: Occurrence | None
    deadline: date | None
    deadline_words: str
    record: Progress | None
    debts: tuple[Occurrence, ...] = ()
    records: tuple[Progress, ...] = ()
    undeclared: tuple[Occurrence, ...] = ()

    @property
    def lacks_day(self) -> bool:
        """Tell whether it is done without a day, recorded after its deadline: in time or late, nobody can say."""
        dated = self.occurrence is not None and self.occurrence.dated and not _is_year_round(self.occurrence.stage)
        return dated and self.state is TaskState.DONE


def status(
    row: TaskRow, stages: Sequence[Stage], records: Sequence[Progress], closing: date, facts: Facts = NO_FACTS
) -> TaskStatus:
    """Judge a task on a closing day by its records up to then, oldest first.

    `stages` are those of models.timing where facts were added. A deadline before the store began that no record speaks
    of is undeclared rather than late.
    """
    known = _by_occurrence(row, records, closing)
    papers = {
        one.occurrence: one.paper
        for one in facts.still_in_force
        if one.row_key == row.key and is_issued(one.paper, closing)
    }
    done = {name for name, own in known.items() if _finished(own) is not None} | set(papers)
    occurrence = occurrence_in_force(stages, closing, done)
    own = _own_records(known, occurrence, stages)
    if occurrence is not None and occurrence.id in papers and _finished(own) is None:
        own = [*own, _served_by(papers[occurrence.id], row, occurrence, own)]
    state = _state(occurrence, own, closing)
    if state is TaskState.OVERDUE and _is_undeclared(occurrence, own, facts.declared_from):
        state = TaskState.UNDECLARED
    owed = [debt for debt in earlier_occurrences(stages, closing, done) if debt.id not in done]
    unsaid = tuple(debt for debt in owed if _is_undeclared(debt, known.get(debt.id, ()), facts.declared_from))
    return TaskStatus(
        state=state,
        words=words(state),
        occurrence=occurrence,
        deadline=occurrence.due if occurrence and occurrence.dated else None,
        deadline_words=deadline_words(occurrence) if occurrence else "",
        record=own[-1] if own else None,
        debts=tuple(debt for debt in owed if debt not in unsaid),
        records=tuple(own),
        undeclared=unsaid,
    )


def _by_occurrence(row: TaskRow, records: Sequence[Progress], closing: date) -> dict[str, list[Progress]]:
    """Return the task's records up to a day by the occurrence that they name."""
    found: dict[str, list[Progress]] = {}
    for record in records:
        if record.row_key == row.key and record.as_of <= closing:
            found.setdefault(record.occurrence, []).append(record)
    return found


def _own_records(
    known: Mapping[str, Sequence[Progress]], occurrence: Occurrence | None, stages: Sequence[Stage]
) -> list[Progress]:
    """Return the records of the occurrence in force.

    With them go records of its days whose occurrence the task no longer has, since the officer has read its time
    otherwise in the meantime: nothing that was recorded gets lost.
    """
    if occurrence is None:
        return sorted((record for own in known.values() for record in own), key=lambda record: record.as_of)
    rounds = any(stage.kind is StageKind.YEARLY for stage in stages)
    names = {stage.id for stage in stages if stage.kind is not StageKind.YEARLY}
    strays = (
        record
        for name, own in known.items()
        if name not in names and not (rounds and name.isdecimal())
        for record in own
        if record.as_of >= occurrence.first_day
    )
    return sorted((*known.get(occurrence.id, ()), *strays), key=lambda record: record.as_of)


def _served_by(paper: Paper, row: TaskRow, occurrence: Occurrence, own: Sequence[Progress]) -> Progress:
    """Return the record of an occurrence that a deliverable still in force serves: done since its first day."""
    first = occurrence.first_day
    last = own[-1] if own else Progress(row.key, occurrence.id, first, first)
    return replace(
        last, done=True, done_on=first, deliverable_number=paper.number, deliverable_date=paper.day, percent=None
    )


def _is_undeclared(occurrence: Occurrence | None, own: Sequence[Progress], declared_from: date | None) -> bool:
    """Tell whether a deadline passed before the store's first record and nothing was said of it since."""
    if occurrence is None or occurrence.due is None or declared_from is None or own:
        return False
    return occurrence.due < declared_from


def _state(occurrence: Occurrence | None, own: Sequence[Progress], closing: date) -> TaskState:
    """Return the state of an occurrence by its own records; without a day there is nothing to be in time for."""
    kind = occurrence.stage.kind if occurrence else StageKind.UNDATED
    if kind is StageKind.CONTINUOUS:
        active = any(has_content(record) and record.as_of.year == closing.year for record in own)
        return TaskState.CONTINUOUS if active else TaskState.CONTINUOUS_NOT_BEGUN
    finished = _finished(own)
    if finished is not None:
        return _done_state(occurrence, finished)
    if occurrence is not None and _is_late(occurrence, closing):
        return TaskState.OVERDUE
    if kind is StageKind.CONDITION and occurrence is not None and occurrence.stage.true_since is None:
        return TaskState.WAITING
    begun = any(has_content(record) for record in own)
    if occurrence is None or occurrence.due is None:
        return TaskState.UNDER_WAY if begun else TaskState.UNTIMED_NOT_BEGUN
    if occurrence.due < closing:  # its year is over and nothing comes after it: the officer is asked how it ended
        return TaskState.UNDER_WAY if begun else TaskState.UNDECLARED
    return TaskState.IN_TIME if begun else TaskState.NOT_BEGUN


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
    done_on = finished.done_on or finished.deliverable_date
    if (done_on or finished.as_of) <= occurrence.due:
        return TaskState.DONE_IN_TIME
    return TaskState.DONE if done_on is None or _is_year_round(occurrence.stage) else TaskState.DONE_LATE


def _is_late(occurrence: Occurrence, closing: date) -> bool:
    """Tell whether the day or the stage's years have passed; what is due within a year is never late by itself."""
    return occurrence.due is not None and occurrence.due < closing and not _is_year_round(occurrence.stage)


def _is_year_round(stage: Stage) -> bool:
    """Tell whether a stage is due some time within a year, no day being printed or set."""
    if stage.extended is not None:
        return False
    return stage.kind is StageKind.UNDATED or (stage.kind is StageKind.YEARLY and stage.month is None)


def deadline_words(occurrence: Occurrence) -> str:
    """Return the time as an officer writes it in a report: 'Tháng 9/2026', 'Năm 2026', 'Giai đoạn 2026 - 2030'.

    A deadline that was put off stands beside the printed one; a task without a time has none.
    """
    extended = occurrence.stage.extended
    put_off = f", gia hạn đến {day(extended)}" if extended else ""
    return _printed_time(occurrence) + put_off


def _printed_time(occurrence: Occurrence) -> str:
    stage = occurrence.stage
    if stage.kind is StageKind.YEARLY:
        return f"Năm {occurrence.id}" if stage.month is None else f"Tháng {stage.month}/{occurrence.id}"
    if stage.kind is StageKind.STAGE and stage.first_year is not None and stage.last_year is not None:
        return years(stage.first_year, stage.last_year)
    if stage.kind is StageKind.CONTINUOUS:
        return "Thường xuyên"
    if stage.brought is not None:
        return day(stage.brought)
    printed = one_line(stage.printed)
    if re.fullmatch(r"20\d\d", printed):
        return f"Năm {printed}"
    return f"Tháng {printed}" if re.fullmatch(r"\d\d?/20\d\d", printed) else printed


def debt_words(debt: Occurrence) -> str:
    """Return how a report names an unfinished earlier stage: 'tồn từ năm 2025', 'tồn từ giai đoạn 2026 - 2030'."""
    last = debt.due or debt.first_day
    first = last if debt.dated else debt.first_day
    return f"tồn từ {years(first.year, last.year).lower()}"
