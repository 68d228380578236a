"""Reminders: an email draft with the form enclosed, or its words to be sent by Zalo; nothing is sent by the app."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui import messages
from ui.collection import work
from ui.collection.making import FOLDER, open_folder
from ui.gateway import Runner
from ui.mailing import FOLDER as TO_FOLDER
from ui.mailing import LEAVE, OPEN, Mailing
from ui.session import Session

if TYPE_CHECKING:
    from exporters.cover_letter import CoverLetter
    from models.duties import ReportingPeriod
    from models.errors import AppError
    from models.store.collection_rows import CollectionForm

COPY = "Chép lời nhắc"


class Reminding(QObject):
    """Reminds units that have not sent their form."""

    told = Signal(str)

    def __init__(self, session: Session, files: Runner, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._settings = settings
        self._mailing = Mailing(session, files, self)
        self._mailing.told.connect(self.told)

    def begin(self, period: ReportingPeriod, forms: Sequence[CollectionForm], contact: str) -> None:
        """Write the letters, then ask what is to be done with them."""
        self.told.emit("Đang soạn lời nhắc…")
        own = tuple(forms)
        read = partial(work.letters, period, own, contact, self._session.surroundings.now())
        task = self._session.ask(self, read)
        task.on_success(partial(self._ask, own)).on_failure(self._on_refused).start()

    def _ask(self, forms: tuple[CollectionForm, ...], covers: tuple[CoverLetter, ...]) -> None:
        self.told.emit("")
        answers: dict[str, Callable[[], None]] = {}
        if len(covers) == 1:
            answers[OPEN] = partial(self._open, forms, covers[0])
        answers[TO_FOLDER] = partial(self._choose_folder, forms, covers)
        answers[COPY] = partial(self._copy, forms, covers)
        answers[LEAVE] = self._leave
        messages.ask(self, _question(covers), answers)

    def _open(self, forms: tuple[CollectionForm, ...], cover: CoverLetter) -> None:
        self._mailing.open(cover)
        self._record(forms)

    def _choose_folder(self, forms: tuple[CollectionForm, ...], covers: tuple[CoverLetter, ...]) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = Path(str(self._settings.value(FOLDER) or documents))
        messages.choose_folder(self, "Lưu thư đôn đốc vào thư mục", start, partial(self._save, forms, covers))

    def _save(self, forms: tuple[CollectionForm, ...], covers: tuple[CoverLetter, ...], folder: Path) -> None:
        saved = partial(self._on_saved, forms, folder)
        task = self._files.task(self, partial(work.lay_letters, covers, folder))
        task.on_success(saved).on_failure(self._on_refused).start()

    def _on_saved(self, forms: tuple[CollectionForm, ...], folder: Path, _: object) -> None:
        self.told.emit(f"Đã để thư và phiếu trong “{folder}”.")
        open_folder(folder)
        self._record(forms)

    def _copy(self, forms: tuple[CollectionForm, ...], covers: tuple[CoverLetter, ...]) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(cover.letter.text.strip() for cover in covers))
        self.told.emit("Đã chép lời nhắc. Hãy dán vào Zalo hoặc thư.")
        self._record(forms)

    def _record(self, forms: tuple[CollectionForm, ...]) -> None:
        self._session.change(partial(work.remind, forms)).start()

    def _leave(self) -> None:
        self.told.emit("")

    def _on_refused(self, error: AppError) -> None:
        self.told.emit("")
        messages.show(self, error)


def _question(covers: tuple[CoverLetter, ...]) -> str:
    whom = f"{len(covers)} đơn vị" if len(covers) > 1 else covers[0].letter.files[0].name
    missing = [name for cover in covers for name in cover.without_address]
    told = f"Đã soạn thư đôn đốc kèm phiếu: {whom}."
    return f"{told}\nChưa có địa chỉ thư của: {', '.join(missing)}." if missing else told
