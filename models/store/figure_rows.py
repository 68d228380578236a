"""The SQL of figures and of tasks' progress: one row for each row of the plan and span of days."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import Any, TypeVar

from models.actuals import Actual, FigureState, FigureTable, Origin, Progress, ProgressTable
from models.errors import AppError
from models.store.connection import Store
from models.store.fresh_rows import fresh
from models.store.transaction import Change
from models.store.values import day_of, day_or_none, decimal_or_none, flag_or_none

_FIGURE_KEY = ("plan_id", "row_key", "start", "as_of")
_PROGRESS_KEY = ("plan_id", "row_key", "occurrence", "start", "as_of")
_FIGURE = (
    "row_key, start, as_of, value, numerator, denominator, text, reached, state, estimate, difficulty, proposal, note"
)
_PROGRESS = (
    "row_key, occurrence, start, as_of, percent, done, done_on, deliverable_number, deliverable_date, text, "
    "difficulty, proposal, next_step, note"
)
_STATES = {state.value: state for state in FigureState}

Record = TypeVar("Record", Actual, Progress)


def save(change: Change, actual: Actual, origin: Origin | None = None) -> None:
    """Record a figure in the place of the one of the same row and days; a record that says nothing is erased."""
    if actual.is_blank() and not (actual.difficulty or actual.proposal or actual.note):
        erase(change, actual.row_key, actual.start, actual.as_of)
        return
    _check_figure(actual)
    change.upsert("figure", _record(change, actual, _FIGURE, origin), _FIGURE_KEY)


def erase(change: Change, row_key: str, start: date, as_of: date) -> bool:
    """Take a figure away; tell whether there was one."""
    key = {"plan_id": change.plan_id, "row_key": row_key, "start": start, "as_of": as_of}
    return _erase(change, "figure", key)


def save_progress(change: Change, progress: Progress, origin: Origin | None = None) -> None:
    """Record a task's progress in the place of the one of the same occurrence and days."""
    if progress.percent is not None and not 0 <= progress.percent <= 100:
        raise AppError(f"Tỷ lệ hoàn thành của “{progress.row_key}” phải từ 0 đến 100, không phải {progress.percent}.")
    blank = Progress(progress.row_key, progress.occurrence, progress.start, progress.as_of)
    if progress == blank:
        erase_progress(change, progress.row_key, progress.occurrence, progress.start, progress.as_of)
        return
    change.upsert("progress", _record(change, progress, _PROGRESS, origin), _PROGRESS_KEY)


def erase_progress(change: Change, row_key: str, occurrence: str, start: date, as_of: date) -> bool:
    """Take a record of progress away; tell whether there was one."""
    values = (change.plan_id, row_key, occurrence, start, as_of)
    return _erase(change, "progress", dict(zip(_PROGRESS_KEY, values, strict=True)))


def figures(store: Store) -> FigureTable:
    """Return all figures of the current plan, each row's oldest first."""
    return fresh(store, "figure", partial(_figures, store))


def _figures(store: Store, keys: Sequence[str] | None) -> FigureTable:
    return _by_row(_of_rows(store, "figure", _FIGURE, keys), _actual)


def progress(store: Store) -> ProgressTable:
    """Return all progress of the current plan, each task's oldest first."""
    return fresh(store, "progress", partial(_progress_of, store))


def _progress_of(store: Store, keys: Sequence[str] | None) -> ProgressTable:
    return _by_row(_of_rows(store, "progress", _PROGRESS, keys), _progress)


def closing_days(store: Store) -> frozenset[date]:
    """Return the days on which figures or progress of the current plan close."""
    of_plan = "FROM {} WHERE plan_id = ?"
    sql = " UNION ".join(f"SELECT as_of {of_plan.format(table)}" for table in ("figure", "progress", "part_figure"))
    return frozenset(date.fromisoformat(day) for (day,) in store.rows(sql, [store.plan_id] * 3))


def _check_figure(actual: Actual) -> None:
    ratio = actual.numerator is not None or actual.denominator is not None
    if actual.value is not None and ratio:
        raise AppError(f"Số liệu của “{actual.row_key}” chỉ ghi một cách: hoặc giá trị, hoặc tử số và mẫu số.")
    if actual.state is not FigureState.FIGURE and (actual.value is not None or ratio or actual.text):
        raise AppError(f"Số liệu của “{actual.row_key}” là không phát sinh hoặc chưa báo cáo thì không ghi thêm số.")
    if actual.start > actual.as_of:
        raise AppError(f"Số liệu của “{actual.row_key}” có ngày bắt đầu sau ngày chốt.")


def _record(change: Change, record: Actual | Progress, columns: str, origin: Origin | None) -> dict[str, object]:
    own = {column: getattr(record, column) for column in columns.split(", ")}
    return {"plan_id": change.plan_id, **own, "origin": origin or change.origin}


def _erase(change: Change, table: str, key: dict[str, object]) -> bool:
    row_id = change.find(table, key)
    if row_id is None:
        return False
    change.delete(table, row_id)
    return True


def _of_rows(store: Store, table: str, columns: str, keys: Sequence[str] | None) -> Iterator[tuple[Any, ...]]:
    """Yield the records of some rows of the plan, or of all, in the order in which they were made."""
    if keys is None:
        return store.stream(f"SELECT {columns} FROM {table} NOT INDEXED WHERE plan_id = ? ORDER BY id", [store.plan_id])
    places = ", ".join("?" * len(keys))
    sql = f"SELECT {columns} FROM {table} WHERE plan_id = ? AND row_key IN ({places}) ORDER BY id"
    return store.stream(sql, [store.plan_id, *keys])


def _by_row(rows: Iterable[tuple[Any, ...]], read: Callable[..., Record]) -> dict[str, tuple[Record, ...]]:
    """Return the records of each row of the plan, the oldest first.

    Sorted here, row by row: SQLite sorts hundreds of thousands of wide rows on disk.
    """
    found: dict[str, list[Record]] = {}
    names: dict[str, str] = {}
    with _collector_at_rest():
        for key, *rest in rows:
            own = names.setdefault(key, key)  # one text for all records of a row
            found.setdefault(own, []).append(read(own, *rest))
    return {key: tuple(sorted(found[key], key=_in_time)) for key in sorted(found)}


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep Python from looking for cycles: records have none, and it would look through all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _in_time(record: Actual | Progress) -> tuple[date, date]:
    return record.as_of, record.start


def _actual(
    row_key: str,
    start: str,
    as_of: str,
    value: str | None,
    numerator: str | None,
    denominator: str | None,
    text: str,
    reached: int | None,
    state: str,
    estimate: int,
    *words: str,
) -> Actual:
    return Actual(
        row_key,
        day_of(start),
        day_of(as_of),
        decimal_or_none(value),
        decimal_or_none(numerator),
        decimal_or_none(denominator),
        text,
        flag_or_none(reached),
        _STATES[state],
        bool(estimate),
        *words,
    )


def _progress(
    row_key: str,
    occurrence: str,
    start: str,
    as_of: str,
    percent: str | None,
    done: int | None,
    done_on: str | None,
    deliverable_number: str,
    deliverable_date: str | None,
    *words: str,
) -> Progress:
    return Progress(
        row_key,
        occurrence,
        day_of(start),
        day_of(as_of),
        decimal_or_none(percent),
        flag_or_none(done),
        day_or_none(done_on),
        deliverable_number,
        day_or_none(deliverable_date),
        *words,
    )
