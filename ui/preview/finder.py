"""The search line over the pages: typed text is found at once, without diacritics too; Enter goes to the next place."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from ui.preview.canvas import Canvas
from ui.preview.sheets import Place

PAUSE = 180
"""Milliseconds after the last key before a long report is searched."""
COUNT_WIDTH = 52
LINE_WIDTH = 72


class Finder(QWidget):
    """A text to be found, how often it stands there, and the way from place to place."""

    left = Signal()
    """Escape: the pages are to have the focus again."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._places: tuple[Place, ...] = ()
        self._chosen = -1
        self.line = _Line()
        self.count = QLabel()
        self.back = QToolButton()
        self.forward = QToolButton()
        self._pause = QTimer(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.line.setPlaceholderText("Tìm (Ctrl+F)")
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumWidth(LINE_WIDTH)
        self.line.setAccessibleName("Tìm trong trang")
        self.count.setFixedWidth(COUNT_WIDTH)
        self.count.hide()
        self.count.setProperty("kind", "second")
        for button, text, words in ((self.back, "▲", "Chỗ trước"), (self.forward, "▼", "Chỗ sau")):
            button.setText(text)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setEnabled(False)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.line, self.count, self.back, self.forward):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.line.textEdited.connect(self._pause.start)
        self.line.textChanged.connect(self._on_changed)
        self.line.stepped.connect(self.step)
        self.line.left.connect(self.left)
        self._pause.timeout.connect(self.search)
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)

    @Slot()
    def search(self) -> None:
        """Find the text anew; the place after the sheet that is looked at is chosen."""
        self._pause.stop()
        self._find()
        seen = self._canvas.current
        following = (at for at, place in enumerate(self._places) if place.sheet >= seen)
        self._chosen = next(following, 0 if self._places else -1)
        self._show()

    def refresh(self) -> None:
        """Mark the text on pages that were laid out anew; the view stays where it is, for somebody may be writing."""
        if self.line.text().strip():
            self._find()
            self._chosen = min(self._chosen, len(self._places) - 1)
            self._show(bring=False)

    def _find(self) -> None:
        self._places = tuple(self._canvas.sheets.find(self.line.text().strip()))

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to another place; after the last comes the first."""
        if self._pause.isActive():
            self.search()
        elif self._places:
            self._chosen = (self._chosen + by) % len(self._places)
            self._show()

    def _show(self, *, bring: bool = True) -> None:
        found = len(self._places)
        self.count.setText(f"{self._chosen + 1}/{found}" if found else "Không có" if self.line.text().strip() else "")
        self.count.setVisible(bool(self.count.text()))
        for button in (self.back, self.forward):
            button.setEnabled(found > 1)
        self._canvas.show_places(self._places, self._chosen, bring=bring)

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        if not text:
            self.search()

    @Slot()
    def _on_back(self) -> None:
        self.step(-1)

    @Slot()
    def _on_forward(self) -> None:
        self.step(1)


class _Line(QLineEdit):
    """A line in which Enter goes on, Shift+Enter goes back and Escape leaves."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter and Escape for the search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)
