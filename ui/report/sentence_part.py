"""A sentence that writes itself, on a pale ground: written over in place, given back, marked where figures moved."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from models.written_words import plain_words
from ui.report.parts import mark, more_button, wrapping
from ui.report.rich_text import html_of
from ui.report.rich_words import RichWords
from ui.report.stale_band import StaleBand

if TYPE_CHECKING:
    from exporters.written_over import Unit

NAMES = {"opening": "Câu mở đầu", "closing": "Câu kết"}
OWN = "✎ Lời của cán bộ thay câu tự viết"
LEFT_OUT = "∅ Câu này được bỏ khỏi báo cáo"
HOW = "Câu tự viết từ số liệu. Nhấn Enter hoặc bấm đúp để viết lại; Esc bỏ phần đang viết."
READ_ONLY = "Câu tự viết từ số liệu."


class SentencePart(QFrame):
    """One unit of what writes itself; a frame that takes the focus, with an editor in it only while it is edited."""

    overwritten = Signal(str, str, str)
    """Key, the officer's words, what wrote itself when they were begun."""
    restored = Signal(str)
    """Key of the sentence that writes itself again."""
    writing = Signal(QRect)
    """Where the writing is, in the editor."""

    def __init__(self, unit: Unit) -> None:
        super().__init__()
        self.unit = unit
        self.editor: RichWords | None = None
        self._over = ""
        self._locked = False
        self._build()
        self._tell()

    def _build(self) -> None:
        """Build what every sentence has; the rest comes with the first need, since a report has many of these."""
        self.setObjectName("sentence")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.mark: QLabel | None = None
        self.band: StaleBand | None = None
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.more = more_button("Việc với câu này")
        self.more.clicked.connect(self._on_more)
        self.left = QVBoxLayout()
        self.left.setSpacing(4)
        self.left.addWidget(self.words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 0, 4)
        layout.setSpacing(0)
        layout.addLayout(self.left, 1)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    @cached_property
    def menu(self) -> QMenu:
        """Return the menu of what can be done with the sentence."""
        menu = QMenu(self)
        menu.addAction(self.rewrite_action)
        menu.addAction(self.restore_action)
        return menu

    @cached_property
    def rewrite_action(self) -> QAction:
        """Return the action that opens the sentence."""
        action = QAction("&Viết lại câu này\tEnter", self)
        action.triggered.connect(self.edit)
        return action

    @cached_property
    def restore_action(self) -> QAction:
        """Return the action that lets the sentence write itself again."""
        action = QAction("&Trả lại câu tự viết", self)
        action.triggered.connect(self._on_restore)
        return action

    # --- what it shows

    def show_unit(self, unit: Unit) -> None:
        """Show the sentence as it stands now; what is being edited stays."""
        if unit != self.unit:
            self.unit = unit
            self._tell()

    def lock(self, locked: bool) -> None:
        """Let nothing be changed any more, or again."""
        if locked != self._locked:
            self._locked = locked
            if locked:
                self._end()
            self._tell()

    def stops(self) -> Iterator[QWidget]:
        """Yield what the tab key goes through."""
        yield self
        if self.editor is not None:
            yield self.editor
        if self.band is not None:
            yield from (self.band.keep, self.band.give_back)

    def text(self) -> str:
        """Return what the sentence says, without marks."""
        over = self.unit.replaced
        return plain_words(over.text) if over else self.unit.text

    def _tell(self) -> None:
        unit, over, editing = self.unit, self.unit.replaced, self.editor is not None
        self.words.setText(html_of(unit.text if over is None else over.text))
        self.words.setVisible(not editing and bool(self.words.text()))
        self.more.setVisible(not self._locked)
        self._tell_mark()
        if unit.stale and not editing:
            self._band().show_unit(unit, locked=self._locked)
        if self.band is not None:
            self.band.setVisible(unit.stale and not editing)
        self.setToolTip(READ_ONLY if self._locked else HOW)
        self.setAccessibleDescription(self.text())
        mark(self, "own", over is not None)

    def _tell_mark(self) -> None:
        """Say over the words which sentence it is, and whether they are the officer's."""
        over = self.unit.replaced
        said = "" if over is None else OWN if over.text else LEFT_OUT
        text = "\n".join(part for part in (NAMES.get(self.unit.key, ""), said) if part)
        self.setAccessibleName(text.replace("\n", ", ") or "Câu tự viết")
        if text and self.mark is None:
            self.mark = wrapping("second")
            self.left.insertWidget(0, self.mark)
        if self.mark is not None:
            self.mark.setText(text)
            self.mark.setVisible(bool(text))

    def _band(self) -> StaleBand:
        if self.band is None:
            self.band = StaleBand()
            self.band.keep.clicked.connect(self._on_keep)
            self.band.give_back.clicked.connect(self._on_restore)
            self.left.addWidget(self.band)
        return self.band

    # --- editing in place

    @Slot()
    def edit(self) -> None:
        """Open the sentence for the officer's words."""
        if self._locked or self.editor is not None or not self.unit.text:
            return
        over = self.unit.replaced
        self._over = self.unit.text
        self.editor = RichWords(self.unit.key)
        self.editor.setAccessibleName("Viết lại câu tự viết")
        self.editor.show_saved(over.text if over and over.text else self.unit.text)
        self.editor.left.connect(self._on_left)
        self.editor.focus_left.connect(self._end)
        self.editor.cursor_moved.connect(self.writing)
        self.editor.given_up.connect(self._on_given_up)
        self.left.insertWidget(self.left.indexOf(self.words), self.editor)
        QWidget.setTabOrder(self, self.editor)
        self._tell()
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Hand on what is being written."""
        if self.editor is not None:
            self.editor.save()

    @Slot(str, str)
    def _on_left(self, key: str, text: str) -> None:
        self.overwritten.emit(key, text, self._over)

    @Slot()
    def _on_given_up(self) -> None:
        self._give_up()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        if self.editor is not None:
            self.editor.give_up()
            self._end()

    @Slot()
    def _end(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            editor.blockSignals(True)
            self._tell()
            editor.hide()
            editor.deleteLater()

    @Slot()
    def _on_keep(self) -> None:
        if self.unit.replaced is not None:
            self.overwritten.emit(self.unit.key, self.unit.replaced.text, self.unit.text)

    @Slot()
    def _on_restore(self) -> None:
        self._give_up()
        if self.unit.replaced is not None:
            self.restored.emit(self.unit.key)

    # --- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the sentence by Enter or F2."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the sentence by a double click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the sentence."""
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self._pop_menu(self.mapToGlobal(self.rect().center()) if is_key else event.globalPos())

    @Slot()
    def _on_more(self) -> None:
        self._pop_menu(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _pop_menu(self, place: QPoint) -> None:
        if not self._locked:
            self.rewrite_action.setEnabled(bool(self.unit.text))
            self.restore_action.setEnabled(self.unit.replaced is not None)
            self.menu.popup(place)
