"""A picture of the office's frame as it will be printed, drawn anew while its fields are typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea

from ui.gateway import Runner

if TYPE_CHECKING:
    from exporters.document import Document

PAUSE_MS = 120
"""How long the keys must rest before the picture is drawn."""
SMALLEST = QSize(380, 300)
A4_RATIO = 297 / 210
DARK, ROOM = 128, 24


class FramePicture(QScrollArea):
    """Shows the head and the foot of a page; what is drawn last is what was typed last."""

    def __init__(self, files: Runner) -> None:
        super().__init__()
        self._files = files
        self._make: Callable[[], Document] | None = None
        self._latest = self._shown = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._on_rest)
        self.page = QLabel()
        self.page.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.page.setAccessibleName("Hình đầu trang và chữ ký như sẽ in")
        self.setWidget(self.page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(SMALLEST)

    def show_document(self, make: Callable[[], Document]) -> None:
        """Draw a document soon; `make` is called on another thread."""
        self._make = make
        self._timer.start()

    def is_behind(self) -> bool:
        """Tell whether a newer picture is still to come."""
        return self._timer.isActive() or self._shown < self._latest or not self._shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw as wide as there is room."""
        super().resizeEvent(event)
        self._timer.start()

    @Slot()
    def _on_rest(self) -> None:
        if self._make is None:
            return
        self._latest += 1
        scale = self.devicePixelRatioF()
        width = round(self.viewport().width() * scale)
        work = partial(_draw, self._make, QSize(width, round(width * A4_RATIO)))
        self._files.task(self, work).on_success(partial(self._show, self._latest, scale)).start()

    def _show(self, number: int, scale: float, image: QImage) -> None:
        if number == self._latest:
            self._shown = number
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(scale)
            self.page.setPixmap(picture)


def _draw(make: Callable[[], Document], pixels: QSize) -> QImage:
    """Lay the document out as the files are, and return its first page down to the last line."""
    from exporters.pdf_writer import render_pdf
    from ui.pdf_pages import PdfPages

    pages = PdfPages(render_pdf(make()))
    try:
        return _down_to_the_last_line(pages.draw(0, pixels))
    finally:
        pages.close()


def _down_to_the_last_line(image: QImage) -> QImage:
    """Cut the white beneath the signature off."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    data, stride, width = bytes(grey.constBits()), grey.bytesPerLine(), grey.width()
    rows = range(grey.height() - 1, -1, -1)
    written = (row for row in rows if min(data[row * stride : row * stride + width]) < DARK)
    return image.copy(0, 0, image.width(), min(next(written, 0) + ROOM, image.height()))
