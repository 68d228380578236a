"""An appendix of the plan as printed: all milestones, all columns, in the plan's own layout."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.grid import Sheet
from ui.models.line_table import LineTable
from ui.models.plan_rows import Rows


class PrintedAppendix(QWidget):
    """Holds one printed table; every plan has columns of its own, so each brings a new one."""

    chosen = Signal()
    """Another row is the current one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.table: Sheet | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_table(self, model: LineTable[Any], rows: Rows[Any]) -> None:
        """Put a new table in the place of the one before."""
        self.clear()
        self.table = sheet(model, f"{self._name} như kế hoạch in", self)
        self.table.selectionModel().currentRowChanged.connect(self.chosen)
        model.show(rows)  # by now the table hears of its headings
        self._layout.addWidget(self.table)
        self.setFocusProxy(self.table)

    def clear(self) -> None:
        """Let go of the table."""
        if self.table is not None:
            self._layout.removeWidget(self.table)
            self.table.deleteLater()
            self.table = None

    def current_key(self) -> str | None:
        """Return the key of the printed row in use, None on a heading."""
        if self.table is None or not self.table.currentIndex().isValid():
            return None
        row = self.table.currentIndex().row()
        return None if self.table.lines.heading_at(row) is not None else self.table.lines.key_at(row)


def sheet(model: LineTable[Any], name: str, parent: QWidget) -> Sheet:
    """Return a table that owns its rows."""
    found = Sheet(model, parent)
    found.setAccessibleName(name)
    model.setParent(found)
    return found
