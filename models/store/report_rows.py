"""The SQL of reports: the officer's words, locked periods, and what was issued with its exact files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import cast

from models.errors import AppError
from models.store import archive, drafting_rows, fact_rows
from models.store.archive import FileState, KeptFile
from models.store.connection import Store
from models.store.guards import span_words
from models.store.transaction import Change
from models.understanding import PARSER, Understanding

CONTENT = "content"
"""The format of the kept file that only the program reads: what the report said, paragraph by paragraph."""
_PERIOD = "period_key, start, closing, locked, issued, why"
_ISSUE = "id, period_key, number, date, signer, position, issued_at, who"


@dataclass(frozen=True, slots=True)
class PeriodState:
    """Whether a period is locked, for which reason; `start` and `closing` are its days when it was locked.

    A locked period keeps its figures; its words too where it was `issued`.
    """

    period_key: str
    start: date
    closing: date
    locked: bool
    issued: bool
    why: str


@dataclass(frozen=True, slots=True)
class IssuedFile:
    """A file of an issued report, as it was sent."""

    name: str
    format: str
    kept: KeptFile


@dataclass(frozen=True, slots=True)
class Issue:
    """A report as it was issued: number, day, signer, when it was recorded and by whom, and its files."""

    id: int
    period_key: str
    number: str
    date: date
    signer: str
    position: str
    issued_at: datetime
    who: str
    files: tuple[IssuedFile, ...] = ()


def narratives(store: Store, period_key: str) -> dict[str, str]:
    """Return what the officer wrote for a period, by section."""
    sql = "SELECT section, text FROM narrative WHERE plan_id = ? AND period_key = ? ORDER BY section"
    return dict(store.rows(sql, [store.plan_id, period_key]))


def written_periods(store: Store) -> tuple[str, ...]:
    """Return the keys of the periods for which the officer wrote something."""
    sql = "SELECT DISTINCT period_key FROM narrative WHERE plan_id = ? AND text <> '' ORDER BY period_key"
    return tuple(key for (key,) in store.rows(sql, [store.plan_id]))


def save_narrative(change: Change, period_key: str, section: str, text: str) -> None:
    """Record the officer's words; an emptied section stays empty and does not go back to last period's words."""
    record = {"plan_id": change.plan_id, "period_key": period_key, "section": section, "text": text}
    change.upsert("narrative", record, ("plan_id", "period_key", "section"))


def period_states(store: Store) -> dict[str, PeriodState]:
    """Return every period that was ever locked, by its key."""
    rows = store.rows(f"SELECT {_PERIOD} FROM period_state WHERE plan_id = ? ORDER BY closing", [store.plan_id])
    return {row[0]: _period_state(*row) for row in rows}


def is_locked(store: Store, period_key: str) -> bool:
    """Tell whether a period is locked."""
    sql = "SELECT 1 FROM period_state WHERE plan_id = ? AND period_key = ? AND locked = 1"
    return bool(store.rows(sql, [store.plan_id, period_key]))


def is_issued(store: Store, period_key: str) -> bool:
    """Tell whether a period's report was issued and stands: it was not reopened since."""
    sql = "SELECT 1 FROM period_state WHERE plan_id = ? AND period_key = ? AND issued = 1"
    return bool(store.rows(sql, [store.plan_id, period_key]))


def lock_period(change: Change, period_key: str, start: date, closing: date) -> None:
    """Lock a period's figures and progress; the change set's reason is kept with it.

    What the officer reads differently is kept as it stands: a reading declared later must not change what was reported.
    """
    key = {"plan_id": change.plan_id, "period_key": period_key}
    if is_locked(change.store, period_key):
        return
    drafting_rows.save_understanding(change, period_key, Understanding(PARSER, fact_rows.readings(change.store)))
    record = {**key, "start": start, "closing": closing, "locked": True, "why": change.why}
    change.upsert("period_state", record, tuple(key))


