"""Figures made of parts: units come and go, what they send adds up, and who has not sent is known."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.actuals import Actual, cumulative, figure_for
from models.facts import Facts, PartFigure, Supplier
from models.parts import Parts, parts_of, suppliers_in_force, with_sums
from models.plans import IndicatorRow
from models.targets import unit_of
from tests.models.rows import CLOSING, START, figure, indicator, month

RATE = indicator({2030: "100%"})
COUNT = indicator({2030: "≥ 10"}, unit="lớp", measure="within", name="Số lớp mỗi năm")
RANK = indicator({2030: "Top 20"}, unit="Thứ bậc")
SINCE = date(2026, 1, 1)
OCTOBER = (START, CLOSING)
QUARTER = (date(2026, 7, 1), date(2026, 9, 30))


def _part(unit: str, value: str | tuple[int, int] | None, span: tuple[date, date] = OCTOBER) -> PartFigure:
    if isinstance(value, tuple):
        return PartFigure("ct", unit, *span, numerator=Decimal(value[0]), denominator=Decimal(value[1]))
    number = None if value is None else Decimal(value)
    return PartFigure("ct", unit, *span, value=number, nothing_happened=value is None)


def _facts(*parts: PartFigure, units: str = "ABC") -> Facts:
    suppliers = tuple(Supplier("ct", unit, SINCE) for unit in units)
    return Facts(suppliers=(*suppliers, Supplier("khac", "D", SINCE)), part_figures=parts)


def _sum(
    row: IndicatorRow, facts: Facts, *own: Actual, span: tuple[date, date] = OCTOBER
) -> tuple[Fraction | None, Parts | None]:
    found = figure_for(row, with_sums(row, own, facts, span), *span)
    return (found.amount(unit_of(row)) if found else None), parts_of(row, facts, *span)


def test_numerators_and_denominators_add_up_and_the_missing_units_are_known() -> None:
    amount, parts = _sum(RATE, _facts(_part("A", (30, 40)), _part("B", (50, 60))))
    assert amount == 80
    assert parts is not None
    assert (parts.words(), parts.missing) == ("2/3 đơn vị đã gửi số liệu", ("C",))


def test_counts_add_up_and_nothing_happened_is_sent() -> None:
    amount, parts = _sum(COUNT, _facts(_part("A", "2"), _part("B", "3"), _part("C", None)))
    assert amount == 5
    assert parts is not None
    assert parts.missing == ()


def test_bare_percentages_and_ranks_never_add_up() -> None:
    assert _sum(RATE, _facts(_part("A", "80"), _part("B", "90")))[0] is None
    assert _sum(RATE, _facts(_part("A", "80"), _part("B", (1, 2))))[0] is None
    assert _sum(RATE, _facts(_part("A", "80")))[0] is None
    assert _sum(RANK, _facts(_part("A", "3"), _part("B", "4")))[0] is None
    assert _sum(RATE, _facts(_part("A", "80"), units="A"))[0] == 80


def test_the_sum_stands_instead_of_the_own_figure_and_keeps_its_words() -> None:
    own = figure("99", note="đã đôn đốc")
    records = with_sums(RATE, [own], _facts(_part("A", (1, 2))), OCTOBER)
    assert [(one.numerator, one.value, one.note) for one in records] == [(Decimal(1), None, "đã đôn đốc")]
    words_only = with_sums(RATE, [own], _facts(), OCTOBER)
    assert [(one.is_blank(), one.note) for one in words_only] == [(True, "đã đôn đốc")]


def test_before_the_units_supplied_it_the_own_figures_count() -> None:
    december = figure("70", span=month(12, 2025))
    assert with_sums(RATE, [december], _facts(_part("A", (1, 2))), OCTOBER)[0] == december
    assert parts_of(RATE, _facts(), *month(12, 2025)) is None
    alone = indicator({2030: "100%"})
    assert with_sums(alone, [december], Facts(), OCTOBER) == [december]


def test_units_come_and_go_by_days() -> None:
    closed = Supplier("ct", "Trường cũ", SINCE, date(2026, 10, 15))
    opened = Supplier("ct", "Trường mới", date(2026, 11, 1))
    facts = Facts(suppliers=(closed, opened, Supplier("ct", "Trường cũ", SINCE)))
    assert suppliers_in_force(RATE, Facts(suppliers=(closed, opened)), *OCTOBER) == ()
    assert suppliers_in_force(COUNT, Facts(suppliers=(closed, opened)), *OCTOBER) == ("Trường cũ",)
    assert suppliers_in_force(RATE, facts, *OCTOBER) == ("Trường cũ",)
    assert suppliers_in_force(RATE, facts, *month(11)) == ("Trường mới", "Trường cũ")


def test_the_part_of_a_unit_that_has_gone_is_not_added() -> None:
    assert _sum(RATE, _facts(_part("A", (1, 2)), _part("X", (9, 9))))[0] == 50


def test_a_state_sent_for_another_period_that_closes_that_day_is_added() -> None:
    facts = _facts(_part("A", (1, 2), month(9)), _part("B", (1, 1), QUARTER), _part("C", (0, 1), month(9)))
    assert _sum(RATE, facts, span=QUARTER)[0] == 50
    assert _sum(RATE, facts, span=month(9))[0] == 50


def test_months_of_one_unit_and_the_quarter_of_another_make_the_quarter() -> None:
    months = [_part("A", "1", month(number)) for number in (7, 8, 9)]
    facts = _facts(*months, _part("B", "4", QUARTER), units="AB")
    amount, parts = _sum(COUNT, facts, span=QUARTER)
    assert amount == 7
    assert parts == Parts(("A", "B"), ("A", "B"))
    records = with_sums(COUNT, (), facts, QUARTER)
    assert cumulative(COUNT, records, SINCE, QUARTER[1]) == 7


_PARTS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), min_size=1, max_size=12)


@given(_PARTS, st.integers(0, 12))
def test_the_sum_of_parts_is_the_ratio_of_their_sums(sizes: list[tuple[int, int]], silent: int) -> None:
    units = [f"Thôn {number}" for number in range(len(sizes) + silent)]
    facts = Facts(
        suppliers=tuple(Supplier("ct", unit, SINCE) for unit in units),
        part_figures=tuple(_part(unit, size) for unit, size in zip(units, sizes, strict=False)),
    )
    amount, parts = _sum(RATE, facts)
    assert amount == Fraction(sum(top for top, _ in sizes), sum(bottom for _, bottom in sizes)) * 100
    assert parts is not None
    assert len(parts.missing) == silent


@pytest.mark.parametrize("measure", ["state", "within"])
def test_sums_of_240_months_keep_their_order(measure: str) -> None:
    row = RATE if measure == "state" else COUNT
    days = [(START + timedelta(days=30 * place), START + timedelta(days=30 * place + 29)) for place in range(240)]
    facts = _facts(*(_part("A", (1, 2) if measure == "state" else "1", span) for span in days))
    records = with_sums(row, (), facts, days[-1])
    assert [one.as_of for one in records] == [last for _, last in days]
