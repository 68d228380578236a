"""The SQL of evidence: which kept files prove what a row reports for which days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from models.evidence_files import Evidence
from models.store.archive import KeptFile
from models.store.connection import Store
from models.store.transaction import Change

_COLUMNS = "id, row_key, start, as_of, name, media, note, sha256, size"
_KEY = ("plan_id", "row_key", "start", "as_of", "sha256")


def evidence(store: Store, row_key: str | None = None) -> tuple[Evidence, ...]:
    """Return the evidence of the current plan, or of one of its rows, the oldest days first."""
    rule, values = ("", []) if row_key is None else (" AND row_key = ?", [row_key])
    sql = f"SELECT {_COLUMNS} FROM evidence WHERE plan_id = ?{rule} ORDER BY as_of, start, id"
    return tuple(_evidence(*row) for row in store.rows(sql, [store.plan_id, *values]))


def counts(store: Store, start: date, closing: date) -> Mapping[tuple[str, bool], int]:
    """Return how many files prove something by row: those that close on that day (True), and earlier ones within."""
    sql = (
        "SELECT row_key, as_of = :closing, count(*) FROM evidence WHERE plan_id = :plan "
        "AND as_of <= :closing AND (as_of = :closing OR start >= :start) GROUP BY 1, 2"
    )
    values = {"plan": store.plan_id, "start": start.isoformat(), "closing": closing.isoformat()}
    rows = store.connection.execute(sql, values)
    return {(key, bool(there)): number for key, there, number in rows}


def add(change: Change, record: Evidence) -> bool:
    """Add a file; False where the row has the same file for the same days already."""
    values: dict[str, object] = {
        "plan_id": change.plan_id,
        "row_key": record.row_key,
        "start": record.start,
        "as_of": record.as_of,
        "sha256": record.kept.sha256,
    }
    if change.find("evidence", {column: values[column] for column in _KEY}) is not None:
        return False
    own = {"name": record.name, "media": record.media, "note": record.note, "size": record.kept.size}
    change.insert("evidence", values | own)
    return True


def describe(change: Change, evidence_id: int, name: str, note: str) -> None:
    """Name a file anew, or write a note to it."""
    change.update("evidence", evidence_id, {"name": name, "note": note})


def erase(change: Change, evidence_id: int) -> None:
    """Take a file away; its bytes stay in the archive."""
    change.delete("evidence", evidence_id)


def _evidence(
    evidence_id: int, row_key: str, start: str, as_of: str, name: str, media: str, note: str, *kept: Any
) -> Evidence:
    days = (date.fromisoformat(start), date.fromisoformat(as_of))
    return Evidence(evidence_id, row_key, *days, name, media, note, KeptFile(*kept))
