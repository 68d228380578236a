"""Báo cáo đột xuất, chuyên đề: those that were asked for, recorded, changed and withdrawn here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from models.ad_hoc import KIND_WORDS, AdHocReport
from models.shown import day_text
from ui.grid import Sheet
from ui.models.columns import Column
from ui.models.line_table import Line, LineTable
from ui.report.table_dialog import TableDialog

if TYPE_CHECKING:
    from models.desk import Desk
    from models.duties import ReportingPeriod

HOW = "Chọn một báo cáo rồi nhấn Enter để mở báo cáo đó."
EMPTY = "Sổ chưa ghi báo cáo đột xuất, chuyên đề nào. Khi cấp trên yêu cầu, bấm Ghi báo cáo mới…"
OPEN, ISSUED, WITHDRAWN = "Đang theo dõi", "Đã phát hành", "Không còn yêu cầu"


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A report that was asked for, its period, and where it stands."""

    report: AdHocReport
    period: ReportingPeriod
    state: str


class AdHocDialog(TableDialog):
    """The list of the reports that no rule asks for."""

    new_asked = Signal()
    edit_asked = Signal(object)
    withdraw_asked = Signal(object)
    """An AskedRow, as of the two others."""
    chosen = Signal(object)
    """A ReportingPeriod."""

    def __init__(self, parent: QWidget) -> None:
        lines: LineTable[AskedRow] = LineTable(ASKED_COLUMNS)
        super().__init__(parent, "Báo cáo đột xuất, chuyên đề", HOW, lines, Sheet(lines))
        self.new = self.add_button("Ghi báo cáo mới…")
        self.edit = self.add_button("Sửa…")
        self.withdraw = self.add_button("Thôi theo dõi…")
        self.new.clicked.connect(self.new_asked)
        self.edit.clicked.connect(self._on_edit)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.table.activated.connect(self._on_activated)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.show_rows(())

    def show_rows(self, rows: tuple[AskedRow, ...]) -> None:
        """Show the reports, the newest first."""
        self.lines.show([Line(row.report.key, row) for row in reversed(rows)])
        self.notice.say("" if rows else EMPTY)
        self.explained.setVisible(bool(rows))
        self.table.setVisible(bool(rows))
        self._on_row(self.table.currentIndex())

    def row(self) -> AskedRow | None:
        """Return the report that is chosen."""
        index = self.table.currentIndex()
        return self.lines.line_at(index.row()) if index.isValid() else None

    @Slot(QModelIndex)
    def _on_row(self, _: QModelIndex) -> None:
        row = self.row()
        for button in (self.edit, self.withdraw):
            button.setEnabled(row is not None and row.state == OPEN)

    @Slot()
    def _on_edit(self) -> None:
        self.edit_asked.emit(self.row())

    @Slot()
    def _on_withdraw(self) -> None:
        self.withdraw_asked.emit(self.row())

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        row = self.lines.line_at(index.row())
        if row is not None and row.state != WITHDRAWN:
            self.accept()
            self.chosen.emit(row.period)


def read_asked(desk: Desk) -> tuple[AskedRow, ...]:
    """Read the reports that were asked for."""
    issued = desk.issued()
    rows = []
    for report in desk.ad_hoc_reports():
        period = desk.period(report.key)
        state = WITHDRAWN if report.withdrawn else ISSUED if period.key in issued else OPEN
        rows.append(AskedRow(report, period, state))
    return tuple(rows)


def record_asked(report: AdHocReport, desk: Desk, who: str, at: datetime) -> ReportingPeriod:
    """Record a report in the place of the one of its key, and return its period."""
    from models.desk_ad_hoc import ask_for

    return desk.period(ask_for(desk.store, report, who=who, at=at).key)


def withdraw_asked(key: str, why: str, desk: Desk, who: str, at: datetime) -> None:
    """Take note that a report is not asked for any more."""
    from models.desk_ad_hoc import withdraw

    withdraw(desk.store, key, who=who, at=at, why=why)


def _subject(row: AskedRow) -> str:
    return row.report.subject


def _kind(row: AskedRow) -> str:
    words = KIND_WORDS[row.report.kind]
    return words[:1].upper() + words[1:]


def _days(row: AskedRow) -> str:
    return f"{day_text(row.report.start)} – {day_text(row.report.closing)}"


def _due(row: AskedRow) -> str:
    return day_text(row.report.due) if row.report.due else "Chưa quy định"


def _state(row: AskedRow) -> str:
    return row.state


def _to(row: AskedRow) -> str:
    return "; ".join(row.report.recipients)


ASKED_COLUMNS: tuple[Column[AskedRow], ...] = (
    Column("Về việc", _subject, width=24, stretch=2),
    Column("Loại", _kind, width=10),
    Column("Số liệu", _days, width=12),
    Column("Hạn gửi", _due, width=11),
    Column("Gửi", _to, width=16, stretch=1),
    Column("Tình trạng", _state, width=14),
)
