"""Spans of time, their first and closing day in three calendars, and working days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from models.errors import NotFound
from models.facts import DaySwap
from models.plans import Frequency
from models.text import one_line
from models.words import day as day_text
from resources import read_json

FIRST_YEAR, LAST_YEAR = 2000, 2100
DECREE_CLOSING_DAY = 14  # Nghị định 09/2019/NĐ-CP, Điều 12
_LAST_DAY = 31
_ONE_DAY = timedelta(days=1)
BETWEEN_DAYS = ".."
"""What stands between the days of a span that is due once."""
_ROMAN = ("", "I", "II", "III", "IV")

MONTHS_LONG: Mapping[Frequency, int] = {"month": 1, "quarter": 3, "six_months": 6, "nine_months": 9, "year": 12}
FREQUENCY_WORDS: Mapping[Frequency, str] = {
    "month": "tháng",
    "quarter": "quý",
    "six_months": "6 tháng",
    "nine_months": "9 tháng",
    "year": "năm",
    "once": "một lần",
}
SPAN_SAMPLES = "2026-10 (tháng), 2026-Q3 (quý), 2026-H1 (6 tháng), 2026-9M (9 tháng) hoặc 2026 (năm)"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A month, quarter, half, nine months or year; `index` counts it within its year from 1.

    A report that is due once has its own first and closing `days`; `year` is then that of the closing day.
    """

    year: int
    frequency: Frequency
    index: int = 1
    days: tuple[date, date] | None = None

    @property
    def key(self) -> str:
        """Return the stable name: 2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026, 2026-10-05..2026-11-20."""
        if self.days is not None:
            return BETWEEN_DAYS.join(day.isoformat() for day in self.days)
        match self.frequency:
            case "month":
                return f"{self.year}-{self.index:02d}"
            case "quarter":
                return f"{self.year}-Q{self.index}"
            case "six_months":
                return f"{self.year}-H{self.index}"
            case "nine_months":
                return f"{self.year}-9M"
            case _:
                return str(self.year)

    def words(self) -> str:
        """Return the span as running text says it: tháng 10 năm 2026, quý III năm 2026, từ ngày … đến ngày …."""
        if self.days is not None:
            return "từ ngày {} đến ngày {}".format(*map(day_text, self.days))
        return f"{self._name()} năm {self.year}" if self._name() else f"năm {self.year}"

    def short(self) -> str:
        """Return the short form: tháng 10/2026, quý III/2026, từ … đến …; longer spans keep their words."""
        if self.days is not None:
            return "từ {} đến {}".format(*map(day_text, self.days))
        short = self.frequency in ("month", "quarter")
        return f"{self._name()}/{self.year}" if short else self.words()

    def _name(self) -> str:
        """Return the span without its year; months 1 and 2 take a 0 as on official paper."""
        if self.frequency == "month":
            return f"tháng {self.index:02d}" if self.index <= 2 else f"tháng {self.index}"
        if self.frequency == "quarter":
            return f"quý {_ROMAN[self.index]}"
        if self.frequency == "six_months":
            return "6 tháng đầu" if self.index == 1 else "6 tháng cuối"
        return "9 tháng đầu" if self.frequency == "nine_months" else ""

    def months(self) -> tuple[int, int]:
        """Return the first and the last month of the span."""
        if self.days is not None:
            return self.days[0].month, self.days[1].month
        length = MONTHS_LONG[self.frequency]
        return (self.index - 1) * length + 1, self.index * length

    def previous(self) -> Span:
        """Return the span of the same frequency before this one, or as many days as this one has."""
        if self.days is not None:
            first, last = self.days
            return span_of_days(first - (last - first) - _ONE_DAY, first - _ONE_DAY)
        if self.index > 1:
            return Span(self.year, self.frequency, self.index - 1)
        return Span(self.year - 1, self.frequency, _count(self.frequency))

    def next(self) -> Span:
        """Return the span of the same frequency after this one, or as many days as this one has."""
        if self.days is not None:
            first, last = self.days
            return span_of_days(last + _ONE_DAY, last + (last - first) + _ONE_DAY)
        if self.index < _count(self.frequency):
            return Span(self.year, self.frequency, self.index + 1)
        return Span(self.year + 1, self.frequency)

    def year_before(self) -> Span:
        """Return the same span of the year before."""
        if self.days is not None:
            return span_of_days(*(day_of_month(day.year - 1, day.month, day.day) for day in self.days))
        return Span(self.year - 1, self.frequency, self.index)


def span_of_days(first: date, closing: date) -> Span:
    """Return the span of a report that is due once."""
    return Span(closing.year, "once", days=(first, closing))


def _count(frequency: Frequency) -> int:
    """Return how many spans of a frequency a year has (only one of nine months, none of a single report)."""
    return 12 // MONTHS_LONG[frequency] if frequency in MONTHS_LONG else 0


def spans_of_year(frequency: Frequency, year: int) -> tuple[Span, ...]:
    """Return the year's spans in order; a duty that is due once has none."""
    return tuple(Span(year, frequency, index) for index in range(1, _count(frequency) + 1))


_SPAN = re.compile(r"(20[0-9]{2}|2100)(?:-(?:(0?[1-9]|1[0-2])|Q([1-4])|H([12])|(9M)))?", re.IGNORECASE | re.ASCII)

_DAY = re.compile(r"(20[0-9]{2}|2100)-[0-9]{2}-[0-9]{2}", re.ASCII)


