"""Printing through Qt to a PDF printer: the pages are those of the file, sizes, ranges, a job that is stopped."""

from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exporters.pdf_writer import render_pdf
from exporters.report import report_document
from tests.exporters import geometry
from tests.ui.driving import PATIENCE, answer, modal
from tests.ui.preview.conftest import small_report
from ui import messages
from ui.pdf_pages import PdfPages
from ui.printing import NO_SUCH_PAGES, NOT_PRINTED, Printing, PrintJob

FILE = render_pdf(report_document(small_report()))
SMALL = QSize(300, 424)


def pdf_printer(target: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(150)
    return printer


def run(qtbot: QtBot, printer: QPrinter) -> bool:
    job = PrintJob([FILE], printer)
    with qtbot.waitSignal(job.finished, timeout=PATIENCE) as finished:
        job.start()
    return bool(finished.args and finished.args[0])


def darkness(picture: QImage) -> list[int]:
    """Return how dark each of 20 x 20 fields of a page is."""
    small = picture.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
        20, 20, mode=Qt.TransformationMode.SmoothTransformation
    )
    return [255 - small.pixelColor(x, y).red() for y in range(20) for x in range(20)]


def test_what_is_printed_equals_the_file(qtbot: QtBot, tmp_path: Path) -> None:
    assert run(qtbot, pdf_printer(tmp_path / "in.pdf"))
    printed, wanted = PdfPages((tmp_path / "in.pdf").read_bytes()), PdfPages(FILE)
    assert len(printed) == len(wanted)
    for page, (size, asked) in enumerate(zip(printed.sizes, wanted.sizes, strict=True)):
        assert (size.width(), size.height()) == pytest.approx((asked.width(), asked.height()), abs=1.5)
        pixels = SMALL if asked.height() > asked.width() else SMALL.transposed()
        pairs = zip(darkness(printed.draw(page, pixels)), darkness(wanted.draw(page, pixels)), strict=True)
        assert max(abs(one - other) for one, other in pairs) < 40
    printed.close()
    wanted.close()


def test_only_the_wanted_pages_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "in.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("2-3"))
    assert run(qtbot, printer)
    with geometry.open_pdf(BytesIO((tmp_path / "in.pdf").read_bytes())) as pdf:
        assert len(pdf.pages) == 2


def test_a_stopped_job_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    job = PrintJob([FILE], pdf_printer(tmp_path / "in.pdf"))
    job.progress.connect(job.stop)
    with qtbot.waitSignal(job.finished, timeout=PATIENCE) as finished:
        job.start()
    assert finished.args == [False]


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\)")
def test_a_printer_that_refuses_is_told(qtbot: QtBot, tmp_path: Path, shown: list[str]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    printing = Printing(window)
    printing.print([FILE], pdf_printer(tmp_path / "không có" / "in.pdf"))
    assert answer(qtbot, "Đóng") == NOT_PRINTED
    assert list(shown) == [NOT_PRINTED]


def test_pages_that_there_are_not_are_told(qtbot: QtBot, tmp_path: Path, shown: list[str]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    printer = pdf_printer(tmp_path / "in.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("90-99"))
    Printing(window).print([FILE], printer)
    assert answer(qtbot, "Đóng") == NO_SUCH_PAGES
    assert list(shown) == [NO_SUCH_PAGES]


def test_one_job_at_a_time(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    printing = Printing(window)
    told: list[str] = []
    printing.told.connect(told.append)
    printing.print([FILE], pdf_printer(tmp_path / "a.pdf"))
    printing.print([FILE], pdf_printer(tmp_path / "b.pdf"))
    assert told == ["Đang in bản trước, hãy chờ in xong."]
    qtbot.waitUntil(lambda: told[-1] == "Đã chuyển bản in cho máy in.", timeout=PATIENCE)
    assert not (tmp_path / "b.pdf").exists()


def test_printing_ends_with_the_window(qtbot: QtBot, tmp_path: Path, shown: list[str]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    printing = Printing(window)
    printing.print([FILE], pdf_printer(tmp_path / "a.pdf"))
    job = printing._job
    assert job is not None
    qtbot.waitUntil(lambda: job._next > 0, timeout=PATIENCE)
    printing.stop()
    printing.stop()  # nothing is printed any more
    assert not job._painter.isActive()
    assert not shown


def test_the_dialog_prints_what_was_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    printer = pdf_printer(tmp_path / "in.pdf")
    chosen: list[QPrinter] = []
    messages.choose_printer(window, "Báo cáo tháng 10/2026", printer, chosen.append)
    dialog = modal(qtbot, QPrintDialog)
    assert dialog.windowTitle() == "In: Báo cáo tháng 10/2026"
    dialog.accept()
    assert chosen == [printer]
