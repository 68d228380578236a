"""How many indicators were reached in the last periods, as upright bars with their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.trend import TrendPoint
from ui import style
from ui.pages.parts import GAP

HEIGHT = 76
WIDEST = 44
_CENTER = Qt.AlignmentFlag.AlignCenter


class TrendBars(QWidget):
    """One bar for each period, its number over it, the period below."""

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[TrendPoint, ...] = ()
        style.smaller(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[TrendPoint]) -> None:
        """Show the periods, the oldest first."""
        self._points = tuple(points)
        self.setVisible(bool(points))
        self.setAccessibleName("; ".join(f"{point.period.span.short()}: đạt {_number(point)}" for point in points))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the bars, one line of numbers above and two of names below."""
        return QSize(6 * WIDEST, HEIGHT + 3 * self.fontMetrics().lineSpacing() + GAP)

    def minimumSizeHint(self) -> QSize:
        """Give way sideways only."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        painter = QPainter(self)
        column = self.width() / max(1, len(self._points))
        most = max((point.judged for point in self._points), default=0)
        for place, point in enumerate(self._points):
            self._draw(painter, point, QRectF(place * column, 0, column, self.height()), max(1, most))
        painter.end()

    def _draw(self, painter: QPainter, point: TrendPoint, room: QRectF, most: int) -> None:
        line = self.fontMetrics().lineSpacing()
        floor = room.height() - 2 * line - GAP / 2
        high = (floor - line - 2) * point.reached / most
        wide = min(WIDEST, room.width() - GAP)
        bar = QRectF(room.center().x() - wide / 2, floor - high, wide, max(high, 1))
        painter.fillRect(bar, QColor(style.TOKENS.reached))
        painter.setPen(QColor(style.TOKENS.text))
        painter.drawText(QRectF(room.left(), bar.top() - line - 1, room.width(), line), _CENTER, _number(point))
        painter.setPen(QColor(style.TOKENS.second))
        below = QRectF(room.left(), floor + GAP / 2, room.width(), 2 * line)
        words = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, int(words), point.period.span.short())


def _number(point: TrendPoint) -> str:
    return f"{point.reached}/{point.judged}"
