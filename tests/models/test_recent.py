"""The figures of the last periods."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from models.actuals import Actual
from models.calendars import Span, bounds, holidays
from models.duties import ReportingPeriod, find_period
from models.recent import PERIODS, recent_figures
from tests.models.store.samples import small_plan

PLAN = small_plan()


def october() -> ReportingPeriod:
    return find_period(PLAN, "2026-10", "thang", {}, holidays())


def month(number: int, value: int, year: int = 2026) -> Actual:
    start, closing = bounds(Span(year, "month", number), "calendar")
    return Actual("ct-5g", start, closing, value=value)  # type: ignore[arg-type]


def test_the_last_periods_begin_with_the_first_that_has_a_figure() -> None:
    figures = {"ct-5g": (month(6, 40), month(8, 45), month(10, 50))}
    found = recent_figures(PLAN, october(), figures)["ct-5g"]
    assert [(point.period.span.index, point.amount) for point in found] == [
        (6, Fraction(40)),
        (7, None),
        (8, Fraction(45)),
        (9, None),
        (10, Fraction(50)),
    ]


def test_no_more_than_twelve_periods_are_looked_at() -> None:
    figures = {"ct-5g": tuple(month(number, number, year) for year in (2024, 2025, 2026) for number in range(1, 11))}
    found = recent_figures(PLAN, october(), figures)
    assert len(found["ct-5g"]) == PERIODS - 2  # November and December have no figure
    assert found["ct-5g"][0].period.closing == date(2026, 1, 31)
    assert found["ct-so-hoa"] == ()


def test_a_report_that_is_due_once_has_no_periods_before_it() -> None:
    period = october()
    once = replace(period, duty=replace(period.duty, frequency="once"))
    found = recent_figures(PLAN, once, {"ct-5g": (month(9, 40), month(10, 50))})["ct-5g"]
    assert [point.amount for point in found] == [Fraction(50)]
