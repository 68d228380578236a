"""The preview kept up with the report: laid out on a thread of its own, older work is dropped for newer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.gateway import Runner
from ui.session import Session
from ui.standing import Standing

if TYPE_CHECKING:
    from exporters.preview import Preview, PreviewSection
    from models.duties import ReportingPeriod
    from models.reports import Report

PAUSE = 60
"""Milliseconds after the last key: a fast typist's next key comes sooner."""


class LivePreview(QObject):
    """Lays the report of the open period out whenever it changes, while somebody looks."""

    laid_out = Signal(object)
    """The PreviewSections of the report as it stands."""
    started_over = Signal()
    """Another period was chosen."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = Runner("preview", self)
        self._preview: Preview | None = None
        self._report: Report | None = None
        self._drawn: Report | None = None
        self._typed: dict[str, str] = {}
        self._latest = self._dropped = 0
        self._looked_at = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_pause)
        session.period_chosen.connect(self._on_period)
        session.standing_changed.connect(self._on_standing)
        if session.standing is not None:
            self._on_standing(session.standing)

    def look(self, looked_at: bool) -> None:
        """Lay out while the pages are looked at, and only then."""
        self._looked_at = looked_at
        self._on_pause()

    def type(self, section: str, text: str) -> None:
        """Show words that are being typed and not saved yet."""
        self._typed[section] = text
        self._pause.start()

    def stop(self) -> None:
        """End the thread; what is under way is dropped."""
        self._drop()
        self._runner.stop()

    def _drop(self) -> None:
        """Let nothing that was begun until now be shown any more, not even what is laid out and about to be told."""
        self._latest += 1
        self._dropped = self._latest

    @Slot(object)
    def _on_period(self, _: ReportingPeriod | None) -> None:
        self._drop()
        self._typed.clear()
        self._report = self._drawn = None
        self.started_over.emit()

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        self._report = None if standing.period.duty.direction == "incoming" else standing.report
        saved = standing.report.words
        self._typed = {section: text for section, text in self._typed.items() if saved.get(section, "") != text.strip()}
        self._on_pause()

    @Slot()
    def _on_pause(self) -> None:
        if self._report is None or not self._looked_at:
            return
        report = replace(self._report, words={**self._report.words, **self._typed}) if self._typed else self._report
        if report == self._drawn:
            return
        self._drawn = report
        self._latest += 1
        work = partial(self._lay_out, self._latest, report)
        self._runner.task(self, work).on_success(partial(self._on_laid_out, self._latest)).start()

    def _lay_out(self, number: int, report: Report) -> tuple[PreviewSection, ...] | None:
        """Lay a report out unless a newer one waits; called on the runner's thread."""
        from exporters.preview import Preview, PreviewCancelled
        from exporters.report import report_document

        if self._is_old(number):
            return None
        self._preview = self._preview or Preview()
        try:
            return self._preview.lay_out(report_document(report), partial(self._is_old, number))
        except PreviewCancelled:
            return None

    def _is_old(self, number: int) -> bool:
        return number != self._latest

    def _on_laid_out(self, number: int, sections: tuple[PreviewSection, ...] | None) -> None:
        if sections is not None and number > self._dropped:
            self.laid_out.emit(sections)
