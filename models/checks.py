"""Warnings about a period's figures and progress; each is one Vietnamese sentence that names the row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from models.actuals import Actual, Progress
from models.numbers import format_number
from models.plans import IndicatorRow, ScheduleColumn, TaskRow
from models.progress import DONE_STATES, TaskStatus
from models.schedules import StageKind, parse_stage
from models.shown import places_of, with_unit
from models.targets import ONE_NUMBER, parse_target, unit_of
from models.text import fold, one_line
from models.words import day

if TYPE_CHECKING:
    from models.reports import Report

WarningKind = Literal[
    "over_hundred",
    "over_whole",
    "negative",
    "fraction",
    "fell",
    "jumped",
    "estimate",
    "unit",
    "words",
    "deliverable",
    "done_day",
    "done_after",
    "done_percent",
]
POINTS = 10
_HALF = Fraction(1, 2)
_GROWTH = re.compile(r"\b(?:tang(?! cuong)|giam(?! sat)|chenh lech)\b")
_COUNTED = re.compile(
    r"(?:sang kien|cai tien|bai|don|nguoi|doanh nghiep|san pham|nhiem vu|bao cao|to chuc|cau lac bo|trung tam|thon|ban|"
    r"truong|lop|ho|van ban|cuoc|buoi|luot|to|mo hinh|de tai|du an|de an|ho so|thu tuc|co so|hop tac xa)\b"
)
"""Units of what is counted one by one; of money, areas and hours there are parts."""


@dataclass(frozen=True, slots=True)
class Warning:
    """What does not fit in a row; a grave one asks for a reason when the period is closed."""

    row_key: str
    kind: WarningKind
    sentence: str
    grave: bool


def warnings_of(report: Report) -> tuple[Warning, ...]:
    """Return what does not fit in a report, in printed order."""
    found: list[Warning] = []
    for line in report.indicators:
        if line.current is not None:
            found.extend(check_figure(line.row, line.current, line.previous, line.label))
    for task in report.tasks:
        found.extend(check_progress(task.row, task.status, task.cited))
        if task.in_period is not None:
            found.extend(check_done(task.in_period, task.cited))
    return tuple(found)


def check_figure(
    row: IndicatorRow, figure: Actual, previous: Actual | None, label: str, unit: str | None = None
) -> tuple[Warning, ...]:
    """Check a figure by itself and against the period before; `unit` is the one that came with it, if any.

    Only states are held against the period before: what was done within a month rises and falls by nature.
    """
    found = (
        _over_the_whole(row, figure, label),
        _below_nothing(row, figure, label),
        _part_of_one(row, figure, label),
        _moved(row, figure, previous, label),
        _estimate(row, figure, label),
        _wrong_unit(row, unit, label),
        _words_for_number(row, figure, label),
    )
    return tuple(warning for warning in found if warning is not None)


def _over_the_whole(row: IndicatorRow, figure: Actual, label: str) -> Warning | None:
    """Find a share over 100 %: a part greater than its whole."""
    amount = figure.amount(unit_of(row))
    if unit_of(row) != "%" or amount is None or amount <= 100:
        return None
    if figure.value is None and figure.numerator is not None and figure.denominator is not None:
        top, bottom = format_number(figure.numerator), format_number(figure.denominator)
        sentence = f"Chỉ tiêu {label}: tử số {top} lớn hơn mẫu số {bottom}; hãy kiểm tra lại hai số này."
        return Warning(row.key, "over_whole", sentence, grave=True)
    sentence = f"Chỉ tiêu {label}: kết quả {_shown(row, amount)} vượt quá 100%; hãy kiểm tra lại số liệu."
    return Warning(row.key, "over_hundred", sentence, grave=True)


def _below_nothing(row: IndicatorRow, figure: Actual, label: str) -> Warning | None:
    """Find a figure below 0; what grows may shrink as well."""
    amount = figure.amount(unit_of(row))
    below = (amount is not None and amount < 0) or (figure.numerator is not None and figure.numerator < 0)
    if amount is None or not below or _GROWTH.search(fold(f"{row.name} {row.unit}")):
        return None
    sentence = f"Chỉ tiêu {label}: kết quả {_shown(row, amount)} nhỏ hơn 0; hãy kiểm tra lại số liệu."
    return Warning(row.key, "negative", sentence, grave=True)


def _part_of_one(row: IndicatorRow, figure: Actual, label: str) -> Warning | None:
    """Find a part of what is counted one by one: 2,5 sáng kiến."""
    amount = figure.amount(unit_of(row))
    counted = _COUNTED.match(fold(one_line(row.unit)))
    if amount is None or amount.denominator == 1 or not counted:
        return None
    shown = with_unit(format_number(amount, places_of(row)), unit_of(row))
    sentence = f"Chỉ tiêu {label}: kết quả {shown} không phải số nguyên; hãy kiểm tra lại số liệu."
    return Warning(row.key, "fraction", sentence, grave=False)


def _moved(row: IndicatorRow, figure: Actual, previous: Actual | None, label: str) -> Warning | None:
    """Find a state that moved by 10 percentage points, or by half where it is no percentage."""
    unit = unit_of(row)
    now, before = figure.amount(unit), previous.amount(unit) if previous else None
    if row.measure != "state" or now is None or before is None:
        return None
    change = abs(now - before)
    limit = Fraction(POINTS) if unit == "%" else abs(before) * _HALF
    if not change or change < limit:
        return None
    fell = now < before
    sentence = (
        f"Chỉ tiêu {label}: kết quả {'giảm' if fell else 'tăng'} {_size(row, change)} so với kỳ trước "
        f"(từ {_shown(row, before)} {'xuống' if fell else 'lên'} {_shown(row, now)}); "
        "hãy kiểm tra lại hoặc ghi rõ nguyên nhân."
    )
    return Warning(row.key, "fell" if fell else "jumped", sentence, grave=False)


def _shown(row: IndicatorRow, amount: Fraction) -> str:
    """Return a figure as forms show it, with the per cent sign."""
    return with_unit(format_number(amount, places_of(row)), "%" if unit_of(row) == "%" else "")


def _size(row: IndicatorRow, change: Fraction) -> str:
    """Return a change with its measure: rates change by percentage points."""
    unit = unit_of(row)
    return with_unit(format_number(change, places_of(row)), "điểm phần trăm" if unit == "%" else unit)


def _estimate(row: IndicatorRow, figure: Actual, label: str) -> Warning | None:
    """Find an estimate that the official figure has not replaced yet."""
    if not figure.estimate:
        return None
    sentence = f"Chỉ tiêu {label}: số liệu còn là số ước; hãy thay bằng số chính thức khi có."
    return Warning(row.key, "estimate", sentence, grave=False)


def _wrong_unit(row: IndicatorRow, unit: str | None, label: str) -> Warning | None:
    """Find a figure that came with another unit than the plan's."""
    own = unit_of(row)
    if unit is None or fold(one_line(unit)) in (fold(own), fold(one_line(row.unit))):
        return None
    shown = f"tính bằng “{own}”" if own else "không có đơn vị tính"
    sentence = f"Chỉ tiêu {label} {shown} nhưng số liệu ghi “{one_line(unit)}”; hãy kiểm tra lại đơn vị."
    return Warning(row.key, "unit", sentence, grave=False)


