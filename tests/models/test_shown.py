"""Check figures and days as officers read them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from models.actuals import Actual, FigureState
from models.plans import IndicatorRow
from models.shown import (
    day_text,
    day_words,
    figure_text,
    figure_words,
    fixed,
    fraction_text,
    logged_text,
    places_of,
    shown_value,
    with_unit,
)
from tests.models.rows import figure, indicator

RATE = indicator({2025: "≥ 95%", 2030: "100%"})
FINE = indicator({2025: "0,2 %", 2030: "≥ 0,23%"})
COUNT = indicator({2030: "≥ 12"}, unit="bài viết", measure="within")
UNNAMED = indicator({2030: "≥ 95%"}, unit="")


@pytest.mark.parametrize(("row", "places"), [(RATE, 1), (FINE, 2), (COUNT, 1), (indicator({2030: "Duy trì"}), 1)])
def test_places_are_those_of_the_finest_target(row: IndicatorRow, places: int) -> None:
    assert places_of(row) == places


@pytest.mark.parametrize(
    ("given", "text", "words"),
    [
        (figure("84.90"), "84,9", "84,9%"),
        (figure("0"), "0", "0%"),
        (figure("32.5", estimate=True), "32,5 (ước)", "32,5% (ước)"),
        (figure(ratio=(1452, 1710)), "84,9", "84,9%"),
        (figure(ratio=(1, 8)), "12,5", "12,5%"),
        (figure(text="Duy trì tốt"), "Duy trì tốt", "“Duy trì tốt”"),
        (figure(reached=True), "Đạt", "đạt"),
        (figure(reached=False), "Chưa đạt", "chưa đạt"),
        (figure(text="Có đội", reached=True), "Có đội", "“Có đội”"),
        (figure(state=FigureState.NOTHING_HAPPENED), "Không phát sinh", "không phát sinh"),
        (figure(state=FigureState.NOT_REPORTED), "Chưa báo cáo", "chưa báo cáo"),
        (figure(note="chỉ ghi chú"), "", ""),
    ],
)
def test_figure_in_a_table_and_in_a_sentence(given: Actual, text: str, words: str) -> None:
    assert figure_text(RATE, given) == text
    assert figure_words(RATE, given) == words


def test_absent_figure_is_an_empty_cell() -> None:
    assert figure_text(RATE, None) == ""


def test_count_has_its_unit_only_in_sentences() -> None:
    assert (figure_text(COUNT, figure("1452")), figure_words(COUNT, figure("1452"))) == ("1.452", "1.452 bài viết")


def test_ratio_is_a_percentage_where_only_the_targets_say_so() -> None:
    assert shown_value(UNNAMED, figure(ratio=(1452, 1710))) == Decimal("84.9")
    assert figure_words(UNNAMED, figure(ratio=(1452, 1710))) == "84,9%"


def test_ratio_is_rounded_half_up_to_the_places_of_the_row() -> None:
    assert shown_value(FINE, figure(ratio=(2345, 1_000_000))) == Decimal("0.23")
    assert shown_value(FINE, figure(ratio=(2350, 1_000_000))) == Decimal("0.24")
    assert shown_value(RATE, figure("84.951")) == Decimal("84.951")


def test_fraction_is_shown_where_it_was_typed() -> None:
    assert fraction_text(figure(ratio=(1452, 1710))) == "1.452/1.710"
    assert fraction_text(figure("84.9")) == ""


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(4), 1, "4,0"),
        (Fraction(-119, 10), 1, "-11,9"),
        (Decimal("1234.5"), 2, "1.234,50"),
        (Decimal("2.5"), 0, "3"),
    ],
)
def test_fixed_decimals(value: Fraction | Decimal, places: int, text: str) -> None:
    assert fixed(value, places) == text


def test_units_as_prose_writes_them() -> None:
    assert [with_unit("5", unit) for unit in ("%", "người", "")] == ["5%", "5 người", "5"]


@pytest.mark.parametrize(
    ("day", "text", "words"),
    [
        (date(2026, 1, 5), "05/01/2026", "ngày 05 tháng 01 năm 2026"),
        (date(2026, 3, 15), "15/03/2026", "ngày 15 tháng 3 năm 2026"),
        (date(2026, 12, 1), "01/12/2026", "ngày 01 tháng 12 năm 2026"),
    ],
)
def test_days(day: date, text: str, words: str) -> None:
    assert (day_text(day), day_words(day)) == (text, words)


@pytest.mark.parametrize(
    ("column", "value", "text"),
    [
        ("value", "1234.50", "1.234,5%"),
        ("numerator", "1452", "1.452"),
        ("percent", "70", "70%"),
        ("done", 1, "có"),
        ("estimate", 0, "không"),
        ("reached", None, "trống"),
        ("note", "", "trống"),
        ("state", "nothing_happened", "không phát sinh"),
        ("state", "figure", "có số liệu"),
        ("deliverable_date", "2026-10-12", "12/10/2026"),
        ("text", "dòng một\ndòng hai", "“dòng một dòng hai”"),
    ],
)
def test_value_of_the_log(column: str, value: str | int | None, text: str) -> None:
    assert logged_text(column, value, "%") == text
