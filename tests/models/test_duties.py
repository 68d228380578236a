"""Check reporting periods: when they close, when they are due, how they are found."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

import resources
from models.calendars import Holidays, holidays, parse_span
from models.duties import (
    ReportingPeriod,
    days_reported,
    find_period,
    first_day_of_year,
    period_after,
    period_before,
    periods_of_year,
    reporting_period,
)
from models.errors import AmbiguousRequest, NotFound
from models.plan_format import plan_from_dict
from models.plans import DueRule, Duty, Frequency

THUAN_CHAU = plan_from_dict(resources.read_json("plans/thuan-chau.json"))

# Period, first day, closing, last day to send, send by: month by the calendar, the others by the decree.
# Month 4/2025: 1 to 4 May are all days off, so the first day that leaves a working day is 4 June.
REVIEWED = """
    bao-cao-thang/2025-01     01/01/2025 31/01/2025 04/02/2025 04/02/2025
    bao-cao-thang/2025-02     01/02/2025 28/02/2025 04/03/2025 04/03/2025
    bao-cao-thang/2025-03     01/03/2025 31/03/2025 04/04/2025 04/04/2025
    bao-cao-thang/2025-04     01/04/2025 30/04/2025 04/06/2025 04/06/2025
    bao-cao-thang/2025-05     01/05/2025 31/05/2025 04/06/2025 04/06/2025
    bao-cao-thang/2025-06     01/06/2025 30/06/2025 04/07/2025 04/07/2025
    bao-cao-thang/2025-07     01/07/2025 31/07/2025 04/08/2025 04/08/2025
    bao-cao-thang/2025-08     01/08/2025 31/08/2025 04/09/2025 04/09/2025
    bao-cao-thang/2025-09     01/09/2025 30/09/2025 04/10/2025 03/10/2025
    bao-cao-thang/2025-10     01/10/2025 31/10/2025 04/11/2025 04/11/2025
    bao-cao-thang/2025-11     01/11/2025 30/11/2025 04/12/2025 04/12/2025
    bao-cao-thang/2025-12     01/12/2025 31/12/2025 04/01/2026 02/01/2026
    bao-cao-thang/2026-01     01/01/2026 31/01/2026 04/02/2026 04/02/2026
    bao-cao-thang/2026-02     01/02/2026 28/02/2026 04/03/2026 04/03/2026
    bao-cao-thang/2026-03     01/03/2026 31/03/2026 04/04/2026 03/04/2026
    bao-cao-thang/2026-04     01/04/2026 30/04/2026 04/05/2026 04/05/2026
    bao-cao-thang/2026-05     01/05/2026 31/05/2026 04/06/2026 04/06/2026
    bao-cao-thang/2026-06     01/06/2026 30/06/2026 04/07/2026 03/07/2026
    bao-cao-thang/2026-07     01/07/2026 31/07/2026 04/08/2026 04/08/2026
    bao-cao-thang/2026-08     01/08/2026 31/08/2026 04/09/2026 04/09/2026
    bao-cao-thang/2026-09     01/09/2026 30/09/2026 04/10/2026 02/10/2026
    bao-cao-thang/2026-10     01/10/2026 31/10/2026 04/11/2026 04/11/2026
    bao-cao-thang/2026-11     01/11/2026 30/11/2026 04/12/2026 04/12/2026
    bao-cao-thang/2026-12     01/12/2026 31/12/2026 04/01/2027 04/01/2027
    bao-cao-thang/2027-01     01/01/2027 31/01/2027 04/02/2027 03/02/2027
    bao-cao-thang/2027-02     01/02/2027 28/02/2027 04/03/2027 04/03/2027
    bao-cao-thang/2027-03     01/03/2027 31/03/2027 04/04/2027 02/04/2027
    bao-cao-thang/2027-04     01/04/2027 30/04/2027 04/05/2027 04/05/2027
    bao-cao-thang/2027-05     01/05/2027 31/05/2027 04/06/2027 04/06/2027
    bao-cao-thang/2027-06     01/06/2027 30/06/2027 04/07/2027 02/07/2027
    bao-cao-thang/2027-07     01/07/2027 31/07/2027 04/08/2027 04/08/2027
    bao-cao-thang/2027-08     01/08/2027 31/08/2027 04/09/2027 01/09/2027
    bao-cao-thang/2027-09     01/09/2027 30/09/2027 04/10/2027 04/10/2027
    bao-cao-thang/2027-10     01/10/2027 31/10/2027 04/11/2027 04/11/2027
    bao-cao-thang/2027-11     01/11/2027 30/11/2027 04/12/2027 03/12/2027
    bao-cao-thang/2027-12     01/12/2027 31/12/2027 04/01/2028 04/01/2028
    bao-cao-quy/2025-Q1       15/12/2024 14/03/2025 04/04/2025 04/04/2025
    bao-cao-quy/2025-Q2       15/03/2025 14/06/2025 04/07/2025 04/07/2025
    bao-cao-quy/2025-Q3       15/06/2025 14/09/2025 04/10/2025 03/10/2025
    bao-cao-quy/2025-Q4       15/09/2025 14/12/2025 04/01/2026 02/01/2026
    bao-cao-quy/2026-Q1       15/12/2025 14/03/2026 04/04/2026 03/04/2026
    bao-cao-quy/2026-Q2       15/03/2026 14/06/2026 04/07/2026 03/07/2026
    bao-cao-quy/2026-Q3       15/06/2026 14/09/2026 04/10/2026 02/10/2026
    bao-cao-quy/2026-Q4       15/09/2026 14/12/2026 04/01/2027 04/01/2027
    bao-cao-quy/2027-Q1       15/12/2026 14/03/2027 04/04/2027 02/04/2027
    bao-cao-quy/2027-Q2       15/03/2027 14/06/2027 04/07/2027 02/07/2027
    bao-cao-quy/2027-Q3       15/06/2027 14/09/2027 04/10/2027 04/10/2027
    bao-cao-quy/2027-Q4       15/09/2027 14/12/2027 04/01/2028 04/01/2028
    bao-cao-6-thang/2025-H1   15/12/2024 14/06/2025 04/07/2025 04/07/2025
    bao-cao-6-thang/2025-H2   15/06/2025 14/12/2025 04/01/2026 02/01/2026
    bao-cao-6-thang/2026-H1   15/12/2025 14/06/2026 04/07/2026 03/07/2026
    bao-cao-6-thang/2026-H2   15/06/2026 14/12/2026 04/01/2027 04/01/2027
    bao-cao-6-thang/2027-H1   15/12/2026 14/06/2027 04/07/2027 02/07/2027
    bao-cao-6-thang/2027-H2   15/06/2027 14/12/2027 04/01/2028 04/01/2028
    bao-cao-nam/2025          15/12/2024 14/12/2025 04/01/2026 02/01/2026
    bao-cao-nam/2026          15/12/2025 14/12/2026 04/01/2027 04/01/2027
    bao-cao-nam/2027          15/12/2026 14/12/2027 04/01/2028 04/01/2028
