"""Tổng quan: the report due next, what is to be done for it, how indicators and tasks stand, the last periods."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.due_card import DueCard
from ui.models.section_shares import indicator_shares, task_shares
from ui.pages.parts import GAP, Card, Notice, PageHead, page_layout, second
from ui.session import Session
from ui.state_bars import StateChart
from ui.to_do_list import ToDoList
from ui.trend_bars import TrendBars

if TYPE_CHECKING:
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.errors import AppError
    from models.overview import Overview
    from ui.standing import Standing

NARROW = 860
WHAT = "Báo cáo sắp đến hạn, việc còn vướng và tình hình thực hiện. Bấm hoặc nhấn Enter ở một dòng để đến nơi xử lý."
NO_PERIOD = "Kế hoạch này chưa có chế độ báo cáo định kỳ nên chưa có gì để tổng hợp."
FIRST = (
    "Sổ chưa có số liệu nào. Việc đầu tiên: chọn kỳ ở thanh phía trên rồi nhập số liệu và tiến độ ở trang "
    "Nhập số liệu; trang này tự tổng hợp lại sau mỗi lần nhập."
)
NOTHING_TO_DO = "Không còn việc gì vướng. Hãy xem lại báo cáo rồi phát hành ở trang Báo cáo."
NO_TREND = "Chưa kỳ nào có số liệu để so sánh."


class OverviewPage(QWidget):
    """What an officer sees first; read on the lane while the page is seen."""

    chosen = Signal(object)
    """A ToDo that is to be shown where it can be done."""
    report_asked = Signal(object)
    """A ReportingPeriod whose report is to be made."""
    figures_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._is_stale = True
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head = PageHead("Tổng quan", WHAT)
        self.notice = Notice("Nhập số liệu")
        self.due = DueCard()
        self.to_do = ToDoList()
        self.nothing = second()
        self.indicators, self.tasks = StateChart("Chỉ tiêu"), StateChart("Nhiệm vụ")
        self.trend, self.no_trend = TrendBars(), second(NO_TREND)
        self.body = self._build_body()
        self.body.hide()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.body)
        layout = page_layout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.notice)
        layout.addWidget(area, 1)

    def _build_body(self) -> QWidget:
        to_do, trend = Card("Việc cần làm"), Card("Số chỉ tiêu đạt qua các kỳ gần đây")
        to_do.body.addWidget(self.nothing)
        to_do.body.addWidget(self.to_do)
        trend.body.addWidget(self.trend)
        trend.body.addWidget(self.no_trend)
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(GAP)
        self.columns.addLayout(_column(to_do, self.indicators), 1)
        self.columns.addLayout(_column(self.tasks, trend), 1)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.due)
        layout.addLayout(self.columns)
        layout.addStretch(1)
        return body

    def _connect(self) -> None:
        self._session.period_chosen.connect(self._on_period)
        self._session.standing_changed.connect(self._on_standing)
        self.to_do.chosen.connect(self.chosen)
        self.due.report_asked.connect(self.report_asked)
        self.notice.button.clicked.connect(self._on_first)

    # --- reading

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale and self._session.standing is not None:
            self._read()

    @Slot(object)
    def _on_period(self, period: ReportingPeriod | None) -> None:
        self._is_stale = True
        self._say(NO_PERIOD if period is None else "")
        if period is None:
            self.body.hide()

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._is_stale = False
        read = partial(_overview, self._session)
        self._session.ask(self, read).on_success(self._on_read).on_failure(self._on_not_read).start()

    @Slot(object)
    def _on_read(self, overview: Overview | None) -> None:
        if overview is None or overview.period != self._session.period:
            return
        self._say(FIRST if overview.is_new else "", way_out=overview.is_new)
        self.due.show_overview(overview, self._session.today())
        self.to_do.show_to_dos(overview.to_do)
        self.to_do.setVisible(bool(overview.to_do))
        self.nothing.setText("" if overview.to_do else NOTHING_TO_DO)
        self.nothing.setVisible(not overview.to_do)
        self.indicators.show_shares(indicator_shares(overview.indicators))
        self.tasks.show_shares(task_shares(overview.tasks))
        self.trend.show_points(overview.trend)
        self.no_trend.setVisible(not overview.trend)
        self.body.show()

    def _on_not_read(self, error: AppError) -> None:
        """Say why; a store that was closed meanwhile has nothing to say."""
        self._is_stale = True
        if self._session.standing is not None:
            self._say(error.sentence)

    def _say(self, sentence: str, *, way_out: bool = False) -> None:
        self.notice.button.setVisible(way_out)
        self.notice.say(sentence)

    # --- what is seen

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the two columns one under the other where room is short."""
        super().resizeEvent(event)
        down = event.size().width() < NARROW
        self.columns.setDirection(QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight)

    @Slot()
    def _on_first(self) -> None:
        self.figures_asked.emit()


def _overview(session: Session, desk: Desk) -> Overview | None:
    """Read the period in work on the lane; one that was given up meanwhile is not read."""
    from models.overview import overview

    return overview(desk, session.period, session.today()) if session.period is not None else None


def _column(*cards: Card) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GAP)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column
