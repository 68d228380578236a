"""The leaders' remarks written through the session while their list is open."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.report import life as lane
from ui.report.remarks_dialog import RemarksDialog

if TYPE_CHECKING:
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.report_work import Remark
    from ui.report.life import Life
    from ui.session import Session


class RemarksActs(QObject):
    """One open list of remarks; it goes with its dialog."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page

    def show(self, life: Life) -> None:
        """Open the list."""
        self._period = life.period
        self._dialog = RemarksDialog(self._page, life, self._session.today())
        self._dialog.added.connect(self._on_added)
        self._dialog.answered.connect(self._on_answered)
        self._dialog.finished.connect(self.deleteLater)
        self._dialog.open()

    def _on_added(self, section: str, person: str, on: date, text: str) -> None:
        write = partial(lane.remark, section, person, on, text, self._period)
        task = self._session.change(write).on_success(self._on_recorded)
        task.on_failure(self._dialog.show_refused).start()

    def _on_recorded(self, number: int) -> None:
        self._dialog.clear_new()
        self._session.told.emit(f"Đã ghi ý kiến số {number}.")
        self._read()

    def _on_answered(self, number: int, text: str) -> None:
        write = partial(lane.answer, number, text, self._period)
        done = partial(self._on_answer_recorded, number)
        self._session.change(write).on_success(done).on_failure(self._dialog.show_refused).start()

    def _on_answer_recorded(self, number: int, _: object) -> None:
        self._session.told.emit(f"Đã ghi trả lời ý kiến số {number}.")
        self._read()

    def _read(self) -> None:
        read = partial(_remarks, self._period)
        self._session.ask(self._dialog, read).on_success(self._dialog.show_remarks).start()


def _remarks(period: ReportingPeriod, desk: Desk) -> tuple[Remark, ...]:
    from models.report_desk import ReportDesk

    return ReportDesk(desk, period).remarks()
