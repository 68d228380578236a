"""The card of what was issued: number, day, signer and the state of the kept files, which are opened and copied."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QPushButton

from models.shown import day_text
from ui.exporting import FORMATS
from ui.pages.parts import Card

if TYPE_CHECKING:
    from models.store.report_rows import IssuedFile
    from ui.standing import IssuedReport

ONE_HEIGHT, MORE_HEIGHT = 68, 120
KB = 1024


class IssuedCard(Card):
    """The issued reports of a period, the newest first."""

    open_asked = Signal(object, object)
    """An IssuedReport and one of its IssuedFiles."""

    def __init__(self) -> None:
        super().__init__("Đã phát hành của kỳ này")
        self._build()
        self.issued.currentRowChanged.connect(self._on_chosen)
        self.issued.itemActivated.connect(self._on_activated)

    def _build(self) -> None:
        self.issued = QListWidget()
        self.issued.setWordWrap(True)
        self.issued.setAccessibleName("Báo cáo đã phát hành")
        self.mail = QPushButton("Soạn thư…")
        self.open_file = QPushButton("Mở tệp đã gửi")
        self.files_menu = QMenu(self)
        self.files_menu.setToolTipsVisible(True)
        self.open_file.setMenu(self.files_menu)
        self.copy_issued = QPushButton("Chép tệp đã phát hành…")
        self.changed = QPushButton("Thay đổi từ khi gửi…")
        for widget in (self.issued, self.mail, self.open_file, self.copy_issued, self.changed):
            self.body.addWidget(widget)
        self.show_reports(())

    def show_reports(self, reports: tuple[IssuedReport, ...]) -> None:
        """Show the reports; without one there is no card."""
        self.issued.clear()
        for report in reports:
            item = QListWidgetItem(issued_words(report))
            item.setData(Qt.ItemDataRole.UserRole, report)
            item.setToolTip(details(report))
            self.issued.addItem(item)
        self.issued.setCurrentRow(0 if reports else -1)
        self._on_chosen(self.issued.currentRow())
        self.issued.setFixedHeight(MORE_HEIGHT if len(reports) > 1 else ONE_HEIGHT)
        self.setVisible(bool(reports))

    def chosen(self) -> IssuedReport | None:
        """Return the report that is chosen."""
        item = self.issued.currentItem()
        found: IssuedReport | None = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return found

    @Slot(int)
    def _on_chosen(self, _: int) -> None:
        report = self.chosen()
        for button in (self.copy_issued, self.open_file, self.changed):
            button.setEnabled(report is not None)
        self.files_menu.clear()
        if report is not None:
            self._list_files(report)

    def _list_files(self, report: IssuedReport) -> None:
        for file in report.issue.files:
            action = self.files_menu.addAction(f"{FORMATS[file.format]}: {file.name}")
            action.setToolTip(f"SHA-256: {file.kept.sha256}")
            action.triggered.connect(partial(self._on_open, report, file))

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        report = item.data(Qt.ItemDataRole.UserRole)
        if report.issue.files:
            self.open_asked.emit(report, report.issue.files[0])

    def _on_open(self, report: IssuedReport, file: IssuedFile, *_: object) -> None:
        self.open_asked.emit(report, file)


def issued_words(report: IssuedReport) -> str:
    """Return an issued report as the list shows it: number, day, signer, and the state of its files."""
    issue = report.issue
    states = list(dict.fromkeys(report.states))
    if len(states) > 1:
        states = [f"{file.format}: {state}" for file, state in zip(issue.files, report.states, strict=True)]
    return f"Số {issue.number}, ngày {day_text(issue.date)}, {issue.signer} ký\n" + "\n".join(states)


def details(report: IssuedReport) -> str:
    """Return the kept files with their size and SHA-256, and who issued them."""
    issue = report.issue
    lines = [f"{file.name} ({file.kept.size // KB + 1} KB)\nSHA-256: {file.kept.sha256}" for file in issue.files]
    return "\n".join([f"Ghi lúc {issue.issued_at:%d/%m/%Y %H:%M}, {issue.who}", *lines])
