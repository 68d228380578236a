"""The schema as it stands after all steps: version, tracked tables, and the triggers that log and guard them."""

from __future__ import annotations

import sqlite3

from models.store.guards import append_only_triggers, guard_triggers

APPLICATION_ID = 0x536F3537
VERSION = 4

FACT_TABLES = (
    "annual_target",
    "came_true",
    "extension",
    "still_in_force",
    "direction",
    "override",
    "supplier",
    "part_figure",
    "reading",
    "no_basis",
    "day_swap",
    "row_lead",
    "extra_task",
)
DESK_TABLES = (
    "period_understanding",
    "outline",
    "sentence",
    "explanation",
    "report_step",
    "remark",
    "sending",
    "entered",
    "ad_hoc_report",
)
COLLECTING_TABLES = ("evidence", "collection_form")
TRACKED = (
    "setting",
    "plan",
    "indicator_row",
    "task_row",
    "figure",
    "progress",
    "narrative",
    "period_state",
    "issue",
    "issue_file",
    *FACT_TABLES,
    *DESK_TABLES,
    *COLLECTING_TABLES,
)
LOG = ("change_set", "change_entry")

_INTO_LOG = "INSERT INTO change_entry (change_set_id, table_name, row_id, column_name, old, new, op)"


def expected_triggers(connection: sqlite3.Connection) -> dict[str, str]:
    """Return every trigger the present tables must have, by name."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    found: dict[str, str] = {}
    for table in LOG:
        found |= append_only_triggers(table) if table in tables else {}
    for table in TRACKED:
        if table in tables:
            found |= guard_triggers(table) | _log_triggers(table, columns(connection, table))
    return found


def present_triggers(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the triggers that stand in the file, by name."""
    return dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"))


def drop_triggers(connection: sqlite3.Connection) -> None:
    """Take all triggers away, for a step of a migration."""
    for name in present_triggers(connection):
        connection.execute(f'DROP TRIGGER "{name}"')


def make_triggers(connection: sqlite3.Connection) -> None:
    """Make all triggers anew: rebuilding a table drops its triggers without a word."""
    drop_triggers(connection)
    for sql in expected_triggers(connection).values():
        connection.execute(sql)


def columns(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return a table's columns but `id`, each with its default as SQL."""
    rows = connection.execute(f"PRAGMA table_info({table})")
    return {name: default or "NULL" for _, name, _, _, default, _ in rows if name != "id"}


def _log_triggers(table: str, defaults: dict[str, str]) -> dict[str, str]:
    """Return the triggers that write old and new values into the log, one for each column that is updated."""
    found = {
        f"{table}_log_insert": _log_row(table, "INSERT", "NEW", defaults),
        f"{table}_log_delete": _log_row(table, "DELETE", "OLD", defaults),
    }
    for column in defaults:
        name = f"{table}_log_update_{column}"
        found[name] = (
            f"CREATE TRIGGER {name} AFTER UPDATE OF {column} ON {table} WHEN OLD.{column} IS NOT NEW.{column}\n"
            f"BEGIN {_INTO_LOG} SELECT change_set_id, '{table}', NEW.id, '{column}', OLD.{column}, NEW.{column}, "
            "'update' FROM open_change_set; END"
        )
    return found


def _log_row(table: str, event: str, row: str, defaults: dict[str, str]) -> str:
    """Return the trigger for a whole row: columns that hold their default are left out, as nothing was said there."""
    parts = (
        f"SELECT '{column}' AS name, {row}.{column} AS value, {default} AS usual"
        for column, default in defaults.items()
    )
    old, new = ("NULL", "v.value") if row == "NEW" else ("v.value", "NULL")
    return (
        f"CREATE TRIGGER {table}_log_{event.lower()} AFTER {event} ON {table}\n"
        f"BEGIN {_INTO_LOG} SELECT o.change_set_id, '{table}', {row}.id, v.name, {old}, {new}, '{event.lower()}' "
        f"FROM open_change_set AS o, ({' UNION ALL '.join(parts)}) AS v WHERE v.value IS NOT v.usual; END"
    )
