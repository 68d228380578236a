"""The plan's tasks as it prints them, with its table of assignments and what it orders each unit to do."""

from __future__ import annotations

from typing import Any

from models.plans import Plan
from ui.models.assignment_columns import UNIT_DUTY_COLUMNS, assignment_columns, assignments, unit_duties
from ui.models.line_table import LineTable
from ui.models.plan_columns import meanings, task_columns, title
from ui.models.plan_rows import task_rows
from ui.pages.appendix import AppendixPage
from ui.session import Session
from ui.standing import OpenStore

ASSIGNMENTS, UNIT_DUTIES = "Bảng phân công", "Nhiệm vụ của đơn vị"


class TasksPage(AppendixPage):
    """The tasks of the plan."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Nhiệm vụ")

    def show_plan(self, store: OpenStore) -> None:
        """Show Phụ lục II, or the part of the text that has the tasks, and what stands beside it."""
        plan = store.plan
        model = LineTable(task_columns(plan))
        sentences = (
            f"{len(plan.tasks())} nhiệm vụ, in đúng như kế hoạch.",
            title(plan, "tasks"),
            meanings(plan, "tasks"),
            meanings(plan, "assignments"),
        )
        self.show_table(model, " ".join(sentence for sentence in sentences if sentence), _beside(plan))
        model.show(task_rows(plan))


def _beside(plan: Plan) -> dict[str, LineTable[Any]]:
    """Return the other tables that the plan has."""
    found: dict[str, LineTable[Any]] = {}
    if plan.assignment_rows:
        found[ASSIGNMENTS] = table = LineTable(assignment_columns(plan))
        table.show(assignments(plan))
    if plan.unit_duties:
        found[UNIT_DUTIES] = duties = LineTable(UNIT_DUTY_COLUMNS)
        duties.show(unit_duties(plan))
    return found
