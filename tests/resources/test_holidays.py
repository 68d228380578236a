"""Check the table of public holidays."""

from datetime import date

import resources

DAYS: dict[str, str] = resources.read_json("holidays.json")["days"]


def test_days_are_dates_in_order() -> None:
    assert list(DAYS) == sorted(DAYS)
    assert {date.fromisoformat(day).year for day in DAYS} == set(range(2020, 2051))
    assert all(DAYS.values())


def test_fixed_holidays_stand_in_every_year() -> None:
    for year in range(2020, 2051):
        for day in ("01-01", "04-30", "05-01", "09-02"):
            assert f"{year}-{day}" in DAYS


def test_national_day_has_two_days_since_2021() -> None:
    for year in range(2021, 2051):
        assert f"{year}-09-01" in DAYS or f"{year}-09-03" in DAYS


def test_lunar_holidays_fall_on_known_days() -> None:
    assert DAYS["2025-01-29"] == "Tết Nguyên Đán"
    assert DAYS["2026-02-17"] == "Tết Nguyên Đán"
    assert DAYS["2026-04-26"] == "Ngày Giỗ Tổ Hùng Vương"
    assert DAYS["2026-04-27"] == "Ngày Giỗ Tổ Hùng Vương (nghỉ bù)"
