"""Check spans, the three calendars and working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.calendars import (
    Holidays,
    Span,
    bounds,
    calendar_from,
    check_calendar,
    day_of_month,
    holidays,
    parse_span,
    spans_of_year,
    year_start,
)
from models.errors import NotFound
from models.facts import DaySwap
from models.plans import Frequency

FREQUENCIES: tuple[Frequency, ...] = ("month", "quarter", "six_months", "nine_months", "year")
CALENDARS = ("calendar", "decree", "own:20", "own:31", "calendar 2027:decree 2030:own:25")
SPANS = [span for frequency in FREQUENCIES for span in spans_of_year(frequency, 2026)]

some_spans = st.builds(
    lambda frequency, year, at: spans_of_year(frequency, year)[at % len(spans_of_year(frequency, year))],
    st.sampled_from(FREQUENCIES),
    st.integers(2001, 2099),
    st.integers(0, 11),
)


@pytest.mark.parametrize(
    ("key", "words", "short"),
    [
        ("2026-10", "tháng 10 năm 2026", "tháng 10/2026"),
        ("2026-09", "tháng 9 năm 2026", "tháng 9/2026"),
        ("2026-01", "tháng 01 năm 2026", "tháng 01/2026"),
        ("2026-Q3", "quý III năm 2026", "quý III/2026"),
        ("2026-H1", "6 tháng đầu năm 2026", "6 tháng đầu năm 2026"),
        ("2026-H2", "6 tháng cuối năm 2026", "6 tháng cuối năm 2026"),
        ("2026-9M", "9 tháng đầu năm 2026", "9 tháng đầu năm 2026"),
        ("2026", "năm 2026", "năm 2026"),
    ],
)
def test_span_reads_in_vietnamese(key: str, words: str, short: str) -> None:
    span = parse_span(key)
    assert (span.key, span.words(), span.short()) == (key, words, short)


def test_section_four_is_named_after_the_next_month() -> None:
    assert parse_span("2026-10").next().words().upper() == "THÁNG 11 NĂM 2026"
    assert parse_span("2026-12").next().words().upper() == "THÁNG 01 NĂM 2027"


@pytest.mark.parametrize(
    ("key", "before", "after", "last_year"),
    [
        ("2026-01", "2025-12", "2026-02", "2025-01"),
        ("2026-Q4", "2026-Q3", "2027-Q1", "2025-Q4"),
        ("2026-H1", "2025-H2", "2026-H2", "2025-H1"),
        ("2026-9M", "2025-9M", "2027-9M", "2025-9M"),
        ("2026", "2025", "2027", "2025"),
    ],
)
def test_neighbours_keep_the_frequency(key: str, before: str, after: str, last_year: str) -> None:
    span = parse_span(key)
    assert (span.previous().key, span.next().key, span.year_before().key) == (before, after, last_year)


@given(some_spans)
def test_key_leads_back_to_the_span(span: Span) -> None:
    assert parse_span(f" {span.key.lower()} ") == span
    assert span.next().previous() == span


@pytest.mark.parametrize(
    "text", ["", "2026-13", "2026-00", "2026-Q5", "2026-H3", "26-10", "tháng 10", "2026-10-01", "٢٠٢٦"]
)
def test_unknown_span_is_refused_with_samples(text: str) -> None:
    with pytest.raises(NotFound) as caught:
        parse_span(text)
    assert f"“{text}”" in caught.value.sentence
    assert "2026-Q3" in caught.value.sentence


@pytest.mark.parametrize(
    ("key", "start", "closing"),
    [
        ("2026-01", date(2025, 12, 15), date(2026, 1, 14)),
        ("2026-10", date(2026, 9, 15), date(2026, 10, 14)),
        ("2026-Q1", date(2025, 12, 15), date(2026, 3, 14)),
        ("2026-Q3", date(2026, 6, 15), date(2026, 9, 14)),
        ("2026-H1", date(2025, 12, 15), date(2026, 6, 14)),
        ("2026-H2", date(2026, 6, 15), date(2026, 12, 14)),
        ("2026-9M", date(2025, 12, 15), date(2026, 9, 14)),
        ("2026", date(2025, 12, 15), date(2026, 12, 14)),
    ],
)
def test_decree_calendar(key: str, start: date, closing: date) -> None:
    assert bounds(parse_span(key), "decree") == (start, closing)


@pytest.mark.parametrize(
    ("key", "start", "closing"),
    [
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-9M", date(2026, 1, 1), date(2026, 9, 30)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_calendar_months(key: str, start: date, closing: date) -> None:
    assert bounds(parse_span(key), "calendar") == (start, closing)


def test_own_days_close_on_that_day_or_the_month_s_last() -> None:
    assert bounds(parse_span("2026-10"), "own:20") == (date(2026, 9, 21), date(2026, 10, 20))
    assert bounds(parse_span("2026"), "own:25") == (date(2025, 12, 26), date(2026, 12, 25))
    assert bounds(parse_span("2026-02"), "own:30") == (date(2026, 1, 31), date(2026, 2, 28))
    assert bounds(parse_span("2026-03"), "own:30") == (date(2026, 3, 1), date(2026, 3, 30))


@pytest.mark.parametrize("calendar", CALENDARS)
@pytest.mark.parametrize("frequency", [name for name in FREQUENCIES if name != "nine_months"])
def test_spans_leave_no_day_out(frequency: Frequency, calendar: str) -> None:
    for span in spans_of_year(frequency, 2028):
        assert bounds(span.previous(), calendar)[1] + timedelta(days=1) == bounds(span, calendar)[0]


@pytest.mark.parametrize("calendar", ["", "own:0", "own:32", "own:", "lunar"])
def test_unknown_calendar_is_refused(calendar: str) -> None:
    with pytest.raises(NotFound, match="Nghị định 09/2019"):
        bounds(parse_span("2026-10"), calendar)


def test_running_totals_start_with_the_reporting_year() -> None:
    assert {year_start(span, "decree") for span in SPANS} == {date(2025, 12, 15)}
    assert {year_start(span, "calendar") for span in SPANS} == {date(2026, 1, 1)}


def test_duty_due_once_has_no_spans() -> None:
    assert spans_of_year("once", 2026) == ()


def test_day_of_month_reaches_over_the_year() -> None:
    assert day_of_month(2026, 13, 31) == date(2027, 1, 31)
    assert day_of_month(2026, 0, 14) == date(2025, 12, 14)


def test_weekends_and_holidays_are_days_off() -> None:
    table = holidays()
    assert not table.is_working_day(date(2026, 10, 31))
    assert not table.is_working_day(date(2026, 2, 17))
    assert not table.is_working_day(date(2026, 4, 27))
    assert table.is_working_day(date(2026, 10, 30))


def test_working_day_before_a_day() -> None:
    table = holidays()
    assert table.working_day_up_to(date(2026, 11, 14)) == date(2026, 11, 13)
    assert table.working_day_up_to(date(2026, 11, 13)) == date(2026, 11, 13)
    assert table.previous_working_day(date(2026, 11, 13)) == date(2026, 11, 12)


def test_working_days_are_counted_after_the_first_day() -> None:
    table = Holidays({date(2026, 1, 1): "Tết Dương lịch"})
    assert table.working_days_between(date(2025, 12, 31), date(2026, 1, 4)) == 1
    assert table.working_days_between(date(2026, 1, 2), date(2026, 1, 4)) == 0
    assert table.working_days_between(date(2026, 1, 5), date(2026, 1, 5)) == 0
    assert table.working_days_between(date(2026, 1, 9), date(2026, 1, 5)) == 0


def test_swapped_days_are_worked_and_off() -> None:
    saturday, monday, holiday = date(2026, 8, 22), date(2026, 8, 31), date(2026, 1, 1)
    own = Holidays({holiday: "Tết Dương lịch"}, frozenset({date(2026, 8, 29)}))
    swapped = own.with_swaps(
        [
            DaySwap(saturday, True, "Làm bù"),
            DaySwap(monday, False, "Nghỉ hoán đổi"),
            DaySwap(date(2026, 8, 29), False, "Không làm bù nữa"),
            DaySwap(holiday, False, "nghỉ"),
            DaySwap(holiday, True, "trực"),
        ]
    )
    assert [swapped.is_working_day(day) for day in (saturday, monday, holiday)] == [True, False, True]
    assert not swapped.is_working_day(date(2026, 8, 29))
    assert own.is_working_day(date(2026, 8, 29))
    assert swapped.names == {monday: "Nghỉ hoán đổi"} | {date(2026, 8, 29): "Không làm bù nữa"}
    assert own.with_swaps([]) == own


@pytest.mark.parametrize(
    ("key", "start", "closing"),
    [
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2027-01", date(2027, 1, 1), date(2027, 1, 14)),
        ("2027-02", date(2027, 1, 15), date(2027, 2, 14)),
        ("2027", date(2027, 1, 1), date(2027, 12, 14)),
        ("2028-Q1", date(2027, 12, 15), date(2028, 3, 25)),
        ("2028-Q2", date(2028, 3, 26), date(2028, 6, 25)),
    ],
)
def test_a_calendar_may_be_another_one_from_a_year_on(key: str, start: date, closing: date) -> None:
    calendar = calendar_from(calendar_from("calendar", 2027, "decree"), 2028, "own:25")
    assert calendar == "calendar 2027:decree 2028:own:25"
    assert bounds(parse_span(key), calendar) == (start, closing)


def test_a_later_choice_replaces_those_of_its_year_and_after() -> None:
    assert calendar_from("decree 2027:calendar 2029:own:5", 2028, "own:25") == "decree 2027:calendar 2028:own:25"
    assert calendar_from("decree 2027:calendar", 2027, "own:25") == "decree 2027:own:25"


@pytest.mark.parametrize("calendar", ["", "decree calendar", "calendar 2027:tuần", "calendar 27:decree", "own:25 x"])
def test_a_calendar_that_there_is_not_is_refused(calendar: str) -> None:
    with pytest.raises(NotFound, match="Không có cách tính kỳ báo cáo"):
        check_calendar(calendar)
    with pytest.raises(NotFound, match="Không có cách tính kỳ báo cáo"):
        bounds(parse_span("2027-02"), calendar)
    check_calendar("own:25 2027:decree")


DAYS = "2026-10-05..2026-11-20"


def test_days_of_their_own_are_a_span() -> None:
    span = parse_span(f" {DAYS} ")
    assert (span.key, span.year, span.frequency, span.months()) == (DAYS, 2026, "once", (10, 11))
    assert span.words() == "từ ngày 05/10/2026 đến ngày 20/11/2026"
    assert span.short() == "từ 05/10/2026 đến 20/11/2026"
    assert bounds(span, "decree") == bounds(span, "own:25") == (date(2026, 10, 5), date(2026, 11, 20))
    assert year_start(span, "decree") == date(2025, 12, 15)


def test_days_have_as_many_days_before_and_after_them() -> None:
    span = parse_span(DAYS)
    assert span.previous().key == "2026-08-19..2026-10-04"
    assert span.next().key == "2026-11-21..2027-01-06"
    assert span.previous().next() == span
    assert parse_span("2024-02-29..2024-03-01").year_before().key == "2023-02-28..2023-03-01"


@pytest.mark.parametrize(
    "text",
    ["2026-10-05..", "2026-11-20..2026-10-05", "2026-02-30..2026-03-01", "2026-10..2026-11", "1999-01-01..2026-01-01"],
)
def test_days_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(NotFound, match="Không hiểu kỳ báo cáo"):
        parse_span(text)
