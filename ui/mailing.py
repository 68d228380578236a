"""The email of a report: its size told first, opened in the mail program, or laid in a folder with its files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from ui import messages
from ui.gateway import Runner
from ui.session import Session

if TYPE_CHECKING:
    from exporters.cover_letter import CoverLetter
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.errors import AppError

OPEN, FOLDER, LEAVE = "Mở trong chương trình thư", "Lưu vào thư mục…", "Thôi"
OPEN_FOLDER = "Mở thư mục"
LETTERS = "thu"
"""The folder beside the store in which letters lie that are to be opened."""
TEXT = "loi-thu.txt"
NO_PROGRAM = (
    "Máy này chưa có chương trình thư mở được tệp .eml. Thư, lời thư và các tệp kèm đã được để trong “{folder}”: "
    "hãy mở hộp thư trên trang mạng, dán lời thư và đính kèm các tệp đó."
)


class Mailing(QObject):
    """Writes one letter at a time; nothing is sent by the app itself."""

    told = Signal(str)

    def __init__(self, session: Session, files: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files

    def begin(self, period: ReportingPeriod, formats: Sequence[str], start: Path) -> None:
        """Write the letter of an issued report, tell its size, and ask what is to be done with it."""
        self.told.emit("Đang soạn thư…")
        read: partial[CoverLetter] = partial(_letter, period, tuple(formats))
        task = self._session.ask(self, read)
        task.on_success(partial(self._ask, period, start)).on_failure(self._on_refused).start()

    def _ask(self, period: ReportingPeriod, start: Path, cover: CoverLetter) -> None:
        self.told.emit("")
        title = f"Lưu thư báo cáo {period.span.short()} vào thư mục"
        answers: dict[str, Callable[[], None]] = {
            OPEN: partial(self.open, cover),
            FOLDER: partial(messages.choose_folder, self, title, start, partial(self.save, cover)),
            LEAVE: _nothing,
        }
        messages.ask(self, "\n".join(cover.hints()), answers)

    def open(self, cover: CoverLetter) -> None:
        """Open the letter in the mail program; where there is none the folder is offered."""
        folder = self._session.surroundings.data_folder / LETTERS
        self._write(cover, folder, partial(self._on_ready, folder / cover.name, folder))

    def save(self, cover: CoverLetter, folder: Path) -> None:
        """Lay the letter, its words and its files in a folder."""
        self._write(cover, folder, partial(self._on_saved, folder))

    def _write(self, cover: CoverLetter, folder: Path, done: partial[None]) -> None:
        task = self._files.task(self, partial(_lay, cover, folder))
        task.on_success(done).on_failure(self._on_refused).start()

    def _on_ready(self, letter: Path, folder: Path, _: object) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(letter))):
            self.told.emit("Đã mở thư trong chương trình thư. Thư chưa gửi: hãy xem lại rồi bấm gửi ở đó.")
        else:
            answers: dict[str, Callable[[], None]] = {OPEN_FOLDER: partial(_open, folder), LEAVE: _nothing}
            messages.ask(self, NO_PROGRAM.format(folder=folder), answers)

    def _on_saved(self, folder: Path, _: object) -> None:
        self.told.emit(f"Đã để thư, lời thư và các tệp kèm trong “{folder}”.")
        _open(folder)

    def _on_refused(self, error: AppError) -> None:
        self.told.emit("")
        messages.show(self, error)


def _letter(period: ReportingPeriod, formats: tuple[str, ...], desk: Desk) -> CoverLetter:
    from exporters.cover_letter import cover_letter

    return cover_letter(desk, period, formats)


def _lay(cover: CoverLetter, folder: Path) -> None:
    from exporters.email_draft import email_draft
    from exporters.issue import write_bytes

    for file in cover.letter.files:
        write_bytes(folder, file.name, file.content)
    write_bytes(folder, TEXT, f"{cover.letter.subject}\n\n{cover.letter.text}".encode())
    write_bytes(folder, cover.name, email_draft(cover.letter))


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _nothing() -> None:
    """Do nothing: the letter is not wanted after all."""
