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
    calendar_in,
    day_of_month,
    parse_span,
    spans_of_year,
    year_start,
)
from models.calendars import holidays as office_holidays
from models.errors import AmbiguousRequest, NotFound
from models.plans import DueRule, Duty, Plan

_ONE_DAY = timedelta(days=1)

Collected = tuple[tuple[Duty, str], ...]
"""Incoming duties, each with its calendar, whose figures a report is made of."""


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """One span of a duty: its days, the last day to send, and the working day to send by (None: no day printed).

    `replaced_by` is the key of the longer report that is sent instead, where both fall due together. `collects` and
    `holidays` are what the period was counted with, so that its neighbours are counted alike.
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
    collects: Collected = field(default=(), compare=False, repr=False)
    holidays: Holidays = field(default_factory=office_holidays, compare=False, repr=False)

    @property
    def month_of_signing(self) -> date:
        """Return a day of the month in which the report is to be signed; its own day is not known before."""
        return self.send_by or self.closing + _ONE_DAY


def reporting_period(
    duty: Duty, span: Span, calendar: str, holidays: Holidays, collects: Collected = ()
) -> ReportingPeriod:
    """Return the duty's period for a span, counted by that calendar; `collects` is what `collected` found."""
    closing, due, send_by = _end(duty, span, calendar, holidays, collects)
    return ReportingPeriod(
        key=f"{duty.id}/{span.key}",
        duty=duty,
        span=span,
        calendar=calendar,
        start=_start(duty, span, calendar, holidays, collects),
        closing=closing,
        due=due,
        send_by=send_by,
        collects=collects,
        holidays=holidays,
    )


def collected(duty: Duty, duties: Sequence[Duty], calendars: Mapping[str, str]) -> Collected:
    """Return the incoming duties whose figures a report without a printed day to send is made of.

    In the years in which it counts by their calendar it closes when they do: what units gave up to 11/12 is what the
    office's report of the year holds (Xốp).
    """
    if duty.direction != "outgoing" or duty.due is not None:
        return ()
    incoming = (other for other in duties if other.direction == "incoming" and other.frequency == duty.frequency)
    return tuple((other, _calendar(other, calendars)) for other in incoming if other.due is not None)


def _calendar(duty: Duty, calendars: Mapping[str, str]) -> str:
    return calendars.get(duty.id, duty.calendar)


def _end(
    duty: Duty, span: Span, calendar: str, holidays: Holidays, collects: Collected
) -> tuple[date, date | None, date | None]:
    """Return the closing day, the last day to send and the working day to send by."""
    start, closing = bounds(span, calendar)
    if duty.due is None:
        alike = (other for other, own in collects if calendar_in(own, span.year) == calendar_in(calendar, span.year))
        return min((_end(other, span, calendar, holidays, ())[0] for other in alike), default=closing), None, None
    due = _due(duty.due, start, closing, holidays)
    send_by = holidays.working_day_up_to(due)
    return holidays.previous_working_day(send_by) if send_by <= closing else closing, due, send_by


def _start(duty: Duty, span: Span, calendar: str, holidays: Holidays, collects: Collected) -> date:
    """Return the first day: where the period just before closed earlier than its calendar does, the day after that."""
    start = bounds(span, calendar)[0]
    before = span.previous()
    if bounds(before, calendar)[1] + _ONE_DAY != start:  # nine months are not followed by nine months
        return start
    return _end(duty, before, calendar, holidays, collects)[0] + _ONE_DAY


def first_day_of_year(period: ReportingPeriod) -> date:
    """Return the first day of the reporting year that a period lies in; running totals start there."""
    return min(period.start, year_start(period.span, period.calendar))


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


def days_reported(plan: Plan, span: Span, calendar: str) -> tuple[date, date]:
    """Return the days of the plan's own report on a span in a calendar; without such a report, the calendar's days."""
    calendars = dict.fromkeys((duty.id for duty in plan.duties), calendar)
    for duty in plan.duties:
        if (duty.direction, duty.frequency) == ("outgoing", span.frequency):
            collects = collected(duty, plan.duties, calendars)
            own = reporting_period(duty, span, calendar, office_holidays(), collects)
            return own.start, own.closing
    return bounds(span, calendar)


def period_after(period: ReportingPeriod, holidays: Holidays | None = None) -> ReportingPeriod:
    """Return the duty's next period in the same calendar."""
    return _neighbour(period, period.span.next(), holidays)


def period_before(period: ReportingPeriod, holidays: Holidays | None = None) -> ReportingPeriod:
    """Return the duty's previous period in the same calendar."""
    return _neighbour(period, period.span.previous(), holidays)


def _neighbour(period: ReportingPeriod, span: Span, holidays: Holidays | None) -> ReportingPeriod:
    return reporting_period(period.duty, span, period.calendar, holidays or period.holidays, period.collects)


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
        reporting_period(duty, span, _calendar(duty, calendars), holidays, collected(duty, duties, calendars))
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
    duties = plan.duties if wanted is None else (find_duty(plan, wanted),)
    span = parse_span(span_text)
    fitting = tuple(duty for duty in duties if duty.frequency == span.frequency)
    if not fitting:
        raise _no_such_period(plan, span, duties)
    if len(fitting) > 1:
        keys = ", ".join(f"{duty.id}/{span.key}" for duty in fitting)
        raise AmbiguousRequest(f"Kỳ {span.key} có ở nhiều chế độ báo cáo. Hãy ghi rõ một trong các kỳ: {keys}.")
    duty = fitting[0]
    collects = collected(duty, plan.duties, calendars)
    return reporting_period(duty, span, _calendar(duty, calendars), holidays, collects)


def find_duty(plan: Plan, duty_id: str) -> Duty:
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
