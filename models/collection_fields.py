"""The fields of a collection form: what the store holds now, as it is typed, and what a unit's typing gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from models.actuals import Actual, FigureState, Progress
from models.errors import AppError
from models.numbers import format_number, parse_number, round_half_up, split_unit, to_text
from models.plans import IndicatorRow
from models.reports import IndicatorLine, TaskLine
from models.shown import ESTIMATE, NOT_REPORTED, NOTHING_HAPPENED
from models.targets import unit_of
from models.text import fold, one_line
from models.typed_figures import figure_to_edit, read_figure

HAS_FIGURE, NOTHING, NO_FIGURE_YET = "Có số liệu", NOTHING_HAPPENED, "Chưa có"
FINISHED, UNFINISHED = "Xong", "Chưa xong"
INDICATOR_STATES = (HAS_FIGURE, NOTHING, NO_FIGURE_YET)
TASK_STATES = (FINISHED, UNFINISHED)

WORDS: Mapping[str, str] = {
    "figure": "kết quả kỳ này",
    "text": "kết quả",
    "percent": "tỷ lệ hoàn thành",
    "done": "trạng thái",
    "deliverable_number": "số văn bản",
    "deliverable_date": "ngày văn bản",
    "difficulty": "khó khăn",
    "proposal": "đề xuất",
    "note": "ghi chú",
}
"""The fields that are compared, in the order in which they are shown."""
INDICATOR_CELLS = ("figure", "numerator", "denominator", "state", "difficulty", "proposal", "note")
TASK_CELLS = ("percent", "deliverable_number", "deliverable_date", "done", "text", "difficulty", "proposal")
_FREE = frozenset({"text", "difficulty", "proposal", "note", "deliverable_number"})
_STATES = {
    fold(HAS_FIGURE): FigureState.FIGURE,
    fold(NOTHING): FigureState.NOTHING_HAPPENED,
    fold(NO_FIGURE_YET): FigureState.NOT_REPORTED,
    "chua bao cao": FigureState.NOT_REPORTED,
    "chua co so lieu": FigureState.NOT_REPORTED,
}
_DONE = {fold(FINISHED): True, "hoan thanh": True, fold(UNFINISHED): False, "chua hoan thanh": False}
_GROUPS = (("figure",), ("numerator", "denominator"), ("state",))
_RATIO = re.compile(r"([0-9,]+)/([0-9,]+)")
_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Given:
    """What a unit gave for one field: values of a figure line, or why its typing cannot be taken."""

    typed: str
    values: Mapping[str, Any] = field(default_factory=dict)
    problem: str = ""


def present_of(line: IndicatorLine | TaskLine) -> dict[str, str]:
    """Return what the store holds for a row in the period, field by field as it is typed; blank ones are left out."""
    found = _of_figure(line.current) if isinstance(line, IndicatorLine) else _of_progress(line.in_period)
    return {name: text for name, text in found.items() if text}


def _of_figure(record: Actual | None) -> dict[str, str]:
    if record is None:
        return {}
    return {
        "figure": figure_to_edit(record) + (f" {ESTIMATE}" if record.estimate else ""),
        "difficulty": record.difficulty,
        "proposal": record.proposal,
        "note": record.note,
    }


def _of_progress(record: Progress | None) -> dict[str, str]:
    if record is None:
        return {}
    return {
        "text": record.text,
        "percent": "" if record.percent is None else _comma(record.percent),
        "done": "" if record.done is None else FINISHED if record.done else UNFINISHED,
        "deliverable_number": record.deliverable_number,
        "deliverable_date": "" if record.deliverable_date is None else f"{record.deliverable_date:%d/%m/%Y}",
        "difficulty": record.difficulty,
        "proposal": record.proposal,
    }


def figure_cells(present: str) -> dict[str, str]:
    """Return how a present figure stands on the form: in its own cell, as a ratio in two, or as a state."""
    states = {NOTHING: NOTHING, NOT_REPORTED: NO_FIGURE_YET}
    if present in states:
        return {"state": states[present]}
    if ratio := _RATIO.fullmatch(present):
        return {"numerator": ratio[1], "denominator": ratio[2]}
    return {"figure": present} if present else {}


def given_figure(row: IndicatorRow, cells: Mapping[str, str], then: str = "") -> Given | None:
    """Return what the cells of an indicator's figure give together, None where the unit left them blank.

    `then` is the figure that stood on the form: what the unit typed beside it takes its place.
    """
    typed = {name: one_line(cells.get(name, "")) for group in _GROUPS for name in group}
    typed |= dict.fromkeys(_left_standing(typed, figure_cells(then)), "")
    shown = _shown(typed)
    try:
        values = _figure(row, typed)
    except AppError as error:
        return Given(shown, problem=error.sentence)
    if not values:
        return None
    return Given(_canonical(row, values), values)


def given_field(name: str, typed: str) -> Given | None:
    """Return what any other cell gives, None where the unit left it blank."""
    clean = typed.strip() if name in ("text", "difficulty", "proposal", "note") else one_line(typed)
    if not clean:
        return None
    if name in _FREE:
        return Given(clean, {name: clean})
    try:
        return _READERS[name](clean)
    except AppError as error:
        return Given(clean, problem=error.sentence)


def _left_standing(typed: Mapping[str, str], before: Mapping[str, str]) -> list[str]:
    """Return the cells that the unit left as they came while it filled others in."""
    left = [group for group in _GROUPS if all(typed[name] == before.get(name, "") for name in group)]
    mended = any(typed[name] for group in _GROUPS if group not in left for name in group)
    return [name for group in left for name in group] if mended else []


def _shown(typed: Mapping[str, str]) -> str:
    ratio = "/".join((typed["numerator"] or "…", typed["denominator"] or "…"))
    parts = (typed["figure"], ratio if typed["numerator"] or typed["denominator"] else "", typed["state"])
    return "; ".join(part for part in parts if part)


def _figure(row: IndicatorRow, typed: Mapping[str, str]) -> Mapping[str, Any]:
    """Read figure, ratio and state, which must say one thing; AppError where they do not."""
    state = _state(typed["state"])
    found = _number_or_words(row, typed)
    if state in (None, FigureState.FIGURE):
        if state is not None and not found:
            raise AppError(f"Trạng thái ghi “{HAS_FIGURE}” nhưng chưa có số ở cột kỳ này.")
        return found
    if found and found.get("state") is not state:
        raise AppError(f"Vừa có số liệu vừa ghi trạng thái “{typed['state']}”; chỉ ghi một trong hai.")
    return {"state": state}


def _state(typed: str) -> FigureState | None:
    if not typed:
        return None
    state = _STATES.get(fold(typed).rstrip("."))
    if state is None:
        raise AppError(f"Trạng thái “{_quoted(typed)}” không có trong danh sách: {', '.join(INDICATOR_STATES)}.")
    return state


def _number_or_words(row: IndicatorRow, typed: Mapping[str, str]) -> Mapping[str, Any]:
    top, bottom = typed["numerator"], typed["denominator"]
    if bool(top) != bool(bottom):
        raise AppError(f"Có {'tử số' if top else 'mẫu số'} nhưng thiếu {'mẫu số' if top else 'tử số'}.")
    own = read_figure(row, typed["figure"])
    if not top:
        return own
    ratio = read_figure(row, f"{top}/{bottom}")
    if "numerator" not in ratio:
        raise AppError("Tử số, mẫu số phải là số; hãy xem lại hai ô đó.")
    if own and not _agree(row, own, ratio):
        raise AppError(f"Cột kỳ này ghi {typed['figure']} nhưng tử số, mẫu số là {top}/{bottom}; hai bên không khớp.")
    return ratio


def _agree(row: IndicatorRow, own: Mapping[str, Any], ratio: Mapping[str, Any]) -> bool:
    """Tell whether a figure is the ratio as far as it was typed: 84,9 of 1.452/1.710."""
    amount = Actual("", date.min, date.min, numerator=ratio["numerator"], denominator=ratio["denominator"]).amount(
        unit_of(row)
    )
    value = own.get("value")
    if value is None or amount is None:
        return own == ratio
    return bool(round_half_up(amount, max(0, -int(value.as_tuple().exponent))) == value)


def _canonical(row: IndicatorRow, values: Mapping[str, Any]) -> str:
    """Return a figure as the store's own is compared with it."""
    told = {name: values[name] for name in ("value", "numerator", "denominator", "text", "state") if name in values}
    record = Actual(row.key, date.min, date.min, estimate=bool(values.get("estimate")), **told)
    return _of_figure(record)["figure"]


