"""The parts of a page of rows and where they stand: head, tools, the two views, the details."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from ui.detail_side import DetailSide
from ui.gateway import Runner
from ui.models.row_columns import RowColumn
from ui.models.row_table import RowTable
from ui.pages.appendix import PrintedAppendix
from ui.pages.parts import GAP, Notice, PageHead, page_layout
from ui.pages.row_tools import RowTools
from ui.row_memory import RowMemory
from ui.row_sheet import RowSheet
from ui.session import Session


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
