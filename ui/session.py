"""The open store as the window sees it: what is asked of the lane, and what it answers to all pages at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from models.errors import AppError
from ui import lane_work, messages
from ui.gateway import Lane, Task
from ui.standing import (
    IssuedReport,
    OpenStore,
    Standing,
    read_issued,
    read_open_store,
    read_standing,
)
from ui.surroundings import SAMPLE_PLAN, Surroundings

if TYPE_CHECKING:
    from models.changes import UndoReport
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.figure_lines import FigureLine
    from models.office import Office
    from models.reports import Signing
    from models.store.connection import Store
    from models.store.report_rows import Issue

T = TypeVar("T")


class Session(QObject):
    """One store at a time. Every write is one change set, saved at once; afterwards `standing_changed` tells all."""

    opened = Signal(object)
    """An OpenStore."""
    closed = Signal()
    periods_listed = Signal(int, object)
    period_chosen = Signal(object)
    standing_changed = Signal(object)
    """A Standing."""
    issued_changed = Signal(object)
    """The IssuedReports of the period."""
    leaving = Signal()
    """Whatever is still in an editor is to be saved now."""
    told = Signal(str)
    """A sentence for the status line."""

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.surroundings = surroundings
        self.lane = Lane(surroundings.now, self)
        self.store: OpenStore | None = None
        self.period: ReportingPeriod | None = None
        self.standing: Standing | None = None
        self.issued: tuple[IssuedReport, ...] | None = None
        self.is_opening = False
        self._latest = 0
        self._is_ending = False

    # --- which store

    def open(self, path: Path) -> None:
        """Open a store file."""
        self._begin(partial(lane_work.open_store, path))

    def create(self, path: Path, plan: str) -> None:
        """Make a new store for a built-in plan or a plan file, and open it."""
        self._begin(partial(lane_work.create_store, path, plan, self.surroundings.user, self.surroundings.now()))

    def begin(self, make: Callable[[], Store]) -> None:
        """Make or open a store on the lane, and show it."""
        self._begin(make)

    def open_sample(self, plan: str = SAMPLE_PLAN) -> None:
        """Open the store of a plan's made-up figures; it is made in the data folder where it is missing."""
        self._begin(partial(lane_work.open_sample, self.surroundings, plan))

    def close(self) -> Task[None]:
        """Return the task that backs the store up and closes it."""
        self.leaving.emit()
        self._is_ending = True
        return self.lane.close_store(self).on_end(self._on_closed)

    def _begin(self, make: Callable[[], Store]) -> None:
        self.leaving.emit()
        self._is_ending = self.is_opening = True
        self.told.emit("Đang mở sổ…")
        read = partial(read_open_store, today=self.today())
        self.lane.open(self, make, read).on_success(self._on_opened).on_failure(self._on_not_opened).start()

    @Slot(object)
    def _on_opened(self, store: OpenStore) -> None:
        self.store, self.period = store, None
        self._is_ending = self.is_opening = False
        self.told.emit("")
        self.opened.emit(store)
        self.periods_listed.emit(store.year, store.periods)
        self.choose_period(store.period)

    @Slot(object)
    def _on_not_opened(self, error: AppError) -> None:
        self._on_closed()
        self.told.emit("")
        messages.show(self, error)

    @Slot()
    def _on_closed(self) -> None:
        self.store = self.period = self.standing = self.issued = None
        self._is_ending = self.is_opening = False
        self.closed.emit()

    # --- which period

    def today(self) -> date:
        """Return the present day."""
        return self.surroundings.now().date()

    def choose_year(self, year: int) -> None:
        """List the periods of another year."""
        read: Callable[[Desk], tuple[ReportingPeriod, ...]] = partial(lane_work.list_periods, year=year)
        self.lane.ask(self, read).on_success(partial(self.periods_listed.emit, year)).start()

    def choose_period(self, period: ReportingPeriod | None) -> None:
        """Work on another period."""
        self.leaving.emit()
        self.period, self.standing, self.issued = period, None, None
        self.period_chosen.emit(period)
        self.refresh()
        self.read_issued()

    # --- reading

    def ask(self, parent: QObject, work: Callable[[Desk], T]) -> Task[T]:
        """Return a task that reads something of the store."""
        return self.lane.ask(parent, work)

    def refresh(self) -> None:
        """Read the period anew; a reading that a later one will overtake is skipped."""
        if self.period is None or self._is_ending:
            return
        self._latest += 1
        read: Callable[[Desk], Standing | None] = partial(self._read, self._latest, self.period)
        self.lane.ask(self, read).on_success(self._on_read).start()

    def _read(self, number: int, period: ReportingPeriod, desk: Desk) -> Standing | None:
        return read_standing(desk, period) if number == self._latest else None

    @Slot(object)
    def _on_read(self, standing: Standing | None) -> None:
        if standing is not None and self.period == standing.period:
            self.standing = standing
            self.standing_changed.emit(standing)

    def read_issued(self) -> None:
        """Read what was issued for the period."""
        if self.period is None or self._is_ending:
            return
        read: Callable[[Desk], tuple[IssuedReport, ...]] = partial(read_issued, period=self.period)
        self.lane.ask(self, read).on_success(self._on_issued).start()

    @Slot(object)
    def _on_issued(self, reports: tuple[IssuedReport, ...]) -> None:
        self.issued = reports
        self.issued_changed.emit(reports)

    # --- writing

    def record(self, line: FigureLine, period: ReportingPeriod) -> Task[None]:
        """Return the task that records one line of figures in a period."""
        return self.change(partial(lane_work.record, line, period))

    def record_block(self, lines: Sequence[FigureLine], label: str, period: ReportingPeriod) -> Task[None]:
        """Return the task that records the lines of a block of cells in one change set, which `label` names."""
        return self.change(partial(lane_work.record_block, lines, label, period))

    def clear(self, row_key: str, field: str, period: ReportingPeriod) -> Task[None]:
        """Return the task that empties one field of a row's record of a period."""
        return self.change(partial(lane_work.clear, row_key, field, period))

    def write(self, section: str, text: str, period: ReportingPeriod) -> Task[None]:
        """Return the task that records the officer's words for a section of a period's report."""
        return self.change(partial(lane_work.write, section, text, period))

    def change_frame(self, changes: Mapping[str, str | None], duty_id: str | None) -> Task[Office]:
        """Return the task that sets fields of the office's frame, for all reports or for those of one duty."""
        return self.change(partial(lane_work.change_frame, changes, duty_id))

    def issue(self, signing: Signing, period: ReportingPeriod, why: str = "") -> Task[Issue]:
        """Return the task that makes a report with its number, keeps its files and locks the period."""
        issue = partial(lane_work.issue, signing, why, self.surroundings.version, period)
        return self.change(issue).on_end(self.read_issued)

    def reopen(self, why: str, period: ReportingPeriod) -> Task[None]:
        """Return the task that unlocks a period, after a backup."""
        return self.change(partial(lane_work.reopen, why, period)).on_end(self.read_issued)

    def undo(self) -> None:
        """Take the last change back."""
        self.leaving.emit()
        self.change(lane_work.take_back).on_success(self._on_undone).start()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.leaving.emit()
        self.change(lane_work.do_again).on_success(self._on_redone).start()

    def change(self, write: lane_work.Write[T]) -> Task[T]:
        """Return a task that writes (the lane gives desk, who and when), after which the period is read anew."""
        work: Callable[[Desk], T] = partial(lane_work.by_whom, write, self.surroundings)
        return self.lane.ask(self, work).on_end(self.refresh)

    @Slot(object)
    def _on_undone(self, report: UndoReport | None) -> None:
        if report is not None:
            self._tell_undo(report.sentence, report)

    @Slot(object)
    def _on_redone(self, report: UndoReport | None) -> None:
        if report is not None:
            self._tell_undo(report.undone.label.replace("Hoàn tác:", "Đã làm lại:", 1), report)

    def _tell_undo(self, sentence: str, report: UndoReport) -> None:
        self.told.emit(sentence)
        if report.problems:
            messages.tell(self, "\n".join([sentence, *report.problems]))
