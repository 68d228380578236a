"""The trend: the last periods of a duty, each as its own report would judge it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.desk import Desk
from models.desk_ad_hoc import ask_for
from models.figure_lines import FigureLine
from models.store import figure_rows
from models.trend import trend
from tests.models.asked_reports import ASKED, AT, WHO, opened


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give Thuận Châu's store."""
    yield from opened(tmp_path / "a.so57")


def record(desk: Desk, period: str, value: str) -> None:
    desk.record(desk.period(period), [FigureLine(1, "ct-V.4", value=Decimal(value))], who=WHO, at=AT)


def points(desk: Desk, period: str) -> list[tuple[str, int, int]]:
    found = trend(desk, desk.period(period), figure_rows.figures(desk.store))
    return [(point.period.span.key, point.reached, point.told) for point in found]


def test_it_begins_with_the_first_period_that_has_a_figure(desk: Desk) -> None:
    assert points(desk, "2026-10") == []
    record(desk, "2026-08", "90")
    record(desk, "2026-10", "100")
    assert points(desk, "2026-10") == [("2026-08", 0, 1), ("2026-09", 0, 0), ("2026-10", 1, 1)]


def test_it_is_six_periods_long_and_goes_over_the_year(desk: Desk) -> None:
    for month in range(1, 13):
        record(desk, f"2026-{month:02d}", "100")
    assert [key for key, *_ in points(desk, "2027-01")] == [
        "2026-08",
        "2026-09",
        "2026-10",
        "2026-11",
        "2026-12",
        "2027-01",
    ]
    assert [reached for _, reached, _ in points(desk, "2027-01")] == [1, 1, 1, 1, 1, 0]


def test_a_report_that_is_asked_for_once_has_no_period_before_it(desk: Desk) -> None:
    asked = ask_for(desk.store, ASKED, who=WHO, at=AT)
    assert points(desk, asked.key) == []
    desk.record(desk.period(asked.key), [FigureLine(1, "ct-V.4", value=Decimal(100))], who=WHO, at=AT)
    found = trend(desk, desk.period(asked.key), figure_rows.figures(desk.store))
    assert [(point.period.closing, point.reached) for point in found] == [(date(2026, 11, 20), 1)]
