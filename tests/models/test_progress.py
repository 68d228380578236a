"""The status of tasks on a closing day."""

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.actuals import Progress
from models.facts import NO_FACTS, CameTrue, Extension, Facts, Paper, Reading, StillInForce
from models.occurrences import occurrence
from models.plans import TaskRow
from models.progress import DONE_STATES, TaskState, TaskStatus, deadline_words, debt_words, has_content, status, words
from models.schedules import parse_stage, stages
from models.timing import only_year, timing
from tests.models.rows import CLOSING, COLUMNS, DEADLINE_COLUMN, month, record, task, thuan_chau

NOVEMBER = "Tháng 11 hàng năm (kế hoạch năm tiếp theo)"
EVERY_YEAR = task(y2025="x", y2030="Hàng năm", y2035="Hàng năm")
NOVEMBERS = task(y2025="7/2025", y2030=NOVEMBER)
ALWAYS = task(y2025="Thường xuyên", y2030="Thường xuyên")
STAGES = task(y2025="x", y2030="x", y2035="x")
LATE_DEADLINE = task(y2025="Tháng 9/2026", y2030="x", y2035="Hàng năm")
WAITING = task(y2025="Sau khi có Kế hoạch của tỉnh")
ONCE = task(y2025="Tháng 9/2025")
UNTIMED = task()
UNREAD = task(y2030="Theo thời gian tại Kế hoạch đã phê duyệt")


def _status(row: TaskRow, *records: Progress, on: date = CLOSING, facts: Facts = NO_FACTS) -> TaskStatus:
    return status(row, timing(thuan_chau(), row, on, facts), records, on, facts)


def test_the_words_are_those_of_the_reports() -> None:
    assert [words(state) for state in TaskState] == [
        "Chưa triển khai, chưa đến hạn",
        "Đang thực hiện, trong hạn",
        "Đang thực hiện thường xuyên",
        "Chưa triển khai (thường xuyên)",
        "Chờ văn bản cấp trên",
        "Hoàn thành đúng hạn",
        "Hoàn thành quá hạn",
        "Hoàn thành",
        "Quá hạn chưa hoàn thành",
        "Đang thực hiện",
        "Chưa triển khai",
        "Chưa khai báo",
    ]


@pytest.mark.parametrize(
    ("row", "told", "state"),
    [
        (STAGES, [], TaskState.NOT_BEGUN),
        (STAGES, [record("2025-2030", percent=0)], TaskState.NOT_BEGUN),
        (STAGES, [record("2025-2030", percent=30)], TaskState.IN_TIME),
        (STAGES, [record("2025-2030", text="Đã lập tổ")], TaskState.IN_TIME),
        (STAGES, [record("2025-2030", done=True)], TaskState.DONE),
        (EVERY_YEAR, [], TaskState.NOT_BEGUN),
        (EVERY_YEAR, [record("2025", done=True)], TaskState.NOT_BEGUN),
        (EVERY_YEAR, [record("2026", number="12/KH-UBND")], TaskState.IN_TIME),
        (EVERY_YEAR, [record("2026", percent=100)], TaskState.DONE_IN_TIME),
        (NOVEMBERS, [record("2026", percent=50)], TaskState.IN_TIME),
        (ALWAYS, [record("2025-2030", text="Đã đăng 12 tin")], TaskState.CONTINUOUS),
        (ALWAYS, [record("2025-2030", done=True)], TaskState.CONTINUOUS),
        (ALWAYS, [record("2025-2030")], TaskState.CONTINUOUS_NOT_BEGUN),
        (WAITING, [], TaskState.WAITING),
        (WAITING, [record("2025", text="Đã rà soát")], TaskState.WAITING),
        (WAITING, [record("2025", done=True)], TaskState.DONE),
        (ONCE, [], TaskState.OVERDUE),
        (ONCE, [record("2025", percent=70)], TaskState.OVERDUE),
        (ONCE, [record("2025", done=True, done_on=date(2025, 9, 30))], TaskState.DONE_IN_TIME),
        (ONCE, [record("2025", done=True, dated=date(2025, 9, 30))], TaskState.DONE_IN_TIME),
        (ONCE, [record("2025", done=True, done_on=date(2025, 10, 1))], TaskState.DONE_LATE),
        (ONCE, [record("2025", done=True, span=month(9, 2025))], TaskState.DONE_IN_TIME),
        (ONCE, [record("2025", done=True)], TaskState.DONE),
        (UNTIMED, [], TaskState.UNTIMED_NOT_BEGUN),
        (UNTIMED, [record("-", text="Đã triển khai")], TaskState.UNDER_WAY),
        (UNREAD, [], TaskState.UNTIMED_NOT_BEGUN),
        (UNREAD, [record("2025-2030", percent=30)], TaskState.UNDER_WAY),
        (UNTIMED, [record(done=True)], TaskState.DONE),
    ],
)
def test_a_task_is_in_the_state_that_its_records_say(row: TaskRow, told: list[Progress], state: TaskState) -> None:
    found = _status(row, *told)
    assert (found.state, found.words) == (state, words(state))


