"""The check list (Kiểm tra) of an open store: its plan, and what was recorded up to a period's closing day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.calendars import MONTHS_LONG, calendar_in
from models.declared_rows import DeclaredRows
from models.desk import Desk
from models.duties import ReportingPeriod
from models.findings import Finding, FindingKind, in_printed_order
from models.plan_checks import check_plan
from models.record_checks import check_records, from_warnings
from models.status import in_work
from models.store import drafting_rows, figure_rows
from models.understanding import PARSER


def check_list(desk: Desk, period: ReportingPeriod | None) -> tuple[Finding, ...]:
    """Return all that does not fit, in printed order; without a period only the plan is looked at."""
    facts = desk.facts()
    found = list(check_plan(desk.plan, facts))
    if period is not None:
        found += check_records(desk.plan, period, figure_rows.figures(desk.store), facts)
        found += understood_otherwise(desk, period)
        found += counted_apart(desk, period.span.year)
        found += from_warnings(desk.plan, desk.warnings(desk.report(period)))
    return in_printed_order(desk.plan, found)


def understood_otherwise(desk: Desk, period: ReportingPeriod) -> Iterator[Finding]:
    """Find that a locked period is told by readings, or was by a parser, that are others now; its report stays so."""
    if period.key not in desk.locked() or (kept := drafting_rows.understanding(desk.store, period.key)) is None:
        return
    begin = f"Kỳ {period.span.short()} đã khóa"
    if cells := kept.cells_read_anew(desk.facts().readings):
        names = DeclaredRows(desk.plan, desk.facts())
        rows = ", ".join(dict.fromkeys(names.named(row) for row, _ in cells))
        sentence = (
            f"{begin} nên vẫn tính theo cách hiểu lúc khóa, khác cách hiểu hiện nay ở {rows}; nếu cần tính lại, hãy "
            "mở lại kỳ và ghi rõ lý do."
        )
        yield Finding("", "", FindingKind.UNDERSTOOD_OTHERWISE, sentence)
    if kept.parser != PARSER:
        sentence = (
            f"{begin} khi phần mềm còn đọc mục tiêu và thời gian theo cách cũ (bản {kept.parser}, nay là bản "
            f"{PARSER}); hãy đối chiếu với bản đã gửi trước khi dùng lại báo cáo này."
        )
        yield Finding("", "", FindingKind.UNDERSTOOD_OTHERWISE, sentence)


def counted_apart(desk: Desk, year: int) -> Iterator[Finding]:
    """Find that longer reports close on other days than the months: no month's figure then serves them."""
    calendars = desk.calendars()
    counted = [
        (duty, calendar_in(calendars.get(duty.id, duty.calendar), year))
        for duty in sorted(desk.plan.duties, key=lambda duty: MONTHS_LONG.get(duty.frequency, 0))
        if duty.direction == "outgoing" and duty.frequency in MONTHS_LONG
    ]
    apart = [duty for duty, calendar in counted[1:] if calendar != counted[0][1]]
    if not apart:
        return
    shortest, names = counted[0][0], ", ".join(duty.name for duty in apart)
    sentence = (
        f"{shortest.name} và {names} chốt số liệu vào những ngày khác nhau, nên số liệu đã ghi cho kỳ ngắn không dùng "
        "được cho kỳ dài. Hãy ghi riêng số liệu cho kỳ dài, hoặc chọn cùng một cách tính kỳ (cài đặt "
        f"calendar.{apart[0].id})."
    )
    yield Finding("", "", FindingKind.COUNTED_APART, sentence)


def period_to_check(desk: Desk, on: date) -> ReportingPeriod | None:
    """Return the period that the office works on that day."""
    return in_work(desk.due(on), on)
