"""Check what is found among recorded figures: counts that shrink, estimates left, parts that make no whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from models.actuals import Actual
from models.calendars import holidays, parse_span
from models.checks import Warning
from models.duties import ReportingPeriod, reporting_period
from models.facts import Facts, Override, PartFigure
from models.findings import Finding
from models.plans import IndicatorRow, Plan
from models.record_checks import check_records, from_warnings
from tests.models.rows import figure, indicator, month, thuan_chau

COUNT = indicator({2030: "≥ 10"}, unit="lớp", measure="within", name="Số lớp mở mỗi năm")
RATE = indicator({2030: "≥ 80%"})
STATE_COUNT = indicator({2030: "≥ 10"}, unit="mô hình", name="Số mô hình")
JANUARY = date(2026, 1, 1)
HALF, NINE, YEAR = (JANUARY, date(2026, 6, 30)), (JANUARY, date(2026, 9, 30)), (JANUARY, date(2026, 12, 31))


def of(row: IndicatorRow) -> Plan:
    return replace(thuan_chau(), indicator_rows=(row,))


def period(span: str = "2026-10") -> ReportingPeriod:
    return reporting_period(thuan_chau().duties[0], parse_span(span), "calendar", holidays())


def check(
    row: IndicatorRow, *figures: Actual, facts: Facts | None = None, span: str = "2026-10"
) -> tuple[Finding, ...]:
    return check_records(of(row), period(span), {"ct": figures}, facts or Facts())


def test_nine_months_less_than_six() -> None:
    (found,) = check(COUNT, figure("7", span=HALF), figure("6", span=NINE))
    assert (found.key, found.label, found.kind, found.grave) == ("ct", "1", "less_than_shorter", True)
    assert found.sentence == (
        "Chỉ tiêu 1: kết quả 9 tháng đầu năm 2026 (6 lớp) ít hơn 6 tháng đầu năm 2026 (7 lớp); "
        "hãy kiểm tra lại số liệu của hai kỳ."
    )


def test_a_shorter_span_is_known_from_the_ones_that_fill_it() -> None:
    months = [figure("2", span=month(number)) for number in range(1, 7)]
    (found,) = check(COUNT, *months, figure("11", span=NINE))
    assert "(11 lớp) ít hơn 6 tháng đầu năm 2026 (12 lớp)" in found.sentence
    assert check(COUNT, *months, figure("12", span=NINE)) == ()


def test_what_closes_later_is_not_looked_at() -> None:
    year = figure("5", span=YEAR)
    assert check(COUNT, figure("7", span=HALF), year) == ()
    assert len(check(COUNT, figure("7", span=HALF), year, span="2026-12")) == 1


def test_only_counts_within_a_span_must_grow() -> None:
    assert check(STATE_COUNT, figure("7", span=HALF), figure("6", span=NINE)) == ()
    share = replace(COUNT, unit="%")
    assert check(share, figure("70", span=HALF), figure("60", span=NINE)) == ()


def test_estimates_left_from_periods_before() -> None:
    (found,) = check(RATE, figure("80", span=month(9), estimate=True), figure("81", estimate=True))
    assert (found.kind, found.grave) == ("estimate_left", False)
    assert found.sentence.startswith("Chỉ tiêu 1: số liệu đến ngày 30/09/2026 còn là số ước")


def part(
    unit: str, value: str | None = None, ratio: tuple[int, int] | None = None, nothing: bool = False
) -> PartFigure:
    start, as_of = month(10)
    top, bottom = (Decimal(number) for number in ratio) if ratio else (None, None)
    return PartFigure("ct", unit, start, as_of, Decimal(value) if value else None, top, bottom, nothing)


def test_parts_that_make_another_whole() -> None:
    facts = Facts(part_figures=(part("Bản A", ratio=(3, 4)), part("Bản B", ratio=(5, 6))))
    (found,) = check(RATE, figure("85"), facts=facts)
    assert found.sentence == (
        "Chỉ tiêu 1: 2 đơn vị gửi cộng lại được 80% nhưng kết quả chung ghi 85%; hãy kiểm tra lại phần của từng đơn vị "
        "và kết quả chung."
    )
    assert check(RATE, figure("80"), facts=facts) == ()


def test_counts_of_parts_are_added_up() -> None:
    facts = Facts(part_figures=(part("Bản A", "3"), part("Bản B", "4"), part("Bản C", nothing=True)))
    assert check(STATE_COUNT, figure("7"), facts=facts) == ()
    (found,) = check(STATE_COUNT, figure("8"), facts=facts)
    assert (found.kind, found.grave) == ("parts", True)
    assert "3 đơn vị gửi cộng lại được 7 mô hình nhưng kết quả chung ghi 8 mô hình" in found.sentence


def test_parts_that_do_not_add_up_are_not_held_against_the_whole() -> None:
    percentages = Facts(part_figures=(part("Bản A", "80"), part("Bản B", "90")))
    mixed = Facts(part_figures=(part("Bản A", "3"), part("Bản B", ratio=(1, 2))))
    assert check(RATE, figure("50"), facts=percentages) == ()
    assert check(STATE_COUNT, figure("50"), facts=mixed) == ()
    assert check(STATE_COUNT, figure("50"), facts=Facts(part_figures=(part("Bản A", nothing=True),))) == ()
    assert check(STATE_COUNT, facts=Facts(part_figures=(part("Bản A", "3"),))) == ()


def test_a_whole_that_was_set_with_a_reason_stands() -> None:
    override = Override("ct", period().key, Decimal(8), None, None, "theo số của tỉnh")
    facts = Facts(part_figures=(part("Bản A", "3"),), overrides=(override,))
    assert check(STATE_COUNT, figure("8"), facts=facts) == ()


def test_warnings_of_a_period_join_the_list() -> None:
    (found,) = from_warnings(of(RATE), [Warning("ct", "over_hundred", "Chỉ tiêu 1: quá 100%.", True)])
    assert found == Finding("ct", "1", "over_hundred", "Chỉ tiêu 1: quá 100%.", True)
