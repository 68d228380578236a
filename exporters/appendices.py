"""The appendices of a report as tables: the plan's own rows and wording, then what was achieved (forms.md §5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from exporters import indicator_cells, task_cells
from exporters.appendix_layouts import (
    Field,
    FormColumn,
    common_milestones,
    indicator_columns,
    leads_assigned,
    task_columns,
    years_in_sections,
)
from exporters.appendix_rows import PrintedRow, Standing, printed_rows
from exporters.document import Cell, Row, RowKind, Table
from exporters.indicator_cells import Keys, result_text
from models.plans import IndicatorRow, TaskRow
from models.reports import Report, TaskLine

__all__ = ["head_row", "indicator_table", "result_text", "section_row", "task_table"]

SMALL_PT = 11.0
OUTSIDE_PLAN = "Nhiệm vụ phát sinh ngoài Kế hoạch"


def indicator_table(report: Report, columns: Sequence[FormColumn] = (), blank: frozenset[Field] = frozenset()) -> Table:
    """Return the appendix of indicators: every row in printed order under its section.

    Columns in `blank` are left to be written by hand.
    """
    columns = columns or indicator_columns(report)
    keys = _keys(report)
    rows = (_printed(shown, columns, keys, blank) for shown in printed_rows(report))
    return _table(columns, rows)


def _keys(report: Report) -> Keys:
    like = report.year_before
    return Keys(
        period=report.period.key,
        before=report.before.key,
        year_before=like.key if like else "",
        common_target=len(common_milestones(report)) == 1,
        years_in_sections=years_in_sections(report.plan),
        leads_assigned=leads_assigned(report),
    )


def _table(columns: Sequence[FormColumn], rows: Iterable[Row]) -> Table:
    return Table(
        tuple(column.column for column in columns), (head_row(column.title for column in columns), *rows), SMALL_PT
    )


def head_row(titles: Iterable[str]) -> Row:
    """Return the head of a table."""
    return Row(RowKind.HEAD, tuple(Cell(title) for title in titles))


def _printed(shown: PrintedRow, columns: Sequence[FormColumn], keys: Keys, blank: frozenset[Field]) -> Row:
    if shown.line is None:
        return section_row(shown.row, len(columns), bold=shown.standing is not Standing.BULLET)
    line = shown.line
    cells = (
        Cell() if column.field in blank else indicator_cells.cell_of(column.field, shown, line, keys)
        for column in columns
    )
    return Row(RowKind.BODY, tuple(cells), shown.row.key)


def section_row(row: IndicatorRow | TaskRow, columns: int, *, bold: bool = True) -> Row:
    """Return a row across the table: its number, then its name; it stays on the page of what follows."""
    kind = RowKind.GROUP if row.kind == "group" else RowKind.SECTION
    cells = (Cell(row.number, align="center", bold=bold), Cell(row.name, colspan=columns - 1, bold=bold))
    return Row(kind, cells, row.key)


def task_table(report: Report, columns: Sequence[FormColumn] = (), blank: frozenset[Field] = frozenset()) -> Table:
    """Return the appendix of tasks: every row in printed order, then the tasks outside the plan."""
    columns = columns or task_columns(report)
    return _table(columns, _task_rows(report, columns, blank))


def _task_rows(report: Report, columns: Sequence[FormColumn], blank: frozenset[Field]) -> Iterator[Row]:
    lines = {line.row.key: line for line in report.tasks if not line.extra}
    period = report.period.key
    for row in report.plan.task_rows:
        line = lines.get(row.key)
        yield section_row(row, len(columns)) if line is None else _task_row(line, columns, period, blank)
    if extra := [line for line in report.tasks if line.extra]:
        yield section_row(TaskRow("", "section", "", None, OUTSIDE_PLAN), len(columns))
        yield from (_task_row(line, columns, period, blank) for line in extra)


def _task_row(line: TaskLine, columns: Sequence[FormColumn], period: str, blank: frozenset[Field]) -> Row:
    cells = (Cell() if column.field in blank else task_cells.cell_of(column.field, line, period) for column in columns)
    return Row(RowKind.BODY, tuple(cells), line.row.key)
