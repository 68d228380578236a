"""The short form of a new store: who keeps it, its letterhead with a live picture, how its periods are counted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.field_box import FieldBox
from ui.first_run.making import CALENDAR, DECREE, NewStore, frame_picture
from ui.frame_picture import FramePicture
from ui.gateway import Runner
from ui.pages.parts import GAP, MARGIN, second
from ui.session import Session

if TYPE_CHECKING:
    from models.plans import Duty

TITLE = "Lập sổ mới"
EXPLAINED = "{} · sổ được lưu ở “{}”. Mọi điều ở đây đều sửa lại được trong Cài đặt."
BOXES = {
    "issuer_lines": ("Cơ quan ban hành ở đầu trang, mỗi dòng in một dòng", 2),
    "signers": ("Người ký, mỗi người một dòng: Họ tên | Chức vụ", 2),
    "symbol": ("Ký hiệu", 1),
    "place": ("Địa danh", 1),
}
"""The fields of the letterhead with their labels and how many lines each has; the rest is set later."""
WAYS = {
    CALENDAR: "Từ ngày 1 đến ngày cuối kỳ",
    DECREE: "Theo Nghị định 09/2019: đến ngày 14",
}
DEFAULT = " (mặc định)"
FORM_WIDTH = 380
USUAL = (880, 490)


class FirstRunForm(QDialog):
    """All is filled in already: Enter makes the store."""

    given = Signal(object)
    """A NewStore."""

    def __init__(self, session: Session, files: Runner, new: NewStore, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._new = new
        self.setWindowTitle(TITLE)
        self.resize(*USUAL)
        self.picture = FramePicture(files)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.make = QPushButton("Tạo sổ")
        self.make.setDefault(True)
        self.leave = QPushButton("Thôi")
        self.leave.setAutoDefault(False)
        columns = QHBoxLayout()
        columns.setSpacing(MARGIN)
        columns.addWidget(self._build_form())
        columns.addWidget(self.picture, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.make)
        buttons.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addWidget(second(EXPLAINED.format(self._new.plan.issuer, self._new.path)))
        layout.addLayout(columns, 1)
        layout.addLayout(buttons)

    def _build_form(self) -> QScrollArea:
        form = QWidget()
        form.setObjectName("calmInside")
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(3)
        self.officer = QLineEdit()
        self.officer.setPlaceholderText("Ví dụ: Lò Thị Lan")
        _labelled(column, "Họ tên cán bộ giữ sổ (ghi vào lịch sử thay đổi)", self.officer)
        self.boxes = {name: FieldBox(name, lines) for name, (_, lines) in BOXES.items()}
        self.wrong = {name: _wrong() for name in BOXES}
        for name, (words, lines) in BOXES.items():
            if lines > 1:
                _labelled(column, words, self.boxes[name])
                column.addWidget(self.wrong[name])
        short = QHBoxLayout()
        short.setSpacing(GAP)
        for name, (words, lines) in BOXES.items():
            if lines == 1:
                one = QVBoxLayout()
                one.setSpacing(3)
                _labelled(one, words, self.boxes[name])
                one.addWidget(self.wrong[name])
                short.addLayout(one)
        column.addLayout(short)
        self.ways = {duty.id: _way_box(duty) for duty in self._new.plan.duties if duty.frequency != "once"}
        for duty in self._new.plan.duties:
            if duty.id in self.ways:
                _labelled(column, f"{duty.name}: số liệu lấy", self.ways[duty.id])
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("calm")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(FORM_WIDTH)
        area.setWidget(form)
        return area

    def _connect(self) -> None:
        for box in self.boxes.values():
            box.edited.connect(self._on_edited)
        for way in self.ways.values():
            way.currentIndexChanged.connect(self._on_edited)
        self.make.clicked.connect(self._on_make)
        self.leave.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Fill in what the plan says."""
        super().showEvent(event)
        if event.spontaneous():
            return
        from models.office import default_office, text_of

        office = default_office(self._new.plan)
        for name, box in self.boxes.items():
            box.show_saved(text_of(office, name) or (office.signer if name == "signers" else ""))
        self._on_edited()
        self.officer.setFocus()

    def wanted(self) -> NewStore:
        """Return what is filled in."""
        typed = {name: box.draft() for name, box in self.boxes.items()}
        of_plan = {duty.id: duty.calendar for duty in self._new.plan.duties}
        chosen = {duty: str(way.currentData()) for duty, way in self.ways.items()}
        return NewStore(
            self._new.path,
            self._new.plan,
            " ".join(self.officer.text().split()),
            {name: text for name, text in typed.items() if text is not None},
            {duty: way for duty, way in chosen.items() if way != of_plan[duty]},
        )

    @Slot()
    def _on_edited(self) -> None:
        """Say what cannot be printed so, and draw the rest."""
        from models.frame_settings import frame_problems

        new = self.wanted()
        problems = frame_problems(new.plan, new.settings())
        for name, label in self.wrong.items():
            label.setText(problems.get(name, ""))
            label.setVisible(name in problems)
        self.make.setEnabled(not any(name in problems for name in BOXES))
        self.picture.show_document(partial(frame_picture, new, self._session.today()))

    @Slot()
    def _on_make(self) -> None:
        self.given.emit(self.wanted())
        self.accept()


def _labelled(column: QVBoxLayout, words: str, field: QWidget) -> None:
    label = second(words)
    label.setBuddy(field)
    field.setAccessibleName(words)
    column.addWidget(label)
    column.addWidget(field)


def _wrong() -> QLabel:
    label = second()
    label.setProperty("kind", "late")
    label.hide()
    return label


def _way_box(duty: Duty) -> QComboBox:
    """Offer the two ways of counting, the plan's own first."""
    box = QComboBox()
    for way in sorted(WAYS, key=lambda name: name != duty.calendar):
        box.addItem(WAYS[way] + (DEFAULT if way == duty.calendar else ""), way)
    return box
