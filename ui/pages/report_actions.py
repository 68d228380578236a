"""What is done with a report: its way to the leaders and out, export to a folder, and what was issued before."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.exporting import FORMATS, Exporting
from ui.gateway import Runner
from ui.mailing import Mailing
from ui.pages.parts import GAP, Card, second
from ui.report.issued_card import IssuedCard
from ui.report.life import Life, read_life
from ui.report.life_acts import LifeActs
from ui.report.life_card import LifeCard
from ui.report.more_menu import MoreMenu
from ui.report.year_acts import YearActs
from ui.session import Session
from ui.standing import IssuedReport, Standing

if TYPE_CHECKING:
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.errors import AppError
    from models.plans import Plan
    from models.store.report_rows import IssuedFile
    from ui.pages.frame import FrameDialog

WIDTH = 268


class ReportActions(QScrollArea):
    """The column at the right of a report."""

    row_asked = Signal(str)
    """The key of a row of the plan where something is to be mended, or the id of a section of the outline."""
    section_asked = Signal(str)
    figures_asked = Signal()

    def __init__(self, session: Session, files: Runner, settings: QSettings) -> None:
        super().__init__()
        self._session = session
        self._files = files
        self._standing: Standing | None = None
        self._life: Life | None = None
        self._is_stale = True
        self._latest = 0
        self._folder: Path | None = None
        self.exporting = Exporting(session, files, settings, self)
        self.mailing = Mailing(session, files, self)
        self.acts = LifeActs(session, self.exporting, self)
        self.year = YearActs(session, self.exporting, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        self.life, self.issued_card = LifeCard(), IssuedCard()
        for card in (self.life, self.issued_card, self._build_export()):
            layout.addWidget(card)
        layout.addStretch(1)
        self.setWidget(column)
        self.issue, self.reopen, self.issue_line = self.life.issue, self.life.reopen, self.life.issue_line
        self.issued, self.mail = self.issued_card.issued, self.issued_card.mail
        self.copy_issued = self.issued_card.copy_issued
        self.more = MoreMenu(self)
        self.life.more.setMenu(self.more)

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
        self.mailing.told.connect(session.told)
        self.exporting.told.connect(session.told)
        self.exporting.done.connect(self._on_exported)
        self._connect_acts()
        if session.standing is not None:
            self._on_standing(session.standing)
        if session.issued is not None:
            self._on_issued(session.issued)

    def _connect_acts(self) -> None:
        card, more = self.life, self.more
        for button, act in (
            (card.submit, self.acts.submit),
            (card.returned, self.acts.give_back),
            (card.ready, self.acts.ready),
            (card.remarks, self.acts.remarks),
            (card.sent, self.acts.sent),
        ):
            button.clicked.connect(partial(self._on_life, act))
        more.remarks.triggered.connect(partial(self._on_life, self.acts.remarks))
        card.issue.clicked.connect(self._on_issue)
        card.reopen.clicked.connect(self._on_reopen)
        more.close_period.triggered.connect(self._on_close)
        more.leaders_copy.triggered.connect(partial(self._on_own_period, self.acts.leaders_copy))
        more.correction.triggered.connect(partial(self._on_own_period, self.acts.correct))
        more.retype.triggered.connect(partial(self._on_own_period, self.year.retype))
        more.whole_set.triggered.connect(partial(self._on_own_period, self._write_set))
        more.register.triggered.connect(self._on_register)
        more.ad_hoc.triggered.connect(self._on_ad_hoc)
        self.mail.clicked.connect(self._on_mail)
        self.copy_issued.clicked.connect(self._on_copy_issued)
        self.issued_card.open_asked.connect(self._on_open_issued)
        self.issued_card.changed.clicked.connect(self._on_changed)
        self.acts.row_asked.connect(self.row_asked)
        self.acts.section_asked.connect(self.section_asked)
        self.acts.figures_asked.connect(self.figures_asked)
        self.acts.frame_asked.connect(self._on_frame)

    # --- what is shown

    def showEvent(self, event: QShowEvent) -> None:
        """Read where the report stands, where that changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale and self._standing is not None:
            self._read_life()

    @Slot(object)
    def _on_period(self, _: ReportingPeriod | None) -> None:
        self._standing = self._life = None
        self._is_stale = True
        self.life.show_standing(None)
        self.life.show_life(None)
        self.more.show_state(None, None)
        self.issued_card.show_reports(())
        self.mail.setEnabled(False)

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        self._standing = standing
        self._is_stale = True
        self.contents.setText(f"Báo cáo và {', '.join(appendices(standing.report.plan))}.")
        self._show_standing()
        if self.isVisible():
            self._read_life()

    def _show_standing(self) -> None:
        self.life.show_standing(self._standing)
        self.more.show_state(self._standing, self._life)
        self.mail.setEnabled(self._standing is not None and self._standing.issued)

    @Slot(object)
    def _on_issued(self, reports: tuple[IssuedReport, ...]) -> None:
        self._show_standing()
        self.issued_card.show_reports(reports)

    def _read_life(self) -> None:
        if self._session.period is None:
            return
        self._is_stale = False
        self._latest += 1
        read = partial(self._read, self._latest, self._session.period)
        self._session.ask(self, read).on_success(self._on_life_read).on_failure(self._on_life_not_read).start()

    def _read(self, number: int, period: ReportingPeriod, desk: Desk) -> Life | None:
        """Read on the lane, unless a later reading will overtake this one."""
        return read_life(period, self._session.today(), desk) if number == self._latest else None

    @Slot(object)
    def _on_life_read(self, life: Life | None) -> None:
        if life is not None and life.period == self._session.period:
            self._life = life
            self.life.show_life(life)
            self.more.show_state(self._standing, life)

    def _on_life_not_read(self, error: AppError) -> None:
        """Say why; a store that was closed meanwhile has nothing to say."""
        self._is_stale = True
        if self._session.standing is not None:
            self._session.told.emit(error.sentence)

    @Slot()
    def _on_format(self) -> None:
        self.export.setEnabled(any(box.isChecked() for box in self.formats.values()))

    # --- export

    def _chosen_formats(self) -> list[str]:
        return [form for form, box in self.formats.items() if box.isChecked()]

    @Slot()
    def _on_export(self) -> None:
        if self._session.period is not None:
            self._session.leaving.emit()
            self.exporting.begin(self._session.period, self._chosen_formats())

    @Slot(object, object)
    def _on_exported(self, folder: Path, blank: tuple[str, ...]) -> None:
        self._show_folder(folder)
        dotted = f" Phần {', '.join(blank)} chưa có lời nên đang để dòng chấm." if blank else ""
        self._session.told.emit(f"Đã ghi vào “{folder}”.{dotted}")

    @Slot(object)
    def _show_folder(self, folder: Path) -> None:
        self._folder = folder
        self.open_folder.setEnabled(True)
        self.open_folder.setToolTip(str(folder))

    @Slot()
    def _on_open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _write_set(self, period: ReportingPeriod) -> None:
        from ui.report.set_dialog import SetWriting

        self._session.leaving.emit()
        writing = SetWriting(self._session, self._files, self.exporting, self)
        writing.done.connect(self._on_set_written)
        writing.begin(period)

    @Slot(object)
    def _on_set_written(self, place: Path) -> None:
        self._show_folder(place if place.is_dir() else place.parent)

    # --- the kept files and the email

    @Slot()
    def _on_copy_issued(self) -> None:
        report = self.issued_card.chosen()
        if report is not None:
            self.exporting.copy_issued(report)

    @Slot(object, object)
    def _on_open_issued(self, report: IssuedReport, file: IssuedFile) -> None:
        self.exporting.open_issued(report, file)

    @Slot()
    def _on_changed(self) -> None:
        report = self.issued_card.chosen()
        if report is not None and self._session.period is not None:
            self.acts.changed(self._session.period, report)

    @Slot()
    def _on_mail(self) -> None:
        if self._standing is not None:
            formats = self._chosen_formats() or list(FORMATS)
            self.mailing.begin(self._standing.period, formats, self.exporting.last_folder())

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

    # --- the acts

    def _on_life(self, act: Callable[[Life], None], *_: object) -> None:
        """Do what needs to know where the report stands."""
        if self._life is not None:
            act(self._life)

    def _on_own_period(self, act: Callable[[ReportingPeriod], None], *_: object) -> None:
        """Do what needs the period alone."""
        if self._session.period is not None:
            act(self._session.period)

    @Slot()
    def _on_issue(self) -> None:
        if self._standing is not None:
            self.acts.issue(self._standing)

    @Slot()
    def _on_reopen(self) -> None:
        if self._standing is not None:
            self.acts.reopen(self._standing.period)

    @Slot()
    def _on_close(self) -> None:
        if self._standing is not None:
            self.acts.close(self._standing)

    @Slot()
    def _on_register(self) -> None:
        self.year.register()

    @Slot()
    def _on_ad_hoc(self) -> None:
        self.year.ad_hoc()


def appendices(plan: Plan) -> tuple[str, ...]:
    """Return what the report calls its appendices."""
    from exporters.appendix_layouts import appendix_label

    return tuple(appendix_label(plan, number) for number, _ in enumerate(plan.layouts, start=1))
