"""The backups of a store as the window tells of them: when, why, how large, and when one last left this computer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal, Slot

from ui.gateway import Runner, Task
from ui.session import Session
from ui.standing import OpenStore

if TYPE_CHECKING:
    from models.desk import Desk

LEFT = "copied-out"
PATIENT_DAYS = 7
"""After how many days without a copy elsewhere the light turns amber."""
REASONS = {
    "ket-thuc": "khi đóng sổ",
    "truoc-nang-cap": "trước khi nâng cấp sổ",
    "truoc-nhap": "trước khi nhận dữ liệu",
    "truoc-mo-lai": "trước khi mở lại kỳ",
    "truoc-khoi-phuc": "trước khi khôi phục",
    "theo-yeu-cau": "theo yêu cầu",
}
_KB = 1024
_MB = 1024 * _KB


@dataclass(frozen=True, slots=True)
class Copy:
    """One backup beside the store."""

    path: Path
    at: datetime
    reason: str
    size: int

    def said(self) -> str:
        """Say when and why it was made and how large it is."""
        return f"{self.at:%H:%M %d/%m/%Y} · {REASONS.get(self.reason, self.reason)} · {size_words(self.size)}"


@dataclass(frozen=True, slots=True)
class Safety:
    """How safe a store is: its backups, the newest first, and when a copy was last put elsewhere, and where."""

    copies: tuple[Copy, ...]
    left_at: date | None = None
    left_to: str = ""

    def days_here(self, today: date) -> int:
        """Return for how many days no copy left this computer."""
        oldest = self.copies[-1].at.date() if self.copies else today
        return (today - (self.left_at or oldest)).days

    def is_due(self, today: date) -> bool:
        """Tell whether a copy should be put elsewhere now."""
        return self.days_here(today) > PATIENT_DAYS

    def light(self, today: date, *, short: bool = False) -> str:
        """Say in a few words how safe the store is."""
        if self.is_due(today):
            return "▲ Chép ra USB" if short else f"▲ {self.days_here(today)} ngày chưa chép ra ngoài máy"
        if not self.copies:
            return "○ Chưa sao lưu"
        at = self.copies[0].at
        return f"● Đã sao lưu {at:%H:%M}" if at.date() == today else f"● Đã sao lưu {at:%d/%m}"

    def copied_out(self) -> str:
        """Say when and where to a copy last left this computer."""
        if self.left_at is None:
            return "Chưa có bản nào được chép ra ngoài máy này. Hãy cắm USB rồi chép ít nhất mỗi tuần một lần."
        return f"Lần cuối chép ra ngoài: {self.left_at:%d/%m/%Y}, vào “{self.left_to}”."


def size_words(size: int) -> str:
    """Return a size as officers read it."""
    return f"{max(1, round(size / _KB))} KB" if size < _MB else f"{size / _MB:.1f} MB".replace(".", ",")


def read_copies(store: Path) -> tuple[Copy, ...]:
    """List the backups beside a store, the newest first."""
    from models.store.backup import backups, backups_folder

    found = reversed(backups(backups_folder(store), store.stem))
    return tuple(_copy(path) for path in found)


def _copy(path: Path) -> Copy:
    _, day, hour, reason = path.stem.rsplit("_", 3)
    return Copy(path, datetime.strptime(f"{day}_{hour}", "%Y-%m-%d_%H%M%S"), reason, path.stat().st_size)


def make_copy(folder: Path | None, at: datetime, desk: Desk) -> Path:
    """Make a checked backup beside the store, or in a folder of the officer's."""
    from models.store import backup

    return backup.on_request(desk.store, at, folder)


class Copies(QObject):
    """Makes backups and knows how safe the open store is."""

    changed = Signal(object)
    """A Safety."""

    def __init__(self, session: Session, files: Runner, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self._settings = settings
        self._fresh = False
        self.safety = Safety(())
        session.opened.connect(self._on_opened)
        session.standing_changed.connect(self._on_standing)

    @Slot(object)
    def _on_opened(self, store: OpenStore) -> None:
        self._fresh = True
        if store.period is None:
            self.read()

    @Slot()
    def _on_standing(self) -> None:
        if self._fresh:  # not on the way to the first screen
            self.read()

    def read(self) -> None:
        """Look at the backups of the open store."""
        store = self._session.store
        if store is not None:
            self._fresh = False
            self._files.task(self, partial(read_copies, store.path)).on_success(self._show).start()

    def make(self, folder: Path | None, done: Callable[[Path], object]) -> Task[Path]:
        """Return the task that makes a backup beside the store, or in a folder, and remembers that."""
        work: Callable[[Desk], Path] = partial(make_copy, folder, self._session.surroundings.now())
        return self._session.ask(self, work).on_success(partial(self._on_made, folder)).on_success(done)

    def _on_made(self, folder: Path | None, _: Path) -> None:
        store = self._session.store
        if store is not None and folder is not None and not _is_within(folder, store.path.parent):
            self._settings.setValue(_key(store.path), [self._session.today().isoformat(), str(folder)])
        self.read()

    def _show(self, copies: tuple[Copy, ...]) -> None:
        store = self._session.store
        if store is None:
            return
        kept = self._settings.value(_key(store.path))
        left_at, left_to = kept if isinstance(kept, list) and len(kept) == 2 else ("", "")
        self.safety = Safety(copies, date.fromisoformat(left_at) if left_at else None, left_to)
        self.changed.emit(self.safety)


def _is_within(folder: Path, around: Path) -> bool:
    """Tell whether a folder lies beside or under the store, where a copy would be lost with it."""
    return folder.resolve().is_relative_to(around.resolve())


def _key(store: Path) -> str:
    return f"{LEFT}/{str(store).replace('/', '|').replace(chr(92), '|')}"
