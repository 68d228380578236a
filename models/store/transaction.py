"""The open change set: every write of the store goes through it, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, cast

from models.actuals import Origin
from models.store.guards import refusal
from models.store.values import stored, stored_record

if TYPE_CHECKING:
    from sqlite_utils import Database

    from models.store.connection import Store


@contextmanager
def immediate(connection: sqlite3.Connection) -> Iterator[None]:
    """Run a block as one transaction that holds the write lock from its first moment; any error takes it all back."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """Run reads as one transaction, so that they see one moment."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


class NothingChanged(Exception):
    """Ends a change set in which nothing was written, so that its transaction is taken back."""


class Change:
    """An open change set: who changes what and why, and the only way to write."""

    def __init__(self, store: Store, change_id: int, who: str, at: datetime, why: str, origin: Origin) -> None:
        self.store = store
        self.id = change_id
        self.who = who
        self.at = at
        self.why = why
        self.origin: Origin = origin
        self.kept = False

    @property
    def plan_id(self) -> int:
        """Return the current plan's id."""
        return self.store.plan_id

    def insert(self, table: str, record: Mapping[str, object]) -> int:
        """Add a row and return its id."""
        with self._guarded(record):
            return cast("int", self._database.table(table).insert(stored_record(record)).last_rowid)

    def upsert(self, table: str, record: Mapping[str, object], key: Sequence[str]) -> None:
        """Add a row, or change the one that has the same key; only values that differ reach the log."""
        with self._guarded(record):
            self._database.table(table).upsert(stored_record(record), pk=tuple(key))

    def update(self, table: str, row_id: int, values: Mapping[str, object]) -> None:
        """Change some columns of a row."""
        with self._guarded(self._row(table, row_id) | dict(values)):
            self._database.table(table).update(row_id, stored_record(values))

    def delete(self, table: str, row_id: int) -> None:
        """Take a row away."""
        with self._guarded(self._row(table, row_id)):
            self._database.table(table).delete(row_id)

    def find(self, table: str, key: Mapping[str, object]) -> int | None:
        """Return the id of the row that has this key."""
        rule = " AND ".join(f"{column} = ?" for column in key)
        found = self.store.rows(f"SELECT id FROM {table} WHERE {rule}", [stored(value) for value in key.values()])
        return int(found[0][0]) if found else None

    def is_empty(self) -> bool:
        """Tell whether nothing was changed so far."""
        return not self.store.rows("SELECT 1 FROM change_entry WHERE change_set_id = ? LIMIT 1", [self.id])

    @property
    def _database(self) -> Database:
        return self.store.database

    def _row(self, table: str, row_id: int) -> dict[str, object]:
        rows = self.store.records(f"SELECT * FROM {table} WHERE id = ?", [row_id])
        return rows[0] if rows else {}

    @contextmanager
    def _guarded(self, row: Mapping[str, object]) -> Iterator[None]:
        """Let the store's own refusals speak."""
        try:
            yield
        except sqlite3.IntegrityError as error:
            spoken = refusal(self.store.connection, error, stored_record(row))
            if spoken is None:
                raise
            raise spoken from error


def begin(
    store: Store, label: str, who: str, at: datetime, why: str, origin: Origin, undoes: int | None = None
) -> Change:
    """Open a change set inside the running transaction."""
    values = [stored(value) for value in (at, who, why, origin, label, undoes)]
    cursor = store.connection.execute(
        "INSERT INTO change_set (at, who, why, origin, label, undoes) VALUES (?, ?, ?, ?, ?, ?)", values
    )
    change_id = cast("int", cursor.lastrowid)
    store.connection.execute("INSERT INTO open_change_set (one, change_set_id) VALUES (1, ?)", [change_id])
    return Change(store, change_id, who, at, why, origin)


def end(change: Change) -> None:
    """Close a change set, so that nothing can be written until the next one."""
    if change.is_empty():
        raise NothingChanged
    change.store.connection.execute("DELETE FROM open_change_set")
