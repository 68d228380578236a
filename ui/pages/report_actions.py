"""What is done with a report: export to a folder, issue, reopen, and what was issued before."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from models.shown import day_text
from ui.dialogs import IssueDialog, ReasonDialog
from ui.exporting import FORMATS, Exporting
from ui.gateway import Runner
from ui.mailing import Mailing
from ui.pages.parts import GAP, Card, second
from ui.session import Session
from ui.standing import IssuedReport, Standing

if TYPE_CHECKING:
    from models.duties import ReportingPeriod
    from models.plans import Plan
    from models.reports import Signing
    from ui.pages.frame import FrameDialog

WIDTH = 268
CLOSED = "Kỳ đã khóa."
NOT_ISSUED = "Báo cáo chưa phát hành."
HOW_TO_ISSUE = "Khi báo cáo đã ký: ghi số, ngày và người ký; đúng các tệp đó được giữ, kỳ được khóa."


class ReportActions(QWidget):
    """The column at the right of a report."""

    def __init__(self, session: Session, files: Runner, settings: QSettings) -> None:
        super().__init__()
        self._session = session
        self._files = files
        self._standing: Standing | None = None
        self._folder: Path | None = None
        self.exporting = Exporting(session, files, settings, self)
        self.mailing = Mailing(session, files, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setFixedWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._build_export())
        layout.addWidget(self._build_issue())
        layout.addWidget(self._build_issued(), 1)

    def _build_export(self) -> Card:
        card = Card("Xuất báo cáo")
        self.formats = {form: QCheckBox(name) for form, name in FORMATS.items()}
        row = QHBoxLayout()
        for box in self.formats.values():
            box.setChecked(True)
            row.addWidget(box)
        row.addStretch(1)
        self.export = QPushButton("Xuất báo cáo…")
        self.export.setShortcut("Ctrl+E")
        self.open_folder = QPushButton("Mở thư mục")
        self.open_folder.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.export, 1)
        buttons.addWidget(self.open_folder, 1)
        self.contents = second()
        self.frame = QPushButton("Khuôn văn bản…")
        card.body.addWidget(self.contents)
        card.body.addLayout(row)
        card.body.addLayout(buttons)
        card.body.addWidget(self.frame)
        return card

    def _build_issue(self) -> Card:
        card = Card("Phát hành")
        self.issue_line = second()
        self.issue = QPushButton("Phát hành…")
        self.reopen = QPushButton("Mở lại kỳ…")
        for widget in (self.issue_line, self.issue, self.reopen):
            card.body.addWidget(widget)
        return card

    def _build_issued(self) -> Card:
        card = Card("Đã phát hành của kỳ này")
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.issued = QListWidget()
        self.issued.setWordWrap(True)
        self.issued.setAccessibleName("Báo cáo đã phát hành")
        self.copy_issued = QPushButton("Chép tệp đã phát hành…")
        self.copy_issued.setEnabled(False)
        self.mail = QPushButton("Soạn thư…")
        card.body.addWidget(self.issued, 1)
        card.body.addWidget(self.mail)
        card.body.addWidget(self.copy_issued)
        return card

    def _connect(self) -> None:
        session = self._session
        session.period_chosen.connect(self._on_period)
        session.standing_changed.connect(self._on_standing)
        session.issued_changed.connect(self._on_issued)
        for check in self.formats.values():
            check.toggled.connect(self._on_format)
        self.export.clicked.connect(self._on_export)
        self.frame.clicked.connect(self._on_frame)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.mail.clicked.connect(self._on_mail)
        self.mailing.told.connect(session.told)
        self.issue.clicked.connect(self._on_issue)
        self.reopen.clicked.connect(self._on_reopen)
        self.issued.currentRowChanged.connect(self._on_issued_chosen)
        self.copy_issued.clicked.connect(self._on_copy_issued)
        self.exporting.told.connect(session.told)
        self.exporting.done.connect(self._on_exported)
        if session.standing is not None:
            self._on_standing(session.standing)
        if session.issued is not None:
            self._on_issued(session.issued)

    # --- what is shown

    @Slot(object)
    def _on_period(self, _: ReportingPeriod | None) -> None:
        self._standing = None
        self.issued.clear()
        self.mail.setEnabled(False)

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        self._standing = standing
        self.contents.setText(f"Báo cáo và {', '.join(appendices(standing.report.plan))}.")
        self._show_issue()

    def _show_issue(self) -> None:
        """Offer to issue a period that is open, or closed without having been issued."""
        if self._standing is None:
            return
        locked, only_closed = self._standing.locked, not self._standing.issued
        self.issue.setVisible(not locked or only_closed)
        self.reopen.setVisible(locked)
        self.mail.setEnabled(self._standing.issued)
        closed = f"{CLOSED} {NOT_ISSUED}" if only_closed else CLOSED
        self.issue_line.setText(closed if locked else HOW_TO_ISSUE)

    @Slot(object)
    def _on_issued(self, reports: tuple[IssuedReport, ...]) -> None:
        self._show_issue()
        self.issued.clear()
        for report in reports:
            item = QListWidgetItem(_issued_words(report))
            item.setData(Qt.ItemDataRole.UserRole, report)
            self.issued.addItem(item)
        self.issued.setCurrentRow(0 if reports else -1)

    @Slot()
    def _on_format(self) -> None:
        self.export.setEnabled(any(box.isChecked() for box in self.formats.values()))

    # --- export

    @Slot()
    def _on_export(self) -> None:
        if self._session.period is not None:
            self._session.leaving.emit()
            chosen = [form for form, box in self.formats.items() if box.isChecked()]
            self.exporting.begin(self._session.period, chosen)

    @Slot(object, object)
    def _on_exported(self, folder: Path, blank: tuple[str, ...]) -> None:
        self._folder = folder
        self.open_folder.setEnabled(True)
        self.open_folder.setToolTip(str(folder))
        dotted = f" Phần {', '.join(blank)} chưa có lời nên đang để dòng chấm." if blank else ""
        self._session.told.emit(f"Đã ghi vào “{folder}”.{dotted}")

    @Slot()
    def _on_open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    @Slot(int)
    def _on_issued_chosen(self, row: int) -> None:
        self.copy_issued.setEnabled(row >= 0)

    @Slot()
    def _on_copy_issued(self) -> None:
        item = self.issued.currentItem()
        if item is not None:
            self.exporting.copy_issued(item.data(Qt.ItemDataRole.UserRole))

    # --- the email

    @Slot()
    def _on_mail(self) -> None:
        if self._standing is not None:
            chosen = [form for form, box in self.formats.items() if box.isChecked()]
            self.mailing.begin(self._standing.period, chosen or list(FORMATS), self.exporting.last_folder())

    # --- the office's frame

    @cached_property
    def frame_dialog(self) -> FrameDialog:
        """Return the form of the office's frame, built when it is first asked for."""
        from ui.pages.frame import FrameDialog

        return FrameDialog(self._session, self._files, self)

    @Slot()
    def _on_frame(self) -> None:
        self._session.leaving.emit()
        self.frame_dialog.show()
        self.frame_dialog.activateWindow()

    # --- issue and reopen

    @Slot()
    def _on_issue(self) -> None:
        if self._standing is None:
            return
        self._session.leaving.emit()
        period, office = self._standing.period, self._standing.report.office
        dialog = IssueDialog(self, period.span.short(), office, max(self._session.today(), period.closing))
        dialog.given.connect(partial(self._issue, dialog, period))
        dialog.open()

    def _issue(self, dialog: IssueDialog, period: ReportingPeriod, signing: Signing, why: str) -> None:
        self._session.told.emit("Đang làm báo cáo và giữ các tệp…")
        done = partial(self._on_done, dialog, f"Đã phát hành báo cáo {period.span.short()}; kỳ đã khóa.")
        self._session.issue(signing, period, why).on_success(done).on_failure(dialog.show_refused).start()

    @Slot()
    def _on_reopen(self) -> None:
        if self._standing is None:
            return
        period = self._standing.period
        dialog = ReasonDialog(self, period.span.short())
        dialog.given.connect(partial(self._reopen, dialog, period))
        dialog.open()

    def _reopen(self, dialog: ReasonDialog, period: ReportingPeriod, why: str) -> None:
        done = partial(self._on_done, dialog, f"Đã mở lại kỳ {period.span.short()}.")
        self._session.reopen(why, period).on_success(done).on_failure(dialog.show_refused).start()

    def _on_done(self, dialog: IssueDialog | ReasonDialog, sentence: str, _: object) -> None:
        self._session.told.emit(sentence)
        dialog.accept()


def appendices(plan: Plan) -> tuple[str, ...]:
    """Return what the report calls its appendices."""
    from exporters.appendix_layouts import appendix_label

    return tuple(appendix_label(plan, number) for number, _ in enumerate(plan.layouts, start=1))


def _issued_words(report: IssuedReport) -> str:
    """Return an issued report as the list shows it: number, day, signer, and the state of its files."""
    issue = report.issue
    states = list(dict.fromkeys(report.states))
    if len(states) > 1:
        states = [f"{file.format}: {state}" for file, state in zip(issue.files, report.states, strict=True)]
    return f"Số {issue.number}, ngày {day_text(issue.date)}, {issue.signer} ký\n" + "\n".join(states)
