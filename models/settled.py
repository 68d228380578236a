"""The records of an indicator as a period counts them: parts added up, an override in place of what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.actuals import Actual, FigureState, figure_for
from models.duties import ReportingPeriod
from models.facts import Facts, Override
from models.parts import with_sums
from models.plans import IndicatorRow
from models.text import one_line
from models.words import day as day_text


def settled(row: IndicatorRow, figures: Sequence[Actual], facts: Facts, period: ReportingPeriod) -> Sequence[Actual]:
    """Return a row's records, oldest first, as they count for a period.

    An override holds for its own period only: another period that closes on the same day keeps the recorded figure.
    In the year's running total it stands for the days of its period.
    """
    records = with_sums(row, figures, facts, (period.start, period.closing))
    override = override_of(row, facts, period)
    if override is None:
        return records
    derived = figure_for(row, records, period.start, period.closing)
    figure = Actual(
        row_key=row.key,
        start=period.start,
        as_of=period.closing,
        value=override.value,
        numerator=override.numerator,
        denominator=override.denominator,
        difficulty=derived.difficulty if derived else "",
        proposal=derived.proposal if derived else "",
        note=derived.note if derived else "",
    )
    others = (one for one in records if not _is_replaced(row, one, figure))
    return sorted((*others, figure), key=lambda one: (one.as_of, one.start))


def override_of(row: IndicatorRow, facts: Facts, period: ReportingPeriod) -> Override | None:
    """Return what was set for a period against the figure that follows from others, with its reason."""
    own = (one for one in facts.overrides if (one.row_key, one.period_key) == (row.key, period.key))
    return next(own, None)


def _is_replaced(row: IndicatorRow, one: Actual, override: Actual) -> bool:
    return one.as_of == override.as_of and (row.measure == "state" or one.start == override.start)


def last_known(row: IndicatorRow, figures: Sequence[Actual], period: ReportingPeriod) -> Sequence[Actual]:
    """Return the records as a report of own days counts them: a state stands as last known, its day in the note.

    Such days close when somebody asks, not when figures are taken: nobody records a state for them anew.
    """
    current = figure_for(row, figures, period.start, period.closing)
    if period.span.frequency != "once" or not (current is None or current.is_blank()):
        return figures
    nearest = nearest_before(row, figures, period.closing)
    if nearest is None:
        return figures
    note = f"Số liệu đến ngày {day_text(nearest.as_of)}"
    own = [one for one in (nearest.note, current.note if current else "") if one]
    standing = replace(
        nearest,
        start=period.start,
        as_of=period.closing,
        difficulty=current.difficulty if current else nearest.difficulty,
        proposal=current.proposal if current else nearest.proposal,
        note=one_line("; ".join([note, *own])),
    )
    others = (one for one in figures if one is not current)
    return sorted((*others, standing), key=lambda one: (one.as_of, one.start))


def nearest_before(row: IndicatorRow, figures: Sequence[Actual], closing: date) -> Actual | None:
    """Return a state's last figure before a closing day on which none was recorded, to be offered to the officer.

    It is never judged nor printed as the period's: a quarter that closes on 14/9 has no figure of its own in one of
    31/8 or 30/9. The officer may take it over, and then has recorded it.
    """
    if row.measure != "state":
        return None
    earlier = [one for one in figures if one.as_of < closing and one.state is FigureState.FIGURE and not one.is_blank()]
    return max(earlier, key=lambda one: one.as_of, default=None)
