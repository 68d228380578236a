"""A box for the officer's own paragraphs with real bold and italic; it grows with them, and saves when it is left."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit

from models.written_words import DASH, LETTERS, parse_words, to_markup
from ui.report.rich_text import HEAD, insert_paragraphs, markup_of, pasted, show_words

BORDER = 4
"""Pixels of the frame above and below together, as the style sheet draws it."""
HOW = "Ctrl+B đậm, Ctrl+I nghiêng. Dòng bắt đầu bằng “- ” hoặc “a) ” là một ý của danh sách."
KEYS = {
    "Ctrl+B": "toggle_bold",
    "Ctrl+I": "toggle_italic",
    "Ctrl+Shift+L": "toggle_dash",
    "Ctrl+Shift+A": "toggle_letters",
}


class RichWords(QTextEdit):
    """Keeps its own undo until the text is saved; from then on undo is the window's, one named step."""

    left = Signal(str, str)
    """Section and kept text, when the focus leaves and the text was changed."""
    typed = Signal(str, str)
    """Section and text as it would be kept, with each key before it is saved."""
    focus_left = Signal()
    """The focus went elsewhere in the window and all was saved."""
    given_up = Signal()
    """Esc was pressed."""
    cursor_moved = Signal(QRect)
    """Where the writing is, in the box."""

    def __init__(self, section: str, lines: int = 1) -> None:
        super().__init__()
        self.section = section
        self.about: QMenu | None = None
        self._lines = lines
        self._saved = self._shown = ""
        self._is_saving = self._refused = False
        self.setObjectName("words")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setToolTip(HOW)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_changed)
        self.cursorPositionChanged.connect(self._on_cursor)
        self._fit()

    # --- what it holds

    def markup(self) -> str:
        """Return the words as they would be kept."""
        return markup_of(self.document())

    @property
    def is_being_written(self) -> bool:
        """Tell whether something here is not saved yet."""
        return self._refused or (self.document().isModified() and self.markup() != self._shown)

    def show_saved(self, text: str) -> None:
        """Show what the store holds, unless something is being written here, or is on its way to the store."""
        if text == self._saved or self._is_saving:
            return
        being_written = self.is_being_written
        self._saved = text
        if not being_written:
            self._show(text)

    def start_over(self) -> None:
        """Forget everything, before another period is shown."""
        self._saved = ""
        self._is_saving = False
        self._show("")

    def save(self) -> None:
        """Hand the text on when it was changed and may be; its list items are lettered anew."""
        if self.isReadOnly() or not self.is_being_written:
            return
        text = to_markup(parse_words(self.markup()))
        is_new = text != self._saved
        self._saved = text
        self._show(text)
        self.typed.emit(self.section, text)
        if is_new:
            self._is_saving = True
            self.left.emit(self.section, text)

    def give_up(self) -> None:
        """Take back all that is not saved."""
        self._show(self._saved)

    @Slot()
    def settle(self) -> None:
        """Hear that the saving is over: what is read from now on holds."""
        self._is_saving = False

    def refuse(self) -> None:
        """Keep the text as something that is not saved: the store would not take it."""
        self._refused = True

    def set_lines(self, lines: int) -> None:
        """Set how many lines an empty box has."""
        if lines != self._lines:
            self._lines = lines
            self._fit()

    def _show(self, text: str) -> None:
        document = self.document()
        if text != self._shown or document.isModified():
            show_words(document, text)
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.setCurrentCharFormat(QTextCharFormat())
        document.clearUndoRedoStacks()
        document.setModified(False)
        self._shown, self._refused = to_markup(parse_words(text)), False

    # --- bold, italic, lists

    @Slot()
    def toggle_bold(self) -> None:
        """Make the chosen words bold, or no longer."""
        style = QTextCharFormat()
        bold = self.fontWeight() >= QFont.Weight.DemiBold
        style.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        self._change(style)

    @Slot()
    def toggle_italic(self) -> None:
        """Make the chosen words italic, or no longer."""
        style = QTextCharFormat()
        style.setFontItalic(not self.fontItalic())
        self._change(style)

    @Slot()
    def toggle_dash(self) -> None:
        """Begin the chosen lines with a dash, or no longer."""
        self._toggle_heads(lettered=False)

    @Slot()
    def toggle_letters(self) -> None:
        """Letter the chosen lines, or no longer."""
        self._toggle_heads(lettered=True)

    def _change(self, style: QTextCharFormat) -> None:
        if not self.isReadOnly():
            self.mergeCurrentCharFormat(style)

    def _toggle_heads(self, *, lettered: bool) -> None:
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        if self.isReadOnly():
            return
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            block = document.findBlockByNumber(number)
            wanted = f"{LETTERS[(number - first) % len(LETTERS)]}) " if lettered else DASH
            found = HEAD.match(block.text())
            same_kind = found is not None and bool(found[1]) == lettered
            head = QTextCursor(block)
            head.setPosition(block.position() + (found.end() if found else 0), QTextCursor.MoveMode.KeepAnchor)
            head.insertText("" if same_kind else wanted, QTextCharFormat())
        cursor.endEditBlock()

    def _goes_on(self) -> bool:
        """Begin the next item of a list at the end of one; end the list at an empty one."""
        cursor = self.textCursor()
        found = HEAD.match(cursor.block().text())
        if found is None or cursor.hasSelection() or cursor.positionInBlock() < found.end():
            return False
        cursor.beginEditBlock()
        if cursor.block().text().strip() == found[0].strip():
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            cursor.insertBlock()
            cursor.insertText(_next_head(found[0]), QTextCharFormat())
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        return True

    # --- events

    @Slot()
    def _on_changed(self) -> None:
        if self.hasFocus():
            self.typed.emit(self.section, self.markup())

    @Slot()
    def _on_cursor(self) -> None:
        if self.hasFocus():
            self.cursor_moved.emit(self.cursorRect())

    @Slot()
    def _fit(self) -> None:
        """Be as high as the text, and no lower than the lines of an empty box."""
        least = self.fontMetrics().lineSpacing() * self._lines + 2 * ceil(self.document().documentMargin())
        height = max(least, ceil(self.document().size().height())) + BORDER
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text in the new width."""
        super().resizeEvent(event)
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words with their bold, italic and lists, and nothing else of their format."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        insert_paragraphs(cursor, pasted(source))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Format by the keys that Word has; go on with a list at the end of a line."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        for keys, name in KEYS.items():
            if _is(event, keys):
                getattr(self, name)()
                return
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not (is_return and plain and not self.isReadOnly() and self._goes_on()):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save when the officer goes elsewhere; a menu over the box is no leaving."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
            self.save()
            if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
                self.focus_left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer bold and italic beside what every box offers."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not self.isReadOnly():
            menu.addSeparator()
            menu.addAction("Đậm\tCtrl+B", self.toggle_bold)
            menu.addAction("Nghiêng\tCtrl+I", self.toggle_italic)
            menu.addAction("Gạch đầu dòng\tCtrl+Shift+L", self.toggle_dash)
            menu.addAction("Đánh chữ a), b)…\tCtrl+Shift+A", self.toggle_letters)
            if self.about is not None:
                menu.addSeparator()
                menu.addMenu(self.about)
        menu.popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where the box itself has nothing to take back; keep its own keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            document = self.document()
            undoing = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            redoing = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if undoing or redoing:
                event.ignore()
                return False
            if any(_is(event, keys) for keys in KEYS):
                event.accept()
                return True
        return super().event(event)


def _is(event: QKeyEvent, keys: str) -> bool:
    return QKeySequence(event.keyCombination()) == QKeySequence(keys)


def _next_head(head: str) -> str:
    """Return the head of the list item after one."""
    letter = head.strip().removesuffix(")")
    if letter == DASH.strip():
        return DASH
    at = LETTERS.find(letter[0]) + 1
    return f"{LETTERS[at % len(LETTERS)] * (len(letter) + at // len(LETTERS))}) "
