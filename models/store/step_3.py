"""Step 3 of the schema: the desk on which a report is made, remarked on and sent. Never changed after its release."""

from __future__ import annotations

from models.store.step_1 import ID, PLAN, day, flag, words
from models.store.step_2 import filled

_OF_PERIOD = f"{ID}, {PLAN}, {filled('period_key')}"

SQL = f"""
PRAGMA user_version = 3;

ALTER TABLE period_state ADD COLUMN issued INTEGER NOT NULL DEFAULT 0 CHECK (issued IN (0, 1) AND issued <= locked);
UPDATE period_state SET issued = 1 WHERE locked = 1 AND EXISTS (
    SELECT 1 FROM issue AS i WHERE i.plan_id = period_state.plan_id AND i.period_key = period_state.period_key);

ALTER TABLE extra_task ADD COLUMN {day("since")};

CREATE TABLE period_understanding (
    {_OF_PERIOD}, {filled("parser")}, readings TEXT NOT NULL CHECK (readings GLOB '[[]*]'),
    UNIQUE (plan_id, period_key)
) STRICT;

CREATE TABLE outline (
    {ID}, {PLAN}, {filled("duty_id")}, headings TEXT NOT NULL CHECK (headings GLOB '[[]*]'),
    last_own INTEGER NOT NULL DEFAULT 0 CHECK (last_own >= 0),
    UNIQUE (plan_id, duty_id)
) STRICT;

CREATE TABLE sentence (
    {_OF_PERIOD}, {filled("sentence_key")}, {words("text")}, {filled("written_over")},
    UNIQUE (plan_id, period_key, sentence_key)
) STRICT;

CREATE TABLE explanation (
    {_OF_PERIOD}, {filled("row_key", "text")},
    UNIQUE (plan_id, period_key, row_key)
) STRICT;

CREATE TABLE report_step (
    {_OF_PERIOD}, step TEXT NOT NULL CHECK (step IN ('submitted', 'returned')),
    {day("on_day", required=True)}, {words("person", "note")}
) STRICT;
CREATE INDEX report_step_period ON report_step (plan_id, period_key);

CREATE TABLE remark (
    {_OF_PERIOD}, {words("section")}, {filled("said_by")}, {day("said_on", required=True)}, {filled("text")},
    {words("answer")}
) STRICT;
CREATE INDEX remark_period ON remark (plan_id, period_key);

CREATE TABLE sending (
    {_OF_PERIOD}, issue_id INTEGER NOT NULL REFERENCES issue (id), {filled("recipient")},
    {day("sent_on", required=True)}, how TEXT NOT NULL CHECK (how IN ('email', 'hand', 'post', 'system', 'other')),
    {words("note")}
) STRICT;
CREATE INDEX sending_period ON sending (plan_id, period_key);

CREATE TABLE entered (
    {_OF_PERIOD}, {filled("row_key", "field", "shown")}, {day("entered_on", required=True)},
    UNIQUE (plan_id, period_key, row_key, field)
) STRICT;

CREATE TABLE ad_hoc_report (
    {ID}, {PLAN}, key TEXT NOT NULL CHECK (key GLOB 'dx-[1-9]*' AND key NOT GLOB 'dx-*[^0-9]*'),
    kind TEXT NOT NULL CHECK (kind IN ('ad_hoc', 'thematic')), {filled("subject")}, {words("recipients", "issuer")},
    {day("start", required=True)}, {day("closing", required=True)}, {day("due")},
    {words("paper_number")}, {day("paper_day")}, {words("paper_about", "note")}, {flag("withdrawn")},
    UNIQUE (plan_id, key), CHECK (start <= closing), CHECK (due IS NULL OR closing <= due)
) STRICT;
"""
