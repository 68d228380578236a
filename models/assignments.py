"""The rows of a plan's table of assignments as tasks of their own, so that results can be recorded for them too."""

from __future__ import annotations

from models.facts import Facts
from models.plans import Plan, TaskRow
from models.text import one_line

KEY_PREFIX = "pc-"


def assignment_tasks(plan: Plan) -> tuple[TaskRow, ...]:
    """Return the assignments in printed order under keys `pc-1`, `pc-2` …; they are not counted as tasks."""
    column = plan.schedule_columns[0].id if plan.schedule_columns else ""
    return tuple(
        TaskRow(
            key=f"{KEY_PREFIX}{number}",
            kind="task",
            number=str(number),
            parent=None,
            name=one_line(row.name),
            lead=row.lead,
            coordinating=row.coordinating,
            schedule={column: row.time} if column and row.time else {},
        )
        for number, row in enumerate(plan.assignment_rows, start=1)
    )


def tasks_beside(plan: Plan, facts: Facts) -> tuple[TaskRow, ...]:
    """Return what progress can be recorded for beside the plan's tasks: those outside it, and the assignments."""
    return (*facts.extra_tasks, *assignment_tasks(plan))
