"""Phụ lục II as the plan prints it: every task with its deliverable and its times."""

from __future__ import annotations

from ui.models.line_table import LineTable
from ui.models.plan_columns import itself, task_columns, title, under_headings
from ui.pages.appendix import AppendixPage
from ui.session import Session
from ui.standing import OpenStore


class TasksPage(AppendixPage):
    """The tasks of the plan."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Nhiệm vụ")

    def show_plan(self, store: OpenStore) -> None:
        """Show Phụ lục II."""
        plan = store.plan
        model = LineTable(task_columns(plan))
        self.show_table(model, f"{len(plan.tasks())} nhiệm vụ, in đúng như kế hoạch. {title(plan, 'tasks')}")
        model.show(under_headings(plan.task_rows, itself))
