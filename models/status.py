"""What the office owes on a day: reports due, late tasks, rows without a figure, warnings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from models.duties import ReportingPeriod
from models.evaluation import Verdict
from models.progress import TaskState
from models.reports import IndicatorLine, Report, TaskLine

if TYPE_CHECKING:
    from models.checks import Warning


@dataclass(frozen=True, slots=True)
class Status:
    """The state of affairs on a day; late, missing and warnings speak of the period in work.

    `undeclared` are the tasks of which something passed before the store began and nothing was said yet.
    """

    on: date
    in_work: ReportingPeriod | None
    due: tuple[ReportingPeriod, ...]
    late: tuple[TaskLine, ...]
    missing: tuple[IndicatorLine, ...]
    warnings: tuple[Warning, ...]
    undeclared: tuple[TaskLine, ...] = ()


UNDATED = timedelta(days=31)
"""How long after closing a report without a printed day to send is taken to be still in work (ours)."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """From when the office keeps its reports in the store, and which earlier ones it works on there all the same.

    `recorded` are the closing days of figures and progress, `touched` the keys of periods with words or a lock.
    """

    day: date = date.min
    recorded: frozenset[date] = frozenset()
    touched: frozenset[str] = frozenset()

    def asks_for(self, period: ReportingPeriod) -> bool:
        """Tell whether a report is owed: one that was to be sent before the beginning went out without the store."""
        worked_on = period.key in self.touched or period.closing in self.recorded
        return worked_on or (period.send_by or period.closing + UNDATED) >= self.day

    def seen_on(self, day: date) -> Beginning:
        """Return what held on a day: a look back to before the beginning sees that day as the first one."""
        return replace(self, day=min(self.day, day))


def periods_due(
    periods: Iterable[ReportingPeriod], issued: frozenset[str], on: date, beginning: Beginning | None = None
) -> tuple[ReportingPeriod, ...]:
    """Return for each outgoing duty the report to work on, the soonest first.

    That is the last one closed by that day while it is not issued, else the one that closes next. A report that a
    longer one replaces is not asked for, nor one of before the beginning.
    """
    since = (beginning or Beginning()).seen_on(on)
    by_duty: dict[str, list[ReportingPeriod]] = {}
    for period in sorted(periods, key=lambda period: period.closing):
        if period.duty.direction == "outgoing" and period.replaced_by is None:
            by_duty.setdefault(period.duty.id, []).append(period)
    chosen = (_to_work_on(own, issued, on, since) for own in by_duty.values())
    return tuple(sorted((period for period in chosen if period is not None), key=_urgency))


def _to_work_on(
    own: Sequence[ReportingPeriod], issued: frozenset[str], on: date, since: Beginning
) -> ReportingPeriod | None:
    closed = [period for period in own if period.closing <= on]
    if closed and closed[-1].key not in issued and since.asks_for(closed[-1]):
        return closed[-1]
    return next((period for period in own if period.closing > on and period.key not in issued), None)


def _urgency(period: ReportingPeriod) -> tuple[date, date]:
    return (period.send_by or period.due or date.max, period.closing)


def in_work(due: Sequence[ReportingPeriod], on: date) -> ReportingPeriod | None:
    """Return the period that the office works on: the one closed last, else the one that is due first."""
    closed = [period for period in due if period.closing <= on]
    return max(closed, key=lambda period: (period.closing, period.start), default=due[0] if due else None)


JUDGED = frozenset({Verdict.EXCEEDED, Verdict.REACHED, Verdict.UNDER_WAY, Verdict.BELOW, Verdict.NO_FIGURE})


def figures_told(indicators: Iterable[IndicatorLine]) -> tuple[int, int]:
    """Return how many of the indicators that are judged now have a figure, and how many they are."""
    verdicts = [line.evaluation.verdict for line in indicators if line.evaluation.verdict in JUDGED]
    return len(verdicts) - verdicts.count(Verdict.NO_FIGURE), len(verdicts)


def status_on(
    on: date, due: tuple[ReportingPeriod, ...], report: Report | None, warnings: tuple[Warning, ...]
) -> Status:
    """Sum up a day; `report` is that of the period in work."""
    tasks = report.tasks if report else ()
    indicators = report.indicators if report else ()
    return Status(
        on=on,
        in_work=report.period if report else None,
        due=due,
        late=tuple(line for line in tasks if line.status.state is TaskState.OVERDUE),
        missing=tuple(line for line in indicators if line.evaluation.verdict is Verdict.NO_FIGURE),
        warnings=warnings,
        undeclared=tuple(line for line in tasks if line.status.state is TaskState.UNDECLARED or line.status.undeclared),
    )
