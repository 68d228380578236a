"""The table of a plan's rows whose heads say what it is sorted by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt

from ui.models.arranging import Sorting
from ui.models.line_table import Index, LineTable, Roles
from ui.models.row_columns import RowColumn

L = TypeVar("L")
UP, DOWN = "↑", "↓"


class RowTable(LineTable[L]):
    """Headings and lines in the order that was asked for."""

    def __init__(self, columns: Sequence[RowColumn[L]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.row_columns = tuple(columns)
        self.sorting: Sorting | None = None
        self.folded: set[str] = set()
        """The keys of the headings whose lines are folded away."""

    def fold(self, row: int, fold: bool) -> None:
        """Fold a heading, or unfold it."""
        change = self.folded.add if fold else self.folded.discard
        change(self.key_at(row))
        self.dataChanged.emit(self.index(row, 0), self.index(row, 1))

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """Return what a cell shows; a folded heading says so."""
        found = super().data(index, role)
        if role == Roles.DisplayRole and index.column() == 1 and self.key_at(index.row()) in self.folded:
            return f"▸ {found} …"
        return found

    def sorted_by(self, sorting: Sorting | None) -> None:
        """Say in the heads what the table is sorted by."""
        self.sorting = sorting
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def title_of(self, place: int) -> str:
        """Return a column's title, with an arrow where the table is sorted by it."""
        column = self.row_columns[place]
        if self.sorting is None or self.sorting.column != column.id:
            return column.title
        return f"{column.title} {DOWN if self.sorting.descending else UP}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        """Return a column's title, and what a click on it does."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Roles.DisplayRole:
            return self.title_of(section)
        if role == Roles.ToolTipRole and self.row_columns[section].order is not None:
            return "Bấm để sắp xếp tăng dần, bấm nữa để giảm dần, lần thứ ba về thứ tự in."
        return None

    def depth_at(self, row: int) -> int:
        """Return how far a line is set in."""
        return int(getattr(self.line_at(row), "depth", 0))

    def copied_at(self, row: int) -> list[str]:
        """Return the cells of a row as they are copied."""
        heading, line = self.heading_at(row), self.line_at(row)
        if heading is not None or line is None:
            return [heading.number, heading.name] if heading is not None else []
        return [column.copied(line) for column in self.row_columns]
