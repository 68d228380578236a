"""A report written to a folder: the lane gives it frozen, the files are written on a thread of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Signal, Slot

from models.errors import AppError
from ui import messages
from ui.gateway import Runner
from ui.session import Session

if TYPE_CHECKING:
    from exporters.document import Document
    from exporters.issue import WrittenFile
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.reports import Report
    from ui.standing import IssuedReport

FORMATS = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel"}
LAST_FOLDER = "export/folder"
OVERWRITE, ELSEWHERE, LEAVE = "Ghi đè", "Chọn thư mục khác", "Thôi"


class Exporting(QObject):
    """One export after the other; nothing is written over without asking."""

    told = Signal(str)
    done = Signal(object, object)
    """The folder, and the sections of the outline that still have no words."""

    def __init__(self, session: Session, files: Runner, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._settings = settings

    # --- the report of a period

    def begin(self, period: ReportingPeriod, formats: Sequence[str]) -> None:
        """Ask where to, then write the report."""
        title = f"Xuất báo cáo {period.span.short()} vào thư mục"
        messages.choose_folder(self, title, self._start(), partial(self.write, period, tuple(formats)))

    def write(self, period: ReportingPeriod, formats: tuple[str, ...], folder: Path) -> None:
        """Write the report of a period as it stands now into a folder."""
        self._settings.setValue(LAST_FOLDER, str(folder))
        self.told.emit("Đang lấy số liệu của báo cáo…")
        read: partial[Report] = partial(_report, period)
        self._session.ask(self, read).on_success(partial(self._lay_out, formats, folder)).start()

    def _lay_out(self, formats: tuple[str, ...], folder: Path, report: Report) -> None:
        check = partial(self._check, report.period, formats, folder)
        self._files.task(self, partial(_document, report)).on_success(check).start()

    def _check(
        self,
        period: ReportingPeriod,
        formats: tuple[str, ...],
        folder: Path,
        made: tuple[Document, tuple[str, ...]],
    ) -> None:
        """Ask before a file is written over: the officer may have gone on editing it in Word."""
        document, blank = made
        write = partial(self._write_next, document, folder, blank, formats)
        there = [f"{document.stem}.{form}" for form in formats if (folder / f"{document.stem}.{form}").exists()]
        self._ask_over(there, folder, write, partial(self.begin, period, formats))

    def _write_next(
        self, document: Document, folder: Path, blank: tuple[str, ...], formats: tuple[str, ...], *_: object
    ) -> None:
        """Write one format after the other, so that the status line says which one is under way."""
        if not formats:
            self.done.emit(folder, blank)
            return
        self.told.emit(f"Đang ghi tệp {FORMATS[formats[0]]}…")
        following = partial(self._write_next, document, folder, blank, formats[1:])
        work: partial[tuple[WrittenFile, ...]] = partial(_write, document, folder, formats[0])
        self._files.task(self, work).on_success(following).on_failure(self._on_refused).start()

    # --- the files of an issued report

    def copy_issued(self, issued: IssuedReport) -> None:
        """Ask where to, then write copies of the files that were issued."""
        title = f"Chép báo cáo số {issued.issue.number} vào thư mục"
        messages.choose_folder(self, title, self._start(), partial(self.copy_to, issued))

    def copy_to(self, issued: IssuedReport, folder: Path) -> None:
        """Write copies of the files that were issued into a folder."""
        self._settings.setValue(LAST_FOLDER, str(folder))
        there = [file.name for file in issued.issue.files if (folder / file.name).exists()]
        self._ask_over(there, folder, partial(self._copy, issued, folder), partial(self.copy_issued, issued))

    def _copy(self, issued: IssuedReport, folder: Path) -> None:
        self.told.emit("Đang chép các tệp đã phát hành…")
        task = self._files.task(self, partial(_copy_out, issued, folder))
        task.on_success(partial(self._on_copied, folder)).on_failure(self._on_refused).start()

    def _on_copied(self, folder: Path, _: object) -> None:
        self.done.emit(folder, ())

    # --- both

    def _start(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(str(self._settings.value(LAST_FOLDER) or documents))

    def _ask_over(self, there: Sequence[str], folder: Path, write: partial[None], elsewhere: partial[None]) -> None:
        if not there:
            write()
            return
        question = (
            f"Trong “{folder}” đã có {', '.join(there)}. Nếu tệp đó đã được sửa tay thì ghi đè sẽ mất phần đã sửa."
        )
        messages.ask(self, question, {OVERWRITE: write, ELSEWHERE: elsewhere, LEAVE: self._on_left})

    @Slot()
    def _on_left(self) -> None:
        self.told.emit("")

    def _on_refused(self, error: AppError) -> None:
        self._on_left()
        messages.show(self, error)


def _report(period: ReportingPeriod, desk: Desk) -> Report:
    return desk.report(period)


def _document(report: Report) -> tuple[Document, tuple[str, ...]]:
    from exporters.report import blank_words, report_document

    return report_document(report), blank_words(report)


def _write(document: Document, folder: Path, form: str) -> tuple[WrittenFile, ...]:
    from exporters.issue import write_files

    return write_files(document, folder, (form,))


def _copy_out(issued: IssuedReport, folder: Path) -> None:
    from models.store import archive

    for file in issued.issue.files:
        archive.copy_out(issued.files_folder, file.kept, folder / file.name)
