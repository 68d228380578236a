"""Sổ theo dõi báo cáo: the reports of a year in a table; a line leads to its report, the whole is written to files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QWidget

from models.calendars import FIRST_YEAR, LAST_YEAR
from models.report_life import ReportState
from models.shown import day_text
from ui.grid import Sheet
from ui.models.columns import Column
from ui.models.line_table import Line, LineTable
from ui.models.verdicts import BEHIND, LATE, MISSING, REACHED, TOKENS, UNDER_WAY
from ui.report.fields import FormatBoxes
from ui.report.table_dialog import TableDialog

if TYPE_CHECKING:
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.register import Entry

HOW = "Nhấn Enter hoặc bấm đúp vào một dòng để đến báo cáo của kỳ đó."
EMPTY = "Không có báo cáo nào như vậy trong năm này."
ALL, OWED, OVERDUE, SENT, ASKED = "all", "owed", "late", "sent", "asked"
FILTERS: Mapping[str, str] = {
    ALL: "Tất cả báo cáo",
    OWED: "Còn phải gửi",
    OVERDUE: "Quá hạn gửi",
    SENT: "Đã gửi",
    ASKED: "Đột xuất, chuyên đề",
}
SOON = 7


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A line of the register in words, and the filters that it answers to."""

    period: ReportingPeriod
    due: str
    shape: str
    words: str
    issue: str
    sent: str
    notes: str
    kinds: frozenset[str]


class RegisterDialog(TableDialog):
    """The register of one year at a time."""

    year_asked = Signal(int)
    chosen = Signal(object)
    """A ReportingPeriod."""
    export_asked = Signal(int, object)
    """Year and formats."""

    def __init__(self, parent: QWidget, year: int, key: str = "") -> None:
        lines: LineTable[RegisterRow] = LineTable(REGISTER_COLUMNS)
        super().__init__(parent, "Sổ theo dõi báo cáo", HOW, lines, Sheet(lines))
        self._rows: tuple[RegisterRow, ...] = ()
        self._key = key
        self._build(year)
        self.year.valueChanged.connect(self.year_asked)
        self.filter.currentIndexChanged.connect(self._on_filter)
        self.table.activated.connect(self._on_activated)
        self.export.clicked.connect(self._on_export)

    def _build(self, year: int) -> None:
        self.year = QSpinBox()
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setKeyboardTracking(False)
        self.year.setValue(year)
        self.year.setAccessibleName("Năm")
        self.filter = QComboBox()
        self.filter.setAccessibleName("Lọc báo cáo")
        for kind, name in FILTERS.items():
            self.filter.addItem(name, kind)
        self.counted = QLabel()
        for widget in (QLabel("Năm:"), self.year, self.filter, self.counted):
            self.tools.addWidget(widget)
        self.tools.addStretch(1)
        self.formats = FormatBoxes()
        self.tools.addLayout(self.formats)
        self.export = self.add_button("Xuất sổ theo dõi…")

    def show_rows(self, year: int, rows: tuple[RegisterRow, ...]) -> None:
        """Show a year; one that was left meanwhile is not."""
        if year == self.year.value():
            self._rows = rows
            self._on_filter()

    @Slot()
    def _on_filter(self) -> None:
        kind = self.filter.currentData()
        found = [row for row in self._rows if kind in row.kinds]
        self.lines.show([Line(row.period.key, row) for row in found])
        self.counted.setText(f"{len(found)} báo cáo")
        self.notice.say("" if found else EMPTY)
        self.table.setVisible(bool(found))
        self._choose_own()

    def _choose_own(self) -> None:
        """Begin with the period in work, where it is listed."""
        keys = [self.lines.key_at(row) for row in range(self.lines.rowCount())]
        if self._key in keys:
            self.table.setCurrentIndex(self.lines.index(keys.index(self._key), 0))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        row = self.lines.line_at(index.row())
        if row is not None:
            self.accept()
            self.chosen.emit(row.period)

    @Slot()
    def _on_export(self) -> None:
        self.export_asked.emit(self.year.value(), self.formats.chosen())


def read_register(year: int, today: date, desk: Desk) -> tuple[RegisterRow, ...]:
    """Read the register of a year in words."""
    from models.register import register

    return tuple(_row(entry, today) for entry in register(desk, year, today))


def _row(entry: Entry, today: date) -> RegisterRow:
    from exporters.register import NO_DUE_DAY, issue_words, notes, sending_lines

    late = entry.days_left is not None and entry.days_left < 0
    facts = {OWED: entry.owed, OVERDUE: late, SENT: entry.state is ReportState.SENT, ASKED: entry.asked is not None}
    return RegisterRow(
        period=entry.period,
        due=day_text(entry.period.due) if entry.period.due else NO_DUE_DAY,
        shape=_shape(entry),
        words=entry.words,
        issue=issue_words(entry),
        sent="\n".join(sending_lines(entry)),
        notes="\n".join(notes(entry, today)),
        kinds=frozenset({ALL, *(kind for kind, holds in facts.items() if holds)}),
    )


def _shape(entry: Entry) -> str:
    if entry.state is ReportState.SENT:
        return REACHED
    if not entry.owed:
        return MISSING
    if entry.days_left is not None and entry.days_left <= SOON:
        return LATE if entry.days_left < 0 else BEHIND
    return MISSING if entry.state is ReportState.NOT_BEGUN else UNDER_WAY


def _name(row: RegisterRow) -> str:
    period = row.period
    span = period.span.short()
    own = f"{span[:1].upper()}{span[1:]}"
    return period.duty.name if period.duty.frequency == "once" else f"{own}\n{period.duty.name}"


def _due(row: RegisterRow) -> str:
    return row.due


def _state(row: RegisterRow) -> str:
    return f"{row.shape} {row.words}"


def _colour(row: RegisterRow) -> str:
    return TOKENS[row.shape]


def _issue(row: RegisterRow) -> str:
    return row.issue


def _sent(row: RegisterRow) -> str:
    return row.sent


def _notes(row: RegisterRow) -> str:
    return row.notes


REGISTER_COLUMNS: tuple[Column[RegisterRow], ...] = (
    Column("Kỳ, báo cáo", _name, width=20, stretch=2),
    Column("Hạn gửi", _due, width=11, align="center"),
    Column("Tình trạng", _state, width=16, colour=_colour),
    Column("Số, ngày, người ký", _issue, width=16, stretch=1),
    Column("Ngày gửi, cách gửi", _sent, width=15, stretch=1),
    Column("Ghi chú", _notes, width=15, stretch=1),
)
