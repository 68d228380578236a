"""A task's year month by month."""

from datetime import date

import pytest

from models.plans import ScheduleColumn, TaskRow
from models.schedules import parse_stage
from models.year_strip import NOTHING, Mark, due_months, strip_words, year_strip, year_strips
from tests.models.store.samples import small_plan

COLUMN = ScheduleColumn("c", "2025 - 2030", 2025, 2030)


@pytest.mark.parametrize(
    ("printed", "months", "under_way"),
    [
        ("Tháng 9/2026", (9,), False),
        ("Quý III/2026", (9,), False),
        ("Tháng 9/2025", (), False),
        ("Hàng năm", (12,), False),
        ("Tháng 11 hàng năm (kế hoạch năm tiếp theo)", (11,), False),
        ("2025 - 2026", (12,), True),
        ("2026-2028", (), True),
        ("Thường xuyên", (), True),
        ("x", (), True),
        ("Sau khi có Kế hoạch của tỉnh", (), False),
        ("", (), False),
    ],
)
def test_what_is_printed_stands_in_its_months(printed: str, months: tuple[int, ...], under_way: bool) -> None:
    strip = year_strip(parse_stage(printed, COLUMN), 2026)
    assert due_months(strip) == months
    assert (Mark.UNDER_WAY in strip) is under_way


def test_a_yearly_round_outside_its_years_is_not_due() -> None:
    assert year_strip(parse_stage("Hàng năm", COLUMN), 2031) == NOTHING


def test_every_task_of_a_plan_has_its_strip() -> None:
    plan = small_plan()
    found = year_strips(plan, plan.tasks(), 2026, date(2026, 10, 31))
    assert {key: due_months(strip) for key, strip in found.items()} == {"nv-kh": (9,)}
    assert due_months(year_strips(plan, [TaskRow("a", "task", "1", None, "A")], 2026, date(2026, 1, 1))["a"]) == ()


def test_a_strip_is_said_in_words() -> None:
    assert strip_words(NOTHING, 2026) == "Không có hạn trong năm 2026"
    assert strip_words(year_strip(parse_stage("Tháng 9/2026", COLUMN), 2026), 2026) == "Đến hạn tháng 9/2026"
    both = year_strip(parse_stage("2025 - 2026", COLUMN), 2026)
    assert strip_words(both, 2026) == "Thực hiện trong năm 2026; đến hạn tháng 12/2026"
