"""Quang Sơn's printed rows: the row of the milestone in force, those that passed, those that have not come."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import lru_cache

import pytest

import resources
from models.actuals import Actual
from models.evaluation import Evaluation
from models.facts import NO_FACTS, AnnualTarget, Facts
from models.plan_format import plan_from_dict
from models.plans import Plan
from models.printed_rows import evaluate_printed
from tests.models.rows import CLOSING, START, figure, month


@lru_cache(maxsize=1)
def quang_son() -> Plan:
    return plan_from_dict(resources.read_json("plans/quang-son.json"))


def _judge(
    number: str, *figures: Actual, span: tuple[date, date] = (START, CLOSING), facts: Facts = NO_FACTS
) -> Evaluation:
    plan = quang_son()
    row = next(row for row in plan.printed_indicators() if row.number == number)
    merged = next(one for one in plan.indicators() if one.key == (row.same_as or row.key))
    return evaluate_printed(row, merged, figures, *span, plan.milestones, facts=facts)


def test_in_2026_rows_6_to_11_are_in_force_and_those_of_2025_have_ended() -> None:
    words = {row.number: _judge(row.number, figure("96")).words for row in quang_son().printed_indicators()}
    assert {words[str(number)] for number in range(1, 6)} == {"Đã kết thúc: chưa có số liệu"}
    in_force = [words[str(number)] for number in range(6, 12)]
    assert in_force[:2] == ["Đang thực hiện", "Đang thực hiện"]
    assert in_force[3:] == ["Thấp hơn mục tiêu đến hết năm 2025", "Thấp hơn mục tiêu đến hết năm 2025", "Vượt"]
    assert {words[str(number)] for number in range(12, 24)} == {"Chưa đến mốc"}


def test_a_passed_row_keeps_the_last_figure_of_its_year() -> None:
    told = [figure("69", span=month(6, 2025)), figure("72", span=month(12, 2025)), figure("65")]
    ended = _judge("2", *told)
    assert (ended.words, ended.amount) == ("Đã kết thúc: đạt", Fraction(72))
    assert _judge("8", *told).words == "Thấp hơn mục tiêu đến hết năm 2025"
    assert _judge("2", told[2]).words == "Đã kết thúc: chưa có số liệu"


def test_a_row_that_is_kept_stays_the_one_in_force() -> None:
    in_2033 = month(3, 2033)
    assert _judge("8", figure("100", span=in_2033), span=in_2033).words == "Đạt"
    assert _judge("21", figure("100", span=month(1, 2046)), span=month(1, 2046)).words == "Đạt"


@pytest.mark.parametrize(("number", "words"), [("11", "Vượt"), ("5", "Đã kết thúc: chưa có số liệu")])
def test_a_decisions_target_belongs_to_the_row_of_the_coming_milestone(number: str, words: str) -> None:
    facts = Facts(annual_targets=(AnnualTarget("ct-5", 2026, "≥ 93%"),))
    rows = {row.number: row for row in quang_son().printed_indicators()}
    found = _judge(number, *([figure("94")] if number == "11" else []), facts=facts)
    assert (found.words, rows["11"].same_as) == (words, "ct-5")
