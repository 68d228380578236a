"""What the detail pane tells of a row: targets and times as understood, the path, all periods, how all came about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.actuals import Actual
from models.desk import Desk
from models.evidence import Pasted, add, lay_by
from models.facts import (
    AnnualTarget,
    CameTrue,
    DeclaredFrom,
    Extension,
    Lead,
    Override,
    Paper,
    PartFigure,
    Reading,
    StillInForce,
    Supplier,
)
from models.figure_lines import FigureLine
from models.indicator_story import IndicatorStory
from models.plans import AssignmentRow, IndicatorRow, Plan, ScheduleColumn, TaskRow
from models.row_told import story_of
from models.store import figure_rows
from models.store.archive import files_folder
from models.store.connection import Store
from models.store.undoing import undo
from models.task_story import TaskStory
from tests.models.store.samples import small_plan

AT, LATER = datetime(2026, 11, 3, 8, 0), datetime(2026, 11, 4, 9, 30)
BY: dict[str, Any] = {"who": "Lò Thị Lan", "at": AT}
BY_LATER: dict[str, Any] = {"who": "Cầm Văn Minh", "at": LATER}
PAPER = Paper("12/QĐ-UBND", date(2026, 1, 5))


def told_plan() -> Plan:
    """Return the small plan with a row of words, a rank, one printed twice, and tasks of several times."""
    plan = small_plan()
    more = (
        IndicatorRow("ct-duy-tri", "indicator", "4", "ct", "Tổ công nghệ số", targets={2025: "Có tổ", 2030: "Duy trì"}),
        IndicatorRow("ct-hang", "indicator", "5", "ct", "Xếp hạng", "Thứ bậc", targets={2030: "< 10"}),
        IndicatorRow("ct-5g-2", "indicator", "6", "ct", "Phủ sóng 5G", "%", targets={2035: "80%"}, same_as="ct-5g"),
    )
    tasks = (
        TaskRow("nv-dk", "task", "2", "nv", "Phát động thi đua", schedule={"deadline": "Sau khi có Kế hoạch của tỉnh"}),
        TaskRow("nv-nam", "task", "3", "nv", "Tuyên truyền", deliverable="Báo cáo", schedule={"deadline": "Hằng năm"}),
        TaskRow("nv-trong", "task", "4", "nv", "Khảo sát", lead="Công an xã"),
        TaskRow("nv-cu", "task", "5", "nv", "Xong sớm", schedule={"deadline": "x", "2026": "x"}),
    )
    columns = (ScheduleColumn("deadline", "Thời gian"), ScheduleColumn("2026", "Giai đoạn 2026 - 2030", 2026, 2030))
    return replace(
        plan,
        indicator_rows=(*plan.indicator_rows, *more),
        task_rows=(*plan.task_rows, *tasks),
        schedule_columns=columns,
        assignment_rows=(AssignmentRow("Chuyển đổi số", "Phòng VH-XH", "", "Họp tổ", "", "hằng tháng", ""),),
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Store.create(tmp_path / "a.so57", told_plan(), **BY) as store:
        yield Desk(store)


def record(desk: Desk, key: str, month: str = "2026-10", by: dict[str, Any] = BY, **fields: Any) -> None:
    desk.record(desk.period(month), [FigureLine(1, key=key, **fields)], **by)


def indicator(desk: Desk, key: str) -> IndicatorStory:
    story = story_of(desk, desk.report(desk.period("2026-10")), key)
    assert isinstance(story, IndicatorStory)
    return story


def task(desk: Desk, key: str) -> TaskStory:
    story = story_of(desk, desk.report(desk.period("2026-10")), key)
    assert isinstance(story, TaskStory)
    return story


def test_a_heading_has_no_story(desk: Desk) -> None:
    assert story_of(desk, desk.report(desk.period("2026-10")), "ct") is None


def test_targets_are_told_as_printed_and_as_understood(desk: Desk) -> None:
    desk.declare(Reading("ct-so-hoa", "2030", "≥ 98%", "in nhầm"), **BY)
    first, second = indicator(desk, "ct-so-hoa").targets
    assert (first.title, first.printed, first.understood, first.note) == ("Đến hết năm 2025", "95%", "ít nhất 95%", "")
    assert (second.printed, second.understood, second.note) == ("100%", "ít nhất 98%", "mốc đang xét")
    assert second.reading is not None
    assert second.reading.why == "in nhầm"


def test_a_row_printed_for_each_milestone_is_one_indicator(desk: Desk) -> None:
    story = indicator(desk, "ct-5g-2")
    assert story.row.key == "ct-5g"
    assert [cell.column for cell in story.targets] == ["2030", "2035"]


def test_a_decision_stands_before_the_milestone_and_on_the_path(desk: Desk) -> None:
    desk.declare(AnnualTarget("ct-5g", 2026, "≥ 30%", PAPER), **BY)
    story = indicator(desk, "ct-5g")
    assert [cell.note for cell in story.targets] == ["", ""]
    assert [(point.day, point.words) for point in story.path.decided] == [(date(2026, 12, 31), "30")]
    assert [one.sentence for one in story.declared] == [
        "Mục tiêu năm 2026 của chỉ tiêu 1: ≥ 30% (12/QĐ-UBND ngày 05/01/2026)"
    ]


def test_figures_of_all_periods_have_share_author_and_earlier_values(desk: Desk) -> None:
    record(desk, "ct-5g", "2026-09", value=Decimal("20"))
    record(
        desk,
        "ct-5g",
        numerator=Decimal("9"),
        denominator=Decimal("20"),
        note="theo viễn thông",
        difficulty="Thiếu trạm",
    )
    record(desk, "ct-5g", by=BY_LATER, numerator=Decimal("10"), denominator=Decimal("20"))
    october, september = indicator(desk, "ct-5g").figures
    assert (october.period, october.figure, october.fraction, october.share) == ("Tháng 10/2026", "50", "10/20", "100%")
    assert (october.who, october.when) == ("Cầm Văn Minh", "04/11/2026")
    assert october.notes == ("Khó khăn: Thiếu trạm", "Ghi chú: theo viễn thông")
    assert october.story[0].what == ("tử số 9 → 10",)
    assert (september.figure, september.share, september.verdict) == ("20", "40%", "Đang thực hiện")


def test_a_figure_added_up_from_parts_names_no_author(desk: Desk) -> None:
    days = (date(2026, 10, 1), date(2026, 10, 31))
    desk.declare(Supplier("ct-so-hoa", "Bản Lạnh", days[0]), **BY)
    part = PartFigure("ct-so-hoa", "Bản Lạnh", *days, numerator=Decimal(3), denominator=Decimal(4))
    desk.declare(part, **BY)
    story = indicator(desk, "ct-so-hoa")
    (only,) = story.figures
    assert (only.figure, only.who, only.when) == ("75", "cộng từ các đơn vị", "")
    assert "không phát sinh" not in " ".join(change.words() for change in story.history)


def test_the_path_is_told_in_numbers_only_where_targets_are(desk: Desk) -> None:
    record(desk, "ct-5g", value=Decimal("0.25"))
    record(desk, "ct-duy-tri", text="Đã có tổ")
    record(desk, "ct-bai", value=Decimal("7"))
    path = indicator(desk, "ct-5g").path
    assert (path.unit, path.straight, path.downward) == ("%", True, False)
    assert [(point.day.year, point.words) for point in path.targets] == [(2030, "50"), (2035, "80")]
    assert [point.words for point in path.actuals] == ["0,25"]
    words = indicator(desk, "ct-duy-tri")
    assert (words.path.targets, words.path.actuals, words.in_words) == ((), (), True)
    count = indicator(desk, "ct-bai").path
    assert (count.straight, [point.words for point in count.actuals]) == (False, ["7"])
    assert indicator(desk, "ct-hang").path.downward


def test_days_that_are_no_period_are_told_as_days(desk: Desk) -> None:
    with desk.store.change("Nhập", **BY) as change:
        figure_rows.save(change, Actual("ct-5g", date(2026, 2, 3), date(2026, 3, 4), value=Decimal(1)))
    assert indicator(desk, "ct-5g").figures[0].period == "03/02/2026 - 04/03/2026"


def test_the_history_says_when_who_what_and_why(desk: Desk) -> None:
    record(desk, "ct-5g", value=Decimal("20"))
    undo(desk.store, **BY_LATER)
    desk.declare(Override("ct-5g", "thang/2026-09", Decimal("32.50"), None, None, "số của viễn thông"), **BY_LATER)
    desk.declare(Lead("ct-5g", "Công an xã"), **BY)
    told = [change.words() for change in indicator(desk, "ct-5g").history]
    assert told[0].startswith("03/11/2026 08:00, Lò Thị Lan (nhập tay): khai báo cơ quan chủ trì của chỉ tiêu 1")
    assert told[1].endswith("Lý do: số của viễn thông.")
    assert "(hoàn tác): hoàn tác: nhập 20% cho 1: đến 31/10/2026: bỏ kết quả 20%" in told[2]
    assert told[3] == "03/11/2026 08:00, Lò Thị Lan (nhập tay): nhập 20% cho 1: đến 31/10/2026: kết quả 20%."
    assert indicator(desk, "ct-5g").head.lead == "Công an xã (do cơ quan phân công)"


def test_a_long_change_tells_some_records_and_counts_the_others(desk: Desk) -> None:
    with desk.store.change("Nhập cả năm", **BY) as change:
        for month in range(1, 6):
            day = date(2026, month, 1)
            figure_rows.save(change, Actual("ct-5g", day, day.replace(day=28), value=Decimal(month)))
    (only,) = indicator(desk, "ct-5g").history
    assert only.words().endswith("và 2 dòng nữa.")


def test_a_part_in_which_nothing_happened_reads_as_words(desk: Desk) -> None:
    days = (date(2026, 10, 1), date(2026, 10, 31))
    desk.declare(Supplier("ct-bai", "Bản Lạnh", days[0]), **BY)
    desk.declare(PartFigure("ct-bai", "Bản Lạnh", *days, nothing_happened=True), **BY)
    assert "không phát sinh: có" in indicator(desk, "ct-bai").history[0].words()


def test_evidence_is_a_part_of_the_history(desk: Desk) -> None:
    laid, _ = lay_by(files_folder(desk.store.path), [Pasted("a.pdf", b"%PDF")])
    add(desk, desk.period("2026-10"), "ct-5g", laid, **BY)
    (only,) = indicator(desk, "ct-5g").history
    assert only.words().endswith("thêm minh chứng “a.pdf” cho 1: đến 31/10/2026: tên “a.pdf”.")


def test_a_task_is_told_with_its_times_deliverable_and_records(desk: Desk) -> None:
    record(desk, "nv-kh", percent=Decimal("70"), text="Đã có dự thảo", difficulty="Thiếu người", next_step="Lấy ý kiến")
    record(
        desk,
        "nv-kh",
        by=BY_LATER,
        done=True,
        done_on=date(2026, 10, 30),
        deliverable_number="9/KH",
        percent=Decimal("100"),
    )
    story = task(desk, "nv-kh")
    (only,) = story.records
    assert only.state == "100%; đã hoàn thành ngày 30/10/2026"
    assert (only.deliverable, only.who, only.when) == ("9/KH", "Cầm Văn Minh", "04/11/2026")
    assert [title for title, _ in only.said] == ["Kết quả", "Khó khăn", "Việc tiếp theo"]
    assert [(cell.title, cell.printed, cell.understood) for cell in story.times] == [
        ("Thời gian", "9/2026", "đến hết ngày 30/09/2026")
    ]
    assert (story.can_extend, story.waits, story.can_declare, story.can_read) == (("deadline",), (), True, True)


def test_what_came_after_the_plan_stands_beside_the_printed_time(desk: Desk) -> None:
    desk.declare(Extension("nv-kh", "", date(2026, 12, 31), PAPER), **BY)
    desk.declare(CameTrue("nv-dk", "", date(2026, 3, 2), date(2026, 11, 30)), **BY)
    assert task(desk, "nv-kh").times[0].note == "gia hạn đến 31/12/2026"
    condition = task(desk, "nv-dk")
    assert condition.times[0].note == "điều kiện đã có từ 02/03/2026, hạn 30/11/2026"
    assert condition.waits == ("deadline",)
    desk.declare(CameTrue("nv-dk", "", date(2026, 3, 2)), **BY)
    assert task(desk, "nv-dk").times[0].note == "điều kiện đã có từ 02/03/2026"


def test_debts_unfinished_records_and_papers_still_in_force_are_told(desk: Desk) -> None:
    record(desk, "nv-nam", done=False, deliverable_number="5/BC", deliverable_date=date(2026, 10, 2))
    desk.declare(StillInForce("nv-kh", "", Paper("142/KH-UBND", date(2025, 6, 4))), **BY)
    yearly = task(desk, "nv-nam").records[0]
    assert (yearly.state, yearly.deliverable, yearly.occurrence) == (
        "chưa hoàn thành",
        "5/BC ngày 02/10/2026",
        "2026",
    )
    assert task(desk, "nv-kh").declared[0].sentence.startswith("Sản phẩm còn hiệu lực của nhiệm vụ 1")


def test_a_task_without_a_time_has_nothing_to_read_or_to_put_off(desk: Desk) -> None:
    story = task(desk, "nv-trong")
    assert (story.times, story.can_extend, story.waits, story.head.lead) == ((), (), (), "Công an xã")


def test_tasks_outside_the_plan_and_assignments_are_told_too(desk: Desk) -> None:
    extra = TaskRow("", "task", "", None, "Rà soát", schedule={"deadline": "30/11/2026"})
    desk.declare(extra, **BY)
    beside = task(desk, "ps-1")
    assert (beside.head.label, beside.can_read, beside.can_declare) == ("phát sinh 1", False, True)
    assigned = task(desk, "pc-1")
    assert (assigned.head.label, assigned.can_declare) == ("phân công 1", False)


def test_an_unfinished_earlier_stage_is_told_as_owed(desk: Desk) -> None:
    desk.declare(Reading("nv-cu", "deadline", "9/2025", "theo công văn"), **BY)
    desk.declare(DeclaredFrom(date(2025, 1, 1)), **BY)
    story = task(desk, "nv-cu")
    assert story.debts == ("tồn từ năm 2025 (x, hạn 30/09/2025)",)
    assert story.times[0].reading is not None


def test_a_figure_that_comes_in_again_from_elsewhere_is_told_by_its_label_alone(desk: Desk) -> None:
    record(desk, "ct-5g", value=Decimal(20))
    record(desk, "ct-5g", by=BY_LATER | {"origin": "import"}, value=Decimal(20))
    newest = indicator(desk, "ct-5g").history[0]
    assert newest.words() == "04/11/2026 09:30, Cầm Văn Minh (từ tệp số liệu): nhập 20% cho 1."


def test_a_record_of_words_alone_has_no_state(desk: Desk) -> None:
    record(desk, "nv-nam", text="Đã phát thanh 4 buổi")
    (only,) = task(desk, "nv-nam").records
    assert (only.state, only.deliverable, only.said) == ("", "", (("Kết quả", "Đã phát thanh 4 buổi"),))
