"""A text box for the officer's own paragraphs, saved when the focus leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from models.text import nfc


class WordsBox(QPlainTextEdit):
    """Keeps its own undo until the text is saved; from then on undo is the window's, one named step."""

    left = Signal(str, str)
    """Section and text, when the focus leaves and the text was changed."""

    typed = Signal(str, str)
    """Section and text with each key, before they are saved."""

    def __init__(self, section: str) -> None:
        super().__init__()
        self.section = section
        self._saved = ""
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        if self.hasFocus():
            self.typed.emit(self.section, nfc(self.toPlainText()))

    def show_saved(self, text: str) -> None:
        """Show what the store holds, unless something is being written here."""
        is_being_written = self.toPlainText() != self._saved
        self._saved = text
        if not is_being_written and self.toPlainText() != text:
            self.setPlainText(text)

    def start_over(self) -> None:
        """Forget everything, before another period is shown."""
        self._saved = ""
        self.clear()

    def save(self) -> None:
        """Hand the text on when it was changed."""
        text = nfc(self.toPlainText()).strip()
        if text == self._saved:
            return
        self._saved = text
        if self.toPlainText() != text:
            self.setPlainText(text)
        self.document().clearUndoRedoStacks()
        self.left.emit(self.section, text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save when the officer goes elsewhere; a menu over the box is no leaving."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
            self.save()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where the box itself has nothing to take back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            document = self.document()
            undoing = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            redoing = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if undoing or redoing:
                event.ignore()
                return False
        return super().event(event)
