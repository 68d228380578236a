"""The SQL of what the officer adds to a plan: one table for each kind of fact (models.facts)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from models.facts import (
    AnnualTarget,
    CameTrue,
    DaySwap,
    DeclaredFrom,
    Direction,
    Extension,
    Fact,
    Facts,
    Lead,
    NoBasis,
    Override,
    Paper,
    PartFigure,
    Reading,
    StillInForce,
    Supplier,
)
from models.plans import TaskRow
from models.store import setting_rows
from models.store.connection import Store
from models.store.transaction import Change
from models.store.values import day_or_none, decimal_or_none
from models.text import fold

Kind = TypeVar("Kind")

DECLARED_FROM = "declared_from"
"""The setting that holds the day from which the store knows what happened."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Where one kind of fact stands: table, the columns that tell one from another, whether they belong to a plan."""

    name: str
    key: tuple[str, ...]
    of_plan: bool = True


_TABLES: Mapping[type, _Table] = {
    AnnualTarget: _Table("annual_target", ("row_key", "year")),
    CameTrue: _Table("came_true", ("row_key", "occurrence")),
    Extension: _Table("extension", ("row_key", "occurrence", "deadline")),
    StillInForce: _Table("still_in_force", ("row_key", "occurrence")),
    Direction: _Table("direction", ("paper_number", "paper_day")),
    Override: _Table("override", ("row_key", "period_key")),
    Supplier: _Table("supplier", ("row_key", "unit", "first_day")),
    PartFigure: _Table("part_figure", ("row_key", "unit", "start", "as_of")),
    Reading: _Table("reading", ("row_key", "of_column")),
    NoBasis: _Table("no_basis", ("row_key",)),
    DaySwap: _Table("day_swap", ("day",), of_plan=False),
    Lead: _Table("row_lead", ("row_key",)),
    TaskRow: _Table("extra_task", ("key",)),
}
_COLUMNS = {"on": "came_on", "column": "of_column"}
"""Fields whose name is a word of SQL, and their columns."""
_READ: Mapping[str, Callable[[Any], object]] = {
    **dict.fromkeys(("on", "deadline", "first_day", "last_day", "start", "as_of", "day"), day_or_none),
    **dict.fromkeys(("value", "numerator", "denominator"), decimal_or_none),
    **dict.fromkeys(("nothing_happened", "working"), bool),
}


def facts(store: Store) -> Facts:
    """Return all that was added to the current plan, and the swaps of days."""
    leads = {lead.row_key: lead.unit for lead in _all(store, Lead)}
    return Facts(
        annual_targets=_all(store, AnnualTarget),
        came_true=_all(store, CameTrue),
        extensions=_all(store, Extension),
        still_in_force=_all(store, StillInForce),
        directions=_all(store, Direction),
        overrides=_all(store, Override),
        suppliers=_all(store, Supplier),
        part_figures=_all(store, PartFigure),
        readings=_all(store, Reading),
        no_basis=_all(store, NoBasis),
        day_swaps=day_swaps(store),
        extra_tasks=tuple(_extra_tasks(store)),
        leads=leads,
        declared_from=day_or_none(setting_rows.setting(store, DECLARED_FROM) or None),
    )


def day_swaps(store: Store) -> tuple[DaySwap, ...]:
    """Return the swaps of working days and days off, which hold for every plan."""
    return _all(store, DaySwap)


def keyed(store: Store, fact: Fact) -> Fact:
    """Return a new task outside the plan with key and number; any other fact as it is."""
    if not isinstance(fact, TaskRow) or fact.key:
        return fact
    return replace(fact, key=_next_key(store), number=str(len(tuple(_extra_tasks(store))) + 1))


def save(change: Change, fact: Fact) -> None:
    """Record a fact in the place of the one of the same key."""
    if isinstance(fact, DeclaredFrom):
        setting_rows.save_setting(change, DECLARED_FROM, fact.day.isoformat())
        return
    table, record = _TABLES[type(fact)], _record(change, fact)
    change.upsert(table.name, record, tuple(_key(table, record)))


