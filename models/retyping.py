"""Retyping help: a period's figures in the order of the province's screen, and which were typed in there already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from models.actuals import FigureState
from models.errors import AppError, NotFound
from models.numbers import format_number
from models.plans import Plan
from models.report_work import Entered
from models.reports import IndicatorLine, Report
from models.shown import figure_text, shown_value
from models.targets import unit_of
from models.text import nfc, one_line

PREFIX = "retype."
DECIMAL = "retype.decimal"
FIELD = "value"
_COMMA, _DOT = ("comma", ",", "phẩy"), ("dot", ".", "chấm")


@dataclass(frozen=True, slots=True)
class RetypedRow:
    """A figure to be typed in: `figure` as the other screen wants it, `shown` as it is printed and remembered.

    `entered` is the day it was typed in, `changed` tells that it is another one since.
    """

    key: str
    label: str
    name: str
    figure: str
    unit: str
    shown: str
    entered: date | None = None
    changed: bool = False

    @property
    def state(self) -> str:
        """Return what the officer has to know: `đã nhập ngày 04/11/2026`, and whether it changed since."""
        if self.entered is None:
            return "chưa nhập" if self.figure else "chưa có số liệu"
        return f"đã nhập ngày {self.entered:%d/%m/%Y}" + (", số liệu đã thay đổi" if self.changed else "")


def retyped_rows(report: Report, entered: Iterable[Entered], settings: Mapping[str, str]) -> tuple[RetypedRow, ...]:
    """Return the duty's chosen rows in their order, else every indicator in printed order."""
    lines = {line.row.key: line for line in report.indicators}
    keys = chosen_rows(report.period.duty.id, settings) or tuple(lines)
    decimal = "." if settings.get(DECIMAL) == "dot" else ","
    typed = {one.row_key: one for one in entered if one.field == FIELD}
    # A row that an amended plan no longer has is left out: there is nothing to type in.
    return tuple(_row(lines[key], typed.get(key), decimal) for key in keys if key in lines)


def chosen_rows(duty_id: str, settings: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys of the rows that the office chose for a duty, in its order; none: all."""
    return tuple(settings.get(rows_setting(duty_id), "").split())


def rows_setting(duty_id: str) -> str:
    """Return the name of the setting that holds a duty's rows."""
    return f"{PREFIX}{duty_id}.rows"


def to_enter(rows: Sequence[RetypedRow], wanted: Sequence[str], on: date) -> tuple[Entered, ...]:
    """Return these rows, by key or printed number, as typed in on a day; without any named, all that have a figure."""
    chosen = [row_named(rows, name) for name in wanted] if wanted else [row for row in rows if row.shown]
    blank = next((row for row in chosen if not row.shown), None)
    if blank is not None:
        raise AppError(f"Chỉ tiêu {blank.label} chưa có số liệu nên không có gì để nhập. Hãy ghi số liệu trước.")
    if not chosen:
        raise AppError("Kỳ này chưa có số liệu nào để nhập. Hãy ghi số liệu trước.")
    return tuple(Entered(row.key, FIELD, row.shown, on) for row in chosen)


def row_named(rows: Sequence[RetypedRow], name: str) -> RetypedRow:
    """Return the row of that key or printed number."""
    found = [row for row in rows if row.key == name] or [row for row in rows if row.label.lower() == name.lower()]
    if len(found) != 1:
        why = f"có {len(found)} dòng cùng mang số “{name}”; hãy ghi mã dòng" if found else f"không có dòng “{name}”"
        raise NotFound(f"Trong bảng nhập số liệu {why}. Hãy xem lại mã dòng trong bảng.")
    return found[0]


def retyping_defaults(plan: Plan) -> dict[str, str]:
    """Return every setting of this help with what holds until it is set."""
    return {DECIMAL: "comma"} | {rows_setting(duty.id): "" for duty in plan.duties if duty.direction == "outgoing"}


def clean_retyping(plan: Plan, name: str, text: str) -> str:
    """Return a setting of this help as it is kept; a row that the plan does not have is named."""
    text = nfc(text).strip()
    if name == DECIMAL:
        return _checked_decimal(text)
    keys = tuple(dict.fromkeys(text.split()))
    known = {row.key for row in plan.indicators()}
    unknown = next((key for key in keys if key not in known), None)
    if unknown is not None:
        raise NotFound(f"Kế hoạch không có chỉ tiêu mang mã “{unknown}”. Hãy xem mã bằng lệnh so57 plan.")
    return "\n".join(keys)


def _checked_decimal(text: str) -> Literal["comma", "dot"]:
    word = text.lower()
    if word in _COMMA:
        return "comma"
    if word in _DOT:
        return "dot"
    raise AppError(f"Dấu thập phân là comma (dấu phẩy) hoặc dot (dấu chấm), không phải “{text}”.")


def _row(line: IndicatorLine, typed: Entered | None, decimal: str) -> RetypedRow:
    shown = _shown(line)
    return RetypedRow(
        key=line.row.key,
        label=line.label,
        name=one_line(line.row.name).rstrip(" .;:"),
        figure=_figure(line, decimal),
        unit=line.row.unit.strip() or unit_of(line.row),
        shown=shown,
        entered=typed.on if typed else None,
        changed=typed is not None and typed.shown != shown,
    )


def _shown(line: IndicatorLine) -> str:
    """Return the figure as printed; an estimate that became official is no other figure."""
    value, figure = _value(line), line.current
    if figure is None or figure.state is FigureState.NOT_REPORTED:
        return ""
    return one_line(figure_text(line.row, figure)) if value is None else format_number(value)


def _figure(line: IndicatorLine, decimal: str) -> str:
    """Return the figure as another screen takes it: digits and one decimal mark, no dots between thousands."""
    value = _value(line)
    if value is None:
        return _shown(line)
    return format_number(value).replace(".", "").replace(",", decimal)


def _value(line: IndicatorLine) -> Decimal | None:
    figure = line.current
    return shown_value(line.row, figure) if figure and figure.state is FigureState.FIGURE else None
