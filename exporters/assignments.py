"""The table of assignments in a report: the plan's own six columns, then what was achieved.

What the plan prints under "Đánh giá" is what it wants to see, so it is headed as a criterion and never filled.
"""

from __future__ import annotations

from exporters.document import Cell, Column, Row, RowKind, Table
from models.plans import AssignmentRow, Layout
from models.reports import Report

CRITERION = "Đánh giá (tiêu chí của Kế hoạch)"
WIDTHS = {"name": 35.0, "lead": 31.0, "work": 35.0, "responsibility": 29.0, "time": 26.0, "evaluation": 31.0}
RESULT, DEGREE = "Kết quả thực hiện", "Mức độ hoàn thành"
RESULT_MM, DEGREE_MM = 41.0, 24.0
SMALL_PT = 11.0


def assignment_table(report: Report, layout: Layout) -> Table:
    """Return the assignments in printed order; results are written by the units' own words."""
    fields = [column.field for column in layout.columns]
    titles = [CRITERION if column.field == "evaluation" else column.title for column in layout.columns]
    widths = [*(WIDTHS[field] for field in fields), RESULT_MM, DEGREE_MM]
    head = Row(RowKind.HEAD, tuple(Cell(title) for title in (*titles, RESULT, DEGREE)))
    rows = (_row(row, fields) for row in report.plan.assignment_rows)
    return Table(tuple(Column(width) for width in widths), (head, *rows), SMALL_PT)


def _row(row: AssignmentRow, fields: list[str]) -> Row:
    return Row(RowKind.BODY, (*(Cell(_text(row, field)) for field in fields), Cell(), Cell()))


def _text(row: AssignmentRow, field: str) -> str:
    if field == "lead" and row.coordinating:
        return f"{row.lead} ({row.coordinating})"
    text: str = getattr(row, field)
    return text
