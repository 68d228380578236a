"""Báo cáo: the officer's words, the pages as they will be printed, export, issue, reopening."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from ui.gateway import Runner
from ui.pages.outline import Outline
from ui.pages.parts import MARGIN, Notice, PageHead, page_layout
from ui.pages.report_actions import ReportActions
from ui.pages.unit_forms import UnitForms
from ui.period_labels import merged, page_title
from ui.preview.live import LivePreview
from ui.preview.panel import PreviewPanel
from ui.printing import Printing
from ui.session import Session
from ui.standing import Standing

if TYPE_CHECKING:
    from exporters.document import Source
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.figure_origin import FigureOrigin

NO_PERIOD = "Kế hoạch này chưa có chế độ báo cáo định kỳ nên chưa có báo cáo nào để lập."
OUTLINE_WIDTH = 236
SHARES, WIDE = (2, 3), 1000


class ReportPage(QWidget):
    """The report of the period: words at the left, its pages in the middle, what is done with it at the right."""

    def __init__(self, session: Session, files: Runner, settings: QSettings) -> None:
        super().__init__()
        self._session = session
        self.head = PageHead("Báo cáo")
        self.notice = Notice()
        self.outline = Outline(session, files)
        self.side = ReportActions(session, files, settings)
        self.forms = UnitForms(session, files, settings)
        self.preview = PreviewPanel()
        self.live = LivePreview(session, self)
        self.printing = Printing(self)
        self.middle = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.forms.hide()
        self.middle.addWidget(self.outline)
        self.middle.addWidget(self.preview)
        self.outline.setMinimumWidth(OUTLINE_WIDTH)
        for place, share in enumerate(SHARES):
            self.middle.setStretchFactor(place, share)
        self.middle.setChildrenCollapsible(False)
        self.middle.setSizes([share * WIDE for share in SHARES])
        columns = QHBoxLayout()
        columns.setSpacing(MARGIN)
        columns.addWidget(self.middle, 1)
        columns.addWidget(self.side)
        columns.addWidget(self.forms, 1)
        layout = page_layout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.notice)
        layout.addLayout(columns, 1)

    def _connect(self) -> None:
        session = self._session
        session.period_chosen.connect(self._on_period)
        session.standing_changed.connect(self._on_standing)
        self.outline.typed.connect(self.live.type)
        self.live.laid_out.connect(self.preview.show_sections)
        self.live.started_over.connect(self.preview.clear)
        self.preview.canvas.source_asked.connect(self._on_source_asked)
        self.preview.canvas.words_asked.connect(self.outline.go_to)
        self.preview.print_asked.connect(self._on_print)
        self.printing.told.connect(session.told)
        if session.store is not None:
            self._on_period(session.period)
        if session.standing is not None:
            self._on_standing(session.standing)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the pages out while somebody looks."""
        super().showEvent(event)
        self.live.look(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Lay nothing out that nobody sees."""
        super().hideEvent(event)
        self.live.look(False)

    def stop(self) -> None:
        """End the thread of the preview and what is being printed, and give the pages up."""
        self.live.stop()
        self.printing.stop()
        self.preview.clear()

    @Slot(object)
    def _on_source_asked(self, source: Source) -> None:
        read: partial[FigureOrigin] = partial(_origin, source)
        self._session.ask(self, read).on_success(self.preview.tell).start()

    @Slot()
    def _on_print(self) -> None:
        """Print what is shown; an open editor is saved first."""
        self._session.leaving.emit()
        if self._session.period is not None:
            title = f"Báo cáo {self._session.period.span.short()}"
            self.printing.begin(title, [section.pdf for section in self.preview.canvas.sheets.sections])

    @Slot(object)
    def _on_period(self, period: ReportingPeriod | None) -> None:
        self.notice.say("" if period else NO_PERIOD)
        self.middle.setEnabled(period is not None)
        self.side.setEnabled(period is not None)
        by_units = period is not None and period.duty.direction == "incoming"
        self.forms.show_standing(None)
        self.forms.setVisible(by_units)
        self.middle.setVisible(not by_units)
        self.side.setVisible(not by_units)

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        period = standing.period
        self.head.title.setText(page_title(period))
        self.head.line.setText(_line(standing))
        self.notice.say(_lock_words(standing))
        if period.duty.direction == "incoming":
            self.forms.show_standing(standing)


def _lock_words(standing: Standing) -> str:
    """Say what cannot be changed any more, and the way out."""
    period = standing.period.span.short()
    if standing.issued:
        return f"Kỳ {period} đã khóa nên chỉ xem. Muốn sửa, hãy bấm Mở lại kỳ… và ghi lý do."
    return f"Số liệu kỳ {period} đã khóa; lời văn còn sửa được đến khi phát hành." if standing.locked else ""


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


def _origin(source: Source, desk: Desk) -> FigureOrigin:
    from models.figure_origin import origin_of

    return origin_of(desk, source.row, source.period, source.field)
