"""Indicators judged on a closing day."""

from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.actuals import Actual, FigureState
from models.evaluation import Evaluation, Verdict, evaluate
from models.plans import IndicatorRow
from models.targets import Comparison
from models.targets_in_force import targets_of
from tests.models.rows import CLOSING, MILESTONES, START, figure, indicator, month, thuan_chau

RISING = indicator({2025: "≥ 70%", 2030: "≥ 85%", 2035: "≥ 95%", 2040: "100%", 2045: "100%"})
KEPT = indicator({2025: "≥ 15%", 2030: "100%"})
ENDED = indicator({2025: "100%"})
LATER = indicator({2035: "50%", 2040: "80%", 2045: "100%"})
EACH_YEAR = indicator({2025: "≥ 2", 2030: "≥ 5"}, unit="bài viết", measure="within", name="Số bài viết mỗi năm")
WORDS = indicator(
    {2025: "Sử dụng hệ thống hiện có", 2030: "Đội cấp xã ứng cứu sự cố an ninh mạng", 2035: "Duy trì"}, unit=""
)
RANKED = indicator({2030: "< 10"}, unit="Thứ bậc", name="Xếp hạng về an toàn thông tin mạng")
NOTHING, UNREPORTED = FigureState.NOTHING_HAPPENED, FigureState.NOT_REPORTED


def _judge(row: IndicatorRow, *figures: Actual, span: tuple[date, date] = (START, CLOSING)) -> Evaluation:
    return evaluate(row, figures, *span, MILESTONES)


@pytest.mark.parametrize(
    ("value", "verdict", "words"),
    [
        ("92", Verdict.EXCEEDED, "Vượt"),
        ("85", Verdict.REACHED, "Đạt"),
        ("84.999", Verdict.UNDER_WAY, "Đang thực hiện"),
        ("70", Verdict.UNDER_WAY, "Đang thực hiện"),
        ("69.9", Verdict.BELOW, "Thấp hơn mục tiêu đến hết năm 2025"),
    ],
)
def test_a_figure_is_judged_by_the_next_milestone_and_the_one_that_passed(
    value: str, verdict: Verdict, words: str
) -> None:
    found = _judge(RISING, figure(value))
    assert (found.verdict, found.words, found.milestone) == (verdict, words, 2030)
    assert found.below == (2025 if verdict is Verdict.BELOW else None)


def test_the_share_is_exact() -> None:
    assert _judge(RISING, figure(ratio=(1, 3))).share == Fraction(100, 3) / 85 * 100


def test_a_milestone_of_this_year_has_passed_on_its_last_day_only() -> None:
    last_year = [figure("50", span=month(number, 2025)) for number in (11, 12)]
    assert _judge(RISING, *last_year, span=month(11, 2025)).words == "Đang thực hiện"
    december = _judge(RISING, *last_year, span=month(12, 2025))
    assert (december.words, december.milestone) == ("Thấp hơn mục tiêu đến hết năm 2025", 2025)


def test_a_percentage_of_100_is_reached_and_never_exceeded() -> None:
    assert _judge(KEPT, figure("104")).words == "Đạt"


@pytest.mark.parametrize("recorded", [[], [figure(note="đã đề nghị")], [figure(state=UNREPORTED)], [figure(text="có")]])
def test_a_period_without_a_figure_says_so(recorded: list[Actual]) -> None:
    found = _judge(RISING, figure("90", span=month(9)), *recorded)
    assert (found.verdict, found.words, found.share) == (Verdict.NO_FIGURE, "Chưa có số liệu", None)


def test_nothing_to_measure_is_nobodys_debt() -> None:
    found = _judge(RISING, figure(state=NOTHING))
    assert (found.verdict, found.words) == (Verdict.NO_BASIS, "Không phát sinh")


def test_a_row_begins_with_its_first_milestone() -> None:
    assert _judge(LATER, figure("3")).words == "Chưa đến giai đoạn"
    assert _judge(LATER, span=(date(2030, 12, 1), date(2030, 12, 31))).verdict is Verdict.NOT_BEGUN
    begun = _judge(LATER, figure("3", span=month(1, 2031)), span=month(1, 2031))
    assert (begun.verdict, begun.milestone) == (Verdict.UNDER_WAY, 2035)


