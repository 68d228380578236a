"""Check the stores of made-up figures: whole, marked, and shown in the period that fits."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from desktop.cli import DONE
from desktop.sample import SAMPLE_PERIODS, make_sample_store, sample_period
from importers.sample_files import read_sample, samples
from models.desk import Desk
from models.errors import NotFound
from models.store.connection import Store
from tests.desktop.conftest import Call

AT = datetime(2026, 11, 3, 8, 0)


@pytest.fixture(params=samples())
def plan_id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_sample_has_a_period_to_show() -> None:
    assert set(SAMPLE_PERIODS) == set(samples())


def test_store_holds_the_whole_sample(tmp_path: Path, plan_id: str) -> None:
    make_sample_store(tmp_path / "so.so57", plan_id, at=AT)
    sample = read_sample(plan_id)
    with Store.open(tmp_path / "so.so57") as store:
        desk = Desk(store)
        facts, records = desk.facts(), desk.records()
    assert facts == sample.facts
    assert sum(map(len, records.figures.values())) == len(sample.figures)
    assert sum(map(len, records.progress.values())) == len(sample.progress)


def test_sample_of_every_plan_is_written(so57: Call, tmp_path: Path, plan_id: str) -> None:
    answer = so57("sample", "--plan", plan_id, "--out", tmp_path)
    assert answer.code == DONE
    assert sorted(path.suffix for path in tmp_path.glob(f"{plan_id}_*")) == [".docx", ".pdf", ".xlsx"]


def test_bare_year_is_the_report_upward(so57: Call, tmp_path: Path) -> None:
    assert so57("sample", "--plan", "xop", "--period", "2026", "--out", tmp_path).code == DONE
    assert (tmp_path / "xop_bao-cao-nam_2026.docx").exists()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (None, "bao-cao-tong-ket/2026"),
        ("2026-H1", "bao-cao-so-ket/2026-H1"),
        ("bao-cao-nam-don-vi/2026", "bao-cao-nam-don-vi/2026"),
    ],
)
def test_period_to_show(tmp_path: Path, text: str | None, key: str) -> None:
    make_sample_store(tmp_path / "so.so57", "quang-son", at=AT)
    with Store.open(tmp_path / "so.so57") as store:
        assert sample_period(Desk(store), text).key == key


def test_span_that_no_report_upward_has_is_named(tmp_path: Path) -> None:
    make_sample_store(tmp_path / "so.so57", "quang-son", at=AT)
    with Store.open(tmp_path / "so.so57") as store, pytest.raises(NotFound, match="không có báo cáo nào theo quý"):
        sample_period(Desk(store), "2026-Q1")
