"""The rows that facts speak of: those of the plan and the tasks outside it, by key, as sentences name them."""

from __future__ import annotations

import re

from models.assignments import assignment_tasks
from models.errors import NotFound
from models.facts import Facts
from models.plans import IndicatorRow, Plan, TaskRow
from models.text import fold, one_line


class DeclaredRows:
    """A plan's rows with the tasks outside it."""

    def __init__(self, plan: Plan, facts: Facts) -> None:
        self.plan = plan
        self._extra = facts.extra_tasks
        self._labels = labels_of(plan, facts)
        self._names = {row.key: within(self.name(row)) for row in (*plan.rows(), *facts.extra_tasks)}

    def first_of(self, key: str) -> str:
        """Return the key of the row that stands for an indicator which the plan prints once for each milestone."""
        return next((row.same_as for row in self.plan.indicator_rows if row.key == key and row.same_as), key)

    def indicator(self, key: str) -> IndicatorRow:
        """Return the indicator of that key with all its targets."""
        for row in self.plan.indicators():
            if row.key == key:
                return row
        raise self._unknown("chỉ tiêu", key)

    def task(self, key: str) -> TaskRow:
        """Return the task of that key, in the plan or outside it."""
        for row in (*self.plan.tasks(), *self._extra):
            if row.key == key:
                return row
        raise self._unknown("nhiệm vụ", key)

    def row(self, key: str) -> IndicatorRow | TaskRow:
        """Return the indicator or the task of the plan that has this key."""
        if any(row.key == key for row in self.plan.tasks()):
            return self.task(key)
        if any(row.key == key for row in self.plan.indicators()):
            return self.indicator(key)
        raise self._unknown("chỉ tiêu hay nhiệm vụ", key)

    def name(self, row: IndicatorRow | TaskRow) -> str:
        """Return how a sentence begins with the row: Chỉ tiêu V.4."""
        kind = "Chỉ tiêu" if isinstance(row, IndicatorRow) else "Nhiệm vụ"
        return f"{kind} {self._labels[row.key]}"

    def named(self, key: str) -> str:
        """Return a row's name within a sentence, its key where the plan no longer has it: chỉ tiêu V.4."""
        return self._names.get(key, key)

    def _unknown(self, kind: str, key: str) -> NotFound:
        return NotFound(f"Kế hoạch không có {kind} nào mang mã “{key}”. Hãy xem lại mã của dòng trong kế hoạch.")


def labels_of(plan: Plan, facts: Facts) -> dict[str, str]:
    """Return how each row is cited: V.4, and `phát sinh 1` for a task outside the plan."""
    beside = {task.key: f"phát sinh {task.number}" for task in facts.extra_tasks}
    return plan.labels() | beside | {task.key: f"phân công {task.number}" for task in assignment_tasks(plan)}


def printed_cells(row: IndicatorRow | TaskRow) -> tuple[str, ...]:
    """Return the columns in which a row prints a target or a time."""
    if isinstance(row, IndicatorRow):
        return tuple(str(year) for year in row.targets)
    return tuple(row.schedule)


def unit_named(plan: Plan, text: str) -> str:
    """Return the plan's own name of a unit that is written in one of its spellings; other units keep their name."""
    wanted = _spelling(text)
    for agency in plan.agencies:
        if wanted in (_spelling(name) for name in (agency.name, *agency.aliases)):
            return agency.name
    return one_line(text)


def _spelling(name: str) -> str:
    return re.sub(r" ?[-–—] ?", "-", fold(one_line(name)))


def within(name: str) -> str:
    """Return a row's name within a sentence: chỉ tiêu V.4."""
    return name[0].lower() + name[1:]
