"""The SQL of the change log: change sets, what they changed, and the history of a row."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from models.changes import UNDOABLE, ChangeSet, HistoryEntry, LogEntry, Op, in_effect
from models.errors import NotFound
from models.store.connection import Store
from models.store.schema import DESK_TABLES, FACT_TABLES

KEY_COLUMNS = {
    "figure": "row_key",
    "progress": "row_key",
    "narrative": "period_key",
    "period_state": "period_key",
    "issue": "period_key",
    "indicator_row": "key",
    "task_row": "key",
    "plan": "key",
    "setting": "key",
    **dict.fromkeys(FACT_TABLES, "row_key"),
    "direction": "paper_number",
    "day_swap": "day",
    "extra_task": "key",
    **dict.fromkeys(DESK_TABLES, "period_key"),
    "outline": "duty_id",
    "ad_hoc_report": "key",
    "evidence": "row_key",
    "collection_form": "period_key",
}
TOLD = ("figure", "progress", "part_figure", "override", "narrative", "sentence", "direction")
"""The tables of a period's figures and words."""
_WITHOUT_PLAN = ("plan", "setting", "day_swap")
_CHANGE_SET = "s.id, s.at, s.who, s.why, s.origin, s.label, s.undoes"
_ENTRY = "e.change_set_id, e.table_name, e.row_id, e.column_name, e.old, e.new, e.op"
# Repeats the condition of the index change_entry_key word for word, or SQLite would not use it.
_BORN = "op = 'insert' AND column_name IN ('row_key', 'period_key', 'key')"
_INDEXED = ("row_key", "period_key", "key")


def change_set(store: Store, change_set_id: int) -> ChangeSet:
    """Return one change set."""
    found = store.rows(f"SELECT {_CHANGE_SET} FROM change_set AS s WHERE s.id = ?", [change_set_id])
    if not found:
        raise NotFound(f"Sổ không có lần thay đổi số {change_set_id}. Hãy xem lại số trong lịch sử thay đổi.")
    return _change_set(*found[0])


def recent(store: Store, limit: int = 50) -> tuple[ChangeSet, ...]:
    """Return the last change sets, newest first."""
    rows = store.rows(f"SELECT {_CHANGE_SET} FROM change_set AS s ORDER BY s.id DESC LIMIT ?", [limit])
    return tuple(_change_set(*row) for row in rows)


def entries(store: Store, change_set_id: int) -> tuple[LogEntry, ...]:
    """Return what a change set changed, in the order in which it did."""
    rows = store.rows(
        f"SELECT {_ENTRY} FROM change_entry AS e WHERE e.change_set_id = ? ORDER BY e.id", [change_set_id]
    )
    return tuple(_entry(*row) for row in rows)


def history(store: Store, table: str, key: str) -> tuple[HistoryEntry, ...]:
    """Return all that ever happened to the records of a row, period or setting, newest first."""
    return _history(store, table, _row_ids(store, table, key))


def words_history(store: Store, period_key: str, key: str) -> tuple[HistoryEntry, ...]:
    """Return all that ever happened to a period's words: those of a section (`III`) or over a sentence (`II.2/counts`).

    A section and a sentence never bear the same key.
    """
    found: tuple[HistoryEntry, ...] = ()
    for table, column in (("narrative", "section"), ("sentence", "sentence_key")):
        born = born_values(store, table, _row_ids(store, table, period_key))
        found += _history(store, table, [row_id for row_id, values in born.items() if values[column] == key])
    return found


def _history(store: Store, table: str, row_ids: list[int]) -> tuple[HistoryEntry, ...]:
    """Return the log of some rows of a table, newest first."""
    marks = ", ".join("?" * len(row_ids))
    rows = store.rows(
        f"SELECT {_CHANGE_SET}, {_ENTRY} FROM change_entry AS e JOIN change_set AS s ON s.id = e.change_set_id "
        f"WHERE e.table_name = ? AND e.row_id IN ({marks}) ORDER BY e.id DESC",
        [table, *row_ids],
    )
    born = born_values(store, table, row_ids)
    return tuple(_history_entry(row, born.get(row[9], {})) for row in rows)


