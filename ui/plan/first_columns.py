"""The grid of the first declaration: its columns, and every row of the plan under its headings."""

from __future__ import annotations

from dataclasses import replace

from models.first_declaring import DONE_WORDS
from models.first_lines import FirstLine
from models.plans import IndicatorRow, Plan, TaskRow
from models.shown import day_text, figure_text
from models.typed_figures import figure_to_edit
from ui.models.columns import Column
from ui.models.line_table import Heading, Line
from ui.models.plan_rows import Rows, as_shown, bullets_of, under_headings, with_lines_only

INDICATORS = Heading("first-indicators", "", "CHỈ TIÊU", -1)
TASKS = Heading("first-tasks", "", "NHIỆM VỤ", -1)
BESIDE = Heading("first-beside", "", "NGOÀI PHỤ LỤC NHIỆM VỤ", -1)
UNDECLARED, DECLARED, NOT_WANTED = "○ chưa", "✓ đã", "–"
DONE_CHOICES = ("", *DONE_WORDS.values())


def first_rows(plan: Plan, lines: tuple[FirstLine, ...]) -> Rows[FirstLine]:
    """Return the lines under the plan's headings, indicators first; what stands in no appendix comes last."""
    by_row: dict[str, list[FirstLine]] = {}
    for line in lines:
        by_row.setdefault(line.row_key, []).append(line)
    bullets = bullets_of(plan)
    firsts = [row for row in plan.indicator_rows if row.kind != "indicator" or row.key in by_row]
    indicators = under_headings(firsts, lambda row: _as_shown(by_row.pop(row.key), as_shown(row, bullets)), bullets)
    tasks = under_headings(plan.task_rows, lambda row: by_row.pop(row.key, []))
    beside: Rows[list[FirstLine]] = [Line(key, own) for key, own in by_row.items()]
    parts = ((INDICATORS, indicators), (TASKS, tasks), (BESIDE, beside))
    return with_lines_only([row for head, rows in parts for row in (head, *_flat(rows))])


def _as_shown(lines: list[FirstLine], row: IndicatorRow) -> list[FirstLine]:
    return [replace(line, row=replace(line.row, number=row.number, name=row.name)) for line in lines]


def _flat(rows: Rows[list[FirstLine]]) -> Rows[FirstLine]:
    found: Rows[FirstLine] = []
    for row in rows:
        if isinstance(row, Heading):
            found.append(row)
        else:
            found += [Line(line.row.key, line) for line in row.content]
    return found


def _is_indicator(line: FirstLine) -> bool:
    return isinstance(line.row, IndicatorRow)


def _is_task(line: FirstLine) -> bool:
    return isinstance(line.row, TaskRow)


def _typable(line: FirstLine) -> bool:
    return isinstance(line.row, IndicatorRow) and line.typable


def _dated(line: FirstLine) -> bool:
    return _is_task(line) or (line.current is not None and line.typable)


def _number(line: FirstLine) -> str:
    return line.row.number


def _name(line: FirstLine) -> str:
    return line.row.name


def _whole(line: FirstLine) -> str:
    lead = f"Cơ quan chủ trì: {line.row.lead}" if line.row.lead else ""
    return "\n".join(part for part in (line.row.name, lead) if part)


def _time(line: FirstLine) -> str:
    same = _is_indicator(line) and line.time.strip(" .").casefold() == line.row.name.strip(" .").casefold()
    return "" if same else line.time


def _figure(line: FirstLine) -> str:
    return figure_text(line.row, line.current) if isinstance(line.row, IndicatorRow) else ""


def _figure_tip(line: FirstLine) -> str:
    if not isinstance(line.row, IndicatorRow):
        return ""
    if not line.typable:
        return "Số liệu do các đơn vị cung cấp từng phần hoặc đã ấn định, không ghi ở đây."
    days = f"Số mới được ghi cho {line.period.span.short()}, đến hết ngày {day_text(line.period.closing)}."
    within = " Ghi số phát sinh trong kỳ đó." if line.row.measure == "within" else ""
    return days + within


def _figure_to_edit(line: FirstLine) -> str:
    return figure_to_edit(line.current)


def _day(line: FirstLine) -> str:
    day = line.current.as_of if line.current else line.progress.done_on if line.progress else None
    return day_text(day) if day else ""


def _day_tip(line: FirstLine) -> str:
    return "Ngày mà số liệu phản ánh; phải là ngày chốt của một kỳ." if _is_indicator(line) else "Ngày làm xong."


def _done(line: FirstLine) -> str:
    done = line.progress.done if line.progress else None
    return "" if done is None else DONE_WORDS[done]


def _paper_number(line: FirstLine) -> str:
    return line.progress.deliverable_number if line.progress else ""


def _paper_tip(line: FirstLine) -> str:
    return f"Sản phẩm: {line.row.deliverable}" if isinstance(line.row, TaskRow) and line.row.deliverable else ""


def _paper_day(line: FirstLine) -> str:
    day = line.progress.deliverable_date if line.progress else None
    return day_text(day) if day else ""


def _note(line: FirstLine) -> str:
    told = line.current or line.progress
    return told.note if told else ""


def _state(line: FirstLine) -> str:
    return DECLARED if line.declared else UNDECLARED if line.wanted else NOT_WANTED


def _state_tip(line: FirstLine) -> str:
    if line.declared:
        return "Đã khai báo."
    if line.wanted:
        return "Chưa khai báo: cho đến lúc đó, sổ không coi là quá hạn hay thiếu số liệu."
    return "Không phải khai báo: chưa đến hạn hoặc chưa đến giai đoạn trước ngày bắt đầu dùng sổ."


def _state_colour(line: FirstLine) -> str:
    return "reached" if line.declared else "behind" if line.wanted else "second"


FIRST_COLUMNS: tuple[Column[FirstLine], ...] = (
    Column("TT", _number, width=4, align="center"),
    Column("Chỉ tiêu, nhiệm vụ", _name, width=15, stretch=4, tip=_whole, lines=5),
    Column("Mục tiêu, thời hạn", _time, width=9, stretch=1, align="center", tip=_time, lines=5),
    Column(
        "Số liệu cuối",
        _figure,
        width=7,
        align="right",
        field="figure",
        editable=_typable,
        to_edit=_figure_to_edit,
        tip=_figure_tip,
    ),
    Column("Đã xong", _done, width=7, field="done", editable=_is_task, choices=DONE_CHOICES, align="center"),
    Column("Ngày xong, ngày số liệu", _day, width=10, align="center", field="done_on", editable=_dated, tip=_day_tip),
    Column(
        "Số văn bản", _paper_number, width=7, stretch=1, field="deliverable_number", editable=_is_task, tip=_paper_tip
    ),
    Column("Ngày văn bản", _paper_day, width=10, align="center", field="deliverable_date", editable=_is_task),
    Column("Ghi chú", _note, width=5, stretch=1, field="note", long=True),
    Column("Khai báo", _state, width=6, align="center", tip=_state_tip, colour=_state_colour),
)
