"""How a report names what it is (results, sơ kết, tổng kết, inspection), its period, and the periods around it."""

from __future__ import annotations

from exporters.prose import capital_first
from models.ad_hoc import told_by
from models.calendars import BETWEEN_DAYS, Span
from models.comparisons import span_before
from models.duties import ReportingPeriod
from models.plans import Duty
from models.text import fold

PLAN_SHORT = "Kế hoạch triển khai Nghị quyết số 57-NQ/TW"
RESULTS = "kết quả thực hiện"
KINDS = ("sơ kết", "tổng kết")
INSPECTED = "kết quả kiểm tra"
INSPECTION = f"{INSPECTED} việc thực hiện"
SPAN_NOUNS = {
    "month": "Trong tháng",
    "quarter": "Trong quý",
    "nine_months": "Trong 9 tháng",
    "year": "Trong năm",
}
A_YEAR_BEFORE = "cùng kỳ năm trước"


def reported(duty: Duty) -> str:
    """Return what the duty's report tells: `kết quả thực hiện`, `sơ kết thực hiện` …"""
    if duty.direction == "inspection":
        return INSPECTION
    if duty.frequency == "once":
        return told_by(duty)
    kind = _kind(duty)
    return f"{kind} thực hiện" if kind else RESULTS


def reported_here(duty: Duty) -> str:
    """Return what a report tells where its plan was just named: `kết quả thực hiện`, `sơ kết`, `kết quả kiểm tra`."""
    if duty.direction == "inspection":
        return INSPECTED
    own_subject = duty.frequency == "once"
    return reported(duty) if own_subject else _kind(duty) or reported(duty)


def told(period: ReportingPeriod) -> str:
    """Return what a report tells, of which plan and period: `kết quả thực hiện Kế hoạch … tháng 10 năm 2026`.

    An ad hoc report tells of its own subject.
    """
    of_plan = () if period.duty.frequency == "once" else (PLAN_SHORT,)
    return " ".join((reported(period.duty), *of_plan, period.span.words()))


def about(period: ReportingPeriod) -> str:
    """Return what a report is about, behind its number and day: `về kết quả thực hiện …`, `về chữ ký số từ ngày …`."""
    words = told(period)
    return words if words.startswith("về ") else f"về {words}"


def _kind(duty: Duty) -> str:
    """Return `sơ kết` or `tổng kết` where the duty's name says so."""
    return next((kind for kind in KINDS if kind in duty.name.lower()), "")


def report_name(period: ReportingPeriod) -> str:
    """Return the report's name for lists and bookmarks: `Báo cáo tháng 10 năm 2026`, `Báo cáo sơ kết 6 tháng …`."""
    if period.duty.frequency == "once":
        return period.duty.name
    kind = INSPECTED if period.duty.direction == "inspection" else _kind(period.duty)
    return " ".join(word for word in ("Báo cáo", kind, period.span.words()) if word)


def summary_lines(period: ReportingPeriod) -> tuple[str, ...]:
    """Return the trích yếu: what is reported on, and the period."""
    subject = told(period).removesuffix(f" {period.span.words()}")
    return (capital_first(subject), period.span.words())


def period_stem(period: ReportingPeriod) -> str:
    """Return the part of a file's name that names the period: `bao-cao-thang_2026-10`.

    That of an ad hoc report is `bao-cao-dot-xuat-1_2026-10-05_2026-11-20`.
    """
    days = period.span.key.replace(BETWEEN_DAYS, "_")
    if period.duty.frequency != "once":
        return f"{period.duty.id}_{days}"
    kind = "-".join(fold(period.duty.name.partition(" về ")[0]).split())
    return f"{kind}-{period.duty.id.rpartition('-')[2]}_{days}"


def next_span(span: Span) -> Span:
    """Return the span that section IV looks at: after nine months the last quarter, else the next of its kind."""
    return Span(span.year, "quarter", 4) if span.frequency == "nine_months" else span.next()


def next_words(span: Span) -> str:
    """Return the name of the span that section IV looks at."""
    if span.frequency == "once":
        return "thời gian tới"
    return next_span(span).words()


def earlier(span: Span, now: Span) -> str:
    """Return how an earlier span is named in a sentence about `now`: `tháng 9`, `quý II`, `quý IV/2025`."""
    if span.frequency == "once":
        return f"thời gian {span.short()}"
    if span.frequency == "year" or span.year != now.year:
        return span.short()
    named = span.words().removesuffix(f" {span.year}")
    return named.removesuffix(" năm") if span.frequency in ("month", "quarter") else named


def column_before(span: Span) -> str:
    """Return the head of the column that holds the figures of the period before."""
    if span.frequency in ("month", "quarter", "once"):
        return "Kết quả kỳ trước"
    return f"Kết quả {span_before(span).words()}"


def in_span(span: Span) -> str:
    """Return how a sentence about the period begins: `Trong tháng`, `Trong quý` …"""
    if span.frequency == "six_months":
        return f"Trong {span.words().removesuffix(f' {span.year}')}"
    return SPAN_NOUNS.get(span.frequency, "Trong kỳ")
