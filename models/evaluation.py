"""An indicator judged on a closing day: the target in force, the verdict, the share of the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from models.actuals import Actual, FigureState, cumulative, figure_for
from models.facts import NO_FACTS, AnnualTarget, Facts
from models.plans import IndicatorRow
from models.targets import LOWER_IS_BETTER, NUMERIC, Comparison, Target, exceeded, reached, unit_of
from models.targets_in_force import RowTargets, TargetInForce, row_targets
from models.text import fold


class Verdict(StrEnum):
    """What a report says of an indicator."""

    EXCEEDED = "exceeded"
    REACHED = "reached"
    UNDER_WAY = "under_way"
    BELOW = "below"
    NO_FIGURE = "no_figure"
    NOT_BEGUN = "not_begun"
    ENDED_REACHED = "ended_reached"
    ENDED_MISSED = "ended_missed"
    ENDED_UNKNOWN = "ended_unknown"
    NO_BASIS = "no_basis"


_WORDS = {
    Verdict.EXCEEDED: "Vượt",
    Verdict.REACHED: "Đạt",
    Verdict.UNDER_WAY: "Đang thực hiện",
    Verdict.NO_FIGURE: "Chưa có số liệu",
    Verdict.NOT_BEGUN: "Chưa đến giai đoạn",
    Verdict.ENDED_REACHED: "Đã kết thúc: đạt",
    Verdict.ENDED_MISSED: "Đã kết thúc: không đạt",
    Verdict.ENDED_UNKNOWN: "Đã kết thúc: chưa có số liệu",
    Verdict.NO_BASIS: "Chưa có cơ sở đánh giá",
}
NOTHING_HAPPENED = "Không phát sinh"
_NEVER_OF_A_COMMUNE = "grdp"
"""What no office publishes for a commune; a target measured by it has no basis until somebody records a figure."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A verdict with its words.

    `milestone` and `target` are those in force, of an ended row its last ones, None before a row begins; `annual` is
    the decision behind that target, if any. `amount` is the figure that was judged (of a row measured within spans the
    year's running total), `share` its per cent of the target where that makes sense, `below` the passed year that a
    BELOW verdict is about and `below_target` what it asked for.
    """

    verdict: Verdict
    words: str
    milestone: int | None = None
    target: Target | None = None
    share: Fraction | None = None
    below: int | None = None
    amount: Fraction | None = None
    below_target: Target | None = None
    annual: AnnualTarget | None = None


@dataclass(frozen=True, slots=True)
class _Result:
    """What is known on the closing day: the record, and the amount that counts."""

    figure: Actual | None = None
    amount: Fraction | None = None


def evaluate(
    row: IndicatorRow,
    figures: Sequence[Actual],
    start: date,
    closing: date,
    milestones: Sequence[int],
    year_start: date | None = None,
    facts: Facts = NO_FACTS,
) -> Evaluation:
    """Judge an indicator by the figures of its row in the span `start`..`closing`.

    `year_start` is where running totals begin; by default 1 January, or the day after the closing day's like in
    the December before where the calendar closes within the month (15/12 by the decree). `figures` are settled: parts
    are added up and overrides stand among them (models.settled). Of `facts` those on targets count here.
    """
    targets = row_targets(row, facts, closing.year)
    result = _result(row, figures, start, closing, year_start or _year_start(start, closing))
    in_force = targets.in_force(milestones, closing.year)
    if in_force is None:
        return Evaluation(Verdict.NOT_BEGUN, _WORDS[Verdict.NOT_BEGUN]) if targets.printed else _untargeted(result)
    if in_force.ended:
        return evaluate_ended(row, figures, closing, in_force, facts)
    verdict = _verdict(in_force.target, result)
    below = _below(targets, in_force.milestone, result, closing) if verdict is Verdict.UNDER_WAY else None
    verdict = _without_debt(verdict, row, in_force.target, facts)
    return _evaluation(verdict if below is None else Verdict.BELOW, result, in_force, below)


def _untargeted(result: _Result) -> Evaluation:
    """Judge a row without any target: done when the officer says so."""
    done = result.figure is not None and result.figure.reached is True
    return _evaluation(Verdict.REACHED if done else Verdict.NO_BASIS, result)


def _year_start(start: date, closing: date) -> date:
    """Return where the reporting year of a closing day begins, as far as the days tell."""
    month_end = (closing + timedelta(days=1)).month != closing.month
    first = date(closing.year, 1, 1) if month_end else date(closing.year - 1, 12, closing.day) + timedelta(days=1)
    return min(first, start)


def _result(row: IndicatorRow, figures: Sequence[Actual], start: date, closing: date, year_start: date) -> _Result:
    """Return the figure of the span and the amount it is judged by."""
    figure = figure_for(row, figures, start, closing)
    if row.measure == "within":
        return _Result(figure, cumulative(row, figures, year_start, closing))
    return _Result(figure, figure.amount(unit_of(row)) if figure else None)


def _verdict(target: Target, result: _Result) -> Verdict:
    """Hold the figure against the target in force, time being left."""
    figure, amount = result.figure, result.amount
    if target.comparison in (Comparison.UNJUDGED, Comparison.ASSIGNED):
        return Verdict.NO_BASIS
    if amount is not None and target.comparison in NUMERIC:
        if exceeded(target, amount):
            return Verdict.EXCEEDED
        return Verdict.REACHED if reached(target, amount) else Verdict.UNDER_WAY
    if figure is not None and figure.reached is not None:
        return Verdict.REACHED if figure.reached else Verdict.UNDER_WAY
    if target.comparison is Comparison.UNKNOWN or _nothing_happened(figure):
        return Verdict.NO_BASIS
    if target.comparison is Comparison.REPORT and figure is not None and figure.text:
        return Verdict.REACHED
    told = figure is not None and not figure.is_blank() and figure.state is FigureState.FIGURE
    return Verdict.UNDER_WAY if told and target.comparison not in NUMERIC else Verdict.NO_FIGURE


def _nothing_happened(figure: Actual | None) -> bool:
    """Tell whether there was nothing to measure: no debt of anybody, so there is no basis rather than no figure."""
    return figure is not None and figure.state is FigureState.NOTHING_HAPPENED


def _without_debt(verdict: Verdict, row: IndicatorRow, target: Target, facts: Facts) -> Verdict:
    """Owe no figure that nobody publishes: ranks, shares of GRDP, and what the officer says so of.

    A figure that was recorded all the same is judged like any other.
    """
    if verdict not in (Verdict.NO_FIGURE, Verdict.ENDED_UNKNOWN):
        return verdict
    scopes = fold(" ".join((target.scope, *(part.scope for part in target.parts))))
    by_rule = target.comparison is Comparison.RANK or _NEVER_OF_A_COMMUNE in scopes.split()
    return Verdict.NO_BASIS if by_rule or any(one.row_key == row.key for one in facts.no_basis) else verdict


def _below(targets: RowTargets, milestone: int, result: _Result, closing: date) -> tuple[int, Target] | None:
    """Return the passed target that is not reached; words are judged only for the target in force."""
    passed = targets.passed(closing)
    if passed is None:
        return None
    if result.amount is not None and passed[1].comparison in NUMERIC:
        return None if reached(passed[1], result.amount) else passed
    refused = result.figure is not None and result.figure.reached is False
    return passed if refused and passed[0] == milestone else None


def evaluate_ended(
    row: IndicatorRow,
    figures: Sequence[Actual],
    closing: date,
    last: TargetInForce,
    facts: Facts = NO_FACTS,
    *,
    in_time_only: bool = False,
) -> Evaluation:
    """Judge a row past its last milestone by the last figure up to its end, or else by the latest one.

    With `in_time_only` a figure of a later year never counts, since it is another printed row's.
    """
    chosen = ending_figure(row, figures, closing, last.milestone, in_time_only=in_time_only)
    if chosen is None:
        return _evaluation(_without_debt(Verdict.ENDED_UNKNOWN, row, last.target, facts), _Result(), last)
    result = _result(row, figures, chosen.start, chosen.as_of, _year_start(chosen.start, chosen.as_of))
    return _evaluation(_ENDINGS[_verdict(last.target, result)], result, last)


def ending_figure(
    row: IndicatorRow, figures: Sequence[Actual], closing: date, milestone: int, *, in_time_only: bool = False
) -> Actual | None:
    """Return the figure by which a row of a passed milestone ended."""
    told = [figure for figure in figures if figure.as_of <= closing and _is_told(row, figure)]
    in_time = [figure for figure in told if figure.as_of.year <= milestone]
    return max(in_time if in_time_only else in_time or told, key=lambda figure: figure.as_of, default=None)


_ENDINGS = {
    Verdict.EXCEEDED: Verdict.ENDED_REACHED,
    Verdict.REACHED: Verdict.ENDED_REACHED,
    Verdict.UNDER_WAY: Verdict.ENDED_MISSED,
    Verdict.NO_FIGURE: Verdict.ENDED_UNKNOWN,
    Verdict.NO_BASIS: Verdict.NO_BASIS,
}


def _is_told(row: IndicatorRow, figure: Actual) -> bool:
    """Tell whether a record holds a figure or a judgement; of a running total nothing is 0."""
    if _nothing_happened(figure):
        return row.measure == "within"
    return figure.state is FigureState.FIGURE and not figure.is_blank()


def _evaluation(
    verdict: Verdict,
    result: _Result,
    in_force: TargetInForce | None = None,
    below: tuple[int, Target] | None = None,
) -> Evaluation:
    """Return the evaluation with the words that a form prints."""
    words = _WORDS[verdict] if below is None else f"Thấp hơn mục tiêu đến hết năm {below[0]}"
    if verdict is Verdict.NO_BASIS and _nothing_happened(result.figure):
        words = NOTHING_HAPPENED
    return Evaluation(
        verdict=verdict,
        words=words,
        milestone=in_force.milestone if in_force else None,
        target=in_force.target if in_force else None,
        share=_share(in_force.target, result.amount) if in_force else None,
        below=below[0] if below else None,
        amount=result.amount,
        below_target=below[1] if below else None,
        annual=in_force.annual if in_force else None,
    )


def _share(target: Target, amount: Fraction | None) -> Fraction | None:
    """Return the figure in per cent of the target's number; None for words, ranks and where lower is better."""
    if amount is None or not target.low or target.comparison in LOWER_IS_BETTER:
        return None
    return amount / Fraction(target.low) * 100
