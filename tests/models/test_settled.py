"""Overrides of a period's figure, and the figure that is offered where a period has none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from models.actuals import FigureState, cumulative, figure_for
from models.ad_hoc import AdHocReport, period_of
from models.calendars import holidays, parse_span
from models.duties import ReportingPeriod, reporting_period
from models.facts import Facts, Override
from models.settled import last_known, nearest_before, override_of, settled
from tests.models.rows import figure, indicator, month, thuan_chau

STATE = indicator({2030: "100%"})
COUNT = indicator({2030: "≥ 10"}, unit="lớp", measure="within", name="Số lớp mỗi năm")


def _period(duty: str, span: str, calendar: str = "calendar") -> ReportingPeriod:
    return reporting_period(thuan_chau().duty(duty), parse_span(span), calendar, holidays())


QUARTER, MONTH = _period("bao-cao-quy", "2026-Q3"), _period("bao-cao-thang", "2026-09")
FACTS = Facts(
    overrides=(
        Override("khac", QUARTER.key, Decimal(1), None, None, ""),
        Override("ct", QUARTER.key, Decimal(88), None, None, "đối chiếu với Công an xã"),
    )
)


def test_an_override_beats_the_figure_of_its_own_period_only() -> None:
    september = figure("90", span=month(9), note="theo máy")
    of_quarter = figure_for(STATE, settled(STATE, [september], FACTS, QUARTER), QUARTER.start, QUARTER.closing)
    assert of_quarter is not None
    assert (of_quarter.value, of_quarter.note) == (Decimal(88), "theo máy")
    of_month = figure_for(STATE, settled(STATE, [september], FACTS, MONTH), MONTH.start, MONTH.closing)
    assert of_month == september
    assert override_of(STATE, FACTS, QUARTER) == FACTS.overrides[1]
    assert override_of(STATE, FACTS, MONTH) is None


def test_an_override_stands_where_nothing_was_recorded() -> None:
    found = figure_for(STATE, settled(STATE, [], FACTS, QUARTER), QUARTER.start, QUARTER.closing)
    assert found is not None
    assert (found.value, found.note) == (Decimal(88), "")


def test_nothing_is_touched_where_nothing_was_set() -> None:
    told = [figure("90", span=month(9))]
    assert settled(STATE, told, Facts(), MONTH) is told


def test_an_override_of_counts_stands_in_the_running_total() -> None:
    months = [figure("1", span=month(number)) for number in range(1, 10)]
    records = settled(COUNT, [*months, figure("3", span=(QUARTER.start, QUARTER.closing))], FACTS, QUARTER)
    found = figure_for(COUNT, records, QUARTER.start, QUARTER.closing)
    assert found is not None
    assert found.value == 88
    assert cumulative(COUNT, records, date(2026, 1, 1), QUARTER.closing) == 6 + 88


def test_a_quarter_that_closes_on_another_day_takes_no_months_figure() -> None:
    decree = _period("bao-cao-quy", "2026-Q3", "decree")
    told = [figure("80", span=month(7)), figure("84", span=month(8)), figure("90", span=month(9))]
    assert figure_for(STATE, told, decree.start, decree.closing) is None
    assert figure_for(COUNT, told, decree.start, decree.closing) is None
    assert nearest_before(STATE, told, decree.closing) == told[1]
    assert nearest_before(COUNT, told, decree.closing) is None


def test_only_figures_are_offered() -> None:
    unreported = figure(state=FigureState.NOT_REPORTED, span=month(8))
    words = figure(span=month(9), note="chờ số liệu")
    assert nearest_before(STATE, [unreported, words], date(2026, 10, 14)) is None


ASKED = AdHocReport("dx-1", "ad_hoc", "5G", ("UBND tỉnh",), "", date(2026, 10, 5), date(2026, 11, 20))
OWN_DAYS = period_of(ASKED, thuan_chau(), {}, holidays())


def test_a_report_of_own_days_counts_the_last_state_known_with_its_day() -> None:
    told = [figure("80", span=month(9)), figure("84", span=month(10), note="theo máy"), figure("90", span=month(12))]
    found = figure_for(STATE, last_known(STATE, told, OWN_DAYS), OWN_DAYS.start, OWN_DAYS.closing)
    assert found is not None
    assert (found.value, found.as_of, found.note) == (
        Decimal(84),
        OWN_DAYS.closing,
        "Số liệu đến ngày 31/10/2026; theo máy",
    )


def test_what_was_recorded_for_the_own_days_stands_and_words_alone_are_kept() -> None:
    days, october = (OWN_DAYS.start, OWN_DAYS.closing), figure("84", span=month(10))
    own = [october, figure("85", span=days)]
    assert last_known(STATE, own, OWN_DAYS) is own
    words = [october, replace(figure(span=days, note="đang rà soát"), difficulty="máy hỏng")]
    found = figure_for(STATE, last_known(STATE, words, OWN_DAYS), *days)
    assert found is not None
    assert (found.value, found.note) == (Decimal(84), "Số liệu đến ngày 31/10/2026; đang rà soát")
    assert found.difficulty == "máy hỏng"


def test_other_periods_counts_and_rows_without_a_figure_take_nothing_over() -> None:
    told = [figure("84", span=month(10))]
    assert last_known(STATE, told, QUARTER) is told
    assert last_known(COUNT, told, OWN_DAYS) is told
    assert last_known(STATE, [], OWN_DAYS) == []
