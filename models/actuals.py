"""Figures and progress as recorded: what was achieved in a span of days, and where it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from models.plans import IndicatorRow
from models.targets import unit_of

Origin = Literal["typed", "form", "package", "import", "sample", "undo"]


class FigureState(StrEnum):
    """Blank, zero, 'nothing happened' and 'not reported' are four different things; blank is no record at all."""

    FIGURE = "figure"
    NOTHING_HAPPENED = "nothing_happened"
    NOT_REPORTED = "not_reported"


@dataclass(frozen=True, slots=True)
class Actual:
    """A recorded figure of an indicator for the days `start`..`as_of` (both included).

    Either `value`, or `numerator` and `denominator`, or `text` (with `reached`, judged by hand), or none
    with a `state` that says why. Percentages are numbers such as 84.9 with the unit "%" of the row.
    """

    row_key: str
    start: date
    as_of: date
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    text: str = ""
    reached: bool | None = None
    state: FigureState = FigureState.FIGURE
    estimate: bool = False
    difficulty: str = ""
    proposal: str = ""
    note: str = ""

    def amount(self, unit: str) -> Fraction | None:
        """Return the figure as an exact fraction (a ratio times 100 where the unit is %), None where there is none."""
        if self.value is not None:
            return Fraction(self.value)
        if self.numerator is None or not self.denominator:
            return None
        ratio = Fraction(self.numerator) / Fraction(self.denominator)
        return ratio * 100 if unit == "%" else ratio

    def is_blank(self) -> bool:
        """Tell whether the record says nothing about the figure itself (only words, or nothing)."""
        return (
            self.state is FigureState.FIGURE
            and self.value is None
            and self.numerator is None
            and not self.text
            and self.reached is None
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """What was recorded for a task's occurrence in the days `start`..`as_of`.

    `occurrence` names the stage or the year's round the record belongs to (models.schedules).
    `percent` is 0..100; `done_on` is the day it was finished (the deliverable's date where there is one).
    """

    row_key: str
    occurrence: str
    start: date
    as_of: date
    percent: Decimal | None = None
    done: bool | None = None
    done_on: date | None = None
    deliverable_number: str = ""
    deliverable_date: date | None = None
    text: str = ""
    difficulty: str = ""
    proposal: str = ""
    next_step: str = ""
    note: str = ""


FigureTable = Mapping[str, tuple[Actual, ...]]
"""Row key -> that row's figures, oldest first."""

ProgressTable = Mapping[str, tuple[Progress, ...]]
"""Row key -> that task's records, oldest first."""

_ONE_DAY = timedelta(days=1)


def figure_for(row: IndicatorRow, figures: Sequence[Actual], start: date, closing: date) -> Actual | None:
    """Return what is known of an indicator for a span of days; None where nothing is recorded.

    A state is the record that closes on that day, whatever period it was typed in. What was done within the span is
    the record of that very span, or else the records that fill it without gap or overlap, added up.
    """
    closing_there = [figure for figure in figures if figure.as_of == closing]
    same_span = [figure for figure in closing_there if figure.start == start]
    if row.measure == "state":
        return _fullest([*closing_there, *same_span])
    own = _fullest(same_span)
    if own is None or not is_known(own):
        return sum_of(_tiles(figures, start, closing), unit_of(row)) or own
    return own


def cumulative(row: IndicatorRow, figures: Sequence[Actual], year_start: date, closing: date) -> Fraction | None:
    """Return what was done since the year's start, for rows measured within a span.

    None where no record closes on that day. Months before it without a record are left out, since offices
    begin in the middle of a year.
    """
    if row.measure != "within":
        return None
    chosen: list[Actual] = []
    cursor = closing
    known = [figure for figure in figures if is_known(figure) and figure.start >= year_start]
    for figure in sorted(known, key=lambda figure: (-figure.as_of.toordinal(), figure.start)):
        if figure.as_of <= cursor:
            chosen.append(figure)
            cursor = figure.start - _ONE_DAY
    if not chosen or chosen[0].as_of != closing:
        return None
    total = sum_of(chosen[::-1], unit_of(row))
    if total is None:
        return None
    return Fraction(0) if total.state is FigureState.NOTHING_HAPPENED else total.amount(unit_of(row))


def is_known(figure: Actual) -> bool:
    """Tell whether the record can be added up: a number, a ratio, or nothing happened."""
    nothing = figure.state is FigureState.NOTHING_HAPPENED
    return nothing or figure.value is not None or (figure.numerator is not None and bool(figure.denominator))


def _fullest(figures: Sequence[Actual]) -> Actual | None:
    """Return the last record that says something about the figure, else the last one."""
    told = [figure for figure in figures if not figure.is_blank()]
    if told:
        return told[-1]
    return figures[-1] if figures else None


def _tiles(figures: Iterable[Actual], start: date, closing: date) -> tuple[Actual, ...]:
    """Return known records that fill `start`..`closing` without gap or overlap, long ones first, or none."""
    inside = [figure for figure in figures if start <= figure.start and figure.as_of <= closing and is_known(figure)]
    filled: dict[date, tuple[Actual, ...]] = {start - _ONE_DAY: ()}
    for figure in sorted(inside, key=lambda figure: (figure.as_of, figure.start)):
        before = filled.get(figure.start - _ONE_DAY)
        if before is not None:
            filled.setdefault(figure.as_of, (*before, figure))
    return filled.get(closing, ())


def sum_of(parts: Sequence[Actual], unit: str) -> Actual | None:
    """Add records up, words of the last one; None for percentages without their ratio, or ratios mixed with numbers."""
    if len(parts) < 2:
        return parts[0] if parts else None
    told = [part for part in parts if part.state is FigureState.FIGURE]
    numbers = [part.value for part in told if part.value is not None]
    ratios = [(part.numerator or 0, part.denominator or 0) for part in told if part.value is None]
    if (numbers and ratios) or (len(numbers) > 1 and unit == "%"):
        return None
    return replace(
        parts[-1],
        start=parts[0].start,
        state=FigureState.FIGURE if told else FigureState.NOTHING_HAPPENED,
        value=sum(numbers, Decimal(0)) if numbers else None,
        numerator=Decimal(sum(top for top, _ in ratios)) if ratios else None,
        denominator=Decimal(sum(bottom for _, bottom in ratios)) if ratios else None,
        estimate=any(part.estimate for part in parts),
    )
