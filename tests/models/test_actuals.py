"""What a recorded figure is worth in another period: states close on a day, counts add up."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.actuals import Actual, FigureState, cumulative, figure_for
from models.calendars import Span, bounds, spans_of_year
from models.plans import Frequency
from tests.models.rows import CLOSING, figure, indicator, month

STATE = indicator({2030: "100%"})
COUNT = indicator({2030: "≥ 10"}, unit="bài viết", measure="within", name="Số bài viết mỗi năm")
RATE = indicator({2030: "100%"}, measure="within")
QUARTER_3 = (date(2026, 7, 1), date(2026, 9, 30))
NINE_MONTHS = (date(2026, 1, 1), date(2026, 9, 30))
NOTHING, UNREPORTED = FigureState.NOTHING_HAPPENED, FigureState.NOT_REPORTED


def _months(*values: str | None, first: int = 1) -> list[Actual]:
    return [figure(value, span=month(first + place)) for place, value in enumerate(values) if value is not None]


@pytest.mark.parametrize(
    ("recorded", "unit", "amount"),
    [
        (figure("84.90"), "%", Fraction(849, 10)),
        (figure(ratio=(1452, 1710)), "%", Fraction(145200, 1710)),
        (figure(ratio=(3, 2)), "lần", Fraction(3, 2)),
        (figure(ratio=(3, 0)), "%", None),
        (figure(text="Đã có"), "", None),
    ],
)
def test_an_amount_is_exact(recorded: Actual, unit: str, amount: Fraction | None) -> None:
    assert recorded.amount(unit) == amount


def test_only_words_about_a_figure_leave_it_blank() -> None:
    assert figure(note="đã đôn đốc").is_blank()
    assert not any(told.is_blank() for told in (figure("0"), figure(reached=False), figure(state=UNREPORTED)))


def test_a_state_of_september_serves_every_period_that_closes_with_it() -> None:
    september = figure("96.8", span=month(9))
    for start, closing in (month(9), QUARTER_3, NINE_MONTHS):
        assert figure_for(STATE, [figure("90", span=month(8)), september], start, closing) == september
    assert figure_for(STATE, [september], *month(10)) is None


def test_of_two_states_of_a_day_the_one_typed_for_the_period_counts() -> None:
    of_month, of_quarter, words = figure("96", span=month(9)), figure("97", span=QUARTER_3), figure(span=NINE_MONTHS)
    recorded = [of_quarter, of_month, words]
    assert figure_for(STATE, recorded, *QUARTER_3) == of_quarter
    assert figure_for(STATE, recorded, *month(9)) == of_month
    assert figure_for(STATE, recorded, *NINE_MONTHS) == of_month
    assert figure_for(STATE, [words], *NINE_MONTHS) == words


def test_counts_of_months_add_up_to_the_quarter() -> None:
    months = _months("1", "2", "3", first=7)
    found = figure_for(COUNT, [*months[:2], replace(months[2], estimate=True, difficulty="thiếu người")], *QUARTER_3)
    assert found is not None
    assert (found.value, found.start, found.as_of, found.estimate) == (Decimal(6), *QUARTER_3, True)
    assert found.difficulty == "thiếu người"


def test_a_quarter_with_a_month_missing_has_no_figure() -> None:
    assert figure_for(COUNT, _months("1", None, "3", first=7), *QUARTER_3) is None
    assert figure_for(COUNT, _months(None, "2", "3", first=7), *QUARTER_3) is None


def test_a_quarter_typed_as_such_goes_before_its_months() -> None:
    typed = figure("7", span=QUARTER_3)
    assert figure_for(COUNT, [*_months("1", "2", "3", first=7), typed], *QUARTER_3) == typed


@pytest.mark.parametrize("own", [figure(span=QUARTER_3), figure(span=QUARTER_3, state=UNREPORTED)])
def test_months_go_before_a_quarter_without_a_number(own: Actual) -> None:
    months = _months("1", "2", "3", first=7)
    found = figure_for(COUNT, [*months, own], *QUARTER_3)
    assert found is not None
    assert found.value == 6
    assert figure_for(COUNT, [*months[:2], own], *QUARTER_3) == own


def test_nine_months_may_be_made_of_quarters_and_months() -> None:
    first_half = figure("10", span=(date(2026, 1, 1), date(2026, 6, 30)))
    recorded = [*_months("9", "9", "9", "9", "9", "9", "1", "1", "1"), first_half]
    found = figure_for(COUNT, recorded, *NINE_MONTHS)
    assert found is not None
    assert found.value == 13


def test_nothing_happened_counts_as_nothing() -> None:
    july = figure(span=month(7), state=NOTHING)
    quarter = figure_for(COUNT, [july, *_months("2", "3", first=8)], *QUARTER_3)
    assert quarter is not None
    assert (quarter.value, quarter.state) == (Decimal(5), FigureState.FIGURE)
    empty = figure_for(COUNT, [replace(july, start=a, as_of=b) for a, b in (month(7), month(8), month(9))], *QUARTER_3)
    assert empty is not None
    assert (empty.value, empty.state) == (None, NOTHING)


def test_ratios_add_up_their_parts_and_bare_percentages_do_not() -> None:
    ratios = [
        figure(ratio=(9, 10), span=month(7)),
        figure(ratio=(1, 90), span=month(8)),
        figure(ratio=(0, 0), span=month(9)),
    ]
    assert figure_for(RATE, ratios, *QUARTER_3) is None
    found = figure_for(RATE, [*ratios[:2], figure(ratio=(0, 100), span=month(9))], *QUARTER_3)
    assert found is not None
    assert found.amount("%") == 5
    assert figure_for(RATE, _months("90", "80", "70", first=7), *QUARTER_3) is None
    assert figure_for(RATE, [*_months("90", first=7), *ratios[1:2], *_months("70", first=9)], *QUARTER_3) is None


def test_a_year_is_summed_up_to_the_closing_day() -> None:
    recorded = [figure("9", span=month(12, 2025)), *_months(*["1"] * 10), figure("5", span=month(11))]
    assert cumulative(COUNT, recorded, date(2026, 1, 1), CLOSING) == 10
    assert cumulative(COUNT, recorded, date(2026, 1, 1), date(2026, 12, 31)) is None
    assert cumulative(STATE, recorded, date(2026, 1, 1), CLOSING) is None


def test_an_office_may_begin_in_the_middle_of_the_year() -> None:
    assert cumulative(COUNT, _months("3", None, "4", first=8), date(2026, 1, 1), CLOSING) == 7


def test_a_quarter_and_its_months_are_not_counted_twice() -> None:
    recorded = [*_months("1", "1", "1", first=7), figure("3", span=QUARTER_3), figure("2")]
    assert cumulative(COUNT, recorded, date(2026, 1, 1), CLOSING) == 5


def test_a_year_in_which_nothing_happened_is_zero_and_bare_percentages_have_no_sum() -> None:
    assert cumulative(COUNT, [figure(state=NOTHING)], date(2026, 1, 1), CLOSING) == 0
    assert cumulative(COUNT, [figure(state=UNREPORTED)], date(2026, 1, 1), CLOSING) is None
    assert cumulative(RATE, _months("90", "80", first=9), date(2026, 1, 1), CLOSING) is None


@given(st.lists(st.one_of(st.none(), st.integers(0, 50)), min_size=12, max_size=12), st.integers(1, 12))
def test_the_running_total_is_the_figure_of_the_whole_span_where_every_month_is_known(
    counts: list[int | None], last: int
) -> None:
    recorded = [
        figure(
            None if count is None else str(count),
            span=month(number),
            state=NOTHING if count is None else FigureState.FIGURE,
        )
        for number, count in enumerate(counts, start=1)
    ]
    closing = month(last)[1]
    whole = figure_for(COUNT, recorded, date(2026, 1, 1), closing)
    assert whole is not None
    assert cumulative(COUNT, recorded, date(2026, 1, 1), closing) == sum(count or 0 for count in counts[:last])
    assert (whole.value or 0) == sum(count or 0 for count in counts[:last])


_KINDS: tuple[Frequency, ...] = ("quarter", "six_months", "nine_months", "year")
_LONGER = [span for kind in _KINDS for span in spans_of_year(kind, 2026)]


@given(
    st.lists(st.integers(0, 99), min_size=12, max_size=12),
    st.sampled_from(_LONGER),
    st.sampled_from(["calendar", "decree", "own:20"]),
)
def test_a_longer_period_follows_from_its_months_by_the_rule_of_its_kind(
    values: list[int], span: Span, calendar: str
) -> None:
    months = spans_of_year("month", 2026)
    told = [figure(str(v), span=bounds(one, calendar)) for one, v in zip(months, values, strict=True)]
    first, last = span.months()
    state = figure_for(STATE, told, *bounds(span, calendar))
    count = figure_for(COUNT, told, *bounds(span, calendar))
    assert state == told[last - 1]
    assert count is not None
    assert count.value == sum(values[first - 1 : last])
    assert (count.start, count.as_of) == bounds(span, calendar)
    assert cumulative(COUNT, told, bounds(Span(2026, "year"), calendar)[0], count.as_of) == sum(values[:last])