def test_nobody_is_late_whose_day_was_not_told() -> None:
    assert _status(ONCE, record("2025", done=True)).lacks_day
    assert _status(NOVEMBERS, record("2026", percent=100, span=month(12)), on=date(2026, 12, 31)).lacks_day
    told = [
        _status(ONCE, record("2025", done=True, done_on=date(2025, 10, 1))),
        _status(ONCE, record("2025", done=True, span=month(9, 2025))),
        _status(ONCE),
        _status(STAGES, record("2025-2030", done=True)),
        _status(task(y2025="Hàng năm"), record("2025", done=True)),
        _status(UNTIMED, record(done=True)),
    ]
    assert not any(status.lacks_day for status in told)


def test_a_yearly_round_is_asked_anew_and_never_late_by_itself() -> None:
    assert _status(EVERY_YEAR, on=date(2026, 12, 31)).state is TaskState.NOT_BEGUN
    assert _status(EVERY_YEAR, record("2026", done=True), on=date(2027, 1, 31)).state is TaskState.NOT_BEGUN


def test_the_last_yearly_round_is_asked_after_its_year() -> None:
    last = task(y2025="Hàng năm")
    assert _status(last).state is TaskState.UNDECLARED
    assert _status(last, record("2025", percent=60)).state is TaskState.UNDER_WAY
    assert _status(last, record("2025", done=True)).state is TaskState.DONE


def test_a_yearly_round_with_a_month_is_late_after_it() -> None:
    assert _status(NOVEMBERS, on=date(2026, 11, 30)).state is TaskState.NOT_BEGUN
    assert _status(NOVEMBERS, on=date(2026, 12, 1)).state is TaskState.OVERDUE
    late = record("2026", done=True, done_on=date(2026, 12, 4), span=month(12))
    assert _status(NOVEMBERS, late, on=date(2026, 12, 31)).state is TaskState.DONE_LATE


def test_a_continuous_task_is_asked_every_year() -> None:
    last_year = record("2025-2030", text="Đã đăng tin", span=month(12))
    assert _status(ALWAYS, last_year, on=date(2027, 1, 31)).state is TaskState.CONTINUOUS_NOT_BEGUN


def test_a_deadline_later_than_its_column_comes_before_the_stage_to_the_end_of_its_year() -> None:
    late = _status(LATE_DEADLINE)
    assert (late.state, late.deadline, late.deadline_words) == (TaskState.OVERDUE, date(2026, 9, 30), "Tháng 9/2026")
    done = record("2025", done=True, done_on=date(2026, 9, 15))
    assert _status(LATE_DEADLINE, done).state is TaskState.DONE_IN_TIME
    after = _status(LATE_DEADLINE, done, on=date(2027, 1, 31))
    assert (after.state, after.deadline, after.deadline_words) == (TaskState.NOT_BEGUN, None, "Giai đoạn 2026 - 2030")


def test_an_unfinished_earlier_stage_is_owed_until_it_is_done() -> None:
    owed = _status(STAGES, record("2025-2030", done=True)).debts
    assert [debt_words(debt) for debt in owed] == ["tồn từ năm 2025"]
    assert _status(STAGES, record("2025", done=True, span=month(12, 2025))).debts == ()
    assert [debt_words(debt) for debt in _status(STAGES, on=date(2031, 1, 31)).debts] == [
        "tồn từ năm 2025",
        "tồn từ giai đoạn 2026 - 2030",
    ]
    assert [debt_words(debt) for debt in _status(NOVEMBERS).debts] == ["tồn từ năm 2025"]
    assert _status(WAITING).debts == _status(ALWAYS).debts == ()


