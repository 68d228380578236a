"""Step 2 of the schema: what the officer adds to a plan (models.facts). Never changed."""

from __future__ import annotations

from models.store.step_1 import ID, PLAN, day, decimal, flag, words


def filled(*columns: str) -> str:
    """Return columns of text that must say something."""
    return ", ".join(f"{column} TEXT NOT NULL CHECK ({column} <> '')" for column in columns)


_OWN = f"{ID}, {PLAN}, {filled('row_key')}"
_PAPER = f"{words('paper_number')}, {day('paper_day')}, {words('paper_about')}"
_AMOUNT = f"{decimal('value')}, {decimal('numerator')}, {decimal('denominator')}"
_ONE_AMOUNT = """
    CHECK (value IS NULL OR (numerator IS NULL AND denominator IS NULL)),
    CHECK ((numerator IS NULL) = (denominator IS NULL)),
    CHECK (denominator IS NULL OR CAST(denominator AS REAL) > 0)"""

SQL = f"""
PRAGMA user_version = 2;

CREATE TABLE annual_target (
    {_OWN}, year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100), {filled("printed")}, {_PAPER},
    UNIQUE (plan_id, row_key, year)
) STRICT;

CREATE TABLE came_true (
    {_OWN}, {filled("occurrence")}, {day("came_on", required=True)}, {day("deadline")}, {_PAPER},
    UNIQUE (plan_id, row_key, occurrence), CHECK (deadline IS NULL OR came_on <= deadline)
) STRICT;

CREATE TABLE extension (
    {_OWN}, {filled("occurrence")}, {day("deadline", required=True)}, {_PAPER},
    UNIQUE (plan_id, row_key, occurrence, deadline)
) STRICT;

CREATE TABLE still_in_force (
    {_OWN}, {filled("occurrence")}, {_PAPER},
    UNIQUE (plan_id, row_key, occurrence), CHECK (paper_number <> '')
) STRICT;

CREATE TABLE direction (
    {ID}, {PLAN}, {filled("paper_number")}, {day("paper_day", required=True)}, {words("paper_about", "issuer")},
    UNIQUE (plan_id, paper_number, paper_day)
) STRICT;

CREATE TABLE override (
    {_OWN}, {filled("period_key")}, {_AMOUNT}, {filled("why")},
    UNIQUE (plan_id, row_key, period_key), CHECK (value IS NOT NULL OR numerator IS NOT NULL), {_ONE_AMOUNT}
) STRICT;

CREATE TABLE supplier (
    {_OWN}, {filled("unit")}, {day("first_day", required=True)}, {day("last_day")},
    UNIQUE (plan_id, row_key, unit, first_day), CHECK (last_day IS NULL OR first_day <= last_day)
) STRICT;

CREATE TABLE part_figure (
    {_OWN}, {filled("unit")}, {day("start", required=True)}, {day("as_of", required=True)}, {_AMOUNT},
    {flag("nothing_happened")},
    UNIQUE (plan_id, row_key, unit, start, as_of), CHECK (start <= as_of),
    CHECK (nothing_happened + (value IS NOT NULL) + (numerator IS NOT NULL) = 1), {_ONE_AMOUNT}
) STRICT;

CREATE TABLE reading (
    {_OWN}, {filled("of_column", "understood", "why")},
    UNIQUE (plan_id, row_key, of_column)
) STRICT;

CREATE TABLE no_basis (
    {_OWN}, {filled("why")},
    UNIQUE (plan_id, row_key)
) STRICT;

CREATE TABLE day_swap (
    {ID}, {day("day", required=True)}, {flag("working")}, {filled("name")},
    UNIQUE (day)
) STRICT;

CREATE TABLE row_lead (
    {_OWN}, {filled("unit")},
    UNIQUE (plan_id, row_key)
) STRICT;

CREATE TABLE extra_task (
    {ID}, {PLAN}, key TEXT NOT NULL CHECK (key GLOB 'ps-[1-9]*' AND key NOT GLOB 'ps-*[^0-9]*'),
    {filled("name")}, name_folded TEXT NOT NULL,
    {words("lead", "coordinating", "deliverable", "note")},
    schedule TEXT NOT NULL DEFAULT '{{}}' CHECK (schedule GLOB '{{*}}'),
    UNIQUE (plan_id, key)
) STRICT;
"""
