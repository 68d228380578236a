"""How many indicators were reached in the last periods of a duty, each judged as its own report would be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile, islice

from models import desk_facts
from models.actuals import FigureTable
from models.desk import Desk
from models.duties import ReportingPeriod, period_before
from models.evaluation import Verdict
from models.reports import indicator_lines
from models.status import JUDGED

PERIODS = 6
REACHED = frozenset({Verdict.EXCEEDED, Verdict.REACHED})


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A period: how many indicators were reached then, how many had a figure, how many were judged at all."""

    period: ReportingPeriod
    reached: int
    told: int
    judged: int


def trend(desk: Desk, period: ReportingPeriod, figures: FigureTable) -> tuple[TrendPoint, ...]:
    """Return the last periods up to `period`, from the first that has a figure on; empty where none has."""
    periods = [period] if period.duty.frequency == "once" else [*islice(_backwards(period), PERIODS)]
    points = (_point(desk, one, figures) for one in reversed(periods))
    return tuple(dropwhile(lambda point: not point.told, points))


def _backwards(period: ReportingPeriod) -> Iterator[ReportingPeriod]:
    while True:
        yield period
        period = period_before(period)


def _point(desk: Desk, period: ReportingPeriod, figures: FigureTable) -> TrendPoint:
    lines = indicator_lines(desk.plan, period, figures, desk_facts.of_period(desk.store, period.key))
    verdicts = [line.evaluation.verdict for line in lines if line.evaluation.verdict in JUDGED]
    told = len(verdicts) - verdicts.count(Verdict.NO_FIGURE)
    return TrendPoint(period, sum(verdict in REACHED for verdict in verdicts), told, len(verdicts))
