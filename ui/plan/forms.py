"""The forms of the page Kế hoạch beside those of single rows: units, days, documents, tasks outside the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from models.declaring_times import TIME_SAMPLES, schedule_for
from models.facts import DaySwap, Direction, Fact, Lead, Paper, Supplier
from models.plans import Plan, TaskRow
from ui.declaring_forms import DayBox, DeclaringForm, ReasonBox
from ui.form_dialog import Form
from ui.session import Session

if TYPE_CHECKING:
    from datetime import datetime

    from models.desk import Desk
    from models.plans import Duty

UNIT_WIDTH = 280
TEXT_HEIGHT = 58
CALENDARS = {
    "calendar": "Theo tháng dương lịch (chốt ngày cuối tháng)",
    "decree": "Theo Nghị định 09/2019/NĐ-CP (chốt ngày 14)",
    "own": "Chốt vào một ngày riêng của tháng",
}
DEFAULT_CLOSING = 25


def unit_box(plan: Plan, unit: str = "") -> QComboBox:
    """Return a choice of the plan's units in which another one can be typed."""
    box = QComboBox()
    box.setEditable(True)
    box.addItems([agency.name for agency in plan.agencies])
    box.setCurrentText(unit)
    box.setMinimumWidth(UNIT_WIDTH)
    return box


def long_box(text: str = "") -> QPlainTextEdit:
    """Return a box for a text of some lines; Tab leaves it."""
    box = QPlainTextEdit(text)
    box.setTabChangesFocus(True)
    box.setFixedHeight(TEXT_HEIGHT)
    return box


class LeadForm(DeclaringForm):
    """Asks which unit leads a row that the plan gives to none."""

    def __init__(self, parent: QWidget, label: str, row_key: str, plan: Plan, unit: str = "") -> None:
        explained = (
            f"Kế hoạch không in cơ quan chủ trì của {label}. Đơn vị ghi ở đây dùng để thu thập số liệu, đôn đốc và "
            "lọc; không biểu mẫu nào in như chữ của kế hoạch."
        )
        super().__init__(parent, f"Giao chủ trì {label}", explained, "Giao chủ trì")
        self._row_key = row_key
        self.unit = unit_box(plan, unit)
        self.fields.addRow("Đơn &vị:", self.unit)

    def fact(self) -> Lead:
        """Return the lead."""
        return Lead(self._row_key, self.unit.currentText().strip())


class SupplierForm(DeclaringForm):
    """Asks which unit supplies a part of an indicator's figure, and from when to when."""

    def __init__(self, parent: QWidget, label: str, row_key: str, plan: Plan) -> None:
        explained = (
            f"Khi {label} có đơn vị cung cấp từng phần (bản, trường…), kết quả được cộng từ các phần và không gõ thẳng "
            "được nữa; sổ cho biết đơn vị nào chưa gửi."
        )
        super().__init__(parent, f"Đơn vị cung cấp số liệu {label}", explained, "Thêm đơn vị cung cấp")
        self._row_key = row_key
        self.unit, self.first, self.last = unit_box(plan), DayBox(), DayBox()
        self.fields.addRow("Đơn &vị:", self.unit)
        self.fields.addRow("&Từ ngày:", self.first)
        self.fields.addRow("Đến hết ngà&y, nếu đã thôi:", self.last)

    def fact(self) -> Supplier:
        """Return the supplier."""
        first = self.first.wanted("ngày bắt đầu cung cấp")
        return Supplier(self._row_key, self.unit.currentText().strip(), first, self.last.day())


