"""Kiểm tra: what does not fit in the plan and in a period's figures; each line leads to its row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.grid import Sheet
from ui.models.finding_columns import FINDING_COLUMNS, finding_rows
from ui.models.line_table import LineTable
from ui.pages.parts import Notice, PageHead, page_layout
from ui.session import Session

if TYPE_CHECKING:
    from models.desk import Desk
    from models.errors import AppError
    from models.findings import Finding
    from ui.standing import Standing

HOW = "Nhấn Enter hoặc bấm đúp vào một dòng để đến chỉ tiêu, nhiệm vụ của dòng đó."
ALL_WELL = "Không có gì phải xem lại: kế hoạch và số liệu đến hết kỳ này đều khớp nhau."
NO_PERIOD = "Kế hoạch này chưa có chế độ báo cáo định kỳ nên chưa có kỳ để kiểm tra."


class CheckingPage(QWidget):
    """The check list; read on the lane while the page is seen."""

    row_asked = Signal(str)
    """The key of a row of the plan."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._is_stale = True
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head = PageHead("Kiểm tra", HOW)
        self.notice = Notice()
        self.lines: LineTable[Finding] = LineTable(FINDING_COLUMNS, self)
        self.table = Sheet(self.lines, self)
        self.table.setAccessibleName("Danh sách kiểm tra")
        layout = page_layout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.notice)
        layout.addWidget(self.table, 1)
        layout.addStretch()

    def _connect(self) -> None:
        self._session.period_chosen.connect(self._on_period)
        self._session.standing_changed.connect(self._on_standing)
        self.table.activated.connect(self._on_activated)
        self._on_period(self._session.period)

    @Slot(object)
    def _on_period(self, period: object) -> None:
        """Show nothing of another period or store until it is read."""
        self._is_stale = True
        self._show(())
        self.notice.say(NO_PERIOD if period is None else "")

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale and self._session.standing is not None:
            self._read()

    def _read(self) -> None:
        self._is_stale = False
        read = partial(_findings, self._session)
        self._session.ask(self, read).on_success(self._on_read).on_failure(self._on_not_read).start()

    @Slot(object)
    def _on_read(self, read: tuple[object, tuple[Finding, ...]]) -> None:
        period, findings = read
        if self._session.period is None or period != self._session.period:
            return
        self._show(findings)
        self.head.title.setText(f"Kiểm tra {self._session.period.span.short()}")
        self.notice.say("" if findings else ALL_WELL)

    def _on_not_read(self, error: AppError) -> None:
        """Say why; a store that was closed meanwhile has nothing to say."""
        self._is_stale = True
        if self._session.standing is not None:
            self.notice.say(error.sentence)

    def _show(self, findings: tuple[Finding, ...]) -> None:
        self.lines.show(finding_rows(findings))
        self.table.setVisible(bool(findings))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        finding = self.lines.line_at(index.row())
        if finding is not None and finding.key:
            self.row_asked.emit(finding.key)


def _findings(session: Session, desk: Desk) -> tuple[object, tuple[Finding, ...]]:
    """Read the check list of the period in work, on the lane."""
    from models.check_list import check_list

    period = session.period
    return period, check_list(desk, period)
