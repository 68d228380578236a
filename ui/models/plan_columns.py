"""The columns of a plan's two appendices as the plan prints them, and their rows under headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from models.plans import IndicatorRow, LayoutColumn, Plan, TaskRow
from ui.models.columns import Align, Column, nothing
from ui.models.line_table import Heading, Line

Row = IndicatorRow | TaskRow
R = TypeVar("R", IndicatorRow, TaskRow)
L = TypeVar("L")

_LEVELS = {"section": 0, "group": 1}
_WIDTHS: dict[str, tuple[int, int, Align]] = {
    "number": (5, 0, "center"),
    "name": (30, 3, "left"),
    "unit": (9, 0, "center"),
    "target": (11, 1, "center"),
    "schedule": (11, 1, "center"),
    "lead": (14, 1, "left"),
    "coordinating": (14, 1, "left"),
    "deliverable": (14, 1, "left"),
    "note": (8, 0, "left"),
}
_USUAL = (12, 0)


def indicator_columns(plan: Plan) -> tuple[Column[Row], ...]:
    """Return the columns of Phụ lục I, or the usual ones where the plan prints none."""
    usual = [
        LayoutColumn("number", "STT"),
        LayoutColumn("name", "Chỉ tiêu"),
        LayoutColumn("unit", "Đơn vị tính"),
        *(LayoutColumn(f"target:{year}", f"Đến hết {year}") for year in plan.milestones),
        LayoutColumn("lead", "Cơ quan chủ trì"),
        LayoutColumn("coordinating", "Cơ quan phối hợp"),
    ]
    return _columns(plan, "indicators", usual)


def task_columns(plan: Plan) -> tuple[Column[Row], ...]:
    """Return the columns of Phụ lục II, or the usual ones where the plan prints none."""
    usual = [
        LayoutColumn("number", "TT"),
        LayoutColumn("name", "Nhiệm vụ"),
        LayoutColumn("lead", "Cơ quan chủ trì"),
        LayoutColumn("coordinating", "Cơ quan phối hợp"),
        LayoutColumn("deliverable", "Sản phẩm"),
        *(LayoutColumn(f"schedule:{column.id}", column.title) for column in plan.schedule_columns),
        LayoutColumn("note", "Ghi chú"),
    ]
    return _columns(plan, "tasks", usual)


def title(plan: Plan, appendix: str) -> str:
    """Return the printed title of an appendix, empty where the plan has none."""
    layout = plan.layouts.get(appendix)
    return layout.title if layout else ""


def under_headings(rows: Iterable[R], content: Callable[[R], L]) -> list[Heading | Line[L]]:
    """Return rows in printed order: sections and groups as headings, the rest as lines."""
    return [
        Heading(row.key, row.number, row.name, _LEVELS[row.kind])
        if row.kind in _LEVELS
        else Line(row.key, content(row))
        for row in rows
    ]


def itself(row: R) -> R:
    """Return the row: an appendix shows the rows themselves."""
    return row


def _columns(plan: Plan, appendix: str, usual: Sequence[LayoutColumn]) -> tuple[Column[Row], ...]:
    layout = plan.layouts.get(appendix)
    printed = layout.columns if layout else ()
    return tuple(_column(column) for column in printed or usual)


def _column(printed: LayoutColumn) -> Column[Row]:
    field, _, which = printed.field.partition(":")
    width, stretch, align = _WIDTHS.get(field, (*_USUAL, "left"))
    text = _TEXTS.get(field, nothing)
    if which:
        text = partial({"target": _target, "schedule": _schedule}.get(field, _blank), which)
    *_, own_title = printed.title.split("|")
    return Column(own_title, text, width=width, stretch=stretch, align=align)


def _target(year: str, row: Row) -> str:
    return row.targets.get(int(year), "") if isinstance(row, IndicatorRow) else ""


def _schedule(column: str, row: Row) -> str:
    return row.schedule.get(column, "") if isinstance(row, TaskRow) else ""


def _blank(_which: str, _row: Row) -> str:
    return ""


def _number(row: Row) -> str:
    return row.number


def _name(row: Row) -> str:
    return row.name


def _unit(row: Row) -> str:
    return row.unit if isinstance(row, IndicatorRow) else ""


def _lead(row: Row) -> str:
    return row.lead


def _coordinating(row: Row) -> str:
    return row.coordinating


def _deliverable(row: Row) -> str:
    return row.deliverable if isinstance(row, TaskRow) else ""


def _note(row: Row) -> str:
    return row.note


_TEXTS: dict[str, Callable[[Row], str]] = {
    "number": _number,
    "name": _name,
    "unit": _unit,
    "lead": _lead,
    "coordinating": _coordinating,
    "deliverable": _deliverable,
    "note": _note,
}
