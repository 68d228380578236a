"""The figures of every indicator in the last periods of a duty, for a small line beside its row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import dropwhile

from models.actuals import Actual, FigureTable, figure_for
from models.duties import ReportingPeriod, period_before
from models.facts import NO_FACTS, Facts
from models.facts_by_row import FactsByRow
from models.plans import IndicatorRow, Plan
from models.settled import settled
from models.targets import unit_of

PERIODS = 12


@dataclass(frozen=True, slots=True)
class RecentFigure:
    """What is known of an indicator for one period: the record, and its number where it has one."""

    period: ReportingPeriod
    figure: Actual | None
    amount: Fraction | None


def recent_figures(
    plan: Plan, period: ReportingPeriod, figures: FigureTable, facts: Facts = NO_FACTS
) -> Mapping[str, tuple[RecentFigure, ...]]:
    """Return for every indicator its last periods up to `period`, from the first with a figure on; empty without."""
    periods, by_row = _last_periods(period), FactsByRow(facts)
    first = periods[0].start
    return {
        row.key: _of_row(row, _since(first, figures.get(row.key, ())), by_row.of(row.key), periods)
        for row in plan.indicators()
    }


def _last_periods(period: ReportingPeriod) -> tuple[ReportingPeriod, ...]:
    """Return the last periods, the oldest first; what is due once has none before it."""
    found = [period]
    while len(found) < PERIODS and period.duty.frequency != "once":
        found.append(period_before(found[-1]))
    return tuple(reversed(found))


def _since(first: date, figures: Sequence[Actual]) -> tuple[Actual, ...]:
    """Leave out what is older: a row has records of twenty years, and each period goes through all of them."""
    return tuple(figure for figure in figures if figure.as_of >= first)


def _of_row(
    row: IndicatorRow, figures: Sequence[Actual], facts: Facts, periods: Sequence[ReportingPeriod]
) -> tuple[RecentFigure, ...]:
    points = (_point(row, figures, facts, period) for period in periods)
    return tuple(dropwhile(lambda point: point.figure is None, points))


def _point(row: IndicatorRow, figures: Sequence[Actual], facts: Facts, period: ReportingPeriod) -> RecentFigure:
    figure = figure_for(row, settled(row, figures, facts, period), period.start, period.closing)
    return RecentFigure(period, figure, figure.amount(unit_of(row)) if figure else None)