def save_all(change: Change, added: Facts) -> None:
    """Record many facts at once, for samples and packages."""
    for fact in added.each():
        save(change, keyed(change.store, fact))


def erase(change: Change, fact: Fact) -> bool:
    """Take a fact away; tell whether there was one."""
    if isinstance(fact, DeclaredFrom):
        return setting_rows.erase_setting(change, DECLARED_FROM)
    table = _TABLES[type(fact)]
    row_id = change.find(table.name, _key(table, _record(change, fact)))
    if row_id is None:
        return False
    change.delete(table.name, row_id)
    return True


def _key(table: _Table, record: Mapping[str, object]) -> dict[str, object]:
    return {column: record[column] for column in (("plan_id",) if table.of_plan else ()) + table.key}


def _record(change: Change, fact: Fact) -> dict[str, object]:
    """Return a fact as a row; a paper takes three columns."""
    if isinstance(fact, TaskRow):
        return _extra_record(change, fact)
    record: dict[str, object] = {"plan_id": change.plan_id} if _TABLES[type(fact)].of_plan else {}
    for field in fields(fact):
        value = getattr(fact, field.name)
        if isinstance(value, Paper):
            record |= {"paper_number": value.number, "paper_day": value.day, "paper_about": value.about}
        else:
            record[_COLUMNS.get(field.name, field.name)] = value
    return record


def _all(store: Store, kind: type[Kind]) -> tuple[Kind, ...]:
    """Return all facts of a kind in the order in which they were added."""
    table = _TABLES[kind]
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]  # every kind is a dataclass
    rule, values = (" WHERE plan_id = ?", [store.plan_id]) if table.of_plan else ("", [])
    rows = store.records(f"SELECT * FROM {table.name}{rule} ORDER BY id", values)
    return tuple(kind(**{name: _field(name, row) for name in names}) for row in rows)


def _field(name: str, row: Mapping[str, Any]) -> object:
    if name == "paper":
        return Paper(row["paper_number"], day_or_none(row["paper_day"]), row["paper_about"])
    value = row[_COLUMNS.get(name, name)]
    return _READ[name](value) if name in _READ else value


def _extra_record(change: Change, task: TaskRow) -> dict[str, object]:
    own = {name: getattr(task, name) for name in ("key", "name", "lead", "coordinating", "deliverable", "note")}
    schedule = json.dumps(dict(task.schedule), ensure_ascii=False, separators=(",", ":"))
    return {"plan_id": change.plan_id, **own, "name_folded": fold(task.name), "schedule": schedule}


def _extra_tasks(store: Store) -> Iterator[TaskRow]:
    """Yield the tasks outside the plan, numbered as they are printed: running, whatever was withdrawn before."""
    rows = store.records("SELECT * FROM extra_task WHERE plan_id = ? ORDER BY id", [store.plan_id])
    for number, row in enumerate(rows, start=1):
        own = {name: row[name] for name in ("key", "name", "lead", "coordinating", "deliverable", "note")}
        yield TaskRow(kind="task", number=str(number), parent=None, schedule=json.loads(row["schedule"]), **own)


def _next_key(store: Store) -> str:
    """Return a key that no task outside the plan ever had: a withdrawn one's progress stays its own."""
    rows = store.rows(
        "SELECT k.new FROM change_entry AS k JOIN change_entry AS p ON p.table_name = 'extra_task' "
        "AND p.row_id = k.row_id AND p.op = 'insert' AND p.column_name = 'plan_id' AND p.new = ? "
        "WHERE k.table_name = 'extra_task' AND k.op = 'insert' AND k.column_name = 'key'",
        [store.plan_id],
    )
    return f"ps-{max((int(key.rpartition('-')[2]) for (key,) in rows), default=0) + 1}"
