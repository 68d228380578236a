"""How many rows of each section of a plan stand in which state: what the charts of the overview show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from models.evaluation import Verdict
from models.plans import Plan
from models.progress import TaskState
from models.reports import Report

S = TypeVar("S", Verdict, TaskState)
BESIDE_THE_PLAN = "Nhiệm vụ phát sinh"


@dataclass(frozen=True, slots=True)
class SectionCounts(Generic[S]):
    """A section with the number of its rows in each state; a plan without sections is one without a name."""

    number: str
    name: str
    counts: Mapping[S, int]


def indicators_by_section(report: Report) -> tuple[SectionCounts[Verdict], ...]:
    """Count a report's indicators by verdict, section after section."""
    return _counted(report.plan, ((line.row.key, line.evaluation.verdict) for line in report.indicators))


def tasks_by_section(report: Report) -> tuple[SectionCounts[TaskState], ...]:
    """Count a report's tasks by state; those outside the plan come last."""
    return _counted(report.plan, ((line.row.key, line.status.state) for line in report.tasks))


def _counted(plan: Plan, states: Iterable[tuple[str, S]]) -> tuple[SectionCounts[S], ...]:
    sections = plan.sections()
    names = {row.key: (row.number, row.name) for row in plan.rows()}
    found: dict[tuple[str, str], Counter[S]] = {}
    for key, state in states:
        name = names.get(sections[key] or "", ("", "")) if key in sections else ("", BESIDE_THE_PLAN)
        found.setdefault(name, Counter())[state] += 1
    return tuple(SectionCounts(number, name, counts) for (number, name), counts in found.items())
