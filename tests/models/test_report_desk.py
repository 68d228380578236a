"""The desk of one report: each act one change set that can be undone, each refusal says what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from models.changes import HistoryEntry
from models.desk import Desk
from models.errors import AppError, NotFound, PeriodLocked
from models.report_desk import ReportDesk
from models.report_life import ReportState
from models.report_work import Entered, Step, WrittenOver
from models.store import change_rows, report_rows
from models.store.connection import Store
from models.store.undoing import undo
from tests.models.store.samples import small_plan

AT = datetime(2026, 11, 3, 8, 0)
BY: dict[str, Any] = {"who": "Lò Thị Lan", "at": AT}
ON = AT.date()
SUBMITTED = Step("submitted", ON, " Chủ tịch UBND xã ", " bản in ")
RETURNED = Step("returned", ON, "Chủ tịch UBND xã")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Store.create(tmp_path / "a.so57", small_plan(), **BY) as store:
        yield Desk(store)


@pytest.fixture
def october(desk: Desk) -> ReportDesk:
    return at(desk, "2026-10")


def at(desk: Desk, span: str) -> ReportDesk:
    return ReportDesk(desk, desk.period(span))


def issue(own: ReportDesk, day: date = ON) -> None:
    period = own.period
    with own.store.change("phát hành", **BY) as change:
        days = (period.start, period.closing)
        report_rows.record_issue(change, period.key, *days, number="1", day=day, signer="Quang", files=[])


def last_label(own: ReportDesk) -> str:
    return change_rows.recent(own.store, 1)[0].label


def close(own: ReportDesk) -> None:
    own.desk.close_period(own.period, why="", **BY)


def reopen(own: ReportDesk) -> None:
    own.desk.reopen_period(own.period, why="sai số", **BY)


def test_the_outline_goes_on_to_the_next_report_of_the_duty(october: ReportDesk) -> None:
    october.save_outline(october.outline.switched("V", False), **BY)
    assert last_label(october) == "sửa đề cương Báo cáo tháng"
    assert not at(october.desk, "2026-11").outline.heading("V").shown
    assert not october.desk.report(october.period).outline.heading("V").shown
    october.save_outline(october.outline.switched("V", True), label="bật mục V", **BY)
    assert last_label(october) == "bật mục V"


def test_a_sentence_is_written_over_and_writes_itself_again(october: ReportDesk) -> None:
    october.overwrite("II.1/counts", " Phần lớn đạt. ", "02 chỉ tiêu đạt.", **BY)
    written = {"II.1/counts": WrittenOver("II.1/counts", "Phần lớn đạt.", "02 chỉ tiêu đạt.")}
    assert october.desk.report(october.period).written_over == written
    assert last_label(october) == "viết lại câu II.1/counts, tháng 10/2026"
    october.restore("II.1/counts", **BY)
    assert october.desk.report(october.period).written_over == {}
    undo(october.store, **BY)
    assert october.desk.report(october.period).written_over == written


def test_what_does_not_write_itself_is_neither_written_over_nor_restored(october: ReportDesk) -> None:
    with pytest.raises(NotFound, match="không có câu tự viết nào mang mã x"):
        october.overwrite("x", "Khác", " ", **BY)
    with pytest.raises(NotFound, match="Câu x đang tự viết"):
        october.restore("x", **BY)


def test_a_row_is_explained_to_the_leaders(october: ReportDesk) -> None:
    october.explain("ct-5g", " Thêm ba trạm. ", **BY)
    assert last_label(october) == "giải trình dòng 1, tháng 10/2026"
    assert october.desk.report(october.period).explanations == {"ct-5g": "Thêm ba trạm."}
    october.explain("ct-5g", " ", **BY)
    assert october.desk.report(october.period).explanations == {}
    with pytest.raises(NotFound, match="“ct-9”"):
        october.explain("ct-9", "x", **BY)


def test_words_of_the_last_written_report_are_offered_once(october: ReportDesk) -> None:
    for span, words in (("2026-08", "Tháng 8"), ("2026-09", "Tháng 9"), ("2026-11", "Tháng 11")):
        october.desk.write(october.desk.period(span), "III", words, **BY)
    october.desk.write(october.desk.period("2026-09"), "IV", "  ", **BY)
    carried = october.carried()
    assert carried is not None
    assert (carried.period.key, carried.words) == ("thang/2026-09", {"III": "Tháng 9"})
    assert october.carry(**BY) == ("III",)
    assert october.desk.words(october.period) == {"III": "Tháng 9"}
    assert last_label(october) == "lấy lại lời văn kỳ trước, tháng 10/2026"
    assert october.carried() is None
    with pytest.raises(NotFound, match=r"^Mọi lời văn của tháng 9/2026 đều đã có lời thay"):
        october.carry(**BY)
    with pytest.raises(NotFound, match=r"^Mục III của tháng 10/2026 đã có lời văn"):
        october.carry(["III"], **BY)
    with pytest.raises(NotFound, match=r"^Tháng 9/2026 không có lời văn của mục V để lấy lại"):
        october.carry(["V"], **BY)
    with pytest.raises(NotFound, match=r"không có mục “IX”\. Các mục đang có: I,"):
        october.carry(["IX"], **BY)


def test_an_emptied_section_and_one_that_is_not_printed_are_not_offered(october: ReportDesk) -> None:
    september = october.desk.period("2026-09")
    for section in ("I", "III", "IV", "V"):
        october.desk.write(september, section, f"Phần {section}", **BY)
    october.desk.write(october.period, "I", "", **BY)
    october.save_outline(october.outline.switched("V", False), **BY)
    carried = october.carried()
    assert carried is not None
    assert list(carried.words) == ["III", "IV"]
    with pytest.raises(NotFound, match=r"^Mục I của tháng 10/2026 đã được để trống"):
        october.carry(["III", "I"], **BY)
    with pytest.raises(NotFound, match=r"^Mục V đang tắt trong đề cương\. Hãy bật"):
        october.carry(["V"], **BY)
    assert october.carry(["IV"], **BY) == ("IV",)
    assert october.desk.words(october.period) == {"I": "", "IV": "Phần IV"}


def test_the_first_report_is_offered_nothing(october: ReportDesk) -> None:
    assert october.carried() is None
    october.desk.write(october.desk.period("2026-11"), "I", "Sau", **BY)
    assert october.carried() is None
    with pytest.raises(NotFound, match="Chưa có kỳ trước nào có lời văn"):
        october.carry(**BY)
    with pytest.raises(NotFound, match="Kỳ trước không có lời văn của mục I "):
        october.carry(["I"], **BY)


@pytest.mark.parametrize(
    "act",
    [
        lambda own: own.overwrite("k", "a", "b", **BY),
        lambda own: own.restore("k", **BY),
        lambda own: own.explain("ct-5g", "x", **BY),
        lambda own: own.carry(**BY),
        lambda own: own.take_step(SUBMITTED, **BY),
    ],
)
def test_an_issued_report_takes_no_draft(october: ReportDesk, act: Callable[[ReportDesk], object]) -> None:
    issue(october)
    changes = len(change_rows.recent(october.store))
    with pytest.raises(PeriodLocked, match=r"^Báo cáo tháng 10/2026 đã phát hành"):
        act(october)
    assert len(change_rows.recent(october.store)) == changes


def test_a_draft_is_written_and_submitted_after_the_figures_were_closed(october: ReportDesk) -> None:
    close(october)
    october.desk.write(october.period, "III", "Còn khó khăn.", **BY)
    october.explain("ct-5g", "Nhà mạng chậm.", **BY)
    october.take_step(SUBMITTED, **BY)
    assert october.state() is ReportState.SUBMITTED
    issue(october)
    assert october.state() is ReportState.ISSUED


def test_the_way_of_a_report_and_back_after_a_reopening(october: ReportDesk) -> None:
    states = [october.state()]
    october.desk.write(october.period, "III", "Còn khó khăn.", **BY)
    acts: tuple[Callable[[], object], ...] = (
        lambda: None,
        lambda: october.take_step(SUBMITTED, **BY),
        lambda: october.take_step(RETURNED, **BY),
        lambda: october.take_step(SUBMITTED, **BY),
        lambda: issue(october),
        lambda: october.sent("UBND tỉnh", ON, "email", **BY),
        lambda: reopen(october),
        lambda: october.take_step(SUBMITTED, **BY),
        lambda: issue(october),
    )
    for act in acts:
        act()
        states.append(october.state())
    assert states == [
        ReportState.NOT_BEGUN,
        ReportState.DRAFT,
        ReportState.SUBMITTED,
        ReportState.RETURNED,
        ReportState.SUBMITTED,
        ReportState.ISSUED,
        ReportState.SENT,
        ReportState.DRAFT,
        ReportState.SUBMITTED,
        ReportState.ISSUED,
    ]
    assert [step.kind for step in october.steps()] == ["submitted", "returned", "submitted", "submitted"]
    assert len(october.sendings()) == 1


def test_a_written_over_sentence_or_a_reopened_issue_is_a_draft(october: ReportDesk) -> None:
    october.overwrite("II.1/counts", "", "02 chỉ tiêu đạt.", **BY)
    assert october.state() is ReportState.DRAFT
    november = at(october.desk, "2026-11")
    issue(november, date(2026, 12, 1))
    reopen(november)
    assert november.state() is ReportState.DRAFT


def test_an_undone_step_never_was(october: ReportDesk) -> None:
    october.take_step(SUBMITTED, **BY)
    assert october.steps() == (replace(SUBMITTED, person="Chủ tịch UBND xã", note="bản in"),)
    undo(october.store, **BY)
    assert (october.steps(), october.state()) == ((), ReportState.NOT_BEGUN)


def test_steps_that_cannot_be(october: ReportDesk) -> None:
    with pytest.raises(AppError, match="Hãy ghi ai nhận dự thảo trình"):
        october.take_step(replace(SUBMITTED, person=" "), **BY)
    with pytest.raises(AppError, match="chưa trình nên không có gì để trả lại"):
        october.take_step(RETURNED, **BY)
    october.take_step(SUBMITTED, **BY)
    with pytest.raises(AppError, match="Ngày trả lại để sửa 02/11/2026 đứng trước ngày trình 03/11/2026"):
        october.take_step(replace(RETURNED, on=date(2026, 11, 2)), **BY)
    october.take_step(RETURNED, **BY)
    with pytest.raises(AppError, match="không có gì để trả lại"):
        october.take_step(RETURNED, **BY)


def test_a_draft_after_a_reopening_begins_its_steps_anew(october: ReportDesk) -> None:
    october.take_step(SUBMITTED, **BY)
    close(october)
    reopen(october)
    with pytest.raises(AppError, match="chưa trình"):
        october.take_step(RETURNED, **BY)
    october.take_step(replace(SUBMITTED, on=date(2026, 11, 1)), **BY)
    assert october.state() is ReportState.SUBMITTED


def test_remarks_are_kept_and_answered(october: ReportDesk) -> None:
    first = october.remark("III", " Chủ tịch ", ON, " Nêu rõ nguyên nhân. ", **BY)
    second = october.remark("", "Phó Chủ tịch", ON, "Ngắn gọn hơn.", **BY)
    october.answer(first, " Đã bổ sung. ", **BY)
    assert last_label(october) == f"trả lời ý kiến số {first}, tháng 10/2026"
    assert [(one.id, one.section, one.said_by, one.text, one.answer) for one in october.remarks()] == [
        (first, "III", "Chủ tịch", "Nêu rõ nguyên nhân.", "Đã bổ sung."),
        (second, "", "Phó Chủ tịch", "Ngắn gọn hơn.", ""),
    ]
    issue(october)
    october.remark("V", "Chủ tịch", ON, "Lần sau gửi sớm.", **BY)
    assert len(october.remarks()) == 3


def test_remarks_that_cannot_be(october: ReportDesk) -> None:
    for said_by, text in ((" ", "x"), ("Chủ tịch", " ")):
        with pytest.raises(AppError, match="người cho ý kiến và nội dung"):
            october.remark("III", said_by, ON, text, **BY)
    with pytest.raises(NotFound, match="không có mục “VI”"):
        october.remark("VI", "Chủ tịch", ON, "x", **BY)
    other = at(october.desk, "2026-09").remark("III", "Chủ tịch", ON, "x", **BY)
    with pytest.raises(NotFound, match=f"không có ý kiến số {other}"):
        october.answer(other, "x", **BY)


def test_a_sending_belongs_to_the_issue_that_stands(october: ReportDesk) -> None:
    with pytest.raises(AppError, match="chưa phát hành"):
        october.sent("UBND tỉnh", ON, "email", **BY)
    issue(october)
    with pytest.raises(AppError, match="nơi nhận"):
        october.sent(" ", ON, "email", **BY)
    with pytest.raises(AppError, match="Ngày gửi 02/11/2026 đứng trước ngày ký 03/11/2026"):
        october.sent("UBND tỉnh", date(2026, 11, 2), "email", **BY)
    with pytest.raises(AppError, match=r"Ngày gửi 04/11/2026 còn ở sau hôm nay \(03/11/2026\)"):
        october.sent("UBND tỉnh", date(2026, 11, 4), "email", **BY)
    october.sent(" UBND tỉnh ", ON, "hand", note=" ký nhận ", **BY)
    (sending,) = october.sendings()
    assert (sending.issue_id, sending.recipient, sending.how, sending.note) == (1, "UBND tỉnh", "hand", "ký nhận")
    assert last_label(october) == "ghi việc gửi cho UBND tỉnh, tháng 10/2026"
    undo(october.store, **BY)
    assert october.state() is ReportState.ISSUED


def test_an_issue_stands_until_its_period_is_reopened(october: ReportDesk) -> None:
    assert october.standing_issue() is None
    close(october)
    assert (october.standing_issue(), october.state()) == (None, ReportState.NOT_BEGUN)
    issue(october)
    standing = october.standing_issue()
    assert standing is not None
    assert standing.number == "1"
    reopen(october)
    assert october.standing_issue() is None


def test_retyped_figures_are_recorded_and_taken_back(october: ReportDesk) -> None:
    figures = [Entered(key, "value", "84,9", ON) for key in ("ct-5g", "ct-so-hoa")]
    issue(october)
    october.enter(figures, **BY)
    assert october.entered() == tuple(figures)
    assert last_label(october) == "ghi số liệu đã nhập lên hệ thống, tháng 10/2026"
    october.take_back_entered("ct-5g", "value", **BY)
    assert october.entered() == (figures[1],)
    with pytest.raises(NotFound, match="chưa được ghi là đã nhập"):
        october.take_back_entered("ct-5g", "value", **BY)
    assert at(october.desk, "2026-11").entered() == ()


def test_the_words_of_a_section_and_of_a_sentence_have_a_history(october: ReportDesk) -> None:
    for text in ("Cũ", "Mới"):
        october.desk.write(october.period, "III", text, **BY)
    october.desk.write(october.period, "V", "Khác", **BY)
    october.overwrite("II.2/counts", "Tốt", "Tự viết", **BY)
    moves = [(one.entry.old, one.entry.new) for one in words_of(october, "III") if one.entry.column == "text"]
    assert moves == [("Cũ", "Mới"), (None, "Cũ")]
    assert {one.entry.column for one in words_of(october, "II.2/counts")} >= {"text", "written_over"}
    assert words_of(october, "IV") == ()


def words_of(own: ReportDesk, key: str) -> tuple[HistoryEntry, ...]:
    return change_rows.words_history(own.store, own.period.key, key)


def test_what_was_undone_is_told_apart(october: ReportDesk) -> None:
    october.desk.write(october.period, "III", "Cũ", **BY)
    written = change_rows.recent(october.store)[0].id
    assert written not in change_rows.undone(october.store)
    undo(october.store, written, **BY)
    assert change_rows.undone(october.store) == {written}
