"""The columns of a plan's appendices as the plan prints them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from models.plans import IndicatorRow, LayoutColumn, Plan, TaskRow
from ui.models.columns import Align, Column, nothing
from ui.models.plan_rows import is_prose

Row = IndicatorRow | TaskRow

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
ALWAYS = ("number", "name")  # headings stand in them
RESULT_HEADS = ("Kết quả", "Đánh giá")
_MEANINGS = {"target": "mục tiêu", "deliverable": "sản phẩm", "evaluation": "tiêu chí đánh giá"}


def indicator_columns(plan: Plan) -> tuple[Column[Row], ...]:
    """Return the columns of Phụ lục I, or the usual ones where the plan prints none."""
    usual = [
        LayoutColumn("number", "STT"),
        LayoutColumn("name", "Chỉ tiêu"),
        LayoutColumn("unit", "Đơn vị tính"),
        *_usual_targets(plan),
        LayoutColumn("lead", "Cơ quan chủ trì"),
        LayoutColumn("coordinating", "Cơ quan phối hợp"),
    ]
    return _columns(plan, "indicators", usual, plan.printed_indicators())


def _usual_targets(plan: Plan) -> list[LayoutColumn]:
    """Return the columns of targets; the sections of a plan in prose name the milestone."""
    if is_prose(plan):
        return [LayoutColumn("target", "Mục tiêu")]
    return [LayoutColumn(f"target:{year}", f"Đến hết {year}") for year in plan.milestones]


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
    return _columns(plan, "tasks", usual, plan.tasks())


def title(plan: Plan, appendix: str) -> str:
    """Return a sentence with the printed title of an appendix, and where the plan has it in its text."""
    layout = plan.layouts.get(appendix)
    if layout is None or not layout.title:
        return ""
    return f"{layout.title} ({layout.source} của Kế hoạch)." if layout.source else f"{layout.title}."


def meanings(plan: Plan, appendix: str) -> str:
    """Say what the plan means by a head that sounds like a result."""
    layout = plan.layouts.get(appendix)
    columns = layout.columns if layout else ()
    said = ((column.title, _MEANINGS.get(column.field.partition(":")[0], "")) for column in columns)
    place = "bảng phân công" if appendix == "assignments" else "bảng này"
    return " ".join(
        f"Cột “{head}” của {place} là {what} của Kế hoạch." for head, what in said if what and head in RESULT_HEADS
    )


def _columns(plan: Plan, appendix: str, usual: Sequence[LayoutColumn], rows: Sequence[Row]) -> tuple[Column[Row], ...]:
    """Return the printed columns; of the usual ones only those in which the plan says something."""
    layout = plan.layouts.get(appendix)
    if layout and layout.columns:
        return tuple(_column(column) for column in layout.columns)
    columns = [(column.field in ALWAYS, _column(column)) for column in usual]
    return tuple(column for always, column in columns if always or any(column.text(row) for row in rows))


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


def _only_target(row: Row) -> str:
    """Return the target of a row that stands under its milestone; words that are the row's own name say no more."""
    if not isinstance(row, IndicatorRow):
        return ""
    return "; ".join(words for words in row.targets.values() if words != row.name)


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
    "target": _only_target,
    "lead": _lead,
    "coordinating": _coordinating,
    "deliverable": _deliverable,
    "note": _note,
}
