"""The path of an indicator as a chart: what was achieved, the targets of its milestones, the straight line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.indicator_story import Path, Point
from models.numbers import format_number
from ui import style

HEIGHT = 176
TICKS = 5
DOT, DIAMOND = 3.0, 5.0
ROOM = 6
MOST_DOTS = 40
_BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_BELOW = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class PathChart(QWidget):
    """Draws a path from its first figure to the next milestone; the later ones stand in the table."""

    def __init__(self) -> None:
        super().__init__()
        self._path = Path("")
        self._area = QRectF()
        self._days = (0, 1)
        self._range = (0.0, 1.0)
        style.smaller(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_path(self, path: Path) -> None:
        """Show a path; one without numbers leaves no chart."""
        self._path = in_view(path)
        self.setVisible(bool(self._points()) and len(path.actuals) + len(path.targets) > 1)
        self.setAccessibleName(told(self._path))
        self.setToolTip(told(self._path).replace(". ", ".\n"))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a low chart over the whole width."""
        return QSize(280, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Give way sideways only."""
        return QSize(0, HEIGHT)

    def _points(self) -> tuple[Point, ...]:
        return (*self._path.targets, *self._path.decided, *self._path.actuals)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axes, hint, figures and targets."""
        points = self._points()
        if not points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticks = nice_ticks([float(point.amount) for point in points])
        self._lay_out(points, ticks)
        self._draw_axes(painter, ticks)
        self._draw_hint(painter)
        self._draw_actuals(painter)
        self._draw_targets(painter)
        painter.end()

    def _lay_out(self, points: Sequence[Point], ticks: Sequence[float]) -> None:
        metrics = self.fontMetrics()
        left = max(metrics.horizontalAdvance(_tick(tick)) for tick in ticks) + 2 * ROOM
        line = metrics.lineSpacing()
        top = 1.5 * line
        self._area = QRectF(left, top, self.width() - left - 3 * ROOM, self.height() - top - 1.5 * line)
        days = [point.day.toordinal() for point in points]
        first, last = min(days), max(days)
        self._days = (first, last) if first < last else (first - 180, last + 180)
        self._range = (ticks[0], ticks[-1])

    def _place(self, point: Point) -> QPointF:
        return QPointF(self._x(point.day.toordinal()), self._y(float(point.amount)))

    def _x(self, day: int) -> float:
        first, last = self._days
        return self._area.left() + (day - first) / (last - first) * self._area.width()

    def _y(self, amount: float) -> float:
        low, high = self._range
        return self._area.bottom() - (amount - low) / (high - low) * self._area.height()

    def _draw_axes(self, painter: QPainter, ticks: Sequence[float]) -> None:
        line = self.fontMetrics().lineSpacing()
        for tick in ticks:
            y = self._y(tick)
            painter.setPen(QColor(style.TOKENS.line))
            painter.drawLine(QPointF(self._area.left(), y), QPointF(self._area.right(), y))
            painter.setPen(QColor(style.TOKENS.second))
            painter.drawText(QRectF(0, y - line / 2, self._area.left() - ROOM, line), int(_BESIDE), _tick(tick))
        for year, x in self._years():
            painter.setPen(QColor(style.TOKENS.line))
            painter.drawLine(QPointF(x, self._area.bottom()), QPointF(x, self._area.bottom() + 4))
            painter.setPen(QColor(style.TOKENS.second))
            painter.drawText(QRectF(x - 30, self._area.bottom() + 5, 60, line), int(_BELOW), str(year))

    def _years(self) -> Iterable[tuple[int, float]]:
        """Yield the years whose end is marked below the axis, as many as have room."""
        first, last = (date.fromordinal(day).year for day in self._days)
        apart = self.fontMetrics().horizontalAdvance("0000") + 2 * ROOM
        taken = float("inf")
        for year in range(last, first - 1, -1):
            x = self._x(date(year, 12, 31).toordinal())
            if self._area.left() - 1 <= x <= self._area.right() + 1 and x <= taken - apart:
                yield year, x
                taken = x

    def _draw_hint(self, painter: QPainter) -> None:
        """Draw the straight line between milestones: no decision approved it, so it stays faint."""
        if self._path.straight:
            painter.setPen(QPen(QColor(style.TOKENS.hint), 1, Qt.PenStyle.DotLine))
            painter.drawPolyline(QPolygonF([self._place(point) for point in self._path.targets]))

    def _draw_actuals(self, painter: QPainter) -> None:
        places = [self._place(point) for point in self._path.actuals]
        painter.setPen(QPen(QColor(style.TOKENS.accent), 1.6))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(QColor(style.TOKENS.accent))
        for place in places if len(places) <= MOST_DOTS else places[-1:]:
            painter.drawEllipse(place, DOT, DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if places:
            self._label_last(painter, places[-1], self._path.actuals[-1].words)

    def _draw_targets(self, painter: QPainter) -> None:
        for points, filled in ((self._path.targets, True), (self._path.decided, False)):
            for point in points:
                place = self._place(point)
                painter.setPen(QPen(QColor(style.TOKENS.behind), 1.4))
                painter.setBrush(QColor(style.TOKENS.behind if filled else style.TOKENS.surface))
                painter.drawPolygon(_diamond(place))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                self._label_target(painter, place, point.words)

    def _label_target(self, painter: QPainter, at: QPointF, words: str) -> None:
        """Write a target's number over its mark, within the chart."""
        metrics = self.fontMetrics()
        wide, line = metrics.horizontalAdvance(words), metrics.lineSpacing()
        x = min(max(at.x() - wide / 2, self._area.left()), self.width() - wide - 3)
        painter.setPen(QColor(style.TOKENS.behind))
        painter.drawText(QRectF(x, at.y() - DIAMOND - line, wide + 2, line), int(Qt.AlignmentFlag.AlignLeft), words)

    def _label_last(self, painter: QPainter, at: QPointF, words: str) -> None:
        """Write the last figure at the right of its dot, or at the left where the chart ends there."""
        metrics = self.fontMetrics()
        wide, line = metrics.horizontalAdvance(words), metrics.lineSpacing()
        x = at.x() + 2 * DOT
        if x + wide > self.width():
            x = at.x() - 2 * DOT - wide
        painter.setPen(QColor(style.TOKENS.accent))
        painter.drawText(QRectF(x, at.y() - line / 2, wide + 2, line), int(Qt.AlignmentFlag.AlignLeft), words)


def in_view(path: Path) -> Path:
    """Return what the chart has room for: up to the milestone after the last figure, from the one before the first."""
    if not path.actuals or not path.targets:
        return path
    first, last = path.actuals[0].day, path.actuals[-1].day
    before = max((point.day for point in path.targets if point.day <= first), default=first)
    after = min((point.day for point in path.targets if point.day >= last), default=last)
    kept = tuple(point for point in path.targets if before <= point.day <= after)
    decided = tuple(point for point in path.decided if before <= point.day <= after)
    return Path(path.unit, kept, decided, path.actuals, path.straight, path.downward)


def nice_ticks(amounts: Sequence[float]) -> list[float]:
    """Return round numbers that hold all amounts, three to six of them."""
    low, high = min(amounts), max(amounts)
    spread = (high - low) or max(abs(high), 1.0) / 2
    raw = spread / (TICKS - 1)
    power = 10.0 ** floor(log10(raw))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw)
    first = floor(low / step + 1e-9)
    last = max(ceil(high / step - 1e-9), first + 1)
    return [round(place * step, 10) for place in range(first, last + 1)]


def told(path: Path) -> str:
    """Say the path in words, for who cannot see the chart."""
    parts = [f"Mục tiêu đến hết năm {point.day.year}: {point.words}" for point in path.targets]
    parts += [f"Mục tiêu năm {point.day.year} được giao: {point.words}" for point in path.decided]
    if path.actuals:
        last = path.actuals[-1]
        parts.append(f"Kết quả sau cùng đến {last.day:%d/%m/%Y}: {last.words}")
    return ". ".join(parts)


def _tick(amount: float) -> str:
    from decimal import Decimal

    return format_number(Decimal(str(amount)))


def _diamond(at: QPointF) -> QPolygonF:
    x, y = at.x(), at.y()
    return QPolygonF(
        [QPointF(x, y - DIAMOND), QPointF(x + DIAMOND, y), QPointF(x, y + DIAMOND), QPointF(x - DIAMOND, y)]
    )
