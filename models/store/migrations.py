"""Numbered steps from an empty file to the present schema: appended, never changed, each in one transaction."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from models.store import schema, step_1, step_2, step_3, step_4
from models.store.transaction import immediate

STEPS = Migrations("so57")


@STEPS(name="1")
def _step_1(database: Database) -> None:
    database.executescript(step_1.SQL)


@STEPS(name="2")
def _step_2(database: Database) -> None:
    database.executescript(step_2.SQL)


@STEPS(name="3")
def _step_3(database: Database) -> None:
    database.executescript(step_3.SQL)


@STEPS(name="4")
def _step_4(database: Database) -> None:
    database.executescript(step_4.SQL)


def wrap(connection: sqlite3.Connection) -> Database:
    """Return sqlite-utils around an open connection, without its plugins."""
    return Database(connection, execute_plugins=False, strict=True)


def migrate(connection: sqlite3.Connection, steps: Migrations | None = None) -> None:
    """Take every pending step, each in one transaction at whose end all triggers are made anew.

    sqlite-utils' own transaction is a deferred BEGIN, so each step runs inside one of ours as a savepoint.
    Foreign keys are off meanwhile, so that a table can be rebuilt, and are checked before each commit.
    """
    steps = steps or STEPS
    database = wrap(connection)
    names = [step.name for step in steps.pending(database)]
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        for following in [*names[1:], None] if names else []:
            with immediate(connection):
                schema.drop_triggers(connection)
                steps.apply(database, stop_before=following)
                schema.make_triggers(connection)
                if connection.execute("PRAGMA foreign_key_check").fetchall():
                    raise sqlite3.IntegrityError("foreign keys do not hold after the step")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
