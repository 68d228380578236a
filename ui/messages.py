"""The only place that opens message boxes and file dialogs. None blocks: the answer comes to a callback."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QMessageBox, QWidget

from models.errors import AppError, BadFigures

TITLE = "Sổ 57"
CLOSE = "Đóng"
COPY = "Chép chi tiết"
STORE_FILES = "Sổ 57 (*.so57)"
PLAN_FILES = "Tệp kế hoạch (*.json)"
_LONG_MEMORY = 100

shown: deque[str] = deque(maxlen=_LONG_MEMORY)
"""The sentences that were shown, the newest last: tests count them."""
_open: set[QDialog] = set()
# What is on the screen: a dialog without a parent would be gone as soon as nobody in Python holds it.

Answer = Callable[[], None]


class _Keeper(QObject):
    """Holds a dialog while it is open."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        _open.add(dialog)
        dialog.finished.connect(self._on_finished)

    @Slot()
    def _on_finished(self) -> None:
        _open.discard(self._dialog)


class _Box(QMessageBox):
    """A message whose buttons each do something; closing it is the last button."""

    opened: ClassVar[int] = 0

    def __init__(
        self, parent: QWidget | None, icon: QMessageBox.Icon, text: str, answers: Mapping[str, Answer]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        self.setIcon(icon)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setText(text)
        buttons = [self.addButton(words, QMessageBox.ButtonRole.ActionRole) for words in answers]
        self._answers: dict[QAbstractButton, Answer] = dict(zip(buttons, answers.values(), strict=True))
        self.setDefaultButton(buttons[0])
        self.setEscapeButton(buttons[-1])
        self.buttonClicked.connect(self._on_clicked)
        self._keeper = _Keeper(self)
        shown.append(text)
        _Box.opened += 1

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        self._answers[button]()


class _PathDialog(QFileDialog):
    """A dialog for one path."""

    def __init__(self, parent: QWidget | None, title: str, accept: str, start: Path, chosen: Callable[[Path], None]):
        super().__init__(parent, title, str(start))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLabelText(QFileDialog.DialogLabel.Accept, accept)
        self.setLabelText(QFileDialog.DialogLabel.Reject, "Thôi")
        self._chosen = chosen
        self._keeper = _Keeper(self)
        self.fileSelected.connect(self._on_selected)

    @Slot(str)
    def _on_selected(self, name: str) -> None:
        self._chosen(Path(name))


def opened_so_far() -> int:
    """Return how many messages were shown since the start, to see whether one came meanwhile."""
    return _Box.opened


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
    _Box(window_of(parent), QMessageBox.Icon.Warning, "\n".join(lines), {CLOSE: _nothing}).open()


def tell(parent: QObject, sentence: str) -> None:
    """Tell what happened."""
    _Box(window_of(parent), QMessageBox.Icon.Information, sentence, {CLOSE: _nothing}).open()


def ask(parent: QObject, question: str, answers: Mapping[str, Answer]) -> None:
    """Ask; each button is named by what it does, and the last one is what Esc means."""
    _Box(window_of(parent), QMessageBox.Icon.Question, question, answers).open()


def show_fault(parent: QWidget | None, place: Path | None, details: str) -> None:
    """Show a fault of the program itself, once at a time, with the details to copy for whoever mends it."""
    written = f" (chi tiết cũng được ghi ở “{place}”)" if place else ""
    text = (
        "Sổ 57 gặp lỗi ngoài dự kiến; dữ liệu đã lưu vẫn nguyên vẹn. Hãy đóng và mở lại Sổ 57. "
        f"Nếu gặp lại, hãy chép chi tiết gửi người hỗ trợ{written}."
    )
    if any(isinstance(box, _Box) and box.isVisible() and box.text() == text for box in QApplication.topLevelWidgets()):
        return
    box = _Box(parent, QMessageBox.Icon.Critical, text, {COPY: _Copy(details), CLOSE: _nothing})
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
    dialog = _PathDialog(window_of(parent), title, "Chọn thư mục này", start, chosen)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()


def choose_file(parent: QObject, title: str, start: Path, kind: str, chosen: Callable[[Path], None]) -> None:
    """Let the officer choose a file that exists."""
    dialog = _PathDialog(window_of(parent), title, "Mở", start, chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([kind, "Mọi tệp (*)"])
    dialog.open()


def name_file(parent: QObject, title: str, proposed: Path, kind: str, chosen: Callable[[Path], None]) -> None:
    """Let the officer name a new file; a name without a suffix gets the one proposed."""
    dialog = _PathDialog(window_of(parent), title, "Lưu ở đây", proposed.parent, chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix(proposed.suffix.lstrip("."))
    dialog.selectFile(proposed.name)
    dialog.open()


def _nothing() -> None:
    """Do nothing: the message was only to be read."""
