"""Check `so57 unit-form`, and settings that hold for one duty only."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.cli import COULD_NOT, DONE, WRONG_CALL
from importers.plan_files import load_plan
from models.store.connection import Store
from tests.desktop.conftest import AT, Call


@pytest.fixture
def xop(tmp_path: Path) -> Path:
    """Give an empty store of Xốp's plan."""
    path = tmp_path / "xop.so57"
    Store.create(path, load_plan("xop"), who="A Lan", at=AT).close()
    return path


def test_one_unit_by_any_spelling(so57: Call, xop: Path, tmp_path: Path) -> None:
    answer = so57(
        "unit-form", "--period", "2026", "--unit", "phòng kinh tế", "--out", tmp_path, "--format", "pdf", "--store", xop
    )
    assert answer.out == f"Đã ghi “{tmp_path / 'xop_bao-cao-nam-don-vi_2026_phong-kinh-te.pdf'}”.\n"


def test_every_unit_for_programs(so57: Call, xop: Path, tmp_path: Path) -> None:
    call = ("unit-form", "--period", "bao-cao-nam-don-vi/2026", "--all", "--out", tmp_path / "ra", "--format", "xlsx")
    data = so57(*call, "--store", xop, "--json").data
    assert [Path(file["path"]).exists() for file in data["files"]] == [True] * 11


def test_a_duty_that_is_not_the_units_is_refused_with_those_that_are(so57: Call, xop: Path, store: Path) -> None:
    answer = so57("unit-form", "--period", "bao-cao-nam/2026", "--all", "--out", xop.parent, "--store", xop)
    assert answer.code == COULD_NOT
    assert answer.err.endswith("Các chế độ như vậy trong kế hoạch này: bao-cao-nam-don-vi.\n")
    answer = so57("unit-form", "--period", "2026", "--all", "--out", xop.parent, "--store", store)
    assert answer.err.endswith("Các chế độ như vậy trong kế hoạch này: không có.\n")


def test_a_unit_or_all_must_be_named(so57: Call, xop: Path) -> None:
    call = ("unit-form", "--period", "2026", "--out", xop.parent, "--store", xop)
    assert so57(*call).code == WRONG_CALL
    assert so57(*call, "--all", "--unit", "Công an xã").code == WRONG_CALL


def test_a_setting_for_one_duty_holds_there_only(so57: Call, store: Path) -> None:
    name = "office.bao-cao-quy.recipients"
    assert so57("setting", name, "Như trên | Lưu: VT", "--store", store).code == DONE
    assert so57("setting", name, "--store", store).out == f"{name} = Như trên|Lưu: VT\n"
    assert f"{name} = Như trên|Lưu: VT\n" in so57("setting", "--store", store).out
    assert "office.bao-cao-thang.recipients" not in so57("setting", "--store", store).out
    assert so57("setting", name, "--default", "--store", store).code == DONE
    assert so57("setting", name, "--store", store).out.endswith(" (mặc định)\n")
