"""Check what is said before a duty that has records is counted by another calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from importers.plan_files import load_plan
from models.calendars import calendar_from
from models.desk import Desk
from models.errors import NotFound, PeriodLocked
from models.facts import PartFigure, Supplier
from models.figure_lines import FigureLine
from models.store import setting_rows
from models.store.connection import Store

AT = datetime(2026, 11, 3, 8, 0)
BY: dict[str, Any] = {"who": "Lò Thị Lan", "at": AT}
MONTH = "bao-cao-thang"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Store.create(tmp_path / "a.so57", load_plan("thuan-chau"), **BY) as store:
        yield Desk(store)


def record(desk: Desk, period: str, key: str = "ct-V.4") -> None:
    cells: dict[str, Any] = {"percent": Decimal(50)} if key.startswith("nv") else {"value": Decimal(80)}
    desk.record(desk.period(period), [FigureLine(2, key=key, **cells)], **BY)


def test_nothing_is_said_of_an_empty_store_or_of_the_same_days(desk: Desk) -> None:
    assert desk.check_calendar(MONTH, "decree") == ()
    record(desk, "2026-10")
    assert desk.check_calendar(MONTH, "own:31") == ()


def test_a_calendar_that_there_is_not_is_refused(desk: Desk) -> None:
    with pytest.raises(NotFound, match="Không có cách tính kỳ báo cáo “tuần”"):
        desk.check_calendar(MONTH, "tuần")


def test_records_that_no_period_would_show_are_counted_with_their_periods(desk: Desk) -> None:
    for period, key in (("2026-09", "ct-V.4"), ("2026-10", "ct-V.4"), ("2026-10", "nv-I.1.1")):
        record(desk, period, key)
    desk.declare(Supplier("ct-V.5", "Bản Lạnh", date(2026, 1, 1)), **BY)
    desk.declare(
        PartFigure("ct-V.5", "Bản Lạnh", date(2026, 10, 1), date(2026, 10, 31), None, Decimal(1), Decimal(2)), **BY
    )
    (sentence,) = desk.check_calendar(MONTH, "decree")
    assert sentence.startswith("4 số liệu và tiến độ đã ghi cho kỳ tháng 9/2026, tháng 10/2026 sẽ không chốt")
    assert "từ năm 2027" in sentence


def test_a_day_on_which_another_report_closes_hides_nothing(desk: Desk) -> None:
    record(desk, "2026-Q3")
    assert desk.check_calendar("bao-cao-quy", "calendar") != ()
    with desk.store.change("đặt", **BY) as change:
        setting_rows.save_calendar(change, MONTH, "decree")
    assert desk.check_calendar("bao-cao-quy", "calendar") == ()


def test_many_periods_are_named_and_the_rest_counted(desk: Desk) -> None:
    for month in range(1, 10):
        record(desk, f"2026-{month:02}")
    (sentence,) = desk.check_calendar(MONTH, "own:20")
    assert "9 số liệu và tiến độ đã ghi cho kỳ tháng 01/2026," in sentence
    assert "tháng 6/2026 và 3 kỳ khác sẽ" in sentence


def test_words_of_a_period_that_gets_other_days_are_to_be_read_again(desk: Desk) -> None:
    desk.write(desk.period("2026-10"), "III", "Còn khó khăn.", **BY)
    (sentence,) = desk.check_calendar(MONTH, "decree")
    assert "tháng 10/2026 từ 15/09/2026 đến 14/10/2026" in sentence


def test_a_locked_period_keeps_its_days(desk: Desk) -> None:
    desk.close_period(desk.period("2026-10"), why="", **BY)
    with pytest.raises(PeriodLocked, match=r"vì kỳ tháng 10/2026 đã khóa .* từ năm 2027, hoặc mở lại"):
        desk.check_calendar(MONTH, "decree")
    assert desk.check_calendar(MONTH, calendar_from("calendar", 2027, "decree")) == ()
    assert desk.check_calendar("bao-cao-quy", "calendar") == ()
    desk.reopen_period(desk.period("2026-10"), why="đổi cách tính kỳ", **BY)
    assert desk.check_calendar(MONTH, "decree") == ()


def test_the_office_s_report_that_closes_with_its_units_is_looked_at_too(tmp_path: Path) -> None:
    with Store.create(tmp_path / "xop.so57", load_plan("xop"), **BY) as store:
        desk = Desk(store)
        desk.close_period(desk.period("bao-cao-nam/2026"), why="thử", **BY)
        with pytest.raises(PeriodLocked, match="năm 2026"):
            desk.check_calendar("bao-cao-nam-don-vi", "calendar")
