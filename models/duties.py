"""Reporting duties become reporting periods: closing, due and send-by day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from models.calendars import (
    FREQUENCY_WORDS,
    MONTHS_LONG,
    Holidays,
    Span,
    bounds,
    day_of_month,
    parse_span,
    spans_of_year,
)
from models.calendars import holidays as office_holidays
from models.errors import AmbiguousRequest, NotFound
from models.plans import DueRule, Duty, Plan

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """One span of a duty: its days, the last day to send, and the working day to send by (None: no day printed).

    `replaced_by` is the key of the longer report that is sent instead, where both fall due together.
    """

    key: str
    duty: Duty
    span: Span
    calendar: str
    start: date
    closing: date
    due: date | None
    send_by: date | None
    replaced_by: str | None = field(default=None, compare=False)


def reporting_period(duty: Duty, span: Span, calendar: str, holidays: Holidays) -> ReportingPeriod:
    """Return the duty's period for a span, counted by that calendar."""
    start, closing = bounds(span, calendar)
    due = send_by = None
    if duty.due is not None:
        due = _due(duty.due, start, closing, holidays)
        send_by = holidays.working_day_up_to(due)
        if send_by <= closing:
            closing = holidays.previous_working_day(send_by)
    return ReportingPeriod(f"{duty.id}/{span.key}", duty, span, calendar, start, closing, due, send_by)


def _due(rule: DueRule, start: date, closing: date, holidays: Holidays) -> date:
    """Return the last day to send, the day before the printed one (forms.md §3)."""
    if rule.month is not None:
        return _due_in_year(rule.day, rule.month, start, closing)
    months = range(closing.month, closing.month + 3)
    candidates = (day_of_month(closing.year, month, rule.day) - _ONE_DAY for month in months)
    return next(due for due in candidates if holidays.working_days_between(closing, due))


def _due_in_year(day: int, month: int, start: date, closing: date) -> date:
    """Return the day before that date of the period's year."""
    due = day_of_month(closing.year, month, day) - _ONE_DAY
    # "trước ngày 15/01" cannot ask for a report on the year that has just begun: it is the next year's date.
    just_begun = due - start < closing - due
    return day_of_month(closing.year + 1, month, day) - _ONE_DAY if just_begun else due


def period_after(period: ReportingPeriod, holidays: Holidays | None = None) -> ReportingPeriod:
    """Return the duty's next period in the same calendar."""
    return reporting_period(period.duty, period.span.next(), period.calendar, holidays or office_holidays())


def period_before(period: ReportingPeriod, holidays: Holidays | None = None) -> ReportingPeriod:
    """Return the duty's previous period in the same calendar."""
    return reporting_period(period.duty, period.span.previous(), period.calendar, holidays or office_holidays())


def periods_of_year(
    duties: Sequence[Duty],
    year: int,
    calendars: Mapping[str, str],
    holidays: Holidays,
    *,
    replace_shorter: bool = True,
) -> tuple[ReportingPeriod, ...]:
    """Return all periods of the year by closing day, then in the plan's order; `calendars` maps duty ids.

    With `replace_shorter` a report is marked that is replaced by a longer one.
    """
    periods = [
        reporting_period(duty, span, calendars.get(duty.id, duty.calendar), holidays)
        for duty in duties
        for span in spans_of_year(duty.frequency, year)
    ]
    if replace_shorter:
        periods = [replace(period, replaced_by=_replaced_by(period, periods)) for period in periods]
    return tuple(sorted(periods, key=lambda period: period.closing))


def _replaced_by(period: ReportingPeriod, periods: Sequence[ReportingPeriod]) -> str | None:
    """Return the longest report that ends with this one's months, falls due together and goes to the same addressees.

    Month 12, quarter IV, the last six months and the year make one report: the year's.
    """
    longer = [other for other in periods if _replaces(other, period)]
    return max(longer, key=_length).key if longer else None


def _replaces(longer: ReportingPeriod, period: ReportingPeriod) -> bool:
    outgoing = longer.duty.direction == period.duty.direction == "outgoing"
    alike = longer.duty.issuer == period.duty.issuer and set(period.duty.to) <= set(longer.duty.to)
    ends_with = longer.span.months()[1] == period.span.months()[1] and _length(longer) > _length(period)
    return outgoing and alike and ends_with and _falls_due(longer) == _falls_due(period)


def _length(period: ReportingPeriod) -> int:
    return MONTHS_LONG[period.span.frequency]


def _falls_due(period: ReportingPeriod) -> tuple[bool, int, int]:
    """Return the month in which a report is due, or in which it closes where no day is printed."""
    day = period.due or period.closing
    return period.due is not None, day.year, day.month


def find_period(
    plan: Plan, text: str, duty_id: str | None, calendars: Mapping[str, str], holidays: Holidays
) -> ReportingPeriod:
    """Return the period named by 'SPAN' or 'DUTY/SPAN'; a span of two duties is refused with the full keys."""
    named, slash, span_text = text.strip().rpartition("/")
    if named.isdecimal():  # 10/2026 is a span that is not written as spans are
        parse_span(text)
    if slash and duty_id is not None and named != duty_id:
        raise AmbiguousRequest(f"Kỳ “{text.strip()}” và chế độ báo cáo “{duty_id}” không khớp nhau. Hãy chỉ ghi một.")
    wanted = named if slash else duty_id
    duties = plan.duties if wanted is None else (_duty(plan, wanted),)
    span = parse_span(span_text)
    fitting = tuple(duty for duty in duties if duty.frequency == span.frequency)
    if not fitting:
        raise _no_such_period(plan, span, duties)
    if len(fitting) > 1:
        keys = ", ".join(f"{duty.id}/{span.key}" for duty in fitting)
        raise AmbiguousRequest(f"Kỳ {span.key} có ở nhiều chế độ báo cáo. Hãy ghi rõ một trong các kỳ: {keys}.")
    duty = fitting[0]
    return reporting_period(duty, span, calendars.get(duty.id, duty.calendar), holidays)


def _duty(plan: Plan, duty_id: str) -> Duty:
    """Return the duty of that id, or say which ones the plan has."""
    for duty in plan.duties:
        if duty.id == duty_id:
            return duty
    known = ", ".join(duty.id for duty in plan.duties) or "không có"
    raise NotFound(f"Kế hoạch “{plan.id}” không có chế độ báo cáo “{duty_id}”. Các chế độ báo cáo: {known}.")


def _no_such_period(plan: Plan, span: Span, duties: Sequence[Duty]) -> NotFound:
    """Say that no duty reports by that kind of span, and by which ones the plan reports."""
    if len(duties) == 1:
        duty = duties[0]
        samples = spans_of_year(duty.frequency, span.year)
        how = f"lập theo {FREQUENCY_WORDS[duty.frequency]}" if samples else "chỉ lập một lần"
        advice = f" Hãy ghi kỳ như {duty.id}/{samples[-1].key}." if samples else ""
        return NotFound(f"Chế độ báo cáo “{duty.id}” {how}, không có kỳ {span.key} ({span.words()}).{advice}")
    kinds = ", ".join(dict.fromkeys(FREQUENCY_WORDS[duty.frequency] for duty in duties)) or "không có"
    return NotFound(
        f"Kế hoạch “{plan.id}” không có báo cáo nào theo {FREQUENCY_WORDS[span.frequency]}, nên không có kỳ {span.key} "
        f"({span.words()}). Kế hoạch này báo cáo theo: {kinds}."
    )
