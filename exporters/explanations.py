"""The column Giải trình of the leaders' copy: red, at the far right, never issued (forms.md §5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from exporters.document import Cell, Column, Row, RowKind, Table
from exporters.prose import capital_first, sentences
from models.checks import Warning, warnings_of
from models.reports import Report, TaskLine

HEAD = "Giải trình"
NOT_ISSUED = "(không phát hành)"
RED = "C00000"
WIDTH_MM = 34.0
NARROW_MM = 18.0
TO_DO = "; hãy "
"""How the part of a warning begins that tells the officer what to do, which is nothing for the leaders."""


def explanations(report: Report) -> dict[str, str]:
    """Return what is explained of each row: the officer's words, else what the data say."""
    told = {key: text for key, text in _from_the_data(report) if text}
    return told | {key: text for key, text in report.explanations.items() if text.strip()}


def _from_the_data(report: Report) -> Iterator[tuple[str, str]]:
    """Yield for each row its warnings, the difficulty recorded with it, and the next step."""
    warned: dict[str, list[Warning]] = {}
    for warning in warnings_of(report):
        warned.setdefault(warning.row_key, []).append(warning)
    for line in report.indicators:
        difficulty = line.current.difficulty if line.current else ""
        yield line.row.key, sentences(*_warned(warned.get(line.row.key, ()), line.label), difficulty)
    for task in (*report.tasks, *report.assignments):
        yield task.row.key, sentences(*_warned(warned.get(task.row.key, ()), task.cited), *_of_task(task))


def _warned(warnings: Iterable[Warning], label: str) -> Iterator[str]:
    """Yield warnings as a row says them of itself: without its name, and without what the officer is to do."""
    for warning in warnings:
        own = warning.sentence.partition(TO_DO)[0]
        for name in (f"Chỉ tiêu {label}", f"Nhiệm vụ {label}"):
            own = own.removeprefix(name)
        yield capital_first(own.lstrip(" :"))


def _of_task(task: TaskLine) -> Iterator[str]:
    """Yield what hinders a task and what comes next, by its own record or that of the stage it still owes."""
    record = task.in_period or task.status.record or task.debt_record
    if record is not None:
        yield record.difficulty
        yield f"Hướng xử lý: {record.next_step}" if record.next_step else ""


def with_explanations(table: Table, texts: Mapping[str, str]) -> Table:
    """Return a finished table with one more column at the far right; rows are told apart by their keys."""
    heads = table.head_rows()
    rows = [_widened(row, number, heads, texts) for number, row in enumerate(table.rows)]
    return replace(table, columns=(*_narrowed(table.columns), Column(WIDTH_MM)), rows=tuple(rows))


def _narrowed(columns: Sequence[Column]) -> Iterator[Column]:
    """Yield the columns with room made for one more: only the wide ones give, each by what it has above the narrow."""
    spare = sum(max(column.width - NARROW_MM, 0) for column in columns)
    share = min(WIDTH_MM / spare, 1) if spare else 0
    for column in columns:
        yield replace(column, width=column.width - max(column.width - NARROW_MM, 0) * share)


def _widened(row: Row, number: int, heads: int, texts: Mapping[str, str]) -> Row:
    if number < heads:
        head = Cell(f"{HEAD}\n{NOT_ISSUED}", rowspan=heads, color=RED)
        return replace(row, cells=(*row.cells, *((head,) if number == 0 else ())))
    if row.kind is not RowKind.BODY and row.cells[-1].colspan > 1:
        last = row.cells[-1]
        return replace(row, cells=(*row.cells[:-1], replace(last, colspan=last.colspan + 1)))
    return replace(row, cells=(*row.cells, Cell(texts.get(row.key or "", ""), color=RED)))
