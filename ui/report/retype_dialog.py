"""Nhập lại lên hệ thống của tỉnh: figures in the order of the other screen, copied one by one and ticked off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from ui.grid import Sheet
from ui.models.columns import Column
from ui.models.line_table import Line, LineTable
from ui.models.verdicts import BEHIND, MISSING, REACHED
from ui.report.table_dialog import TableDialog

if TYPE_CHECKING:
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.retyping import RetypedRow

HOW = (
    "Ctrl+C chép số liệu của dòng đúng như phải gõ; phím cách đánh dấu đã nhập, bấm lần nữa để bỏ dấu. "
    "Dòng có ▲ đã nhập nhưng số liệu thay đổi từ đó."
)
EMPTY = "Kỳ này chưa có chỉ tiêu nào để nhập. Hãy nhập số liệu trước."
FIGURE, TICK = 3, 0
"""The places of two columns."""


class RetypeSheet(Sheet):
    """The table of what is to be typed in."""

    ticked = Signal(str)
    """The key of a row that was typed in, or is not any more."""
    copied = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the figure of the row; tick it off with the space bar, and go on to the next."""
        row = self.currentIndex().row()
        if row >= 0 and event.matches(QKeySequence.StandardKey.Copy):
            figure = self.lines.text_at(row, FIGURE)
            QGuiApplication.clipboard().setText(figure)
            self.copied.emit(figure)
        elif row >= 0 and event.key() == Qt.Key.Key_Space:
            self.ticked.emit(self.lines.key_at(row))
            self.setCurrentIndex(self.lines.index(min(row + 1, self.lines.rowCount() - 1), FIGURE))
        else:
            super().keyPressEvent(event)

    def _first_column(self) -> int:
        return FIGURE


class RetypeDialog(TableDialog):
    """What is still to be typed in, what was, and what changed since."""

    ticked = Signal(object, bool)
    """A RetypedRow, and whether it was typed in."""
    all_ticked = Signal()

    def __init__(self, parent: QWidget, period: str) -> None:
        lines: LineTable[RetypedRow] = LineTable(RETYPE_COLUMNS)
        table = RetypeSheet(lines)
        super().__init__(parent, f"Nhập lại lên hệ thống tỉnh, {period}", HOW, lines, table)
        self.left = QLabel()
        self.tools.addWidget(self.left)
        self.tools.addStretch(1)
        self.all = self.add_button("Đánh dấu mọi dòng đã nhập")
        self.all.clicked.connect(self.all_ticked)
        lines.typed.connect(self._on_box)
        table.ticked.connect(self._on_key)
        table.copied.connect(self._on_copied)

    def show_rows(self, rows: Sequence[RetypedRow]) -> None:
        """Show the rows as they stand now."""
        self.lines.show([Line(row.key, row) for row in rows])
        left, changed = sum(map(_is_left, rows)), sum(row.changed for row in rows)
        more = f" {BEHIND} {changed} dòng thay đổi từ khi nhập." if changed else ""
        self.left.setText(f"Còn {left} dòng chưa nhập.{more}" if left or changed else "● Đã nhập đủ.")
        self.all.setEnabled(bool(left or changed))
        self.notice.say("" if rows else EMPTY)
        self.table.setVisible(bool(rows))

    @Slot(str, str, object)
    def _on_box(self, key: str, _: str, is_ticked: bool) -> None:
        self._tick(key, is_ticked)

    @Slot(str)
    def _on_key(self, key: str) -> None:
        row = self.lines.content_of(key)
        self._tick(key, row is not None and (row.entered is None or row.changed))

    def _tick(self, key: str, is_ticked: bool) -> None:
        row = self.lines.content_of(key)
        if row is not None and (row.figure or row.entered):
            self.ticked.emit(row, is_ticked)

    @Slot(str)
    def _on_copied(self, figure: str) -> None:
        self.explained.setText(f"Đã chép “{figure}”. {HOW}" if figure else HOW)


def read_retyped(period: ReportingPeriod, desk: Desk) -> tuple[RetypedRow, ...]:
    """Read the figures of a period in the order of the other screen."""
    from models.report_desk import ReportDesk
    from models.retyping import retyped_rows

    entered = ReportDesk(desk, period).entered()
    return retyped_rows(desk.report(period), entered, desk.settings())


def tick(
    row: RetypedRow | None, is_ticked: bool, on: date, period: ReportingPeriod, desk: Desk, who: str, at: datetime
) -> None:
    """Record a row as typed in on a day, or not any more; None: all that have a figure."""
    from models.report_desk import ReportDesk
    from models.retyping import FIELD, to_enter

    own = ReportDesk(desk, period)
    if row is not None and not is_ticked:
        own.take_back_entered(row.key, FIELD, who=who, at=at)
        return
    rows = read_retyped(period, desk)
    if row is None:
        rows = tuple(one for one in rows if one.figure and (one.entered is None or one.changed))
    own.enter(to_enter(rows, (row.key,) if row is not None else (), on), who=who, at=at)


def _is_left(row: RetypedRow) -> bool:
    return row.entered is None and bool(row.figure)


def _can_tick(row: RetypedRow) -> bool:
    return bool(row.figure or row.entered)


def _is_ticked(row: RetypedRow) -> bool:
    return row.entered is not None


def _label(row: RetypedRow) -> str:
    return row.label


def _name(row: RetypedRow) -> str:
    return row.name


def _figure(row: RetypedRow) -> str:
    return row.figure


def _unit(row: RetypedRow) -> str:
    return row.unit


def _shape(row: RetypedRow) -> str:
    return BEHIND if row.changed else MISSING if row.entered is None else REACHED


def _state(row: RetypedRow) -> str:
    return f"{_shape(row)} {row.state[:1].upper()}{row.state[1:]}"


def _colour(row: RetypedRow) -> str:
    return {BEHIND: "behind", REACHED: "reached"}.get(_shape(row), "missing")


RETYPE_COLUMNS: tuple[Column[RetypedRow], ...] = (
    Column("Nhập", width=5, align="center", field="entered", editable=_can_tick, checked=_is_ticked),
    Column("Số", _label, width=6, align="center"),
    Column("Chỉ tiêu", _name, width=30, stretch=1),
    Column("Số liệu", _figure, width=14, align="right"),
    Column("Đơn vị", _unit, width=10),
    Column("Tình trạng", _state, width=22, colour=_colour),
)
