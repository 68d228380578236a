"""Check the periods of the five plans for 2025 to 2027 against a table that was reviewed line by line."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from importers.plan_files import built_in_plans, load_plan
from models.calendars import holidays
from models.duties import ReportingPeriod, periods_of_year
from tests.models.test_duties import LINES as THUAN_CHAU

YEARS = (2025, 2026, 2027)

# Plan, period, first day, closing, last day to send, send by; "-" where the plan prints no day to send (forms.md §3).
# Months go by the calendar, everything else by the decree. Xốp's units are due before 15/12, which closes one working
# day before: 14/12/2025 is a Sunday (sent on Friday 12/12, closed on 11/12), 14/12/2026 a Monday (closed on Friday
# 11/12), 14/12/2027 a Tuesday (closed on Monday 13/12). Phong Thổ's 14th is sent on the Friday before a weekend.
# Phong Thổ's plan is of 2026 alone: the months around it are what the calendar makes of its duty.
REVIEWED = """
    xop       bao-cao-nam-don-vi/2025  13/12/2024 11/12/2025 14/12/2025 12/12/2025
    xop       bao-cao-nam-don-vi/2026  12/12/2025 11/12/2026 14/12/2026 14/12/2026
    xop       bao-cao-nam-don-vi/2027  12/12/2026 13/12/2027 14/12/2027 14/12/2027
    xop       bao-cao-nam/2025         13/12/2024 11/12/2025 -          -
    xop       bao-cao-nam/2026         12/12/2025 11/12/2026 -          -
    xop       bao-cao-nam/2027         12/12/2026 13/12/2027 -          -
    quang-son bao-cao-nam-don-vi/2025  15/12/2024 14/12/2025 -          -
    quang-son bao-cao-nam-don-vi/2026  15/12/2025 14/12/2026 -          -
    quang-son bao-cao-nam-don-vi/2027  15/12/2026 14/12/2027 -          -
    quang-son bao-cao-so-ket/2025-H1   15/12/2024 14/06/2025 -          -
    quang-son bao-cao-so-ket/2025-H2   15/06/2025 14/12/2025 -          -
    quang-son bao-cao-so-ket/2026-H1   15/12/2025 14/06/2026 -          -
    quang-son bao-cao-so-ket/2026-H2   15/06/2026 14/12/2026 -          -
    quang-son bao-cao-so-ket/2027-H1   15/12/2026 14/06/2027 -          -
    quang-son bao-cao-so-ket/2027-H2   15/06/2027 14/12/2027 -          -
    quang-son bao-cao-tong-ket/2025    15/12/2024 14/12/2025 -          -
    quang-son bao-cao-tong-ket/2026    15/12/2025 14/12/2026 -          -
    quang-son bao-cao-tong-ket/2027    15/12/2026 14/12/2027 -          -
    phu-thai  bao-cao-quy/2025-Q1      15/12/2024 14/03/2025 -          -
    phu-thai  bao-cao-quy/2025-Q2      15/03/2025 14/06/2025 -          -
    phu-thai  bao-cao-quy/2025-Q3      15/06/2025 14/09/2025 -          -
    phu-thai  bao-cao-quy/2025-Q4      15/09/2025 14/12/2025 -          -
    phu-thai  bao-cao-quy/2026-Q1      15/12/2025 14/03/2026 -          -
    phu-thai  bao-cao-quy/2026-Q2      15/03/2026 14/06/2026 -          -
    phu-thai  bao-cao-quy/2026-Q3      15/06/2026 14/09/2026 -          -
    phu-thai  bao-cao-quy/2026-Q4      15/09/2026 14/12/2026 -          -
    phu-thai  bao-cao-quy/2027-Q1      15/12/2026 14/03/2027 -          -
    phu-thai  bao-cao-quy/2027-Q2      15/03/2027 14/06/2027 -          -
    phu-thai  bao-cao-quy/2027-Q3      15/06/2027 14/09/2027 -          -
    phu-thai  bao-cao-quy/2027-Q4      15/09/2027 14/12/2027 -          -
    phu-thai  bao-cao-6-thang/2025-H1  15/12/2024 14/06/2025 -          -
    phu-thai  bao-cao-6-thang/2025-H2  15/06/2025 14/12/2025 -          -
    phu-thai  bao-cao-6-thang/2026-H1  15/12/2025 14/06/2026 -          -
    phu-thai  bao-cao-6-thang/2026-H2  15/06/2026 14/12/2026 -          -
    phu-thai  bao-cao-6-thang/2027-H1  15/12/2026 14/06/2027 -          -
    phu-thai  bao-cao-6-thang/2027-H2  15/06/2027 14/12/2027 -          -
    phu-thai  bao-cao-9-thang/2025-9M  15/12/2024 14/09/2025 -          -
    phu-thai  bao-cao-9-thang/2026-9M  15/12/2025 14/09/2026 -          -
    phu-thai  bao-cao-9-thang/2027-9M  15/12/2026 14/09/2027 -          -
    phu-thai  bao-cao-nam/2025         15/12/2024 14/12/2025 -          -
    phu-thai  bao-cao-nam/2026         15/12/2025 14/12/2026 -          -
    phu-thai  bao-cao-nam/2027         15/12/2026 14/12/2027 -          -
    phu-thai  kiem-tra/2025-H1         15/12/2024 14/06/2025 -          -
    phu-thai  kiem-tra/2025-H2         15/06/2025 14/12/2025 -          -
    phu-thai  kiem-tra/2026-H1         15/12/2025 14/06/2026 -          -
    phu-thai  kiem-tra/2026-H2         15/06/2026 14/12/2026 -          -
    phu-thai  kiem-tra/2027-H1         15/12/2026 14/06/2027 -          -
    phu-thai  kiem-tra/2027-H2         15/06/2027 14/12/2027 -          -
    phong-tho bao-cao-thang/2025-01    01/01/2025 31/01/2025 14/02/2025 14/02/2025
    phong-tho bao-cao-thang/2025-02    01/02/2025 28/02/2025 14/03/2025 14/03/2025
    phong-tho bao-cao-thang/2025-03    01/03/2025 31/03/2025 14/04/2025 14/04/2025
    phong-tho bao-cao-thang/2025-04    01/04/2025 30/04/2025 14/05/2025 14/05/2025
    phong-tho bao-cao-thang/2025-05    01/05/2025 31/05/2025 14/06/2025 13/06/2025
    phong-tho bao-cao-thang/2025-06    01/06/2025 30/06/2025 14/07/2025 14/07/2025
    phong-tho bao-cao-thang/2025-07    01/07/2025 31/07/2025 14/08/2025 14/08/2025
    phong-tho bao-cao-thang/2025-08    01/08/2025 31/08/2025 14/09/2025 12/09/2025
    phong-tho bao-cao-thang/2025-09    01/09/2025 30/09/2025 14/10/2025 14/10/2025
    phong-tho bao-cao-thang/2025-10    01/10/2025 31/10/2025 14/11/2025 14/11/2025
    phong-tho bao-cao-thang/2025-11    01/11/2025 30/11/2025 14/12/2025 12/12/2025
    phong-tho bao-cao-thang/2025-12    01/12/2025 31/12/2025 14/01/2026 14/01/2026
    phong-tho bao-cao-thang/2026-01    01/01/2026 31/01/2026 14/02/2026 13/02/2026
    phong-tho bao-cao-thang/2026-02    01/02/2026 28/02/2026 14/03/2026 13/03/2026
    phong-tho bao-cao-thang/2026-03    01/03/2026 31/03/2026 14/04/2026 14/04/2026
    phong-tho bao-cao-thang/2026-04    01/04/2026 30/04/2026 14/05/2026 14/05/2026
    phong-tho bao-cao-thang/2026-05    01/05/2026 31/05/2026 14/06/2026 12/06/2026
    phong-tho bao-cao-thang/2026-06    01/06/2026 30/06/2026 14/07/2026 14/07/2026
    phong-tho bao-cao-thang/2026-07    01/07/2026 31/07/2026 14/08/2026 14/08/2026
    phong-tho bao-cao-thang/2026-08    01/08/2026 31/08/2026 14/09/2026 14/09/2026
    phong-tho bao-cao-thang/2026-09    01/09/2026 30/09/2026 14/10/2026 14/10/2026
    phong-tho bao-cao-thang/2026-10    01/10/2026 31/10/2026 14/11/2026 13/11/2026
    phong-tho bao-cao-thang/2026-11    01/11/2026 30/11/2026 14/12/2026 14/12/2026
    phong-tho bao-cao-thang/2026-12    01/12/2026 31/12/2026 14/01/2027 14/01/2027
    phong-tho bao-cao-thang/2027-01    01/01/2027 31/01/2027 14/02/2027 12/02/2027
    phong-tho bao-cao-thang/2027-02    01/02/2027 28/02/2027 14/03/2027 12/03/2027
    phong-tho bao-cao-thang/2027-03    01/03/2027 31/03/2027 14/04/2027 14/04/2027
    phong-tho bao-cao-thang/2027-04    01/04/2027 30/04/2027 14/05/2027 14/05/2027
    phong-tho bao-cao-thang/2027-05    01/05/2027 31/05/2027 14/06/2027 14/06/2027
    phong-tho bao-cao-thang/2027-06    01/06/2027 30/06/2027 14/07/2027 14/07/2027
    phong-tho bao-cao-thang/2027-07    01/07/2027 31/07/2027 14/08/2027 13/08/2027
    phong-tho bao-cao-thang/2027-08    01/08/2027 31/08/2027 14/09/2027 14/09/2027
    phong-tho bao-cao-thang/2027-09    01/09/2027 30/09/2027 14/10/2027 14/10/2027
    phong-tho bao-cao-thang/2027-10    01/10/2027 31/10/2027 14/11/2027 12/11/2027
    phong-tho bao-cao-thang/2027-11    01/11/2027 30/11/2027 14/12/2027 14/12/2027
    phong-tho bao-cao-thang/2027-12    01/12/2027 31/12/2027 14/01/2028 14/01/2028