def test_a_stage_alone_is_late_after_its_years() -> None:
    assert _status(task(y2025="x")).state is TaskState.OVERDUE
    assert _status(task(y2025="x"), on=date(2025, 12, 31)).state is TaskState.NOT_BEGUN


def test_what_was_said_to_be_done_may_be_taken_back() -> None:
    done = record("2025", done=True, span=month(9, 2025))
    later = record("2025", text="Đã gửi", span=month(10, 2025))
    back = record("2025", done=False, percent=100, span=month(11, 2025))
    again = record("2025", done=True, dated=date(2025, 12, 1), span=month(12, 2025))
    assert _status(ONCE, done, later).state is TaskState.DONE_IN_TIME
    assert _status(ONCE, done, later, back).state is TaskState.OVERDUE
    assert _status(ONCE, done, later, back, again).state is TaskState.DONE_LATE
    assert _status(ONCE, done, later, back).record == back


def test_later_records_do_not_count_yet() -> None:
    november = record("2025-2030", done=True, span=month(11))
    found = _status(STAGES, november)
    assert (found.state, found.record, found.records) == (TaskState.NOT_BEGUN, None, ())


@pytest.mark.parametrize(
    ("true_on", "deadline", "on", "state", "shown"),
    [
        (date(2026, 5, 4), date(2026, 9, 30), date(2026, 8, 31), TaskState.IN_TIME, "30/09/2026"),
        (date(2026, 5, 4), date(2026, 9, 30), date(2026, 10, 31), TaskState.OVERDUE, "30/09/2026"),
        (date(2026, 5, 4), None, date(2026, 10, 31), TaskState.UNDER_WAY, "Sau khi có Kế hoạch của tỉnh"),
        (date(2026, 11, 4), date(2026, 12, 1), date(2026, 10, 31), TaskState.WAITING, "Sau khi có Kế hoạch của tỉnh"),
    ],
)
def test_a_condition_that_came_true_brings_its_deadline(
    true_on: date, deadline: date | None, on: date, state: TaskState, shown: str
) -> None:
    facts = Facts(came_true=(CameTrue("nv", "2025", true_on, deadline), CameTrue("khac", "2025", true_on)))
    found = _status(WAITING, record("2025", percent=10, span=month(6)), on=on, facts=facts)
    assert (found.state, found.deadline_words) == (state, shown)
    assert found.deadline == (deadline if state is not TaskState.WAITING else None)


def test_a_condition_done_by_the_deadline_it_brought_is_in_time() -> None:
    done = record("2025", done=True, done_on=date(2026, 9, 30))
    facts = Facts(came_true=(CameTrue("nv", "2025", date(2026, 5, 4), date(2026, 9, 30)),))
    assert _status(WAITING, done, facts=facts).state is TaskState.DONE_IN_TIME


def test_what_passed_before_the_store_began_is_undeclared_rather_than_late() -> None:
    began = Facts(declared_from=date(2026, 1, 1))
    assert _status(ONCE, facts=began).words == "Chưa khai báo"
    assert _status(ONCE, record("2025", percent=50), facts=began).state is TaskState.OVERDUE
    assert _status(LATE_DEADLINE, facts=began).state is TaskState.OVERDUE
    assert _status(UNTIMED, facts=began).state is TaskState.UNTIMED_NOT_BEGUN


def test_an_earlier_stage_is_a_debt_only_when_something_was_said_of_it() -> None:
    began = Facts(declared_from=date(2026, 1, 1))
    found = _status(STAGES, facts=began)
    assert (found.debts, [debt.id for debt in found.undeclared]) == ((), ["2025"])
    said = _status(STAGES, record("2025", percent=40, span=month(12, 2025)), facts=began)
    assert ([debt.id for debt in said.debts], said.undeclared) == (["2025"], ())


def test_a_condition_that_came_true_in_a_later_stage_brings_a_debt_or_holds_to_the_end_of_its_year() -> None:
    row = task(y2025="Sau khi có Kế hoạch của tỉnh", y2030="x")
    assert _status(row).deadline_words == "Giai đoạn 2026 - 2030"
    facts = Facts(came_true=(CameTrue("nv", "2025", date(2026, 5, 4), date(2026, 9, 30)),))
    assert _status(row, facts=facts).state is TaskState.OVERDUE
    early = Facts(came_true=(CameTrue("nv", "2025", date(2025, 9, 1), date(2025, 12, 1)),))
    assert [debt_words(debt) for debt in _status(row, facts=early).debts] == ["tồn từ năm 2025"]


