"""How the window names a reporting period: in the list of periods, beside it, and over a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from textwrap import shorten

from models.calendars import parse_span
from models.duties import ReportingPeriod
from models.plans import Plan
from models.shown import day_text

KINDS = {"incoming": "các đơn vị gửi về", "inspection": "kiểm tra"}
SUMMING_UP = ("sơ kết", "tổng kết")
LONGEST_NAME = 48
"""How many letters of what an ad hoc report is about the list shows."""
NO_DUE_DAY = "chưa quy định hạn gửi"


def listed(periods: Sequence[ReportingPeriod], plan: Plan) -> list[str]:
    """Return the periods of a year as the list names them: span, kind of report, closing day, when to send it."""
    alike = Counter((period.span, _kind(period)) for period in periods)
    return [_listed(period, plan, alike[period.span, _kind(period)] > 1) for period in periods]


def _listed(period: ReportingPeriod, plan: Plan, with_duty: bool) -> str:
    name = period.span.short()
    kind = period.duty.name if with_duty else _kind(period)
    parts = [f"{name[:1].upper()}{name[1:]}", kind, f"chốt {_short_day(period.closing, period.span.year)}"]
    if period.replaced_by is not None:
        parts.append(merged(period, plan))
    elif period.send_by is not None:
        parts.append(f"gửi {_short_day(period.send_by, period.span.year)}")
    return " · ".join(part for part in parts if part)


def _kind(period: ReportingPeriod) -> str:
    """Return what tells the period's report from the usual one of its span."""
    if period.duty.frequency == "once":
        return shorten(period.duty.name.removeprefix("Báo cáo "), LONGEST_NAME, placeholder="…")
    usual = next((kind for kind in SUMMING_UP if kind in period.duty.name.lower()), "")
    return KINDS.get(period.duty.direction, usual)


def _short_day(day: date, year: int) -> str:
    """Return a day without the year that the bar shows anyway."""
    return f"{day:%d/%m}" if day.year == year else day_text(day)


def merged(period: ReportingPeriod, plan: Plan) -> str:
    """Say into which longer report a replaced one goes, empty where it stands for itself."""
    if period.replaced_by is None:
        return ""
    from exporters.period_words import report_name  # only few periods need it

    duty, _, span = period.replaced_by.partition("/")
    return f"gộp vào {report_name(replace(period, duty=plan.duty(duty), span=parse_span(span)))}"


def due_words(period: ReportingPeriod, plan: Plan, today: date) -> tuple[str, bool]:
    """Return until when the report is to be sent, and whether that is late or nearly so."""
    if period.replaced_by is not None:
        return merged(period, plan), False
    if period.send_by is None:
        return NO_DUE_DAY, False
    days = (period.send_by - today).days
    if period.duty.direction == "incoming":  # others owe it: a day that passed is no debt of this office
        return (f"các đơn vị còn {days} ngày để gửi", False) if days > 0 else ("đã hết hạn các đơn vị gửi", False)
    left = f"quá hạn {-days} ngày" if days < 0 else "hạn gửi là hôm nay" if days == 0 else f"còn {days} ngày"
    return left, days <= 0


def page_title(period: ReportingPeriod) -> str:
    """Return the heading of the page on which a period's report is made."""
    from exporters.period_words import report_name

    if period.duty.direction == "incoming":
        return f"Mẫu báo cáo {period.span.short()} của các đơn vị"
    return report_name(period)
