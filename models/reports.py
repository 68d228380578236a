"""The frozen snapshot a report is laid out from: every row with its figures, verdict and status on the closing day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from models.actuals import Actual, FigureTable, Progress, ProgressTable, cumulative, figure_for
from models.calendars import year_start
from models.duties import ReportingPeriod, period_before
from models.evaluation import Evaluation, evaluate
from models.office import Office
from models.plans import IndicatorRow, Plan, TaskRow
from models.progress import TaskStatus, status
from models.schedules import stages
from models.targets import unit_of

WORD_SECTIONS = ("I", "III", "IV", "V")
"""The headings of the outline whose paragraphs the officer writes; II writes itself from the data."""


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator in a report: this period's figure, the one before, the year's running total, the verdict."""

    row: IndicatorRow
    label: str
    evaluation: Evaluation
    current: Actual | None
    previous: Actual | None
    running: Fraction | None

    @property
    def amount(self) -> Fraction | None:
        """Return this period's figure as an exact number, None where there is none."""
        return self.current.amount(unit_of(self.row)) if self.current else None

    @property
    def amount_before(self) -> Fraction | None:
        """Return the figure of the period before, None where there is none."""
        return self.previous.amount(unit_of(self.row)) if self.previous else None


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task in a report: its status on the closing day and what was recorded within the period.

    `debt_record` is the last word on the oldest stage that was left unfinished.
    """

    row: TaskRow
    label: str
    status: TaskStatus
    in_period: Progress | None
    debt_record: Progress | None = None


@dataclass(frozen=True, slots=True)
class Signing:
    """Number, day and signer of a report; empty until it is issued, so that they can be written by hand."""

    number: str = ""
    day: date | None = None
    signer: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report of one period says, before any layout."""

    plan: Plan
    period: ReportingPeriod
    office: Office
    indicators: tuple[IndicatorLine, ...]
    tasks: tuple[TaskLine, ...]
    words: Mapping[str, str]
    signing: Signing = field(default_factory=Signing)
    sample: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Records:
    """What the store holds for a plan, read at one moment."""

    figures: FigureTable
    progress: ProgressTable


def build_report(
    plan: Plan,
    period: ReportingPeriod,
    records: Records,
    office: Office,
    words: Mapping[str, str],
    *,
    signing: Signing | None = None,
    sample: bool = False,
    draft: bool = False,
) -> Report:
    """Judge every row of the plan on the period's closing day."""
    return Report(
        plan=plan,
        period=period,
        office=office,
        indicators=indicator_lines(plan, period, records.figures),
        tasks=task_lines(plan, period, records.progress),
        words=words,
        signing=signing or Signing(),
        sample=sample,
        draft=draft,
    )


def indicator_lines(plan: Plan, period: ReportingPeriod, figures: FigureTable) -> tuple[IndicatorLine, ...]:
    """Return every indicator with its figures and verdict, in printed order."""
    labels = plan.labels()
    before = period_before(period)
    first_day = year_start(period.span, period.calendar)
    lines = []
    for row in plan.indicators():
        own: Sequence[Actual] = figures.get(row.key, ())
        lines.append(
            IndicatorLine(
                row=row,
                label=labels[row.key],
                evaluation=evaluate(row, own, period.start, period.closing, plan.milestones, first_day),
                current=figure_for(row, own, period.start, period.closing),
                previous=figure_for(row, own, before.start, before.closing),
                running=cumulative(row, own, first_day, period.closing),
            )
        )
    return tuple(lines)


def task_lines(plan: Plan, period: ReportingPeriod, progress: ProgressTable) -> tuple[TaskLine, ...]:
    """Return every task with its status, in printed order."""
    labels = plan.labels()
    lines = []
    for row in plan.tasks():
        own: Sequence[Progress] = progress.get(row.key, ())
        state = status(row, stages(row, plan.schedule_columns), own, period.closing)
        within = [record for record in own if period.start <= record.start and record.as_of <= period.closing]
        debt = state.debts[0].id if state.debts else None
        owed = [record for record in own if record.occurrence == debt and record.as_of <= period.closing]
        lines.append(TaskLine(row, labels[row.key], state, within[-1] if within else None, owed[-1] if owed else None))
    return tuple(lines)
