"""Bars of rows by state, one for each section: shapes and numbers stand in the bars, so colour is never alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from ui import style
from ui.models.section_shares import Part, Share, legend
from ui.pages.parts import GAP, Card

HEIGHT = 18
PAD = 5
SMALLEST = 110
NO_ROWS = "Kế hoạch không có dòng nào ở phần này."


class StateBar(QWidget):
    """One bar; `most` is the number of rows of the longest one beside it."""

    def __init__(self, share: Share, most: int) -> None:
        super().__init__()
        self._parts, self._most = share.parts, most
        style.smaller(self)
        self.setMinimumWidth(SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{share.whole_name}: {', '.join(part.said() for part in share.parts)}")
        self.setToolTip(", ".join(part.said() for part in share.parts))

    def sizeHint(self) -> QSize:
        """Ask for one line of text."""
        return QSize(2 * SMALLEST, max(HEIGHT, self.fontMetrics().height() + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts one after the other, each with its number."""
        painter = QPainter(self)
        widths = self._widths()
        for part, width, end in zip(self._parts, widths, accumulate(widths), strict=True):
            room = QRectF(end - width, 0, width - 1, self.height())
            painter.fillRect(room, QColor(getattr(style.TOKENS, part.token)))
            painter.setPen(QColor(style.TOKENS.on_accent))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _text(part))
        painter.end()

    def _widths(self) -> list[float]:
        """Return how wide the parts are: room for the number first, the rest by how many rows they stand for."""
        rooms = [self.fontMetrics().horizontalAdvance(_text(part)) + 2.0 * PAD for part in self._parts]
        unit = max(0.0, self.width() - sum(rooms)) / max(1, self._most)
        return [room + part.count * unit for room, part in zip(rooms, self._parts, strict=True)]


def _text(part: Part) -> str:
    return f"{part.shape} {part.count}"


class StateChart(Card):
    """A card with the sum of all sections as a legend and one bar for each section."""

    _shares: tuple[Share, ...] | None = None
    # On the class, since the first change of colours comes while the card is made.

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.legend = QLabel()
        self.legend.setWordWrap(True)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.body.addWidget(self.legend)
        self._rows: QWidget | None = None

    def show_shares(self, shares: tuple[Share, ...]) -> None:
        """Show the bars of a period; what is unchanged stays as it stands."""
        if shares == self._shares:
            return
        self._shares = shares
        self._show_legend(shares)
        if self._rows is not None:
            self.body.removeWidget(self._rows)
            self._rows.deleteLater()
        self._rows = _rows(shares)
        self.body.addWidget(self._rows)

    def changeEvent(self, event: QEvent) -> None:
        """Wear the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shares is not None:
            self._show_legend(self._shares)

    def _show_legend(self, shares: Sequence[Share]) -> None:
        self.legend.setText(_legend_text(legend(shares)) or NO_ROWS)


def _legend_text(parts: Sequence[Part]) -> str:
    """Return the legend in the colours of the bars; no part is broken over two lines."""
    return " &nbsp; ".join(
        f'<span style="color:{getattr(style.TOKENS, part.token)}">{part.said().replace(" ", "&nbsp;")}</span>'
        for part in parts
    )


def _rows(shares: Sequence[Share]) -> QWidget:
    rows = QWidget()
    grid = QGridLayout(rows)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(GAP // 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    most = max((share.total for share in shares), default=1)
    for place, share in enumerate(shares):
        name = QLabel(share.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        name.setToolTip(share.whole_name if share.whole_name != share.name else "")
        style.smaller(name)
        grid.addWidget(name, place, 0)
        grid.addWidget(StateBar(share, most), place, 1)
    return rows
