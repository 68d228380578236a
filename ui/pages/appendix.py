"""An appendix of the plan as printed; the pages of indicators and tasks are this."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from ui.grid import Sheet
from ui.models.line_table import LineTable
from ui.pages.parts import Notice, PageHead, page_layout
from ui.session import Session
from ui.standing import OpenStore


class AppendixPage(QWidget):
    """A heading, the printed title, and the table; what it shows is set by `show_plan` of its children."""

    def __init__(self, session: Session, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(title)
        self.filtered = Notice("Bỏ lọc")
        self.table: Sheet | None = None
        self.tabs: QTabWidget | None = None
        """The table, and others beside it where the plan has some."""
        self._store: OpenStore | None = None
        self._sought = ""
        self._layout = page_layout(self)
        self._layout.addWidget(self.head)
        self._layout.addWidget(self.filtered)
        self.filtered.button.clicked.connect(self.show_all)
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
        self.table.verticalScrollBar().rangeChanged.connect(self._bring_choice_into_sight)
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

    def show_keys(self, keys: frozenset[str], words: str) -> None:
        """Show only some rows, and say which; what stands outside the plan is told of."""
        if self.table is None:
            return
        self._bring_table_forward()
        rows = range(self.table.lines.rowCount())
        missing = len(keys.difference(self.table.lines.key_at(row) for row in rows))
        beside = f" ({missing} dòng ngoài kế hoạch xem ở trang Nhập số liệu)" if missing else ""
        self.table.show_only(keys)
        self.filtered.say(f"Đang lọc: {words}{beside}")
        self.table.setFocus()

    @Slot()
    def show_all(self) -> None:
        """Show all rows again."""
        self.filtered.say("")
        self._sought = ""
        if self.table is not None:
            self.table.show_only(None)

    def choose_row(self, key: str) -> None:
        """Choose a row and bring it into sight, whatever was filtered."""
        self.show_all()
        if self.table is None:
            return
        self._bring_table_forward()
        lines = self.table.lines
        row = next((row for row in range(lines.rowCount()) if lines.key_at(row) == key), None)
        if row is not None:
            self.table.setCurrentIndex(lines.index(row, 1))
        self.table.setFocus()
        self._sought = key
        self._bring_choice_into_sight()

    @Slot()
    def _bring_choice_into_sight(self) -> None:
        """Scroll to the row that was sought, also when a table that is shown for the first time gets its size."""
        if self.table is None or not self.table.currentIndex().isValid():
            return
        if self.table.lines.key_at(self.table.currentIndex().row()) == self._sought:
            self.table.scrollTo(self.table.currentIndex(), Sheet.ScrollHint.PositionAtCenter)

    def _bring_table_forward(self) -> None:
        if self.tabs is not None:
            self.tabs.setCurrentIndex(0)

    def show_plan(self, store: OpenStore) -> None:
        """Show the appendix of a plan."""
        raise NotImplementedError

    @Slot(object)
    def _on_opened(self, store: OpenStore) -> None:
        self._store = store
        self.filtered.say("")
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
