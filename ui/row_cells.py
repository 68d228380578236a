"""What is drawn in the cells of a table of rows: children set in, the last figures as a line, the months of a year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from models.recent import RecentFigure
from models.year_strip import Mark
from ui import style
from ui.cells import CellDelegate, Index
from ui.models.indicator_view import ShownIndicator
from ui.models.row_table import RowTable
from ui.models.task_view import ShownTask

STEP = 14
"""How far each level is set in."""
HIGH = 18
_PAD = 6
_DOT = 2.5


class RowDelegate(CellDelegate):
    """Draws the cells of a RowTable."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Keep the colour of a state in a chosen row."""
        super().initStyleOption(option, index)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(colour, QColor):
            option.palette.setColor(QPalette.ColorRole.HighlightedText, colour)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell; the ground of a set-in name reaches to the left edge all the same."""
        model = index.model()
        if not isinstance(model, RowTable):
            return
        column, line = model.row_columns[index.column()], model.line_at(index.row())
        depth = model.depth_at(index.row()) if column.id == "name" else 0
        if depth:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(option.rect, QColor(style.TOKENS.pale))
            option = QStyleOptionViewItem(option)
            option.rect = option.rect.adjusted(depth * STEP, 0, 0, 0)
        super().paint(painter, option, index)
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        if column.drawn == "trend" and isinstance(line, ShownIndicator):
            draw_trend(painter, room, line.recent)
        elif column.drawn == "year" and isinstance(line, ShownTask):
            draw_year(painter, room, line)


def draw_trend(painter: QPainter, room: QRect, points: Sequence[RecentFigure]) -> None:
    """Draw the figures of the last periods as a line with a dot at the last one; a missing one leaves a gap."""
    amounts = [point.amount for point in points]
    known = [float(amount) for amount in amounts if amount is not None]
    if not known:
        return
    least, most = min(known), max(known)
    box = QRectF(room.left(), room.center().y() - HIGH / 2, room.width(), HIGH)
    step = box.width() / max(1, len(amounts) - 1)
    spots = [
        None
        if amount is None
        else QPointF(box.right() - (len(amounts) - 1 - place) * step, _height(float(amount), least, most, box))
        for place, amount in enumerate(amounts)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(style.TOKENS.under_way), 1.5))
    for run in _runs(spots):
        painter.drawPolyline(QPolygonF(run))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.TOKENS.under_way))
    dots = [run[0] for run in _runs(spots) if len(run) == 1]
    last = spots[-1]
    for spot in [*dots, *([last] if last is not None else [])]:
        painter.drawEllipse(spot, _DOT, _DOT)
    painter.restore()


def _height(amount: float, least: float, most: float, box: QRectF) -> float:
    share = (amount - least) / (most - least) if most > least else 0.5
    return box.bottom() - _DOT - share * (box.height() - 2 * _DOT)


def _runs(spots: Sequence[QPointF | None]) -> list[list[QPointF]]:
    """Return the spots that follow each other without a gap."""
    found: list[list[QPointF]] = [[]]
    for spot in spots:
        if spot is None:
            found.append([])
        else:
            found[-1].append(spot)
    return [run for run in found if run]


def draw_year(painter: QPainter, room: QRect, shown: ShownTask) -> None:
    """Draw twelve months: a block where something is due, a thin line while it is under way, a tick at this month."""
    painter.save()
    wide = room.width() / len(shown.strip)
    top = room.center().y() - HIGH / 2
    for place, mark in enumerate(shown.strip):
        box = QRectF(room.left() + place * wide + 0.5, top + 3, wide - 1, HIGH - 7)
        _draw_month(painter, box, mark)
    if shown.month:
        left = room.left() + (shown.month - 1) * wide
        painter.fillRect(QRectF(left, top + HIGH - 2, wide, 2), QColor(style.TOKENS.accent))
    painter.restore()


def _draw_month(painter: QPainter, box: QRectF, mark: Mark) -> None:
    """Draw one month: empty, with a line through it while under way, filled where something is due."""
    if mark is Mark.DUE:
        painter.fillRect(box, QColor(style.TOKENS.text))
        return
    painter.setPen(QPen(QColor(style.TOKENS.line), 1))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    if mark is Mark.UNDER_WAY:
        middle = QRectF(box.left() - 0.5, box.center().y() - 1.5, box.width() + 1, 3)
        painter.fillRect(middle, QColor(style.TOKENS.under_way))
