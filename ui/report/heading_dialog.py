"""The small form that asks for the words of a heading: another name, or a new heading."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from models.outline import NEXT_PERIOD, THIS_PERIOD
from ui.form_dialog import Form

FOR_NEXT = "Tên này dùng cho kỳ này và các kỳ sau của cùng loại báo cáo."
BRACKETS = f"{THIS_PERIOD} và {NEXT_PERIOD} trong tên được thay bằng tên kỳ."


class HeadingDialog(Form):
    """Asks for a heading's words, and where a new one stands."""

    given = Signal(str, bool)
    """The words, and whether the new heading stands beneath the other one."""

    def __init__(self, parent: QWidget, title: str, verb: str, words: str = "", beneath_of: str = "") -> None:
        super().__init__(parent, title, f"{FOR_NEXT} {BRACKETS}", verb)
        self.words = QLineEdit(words)
        self.words.setAccessibleName("Tên mục")
        self.words.selectAll()
        self.beneath = QCheckBox(f"Là &mục con của mục {beneath_of}")
        self.beneath.setVisible(bool(beneath_of))
        self.fields.addRow("&Tên mục", self.words)
        if beneath_of:
            self.fields.addRow("", self.beneath)
        self.words.setFocus()

    @Slot()
    def give(self) -> None:
        """Hand the words on."""
        self.given.emit(self.words.text(), self.beneath.isChecked())
