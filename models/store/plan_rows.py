"""The SQL of plans: the head as one JSON text, the rows of both appendices in printed order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from models.plan_format import plan_from_dict, plan_to_dict
from models.plans import IndicatorRow, Plan, TaskRow
from models.store.connection import Store
from models.store.transaction import Change
from models.text import fold

_ROWS = ("indicator_rows", "task_rows")
_INDICATOR = "key, kind, number, parent, name, unit, measure, targets, lead, coordinating, note, same_as"
_TASK = "key, kind, number, parent, name, lead, coordinating, deliverable, schedule, note"
_IN_FORCE = "WHERE plan_id = ? AND in_force_to IS NULL ORDER BY position"


def add(change: Change, plan: Plan) -> int:
    """Record a plan as the current one and return its id."""
    for (plan_id,) in change.store.rows("SELECT id FROM plan WHERE is_current = 1"):
        change.update("plan", plan_id, {"is_current": False})
    data = plan_to_dict(plan)
    head = {name: value for name, value in data.items() if name not in _ROWS}
    record = {"key": plan.id, "is_current": True, "head": _json(head), "added_at": change.at, "sha256": sha256(plan)}
    plan_id = change.insert("plan", record)
    for position, indicator in enumerate(plan.indicator_rows, start=1):
        change.insert("indicator_row", _indicator_record(plan_id, position, indicator))
    for position, task in enumerate(plan.task_rows, start=1):
        change.insert("task_row", _task_record(plan_id, position, task))
    return plan_id


def load_current(store: Store) -> Plan:
    """Return the current plan, equal to the one that was recorded."""
    ((head,),) = store.rows("SELECT head FROM plan WHERE id = ?", [store.plan_id])
    data: dict[str, Any] = json.loads(head)
    bare = plan_from_dict({**data, "indicator_rows": [], "task_rows": []})
    return replace(bare, indicator_rows=_indicators(store), task_rows=_tasks(store))


def added_on(store: Store) -> date:
    """Return the day on which the current plan was taken into the store."""
    ((at,),) = store.rows("SELECT added_at FROM plan WHERE id = ?", [store.plan_id])
    return datetime.fromisoformat(at).date()


def sha256(plan: Plan) -> str:
    """Return the SHA-256 of a plan's file in its canonical form."""
    import hashlib  # not for reading, and slow to import

    return hashlib.sha256(_json(plan_to_dict(plan)).encode()).hexdigest()


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _shared(plan_id: int, position: int, row: IndicatorRow | TaskRow) -> dict[str, object]:
    """Return the columns that both kinds of rows have."""
    own = {name: getattr(row, name) for name in ("key", "kind", "number", "parent", "name", "lead", "coordinating")}
    return {"plan_id": plan_id, "position": position, **own, "name_folded": fold(row.name), "note": row.note}


def _indicator_record(plan_id: int, position: int, row: IndicatorRow) -> dict[str, object]:
    targets = _json({str(year): words for year, words in row.targets.items()})
    own = {"unit": row.unit, "measure": row.measure, "targets": targets, "same_as": row.same_as}
    return _shared(plan_id, position, row) | own


def _task_record(plan_id: int, position: int, row: TaskRow) -> dict[str, object]:
    own = {"deliverable": row.deliverable, "schedule": _json(row.schedule)}
    return _shared(plan_id, position, row) | own


def _indicators(store: Store) -> tuple[IndicatorRow, ...]:
    rows = store.records(f"SELECT {_INDICATOR} FROM indicator_row {_IN_FORCE}", [store.plan_id])
    return tuple(IndicatorRow(**row | {"targets": _by_year(row["targets"])}) for row in rows)


def _tasks(store: Store) -> tuple[TaskRow, ...]:
    rows = store.records(f"SELECT {_TASK} FROM task_row {_IN_FORCE}", [store.plan_id])
    return tuple(TaskRow(**row | {"schedule": json.loads(row["schedule"])}) for row in rows)


def _by_year(targets: str) -> dict[int, str]:
    return {int(year): words for year, words in json.loads(targets).items()}
