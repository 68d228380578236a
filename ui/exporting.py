"""A report written to a folder: the lane gives it frozen, the files are written on a thread of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

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
    from models.store.report_rows import IssuedFile
    from ui.standing import IssuedReport

FORMATS = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel"}
LAST_FOLDER = "export/folder"
MOST_NAMED = 3
COPIES = "ban-da-gui"
"""The folder beside the store in which copies of issued files lie that were opened."""
OVERWRITE, ELSEWHERE, LEAVE = "Ghi đè", "Chọn thư mục khác", "Thôi"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: the report of a period, or with `units` the form of each."""

    period: ReportingPeriod
    formats: tuple[str, ...]
    units: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """Another paper of the period: how its folder is asked for, and what the lane gives that lays it out."""

    title: str
    read: Callable[[Desk], Callable[[], Document]]
    formats: tuple[str, ...]


class Exporting(QObject):
    """One export after the other; nothing is written over without asking."""

    told = Signal(str)
    done = Signal(object, object)
    """The folder, and the sections that still have no words, as they are printed."""

    def __init__(self, session: Session, files: Runner, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._settings = settings

    # --- the report of a period

    def begin(self, period: ReportingPeriod, formats: Sequence[str], units: Sequence[str] | None = None) -> None:
        """Ask where to, then write the report; with `units` the form on which each of them reports."""
        what = "báo cáo" if units is None else "mẫu báo cáo"
        title = f"Xuất {what} {period.span.short()} vào thư mục"
        wanted = Wanted(period, tuple(formats), None if units is None else tuple(units))
        messages.choose_folder(self, title, self.last_folder(), partial(self.write, wanted))

    def write(self, wanted: Wanted, folder: Path) -> None:
        """Write the report of a period as it stands now into a folder."""
        self.remember(folder)
        self.told.emit("Đang lấy số liệu của báo cáo…")
        read: partial[Report] = partial(_report, wanted.period)
        self._session.ask(self, read).on_success(partial(self._lay_out, wanted, folder)).start()

    def _lay_out(self, wanted: Wanted, folder: Path, report: Report) -> None:
        check = partial(self._check, wanted, folder)
        task = self._files.task(self, partial(_documents, report, wanted.units))
        task.on_success(check).on_failure(self._on_refused).start()

    def _check(self, wanted: Wanted, folder: Path, made: tuple[tuple[Document, ...], tuple[str, ...]]) -> None:
        """Ask before a file is written over: the officer may have gone on editing it in Word."""
        documents, blank = made
        files = [(document, form) for document in documents for form in wanted.formats]
        elsewhere = partial(self.begin, wanted.period, wanted.formats, wanted.units)
        self._write_all(files, folder, blank, elsewhere)

    def _write_all(
        self, files: Sequence[tuple[Document, str]], folder: Path, blank: tuple[str, ...], elsewhere: partial[None]
    ) -> None:
        names = [f"{document.stem}.{form}" for document, form in files]
        there = [name for name in names if (folder / name).exists()]
        self._ask_over(there, folder, partial(self._write_next, files, 0, folder, blank), elsewhere)

    # --- another paper of the period: the leaders' copy, a correction, the register

    def begin_paper(self, paper: Paper) -> None:
        """Ask where to, then write the paper."""
        messages.choose_folder(self, paper.title, self.last_folder(), partial(self.write_paper, paper))

    def write_paper(self, paper: Paper, folder: Path) -> None:
        """Write the paper as its data stand now into a folder."""
        self.remember(folder)
        self.told.emit("Đang lấy số liệu…")
        task = self._session.ask(self, paper.read)
        task.on_success(partial(self._lay_out_paper, paper, folder)).on_failure(self._on_refused).start()

    def _lay_out_paper(self, paper: Paper, folder: Path, make: Callable[[], Document]) -> None:
        check = partial(self._check_paper, paper, folder)
        self._files.task(self, make).on_success(check).on_failure(self._on_refused).start()

    def _check_paper(self, paper: Paper, folder: Path, document: Document) -> None:
        files = [(document, form) for form in paper.formats]
        self._write_all(files, folder, (), partial(self.begin_paper, paper))

    def _write_next(
        self, files: Sequence[tuple[Document, str]], place: int, folder: Path, blank: tuple[str, ...], *_: object
    ) -> None:
        """Write one file after the other, so that the status line says which one is under way."""
        if place == len(files):
            self.done.emit(folder, blank)
            return
        document, form = files[place]
        count = f" {place + 1}/{len(files)}" if len(files) > len(FORMATS) else ""
        self.told.emit(f"Đang ghi tệp {FORMATS[form]}{count}…")
        following = partial(self._write_next, files, place + 1, folder, blank)
        work: partial[tuple[WrittenFile, ...]] = partial(_write, document, folder, form)
        self._files.task(self, work).on_success(following).on_failure(self._on_refused).start()

    # --- the files of an issued report

    def copy_issued(self, issued: IssuedReport) -> None:
        """Ask where to, then write copies of the files that were issued."""
        title = f"Chép báo cáo số {issued.issue.number} vào thư mục"
        messages.choose_folder(self, title, self.last_folder(), partial(self.copy_to, issued))

    def copy_to(self, issued: IssuedReport, folder: Path) -> None:
        """Write copies of the files that were issued into a folder."""
        self.remember(folder)
        there = [file.name for file in issued.issue.files if (folder / file.name).exists()]
        self._ask_over(there, folder, partial(self._copy, issued, folder), partial(self.copy_issued, issued))

    def _copy(self, issued: IssuedReport, folder: Path) -> None:
        self.told.emit("Đang chép các tệp đã phát hành…")
        task = self._files.task(self, partial(_copy_out, issued, folder))
        task.on_success(partial(self._on_copied, folder)).on_failure(self._on_refused).start()

    def _on_copied(self, folder: Path, _: object) -> None:
        self.done.emit(folder, ())

    def open_issued(self, issued: IssuedReport, file: IssuedFile) -> None:
        """Open a verified copy of a kept file; the kept one itself is never handed out."""
        self.told.emit(f"Đang mở {file.name}…")
        folder = self._session.surroundings.data_folder / COPIES / file.kept.sha256[:12]
        task = self._files.task(self, partial(_copy_to_open, issued, file, folder))
        task.on_success(self._on_copy_ready).on_failure(self._on_refused).start()

    @Slot(object)
    def _on_copy_ready(self, path: Path) -> None:
        self.told.emit("")
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            messages.tell(self, f"Máy này chưa có chương trình mở được tệp đó. Bản chép của tệp ở “{path}”.")

    # --- both

    def last_folder(self) -> Path:
        """Return the folder that was written into last."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(str(self._settings.value(LAST_FOLDER) or documents))

    def remember(self, folder: Path) -> None:
        """Begin there the next time."""
        self._settings.setValue(LAST_FOLDER, str(folder))

    def _ask_over(self, there: Sequence[str], folder: Path, write: partial[None], elsewhere: partial[None]) -> None:
        if not there:
            write()
            return
        question = f"Trong “{folder}” đã có {_named(there)}. Nếu tệp đó đã được sửa tay thì ghi đè sẽ mất phần đã sửa."
        messages.ask(self, question, {OVERWRITE: write, ELSEWHERE: elsewhere, LEAVE: self._on_left})

    @Slot()
    def _on_left(self) -> None:
        self.told.emit("")

    def _on_refused(self, error: AppError) -> None:
        self._on_left()
        messages.show(self, error)


def _report(period: ReportingPeriod, desk: Desk) -> Report:
    return desk.report(period)


def _documents(report: Report, units: tuple[str, ...] | None) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    """Return the report, or the form of each unit, and the sections without words as they are printed."""
    from exporters.headings import place_with_id
    from exporters.report import blank_words, report_document
    from exporters.unit_forms import unit_form_document

    if units is not None:
        return tuple(unit_form_document(report, unit) for unit in units), ()
    blank = tuple(place_with_id(report.outline, section) for section in blank_words(report))
    return (report_document(report),), blank


def _named(files: Sequence[str]) -> str:
    """Name files in a sentence, of many only the first."""
    more = len(files) - MOST_NAMED
    return ", ".join(files[:MOST_NAMED]) + (f" và {more} tệp khác" if more > 0 else "")


def _write(document: Document, folder: Path, form: str) -> tuple[WrittenFile, ...]:
    from exporters.issue import write_files

    return write_files(document, folder, (form,))


def _copy_out(issued: IssuedReport, folder: Path) -> None:
    from exporters.issue import write_bytes
    from models.store import archive

    for file in issued.issue.files:
        write_bytes(folder, file.name, archive.read(issued.files_folder, file.kept))


def _copy_to_open(issued: IssuedReport, file: IssuedFile, folder: Path) -> Path:
    """Write the copy anew unless it still is what was kept: it may have been edited where it was opened."""
    from exporters.issue import write_bytes
    from models.store import archive

    content = archive.read(issued.files_folder, file.kept)
    path = folder / file.name
    if path.is_file() and path.read_bytes() == content:
        return path
    return write_bytes(folder, file.name, content)
