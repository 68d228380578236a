"""The frozen snapshot a report is laid out from: every row with its figures, verdict and status on the closing day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from models.actuals import Actual, FigureTable, Progress, ProgressTable, cumulative, figure_for
from models.assignments import assignment_tasks
from models.comparisons import period_compared, span_a_year_before, span_before
from models.duties import ReportingPeriod, first_day_of_year
from models.evaluation import Evaluation, evaluate
from models.facts import NO_FACTS, Facts, Override
from models.facts_by_row import FactsByRow
from models.office import Office
from models.outline import STANDARD, Outline
from models.parts import Parts, parts_of
from models.plans import IndicatorRow, Plan, TaskRow
from models.printed_rows import evaluate_passed
from models.progress import TaskStatus, status
from models.report_work import WrittenOver
from models.settled import last_known, nearest_before, override_of, settled
from models.targets import unit_of
from models.timing import timing


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator in a report: this period's figure, the one before, the year's running total, the verdict.

    `year_before` is the figure of the same period a year before, where such periods are compared. `passed` judges
    the milestones that have passed, each by the last figure recorded up to its end. `parts` tells which units supply
    the figure and have sent their part, `override` why it was set against what follows from others. `nearest` is the
    last figure before a closing day without one: offered, never judged. `lead` is the unit that the office itself
    assigned, never to be printed as the plan's.
    """

    row: IndicatorRow
    label: str
    evaluation: Evaluation
    current: Actual | None
    previous: Actual | None
    running: Fraction | None
    year_before: Actual | None = None
    passed: Mapping[int, Evaluation] = field(default_factory=dict)
    parts: Parts | None = None
    override: Override | None = None
    nearest: Actual | None = None
    lead: str = ""

    @property
    def amount(self) -> Fraction | None:
        """Return this period's figure as an exact number, None where there is none."""
        return self.current.amount(unit_of(self.row)) if self.current else None

    @property
    def amount_before(self) -> Fraction | None:
        """Return the figure of the period before, None where there is none."""
        return self.previous.amount(unit_of(self.row)) if self.previous else None

    @property
    def amount_year_before(self) -> Fraction | None:
        """Return the figure of the same period a year before, None where there is none."""
        return self.year_before.amount(unit_of(self.row)) if self.year_before else None


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task in a report: its status on the closing day and what was recorded within the period.

    `debt_record` is the last word on the oldest stage that was left unfinished. `extra` marks a task outside the plan
    (nhiệm vụ phát sinh), `lead` is the unit that the office itself assigned.
    """

    row: TaskRow
    label: str
    status: TaskStatus
    in_period: Progress | None
    debt_record: Progress | None = None
    extra: bool = False
    lead: str = ""

    @property
    def cited(self) -> str:
        """Return how a sentence calls the task after `nhiệm vụ`: I.1.2, or `phát sinh 1` outside the plan."""
        return f"phát sinh {self.label}" if self.extra else self.label


@dataclass(frozen=True, slots=True)
class Signing:
    """Number, day and signer of a report; empty until it is issued, so that they can be written by hand."""

    number: str = ""
    day: date | None = None
    signer: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report of one period says, before any layout.

    `written_over` are the automatic paragraphs that the officer replaced, by their key. A copy `for_leaders` carries
    the column Giải trình, with `explanations` by row. `two_digits` writes counts under ten as 05. `replaces` is the
    number and day of the issued report that this one takes the place of.
    """

    plan: Plan
    period: ReportingPeriod
    office: Office
    indicators: tuple[IndicatorLine, ...]
    tasks: tuple[TaskLine, ...]
    words: Mapping[str, str]
    signing: Signing = field(default_factory=Signing)
    sample: bool = False
    draft: bool = False
    facts: Facts = NO_FACTS
    assignments: tuple[TaskLine, ...] = ()
    outline: Outline = STANDARD
    written_over: Mapping[str, WrittenOver] = field(default_factory=dict)
    explanations: Mapping[str, str] = field(default_factory=dict)
    for_leaders: bool = False
    two_digits: bool = True
    replaces: Signing | None = None

    @property
    def before(self) -> ReportingPeriod:
        """Return the period before, which the figures are held against."""
        return period_compared(self.plan, self.period, span_before(self.period.span))

    @property
    def year_before(self) -> ReportingPeriod | None:
        """Return the same period a year before, None where none is compared."""
        span = span_a_year_before(self.period.span)
        return None if span is None else period_compared(self.plan, self.period, span)


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
    facts: Facts = NO_FACTS,
) -> Report:
    """Judge every row of the plan, and every task outside it, on the period's closing day."""
    return Report(
        plan=plan,
        period=period,
        office=office,
        indicators=indicator_lines(plan, period, records.figures, facts),
        tasks=task_lines(plan, period, records.progress, facts),
        words=words,
        signing=signing or Signing(),
        sample=sample,
        draft=draft,
        facts=facts,
        assignments=assignment_lines(plan, period, records.progress, facts),
    )


