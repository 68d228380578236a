"""What the lane does for the window: stores opened, made, written to. Every function runs on the lane's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from models.errors import AppError, BadFigures
from ui.standing import last_undoable
from ui.surroundings import Surroundings

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
Write = Callable[["Desk", str, datetime], T]
"""A write: the desk, who writes, when."""


def open_store(path: Path) -> Store:
    """Open a store file to write."""
    from models.store.connection import Store

    return Store.open(path)


def create_store(path: Path, plan: str, who: str, at: datetime) -> Store:
    """Make a new store for a built-in plan or a plan file."""
    from importers.plan_files import load_plan
    from models.store.connection import Store

    return Store.create(path, load_plan(plan), who=who, at=at)


def open_sample(surroundings: Surroundings, plan: str) -> Store:
    """Open the store of a plan's made-up figures; make it where it is missing."""
    store = surroundings.sample_of(plan)
    if not store.exists():
        new = store.with_name(f"moi-{store.name}")
        new.unlink(missing_ok=True)
        surroundings.make_sample(new, plan)
        new.replace(store)  # only a whole sample gets its name
        new.with_name(f"{new.name}.lock").unlink(missing_ok=True)
    return open_store(store)


def list_periods(desk: Desk, *, year: int) -> tuple[ReportingPeriod, ...]:
    """Return a year's periods."""
    return desk.periods(year)


def by_whom(write: Write[T], surroundings: Surroundings, desk: Desk) -> T:
    """Write under the officer's name: the one in the store, else the user of this computer."""
    from models.store import setting_rows

    return write(desk, setting_rows.officer(desk.store) or surroundings.user, surroundings.now())


def record(line: FigureLine, period: ReportingPeriod, desk: Desk, who: str, at: datetime) -> None:
    """Record one line of figures; what is wrong with it is said without speaking of a file."""
    try:
        desk.record(period, [line], who=who, at=at)
    except BadFigures as error:  # its own sentence speaks of a file
        raise AppError(" ".join(problem.reason for problem in error.problems)) from error


def record_block(
    lines: Sequence[FigureLine], label: str, period: ReportingPeriod, desk: Desk, who: str, at: datetime
) -> None:
    """Record the lines of a block of cells in one change set; where one is wrong, none is recorded."""
    try:
        desk.record(period, lines, who=who, at=at, label=label)
    except BadFigures as error:  # its own sentence speaks of a file
        raise AppError("\n".join(problem.reason for problem in error.problems)) from error


def clear(row_key: str, field: str, period: ReportingPeriod, desk: Desk, who: str, at: datetime) -> None:
    """Empty one field."""
    desk.clear(period, row_key, field, who=who, at=at)


def write(section: str, text: str, period: ReportingPeriod, desk: Desk, who: str, at: datetime) -> None:
    """Record the officer's words."""
    desk.write(period, section, text, who=who, at=at)


def change_frame(changes: Mapping[str, str | None], duty_id: str | None, desk: Desk, who: str, at: datetime) -> Office:
    """Set fields of the office's frame."""
    from models import frame_settings

    return frame_settings.change_frame(desk, changes, duty_id, who=who, at=at)


def issue(
    signing: Signing, why: str, version: str, period: ReportingPeriod, desk: Desk, who: str, at: datetime
) -> Issue:
    """Make, keep and lock a report; `why` where something grave still stands against it."""
    from exporters.issuing import issue_report

    return issue_report(desk, period, signing, why=why, who=who, at=at, app=version)


def reopen(why: str, period: ReportingPeriod, desk: Desk, who: str, at: datetime) -> None:
    """Unlock a period after a backup."""
    from models.store import backup

    backup.before_reopening(desk.store, at)
    desk.reopen_period(period, why=why, who=who, at=at)


def take_back(desk: Desk, who: str, at: datetime) -> UndoReport | None:
    """Take the last change back; None where there is none that the window's undo takes."""
    from models.store.undoing import undo

    undoable = last_undoable(desk)
    return None if undoable is None else undo(desk.store, undoable.id, who=who, at=at)


def do_again(desk: Desk, who: str, at: datetime) -> UndoReport | None:
    """Do again what was taken back last; None where something new was done since."""
    from models.store import change_rows
    from models.store.undoing import undo

    redoable = change_rows.last_redoable(desk.store)
    return None if redoable is None else undo(desk.store, redoable.id, who=who, at=at)