"""
LINES = [line.split() for line in REVIEWED.strip().splitlines()]


def duty(frequency: Frequency, due: DueRule | None, calendar: str = "decree", name: str = "bao-cao") -> Duty:
    return Duty(name, "Báo cáo", "outgoing", frequency, calendar, due, (), "", "", "")


def period(key: str, due: DueRule | None, calendar: str, table: Holidays | None = None) -> ReportingPeriod:
    span = parse_span(key)
    return reporting_period(duty(span.frequency, due), span, calendar, table or holidays())


def find(text: str, duty_id: str | None = None) -> ReportingPeriod:
    return find_period(THUAN_CHAU, text, duty_id, {}, holidays())


@pytest.mark.parametrize(("key", "start", "closing", "due", "send_by"), LINES, ids=[line[0] for line in LINES])
def test_reviewed_periods_of_thuan_chau(key: str, start: str, closing: str, due: str, send_by: str) -> None:
    found = find(key)
    expected = [datetime.strptime(text, "%d/%m/%Y").date() for text in (start, closing, due, send_by)]
    assert [found.start, found.closing, found.due, found.send_by] == expected


def test_reviewed_table_holds_every_period_of_a_year() -> None:
    keys = {found.key for found in periods_of_year(THUAN_CHAU.duties, 2026, {}, holidays())}
    assert keys == {line[0] for line in LINES if "/2026" in line[0]}


def test_phong_tho_is_due_on_a_saturday_and_sent_the_day_before() -> None:
    found = period("2026-10", DueRule(15), "calendar")
    assert (found.closing, found.due, found.send_by) == (date(2026, 10, 31), date(2026, 11, 14), date(2026, 11, 13))


def test_due_day_that_leaves_no_working_day_is_skipped() -> None:
    found = period("2026-10", DueRule(15), "decree")
    assert (found.closing, found.due) == (date(2026, 10, 14), date(2026, 11, 14))


def test_xop_closes_one_working_day_before_its_date() -> None:
    found = period("2026", DueRule(15, 12), "decree")
    assert (found.start, found.closing) == (date(2025, 12, 12), date(2026, 12, 11))
    assert (found.due, found.send_by) == (date(2026, 12, 14), date(2026, 12, 14))


def test_xop_by_the_calendar_year_closes_before_its_date_too() -> None:
    found = period("2026", DueRule(15, 12), "calendar")
    assert (found.start, found.closing, found.due) == (date(2025, 12, 12), date(2026, 12, 11), date(2026, 12, 14))


UNITS = replace(duty("year", DueRule(15, 12), name="don-vi"), direction="incoming")


def years(*duties: Duty, **calendars: str) -> dict[str, ReportingPeriod]:
    return {one.duty.id: one for one in periods_of_year(duties, 2026, calendars, holidays())}


def test_a_report_without_a_printed_day_closes_with_the_units_whose_figures_it_holds() -> None:
    found = years(duty("year", None, name="nam"), UNITS)
    assert (found["nam"].start, found["nam"].closing) == (date(2025, 12, 12), date(2026, 12, 11))
    assert (found["nam"].due, found["nam"].send_by) == (None, None)
    assert period_before(found["nam"]).closing == date(2025, 12, 11)
    assert period_after(found["nam"]).start == date(2026, 12, 12)


@pytest.mark.parametrize(
    "units",
    [
        replace(UNITS, due=None),
        replace(UNITS, due=DueRule(15, 1)),
        replace(UNITS, calendar="calendar"),
        replace(UNITS, frequency="six_months", due=None),
        replace(UNITS, direction="inspection"),
    ],
)
def test_units_that_close_by_the_calendar_or_count_otherwise_leave_the_report_alone(units: Duty) -> None:
    found = years(duty("year", None, name="nam"), units)["nam"]
    assert (found.start, found.closing) == (date(2025, 12, 15), date(2026, 12, 14))


def test_a_report_with_its_own_day_does_not_follow_the_units() -> None:
    found = years(duty("year", DueRule(20, 12), name="nam"), UNITS)["nam"]
    assert (found.closing, found.due) == (date(2026, 12, 14), date(2026, 12, 19))


def test_the_office_s_choice_of_calendar_unties_the_report_from_the_units() -> None:
    plan = plan_from_dict(resources.read_json("plans/xop.json"))
    chosen = {"bao-cao-nam": "calendar"}
    assert find_period(plan, "2026", "bao-cao-nam", {}, holidays()).closing == date(2026, 12, 11)
    assert find_period(plan, "2026", "bao-cao-nam", chosen, holidays()).closing == date(2026, 12, 31)


def test_units_that_change_their_calendar_later_are_followed_until_then() -> None:
    plan = plan_from_dict(resources.read_json("plans/xop.json"))
    chosen = {"bao-cao-nam-don-vi": "decree 2027:calendar"}
    assert find_period(plan, "2026", "bao-cao-nam", chosen, holidays()).closing == date(2026, 12, 11)
    later = find_period(plan, "2027", "bao-cao-nam", chosen, holidays())
    assert (later.start, later.closing) == (date(2026, 12, 12), date(2027, 12, 14))


def test_nine_months_that_close_early_do_not_stretch_the_next_year_s() -> None:
    found = period("2026-9M", DueRule(15, 9), "decree", Holidays({date(2025, 9, 12): "nghỉ"}))
    assert (found.start, found.closing) == (date(2025, 12, 15), date(2026, 9, 11))


def test_running_totals_begin_with_the_first_period_of_the_year() -> None:
    moved = period("2026", DueRule(15, 12), "decree")
    assert first_day_of_year(moved) == date(2025, 12, 12)
    assert first_day_of_year(find("2026-Q3")) == date(2025, 12, 15)


def test_days_of_a_span_without_a_report_are_the_calendar_s() -> None:
    plan = plan_from_dict(resources.read_json("plans/xop.json"))
    assert days_reported(plan, parse_span("2026"), "decree") == (date(2025, 12, 12), date(2026, 12, 11))
    assert days_reported(plan, parse_span("2026-10"), "calendar") == (date(2026, 10, 1), date(2026, 10, 31))


def test_date_of_the_year_that_follows_closing_leaves_closing_alone() -> None:
    found = period("2026-H1", DueRule(20, 6), "decree")
    assert (found.closing, found.due, found.send_by) == (date(2026, 6, 14), date(2026, 6, 19), date(2026, 6, 19))


def test_january_date_of_a_yearly_report_is_the_next_year_s() -> None:
    found = period("2026", DueRule(15, 1), "decree")
    assert (found.closing, found.due) == (date(2026, 12, 14), date(2027, 1, 14))


def test_first_of_the_month_means_the_last_day_of_the_month_before() -> None:
    assert period("2026-10", DueRule(1), "calendar").due == date(2026, 11, 30)
    assert period("2026-10", DueRule(1), "decree").due == date(2026, 10, 31)


def test_day_that_february_lacks_is_its_last() -> None:
    assert period("2026-01", DueRule(31), "calendar").due == date(2026, 2, 27)


def test_long_holiday_moves_the_send_by_day() -> None:
    days_off = {date(2026, 11, day): "nghỉ" for day in range(3, 5)}
    found = period("2026-10", DueRule(5), "calendar", Holidays(days_off))
    assert (found.due, found.send_by) == (date(2026, 11, 4), date(2026, 11, 2))


def test_duty_without_a_printed_day_is_never_due() -> None:
    found = period("2026-Q3", None, "decree")
    assert (found.closing, found.due, found.send_by) == (date(2026, 9, 14), None, None)


def test_periods_of_a_year_stand_by_closing_then_in_the_plan_s_order() -> None:
    keys = [found.key for found in periods_of_year(THUAN_CHAU.duties, 2026, {}, holidays())]
    assert keys[:3] == ["bao-cao-thang/2026-01", "bao-cao-thang/2026-02", "bao-cao-quy/2026-Q1"]
    assert keys[-4:] == ["bao-cao-quy/2026-Q4", "bao-cao-6-thang/2026-H2", "bao-cao-nam/2026", "bao-cao-thang/2026-12"]


def test_chosen_calendar_replaces_the_plan_s() -> None:
    calendars = {"bao-cao-thang": "own:20"}
    found = find_period(THUAN_CHAU, "2026-10", None, calendars, holidays())
    assert (found.calendar, found.start, found.closing) == ("own:20", date(2026, 9, 21), date(2026, 10, 20))
    listed = periods_of_year(THUAN_CHAU.duties, 2026, calendars, holidays())
    assert found in listed


def test_neighbouring_periods_keep_duty_and_calendar() -> None:
    first = find("2026-01")
    assert period_before(first).key == "bao-cao-thang/2025-12"
    assert period_after(period_before(first)) == first
    assert period_after(first, Holidays({date(2026, 3, 4): "nghỉ"})).send_by == date(2026, 3, 3)


def test_period_is_found_by_span_by_full_key_and_by_duty() -> None:
    assert find("2026-10") == find(" bao-cao-thang/2026-10 ") == find("2026-10", "bao-cao-thang")
    assert find("bao-cao-nam/2026", "bao-cao-nam").key == "bao-cao-nam/2026"


@pytest.mark.parametrize(
    ("text", "duty_id", "part"),
    [
        ("10/2026", None, "Không hiểu kỳ báo cáo “10/2026”"),
        ("2026-9M", None, "không có báo cáo nào theo 9 tháng, nên không có kỳ 2026-9M (9 tháng đầu năm 2026)"),
        ("bao-cao-thang/2026-Q3", None, "lập theo tháng, không có kỳ 2026-Q3 (quý III năm 2026)"),
        ("bao-cao-tuan/2026-10", None, "không có chế độ báo cáo “bao-cao-tuan”. Các chế độ báo cáo: bao-cao-thang"),
        ("2026-10", "bao-cao-tuan", "không có chế độ báo cáo “bao-cao-tuan”"),
    ],
)
def test_period_that_does_not_exist_is_named(text: str, duty_id: str | None, part: str) -> None:
    with pytest.raises(NotFound) as caught:
        find(text, duty_id)
    assert part in caught.value.sentence


def test_span_of_two_duties_is_refused_with_both_keys() -> None:
    plan = replace(THUAN_CHAU, duties=(*THUAN_CHAU.duties, duty("month", None, name="bao-cao-dang-uy")))
    with pytest.raises(AmbiguousRequest, match="bao-cao-thang/2026-10, bao-cao-dang-uy/2026-10"):
        find_period(plan, "2026-10", None, {}, holidays())


def test_key_and_duty_that_disagree_are_refused() -> None:
    with pytest.raises(AmbiguousRequest, match="không khớp"):
        find("bao-cao-thang/2026-10", "bao-cao-quy")


def test_single_report_has_no_spans() -> None:
    plan = replace(THUAN_CHAU, duties=(duty("once", None),))
    assert periods_of_year(plan.duties, 2026, {}, holidays()) == ()
    with pytest.raises(NotFound, match="chỉ lập một lần"):
        find_period(plan, "2026", None, {}, holidays())


def test_periods_of_the_five_plans_are_those_reviewed() -> None:
    lines = (Path(__file__).parent / "periods_2025_2027.txt").read_text(encoding="utf-8").splitlines()
    found: list[str] = []
    for name in ("thuan-chau", "xop", "quang-son", "phu-thai", "phong-tho"):
        plan = plan_from_dict(resources.read_json(f"plans/{name}.json"))
        years = (periods_of_year(plan.duties, year, {}, holidays()) for year in (2025, 2026, 2027))
        found += [f"# {name}", *(_line(one) for year in years for one in year)]
    assert found == lines


def _line(one: ReportingPeriod) -> str:
    days = (one.start, one.closing, one.due, one.send_by)
    return " | ".join([f"{one.key:28}", *(day.isoformat() if day else "-" for day in days), one.replaced_by or "-"])


@pytest.mark.parametrize(
    "line",
    [
        "bao-cao-thang/2026-10        | 2026-10-01 | 2026-10-31 | 2026-11-04 | 2026-11-04 | -",
        "bao-cao-thang/2026-10        | 2026-10-01 | 2026-10-31 | 2026-11-14 | 2026-11-13 | -",
        "bao-cao-nam-don-vi/2026      | 2025-12-12 | 2026-12-11 | 2026-12-14 | 2026-12-14 | -",
        "bao-cao-nam/2026             | 2025-12-12 | 2026-12-11 | - | - | -",
        "bao-cao-tong-ket/2026        | 2025-12-15 | 2026-12-14 | - | - | -",
        "bao-cao-9-thang/2026-9M      | 2025-12-15 | 2026-09-14 | - | - | -",
        "kiem-tra/2026-H1             | 2025-12-15 | 2026-06-14 | - | - | -",
    ],
)
def test_the_days_that_forms_md_names_are_among_them(line: str) -> None:
    assert line in (Path(__file__).parent / "periods_2025_2027.txt").read_text(encoding="utf-8").splitlines()


def _replaced(duties: tuple[Duty, ...], **more: bool) -> dict[str, str | None]:
    return {one.key: one.replaced_by for one in periods_of_year(duties, 2026, {}, holidays(), **more)}


def test_a_longer_report_replaces_shorter_ones_that_fall_due_with_it() -> None:
    found = _replaced(THUAN_CHAU.duties)
    ends = ("bao-cao-thang/2026-12", "bao-cao-quy/2026-Q4", "bao-cao-6-thang/2026-H2")
    assert {found[key] for key in ends} == {"bao-cao-nam/2026"}
    assert (found["bao-cao-thang/2026-09"], found["bao-cao-thang/2026-10"]) == ("bao-cao-quy/2026-Q3", None)
    assert set(_replaced(THUAN_CHAU.duties, replace_shorter=False).values()) == {None}


def test_a_report_that_falls_due_otherwise_or_goes_elsewhere_replaces_nothing() -> None:
    month, year = duty("month", DueRule(5), name="thang"), duty("year", DueRule(5), name="nam")
    assert _replaced((month, year))["thang/2026-12"] == "nam/2026"
    others = (
        replace(year, due=DueRule(15, 12)),
        replace(year, due=None),
        replace(year, to=("Đảng ủy xã",)),
        replace(year, issuer="Phòng Kinh tế"),
        replace(year, direction="incoming"),
    )
    month = replace(month, to=("Sở Khoa học và Công nghệ",))
    assert {_replaced((month, other))["thang/2026-12"] for other in others} == {None}


def test_incoming_and_inspection_duties_have_periods_too() -> None:
    plans = [plan_from_dict(resources.read_json(f"plans/{name}.json")) for name in ("xop", "phu-thai")]
    found = {one.key for plan in plans for one in periods_of_year(plan.duties, 2026, {}, holidays())}
    assert {"bao-cao-nam-don-vi/2026", "kiem-tra/2026-H1", "kiem-tra/2026-H2"} <= found
    period = find_period(plans[1], "kiem-tra/2026-H1", None, {}, holidays())
    assert (period.duty.direction, period.due) == ("inspection", None)
