"""A finished PDF printed through the system's dialog: ranges, both sides; each page at its true size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QMarginsF, QObject, QSize, QSizeF, QTimer, Signal, Slot
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from models.errors import AppError
from ui import messages
from ui.pdf_pages import PdfPages

LARGEST_DPI = 300
"""Finer pictures of a page take memory (35 MB at this size) and no eye sees more."""
MM_PER_POINT = 25.4 / 72
NOT_PRINTED = "Máy in không nhận bản in. Hãy kiểm tra máy in đã bật, có giấy và đúng máy đã chọn, rồi bấm In lại."
NO_SUCH_PAGES = "Báo cáo không có trang nào trong khoảng đã chọn nên chưa in gì. Hãy chọn lại trang rồi bấm In lại."


class Printing(QObject):
    """Asks for the printer and the pages, then prints; one job at a time."""

    told = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: PrintJob | None = None

    def begin(self, title: str, parts: Sequence[bytes]) -> None:
        """Let the officer choose printer, pages and sides, then print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        messages.choose_printer(self, title, printer, partial(self.print, parts))

    def print(self, parts: Sequence[bytes], printer: QPrinter) -> None:
        """Print on a printer that was chosen."""
        if self._job is not None:
            self.told.emit("Đang in bản trước, hãy chờ in xong.")
            return
        self._job = PrintJob(parts, printer, self)
        self._job.progress.connect(self._on_progress)
        self._job.finished.connect(self._on_finished)
        self._job.start()

    def stop(self) -> None:
        """Print no more: the window closes, and a printer that is still painted on would take the program down."""
        if self._job is not None:
            self._job.finished.disconnect(self._on_finished)
            self._job.stop()
            self._job = None

    @Slot(int, int)
    def _on_progress(self, done: int, of: int) -> None:
        self.told.emit(f"Đang in trang {done}/{of}…")

    @Slot(bool)
    def _on_finished(self, whole: bool) -> None:
        job, self._job = self._job, None
        self.told.emit("Đã chuyển bản in cho máy in." if whole else "")
        if not whole:
            messages.show(self, AppError(NOT_PRINTED if job and job.pages else NO_SUCH_PAGES))
        if job is not None:
            job.deleteLater()


class PrintJob(QObject):
    """Prints the wanted pages one for each turn of the event loop, so that it can be seen and stopped."""

    progress = Signal(int, int)
    """Pages done, and how many there are."""
    finished = Signal(bool)
    """Whether all pages went out."""

    def __init__(self, parts: Sequence[bytes], printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._parts = [PdfPages(part) for part in parts]
        self.pages = list(_chosen(self._parts, printer))
        self._painter = QPainter()
        self._next = 0
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._on_turn)

    def start(self) -> None:
        """Begin; the printer must have been chosen."""
        self._turn.start()

    @Slot()
    def stop(self) -> None:
        """Print no more pages; what went out is out."""
        self._end(False)

    @Slot()
    def _on_turn(self) -> None:
        if self._next == len(self.pages):
            self._end(bool(self.pages))
            return
        part, page = self.pages[self._next]
        if not self._turn_page(part.sizes[page]):
            self._end(False)
            return
        # The painter's own window keeps the direction of the first page.
        area = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        self._painter.drawImage(area, part.draw(page, _pixels(area.size(), self._printer.resolution())))
        self._next += 1
        self.progress.emit(self._next, len(self.pages))

    def _turn_page(self, points: QSizeF) -> bool:
        """Take a new sheet of the page's own size and direction; False where the printer refuses."""
        self._printer.setPageLayout(page_layout(points))
        self._printer.setFullPage(True)
        return self._printer.newPage() if self._painter.isActive() else self._painter.begin(self._printer)

    def _end(self, whole: bool) -> None:
        self._turn.stop()
        if self._painter.isActive():
            whole = self._painter.end() and whole
        for part in self._parts:
            part.close()
        self._parts.clear()
        self.finished.emit(whole)


def page_layout(points: QSizeF) -> QPageLayout:
    """Return the layout of a sheet without margins: the page has its own."""
    landscape = points.width() > points.height()
    upright = points.transposed() if landscape else points
    size = QPageSize(
        QSizeF(upright * MM_PER_POINT), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    direction = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(size, direction, QMarginsF())


def _chosen(parts: Sequence[PdfPages], printer: QPrinter) -> Iterator[tuple[PdfPages, int]]:
    """Yield the pages that were asked for, counted through all parts from 1."""
    every = [(part, page) for part in parts for page in range(len(part))]
    ranged = printer.printRange() == QPrinter.PrintRange.PageRange
    ranges = printer.pageRanges()
    for number, one in enumerate(every, start=1):
        if not ranged or ranges.isEmpty() or ranges.contains(number):
            yield one


def _pixels(device: QSize, dpi: int) -> QSize:
    """Return the size of the picture of a page: the device's own, or that of 300 dots an inch."""
    return device if dpi <= LARGEST_DPI else device * LARGEST_DPI / dpi
