"""Check the desk with what the officer declares: recorded, withdrawn, undone, and its effect on periods and entries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from models.desk import Desk
from models.errors import AppError, BadFigures, NotFound
from models.facts import AnnualTarget, DaySwap, NoBasis, Paper
from models.figure_lines import FigureLine
from models.plans import TaskRow
from models.store import change_rows
from models.store.connection import Store
from models.store.undoing import undo
from tests.models.store.samples import small_plan

AT = datetime(2026, 11, 3, 8, 0)
BY: dict[str, Any] = {"who": "Lò Thị Lan", "at": AT}
TARGET = AnnualTarget("ct-5g", 2026, " ≥ 30% ", Paper("12/QĐ-UBND"))
TASK = TaskRow("", "task", "", None, "Rà soát", schedule={"deadline": "30/11/2026"})


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Store.create(tmp_path / "a.so57", small_plan(), **BY) as store:
        yield Desk(store)


def record(desk: Desk, key: str, **fields: Any) -> None:
    desk.record(desk.period("2026-10"), [FigureLine(1, key=key, **fields)], **BY)


def test_a_fact_is_one_change_with_its_reason(desk: Desk) -> None:
    fact = desk.declare(NoBasis("ct-5g", "chưa ai công bố"), **BY)
    change = change_rows.recent(desk.store)[0]
    assert desk.facts().each() == (fact,)
    assert (change.label, change.why) == ("khai báo việc chưa có cơ sở đánh giá chỉ tiêu 1", "chưa ai công bố")
    assert undo(desk.store, **BY).problems == ()
    assert desk.facts().each() == ()


def test_a_fact_is_recorded_as_it_was_understood_and_only_once(desk: Desk) -> None:
    fact = desk.declare(TARGET, **BY)
    assert fact == AnnualTarget("ct-5g", 2026, "≥ 30%", Paper("12/QĐ-UBND"))
    before = change_rows.recent(desk.store)
    assert desk.declare(TARGET, **BY) == fact
    assert change_rows.recent(desk.store) == before


def test_a_withdrawn_fact_can_come_back(desk: Desk) -> None:
    fact = desk.declare(TARGET, **BY)
    desk.withdraw(fact, why="văn bản bị thu hồi", **BY)
    assert desk.facts().each() == ()
    with pytest.raises(NotFound, match="không còn mục tiêu năm 2026 của chỉ tiêu 1"):
        desk.withdraw(fact, **BY)
    undo(desk.store, **BY)
    assert desk.facts().each() == (fact,)


def test_a_task_outside_the_plan_has_progress_like_any_other(desk: Desk) -> None:
    task = desk.declare(TASK, **BY)
    record(desk, "ps-1", text="Đã rà 5 trạm", number="II")
    assert change_rows.recent(desk.store)[0].label == "nhập nội dung cho phát sinh 1"
    (line,) = (line for line in desk.report(desk.period("2026-10")).tasks if line.extra)
    assert line.in_period is not None
    assert (line.row, line.in_period.text) == (task, "Đã rà 5 trạm")
    desk.clear(desk.period("2026-10"), "ps-1", "text", **BY)
    assert desk.records().progress.get("ps-1") is None


def test_a_task_outside_the_plan_takes_no_figure(desk: Desk) -> None:
    desk.declare(TASK, **BY)
    with pytest.raises(BadFigures) as refused:
        record(desk, "ps-1", estimate=True)
    assert "Nhiệm vụ phát sinh 1 là nhiệm vụ" in refused.value.problems[0].reason


def test_a_task_with_progress_is_not_withdrawn(desk: Desk) -> None:
    task = desk.declare(TASK, **BY)
    record(desk, "ps-1", text="Đã rà 5 trạm")
    with pytest.raises(AppError, match="Đã ghi tiến độ cho nhiệm vụ phát sinh ps-1"):
        desk.withdraw(task, **BY)


def test_swapped_days_move_working_days(desk: Desk) -> None:
    monday = date(2026, 8, 24)
    assert desk.holidays.is_working_day(monday)
    desk.declare(DaySwap(monday, False, "Nghỉ bù"), **BY)
    assert not desk.holidays.is_working_day(monday)
    assert desk.holidays.previous_working_day(date(2026, 8, 25)) == date(2026, 8, 21)
