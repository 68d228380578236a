"""The form of a report that was asked for once: about what, for which days, until when, by which paper, to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from models.ad_hoc import KIND_WORDS, AdHocKind, AdHocReport, asked_by, paper_from
from ui.form_dialog import Form
from ui.report.fields import DayEdit

LINES = 58


class AdHocForm(Form):
    """Asks for everything of an ad hoc report; of a recorded one the days stay, since figures are kept by them."""

    given = Signal(object)
    """An AdHocReport."""

    def __init__(self, parent: QWidget, today: date, report: AdHocReport | None = None) -> None:
        explained = "Báo cáo này đứng trong danh sách kỳ và sổ theo dõi như báo cáo định kỳ."
        if report is not None:
            explained += " Ngày đầu và ngày chốt không đổi được; cần đổi thì thôi theo dõi rồi ghi báo cáo mới."
        title = "Sửa báo cáo đột xuất, chuyên đề" if report else "Ghi báo cáo đột xuất, chuyên đề"
        super().__init__(parent, title, explained, "Lưu" if report else "Ghi báo cáo")
        self._report = report
        self._build(today)
        if report is not None:
            self._fill(report)
        self.has_due.toggled.connect(self._on_has_due)

    def _build(self, today: date) -> None:
        self.kind = QComboBox()
        for kind, words in KIND_WORDS.items():
            self.kind.addItem(words[:1].upper() + words[1:], kind)
        self.subject = QLineEdit()
        self.subject.setPlaceholderText("ví dụ kết quả phủ sóng 5G")
        self.start, self.closing, self.due = DayEdit(date(today.year, 1, 1)), DayEdit(today), DayEdit(today)
        self.has_due = QCheckBox("Gửi chậm nhất ngày")
        self.has_due.setChecked(True)
        self.recipients = QPlainTextEdit()
        self.recipients.setTabChangesFocus(True)
        self.recipients.setFixedHeight(LINES)
        self.recipients.setPlaceholderText("mỗi dòng một cơ quan")
        self.paper = QLineEdit()
        self.paper.setPlaceholderText("ví dụ Công văn số 12/SKHCN ngày 01/10/2026 về việc …")
        self.note = QLineEdit()
        due = QHBoxLayout()
        due.addWidget(self.has_due)
        due.addWidget(self.due, 1)
        self.fields.addRow("Loại:", self.kind)
        self.fields.addRow("Về việc:", self.subject)
        self.fields.addRow("Số liệu từ ngày:", self.start)
        self.fields.addRow("Chốt ngày:", self.closing)
        self.fields.addRow("Hạn gửi:", due)
        self.fields.addRow("Gửi:", self.recipients)
        self.fields.addRow("Văn bản yêu cầu:", self.paper)
        self.fields.addRow("Ghi chú:", self.note)

    def _fill(self, report: AdHocReport) -> None:
        self.kind.setCurrentIndex(self.kind.findData(report.kind))
        self.subject.setText(report.subject)
        self.start.choose(report.start)
        self.closing.choose(report.closing)
        for days in (self.start, self.closing):
            days.setEnabled(False)
        self.has_due.setChecked(report.due is not None)
        self.due.setEnabled(report.due is not None)
        self.due.choose(report.due or report.closing)
        self.recipients.setPlainText("\n".join(report.recipients))
        self.paper.setText(asked_by(report))
        self.note.setText(report.note)

    @Slot(bool)
    def _on_has_due(self, has_due: bool) -> None:
        self.due.setEnabled(has_due)

    def give(self) -> None:
        """Hand the report on."""
        kind: AdHocKind = self.kind.currentData()
        paper = self.paper.text().strip()
        known = self._report
        same_paper = known is not None and paper == asked_by(known)
        report = AdHocReport(
            key=known.key if known else "",
            kind=kind,
            subject=self.subject.text(),
            recipients=tuple(self.recipients.toPlainText().splitlines()),
            issuer=known.issuer if known else "",
            start=self.start.day(),
            closing=self.closing.day(),
            due=self.due.day() if self.has_due.isChecked() else None,
            paper=paper_from(paper),
            note=self.note.text().strip(),
        )
        self.given.emit(replace(report, paper=known.paper) if known and same_paper else report)
