"""The check list of an open store: what no single row can tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import resources
from models.check_list import check_list, period_to_check
from models.desk import Desk
from models.findings import FindingKind
from models.plan_format import plan_from_dict
from models.store import setting_rows
from models.store.connection import Store

BY: dict[str, Any] = {"who": "Lò Thị Lan", "at": datetime(2026, 11, 3, 8, 0)}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Store.create(tmp_path / "a.so57", plan_from_dict(resources.read_json("plans/thuan-chau.json")), **BY) as store:
        yield Desk(store)


def apart(desk: Desk, year: str = "2026-10") -> list[str]:
    found = check_list(desk, desk.period(year))
    return [one.sentence for one in found if one.kind == FindingKind.COUNTED_APART]


def test_longer_reports_that_close_on_other_days_are_told(desk: Desk) -> None:
    (sentence,) = apart(desk)
    assert sentence.startswith("Báo cáo tháng và Báo cáo quý, Báo cáo 6 tháng, Báo cáo năm chốt số liệu vào những ngày")
    assert sentence.endswith("(cài đặt calendar.bao-cao-quy).")


def test_one_calendar_for_all_is_nothing_to_tell(desk: Desk) -> None:
    with desk.store.change("chọn cách tính kỳ", **BY) as change:
        for duty in desk.plan.duties:
            setting_rows.save_calendar(change, duty.id, "calendar")
    assert not apart(desk)


def test_without_a_period_only_the_plan_is_looked_at(desk: Desk) -> None:
    assert FindingKind.COUNTED_APART not in {one.kind for one in check_list(desk, None)}


def test_the_period_in_work_is_checked(desk: Desk) -> None:
    period = period_to_check(desk, BY["at"].date())
    assert period is not None
    assert period.key == "bao-cao-thang/2026-10"
