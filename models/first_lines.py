"""What stood before the store began, row by row (khai báo ban đầu): what was declared, and what is still to be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from models.actuals import Actual, Progress
from models.assignments import tasks_beside
from models.declared_rows import labels_of
from models.desk_facts import with_beginning
from models.duties import ReportingPeriod, period_before
from models.evaluation import Verdict
from models.facts import Facts
from models.facts_by_row import FactsByRow
from models.occurrences import Occurrence, earlier_occurrences, occurrence_in_force
from models.plans import Duty, IndicatorRow, Plan, TaskRow
from models.progress import deadline_words, has_content
from models.reports import IndicatorLine, Report, TaskLine, indicator_lines
from models.schedules import StageKind
from models.status import JUDGED, Beginning
from models.store import fact_rows, plan_rows
from models.timing import NO_OCCURRENCE, timing

if TYPE_CHECKING:
    from models.desk import Desk

ENDED = frozenset({Verdict.ENDED_REACHED, Verdict.ENDED_MISSED, Verdict.ENDED_UNKNOWN})
EARLIER = "@"
"""Stands between the key of a task and the earlier occurrence that a line of its own speaks of."""
_SHORTEST = ("month", "quarter", "six_months", "nine_months", "year", "once")
_ONE_DAY = timedelta(days=1)
_FROM = ("done_on", "deliverable_number", "deliverable_date", "note")


@dataclass(frozen=True, slots=True)
class FirstLine:
    """A row as it stood before the beginning; `row` has the line's own key, `row_key` is that of the plan's row.

    `period` is the one in which a new figure or progress is recorded. `wanted` tells that it is to be declared before
    anything is judged by it. `current` is the last figure, `progress` what was told of the occurrence.
    """

    row: IndicatorRow | TaskRow
    row_key: str
    label: str
    period: ReportingPeriod
    wanted: bool
    declared: bool
    time: str
    typable: bool = True
    current: Actual | None = None
    occurrence: str = ""
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class FirstLines:
    """All rows as they stood before `day`; `base` is the last period before it, `given` tells that a day was set."""

    day: date
    given: bool
    base: ReportingPeriod
    lines: tuple[FirstLine, ...]

    def count(self) -> tuple[int, int]:
        """Return how many rows are still to be declared, of how many."""
        wanted = [line for line in self.lines if line.wanted]
        return sum(not line.declared for line in wanted), len(wanted)


def first_lines(desk: Desk) -> FirstLines | None:
    """Return what stood before the beginning, None where the plan has no period before it."""
    given = fact_rows.declared_from(desk.store)
    day = given or plan_rows.added_on(desk.store)
    base = _base(desk, day, given=given is not None)
    if base is None:
        return None
    records, facts = desk.records(), with_beginning(desk.store, desk.facts())
    judged = indicator_lines(desk.plan, base, records.figures, facts)
    indicators = [_indicator(line, records.figures.get(line.row.key, ()), base, day) for line in judged]
    tasks = _Tasks(desk.plan, facts, base, day)
    rows = (*desk.plan.tasks(), *tasks_beside(desk.plan, facts))
    found = [line for row in rows for line in tasks.lines(row, records.progress.get(row.key, ()))]
    return FirstLines(day, given is not None, base, (*indicators, *found))


def _base(desk: Desk, day: date, *, given: bool) -> ReportingPeriod | None:
    """Return the last period of the shortest report before a day; without a day given, the last one not owed."""
    duty = _shortest(desk.plan)
    years = range(day.year - 2, day.year + 1)
    own = [one for year in years for one in desk.periods(year) if duty is not None and one.duty.id == duty.id]
    before = [one for one in own if one.closing < day and (given or not Beginning(day).asks_for(one))]
    return max(before, key=lambda one: one.closing, default=None)


def _shortest(plan: Plan) -> Duty | None:
    """Return the office's own report that comes most often; where it has none, any other."""
    return min(
        plan.duties, key=lambda duty: (duty.direction != "outgoing", _SHORTEST.index(duty.frequency)), default=None
    )


