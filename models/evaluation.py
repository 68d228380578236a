"""An indicator judged on a closing day: the target in force, the verdict, the share of the target.

The target in force is that of the next milestone that the plan prints at or after the closing day's year. A row whose
next milestone column is blank while a later one is printed, and none before, has not begun. After its last milestone a
row ends, unless its last target is 100 % and it has at least two printed milestones: then it is kept at 100 %.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from models.actuals import Actual, FigureState, cumulative, figure_for
from models.plans import IndicatorRow
from models.targets import LOWER_IS_BETTER, NUMERIC, Comparison, Target, exceeded, parse_target, reached, unit_of


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


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A verdict with its words.

    `milestone` and `target` are those in force, of an ended row its last ones, None before a row begins. `amount` is
    the figure that was judged (of a row measured within spans the year's running total), `share` its per cent of the
    target where that makes sense, `below` the passed milestone that a BELOW verdict is about.
    """

    verdict: Verdict
    words: str
    milestone: int | None = None
    target: Target | None = None
    share: Fraction | None = None
    below: int | None = None
    amount: Fraction | None = None


@dataclass(frozen=True, slots=True)
class _Result:
    """What is known on the closing day: the record, and the amount that counts."""

    figure: Actual | None
    amount: Fraction | None


def evaluate(
    row: IndicatorRow,
    figures: Sequence[Actual],
    start: date,
    closing: date,
    milestones: Sequence[int],
    year_start: date | None = None,
) -> Evaluation:
    """Judge an indicator by the figures of its row in the span `start`..`closing`.

    `year_start` is where running totals begin; by default 1 January, or the day after the closing day's like in
    the December before where the calendar closes within the month (15/12 by the decree).
    """
    first_day = year_start or _year_start(start, closing)
    targets = targets_of(row)
    result = _result(row, figures, start, closing, first_day)
    if not targets:
        done = result.figure is not None and result.figure.reached is True
        return _evaluation(Verdict.REACHED if done else Verdict.NO_BASIS, result)
    milestone = _milestone_in_force(targets, milestones, closing.year)
    if milestone is None:
        return Evaluation(Verdict.NOT_BEGUN, _WORDS[Verdict.NOT_BEGUN])
    target = targets[milestone]
    if milestone < closing.year and not _is_kept(targets):
        return _ended(row, figures, closing, milestone, target)
    verdict = _verdict(target, result)
    below = _below(row, targets, milestone, result, closing) if verdict is Verdict.UNDER_WAY else None
    return _evaluation(verdict if below is None else Verdict.BELOW, result, milestone, target, below)


def targets_of(row: IndicatorRow) -> Mapping[int, Target]:
    """Return the row's targets by milestone year; one to be kept ("Duy trì") is understood as the last one."""
    found: dict[int, Target] = {}
    last: Target | None = None
    for year in sorted(row.targets):
        printed = row.targets[year]
        if not printed.strip():
            continue
        target = parse_target(printed, row.name, row.unit)
        if target.comparison is Comparison.KEEP and last is not None:
            target = replace(last, printed=printed)
        found[year] = last = target
    return found


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


def _milestone_in_force(targets: Mapping[int, Target], milestones: Sequence[int], year: int) -> int | None:
    """Return the next printed milestone, or the last one when all have passed; None when the row has not begun."""
    ahead = [milestone for milestone in targets if milestone >= year]
    if not ahead:
        return max(targets)
    next_column = min((milestone for milestone in milestones if milestone >= year), default=ahead[0])
    begun = min(targets) < year or next_column >= ahead[0]
    return ahead[0] if begun else None


def _is_kept(targets: Mapping[int, Target]) -> bool:
    """Tell whether the last target stands after its milestone: 100 %, with at least two milestones printed."""
    last = targets[max(targets)]
    return len(targets) > 1 and last.unit == "%" and last.low == 100 and last.comparison is Comparison.AT_LEAST