def _percent(typed: str) -> Given:
    if (done := _DONE.get(fold(typed))) is not None:
        return Given(FINISHED if done else UNFINISHED, {"done": done})
    number = parse_number(split_unit(typed)[0])
    if not 0 <= number <= 100:
        raise AppError(f"Tỷ lệ hoàn thành {format_number(number)}% không nằm trong khoảng 0 đến 100.")
    number = number if number else Decimal(0)
    return Given(_comma(number), {"percent": number})


def _done(typed: str) -> Given:
    done = _DONE.get(fold(typed).rstrip("."))
    if done is None:
        raise AppError(f"Trạng thái “{_quoted(typed)}” không có trong danh sách: {', '.join(TASK_STATES)}.")
    return Given(FINISHED if done else UNFINISHED, {"done": done})


def _day(typed: str) -> Given:
    """Read a day as dd/mm/yyyy or as a program writes it."""
    if found := _DAY.fullmatch(typed):
        day, month, year = (int(part) for part in found.groups())
    elif found := _ISO.fullmatch(typed):
        year, month, day = (int(part) for part in found.groups())
    else:
        raise AppError(f"“{_quoted(typed)}” không phải là ngày; ngày ghi như 12/10/2026.")
    try:
        own = date(year, month, day)
    except ValueError as error:
        raise AppError(f"Lịch không có ngày {_quoted(typed)}.") from error
    return Given(f"{own:%d/%m/%Y}", {"deliverable_date": own})


_READERS = {"percent": _percent, "done": _done, "deliverable_date": _day}


def _comma(number: Decimal) -> str:
    return to_text(number).replace(".", ",")


def _quoted(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
