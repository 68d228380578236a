"""Xuất cả bộ: everything of a period written into one folder or zip, with progress, and stopped where it is asked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QProgressBar, QWidget

from models.errors import AppError
from ui import messages
from ui.form_dialog import Form
from ui.report.fields import FormatBoxes

if TYPE_CHECKING:
    from exporters.period_set import Job, WrittenSet
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from ui.exporting import Exporting
    from ui.gateway import Runner
    from ui.session import Session

Papers = tuple[tuple["Job", ...], str]
STOP, STOPPING = "Dừng", "Đang dừng…"


class SetDialog(Form):
    """Asks for formats and folder, then shows how far the writing is."""

    given = Signal(object, bool)
    """The formats, and whether a zip is wanted."""
    stopped = Signal()

    def __init__(self, parent: QWidget, period: str) -> None:
        explained = (
            "Báo cáo (bản đã phát hành nếu có) và mẫu báo cáo của từng đơn vị được ghi vào một thư mục mới; "
            "bộ đã có cùng tên được giữ nguyên, bộ mới được đánh số."
        )
        super().__init__(parent, f"Xuất cả bộ hồ sơ {period}", explained, "Chọn thư mục…")
        self._is_writing = False
        self.formats = FormatBoxes()
        self.as_zip = QCheckBox("Thành một tệp nén .zip")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.under_way = QLabel()
        self.under_way.setTextFormat(Qt.TextFormat.PlainText)
        self.under_way.setWordWrap(True)
        self.fields.addRow("Dạng tệp:", self.formats)
        self.fields.addRow("", self.as_zip)
        self.fields.addRow(self.progress)
        self.fields.addRow(self.under_way)
        self.show_writing(False)

    def give(self) -> None:
        """Hand on what is wanted."""
        self.setEnabled(True)
        self.given.emit(self.formats.chosen(), self.as_zip.isChecked())

    def show_writing(self, is_writing: bool) -> None:
        """Show the progress, or the questions again."""
        self._is_writing = is_writing
        self.progress.setVisible(is_writing)
        self.under_way.setVisible(is_writing)
        self.progress.setRange(0, 0)
        self.under_way.setText("Đang lấy số liệu…")
        for widget in (self.do, self.as_zip, *self.formats.boxes.values()):
            widget.setEnabled(not is_writing)
        self.leave.setText(STOP if is_writing else "Thôi")
        self.leave.setEnabled(True)

    @Slot(int, int, str)
    def show_progress(self, done: int, total: int, words: str) -> None:
        """Say how far the writing is."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.under_way.setText(f"{min(done + 1, total)}/{total}: {Path(words).name}")

    def show_refused(self, error: AppError) -> None:
        """Say why it could not be written; the questions stand again."""
        self.show_writing(False)
        messages.show(self, error)

    def reject(self) -> None:
        """Stop the writing first; what is half written is taken away."""
        if self._is_writing:
            self.leave.setEnabled(False)
            self.leave.setText(STOPPING)
            self.stopped.emit()
        else:
            super().reject()


class SetWriting(QObject):
    """One set being written; it goes with its form."""

    progressed = Signal(int, int, str)
    done = Signal(object)
    """The path of the set."""

    def __init__(self, session: Session, files: Runner, exporting: Exporting, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._files = files
        self._exporting = exporting
        self._page = page
        self._stop = Event()

    def begin(self, period: ReportingPeriod) -> None:
        """Ask for formats and folder."""
        self._period = period
        self.dialog = SetDialog(self._page, period.span.short())
        self.dialog.given.connect(self._on_given)
        self.dialog.stopped.connect(self._on_stopped)
        self.dialog.finished.connect(self.deleteLater)
        self.progressed.connect(self.dialog.show_progress)
        self.dialog.open()

    @Slot(object, bool)
    def _on_given(self, formats: tuple[str, ...], as_zip: bool) -> None:
        title = f"Ghi bộ hồ sơ {self._period.span.short()} vào thư mục"
        write = partial(self._write, formats, as_zip)
        messages.choose_folder(self.dialog, title, self._exporting.last_folder(), write)

    def _write(self, formats: tuple[str, ...], as_zip: bool, folder: Path) -> None:
        self._exporting.remember(folder)
        self._stop.clear()
        self.dialog.show_writing(True)
        lay = partial(self._lay, formats, as_zip, folder)
        task = self._session.ask(self.dialog, partial(_papers, self._period, formats))
        task.on_success(lay).on_failure(self.dialog.show_refused).start()

    def _lay(self, formats: tuple[str, ...], as_zip: bool, folder: Path, papers: Papers) -> None:
        work = partial(self._write_set, papers, formats, as_zip, folder)
        self._files.task(self.dialog, work).on_success(self._on_written).on_failure(self._on_refused).start()

    def _write_set(self, papers: Papers, formats: tuple[str, ...], as_zip: bool, folder: Path) -> WrittenSet:
        """Write on the thread of the files; the progress comes back as an event."""
        from exporters.period_set import write_set

        jobs, name = papers
        return write_set(
            jobs,
            folder / name,
            formats=formats,
            as_zip=as_zip,
            existing="number",
            progress=self.progressed.emit,
            cancelled=self._stop.is_set,
        )

    @Slot(object)
    def _on_written(self, written: WrittenSet) -> None:
        self._session.told.emit(f"Đã ghi {len(written.files)} tệp vào “{written.path}”.")
        self.dialog.show_writing(False)
        self.dialog.accept()
        self.done.emit(written.path)

    def _on_refused(self, error: AppError) -> None:
        """Say why; who stopped it himself is told in the status line only."""
        if self._stop.is_set():
            self.dialog.show_writing(False)
            self._session.told.emit(error.sentence)
        else:
            self.dialog.show_refused(error)

    @Slot()
    def _on_stopped(self) -> None:
        self._stop.set()


def _papers(period: ReportingPeriod, formats: tuple[str, ...], desk: Desk) -> Papers:
    from exporters.period_papers import papers_of, set_name

    return papers_of(desk, period, formats), set_name(desk, period)
