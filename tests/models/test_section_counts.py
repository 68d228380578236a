"""Rows counted by the section in which the plan prints them."""

from __future__ import annotations

from dataclasses import replace

from models.evaluation import Verdict
from models.facts import Facts
from models.office import default_office
from models.plans import TaskRow
from models.progress import TaskState
from models.reports import Records, Report, build_report
from models.section_counts import BESIDE_THE_PLAN, indicators_by_section, tasks_by_section
from tests.models.store.samples import october, small_plan
from tests.models.test_report_lines import _period

EXTRA = TaskRow("ps-1", "task", "", None, "Hội thi")


def report(*, sections: bool = True) -> Report:
    plan = small_plan()
    if not sections:
        rows = tuple(replace(row, parent=None) for row in plan.indicator_rows if row.kind == "indicator")
        plan = replace(plan, indicator_rows=rows)
    figures = {"ct-5g": (october("60"),)}
    facts = Facts(extra_tasks=(EXTRA,))
    return build_report(plan, _period(), Records(figures, {}), default_office(plan), {}, facts=facts)


def test_indicators_are_counted_under_their_section() -> None:
    (section,) = indicators_by_section(report())
    assert (section.number, section.name) == ("I", "Hạ tầng số")
    assert section.counts == {Verdict.EXCEEDED: 1, Verdict.NO_FIGURE: 1, Verdict.NO_BASIS: 1}


def test_a_plan_without_sections_is_one_without_a_name() -> None:
    (section,) = indicators_by_section(report(sections=False))
    assert (section.number, section.name, sum(section.counts.values())) == ("", "", 3)


def test_tasks_outside_the_plan_stand_last() -> None:
    printed, beside = tasks_by_section(report())
    assert (printed.number, printed.counts) == ("I", {TaskState.OVERDUE: 1})
    assert (beside.number, beside.name, sum(beside.counts.values())) == ("", BESIDE_THE_PLAN, 1)