def _verdict(target: Target, result: _Result) -> Verdict:
    """Hold the figure against the target in force, time being left."""
    figure, amount = result.figure, result.amount
    if target.comparison is Comparison.UNJUDGED:
        return Verdict.NO_BASIS
    if amount is not None and target.comparison in NUMERIC:
        if exceeded(target, amount):
            return Verdict.EXCEEDED
        return Verdict.REACHED if reached(target, amount) else Verdict.UNDER_WAY
    if figure is not None and figure.reached is not None:
        return Verdict.REACHED if figure.reached else Verdict.UNDER_WAY
    if target.comparison is Comparison.UNKNOWN or _nothing_happened(figure):
        return Verdict.NO_BASIS
    told = figure is not None and not figure.is_blank() and figure.state is FigureState.FIGURE
    return Verdict.UNDER_WAY if told and target.comparison not in NUMERIC else Verdict.NO_FIGURE


def _nothing_happened(figure: Actual | None) -> bool:
    """Tell whether there was nothing to measure: no debt of anybody, so there is no basis rather than no figure."""
    return figure is not None and figure.state is FigureState.NOTHING_HAPPENED


def _passed(row: IndicatorRow, targets: Mapping[int, Target], closing: date) -> int | None:
    """Return the latest milestone that has passed; running totals of a year are judged in December only."""
    if row.measure == "within":
        year_is_over = closing.month == 12
        years = [year for year in targets if year_is_over and year <= closing.year]
    else:
        year_is_over = (closing.month, closing.day) == (12, 31)
        years = [year for year in targets if year < closing.year or (year_is_over and year == closing.year)]
    return max(years, default=None)


def _below(
    row: IndicatorRow, targets: Mapping[int, Target], milestone: int, result: _Result, closing: date
) -> int | None:
    """Return the passed milestone whose target is not reached; words are judged only for the target in force."""
    passed = _passed(row, targets, closing)
    if passed is None:
        return None
    if result.amount is not None and targets[passed].comparison in NUMERIC:
        return None if reached(targets[passed], result.amount) else passed
    refused = result.figure is not None and result.figure.reached is False
    return passed if refused and passed == milestone else None


def _ended(row: IndicatorRow, figures: Sequence[Actual], closing: date, milestone: int, target: Target) -> Evaluation:
    """Judge a row past its last milestone by the last figure up to its end, or else by the latest one."""
    told = [figure for figure in figures if figure.as_of <= closing and _is_told(row, figure)]
    in_time = [figure for figure in told if figure.as_of.year <= milestone]
    chosen = max(in_time or told, key=lambda figure: figure.as_of, default=None)
    if chosen is None:
        return _evaluation(Verdict.ENDED_UNKNOWN, _Result(None, None), milestone, target)
    result = _result(row, figures, chosen.start, chosen.as_of, _year_start(chosen.start, chosen.as_of))
    verdict = _ENDINGS.get(_verdict(target, result), Verdict.ENDED_UNKNOWN)
    return _evaluation(verdict, result, milestone, target)


_ENDINGS = {
    Verdict.EXCEEDED: Verdict.ENDED_REACHED,
    Verdict.REACHED: Verdict.ENDED_REACHED,
    Verdict.UNDER_WAY: Verdict.ENDED_MISSED,
}


def _is_told(row: IndicatorRow, figure: Actual) -> bool:
    """Tell whether a record holds a figure or a judgement; of a running total nothing is 0."""
    if _nothing_happened(figure):
        return row.measure == "within"
    return figure.state is FigureState.FIGURE and not figure.is_blank()


def _evaluation(
    verdict: Verdict,
    result: _Result,
    milestone: int | None = None,
    target: Target | None = None,
    below: int | None = None,
) -> Evaluation:
    """Return the evaluation with the words that a form prints."""
    words = f"Thấp hơn mục tiêu đến hết năm {below}" if below is not None else _WORDS[verdict]
    if verdict is Verdict.NO_BASIS and _nothing_happened(result.figure):
        words = NOTHING_HAPPENED
    share = _share(target, result.amount) if target else None
    return Evaluation(verdict, words, milestone, target, share, below, result.amount)


def _share(target: Target, amount: Fraction | None) -> Fraction | None:
    """Return the figure in per cent of the target's number; None for words, ranks and where lower is better."""
    if amount is None or not target.low or target.comparison in LOWER_IS_BETTER:
        return None
    return amount / Fraction(target.low) * 100
