"""What the window shows of the open store at one moment; read on the database lane, frozen, so any thread may look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.duties import ReportingPeriod
from models.plans import Plan
from models.reports import Report

if TYPE_CHECKING:
    from models.changes import ChangeSet
    from models.checks import Warning
    from models.desk import Desk
    from models.store.report_rows import Issue

SAMPLE_ORIGIN = "sample"


@dataclass(frozen=True, slots=True)
class OpenStore:
    """A store that was just opened: its plan, whether its figures are made up, and the period to work on."""

    path: Path
    plan: Plan
    sample: bool
    period: ReportingPeriod | None
    year: int
    periods: tuple[ReportingPeriod, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A period as it stands: every row judged, whether it is locked, what undo and redo would do, what does not fit."""

    report: Report
    locked: bool
    issued: bool
    undo: str
    redo: str
    saved_at: datetime
    warnings: tuple[Warning, ...] = ()

    @property
    def period(self) -> ReportingPeriod:
        """Return the period that this speaks of."""
        return self.report.period


@dataclass(frozen=True, slots=True)
class IssuedReport:
    """An issued report with the state of each of its files, in words."""

    issue: Issue
    states: tuple[str, ...]
    files_folder: Path


def read_open_store(desk: Desk, today: date) -> OpenStore:
    """Read what the window shows first of a store."""
    from models.status import in_work
    from models.store import setting_rows

    period = in_work(desk.due(today), today)
    year = period.span.year if period else today.year
    periods = desk.periods(year)
    if period is None:
        closed = [own for own in periods if own.closing <= today]
        period = closed[-1] if closed else next(iter(periods), None)
    return OpenStore(desk.store.path, desk.plan, setting_rows.is_sample(desk.store), period, year, periods)


def read_standing(desk: Desk, period: ReportingPeriod) -> Standing:
    """Read a period as it stands."""
    from models.store import change_rows, report_rows

    store = desk.store
    undoable, redoable = last_undoable(desk), change_rows.last_redoable(store)
    undone = change_rows.change_set(store, redoable.undoes) if redoable and redoable.undoes else None
    report = desk.report(period)
    return Standing(
        report=report,
        locked=report_rows.is_locked(store, period.key),
        issued=report_rows.is_issued(store, period.key),
        undo=undoable.label if undoable else "",
        redo=undone.label if undone else "",
        saved_at=change_rows.recent(store, 1)[0].at,
        warnings=desk.warnings(report),
    )


def last_undoable(desk: Desk) -> ChangeSet | None:
    """Return what the window's undo takes back; not what makes a store a sample, which would leave it bare."""
    from models.store import change_rows

    found = change_rows.last_undoable(desk.store)
    return found if found is not None and found.origin != SAMPLE_ORIGIN else None


def read_issued(desk: Desk, period: ReportingPeriod) -> tuple[IssuedReport, ...]:
    """Read what was issued for a period, and whether the kept files are still the ones that were sent."""
    from models.store import archive, report_rows

    folder = archive.files_folder(desk.store.path)
    return tuple(
        IssuedReport(
            issue,
            tuple(archive.FILE_STATE_WORDS[report_rows.file_state(desk.store, file)] for file in issue.files),
            folder,
        )
        for issue in report_rows.issues(desk.store, period.key)
    )
