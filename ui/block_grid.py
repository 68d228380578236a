"""A grid in which blocks of cells are chosen, copied, pasted and filled; each block is one change that undo names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from models.errors import AppError
from models.figure_lines import FigureLine
from models.reports import IndicatorLine
from ui import messages
from ui.grid import Grid
from ui.models.line_table import LineTable
from ui.session import Session

Move = QAbstractItemView.CursorAction
_Keys = Qt.Key
_Flag = QItemSelectionModel.SelectionFlag
_STEPS = {_Keys.Key_Up: (-1, 0), _Keys.Key_Down: (1, 0), _Keys.Key_Left: (0, -1), _Keys.Key_Right: (0, 1)}
_LOCKED = "Kỳ này đã khóa nên chỉ xem và chép được."
_NOTHING_TO_PASTE = "Không có gì để dán: hãy chép một vùng ô trong Excel hoặc trong bảng này trước."
_NOTHING_ABOVE = "Ô trên cùng chưa có gì để điền xuống."
_NOTHING_BEFORE = "Kỳ trước không có số liệu cho các dòng đã chọn."


class BlockGrid(Grid):
    """A grid with a block of chosen cells."""

    def __init__(self, model: LineTable[Any], session: Session) -> None:
        super().__init__(model)
        self._session = session
        self._anchor = QPersistentModelIndex()
        self._extends = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._build_actions()
        session.leaving.connect(self._on_leaving)

    def _build_actions(self) -> None:
        self.copy_block = self._action("Chép", "Ctrl+C", self._on_copy)
        self.paste_block = self._action("Dán", "Ctrl+V", self._on_paste)
        self.fill_down = self._action("Điền xuống", "Ctrl+D", self._on_fill_down)
        self.as_before = self._action("Lấy số liệu kỳ trước", "Ctrl+'", self._on_as_before)
        self.as_before.setVisible(any(column.field == "figure" for column in self.lines.columns))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _action(self, words: str, keys: str, done: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # an open editor keeps its own Ctrl+C and Ctrl+V
        action.triggered.connect(done)
        self.addAction(action)
        return action

    @Slot()
    def _on_leaving(self) -> None:
        """Save what stands in an open editor, as leaving it does."""
        if self.state() == self.State.EditingState:
            self.setFocus()

    # --- which cells are chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Widen the block with Shift and the arrows."""
        step = _STEPS.get(Qt.Key(event.key()))
        only_shift = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ShiftModifier
        if step is not None and only_shift and self.state() != self.State.EditingState:
            self._extend_to(self._neighbour(*step))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Widen the block to a cell that is clicked with Shift."""
        if event.button() is Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(self.indexAt(event.position().toPoint()))
        else:
            super().mousePressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Begin a new block at a cell that is chosen by itself."""
        if not self._extends and self.state() != self.State.DragSelectingState:
            self._anchor = QPersistentModelIndex(current)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the cells under a rectangle; headings run across, and Qt would choose all columns with them."""
        top, bottom = sorted((self.rowAt(rect.top()), self.rowAt(rect.bottom())))
        left, right = sorted((self.columnAt(rect.left()), self.columnAt(rect.right())))
        if top < 0 or left < 0:  # beyond the last row or column
            super().setSelection(rect, command)
            return
        self.selectionModel().select(
            QItemSelection(self.lines.index(top, left), self.lines.index(bottom, right)), command
        )

    def _extend_to(self, cell: QModelIndex) -> None:
        if not cell.isValid() or not self._anchor.isValid():
            return
        start = self.lines.index(self._anchor.row(), self._anchor.column())
        rows, columns = sorted((start.row(), cell.row())), sorted((start.column(), cell.column()))
        corners = self.lines.index(rows[0], columns[0]), self.lines.index(rows[1], columns[1])
        self._extends = True
        self.selectionModel().setCurrentIndex(cell, _Flag.NoUpdate)
        self._extends = False
        self.selectionModel().select(QItemSelection(*corners), _Flag.ClearAndSelect)

    def _neighbour(self, down: int, right: int) -> QModelIndex:
        """Return the next cell in a direction, over headings and hidden rows; the present one at the edge."""
        now = self.currentIndex()
        row = now.row() + down
        while down and 0 <= row < self.lines.rowCount() and not self._is_line(row):
            row += down
        column = min(max(now.column() + right, 0), len(self.lines.columns) - 1)
        return self.lines.index(row, column) if 0 <= row < self.lines.rowCount() else now

    def _is_line(self, row: int) -> bool:
        return self.lines.heading_at(row) is None and not self.isRowHidden(row)

    def block(self) -> tuple[list[int], list[int]]:
        """Return the rows, without headings and hidden ones, and the columns of the chosen block."""
        cells = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        rows, columns = [cell.row() for cell in cells], [cell.column() for cell in cells]
        chosen = [row for row in range(min(rows), max(rows) + 1) if row >= 0 and self._is_line(row)]
        return chosen, list(range(min(columns), max(columns) + 1))

    # --- what is done with them

    @Slot()
    def _on_copy(self) -> None:
        from ui import grid_clipboard
        from ui.block_edits import exact_text, shown_text

        rows, columns = self.block()
        cells = [[self.lines.index(row, column) for column in columns] for row in rows]
        grid_clipboard.put(
            [[shown_text(self.lines, cell) for cell in line] for line in cells],
            [[exact_text(self.lines, cell) for cell in line] for line in cells],
        )

    @Slot()
    def _on_paste(self) -> None:
        from ui import grid_clipboard

        rows, columns = self.block()
        given = grid_clipboard.take()
        if not any(words.strip() for line in given for words in line) or not rows:
            self._session.told.emit(_NOTHING_TO_PASTE)
        elif len(given) == 1 and len(given[0]) == 1:  # one value goes into the whole block, as in Excel
            self._fill([(row, column, given[0][0]) for row in rows for column in columns], "dán")
        else:
            self._paste_at(rows[0], columns[0], given)

    def _paste_at(self, top: int, left: int, given: Sequence[Sequence[str]]) -> None:
        rows = [row for row in range(top, self.lines.rowCount()) if self._is_line(row)]
        width = len(self.lines.columns)
        beyond = [
            f"dòng dán thứ {place + 1}, cột dán thứ {own + 1}: nằm ngoài bảng."
            for place, line in enumerate(given)
            for own, words in enumerate(line)
            if words.strip() and (place >= len(rows) or left + own >= width)
        ]
        inside = [
            (row, left + own, words)
            for row, line in zip(rows, given, strict=False)
            for own, words in enumerate(line[: width - left])
        ]
        self._fill(inside, "dán", beyond)

    @Slot()
    def _on_fill_down(self) -> None:
        from ui.block_edits import exact_text

        rows, columns = self.block()
        if len(rows) == 1:  # as in Excel, one cell takes what stands above it
            rows = [*self._row_above(rows[0]), *rows]
        top = (
            [(column, exact_text(self.lines, self.lines.index(rows[0], column))) for column in columns] if rows else []
        )
        if len(rows) < 2 or not any(words for _, words in top):
            self._session.told.emit(_NOTHING_ABOVE)
        else:
            self._fill([(row, column, words) for row in rows[1:] for column, words in top], "điền xuống")

    def _row_above(self, row: int) -> Iterator[int]:
        found = next((place for place in reversed(range(row)) if self._is_line(place)), None)
        if found is not None:
            yield found

    @Slot()
    def _on_as_before(self) -> None:
        """Take last period's figure of every chosen row whose figure can be typed."""
        from ui.block_edits import previous_lines

        if self._may_fill():
            rows, _ = self.block()
            contents = [self.lines.line_at(row) for row in rows]
            own = [content for content in contents if isinstance(content, IndicatorLine)]
            lines = previous_lines(own)
            self._record(lines, f"lấy số liệu kỳ trước cho {len(lines)} chỉ tiêu", _NOTHING_BEFORE)

    def _fill(self, cells: Iterable[tuple[int, int, str]], name: str, beyond: Iterable[str] = ()) -> None:
        """Record a block of cells, given as row, column and words."""
        from ui.block_edits import Fill, read_block, refusal

        if not self._may_fill():
            return
        edit = read_block(self.lines, [Fill(self.lines.index(row, column), words) for row, column, words in cells])
        problems = (*edit.problems, *beyond)
        if problems:
            messages.show(self, AppError(refusal(problems)))
        else:
            self._record(edit.lines, f"{name} {edit.cells} ô", _NOTHING_TO_PASTE)

    def _may_fill(self) -> bool:
        if self.lines.locked:
            self._session.told.emit(_LOCKED)
        return not self.lines.locked

    def _record(self, lines: Sequence[FigureLine], label: str, nothing: str) -> None:
        period = self._session.period
        if not lines or period is None:
            self._session.told.emit(nothing)
        else:
            self._session.record_block(lines, label, period).start()
