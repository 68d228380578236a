"""One field of a record emptied: what hangs on it goes too, all else and other periods stay as they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.actuals import Actual
from models.desk import Desk
from models.entries import figure_without, progress_without
from models.errors import AppError, PeriodLocked
from models.figure_lines import FigureLine
from models.store import change_rows
from models.store.connection import Store
from tests.models.rows import CLOSING, START, record, thuan_chau

BY: dict[str, Any] = {"who": "Lò Thị Lan", "at": datetime(2026, 11, 3, 8, 0)}
FILES, LINKED = "ct-V.4", "nv-II.4"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Open a store in which October has a figure with words, and progress of a task."""
    with Store.create(tmp_path / "a.so57", thuan_chau(), **BY) as store:
        desk = Desk(store)
        figure = FigureLine(1, FILES, value=Decimal(85), estimate=True, note="theo tuần đầu")
        progress = FigureLine(2, LINKED, percent=Decimal(70), difficulty="chờ tỉnh")
        desk.record(desk.period("2026-10"), [figure, progress], **BY)
        yield desk


def test_a_figure_goes_and_its_words_stay(desk: Desk) -> None:
    desk.clear(desk.period("2026-10"), FILES, "figure", **BY)
    (figure,) = desk.records().figures[FILES]
    assert (figure.value, figure.estimate, figure.note) == (None, False, "theo tuần đầu")
    assert change_rows.recent(desk.store, 1)[0].label == "xóa số liệu của V.4"


def test_a_tasks_share_goes_and_its_words_stay(desk: Desk) -> None:
    desk.clear(desk.period("2026-10"), LINKED, "percent", **BY)
    (progress,) = desk.records().progress[LINKED]
    assert (progress.percent, progress.difficulty) == (None, "chờ tỉnh")
    assert change_rows.recent(desk.store, 1)[0].label == "xóa tỷ lệ hoàn thành của II.4"


@pytest.mark.parametrize(("key", "field"), [(FILES, "figure"), (LINKED, "percent")])
def test_what_another_period_recorded_is_not_emptied_here(desk: Desk, key: str, field: str) -> None:
    with pytest.raises(AppError, match=r"^Kỳ tháng 11/2026 chưa ghi .* là của kỳ khác\. Hãy sửa ở kỳ đã ghi\.$"):
        desk.clear(desk.period("2026-11"), key, field, **BY)


def test_a_locked_period_is_not_emptied(desk: Desk) -> None:
    desk.close_period(desk.period("2026-10"), why="", **BY)
    with pytest.raises(PeriodLocked):
        desk.clear(desk.period("2026-10"), FILES, "note", **BY)


def test_a_figure_is_emptied_field_by_field() -> None:
    full = Actual("ct", START, CLOSING, text="Đã có đội", reached=True, estimate=True, note="x")
    assert figure_without(full, "figure") == Actual("ct", START, CLOSING, note="x")
    assert figure_without(full, "reached") == replace(full, reached=None)
    assert figure_without(full, "estimate") == replace(full, estimate=False)
    assert figure_without(full, "note") == replace(full, note="")


@pytest.mark.parametrize(
    ("field", "emptied"),
    [
        ("done", {"done": None, "done_on": None}),
        ("deliverable_date", {"deliverable_date": None, "done_on": None}),
        ("percent", {"percent": None}),
        ("text", {"text": ""}),
    ],
)
def test_the_day_a_task_was_done_goes_with_what_it_came_from(field: str, emptied: dict[str, Any]) -> None:
    day = date(2026, 10, 12)
    full = record("2026", percent=100, done=True, done_on=day, dated=day, text="xong")
    assert progress_without(full, field) == replace(full, **emptied)
