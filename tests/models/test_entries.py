"""Check what one line makes of a record: the figure it brings, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import resources
from models.actuals import Actual, FigureState, Progress
from models.calendars import holidays, parse_span
from models.duties import reporting_period
from models.entries import figure_after, occurrence_to_record, progress_after
from models.figure_lines import FigureLine
from models.plan_format import plan_from_dict
from models.plans import TaskRow
from models.timing import NO_OCCURRENCE
from tests.models.rows import indicator, record, task

PLAN = plan_from_dict(resources.read_json("plans/thuan-chau.json"))
OCTOBER = reporting_period(PLAN.duty("bao-cao-thang"), parse_span("2026-10"), "calendar", holidays())
ROW = indicator({2030: "≥ 50%"})
DAYS = (OCTOBER.start, OCTOBER.closing)
OLD = Actual("ct", *DAYS, value=Decimal(84), estimate=True, difficulty="thiếu máy", note="theo xã")
WORDS = {"difficulty": "thiếu máy", "note": "theo xã"}


def after(old: Actual | None = OLD, **cells: Any) -> Actual | None:
    return figure_after(FigureLine(line=2, **cells), ROW, OCTOBER, old)


def task_after(old: Progress | None = None, **cells: Any) -> Progress | None:
    return progress_after(FigureLine(line=2, **cells), "2026", OCTOBER, old, "nv")


def test_first_figure_of_a_period() -> None:
    assert after(None, value=Decimal(5)) == Actual("ct", *DAYS, value=Decimal(5))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"value": Decimal(85)}, {"value": Decimal(85)}),
        ({"value": Decimal(85), "estimate": True}, {"value": Decimal(85), "estimate": True}),
        (
            {"numerator": Decimal(3), "denominator": Decimal(4)},
            {"numerator": Decimal(3), "denominator": Decimal(4)},
        ),
        ({"text": "Duy trì"}, {"text": "Duy trì"}),
        ({"state": FigureState.NOT_REPORTED}, {"state": FigureState.NOT_REPORTED}),
        ({"note": "mới"}, {"value": Decimal(84), "estimate": True, "note": "mới"}),
        ({"estimate": False}, {"value": Decimal(84)}),
    ],
)
def test_new_figure_replaces_the_old_one_and_words_stay(cells: dict[str, Any], expected: dict[str, Any]) -> None:
    assert after(**cells) == Actual("ct", *DAYS, **(WORDS | expected))


def test_figure_after_a_state_is_a_figure_again() -> None:
    unreported = Actual("ct", *DAYS, state=FigureState.NOT_REPORTED)
    assert after(unreported, value=Decimal(3)) == Actual("ct", *DAYS, value=Decimal(3))
    assert after(unreported, done=True) == Actual("ct", *DAYS, reached=True)


def test_judgement_stays_with_new_words() -> None:
    judged = Actual("ct", *DAYS, text="Có đội", reached=True)
    assert after(judged, text="Có hai đội") == replace(judged, text="Có hai đội")


def test_erasing_leaves_nothing() -> None:
    assert after(state="erase") is None
    assert task_after(record("2026", percent=70), state="erase") is None


def test_blank_line_changes_nothing() -> None:
    done = record("2026", percent=100, done=True, done_on=date(2026, 10, 9), number="215/KH", dated=date(2026, 10, 9))
    assert after() == OLD
    assert task_after(done) == done
    assert task_after(done, note="x") == replace(done, note="x")


def test_first_progress_of_a_period() -> None:
    assert task_after(percent=Decimal(70), proposal="xin kinh phí") == Progress(
        "nv", "2026", *DAYS, percent=Decimal(70), proposal="xin kinh phí"
    )


def test_task_is_done_on_the_day_of_its_document_whichever_came_first() -> None:
    day = date(2026, 10, 12)
    together = task_after(done=True, deliverable_date=day)
    dated = task_after(deliverable_date=day)
    assert dated is not None
    assert dated.done_on is None
    assert task_after(dated, done=True) == together
    assert task_after(task_after(done=True), deliverable_date=day) == together
    assert together is not None
    assert together.done_on == day


def test_task_that_is_taken_back_has_no_day() -> None:
    done = task_after(done=True, deliverable_date=date(2026, 10, 12))
    taken_back = task_after(done, done=False)
    assert taken_back is not None
    assert (taken_back.done, taken_back.done_on, taken_back.deliverable_date) == (False, None, date(2026, 10, 12))


def plan_task(key: str) -> TaskRow:
    return next(row for row in PLAN.tasks() if row.key == key)


def test_yearly_round_is_recorded_in_the_year_of_the_period() -> None:
    yearly = next(row for row in PLAN.tasks() if row.schedule.get("2025-2030") == "Hàng năm")
    assert occurrence_to_record(PLAN, yearly, (), OCTOBER) == "2026"


def test_finished_stage_takes_its_own_later_records() -> None:
    row = task(y2025="Tháng 9/2025", y2030="x")
    first = occurrence_to_record(PLAN, row, (), OCTOBER)
    done = replace(record(first, done=True), row_key="nv")
    assert occurrence_to_record(PLAN, row, (done,), OCTOBER) == first


def test_task_without_any_time_has_a_record_too() -> None:
    assert occurrence_to_record(PLAN, task(), (), OCTOBER) == NO_OCCURRENCE


def test_a_day_of_finishing_says_that_it_is_done_on_that_day() -> None:
    line = FigureLine(line=1, key="nv", done_on=date(2026, 9, 20))
    record = progress_after(line, "2026", OCTOBER, None, "nv")
    assert record is not None
    assert (record.done, record.done_on) == (True, date(2026, 9, 20))
