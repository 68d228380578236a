"""Which story a row has: an indicator's, a task's, or none (a heading)."""

from __future__ import annotations

from models.declared_rows import DeclaredRows
from models.desk import Desk
from models.indicator_story import IndicatorStory, indicator_story
from models.reports import Report
from models.task_story import TaskStory, task_story

Story = IndicatorStory | TaskStory


def story_of(desk: Desk, report: Report, key: str) -> Story | None:
    """Return what is told of a row; a row printed once for each milestone is the indicator that stands for it."""
    key = DeclaredRows(desk.plan, report.facts).first_of(key)
    for line in report.indicators:
        if line.row.key == key:
            return indicator_story(desk, report, line)
    for task in (*report.tasks, *report.assignments):
        if task.row.key == key:
            return task_story(desk, report, task)
    return None
