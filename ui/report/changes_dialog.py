"""Thay đổi từ khi gửi: place by place what an issued report said and what its data say now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.shown import day_text
from ui.grid import Sheet
from ui.models.columns import Column
from ui.models.line_table import Line, LineTable
from ui.report.table_dialog import TableDialog

if TYPE_CHECKING:
    from exporters.changed_since import Difference
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.store.report_rows import Issue

NOTHING = "(không có)"


class ChangesDialog(TableDialog):
    """What is another than it was sent."""

    correction_asked = Signal()

    def __init__(self, parent: QWidget, issue: Issue, found: Sequence[Difference]) -> None:
        named = f"Báo cáo số {issue.number} ngày {day_text(issue.date)}"
        lines: LineTable[Difference] = LineTable(DIFFERENCE_COLUMNS)
        told = f"{named}: {len(found)} chỗ khác với bản đã gửi." if found else ""
        super().__init__(parent, "Thay đổi từ khi gửi", told, lines, Sheet(lines))
        lines.show([Line(str(place), one) for place, one in enumerate(found)])
        if not found:
            self.show_nothing(f"● {named}: không có gì khác với bản đã gửi.")
        self.correction = self.add_button("Công văn đính chính…")
        self.correction.setVisible(bool(found))
        self.correction.clicked.connect(self.correction_asked)


def read_changes(period: ReportingPeriod, number: str, desk: Desk) -> tuple[Issue, tuple[Difference, ...]]:
    """Hold an issued report against what its data say now."""
    from exporters.changed_since import changed_since_issue

    return changed_since_issue(desk, period, number)


def _where(one: Difference) -> str:
    return f"{one.where}: {one.name}" if one.name else one.where


def _before(one: Difference) -> str:
    return one.before or NOTHING


def _after(one: Difference) -> str:
    return one.after or NOTHING


def _changed(_: Difference) -> str:
    return "behind"


DIFFERENCE_COLUMNS: tuple[Column[Difference], ...] = (
    Column("Chỗ", _where, width=24, stretch=1),
    Column("Đã gửi", _before, width=22, stretch=1),
    Column("Nay là", _after, width=22, stretch=1, colour=_changed),
)
