"""The SQL of the register of reports: what became of every period's report, read in a few queries for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.store.connection import Store

_BEGUN = "narrative", "sentence", "issue"


@dataclass(frozen=True, slots=True)
class Issued:
    """Number, day and signer of a report as it was issued."""

    id: int
    number: str
    date: date
    signer: str


def issued(store: Store) -> dict[str, tuple[Issued, ...]]:
    """Return the issues of every period, oldest first, also of one that was reopened since."""
    sql = "SELECT period_key, id, number, date, signer FROM issue WHERE plan_id = ? ORDER BY id"
    found: dict[str, tuple[Issued, ...]] = {}
    for key, issue_id, number, day, who in store.rows(sql, [store.plan_id]):
        found[key] = (*found.get(key, ()), Issued(issue_id, number, date.fromisoformat(day), who))
    return found


def begun(store: Store) -> frozenset[str]:
    """Return the periods of whose report there is a draft: words of the officer, or an issue."""
    sql = " UNION ".join(f"SELECT period_key FROM {table} WHERE plan_id = ?1" for table in _BEGUN)
    return frozenset(key for (key,) in store.rows(sql, [store.plan_id]))


def open_remarks(store: Store) -> dict[str, int]:
    """Return how many of the leaders' remarks on each period's report are not answered."""
    sql = "SELECT period_key, count(*) FROM remark WHERE plan_id = ? AND answer = '' GROUP BY period_key"
    return dict(store.rows(sql, [store.plan_id]))
