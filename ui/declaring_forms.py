"""The forms in which the officer adds something to a row of the plan; each hands on a fact, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from models.errors import AppError
from models.facts import AnnualTarget, CameTrue, Extension, Fact, NoBasis, Paper, Reading, StillInForce
from ui.form_dialog import Form
from ui.pages.parts import second

if TYPE_CHECKING:
    from datetime import datetime

    from models.desk import Desk
    from ui.session import Session

REASON_HEIGHT = 58
ANY_OCCURRENCE = "Để sổ tự tìm"
FIRST_YEAR, LAST_YEAR = 2020, 2060
DAY_SAMPLE = "ngày/tháng/năm, ví dụ 05/01/2026"


class DayBox(QLineEdit):
    """A day as officers type or paste it; it may stay empty."""

    def __init__(self, day: date | None = None) -> None:
        super().__init__(f"{day:%d/%m/%Y}" if day else "")
        self.setPlaceholderText(DAY_SAMPLE)

    def day(self) -> date | None:
        """Return the day, None where nothing is written; AppError where it is no day."""
        from importers.figure_cells import csv_cell

        found = csv_cell("done_on", self.text())
        return found if isinstance(found, date) else None

    def wanted(self, what: str) -> date:
        """Return the day; AppError where none is written."""
        day = self.day()
        if day is None:
            raise AppError(f"Chưa ghi {what}. Hãy ghi ngày như 05/01/2026.")
        return day


class DeclaringForm(Form):
    """A form that hands on a fact; it stays open until the fact was recorded."""

    given = Signal(object, str)
    """The fact, and why."""

    def fact(self) -> Fact:
        """Return what was filled in; AppError where a part of it cannot be read."""
        raise NotImplementedError

    def reason(self) -> str:
        """Return why it is declared."""
        return ""

    def give(self) -> None:
        """Hand the fact on."""
        try:
            fact = self.fact()
        except AppError as error:
            self.show_refused(error)
        else:
            self.given.emit(fact, self.reason())


class Declarer(QObject):
    """Records what a form hands on, and closes the form when it stands in the store."""

    def __init__(self, form: DeclaringForm, session: Session) -> None:
        super().__init__(form)
        self._form, self._session = form, session
        form.given.connect(self._on_given)

    @Slot(object, str)
    def _on_given(self, fact: Fact, why: str) -> None:
        task = self._session.change(partial(declare, fact, why))
        task.on_success(self._on_recorded).on_failure(self._form.show_refused).start()

    @Slot(object)
    def _on_recorded(self, _fact: object) -> None:
        self._form.accept()


def declare(fact: Fact, why: str, desk: Desk, who: str, at: datetime) -> Fact:
    """Record a fact, on the lane."""
    return desk.declare(fact, who=who, at=at, why=why)


def open_form(form: DeclaringForm, session: Session) -> None:
    """Show a form whose fact goes to the store."""
    Declarer(form, session)
    form.open()


class ReasonBox(QPlainTextEdit):
    """Room for a reason."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(REASON_HEIGHT)

    def words(self) -> str:
        """Return the reason."""
        return self.toPlainText().strip()


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell of the plan: its column, the column's title, what is printed there and what is understood of it now."""

    column: str
    title: str
    printed: str
    understood: str


class ReadingForm(DeclaringForm):
    """Asks how a printed target or time is to be understood."""

    def __init__(self, parent: QWidget, label: str, row_key: str, cells: Sequence[PrintedCell]) -> None:
        explained = (
            f"Chữ in của {label} vẫn giữ nguyên trong mọi biểu mẫu; cách hiểu dưới đây dùng để đánh giá, cảnh báo và "
            "nhắc hạn. Kỳ đã khóa giữ cách hiểu lúc khóa."
        )
        super().__init__(parent, f"Sửa cách hiểu {label}", explained, "Ghi cách hiểu")
        self._row_key, self._cells = row_key, tuple(cells)
        self.column = QComboBox()
        for cell in cells:
            self.column.addItem(cell.title, cell.column)
        self.printed, self.now = second(), second()
        self.understood, self.why = QLineEdit(), ReasonBox()
        self.fields.addRow("&Cột:", self.column)
        self.fields.addRow("Kế hoạch in:", self.printed)
        self.fields.addRow("Đang hiểu:", self.now)
        self.fields.addRow("Nay &hiểu là:", self.understood)
        self.fields.addRow("&Lý do:", self.why)
        self.column.currentIndexChanged.connect(self._on_column)
        self._on_column()
        self.understood.setFocus()

    @Slot()
    def _on_column(self) -> None:
        """Show what the chosen cell prints and how it is read."""
        place = self.column.currentIndex()
        if 0 <= place < len(self._cells):
            self.printed.setText(f"“{self._cells[place].printed}”")
            self.now.setText(self._cells[place].understood)

    def fact(self) -> Reading:
        """Return the reading."""
        return Reading(self._row_key, str(self.column.currentData()), self.understood.text().strip(), self.why.words())

    def reason(self) -> str:
        """Return the reason of the reading."""
        return self.why.words()


class NoBasisForm(DeclaringForm):
    """Asks why there is no figure yet by which an indicator could be judged."""

    def __init__(self, parent: QWidget, label: str, row_key: str) -> None:
        explained = (
            f"Dùng khi chưa cơ quan nào công bố số liệu của {label}: dòng này không bị tính là thiếu số liệu và không "
            "nằm trong các số đếm đạt, chưa đạt."
        )
        super().__init__(parent, f"Chưa có cơ sở đánh giá {label}", explained, "Ghi nhận")
        self._row_key = row_key
        self.why = ReasonBox()
        self.fields.addRow("&Lý do:", self.why)

    def fact(self) -> NoBasis:
        """Return the declaration."""
        return NoBasis(self._row_key, self.why.words())

    def reason(self) -> str:
        """Return the reason."""
        return self.why.words()


