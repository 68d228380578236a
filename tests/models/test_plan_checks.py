"""Check the check list of the five plans: what is found, at which row, and that nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from importers.plan_files import built_in_plans, load_plan
from models.facts import AnnualTarget, Facts, Reading
from models.findings import Finding, FindingKind
from models.plan_checks import check_plan
from models.plan_format import plan_from_dict
from tests.models.small_plan import small_plan

# Kind -> the rows at which the check list speaks of it; all of plans/README.md that a rule can find.
REVIEWED = {
    "thuan-chau": {
        "blank": "I.3 II.2 II.3 II.4 II.5 IV.1 V.1 VIII.1.2 VIII.1.3 IX.1.2",
        "misplaced": "I.4.1 II.4 VIII.1.1",
        "number_twice": "VIII.1.1 VIII.1.2 VIII.1.3 VIII.2",
        "contradiction": "X.3",
    },
    "xop": {"to_clarify": "gạch đầu dòng thứ 6, mục 8", "not_understood": "ý thứ 1, mục 8"},
    "quang-son": {"title": "Phụ lục I", "contradiction": "18", "blank": "39 49 51"},
    "phu-thai": {},
    "phong-tho": {
        "contradiction": "gạch đầu dòng thứ 2, mục 3.3",
        "annual_target": "ý thứ 1, dấu cộng thứ 1, gạch đầu dòng thứ 3, mục 2.1",
    },
}


@pytest.mark.parametrize("name", built_in_plans())
def test_reviewed_findings(name: str) -> None:
    found: dict[str, list[str]] = {}
    for finding in check_plan(load_plan(name)):
        found.setdefault(finding.kind, []).append(finding.label)
    assert {kind: " ".join(labels) for kind, labels in found.items()} == REVIEWED[name]


@pytest.mark.parametrize("name", built_in_plans())
def test_each_finding_is_one_sentence_that_names_its_row(name: str) -> None:
    for finding in check_plan(load_plan(name)):
        assert finding.label in finding.sentence
        assert finding.sentence.endswith(".")
        assert finding.sentence.isprintable()
        assert finding.grave is (finding.kind == FindingKind.NOT_UNDERSTOOD)


def test_findings_stand_as_printed() -> None:
    plan = load_plan("thuan-chau")
    keys = [row.key for row in plan.rows()]
    places = [keys.index(finding.key) for finding in check_plan(plan)]
    assert places == sorted(places)


def sentence(name: str, kind: str, facts: Facts | None = None) -> str:
    return "\n".join(finding.sentence for finding in check_plan(load_plan(name), facts) if finding.kind == kind)


def test_two_tasks_with_nearly_the_same_words() -> None:
    words = sentence("quang-son", "contradiction")
    assert words.startswith("Nhiệm vụ 17 và nhiệm vụ 18 có nội dung gần như nhau nhưng thời hạn khác nhau")
    assert "(“Tháng 02/2026” và “Tháng 01/2029”)" in words


def test_a_task_against_an_indicator() -> None:
    words = sentence("phong-tho", "contradiction")
    assert "nhiệm vụ ghi 100%, mục tiêu của chỉ tiêu là “95%”; kế hoạch được giữ nguyên" in words


def test_what_the_plan_leaves_blank_is_no_fault_of_the_plan() -> None:
    words = sentence("quang-son", "blank").splitlines()[0]
    assert words == (
        "Nhiệm vụ 39: kế hoạch để trống cột “Kết quả”; khi đã thống nhất sản phẩm, hãy bổ sung vào sổ "
        "(biểu mẫu vẫn in như kế hoạch)."
    )
    assert "kế hoạch để trống cả 5 cột thời hạn" in sentence("thuan-chau", "blank")


def test_what_is_not_understood_says_how_to_set_it_and_is_quiet_once_it_is_set() -> None:
    call = "so57 declare reading nv-8-1 --column deadline --understood"
    assert call in sentence("xop", "not_understood")
    facts = Facts(readings=(Reading("nv-8-1", "deadline", "2026 - 2030", "theo Kế hoạch số 04"),))
    assert sentence("xop", "not_understood", facts) == ""
    read = Facts(readings=(Reading("ct-8-6", "2030", "≥ 50%", "theo công văn của tỉnh"),))
    assert sentence("xop", "to_clarify", read) == ""


def test_a_target_given_from_above_is_asked_until_it_is_given() -> None:
    key = "ct-2.1-3-1-1"
    assert f"so57 declare annual-target {key} --year 2026" in sentence("phong-tho", "annual_target")
    facts = Facts(annual_targets=(AnnualTarget(key, 2026, "≥ 80%"),))
    assert sentence("phong-tho", "annual_target", facts) == ""


def changed(change: Callable[[dict[str, Any]], object], facts: Facts | None = None) -> list[Finding]:
    """Return what is found in the small plan after a change; as it is, nothing is but a blank product."""
    data = small_plan()
    change(data)
    return list(check_plan(plan_from_dict(data), facts))


def kinds(found: list[Finding]) -> list[tuple[str, str]]:
    return [(str(finding.kind), finding.key) for finding in found]


def test_a_plan_that_is_whole() -> None:
    assert changed(lambda data: None) == []


def test_a_row_without_lead_until_one_is_declared() -> None:
    def blank(data: dict[str, Any]) -> None:
        data["indicator_rows"][1]["lead"] = data["task_rows"][2]["lead"] = ""

    assert kinds(changed(blank)) == [("blank", "ct-I.1"), ("blank", "nv-I.1.1")]
    assert changed(blank, Facts(leads={"ct-I.1": "Công an xã", "nv-I.1.1": "Công an xã"})) == []


def test_columns_that_the_plan_does_not_have_are_not_asked_for() -> None:
    def blank(data: dict[str, Any]) -> None:
        data["task_rows"][2] |= {"lead": "", "schedule": {}, "deliverable": ""}
        data["layouts"].pop("tasks")

    assert changed(blank) == []


def test_a_time_that_was_declared_is_no_longer_blank() -> None:
    def blank(data: dict[str, Any]) -> None:
        data["task_rows"][2]["schedule"] = {}

    assert kinds(changed(blank)) == [("blank", "nv-I.1.1")]
    assert changed(blank, Facts(readings=(Reading("nv-I.1.1", "2025", "Tháng 9/2025", ""),))) == []


def test_an_indicator_without_target() -> None:
    found = changed(lambda data: data["indicator_rows"][1].update(targets={}))
    assert kinds(found) == [("blank", "ct-I.1")]
    assert "kế hoạch để trống cả 2 cột mục tiêu" in found[0].sentence


def test_a_target_that_is_not_understood() -> None:
    found = changed(lambda data: data["indicator_rows"][1]["targets"].update({"2025": "15 hoặc 20%"}))
    assert [(finding.kind, finding.grave) for finding in found] == [("not_understood", True)]
    assert "mục tiêu “15 hoặc 20%” của năm 2025 chưa hiểu được" in found[0].sentence


def serving(*groups: str) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        data["task_rows"][0]["name"] = f"TUYÊN TRUYỀN (Nhóm nhiệm vụ phục vụ cho {groups[0]})"

    return change


def test_a_group_of_indicators_that_no_tasks_serve() -> None:
    assert kinds(changed(serving("nhóm chỉ tiêu Phát triển nguồn lực"))) == [("unserved", "ct-I")]
    assert changed(serving("nhóm chỉ tiêu Hạ tầng")) == []
    assert changed(serving("tất cả các nhóm chỉ tiêu")) == []


def test_a_number_printed_twice() -> None:
    found = changed(lambda data: data["task_rows"][3].update(number="1.1"))
    assert kinds(found) == [("number_twice", "nv-I.1.2")]
    assert "Số I.1.1 được in 2 lần ở Phụ lục II" in found[0].sentence


def test_one_indicator_with_two_targets() -> None:
    def twice(data: dict[str, Any]) -> None:
        row = data["indicator_rows"][1]
        row["name"] = "Tỷ lệ phủ sóng"
        del data["indicator_rows"][2]["same_as"]
        data["indicator_rows"].append({**row, "key": "ct-I.3", "number": "3", "name": "Phủ sóng", "targets": own})

    own = {"2025": "≥15 %", "2030": "95%"}
    found = changed(twice)
    assert kinds(found) == [("contradiction", "ct-I.3")]
    assert "cùng tên nhưng mục tiêu năm 2030 khác nhau (“100%” và “95%”)" in found[0].sentence


def named_in_a_task(words: str) -> list[tuple[str, str]]:
    def name(data: dict[str, Any]) -> None:
        data["indicator_rows"][1]["name"] = "Tỷ lệ hộ dân có chữ ký số"
        data["task_rows"][3]["name"] = words

    return kinds(changed(name))


def test_only_a_percentage_of_the_very_indicator_is_held_against_it() -> None:
    assert named_in_a_task("Vận động để 90% hộ dân có chữ ký số") == [("contradiction", "nv-I.1.2")]
    assert named_in_a_task("Bảo đảm hộ dân có chữ ký số đạt 90% vào cuối năm") == []
    assert named_in_a_task("Bảo đảm hộ dân có chữ ký số 90%") == [("contradiction", "nv-I.1.2")]
    assert named_in_a_task("Vận động để 15% hộ dân có chữ ký số") == []
    assert named_in_a_task("Vận động để 1.500% hộ dân có chữ ký số") == []
    assert named_in_a_task("Cấp 90% máy tính, vận động hộ dân có chữ ký số") == []
    assert named_in_a_task("Đạt 90% hộ dân có chữ ký điện tử") == []


def test_a_title_that_speaks_of_tasks() -> None:
    found = changed(lambda data: data["layouts"]["indicators"].update(title="DANH MỤC NHIỆM VỤ"))
    assert [(finding.key, finding.label, finding.kind) for finding in found] == [("", "Phụ lục I", "title")]
    assert changed(lambda data: data["layouts"].pop("indicators")) == []
