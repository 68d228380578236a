"""What the rows of both appendices show alike: place, number, name, and who leads."""

from __future__ import annotations

from typing import Protocol

from models.reports import IndicatorLine, TaskLine
from models.text import SortKey
from ui.models.row_columns import in_order


class ShownRow(Protocol):
    """A row of a period and its place in print."""

    @property
    def line(self) -> IndicatorLine | TaskLine:
        """Return the row as the report has it."""
        ...

    @property
    def place(self) -> int:
        """Return its place in print."""
        ...


def lead_of(line: IndicatorLine | TaskLine) -> str:
    """Return who leads a row: as printed, else as the office declared."""
    return line.row.lead or line.lead


def place(shown: ShownRow) -> int:
    """Return the place in print."""
    return shown.place


def number(shown: ShownRow) -> str:
    """Return the printed number."""
    return shown.line.row.number


def name(shown: ShownRow) -> str:
    """Return the printed name."""
    return shown.line.row.name


def name_order(shown: ShownRow) -> SortKey | None:
    """Return the place of the name in Vietnamese order."""
    return in_order(shown.line.row.name)


def lead(shown: ShownRow) -> str:
    """Return who leads the row."""
    return lead_of(shown.line)


def lead_tip(shown: ShownRow) -> str:
    """Say where the lead comes from when the plan prints none."""
    return "Do UBND xã phân công, Kế hoạch không ghi." if shown.line.lead and not shown.line.row.lead else ""


def lead_order(shown: ShownRow) -> SortKey | None:
    """Return the place of the lead in Vietnamese order."""
    return in_order(lead_of(shown.line))
