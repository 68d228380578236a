"""The cells of a grid: their editors."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.models.line_table import CHOICES_ROLE, LONG_ROLE

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONG_LINES = 4
_LONG_MARGIN = 14


class CellDelegate(QStyledItemDelegate):
    """Draws a cell above the remark of its line and makes its editor: a line, a taller box for long texts, choices."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.strips: dict[int, int] = {}
        """How high the remark beneath the cells of a row is, where there is one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell in what the remark leaves of its row."""
        super().paint(painter, self._above(option, index), index)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick a box where it is drawn."""
        return super().editorEvent(event, model, self._above(option, index), index)

    def _above(self, option: QStyleOptionViewItem, index: Index) -> QStyleOptionViewItem:
        strip = self.strips.get(index.row(), 0)
        if not strip:
            return option
        found = QStyleOptionViewItem(option)
        found.rect = option.rect.adjusted(0, 0, 0, -strip)
        return found

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the editor of a cell, empty."""
        if index.data(CHOICES_ROLE):
            choices = QComboBox(parent)
            choices.addItems(index.data(CHOICES_ROLE))
            return choices
        editor = QPlainTextEdit(parent) if index.data(LONG_ROLE) else QLineEdit(parent)
        if isinstance(editor, QPlainTextEdit):
            editor.setTabChangesFocus(True)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill an editor once: what was typed meanwhile stays when the store answers about another cell."""
        if editor.property("filled"):
            return
        editor.setProperty("filled", True)
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Hand the text on."""
        model.setData(index, _text_of(editor))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Lay the editor over its cell; a long text gets room for several lines, inside the table."""
        above = self._above(option, index)
        place = QRect(above.rect)  # a copy: Qt's own dies with the option
        if isinstance(editor, QPlainTextEdit):
            place.setHeight(max(place.height(), editor.fontMetrics().lineSpacing() * _LONG_LINES + _LONG_MARGIN))
            parent = editor.parentWidget()
            if parent is not None and place.bottom() > parent.rect().bottom():
                place.moveBottom(max(parent.rect().bottom(), place.height()))
        editor.setGeometry(place)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter and Tab end a long text as they end a short one; Shift+Enter makes a new line."""
        if isinstance(editor, QPlainTextEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            hint = _ending(event)
            if hint is not None:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, hint)
                return True
        return super().eventFilter(editor, event)


def _ending(event: QKeyEvent) -> Hint | None:
    """Return what a key means that ends an editor."""
    if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return Hint.SubmitModelCache
    return {Qt.Key.Key_Tab: Hint.EditNextItem, Qt.Key.Key_Backtab: Hint.EditPreviousItem}.get(Qt.Key(event.key()))


def to_end(editor: QWidget | None) -> None:
    """Put the cursor at the end of what stands in an editor."""
    if isinstance(editor, QLineEdit):
        editor.deselect()
        editor.end(False)
    elif isinstance(editor, QPlainTextEdit):
        editor.moveCursor(QTextCursor.MoveOperation.End)


def _text_of(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return editor.currentText()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText().strip()
    return editor.text() if isinstance(editor, QLineEdit) else ""
