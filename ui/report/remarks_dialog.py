"""Ý kiến của lãnh đạo: what was remarked on a draft, how it was answered; remarks are added and answered here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.errors import AppError
from models.shown import day_text
from ui import messages
from ui.grid import Sheet
from ui.models.columns import Column
from ui.models.line_table import Line, LineTable
from ui.models.verdicts import MISSING, REACHED
from ui.pages.parts import GAP
from ui.report.fields import DayEdit, NameBox
from ui.report.table_dialog import TableDialog, plain_button

if TYPE_CHECKING:
    from models.report_work import Remark
    from ui.report.life import Life

HOW = "Chọn một ý kiến để ghi đã tiếp thu thế nào. Ý kiến chưa trả lời còn đứng trong bản trình và ngăn việc phát hành."
NONE_YET = "Chưa ghi ý kiến nào về dự thảo của kỳ này. Ghi ý kiến đầu tiên ở dưới."
WHOLE = "Cả báo cáo"


class RemarksDialog(TableDialog):
    """The leaders' remarks on one report."""

    added = Signal(str, str, object, str)
    """Section, person, day, words."""
    answered = Signal(int, str)
    """Number of a remark, and how it was answered."""

    def __init__(self, parent: QWidget, life: Life, day: date) -> None:
        self._life = life
        lines: LineTable[Remark] = LineTable(_columns(life))
        title = f"Ý kiến của lãnh đạo về báo cáo {life.period.span.short()}"
        super().__init__(parent, title, HOW, lines, Sheet(lines))
        self._build(life, day)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.add.clicked.connect(self._on_add)
        self.answer.clicked.connect(self._on_answer)
        self.reply.returnPressed.connect(self._on_answer)
        self.text.returnPressed.connect(self._on_add)
        self.show_remarks(life.remarks)

    def _build(self, life: Life, day: date) -> None:
        self.reply = QLineEdit()
        self.reply.setPlaceholderText("đã tiếp thu, sửa thế nào")
        self.answer = plain_button("Ghi trả lời")
        self.person = NameBox(life.persons, "Người cho ý kiến", "họ tên hoặc chức vụ")
        self.section = QComboBox()
        self.section.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.section.setMinimumContentsLength(14)
        self.section.addItem(WHOLE, "")
        for section, name in life.sections:
            self.section.addItem(name, section)
        self.day = DayEdit(day)
        self.text = QLineEdit()
        self.text.setPlaceholderText("nội dung ý kiến mới")
        self.add = plain_button("Thêm ý kiến")
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow("Trả lời ý kiến đã chọn:", _row(self.reply, self.answer))
        form.addRow("Người cho ý kiến:", _row(self.person, self.day))
        form.addRow("Về:", self.section)
        form.addRow("Ý kiến mới:", _row(self.text, self.add))
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(layout.count() - 1, form)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show what was remarked so far; what is being typed stays."""
        self.lines.show([Line(str(one.id), one) for one in remarks])
        self.notice.say("" if remarks else NONE_YET)
        self.table.setVisible(bool(remarks))
        self._on_chosen(self.table.currentIndex())

    def show_refused(self, error: AppError) -> None:
        """Say why it could not be recorded; what was typed stays."""
        messages.show(self, error)

    def chosen(self) -> Remark | None:
        """Return the remark that is chosen."""
        index = self.table.currentIndex()
        return self.lines.line_at(index.row()) if index.isValid() else None

    @Slot(QModelIndex)
    def _on_chosen(self, _: QModelIndex) -> None:
        remark = self.chosen()
        self.reply.setEnabled(remark is not None)
        self.answer.setEnabled(remark is not None)
        self.reply.setText(remark.answer if remark is not None else "")

    @Slot()
    def _on_add(self) -> None:
        section = str(self.section.currentData())
        self.added.emit(section, self.person.name(), self.day.day(), self.text.text().strip())

    @Slot()
    def _on_answer(self) -> None:
        remark = self.chosen()
        if remark is not None:
            self.answered.emit(remark.id, self.reply.text().strip())

    def clear_new(self) -> None:
        """Empty the new remark after it was recorded."""
        self.text.clear()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 0 if place else 1)
    return row


def _columns(life: Life) -> tuple[Column[Remark], ...]:
    named = {section: name.partition(". ")[0] for section, name in life.sections}

    def place(one: Remark) -> str:
        return f"Mục {named.get(one.section, one.section)}" if one.section else WHOLE

    return (
        Column("", _shape, width=3, align="center", colour=_colour),
        Column("Ý kiến", _text, width=26, stretch=2),
        Column("Về", place, width=10),
        Column("Ai, ngày nào", _said, width=18),
        Column("Trả lời", _answer, width=20, stretch=1),
    )


def _shape(one: Remark) -> str:
    return REACHED if one.answer.strip() else MISSING


def _colour(one: Remark) -> str:
    return "reached" if one.answer.strip() else "late"


def _text(one: Remark) -> str:
    return f"{one.id}. {one.text}"


def _said(one: Remark) -> str:
    return f"{one.said_by}, {day_text(one.said_on)}"


def _answer(one: Remark) -> str:
    return one.answer or "Chưa trả lời"