def test_a_gap_between_milestones_does_not_stop_a_row() -> None:
    found = _judge(indicator({2025: "10%", 2035: "50%"}), figure("20"))
    assert (found.verdict, found.milestone) == (Verdict.UNDER_WAY, 2035)


def test_a_last_target_of_100_per_cent_is_kept() -> None:
    in_2033 = month(3, 2033)
    assert _judge(KEPT, figure("100", span=in_2033), span=in_2033).words == "Đạt"
    fallen = _judge(KEPT, figure("99", span=in_2033), span=in_2033)
    assert (fallen.words, fallen.milestone) == ("Thấp hơn mục tiêu đến hết năm 2030", 2030)


def test_a_row_of_one_milestone_ends_even_at_100_per_cent() -> None:
    december, march = figure("97", span=month(12, 2025)), figure("100", span=month(3))
    missed = _judge(ENDED, figure("100", span=month(6, 2025)), december, march)
    assert (missed.words, missed.milestone) == ("Đã kết thúc: không đạt", 2025)
    assert missed.share == 97
    assert _judge(ENDED, march).words == "Đã kết thúc: đạt"
    assert _judge(ENDED, figure("100", span=month(11))).words == "Đã kết thúc: chưa có số liệu"
    assert _judge(ENDED, figure(text="tốt", span=month(12, 2025))).verdict is Verdict.ENDED_UNKNOWN
    assert _judge(ENDED, figure(state=UNREPORTED, span=month(12, 2025))).verdict is Verdict.ENDED_UNKNOWN


def test_a_last_target_below_100_per_cent_ends() -> None:
    row = indicator({2025: "80%", 2030: "90%"})
    assert _judge(row, figure("95", span=month(5, 2030)), span=month(1, 2031)).words == "Đã kết thúc: đạt"


@pytest.mark.parametrize(
    ("count", "closing_month", "words"),
    [
        (1, 10, "Đang thực hiện"),
        (5, 10, "Đạt"),
        (6, 10, "Vượt"),
        (1, 12, "Thấp hơn mục tiêu đến hết năm 2025"),
        (3, 12, "Đang thực hiện"),
    ],
)
def test_a_running_total_is_judged_at_the_end_of_the_year(count: int, closing_month: int, words: str) -> None:
    spans = [month(2), month(closing_month)]
    recorded = [figure(str(count - 1), span=spans[0]), figure("1", span=spans[1])]
    found = _judge(EACH_YEAR, *recorded, span=spans[1])
    assert found.words == words
    assert found.amount == count


def test_nothing_in_a_month_adds_nothing_to_the_running_total() -> None:
    found = _judge(EACH_YEAR, figure("5", span=month(2)), figure(state=NOTHING))
    assert found.words == "Đạt"
    assert found.amount == 5
    assert _judge(EACH_YEAR, figure("5", span=month(2))).verdict is Verdict.NO_FIGURE


def test_the_year_of_the_decree_begins_in_december() -> None:
    spans = [(date(2025, 11, 15), date(2025, 12, 14)), (date(2025, 12, 15), date(2026, 1, 14))]
    recorded = [
        figure("5", span=spans[0]),
        figure("2", span=spans[1]),
        figure("2", span=(date(2026, 1, 15), date(2026, 2, 14))),
    ]
    assert _judge(EACH_YEAR, *recorded, span=(date(2026, 1, 15), date(2026, 2, 14))).amount == 4
    year = evaluate(EACH_YEAR, recorded, date(2026, 1, 15), date(2026, 2, 14), MILESTONES, date(2026, 1, 15))
    assert year.amount == 2


def test_a_running_total_of_the_last_milestone_year_ends_its_row() -> None:
    row = indicator({2025: "≥ 3"}, unit="đơn", measure="within", name="Số đơn mỗi năm")
    recorded = [figure("2", span=month(number, 2025)) for number in (5, 12)]
    assert _judge(row, *recorded, figure("9")).words == "Đã kết thúc: đạt"
    assert _judge(row, figure(state=NOTHING, span=month(12, 2025))).words == "Đã kết thúc: không đạt"


@pytest.mark.parametrize(
    ("recorded", "words"),
    [
        (figure(text="Đã thành lập", reached=True), "Đạt"),
        (figure(text="Đang chọn người", reached=False), "Đang thực hiện"),
        (figure(text="Đang chọn người"), "Đang thực hiện"),
        (figure(), "Chưa có số liệu"),
    ],
)
def test_words_are_judged_by_hand(recorded: Actual, words: str) -> None:
    found = _judge(WORDS, recorded)
    assert (found.words, found.share) == (words, None)


