"""What was done before the store began is declared line by line, each edit one change that undo takes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from importers.plan_files import load_plan
from models.desk import Desk
from models.errors import AppError, PeriodLocked
from models.facts import DeclaredFrom, Override, Paper, StillInForce
from models.figure_lines import FigureLine
from models.first_declaring import clear_first, done_typed, record_first
from models.first_lines import FirstLine, first_lines, speaks_of_beginning
from models.plans import Plan, TaskRow
from models.progress import TaskState
from models.store import change_rows
from models.store.connection import Store
from models.store.undoing import undo
from tests.models.store.samples import small_plan

AT = datetime(2026, 11, 1, 8, 0)
BY: dict[str, Any] = {"who": "Lò Thị Lan", "at": AT}


def desk_of(folder: Path, plan: Plan) -> Iterator[Desk]:
    with Store.create(folder / "a.so57", plan, **BY) as store:
        yield Desk(store)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Desk]:
    yield from desk_of(tmp_path, small_plan())


@pytest.fixture
def chau(tmp_path: Path) -> Iterator[Desk]:
    """Give the desk of a plan of 2025 that is opened in November 2026."""
    yield from desk_of(tmp_path, load_plan("thuan-chau"))


def line_of(desk: Desk, key: str) -> FirstLine:
    found = first_lines(desk)
    assert found is not None
    return next(line for line in found.lines if line.row.key == key)


def given(key: str, **fields: Any) -> FigureLine:
    return FigureLine(1, key=key, **fields)


def test_the_last_period_that_is_not_owed_holds_what_stood_before(small: Desk) -> None:
    found = first_lines(small)
    assert found is not None
    assert (found.base.key, found.day, found.given) == ("thang/2026-09", date(2026, 11, 1), False)
    small.declare(DeclaredFrom(date(2026, 1, 1)), **BY)
    found = first_lines(small)
    assert found is not None
    assert (found.base.key, found.given) == ("thang/2025-12", True)


def test_rows_that_were_not_due_before_need_no_declaration(small: Desk) -> None:
    assert [line_of(small, key).wanted for key in ("ct-5g", "ct-bai", "nv-kh")] == [True, False, True]
    small.declare(DeclaredFrom(date(2026, 1, 1)), **BY)
    assert not line_of(small, "nv-kh").wanted


def test_a_figure_is_one_change_that_undo_takes_back(small: Desk) -> None:
    before = first_lines(small)
    assert record_first(small, [given("ct-5g", value=Decimal("41.5"), note="theo VNPT")], **BY) == 1
    (figure,) = small.records().figures["ct-5g"]
    assert (figure.value, figure.as_of, figure.note) == (Decimal("41.5"), date(2026, 9, 30), "theo VNPT")
    assert change_rows.recent(small.store)[0].label == "khai báo ban đầu cho chỉ tiêu 1"
    assert line_of(small, "ct-5g").declared
    undo(small.store, **BY)
    assert first_lines(small) == before


def test_a_figure_moves_to_the_period_that_closes_on_its_day(small: Desk) -> None:
    record_first(small, [given("ct-5g", value=Decimal(40))], **BY)
    record_first(small, [given("ct-5g", done_on=date(2025, 12, 31))], **BY)
    (figure,) = small.records().figures["ct-5g"]
    assert (figure.value, figure.start, figure.as_of) == (Decimal(40), date(2025, 12, 1), date(2025, 12, 31))
    record_first(small, [given("ct-5g", note="cũ")], **BY)
    assert [(one.as_of, one.note) for one in small.records().figures["ct-5g"]] == [(date(2025, 12, 31), "cũ")]
    record_first(small, [given("ct-5g", value=Decimal(45))], **BY)
    assert [one.as_of for one in small.records().figures["ct-5g"]] == [date(2025, 12, 31), date(2026, 9, 30)]
    with pytest.raises(AppError, match="Hãy ghi ngày chốt gần nhất: 30/11/2025 hoặc 31/12/2025"):
        record_first(small, [given("ct-5g", done_on=date(2025, 12, 20))], **BY)


def test_a_day_without_a_figure_and_words_without_a_figure(small: Desk) -> None:
    with pytest.raises(AppError, match="Chỉ tiêu 1 chưa có số liệu"):
        record_first(small, [given("ct-5g", done_on=date(2025, 12, 31))], **BY)
    record_first(small, [given("ct-5g", note="chờ VNPT")], **BY)
    assert not line_of(small, "ct-5g").declared
    record_first(small, [given("nv-kh", done=True)], **BY)
    record_first(small, [given("ct-5g", state="erase"), given("nv-kh", state="erase")], **BY)
    assert (small.records().figures, small.records().progress) == ({}, {})


def test_an_indicator_that_has_ended_is_declared_by_the_end_of_its_last_year(tmp_path: Path) -> None:
    rows = [
        replace(row, targets={2025: "80%"} if row.key == "ct-5g" else row.targets)
        for row in small_plan().indicator_rows
    ]
    for desk in desk_of(tmp_path, replace(small_plan(), indicator_rows=tuple(rows))):
        assert line_of(desk, "ct-5g").period.key == "thang/2025-12"
        assert line_of(desk, "ct-5g").wanted
        assert line_of(desk, "ct-so-hoa").period.key == "thang/2026-09"


def test_a_task_that_was_done_before_is_not_late_in_the_first_report(small: Desk) -> None:
    october = small.period("2026-10")
    assert small.report(october).tasks[0].status.state is TaskState.UNDECLARED
    record_first(small, [given("nv-kh", done=True)], **BY)
    record_first(small, [given("nv-kh", deliverable_number="142/KH-UBND", done_on=date(2026, 9, 12))], **BY)
    (record,) = small.records().progress["nv-kh"]
    assert (record.as_of, record.done, record.done_on) == (date(2026, 9, 30), True, date(2026, 9, 12))
    assert small.report(october).tasks[0].status.state is TaskState.DONE_IN_TIME
    record_first(small, [given("nv-kh", done=False)], **BY)
    assert small.report(october).tasks[0].status.state is TaskState.OVERDUE


def test_earlier_stages_are_lines_of_their_own_and_stay_after_they_were_declared(chau: Desk) -> None:
    key = "nv-X.1@2025"
    assert line_of(chau, key).wanted
    assert record_first(chau, [given(key, done=True), given("nv-X.1", note="đang làm")], **BY) == 2
    done = line_of(chau, key)
    assert (done.declared, done.progress and done.progress.done, done.occurrence) == (True, True, "2025")
    own = line_of(chau, "nv-X.1").progress
    assert own is not None
    assert (own.done, own.note) == (None, "đang làm")
    assert change_rows.recent(chau.store)[0].label == "khai báo ban đầu 2 dòng"
    record_first(chau, [given(key, note="x")], **BY)
    assert change_rows.recent(chau.store)[0].label == "khai báo ban đầu cho nhiệm vụ X.1 (lần 2025)"


def test_what_earlier_records_told_is_still_seen(small: Desk) -> None:
    july = small.period("2026-07")
    small.record(july, [given("nv-kh", done=True, deliverable_number="142/KH-UBND")], **BY)
    small.record(small.period("2026-08"), [given("nv-kh", text="đã gửi")], **BY)
    told = line_of(small, "nv-kh").progress
    assert told is not None
    assert (told.done, told.deliverable_number, told.as_of) == (True, "142/KH-UBND", date(2026, 8, 31))


def test_a_deliverable_still_in_force_declares_its_occurrence(small: Desk) -> None:
    small.declare(StillInForce("nv-kh", "deadline", Paper("12/KH-UBND", date(2025, 1, 2))), **BY)
    assert line_of(small, "nv-kh").declared


def test_a_task_outside_the_plan_that_began_later_has_no_line(small: Desk) -> None:
    task = TaskRow("", "task", "", None, "Rà soát", schedule={"deadline": "30/11/2026"})
    small.declare(task, **BY)
    small.declare(replace(task, name="Rà soát trạm", since=date(2026, 11, 2)), **BY)
    found = first_lines(small)
    assert found is not None
    assert [line.row.key for line in found.lines if line.row.key.startswith("ps-")] == ["ps-1"]


def test_a_cell_is_emptied(small: Desk) -> None:
    record_first(small, [given("ct-5g", value=Decimal(40), note="x"), given("nv-kh", done=True, note="y")], **BY)
    clear_first(small, "ct-5g", "note", **BY)
    assert small.records().figures["ct-5g"][0].note == ""
    clear_first(small, "ct-5g", "done_on", **BY)
    clear_first(small, "nv-kh", "done", **BY)
    assert not line_of(small, "ct-5g").declared
    assert (line_of(small, "nv-kh").declared, small.records().progress["nv-kh"][0].note) == (False, "y")
    clear_first(small, "ct-bai", "note", **BY)


def test_what_does_not_fit_is_refused_and_nothing_is_written(small: Desk) -> None:
    with pytest.raises(AppError, match="Ngày xong 02/10/2026 của nhiệm vụ 1 sau ngày 30/09/2026"):
        record_first(small, [given("ct-5g", value=Decimal(1)), given("nv-kh", done_on=date(2026, 10, 2))], **BY)
    with pytest.raises(AppError, match="Nhiệm vụ 1 là nhiệm vụ, không ghi"):
        record_first(small, [given("nv-kh", value=Decimal(1))], **BY)
    small.declare(Override("ct-5g", "thang/2026-09", Decimal(3), None, None, "công bố"), **BY)
    with pytest.raises(AppError, match="do các đơn vị cung cấp từng phần hoặc đã ấn định"):
        record_first(small, [given("ct-5g", value=Decimal(1))], **BY)
    assert small.records().figures == {}


def test_a_locked_period_keeps_its_figures(small: Desk) -> None:
    small.close_period(small.period("2026-09"), why="", **BY)
    with pytest.raises(PeriodLocked):
        record_first(small, [given("ct-5g", value=Decimal(1))], **BY)
    with pytest.raises(PeriodLocked):
        record_first(small, [given("nv-kh", done=True)], **BY)


def test_a_plan_without_reports_has_nothing_to_declare(tmp_path: Path) -> None:
    for desk in desk_of(tmp_path, replace(small_plan(), duties=())):
        assert first_lines(desk) is None
        with pytest.raises(AppError, match="chưa có kỳ báo cáo nào trước ngày bắt đầu"):
            record_first(desk, [given("ct-5g", value=Decimal(1))], **BY)


def test_how_much_is_left_is_counted_in_all_five_plans(tmp_path: Path) -> None:
    left = {}
    for place, name in enumerate(("thuan-chau", "xop", "quang-son", "phu-thai", "phong-tho")):
        with Store.create(tmp_path / f"{place}.so57", load_plan(name), **BY) as store:
            found = first_lines(Desk(store))
            assert found is not None
            left[name] = found.count()
    assert left == {name: (own, own) for name, (own, _) in left.items()}
    assert min(own for own, _ in left.values()) >= 12


@pytest.mark.parametrize(("typed", "done"), [("Đã xong", True), ("x", True), (" chưa ", False), ("không", False)])
def test_done_is_read_as_officers_write_it(typed: str, done: bool) -> None:
    assert done_typed(typed) is done
    with pytest.raises(AppError, match="không rõ là đã xong hay chưa"):
        done_typed("gần xong")


def test_what_is_undeclared_of_before_leads_to_the_first_declaration(small: Desk) -> None:
    report = small.report(small.period("2026-10"))
    assert speaks_of_beginning(report, {"nv-kh"})
    assert not speaks_of_beginning(report, set())
    extra = small.declare(TaskRow("", "task", "", None, "Rà soát"), **BY)
    assert isinstance(extra, TaskRow)
    assert not speaks_of_beginning(small.report(small.period("2026-10")), {extra.key})
