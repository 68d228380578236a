"""Check that proofreading finds every word that a plan file lost, added, used twice or put elsewhere."""

import json
from pathlib import Path
from typing import Any

import pytest

from importers.plan_files import built_in_plans, load_plan
from models.plan_format import plan_from_dict
from tests.models.small_plan import SMALL_TEXT, small_plan
from tests.proofread import TEXTS, Finding, main, proofread

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
    assert capsys.readouterr().out.endswith("5 findings, 0 unexplained.\n")
    assert main(["thuan-chau", str(tmp_path / "small.txt")]) == 1
    assert "UNEXPLAINED" in capsys.readouterr().out


def test_wrong_calls_of_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "small.txt").write_text(SMALL_TEXT, encoding="utf-8")
    assert main([]) == main(["a", "b", "c"]) == 2
    assert main(["khong-co", str(tmp_path / "small.txt")]) == 2
    assert main(["thuan-chau", str(tmp_path / "khong-co.txt")]) == 2
    assert "No text of the plan at" in capsys.readouterr().out


def test_a_text_without_appendices() -> None:
    with pytest.raises(SystemExit, match="no line 'Phụ lục I'"):
        findings(small_plan(), "KẾ HOẠCH\nKhông có phụ lục\n")
