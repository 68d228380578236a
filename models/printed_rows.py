"""Rows that a plan prints once for each milestone of one indicator: which of them a figure belongs to (Quang Sơn).

The row of the milestone in force gets the current judgement; rows of passed milestones keep the result of their
year's end; later rows have not come.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.actuals import Actual
from models.evaluation import Evaluation, Verdict, evaluate, evaluate_ended
from models.facts import NO_FACTS, Facts
from models.plans import IndicatorRow
from models.targets_in_force import TargetInForce, row_targets

NOT_COME = "Chưa đến mốc"


def evaluate_printed(
    row: IndicatorRow,
    merged: IndicatorRow,
    figures: Sequence[Actual],
    start: date,
    closing: date,
    milestones: Sequence[int],
    year_start: date | None = None,
    facts: Facts = NO_FACTS,
) -> Evaluation:
    """Judge one printed row by the figures of its indicator, whose targets `merged` holds together."""
    current = evaluate(merged, figures, start, closing, milestones, year_start, facts)
    in_force = row_targets(merged, facts, closing.year).printed_in_force(milestones, closing.year)
    own = max(row.targets, default=in_force)
    if own == in_force:
        return current
    if in_force is None or own is None or own > in_force:
        return Evaluation(Verdict.NOT_BEGUN, NOT_COME)
    return evaluate_passed(merged, figures, closing, own, facts)


def evaluate_passed(
    row: IndicatorRow, figures: Sequence[Actual], closing: date, year: int, facts: Facts = NO_FACTS
) -> Evaluation:
    """Judge a milestone that has passed by the last figure up to its end; a later figure says nothing of it."""
    last = TargetInForce(year, row_targets(row, facts, year).of(year), ended=True)
    return evaluate_ended(row, figures, closing, last, facts, in_time_only=True)
