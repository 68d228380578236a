"""Tables as officers know them from a spreadsheet: Enter goes down, Tab right, typing replaces, F2 edits, Esc."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from ui import remarks, style
from ui.cells import ENTER, CellDelegate, Hint, Index, to_end
from ui.models.line_table import DEEPEST, LineTable
from ui.style import bold

Trigger = QAbstractItemView.EditTrigger
_CELL_MARGIN = 14
_CELL_MARGIN_X = 9
_ROW_MARGIN = 8
_ENDLESS = 100_000
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class Sheet(QTableView):
    """A table whose headings run across and whose columns fill the width; nothing in it can be edited."""

    def __init__(self, model: LineTable[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = model
        self._only: frozenset[str] | None = None
        self._is_laid_out = False
        self._build()
        self.setModel(model)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_data_changed)

    def _build(self) -> None:
        style.smaller(self)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(Trigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(True)
        self.setCornerButtonEnabled(False)
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        style.smaller(head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns fill the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._is_laid_out:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what came while nobody looked: measuring a hidden table would hold up the visible one."""
        super().showEvent(event)
        if not self._is_laid_out:
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the remarks, and a frame around the cell in use; the style sheet takes away Fusion's dotted one."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        remarks.paint(self, painter, self._cells.strips)
        index = self.currentIndex()
        if index.isValid() and self.hasFocus():
            strip = self._cells.strips.get(index.row(), 0)
            painter.setPen(QPen(QColor(style.TOKENS.accent), 2))
            painter.drawRect(self.visualRect(index).adjusted(1, 1, -1, -1 - strip))
        painter.end()

    def show_only(self, keys: frozenset[str] | None) -> None:
        """Hide the lines that are not in `keys`, and headings left without a line; None shows all."""
        self._only = keys
        if self._is_laid_out:
            self._hide_others(keys)

    def _hide_others(self, keys: frozenset[str] | None) -> None:
        kept = 0  # headings of a lower level still have a line below them that is shown
        for row in reversed(range(self.lines.rowCount())):
            heading = self.lines.heading_at(row)
            if heading is None:
                wanted = keys is None or self.lines.key_at(row) in keys
                kept = DEEPEST if wanted else kept
            else:  # the lines below a group also keep the heading of its section
                wanted, kept = heading.level < kept, min(kept, heading.level)
            self.setRowHidden(row, not wanted)
        if not self.currentIndex().isValid() or self.isRowHidden(self.currentIndex().row()):
            self._choose_first()

    def _fit(self) -> None:
        """Give every column its width, and what is left to those that stretch; then let the rows hold their text."""
        columns = self.lines.columns
        digit = self.fontMetrics().horizontalAdvance("0")
        widths = [column.width * digit + _CELL_MARGIN for column in columns]
        left = self.viewport().width() - sum(widths)
        shares = sum(column.stretch for column in columns)
        for place, column in enumerate(columns):
            more = left * column.stretch // shares if left > 0 and shares else 0
            self.setColumnWidth(place, widths[place] + more)
        self._fit_head()
        for row in range(self.lines.rowCount()):
            self._fit_row(row)

    def _fit_row(self, row: int) -> None:
        """Make a row high enough for its longest text. Asking the delegate for each cell takes ten times as long."""
        heading = self.lines.heading_at(row)
        columns = range(len(self.lines.columns))
        if heading is None:
            metrics = self.fontMetrics()
            most = [column.lines * metrics.lineSpacing() or _ENDLESS for column in self.lines.columns]
            cells = [(self.columnWidth(place), self.lines.text_at(row, place), most[place]) for place in columns]
        else:
            metrics = QFontMetrics(self.font() if heading.bullet else bold(self.font()))
            cells = [(sum(self.columnWidth(place) for place in columns[1:]), heading.name, _ENDLESS)]
        heights = (
            min(most, metrics.boundingRect(0, 0, max(width - _CELL_MARGIN_X, 1), _ENDLESS, _WRAPPED, text).height())
            for width, text, most in cells
            if text
        )
        strip = remarks.height_of(self, row)
        self._cells.strips.pop(row, None)
        if strip:
            self._cells.strips[row] = strip
        self.setRowHeight(row, max(heights, default=metrics.height()) + _ROW_MARGIN + strip)

    def _fit_head(self) -> None:
        """Make the head high enough for its longest title, broken where it must be."""
        head = self.horizontalHeader()
        metrics = head.fontMetrics()
        sizes = (
            metrics.boundingRect(0, 0, self.columnWidth(place) - _CELL_MARGIN, _ENDLESS, _WRAPPED, column.title)
            for place, column in enumerate(self.lines.columns)
        )
        head.setFixedHeight(max((size.height() for size in sizes), default=0) + _CELL_MARGIN)

    @Slot()
    def _on_reset(self) -> None:
        self.clearSpans()
        self._cells.strips.clear()
        for row in range(self.lines.rowCount()):
            if self.lines.heading_at(row) is not None:
                self.setSpan(row, 1, 1, len(self.lines.columns) - 1)
        self._is_laid_out = False
        if self.isVisible():
            self._lay_out()

    def _lay_out(self) -> None:
        self._is_laid_out = True
        self._fit()
        self._hide_others(self._only)

    def _choose_first(self) -> None:
        """Put the choice on the first line, so that arrow keys work at once."""
        rows = range(self.lines.rowCount())
        first = next((row for row in rows if self.lines.heading_at(row) is None and not self.isRowHidden(row)), None)
        if first is not None:
            self.setCurrentIndex(self.lines.index(first, self._first_column()))
            self.scrollToTop()  # other rows may have stood here, and the headings above the first line are seen too

    def _first_column(self) -> int:
        """Return the column in which the choice begins."""
        return 1

    @Slot(QModelIndex, QModelIndex)
    def _on_data_changed(self, top: QModelIndex, bottom: QModelIndex) -> None:
        if self._is_laid_out:
            for row in range(top.row(), bottom.row() + 1):
                self._fit_row(row)


