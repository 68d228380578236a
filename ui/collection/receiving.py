"""Forms in: files are read off the window's thread and looked over one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui import messages
from ui.collection import work
from ui.gateway import Runner
from ui.session import Session

if TYPE_CHECKING:
    from importers.collection_forms import ReceivedFile
    from models.collecting_desk import Received
    from models.duties import ReportingPeriod
    from models.errors import AppError
    from ui.collection.work import FilesRead

RECEIVED_FROM = "collecting/received_from"
FORM_FILES = "Phiếu thu thập (*.xlsx)"


class Receiving(QObject):
    """Takes forms in, each in its own dialog."""

    told = Signal(str)

    def __init__(self, session: Session, files: Runner, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._settings = settings
        self._owner = parent
        self._waiting: deque[ReceivedFile] = deque()
        self._period: ReportingPeriod | None = None

    def begin(self, period: ReportingPeriod) -> None:
        """Ask which files came back."""
        downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        start = Path(str(self._settings.value(RECEIVED_FROM) or downloads))
        messages.choose_files(self, "Nhận phiếu đã điền", start, FORM_FILES, partial(self.take, period))

    def take(self, period: ReportingPeriod, paths: Sequence[Path]) -> None:
        """Read files and look them over."""
        if not paths:
            return
        self._settings.setValue(RECEIVED_FROM, str(paths[0].parent))
        self._period = period
        self.told.emit("Đang đọc phiếu…")
        self._files.task(self, partial(work.read_files, tuple(paths))).on_success(self._on_read).start()

    def _on_read(self, read: FilesRead) -> None:
        self.told.emit("")
        self._waiting.extend(read.forms)
        if read.refused:
            answers = {"Tiếp tục" if read.forms else "Đóng": self._next}
            messages.ask(self, "\n".join(read.refused), answers)
        else:
            self._next()

    @Slot()
    def _next(self, *_: object) -> None:
        if not self._waiting or self._period is None:
            return
        read = partial(work.examine, self._waiting.popleft(), self._period)
        self._session.ask(self, read).on_success(self._on_examined).on_failure(self._on_refused).start()

    def _on_examined(self, received: Received) -> None:
        from ui.collection.review import ReviewDialog

        dialog = ReviewDialog(self._owner, self._session, received)
        dialog.taken.connect(self.told)
        dialog.finished.connect(self._next)
        dialog.open()

    def _on_refused(self, error: AppError) -> None:
        messages.ask(self, error.sentence, {"Tiếp tục" if self._waiting else "Đóng": self._next})
