"""The boxes and file dialogs of ui.messages, which alone opens them; Qt's own are made when the first is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QMessageBox, QWidget

Answer = Callable[[], None]
Kind = Literal["telling", "asking", "refusing", "fault"]
_ICONS: dict[Kind, QMessageBox.Icon] = {
    "telling": QMessageBox.Icon.Information,
    "asking": QMessageBox.Icon.Question,
    "refusing": QMessageBox.Icon.Warning,
    "fault": QMessageBox.Icon.Critical,
}
_open: set[QDialog] = set()
# What is on the screen: a dialog without a parent would be gone as soon as nobody in Python holds it.


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


class Box(QMessageBox):
    """A message whose buttons each do something; closing it is the last button."""

    def __init__(
        self, parent: QWidget | None, title: str, kind: Kind, text: str, answers: Mapping[str, Answer]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setIcon(_ICONS[kind])
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

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        self._answers[button]()


class PathDialog(QFileDialog):
    """A dialog for one path."""

    def __init__(self, parent: QWidget | None, title: str, accept: str, start: Path, chosen: Callable[[Path], None]):
        super().__init__(parent, title, str(start))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLabelText(QFileDialog.DialogLabel.Accept, accept)
        self.setLabelText(QFileDialog.DialogLabel.Reject, "Thôi")
        self._chosen = chosen
        self._keeper = _Keeper(self)
        self.fileSelected.connect(self._on_selected)

    def for_folder(self) -> PathDialog:
        """Let a folder be chosen."""
        self.setFileMode(QFileDialog.FileMode.Directory)
        self.setOption(QFileDialog.Option.ShowDirsOnly)
        return self

    def for_file(self, kind: str) -> PathDialog:
        """Let a file be chosen that exists."""
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.setNameFilters([kind, "Mọi tệp (*)"])
        return self

    def for_new_file(self, proposed: Path, kind: str) -> PathDialog:
        """Let a new file be named."""
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setOption(QFileDialog.Option.DontConfirmOverwrite)
        self.setNameFilter(kind)
        self.setDefaultSuffix(proposed.suffix.lstrip("."))
        self.selectFile(proposed.name)
        return self

    @Slot(str)
    def _on_selected(self, name: str) -> None:
        self._chosen(Path(name))


class FilesDialog(PathDialog):
    """A dialog for several files at once."""

    def __init__(
        self, parent: QWidget | None, title: str, start: Path, kind: str, chosen: Callable[[list[Path]], None]
    ):
        super().__init__(parent, title, "Chọn", start, self._nothing)
        self._chosen_files = chosen
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self.setNameFilters([kind, "Mọi tệp (*)"])
        self.filesSelected.connect(self._on_files)

    @staticmethod
    def _nothing(_path: Path) -> None:
        """Leave a single path to the list of all."""

    @Slot(list)
    def _on_files(self, names: list[str]) -> None:
        self._chosen_files([Path(name) for name in names])


class PrinterDialog(QPrintDialog):
    """The system's own dialog for printing; a range of pages can be chosen."""

    def __init__(self, parent: QWidget | None, title: str, printer: QPrinter, chosen: Callable[[QPrinter], None]):
        super().__init__(printer, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"In: {title}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
        self._printer = printer
        self._chosen = chosen
        self._keeper = _Keeper(self)
        self.accepted.connect(self._on_accepted)

    @Slot()
    def _on_accepted(self) -> None:
        self._chosen(self._printer)
