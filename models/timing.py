"""The stages of a task with all that was added since: the officer's reading, conditions come true, extensions.

A task without a time is under way until the end of the year in a plan of one year; in a longer plan nothing bounds it.
What a document says counts from its day on, so that the report of an earlier period does not change.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from models.facts import NO_FACTS, Facts, Paper
from models.occurrences import occurrence
from models.plans import Plan, TaskRow
from models.schedules import Stage, StageKind, stages

NO_OCCURRENCE = "-"
"""What records of a task without any time are called."""


def timing(plan: Plan, row: TaskRow, on: date, facts: Facts = NO_FACTS) -> tuple[Stage, ...]:
    """Return the stages by which a task is judged on a day, in the order of the plan's columns."""
    readings = {one.column: one.understood for one in facts.readings if one.row_key == row.key}
    found = stages(row, plan.schedule_columns, readings)
    if not any(stage.kind is not StageKind.NOTED for stage in found):
        year = only_year(plan)
        undated = Stage(NO_OCCURRENCE, "", StageKind.UNDATED, year, year)
        return found if year is None else (*found, undated)
    return tuple(_with_facts(stage, row, on, facts) for stage in found)


def only_year(plan: Plan) -> int | None:
    """Return the year of a plan that is made for one year and says so in its title."""
    if len(plan.milestones) != 1:
        return None
    (year,) = plan.milestones
    return year if plan.document.title.endswith(f"năm {year}") else None


def _with_facts(stage: Stage, row: TaskRow, on: date, facts: Facts) -> Stage:
    """Add what is known of a stage on a day; of a yearly stage only that year's round can be put off."""
    name = occurrence(stage, on.year).id
    for fact in facts.came_true:
        if (fact.row_key, fact.occurrence) == (row.key, name) and fact.on <= on:
            stage = replace(stage, true_since=fact.on, brought=fact.deadline)
    for put_off in facts.extensions:
        if (put_off.row_key, put_off.occurrence) == (row.key, name) and is_issued(put_off.paper, on):
            stage = replace(stage, extended=put_off.deadline)
    return stage


def is_issued(paper: Paper, on: date) -> bool:
    """Tell whether a document was issued by a day; one without a day counts always."""
    return paper.day is None or paper.day <= on
