"""Check the desk with what the officer declares: recorded, withdrawn, undone, and its effect on periods and entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models import desk_facts
from models.check_list import check_list
from models.desk import Desk
from models.errors import AppError, BadFigures, NotFound
from models.facts import AnnualTarget, DaySwap, DeclaredFrom, NoBasis, Paper, Reading
from models.figure_lines import FigureLine
from models.findings import FindingKind
from models.plans import TaskRow
from models.store import change_rows, drafting_rows, report_rows
from models.store.connection import Store
from models.store.undoing import undo
from models.understanding import Understanding
from tests.models.store.samples import small_plan

AT = datetime(2026, 11, 3, 8, 0)
BY: dict[str, Any] = {"who": "Lò Thị Lan", "at": AT}
TARGET = AnnualTarget("ct-5g", 2026, " ≥ 30% ", Paper("12/QĐ-UBND"))
READING = Reading("ct-5g", "2030", "≥ 70%", "đọc nhầm số")
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


def test_each_fact_is_named_by_its_kind_and_a_number_that_stays_its_own(desk: Desk) -> None:
    first = desk.declare(DaySwap(date(2026, 8, 22), working=True, name="làm bù"), **BY)
    second = desk.declare(DaySwap(date(2026, 8, 24), working=False, name="nghỉ bù"), **BY)
    begun = desk.declare(DeclaredFrom(date(2026, 1, 1)), **BY)
    target = desk.declare(TARGET, **BY)
    names = {"from-1": begun, "annual-target-1": target, "day-swap-1": first, "day-swap-2": second}
    assert desk_facts.declared(desk.store) == names
    desk.withdraw(desk_facts.named(desk.store, " day-swap-1 "), **BY)
    assert desk_facts.named(desk.store, "day-swap-2") == second
    with pytest.raises(NotFound, match="không có khai báo nào mang mã “day-swap-1”"):
        desk_facts.named(desk.store, "day-swap-1")


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


def test_a_task_outside_the_plan_takes_no_progress_before_its_first_day(desk: Desk) -> None:
    desk.declare(replace(TASK, since=date(2026, 11, 1)), **BY)
    with pytest.raises(AppError, match=r"phát sinh 1 có từ 01/11/2026 nên không ghi tiến độ cho kỳ tháng 10/2026"):
        record(desk, "ps-1", text="Đã rà 5 trạm")
    november = desk.period("2026-11")
    desk.record(november, [FigureLine(1, key="ps-1", text="Đã rà 5 trạm")], **BY)
    assert [line.row.key for line in desk.report(november).tasks if line.extra] == ["ps-1"]
    assert not any(line.extra for line in desk.report(desk.period("2026-10")).tasks)


def verdict(desk: Desk) -> str:
    """Return how the period 10/2026 judges the indicator that is read in two ways."""
    lines = desk.report(desk.period("2026-10")).indicators
    return next(line.evaluation.words for line in lines if line.row.key == "ct-5g")


def found(desk: Desk) -> list[str]:
    """Return what the check list says of how the period 10/2026 was understood."""
    kind = FindingKind.UNDERSTOOD_OTHERWISE
    return [one.sentence for one in check_list(desk, desk.period("2026-10")) if one.kind == kind]


def test_a_reading_declared_after_closing_waits_for_the_reopening(desk: Desk) -> None:
    record(desk, "ct-5g", value=Decimal(60))
    desk.close_period(desk.period("2026-10"), why="", **BY)
    before = verdict(desk)
    assert found(desk) == []
    desk.declare(READING, **BY)
    assert (verdict(desk), before) == ("Vượt", "Vượt")
    assert found(desk) == [
        "Kỳ tháng 10/2026 đã khóa nên vẫn tính theo cách hiểu lúc khóa, khác cách hiểu hiện nay ở chỉ tiêu 1; nếu cần "
        "tính lại, hãy mở lại kỳ và ghi rõ lý do."
    ]
    desk.reopen_period(desk.period("2026-10"), why="đọc lại mục tiêu", **BY)
    assert verdict(desk) == "Đang thực hiện"
    assert found(desk) == []
    desk.close_period(desk.period("2026-10"), why="", **BY)
    desk.withdraw(READING, **BY)
    assert verdict(desk) == "Đang thực hiện"
    assert len(found(desk)) == 1


def test_a_period_closed_by_an_older_version_is_read_as_today(desk: Desk) -> None:
    record(desk, "ct-5g", value=Decimal(60))
    period = desk.period("2026-10")
    with desk.store.change("Khóa như trước đây", **BY) as change:
        row = {"period_key": period.key, "start": period.start, "closing": period.closing, "locked": True}
        change.insert("period_state", {"plan_id": change.plan_id, **row})
    desk.declare(READING, **BY)
    assert verdict(desk) == "Đang thực hiện"
    assert found(desk) == []


def test_a_period_closed_with_another_parser_is_pointed_out(desk: Desk) -> None:
    period = desk.period("2026-10")
    with desk.store.change("Khóa bằng bản cũ", why="thử", **BY) as change:
        report_rows.lock_period(change, period.key, period.start, period.closing)
        report_rows.reopen_period(change, period.key)
        drafting_rows.save_understanding(change, period.key, Understanding("0", ()))
        row_id = change.find("period_state", {"period_key": period.key})
        assert row_id is not None
        change.update("period_state", row_id, {"locked": True})
    (sentence,) = found(desk)
    assert sentence.startswith(
        "Kỳ tháng 10/2026 đã khóa khi phần mềm còn đọc mục tiêu và thời gian theo cách cũ (bản 0"
    )


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