def reopen_period(change: Change, period_key: str) -> None:
    """Unlock a period; the change set has to carry the reason.

    What was understood at closing stays in its row until the next closing, for an undo that locks the period again.
    """
    row_id = change.find("period_state", {"plan_id": change.plan_id, "period_key": period_key, "locked": True})
    if row_id is None:
        raise AppError(f"Kỳ {span_words(period_key)} chưa khóa nên không cần mở lại.")
    change.update("period_state", row_id, {"locked": False, "issued": False, "why": change.why})


def record_issue(
    change: Change,
    period_key: str,
    start: date,
    closing: date,
    *,
    number: str,
    day: date,
    signer: str,
    position: str = "",
    files: Sequence[tuple[str, str, Path | bytes]],
) -> Issue:
    """Keep the exact files (name, format, content) of an issued report and lock its period.

    One of the format CONTENT is what the report said, for the program: it is kept like the others, but not listed.
    """
    folder = archive.files_folder(change.store.path)
    kept = tuple(IssuedFile(name, form, archive.keep(folder, content)) for name, form, content in files)
    record = {"period_key": period_key, "number": number, "date": day, "signer": signer, "position": position}
    own = {"plan_id": change.plan_id, "issued_at": change.at, "who": change.who}
    issue_id = change.insert("issue", record | own)
    for file in kept:
        row = {"issue_id": issue_id, "name": file.name, "format": file.format}
        change.insert("issue_file", row | {"sha256": file.kept.sha256, "size": file.kept.size})
    lock_period(change, period_key, start, closing)
    state = change.find("period_state", {"plan_id": change.plan_id, "period_key": period_key})
    change.update("period_state", cast("int", state), {"issued": True})
    shown = tuple(file for file in kept if file.format != CONTENT)
    return Issue(issue_id, period_key, number, day, signer, position, change.at, change.who, shown)


def issues(store: Store, period_key: str | None = None) -> tuple[Issue, ...]:
    """Return what was issued, newest first; of one period, or of all."""
    rule = "" if period_key is None else " AND period_key = ?"
    values = [store.plan_id] if period_key is None else [store.plan_id, period_key]
    rows = store.rows(f"SELECT {_ISSUE} FROM issue WHERE plan_id = ?{rule} ORDER BY id DESC", values)
    return tuple(_issue(store, *row) for row in rows)


def kept_content(store: Store, issue_id: int) -> IssuedFile | None:
    """Return what an issued report said, as it was kept for the program; None where an older version issued it."""
    return next((file for file in _files_of(store, issue_id) if file.format == CONTENT), None)


def _files_of(store: Store, issue_id: int) -> tuple[IssuedFile, ...]:
    rows = store.rows("SELECT name, format, sha256, size FROM issue_file WHERE issue_id = ? ORDER BY id", [issue_id])
    return tuple(IssuedFile(name, form, KeptFile(sha256, size)) for name, form, sha256, size in rows)


def file_state(store: Store, file: IssuedFile) -> FileState:
    """Tell whether an issued file is still the one that was sent."""
    return archive.state(archive.files_folder(store.path), file.kept)


def kept_files(store: Store) -> tuple[IssuedFile, ...]:
    """Return every file of the archive that the store speaks of."""
    rows = store.rows("SELECT name, format, sha256, size FROM issue_file ORDER BY id")
    return tuple(IssuedFile(name, form, KeptFile(sha256, size)) for name, form, sha256, size in rows)


def _period_state(key: str, start: str, closing: str, locked: int, issued: int, why: str) -> PeriodState:
    return PeriodState(key, date.fromisoformat(start), date.fromisoformat(closing), bool(locked), bool(issued), why)


def _issue(
    store: Store,
    issue_id: int,
    period_key: str,
    number: str,
    day: str,
    signer: str,
    position: str,
    issued_at: str,
    who: str,
) -> Issue:
    files = tuple(file for file in _files_of(store, issue_id) if file.format != CONTENT)
    moment = datetime.fromisoformat(issued_at)
    return Issue(issue_id, period_key, number, date.fromisoformat(day), signer, position, moment, who, files)
