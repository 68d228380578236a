"""A text field of a form of settings: saved when the focus leaves it, kept as it is when it is refused."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.pages.parts import GAP
from ui.words_box import WordsBox


class FieldBox(WordsBox):
    """A field of as many lines as it has room for; what is refused stays, to be corrected."""

    edited = Signal()

    def __init__(self, field: str, lines: int) -> None:
        super().__init__(field)
        self._lines = lines
        self._kept = ""
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 2 * GAP)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if lines == 1 else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self.textChanged.connect(self.edited)

    def show_saved(self, text: str) -> None:
        """Show what holds, unless something is being written here."""
        self._kept = text
        super().show_saved(text)

    def refuse(self) -> None:
        """Keep the text as something that is not saved yet."""
        self._saved = self._kept

    def draft(self) -> str | None:
        """Return what was typed and is not saved, None where nothing was."""
        text = self.toPlainText().strip()
        return None if text == self._kept else text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save a field of one line by Enter."""
        if self._lines == 1 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
            return
        super().keyPressEvent(event)