def test_words_refused_on_the_last_day_are_below_and_words_unjudged_are_not() -> None:
    last = month(12, 2030)
    assert _judge(WORDS, figure(reached=False, span=last), span=last).below == 2030
    assert _judge(WORDS, figure(text="Đang làm", span=last), span=last).verdict is Verdict.UNDER_WAY


def test_duy_tri_carries_the_last_target_and_keeps_its_own_words() -> None:
    kept = targets_of(WORDS)[2035]
    assert (kept.printed, kept.comparison) == ("Duy trì", Comparison.TEXT)
    rate = targets_of(indicator({2025: "50%", 2030: "Duy trì", 2035: " ", 2040: "Duy trì"}))
    assert {year: target.low for year, target in rate.items()} == {2025: 50, 2030: 50, 2040: 50}
    assert targets_of(indicator({2025: "Duy trì"}))[2025].comparison is Comparison.KEEP


def test_a_rank_is_better_when_lower_and_has_no_share() -> None:
    found = _judge(RANKED, figure("7"))
    assert (found.words, found.share) == ("Đạt", None)
    assert _judge(RANKED, figure("10")).words == "Đang thực hiện"


@pytest.mark.parametrize("printed", [">00", "≥ 85% (2030), 100% (2040)"])
def test_what_cannot_be_judged_has_no_basis(printed: str) -> None:
    assert _judge(indicator({2030: printed}), figure("50")).words == "Chưa có cơ sở đánh giá"


def test_an_officer_judges_what_was_not_understood() -> None:
    assert _judge(indicator({2030: "≥ 85% (2030), 100% (2040)"}), figure("50", reached=True)).words == "Đạt"


def test_a_row_without_a_target_is_done_when_the_officer_says_so() -> None:
    assert _judge(indicator({}), figure("5")).words == "Chưa có cơ sở đánh giá"
    assert _judge(indicator({}), figure(text="Báo cáo số 5", reached=True)).words == "Đạt"


def test_a_plan_of_one_milestone_is_judged_before_it() -> None:
    found = evaluate(indicator({2030: "> 80"}), [figure("81")], START, CLOSING, (2030,))
    assert found.verdict is Verdict.EXCEEDED


def test_thuan_chau_in_2026_has_29_rows_judged_4_not_begun_and_8_ended() -> None:
    plan = thuan_chau()
    found = [evaluate(row, (), START, CLOSING, plan.milestones) for row in plan.indicators()]
    assert Counter((one.verdict, one.milestone) for one in found) == {
        (Verdict.NO_FIGURE, 2030): 29,
        (Verdict.NOT_BEGUN, None): 4,
        (Verdict.ENDED_UNKNOWN, 2025): 8,
    }


_BETTER = [Verdict.BELOW, Verdict.UNDER_WAY, Verdict.REACHED, Verdict.EXCEEDED]
_AMOUNTS = st.decimals(0, 130, places=2)
_SPANS = st.sampled_from([month(10), month(12), month(12, 2025), month(12, 2030), month(6, 2033), month(12, 2045)])


@given(st.lists(_AMOUNTS, min_size=2, max_size=2).map(sorted), _SPANS, st.sampled_from([RISING, KEPT, EACH_YEAR]))
def test_a_better_figure_never_gets_a_worse_word(
    amounts: list[Decimal], span: tuple[date, date], row: IndicatorRow
) -> None:
    low, high = (_judge(row, figure(str(amount), span=span), span=span) for amount in amounts)
    order = [*_BETTER, Verdict.ENDED_MISSED, Verdict.ENDED_REACHED]
    assert order.index(low.verdict) <= order.index(high.verdict)
    assert low.share is not None
    assert high.share is not None
    assert low.share <= high.share


@given(st.lists(st.integers(1, 40), min_size=2, max_size=2).map(sorted), _SPANS)
def test_a_better_place_never_gets_a_worse_word(places: list[int], span: tuple[date, date]) -> None:
    row = indicator({2025: "Top 20", 2030: "< 10", 2035: "Top 5", 2040: "Top 5", 2045: "Top 1"}, unit="Thứ bậc")
    better, worse = (_judge(row, figure(str(place), span=span), span=span) for place in places)
    assert _BETTER.index(worse.verdict) <= _BETTER.index(better.verdict)
