"""The card of the backups: made now, copied to a stick, brought back; and whether the store itself is sound."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QListWidget, QListWidgetItem, QPushButton

from models.errors import AppError
from ui import messages, style
from ui.gateway import Runner
from ui.pages.parts import GAP, Card, second
from ui.session import Session
from ui.settings.copies import Copies, Safety

if TYPE_CHECKING:
    from models.desk import Desk
    from models.store.connection import Store

COPY_PATH = Qt.ItemDataRole.UserRole
ROWS = 6
LAST_STICK = "safety/folder"
QUESTION = (
    "Khôi phục sổ từ bản sao lưu lúc {}? Mọi thay đổi sau lúc đó không còn trong sổ; "
    "sổ hiện tại được sao lưu trước, nên vẫn lấy lại được."
)
BACKUPS = "Bản sao lưu Sổ 57 (*.zip)"
RESTORE, LEAVE = "Khôi phục sổ", "Thôi"


class SafetyCard(Card):
    """Shows the backups of the open store and what can be done with them."""

    def __init__(self, session: Session, files: Runner, settings: QSettings, copies: Copies) -> None:
        super().__init__("Sao lưu")
        self._session = session
        self._files = files
        self._settings = settings
        self._copies = copies
        self._restoring = ""
        self._kept: Path | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.left = second()
        self.list = QListWidget()
        self.list.setAccessibleName("Các bản sao lưu")
        style.smaller(self.list)
        self.list.setFixedHeight(ROWS * (self.list.fontMetrics().height() + 4))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.hide()
        self.now = QPushButton("&Sao lưu ngay")
        self.stick = QPushButton("Chép ra &USB…")
        self.bring_back = QPushButton("&Khôi phục bản đã chọn…")
        self.bring_file = QPushButton("Khôi phục từ &tệp…")
        buttons = QGridLayout()
        buttons.setSpacing(GAP)
        for place, button in enumerate(self._buttons()):
            buttons.addWidget(button, place // 2, place % 2)
        for widget in (self.left, self.list):
            self.body.addWidget(widget)
        self.body.addLayout(buttons)
        self.body.addWidget(self.told)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.now, self.stick, self.bring_back, self.bring_file

    def _connect(self) -> None:
        self._copies.changed.connect(self.show_safety)
        self._session.opened.connect(self._on_opened)
        self.list.currentRowChanged.connect(self._on_row)
        self.now.clicked.connect(self.make_now)
        self.stick.clicked.connect(self.copy_out)
        self.bring_back.clicked.connect(self._on_bring_back)
        self.bring_file.clicked.connect(self._on_bring_file)

    @Slot(object)
    def show_safety(self, safety: Safety) -> None:
        """List the backups."""
        self.left.setText(safety.copied_out())
        self.left.setProperty("kind", "behind" if safety.is_due(self._session.today()) else "second")
        self.left.style().polish(self.left)
        self.list.clear()
        for copy in safety.copies:
            item = QListWidgetItem(copy.said())
            item.setToolTip(str(copy.path))
            item.setData(COPY_PATH, copy.path)
            self.list.addItem(item)
        self._on_row()

    @Slot()
    def _on_row(self) -> None:
        self.bring_back.setEnabled(self.list.currentItem() is not None)

    # --- making

    @Slot()
    def make_now(self) -> None:
        """Make a backup beside the store."""
        self._make(None)

    @Slot()
    def copy_out(self) -> None:
        """Ask for a folder, and put a whole copy there."""
        start = Path(str(self._settings.value(LAST_STICK) or Path.home()))
        messages.choose_folder(self, "Chép sổ và tệp kèm vào thư mục", start, self._make)

    def _make(self, folder: Path | None) -> None:
        if folder is not None:
            self._settings.setValue(LAST_STICK, str(folder))
        self._session.leaving.emit()
        self._tell("Đang sao lưu…" if folder is None else f"Đang chép vào “{folder}”…", busy=True)
        self._copies.make(folder, self._on_made).on_failure(self._on_failed).start()

    def _on_made(self, path: Path) -> None:
        self._tell(f"Đã sao lưu và kiểm tra lại: “{path}”.")

    def _on_failed(self, error: AppError) -> None:
        self._tell("")
        messages.show(self, error)

    def _tell(self, sentence: str, *, busy: bool = False) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        self._session.told.emit(sentence if busy else "")
        for button in self._buttons():
            button.setEnabled(not busy)
        if not busy:
            self._on_row()

    # --- bringing back

    @Slot()
    def _on_bring_back(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._prove(item.data(COPY_PATH))

    @Slot()
    def _on_bring_file(self) -> None:
        start = Path(str(self._settings.value(LAST_STICK) or Path.home()))
        messages.choose_file(self, "Chọn bản sao lưu", start, BACKUPS, self._prove)

    def _prove(self, path: Path) -> None:
        """Look whether a backup can be brought back before the present store is touched."""
        self._tell("Đang kiểm tra bản sao lưu…", busy=True)
        task = self._files.task(self, partial(verified_moment, path))
        task.on_success(partial(self._ask, path)).on_failure(self._on_failed).start()

    def _ask(self, path: Path, moment: str) -> None:
        self._tell("")
        answers: dict[str, Callable[[], None]] = {RESTORE: partial(self._restore, path, moment), LEAVE: self._on_left}
        messages.ask(self, QUESTION.format(moment), answers)

    @Slot()
    def _on_left(self) -> None:
        self._tell("")

    def _restore(self, path: Path, moment: str) -> None:
        store = self._session.store
        if store is not None:
            self._restoring = moment
            self._tell("Đang khôi phục…", busy=True)
            self._session.begin(partial(self._bring, path, store.path, self._session.surroundings.now()))

    def _bring(self, path: Path, store: Path, at: datetime) -> Store:
        """Put the backup in the store's place and open it; on the lane, which has closed the store by then."""
        from models.store.connection import Store
        from models.store.restore import restore

        self._kept = restore(path, store, at)
        return Store.open(store)

    @Slot()
    def _on_opened(self) -> None:
        moment, self._restoring = self._restoring, ""
        self._tell("")
        if moment:
            kept = f" Sổ trước đó được giữ ở “{self._kept}”." if self._kept else ""
            messages.tell(self, f"Đã khôi phục sổ như lúc {moment}.{kept}")


