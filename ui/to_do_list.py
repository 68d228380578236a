"""The things to do as a list whose lines lead on, by click or Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from models.to_do import ToDo, ToDoKind
from ui import style
from ui.models.verdicts import BEHIND, LATE, MISSING, TOKENS

SHAPES = {
    ToDoKind.OVERDUE: LATE,
    ToDoKind.DEBT: LATE,
    ToDoKind.NO_FIGURE: MISSING,
    ToDoKind.UNDECLARED: MISSING,
    ToDoKind.WAITING: MISSING,
}
TO_DO = Qt.ItemDataRole.UserRole
LEADS_ON = "Bấm hoặc nhấn Enter để xem."
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ToDoList(QListWidget):
    """As high as its lines, which are broken where they are long."""

    chosen = Signal(object)
    """A ToDo."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("toDo")
        self.setAccessibleName("Việc cần làm")
        self.setWordWrap(True)
        self.setSpacing(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_clicked)

    def show_to_dos(self, to_dos: Sequence[ToDo]) -> None:
        """Show what is to be done; the choice stays on its place."""
        place = max(0, self.currentRow())
        self.clear()
        for to_do in to_dos:
            shape = SHAPES.get(to_do.kind, BEHIND)
            item = QListWidgetItem(f"{shape} {to_do.sentence}")
            item.setForeground(_colour(to_do))
            item.setData(TO_DO, to_do)
            item.setToolTip(LEADS_ON)
            self.addItem(item)
        self.setCurrentRow(min(place, self.count() - 1))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the line in use with Enter."""
        item = self.currentItem()
        if event.key() in ENTER and item is not None:
            self._on_clicked(item)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew and be as high as they are."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Wear the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for item in (self.item(place) for place in range(self.count())):
                item.setForeground(_colour(item.data(TO_DO)))

    def _fit(self) -> None:
        self.doItemsLayout()
        last = self.item(self.count() - 1)
        end = self.visualItemRect(last).bottom() if last is not None else 0
        self.setFixedHeight(end + self.verticalOffset() + self.spacing() + 2 * self.frameWidth() + 2)

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(TO_DO))


def _colour(to_do: ToDo) -> QColor:
    return QColor(getattr(style.TOKENS, TOKENS[SHAPES.get(to_do.kind, BEHIND)]))
