"""Remarks that stand beneath the cells of a line, across the table: what does not fit in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from ui import style

if TYPE_CHECKING:
    from ui.grid import Sheet

MARGIN = 4
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_ENDLESS = 100_000


def height_of(sheet: Sheet, row: int) -> int:
    """Return how high the remark of a row is; nothing where there is none."""
    remark = sheet.lines.remark_at(row)
    if not remark:
        return 0
    room = QRect(0, 0, max(_width(sheet), 1), _ENDLESS)
    return sheet.fontMetrics().boundingRect(room, _WRAPPED, remark).height() + MARGIN


def paint(sheet: Sheet, painter: QPainter, strips: dict[int, int]) -> None:
    """Draw the remarks of the rows that are in sight."""
    painter.setPen(QColor(style.TOKENS.behind))
    painter.setFont(sheet.font())
    for row, strip in strips.items():
        top = sheet.rowViewportPosition(row)
        high = sheet.rowHeight(row)
        if high and top < sheet.viewport().height() and top + high > 0:
            _paint_one(sheet, painter, row, QRect(0, top + high - strip, sheet.viewport().width(), strip - 1))


def _paint_one(sheet: Sheet, painter: QPainter, row: int, place: QRect) -> None:
    painter.fillRect(place.adjusted(0, 0, -1, 0), QColor(style.TOKENS.surface))
    left = max(sheet.columnViewportPosition(1), 0) + MARGIN
    words = QRect(left, place.top(), _width(sheet), place.height())
    painter.drawText(words, _WRAPPED, sheet.lines.remark_at(row))


def _width(sheet: Sheet) -> int:
    """Return the width of all columns but that of the numbers, as far as it is in sight without scrolling."""
    columns = sum(sheet.columnWidth(place) for place in range(1, len(sheet.lines.columns)))
    return min(columns, sheet.viewport().width() - sheet.columnWidth(0)) - 2 * MARGIN
