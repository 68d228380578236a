"""Check what a period is held against."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.calendars import holidays, parse_span
from models.comparisons import period_compared, span_a_year_before, span_before
from models.duties import find_period
from models.facts import DaySwap
from models.plans import DueRule
from tests.exporters.five_plans import period, plan


@pytest.mark.parametrize(
    ("span", "before", "a_year_before"),
    [
        ("2026-10", "2026-09", None),
        ("2026-01", "2025-12", None),
        ("2026-Q3", "2026-Q2", None),
        ("2026-H1", "2025-H2", "2025-H1"),
        ("2026-H2", "2026-H1", "2025-H2"),
        ("2026-9M", "2026-H1", "2025-9M"),
        ("2026", "2025", None),
    ],
)
def test_long_periods_are_held_against_two(span: str, before: str, a_year_before: str | None) -> None:
    assert span_before(parse_span(span)).key == before
    earlier = span_a_year_before(parse_span(span))
    assert (earlier.key if earlier else None) == a_year_before


def test_six_months_before_nine_are_those_of_the_duty_that_reports_them() -> None:
    nine = period("phu-thai", "bao-cao-9-thang", "2026-9M")
    assert period_compared(plan("phu-thai"), nine, span_before(nine.span)).key == "bao-cao-6-thang/2026-H1"
    assert period_compared(plan("phu-thai"), nine, nine.span.year_before()).key == "bao-cao-9-thang/2025-9M"


def test_a_plan_without_such_a_duty_keeps_its_own() -> None:
    year = period("xop", "bao-cao-nam", "2026")
    assert period_compared(plan("xop"), year, parse_span("2026-H1")).key == "bao-cao-nam/2026-H1"


def test_the_period_before_is_counted_with_the_officer_s_day_swaps() -> None:
    swapped = holidays().with_swaps([DaySwap(date(2025, 12, 11), working=False, name="nghỉ bù")])
    year = find_period(plan("xop"), "2026", "bao-cao-nam", {}, swapped)
    before = period_compared(plan("xop"), year, span_before(year.span))
    assert before == find_period(plan("xop"), "2025", "bao-cao-nam", {}, swapped)
    assert (before.closing, year.start) == (date(2025, 12, 10), date(2025, 12, 11))


def test_another_duty_s_period_closes_with_its_units_too() -> None:
    own = plan("phu-thai")
    units = replace(own.duty("bao-cao-6-thang"), id="don-vi", direction="incoming", due=DueRule(15, 6))
    own = replace(own, duties=(*own.duties, units))
    nine = find_period(own, "2026-9M", None, {}, holidays())
    assert period_compared(own, nine, span_before(nine.span)).closing == date(2026, 6, 11)