def _days(text: str) -> tuple[date, date] | None:
    """Return the days of a key like 2026-10-05..2026-11-20; None where it is no such key."""
    first, between, closing = text.partition(BETWEEN_DAYS)
    if not (between and _DAY.fullmatch(first) and _DAY.fullmatch(closing)):
        return None
    try:
        days = date.fromisoformat(first), date.fromisoformat(closing)
    except ValueError:
        return None
    return days if days[0] <= days[1] else None


def parse_span(text: str) -> Span:
    """Read a span's key; NotFound says how a span is written."""
    clean = one_line(text)
    if (days := _days(clean)) is not None:
        return span_of_days(*days)
    match = _SPAN.fullmatch(clean)
    if match is None:
        shown = clean if len(clean) <= 40 else clean[:39] + "…"
        raise NotFound(f"Không hiểu kỳ báo cáo “{shown}”. Hãy ghi kỳ như {SPAN_SAMPLES}.")
    year, month, quarter, half, nine = match.groups()
    frequency: Frequency = (
        "month" if month else "quarter" if quarter else "six_months" if half else "nine_months" if nine else "year"
    )
    return Span(int(year), frequency, int(month or quarter or half or 1))


def day_of_month(year: int, month: int, day: int) -> date:
    """Return that day of the month, or its last day where the month is shorter; month 0 and 13 reach over the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def closing_day(calendar: str) -> int:
    """Return the day of the month on which a calendar closes (31 for the calendar month)."""
    if calendar == "calendar":
        return _LAST_DAY
    if calendar == "decree":
        return DECREE_CLOSING_DAY
    own = re.fullmatch(r"own:([1-9]|[12][0-9]|3[01])", calendar, re.ASCII)
    if own is None:
        raise NotFound(
            f"Không có cách tính kỳ báo cáo “{calendar[:40]}”. Hãy chọn “calendar” (theo tháng dương lịch), “decree” "
            "(theo Nghị định 09/2019/NĐ-CP) hoặc “own:D” (chốt số liệu vào ngày D, từ 1 đến 31)."
        )
    return int(own[1])


_SINCE = re.compile(r"(20[0-9]{2}|2100):(.+)", re.ASCII)


def calendar_in(calendar: str, year: int) -> str:
    """Return the calendar that holds in a year: “calendar 2027:decree” counts by the decree from 2027 on."""
    held, *later = calendar.split(" ")
    for since in map(_SINCE.fullmatch, later):
        if since is None:
            return calendar  # closing_day says that there is none such
        held = since[2] if int(since[1]) <= year else held
    return held


def check_calendar(calendar: str) -> None:
    """Raise NotFound for a calendar that there is not, or that has none such from a year on."""
    first, *later = calendar.split(" ")
    closing_day(first)
    for since in map(_SINCE.fullmatch, later):
        closing_day(since[2] if since else calendar)


def calendar_from(calendar: str, year: int, chosen: str) -> str:
    """Return a calendar that is another one from a year on; the years before are counted as they were."""
    first, *later = calendar.split(" ")
    kept = [part for part in later if (since := _SINCE.fullmatch(part)) is not None and int(since[1]) < year]
    return " ".join([first, *kept, f"{year}:{chosen}"])


def bounds(span: Span, calendar: str) -> tuple[date, date]:
    """Return the span's first and closing day: it starts the day after the span before it closed."""
    if span.days is not None:
        return span.days
    first, last = span.months()
    before = closing_day(calendar_in(calendar, span.year if first > 1 else span.year - 1))
    closing = day_of_month(span.year, last, closing_day(calendar_in(calendar, span.year)))
    return day_of_month(span.year, first - 1, before) + _ONE_DAY, closing


def year_start(span: Span, calendar: str) -> date:
    """Return the first day of the reporting year that the span lies in; running totals start there."""
    return bounds(Span(span.year, "year"), calendar)[0]


@dataclass(frozen=True, slots=True)
class Holidays:
    """The public holidays, and the days off that are worked instead; Saturdays and Sundays are days off anyway."""

    names: Mapping[date, str]
    worked: frozenset[date] = frozenset()

    def with_swaps(self, swaps: Iterable[DaySwap]) -> Holidays:
        """Return the days after the yearly notices (hoán đổi ngày nghỉ); of two for one day the later one holds."""
        last = {swap.day: swap for swap in swaps}
        off = {swap.day: swap.name for swap in last.values() if not swap.working}
        worked = {swap.day for swap in last.values() if swap.working}
        names = {day: name for day, name in self.names.items() if day not in worked} | off
        return Holidays(names, frozenset(self.worked - set(off) | worked))

    def is_working_day(self, day: date) -> bool:
        """Tell whether offices are open on that day."""
        return day in self.worked or (day.weekday() < 5 and day not in self.names)

    def working_day_up_to(self, day: date) -> date:
        """Return the day itself when offices are open, else the last working day before it."""
        while not self.is_working_day(day):
            day -= _ONE_DAY
        return day

    def previous_working_day(self, day: date) -> date:
        """Return the last working day before that day."""
        return self.working_day_up_to(day - _ONE_DAY)

    def working_days_between(self, after: date, up_to: date) -> int:
        """Count the working days later than `after`, up to and including `up_to`."""
        days: Iterable[date] = (after + timedelta(days=step) for step in range(1, (up_to - after).days + 1))
        return sum(self.is_working_day(day) for day in days)


@lru_cache(maxsize=1)
def holidays() -> Holidays:
    """Return the public holidays that ship with the app."""
    days: Mapping[str, str] = read_json("holidays.json")["days"]
    return Holidays({date.fromisoformat(day): name for day, name in days.items()})
