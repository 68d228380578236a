"""`so57 retype`: figures for the province's screen, ticked off as they are typed in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli import COULD_NOT, WRONG_CALL
from tests.desktop.conftest import Call

RETYPE = ("retype", "--period", "2026-10")


@pytest.fixture
def filled(so57: Call, store: Path, sheet: Callable[..., Path]) -> Path:
    """Give a store with two figures in October, of which the province asks for V.4 first."""
    so57("record", "--period", "2026-10", sheet("key,value", "ct-V.3,70.5", "ct-V.4,84.9"), "--store", store)
    so57("setting", "retype.bao-cao-thang.rows", "ct-V.4|ct-V.3|ct-V.5", "--store", store)
    return store


def states(so57: Call, store: Path) -> list[str]:
    return [row["state"] for row in so57(*RETYPE, "--store", store, "--json").data]


def test_the_chosen_rows_in_their_order(so57: Call, filled: Path) -> None:
    lines = so57(*RETYPE, "--store", filled).out.splitlines()
    assert [line.partition(".")[0] for line in lines[:3]] == ["V", "V", "V"]
    assert lines[0].endswith("được số hóa: 84,9% - chưa nhập")
    assert lines[2].endswith(": … - chưa có số liệu")
    assert lines[3] == "Còn 2 dòng chưa nhập, 0 dòng đã thay đổi sau khi nhập."


def test_columns_for_a_spreadsheet(so57: Call, filled: Path) -> None:
    so57("setting", "retype.decimal", "dot", "--store", filled)
    head, first, *_ = so57(*RETYPE, "--store", filled, "--tsv").out.splitlines()
    assert head.split("\t") == ["Số", "Chỉ tiêu", "Số liệu", "Đơn vị tính", "Đã nhập"]
    assert [first.split("\t")[i] for i in (0, 2, 3, 4)] == ["V.4", "84.9", "%", "chưa nhập"]


def test_rows_are_ticked_off_changed_and_taken_back(so57: Call, filled: Path, sheet: Callable[..., Path]) -> None:
    entered = so57(*RETYPE, "--enter", "v.4", "--on", "04/11/2026", "--store", filled)
    own, left = entered.out.splitlines()
    assert (own[:4], left[:21]) == ("V.4.", "Còn 1 dòng chưa nhập,")
    so57(*RETYPE, "--all", "--on", "05/11/2026", "--store", filled)
    done = "đã nhập ngày 05/11/2026"
    assert states(so57, filled) == [done, done, "chưa có số liệu"]
    so57("record", "--period", "2026-10", sheet("key,value", "ct-V.4,85"), "--store", filled)
    assert states(so57, filled)[0] == f"{done}, số liệu đã thay đổi"
    so57(*RETYPE, "--enter", "ct-V.4", "--take-back", "ct-V.3", "--on", "06/11/2026", "--store", filled)
    assert states(so57, filled) == ["đã nhập ngày 06/11/2026", "chưa nhập", "chưa có số liệu"]


def test_a_wrong_row_records_nothing(so57: Call, filled: Path) -> None:
    for wrong in (("--enter", "ct-V.4", "--enter", "x"), ("--enter", "ct-V.5"), ("--take-back", "ct-V.4")):
        answer = so57(*RETYPE, *wrong, "--store", filled)
        assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)
    assert states(so57, filled) == ["chưa nhập", "chưa nhập", "chưa có số liệu"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [(("--enter", "ct-V.4", "--all"), "--all đã gồm mọi dòng"), (("--tsv", "--json"), "Chỉ dùng một")],
)
def test_a_call_that_contradicts_itself(so57: Call, filled: Path, wrong: tuple[str, ...], said: str) -> None:
    answer = so57(*RETYPE, *wrong, "--store", filled)
    assert answer.code == WRONG_CALL
    assert answer.err.startswith(said)
