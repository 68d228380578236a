"""Khuôn văn bản: what stands around the words of a report, field by field, with a picture of the page beside."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from PySide6.QtWidgets import QDialog as Dialog

from models.errors import AppError
from models.frame_settings import clean, frame_prefix, frame_problems
from models.office import ON, Office, office_from, text_of
from ui import messages
from ui.field_box import FieldBox
from ui.frame_picture import FramePicture
from ui.gateway import Runner
from ui.pages.parts import GAP, MARGIN, Notice, second
from ui.session import Session

if TYPE_CHECKING:
    from exporters.document import Document
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.plans import Duty

TITLE = "Khuôn văn bản"
FOR_ALL = "Mọi báo cáo"
SHORT_DEPUTY = "short_deputy"
BOXES: Mapping[str, tuple[str, int]] = {
    "superior": ("Cơ quan chủ quản (để trống: không in)", 1),
    "issuer_lines": ("Cơ quan ban hành ở đầu trang, mỗi dòng in một dòng", 2),
    "issuer": ("Tên cơ quan trong câu", 1),
    "symbol": ("Ký hiệu", 1),
    "place": ("Địa danh", 1),
    "signers": ("Người ký, mỗi người một dòng: Họ tên | Chức vụ", 3),
    "recipients": ("Nơi nhận, mỗi nơi một dòng", 4),
}
"""The label and the number of lines of each field."""
LOCKED = "Báo cáo đã phát hành của kỳ {} giữ khuôn lúc phát hành; sửa ở đây chỉ đổi các báo cáo sau."
FORM_WIDTH = 400
USUAL = (1000, 660)


class FrameDialog(Dialog):
    """Fields at the left, the page at the right; a field is saved when the focus leaves it, and undo takes it back."""

    def __init__(self, session: Session, files: Runner, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._settings: Mapping[str, str] = {}
        self.setWindowTitle(TITLE)
        self.resize(*USUAL)
        self.picture = FramePicture(files)
        self._build()
        self._connect()

    # --- building

    def _build(self) -> None:
        self.scope = QComboBox()
        self.scope.setAccessibleName("Áp dụng cho")
        self.notice = Notice()
        self.boxes = {field: FieldBox(field, lines) for field, (_, lines) in BOXES.items()}
        self.wrong = {field: _wrong() for field in BOXES}
        self.short_deputy = QCheckBox("Cấp phó ký hai dòng, không ghi TM.")
        self.default = QPushButton("Về mặc định")
        self.undo = QPushButton("Hoàn tác")
        self.leave = QPushButton("Đóng")
        for button in (self.default, self.undo, self.leave):
            button.setAutoDefault(False)
        columns = QHBoxLayout()
        columns.setSpacing(MARGIN)
        columns.addWidget(self._build_form())
        columns.addWidget(self.picture, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addWidget(self.notice)
        layout.addLayout(columns, 1)

    def _build_form(self) -> QWidget:
        form = QWidget()
        form.setFixedWidth(FORM_WIDTH)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(second("Áp dụng cho"))
        column.addWidget(self.scope)
        for field, (words, _) in BOXES.items():
            label = second(words)
            label.setBuddy(self.boxes[field])
            self.boxes[field].setAccessibleName(words)
            for widget in (label, self.boxes[field], self.wrong[field]):
                column.addWidget(widget)
            if field == "signers":
                column.addWidget(self.short_deputy)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self.default, self.undo, self.leave):
            buttons.addWidget(button)
        column.addLayout(buttons)
        return form

    def _connect(self) -> None:
        session = self._session
        self.scope.activated.connect(self._on_scope)
        for box in self.boxes.values():
            box.left.connect(self._on_left)
            box.edited.connect(self._on_edited)
        self.short_deputy.clicked.connect(self._on_short_deputy)
        self.default.clicked.connect(self._on_default)
        self.undo.clicked.connect(session.undo)
        self.leave.clicked.connect(self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(session.undo)
        session.leaving.connect(self._on_leaving)
        session.standing_changed.connect(self._on_standing)
        session.closed.connect(self.close)

    # --- what is shown

    def showEvent(self, event: QShowEvent) -> None:
        """Show the frame of the reports of the period's duty, or that of all."""
        super().showEvent(event)
        store = self._session.store
        if not event.spontaneous() and store is not None:
            self.scope.clear()
            self.scope.addItem(FOR_ALL, None)
            for duty in store.plan.duties:
                if duty.direction != "incoming":
                    self.scope.addItem(duty.name, duty.id)
            self._start_over()

    def _start_over(self) -> None:
        for box in self.boxes.values():
            box.start_over()
        self._read()

    @Slot(object)
    def _on_standing(self, _: object) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._session.ask(self, _read_settings).on_success(self._show_settings).start()

    def _show_settings(self, settings: Mapping[str, str]) -> None:
        self._settings = settings
        standing = self._session.standing
        locked = standing if standing is not None and standing.locked else None
        self.notice.say(LOCKED.format(locked.period.span.short()) if locked else "")
        office = self._office(settings)
        for field, box in self.boxes.items():
            box.show_saved(shown_text(office, field))
        self.short_deputy.setChecked(office.short_deputy)
        self._on_edited()

    def _duty(self) -> Duty | None:
        """Return the duty whose frame is edited, None for that of all reports."""
        store, chosen = self._session.store, self.scope.currentData()
        return store.plan.duty(chosen) if store is not None and chosen else None

    def _office(self, settings: Mapping[str, str]) -> Office:
        store = self._session.store
        assert store is not None
        return office_from(store.plan, settings, self._duty())

    @Slot()
    def _on_edited(self) -> None:
        """Hold what is being typed against the rest, and draw it."""
        store, period = self._session.store, self._session.period
        if store is None or period is None or not self.isVisible():
            return
        prefix = frame_prefix(self._duty())
        typed = {field: box.draft() for field, box in self.boxes.items()}
        draft = {prefix + field: clean(field, text) for field, text in typed.items() if text is not None}
        settings = {**self._settings, **draft}
        problems = frame_problems(store.plan, settings, self._duty())
        for field, label in self.wrong.items():
            self._say(label, problems.get(field, ""))
        duty = self._duty() or period.duty
        self.picture.show_document(partial(_document, self._office(settings), duty, period))

    @staticmethod
    def _say(label: QLabel, sentence: str) -> None:
        label.setText(sentence)
        label.setVisible(bool(sentence))

    # --- what is changed

    @Slot(int)
    def _on_scope(self, _: int) -> None:
        self._start_over()

    @Slot()
    def _on_leaving(self) -> None:
        for box in self.boxes.values():
            box.save()

    @Slot(str, str)
    def _on_left(self, field: str, text: str) -> None:
        self._change({field: text}, field)

    @Slot()
    def _on_short_deputy(self) -> None:
        self._change({SHORT_DEPUTY: ON if self.short_deputy.isChecked() else ""}, "signers")

    @Slot()
    def _on_default(self) -> None:
        """Take back every field that was set here."""
        prefix = frame_prefix(self._duty())
        own = [field for field in (*BOXES, SHORT_DEPUTY, "signer", "authority") if prefix + field in self._settings]
        for box in self.boxes.values():
            box.start_over()
        if own:
            self._change(dict.fromkeys(own), "signers")
        else:
            self._read()

    def _change(self, changes: Mapping[str, str | None], field: str) -> None:
        duty = self._duty()
        task = self._session.change_frame(changes, duty.id if duty else None)
        task.on_failure(partial(self._on_refused, field)).start()

    def _on_refused(self, field: str, error: AppError) -> None:
        """Say why beneath the field; where the dialog is gone by then, in a message."""
        if not self.isVisible():
            messages.show(self, error)
            return
        self.boxes[field].refuse()
        self._say(self.wrong[field], error.sentence)


def shown_text(office: Office, field: str) -> str:
    """Return what a field shows: the one signer where no list of them was set."""
    return text_of(office, field) or (office.signer if field == "signers" else "")


def _wrong() -> QLabel:
    label = second()
    label.setProperty("kind", "late")
    label.hide()
    return label


def _read_settings(desk: Desk) -> Mapping[str, str]:
    return desk.settings()


def _document(office: Office, duty: Duty, period: ReportingPeriod) -> Document:
    from exporters.frame_page import frame_document
    from exporters.period_words import summary_lines

    return frame_document(office, duty, period.month_of_signing, summary_lines(period))
