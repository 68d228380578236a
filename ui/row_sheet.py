"""A table of the plan's rows: it fits any width, is sorted by its heads, and its rows are copied as text with tabs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.cells import ENTER
from ui.grid import Sheet
from ui.grid_clipboard import to_text
from ui.models.line_table import DEEPEST
from ui.models.row_table import RowTable
from ui.row_cells import HIGH, STEP, RowDelegate
from ui.style import bold

_CELL_MARGIN = 14
_CELL_MARGIN_X = 9
_ROW_MARGIN = 8
_ENDLESS = 100_000
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
NAME = 1
"""The column of the names."""
_NAME_AT_LEAST = 14
_WIDEST = 60
_KEPT_HEIGHTS = 5000
FOLDS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class RowSheet(Sheet):
    """A sheet whose columns give way: those that matter less are left out where the table is narrow."""

    sorting_asked = Signal(str)
    """A column's id."""
    widths_changed = Signal()
    chosen = Signal()
    """Another row is the current one."""
    menu_asked = Signal(QPoint)

    def __init__(self, model: RowTable[Any], parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.rows = model
        self.widths: dict[str, int] = {}
        """Widths that were set by hand, in the widths of a digit, by column."""
        self._heights: dict[tuple[object, ...], int] = {}
        self._is_fitting = False
        self._build_rows()

    def _build_rows(self) -> None:
        self._cells = RowDelegate(self)
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTabKeyNavigation(False)  # Tab leads out of a table in which nothing is typed
        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.setInterval(60)
        self._refit.timeout.connect(self._on_refit)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._on_head_clicked)
        head.sectionResized.connect(self._on_resized)
        self.selectionModel().currentRowChanged.connect(self.chosen)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_asked)

    # --- what is chosen

    def current_key(self) -> str | None:
        """Return the key of the line in use, None on a heading."""
        index = self.currentIndex()
        if not index.isValid() or self.isRowHidden(index.row()) or self.rows.heading_at(index.row()) is not None:
            return None
        return self.rows.key_at(index.row())

    def choose(self, key: str) -> bool:
        """Choose the line of a row of the plan that is shown; tell whether there is one."""
        for row in range(self.rows.rowCount()):
            if self.rows.key_at(row) == key and not self.isRowHidden(row):
                self.setCurrentIndex(self.rows.index(row, 1))
                return True
        return False

    def copy_rows(self) -> int:
        """Copy the chosen rows as text with tabs, as Excel takes it; return how many they are."""
        rows = sorted(
            {index.row() for index in self.selectionModel().selectedRows() if not self.isRowHidden(index.row())}
        )
        if rows:
            block = [[" ".join(cell.splitlines()) for cell in self.rows.copied_at(row)] for row in rows]
            QGuiApplication.clipboard().setText(to_text(block))
        return len(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy whole rows; Enter opens the row in use."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in FOLDS and plain and self._fold(event.key() == Qt.Key.Key_Left):
            return
        if event.key() in ENTER and plain and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    # --- folding

    def _fold(self, fold: bool) -> bool:
        """Fold or unfold the heading in use; tell whether there was one."""
        index = self.currentIndex()
        if not index.isValid() or self.rows.heading_at(index.row()) is None:
            return False
        self.rows.fold(index.row(), fold)
        self._hide_others(self._only)
        return True

    def toggle_fold(self) -> None:
        """Fold the heading in use, or unfold it."""
        index = self.currentIndex()
        if index.isValid():
            self._fold(self.rows.key_at(index.row()) not in self.rows.folded)

    def unfold(self) -> None:
        """Unfold everything."""
        if self.rows.folded:
            self.rows.folded.clear()
            self._hide_others(self._only)
            self.viewport().update()

    def _hide_others(self, keys: frozenset[str] | None) -> None:
        """Hide what was not asked for; what stands under a folded heading is found all the same when it is."""
        super()._hide_others(keys)
        if keys is not None:
            return
        beneath = DEEPEST
        for row in range(self.rows.rowCount()):
            heading = self.rows.heading_at(row)
            if heading is not None and heading.level <= beneath:
                beneath = heading.level if heading.key in self.rows.folded else DEEPEST
            elif beneath < DEEPEST:
                self.setRowHidden(row, True)

    # --- widths and heights

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Take the widths that were set by hand before."""
        self.widths = dict(widths)
        if self._is_laid_out:
            self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for, and give the rest its width; the name takes what is left."""
        columns = self.rows.row_columns
        digit = self.fontMetrics().horizontalAdvance("0")
        own = [self.widths.get(column.id, column.width) * digit + _CELL_MARGIN for column in columns]
        shown = self._with_room(own, self.viewport().width())
        left = self.viewport().width() - sum(own[place] for place in shown)
        if left < 0:  # what is left by then is never left out, so the name gives way
            own[NAME] = max(own[NAME] + left, _NAME_AT_LEAST * digit + _CELL_MARGIN)
            whole = sum(own[place] for place in shown)
            own = [width * min(self.viewport().width(), whole) // whole for width in own]
        shares = {place: columns[place].stretch for place in shown if columns[place].id not in self.widths}
        total = sum(shares.values())
        self._is_fitting = True
        for place in range(len(columns)):
            more = left * shares.get(place, 0) // total if left > 0 and total else 0
            self.setColumnHidden(place, place not in shown)
            self.setColumnWidth(place, own[place] + more)
        self._is_fitting = False
        self._fit_head()
        for row in range(self.rows.rowCount()):
            self._fit_row(row)

    def _with_room(self, widths: list[int], room: int) -> list[int]:
        """Return the places of the columns that there is room for."""
        columns = self.rows.row_columns
        shown = list(range(len(columns)))
        for place in sorted(shown, key=lambda place: -columns[place].spare):
            if sum(widths[own] for own in shown) <= room or not columns[place].spare:
                break
            shown.remove(place)
        return shown

    def _fit_head(self) -> None:
        """Make the head high enough for its longest title; an arrow never makes it higher."""
        head = self.horizontalHeader()
        metrics = head.fontMetrics()
        sizes = (
            metrics.boundingRect(0, 0, self.columnWidth(place) - _CELL_MARGIN, _ENDLESS, _WRAPPED, f"{column.title} ↑")
            for place, column in enumerate(self.rows.columns)
            if not self.isColumnHidden(place)
        )
        head.setFixedHeight(max((size.height() for size in sizes), default=0) + _CELL_MARGIN)

    def _fit_row(self, row: int) -> None:
        """Make a row high enough for its longest text; what was measured before is not measured again."""
        widths = tuple(self.columnWidth(place) for place in range(len(self.rows.columns)))
        heading = self.rows.heading_at(row)
        texts: tuple[object, ...]
        if heading is None:
            texts = (*(self.rows.text_at(row, place) for place in range(len(widths))), self.rows.depth_at(row))
        else:
            texts = (heading.name, heading.bullet)
        measured = (widths, texts)
        if measured not in self._heights:
            if len(self._heights) > _KEPT_HEIGHTS:
                self._heights.clear()
            self._heights[measured] = self._height_of(row, widths)
        if self.rowHeight(row) != self._heights[measured]:
            self.setRowHeight(row, self._heights[measured])

    def _height_of(self, row: int, widths: tuple[int, ...]) -> int:
        heading = self.rows.heading_at(row)
        if heading is not None:
            metrics = QFontMetrics(self.font() if heading.bullet else bold(self.font()))
            return self._wrapped(metrics, sum(widths[1:]), heading.name) + _ROW_MARGIN
        metrics = self.fontMetrics()
        found = [HIGH]
        for place, column in enumerate(self.rows.row_columns):
            text = self.rows.text_at(row, place)
            if not text or not widths[place]:
                continue
            inset = STEP * self.rows.depth_at(row) if column.id == "name" else 0
            most = column.lines * metrics.lineSpacing() or _ENDLESS
            found.append(min(most, self._wrapped(metrics, widths[place] - inset, text)))
        return max(found) + _ROW_MARGIN

    def _wrapped(self, metrics: QFontMetrics, width: int, text: str) -> int:
        return metrics.boundingRect(0, 0, max(width - _CELL_MARGIN_X, 1), _ENDLESS, _WRAPPED, text).height()

    @Slot(int, int, int)
    def _on_resized(self, place: int, _: int, width: int) -> None:
        """Remember a width that was dragged, and let the rows follow when the hand rests."""
        if self._is_fitting or not width or not self._is_laid_out:
            return
        digit = max(1, self.fontMetrics().horizontalAdvance("0"))
        own = round((width - _CELL_MARGIN) / digit)
        column = self.rows.row_columns[place]
        least = _NAME_AT_LEAST if column.id == "name" else 3
        self.widths[column.id] = min(max(own, least), _WIDEST)
        self._refit.start()

    @Slot()
    def _on_refit(self) -> None:
        self._fit()
        self.widths_changed.emit()

    @Slot(int)
    def _on_head_clicked(self, place: int) -> None:
        column = self.rows.row_columns[place]
        if column.order is not None:
            self.sorting_asked.emit(column.id)
