"""Who changed what, and taking it back."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from models.changes import Clash, LogEntry, Op, UndoReport, effects, in_effect, undo_step
from models.errors import AppError, NotFound
from models.facts import Reading
from models.outline import STANDARD
from models.store import (
    ad_hoc_rows,
    change_rows,
    dispatch_rows,
    drafting_rows,
    fact_rows,
    figure_rows,
    report_rows,
    setting_rows,
)
from models.store.connection import Store
from models.store.transaction import Change
from models.store.undoing import undo
from models.understanding import PARSER, Understanding
from tests.models.store.samples import (
    AT,
    COUNTS,
    LATER,
    OCTOBER,
    PERIOD,
    RETYPED,
    WHO,
    desk_rows,
    dispatch,
    draft,
    figure,
    issue,
    october,
    progress_of_october,
    record,
    values,
)


def take_back(store: Store, change_set_id: int | None = None) -> UndoReport:
    return undo(store, change_set_id, who="Quàng Văn Sơn", at=LATER)


def test_history_says_who_when_why_from_and_to(store: Store) -> None:
    record(store, october("1"))
    with store.change("Sửa số liệu", who="Sơn", at=LATER, why="Công an xã đính chính", origin="form") as change:
        figure_rows.save(change, october("2.50"))
    newest, *older = change_rows.history(store, "figure", "ct-5g")
    assert (newest.entry.column, newest.entry.old, newest.entry.new) == ("value", "1", "2.50") or older
    entry = next(item for item in change_rows.history(store, "figure", "ct-5g") if item.entry.op is Op.UPDATE)
    assert (entry.change.who, entry.change.at, entry.change.why, entry.change.origin) == (
        "Sơn",
        LATER,
        "Công an xã đính chính",
        "form",
    )
    assert (entry.start, entry.as_of) == OCTOBER


def test_history_keeps_what_was_erased_and_typed_again(store: Store) -> None:
    record(store, october("1"), october("9", key="ct-bai"))
    with store.change("Xóa", who=WHO, at=AT) as change:
        figure_rows.erase(change, "ct-5g", *OCTOBER)
    record(store, october("3"))
    found = [
        (item.entry.old, item.entry.new)
        for item in change_rows.history(store, "figure", "ct-5g")
        if item.entry.column == "value"
    ]
    assert found == [(None, "3"), ("1", None), (None, "1")]


def test_history_of_a_key_uses_its_index(store: Store) -> None:
    statements: list[str] = []
    store.connection.set_trace_callback(statements.append)
    change_rows.history(store, "figure", "ct-5g")
    store.connection.set_trace_callback(None)
    plans = [store.rows(f"EXPLAIN QUERY PLAN {sql}") for sql in statements if sql.startswith("SELECT row_id FROM")]
    assert "change_entry_key" in str(plans)


def test_undo_puts_the_old_value_back(store: Store) -> None:
    record(store, october("84.90"))
    record(store, october("85"), label="Sửa 5G")
    report = take_back(store)
    assert (report.sentence, report.problems, report.rows) == ("Đã hoàn tác “Sửa 5G”.", (), (("figure", "ct-5g"),))
    assert values(store) == ["84.90"]
    assert report.change_set_id is not None
    done = change_rows.change_set(store, report.change_set_id)
    assert (done.label, done.who, done.origin, done.undoes) == (
        "hoàn tác: Sửa 5G",
        "Quàng Văn Sơn",
        "undo",
        report.undone.id,
    )


def test_undo_of_a_new_and_of_an_erased_figure(store: Store) -> None:
    record(store, replace(october("84.90"), estimate=True, note="ước"))
    before = figure_rows.figures(store)
    take_back(store)
    assert values(store) == []
    take_back(store, change_rows.recent(store, 1)[0].id)
    assert figure_rows.figures(store) == before
    with store.change("Xóa", who=WHO, at=AT) as change:
        figure_rows.erase(change, "ct-5g", *OCTOBER)
    take_back(store)
    assert figure_rows.figures(store) == before


def test_step_by_step_back_and_forth_like_an_editor(store: Store) -> None:
    for value in ("1", "2", "3"):
        record(store, october(value), label=value)
    back = []
    for _ in range(3):
        take_back(store)
        back.append(values(store))
    assert back == [["2"], ["1"], []]
    forth = []
    while (redo := change_rows.last_redoable(store)) is not None:
        take_back(store, redo.id)
        forth.append(values(store))
    assert forth == [["1"], ["2"], ["3"]]
    assert change_rows.recent(store, 1)[0].label == "làm lại: 3"


def test_something_new_ends_redo(store: Store) -> None:
    record(store, october("1"))
    take_back(store)
    assert change_rows.last_redoable(store) is not None
    record(store, october("2"))
    assert change_rows.last_redoable(store) is None


def test_what_was_changed_since_is_left_and_named(store: Store) -> None:
    first = record(store, replace(october("1"), note="một"), october("7", key="ct-bai"))
    second = record(store, replace(october("2"), note="hai"))
    record(store, replace(october("3"), note="hai"))
    report = take_back(store, second)
    (figure_now,) = figure_rows.figures(store)["ct-5g"]
    assert (str(figure_now.value), figure_now.note) == ("3", "một")
    assert report.problems == (
        "Số liệu của chỉ tiêu 1 đến ngày 31/10/2026 đã được sửa lại sau đó (kết quả) nên giữ nguyên giá trị mới.",
    )
    assert report.sentence.startswith("Đã hoàn tác một phần")
    report = take_back(store, first)
    assert "chỉ tiêu 1" in report.problems[0]
    assert figure_rows.figures(store).keys() == {"ct-5g"}


def test_a_ratio_is_taken_back_whole_or_not_at_all(store: Store) -> None:
    record(store, october("84.90"))
    ratio = replace(october("1"), value=None, numerator=october("1452").value, denominator=october("1710").value)
    changed = record(store, ratio)
    record(store, replace(ratio, numerator=october("1453").value))
    assert take_back(store, changed).sentence == "Chưa hoàn tác được “Nhập số liệu”."
    (kept,) = figure_rows.figures(store)["ct-5g"]
    assert (str(kept.value), str(kept.numerator), str(kept.denominator)) == ("None", "1453", "1710")


def test_a_newer_row_is_not_pushed_out(store: Store) -> None:
    record(store, october("1"))
    with store.change("Xóa", who=WHO, at=AT) as change:
        figure_rows.erase(change, "ct-5g", *OCTOBER)
    record(store, october("2"))
    report = take_back(store, change.id)
    assert "nay đã có giá trị mới" in report.problems[0]
    assert values(store) == ["2"]


def test_what_was_deleted_since_is_named(store: Store) -> None:
    record(store, october("1"))
    changed = record(store, october("2"))
    with store.change("Xóa", who=WHO, at=AT) as change:
        figure_rows.erase(change, "ct-5g", *OCTOBER)
    assert "đã bị xóa sau đó" in take_back(store, changed).problems[0]


def test_a_locked_period_stays_as_it_is(store: Store) -> None:
    both = record(store, october("1"), figure("5", month=9))
    with store.change("Khóa", who=WHO, at=AT) as change:
        report_rows.lock_period(change, PERIOD, *OCTOBER)
    report = take_back(store, both)
    assert values(store) == ["1"]
    assert "tháng 10 năm 2026" in report.problems[0]


def test_locks_issues_and_plans_are_not_undone(store: Store) -> None:
    with pytest.raises(AppError, match="Không còn thay đổi nào"):
        take_back(store)
    assert change_rows.last_undoable(store) is None
    with store.change("Khóa", who=WHO, at=AT) as change:
        report_rows.lock_period(change, PERIOD, *OCTOBER)
    with pytest.raises(AppError, match="mở lại kỳ và ghi lý do"):
        take_back(store)
    assert report_rows.is_locked(store, PERIOD)


def test_a_period_locked_again_stays_locked(store: Store) -> None:
    def lock(why: str) -> None:
        with store.change("Khóa", who=WHO, at=AT, why=why) as change:
            report_rows.lock_period(change, PERIOD, *OCTOBER)

    lock("một")
    with store.change("Mở lại", who=WHO, at=AT, why="sửa") as reopened:
        report_rows.reopen_period(reopened, PERIOD)
    lock("hai")
    report = take_back(store, reopened.id)
    assert report.problems[0].startswith("Kỳ tháng 10 năm 2026 đã được sửa lại sau đó")
    assert report_rows.period_states(store)[PERIOD].why == "hai"


def test_a_reopening_is_not_undone_over_what_was_changed_since(store: Store) -> None:
    issue(store)
    with store.change("Mở lại", who=WHO, at=AT, why="sửa") as reopened:
        report_rows.reopen_period(reopened, PERIOD)
    record(store, october("9"))
    with pytest.raises(AppError, match="kỳ sẽ khóa với nội dung khác bản đã gửi"):
        take_back(store, reopened.id)
    take_back(store)
    take_back(store, reopened.id)
    assert report_rows.is_issued(store, PERIOD)


def test_what_was_changed_in_other_periods_does_not_hold_a_reopening(store: Store) -> None:
    issue(store)
    with store.change("Mở lại", who=WHO, at=AT, why="sửa") as reopened:
        report_rows.reopen_period(reopened, PERIOD)
    record(store, figure("9", month=11))
    with store.change("viết tháng 11", who=WHO, at=AT) as change:
        report_rows.save_narrative(change, "thang/2026-11", "I", "Lời của tháng 11")
    take_back(store, reopened.id)
    assert report_rows.is_issued(store, PERIOD)


def test_words_progress_and_settings_are_undone(store: Store) -> None:
    with store.change("Nhiều thứ", who=WHO, at=AT) as change:
        report_rows.save_narrative(change, PERIOD, "III", "Máy quét hỏng.")
        figure_rows.save_progress(change, progress_of_october())
        setting_rows.save_setting(change, "officer", "Lan")
    assert change_rows.last_undoable(store) is not None
    report = take_back(store)
    assert set(report.rows) == {("narrative", PERIOD), ("progress", "nv-kh"), ("setting", "officer")}
    assert (report_rows.narratives(store, PERIOD), figure_rows.progress(store), setting_rows.settings(store)) == (
        {},
        {},
        {},
    )


def test_clashes_are_named_for_every_kind_of_row(store: Store) -> None:
    def write(words: str, percent: int) -> int:
        with store.change("Nhiều thứ", who=WHO, at=AT) as change:
            report_rows.save_narrative(change, PERIOD, "III", words)
            figure_rows.save_progress(change, progress_of_october(percent))
            setting_rows.save_setting(change, "officer", words)
        return change.id

    first = write("một", 10)
    write("hai", 20)
    problems = take_back(store, first).problems
    named = ("Phần III của báo cáo tháng 10 năm 2026", "Tiến độ của nhiệm vụ 1", "Cài đặt “officer”")
    assert all(any(problem.startswith(name) for problem in problems) for name in named)


def test_undoing_twice_or_something_unknown(store: Store) -> None:
    changed = record(store, october("1"))
    take_back(store, changed)
    with pytest.raises(AppError, match="đã được hoàn tác rồi"):
        take_back(store, changed)
    with pytest.raises(NotFound, match="số 4000"):
        take_back(store, 4000)


def test_effects_sum_up_a_row(store: Store) -> None:
    def entry(row: int, op: Op, old: str | None, new: str | None) -> LogEntry:
        return LogEntry(1, "figure", row, "value", old, new, op)

    log = [entry(1, Op.UPDATE, "1", "2"), entry(1, Op.UPDATE, "2", "3"), entry(2, Op.INSERT, None, "1")]
    log += [entry(2, Op.DELETE, "1", None), entry(3, Op.UPDATE, "1", "2"), entry(3, Op.DELETE, "2", None)]
    first, third = effects(log)
    assert (first.before, first.after) == ({"value": "1"}, {"value": "3"})
    assert (third.before, third.after) == ({"value": "1"}, None)
    assert undo_step(first, None, {}).clash is Clash.GONE
    assert undo_step(third, {"value": "9"}, {}).op is None


def test_in_effect_follows_undo_and_redo() -> None:
    assert in_effect({1: None, 2: None, 3: 2, 4: 3, 5: 1}) == [5, 4, 2]


def _write(store: Store, act: Callable[[Change], object]) -> int:
    with store.change("Bàn báo cáo", who=WHO, at=AT) as change:
        act(change)
    return change.id


def test_everything_done_at_the_report_desk_is_undone_and_done_again(store: Store) -> None:
    empty = desk_rows(store)
    drafted = _write(store, draft)
    full = desk_rows(store)
    back = take_back(store, drafted)
    assert (back.problems, desk_rows(store)) == ((), empty)
    assert set(back.rows) == {
        ("outline", "thang"),
        ("sentence", PERIOD),
        ("explanation", PERIOD),
        ("report_step", PERIOD),
    }
    take_back(store, back.change_set_id)
    assert desk_rows(store) == full
    issue(store)
    sent = _write(store, dispatch)
    everything = desk_rows(store)
    back = take_back(store, sent)
    assert (back.problems, desk_rows(store)) == ((), full)
    take_back(store, back.change_set_id)
    assert desk_rows(store) == everything


def test_what_was_written_at_the_report_desk_is_named_when_it_stays(store: Store) -> None:
    first = _write(store, draft)
    _write(store, lambda change: drafting_rows.save_outline(change, "thang", STANDARD))
    _write(store, lambda change: drafting_rows.save_written_over(change, PERIOD, replace(COUNTS, text="Khác")))
    _write(store, lambda change: drafting_rows.save_explanation(change, PERIOD, "ct-5g", ""))
    issue(store)
    assert take_back(store, first).problems == (
        "Bước trình của báo cáo tháng 10 năm 2026: Kỳ tháng 10 năm 2026 (từ 01/10/2026 đến hết 31/10/2026) đã khóa nên "
        "không ghi được thay đổi. Muốn sửa, hãy mở lại kỳ này và ghi lý do.",
        "Giải trình dòng 1 của báo cáo tháng 10 năm 2026 đã bị xóa sau đó nên không hoàn tác được.",
        "Câu II.1/counts của báo cáo tháng 10 năm 2026 đã được sửa lại sau đó (nội dung) nên giữ nguyên giá trị mới.",
        "Đề cương Báo cáo tháng đã được sửa lại sau đó (các mục, số mục đã thêm) nên giữ nguyên giá trị mới.",
    )


def test_what_was_sent_is_named_when_it_stays(store: Store) -> None:
    issue(store)
    first = _write(store, dispatch)
    _write(store, lambda change: dispatch_rows.answer_remark(change, 1, "Khác"))
    _write(store, lambda change: dispatch_rows.save_entered(change, PERIOD, replace(RETYPED, shown="85")))
    _write(store, lambda change: ad_hoc_rows.withdraw(change, "dx-1"))
    _write(store, lambda change: change.delete("sending", 1))
    assert take_back(store, first).problems == (
        "Báo cáo đột xuất, chuyên đề dx-1 đã được sửa lại sau đó (đã bỏ) nên giữ nguyên giá trị mới.",
        "Việc đã nhập dòng 1 của báo cáo tháng 10 năm 2026 đã được sửa lại sau đó (số đã nhập) nên giữ nguyên giá trị "
        "mới.",
        "Việc gửi báo cáo tháng 10 năm 2026 cho UBND tỉnh đã bị xóa sau đó nên không hoàn tác được.",
        "Ý kiến số 1 về báo cáo tháng 10 năm 2026 đã được sửa lại sau đó (cách xử lý) nên giữ nguyên giá trị mới.",
    )


def test_a_sentence_and_what_it_was_written_over_are_taken_back_together(store: Store) -> None:
    _write(store, draft)
    newer = replace(COUNTS, text="Khác", over="03 chỉ tiêu đạt.")
    second = _write(store, lambda change: drafting_rows.save_written_over(change, PERIOD, newer))
    third = replace(newer, text="Khác nữa")
    _write(store, lambda change: drafting_rows.save_written_over(change, PERIOD, third))
    assert take_back(store, second).change_set_id is None
    assert drafting_rows.written_over(store, PERIOD) == {COUNTS.key: third}


def test_a_report_without_a_span_is_named_by_its_own_key(store: Store) -> None:
    first = _write(store, lambda change: report_rows.save_narrative(change, "dx-1/2026-07-01..2026-09-30", "I", "một"))
    _write(store, lambda change: report_rows.save_narrative(change, "dx-1/2026-07-01..2026-09-30", "I", "hai"))
    (problem,) = take_back(store, first).problems
    assert problem.startswith("Phần I của báo cáo đột xuất, chuyên đề dx-1 đã được sửa lại")


def test_undoing_a_reopening_locks_the_period_as_it_was_understood(store: Store) -> None:
    issue(store)
    with store.change("Mở lại", who=WHO, at=AT, why="sửa") as reopened:
        report_rows.reopen_period(reopened, PERIOD)
    _write(store, lambda change: fact_rows.save(change, Reading("ct-5g", "2030", "≥ 55%", "in nhầm")))
    take_back(store, reopened.id)
    assert report_rows.is_locked(store, PERIOD)
    assert drafting_rows.understanding(store, PERIOD) == Understanding(PARSER, ())
