"""A form that came back, beside what the store holds: the officer accepts or refuses row by row, all is one change."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.collecting import TAKABLE, TAKEN, Kind
from models.collecting_desk import Received
from models.errors import AppError
from ui import messages, style
from ui.collection import work
from ui.collection.columns import CHOICE_COLUMNS, Choice, choice_rows, proposal_key
from ui.grid import Grid
from ui.models.line_table import LineTable
from ui.pages.parts import GAP, MARGIN, Notice, second
from ui.session import Session

EXPLAINED = "Đánh dấu dòng muốn ghi vào sổ (phím cách để đổi). Hoàn tác một lần sẽ trả lại tất cả."
NOTHING_NEW = "Phiếu không có gì khác với sổ. Bấm “Ghi đã nhận” để ghi nhận đơn vị đã gửi."
WIDE, HIGH = 860, 460


class ReviewDialog(QDialog):
    """One form; it stays open until the form was taken in or put aside."""

    taken = Signal(str)
    """A sentence about what was recorded."""

    def __init__(self, parent: QWidget, session: Session, received: Received) -> None:
        super().__init__(parent)
        self._session = session
        self._received = received
        self._accepted = {own.id for own in received.proposals if own.kind in TAKEN}
        self._by_key = {proposal_key(own): own for own in received.proposals}
        self._build(parent)
        self._connect()
        self._show()

    def _build(self, parent: QWidget) -> None:
        form, period = self._received.form, self._received.period
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Nhận phiếu của {form.unit}")
        room = parent.window().size()
        self.resize(min(WIDE, room.width() - 24), min(HIGH, room.height() - 60))
        title = QLabel(f"{form.unit}, {period.span.short()}")
        title.setWordWrap(True)
        style.as_heading(title)
        self.line = second(EXPLAINED)
        self.notice = Notice()
        self.notice.say("\n".join(self._received.told))
        self.lines: LineTable[Choice] = LineTable(CHOICE_COLUMNS, self)
        self.table = Grid(self.lines, self)
        self.table.setAccessibleName("Số liệu đơn vị gửi, so với sổ")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        for part in (title, self.line, self.notice):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.every, self.none = QPushButton("Nhận &tất cả"), QPushButton("&Bỏ chọn tất cả")
        self.do, self.leave = QPushButton(), QPushButton("Để sau")
        for button in (self.every, self.none, self.leave, self.do):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.every)
        row.addWidget(self.none)
        row.addStretch(1)
        row.addWidget(self.do)
        row.addWidget(self.leave)
        return row

    def _connect(self) -> None:
        self.lines.typed.connect(self._on_ticked)
        self.every.clicked.connect(self._on_every)
        self.none.clicked.connect(self._on_none)
        self.do.clicked.connect(self._on_do)
        self.leave.clicked.connect(self.reject)

    def _show(self) -> None:
        rows = choice_rows(self._received.proposals, self._accepted)
        self.lines.show(rows)
        takable = [own for own in self._received.proposals if own.kind in TAKABLE]
        same = sum(own.kind is Kind.SAME for own in self._received.proposals)
        as_before = f" {same} ô như đang có." if same else ""
        self.line.setText((EXPLAINED if rows else NOTHING_NEW) + as_before)
        self.table.setVisible(bool(rows))
        self.every.setEnabled(len(self._accepted) < len(takable))
        self.none.setEnabled(bool(self._accepted))
        count = len({key for key, _ in self._accepted})
        self.do.setText(f"&Ghi {count} dòng vào sổ" if count else "&Ghi đã nhận, không lấy dòng nào")
        if not rows:
            self.do.setText("&Ghi đã nhận")

    @Slot(str, str, object)
    def _on_ticked(self, key: str, _: str, accepted: object) -> None:
        own = self._by_key[key]
        (self._accepted.add if accepted else self._accepted.discard)(own.id)
        self._show()

    @Slot()
    def _on_every(self) -> None:
        self._accepted = {own.id for own in self._received.proposals if own.kind in TAKABLE}
        self._show()

    @Slot()
    def _on_none(self) -> None:
        self._accepted.clear()
        self._show()

    @Slot()
    def _on_do(self) -> None:
        self.setEnabled(False)
        write = partial(work.take_in, self._received, frozenset(self._accepted))
        self._session.change(write).on_success(self._on_taken).on_failure(self._on_refused).start()

    def _on_taken(self, count: int) -> None:
        unit = self._received.form.unit
        self.taken.emit(f"Đã nhận phiếu của {unit}: {count} dòng." if count else f"Đã ghi nhận phiếu của {unit}.")
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.setEnabled(True)
        messages.show(self, error)
