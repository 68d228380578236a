"""The check list of what was recorded: figures that cannot all be true, estimates left, parts that make no whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from models.actuals import Actual, FigureTable, figure_for
from models.calendars import Span, bounds
from models.checks import Warning
from models.duties import ReportingPeriod
from models.facts import Facts, PartFigure
from models.findings import Finding, FindingKind, named
from models.numbers import format_number
from models.plans import Frequency, IndicatorRow, Plan
from models.shown import day_text, with_unit
from models.targets import unit_of

_LONGER: tuple[Frequency, ...] = ("quarter", "six_months", "nine_months", "year")
"""Periods that all begin with the year, the shortest first."""


def check_records(plan: Plan, period: ReportingPeriod, figures: FigureTable, facts: Facts) -> tuple[Finding, ...]:
    """Check the figures that were recorded up to a period's closing day, row after row."""
    labels, parts = plan.labels(), _parts_by_row(facts)
    overridden = {override.row_key for override in facts.overrides if override.period_key == period.key}
    found: list[Finding] = []
    for row in plan.indicators():
        own = [figure for figure in figures.get(row.key, ()) if figure.as_of <= period.closing]
        found += _less_than_shorter(row, labels[row.key], own, period)
        found += _estimates_left(row, labels[row.key], own, period.closing)
        if row.key not in overridden:
            found += _parts(row, labels[row.key], own, parts.get(row.key, ()), period)
    return tuple(found)


def from_warnings(plan: Plan, warnings: Iterable[Warning]) -> tuple[Finding, ...]:
    """Return a period's warnings as lines of the check list."""
    labels = plan.labels()
    return tuple(Finding(w.row_key, labels.get(w.row_key, ""), w.kind, w.sentence, w.grave) for w in warnings)


def _less_than_shorter(
    row: IndicatorRow, label: str, own: Sequence[Actual], period: ReportingPeriod
) -> Iterator[Finding]:
    """Find counts of the year so far that are less than those of a shorter part of it: nine months under six."""
    if row.measure != "within" or unit_of(row) == "%":
        return
    known: list[tuple[Span, Fraction]] = []
    for frequency in _LONGER:
        span = Span(period.span.year, frequency)
        days = (period.start, period.closing) if span == period.span else bounds(span, period.calendar)
        figure = figure_for(row, own, *days)
        amount = figure.amount(unit_of(row)) if figure else None
        if amount is not None:
            known.append((span, amount))
    for (shorter, before), (longer, amount) in pairwise(known):
        if amount < before:
            sentence = (
                f"{named(row, label)}: kết quả {longer.words()} ({_shown(row, amount)}) ít hơn {shorter.words()} "
                f"({_shown(row, before)}); hãy kiểm tra lại số liệu của hai kỳ."
            )
            yield Finding(row.key, label, FindingKind.LESS_THAN_SHORTER, sentence, grave=True)


def _shown(row: IndicatorRow, amount: Fraction) -> str:
    return with_unit(format_number(amount), unit_of(row))


def _estimates_left(row: IndicatorRow, label: str, own: Sequence[Actual], closing: date) -> Iterator[Finding]:
    """Find estimates of periods before that the official figure has not replaced yet; this period's is a warning."""
    for figure in own:
        if figure.estimate and figure.as_of < closing:
            sentence = (
                f"{named(row, label)}: số liệu đến ngày {day_text(figure.as_of)} còn là số ước; hãy thay bằng số chính "
                "thức."
            )
            yield Finding(row.key, label, FindingKind.ESTIMATE_LEFT, sentence)


def _parts_by_row(facts: Facts) -> dict[str, list[PartFigure]]:
    found: dict[str, list[PartFigure]] = {}
    for part in facts.part_figures:
        found.setdefault(part.row_key, []).append(part)
    return found


def _parts(
    row: IndicatorRow, label: str, own: Sequence[Actual], parts: Sequence[PartFigure], period: ReportingPeriod
) -> Iterator[Finding]:
    """Find a figure that is another one than its units' parts together, and was not set so with a reason."""
    here = [part for part in parts if (part.start, part.as_of) == (period.start, period.closing)]
    whole = next((one for one in own if (one.start, one.as_of) == (period.start, period.closing)), None)
    amount, together = whole.amount(unit_of(row)) if whole else None, _together(here, row)
    if amount is None or together is None or amount == together:
        return
    sentence = (
        f"{named(row, label)}: {len(here)} đơn vị gửi cộng lại được {_shown(row, together)} nhưng kết quả chung ghi "
        f"{_shown(row, amount)}; hãy kiểm tra lại phần của từng đơn vị và kết quả chung."
    )
    yield Finding(row.key, label, FindingKind.PARTS, sentence, grave=True)


def _together(parts: Sequence[PartFigure], row: IndicatorRow) -> Fraction | None:
    """Add parts up: ratios by numerators and denominators, counts by themselves; None where they do not add up."""
    told = [part for part in parts if not part.nothing_happened]
    ratios = [(part.numerator, part.denominator) for part in told if part.numerator is not None and part.denominator]
    if told and len(ratios) == len(told):
        top, bottom = (sum((Fraction(pair[side] or 0) for pair in ratios), Fraction(0)) for side in (0, 1))
        return top / bottom * (100 if unit_of(row) == "%" else 1)
    values = [part.value for part in told if part.value is not None]
    adds_up = bool(told) and len(values) == len(told) and unit_of(row) != "%"
    return sum((Fraction(value) for value in values), Fraction(0)) if adds_up else None
