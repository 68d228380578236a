"""What a cell of a sheet holds: a number or date that is shown as the printed text, a formula, or the text itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from exporters.document import Cell

DATE_FORMAT = "dd/mm/yyyy"
GENERAL = "General"
_LONGEST_AFFIX = 60  # a number format holds at most 255 characters
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with `{row}` still open, and its result."""

    text: str
    result: Decimal | int | date | None


Value = str | Decimal | int | date | Formula


def shown_value(cell: Cell) -> tuple[Value, str]:
    """Return what a cell holds and its number format; text wherever a number would be shown otherwise than printed."""
    number_format = text_format(cell.text, cell.value)
    if cell.formula:
        wished = cell.number_format or number_format or GENERAL
        return Formula(cell.formula, cell.value), number_format or wished
    if cell.value is None or number_format is None:
        return cell.text, GENERAL
    return cell.value, number_format


def text_format(text: str, value: Decimal | int | date | None) -> str | None:
    """Return the number format that shows the value as the text; None where no format does."""
    if value is None:
        return None
    if isinstance(value, date):
        return DATE_FORMAT if text == f"{value:%d/%m/%Y}" else None
    for found in _NUMBER.finditer(text):
        if _shows(found.group(), value) and not (found.group().startswith("-") and found.start()):
            before, after = text[: found.start()], text[found.end() :]
            if '"' not in text and len(text) <= _LONGEST_AFFIX:
                return _literal(before) + _digits(found.group().lstrip("-")) + _literal(after)
    return None


def _shows(number: str, value: Decimal | int) -> bool:
    shown = Decimal(number.replace(".", "").replace(",", "."))
    return shown == Decimal(value).quantize(Decimal((0, (1,), int(shown.as_tuple().exponent))), ROUND_HALF_UP)


def _digits(number: str) -> str:
    """Return the format of a number as written: a sheet puts the comma and the dots of its own language in."""
    whole, _, places = number.partition(",")
    if whole.startswith("0") and len(whole) > 1:
        pattern = "0" * len(whole)
    else:
        pattern = "#,##0" if "." in whole or len(whole) <= 3 else "0"  # a year has no dot
    return f"{pattern}.{'0' * len(places)}" if places else pattern


def _literal(text: str) -> str:
    return f'"{text}"' if text else ""
