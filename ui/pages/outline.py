"""The outline of a report: boxes for the officer's words, and section II as it writes itself."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from exporters.period_words import next_words
from ui.gateway import Runner
from ui.pages.parts import GAP
from ui.session import Session
from ui.standing import Standing
from ui.words_box import WordsBox

if TYPE_CHECKING:
    from models.duties import ReportingPeriod
    from models.reports import Report

HEADINGS = {
    "I": "I. Công tác lãnh đạo, chỉ đạo",
    "II": "II. Kết quả thực hiện",
    "III": "III. Tồn tại, hạn chế và nguyên nhân",
    "IV": "IV. Nhiệm vụ trọng tâm",
    "V": "V. Đề xuất, kiến nghị",
}
WRITTEN = "II"
BOX_HEIGHT = 84
WRITTEN_HEIGHT = 220


class Outline(QScrollArea):
    """The five sections of the report in their order; words are saved when the focus leaves their box."""

    typed = Signal(str, str)
    """Section and text while they are being typed."""

    def __init__(self, session: Session, files: Runner) -> None:
        super().__init__()
        self._session = session
        self._files = files
        self._report: Report | None = None
        self._drawn: Report | None = None
        self.boxes = {section: WordsBox(section) for section in HEADINGS if section != WRITTEN}
        self.labels = {section: QLabel(heading) for section, heading in HEADINGS.items()}
        self.written = QTextBrowser()
        self._parts: dict[str, QWidget] = {**self.boxes, WRITTEN: self.written}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.written.setObjectName("written")
        self.written.setMinimumHeight(WRITTEN_HEIGHT)
        self.labels[WRITTEN].setText(f"{HEADINGS[WRITTEN]} (tự viết từ số liệu)")
        for box in self.boxes.values():
            box.setMinimumHeight(BOX_HEIGHT)
            box.setPlaceholderText("Gõ nội dung ở đây; lưu ngay khi rời ô.")
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, GAP, 0)
        layout.setSpacing(4)
        for section, label in self.labels.items():
            part = self._parts[section]
            part.setAccessibleName(HEADINGS[section])
            label.setBuddy(part)
            label.setWordWrap(True)
            layout.addWidget(label)
            layout.addWidget(part, 2 if section == WRITTEN else 1)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def _connect(self) -> None:
        self._session.period_chosen.connect(self._on_period)
        self._session.standing_changed.connect(self._on_standing)
        self._session.leaving.connect(self._on_leaving)
        for box in self.boxes.values():
            box.left.connect(self._on_left)
            box.typed.connect(self.typed)
        if self._session.period is not None:
            self._on_period(self._session.period)
        if self._session.standing is not None:
            self._on_standing(self._session.standing)

    @Slot(str)
    def go_to(self, key: str) -> None:
        """Bring the box of a paragraph's section into view, ready to be typed in."""
        section = key.partition("/")[0].partition(".")[0]
        part = self._parts.get(section)
        if part is not None:
            self.ensureWidgetVisible(part)
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_period(self, period: ReportingPeriod | None) -> None:
        self._report = self._drawn = None
        for box in self.boxes.values():
            box.start_over()
        self.written.clear()
        if period is not None:
            self.labels["IV"].setText(f"{HEADINGS['IV']} {next_words(period.span)}")

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        self._report = standing.report
        for section, box in self.boxes.items():
            box.show_saved(standing.report.words.get(section, ""))
            box.setReadOnly(standing.issued)
        if self.isVisible():
            self._draw_written()

    def showEvent(self, event: QShowEvent) -> None:
        """Write the sentences of section II when somebody looks."""
        super().showEvent(event)
        self._draw_written()

    def _draw_written(self) -> None:
        if self._report is not None and self._report != self._drawn:
            self._drawn = self._report
            self._files.task(self, partial(written_section, self._drawn)).on_success(self._on_sentences).start()

    @Slot(object)
    def _on_sentences(self, paragraphs: tuple[str, ...]) -> None:
        bar = self.written.verticalScrollBar()
        place = bar.value()
        self.written.setHtml("".join(f"<p style='margin: 0 0 6px 0'>{text}</p>" for text in paragraphs))
        bar.setValue(place)

    @Slot()
    def _on_leaving(self) -> None:
        for box in self.boxes.values():
            box.save()

    @Slot(str, str)
    def _on_left(self, section: str, text: str) -> None:
        if self._session.period is not None:
            self._session.write(section, text, self._session.period).start()


def written_section(report: Report) -> tuple[str, ...]:
    """Return the paragraphs of section II as rich text; for a thread beside the window's."""
    from exporters.document import Paragraph, Role
    from exporters.report import report_document

    found: list[str] = []
    inside = False
    for block in report_document(report).sections[0].blocks:
        if not isinstance(block, Paragraph):
            continue
        if block.role is Role.HEADING_ROMAN:
            inside = block.key == WRITTEN
        elif inside:
            heading = block.role is Role.HEADING_ARABIC
            found.append("".join(_rich(run.text, heading if run.bold is None else run.bold) for run in block.runs))
    return tuple(found)


def _rich(text: str, bold: bool) -> str:
    return f"<b>{escape(text)}</b>" if bold else escape(text)
