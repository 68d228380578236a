"""Reports of every duty of the five plans with made-up records, for tests of layouts and pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from importers.plan_files import load_plan
from models.actuals import Actual, FigureState, Progress
from models.calendars import holidays, spans_of_year
from models.comparisons import period_compared, span_a_year_before, span_before
from models.duties import ReportingPeriod, find_period
from models.office import office_from
from models.plans import IndicatorRow, Plan, TaskRow
from models.progress import status
from models.reports import Records, Report, Signing, build_report
from models.schedules import stages
from models.targets import parse_target

PLANS = ("thuan-chau", "xop", "quang-son", "phu-thai", "phong-tho")
YEAR = 2026
WORDS = {
    "I": "UBND xã đã chỉ đạo các cơ quan, đơn vị triển khai Kế hoạch; kiện toàn Ban Chỉ đạo và Tổ giúp việc.",
    "III": "Một số chỉ tiêu chưa có nguồn số liệu ở cấp xã; nhân lực chuyên trách còn thiếu.",
    "IV": "Hoàn thành các nhiệm vụ đến hạn; rà soát số liệu của các đơn vị.",
    "V": "Đề nghị cấp trên hướng dẫn cách tính các chỉ tiêu về kinh tế số.",
}


@lru_cache(maxsize=8)
def plan(name: str) -> Plan:
    """Return a built-in plan."""
    return load_plan(name)


def periods(of: Plan, direction: str = "outgoing", year: int = YEAR) -> Iterator[ReportingPeriod]:
    """Yield the last but one period of the year of each duty of that direction (the only one of a year)."""
    for duty in of.duties:
        if duty.direction == direction:
            spans = spans_of_year(duty.frequency, year)
            yield find_period(of, spans[max(len(spans) - 2, 0)].key, duty.id, {}, holidays())


def period(name: str, duty_id: str, span: str) -> ReportingPeriod:
    """Return one period of a plan."""
    return find_period(plan(name), span, duty_id, {}, holidays())


CASES = [(name, one.key) for name in PLANS for one in periods(plan(name))]
EMPTY = [(name, next(key for of, key in CASES if of == name)) for name in PLANS]
"""One period of each plan, to be laid out without any figure."""


def report_of(name: str, duty_id: str, span: str, *, filled: bool = True, signing: Signing | None = None) -> Report:
    """Return the report of one period, with made-up records or without any."""
    own, of = period(name, duty_id, span), plan(name)
    records = made_up(of, own) if filled else Records({}, {})
    office = office_from(of, {}, own.duty)
    return build_report(of, own, records, office, WORDS if filled else {}, signing=signing, sample=True)


def report_by_key(name: str, key: str, *, filled: bool = True) -> Report:
    """Return the report of a period's key."""
    duty_id, _, span = key.partition("/")
    return report_of(name, duty_id, span, filled=filled)


def made_up(of: Plan, own: ReportingPeriod) -> Records:
    """Return records of the end of 2025, of the year before, of the period before, and of the period itself."""
    spans = (span_a_year_before(own.span), span_before(own.span), own.span)
    days = [(one.start, one.closing) for span in spans if span for one in [period_compared(of, own, span)]]
    days = sorted({(date(2025, 12, 1), date(2025, 12, 31)), *days}, key=lambda pair: pair[1])
    figures = {row.key: tuple(_figures(row, place, days)) for place, row in enumerate(of.indicators())}
    progress = {row.key: tuple(_progress(of, row, place, own)) for place, row in enumerate(of.tasks())}
    return Records(figures, progress)


def _figures(row: IndicatorRow, place: int, days: Sequence[tuple[date, date]]) -> Iterator[Actual]:
    """Yield a row's figures, rising to its target; every seventh row has none."""
    low = parse_target(row.targets[min(row.targets)], row.name, row.unit).low
    kind = place % 7
    for step, (start, closing) in enumerate(days):
        last = step == len(days) - 1
        if kind == 0 and last:
            continue
        figure = Actual(row.key, start, closing)
        if low is None:
            yield replace(figure, text=f"Đã triển khai bước {step + 1}", reached=kind % 2 == 0)
        elif kind == 4 and last:
            yield replace(figure, state=FigureState.NOTHING_HAPPENED)
        elif kind == 5 and row.unit == "%":
            yield replace(figure, numerator=Decimal(1300 + 57 * step), denominator=Decimal(1710), note="Theo VNPT")
        else:
            share = Decimal(60 + 13 * step) / 100 if kind % 2 else Decimal(70 + 10 * step) / 100
            value = (low * share).quantize(Decimal("0.1") if row.unit.startswith("%") else Decimal(1))
            difficulty = "Thiếu thiết bị tại các thôn" if kind == 6 else ""
            yield replace(figure, value=value, estimate=kind == 3 and last, difficulty=difficulty)


def _progress(of: Plan, row: TaskRow, place: int, own: ReportingPeriod) -> Iterator[Progress]:
    """Yield a task's record of the period: done, under way, hindered, or none."""
    in_force = status(row, stages(row, of.schedule_columns), (), own.closing).occurrence
    record = Progress(row.key, in_force.id if in_force else "-", own.start, own.closing)
    number, day = f"{place + 100}/KH-UBND", own.closing - timedelta(days=20)
    if place % 4 == 1:
        yield replace(record, done=True, done_on=day, deliverable_number=number, deliverable_date=day)
    elif place % 4 == 2:
        yield replace(record, percent=Decimal(70), text="Đã ban hành văn bản chỉ đạo, đang tổ chức tại các thôn")
    elif place % 4 == 3:
        yield replace(
            record, percent=Decimal(40), difficulty="Chưa bố trí được kinh phí", next_step="Xong trong quý sau"
        )
