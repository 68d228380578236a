"""Steps, remarks, sendings and retyped figures come out as they went in; which steps are those of the present draft."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from models.errors import NotFound, PeriodLocked
from models.report_work import Step
from models.store import dispatch_rows, report_rows
from models.store.connection import Store
from models.store.transaction import Change
from models.store.undoing import undo
from tests.models.store.samples import AT, LATER, OCTOBER, PERIOD, RETYPED, SENT, SUBMITTED, WHO, dispatch, issue

RETURNED = replace(SUBMITTED, kind="returned", note="")
NOVEMBER = "thang/2026-11"


def write(store: Store, act: Callable[[Change], object], why: str = "") -> int:
    with store.change("Thử", who=WHO, at=AT, why=why) as change:
        act(change)
    return change.id


def step(store: Store, *steps: Step, period: str = PERIOD) -> int:
    with store.change("Bước", who=WHO, at=AT) as change:
        for one in steps:
            dispatch_rows.add_step(change, period, one)
    return change.id


def reopen(store: Store) -> None:
    write(store, lambda change: report_rows.reopen_period(change, PERIOD), why="sai số")


def test_steps_of_one_period_and_of_all(store: Store) -> None:
    step(store, SUBMITTED, RETURNED)
    step(store, SUBMITTED, period=NOVEMBER)
    assert dispatch_rows.steps(store) == {PERIOD: (SUBMITTED, RETURNED), NOVEMBER: (SUBMITTED,)}
    assert dispatch_rows.steps(store, NOVEMBER) == {NOVEMBER: (SUBMITTED,)}


def test_steps_before_a_reopening_are_of_another_draft_even_on_the_same_day(store: Store) -> None:
    step(store, SUBMITTED)
    step(store, SUBMITTED, period=NOVEMBER)
    issue(store)
    assert dispatch_rows.standing_steps(store, PERIOD) == (SUBMITTED,)
    reopen(store)
    assert dispatch_rows.standing_steps(store, PERIOD) == ()
    step(store, RETURNED)
    assert dispatch_rows.standing_steps(store, PERIOD) == (RETURNED,)
    assert dispatch_rows.standing_steps(store, NOVEMBER) == (SUBMITTED,)


def test_a_step_done_again_after_a_reopening_stays_one_of_the_old_draft(store: Store) -> None:
    taken = step(store, SUBMITTED)
    undone = undo(store, taken, who=WHO, at=LATER).change_set_id
    issue(store)
    reopen(store)
    undo(store, undone, who=WHO, at=LATER)
    assert dispatch_rows.steps(store) == {PERIOD: (SUBMITTED,)}
    assert dispatch_rows.standing_steps(store, PERIOD) == ()


def test_a_locked_period_takes_no_step_but_remarks_and_sendings(store: Store) -> None:
    issue(store)
    with pytest.raises(PeriodLocked, match="tháng 10 năm 2026"):
        step(store, SUBMITTED)
    write(store, dispatch)
    assert dispatch_rows.sendings(store) == dispatch_rows.sendings(store, PERIOD) == {PERIOD: (SENT,)}
    (remark,) = dispatch_rows.remarks(store, PERIOD)
    assert (remark.section, remark.said_by, remark.answer) == ("III", "Chủ tịch", "Đã bổ sung.")
    assert dispatch_rows.remarks(store, NOVEMBER) == ()


def test_an_unknown_remark_is_not_answered(store: Store) -> None:
    with pytest.raises(NotFound, match="Không có ý kiến số 7"):
        write(store, lambda change: dispatch_rows.answer_remark(change, 7, "Đã sửa"))


def test_a_retyped_figure_is_known_as_it_was_shown_last(store: Store) -> None:
    again = replace(RETYPED, shown="85", on=date(2026, 11, 9))
    write(store, lambda change: dispatch_rows.save_entered(change, PERIOD, RETYPED))
    write(store, lambda change: dispatch_rows.save_entered(change, PERIOD, again))
    assert dispatch_rows.entered(store, PERIOD) == (again,)
    erased = []
    for _ in range(2):
        write(store, lambda change: erased.append(dispatch_rows.erase_entered(change, PERIOD, "ct-5g", "value")))
    assert erased == [True, False]
    assert dispatch_rows.entered(store, PERIOD) == ()


def test_a_locked_period_still_says_what_was_retyped(store: Store) -> None:
    write(store, lambda change: report_rows.lock_period(change, PERIOD, *OCTOBER))
    write(store, lambda change: dispatch_rows.save_entered(change, PERIOD, RETYPED))
    assert dispatch_rows.entered(store, PERIOD) == (RETYPED,)