def _put_off(occurrence: str, deadline: date, issued: date | None = None) -> Facts:
    return Facts(extensions=(Extension("nv", occurrence, deadline, Paper("45/UBND", issued)),))


@pytest.mark.parametrize(
    ("row", "occurrence", "shown"),
    [
        (LATE_DEADLINE, "2025", "Tháng 9/2026, gia hạn đến 30/11/2026"),
        (ONCE, "2025", "Tháng 9/2025, gia hạn đến 30/11/2026"),
        (task(y2025="x"), "2025", "Năm 2025, gia hạn đến 30/11/2026"),
        (STAGES, "2025", "Năm 2025, gia hạn đến 30/11/2026"),
        (task(y2030="Tháng 9 hàng năm"), "2026", "Tháng 9/2026, gia hạn đến 30/11/2026"),
    ],
)
def test_a_deadline_that_was_put_off_is_judged_and_the_printed_one_stays(
    row: TaskRow, occurrence: str, shown: str
) -> None:
    facts = _put_off(occurrence, date(2026, 11, 30))
    found = _status(row, facts=facts)
    assert (found.state, found.deadline, found.deadline_words) == (TaskState.NOT_BEGUN, date(2026, 11, 30), shown)
    assert _status(row, facts=facts, on=date(2026, 12, 1)).state is TaskState.OVERDUE
    done = record(occurrence, done=True, done_on=date(2026, 11, 30))
    assert _status(row, done, facts=facts).state is TaskState.DONE_IN_TIME


def test_a_yearly_round_that_was_put_off_to_a_day_is_late_after_it() -> None:
    facts = _put_off("2026", date(2026, 10, 15))
    assert _status(EVERY_YEAR, facts=facts).state is TaskState.OVERDUE
    assert _status(EVERY_YEAR, facts=_put_off("2027", date(2026, 10, 15))).state is TaskState.NOT_BEGUN


def test_an_extension_does_not_change_the_reports_before_it() -> None:
    facts = _put_off("2025", date(2026, 11, 30), issued=date(2026, 11, 2))
    assert _status(LATE_DEADLINE, facts=facts).state is TaskState.OVERDUE
    assert _status(LATE_DEADLINE, facts=facts, on=date(2026, 11, 2)).state is TaskState.NOT_BEGUN


def _serves(occurrence: str) -> Facts:
    return Facts(still_in_force=(StillInForce("nv", occurrence, Paper("12/KH-UBND", date(2025, 3, 3), "Kế hoạch")),))


def test_a_deliverable_still_in_force_serves_the_round_of_this_year() -> None:
    found = _status(EVERY_YEAR, facts=_serves("2026"))
    assert (found.state, found.deadline_words) == (TaskState.DONE_IN_TIME, "Năm 2026")
    assert found.record is not None
    assert (found.record.deliverable_number, found.record.deliverable_date) == ("12/KH-UBND", date(2025, 3, 3))
    assert found.records == (found.record,)
    assert _status(EVERY_YEAR, facts=_serves("2026"), on=date(2027, 1, 31)).state is TaskState.NOT_BEGUN


def test_what_was_said_of_the_round_stays_beside_the_paper_that_serves_it() -> None:
    found = _status(EVERY_YEAR, record("2026", text="Tiếp tục thực hiện", percent=30), facts=_serves("2026"))
    assert found.record is not None
    assert (found.record.text, found.record.deliverable_number) == ("Tiếp tục thực hiện", "12/KH-UBND")
    own = record("2026", done=True, number="9/KH-UBND")
    assert _status(EVERY_YEAR, own, facts=_serves("2026")).record == own


def test_a_stage_served_by_an_earlier_paper_is_no_debt() -> None:
    assert _status(STAGES, facts=_serves("2025")).debts == ()


def test_the_officers_reading_is_judged_and_loses_no_record() -> None:
    told = record("2025-2030", text="Đã làm", percent=50)
    deadline = Facts(readings=(Reading("nv", "2025-2030", "đến hết ngày 30/09/2026", "theo Công văn 5"),))
    found = _status(UNREAD, told, facts=deadline)
    assert (found.state, found.deadline) == (TaskState.OVERDUE, date(2026, 9, 30))
    assert found.deadline_words == "Theo thời gian tại Kế hoạch đã phê duyệt"
    yearly = Facts(readings=(Reading("nv", "2025-2030", "hằng năm (2026-2030)", ""),))
    assert _status(UNREAD, told, facts=yearly).record == told
    assert _status(UNTIMED, record("-", done=True), facts=yearly).state is TaskState.DONE_IN_TIME


