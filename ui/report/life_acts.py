"""The steps of a report's life: each asks in a form, which stays open until the store has taken it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.readiness import ObstacleKind
from models.shown import day_text
from ui.dialogs import IssueDialog, ReasonDialog, WhyDialog
from ui.form_dialog import Form
from ui.report import life as lane
from ui.report.papers import correction, leaders_copy
from ui.report.step_dialog import CloseDialog, SentDialog, StepDialog, grave_words

if TYPE_CHECKING:
    from exporters.changed_since import Difference
    from models.duties import ReportingPeriod
    from models.readiness import Obstacle
    from models.report_work import Step, StepKind
    from models.reports import Signing
    from models.store.report_rows import Issue
    from ui.exporting import Exporting
    from ui.report.life import Life, Sent
    from ui.session import Session
    from ui.standing import IssuedReport, Standing


class LifeActs(QObject):
    """What is done with the report of the period in work."""

    row_asked = Signal(str)
    """The key of a row of the plan where something is to be mended, or the id of a section of the outline."""
    section_asked = Signal(str)
    figures_asked = Signal()
    frame_asked = Signal()

    def __init__(self, session: Session, exporting: Exporting, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._exporting = exporting
        self._page = page

    # --- the draft among the leaders

    def submit(self, life: Life) -> None:
        """Ask to whom the draft is submitted."""
        self._step("submitted", life)

    def give_back(self, life: Life) -> None:
        """Ask who returned the draft."""
        self._step("returned", life)

    def _step(self, kind: StepKind, life: Life) -> None:
        self._session.leaving.emit()
        dialog = StepDialog(self._page, kind, life.period.span.short(), life.persons, self._session.today())
        dialog.given.connect(partial(self._take_step, dialog, life.period))
        dialog.open()

    def _take_step(self, dialog: StepDialog, period: ReportingPeriod, step: Step, with_copy: bool) -> None:
        done = partial(self._on_step, dialog, period, step, with_copy)
        write = partial(lane.take_step, step, period)
        self._session.change(write).on_success(done).on_failure(dialog.show_refused).start()

    def _on_step(self, dialog: StepDialog, period: ReportingPeriod, step: Step, with_copy: bool, _: object) -> None:
        what = "trình" if step.kind == "submitted" else "trả lại"
        self._on_done(dialog, f"Đã ghi việc {what} dự thảo ngày {day_text(step.on)}.", None)
        if with_copy:
            self.leaders_copy(period)

    def leaders_copy(self, period: ReportingPeriod) -> None:
        """Write the copy of the draft that the leaders get."""
        self._session.leaving.emit()
        self._exporting.begin_paper(leaders_copy(period))

    def remarks(self, life: Life) -> None:
        """Show the leaders' remarks, to be added to and answered."""
        from ui.report.remarks_acts import RemarksActs

        self._session.leaving.emit()
        RemarksActs(self._session, self._page).show(life)

    # --- before issuing

    def ready(self, life: Life) -> None:
        """Show what stands against issuing, with what was still in an editor."""
        self._session.leaving.emit()
        self._read_anew(self._page, life.period, self._show_obstacles)

    def _show_obstacles(self, life: Life) -> None:
        from ui.report.obstacles_dialog import ObstaclesDialog

        dialog = ObstaclesDialog(self._page, life.period.span.short(), life.obstacles)
        dialog.chosen.connect(partial(self._on_obstacle, life))
        dialog.open()

    def _read_anew(self, parent: QWidget, period: ReportingPeriod, show: Callable[[Life], None]) -> None:
        read = partial(lane.read_life, period, self._session.today())
        self._session.ask(parent, read).on_success(show).start()

    def _on_obstacle(self, life: Life, obstacle: Obstacle) -> None:
        """Go where it is mended."""
        if obstacle.kind is ObstacleKind.REMARK:
            self.remarks(life)
        elif obstacle.row_key:
            self.row_asked.emit(obstacle.row_key)
        elif obstacle.section:
            self.section_asked.emit(obstacle.section)
        elif obstacle.kind is ObstacleKind.FRAME:
            self.frame_asked.emit()
        elif obstacle.kind is ObstacleKind.NOT_SUBMITTED:
            self.submit(life)
        elif obstacle.kind is ObstacleKind.EMPTY:
            self.figures_asked.emit()

    def close(self, standing: Standing) -> None:
        """Ask to close the figures of the period."""
        self._session.leaving.emit()
        grave = [warning.sentence for warning in standing.warnings if warning.grave]
        period = standing.period
        dialog = CloseDialog(self._page, period.span.short(), grave)
        dialog.given.connect(partial(self._close, dialog, period))
        dialog.open()

    def _close(self, dialog: CloseDialog, period: ReportingPeriod, why: str) -> None:
        done = partial(self._on_done, dialog, f"Đã khóa số liệu {period.span.short()}.")
        self._session.change(partial(lane.close, why, period)).on_success(done).on_failure(dialog.show_refused).start()

    # --- issue and reopen

    def issue(self, standing: Standing) -> None:
        """Ask for number, day and signer; what is grave stands over the reason it needs."""
        self._session.leaving.emit()
        period, office = standing.period, standing.report.office
        dialog = IssueDialog(self._page, period.span.short(), office, max(self._session.today(), period.closing))
        dialog.given.connect(partial(self._issue, dialog, period))
        dialog.open()
        self._read_anew(dialog, period, partial(self._show_grave, dialog))

    def _show_grave(self, dialog: IssueDialog, life: Life) -> None:
        dialog.show_grave(grave_words([one.sentence for one in life.grave], "vướng mắc quan trọng"))

    def _issue(self, dialog: IssueDialog, period: ReportingPeriod, signing: Signing, why: str) -> None:
        self._session.told.emit("Đang làm báo cáo và giữ các tệp…")
        done = partial(self._on_done, dialog, f"Đã phát hành báo cáo {period.span.short()}; kỳ đã khóa.")
        self._session.issue(signing, period, why).on_success(done).on_failure(dialog.show_refused).start()

    def reopen(self, period: ReportingPeriod) -> None:
        """Ask why the period is reopened."""
        dialog = ReasonDialog(self._page, period.span.short())
        dialog.given.connect(partial(self._reopen, dialog, period))
        dialog.open()

    def _reopen(self, dialog: ReasonDialog, period: ReportingPeriod, why: str) -> None:
        done = partial(self._on_done, dialog, f"Đã mở lại kỳ {period.span.short()}.")
        self._session.reopen(why, period).on_success(done).on_failure(dialog.show_refused).start()

    # --- after it

    def sent(self, life: Life) -> None:
        """Ask to whom the report was really sent."""
        dialog = SentDialog(self._page, life.period.span.short(), life.recipients, self._session.today())
        dialog.given.connect(partial(self._sent, dialog, life.period))
        dialog.open()

    def _sent(self, dialog: SentDialog, period: ReportingPeriod, sent: Sent) -> None:
        done = partial(self._on_done, dialog, f"Đã ghi việc gửi báo cáo {period.span.short()}.")
        write = partial(lane.record_sending, sent, period)
        self._session.change(write).on_success(done).on_failure(dialog.show_refused).start()

    def changed(self, period: ReportingPeriod, issued: IssuedReport) -> None:
        """Show what is another by now than it was sent."""
        from ui.report.changes_dialog import read_changes

        self._session.told.emit("Đang so với bản đã gửi…")
        read = partial(read_changes, period, issued.issue.number)
        self._session.ask(self, read).on_success(partial(self._show_changes, period)).start()

    def _show_changes(self, period: ReportingPeriod, found: tuple[Issue, tuple[Difference, ...]]) -> None:
        from ui.report.changes_dialog import ChangesDialog

        self._session.told.emit("")
        dialog = ChangesDialog(self._page, *found)
        dialog.correction_asked.connect(dialog.accept)
        dialog.correction_asked.connect(partial(self.correct, period))
        dialog.open()

    def correct(self, period: ReportingPeriod) -> None:
        """Ask why, then write the note that corrects the issued report."""
        explained = (
            "Công văn nêu từng chỗ đã báo cáo và nay đính chính. Để trống thì lấy lý do đã ghi khi mở lại kỳ; "
            "số và ngày ký để chừa."
        )
        dialog = WhyDialog(self._page, "Công văn đính chính", explained, "Chọn thư mục…")
        dialog.given.connect(partial(self._correct, dialog, period, self._session.today()))
        dialog.open()

    def _correct(self, dialog: Form, period: ReportingPeriod, today: date, why: str) -> None:
        dialog.accept()
        self._exporting.begin_paper(correction(period, today, why))

    def _on_done(self, dialog: Form, sentence: str, _: object) -> None:
        self._session.told.emit(sentence)
        dialog.accept()
