"""The SQL of what the officer adds to a plan: one table for each kind of fact (models.facts)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
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
from models.store.change_rows import next_number
from models.store.connection import Store
from models.store.transaction import Change
from models.store.values import day_or_none, decimal_or_none
from models.text import fold

Kind = TypeVar("Kind")

DECLARED_FROM = "declared_from"
"""The setting that holds the day from which the store knows what happened."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Where one kind of fact stands: table, the columns that tell one from another, whether they belong to a plan.

    Tasks outside the plan stand in the order of their first days, so that every report shows the first few of them
    and numbers them without a gap.
    """

    name: str
    key: tuple[str, ...]
    of_plan: bool = True
    order: str = "id"


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
    TaskRow: _Table("extra_task", ("key",), order="since, id"),
}
_EXTRA_KEY = "ps-"
_EXTRA_WORDS = ("key", "name", "lead", "coordinating", "deliverable", "note")
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
        readings=readings(store),
        no_basis=_all(store, NoBasis),
        day_swaps=day_swaps(store),
        extra_tasks=tuple(_extra_tasks(store)),
        leads=leads,
        declared_from=declared_from(store),
    )


def numbered(store: Store) -> tuple[tuple[int, Fact], ...]:
    """Return every fact with the number of its row, which it keeps while others of its kind come and go."""
    numbers = {kind: iter(_row_ids(store, table)) for kind, table in _TABLES.items()}
    numbers[DeclaredFrom] = iter((1,))
    return tuple((next(numbers[type(fact)]), fact) for fact in facts(store).each())


def _row_ids(store: Store, table: _Table) -> list[int]:
    rule, values = (" WHERE plan_id = ?", [store.plan_id]) if table.of_plan else ("", [])
    return [row_id for (row_id,) in store.rows(f"SELECT id FROM {table.name}{rule} ORDER BY {table.order}", values)]


def declared_from(store: Store) -> date | None:
    """Return the day from which the store knows what happened, None where no day was declared."""
    return day_or_none(setting_rows.setting(store, DECLARED_FROM) or None)


def readings(store: Store) -> tuple[Reading, ...]:
    """Return what the officer reads differently from the parser."""
    return _all(store, Reading)


def day_swaps(store: Store) -> tuple[DaySwap, ...]:
    """Return the swaps of working days and days off, which hold for every plan."""
    return _all(store, DaySwap)


def keyed(store: Store, fact: Fact) -> Fact:
    """Return a new task outside the plan with key and number; any other fact as it is."""
    if not isinstance(fact, TaskRow) or fact.key:
        return fact
    first = fact.since or date.min
    before = sum((task.since or date.min) <= first for task in _extra_tasks(store))
    return replace(fact, key=f"{_EXTRA_KEY}{next_number(store, 'extra_task', _EXTRA_KEY)}", number=str(before + 1))


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
    own = {name: getattr(task, name) for name in (*_EXTRA_WORDS, "since")}
    schedule = json.dumps(dict(task.schedule), ensure_ascii=False, separators=(",", ":"))
    return {"plan_id": change.plan_id, **own, "name_folded": fold(task.name), "schedule": schedule}


def _extra_tasks(store: Store) -> Iterator[TaskRow]:
    """Yield the tasks outside the plan, numbered as they are printed: running, whatever was withdrawn before."""
    table = _TABLES[TaskRow]
    rows = store.records(f"SELECT * FROM {table.name} WHERE plan_id = ? ORDER BY {table.order}", [store.plan_id])
    for number, row in enumerate(rows, start=1):
        own = {name: row[name] for name in _EXTRA_WORDS}
        schedule, since = json.loads(row["schedule"]), day_or_none(row["since"])
        yield TaskRow(kind="task", number=str(number), parent=None, schedule=schedule, since=since, **own)