def test_a_task_without_time_in_a_plan_of_one_year_is_asked_after_it_and_never_late() -> None:
    plan = replace(thuan_chau(), milestones=(2026,), document=replace(thuan_chau().document, title="… năm 2026"))
    assert (only_year(plan), only_year(thuan_chau())) == (2026, None)
    assert only_year(replace(plan, milestones=(2030,))) is None

    def on(day: date, *told: Progress) -> TaskState:
        found = status(UNTIMED, timing(plan, UNTIMED, day), told, day)
        assert (found.deadline, found.deadline_words) == (None, "")
        return found.state

    begun, done = record("-", text="Đã làm"), record("-", done=True)
    assert [on(CLOSING), on(CLOSING, begun)] == [TaskState.NOT_BEGUN, TaskState.IN_TIME]
    assert [on(CLOSING, done), on(date(2026, 12, 31))] == [TaskState.DONE, TaskState.NOT_BEGUN]
    january = date(2027, 1, 31)
    assert [on(january), on(january, begun)] == [TaskState.UNDECLARED, TaskState.UNDER_WAY]


@pytest.mark.parametrize(
    ("printed", "column", "shown"),
    [
        ("Tháng 9/2025", "2025", "Tháng 9/2025"),
        ("7/2025", "2025", "Tháng 7/2025"),
        ("2030", "2025-2030", "Năm 2030"),
        ("x", "2025", "Năm 2025"),
        ("x", "2025-2030", "Giai đoạn 2026 - 2030"),
        ("Hàng năm", "2025-2030", "Năm 2026"),
        (NOVEMBER, "2025-2030", "Tháng 11/2026"),
        ("Thường xuyên", "2025-2030", "Thường xuyên"),
        ("Khi tỉnh triển khai", "2025", "Khi tỉnh triển khai"),
        ("Quý I /2026", "deadline", "Quý I /2026"),
        ("Theo Kế hoạch đã phê duyệt", "deadline", "Theo Kế hoạch đã phê duyệt"),
    ],
)
def test_a_time_is_written_as_an_officer_would(printed: str, column: str, shown: str) -> None:
    (stage,) = parse_stage(printed, COLUMNS.get(column, DEADLINE_COLUMN))
    assert deadline_words(occurrence(stage, 2026)) == shown


def test_the_tasks_of_thuan_chau_without_any_record() -> None:
    plan = thuan_chau()
    found = [status(row, stages(row, plan.schedule_columns), (), CLOSING) for row in plan.tasks()]
    assert Counter(one.state for one in found) == {
        TaskState.NOT_BEGUN: 27,
        TaskState.UNTIMED_NOT_BEGUN: 1,
        TaskState.CONTINUOUS_NOT_BEGUN: 11,
        TaskState.WAITING: 6,
        TaskState.OVERDUE: 3,
    }


_RECORDS = st.lists(
    st.builds(
        record,
        st.sampled_from(["2025", "2026", "2027", "2025-2030", "2030-2035"]),
        span=st.integers(1, 12).map(month),
        percent=st.sampled_from([None, 0, 40, 100]),
        done=st.sampled_from([None, True, False]),
        text=st.sampled_from(["", "Đã làm"]),
    ),
    max_size=6,
).map(lambda records: sorted(records, key=lambda one: one.as_of))


@given(_RECORDS, st.sampled_from([EVERY_YEAR, NOVEMBERS, ALWAYS, STAGES, LATE_DEADLINE, WAITING, ONCE, UNTIMED]))
def test_a_task_once_done_stays_done_while_its_occurrence_lasts(records: list[Progress], row: TaskRow) -> None:
    told = [one for one in records if one.done is not False]
    days = [month(number)[1] for number in range(1, 13)]
    for before, after in pairwise([_status(row, *told, on=day) for day in days]):
        same = (
            before.occurrence is not None
            and after.occurrence is not None
            and before.occurrence.id == after.occurrence.id
        )
        assert not (same and before.state in DONE_STATES) or after.state is before.state


@given(_RECORDS)
def test_a_task_with_content_is_never_not_begun(records: list[Progress]) -> None:
    found = _status(STAGES, *records, on=date(2026, 12, 31))
    assert (found.state is TaskState.NOT_BEGUN) == (not any(has_content(one) for one in found.records))
