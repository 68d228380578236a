"""The left column of a report: its outline with the officer's words, and the sentences that write themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from models.errors import AppError
from ui import messages
from ui.gateway import Runner
from ui.report import outline_work
from ui.report.format_row import FormatRow
from ui.report.heading_views import heading_views
from ui.report.outline_acts import OutlineActs
from ui.report.outline_list import OutlineList
from ui.session import Session
from ui.standing import Standing

if TYPE_CHECKING:
    from exporters.written_over import Unit
    from models.duties import ReportingPeriod
    from models.report_desk import Carried
    from models.reports import Report
    from ui.report.rich_words import RichWords
    from ui.report.sentence_part import SentencePart


class Outline(QWidget):
    """The outline of the report in work; words are saved when the focus leaves their box."""

    typed = Signal(str, str)
    """Section and text while they are being typed."""

    def __init__(self, session: Session, files: Runner) -> None:
        super().__init__()
        self._session = session
        self._files = files
        self._report: Report | None = None
        self._drawn: Report | None = None
        self._offered_to: object = None
        self.list = OutlineList()
        self.acts = OutlineActs(session, self.list)
        self.format = FormatRow(self)
        self.carry = _CarryNotice()
        self._build()
        self._connect()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.format)
        layout.addWidget(self.carry)
        layout.addWidget(self.list, 1)

    def _connect(self) -> None:
        self._session.period_chosen.connect(self._on_period)
        self._session.standing_changed.connect(self._on_standing)
        self._session.leaving.connect(self.list.save)
        self.list.typed.connect(self.typed)
        self.list.left.connect(self._on_left)
        self.list.overwritten.connect(self._on_overwritten)
        self.list.restored.connect(self._on_restored)
        self.carry.button.clicked.connect(self._on_carry)
        if self._session.standing is not None:
            self._on_standing(self._session.standing)

    @property
    def boxes(self) -> dict[str, RichWords]:
        """Return the boxes for the officer's words by section, in the order of the outline."""
        return self.list.boxes

    @property
    def sentences(self) -> dict[str, SentencePart]:
        """Return the sentences that write themselves by their key."""
        return self.list.sentences

    def written_text(self) -> str:
        """Return all that writes itself, one sentence or list after the other."""
        return "\n".join(part.text() for part in self.sentences.values())

    @Slot(str)
    def go_to(self, key: str) -> None:
        """Bring a paragraph's sentence, or the box of its section, into view, ready to be typed in."""
        self.list.go_to(key)

    # --- what is shown

    @Slot(object)
    def _on_period(self, _: ReportingPeriod | None) -> None:
        self._report = self._drawn = self._offered_to = None
        self.carry.hide()
        self.list.start_over()

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        report = self._report = standing.report
        views = heading_views(report)
        self.list.show_headings(views, report.words, locked=standing.issued)
        self.list.go_to(self.acts.new_one([view.id for view in views]))
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Write the sentences when somebody looks."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        """Ask for what writes itself and for last period's words, where they can have changed."""
        report, standing = self._report, self._session.standing
        if report is None or standing is None or report.period.duty.direction == "incoming":
            return
        if report != self._drawn:
            self._drawn = report
            read = partial(outline_work.read_units, report)
            self._files.task(self, read).on_success(partial(self._on_units, report)).start()
        offered_to = (report.period, dict(report.words), report.outline, standing.issued)
        if offered_to != self._offered_to:
            self._offered_to = offered_to
            offer = partial(outline_work.read_carried, report.period)
            self._session.ask(self, offer).on_success(partial(self._on_carried, offered_to)).start()

    def _on_units(self, report: Report, units: tuple[Unit, ...]) -> None:
        if report is self._drawn:
            self.list.show_units(units)

    def _on_carried(self, offered_to: object, carried: Carried | None) -> None:
        if offered_to is self._offered_to and self._session.standing is not None:
            offered = None if self._session.standing.issued else carried
            self.list.offer(offered.words if offered else ())
            self.carry.say(offered)

    # --- what is written

    @Slot(str, str)
    def _on_left(self, section: str, text: str) -> None:
        if self._session.period is not None:
            write = self._session.write(section, text, self._session.period)
            write.on_failure(partial(self._on_refused, section)).on_end(partial(self._on_saved, section)).start()

    def _on_saved(self, section: str) -> None:
        if section in self.list.parts:
            self.list.parts[section].box.settle()

    def _on_refused(self, section: str, error: AppError) -> None:
        """Say why words were not saved; they stay in their box."""
        if section in self.boxes:
            self.boxes[section].refuse()
        messages.show(self, error)

    @Slot(str, str, str)
    def _on_overwritten(self, key: str, text: str, over: str) -> None:
        if self._session.period is not None:
            self._session.change(partial(outline_work.overwrite, key, text, over, self._session.period)).start()

    @Slot(str)
    def _on_restored(self, key: str) -> None:
        if self._session.period is not None:
            self._session.change(partial(outline_work.restore, key, self._session.period)).start()

    @Slot()
    def _on_carry(self) -> None:
        self._session.leaving.emit()
        if self._session.period is not None:
            self._session.change(partial(outline_work.carry, None, self._session.period)).start()


class _CarryNotice(QFrame):
    """Says that last period's words can be taken over, and for how many headings."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.button = QPushButton("Lấy lại lời kỳ trước")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(self.label)
        layout.addWidget(self.button)
        self.hide()

    def say(self, carried: Carried | None) -> None:
        """Say what is offered, or nothing."""
        if carried is not None:
            count, span = len(carried.words), carried.period.span.short()
            self.label.setText(
                f"Kỳ {span} có lời của {count} mục mà kỳ này chưa viết. Lấy lại rồi sửa cho đúng kỳ này."
            )
        self.setVisible(carried is not None)