def speaks_of_beginning(report: Report, keys: Collection[str]) -> bool:
    """Tell whether something that passed before the beginning waits to be declared for one of these tasks."""
    day = report.facts.declared_from or date.min
    return any(line.row.key in keys and (line.status.undeclared or _due(line) < day) for line in report.tasks)


def _due(line: TaskLine) -> date:
    occurrence = line.status.occurrence
    return occurrence.due if occurrence is not None and occurrence.due is not None else date.max


def periods_back(base: ReportingPeriod, first_year: int) -> Iterator[ReportingPeriod]:
    """Yield a period and those before it, down to a year."""
    period = base
    while period.closing.year >= first_year:
        yield period
        period = period_before(period)


def first_year(plan: Plan) -> int:
    """Return the first year in which something of a plan can have been done."""
    return min(plan.milestones) - 1


def _indicator(line: IndicatorLine, figures: Iterable[Actual], base: ReportingPeriod, day: date) -> FirstLine:
    """Return an indicator with its last figure; one that has ended is declared by the end of its last milestone."""
    verdict = line.evaluation.verdict
    told = [one for one in figures if one.as_of < day and not one.is_blank()]
    ended = verdict in ENDED
    period = _ended(base, max(line.row.targets)) if ended else base
    target = line.evaluation.target
    return FirstLine(
        row=line.row,
        row_key=line.row.key,
        label=line.label,
        period=period,
        wanted=line.row.measure == "state" and (ended or verdict in JUDGED),
        declared=bool(told),
        time=target.printed if target is not None else next(iter(line.row.targets.values()), ""),
        typable=line.parts is None and line.override is None,
        current=max(told, key=lambda one: one.as_of, default=None),
    )


def _ended(base: ReportingPeriod, year: int) -> ReportingPeriod:
    """Return the last period up to the end of a milestone's year."""
    return next((one for one in periods_back(base, year) if one.closing.year <= year), base)


class _Tasks:
    """The tasks of a plan as they stood before a day."""

    def __init__(self, plan: Plan, facts: Facts, base: ReportingPeriod, day: date) -> None:
        self._plan, self._base, self._day = plan, base, day
        self._facts = FactsByRow(facts)
        self._labels = labels_of(plan, facts)

    def lines(self, row: TaskRow, records: Iterable[Progress]) -> Iterator[FirstLine]:
        """Yield a line for each earlier stage that is owed, and one for the occurrence in force."""
        if row.since is not None and row.since >= self._day:
            return
        last = self._day - _ONE_DAY
        facts = self._facts.of(row.key)
        stages = timing(self._plan, row, last, facts)
        names = frozenset(stage.id for stage in stages)
        present = occurrence_in_force(stages, last, names)
        served = {one.occurrence for one in facts.still_in_force}
        told = [one for one in records if one.as_of < self._day]
        for earlier in earlier_occurrences(stages, last, names):
            key = f"{row.key}{EARLIER}{earlier.id}"
            yield self._line(replace(row, key=key), row.key, earlier, told, earlier.id in served)
        yield self._line(row, row.key, present, told, present is not None and present.id in served)

    def _line(
        self, row: TaskRow, key: str, occurrence: Occurrence | None, records: Iterable[Progress], served: bool
    ) -> FirstLine:
        name = occurrence.id if occurrence else NO_OCCURRENCE
        own = [one for one in records if one.occurrence == name]
        return FirstLine(
            row=row,
            row_key=key,
            label=self._labels[key],
            period=self._base,
            wanted=occurrence is not None and self._is_owed(occurrence),
            declared=served or any(has_content(one) or one.done is not None for one in own),
            time=deadline_words(occurrence) if occurrence else "",
            occurrence=name,
            progress=_told(own),
        )

    def _is_owed(self, occurrence: Occurrence) -> bool:
        continuous = occurrence.stage.kind is StageKind.CONTINUOUS
        return not continuous and occurrence.due is not None and occurrence.due < self._day


def _told(records: list[Progress]) -> Progress | None:
    """Return the last record of an occurrence, with what earlier ones told and it does not."""
    if not records:
        return None
    last = records[-1]
    for earlier in reversed(records[:-1]):
        more = {name: getattr(earlier, name) for name in _FROM if not getattr(last, name)}
        last = replace(last, done=earlier.done if last.done is None else last.done, **more)
    return last
