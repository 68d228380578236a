"""An appendix of the plan as printed; the pages of indicators and tasks are this."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.grid import Sheet
from ui.models.line_table import LineTable
from ui.pages.parts import PageHead, page_layout
from ui.session import Session
from ui.standing import OpenStore


class AppendixPage(QWidget):
    """A heading, the printed title, and the table; what it shows is set by `show_plan` of its children."""

    def __init__(self, session: Session, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(title)
        self.table: Sheet | None = None
        self._store: OpenStore | None = None
        self._layout = page_layout(self)
        self._layout.addWidget(self.head)
        session.opened.connect(self._on_opened)

    def show_table(self, model: LineTable[Any], line: str) -> None:
        """Put a new table in the place of the one before, since every plan has columns of its own."""
        if self.table is not None:
            self._layout.removeWidget(self.table)
            self.table.deleteLater()
        self.head.line.setText(line)
        self.table = Sheet(model, self)
        self.table.setAccessibleName(self.head.title.text())
        model.setParent(self.table)
        self._layout.addWidget(self.table, 1)

    def show_plan(self, store: OpenStore) -> None:
        """Show the appendix of a plan."""
        raise NotImplementedError

    @Slot(object)
    def _on_opened(self, store: OpenStore) -> None:
        self._store = store
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the table out when somebody looks: it takes longer than the first page may."""
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self._store is not None:
            store, self._store = self._store, None
            self.show_plan(store)
