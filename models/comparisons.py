"""What a period's figures are held against: the period before it, and for long ones the same period a year before."""

from __future__ import annotations

from models.calendars import Span
from models.duties import ReportingPeriod, collected, reporting_period
from models.plans import Duty, Plan

LONG = frozenset({"six_months", "nine_months", "year"})


def span_before(span: Span) -> Span:
    """Return the span before; nine months follow the six months of their own year, as the year's figures go on."""
    return Span(span.year, "six_months") if span.frequency == "nine_months" else span.previous()


def span_a_year_before(span: Span) -> Span | None:
    """Return the same span of the year before; None for short spans, and for a year, where it is the span before."""
    earlier = span.year_before()
    return earlier if span.frequency in LONG and earlier != span_before(span) else None


def period_compared(plan: Plan, period: ReportingPeriod, span: Span) -> ReportingPeriod:
    """Return the period of another span in the same calendar and with the same days off.

    It is that of the plan's duty that reports by such spans.
    """
    duty = next((duty for duty in plan.duties if _reports_by(duty, period.duty, span)), period.duty)
    same = dict.fromkeys((own.id for own in plan.duties), period.calendar)
    collects = period.collects if duty == period.duty else collected(duty, plan.duties, same)
    return reporting_period(duty, span, period.calendar, period.holidays, collects)


def _reports_by(duty: Duty, own: Duty, span: Span) -> bool:
    if own.frequency == span.frequency:
        return duty.id == own.id
    return duty.frequency == span.frequency and duty.direction == own.direction