def last_standing(store: Store) -> ChangeSet | None:
    """Return the newest change set that is neither an undo nor undone."""
    undoes = _undoes(store)
    found = next((change_id for change_id in in_effect(undoes) if undoes[change_id] is None), None)
    return None if found is None else change_set(store, found)


def last_undoable(store: Store) -> ChangeSet | None:
    """Return what the next undo takes back; None when the newest change cannot be undone (a new plan, an issue)."""
    found = last_standing(store)
    return found if found is not None and is_undoable(store, found.id) else None


def last_redoable(store: Store) -> ChangeSet | None:
    """Return the undo that the next redo takes back; None when something new was done since."""
    undoes = _undoes(store)
    standing = in_effect(undoes)
    originals = [change_id for change_id in undoes if undoes[change_id] is None]
    found = next((change_id for change_id in standing if undoes[change_id] in originals), None)
    return change_set(store, found) if found is not None and found > max(originals) else None


def is_undoable(store: Store, change_set_id: int) -> bool:
    """Tell whether a change set touched only what may be undone and locked no period."""
    rows = store.rows(
        "SELECT DISTINCT table_name, column_name = 'locked' AND new = 1 FROM change_entry WHERE change_set_id = ?",
        [change_set_id],
    )
    return all(table in UNDOABLE and not locks for table, locks in rows)


def reopens(store: Store, change_set_id: int) -> bool:
    """Tell whether a change set unlocked a period."""
    sql = (
        "SELECT 1 FROM change_entry WHERE change_set_id = ? AND table_name = 'period_state' AND column_name = 'locked' "
        "AND op = 'update' AND new = 0 LIMIT 1"
    )
    return bool(store.rows(sql, [change_set_id]))


def told_since(store: Store, change_set_id: int) -> bool:
    """Tell whether a later change, that stands, changed what the report of the period tells that this one unlocked."""
    undoes = _undoes(store)
    later = [one for one in in_effect(undoes) if one > change_set_id and undoes[one] is None]
    sql = (
        "SELECT p.period_key, p.start, p.closing FROM change_entry AS e JOIN period_state AS p ON p.id = e.row_id "
        "WHERE e.change_set_id = ? AND e.table_name = 'period_state' AND e.column_name = 'locked'"
    )
    periods = store.rows(sql, [change_set_id])
    return any(_tells(store, one, period) for one in later for period in periods)


def _tells(store: Store, change_set_id: int, period: tuple[str, str, str]) -> bool:
    """Tell whether a change set touched a record of a period: by its key, or by a day within it."""
    key, start, closing = period
    marks = ", ".join("?" * len(TOLD))
    sql = f"SELECT DISTINCT table_name, row_id FROM change_entry WHERE change_set_id = ? AND table_name IN ({marks})"
    for table, row_id in store.rows(sql, [change_set_id, *TOLD]):
        born = born_values(store, table, [row_id]).get(row_id, {})
        day = born.get("as_of") or born.get("paper_day") or ""
        if born.get("period_key") == key or start <= day <= closing:
            return True
    return False


def holds_plan(store: Store, change_set_id: int) -> bool:
    """Tell whether a change set recorded a plan, the beginning of everything that can be undone."""
    sql = "SELECT 1 FROM change_entry WHERE change_set_id = ? AND table_name = 'plan' LIMIT 1"
    return bool(store.rows(sql, [change_set_id]))


def is_undone(store: Store, change_set_id: int) -> bool:
    """Tell whether a change set was taken back."""
    return change_set_id not in in_effect(_undoes(store))


def undone(store: Store) -> frozenset[int]:
    """Return the ids of all change sets that were taken back."""
    undoes = _undoes(store)
    return frozenset(undoes) - frozenset(in_effect(undoes))


