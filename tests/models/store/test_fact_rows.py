"""Facts come out as they went in, are logged and undone like figures, and stay out of locked periods and the plan."""

import sqlite3
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.errors import NotFound, PeriodLocked
from models.facts import (
    AnnualTarget,
    DaySwap,
    DeclaredFrom,
    Direction,
    Extension,
    Fact,
    Facts,
    Lead,
    NoBasis,
    Override,
    Paper,
    PartFigure,
    Reading,
)
from models.plans import TaskRow
from models.store import fact_rows, figure_rows, plan_rows, report_rows
from models.store.change_rows import history, touched
from models.store.connection import Store
from models.store.undoing import undo
from tests.models.store.samples import (
    AT,
    LATER,
    OCTOBER,
    PERIOD,
    WHO,
    every_fact,
    progress_of_october,
    small_plan,
)

TARGET = AnnualTarget("ct-5g", 2026, "≥ 30%", Paper("12/QĐ-UBND"))
TASK = TaskRow("", "task", "", None, "Rà soát")
IN_OCTOBER: tuple[Fact, ...] = (
    Override("ct-5g", PERIOD, Decimal(1), None, None, "đếm lại"),
    PartFigure("ct-bai", "Bản Lạnh", date(2026, 10, 1), date(2026, 10, 15), Decimal(1)),
    PartFigure("ct-5g", "Bản Lạnh", date(2026, 7, 1), date(2026, 10, 31), Decimal(1)),
    Direction(Paper("9/CV-UBND", date(2026, 10, 31), "đôn đốc")),
)
NOT_IN_OCTOBER: tuple[Fact, ...] = (
    PartFigure("ct-bai", "Bản Lạnh", date(2026, 7, 1), date(2026, 10, 31), Decimal(1)),
    Direction(Paper("9/CV-UBND", date(2026, 11, 1), "đôn đốc")),
    Extension("nv-kh", "deadline", date(2026, 12, 31)),
    Reading("ct-5g", "2030", "≥ 55%", "in nhầm"),
)


def declare(store: Store, *facts: Fact) -> int:
    """Record facts in one change set and return its id."""
    with store.change("Khai báo", who=WHO, at=AT, why="theo văn bản") as change:
        for fact in facts:
            fact_rows.save(change, fact)
    return change.id


def lock_october(store: Store) -> None:
    with store.change("Khóa", who=WHO, at=AT) as change:
        report_rows.lock_period(change, PERIOD, *OCTOBER)


def erase(store: Store, fact: Fact) -> bool:
    with store.change("Bỏ", who=WHO, at=LATER) as change:
        return fact_rows.erase(change, fact)
    return False


def test_every_fact_comes_out_as_it_went_in(store: Store) -> None:
    assert fact_rows.facts(store) == Facts()
    with store.change("Khai báo", who=WHO, at=AT) as change:
        fact_rows.save_all(change, every_fact())
    assert fact_rows.facts(store) == every_fact()
    assert plan_rows.load_current(store) == small_plan()


def test_a_fact_takes_the_place_of_the_one_of_its_key(store: Store) -> None:
    declare(store, TARGET)
    declare(store, replace(TARGET, printed="≥ 35%"), replace(TARGET, year=2027))
    assert [(t.year, t.printed) for t in fact_rows.facts(store).annual_targets] == [(2026, "≥ 35%"), (2027, "≥ 30%")]


@pytest.mark.parametrize("fact", every_fact().each(), ids=lambda fact: type(fact).__name__)
def test_every_fact_is_undone_done_again_and_withdrawn(store: Store, fact: Fact) -> None:
    change = declare(store, fact)
    assert undo(store, change, who=WHO, at=LATER).problems == ()
    assert fact_rows.facts(store) == Facts()
    undo(store, change + 1, who=WHO, at=LATER)
    assert fact_rows.facts(store).each() == (fact,)
    assert erase(store, fact)
    assert not erase(store, fact)
    assert fact_rows.facts(store) == Facts()


@pytest.mark.parametrize("fact", every_fact().each(), ids=lambda fact: type(fact).__name__)
def test_a_fact_that_is_gone_is_named_when_it_cannot_be_undone(store: Store, fact: Fact) -> None:
    change = declare(store, fact)
    erase(store, fact)
    (problem,) = undo(store, change, who=WHO, at=LATER).problems
    assert "đã bị xóa sau đó" in problem
    assert "None" not in problem
    assert "{" not in problem


