"""Nhập số liệu: the figures and the progress of a period, filled in as in a spreadsheet and saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QPushButton, QTabWidget, QWidget

from models.evaluation import Verdict
from models.shown import day_text
from ui.figure_grid import FigureGrid
from ui.models.figure_columns import INDICATOR_COLUMNS, TASK_COLUMNS
from ui.models.figure_rows import assignment_rows, figure_rows, progress_rows
from ui.models.line_table import LineTable
from ui.pages.parts import Notice, PageHead, page_layout
from ui.session import Session
from ui.standing import Standing

if TYPE_CHECKING:
    from models.duties import ReportingPeriod

NOT_NOW = (Verdict.NOT_BEGUN, Verdict.ENDED_REACHED, Verdict.ENDED_MISSED, Verdict.ENDED_UNKNOWN)
HOW = (
    "Gõ thẳng vào ô; Enter xuống dòng, Tab sang phải, F2 sửa, Esc bỏ. Số: 8,5 · tỷ lệ: 92/92 · hoặc “không phát sinh”."
)
NO_PERIOD = "Kế hoạch này chưa có chế độ báo cáo định kỳ nên chưa có kỳ để nhập số liệu."


class FiguresPage(QWidget):
    """Two grids: the indicators' figures and the tasks' progress."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._standing: Standing | None = None
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
        self._build_filter()
        layout = page_layout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.notice)
        layout.addWidget(self.tabs, 1)

    def _build_filter(self) -> None:
        self.needed, self.all = QPushButton("Cần nhập"), QPushButton("Tất cả")
        self._filter = QButtonGroup(self)
        for button in (self.needed, self.all):
            button.setCheckable(True)
            self._filter.addButton(button)
            self.head.tools.addWidget(button)
        self.needed.setChecked(True)
        self.needed.setToolTip("Bỏ qua chỉ tiêu chưa đến giai đoạn và chỉ tiêu đã kết thúc")

    def _connect(self) -> None:
        self._session.standing_changed.connect(self._on_standing)
        self._session.period_chosen.connect(self._on_period)
        self._filter.buttonToggled.connect(self._on_filter)
        self.tabs.currentChanged.connect(self._on_tab)

    # --- what is shown

    @Slot(object)
    def _on_period(self, period: ReportingPeriod | None) -> None:
        self._standing = None
        self.notice.say("" if period else NO_PERIOD)
        self.tabs.setVisible(period is not None)

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        first = self._standing is None
        self._standing = standing
        report = standing.report
        self.indicators.lines.show(figure_rows(report), locked=standing.locked)
        self.tasks.lines.show(progress_rows(report), locked=standing.locked)
        self._show_assignments(standing)
        self._tell_lock(standing)
        if first:
            self._apply_filter()

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
        for button in (self.needed, self.all):
            button.setVisible(place == 0)

    def _apply_filter(self) -> None:
        if self._standing is None:
            return
        lines = self._standing.report.indicators
        needed = frozenset(line.row.key for line in lines if line.evaluation.verdict not in NOT_NOW)
        self.needed.setText(f"Cần nhập ({len(needed)})")
        self.all.setText(f"Tất cả ({len(lines)})")
        self.indicators.show_only(needed if self.needed.isChecked() else None)
