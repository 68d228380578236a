"""Targets by decision, readings, and figures that nobody publishes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.actuals import Actual, FigureState
from models.evaluation import Evaluation, Verdict, evaluate
from models.facts import NO_FACTS, AnnualTarget, Facts, NoBasis, Paper, Reading
from models.plans import IndicatorRow
from models.targets import Comparison, describe
from models.targets_in_force import targets_of
from tests.models.rows import CLOSING, MILESTONES, START, figure, indicator, month

DECISION = Paper("86/QĐ-UBND", date(2026, 2, 3))
RISING = indicator({2025: "≥ 70%", 2030: "≥ 85%"})
LATER = indicator({2035: "50%", 2045: "100%"})
ENDED = indicator({2025: "100%"})
EACH_YEAR = indicator({2025: "≥ 2", 2030: "≥ 5"}, unit="bài viết", measure="within", name="Số bài viết mỗi năm")
ASSIGNED = indicator({2026: "tối thiểu mục tiêu Chính phủ giao hàng năm"})
GRDP = indicator({2030: "khoảng 40% GRDP"})
RANKED = indicator({2030: "Top 20 toàn tỉnh"}, unit="Thứ bậc")
RISING_BY_YEAR = Facts(annual_targets=(AnnualTarget("ct", 2026, "≥ 75%", DECISION), AnnualTarget("khac", 2026, "≥ 1%")))
DECEMBER = month(12)


def _judge(
    row: IndicatorRow, *figures: Actual, facts: Facts = NO_FACTS, span: tuple[date, date] = (START, CLOSING)
) -> Evaluation:
    return evaluate(row, figures, *span, MILESTONES, facts=facts)


@pytest.mark.parametrize(
    ("value", "words"),
    [("76", "Vượt"), ("75", "Đạt"), ("74", "Đang thực hiện"), ("69", "Thấp hơn mục tiêu đến hết năm 2025")],
)
def test_a_decisions_target_for_the_year_comes_before_the_milestone(value: str, words: str) -> None:
    found = _judge(RISING, figure(value), facts=RISING_BY_YEAR)
    assert (found.words, found.milestone, found.annual) == (words, 2026, RISING_BY_YEAR.annual_targets[0])
    assert found.target is not None
    assert found.target.printed == "≥ 75%"


def test_a_decisions_target_that_was_missed_is_still_asked_for() -> None:
    december = _judge(RISING, figure("74", span=DECEMBER), facts=RISING_BY_YEAR, span=DECEMBER)
    assert december.words == "Thấp hơn mục tiêu đến hết năm 2026"
    january = month(1, 2027)
    after = _judge(RISING, figure("74", span=january), facts=RISING_BY_YEAR, span=january)
    assert (after.words, after.milestone, after.annual) == ("Thấp hơn mục tiêu đến hết năm 2026", 2030, None)
    assert after.below_target is not None
    assert after.below_target.printed == "≥ 75%"
    assert _judge(RISING, figure("76", span=january), facts=RISING_BY_YEAR, span=january).words == "Đang thực hiện"


def test_a_decision_does_not_reach_back() -> None:
    june = month(6, 2025)
    found = _judge(RISING, figure("50", span=june), facts=RISING_BY_YEAR, span=june)
    assert (found.words, found.milestone) == ("Đang thực hiện", 2025)


def test_of_two_decisions_for_a_year_the_later_one_holds() -> None:
    facts = Facts(annual_targets=(*RISING_BY_YEAR.annual_targets, AnnualTarget("ct", 2026, "≥ 72%")))
    assert _judge(RISING, figure("73"), facts=facts).words == "Vượt"


def test_a_decision_begins_a_row_early_and_wakes_an_ended_one_for_its_year_only() -> None:
    facts = Facts(annual_targets=(AnnualTarget("ct", 2026, "10%"),))
    assert _judge(LATER, figure("10"), facts=facts).words == "Đạt"
    assert _judge(LATER, facts=facts, span=month(3, 2027)).words == "Chưa đến giai đoạn"
    assert _judge(ENDED, figure("10"), facts=facts).words == "Đạt"
    ended = _judge(ENDED, figure("97", span=month(12, 2025)), facts=facts, span=month(3, 2027))
    assert ended.words == "Đã kết thúc: không đạt"


def test_a_decision_for_running_totals_counts_in_its_own_december() -> None:
    facts = Facts(annual_targets=(AnnualTarget("ct", 2026, "≥ 4"),))
    assert _judge(EACH_YEAR, figure("3", span=DECEMBER), facts=facts, span=DECEMBER).below == 2026
    a_year_later = month(12, 2027)
    later = _judge(EACH_YEAR, figure("3", span=a_year_later), facts=facts, span=a_year_later)
    assert (later.words, later.milestone) == ("Đang thực hiện", 2030)


def test_what_is_assigned_each_year_waits_for_its_decision() -> None:
    assert _judge(ASSIGNED, figure("81")).words == "Chưa có cơ sở đánh giá"
    facts = Facts(annual_targets=(AnnualTarget("ct", 2026, "tối thiểu 80%", DECISION),))
    assert _judge(ASSIGNED, figure("81"), facts=facts).words == "Vượt"
    assert _judge(ASSIGNED, facts=facts).verdict is Verdict.NO_FIGURE
    march = month(3, 2027)
    december = figure("79", span=DECEMBER)
    assert _judge(ASSIGNED, december, facts=facts, span=march).words == "Đã kết thúc: không đạt"
    assert _judge(ASSIGNED, december, span=march).words == "Chưa có cơ sở đánh giá"


@pytest.mark.parametrize("row", [GRDP, RANKED, indicator({2030: "≥ 3% GRDP và ≥ 4% tổng chi"})])
def test_what_nobody_publishes_is_no_debt_until_a_figure_is_recorded(row: IndicatorRow) -> None:
    for told in ([], [figure(note="đã hỏi Thống kê")], [figure(state=FigureState.NOT_REPORTED)]):
        assert _judge(row, *told).words == "Chưa có cơ sở đánh giá"
    assert _judge(row, figure("2")).verdict in (Verdict.REACHED, Verdict.UNDER_WAY)
    ended = _judge(row, span=month(1, 2031))
    assert (ended.verdict, ended.milestone) == (Verdict.NO_BASIS, 2030)


def test_the_officer_says_what_has_no_basis() -> None:
    facts = Facts(no_basis=(NoBasis("ct", "Cục Thống kê chưa công bố"),))
    assert _judge(RISING, facts=facts).words == "Chưa có cơ sở đánh giá"
    assert _judge(RISING, figure("85"), facts=facts).words == "Đạt"
    assert _judge(RISING, facts=Facts(no_basis=(NoBasis("khac", ""),))).verdict is Verdict.NO_FIGURE


def test_the_officers_reading_counts_and_the_printed_words_stay() -> None:
    unclear = indicator({2030: "≥ 85% (2030), 100% (2040)", 2035: "Duy trì"})
    assert targets_of(unclear)[2030].comparison is Comparison.UNKNOWN
    facts = Facts(readings=(Reading("ct", "2030", "ít nhất 85%", ""), Reading("khac", "2030", "đúng 1", "")))
    read = targets_of(unclear, facts)
    assert [(target.low, target.printed) for target in read.values()] == [
        (Decimal(85), "≥ 85% (2030), 100% (2040)"),
        (Decimal(85), "Duy trì"),
    ]
    assert _judge(unclear, figure("85"), facts=facts).words == "Đạt"
    assert _judge(unclear, figure("85")).words == "Chưa có cơ sở đánh giá"


@pytest.mark.parametrize(
    ("recorded", "words"),
    [
        (figure(text="Báo cáo số 12/BC-UBND"), "Đạt"),
        (figure(text="Dự thảo", reached=False), "Đang thực hiện"),
        (figure(note="đang viết"), "Chưa có số liệu"),
    ],
)
def test_a_report_is_done_when_its_number_is_recorded(recorded: Actual, words: str) -> None:
    assert _judge(indicator({2030: "Báo cáo"}, unit="Báo cáo"), recorded).words == words


def test_two_parts_are_reached_when_both_are_or_the_officer_says_so() -> None:
    row = indicator({2030: "> 95% đối với phổ thông và > 90% đối với mầm non"})
    assert [_judge(row, figure(value)).words for value in ("96", "95", "91")] == ["Đạt", *["Đang thực hiện"] * 2]
    told = "phổ thông 97%; mầm non 88%"
    assert _judge(row, figure(text=told, reached=False)).words == "Đang thực hiện"
    assert _judge(row, figure(text=told, reached=True)).words == "Đạt"


_ORDER = [Verdict.BELOW, Verdict.UNDER_WAY, Verdict.REACHED, Verdict.EXCEEDED]
_ENDS = [Verdict.ENDED_MISSED, Verdict.ENDED_REACHED]
_TARGETS = st.sampled_from(["≥ 15%", "100%", "80% - 90%", "khoảng 40% GRDP", "> 95% đối với A và > 90% đối với B"])
_SPANS = st.sampled_from([month(10), DECEMBER, month(12, 2025), month(3, 2027), month(12, 2030), month(1, 2033)])


@given(
    st.dictionaries(st.sampled_from([2025, 2030, 2035]), _TARGETS, min_size=1),
    st.dictionaries(st.sampled_from([2025, 2026, 2027]), _TARGETS),
    st.lists(st.decimals(0, 130, places=1), min_size=2, max_size=2).map(sorted),
    _SPANS,
)
def test_with_any_decisions_a_better_figure_never_gets_a_worse_word(
    printed: dict[int, str], decided: dict[int, str], amounts: list[Decimal], span: tuple[date, date]
) -> None:
    facts = Facts(annual_targets=tuple(AnnualTarget("ct", year, words) for year, words in decided.items()))
    row = indicator(dict(sorted(printed.items())))
    worse, better = (_judge(row, figure(str(one), span=span), facts=facts, span=span) for one in amounts)
    assert worse.milestone == better.milestone
    if worse.verdict is Verdict.NOT_BEGUN:
        assert better.verdict is Verdict.NOT_BEGUN
    elif worse.verdict in _ENDS:
        assert _ENDS.index(worse.verdict) <= _ENDS.index(better.verdict)
    else:
        assert _ORDER.index(worse.verdict) <= _ORDER.index(better.verdict)


@given(st.one_of(_TARGETS, st.text(min_size=1)))
def test_a_reading_in_the_words_of_the_app_is_what_the_app_understood(printed: str) -> None:
    own = targets_of(indicator({2030: printed}, unit=""))
    if own:
        facts = Facts(readings=(Reading("ct", "2030", describe(own[2030]), ""),))
        (read,) = targets_of(indicator({2030: printed}, unit=""), facts).values()
        assert replace(read, parts=()) == replace(own[2030], parts=())
