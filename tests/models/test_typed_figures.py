"""What one typed cell says: a value, a ratio, words, a state."""

from decimal import Decimal

import pytest

from models.actuals import Actual, FigureState
from models.errors import AmbiguousNumber, BadNumber
from models.shown import figure_text
from models.typed_figures import figure_to_edit, read_figure
from tests.models.rows import figure, indicator

RATE = indicator({2030: "≥ 50%"})
COUNT = indicator({2030: "≥ 5"}, unit="bài viết")
WORDS = indicator({2030: "Đội cấp xã ứng cứu sự cố an ninh mạng"}, unit="")


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("8,5", {"value": Decimal("8.5")}),
        (" 84,90 % ", {"value": Decimal("84.90")}),
        ("1.234,5", {"value": Decimal("1234.5")}),
        ("-0", {"value": Decimal(0)}),
        ("92/92", {"numerator": Decimal(92), "denominator": Decimal(92)}),
        ("1452 / 1710", {"numerator": Decimal(1452), "denominator": Decimal(1710)}),
        ("0,5 (ước)", {"value": Decimal("0.5"), "estimate": True}),
        ("Không phát sinh", {"state": FigureState.NOTHING_HAPPENED}),
        ("khong phat sinh.", {"state": FigureState.NOTHING_HAPPENED}),
        ("chưa báo cáo", {"state": FigureState.NOT_REPORTED}),
        ("  ", {}),
    ],
)
def test_what_is_read(typed: str, given: dict[str, object]) -> None:
    assert read_figure(RATE, typed) == given


@pytest.mark.parametrize("typed", ["tám", "8,5,1", "12/10/2026", "9/", "/", "%"])
def test_words_are_no_figure_where_targets_are_numbers(typed: str) -> None:
    with pytest.raises(BadNumber, match="không phải là số"):
        read_figure(RATE, typed)


def test_a_per_cent_sign_needs_a_rate() -> None:
    with pytest.raises(BadNumber, match="“bài viết”"):
        read_figure(COUNT, "8%")


def test_words_are_a_figure_where_the_target_is_in_words() -> None:
    assert read_figure(WORDS, "Đã thành lập Đội ") == {"text": "Đã thành lập Đội"}


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("1.234", ("1234", "1.234")),
        ("1.452/1.710", ("1452/1710", "1.452/1.710")),
        ("92/1.710", ("92/1710", "92/1.710")),
    ],
)
def test_a_lone_group_of_thousands_could_be_two_numbers(typed: str, choices: tuple[str, str]) -> None:
    with pytest.raises(AmbiguousNumber) as caught:
        read_figure(COUNT, typed)
    assert caught.value.choices == choices


@pytest.mark.parametrize(
    "recorded",
    [
        figure("84.90"),
        figure("1234"),
        figure("1.234"),
        figure(ratio=(1452, 1710)),
        figure(state=FigureState.NOTHING_HAPPENED),
        figure(state=FigureState.NOT_REPORTED),
    ],
)
def test_what_an_editor_begins_with_reads_back_as_it_was(recorded: Actual) -> None:
    given = read_figure(COUNT, figure_to_edit(recorded))
    read = Actual(recorded.row_key, recorded.start, recorded.as_of, **given)  # type: ignore[arg-type]  # its own fields
    assert (read, figure_text(COUNT, read)) == (recorded, figure_text(COUNT, recorded))


def test_an_editor_over_no_figure_begins_empty() -> None:
    assert figure_to_edit(None) == ""
