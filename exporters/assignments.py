"""The table of assignments in a report: the plan's own six columns, then what was achieved.

What the plan prints under "Đánh giá" is what it wants to see, so it is headed as a criterion and never filled.
"""

from __future__ import annotations

from exporters.appendix_layouts import Field, unbroken
from exporters.document import Cell, Column, Row, RowKind, Source, Table
from exporters.task_cells import cell_of
from models.plans import AssignmentRow, Layout
from models.reports import Report, TaskLine

CRITERION = "Đánh giá (tiêu chí của Kế hoạch)"
WIDTHS = {"name": 35.0, "lead": 31.0, "work": 35.0, "responsibility": 29.0, "time": 26.0, "evaluation": 31.0}
RESULT, DEGREE = "Kết quả thực hiện", "Mức độ hoàn thành"
RESULT_MM, DEGREE_MM = 41.0, 24.0
SMALL_PT = 11.0


def assignment_table(report: Report, layout: Layout) -> Table:
    """Return the assignments in printed order with what was recorded for each in the period."""
    fields = [column.field for column in layout.columns]
    titles = [CRITERION if column.field == "evaluation" else column.title for column in layout.columns]
    widths = [*(WIDTHS[field] for field in fields), RESULT_MM, DEGREE_MM]
    head = Row(RowKind.HEAD, tuple(Cell(unbroken(title)) for title in (*titles, RESULT, DEGREE)))
    lines = zip(report.plan.assignment_rows, report.assignments, strict=True)
    rows = (_row(row, fields, line, report.period.key) for row, line in lines)
    return Table(tuple(Column(width) for width in widths), (head, *rows), SMALL_PT)


def _row(row: AssignmentRow, fields: list[str], line: TaskLine, period: str) -> Row:
    result = cell_of(Field.RESULT, line, period)
    degree = Cell(_degree(line), source=Source(line.row.key, period, "status"), auto=True)
    return Row(RowKind.BODY, (*(Cell(_text(row, field)) for field in fields), result, degree), line.row.key)


def _degree(line: TaskLine) -> str:
    """Return the state of what was recorded; a row that nobody reported on stays empty."""
    return line.status.words if line.status.record is not None else ""


def _text(row: AssignmentRow, field: str) -> str:
    if field == "lead" and row.coordinating:
        return f"{row.lead} ({row.coordinating})"
    text: str = getattr(row, field)
    return text
