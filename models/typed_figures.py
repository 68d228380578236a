"""A figure as an officer types it into one cell: a number, a ratio, words, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from models.actuals import Actual, FigureState
from models.errors import AmbiguousNumber, BadNumber
from models.numbers import parse_number, split_unit, to_text
from models.plans import IndicatorRow
from models.shown import ESTIMATE, NOT_REPORTED, NOTHING_HAPPENED
from models.targets import ONE_NUMBER, parse_target, unit_of
from models.text import fold, nfc, one_line

_STATES = {fold(NOTHING_HAPPENED): FigureState.NOTHING_HAPPENED, fold(NOT_REPORTED): FigureState.NOT_REPORTED}


def read_figure(row: IndicatorRow, typed: str) -> Mapping[str, object]:
    """Return the fields of a figure line that a cell's text gives; none for an empty cell.

    '8,5' and '8,5%' are a value, '92/92' numerator and denominator, 'không phát sinh' and 'chưa báo cáo' a state.
    Words are a figure only where the plan's own targets are not all numbers.
    """
    clean = one_line(typed)
    if not clean:
        return {}
    if (state := _STATES.get(fold(clean).rstrip("."))) is not None:
        return {"state": state}
    estimate = fold(clean).endswith(fold(ESTIMATE))
    if estimate:
        clean = clean[: -len(ESTIMATE)].rstrip()
    try:
        found = _number(row, clean)
    except AmbiguousNumber:
        raise
    except BadNumber:
        if takes_only_numbers(row):
            raise
        return {"text": nfc(typed).strip()}
    return found | {"estimate": True} if estimate else found


def figure_to_edit(figure: Actual | None) -> str:
    """Return a figure as an editor begins with it: without dots between thousands, so that it reads back as it is."""
    if figure is None:
        return ""
    if figure.state is not FigureState.FIGURE:
        return NOTHING_HAPPENED if figure.state is FigureState.NOTHING_HAPPENED else NOT_REPORTED
    if figure.numerator is not None and figure.denominator is not None:
        return f"{_comma(figure.numerator)}/{_comma(figure.denominator)}"
    return figure.text if figure.value is None else _comma(figure.value)


def takes_only_numbers(row: IndicatorRow) -> bool:
    """Tell whether every target of the row is one number, so that words cannot be its figure."""
    targets = [parse_target(words, row.name, row.unit) for words in row.targets.values()]
    return bool(targets) and all(target.comparison in ONE_NUMBER for target in targets)


def _number(row: IndicatorRow, clean: str) -> dict[str, object]:
    """Read a value or a ratio; BadNumber where it is neither."""
    top, slash, bottom = clean.partition("/")
    if slash:
        return _ratio(clean, top, bottom)
    digits, unit = split_unit(clean)
    if unit == "%" and unit_of(row) != "%":
        raise BadNumber(f"Chỉ tiêu này tính bằng “{row.unit or 'số'}”, không tính bằng %; hãy ghi số không có dấu %.")
    return {"value": _unsigned_zero(parse_number(digits))}


def _ratio(clean: str, top: str, bottom: str) -> dict[str, object]:
    """Read numerator and denominator; a lone group of thousands in either asks once for both."""
    readings = [_readings(part) for part in (top, bottom)]
    choices = tuple("/".join(reading[place] for reading in readings) for place in (0, 1))
    if choices[0] != choices[1]:
        commas = [choice.replace(".", ",") for choice in choices]
        raise AmbiguousNumber(f"“{clean}” có thể là {commas[0]} hoặc {commas[1]}.", (choices[0], choices[1]))
    numerator, denominator = (_unsigned_zero(Decimal(reading[0])) for reading in readings)
    return {"numerator": numerator, "denominator": denominator}


def _readings(part: str) -> tuple[str, str]:
    """Return both plain readings of a number, the same twice where there is only one."""
    try:
        plain = to_text(parse_number(part))
    except AmbiguousNumber as error:
        return error.choices
    return plain, plain


def _unsigned_zero(number: Decimal) -> Decimal:
    return number if number else number.copy_abs()


def _comma(number: Decimal) -> str:
    return to_text(number).replace(".", ",")
