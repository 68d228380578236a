"""The status of tasks on a closing day."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.actuals import Progress
from models.plans import TaskRow
from models.progress import DONE_STATES, TaskState, TaskStatus, deadline_words, debt_words, has_content, status, words
from models.schedules import occurrence, parse_stage, stages
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


def _status(row: TaskRow, *records: Progress, on: date = CLOSING, **more: object) -> TaskStatus:
    found: TaskStatus = status(row, stages(row, tuple(COLUMNS.values())), records, on, **more)  # type: ignore[arg-type]
    return found


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
        (ONCE, [record("2025", done=True)], TaskState.DONE_LATE),
        (UNTIMED, [], TaskState.NOT_BEGUN),
        (UNTIMED, [record(text="Đã triển khai")], TaskState.IN_TIME),
        (UNTIMED, [record(done=True)], TaskState.DONE),
    ],
)
def test_a_task_is_in_the_state_that_its_records_say(row: TaskRow, told: list[Progress], state: TaskState) -> None:
    found = _status(row, *told)
    assert (found.state, found.words) == (state, words(state))


def test_a_yearly_round_is_asked_anew_and_never_late_by_itself() -> None:
    assert _status(EVERY_YEAR, on=date(2026, 12, 31)).state is TaskState.NOT_BEGUN
    assert _status(EVERY_YEAR, record("2026", done=True), on=date(2027, 1, 31)).state is TaskState.NOT_BEGUN
    last = task(y2025="Hàng năm")
    assert _status(last).state is TaskState.NOT_BEGUN
    assert _status(last, record("2025", done=True)).state is TaskState.DONE


def test_a_yearly_round_with_a_month_is_late_after_it() -> None:
    assert _status(NOVEMBERS, on=date(2026, 11, 30)).state is TaskState.NOT_BEGUN
    assert _status(NOVEMBERS, on=date(2026, 12, 1)).state is TaskState.OVERDUE
    late = record("2026", done=True, span=month(12))
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
    again = record("2025", done=True, span=month(12, 2025))
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
        (date(2026, 5, 4), None, date(2026, 10, 31), TaskState.IN_TIME, "Sau khi có Kế hoạch của tỉnh"),
        (date(2026, 11, 4), date(2026, 12, 1), date(2026, 10, 31), TaskState.WAITING, "Sau khi có Kế hoạch của tỉnh"),
    ],
)
def test_a_condition_that_came_true_brings_its_deadline(
    true_on: date, deadline: date | None, on: date, state: TaskState, shown: str
) -> None:
    found = _status(WAITING, record("2025", percent=10, span=month(6)), on=on, came_true={"2025": (true_on, deadline)})
    assert (found.state, found.deadline_words) == (state, shown)
    assert found.deadline == (deadline if state is not TaskState.WAITING else None)


def test_a_condition_done_by_the_deadline_it_brought_is_in_time() -> None:
    done = record("2025", done=True, done_on=date(2026, 9, 30))
    came_true = {"2025": (date(2026, 5, 4), date(2026, 9, 30))}
    assert _status(WAITING, done, came_true=came_true).state is TaskState.DONE_IN_TIME


def test_what_passed_before_the_store_began_is_undeclared_rather_than_late() -> None:
    began = date(2026, 1, 1)
    assert _status(ONCE, declared_from=began).words == "Chưa khai báo"
    assert _status(ONCE, record("2025", percent=50), declared_from=began).state is TaskState.OVERDUE
    assert _status(LATE_DEADLINE, declared_from=began).state is TaskState.OVERDUE
    assert _status(STAGES, declared_from=began).debts == ()
    assert _status(UNTIMED, declared_from=began).state is TaskState.NOT_BEGUN


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
        TaskState.NOT_BEGUN: 28,
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