def test_the_log_says_who_declared_what_and_why(store: Store) -> None:
    change = declare(store, TARGET, Lead("ct-5g", "Công an xã"))
    entries = history(store, "annual_target", "ct-5g")
    assert {(item.entry.column, item.entry.new) for item in entries} >= {("printed", "≥ 30%"), ("year", 2026)}
    assert (entries[0].change.who, entries[0].change.why) == (WHO, "theo văn bản")
    assert touched(store, change) == (("annual_target", "ct-5g"), ("row_lead", "ct-5g"))


@pytest.mark.parametrize("fact", IN_OCTOBER, ids=lambda fact: type(fact).__name__)
def test_a_locked_period_keeps_what_it_says(store: Store, fact: Fact) -> None:
    declare(store, fact)
    lock_october(store)
    with pytest.raises(PeriodLocked, match="tháng 10 năm 2026"):
        erase(store, fact)
    assert fact_rows.facts(store).each() == (fact,)


@pytest.mark.parametrize("fact", IN_OCTOBER, ids=lambda fact: type(fact).__name__)
def test_nothing_is_declared_within_a_locked_period(store: Store, fact: Fact) -> None:
    lock_october(store)
    with pytest.raises(PeriodLocked, match="tháng 10 năm 2026"):
        declare(store, fact)


@pytest.mark.parametrize("fact", NOT_IN_OCTOBER, ids=lambda fact: type(fact).__name__)
def test_what_reaches_beyond_a_locked_period_is_only_logged(store: Store, fact: Fact) -> None:
    lock_october(store)
    declare(store, fact)
    assert fact_rows.facts(store).each() == (fact,)


@pytest.mark.parametrize(
    "fact",
    [NoBasis("nv-kh", "không"), NoBasis("ct", "mục"), Extension("ct-5g", "2026", date(2026, 1, 1)), Lead("x", "y")],
)
def test_a_row_of_another_kind_is_refused(store: Store, fact: Fact) -> None:
    with pytest.raises(NotFound, match="không có dòng nào"):
        declare(store, fact)


@pytest.mark.parametrize(
    "fact",
    [
        replace(TARGET, printed=""),
        replace(TARGET, year=26),
        PartFigure("ct-bai", "A", *OCTOBER),
        PartFigure("ct-bai", "A", *OCTOBER, value=Decimal(1), nothing_happened=True),
        PartFigure("ct-bai", "A", *OCTOBER, numerator=Decimal(1), denominator=Decimal(0)),
        PartFigure("ct-bai", "A", *OCTOBER, numerator=Decimal(1)),
        replace(TASK, key="nv-1"),
    ],
)
def test_the_tables_refuse_what_makes_no_sense(store: Store, fact: Fact) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        declare(store, fact)


def test_a_task_outside_the_plan_has_a_key_of_its_own_and_progress(store: Store) -> None:
    for _ in range(2):
        declare(store, fact_rows.keyed(store, TASK))
    erase(store, replace(TASK, key="ps-1"))
    declare(store, fact_rows.keyed(store, TASK))
    assert [(task.key, task.number) for task in fact_rows.facts(store).extra_tasks] == [("ps-2", "1"), ("ps-3", "2")]
    with store.change("Tiến độ", who=WHO, at=AT) as change:
        figure_rows.save_progress(change, replace(progress_of_october(), row_key="ps-3"))
    assert figure_rows.progress(store)["ps-3"][0].percent == 70


def test_tasks_outside_the_plan_are_numbered_by_their_first_days(store: Store) -> None:
    for since in (date(2026, 11, 5), None, date(2026, 9, 1), date(2026, 11, 5)):
        task = fact_rows.keyed(store, replace(TASK, since=since))
        declare(store, task)
        assert task in fact_rows.facts(store).extra_tasks
    found = fact_rows.facts(store).extra_tasks
    assert [(task.number, task.key) for task in found] == [("1", "ps-2"), ("2", "ps-3"), ("3", "ps-1"), ("4", "ps-4")]
    assert [row_id for row_id, _ in fact_rows.numbered(store)] == [2, 3, 1, 4]


def test_swaps_of_days_hold_for_every_plan_and_the_rest_for_its_own(store: Store) -> None:
    declare(store, TARGET, Lead("ct-5g", "A"), swap := DaySwap(date(2026, 8, 22), True, "Làm bù"))
    with store.change("Kế hoạch sau", who=WHO, at=LATER) as change:
        plan_rows.add(change, replace(small_plan(), id="sau"))
    assert fact_rows.facts(store) == Facts(day_swaps=(swap,))


def test_the_day_of_beginning_is_a_setting(store: Store) -> None:
    declare(store, DeclaredFrom(date(2026, 1, 1)))
    declare(store, DeclaredFrom(date(2026, 3, 1)))
    assert fact_rows.facts(store).declared_from == date(2026, 3, 1)
    assert store.rows("SELECT key, value FROM setting") == [("declared_from", "2026-03-01")]
