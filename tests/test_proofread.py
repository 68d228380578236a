"""Check that proofreading finds every word that a plan file lost, added, used twice or put elsewhere."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from importers.plan_files import built_in_plans, load_plan
from models.plan_format import plan_from_dict, plan_to_dict
from models.plans import IndicatorRow, Plan
from tests.models.small_plan import SMALL_TEXT, small_plan
from tests.proofread import TEXTS, main, proofread
from tests.proofreading.bodies import BODIES, PURPOSE
from tests.proofreading.sentences import check_sentences
from tests.proofreading.words import Finding

# The plans as issued lie beside the project, not in it: where they are, they are read too.
ISSUED = [name for name in built_in_plans() if (TEXTS / f"{name}.txt").is_file()]


def findings(data: dict[str, Any], text: str = SMALL_TEXT) -> list[Finding]:
    return proofread(plan_from_dict(data), text)


def unexplained(data: dict[str, Any], text: str = SMALL_TEXT) -> list[tuple[str, str]]:
    return [(finding.place, finding.words) for finding in findings(data, text) if not finding.reason]


@pytest.mark.parametrize("name", ["a small plan", *ISSUED])
def test_a_true_file_is_clean(name: str) -> None:
    if name in ISSUED:
        found = proofread(load_plan(name), (TEXTS / f"{name}.txt").read_text(encoding="utf-8"))
    else:
        found = findings(small_plan())
    assert [finding for finding in found if not finding.reason] == []


def test_what_is_explained_is_listed_with_its_reason() -> None:
    reasons = {(finding.words, finding.reason) for finding in findings(small_plan())}
    assert ("căn bàn", "mended to “căn bản”: hook read for a grave accent") in reasons
    assert ("STT Chỉ tiêu Đến hết Chủ trì Phối hợp 2025 2030", "table head (repeated on each page)") in reasons
    cut = "row cut in two by a page break or cell read in another order; used in ct-I.1 name"
    assert ("biên giới", cut) in reasons
    assert ("Phụ lục II", "label of an appendix") in reasons
    before = "KẾ HOẠCH Thực hiện Nghị quyết , chi tiết tại Phụ lục I kèm theo"
    assert (before, "body before the appendices: no row") in reasons


def test_each_repeated_head_is_listed() -> None:
    heads = [finding for finding in findings(small_plan()) if finding.reason.startswith("table head")]
    assert [finding.place for finding in heads] == ["line 9", "line 22", "line 35"]


def test_a_lost_word() -> None:
    data = small_plan()
    data["task_rows"][2]["name"] = "Mở hội nghị quán triệt đến từng cán bộ, công chức"
    assert unexplained(data) == [("line 41", ", viên chức")]


def test_an_added_word() -> None:
    data = small_plan()
    data["task_rows"][3]["deliverable"] = "Tờ rơi màu"
    assert unexplained(data) == [("plan file, nv-I.1.2 deliverable", "màu")]


def test_a_word_used_twice() -> None:
    data = small_plan()
    data["indicator_rows"][1]["coordinating"] = "Công an xã Công an xã"
    words = [("plan file, ct-I.1 coordinating", word) for word in ("Công", "an", "xã")]
    assert unexplained(data) == words


def test_a_changed_cell() -> None:
    data = small_plan()
    data["indicator_rows"][1]["targets"]["2025"] = "≥ 16%"
    assert unexplained(data) == [("line 18", "15"), ("plan file, ct-I.1 targets 2025", "16")]


def test_cells_swapped_between_rows() -> None:
    data = small_plan()
    first, second = data["indicator_rows"][1]["targets"], data["indicator_rows"][2]["targets"]
    first["2025"], second["2030"] = second["2030"], first["2025"]
    assert ("line 18", "15 %") in unexplained(data)
    assert ("plan file, ct-I.2 targets 2030", "15") in unexplained(data)


def test_a_lost_row() -> None:
    data = small_plan()
    del data["task_rows"][3]
    words = " ".join(words for _, words in unexplained(data))
    assert words == "1 . 2 Phát tờ rơi : - bằng tiếng Thái ; - bằng tiếng Việt Công an xã Tờ rơi x"


def test_a_mended_word_without_its_correction() -> None:
    data = small_plan()
    del data["corrections"]
    assert unexplained(data) == [("line 29", "bàn"), ("plan file, ct-I.2 name", "bản")]


def test_a_correction_that_mends_nothing() -> None:
    data = small_plan()
    data["corrections"].append({"where": "ct-I.9 name", "printed": "sô", "used": "số", "why": "accent lost"})
    assert unexplained(data) == [("ct-I.9 name", "sô")]


def test_a_layout_without_columns() -> None:
    data = small_plan()
    data["layouts"]["indicators"]["columns"] = []
    assert [words for _, words in unexplained(data)] == ["STT Chỉ tiêu Đến hết Chủ trì Phối hợp 2025 2030"] * 2


def test_without_layouts_the_titles_are_unexplained() -> None:
    data = small_plan()
    del data["layouts"]["tasks"]
    assert "NHIỆM VỤ XÃ THỬ" in " ".join(words for _, words in unexplained(data))


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "small.txt").write_text(SMALL_TEXT, encoding="utf-8")
    (tmp_path / "small.json").write_text(json.dumps(small_plan()), encoding="utf-8")
    assert main([str(tmp_path / "small.json"), str(tmp_path / "small.txt")]) == 0
    assert capsys.readouterr().out.endswith("8 findings, 0 unexplained.\n")
    assert main(["thuan-chau", str(tmp_path / "small.txt")]) == 1
    assert "UNEXPLAINED" in capsys.readouterr().out


@pytest.mark.parametrize("label", ["PHỤ LỤC SỐ 01: ", "PHỤ LỤC I:", "Phụ lục 1\n"])
def test_other_labels_of_an_appendix(label: str) -> None:
    text = SMALL_TEXT.replace("\nPhụ lục I\n", f"\n{label}")
    assert unexplained(small_plan(), text) == []


def test_asterisks_of_an_extraction_are_listed() -> None:
    found = findings(small_plan(), SMALL_TEXT.replace("HẠ TẦNG", "**HẠ TẦNG**"))
    (stars,) = (finding for finding in found if finding.reason == "Markdown of the extraction")
    assert (stars.place, stars.words) == ("line 14", "* * * *")


def test_a_mended_head_and_note() -> None:
    data = small_plan()
    data["corrections"] += [
        {"where": "head layouts.tasks coordinating", "printed": "Phối họp", "used": "Phối hợp", "why": "horn lost"},
        {"where": "head appendix_notes 2", "printed": "Kèm thêo", "used": "Kèm theo", "why": "mark added"},
    ]
    text = SMALL_TEXT.replace("Phối hợp Sản phẩm", "Phối họp Sản phẩm")
    head, _, tail = text.rpartition("(Kèm theo")
    assert unexplained(data, f"{head}(Kèm thêo{tail}") == []


def test_a_target_that_is_printed_as_the_unit() -> None:
    data = small_plan()
    columns = data["layouts"]["indicators"]["columns"]
    columns.insert(2, {"field": "unit", "title": "Đơn vị"})
    data["indicator_rows"][1] |= {"unit": "Báo cáo", "targets": {"2030": "Báo cáo"}}
    text = SMALL_TEXT.replace("STT Chỉ tiêu", "STT Chỉ tiêu Đơn vị").replace("≥ 15% 100%", "Báo cáo")
    text = text.replace("căn bàn mỗi năm", "căn bàn mỗi năm\nlớp")
    assert unexplained(data, text) == []
    assert ("ct-I.1 targets 2030", "Báo cáo") in [(finding.place, finding.words) for finding in findings(data, text)]


def test_wrong_calls_of_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "small.txt").write_text(SMALL_TEXT, encoding="utf-8")
    assert main([]) == main(["a", "b", "c"]) == 2
    assert main(["khong-co", str(tmp_path / "small.txt")]) == 2
    assert main(["thuan-chau", str(tmp_path / "khong-co.txt")]) == 2
    assert "No text of the plan at" in capsys.readouterr().out


def test_a_text_without_appendices() -> None:
    with pytest.raises(SystemExit, match="no line 'Phụ lục I'"):
        findings(small_plan(), "KẾ HOẠCH\nKhông có phụ lục\n")


def test_every_built_in_plan_has_its_body_text_named() -> None:
    assert sorted(BODIES) == sorted(built_in_plans())


@pytest.mark.skipif("phu-thai" not in ISSUED, reason="the plans as issued lie beside the project, not in it")
def test_body_text_is_left_out_by_name_only() -> None:
    text = (TEXTS / "phu-thai.txt").read_text(encoding="utf-8")
    plan = load_plan("phu-thai")
    assert PURPOSE in {finding.reason for finding in proofread(plan, text)}
    more = text.replace("1.1. Đến năm 2030", "Nội dung mới 1.1. Đến năm 2030")
    assert ("Nội dung mới", "") in [(finding.words, finding.reason) for finding in proofread(plan, more)]
    moved = [finding.place for finding in proofread(plan, text.replace("yếu kém", "yếu")) if not finding.reason]
    assert "tests/proofreading/bodies.py" in moved


@pytest.mark.skipif("phu-thai" not in ISSUED, reason="the plans as issued lie beside the project, not in it")
@pytest.mark.parametrize("part", ["assignment_rows", "unit_duties"])
def test_assignments_and_unit_duties_are_read_too(part: str) -> None:
    data = plan_to_dict(load_plan("phu-thai"))
    data[part] = data[part][1:]
    text = (TEXTS / "phu-thai.txt").read_text(encoding="utf-8")
    assert unexplained(data, text)


def strange(plan: Plan) -> list[tuple[str, str]]:
    """Return what of a plan's prose is not in its own sentences; the body that it quotes is not at hand."""
    found = check_sentences(plan, "")
    return [
        (one.place, one.words)
        for one in found
        if not one.reason and one.place.startswith(("plan file, ct", "plan file, nv", "ct", "nv"))
    ]


