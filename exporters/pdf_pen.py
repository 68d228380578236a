"""The pen of the PDF: text and lines put on a page, measured from the upper left corner of its frame."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reportlab.pdfgen.canvas import Canvas

from exporters import nd30
from exporters.document import Align
from exporters.fonts import font_name
from exporters.pdf_text import Line, Style, spaces_in
from exporters.pdf_traces import Tracer


class Pen:
    """Writes on one page; all lengths are points from the upper left corner of the page's frame.

    What is drawn tells a `tracer` where it stands, where there is one.
    """

    def __init__(self, canvas: Canvas, left: float, top: float, tracer: Tracer | None = None) -> None:
        self.tracer = tracer
        self._canvas = canvas
        self._text = canvas.beginText()
        self._left, self._top = left, top
        self._style: Style | None = None
        self._stretch = 0.0
        self._thickness = 0.0

    def write(self, x: float, baseline: float, text: str, style: Style, stretch: float = 0) -> None:
        """Write a text; `stretch` is added to each space."""
        if style != self._style:
            self._set_style(style)
        if stretch != self._stretch:
            self._text.setWordSpace(stretch)
            self._stretch = stretch
        self._text.setTextOrigin(self._left + x, self._top - baseline)
        self._text.textOut(text)

    def _set_style(self, style: Style) -> None:
        if self._style is None or style.color != self._style.color:
            self._text.setFillColorRGB(*_rgb(style.color))
        self._text.setFont(font_name(style.bold, style.italic), style.size)
        self._style = style

    def write_line(self, line: Line, x: float, baseline: float, width: float, align: Align) -> None:
        """Write a line into a width."""
        offset, stretch = line.set_into(width, align)
        x += offset
        for piece in line.pieces:
            self.write(x, baseline, piece.text, piece.style, stretch)
            x += piece.width + stretch * spaces_in(piece.text)

    def strokes(self, lines: Iterable[tuple[float, float, float, float]], thickness: float) -> None:
        """Draw lines (x1, y1, x2, y2)."""
        if thickness != self._thickness:
            self._canvas.setLineWidth(thickness)
            self._thickness = thickness
        left, top = self._left, self._top
        self._canvas.lines([(left + x1, top - y1, left + x2, top - y2) for x1, y1, x2, y2 in lines])

    def lift(self) -> None:
        """Put what was written on the page."""
        self._canvas.drawText(self._text)


@lru_cache(maxsize=64)
def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return red, green, blue


def baseline(size: float, height: float) -> float:
    """Return how far below the top of a line of this height its letters stand."""
    return (height - size * (nd30.FONT_ASCENT + nd30.FONT_DESCENT)) / 2 + size * nd30.FONT_ASCENT
