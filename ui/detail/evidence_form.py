"""The form in which a file of evidence gets another name, and a note."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.evidence_files import Evidence
from ui.form_dialog import Form

EXPLAINED = "Nội dung tệp giữ nguyên; đuôi tệp cũng giữ nguyên để máy mở đúng chương trình."


class EvidenceForm(Form):
    """Asks for name and note of a file."""

    given = Signal(str, str)
    """Name and note."""

    def __init__(self, parent: QWidget, own: Evidence) -> None:
        super().__init__(parent, f"Tên và ghi chú của “{own.name}”", EXPLAINED, "Lưu tên, ghi chú")
        self.name, self.note = QLineEdit(PurePath(own.name).stem), QLineEdit(own.note)
        self.note.setPlaceholderText("ví dụ: trang 3 có số liệu; bản chụp của Công an xã")
        self.fields.addRow("&Tên tệp:", self.name)
        self.fields.addRow("&Ghi chú:", self.note)
        self.name.setFocus()

    def give(self) -> None:
        """Hand name and note on."""
        self.given.emit(self.name.text(), self.note.text())
