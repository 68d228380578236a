"""Check `so57 plans` and `plan`: what comes with the app, one plan whole, and plans that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import resources
from desktop.cli import COULD_NOT
from importers.plan_files import load_plan
from models.plan_format import plan_from_dict
from tests.desktop.conftest import Call


def test_plans_are_listed_with_their_counts(so57: Call) -> None:
    assert "thuan-chau: UBND xã Thuận Châu, tỉnh Sơn La (41 chỉ tiêu, 48 nhiệm vụ)\n" in so57("plans").out


def test_plans_for_programs(so57: Call) -> None:
    plan = load_plan("thuan-chau")
    own = {"id": "thuan-chau", "commune": "Thuận Châu", "province": "Sơn La", "title": plan.document.title}
    assert own in so57("plans", "--json").data


def test_json_is_the_plan_file(so57: Call) -> None:
    data, file = so57("plan", "thuan-chau", "--json").data, resources.read_json("plans/thuan-chau.json")
    assert list(data) == list(file)
    assert plan_from_dict(data) == plan_from_dict(file)


def test_thuan_chau_has_the_counts_of_the_printed_plan(so57: Call) -> None:
    data = so57("plan", "thuan-chau", "--json").data
    kinds = [row["kind"] for row in data["indicator_rows"]]
    tasks = [row["kind"] for row in data["task_rows"]]
    assert (kinds.count("indicator"), kinds.count("section")) == (41, 6)
    assert (tasks.count("task"), tasks.count("group"), tasks.count("section")) == (48, 7, 10)
    assert (len(data["milestones"]), len(data["schedule_columns"])) == (5, 5)


def test_plan_for_people_shows_key_number_and_name(so57: Call) -> None:
    lines = so57("plan", "thuan-chau").out.splitlines()
    plan = load_plan("thuan-chau")
    assert lines[1] == "41 chỉ tiêu, 48 nhiệm vụ"
    assert [line.split()[0] for line in lines[2:]] == [row.key for row in plan.rows()]
    assert any(line.split()[:2] == ["ct-V.4", "V.4"] for line in lines)


def test_printed_plan_is_a_plan_file_again(so57: Call, tmp_path: Path) -> None:
    file = tmp_path / "kế hoạch của xã.json"
    file.write_text(so57("plan", "thuan-chau", "--json").out, encoding="utf-8")
    assert plan_from_dict(so57("plan", file, "--json").data) == load_plan("thuan-chau")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "Các kế hoạch có sẵn: phong-tho, phu-thai, quang-son, thuan-chau, xop"),
        ("", "sai cấu trúc JSON ở dòng 1"),
        ("[1]", "Hãy"),
        (json.dumps({"format": "khác"}), "Hãy"),
    ],
)
def test_file_that_is_no_plan_is_one_sentence(so57: Call, tmp_path: Path, content: str | None, sentence: str) -> None:
    file = tmp_path / "kh.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    answer = so57("plan", file)
    assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)
    assert sentence in answer.err
    assert "kh.json" in answer.err or "Tệp" in answer.err
