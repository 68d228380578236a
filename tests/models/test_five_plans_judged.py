"""Every distinct printed target and time of the five plans: what is understood, and how it is judged on 31/10/2026.

The tables beside this module were reviewed line by line against plans/README.md. A line of judged_targets.txt holds
plan, milestone, words [unit], what is understood, then the verdict without a figure, with one that falls short and
with one that just reaches it (in words: told, then told and accepted), by the targets of the row up to that milestone.
A line of judged_times.txt holds plan, column, words, what is understood, then the state of a task without a record,
with one of the period, and done in the period.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest

import resources
from models.actuals import Actual, Progress
from models.evaluation import evaluate
from models.plan_format import plan_from_dict
from models.plans import IndicatorRow, Plan, ScheduleColumn, TaskRow
from models.progress import status
from models.schedules import StageKind, parse_stage
from models.schedules import describe as describe_stage
from models.targets import LOWER_IS_BETTER, Comparison, Target, describe, parse_target
from models.targets_in_force import targets_of
from models.timing import timing
from tests.models.rows import CLOSING, START, month

PLANS = ("thuan-chau", "xop", "quang-son", "phu-thai", "phong-tho")
TABLES = Path(__file__).parent
NO_TIME = "(không ghi)"


@lru_cache(maxsize=len(PLANS))
def plan(name: str) -> Plan:
    return plan_from_dict(resources.read_json(f"plans/{name}.json"))


def reviewed(table: str) -> list[str]:
    return (TABLES / table).read_text(encoding="utf-8").splitlines()


def judged_targets(name: str) -> Iterator[str]:
    """Yield a line for each distinct printed target, at the first milestone that prints it."""
    cells: dict[tuple[str, str], tuple[int, IndicatorRow]] = {}
    for row in plan(name).printed_indicators():
        for year, printed in row.targets.items():
            first = cells.get((printed, row.unit), (year, row))
            cells[printed, row.unit] = (year, row) if year < first[0] else first
    for (printed, unit), (year, row) in cells.items():
        upto = replace(row, targets={own: words for own, words in row.targets.items() if own <= year})
        target = targets_of(upto)[year]
        days = month(12, 2025) if year == 2025 else (START, CLOSING)
        told = [[], *([one] for one in _figures(target, Actual(row.key, *days)))]
        found = [evaluate(upto, one, START, CLOSING, plan(name).milestones).words for one in told]
        understood = describe(parse_target(printed, row.name, unit))
        yield " | ".join([name, str(year), f"{printed} [{unit}]", understood, *found])


def _figures(target: Target, blank: Actual) -> tuple[Actual, Actual]:
    """Return a figure that falls short of the target and one that just reaches it."""
    low = max((part.low for part in target.parts if part.low is not None), default=target.low)
    if low is None:
        return replace(blank, text="Đang làm"), replace(blank, text="Đã xong", reached=True)
    step = Decimal("0.01")
    if target.comparison in LOWER_IS_BETTER:
        return replace(blank, value=low + 1), replace(blank, value=low)
    strict = step if target.comparison in (Comparison.ABOVE, Comparison.PARTS) else Decimal(0)
    return replace(blank, value=low + strict - step), replace(blank, value=low + strict)


def judged_times(name: str) -> Iterator[str]:
    """Yield a line for each distinct printed time of a column, judged as if the task had no other."""
    own = plan(name)
    cells = {(column, words): None for row in own.tasks() for column, words in row.schedule.items() if words.strip()}
    if any(not any(words.strip() for words in row.schedule.values()) for row in own.tasks()):
        cells["", NO_TIME] = None
    for column, printed in cells:
        row = TaskRow("nv", "task", "1", None, "Việc", schedule={column: printed} if column else {})
        stages = timing(own, row, CLOSING)
        in_force = status(row, stages, (), CLOSING).occurrence
        told = Progress("nv", in_force.id if in_force else "-", START, CLOSING, text="Đã làm")
        records: list[tuple[Progress, ...]] = [(), (told,), (replace(told, done=True, done_on=CLOSING),)]
        states = [status(row, stages, one, CLOSING).words for one in records]
        understood = "; ".join(describe_stage(stage) for stage in stages if stage.kind is not StageKind.UNDATED)
        yield " | ".join([name, column, printed, understood or "(không có thời hạn)", *states])


@pytest.mark.parametrize("name", PLANS)
def test_every_target_is_judged_as_reviewed(name: str) -> None:
    expected = [line for line in reviewed("judged_targets.txt") if line.startswith(f"{name} |")]
    assert list(judged_targets(name)) == expected


@pytest.mark.parametrize("name", PLANS)
def test_every_time_is_judged_as_reviewed(name: str) -> None:
    expected = [line for line in reviewed("judged_times.txt") if line.startswith(f"{name} |")]
    assert list(judged_times(name)) == expected


# The times of Phú Thái's table of assignments: two stages each where two are printed; "hoàn thành cơ bản" by hand.
ASSIGNED = {
    "2025–2030 (5G), 2035–2045 (6G)": ["giai đoạn 2025 - 2030", "giai đoạn 2035 - 2045"],
    "Hoàn thành toàn trình trước 2030": ["đến hết ngày 31/12/2029"],
    "2025–2030 hoàn thành cơ bản": ["giai đoạn 2025 - 2030"],
    "2025–2030 cơ bản hoàn thành": ["giai đoạn 2025 - 2030"],
    "Hằng năm (2025–2045)": ["hằng năm (2025-2045)"],
    "Thường xuyên, liên tục": ["thường xuyên"],
    "2025–2035 thí điểm, 2035–2045 nhân rộng": ["giai đoạn 2025 - 2035", "giai đoạn 2036 - 2045"],
}


def test_the_times_of_the_assignments_are_understood() -> None:
    column = ScheduleColumn("time", "Thời gian")
    times = {row.time for row in plan("phu-thai").assignment_rows}
    assert {time: [describe_stage(stage) for stage in parse_stage(time, column)] for time in times} == ASSIGNED


def test_nothing_else_is_silently_not_understood() -> None:
    unclear = {
        (name, words)
        for name in PLANS
        for row in plan(name).printed_indicators()
        for words in row.targets.values()
        if parse_target(words, row.name, row.unit).comparison is Comparison.UNKNOWN
    } | {
        (name, stage.printed)
        for name in PLANS
        for row in plan(name).tasks()
        for stage in timing(plan(name), row, date(2026, 10, 31))
        if stage.kind is StageKind.UNKNOWN
    }
    assert unclear == {("xop", "Theo thời gian tại Kế hoạch đã phê duyệt")}
