"""The plan's table of assignments, and what it orders each unit to do, as the plan prints them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models.plans import AssignmentRow, Plan
from ui.models.columns import Column
from ui.models.line_table import Heading, Line
from ui.models.plan_rows import Rows

_WIDTHS = {"name": (20, 2), "lead": (16, 1), "work": (20, 2), "responsibility": (16, 1), "time": (14, 1)}
_USUAL = (16, 1)


@dataclass(frozen=True, slots=True)
class OneDuty:
    """One paragraph of what a unit has to do."""

    number: int
    text: str


def assignment_columns(plan: Plan) -> tuple[Column[AssignmentRow], ...]:
    """Return the printed columns of the table of assignments."""
    return tuple(_column(column.field, column.title) for column in plan.layouts["assignments"].columns)


def _column(field: str, title: str) -> Column[AssignmentRow]:
    width, stretch = _WIDTHS.get(field, _USUAL)
    return Column(title, _text_of(field), width=width, stretch=stretch)


def _text_of(field: str) -> Callable[[AssignmentRow], str]:
    def text(row: AssignmentRow) -> str:
        if field == "lead" and row.coordinating:
            return f"{row.lead} ({row.coordinating})"
        return str(getattr(row, field))

    return text


def assignments(plan: Plan) -> Rows[AssignmentRow]:
    """Return the rows of the table of assignments."""
    return [Line(str(number), row) for number, row in enumerate(plan.assignment_rows)]


def _number(duty: OneDuty) -> str:
    return str(duty.number)


def _text(duty: OneDuty) -> str:
    return duty.text


UNIT_DUTY_COLUMNS: tuple[Column[OneDuty], ...] = (
    Column("TT", _number, width=5, align="center"),
    Column("Nhiệm vụ của đơn vị", _text, width=40, stretch=1),
)


def unit_duties(plan: Plan) -> Rows[OneDuty]:
    """Return what the plan orders each unit to do, under the unit's name."""
    found: Rows[OneDuty] = []
    for place, own in enumerate(plan.unit_duties):
        found.append(Heading(str(place), "", own.unit))
        found += [Line(f"{place}.{number}", OneDuty(number, text)) for number, text in enumerate(own.duties, start=1)]
    return found
