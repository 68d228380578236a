"""A small form that stays open until what it asks for was done; the forms of ui.dialogs and of the pages are this."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.errors import AppError
from ui import messages
from ui.pages.parts import GAP, MARGIN, second

WIDTH = 460


class Form(QDialog):
    """A form that stays open until what it asks for was done."""

    def __init__(self, parent: QWidget, title: str, explained: str, verb: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self.fields = QFormLayout()
        self.fields.setSpacing(GAP)
        self.do = QPushButton(verb)
        self.do.setDefault(True)
        self.leave = QPushButton("Thôi")
        self.leave.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.do)
        buttons.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addWidget(second(explained))
        layout.addLayout(self.fields)
        layout.addLayout(buttons)
        self.do.clicked.connect(self._on_do)
        self.leave.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field, and let Tab go through the fields before the buttons."""
        super().showEvent(event)
        items = (self.fields.itemAt(row, QFormLayout.ItemRole.FieldRole) for row in range(self.fields.rowCount()))
        boxes = [item.widget() for item in items if item is not None]
        own = [box for box in boxes if box is not None and box.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for first, second_ in pairwise([*own, self.do, self.leave]):
            QWidget.setTabOrder(first, second_)
        if own and self.focusWidget() in (None, self.do, self.leave):
            own[0].setFocus()

    def show_refused(self, error: AppError) -> None:
        """Say why it could not be done, and let the officer change the form."""
        self.setEnabled(True)
        messages.show(self, error)

    @Slot()
    def _on_do(self) -> None:
        self.setEnabled(False)
        self.give()

    def give(self) -> None:
        """Hand on what was filled in."""
        raise NotImplementedError