def _words_for_number(row: IndicatorRow, figure: Actual, label: str) -> Warning | None:
    """Find words where every target of the row is a number."""
    targets = [parse_target(printed, row.name, row.unit) for printed in row.targets.values()]
    numeric = bool(targets) and all(target.comparison in ONE_NUMBER for target in targets)
    if not figure.text or not numeric or figure.amount(unit_of(row)) is not None:
        return None
    sentence = f"Chỉ tiêu {label} có mục tiêu bằng số nhưng kết quả đang ghi bằng chữ; hãy ghi số liệu."
    return Warning(row.key, "words", sentence, grave=False)


def check_progress(row: TaskRow, status: TaskStatus, label: str) -> tuple[Warning, ...]:
    """Check a task: done without a day, or without the number of the deliverable that the plan prints."""
    found = (_undated(row, status, label), _unnumbered(row, status, label))
    return tuple(warning for warning in found if warning is not None)


def _undated(row: TaskRow, status: TaskStatus, label: str) -> Warning | None:
    """Find what was recorded as done after its deadline without a day: in time or late, nobody can say."""
    if not status.lacks_day or status.deadline is None:
        return None
    sentence = (
        f"Nhiệm vụ {label} ghi hoàn thành nhưng chưa ghi ngày, trong khi hạn là {day(status.deadline)}; "
        "hãy ghi ngày hoàn thành để biết đúng hạn hay quá hạn."
    )
    return Warning(row.key, "done_day", sentence, grave=False)


def _unnumbered(row: TaskRow, status: TaskStatus, label: str) -> Warning | None:
    numbered = any(record.deliverable_number for record in status.records)
    if status.state not in DONE_STATES or numbered or not _prints_deliverable(row):
        return None
    product = one_line(row.deliverable)
    sentence = (
        f"Nhiệm vụ {label} đã hoàn thành nhưng chưa ghi số, ký hiệu của sản phẩm “{product}”; "
        "hãy bổ sung số và ngày văn bản."
    )
    return Warning(row.key, "deliverable", sentence, grave=False)


def check_done(record: Progress, label: str) -> tuple[Warning, ...]:
    """Check one record of a task: done with half of the work left, or on a day after the period closed."""
    found: list[Warning] = []
    if record.done_on is not None and record.done_on > record.as_of:
        sentence = (
            f"Nhiệm vụ {label}: ngày hoàn thành {day(record.done_on)} sau ngày chốt số liệu {day(record.as_of)}; "
            "hãy ghi lại ngày, hoặc ghi hoàn thành ở kỳ sau."
        )
        found.append(Warning(record.row_key, "done_after", sentence, grave=True))
    percent = record.percent
    if record.done is not None and percent is not None and record.done != (percent >= 100):
        told = "hoàn thành" if record.done else "chưa hoàn thành"
        sentence = (
            f"Nhiệm vụ {label} ghi {told} nhưng tỷ lệ hoàn thành là {format_number(percent)}%; "
            "hãy kiểm tra lại hai ô này."
        )
        found.append(Warning(record.row_key, "done_percent", sentence, grave=False))
    return tuple(found)


def _prints_deliverable(row: TaskRow) -> bool:
    """Tell whether the plan prints a product; Thuận Châu's I.4.1 has a month in that cell."""
    understood = parse_stage(row.deliverable, ScheduleColumn("deliverable", ""))
    return bool(understood) and understood[0].kind is not StageKind.DEADLINE
