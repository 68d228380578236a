"""A line of a file of figures before the plan is known, and whether what it gives fits a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from models.actuals import FigureState
from models.plans import IndicatorRow, TaskRow
from models.targets import Comparison, parse_target
from models.text import fold, one_line

Row = IndicatorRow | TaskRow

FIELD_WORDS: Mapping[str, str] = {
    "key": "mã",
    "appendix": "phụ lục",
    "number": "số",
    "unit": "đơn vị",
    "value": "kết quả",
    "numerator": "tử số",
    "denominator": "mẫu số",
    "text": "nội dung",
    "state": "trạng thái",
    "estimate": "ước",
    "percent": "tỷ lệ hoàn thành",
    "done": "hoàn thành",
    "deliverable_number": "số văn bản",
    "deliverable_date": "ngày văn bản",
    "done_on": "ngày hoàn thành",
    "difficulty": "khó khăn",
    "proposal": "đề xuất",
    "next_step": "việc tiếp theo",
    "note": "ghi chú",
}
"""Fields of a line in the order of the columns, with the words that name them."""

PLACE_FIELDS = ("key", "appendix", "number", "unit")
DATA_FIELDS = tuple(field for field in FIELD_WORDS if field not in PLACE_FIELDS)
_FIGURE_FIELDS = frozenset({"value", "numerator", "denominator", "text"})
_INDICATOR_ONLY = frozenset({"value", "numerator", "denominator", "estimate"})
_TASK_ONLY = frozenset({"percent", "deliverable_number", "deliverable_date", "done_on", "next_step"})
_BY_HAND = frozenset({Comparison.TEXT, Comparison.REPORT, Comparison.PARTS, Comparison.UNKNOWN})


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line of a file of figures; None is a cell left blank, which touches nothing.

    `line` counts from 1: the line of a CSV file, the place in a JSON list. `problems` says what in the line
    could not be read; such a line never passes `resolve`.
    """

    line: int
    key: str | None = None
    appendix: str | None = None
    number: str | None = None
    unit: str | None = None
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    text: str | None = None
    state: FigureState | Literal["erase"] | None = None
    estimate: bool | None = None
    percent: Decimal | None = None
    done: bool | None = None
    deliverable_number: str | None = None
    deliverable_date: date | None = None
    done_on: date | None = None
    difficulty: str | None = None
    proposal: str | None = None
    next_step: str | None = None
    note: str | None = None
    problems: tuple[str, ...] = ()

    def given(self) -> frozenset[str]:
        """Return the data fields that the line fills."""
        return frozenset(field for field in DATA_FIELDS if getattr(self, field) is not None)


def _columns(fields: Iterable[str]) -> str:
    """Name columns in a sentence, in their usual order."""
    named = frozenset(fields)
    return ", ".join(f"“{words}” ({field})" for field, words in FIELD_WORDS.items() if field in named)


def misfits(line: FigureLine, row: Row, name: str) -> list[str]:
    """Return every reason why the line does not fit its row, which sentences call `name`."""
    given = line.given()
    reasons = _unit_reasons(line, row, name)
    if line.state == "erase":
        if len(given) > 1:
            reasons.append(f"Dòng ghi “xóa” thì không điền gì khác; hãy bỏ trống {_columns(given - {'state'})}.")
        return reasons
    if isinstance(row, TaskRow):
        return reasons + _task_reasons(line, given, name)
    return reasons + _indicator_reasons(line, given, row, name)


def _unit_reasons(line: FigureLine, row: Row, name: str) -> list[str]:
    """Compare the unit given with the plan's, without regard to case and diacritics."""
    unit = "" if isinstance(row, TaskRow) else one_line(row.unit)
    if line.unit is None or fold(one_line(line.unit)) == fold(unit):
        return []
    own = f"tính bằng “{unit}”" if unit else "không có đơn vị tính"
    return [f"{name} {own}, nhưng tệp ghi đơn vị “{quoted(line.unit)}”."]


def _task_reasons(line: FigureLine, given: frozenset[str], name: str) -> list[str]:
    reasons = []
    if wrong := given & (_INDICATOR_ONLY | {"state"}):
        reasons.append(f"{name} là nhiệm vụ, không ghi {_columns(wrong)}; các cột này chỉ dùng cho chỉ tiêu.")
    if line.percent is not None and not 0 <= line.percent <= 100:
        reasons.append("Tỷ lệ hoàn thành phải từ 0 đến 100.")
    return reasons


def _indicator_reasons(line: FigureLine, given: frozenset[str], row: IndicatorRow, name: str) -> list[str]:
    reasons = _figure_reasons(line, given)
    if wrong := given & _TASK_ONLY:
        reasons.append(f"{name} là chỉ tiêu, không ghi {_columns(wrong)}; các cột này chỉ dùng cho nhiệm vụ.")
    if line.done is not None and not judged_by_hand(row):
        reasons.append(f"{name} không có mục tiêu bằng lời văn; hãy bỏ trống cột {_columns(['done'])}.")
    if line.state is not None and (wrong := given & (_FIGURE_FIELDS | {"estimate", "done"})):
        reasons.append(f"Đã ghi trạng thái thì không có kết quả; hãy bỏ trống {_columns(wrong)}.")
    return reasons


def _figure_reasons(line: FigureLine, given: frozenset[str]) -> list[str]:
    """Check that the figure is one of value, ratio and text, and that a ratio is whole."""
    reasons = []
    ratio = given & {"numerator", "denominator"}
    if sum((bool(ratio), line.value is not None, line.text is not None)) > 1:
        reasons.append(
            f"Chỉ ghi một loại kết quả: số, tử số và mẫu số, hoặc chữ; đang ghi {_columns(given & _FIGURE_FIELDS)}."
        )
    if len(ratio) == 1:
        missing = {"numerator", "denominator"} - ratio
        reasons.append(f"Có {_columns(ratio)} nhưng thiếu {_columns(missing)}; hãy ghi cả hai.")
    if line.denominator is not None and line.denominator <= 0:
        reasons.append("Mẫu số phải lớn hơn 0.")
    return reasons


def judged_by_hand(row: IndicatorRow) -> bool:
    """Tell whether the plan gives the indicator a target in words or of two parts, which the officer judges."""
    return any(parse_target(words, row.name, row.unit).comparison in _BY_HAND for words in row.targets.values())


def quoted(text: str | None) -> str:
    """Return what the file says, short enough to be quoted in a sentence."""
    clean = one_line(text or "")
    return clean if len(clean) <= 40 else clean[:39] + "…"
