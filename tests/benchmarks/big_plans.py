"""Plans and stores of any size, made from Thuận Châu's: the same rows again under new keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from importers.plan_files import load_plan
from importers.sample_files import read_sample
from models.actuals import Actual, Progress
from models.calendars import Span, bounds
from models.plans import IndicatorRow, Plan, TaskRow
from models.store import figure_rows, setting_rows
from models.store.connection import Store

AT = datetime(2026, 11, 3, 8, 0)
WHO = "Đo tốc độ"
Row = TypeVar("Row", IndicatorRow, TaskRow)
Record = TypeVar("Record", Actual, Progress)


def plan_of(rows: int) -> Plan:
    """Return a plan with that many indicators and tasks together, in Thuận Châu's proportion and wording."""
    plan = load_plan("thuan-chau")
    share = len(plan.indicators()) / (len(plan.indicators()) + len(plan.tasks()))
    indicators = round(rows * share)
    return replace(
        plan,
        indicator_rows=tuple(_repeat(plan.indicator_rows, indicators)),
        task_rows=tuple(_repeat(plan.task_rows, rows - indicators)),
    )


def _repeat(rows: tuple[Row, ...], wanted: int) -> Iterator[Row]:
    """Yield the rows round after round, each round under keys of its own, until so many hold figures."""
    made = turn = 0
    while made < wanted:
        for row in rows:
            if made == wanted:
                return
            made += row.kind in ("indicator", "task")
            parent = f"{row.parent}~{turn}" if row.parent else None
            yield replace(row, key=f"{row.key}~{turn}", parent=parent)
        turn += 1


def store_of(path: Path, rows: int, months: int = 2) -> None:
    """Make a store with a plan of that many rows, figures and progress of that many months up to 10/2026."""
    plan = plan_of(rows)
    sample = {figure.row_key: figure for figure in read_sample("thuan-chau").figures if figure.as_of.month == 10}
    records = {record.row_key: record for record in read_sample("thuan-chau").progress if record.as_of.month == 10}
    with (
        Store.create(path, plan, who=WHO, at=AT) as store,
        store.change("số liệu để đo", who=WHO, at=AT, origin="sample") as change,
    ):
        setting_rows.save_setting(change, setting_rows.SAMPLE, "1")
        for row in plan.indicators():
            for figure in _each_month(sample.get(row.key.split("~")[0]), row.key, months):
                figure_rows.save(change, figure)
        for task in plan.tasks():
            for record in _each_month(records.get(task.key.split("~")[0]), task.key, months):
                figure_rows.save_progress(change, record)


def _each_month(pattern: Record | None, key: str, months: int) -> Iterator[Record]:
    span = Span(2026, "month", 10)
    for _ in range(months if pattern is not None else 0):
        start, closing = bounds(span, "calendar")
        if pattern is not None:
            yield replace(pattern, row_key=key, start=start, as_of=closing)
        span = span.previous()