class Grid(Sheet):
    """A sheet whose cells can be filled in."""

    def __init__(self, model: LineTable[Any], parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setEditTriggers(Trigger.AnyKeyPressed | Trigger.EditKeyPressed | Trigger.DoubleClicked)

    def edit(self, index: Index, trigger: Trigger, event: QEvent) -> bool:  # type: ignore[override]
        """Open an editor; by F2 and double click the cursor stands at the end, typing replaces."""
        opened = super().edit(index, trigger, event)
        if opened and trigger in (Trigger.EditKeyPressed, Trigger.DoubleClicked):
            to_end(self.indexWidget(index))
        return opened

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down and up with Enter; empty a cell with Delete."""
        index = self.currentIndex()
        if self.state() == self.State.EditingState and not self.hasFocus():
            super().keyPressEvent(event)  # the editor's own key, which ends the editing in a moment
        elif event.key() in ENTER and index.isValid():
            self._go_down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Delete and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.lines.setData(index, "")
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Tab go from one cell that can be filled in to the next."""
        steps = {QAbstractItemView.CursorAction.MoveNext: 1, QAbstractItemView.CursorAction.MovePrevious: -1}
        if action not in steps:
            return super().moveCursor(action, modifiers)
        return self._next_cell(steps[action]) or self.currentIndex()

    @Slot(QWidget, QAbstractItemDelegate.EndEditHint)
    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """Close an editor and go where its last key leads."""
        super().closeEditor(editor, Hint.NoHint)
        if hint is Hint.SubmitModelCache:
            self._go_down(1)
        elif hint in (Hint.EditNextItem, Hint.EditPreviousItem):
            cell = self._next_cell(1 if hint is Hint.EditNextItem else -1)
            if cell is not None:
                self._go_to(cell)

    def _first_column(self) -> int:
        """Begin in the first column that can be filled in."""
        return next((place for place, column in enumerate(self.lines.columns) if column.field), 1)

    def _go_down(self, step: int) -> None:
        """Go to the next line in the same column."""
        index = self.currentIndex()
        row = index.row() + step
        while 0 <= row < self.lines.rowCount():
            if self.lines.heading_at(row) is None and not self.isRowHidden(row):
                self._go_to(self.lines.index(row, index.column()))
                return
            row += step

    def _go_to(self, cell: QModelIndex) -> None:
        """Put the choice on one cell, whatever key is held: Shift+Enter goes up and chooses nothing more."""
        self.selectionModel().setCurrentIndex(cell, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _next_cell(self, step: int) -> QModelIndex | None:
        """Return the next cell that can be filled in, over the end of the row into the next one."""
        columns = len(self.lines.columns)
        index = self.currentIndex()
        place = index.row() * columns + index.column() + step
        wanted = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
        while 0 <= place < columns * self.lines.rowCount():
            cell = self.lines.index(place // columns, place % columns)
            if not self.isRowHidden(cell.row()) and cell.flags() & wanted:
                return cell
            place += step
        return None
