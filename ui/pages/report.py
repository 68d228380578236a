"""Báo cáo: the officer's words, the sentences that write themselves, export, issue, reopening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.gateway import Runner
from ui.pages.outline import Outline
from ui.pages.parts import MARGIN, Notice, PageHead, page_layout
from ui.pages.report_actions import ReportActions
from ui.pages.unit_forms import UnitForms
from ui.period_labels import merged, page_title
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
        self.forms = UnitForms(session, files, settings)
        self.forms.hide()
        columns = QHBoxLayout()
        columns.setSpacing(MARGIN)
        columns.addWidget(self.outline, 1)
        columns.addWidget(self.side)
        columns.addWidget(self.forms, 1)
        layout = page_layout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.notice)
        layout.addLayout(columns, 1)
        session.period_chosen.connect(self._on_period)
        session.standing_changed.connect(self._on_standing)
        if session.store is not None:
            self._on_period(session.period)
        if session.standing is not None:
            self._on_standing(session.standing)

    @Slot(object)
    def _on_period(self, period: ReportingPeriod | None) -> None:
        self.notice.say("" if period else NO_PERIOD)
        self.outline.setEnabled(period is not None)
        self.side.setEnabled(period is not None)
        by_units = period is not None and period.duty.direction == "incoming"
        self.forms.show_standing(None)
        self.forms.setVisible(by_units)
        self.outline.setVisible(not by_units)
        self.side.setVisible(not by_units)

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        period = standing.period
        self.head.title.setText(page_title(period))
        self.head.line.setText(_line(standing))
        locked = f"Kỳ {period.span.short()} đã khóa nên chỉ xem. Muốn sửa, hãy bấm Mở lại kỳ… và ghi lý do."
        self.notice.say(locked if standing.locked else "")
        if period.duty.direction == "incoming":
            self.forms.show_standing(standing)


def _line(standing: Standing) -> str:
    """Say who makes the report for whom, and into which longer one it goes where it is not sent by itself."""
    period, plan = standing.period, standing.report.plan
    duty, issuer = period.duty, standing.report.office.issuer
    to = "; ".join(name for name in duty.to if name != issuer)
    if duty.direction == "incoming":
        return f"{duty.by} gửi {to}."
    if duty.direction == "inspection":
        return f"{issuer} kiểm tra: {to}."
    goes_into = merged(period, plan)
    alone = f" Báo cáo này {goes_into}, không phải gửi riêng; vẫn lập được khi cần." if goes_into else ""
    return f"{issuer} gửi {to}.{alone}"