class _PaperForm(DeclaringForm):
    """A form with the number and the day of a document."""

    def add_paper(self, what: str) -> None:
        """Add the fields of the document."""
        self.number, self.paper_day = QLineEdit(), DayBox()
        self.number.setPlaceholderText("số và ký hiệu, ví dụ 12/QĐ-UBND")
        self.fields.addRow(f"&Số {what}:", self.number)
        self.fields.addRow(f"&Ngày {what}:", self.paper_day)

    def paper(self) -> Paper:
        """Return the document."""
        return Paper(self.number.text().strip(), self.paper_day.day())


class AnnualTargetForm(_PaperForm):
    """Asks for an indicator's target of one year and the decision that sets it."""

    def __init__(self, parent: QWidget, label: str, row_key: str, year: int) -> None:
        explained = f"Mục tiêu năm do văn bản giao được dùng để đánh giá {label} trong năm đó, trước mốc của kế hoạch."
        super().__init__(parent, f"Mục tiêu năm của {label}", explained, "Ghi mục tiêu năm")
        self._row_key = row_key
        self.year = QSpinBox()
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setValue(year)
        self.target = QLineEdit()
        self.target.setPlaceholderText("như văn bản giao, ví dụ ≥ 90%")
        self.fields.addRow("Nă&m:", self.year)
        self.fields.addRow("Mục &tiêu:", self.target)
        self.add_paper("văn bản")
        self.target.setFocus()

    def fact(self) -> AnnualTarget:
        """Return the target."""
        return AnnualTarget(self._row_key, self.year.value(), self.target.text().strip(), self.paper())


class _OccurrenceForm(_PaperForm):
    """A form about one occurrence of a task; where only one can be meant the store finds it."""

    def add_occurrence(self, occurrences: Sequence[str]) -> None:
        """Add the choice of the occurrence, where there are several."""
        self.occurrence = QComboBox()
        if len(occurrences) != 1:
            self.occurrence.addItem(ANY_OCCURRENCE, "")
        for name in occurrences:
            self.occurrence.addItem(name, name)
        if len(occurrences) > 1:
            self.fields.addRow("Lần t&hực hiện:", self.occurrence)

    def chosen(self) -> str:
        """Return the occurrence, empty where the store is to find it."""
        return str(self.occurrence.currentData() or "")


class ExtensionForm(_OccurrenceForm):
    """Asks until when a task was put off, by which document and why."""

    def __init__(self, parent: QWidget, label: str, row_key: str, occurrences: Sequence[str] = ()) -> None:
        explained = f"Hạn in trong kế hoạch của {label} vẫn được nêu; đánh giá và nhắc việc theo hạn mới."
        super().__init__(parent, f"Gia hạn {label}", explained, "Ghi gia hạn")
        self._row_key = row_key
        self.add_occurrence(occurrences)
        self.deadline, self.why = DayBox(), ReasonBox()
        self.fields.addRow("Hạn &mới:", self.deadline)
        self.add_paper("văn bản")
        self.fields.addRow("&Lý do:", self.why)
        self.deadline.setFocus()

    def fact(self) -> Extension:
        """Return the extension."""
        return Extension(self._row_key, self.chosen(), self.deadline.wanted("hạn mới"), self.paper())

    def reason(self) -> str:
        """Return the reason."""
        return self.why.words()


class CameTrueForm(_OccurrenceForm):
    """Asks when the condition of a task came true, and the deadline that it brings."""

    def __init__(self, parent: QWidget, label: str, row_key: str, occurrences: Sequence[str] = ()) -> None:
        explained = f"Từ ngày điều kiện đã có, {label} không còn chờ văn bản cấp trên; có hạn thì tính theo hạn đó."
        super().__init__(parent, f"Điều kiện đã có của {label}", explained, "Ghi điều kiện đã có")
        self._row_key = row_key
        self.add_occurrence(occurrences)
        self.on, self.deadline = DayBox(), DayBox()
        self.fields.addRow("Ngày đã &có:", self.on)
        self.fields.addRow("&Hạn, nếu có:", self.deadline)
        self.add_paper("văn bản")
        self.on.setFocus()

    def fact(self) -> CameTrue:
        """Return the condition that came true."""
        day = self.on.wanted("ngày điều kiện đã có")
        return CameTrue(self._row_key, self.chosen(), day, self.deadline.day(), self.paper())


class StillInForceForm(_OccurrenceForm):
    """Asks which deliverable of an earlier year still serves a task's present round."""

    def __init__(self, parent: QWidget, label: str, row_key: str, occurrences: Sequence[str] = ()) -> None:
        explained = f"Văn bản của năm trước còn hiệu lực thì lần thực hiện này của {label} được coi là hoàn thành."
        super().__init__(parent, f"Sản phẩm còn hiệu lực của {label}", explained, "Ghi sản phẩm còn hiệu lực")
        self._row_key = row_key
        self.add_occurrence(occurrences)
        self.add_paper("văn bản")
        self.number.setFocus()

    def fact(self) -> StillInForce:
        """Return the deliverable."""
        return StillInForce(self._row_key, self.chosen(), self.paper())