def verified_moment(path: Path) -> str:
    """Prove that a backup can be brought back, and return when it was made."""
    import json
    import zipfile

    from models.store.backup import MANIFEST
    from models.store.restore import verify

    verify(path)
    with zipfile.ZipFile(path) as zipped:
        return f"{datetime.fromisoformat(json.loads(zipped.read(MANIFEST))['at']):%H:%M ngày %d/%m/%Y}"


class SoundnessCard(Card):
    """Whether the store and all files kept beside it are whole."""

    def __init__(self, session: Session) -> None:
        super().__init__("Kiểm tra sổ")
        self._session = session
        self.found = second("Kiểm tra tệp sổ, lịch sử thay đổi và mọi tệp được giữ bên cạnh có còn nguyên vẹn.")
        self.found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.check = QPushButton("Kiểm tra &sổ")
        self.body.addWidget(self.found)
        self.body.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        self.check.clicked.connect(self._on_check)

    @Slot()
    def _on_check(self) -> None:
        self.check.setEnabled(False)
        self._show("Đang kiểm tra sổ…", "second")
        work: Callable[[Desk], list[str]] = find_faults
        self._session.ask(self, work).on_success(self._on_found).on_end(self._on_end).start()

    @Slot()
    def _on_end(self) -> None:
        self.check.setEnabled(True)

    def _on_found(self, faults: list[str]) -> None:
        at = self._session.surroundings.now()
        if faults:
            self._show("\n".join([f"■ Sổ có {len(faults)} chỗ không nguyên vẹn:", *faults]), "late")
        else:
            self._show(f"● Sổ nguyên vẹn, kiểm tra lúc {at:%H:%M}.", "second")

    def _show(self, words: str, kind: str) -> None:
        self.found.setText(words)
        self.found.setProperty("kind", kind)
        self.found.style().polish(self.found)


def find_faults(desk: Desk) -> list[str]:
    """Return what is wrong with the store; on the lane."""
    from models.store.faults import speaking
    from models.store.soundness import check

    with speaking(desk.store.path):
        return check(desk.store)
