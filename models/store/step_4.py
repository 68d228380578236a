"""Step 4 of the schema: evidence kept beside the store, and the collection forms that units fill in. Never changed."""

from __future__ import annotations

from models.store.step_1 import ID, PLAN, day, words
from models.store.step_2 import filled

_HASH = "length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*'"

SQL = f"""
PRAGMA user_version = 4;

CREATE TABLE evidence (
    {ID}, {PLAN}, {filled("row_key")}, {day("start", required=True)}, {day("as_of", required=True)},
    {filled("name")}, {words("media", "note")},
    sha256 TEXT NOT NULL CHECK ({_HASH.format("sha256")}), size INTEGER NOT NULL CHECK (size >= 0),
    UNIQUE (plan_id, row_key, start, as_of, sha256), CHECK (start <= as_of)
) STRICT;

CREATE TABLE collection_form (
    {ID}, {PLAN}, {filled("period_key", "form_id", "unit")},
    {day("made_on", required=True)}, {day("answer_by")}, {day("reminded_on")},
    asked TEXT NOT NULL CHECK (asked GLOB '[[]*]'),
    {day("received_on")}, {words("received_name", "filled_by")},
    received_sha256 TEXT CHECK (received_sha256 IS NULL OR ({_HASH.format("received_sha256")})),
    received_size INTEGER CHECK (received_size >= 0),
    UNIQUE (plan_id, form_id)
) STRICT;
CREATE INDEX collection_form_period ON collection_form (plan_id, period_key);
"""
