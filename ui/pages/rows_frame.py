"""The frame of a page of rows: head, tools, the rows of the period and as the plan prints them, the details."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from models.shown import day_text
from ui.detail_side import DetailSide
from ui.gateway import Runner
from ui.models.line_table import LineTable
from ui.models.plan_rows import Rows
from ui.models.row_columns import RowColumn
from ui.models.row_table import RowTable
from ui.pages.appendix import PrintedAppendix, sheet
from ui.pages.parts import GAP, Notice, PageHead, page_layout
from ui.pages.row_tools import ONE_ROW, RowTools
from ui.row_memory import RowMemory
from ui.row_sheet import RowSheet
from ui.session import Session
from ui.standing import OpenStore

if TYPE_CHECKING:
    from models.plans import Plan

BY_PERIOD, PRINTED = "period", "printed"
HOW = "Bấm tên cột để sắp xếp; Enter hoặc F4 xem chi tiết."


class RowsFrame(QWidget):
    """What a page of rows is made of; its children say what stands in it."""

    row_asked = Signal(str)
    """The key of a row of the plan that the details lead to."""
    figure_asked = Signal(str)
    """The key of a row whose figure is to be entered."""
    name, noun, memory_name = "", "", ""
    mark_words = ("", "")
    columns: tuple[RowColumn[Any], ...] = ()

    def __init__(self, session: Session, files: Runner, settings: QSettings) -> None:
        super().__init__()
        self._session = session
        self._store: OpenStore | None = None
        self._is_printed_stale = True
        self._memory = RowMemory(settings, self.memory_name)
        self.side = DetailSide(session, files, settings, self._memory)
        self._build()

    def _build(self) -> None:
        self.head = PageHead(self.name)
        self.filtered, self.notice, self.empty = Notice("Bỏ lọc"), Notice(), Notice("Bỏ lọc")
        self.tools = RowTools(self.mark_words, self.noun)
        self.table = RowSheet(RowTable(self.columns, self))
        self.table.setAccessibleName(self.name)
        self.printed = PrintedAppendix(self.name)
        self.views = QStackedWidget()
        self.views.addWidget(self.table)
        self.views.addWidget(self.printed)
        self._build_switch()
        self.side.beside(self._with_notice())
        own = QWidget()
        layout = QVBoxLayout(own)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.tools)
        layout.addWidget(self.side, 1)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setTabBarAutoHide(True)
        self._tabs.addTab(own, self.name)
        whole = page_layout(self)
        for widget in (self.head, self.notice, self.filtered):
            whole.addWidget(widget)
        whole.addWidget(self._tabs, 1)

    def _with_notice(self) -> QWidget:
        """Return the two views under what is said when nothing is left to show."""
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.empty)
        layout.addWidget(self.views, 1)
        return left

    def _build_switch(self) -> None:
        self.by_period, self.as_printed = QPushButton("&Theo kỳ"), QPushButton("Như kế hoạch &in")
        self.detail = QPushButton("Chi tiết (F4)")
        self.by_period.setToolTip("Mục tiêu, kết quả và đánh giá của kỳ đang chọn")
        self.as_printed.setToolTip("Bảng của Kế hoạch với đủ các cột, các mốc")
        self.detail.setToolTip("Hiện hoặc ẩn chi tiết của dòng đang chọn")
        self._switch = QButtonGroup(self)
        for button in (self.by_period, self.as_printed, self.detail):
            button.setCheckable(True)
            button.setProperty("kind", "filter")
            self.head.tools.addWidget(button)
        self._switch.addButton(self.by_period)
        self._switch.addButton(self.as_printed)

    # --- what the kinds of rows differ in

    def printed_table(self, plan: Plan) -> tuple[LineTable[Any], Rows[Any]]:
        """Return the appendix as the plan prints it: an empty table and its rows."""
        raise NotImplementedError

    def printed_words(self, plan: Plan) -> str:
        """Say what the printed appendix is."""
        raise NotImplementedError

    def beside(self, plan: Plan) -> Mapping[str, LineTable[Any]]:
        """Return further tables of a plan by the names of their tabs."""
        return {}

    # --- the two views

    @property
    def tabs(self) -> QTabWidget | None:
        """Return the tabs where the plan has tables beside this one."""
        return self._tabs if self._tabs.count() > 1 else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is little room."""
        super().resizeEvent(event)
        self._say_where()

    @Slot()
    def _on_switched(self) -> None:
        self._memory.keep("view", PRINTED if self.as_printed.isChecked() else BY_PERIOD)
        self._show_view()

    def _is_printed(self) -> bool:
        return self.as_printed.isChecked() or (self._store is not None and self._session.period is None)

    def _show_view(self) -> None:
        printed = self._is_printed()
        self.views.setCurrentWidget(self.printed if printed else self.table)
        self.tools.setVisible(not printed)
        self.empty.setVisible(not printed and bool(self.empty.label.text()))
        self._say_where()
        if self.isVisible():
            self._draw_printed()

    def _say_where(self) -> None:
        plan = self._store.plan if self._store is not None else None
        if self._is_printed():
            self.head.title.setText(self.name)
            self.head.line.setText(self.printed_words(plan) if plan is not None else "")
        elif (period := self._session.period) is not None:
            self.head.title.setText(f"{self.name} {period.span.short()}")
            how = HOW if self.width() >= ONE_ROW else ""
            self.head.line.setText(f"Tình hình đến hết ngày {day_text(period.closing)}. {how}")

    def _draw_tabs(self, plan: Plan) -> None:
        """Show the tables that the plan has beside this one."""
        self._is_printed_stale = False
        self.printed.clear()
        while self._tabs.count() > 1:
            if (old := self._tabs.widget(1)) is not None:
                old.deleteLater()
            self._tabs.removeTab(1)
        for name, model in self.beside(plan).items():
            self._tabs.addTab(sheet(model, name, self._tabs), name)
        self._say_where()

    def _draw_printed(self) -> None:
        """Lay the printed table out when somebody looks at it."""
        if self._is_printed() and self._store is not None and self.printed.table is None:
            self.printed.show_table(*self.printed_table(self._store.plan))