def indicator_lines(
    plan: Plan, period: ReportingPeriod, figures: FigureTable, facts: Facts = NO_FACTS
) -> tuple[IndicatorLine, ...]:
    """Return every indicator with its figures and verdict, in printed order."""
    labels, by_row = plan.labels(), FactsByRow(facts)
    before = period_compared(plan, period, span_before(period.span))
    a_year_before = span_a_year_before(period.span)
    like = None if a_year_before is None else period_compared(plan, period, a_year_before)
    first_day = first_day_of_year(period)
    lines = []
    for row in plan.indicators():
        recorded, added = figures.get(row.key, ()), by_row.of(row.key)
        own = last_known(row, settled(row, recorded, added, period), period)
        current = figure_for(row, own, period.start, period.closing)
        told = current is not None and not current.is_blank()
        lines.append(
            IndicatorLine(
                row=row,
                label=labels[row.key],
                evaluation=evaluate(row, own, period.start, period.closing, plan.milestones, first_day, added),
                current=current,
                previous=_figure_of(row, recorded, added, before),
                running=cumulative(row, own, first_day, period.closing),
                year_before=_figure_of(row, recorded, added, like) if like else None,
                passed={
                    year: evaluate_passed(row, own, period.closing, year, added)
                    for year, printed in row.targets.items()
                    if year < period.closing.year and printed.strip()
                },
                parts=parts_of(row, added, period.start, period.closing),
                override=override_of(row, added, period),
                nearest=None if told else nearest_before(row, own, period.closing),
                lead=added.leads.get(row.key, ""),
            )
        )
    return tuple(lines)


def _figure_of(row: IndicatorRow, figures: Sequence[Actual], facts: Facts, period: ReportingPeriod) -> Actual | None:
    return figure_for(row, settled(row, figures, facts, period), period.start, period.closing)


def task_lines(
    plan: Plan, period: ReportingPeriod, progress: ProgressTable, facts: Facts = NO_FACTS
) -> tuple[TaskLine, ...]:
    """Return every task with its status, in printed order, those outside the plan that the period knows last."""
    labels, by_row = plan.labels(), FactsByRow(facts)
    lines = [_task_line(plan, row, labels[row.key], period, progress, by_row) for row in plan.tasks()]
    known = (row for row in facts.extra_tasks if row.since is None or row.since <= period.closing)
    for number, row in enumerate(known, start=1):
        line = _task_line(plan, row, row.number or str(number), period, progress, by_row)
        lines.append(replace(line, extra=True))
    return tuple(lines)


def assignment_lines(
    plan: Plan, period: ReportingPeriod, progress: ProgressTable, facts: Facts = NO_FACTS
) -> tuple[TaskLine, ...]:
    """Return the rows of the plan's table of assignments with their status; they are not counted as tasks."""
    by_row = FactsByRow(facts)
    return tuple(_task_line(plan, row, row.number, period, progress, by_row) for row in assignment_tasks(plan))


def _task_line(
    plan: Plan, row: TaskRow, label: str, period: ReportingPeriod, progress: ProgressTable, by_row: FactsByRow
) -> TaskLine:
    own, added = progress.get(row.key, ()), by_row.of(row.key)
    state = status(row, timing(plan, row, period.closing, added), own, period.closing, added)
    debt = state.debts[0].id if state.debts else None
    owed = [record for record in own if record.occurrence == debt and record.as_of <= period.closing]
    return TaskLine(
        row=row,
        label=label,
        status=state,
        in_period=_in_period(own, period),
        debt_record=owed[-1] if owed else None,
        lead=added.leads.get(row.key, ""),
    )


def _in_period(records: Sequence[Progress], period: ReportingPeriod) -> Progress | None:
    """Return what was recorded for the very days of a period, else the last record within them."""
    within = [record for record in records if period.start <= record.start and record.as_of <= period.closing]
    exact = [record for record in within if (record.start, record.as_of) == (period.start, period.closing)]
    return next(reversed(exact or within), None)
