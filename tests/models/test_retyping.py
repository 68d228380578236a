"""Retyping help: figures in the order of another screen, in its number style, with what was typed in before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.actuals import FigureState
from models.errors import AppError, NotFound
from models.report_work import Entered
from models.retyping import (
    DECIMAL,
    RetypedRow,
    chosen_rows,
    clean_retyping,
    retyped_rows,
    retyping_defaults,
    row_named,
    rows_setting,
    to_enter,
)
from tests.exporters.small_reports import now, report_of, share
from tests.models.rows import thuan_chau

ROWS = (
    replace(share("a", "Tỷ lệ hồ sơ", {2030: "80"}), number="1"),
    replace(share("b", "Số\nbài viết", {2030: "80"}), number="2", unit="bài viết"),
    replace(share("c", "Xếp loại", {2030: "Tốt"}), number="3", unit=""),
    replace(share("d", "Chưa có", {2030: "80"}), number="4"),
)
FIGURES = (
    replace(now("a"), numerator=Decimal(1452), denominator=Decimal(1710)),
    now("b", "12345.5"),
    replace(now("c"), text="Tốt"),
)
ON = date(2026, 11, 4)
SETTING = rows_setting("bao-cao-thang")


def rows(settings: dict[str, str] | None = None, entered: tuple[Entered, ...] = ()) -> tuple[RetypedRow, ...]:
    return retyped_rows(report_of(ROWS, FIGURES), entered, settings or {})


def test_all_indicators_in_printed_order_as_plain_figures() -> None:
    found = [(row.label, row.name, row.figure, row.unit) for row in rows()]
    assert found == [
        ("1", "Tỷ lệ hồ sơ", "84,9", "%"),
        ("2", "Số bài viết", "12345,5", "bài viết"),
        ("3", "Xếp loại", "Tốt", ""),
        ("4", "Chưa có", "", "%"),
    ]


def test_the_decimal_mark_is_that_of_the_other_screen() -> None:
    assert [row.figure for row in rows({DECIMAL: "dot"})][:2] == ["84.9", "12345.5"]
    assert [row.shown for row in rows({DECIMAL: "dot"})][:2] == ["84,9", "12.345,5"]


def test_chosen_rows_come_in_their_order_and_a_row_that_is_gone_is_left_out() -> None:
    assert chosen_rows("bao-cao-thang", {SETTING: "b\nđã bỏ\na"}) == ("b", "đã", "bỏ", "a")
    assert [row.key for row in rows({SETTING: "b\nx\na"})] == ["b", "a"]


@pytest.mark.parametrize(
    ("state", "shown"), [(FigureState.NOTHING_HAPPENED, "Không phát sinh"), (FigureState.NOT_REPORTED, "")]
)
def test_what_is_no_figure_is_told_in_words_or_left_blank(state: FigureState, shown: str) -> None:
    (row,) = retyped_rows(report_of(ROWS[:1], [replace(now("a"), state=state)]), (), {})
    assert (row.figure, row.shown) == (shown, shown)


def test_what_was_entered_says_when_and_whether_it_changed_since() -> None:
    entered = (Entered("a", "value", "84,9", ON), Entered("b", "value", "12", ON), Entered("c", "note", "x", ON))
    assert [row.state for row in rows({DECIMAL: "dot"}, entered)] == [
        "đã nhập ngày 04/11/2026",
        "đã nhập ngày 04/11/2026, số liệu đã thay đổi",
        "chưa nhập",
        "chưa có số liệu",
    ]


def test_a_figure_that_was_taken_away_since_has_changed() -> None:
    (row,) = [row for row in rows(entered=(Entered("d", "value", "5", ON),)) if row.key == "d"]
    assert (row.changed, row.figure) == (True, "")


def test_an_estimate_that_became_official_is_the_same_figure() -> None:
    estimate = retyped_rows(report_of(ROWS[1:2], [now("b", "12", estimate=True)]), (), {})
    (typed,) = to_enter(estimate, ["b"], ON)
    (row,) = retyped_rows(report_of(ROWS[1:2], [now("b", "12")]), [typed], {})
    assert not row.changed


def test_rows_are_entered_as_shown_by_key_or_number_or_all_that_have_a_figure() -> None:
    assert to_enter(rows(), ["b", "1"], ON) == (
        Entered("b", "value", "12.345,5", ON),
        Entered("a", "value", "84,9", ON),
    )
    assert [one.row_key for one in to_enter(rows(), (), ON)] == ["a", "b", "c"]


def test_nothing_is_entered_where_there_is_no_figure() -> None:
    with pytest.raises(AppError, match="Chỉ tiêu 4 chưa có số liệu"):
        to_enter(rows(), ["a", "d"], ON)
    with pytest.raises(AppError, match="chưa có số liệu nào"):
        to_enter(rows({SETTING: "d"}), (), ON)


def test_a_row_that_is_not_there_or_not_alone_is_refused() -> None:
    with pytest.raises(NotFound, match="không có dòng “x”"):
        row_named(rows(), "x")
    twice = (*rows(), replace(rows()[0], key="e"))
    with pytest.raises(NotFound, match="có 2 dòng cùng mang số “1”; hãy ghi mã dòng"):
        row_named(twice, "1")
    assert row_named(twice, "e").key == "e"


def test_settings_are_checked_against_the_plan() -> None:
    plan = thuan_chau()
    assert retyping_defaults(plan)[SETTING] == ""
    assert clean_retyping(plan, SETTING, " ct-V.4\nct-V.3 ct-V.4") == "ct-V.4\nct-V.3"
    assert clean_retyping(plan, SETTING, "") == ""
    with pytest.raises(NotFound, match=r"“nv-I\.1”"):
        clean_retyping(plan, SETTING, "ct-V.4 nv-I.1")
    assert [clean_retyping(plan, DECIMAL, word) for word in (",", "DOT", "chấm", "phẩy")] == [
        "comma",
        "dot",
        "dot",
        "comma",
    ]
    with pytest.raises(AppError, match=r"comma .* hoặc dot"):
        clean_retyping(plan, DECIMAL, ";")
