"""Forms out: until when and to whom they come back, which folder, one file a unit, recorded when all are written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, QSettings, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from ui import messages
from ui.collection import work
from ui.collection.work import Wanted
from ui.form_dialog import Form
from ui.gateway import Runner
from ui.session import Session

if TYPE_CHECKING:
    from models.collecting import FormSheet
    from models.duties import ReportingPeriod
    from models.errors import AppError

FOLDER, CONTACT = "collecting/folder", "collecting/contact"
OPEN_FOLDER, LEAVE = "Mở thư mục", "Đóng"


class MakeDialog(Form):
    """Asks by which day the units answer, and who takes the forms in."""

    given = Signal(object, str)
    """The day and the contact."""

    def __init__(self, parent: QWidget, whom: str, answer_by: date, contact: str) -> None:
        explained = (
            f"Lập phiếu Excel cho {whom}, mỗi phiếu chỉ có dòng của đơn vị đó. "
            "Số liệu xã đã có được điền sẵn để đơn vị chỉ sửa chỗ khác."
        )
        super().__init__(parent, "Lập phiếu thu thập", explained, "Chọn thư mục…")
        self.answer_by = QDateEdit(QDate(answer_by.year, answer_by.month, answer_by.day))
        self.answer_by.setDisplayFormat("dd/MM/yyyy")
        self.answer_by.setCalendarPopup(True)
        self.contact = QLineEdit(contact)
        self.contact.setPlaceholderText("họ tên, điện thoại, địa chỉ thư")
        self.fields.addRow("Gửi về trước hết ngày:", self.answer_by)
        self.fields.addRow("Người nhận phiếu:", self.contact)

    def give(self) -> None:
        """Hand on the day and the contact."""
        day = self.answer_by.date()
        self.accept()
        self.given.emit(date(day.year(), day.month(), day.day()), self.contact.text().strip())


class Making(QObject):
    """Makes forms one after the other, so that the status line says which one is under way."""

    told = Signal(str)

    def __init__(self, session: Session, files: Runner, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._settings = settings
        self._owner = parent

    def contact(self, officer: str) -> str:
        """Return who took the forms in last, else the officer."""
        return str(self._settings.value(CONTACT) or officer)

    def begin(
        self, period: ReportingPeriod, units: Sequence[str] | None, whom: str, answer_by: date, officer: str
    ) -> None:
        """Ask what the forms have to say, then where they go."""
        dialog = MakeDialog(self._owner, whom, answer_by, self.contact(officer))
        dialog.given.connect(partial(self._on_given, period, None if units is None else tuple(units)))
        dialog.open()

    def _on_given(self, period: ReportingPeriod, units: tuple[str, ...] | None, answer_by: date, contact: str) -> None:
        self._settings.setValue(CONTACT, contact)
        write = partial(self.write, Wanted(period, units, answer_by, contact))
        messages.choose_folder(self, "Ghi phiếu thu thập vào thư mục", self._folder(), write)

    def _folder(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(str(self._settings.value(FOLDER) or documents))

    def write(self, wanted: Wanted, folder: Path) -> None:
        """Put the forms together and write them into a folder."""
        self._settings.setValue(FOLDER, str(folder))
        self.told.emit("Đang lập phiếu…")
        read = partial(work.prepare, wanted, self._session.surroundings.now())
        task = self._session.ask(self, read)
        task.on_success(partial(self._write_next, folder, ())).on_failure(self._on_refused).start()

    def _write_next(
        self, folder: Path, written: tuple[Path, ...], sheets: tuple[FormSheet, ...], path: Path | None = None
    ) -> None:
        written = (*written, path) if path is not None else written
        if len(written) == len(sheets):
            self._record(folder, sheets)
            return
        sheet = sheets[len(written)]
        self.told.emit(f"Đang ghi phiếu {len(written) + 1}/{len(sheets)}: {sheet.unit}…")
        write = partial(work.write_form, sheet, folder, self._session.surroundings.now())
        task = self._files.task(self, write)
        task.on_success(partial(self._write_next, folder, written, sheets)).on_failure(self._on_refused).start()

    def _record(self, folder: Path, sheets: tuple[FormSheet, ...]) -> None:
        made = partial(self._on_made, folder, sheets)
        task = self._session.change(partial(work.record_made, sheets))
        task.on_success(made).on_failure(self._on_refused).start()

    def _on_made(self, folder: Path, sheets: tuple[FormSheet, ...], _: object) -> None:
        whom = sheets[0].unit if len(sheets) == 1 else f"{len(sheets)} đơn vị"
        self.told.emit(f"Đã lập phiếu cho {whom}.")
        question = f"Đã ghi phiếu của {whom} vào “{folder}”. Hãy gửi mỗi phiếu cho đơn vị qua thư, Zalo hoặc USB."
        messages.ask(self, question, {OPEN_FOLDER: partial(open_folder, folder), LEAVE: nothing})

    def _on_refused(self, error: AppError) -> None:
        self.told.emit("")
        messages.show(self, error)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def nothing() -> None:
    """Do nothing: the message was only to be read."""
