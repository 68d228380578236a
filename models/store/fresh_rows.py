"""Records that stay in memory between readings: what the log says was changed since is read again, and nothing else.

Twenty years of months are thousands of records, and a window reads them anew after every edit. The log is written by
the store itself with every change, so it also tells what another program has written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from models.store.connection import Store

T = TypeVar("T")
MANY = 200
"""From so many changed rows on, reading the whole table is no slower."""


class Kept(NamedTuple):
    """What was read of a table, by row of the plan, and the last entry of the log at that moment."""

    plan_id: int
    upto: int
    rows: Mapping[str, Any]


def fresh(store: Store, table: str, read: Callable[[Sequence[str] | None], Mapping[str, T]]) -> Mapping[str, T]:
    """Return a table's records by row of the plan as they stand; `read` reads those of some rows, or of all.

    Within an open change set everything is read: what it wrote may yet be taken back.
    """
    if store.is_changing:
        return read(None)
    plan_id, upto = store.plan_id, _last_entry(store)  # before the rows: what comes between is read again next time
    kept = store.kept.get(table)
    if kept is None or kept.plan_id != plan_id:
        rows = read(None)
    elif kept.upto == upto:
        return kept.rows
    else:
        keys = _changed(store, table, kept.upto)
        rows = _with(kept.rows, keys, read(keys)) if len(keys) < MANY else read(None)
    store.kept[table] = Kept(plan_id, upto, rows)
    return rows


def _with(old: Mapping[str, T], keys: Sequence[str], new: Mapping[str, T]) -> Mapping[str, T]:
    rest = {key: old[key] for key in old.keys() - set(keys)} | dict(new)
    return {key: rest[key] for key in sorted(rest)}


def _last_entry(store: Store) -> int:
    return int(store.rows("SELECT coalesce(max(id), 0) FROM change_entry")[0][0])


def _changed(store: Store, table: str, upto: int) -> list[str]:
    """Return the rows of the plan whose records of a table were written since an entry of the log."""
    since = "FROM change_entry WHERE id > ? AND table_name = ?"
    sql = (
        f"SELECT coalesce(new, old) {since} AND column_name = 'row_key' "
        f"UNION SELECT row_key FROM {table} WHERE id IN (SELECT row_id {since})"
    )
    return [key for (key,) in store.rows(sql, [upto, table] * 2)]
