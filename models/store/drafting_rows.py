"""The SQL of a report in the making: outlines, sentences written over, explanations, what was understood at closing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from models.facts import Reading
from models.outline import STANDARD, Heading, Outline, with_standard
from models.report_work import WrittenOver
from models.store.connection import Store
from models.store.transaction import Change
from models.understanding import Understanding


def outline(store: Store, duty_id: str) -> Outline:
    """Return the outline of a duty's reports: the office's own, else the standard one."""
    sql = "SELECT headings, last_own FROM outline WHERE plan_id = ? AND duty_id = ?"
    found = store.rows(sql, [store.plan_id, duty_id])
    return with_standard([Heading(**one) for one in json.loads(found[0][0])], found[0][1]) if found else STANDARD


def save_outline(change: Change, duty_id: str, outline: Outline) -> None:
    """Keep the outline of a duty's reports for the next periods too."""
    headings = _json([asdict(heading) for heading in outline.headings])
    record = {"plan_id": change.plan_id, "duty_id": duty_id, "headings": headings, "last_own": outline.last_own}
    change.upsert("outline", record, ("plan_id", "duty_id"))


def written_over(store: Store, period_key: str) -> dict[str, WrittenOver]:
    """Return the automatic paragraphs of a period that the officer replaced, by their key."""
    sql = "SELECT sentence_key, text, written_over FROM sentence WHERE plan_id = ? AND period_key = ? ORDER BY id"
    return {key: WrittenOver(key, text, over) for key, text, over in store.rows(sql, [store.plan_id, period_key])}


def save_written_over(change: Change, period_key: str, sentence: WrittenOver) -> None:
    """Replace an automatic paragraph by the officer's words."""
    own = {"plan_id": change.plan_id, "period_key": period_key, "sentence_key": sentence.key}
    change.upsert("sentence", own | {"text": sentence.text, "written_over": sentence.over}, tuple(own))


def erase_written_over(change: Change, period_key: str, key: str) -> bool:
    """Let an automatic paragraph write itself again; tell whether it had been replaced."""
    own = {"plan_id": change.plan_id, "period_key": period_key, "sentence_key": key}
    return _erase(change, "sentence", own)


def explanations(store: Store, period_key: str) -> dict[str, str]:
    """Return what the officer explains to the leaders, by row."""
    sql = "SELECT row_key, text FROM explanation WHERE plan_id = ? AND period_key = ? ORDER BY id"
    return dict(store.rows(sql, [store.plan_id, period_key]))


def save_explanation(change: Change, period_key: str, row_key: str, text: str) -> None:
    """Explain a row to the leaders; empty words take the explanation away."""
    own = {"plan_id": change.plan_id, "period_key": period_key, "row_key": row_key}
    if text:
        change.upsert("explanation", own | {"text": text}, tuple(own))
    else:
        _erase(change, "explanation", own)


def understanding(store: Store, period_key: str) -> Understanding | None:
    """Return how the plan was understood when a period was last closed; None where an older version closed it."""
    sql = "SELECT parser, readings FROM period_understanding WHERE plan_id = ? AND period_key = ?"
    found = store.rows(sql, [store.plan_id, period_key])
    return Understanding(found[0][0], tuple(Reading(**one) for one in json.loads(found[0][1]))) if found else None


def save_understanding(change: Change, period_key: str, understood: Understanding) -> None:
    """Keep how the plan is understood when a period closes; before it is locked, since locked it is guarded."""
    own = {"plan_id": change.plan_id, "period_key": period_key}
    kept = _json([asdict(reading) for reading in understood.readings])
    change.upsert("period_understanding", own | {"parser": understood.parser, "readings": kept}, tuple(own))


def _erase(change: Change, table: str, own: Mapping[str, object]) -> bool:
    row_id = change.find(table, own)
    if row_id is not None:
        change.delete(table, row_id)
    return row_id is not None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
