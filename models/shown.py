"""Figures and days as officers read them, the same on the screen and in every form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from models.actuals import Actual, FigureState
from models.numbers import format_number, round_half_up
from models.plans import IndicatorRow
from models.targets import parse_target, unit_of
from models.text import one_line

NOTHING_HAPPENED = "Không phát sinh"
NOT_REPORTED = "Chưa báo cáo"
ESTIMATE = "(ước)"
REACHED = "Đạt"
NOT_REACHED = "Chưa đạt"
SMALLEST_PLACES, MOST_PLACES = 1, 4


def places_of(row: IndicatorRow) -> int:
    """Return how many decimals the row's ratios are shown with.

    One, or as many as its finest target prints; two at least where a target is under 1, or 0,2 would hide a tenth.
    """
    lows = [low for words in row.targets.values() if (low := parse_target(words, row.name, row.unit).low) is not None]
    exponents = [-int(low.as_tuple().exponent) for low in lows]
    under_one = SMALLEST_PLACES + 1 if any(0 < low < 1 for low in lows) else SMALLEST_PLACES
    return min(MOST_PLACES, max([under_one, *exponents]))


def shown_value(row: IndicatorRow, figure: Actual) -> Decimal | None:
    """Return the number that is shown: as typed, or a ratio rounded half up to the row's decimals."""
    if figure.value is not None:
        return figure.value
    amount = figure.amount(unit_of(row))
    return None if amount is None else round_half_up(amount, places_of(row))


def figure_text(row: IndicatorRow, figure: Actual | None) -> str:
    """Return a figure as a table shows it, without its unit; an absent figure is an empty cell, never 0."""
    if figure is None:
        return ""
    if figure.state is FigureState.NOTHING_HAPPENED:
        return NOTHING_HAPPENED
    if figure.state is FigureState.NOT_REPORTED:
        return NOT_REPORTED
    value = shown_value(row, figure)
    if value is not None:
        number = format_number(value)
        return f"{number} {ESTIMATE}" if figure.estimate else number
    if figure.text or figure.reached is None:
        return figure.text
    return REACHED if figure.reached else NOT_REACHED


def with_unit(number: str, unit: str) -> str:
    """Return a number with its unit as prose writes it: 84,9% but 12 bài viết."""
    return f"{number}%" if unit == "%" else f"{number} {unit}".rstrip()


def figure_words(row: IndicatorRow, figure: Actual) -> str:
    """Return a figure with its unit as a sentence names it: 84,9%, 12 bài viết, không phát sinh."""
    value = shown_value(row, figure)
    if value is None:
        text = figure_text(row, figure)
        return f"“{text}”" if figure.text else text.lower()
    return with_unit(format_number(value), unit_of(row)) + (f" {ESTIMATE}" if figure.estimate else "")


def fraction_text(figure: Actual) -> str:
    """Return numerator and denominator as in 1.452/1.710, empty where the figure was not typed as such."""
    if figure.numerator is None or figure.denominator is None:
        return ""
    return f"{format_number(figure.numerator)}/{format_number(figure.denominator)}"


def fixed(value: Fraction | Decimal, places: int) -> str:
    """Return a number with exactly that many decimals, as changes of rates are written (4,0)."""
    number = format_number(value, places)
    if not places:
        return number
    whole, _, rest = number.partition(",")
    return f"{whole},{rest.ljust(places, '0')}"


def day_text(day: date) -> str:
    """Return a day as forms print it: 05/01/2026."""
    return f"{day:%d/%m/%Y}"


def day_words(day: date) -> str:
    """Return a day as a letterhead writes it: a leading 0 only for days under 10 and months 1 and 2."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


_LOGGED_DECIMALS = frozenset({"value", "numerator", "denominator", "percent"})
_LOGGED_FLAGS = frozenset({"estimate", "reached", "done", "locked"})
_LOGGED_DAYS = frozenset({"start", "as_of", "closing", "done_on", "deliverable_date"})
_STATE_WORDS = {
    FigureState.FIGURE: "có số liệu",
    FigureState.NOTHING_HAPPENED: NOTHING_HAPPENED.lower(),
    FigureState.NOT_REPORTED: NOT_REPORTED.lower(),
}


def logged_text(column: str, value: str | int | None, unit: str = "") -> str:
    """Return a value of the change log as officers read it; `unit` is that of the row."""
    if value is None or value == "":
        return "trống"
    if column in _LOGGED_FLAGS:
        return "có" if value else "không"
    if column in _LOGGED_DECIMALS:
        measure = {"value": unit, "percent": "%"}.get(column, "")
        return with_unit(format_number(Decimal(value)), measure)
    if column in _LOGGED_DAYS:
        return day_text(date.fromisoformat(str(value)))
    if column == "state":
        return _STATE_WORDS[FigureState(str(value))]
    return f"“{one_line(str(value))}”"
