"""Parts of the detail pane: a section under its heading, words that wrap, a table as high as its rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import style
from ui.grid import Sheet
from ui.models.line_table import LineTable
from ui.pages.parts import GAP

HIGHEST_TABLE = 264
ENDLESS = 4000
_FRAME = 2


def words_label(text: str = "") -> QLabel:
    """Return a label whose words wrap and can be chosen and copied."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


class Section(QFrame):
    """A part of the pane under its heading, with room for what can be done there."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailSection")
        self.title = QLabel(title)
        self.title.setFont(style.bold(self.title.font()))
        self.title.setWordWrap(True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, GAP, 0, 0)
        self.body.setSpacing(GAP)
        self.body.addWidget(self.title)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Add a row of buttons at the left."""
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)


class HuggingSheet(Sheet):
    """A table as high as its rows, so that the pane alone scrolls; a long one scrolls within itself."""

    def __init__(self, model: LineTable[Any], name: str, *, highest: int = HIGHEST_TABLE) -> None:
        super().__init__(model)
        self._highest = highest
        self.horizontalHeader().setStretchLastSection(True)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)  # Tab goes on through the pane
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.dataChanged.connect(self._on_height)

    def _fit(self) -> None:
        super()._fit()
        self._on_height()

    def _choose_first(self) -> None:
        """Choose nothing: the table is there to be read, and the first arrow key chooses."""

    @Slot()
    def _on_height(self) -> None:
        rows = sum(self.rowHeight(row) for row in range(self.lines.rowCount()))
        wanted = rows + self.horizontalHeader().height() + _FRAME
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > self._highest else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(min(wanted, self._highest))