class DaySwapForm(DeclaringForm):
    """Asks for a day off that is worked, or a working day that is off."""

    def __init__(self, parent: QWidget) -> None:
        explained = (
            "Theo thông báo hoán đổi ngày làm việc hằng năm. Hạn gửi rơi vào ngày nghỉ thì sổ nhắc gửi vào ngày làm "
            "việc trước đó."
        )
        super().__init__(parent, "Ngày hoán đổi", explained, "Thêm ngày hoán đổi")
        self.day, self.kind, self.name = DayBox(), QComboBox(), QLineEdit()
        self.kind.addItem("Nghỉ bù: ngày làm việc nay nghỉ", False)
        self.kind.addItem("Làm bù: ngày nghỉ nay làm việc", True)
        self.name.setPlaceholderText("tên gọi hoặc số thông báo")
        self.fields.addRow("&Ngày:", self.day)
        self.fields.addRow("&Loại:", self.kind)
        self.fields.addRow("Tên &gọi:", self.name)

    def fact(self) -> DaySwap:
        """Return the swap."""
        return DaySwap(self.day.wanted("ngày hoán đổi"), bool(self.kind.currentData()), self.name.text().strip())


class DirectionForm(DeclaringForm):
    """Asks for a document of direction; number and day of one that is recorded stay."""

    def __init__(self, parent: QWidget, old: Direction | None = None) -> None:
        explained = "Văn bản chỉ đạo ban hành trong kỳ được nêu ở phần I của báo cáo."
        title = "Sửa văn bản chỉ đạo" if old else "Văn bản chỉ đạo"
        super().__init__(parent, title, explained, "Lưu văn bản" if old else "Thêm văn bản")
        paper = old.paper if old else Paper()
        self.number, self.day = QLineEdit(paper.number), DayBox(paper.day)
        self.number.setPlaceholderText("số và ký hiệu, ví dụ 215/KH-UBND")
        self.about, self.issuer = long_box(paper.about), QLineEdit(old.issuer if old else "")
        self.issuer.setPlaceholderText("để trống nếu là UBND xã")
        for box in (self.number, self.day):
            box.setReadOnly(old is not None)
            box.setToolTip("Muốn đổi số hoặc ngày, hãy bỏ văn bản này rồi thêm lại." if old else "")
        self.fields.addRow("&Số, ký hiệu:", self.number)
        self.fields.addRow("&Ngày:", self.day)
        self.fields.addRow("&Về việc:", self.about)
        self.fields.addRow("&Cơ quan ban hành:", self.issuer)
        (self.about if old else self.number).setFocus()

    def fact(self) -> Direction:
        """Return the document."""
        paper = Paper(self.number.text().strip(), self.day.day(), self.about.toPlainText().strip())
        return Direction(paper, self.issuer.text().strip())


class ExtraTaskForm(DeclaringForm):
    """Asks for a task outside the plan, or for what is to be changed of one."""

    def __init__(self, parent: QWidget, plan: Plan, today: date, old: TaskRow | None = None) -> None:
        explained = (
            "Nhiệm vụ phát sinh ngoài kế hoạch được theo dõi và báo cáo như nhiệm vụ khác. Thời hạn ghi như "
            f"{TIME_SAMPLES}."
        )
        title = "Sửa nhiệm vụ phát sinh" if old else "Nhiệm vụ phát sinh"
        super().__init__(parent, title, explained, "Lưu nhiệm vụ" if old else "Thêm nhiệm vụ")
        self._plan, self._today = plan, today
        self._old = old or TaskRow("", "task", "", None, "")
        self.name = long_box(self._old.name)
        self.lead, self.coordinating = unit_box(plan, self._old.lead), QLineEdit(self._old.coordinating)
        self.deliverable = QLineEdit(self._old.deliverable)
        self.deadline = QLineEdit(next(iter(self._old.schedule.values()), ""))
        self.since = DayBox(self._old.since)
        self.fields.addRow("&Nhiệm vụ:", self.name)
        self.fields.addRow("Chủ t&rì:", self.lead)
        self.fields.addRow("&Phối hợp:", self.coordinating)
        self.fields.addRow("&Sản phẩm:", self.deliverable)
        self.fields.addRow("Thời &hạn:", self.deadline)
        self.fields.addRow("Có từ ngà&y:", self.since)

    def fact(self) -> TaskRow:
        """Return the task."""
        return replace(
            self._old,
            name=self.name.toPlainText().strip(),
            lead=self.lead.currentText().strip(),
            coordinating=self.coordinating.text().strip(),
            deliverable=self.deliverable.text().strip(),
            schedule=schedule_for(self._plan, self.deadline.text().strip(), self._today),
            since=self.since.day(),
        )


