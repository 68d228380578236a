"""The report due next: which, to whom, until when, how much of it is told, and the way to it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton

from models.shown import day_text
from ui.pages.parts import GAP, MARGIN, Card, second

if TYPE_CHECKING:
    from models.duties import ReportingPeriod
    from models.overview import Overview
    from models.register import Entry

NOTHING_DUE = "Không còn báo cáo nào phải gửi"
BAR_WIDTH = 180


class DueCard(Card):
    """A card over the whole width."""

    report_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(NOTHING_DUE)
        self._period: ReportingPeriod | None = None
        self._build_words()
        self._build_progress()
        self.make.clicked.connect(self._on_make)

    def _build_words(self) -> None:
        self.make = QPushButton("Lập báo cáo")
        self.to = second()
        self.until = QLabel()
        self.until.setWordWrap(True)
        first = QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.make)
        self.body.addLayout(first)
        self.body.addWidget(self.to)
        self.body.addWidget(self.until)

    def _build_progress(self) -> None:
        self.told = QProgressBar()
        self.told.setTextVisible(False)
        self.told.setFixedSize(BAR_WIDTH, 10)
        self.told.setAccessibleName("Chỉ tiêu có số liệu")
        self.counts = second()
        line = QHBoxLayout()
        line.setSpacing(MARGIN)
        line.addWidget(self.told)
        line.addWidget(self.counts, 1)
        self.body.setSpacing(GAP // 2)
        self.body.addLayout(line)

    def show_overview(self, overview: Overview, today: date) -> None:
        """Show the report due next, and how much of the period in work is told."""
        due = overview.due
        self._period = due.period if due else None
        self.title.setText(f"{_called(due.period)} · {due.words.lower()}" if due else NOTHING_DUE)
        self.to.setText(f"Gửi {', '.join(due.to)}" if due and due.to else "")
        self.to.setVisible(bool(self.to.text()))
        self._tell_until(due)
        self.make.setVisible(due is not None)
        (told, asked), (tasks_told, tasks) = overview.figures, overview.progress
        self.told.setMaximum(max(1, asked))
        self.told.setValue(told)
        self.counts.setText(
            f"Số liệu {overview.period.span.short()}: {told}/{asked} chỉ tiêu có số liệu, "
            f"{tasks_told}/{tasks} nhiệm vụ đã ghi tiến độ hoặc đã xong"
        )

    def _tell_until(self, due: Entry | None) -> None:
        self.until.setText(_until(due) if due else "")
        self.until.setVisible(due is not None)
        late = due is not None and due.days_left is not None and due.days_left <= 0
        self.until.setProperty("kind", "late" if late else "")
        self.until.style().polish(self.until)

    @Slot()
    def _on_make(self) -> None:
        self.report_asked.emit(self._period)


def _called(period: ReportingPeriod) -> str:
    from models.to_do import report_called

    return report_called(period)


def _until(due: Entry) -> str:
    """Say until when a report is to be sent and how long that is."""
    closing = f"Chốt số liệu {day_text(due.period.closing)}"
    if due.days_left is None or due.period.send_by is None:
        return f"{closing}, chưa quy định hạn gửi"
    left = due.days_left
    words = f"■ quá hạn {-left} ngày" if left < 0 else "▲ hạn gửi là hôm nay" if not left else f"còn {left} ngày"
    return f"{closing}, hạn gửi {day_text(due.period.send_by)} ({words})"
