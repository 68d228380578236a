"""Another calendar for a duty that has records: which locked periods forbid it, and what it would hide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from models.calendars import check_calendar, parse_span
from models.duties import ReportingPeriod, periods_of_year
from models.errors import PeriodLocked
from models.shown import day_text
from models.store import report_rows

if TYPE_CHECKING:
    from models.desk import Desk

_NAMED = 6
"""How many periods a sentence names before it only counts the rest."""


def check_change(desk: Desk, duty_id: str, calendar: str) -> tuple[str, ...]:
    """Return what the officer must know before a duty is counted by another calendar, empty where nothing is lost.

    PeriodLocked where a locked period would get other days; NotFound for a calendar that there is not. The office's
    own report that closes with its units (models.duties.collected) is looked at too.
    """
    check_calendar(calendar)
    present = desk.calendars()
    chosen = {**present, duty_id: calendar}
    records = _records_by_day(desk)
    years = _years(desk, records)
    was, would_be = (_periods(desk, years, calendars) for calendars in (present, chosen))
    moved = [(old, new) for old, new in zip(was, would_be, strict=True) if _days(old) != _days(new)]
    _refuse_locked(desk, [old for old, _ in moved])
    closings = {period.closing for period in would_be}
    lost = {day: count for day, count in records.items() if day not in closings}
    return (*_hidden([old for old, _ in moved if old.closing in lost], lost), *_reworded(desk, moved))


def _years(desk: Desk, records: Mapping[date, int]) -> range:
    """Return the years in which something stands, with those beside them."""
    keys = (*report_rows.written_periods(desk.store), *desk.locked())
    years = [*(day.year for day in records), *(parse_span(key.rpartition("/")[2]).year for key in keys)]
    return range(min(years) - 1, max(years) + 2) if years else range(0)


def _records_by_day(desk: Desk) -> dict[date, int]:
    """Count figures, parts of figures and progress by the day on which they close."""
    records, parts = desk.records(), desk.facts().part_figures
    days = Counter(record.as_of for own in records.figures.values() for record in own)
    days.update(record.as_of for own in records.progress.values() for record in own)
    days.update(part.as_of for part in parts)
    return days


def _periods(desk: Desk, years: Iterable[int], calendars: Mapping[str, str]) -> list[ReportingPeriod]:
    """Return all periods of these years in an order that no calendar changes."""
    duties, days_off = desk.plan.duties, desk.holidays
    found = (periods_of_year(duties, year, calendars, days_off, replace_shorter=False) for year in years)
    return sorted((period for of_year in found for period in of_year), key=lambda period: period.key)


def _days(period: ReportingPeriod) -> tuple[date, date]:
    return period.start, period.closing


def _refuse_locked(desk: Desk, moved: Iterable[ReportingPeriod]) -> None:
    """Raise PeriodLocked with the locked periods whose days would change."""
    locked = desk.locked()
    fixed = [period for period in moved if period.key in locked]
    if fixed:
        first_free = max(period.span.year for period in fixed) + 1
        raise PeriodLocked(
            f"Không đổi được cách tính kỳ vì {_named(fixed)} đã khóa mà sẽ sang ngày khác. Hãy áp dụng cách tính mới "
            f"từ năm {first_free}, hoặc mở lại các kỳ này rồi đổi."
        )


def _hidden(losing: Sequence[ReportingPeriod], lost: Mapping[date, int]) -> Iterator[str]:
    """Say how many records would close on no period's day any more, and of which periods they are."""
    if losing:
        count = sum(lost[day] for day in {period.closing for period in losing})
        yield (
            f"{count} số liệu và tiến độ đã ghi cho {_named(losing)} sẽ không chốt vào ngày của kỳ nào theo cách tính "
            "mới nên các báo cáo không thấy. Chúng vẫn còn trong sổ: hãy ghi lại vào kỳ mới sau khi đổi, hoặc áp dụng "
            f"cách tính mới từ năm {max(period.span.year for period in losing) + 1}."
        )


def _reworded(desk: Desk, moved: Iterable[tuple[ReportingPeriod, ReportingPeriod]]) -> Iterator[str]:
    """Say for which moved periods the officer wrote something, since it speaks of the old days."""
    written = report_rows.written_periods(desk.store)
    told = [
        f"{new.span.short()} từ {day_text(new.start)} đến {day_text(new.closing)}"
        for old, new in moved
        if old.key in written
    ]
    if told:
        days = "; ".join(told)
        yield f"Lời đã viết được giữ, nhưng kỳ báo cáo sang ngày khác: {days}. Hãy đọc lại lời của các kỳ này."


def _named(periods: Iterable[ReportingPeriod]) -> str:
    """Name periods within a sentence: kỳ tháng 9/2026, tháng 10/2026 và 3 kỳ khác."""
    names = list(dict.fromkeys(period.span.short() for period in sorted(periods, key=lambda period: period.closing)))
    rest = f" và {len(names) - _NAMED} kỳ khác" if len(names) > _NAMED else ""
    return f"kỳ {', '.join(names[:_NAMED])}{rest}"
