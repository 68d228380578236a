"""Step 1 of the schema: the first released tables. Never changed; later steps stand beside it and share columns."""

from __future__ import annotations

_ORIGINS = "'typed', 'form', 'package', 'import', 'sample', 'undo'"
_DAY = "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]"
_MOMENT = f"{_DAY}T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*"


def decimal(column: str) -> str:
    """Return a nullable column of plain digits with at most one dot: GLOB only, so that any SQLite checks it."""
    return (
        f"{column} TEXT CHECK ({column} IS NULL OR ({column} NOT GLOB '*[^0-9.-]*' AND {column} NOT GLOB '*.*.*' "
        f"AND {column} NOT GLOB '?*-*' AND {column} GLOB '*[0-9]' "
        f"AND ({column} GLOB '[0-9]*' OR {column} GLOB '-[0-9]*') AND length({column}) <= 60))"
    )


def day(column: str, required: bool = False) -> str:
    """Return a column of ISO days; the modifier makes SQLite turn 30 February into another day, which fails."""
    rule = f"{column} GLOB '{_DAY}' AND date({column}, '+0 days') IS {column}"
    return f"{column} TEXT NOT NULL CHECK ({rule})" if required else f"{column} TEXT CHECK ({column} IS NULL OR {rule})"


def words(*columns: str) -> str:
    """Return columns of free text that are empty unless something was written."""
    return ", ".join(f"{column} TEXT NOT NULL DEFAULT ''" for column in columns)


def flag(column: str) -> str:
    return f"{column} INTEGER NOT NULL DEFAULT 0 CHECK ({column} IN (0, 1))"


ID = "id INTEGER PRIMARY KEY AUTOINCREMENT"
PLAN = "plan_id INTEGER NOT NULL REFERENCES plan (id)"
_ROW = f"""
    {ID}, {PLAN},
    key TEXT NOT NULL CHECK (key <> ''), position INTEGER NOT NULL, number TEXT NOT NULL, parent TEXT,
    name TEXT NOT NULL, name_folded TEXT NOT NULL, {words("lead", "coordinating", "note")},
    in_force_from TEXT NOT NULL DEFAULT ''
        CHECK (in_force_from = '' OR (in_force_from GLOB '{_DAY}' AND date(in_force_from, '+0 days') IS in_force_from)),
    {day("in_force_to")}"""