class WithdrawForm(Form):
    """Asks why a declaration is taken away, and takes it away."""

    def __init__(self, parent: QWidget, sentence: str, fact: Fact, session: Session) -> None:
        explained = f"{sentence}.\nBỏ khai báo này thì sổ đánh giá lại như chưa có nó; hoàn tác được."
        super().__init__(parent, "Bỏ khai báo", explained, "Bỏ khai báo")
        self._fact, self._session = fact, session
        self.why = ReasonBox()
        self.fields.addRow("&Lý do:", self.why)

    def give(self) -> None:
        """Take the declaration away."""
        task = self._session.change(partial(_withdraw, self._fact, self.why.words()))
        task.on_success(self._on_done).on_failure(self.show_refused).start()

    @Slot(object)
    def _on_done(self, _: object) -> None:
        self.accept()


def _withdraw(fact: Fact, why: str, desk: Desk, who: str, at: datetime) -> None:
    """Take a declaration away, on the lane."""
    desk.withdraw(fact, who=who, at=at, why=why)


class CalendarForm(Form):
    """Asks how the periods of a duty are counted, from which year on and why."""

    def __init__(self, parent: QWidget, duty: Duty, calendar: str, year: int, session: Session) -> None:
        explained = (
            f"Cách tính kỳ của “{duty.name}” quyết định số liệu được chốt vào ngày nào. Kỳ đã khóa không đổi được; số "
            "liệu đã ghi mà không còn kỳ nào chốt vào ngày đó thì sổ nói trước và cần lý do."
        )
        super().__init__(parent, "Cách tính kỳ báo cáo", explained, "Đổi cách tính kỳ")
        self._duty, self._session = duty, session
        self.kind, self.closing, self.since, self.why = QComboBox(), QSpinBox(), QComboBox(), ReasonBox()
        for key, words in CALENDARS.items():
            self.kind.addItem(words, key)
        self.closing.setRange(1, 31)
        self.since.addItem("Mọi năm", None)
        for own in range(year, year + 3):
            self.since.addItem(f"Từ năm {own}", own)
        self._show(calendar)
        self.fields.addRow("&Cách tính:", self.kind)
        self.fields.addRow("Chốt vào &ngày:", self.closing)
        self.fields.addRow("&Áp dụng:", self.since)
        self.fields.addRow("&Lý do:", self.why)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self._on_kind()

    def _show(self, calendar: str) -> None:
        kind, _, day = calendar.partition(":")
        self.closing.setValue(int(day) if day.isdecimal() else DEFAULT_CLOSING)
        self.kind.setCurrentIndex(max(self.kind.findData(kind), 0))

    @Slot()
    def _on_kind(self) -> None:
        self.closing.setEnabled(self.kind.currentData() == "own")

    def give(self) -> None:
        """Change the calendar."""
        kind = str(self.kind.currentData())
        chosen = f"own:{self.closing.value()}" if kind == "own" else kind
        since: int | None = self.since.currentData()
        task = self._session.change(partial(_choose_calendar, self._duty.id, chosen, since, self.why.words()))
        task.on_success(self._on_done).on_failure(self.show_refused).start()

    @Slot(object)
    def _on_done(self, _: object) -> None:
        self.accept()


def _choose_calendar(duty_id: str, chosen: str, since: int | None, why: str, desk: Desk, who: str, at: datetime) -> str:
    """Choose a duty's calendar, on the lane."""
    from models.calendar_choice import choose_calendar

    return choose_calendar(desk, duty_id, chosen, since, why=why, who=who, at=at)
