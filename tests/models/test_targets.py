"""Every printed target of Thuận Châu, and the harder ones of the other plans, with what is understood."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.targets import Comparison, Target, describe, exceeded, parse_target, reached, unit_of
from tests.models.rows import indicator, thuan_chau

AT_LEAST, RANGE, TEXT, KEEP = Comparison.AT_LEAST, Comparison.RANGE, Comparison.TEXT, Comparison.KEEP
ABOVE, RANK, UNKNOWN, ABOUT = Comparison.ABOVE, Comparison.RANK, Comparison.UNKNOWN, Comparison.ABOUT
Understood = tuple[Comparison, str | None, str | None, str]

# Reviewed against the plan: printed words -> comparison, low, high, unit.
THUAN_CHAU: dict[str, Understood] = {
    "≥ 0,2%": (AT_LEAST, "0.2", None, "%"),
    "≥ 0,23%": (AT_LEAST, "0.23", None, "%"),
    "≥ 0,5%": (AT_LEAST, "0.5", None, "%"),
    "≥ 1,0%": (AT_LEAST, "1", None, "%"),
    "≥ 1,5%": (AT_LEAST, "1.5", None, "%"),
    "≥ 10%": (AT_LEAST, "10", None, "%"),
    "≥ 15%": (AT_LEAST, "15", None, "%"),
    "≥ 50%": (AT_LEAST, "50", None, "%"),
    "≥ 60%": (AT_LEAST, "60", None, "%"),
    "≥ 70%": (AT_LEAST, "70", None, "%"),
    "≥ 80%": (AT_LEAST, "80", None, "%"),
    "≥ 85%": (AT_LEAST, "85", None, "%"),
    "≥ 90%": (AT_LEAST, "90", None, "%"),
    "≥ 95%": (AT_LEAST, "95", None, "%"),
    "0,2 %": (AT_LEAST, "0.2", None, "%"),
    "0,5%": (AT_LEAST, "0.5", None, "%"),
    "1%": (AT_LEAST, "1", None, "%"),
    "20%": (AT_LEAST, "20", None, "%"),
    "30%": (AT_LEAST, "30", None, "%"),
    "40%": (AT_LEAST, "40", None, "%"),
    "50%": (AT_LEAST, "50", None, "%"),
    "63%": (AT_LEAST, "63", None, "%"),
    "80%": (AT_LEAST, "80", None, "%"),
    "90%": (AT_LEAST, "90", None, "%"),
    "95%": (AT_LEAST, "95", None, "%"),
    "97%": (AT_LEAST, "97", None, "%"),
    "99%": (AT_LEAST, "99", None, "%"),
    "100%": (AT_LEAST, "100", None, "%"),
    "80% - 90%": (RANGE, "80", "90", "%"),
    "≥ 1": (AT_LEAST, "1", None, ""),
    "≥ 2": (AT_LEAST, "2", None, ""),
    "≥ 3": (AT_LEAST, "3", None, ""),
    "≥ 4": (AT_LEAST, "4", None, ""),
    "≥ 5": (AT_LEAST, "5", None, ""),
    "≥ 10": (AT_LEAST, "10", None, ""),
    "≥ 15": (AT_LEAST, "15", None, ""),
    "≥ 20": (AT_LEAST, "20", None, ""),
    "≥ 30": (AT_LEAST, "30", None, ""),
    "Sử dụng hệ thống hiện có": (TEXT, None, None, ""),
    "Đội cấp xã ứng cứu sự cố an ninh mạng": (TEXT, None, None, ""),
    "Duy trì": (KEEP, None, None, ""),
}

# The other plans' cases of design.md §4, with the row's name and unit where they matter.
OTHERS: list[tuple[str, str, str, Understood]] = [
    ("50–55%", "", "", (RANGE, "50", "55", "%")),
    ("45-50% GRDP", "", "", (RANGE, "45", "50", "%")),
    ("khoảng 40%", "", "", (ABOUT, "40", None, "%")),
    ("≈ 40%", "", "", (ABOUT, "40", None, "%")),
    ("trên 3,5%", "", "", (ABOVE, "3.5", None, "%")),
    ("> 80", "", "%", (ABOVE, "80", None, "%")),
    ("90", "", "% dân số", (AT_LEAST, "90", None, "%")),
    (">=30", "", "%", (AT_LEAST, "30", None, "%")),
    (">01", "", "Trung tâm", (ABOVE, "1", None, "")),
    ("Phấn đấu đạt 3%", "", "", (AT_LEAST, "3", None, "%")),
    ("Tối thiểu 95%", "", "", (AT_LEAST, "95", None, "%")),
    ("80% trở lên", "", "", (AT_LEAST, "80", None, "%")),
    ("5% trở xuống", "", "", (Comparison.AT_MOST, "5", None, "%")),
    ("≤ 5%", "", "", (Comparison.AT_MOST, "5", None, "%")),
    ("< 10", "", "%", (Comparison.BELOW, "10", None, "%")),
    ("= 12", "", "", (Comparison.EQUAL, "12", None, "")),
    ("Top 20 các địa phương dẫn đầu của tỉnh", "", "Thứ bậc", (RANK, "20", None, "")),
    ("Phấn đấu đứng top 20 toàn tỉnh", "", "Thứ bậc", (RANK, "20", None, "")),
    ("< 10", "Xếp hạng về an toàn thông tin mạng", "", (RANK, "9", None, "")),
    ("≤ 10", "", "Thứ bậc", (RANK, "10", None, "")),
    ("10", "", "Thứ bậc", (RANK, "10", None, "")),
    ("≥ 10", "", "Thứ bậc", (UNKNOWN, None, None, "")),
    ("< 1", "", "Thứ bậc", (UNKNOWN, None, None, "")),
    ("Đạt mức khá của tỉnh", "", "Thứ bậc", (TEXT, None, None, "")),
    ("Báo cáo", "", "", (Comparison.REPORT, None, None, "")),
    (">00", "", "%", (Comparison.UNJUDGED, None, None, "")),
    ("tối thiểu mục tiêu Chính phủ giao hàng năm", "", "", (Comparison.ASSIGNED, None, None, "")),
    ("Phủ sóng 5G", "", "", (TEXT, None, None, "")),
    ("1.234", "", "", (UNKNOWN, None, None, "")),
    ("1.234.567", "", "", (AT_LEAST, "1234567", None, "")),
    ("0%", "", "", (UNKNOWN, None, None, "")),
    ("90% - 80%", "", "", (UNKNOWN, None, None, "")),
    ("80% hoặc 90%", "", "", (UNKNOWN, None, None, "")),
    ("trên 80% trở lên", "", "", (UNKNOWN, None, None, "")),
    ("tốı đa 5", "", "", (UNKNOWN, None, None, "")),
    ("Top 0", "", "", (UNKNOWN, None, None, "")),
    ("≥ 85% hồ sơ trực tuyến (2030), 100% (2040)", "", "", (UNKNOWN, None, None, "")),
    ("> 95% và > 90%", "", "", (UNKNOWN, None, None, "")),
    ("", "", "", (UNKNOWN, None, None, "")),
]


def _numbers(understood: Understood) -> tuple[Comparison, Decimal | None, Decimal | None, str]:
    comparison, low, high, unit = understood
    return comparison, Decimal(low) if low else None, Decimal(high) if high else None, unit


def _parts(target: Target) -> tuple[Comparison, Decimal | None, Decimal | None, str]:
    return target.comparison, target.low, target.high, target.unit


def _without_printed(target: Target) -> Target:
    return replace(target, printed="", parts=tuple(_without_printed(part) for part in target.parts))


def test_the_table_holds_every_printed_target_of_the_plan() -> None:
    printed = {words for row in thuan_chau().indicator_rows for words in row.targets.values()}
    assert printed == set(THUAN_CHAU)


@pytest.mark.parametrize(("printed", "understood"), THUAN_CHAU.items())
def test_a_target_of_thuan_chau_is_understood(printed: str, understood: Understood) -> None:
    target = parse_target(printed)
    assert _parts(target) == _numbers(understood)
    assert target.printed == printed


@pytest.mark.parametrize(("printed", "name", "unit", "understood"), OTHERS)
def test_a_target_of_the_other_plans_is_understood(printed: str, name: str, unit: str, understood: Understood) -> None:
    assert _parts(parse_target(printed, name, unit)) == _numbers(understood)


def test_a_target_of_two_parts_is_reached_when_both_are() -> None:
    target = parse_target("> 95% đối với cơ sở giáo dục phổ thông và > 90% đối với các cơ sở giáo dục mầm non ")
    assert [(str(part.low), part.scope) for part in target.parts] == [
        ("95", "đối với cơ sở giáo dục phổ thông"),
        ("90", "đối với các cơ sở giáo dục mầm non"),
    ]
    assert _without_printed(parse_target(describe(target))) == _without_printed(target)
    assert reached(target, Fraction(96))
    assert not reached(target, Fraction(93))


def test_words_after_the_number_are_kept() -> None:
    assert parse_target("50–55% GRDP").scope == "GRDP"
    assert describe(parse_target("50–55% GRDP")) == "từ 50% đến 55% GRDP"


@pytest.mark.parametrize(
    ("printed", "amount", "is_reached", "is_exceeded"),
    [
        ("≥ 15%", "15", True, False),
        ("≥ 15%", "14.999", False, False),
        ("≥ 15%", "15.001", True, True),
        ("100%", "100", True, False),
        ("100%", "104", True, False),
        ("≥ 1", "1", True, False),
        ("≥ 100", "101", True, True),
        ("80% - 90%", "80", True, False),
        ("80% - 90%", "90", True, False),
        ("80% - 90%", "90.1", True, True),
        ("> 80", "80", False, False),
        ("> 80", "81", True, True),
        ("khoảng 40%", "41", True, False),
        ("= 12", "12", True, False),
        ("= 12", "13", False, False),
        ("≤ 5%", "5", True, False),
        ("≤ 5%", "5.1", False, False),
        ("dưới 5%", "5", False, False),
        ("dưới 5%", "4", True, False),
        ("Top 20", "20", True, False),
        ("Top 20", "21", False, False),
        ("Duy trì", "99", False, False),
        ("Báo cáo", "99", False, False),
    ],
)
def test_a_figure_is_held_against_a_target(printed: str, amount: str, is_reached: bool, is_exceeded: bool) -> None:
    target = parse_target(printed)
    assert reached(target, Fraction(amount)) is is_reached
    assert exceeded(target, Fraction(amount)) is is_exceeded


@pytest.mark.parametrize(
    ("unit", "targets", "own"),
    [
        ("% dân số", {2030: "50"}, "%"),
        ("Thứ bậc", {2030: "< 10"}, "Thứ bậc"),
        ("", {2030: "≥ 50%"}, "%"),
        ("", {2030: "≥ 5"}, ""),
        ("", {}, ""),
    ],
)
def test_a_row_tells_what_its_figures_are_measured_in(unit: str, targets: dict[int, str], own: str) -> None:
    assert unit_of(indicator(targets, unit=unit)) == own


_SIGNS = ["≥", ">", "<=", "<", "=", "khoảng ", "trên ", "ít nhất ", "Top ", "phấn đấu đạt ", "từ ", " đến ", "-", "–"]
_OTHER_PIECES = ["%", " và ", "; ", " trở lên", " trở xuống", " GRDP", " đối với xã", "Duy trì", "00", "0,5", "1.234"]
_PIECES = st.sampled_from([*_SIGNS, *_OTHER_PIECES])
_TEXTS = st.one_of(st.text(), st.lists(st.one_of(_PIECES, st.integers(0, 2000).map(str)), max_size=7).map("".join))


@given(_TEXTS, st.sampled_from(["", "Xếp hạng"]), st.sampled_from(["", "%", "người"]))
def test_any_text_is_kept_as_printed_and_described_as_understood(printed: str, name: str, unit: str) -> None:
    target = parse_target(printed, name, unit)
    assert target.printed == printed
    assert _without_printed(parse_target(describe(target))) == _without_printed(target)
