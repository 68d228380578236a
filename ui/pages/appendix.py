"""An appendix of the plan as printed; the pages of indicators and tasks are this."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

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
        self.tabs: QTabWidget | None = None
        """The table, and others beside it where the plan has some."""
        self._store: OpenStore | None = None
        self._layout = page_layout(self)
        self._layout.addWidget(self.head)
        session.opened.connect(self._on_opened)
        if session.store is not None:
            self._on_opened(session.store)

    def show_table(self, model: LineTable[Any], line: str, beside: Mapping[str, LineTable[Any]] | None = None) -> None:
        """Put a new table in the place of the one before, since every plan has columns of its own.

        `beside` are further tables by the names of their tabs.
        """
        for old in (self.tabs, self.table):
            if old is not None:
                self._layout.removeWidget(old)
                old.deleteLater()
        self.head.line.setText(line)
        self.tabs = None
        self.table = self._sheet(model, self.head.title.text())
        if not beside:
            self._layout.addWidget(self.table, 1)
            return
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.table, self.head.title.text())
        for name, other in beside.items():
            self.tabs.addTab(self._sheet(other, name), name)
        self._layout.addWidget(self.tabs, 1)

    def _sheet(self, model: LineTable[Any], name: str) -> Sheet:
        sheet = Sheet(model, self)
        sheet.setAccessibleName(name)
        model.setParent(sheet)
        return sheet

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
