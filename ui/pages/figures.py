"""Nhập số liệu: the figures and the progress of a period, filled in as in a spreadsheet and saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabWidget, QWidget

from models.shown import day_text
from ui.figure_grid import FigureGrid
from ui.models.figure_columns import INDICATOR_COLUMNS, TASK_COLUMNS
from ui.models.figure_rows import assignment_rows, figure_rows, progress_rows, remarked
from ui.models.line_table import LineTable
from ui.pages.completeness import Completeness
from ui.pages.figure_filters import FigureFilters, Leads, Sorted, sort_lines
from ui.pages.parts import Notice, PageHead, page_layout
from ui.session import Session
from ui.standing import Standing

if TYPE_CHECKING:
    from models.duties import ReportingPeriod
    from models.reports import Report

HOW = (
    "Gõ thẳng vào ô: 8,5 · tỷ lệ 92/92 · hoặc “không phát sinh”. Enter xuống dòng, Tab sang phải, F2 sửa, Esc bỏ; "
    "Ctrl+V dán từ Excel, Ctrl+D điền xuống, Ctrl+' như kỳ trước."
)
NO_PERIOD = "Kế hoạch này chưa có chế độ báo cáo định kỳ nên chưa có kỳ để nhập số liệu."


class FiguresPage(QWidget):
    """Two grids: the indicators' figures and the tasks' progress."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._standing: Standing | None = None
        self._leads: Leads | None = None
        self._sorted: dict[FigureGrid, Sorted] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head = PageHead("Nhập số liệu", HOW)
        self.notice = Notice()
        self.indicators = FigureGrid(LineTable(INDICATOR_COLUMNS, self), self._session)
        self.indicators.setAccessibleName("Số liệu của các chỉ tiêu")
        self.tasks = FigureGrid(LineTable(TASK_COLUMNS, self), self._session)
        self.tasks.setAccessibleName("Tiến độ của các nhiệm vụ")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.indicators, "Chỉ tiêu")
        self.tabs.addTab(self.tasks, "Nhiệm vụ")
        self.assignments: FigureGrid | None = None
        """The table of assignments, made for the first plan that has one."""
        self.filters, self.completeness, self.empty = FigureFilters(), Completeness(), Notice()
        self.head.tools.addWidget(self.completeness)
        layout = page_layout(self)
        for widget in (self.head, self.notice, self.filters, self.empty):
            layout.addWidget(widget)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self._session.standing_changed.connect(self._on_standing)
        self._session.period_chosen.connect(self._on_period)
        self.filters.changed.connect(self._on_filter)
        self.tabs.currentChanged.connect(self._on_tab)

    # --- what is shown

    @Slot(object)
    def _on_period(self, period: ReportingPeriod | None) -> None:
        self._standing, self._leads, self._sorted = None, None, {}
        self.filters.forget()
        self.notice.say("" if period else NO_PERIOD)
        self.empty.say("")
        for widget in (self.tabs, self.filters, self.completeness):
            widget.setVisible(period is not None)

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        self._standing = standing
        report, warnings = standing.report, standing.warnings
        self.indicators.lines.show(remarked(figure_rows(report), warnings), locked=standing.locked)
        self.tasks.lines.show(remarked(progress_rows(report), warnings), locked=standing.locked)
        self._show_assignments(standing)
        self._tell_lock(standing)
        self.completeness.show_lines(report.indicators)
        self._sort(report, frozenset(warning.row_key for warning in warnings))
        self._apply_filter()

    def _sort(self, report: Report, warned: frozenset[str]) -> None:
        """Sort the rows of every table, and offer the units that lead them."""
        leads = self._leads = self._leads or Leads(report.plan)
        self._sorted = {
            self.indicators: sort_lines(report.indicators, warned, leads),
            self.tasks: sort_lines(report.tasks, warned, leads),
        }
        if self.assignments is not None:
            self._sorted[self.assignments] = sort_lines(report.assignments, warned, leads)
        named = (unit for rows in self._sorted.values() for units in rows.units.values() for unit in units)
        self.filters.offer(dict.fromkeys(named))

    def _show_assignments(self, standing: Standing) -> None:
        """Show the table of assignments where the plan has one."""
        rows = assignment_rows(standing.report)
        if rows and self.assignments is None:
            self.assignments = FigureGrid(LineTable(TASK_COLUMNS, self), self._session)
            self.assignments.setAccessibleName("Kết quả theo bảng phân công")
            self.tabs.addTab(self.assignments, "Bảng phân công")
        if self.assignments is not None:
            self.tabs.setTabVisible(self.tabs.indexOf(self.assignments), bool(rows))
            self.assignments.lines.show(rows, locked=standing.locked)

    def _tell_lock(self, standing: Standing) -> None:
        period = standing.period
        closing = day_text(period.closing)
        self.head.title.setText(f"Nhập số liệu {period.span.short()}")
        self.head.line.setText(f"Số liệu đến hết ngày {closing}. {HOW}")
        self.notice.say(
            f"Kỳ {period.span.short()} đã khóa nên chỉ xem. Muốn sửa, hãy mở lại kỳ ở trang Báo cáo và ghi lý do."
            if standing.locked
            else ""
        )

    @Slot()
    def _on_filter(self) -> None:
        self._apply_filter()

    @Slot(int)
    def _on_tab(self, place: int) -> None:
        self._tell_filter()

    def _apply_filter(self) -> None:
        for grid, rows in self._sorted.items():
            choice = self.filters.choice
            keys = self.filters.shown(grid.accessibleName(), rows)
            everything = choice.kind == "all" and not choice.unit
            grid.show_only(None if everything else keys)
        self._tell_filter()

    def _tell_filter(self) -> None:
        """Say how many rows of each kind the table in view has, and what to do where it shows none."""
        grid = self.tabs.currentWidget()
        if self._standing is None or not isinstance(grid, FigureGrid) or grid not in self._sorted:
            return
        rows = self._sorted[grid]
        self.filters.tell(rows)
        shows_none = not self.filters.shown(grid.accessibleName(), rows)
        self.empty.say(self.filters.none_left(rows) if shows_none else "")
