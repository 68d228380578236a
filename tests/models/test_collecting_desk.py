"""Check collection forms of a store: made, held against present values, taken in and taken back as one change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from importers.collection_forms import read_form
from models.collecting import Answers, Kind
from models.collecting_desk import (
    FormState,
    Received,
    again,
    contact_of,
    examine,
    prepare,
    proposed_answer_by,
    record_made,
    remind,
    standing,
    take_in,
)
from models.desk import Desk
from models.errors import AppError, BadFile, NotFound, PeriodLocked
from models.figure_lines import FigureLine
from models.store import archive, change_rows, collection_rows, figure_rows
from models.store.connection import Store
from models.store.undoing import undo
from tests.collecting_samples import (
    AT,
    DAY,
    LATER,
    POLICE,
    STATION,
    came_back,
    collecting_plan,
    filled,
    made,
    make_store,
)
from tests.models.store.samples import OCTOBER, PERIOD, WHO


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Store.open(make_store(tmp_path / "so.so57")) as store:
        yield Desk(store)


def kinds(received: Received) -> dict[tuple[str, str], Kind]:
    return {proposal.id: proposal.kind for proposal in received.proposals}


def type_in(desk: Desk, **values: object) -> None:
    line = FigureLine(1, key="ct-5g", **values)  # type: ignore[arg-type]
    desk.record(desk.period("2026-10"), [line], who=WHO, at=AT)


def test_every_unit_gets_its_own_rows(desk: Desk) -> None:
    sheets = prepare(desk, desk.period("2026-10"), answer_by=DAY, contact="Lan", at=AT)
    assert {sheet.unit: [row.key for row in sheet.rows] for sheet in sheets} == {
        STATION: ["ct-5g", "ct-so-hoa"],
        POLICE: ["ct-so-hoa", "ct-bai", "nv-kh"],
    }
    assert len({sheet.form_id for sheet in sheets}) == 2


def test_standing_follows_a_form(desk: Desk, tmp_path: Path) -> None:
    period = desk.period("2026-10")
    assert standing(desk, period, DAY).words == ""
    sheet = made(desk)
    own = standing(desk, period, DAY)
    assert (own.units[0].asked, own.units[0].missing, own.units[0].state) == (2, 2, FormState.WAITING)
    assert standing(desk, period, date(2026, 11, 4)).units[0].state is FormState.LATE
    assert [unit.state for unit in own.units[1:]] == [FormState.NOT_MADE]
    received = came_back(desk, tmp_path, filled(sheet, {("ct-5g", "figure"): "32,5"}))
    assert take_in(desk, received, [("ct-5g", "figure")], who=WHO, at=LATER) == 1
    own = standing(desk, period, date(2026, 11, 4))
    assert (own.words, own.units[0].state, own.units[0].missing) == ("1/1 đơn vị đã gửi", FormState.RECEIVED, 1)
    made(desk, at=LATER)  # a newer form does not hide that the unit has answered
    assert standing(desk, period, DAY).units[0].form == collection_rows.form(desk.store, sheet.form_id)


def test_undo_takes_the_whole_back(desk: Desk, tmp_path: Path) -> None:
    sheet = made(desk, POLICE)
    cells = {("ct-bai", "figure"): 12, ("nv-kh", "text"): "Đã ban hành", ("nv-kh", "done"): "Xong"}
    content = filled(sheet, cells, person="Hoàng Văn Nam")
    received = came_back(desk, tmp_path, content, "phieu (1).xlsx")
    assert take_in(desk, received, [p.id for p in received.proposals], who=WHO, at=LATER) == 2
    form = collection_rows.form(desk.store, sheet.form_id)
    assert form is not None
    assert form.received is not None
    assert (form.received_on, form.received_name, form.filled_by) == (
        LATER.date(),
        "phieu (1).xlsx",
        "Hoàng Văn Nam",
    )
    assert archive.read(archive.files_folder(desk.store.path), form.received) == content
    last = change_rows.last_undoable(desk.store)
    assert last is not None
    assert (last.label, last.origin) == ("nhận phiếu của Công an xã: 2 dòng", "form")
    assert figure_rows.figures(desk.store)["ct-bai"][0].value == Decimal(12)
    assert undo(desk.store, who=WHO, at=LATER).problems == ()
    assert (figure_rows.figures(desk.store), figure_rows.progress(desk.store)) == ({}, {})
    back = collection_rows.form(desk.store, sheet.form_id)
    assert back is not None
    assert (back.received_on, back.received) == (None, None)


def test_a_form_without_an_accepted_row_is_received_all_the_same(desk: Desk, tmp_path: Path) -> None:
    received = came_back(desk, tmp_path, filled(made(desk), {("ct-5g", "figure"): "32,5"}))
    assert take_in(desk, received, [], who=WHO, at=LATER) == 0
    last = change_rows.last_undoable(desk.store)
    assert last is not None
    assert last.label == "nhận phiếu của Trạm Y tế xã: không ghi dòng nào"
    assert figure_rows.figures(desk.store) == {}


def test_what_the_officer_typed_meanwhile_is_a_conflict(desk: Desk, tmp_path: Path) -> None:
    type_in(desk, value=Decimal(30), note="cũ")
    sheet = made(desk)
    type_in(desk, value=Decimal(31))
    cells = {("ct-5g", "figure"): "32,5", ("ct-5g", "note"): "mới", ("ct-so-hoa", "figure"): "97"}
    received = came_back(desk, tmp_path, filled(sheet, cells))
    assert kinds(received) == {
        ("ct-5g", "figure"): Kind.CONFLICT,
        ("ct-5g", "note"): Kind.CHANGED,
        ("ct-so-hoa", "figure"): Kind.NEW,
    }
    assert received.proposals[0].reason == "Khi lập phiếu là 30."


def test_what_stood_on_the_form_comes_back_as_the_same(desk: Desk, tmp_path: Path) -> None:
    type_in(desk, numerator=Decimal(92), denominator=Decimal(95), difficulty="Thiếu máy")
    received = came_back(desk, tmp_path, filled(made(desk), {}))
    assert set(kinds(received).values()) == {Kind.SAME}


def test_a_row_changed_while_it_was_looked_at_is_refused(desk: Desk, tmp_path: Path) -> None:
    received = came_back(desk, tmp_path, filled(made(desk), {("ct-5g", "figure"): "32,5"}))
    type_in(desk, value=Decimal(31))
    with pytest.raises(AppError, match=r"Dòng 1 vừa được sửa"):
        take_in(desk, received, [("ct-5g", "figure")], who=WHO, at=LATER)
    assert take_in(desk, received, [("ct-so-hoa", "figure")], who=WHO, at=LATER) == 0


def test_the_same_form_twice_is_told(desk: Desk, tmp_path: Path) -> None:
    sheet = made(desk)
    content = filled(sheet, {("ct-5g", "figure"): "32,5"})
    take_in(desk, came_back(desk, tmp_path, content), [], who=WHO, at=LATER)
    assert came_back(desk, tmp_path, content).told == ("Chính tệp này đã nhận ngày 02/11/2026.",)
    other = filled(sheet, {("ct-5g", "figure"): "33"})
    assert came_back(desk, tmp_path, other).told == ("Phiếu này (một bản khác) đã nhận ngày 02/11/2026.",)


def answers(desk: Desk, sheet_id: str, **other: object) -> Answers:
    own = Answers(sheet_id, desk.plan.id, PERIOD, STATION, {"ct-5g": {"figure": "1"}})
    return replace(own, **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"plan_id": "xop"}, "kế hoạch khác"),
        ({"form_id": "0" * 16}, "sổ này không lập"),
        ({"unit": POLICE}, "phần ẩn đã bị sửa"),
        ({"period_key": "thang/2026-09"}, "phần ẩn đã bị sửa"),
    ],
)
def test_a_foreign_form_is_refused(desk: Desk, other: dict[str, object], said: str) -> None:
    with pytest.raises(BadFile, match=said):
        examine(desk, answers(desk, made(desk).form_id, **other), "a.xlsx", b"")


def test_a_form_of_another_period_names_its_own(desk: Desk) -> None:
    own = answers(desk, made(desk).form_id)
    with pytest.raises(BadFile, match="Hãy chọn kỳ tháng 10/2026"):
        examine(desk, own, "a.xlsx", b"", desk.period("2026-09"))
    assert examine(desk, own, "a.xlsx", b"", desk.period("2026-10")).form.unit == STATION


def test_rows_taken_away_and_strange_ones_are_told(desk: Desk) -> None:
    own = answers(desk, made(desk).form_id, cells={"ct-bai": {"figure": "1"}})
    received = examine(desk, own, "a.xlsx", b"")
    assert received.proposals == ()
    assert received.told == (
        "2 dòng đã bị xóa khỏi phiếu nên coi như chưa trả lời.",
        "1 dòng không có trong phiếu đã lập nên không đọc.",
    )


def test_a_locked_period_neither_asks_nor_takes(desk: Desk) -> None:
    period, sheet = desk.period("2026-10"), made(desk)
    desk.close_period(period, why="đủ", who=WHO, at=LATER)
    assert standing(desk, period, DAY).locked
    with pytest.raises(PeriodLocked):
        prepare(desk, period, answer_by=None, contact="", at=LATER)
    with pytest.raises(PeriodLocked):
        examine(desk, answers(desk, sheet.form_id), "a.xlsx", b"")


def test_units_are_named_in_any_spelling(desk: Desk) -> None:
    period = desk.period("2026-10")
    (sheet,) = prepare(desk, period, ["  tram y te xa "], answer_by=None, contact="", at=AT)
    assert sheet.unit == STATION
    with pytest.raises(NotFound, match="Các đơn vị được hỏi: Trạm Y tế xã; Công an xã"):
        prepare(desk, period, ["Sở Y tế"], answer_by=None, contact="", at=AT)


def test_a_plan_without_leads_has_no_forms(tmp_path: Path) -> None:
    plan = collecting_plan()
    bare = replace(
        plan,
        indicator_rows=tuple(replace(row, lead="") for row in plan.indicator_rows),
        task_rows=tuple(replace(row, lead="") for row in plan.task_rows),
    )
    with Store.create(tmp_path / "a.so57", bare, who=WHO, at=AT) as store:
        desk = Desk(store)
        with pytest.raises(AppError, match="không có chỉ tiêu, nhiệm vụ nào có đơn vị chủ trì"):
            prepare(desk, desk.period("2026-10"), answer_by=None, contact="", at=AT)


def test_reminding_is_recorded_and_the_form_can_be_made_again(desk: Desk, tmp_path: Path) -> None:
    period, sheet = desk.period("2026-10"), made(desk)
    form = collection_rows.form(desk.store, sheet.form_id)
    assert form is not None
    remind(desk, [form], who=WHO, at=LATER)
    other = made(desk, POLICE)
    both = collection_rows.forms(desk.store, PERIOD)
    assert [own.reminded_on for own in both] == [LATER.date(), None]
    remind(desk, both, who=WHO, at=LATER)
    last = change_rows.last_undoable(desk.store)
    assert last is not None
    assert last.label == "đôn đốc 2 đơn vị gửi phiếu"
    type_in(desk, value=Decimal(30))
    once_more = again(desk, period, form, "Lan")
    assert (once_more.form_id, once_more.answer_by, once_more.rows[0].present) == (sheet.form_id, DAY, {"figure": "30"})
    received = came_back(desk, tmp_path, filled(once_more, {("ct-5g", "figure"): "32"}))
    assert (received.form.form_id, other.unit) == (sheet.form_id, POLICE)


def test_making_can_be_undone_and_its_forms_are_then_unknown(desk: Desk, tmp_path: Path) -> None:
    sheets = prepare(desk, desk.period("2026-10"), answer_by=None, contact="", at=AT)
    record_made(desk, sheets, who=WHO, at=AT)
    assert undo(desk.store, who=WHO, at=LATER).undone.label == "lập phiếu thu thập tháng 10/2026 cho 2 đơn vị"
    with pytest.raises(BadFile, match="đã được hoàn tác"):
        came_back(desk, tmp_path, filled(sheets[0], {}))


def test_a_form_that_is_gone_by_now_takes_nothing(desk: Desk, tmp_path: Path) -> None:
    received = came_back(desk, tmp_path, filled(made(desk), {("ct-5g", "figure"): "32,5"}))
    undo(desk.store, who=WHO, at=LATER)
    with pytest.raises(NotFound, match="Hãy lập phiếu mới"):
        take_in(desk, received, [("ct-5g", "figure")], who=WHO, at=LATER)
    assert figure_rows.figures(desk.store) == {}


def test_the_proposed_day_leaves_time_and_is_never_past(desk: Desk) -> None:
    period = desk.period("2026-10")
    assert proposed_answer_by(period, date(2026, 10, 1)) == OCTOBER[1]
    assert proposed_answer_by(period, date(2026, 12, 1)) == date(2026, 12, 1)
    sent = replace(period, send_by=date(2026, 11, 4))
    assert proposed_answer_by(sent, date(2026, 10, 1)) == date(2026, 11, 3)


def test_who_takes_forms_in_is_the_officer(desk: Desk) -> None:
    assert contact_of(desk) == ""


def test_a_form_read_from_a_file_keeps_its_bytes(desk: Desk, tmp_path: Path) -> None:
    content = filled(made(desk), {})
    path = tmp_path / "bản sao của Zalo.xlsx"
    path.write_bytes(content)
    assert (read_form(path).content, read_form(path).name) == (content, "bản sao của Zalo.xlsx")