def touched(store: Store, change_set_id: int) -> tuple[tuple[str, str], ...]:
    """Return which rows a change set touched, as table and key, for the screens that show them."""
    found: dict[tuple[str, str], None] = {}
    by_table: dict[str, set[int]] = {}
    for entry in entries(store, change_set_id):
        by_table.setdefault(entry.table, set()).add(entry.row_id)
    for table, row_ids in by_table.items():
        born = born_values(store, table, sorted(row_ids))
        for row_id in sorted(row_ids):
            found[table, str(born.get(row_id, {}).get(KEY_COLUMNS.get(table, ""), ""))] = None
    return tuple(found)


def next_number(store: Store, table: str, prefix: str) -> int:
    """Return a number for a key (`prefix` with a number) that no row of the current plan ever had, also none undone."""
    rows = store.rows(
        "SELECT k.new FROM change_entry AS k JOIN change_entry AS p ON p.table_name = k.table_name "
        "AND p.row_id = k.row_id AND p.op = 'insert' AND p.column_name = 'plan_id' AND p.new = ? "
        "WHERE k.table_name = ? AND k.op = 'insert' AND k.column_name = 'key'",
        [store.plan_id, table],
    )
    return max((int(key.removeprefix(prefix)) for (key,) in rows), default=0) + 1


def _undoes(store: Store) -> dict[int, int | None]:
    return dict(store.rows("SELECT id, undoes FROM change_set"))


def _row_ids(store: Store, table: str, key: str) -> list[int]:
    """Return the ids of all rows, also deleted ones, that were made with this key in the current plan."""
    own_plan = (
        ""
        if table in _WITHOUT_PLAN
        else "AND EXISTS (SELECT 1 FROM change_entry AS p WHERE p.table_name = e.table_name "
        "AND p.row_id = e.row_id AND p.op = 'insert' AND p.column_name = 'plan_id' AND p.new = ?)"
    )
    values = [key, table, KEY_COLUMNS[table]] + ([] if table in _WITHOUT_PLAN else [store.plan_id])
    born = _BORN if KEY_COLUMNS[table] in _INDEXED else "op = 'insert'"
    rows = store.rows(
        f"SELECT row_id FROM change_entry AS e WHERE new = ? AND table_name = ? AND {born} "
        f"AND column_name = ? {own_plan}",
        values,
    )
    return sorted({int(row_id) for (row_id,) in rows})


def born_values(store: Store, table: str, row_ids: list[int]) -> dict[int, dict[str, Any]]:
    """Return the values with which rows were made, by the id of the row."""
    marks = ", ".join("?" * len(row_ids))
    rows = store.rows(
        "SELECT row_id, column_name, new FROM change_entry WHERE op = 'insert' AND table_name = ? "
        f"AND row_id IN ({marks})",
        [table, *row_ids],
    )
    found: dict[int, dict[str, Any]] = {}
    for row_id, column, new in rows:
        found.setdefault(row_id, {})[column] = new
    return found


def _history_entry(row: tuple[Any, ...], born: dict[str, Any]) -> HistoryEntry:
    start, as_of = (born.get(column) for column in ("start", "as_of"))
    return HistoryEntry(
        _change_set(*row[:7]),
        _entry(*row[7:]),
        start=date.fromisoformat(start) if start else None,
        as_of=date.fromisoformat(as_of) if as_of else None,
        occurrence=born.get("occurrence", ""),
    )


def _change_set(change_id: int, at: str, who: str, why: str, origin: str, label: str, undoes: int | None) -> ChangeSet:
    return ChangeSet(change_id, datetime.fromisoformat(at), who, why, origin, label, undoes)


def _entry(change_id: int, table: str, row_id: int, column: str, old: Any, new: Any, op: str) -> LogEntry:
    return LogEntry(change_id, table, row_id, column, old, new, Op(op))
