"""Nhiệm vụ: every task in the period, and as the plan prints it; its assignments and what it orders each unit to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from models.plans import Plan
from models.reports import Report
from ui.models.assignment_columns import UNIT_DUTY_COLUMNS, assignment_columns, assignments, unit_duties
from ui.models.line_table import LineTable
from ui.models.plan_columns import meanings, task_columns, title
from ui.models.plan_rows import Rows, task_rows
from ui.models.task_view import TASK_VIEW, task_lines
from ui.pages.rows import RowsPage
from ui.row_reading import RowsRead, read_tasks

if TYPE_CHECKING:
    from models.desk import Desk

ASSIGNMENTS, UNIT_DUTIES = "Bảng phân công", "Nhiệm vụ của đơn vị"


class TasksPage(RowsPage):
    """The tasks of the plan."""

    name, noun, memory_name = "Nhiệm vụ", "nhiệm vụ", "tasks"
    mark_words = ("Mọi thời hạn", "Thời hạn")
    columns = TASK_VIEW

    def lines_of(self, report: Report, drawn: Mapping[str, Any]) -> Rows[Any]:
        """Return the tasks of a report."""
        return task_lines(report, drawn)

    def read(self, report: Report, desk: Desk) -> RowsRead:
        """Read the months of the year."""
        return read_tasks(report, desk)

    def printed_table(self, plan: Plan) -> tuple[LineTable[Any], Rows[Any]]:
        """Return Phụ lục II, or the part of the text that has the tasks."""
        return LineTable(task_columns(plan)), task_rows(plan)

    def printed_words(self, plan: Plan) -> str:
        """Say how many tasks there are, and what the appendix is."""
        sentences = (
            f"{len(plan.tasks())} nhiệm vụ, in đúng như kế hoạch.",
            title(plan, "tasks"),
            meanings(plan, "tasks"),
            meanings(plan, "assignments"),
        )
        return " ".join(sentence for sentence in sentences if sentence)

    def beside(self, plan: Plan) -> Mapping[str, LineTable[Any]]:
        """Return the other tables that the plan has."""
        found: dict[str, LineTable[Any]] = {}
        if plan.assignment_rows:
            found[ASSIGNMENTS] = table = LineTable(assignment_columns(plan))
            table.show(assignments(plan))
        if plan.unit_duties:
            found[UNIT_DUTIES] = duties = LineTable(UNIT_DUTY_COLUMNS)
            duties.show(unit_duties(plan))
        return found
