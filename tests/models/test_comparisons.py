"""Check what a period is held against."""

from __future__ import annotations

import pytest

from models.calendars import parse_span
from models.comparisons import period_compared, span_a_year_before, span_before
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