"""
LINES = [("thuan-chau", *line) for line in THUAN_CHAU] + [tuple(line.split()) for line in REVIEWED.split("\n") if line]


def found() -> Iterator[tuple[str, ReportingPeriod]]:
    """Yield every period of the five plans in these years, in the calendars that the plans start with."""
    for name in built_in_plans():
        for year in YEARS:
            yield from ((name, one) for one in periods_of_year(load_plan(name).duties, year, {}, holidays()))


PERIODS = {(name, period.key): period for name, period in found()}


def day(printed: str) -> date | None:
    return None if printed == "-" else datetime.strptime(printed, "%d/%m/%Y").date()


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line[0]} {line[1]}")
def test_reviewed_period(line: tuple[str, ...]) -> None:
    period = PERIODS[line[0], line[1]]
    assert [period.start, period.closing, period.due, period.send_by] == [day(printed) for printed in line[2:]]


def test_the_table_holds_every_period_once() -> None:
    assert sorted((line[0], line[1]) for line in LINES) == sorted(PERIODS)


def test_a_period_begins_the_day_after_the_one_before_of_its_duty() -> None:
    by_duty: dict[tuple[str, str], list[ReportingPeriod]] = {}
    for (name, _), period in PERIODS.items():
        by_duty.setdefault((name, period.duty.id), []).append(period)
    for own in by_duty.values():
        own.sort(key=lambda period: period.start)
        for earlier, later in pairwise(own):
            follows = later.start - earlier.closing == timedelta(days=1)
            assert follows or later.span.frequency == "nine_months"


def test_whoever_must_send_has_a_working_day_after_closing() -> None:
    for period in PERIODS.values():
        if period.due is not None and period.send_by is not None:
            assert holidays().is_working_day(period.send_by)
            assert period.closing < period.send_by <= period.due


def test_plans_without_a_printed_day_count_no_days() -> None:
    silent = {name for (name, _), period in PERIODS.items() if period.due is None and period.send_by is None}
    assert silent == {"phu-thai", "quang-son", "xop"}
    assert all(PERIODS[name, key].due is None for name, key in PERIODS if name in ("phu-thai", "quang-son"))
    assert PERIODS["xop", "bao-cao-nam/2026"].due is None
