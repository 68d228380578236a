"""Check `so57 check-plan` on stores of the built-in plans."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli import COULD_NOT, DONE
from importers.plan_files import built_in_plans
from tests.desktop.conftest import Call

KEYS = ["key", "label", "kind", "sentence", "grave"]
Sheet = Callable[..., Path]


@pytest.mark.parametrize("name", built_in_plans())
def test_each_plan_can_be_checked(so57: Call, tmp_path: Path, name: str) -> None:
    store = tmp_path / "a.so57"
    so57("new", "--store", store, "--plan", name)
    found = so57("check-plan", "--store", store, "--json").data
    assert all(list(finding) == KEYS for finding in found)
    lines = so57("check-plan", "--store", store).out.splitlines()
    assert len(lines) == len(found) + 1
    for finding, line in zip(found, lines, strict=False):
        assert line == ("Quan trọng: " if finding["grave"] else "") + finding["sentence"]


def test_nothing_to_find(so57: Call, tmp_path: Path) -> None:
    store = tmp_path / "a.so57"
    so57("new", "--store", store, "--plan", "phu-thai")
    assert so57("check-plan", "--store", store) == (
        DONE,
        "Không thấy điều gì chưa khớp trong kế hoạch và số liệu.\n",
        "",
    )


def test_figures_of_the_period_are_checked_too(so57: Call, store: Path, sheet: Sheet) -> None:
    so57("record", "--period", "2026-10", "--store", store, sheet("key,value,estimate", "ct-V.4,120,có"))
    october = so57("check-plan", "--period", "2026-10", "--store", store, "--json").data
    own = [(finding["kind"], finding["grave"]) for finding in october if finding["key"] == "ct-V.4"]
    assert own == [("over_hundred", True), ("estimate", False)]
    november = so57("check-plan", "--period", "bao-cao-thang/2026-11", "--store", store, "--json").data
    assert [finding["kind"] for finding in november if finding["key"] == "ct-V.4"] == ["estimate_left"]


def test_findings_end_with_their_count(so57: Call, store: Path) -> None:
    lines = so57("check-plan", "--period", "2026-10", "--store", store).out.splitlines()
    assert lines[-1] == f"Có {len(lines) - 1} điểm cần xem."


@pytest.mark.parametrize("span", [("--period", "2026-9M"), ("--duty", "bao-cao-thang")])
def test_a_period_that_does_not_exist_is_one_sentence(so57: Call, store: Path, span: tuple[str, ...]) -> None:
    answer = so57("check-plan", *span, "--store", store)
    assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)


def test_a_plan_without_reports_is_checked_by_itself(so57: Call, tmp_path: Path) -> None:
    plan = so57("plan", "quang-son", "--json").data
    file, store = tmp_path / "kh.json", tmp_path / "a.so57"
    file.write_text(json.dumps({**plan, "duties": []}, ensure_ascii=False), encoding="utf-8")
    so57("new", "--store", store, "--plan", file)
    kinds = {finding["kind"] for finding in so57("check-plan", "--store", store, "--json").data}
    assert kinds == {"title", "contradiction", "blank"}
