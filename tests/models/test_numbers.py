"""Numbers as officers write them."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import AmbiguousNumber, BadNumber
from models.numbers import (
    format_number,
    padded,
    parse_number,
    parse_plain,
    round_half_up,
    split_unit,
    to_text,
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("8,5", "8.5"),
        ("8.5", "8.5"),
        ("0,23", "0.23"),
        ("0.123", "0.123"),
        ("12.3456", "12.3456"),
        ("1234.567", "1234.567"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("12.345.678,90", "12345678.90"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234\u00a0567", "1234567"),
        ("-0,3", "-0.3"),
        ("\u22120,3", "-0.3"),
        ("- 5", "-5"),
        (" 01 ", "1"),
        ("84,90", "84.90"),
    ],
)
def test_a_typed_number_is_read(typed: str, value: str) -> None:
    assert str(parse_number(typed)) == value


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "năm",
        "1,5,5",
        "1.23.4",
        "1,234,567",
        "1 23",
        ".5",
        "5.",
        "5,",
        "--1",
        "1e5",
        "٣",
        "84%",
        "Infinity",
        "9" * 41,
    ],
)
def test_what_is_no_number_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(BadNumber, match="không phải là số") as raised:
        parse_number(typed)
    assert not isinstance(raised.value, AmbiguousNumber)
    assert len(raised.value.sentence) < 200


@pytest.mark.parametrize(
    ("typed", "choices"),
    [("1.234", ("1234", "1.234")), ("-1.000", ("-1000", "-1.000")), ("999.999", ("999999", "999.999"))],
)
def test_a_lone_group_of_thousands_asks(typed: str, choices: tuple[str, str]) -> None:
    with pytest.raises(AmbiguousNumber, match="có thể là") as raised:
        parse_number(typed)
    assert raised.value.choices == choices
    assert [str(parse_plain(choice)) for choice in choices] == list(choices)


@pytest.mark.parametrize(
    ("typed", "parts"), [("84,9 %", ("84,9", "%")), ("100%", ("100", "%")), ("12", ("12", "")), ("%", ("", "%"))]
)
def test_the_per_cent_sign_is_split_off(typed: str, parts: tuple[str, str]) -> None:
    assert split_unit(typed) == parts


@pytest.mark.parametrize(("stored", "value"), [("84.90", "84.90"), ("-3", "-3"), ("1234", "1234")])
def test_a_stored_number_is_read(stored: str, value: str) -> None:
    assert str(parse_plain(stored)) == value


@pytest.mark.parametrize("stored", ["", "8,5", "1e5", "1.", "NaN", " 1", "+1", "1" * 41])
def test_a_stored_number_has_a_dot_only(stored: str) -> None:
    with pytest.raises(BadNumber, match="kiểu máy"):
        parse_plain(stored)


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        (1452, None, "1.452"),
        (Decimal("84.90"), None, "84,9"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("100.00"), None, "100"),
        (Decimal("-1234567.5"), None, "-1.234.567,5"),
        (Fraction(1, 3), None, "0,33"),
        (Fraction(6, 3), None, "2"),
        (Decimal("84.95"), 1, "85"),
        (Fraction(245200, 2888), 1, "84,9"),
        (Decimal("-0.04"), 1, "0"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "-3"),
    ],
)
def test_a_number_is_shown_as_forms_print_it(value: Decimal | Fraction | int, places: int | None, shown: str) -> None:
    assert format_number(value, places) == shown


def test_no_digit_of_a_great_number_is_lost() -> None:
    assert str(round_half_up(Decimal("1" + "0" * 60 + ".25"), 1)) == "1" + "0" * 60 + ".3"


def test_the_stored_form_keeps_every_typed_decimal() -> None:
    assert to_text(Decimal("84.90")) == "84.90"
    assert to_text(Decimal("1E+3")) == "1000"


@pytest.mark.parametrize(("count", "shown"), [(0, "0"), (5, "05"), (11, "11"), (120, "120")])
def test_counts_are_padded(count: int, shown: str) -> None:
    assert padded(count) == shown


@given(st.text())
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        value = parse_number(text)
    except BadNumber:
        return
    assert value.is_finite()


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4))
def test_what_is_shown_is_read_back(value: Decimal) -> None:
    shown = format_number(value)
    if re.fullmatch(r"-?\d{1,3}\.\d{3}", shown):
        # The one form that could be two numbers; a decimal makes it plain.
        shown += ",0"
    assert parse_number(shown) == value


@given(st.fractions(min_value=-1000, max_value=1000), st.integers(0, 6))
def test_rounding_is_never_further_than_half_a_step(value: Fraction, places: int) -> None:
    rounded = round_half_up(value, places)
    assert abs(Fraction(rounded) - value) <= Fraction(1, 2 * 10**places)
    assert abs(Fraction(rounded)) >= abs(value) or abs(Fraction(rounded) - value) < Fraction(1, 2 * 10**places)
