"""The forms of a draft's way: submitted to whom, returned by whom; its figures closed; the report really sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from models.report_work import SENT_BY_WORDS, SentBy, Step, StepKind
from ui.form_dialog import Form
from ui.pages.parts import second
from ui.report.fields import DayEdit, NameBox
from ui.report.life import Sent

REASON_LINES = 70
LIST_HEIGHT = 96
MOST_GRAVE = 3
COPY = "Làm bản trình (Word, PDF) có trang tóm tắt và cột Giải trình màu đỏ"


class StepDialog(Form):
    """Asks to whom a draft was submitted, or who returned it."""

    given = Signal(object, bool)
    """A Step, and whether the leaders' copy is wanted."""

    def __init__(self, parent: QWidget, kind: StepKind, period: str, persons: Sequence[str], day: date) -> None:
        submits = kind == "submitted"
        title = f"Trình dự thảo báo cáo {period}" if submits else f"Lãnh đạo trả lại dự thảo báo cáo {period}"
        explained = (
            "Việc trình được ghi vào sổ theo dõi. Bản trình mang chữ DỰ THẢO và không phải bản phát hành."
            if submits
            else "Dự thảo trở lại để sửa. Nội dung phải sửa nên ghi từng ý ở Ý kiến của lãnh đạo."
        )
        super().__init__(parent, title, explained, "Ghi việc trình" if submits else "Ghi việc trả lại")
        self._kind: StepKind = kind
        self.person = NameBox(persons, "Lãnh đạo", "họ tên hoặc chức vụ")
        self.day = DayEdit(day)
        self.note = QLineEdit()
        self.copy = QCheckBox(COPY)
        self.copy.setChecked(submits)
        self.copy.setVisible(submits)
        self.fields.addRow("Trình ai:" if submits else "Người trả lại:", self.person)
        self.fields.addRow("Ngày:", self.day)
        self.fields.addRow("Ghi chú:", self.note)
        if submits:
            self.fields.addRow(self.copy)

    def give(self) -> None:
        """Hand the step on."""
        step = Step(self._kind, self.day.day(), self.person.name(), self.note.text().strip())
        self.given.emit(step, self.copy.isChecked())


class CloseDialog(Form):
    """Asks for a reason where figures are closed in spite of grave warnings."""

    given = Signal(str)

    def __init__(self, parent: QWidget, period: str, grave: Sequence[str]) -> None:
        explained = (
            f"Sau khi khóa, số liệu {period} chỉ xem; lời văn của báo cáo còn sửa được đến khi phát hành. "
            "Muốn sửa số liệu thì mở lại kỳ và ghi lý do."
        )
        super().__init__(parent, f"Khóa kỳ {period}", explained, "Khóa kỳ")
        self.grave = second(grave_words(grave, "cảnh báo nặng"))
        self.grave.setVisible(bool(grave))
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(REASON_LINES)
        self.reason.setPlaceholderText("bắt buộc khi còn cảnh báo nặng hoặc khóa trước ngày chốt")
        if grave:
            self.fields.addRow(self.grave)
        self.fields.addRow("Lý do:", self.reason)

    def give(self) -> None:
        """Hand the reason on."""
        self.given.emit(self.reason.toPlainText().strip())


class SentDialog(Form):
    """Asks to whom an issued report was really sent, when and how."""

    given = Signal(object)
    """A Sent."""

    def __init__(self, parent: QWidget, period: str, recipients: Sequence[str], day: date) -> None:
        explained = "Ghi sau khi đã gửi thật. Bỏ dấu ở nơi chưa gửi; ghi lại được nhiều lần."
        super().__init__(parent, f"Đã gửi báo cáo {period}", explained, "Ghi việc gửi")
        self.recipients = QListWidget()
        self.recipients.setAccessibleName("Nơi nhận")
        self.recipients.setWordWrap(True)
        self.recipients.setFixedHeight(LIST_HEIGHT)
        for name in recipients:
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.recipients.addItem(item)
        self.also = QLineEdit()
        self.also.setPlaceholderText("nơi nhận khác, cách nhau bằng dấu chấm phẩy")
        self.day = DayEdit(day)
        self.how = QComboBox()
        for how, words in SENT_BY_WORDS.items():
            self.how.addItem(words[:1].upper() + words[1:], how)
        self.note = QLineEdit()
        self.fields.addRow("Nơi nhận:", self.recipients)
        self.fields.addRow("Nơi khác:", self.also)
        self.fields.addRow("Ngày gửi:", self.day)
        self.fields.addRow("Gửi bằng:", self.how)
        self.fields.addRow("Ghi chú:", self.note)

    def give(self) -> None:
        """Hand the sending on."""
        items = [self.recipients.item(row) for row in range(self.recipients.count())]
        ticked = [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]
        others = [name.strip() for name in self.also.text().split(";") if name.strip()]
        how: SentBy = self.how.currentData()
        self.given.emit(Sent((*ticked, *others), self.day.day(), how, self.note.text().strip()))


def grave_words(sentences: Sequence[str], noun: str) -> str:
    """Say what is grave, of many only the first."""
    if not sentences:
        return ""
    left = len(sentences) - MOST_GRAVE
    lines = [
        f"■ Còn {len(sentences)} {noun}, cần xử lý hoặc ghi lý do:",
        *(f"– {one}" for one in sentences[:MOST_GRAVE]),
    ]
    return "\n".join([*lines, *([f"– và {left} điều khác."] if left > 0 else [])])
