"""Whether a report may be issued: what is grave, what is only a hint, and how it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from models.checks import Warning, warnings_of
from models.findings import Finding, FindingKind
from models.readiness import Obstacle, ObstacleKind, Told, obstacles_of, refusal
from models.report_work import Remark
from models.reports import Report
from tests.exporters.small_reports import before, now, report_of, share
from tests.models.rows import record, task

ON = date(2026, 11, 3)
ALL_SAID = Told(submitted=True)


def found(
    report: Report, told: Told = ALL_SAID, warnings: Sequence[Warning] = (), on: date = ON
) -> dict[ObstacleKind, Obstacle]:
    return {one.kind: one for one in obstacles_of(report, warnings, told, on)}


def whole(report: Report) -> Report:
    """Give the report a frame that lacks nothing."""
    return replace(report, office=replace(report.office, plan_number="12/KH-UBND"))


def test_nothing_stands_against_a_whole_report() -> None:
    report = whole(report_of([share("ct", "Phủ sóng", {2030: "50"})], [now("ct", "40")]))
    assert found(report) == {}
    assert refusal(()) == ""


def test_a_share_over_100_is_grave_and_a_fall_is_not() -> None:
    rows = [share("a", "Số hóa", {2030: "95"}), share("b", "Phủ sóng", {2030: "50"})]
    report = whole(report_of(rows, [now("a", "104"), now("b", "20"), before("b", "45")]))
    (grave,) = obstacles_of(report, warnings_of(report), ALL_SAID, ON)
    assert (grave.kind, grave.row_key, grave.grave) == (ObstacleKind.WARNING, "a", True)
    assert "vượt quá 100%" in grave.sentence


def test_a_day_that_is_missing_is_a_hint() -> None:
    late = task("", y2025="Tháng 9/2026")
    report = whole(report_of(tasks=[late], progress=[record("2025", done=True)]))
    (hint,) = obstacles_of(report, warnings_of(report), ALL_SAID, ON)
    assert (hint.kind, hint.row_key, hint.grave) == (ObstacleKind.WARNING, "nv", False)
    assert "chưa ghi ngày" in hint.sentence


def test_nine_months_under_six_is_grave_and_an_estimate_left_is_not() -> None:
    findings = (
        Finding("ct", "III.7", FindingKind.LESS_THAN_SHORTER, "Ít hơn 6 tháng.", grave=True),
        Finding("ct", "III.7", FindingKind.ESTIMATE_LEFT, "Còn là số ước."),
    )
    (obstacle,) = obstacles_of(whole(report_of()), (), Told(findings=findings, submitted=True), ON)
    assert (obstacle.kind, obstacle.sentence, obstacle.grave) == (ObstacleKind.RECORD, "Ít hơn 6 tháng.", True)


@pytest.mark.parametrize(
    ("more", "asked"),
    [({}, "hãy nhập, hoặc ghi vì sao chưa có."), ({"difficulty": "BHXH chưa gửi"}, "đã ghi lý do.")],
)
def test_a_row_without_a_figure_is_a_hint(more: dict[str, str], asked: str) -> None:
    figures = [now("ct", None, **more)] if more else []
    report = whole(report_of([share("ct", "Phủ sóng", {2030: "50"})], figures))
    obstacle = found(report)[ObstacleKind.NO_FIGURE]
    assert obstacle.sentence == f"Chỉ tiêu 1 chưa có số liệu kỳ này; {asked}"
    assert (obstacle.row_key, obstacle.grave) == ("ct", False)


def test_a_task_whose_past_was_not_declared_is_a_hint() -> None:
    row = task(deadline="Tháng 01/2026")
    report = whole(report_of(tasks=[row]))
    (line,) = report.tasks
    undeclared = replace(line, status=replace(line.status, undeclared=(line.status.occurrence,)))  # type: ignore[arg-type]
    assert ObstacleKind.UNDECLARED not in found(report)
    obstacle = found(replace(report, tasks=(undeclared,)))[ObstacleKind.UNDECLARED]
    assert obstacle.sentence.startswith("Nhiệm vụ 1 chưa khai báo phần việc đã qua")


def test_a_stale_sentence_is_grave_and_named_by_its_place_and_first_words() -> None:
    text = "Trong tháng, xã đã có 11 chỉ tiêu đạt, tăng 2 so với trước"
    told = Told(submitted=True, stale=(("II.1", text), ("m1", " ")), places={"m1": "mục IV"})
    first, second = obstacles_of(whole(report_of()), (), told, ON)
    assert first.sentence.startswith("Mục II.1: câu viết lại “Trong tháng, xã đã có 11 chỉ tiêu…” không còn khớp")
    assert second.sentence.startswith("Mục IV: câu đã bỏ không còn khớp số liệu mới")
    assert (first.grave, first.section) == (True, "II.1")


def test_a_short_sentence_is_named_whole() -> None:
    told = Told(submitted=True, stale=(("III", "Chưa có khó khăn."),))
    assert "“Chưa có khó khăn.”" in found(whole(report_of()), told)[ObstacleKind.STALE].sentence


def test_only_remarks_without_an_answer_count() -> None:
    remarks = (
        Remark(1, "II", "Chủ tịch", ON, "Bổ sung số liệu", "Đã bổ sung"),
        Remark(2, "IV", "Chủ tịch", ON, "Ghi rõ mốc"),
        Remark(3, "", "Phó Chủ tịch", ON, "Rút gọn"),
    )
    both = obstacles_of(whole(report_of()), (), Told(remarks=remarks, submitted=True), ON)
    assert [one.sentence.partition(" chưa")[0] for one in both] == [
        "Ý kiến số 2 của Chủ tịch về mục IV",
        "Ý kiến số 3 của Phó Chủ tịch",
    ]
    assert all(one.grave for one in both)


def test_dots_and_an_early_day_are_grave_and_a_missing_step_is_not() -> None:
    obstacles = found(whole(report_of()), Told(dotted=("III",)), on=date(2026, 10, 20))
    assert {kind for kind, one in obstacles.items() if one.grave} == {ObstacleKind.DOTTED, ObstacleKind.NOT_CLOSED}
    assert {kind for kind, one in obstacles.items() if not one.grave} == {ObstacleKind.NOT_SUBMITTED}
    assert obstacles[ObstacleKind.DOTTED].sentence.startswith("Mục III chưa có lời nên đang để dòng chấm")
    assert "31/10/2026" in obstacles[ObstacleKind.NOT_CLOSED].sentence


def test_a_day_of_signing_to_come_is_grave_and_today_is_not() -> None:
    report = whole(report_of())
    assert ObstacleKind.FUTURE_DAY not in found(report, replace(ALL_SAID, signed=ON))
    obstacle = found(report, replace(ALL_SAID, signed=date(2026, 11, 4)))[ObstacleKind.FUTURE_DAY]
    assert (obstacle.grave, obstacle.sentence) == (
        True,
        "Ngày ký 04/11/2026 còn ở sau hôm nay (03/11/2026); hãy kiểm tra lại ngày ký.",
    )


def test_a_report_that_a_longer_one_replaces_is_a_hint() -> None:
    obstacle = found(whole(report_of()), replace(ALL_SAID, merged_into="năm 2026"))[ObstacleKind.MERGED]
    assert obstacle.sentence.startswith("Kỳ này đã gộp vào báo cáo năm 2026")
    assert not obstacle.grave


def test_a_report_without_any_figure_is_grave_until_a_reason_is_told() -> None:
    rows = [share("a", "Số hóa", {2030: "95"}), share("b", "Phủ sóng", {2030: "50"})]
    obstacle = found(whole(report_of(rows)))[ObstacleKind.EMPTY]
    assert (obstacle.grave, obstacle.sentence.partition(";")[0]) == (True, "Cả 02 chỉ tiêu đều chưa có số liệu nào")
    for told in (now("a", "40"), now("a", None, difficulty="Sở chưa gửi")):
        assert ObstacleKind.EMPTY not in found(whole(report_of(rows, [told])))


def test_dotted_sections_are_counted_in_one_sentence() -> None:
    told = Told(dotted=("I", "III", "V"), remarks=(Remark(1, "", "Chủ tịch", ON, "Sửa"),), submitted=True)
    refused = refusal(obstacles_of(whole(report_of()), (), told, ON))
    assert "còn 2 vướng mắc quan trọng. Ý kiến số 1" in refused
    assert "Có 03 mục chưa có lời nên đang để dòng chấm" in refused


def test_what_the_frame_lacks_is_named() -> None:
    report = report_of()
    bare = replace(report, office=replace(report.office, signer="", place="", recipients=()))
    sentences = [one.sentence for one in obstacles_of(bare, (), ALL_SAID, ON)]
    missing = ["người ký", "số của Kế hoạch", "địa danh", "nơi nhận"]
    assert [sentence.partition(";")[0] for sentence in sentences] == [f"Khung văn bản chưa có {m}" for m in missing]


def test_the_refusal_names_the_first_and_counts_the_rest() -> None:
    grave = [Obstacle(ObstacleKind.WARNING, f"Điều {number}.", grave=True) for number in range(1, 6)]
    hint = Obstacle(ObstacleKind.DOTTED, "Dòng chấm.")
    assert "còn 5 vướng mắc quan trọng. Điều 1. Điều 2. Điều 3. Còn 2 điều khác." in refusal([hint, *grave])
    assert refusal([hint]) == ""
    assert "khác" not in refusal(grave[:3]).partition("Hãy xử lý")[0]


def test_the_grave_come_first() -> None:
    told = Told(remarks=(Remark(1, "", "Chủ tịch", ON, "Sửa"),), dotted=("III",), submitted=True)
    kinds = [one.kind for one in obstacles_of(report_of(), (), told, ON)]
    assert kinds == [ObstacleKind.REMARK, ObstacleKind.DOTTED, ObstacleKind.FRAME]


def test_a_deliverable_without_its_number_is_warned_of() -> None:
    row = task(deadline="Tháng 9/2026")
    report = report_of(tasks=[row], progress=[record(done=True)])
    assert [warning.kind for warning in warnings_of(report)] == ["deliverable"]
