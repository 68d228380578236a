"""What was ever changed of a row, as sentences: its figures or progress, what was declared, its evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from models.changes import COLUMN_WORDS, HistoryEntry, Op, Value
from models.figure_origin import ORIGIN_WORDS
from models.plans import IndicatorRow, TaskRow
from models.shown import day_text, logged_text
from models.store.change_rows import history
from models.store.connection import Store

Days = tuple[date, date]
MOST_TOLD = 3
"""So many records of one change set are told, the others counted."""
_OF_INDICATORS = ("figure", "annual_target", "override", "supplier", "part_figure", "no_basis")
_OF_TASKS = ("progress", "came_true", "extension", "still_in_force", "extra_task")
_OF_BOTH = ("reading", "row_lead", "evidence")
_KEYS = ("plan_id", "row_key", "key", "occurrence", "start", "as_of", "period_key")
_OF_PROGRAMS = ("origin", "name_folded", "schedule", "media", "sha256", "size")
_SILENT = frozenset((*_KEYS, *_OF_PROGRAMS))
"""Columns that people are not told of: keys, and what a program keeps for itself."""
_ORDER = {column: place for place, column in enumerate(COLUMN_WORDS)}
_YES, _NO = "có", "không"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change set as it touched a row: when, who, how it came in, its name, what it changed, why."""

    id: int
    at: datetime
    who: str
    how: str
    label: str
    what: tuple[str, ...]
    why: str

    def head(self) -> str:
        """Return when and who: 01/11/2026 08:30, Lò Thị Lan (nhập tay)."""
        return f"{self.at:%d/%m/%Y %H:%M}, {self.who} ({self.how})"

    def words(self) -> str:
        """Return the whole story of the change in one paragraph."""
        told = [*self.what[:MOST_TOLD], *([f"và {more} dòng nữa"] if (more := len(self.what) - MOST_TOLD) > 0 else [])]
        what = f": {'; '.join(told)}" if told else ""
        why = f". Lý do: {self.why.rstrip('.')}" if self.why else ""
        return f"{self.head()}: {self.label}{what}{why}."


@dataclass(frozen=True, slots=True)
class RowHistory:
    """All changes of a row, the newest first, and those of each record of figures or progress by its days."""

    changes: tuple[ToldChange, ...]
    of_days: Mapping[Days, tuple[ToldChange, ...]]

    def of(self, start: date, as_of: date) -> tuple[ToldChange, ...]:
        """Return what happened to the record of these days, the newest first."""
        return self.of_days.get((start, as_of), ())


def row_history(store: Store, row: IndicatorRow | TaskRow) -> RowHistory:
    """Read the log of a row."""
    tables = (*(_OF_INDICATORS if isinstance(row, IndicatorRow) else _OF_TASKS), *_OF_BOTH)
    entries = sorted(
        (entry for table in tables for entry in history(store, table, row.key)), key=lambda item: -item.change.id
    )
    unit = row.unit if isinstance(row, IndicatorRow) else ""
    by_days: defaultdict[Days, list[HistoryEntry]] = defaultdict(list)
    for item in entries:
        if item.entry.table in ("figure", "progress") and item.start and item.as_of:
            by_days[item.start, item.as_of].append(item)
    of_days = {days: tuple(_told(own, unit, named=False)) for days, own in by_days.items()}
    return RowHistory(tuple(_told(entries, unit, named=True)), of_days)


def _told(entries: Sequence[HistoryEntry], unit: str, *, named: bool) -> Iterator[ToldChange]:
    for change, of_change in groupby(entries, key=lambda item: item.change):
        what = tuple(_records(of_change, unit, named=named))
        how = ORIGIN_WORDS[change.origin]
        yield ToldChange(change.id, change.at, change.who, how, change.label, what, change.why)


def _records(items: Iterable[HistoryEntry], unit: str, *, named: bool) -> Iterator[str]:
    """Yield what a change set did to each record, with its days where they are not known from elsewhere."""
    by_record: defaultdict[tuple[str, int], list[HistoryEntry]] = defaultdict(list)
    for item in items:
        by_record[item.entry.table, item.entry.row_id].append(item)
    for own in by_record.values():
        told = sorted(
            (item for item in own if item.entry.column not in _SILENT),
            key=lambda item: _ORDER.get(item.entry.column, len(_ORDER)),
        )
        if told:
            days = f"đến {day_text(own[0].as_of)}: " if named and own[0].as_of else ""
            yield days + ", ".join(_moved(item, unit) for item in told)


def _moved(item: HistoryEntry, unit: str) -> str:
    entry = item.entry
    column = COLUMN_WORDS.get(entry.column, entry.column)
    old, new = (_value(entry.column, value, unit) for value in (entry.old, entry.new))
    if entry.op is Op.INSERT:
        return f"{column}: {new}" if new in (_YES, _NO) else f"{column} {new}"
    return f"bỏ {column} {old}" if entry.op is Op.DELETE else f"{column} {old} → {new}"


def _value(column: str, value: Value, unit: str) -> str:
    if isinstance(value, str) and _DAY.fullmatch(value):
        return day_text(date.fromisoformat(value))
    if column == "nothing_happened":
        return _YES if value else _NO
    return logged_text(column, value, unit)
