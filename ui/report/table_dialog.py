"""A table in a window of its own, with its buttons below; the lists of a report are this."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.grid import Sheet
from ui.models.line_table import LineTable
from ui.pages.parts import GAP, MARGIN, Notice, second

USUAL = QSize(860, 470)
SMALL = QSize(480, 150)


class TableDialog(QDialog):
    """A table under a sentence that says what it is; no button takes Enter away from the table."""

    def __init__(self, parent: QWidget, title: str, explained: str, lines: LineTable[Any], table: Sheet) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(USUAL)
        self.lines, self.table = lines, table
        lines.setParent(self)
        table.setAccessibleName(title)
        self.explained = second(explained)
        self.notice = Notice()
        self.tools, self.buttons = QHBoxLayout(), QHBoxLayout()
        for row in (self.tools, self.buttons):
            row.setSpacing(GAP)
        self.leave = plain_button("Đóng")
        self.leave.clicked.connect(self.reject)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(self.explained)
        layout.addLayout(self.tools)
        layout.addWidget(self.notice)
        layout.addWidget(self.table, 1)
        layout.addStretch()
        layout.addLayout(self.buttons)
        table.setFocus()

    def show_nothing(self, sentence: str) -> None:
        """Say that there is nothing to list, in a small window."""
        self.notice.say(sentence)
        self.explained.hide()
        self.table.hide()
        self.resize(SMALL)

    def add_button(self, words: str) -> QPushButton:
        """Add a button before the one that closes."""
        button = plain_button(words)
        self.buttons.insertWidget(self.buttons.count() - 1, button)
        return button


def plain_button(words: str) -> QPushButton:
    """Return a button that Enter in a table does not press."""
    button = QPushButton(words)
    button.setAutoDefault(False)
    return button
