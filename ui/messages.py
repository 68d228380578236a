"""The only place that opens message boxes and file dialogs. None blocks: the answer comes to a callback."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from models.errors import AppError, BadFigures

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.message_boxes import Answer, Box, Kind, PathDialog

TITLE = "Sổ 57"
CLOSE = "Đóng"
COPY = "Chép chi tiết"
STORE_FILES = "Sổ 57 (*.so57)"
PLAN_FILES = "Tệp kế hoạch (*.json)"
_LONG_MEMORY = 100

shown: deque[str] = deque(maxlen=_LONG_MEMORY)
"""The sentences that were shown, the newest last: tests count them."""
_opened: list[int] = [0]
# How many so far; `shown` forgets the oldest.


def opened_so_far() -> int:
    """Return how many messages were shown since the start, to see whether one came meanwhile."""
    return _opened[0]


def window_of(parent: QObject) -> QWidget | None:
    """Return the window that a message about `parent` belongs to."""
    owner: QObject | None = parent
    while owner is not None and not isinstance(owner, QWidget):
        owner = owner.parent()
    return owner.window() if owner is not None else QApplication.activeWindow()


def show(parent: QObject, error: AppError) -> None:
    """Show what could not be done, in the error's own sentence."""
    lines = [error.sentence]
    if isinstance(error, BadFigures):
        lines += [f"Dòng {problem.line}: {problem.reason}" for problem in error.problems]
    _box(window_of(parent), "refusing", "\n".join(lines), {CLOSE: _nothing}).open()


def tell(parent: QObject, sentence: str) -> None:
    """Tell what happened."""
    _box(window_of(parent), "telling", sentence, {CLOSE: _nothing}).open()


def ask(parent: QObject, question: str, answers: Mapping[str, Answer]) -> None:
    """Ask; each button is named by what it does, and the last one is what Esc means."""
    _box(window_of(parent), "asking", question, answers).open()


def show_fault(parent: QWidget | None, place: Path | None, details: str) -> None:
    """Show a fault of the program itself, once at a time, with the details to copy for whoever mends it."""
    written = f" (chi tiết cũng được ghi ở “{place}”)" if place else ""
    text = (
        "Sổ 57 gặp lỗi ngoài dự kiến; dữ liệu đã lưu vẫn nguyên vẹn. Hãy đóng và mở lại Sổ 57. "
        f"Nếu gặp lại, hãy chép chi tiết gửi người hỗ trợ{written}."
    )
    from ui.message_boxes import Box

    if any(isinstance(box, Box) and box.isVisible() and box.text() == text for box in QApplication.topLevelWidgets()):
        return
    box = _box(parent, "fault", text, {COPY: _Copy(details), CLOSE: _nothing})
    box.setInformativeText(details.strip().splitlines()[-1] if details.strip() else "")
    box.open()


class _Copy:
    """Put a text on the clipboard."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


def choose_folder(parent: QObject, title: str, start: Path, chosen: Callable[[Path], None]) -> None:
    """Let the officer choose a folder to write into."""
    _path_dialog(parent, title, "Chọn thư mục này", start, chosen).for_folder().open()


def choose_file(parent: QObject, title: str, start: Path, kind: str, chosen: Callable[[Path], None]) -> None:
    """Let the officer choose a file that exists."""
    _path_dialog(parent, title, "Mở", start, chosen).for_file(kind).open()


def choose_files(parent: QObject, title: str, start: Path, kind: str, chosen: Callable[[list[Path]], None]) -> None:
    """Let the officer choose files that exist, several at once."""
    from ui.message_boxes import FilesDialog

    FilesDialog(window_of(parent), title, start, kind, chosen).open()


def name_file(parent: QObject, title: str, proposed: Path, kind: str, chosen: Callable[[Path], None]) -> None:
    """Let the officer name a new file; a name without a suffix gets the one proposed."""
    _path_dialog(parent, title, "Lưu ở đây", proposed.parent, chosen).for_new_file(proposed, kind).open()


def choose_printer(parent: QObject, title: str, printer: QPrinter, chosen: Callable[[QPrinter], None]) -> None:
    """Let the officer choose a printer, pages, copies and sides."""
    from ui.message_boxes import PrinterDialog

    PrinterDialog(window_of(parent), title, printer, chosen).show()


# The boxes' classes are imported with the first box: Qt's own take their time to be made.


def _box(parent: QWidget | None, kind: Kind, text: str, answers: Mapping[str, Answer]) -> Box:
    from ui.message_boxes import Box

    _opened[0] += 1
    shown.append(text)
    return Box(parent, TITLE, kind, text, answers)


def _path_dialog(parent: QObject, title: str, accept: str, start: Path, chosen: Callable[[Path], None]) -> PathDialog:
    from ui.message_boxes import PathDialog

    return PathDialog(window_of(parent), title, accept, start, chosen)


def _nothing() -> None:
    """Do nothing: the message was only to be read."""
