"""The first declaration recorded: the last figure of a row on its day, or that a task was done, when and by what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from models.actuals import Progress
from models.entries import figure_after, figure_without, progress_after, progress_without
from models.errors import AppError
from models.figure_lines import FigureLine, misfits
from models.first_lines import FirstLine, FirstLines, first_lines, first_year, periods_back
from models.plans import IndicatorRow
from models.store import figure_rows
from models.text import fold
from models.words import day as day_text

if TYPE_CHECKING:
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.store.transaction import Change

DONE_WORDS: Mapping[bool, str] = {True: "Đã xong", False: "Chưa xong"}
_DONE = {fold(words): done for done, words in DONE_WORDS.items()} | {
    "x": True,
    "co": True,
    "xong": True,
    "khong": False,
    "chua": False,
}


def done_typed(typed: str) -> bool:
    """Return whether something was done as officers write it; AppError where the words do not say."""
    found = _DONE.get(fold(typed).strip())
    if found is None:
        raise AppError(f"“{typed.strip()}” không rõ là đã xong hay chưa. Hãy ghi “Đã xong” hoặc “Chưa xong”.")
    return found


def record_first(desk: Desk, given: Sequence[FigureLine], *, who: str, at: datetime, label: str = "") -> int:
    """Record lines of the first declaration in one change set, and return how many; `key` is a first line's own.

    The day of an indicator's figure stands in `done_on`: the figure is recorded for the period that closes then.
    """
    found = _present(desk)
    own = {line.row.key: line for line in found.lines}
    lines = [own[one.key or ""] for one in given]
    for line, one in zip(lines, given, strict=True):
        _check(line, one, min(found.base.closing, at.date()))
    with desk.store.change(label or _label(lines), who=who, at=at) as change:
        for line, one in zip(lines, given, strict=True):
            if isinstance(line.row, IndicatorRow):
                _save_figure(desk, change, found.base, line, line.row, one)
            else:
                _save_progress(desk, change, line, one)
    return len(given)


def clear_first(desk: Desk, key: str, field: str, *, who: str, at: datetime) -> None:
    """Empty one field of what was declared for a line; without its day a figure says nothing, so both go."""
    found = _present(desk)
    line = next(line for line in found.lines if line.row.key == key)
    with desk.store.change(f"xóa khai báo ban đầu của {_name(line)}", who=who, at=at) as change:
        for record in _records_of(desk, line):
            figure_rows.save_progress(change, progress_without(record, field))
        if line.current is not None:
            desk.check_open(_period_of(desk, found.base, line.current.as_of, line))
            figure_rows.save(change, figure_without(line.current, "figure" if field == "done_on" else field))


def _present(desk: Desk) -> FirstLines:
    found = first_lines(desk)
    if found is None:
        raise AppError("Kế hoạch chưa có kỳ báo cáo nào trước ngày bắt đầu dùng sổ nên không có gì để khai báo.")
    return found


def _records_of(desk: Desk, line: FirstLine) -> list[Progress]:
    own = desk.records().progress.get(line.row_key, ())
    return [one for one in own if one.occurrence == line.occurrence and one.as_of <= line.period.closing]


def _check(line: FirstLine, given: FigureLine, last: date) -> None:
    """Refuse what does not fit the row, a figure that others make up, and a day that lies after the beginning."""
    name = _name(line)
    if isinstance(line.row, IndicatorRow):
        if not line.typable:
            raise AppError(f"Số liệu của {name} do các đơn vị cung cấp từng phần hoặc đã ấn định nên không ghi ở đây.")
        given = replace(given, done_on=None)
    elif given.done_on is not None and given.done_on > last:
        raise AppError(
            f"Ngày xong {day_text(given.done_on)} của {name} sau ngày {day_text(last)}. Việc xong sau ngày này thì ghi "
            "ở trang Nhập số liệu của kỳ ấy."
        )
    reasons = misfits(given, line.row, _begin(name))
    if reasons:
        raise AppError(" ".join(reasons))


def _save_figure(
    desk: Desk, change: Change, base: ReportingPeriod, line: FirstLine, row: IndicatorRow, given: FigureLine
) -> None:
    """Record a figure; a day moves it to the period that closes then, words alone stay with the figure there is."""
    own, old = replace(given, done_on=None), line.current
    says_figure = bool(own.given() - {"note"})
    if given.done_on is not None:
        period = _period_of(desk, base, given.done_on, line)
    elif old is not None and not says_figure:
        period = _period_of(desk, base, old.as_of, line)
    else:
        period = line.period
    desk.check_open(period)
    if old is None and not says_figure and given.done_on is not None:
        raise AppError(f"{_begin(_name(line))} chưa có số liệu nên chưa ghi ngày được. Hãy ghi số liệu trước.")
    is_moved = old is not None and given.done_on is not None and old.as_of != period.closing
    if old is not None and is_moved:
        figure_rows.erase(change, line.row_key, old.start, old.as_of)
        old = replace(old, start=period.start, as_of=period.closing)
    kept = old if old is not None and old.as_of == period.closing else None
    new = figure_after(own, row, period, kept)
    if new is None:
        figure_rows.erase(change, line.row_key, period.start, period.closing)
    else:
        figure_rows.save(change, new)


def _save_progress(desk: Desk, change: Change, line: FirstLine, given: FigureLine) -> None:
    """Record progress in the last period before the beginning, with what was told before it."""
    period, old = line.period, line.progress
    desk.check_open(period)
    before = None if old is None else replace(old, start=period.start, as_of=period.closing)
    new = progress_after(given, line.occurrence, period, before, line.row_key)
    if new is None:
        figure_rows.erase_progress(change, line.row_key, line.occurrence, period.start, period.closing)
    else:
        figure_rows.save_progress(change, new)


def _period_of(desk: Desk, base: ReportingPeriod, day: date, line: FirstLine) -> ReportingPeriod:
    """Return the period that closes on a day, or say which days there are nearby."""
    periods = list(periods_back(base, first_year(desk.plan)))
    found = next((one for one in periods if one.closing == day), None)
    if found is None:
        near = sorted(periods, key=lambda one: abs((one.closing - day).days))[:2]
        days = " hoặc ".join(day_text(one.closing) for one in sorted(near, key=lambda one: one.closing))
        raise AppError(
            f"Không có kỳ nào trước ngày bắt đầu dùng sổ chốt số liệu vào {day_text(day)} cho {_name(line)}. "
            f"Hãy ghi ngày chốt gần nhất: {days}."
        )
    return found


def _name(line: FirstLine) -> str:
    """Name a line within a sentence: chỉ tiêu V.4, nhiệm vụ I.1.1 (lần 2025)."""
    kind = "chỉ tiêu" if isinstance(line.row, IndicatorRow) else "nhiệm vụ"
    beside = f" (lần {line.occurrence})" if line.row.key != line.row_key else ""
    return f"{kind} {line.label}{beside}"


def _begin(name: str) -> str:
    return f"{name[0].upper()}{name[1:]}"


def _label(lines: Sequence[FirstLine]) -> str:
    return f"khai báo ban đầu cho {_name(lines[0])}" if len(lines) == 1 else f"khai báo ban đầu {len(lines)} dòng"