SQL = f"""
PRAGMA application_id = 0x536F3537;
PRAGMA user_version = 1;

CREATE TABLE change_set (
    {ID},
    at TEXT NOT NULL CHECK (at GLOB '{_MOMENT}'),
    who TEXT NOT NULL, why TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL CHECK (origin IN ({_ORIGINS})),
    label TEXT NOT NULL CHECK (label <> ''),
    undoes INTEGER REFERENCES change_set (id)
) STRICT;
CREATE INDEX change_set_undoes ON change_set (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE open_change_set (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    change_set_id INTEGER NOT NULL REFERENCES change_set (id)
) STRICT;

CREATE TABLE change_entry (
    id INTEGER PRIMARY KEY,
    change_set_id INTEGER NOT NULL REFERENCES change_set (id),
    table_name TEXT NOT NULL, row_id INTEGER NOT NULL, column_name TEXT NOT NULL,
    old ANY, new ANY,
    op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete'))
) STRICT;
CREATE INDEX change_entry_set ON change_entry (change_set_id);
CREATE INDEX change_entry_row ON change_entry (table_name, row_id);
CREATE INDEX change_entry_key ON change_entry (new, table_name)
    WHERE op = 'insert' AND column_name IN ('row_key', 'period_key', 'key');

CREATE TABLE setting (
    {ID}, key TEXT NOT NULL UNIQUE CHECK (key <> ''), value TEXT NOT NULL
) STRICT;

CREATE TABLE plan (
    {ID}, key TEXT NOT NULL CHECK (key <> ''), {flag("is_current")},
    head TEXT NOT NULL CHECK (head GLOB '{{*}}'),
    added_at TEXT NOT NULL CHECK (added_at GLOB '{_MOMENT}'),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;
CREATE UNIQUE INDEX plan_current ON plan (is_current) WHERE is_current = 1;

CREATE TABLE indicator_row ({_ROW},
    kind TEXT NOT NULL CHECK (kind IN ('section', 'group', 'indicator')),
    unit TEXT NOT NULL DEFAULT '', measure TEXT NOT NULL DEFAULT 'state' CHECK (measure IN ('state', 'within')),
    targets TEXT NOT NULL DEFAULT '{{}}' CHECK (targets GLOB '{{*}}'), same_as TEXT,
    UNIQUE (plan_id, key, in_force_from)
) STRICT;

CREATE TABLE task_row ({_ROW},
    kind TEXT NOT NULL CHECK (kind IN ('section', 'group', 'task')),
    deliverable TEXT NOT NULL DEFAULT '',
    schedule TEXT NOT NULL DEFAULT '{{}}' CHECK (schedule GLOB '{{*}}'),
    UNIQUE (plan_id, key, in_force_from)
) STRICT;

CREATE TABLE figure (
    {ID}, {PLAN}, row_key TEXT NOT NULL,
    {day("start", required=True)}, {day("as_of", required=True)},
    {decimal("value")}, {decimal("numerator")}, {decimal("denominator")},
    text TEXT NOT NULL DEFAULT '', reached INTEGER CHECK (reached IN (0, 1)),
    state TEXT NOT NULL DEFAULT 'figure' CHECK (state IN ('figure', 'nothing_happened', 'not_reported')),
    {flag("estimate")}, {words("difficulty", "proposal", "note")},
    origin TEXT NOT NULL CHECK (origin IN ({_ORIGINS})),
    UNIQUE (plan_id, row_key, start, as_of),
    CHECK (start <= as_of),
    CHECK (value IS NULL OR (numerator IS NULL AND denominator IS NULL)),
    CHECK (state = 'figure' OR (value IS NULL AND numerator IS NULL AND denominator IS NULL AND text = ''))
) STRICT;

CREATE TABLE progress (
    {ID}, {PLAN}, row_key TEXT NOT NULL, occurrence TEXT NOT NULL,
    {day("start", required=True)}, {day("as_of", required=True)},
    {decimal("percent")}, done INTEGER CHECK (done IN (0, 1)), {day("done_on")},
    deliverable_number TEXT NOT NULL DEFAULT '', {day("deliverable_date")},
    {words("text", "difficulty", "proposal", "next_step", "note")},
    origin TEXT NOT NULL CHECK (origin IN ({_ORIGINS})),
    UNIQUE (plan_id, row_key, occurrence, start, as_of),
    CHECK (start <= as_of),
    CHECK (percent IS NULL OR CAST(percent AS REAL) BETWEEN 0 AND 100)
) STRICT;

CREATE TABLE narrative (
    {ID}, {PLAN}, period_key TEXT NOT NULL CHECK (period_key <> ''),
    section TEXT NOT NULL CHECK (section <> ''), text TEXT NOT NULL,
    UNIQUE (plan_id, period_key, section)
) STRICT;

CREATE TABLE period_state (
    {ID}, {PLAN}, period_key TEXT NOT NULL CHECK (period_key <> ''),
    {day("start", required=True)}, {day("closing", required=True)},
    {flag("locked")}, why TEXT NOT NULL DEFAULT '',
    UNIQUE (plan_id, period_key), CHECK (start <= closing)
) STRICT;

CREATE TABLE issue (
    {ID}, {PLAN}, period_key TEXT NOT NULL CHECK (period_key <> ''),
    number TEXT NOT NULL, {day("date", required=True)}, signer TEXT NOT NULL, position TEXT NOT NULL DEFAULT '',
    issued_at TEXT NOT NULL CHECK (issued_at GLOB '{_MOMENT}'), who TEXT NOT NULL
) STRICT;
CREATE INDEX issue_period ON issue (plan_id, period_key);

CREATE TABLE issue_file (
    {ID}, issue_id INTEGER NOT NULL REFERENCES issue (id),
    name TEXT NOT NULL CHECK (name <> ''), format TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size >= 0),
    UNIQUE (issue_id, name)
) STRICT;
"""
