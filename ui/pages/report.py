"""Báo cáo: the officer's words, the sentences that write themselves, export, issue, reopening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.gateway import Runner
from ui.pages.outline import Outline
from ui.pages.parts import MARGIN, Notice, PageHead, page_layout
from ui.pages.report_actions import ReportActions
from ui.session import Session
from ui.standing import Standing

if TYPE_CHECKING:
    from models.duties import ReportingPeriod

NO_PERIOD = "Kế hoạch này chưa có chế độ báo cáo định kỳ nên chưa có báo cáo nào để lập."


class ReportPage(QWidget):
    """The report of the period: words at the left, what is done with it at the right."""

    def __init__(self, session: Session, files: Runner, settings: QSettings) -> None:
        super().__init__()
        self.head = PageHead("Báo cáo")
        self.notice = Notice()
        self.outline = Outline(session, files)
        self.side = ReportActions(session, files, settings)
        columns = QHBoxLayout()
        columns.setSpacing(MARGIN)
        columns.addWidget(self.outline, 1)
        columns.addWidget(self.side)
        layout = page_layout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.notice)
        layout.addLayout(columns, 1)
        session.period_chosen.connect(self._on_period)
        session.standing_changed.connect(self._on_standing)

    @Slot(object)
    def _on_period(self, period: ReportingPeriod | None) -> None:
        self.notice.say("" if period else NO_PERIOD)
        self.outline.setEnabled(period is not None)
        self.side.setEnabled(period is not None)

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        period = standing.period
        self.head.title.setText(f"Báo cáo {period.span.short()}")
        self.head.line.setText(f"Gửi {'; '.join(period.duty.to)}." if period.duty.to else "")
        locked = f"Kỳ {period.span.short()} đã khóa nên chỉ xem. Muốn sửa, hãy bấm Mở lại kỳ… và ghi lý do."
        self.notice.say(locked if standing.locked else "")