def changed(key: str, change: Callable[[IndicatorRow], IndicatorRow | None]) -> Plan:
    plan = load_plan("phu-thai")
    rows = [change(row) if row.key == key else row for row in plan.indicator_rows]
    return replace(plan, indicator_rows=tuple(row for row in rows if row is not None))


@pytest.mark.parametrize("name", ["phu-thai", "phong-tho"])
def test_parts_of_bullets_are_their_own_words(name: str) -> None:
    assert strange(load_plan(name)) == []


def test_a_part_with_a_word_that_its_bullet_does_not_have() -> None:
    plan = changed("ct-1.2-1-1", lambda row: replace(row, name="Tỷ lệ phủ sóng 6G"))
    assert ("plan file, ct-1.2-1-1 name", "Tỷ lệ phủ sóng 6G") in strange(plan)


def test_a_part_with_another_target_than_its_bullet() -> None:
    plan = changed("ct-1.2-1-1", lambda row: replace(row, targets={2035: "≥ 60% địa bàn"}))
    assert ("plan file, ct-1.2-1-1 targets 2035", "≥ 60% địa bàn") in strange(plan)


def test_a_part_that_is_left_out() -> None:
    left = strange(changed("ct-1.2-4-2", lambda row: None))
    assert left == [("ct-1.2-4 name", ", ≥ 20 % có chữ ký số .")]


def test_a_time_that_is_not_in_its_sentence() -> None:
    plan = load_plan("phong-tho")
    tasks = [
        replace(row, schedule={"deadline": "Quý II/2026"}) if row.key == "nv-2-1" else row for row in plan.task_rows
    ]
    assert strange(replace(plan, task_rows=tuple(tasks))) == [("plan file, nv-2-1 schedule deadline", "Quý II/2026")]


def test_a_duty_that_the_text_does_not_print() -> None:
    plan = load_plan("phong-tho")
    duty = plan.duties[0]
    missing = [one.words for one in check_sentences(plan, duty.as_printed) if one.place.endswith("as_printed")]
    assert missing == []
    missing = [one.words for one in check_sentences(plan, "") if one.place.endswith("as_printed")]
    assert missing == [duty.as_printed]
