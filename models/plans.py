"""Plans as issued: the records of a plan, rows in printed order (reading and writing: models.plan_format)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

Direction = Literal["outgoing", "incoming", "inspection"]
Frequency = Literal["month", "quarter", "six_months", "nine_months", "year", "once"]
IndicatorKind = Literal["section", "group", "indicator"]
TaskKind = Literal["section", "group", "task"]
Measure = Literal["state", "within"]


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """The document that issued the plan; blank parts (a number left to be written by hand) are empty."""

    title: str
    number: str
    date: str
    signer: str
    position: str
    recipients: tuple[str, ...]
    legal_bases: tuple[str, ...]
    appendix_notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScheduleColumn:
    """A column of Phụ lục II that holds times; `first_year`..`last_year` is the span it is read as."""

    id: str
    title: str
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    """A printed column of an appendix: what it holds, its head, its width share."""

    field: str
    title: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The plan's own layout of an appendix; `source` says where in the text a plan without appendices has it."""

    kind: str
    title: str
    columns: tuple[LayoutColumn, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """A unit of the plan and the other spellings under which the plan names it."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DueRule:
    """`trước ngày D[/M]`: the last day to send is the day before; `month` None means each period's next such day."""

    day: int
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """A rule that reports are due: which, how often, when, to whom, prepared by whom."""

    id: str
    name: str
    direction: Direction
    frequency: Frequency
    calendar: str
    due: DueRule | None
    to: tuple[str, ...]
    by: str
    issuer: str
    as_printed: str


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A printed row of Phụ lục I; `targets` maps a milestone year to the words of the plan.

    A group is a heading, or a bullet of prose whose measurable parts are the rows below it. `same_as` names the
    row of an earlier milestone that follows the same indicator.
    """

    key: str
    kind: IndicatorKind
    number: str
    parent: str | None
    name: str
    unit: str = ""
    measure: Measure = "state"
    targets: Mapping[int, str] = field(default_factory=dict)
    lead: str = ""
    coordinating: str = ""
    note: str = ""
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A printed row of Phụ lục II; `schedule` maps a schedule column's id to the words of the plan.

    `since` is the first day of a task outside the plan (nhiệm vụ phát sinh): periods that closed before it never had
    it. Rows of the plan have none.
    """

    key: str
    kind: TaskKind
    number: str
    parent: str | None
    name: str
    lead: str = ""
    coordinating: str = ""
    deliverable: str = ""
    schedule: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """A row of Phú Thái's table of assignments."""

    name: str
    lead: str
    coordinating: str
    work: str
    responsibility: str
    time: str
    evaluation: str


@dataclass(frozen=True, slots=True)
class UnitDuty:
    """What the plan orders one unit to do, in the plan's words."""

    unit: str
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """An evident scan error of the text that was mended."""

    where: str
    printed: str
    used: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One issued plan of one commune, rows in printed order."""

    id: str
    commune: str
    province: str
    issuer: str
    document: PlanDocument
    milestones: tuple[int, ...]
    schedule_columns: tuple[ScheduleColumn, ...]
    layouts: Mapping[str, Layout]
    agencies: tuple[Agency, ...]
    duties: tuple[Duty, ...]
    indicator_rows: tuple[IndicatorRow, ...]
    task_rows: tuple[TaskRow, ...]
    assignment_rows: tuple[AssignmentRow, ...] = ()
    unit_duties: tuple[UnitDuty, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def indicators(self) -> tuple[IndicatorRow, ...]:
        """Return what can hold figures, in printed order: rows that are one indicator count once, with all targets."""
        printed = self.printed_indicators()
        targets: dict[str, dict[int, str]] = {}
        for row in printed:
            targets.setdefault(row.same_as or row.key, {}).update(row.targets)
        return tuple(_with_targets(row, targets[row.key]) for row in printed if row.same_as is None)

    def printed_indicators(self) -> tuple[IndicatorRow, ...]:
        """Return the rows that print an indicator, in printed order."""
        return tuple(row for row in self.indicator_rows if row.kind == "indicator")

    def tasks(self) -> tuple[TaskRow, ...]:
        """Return the rows that are tasks, in printed order."""
        return tuple(row for row in self.task_rows if row.kind == "task")

    def rows(self) -> tuple[IndicatorRow | TaskRow, ...]:
        """Return every row of both appendices, in printed order."""
        return (*self.indicator_rows, *self.task_rows)

    def duty(self, duty_id: str) -> Duty:
        """Return the duty of that id; KeyError when the plan has none."""
        for duty in self.duties:
            if duty.id == duty_id:
                return duty
        raise KeyError(duty_id)

    def labels(self) -> dict[str, str]:
        """Return how each row is cited: V.4, 12, or `gạch đầu dòng thứ 3, mục 7` where no number is printed."""
        return _labels(self.indicator_rows) | _labels(self.task_rows)

    def sections(self) -> dict[str, str | None]:
        """Return, for each row, the key of the section it stands in (a section's own key for itself)."""
        found: dict[str, str | None] = {}
        for row in self.rows():
            found[row.key] = row.key if row.kind == "section" else found.get(row.parent or "")
        return found


MARKS = {"-": "gạch đầu dòng thứ", "+": "dấu cộng thứ", "": "ý thứ"}
"""What stands before a row without a number, and how such a row is counted among its like."""


def _with_targets(row: IndicatorRow, targets: Mapping[int, str]) -> IndicatorRow:
    return row if targets == row.targets else replace(row, targets=targets)


def _labels(rows: Sequence[IndicatorRow | TaskRow]) -> dict[str, str]:
    """Cite the rows of one appendix; the section's number comes first where numbers begin anew in each section."""
    numbers = [row.number for row in rows if row.kind != "section" and row.number not in MARKS]
    anew = len(set(numbers)) < len(numbers)
    labels: dict[str, str] = {}
    section = ""
    counts: Counter[tuple[str | None, str]] = Counter()
    for row in rows:
        number = row.number.rstrip(".")
        if row.kind == "section":
            section = number
        if number in MARKS:
            counts[row.parent, number] += 1
            labels[row.key] = f"{MARKS[number]} {counts[row.parent, number]}{_within(labels.get(row.parent or ''))}"
        elif anew and row.kind != "section" and section and not number.startswith(f"{section}."):
            labels[row.key] = f"{section}.{number}"
        else:
            labels[row.key] = number
    return labels


def _within(parent: str | None) -> str:
    if not parent:
        return ""
    return f", mục {parent}" if parent[0].isdigit() or parent.isupper() else f", {parent}"
