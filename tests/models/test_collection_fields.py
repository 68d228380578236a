"""Check what a unit's typing gives, field by field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from models.actuals import FigureState, Progress
from models.collection_fields import Given, given_field, given_figure, present_of
from models.plans import IndicatorRow
from models.progress import status
from models.reports import TaskLine
from tests.models.rows import CLOSING, task

SHARE = IndicatorRow("a", "indicator", "1", None, "Tỷ lệ", "%", targets={2030: "100%"})
WORDS = IndicatorRow("b", "indicator", "2", None, "Mức độ", "", targets={2030: "Duy trì"})


def task_line(record: Progress | None) -> TaskLine:
    row = task(deadline="9/2026")
    return TaskLine(row, "1", status(row, (), (), CLOSING), record)


def figure(row: IndicatorRow = SHARE, **cells: str) -> Given:
    given = given_figure(row, cells)
    assert given is not None
    return given


@pytest.mark.parametrize(
    ("cells", "typed", "values"),
    [
        ({"figure": "84,9"}, "84,9", {"value": Decimal("84.9")}),
        ({"figure": "85%"}, "85", {"value": Decimal(85)}),
        ({"figure": "85 (ước)"}, "85 (ước)", {"value": Decimal(85), "estimate": True}),
        ({"figure": "85", "state": "Có số liệu"}, "85", {"value": Decimal(85)}),
        (
            {"numerator": "1.452,0", "denominator": "1710"},
            "1452,0/1710",
            {"numerator": Decimal("1452.0"), "denominator": Decimal(1710)},
        ),
        (
            {"figure": "84,9", "numerator": "1452", "denominator": "1710"},
            "1452/1710",
            {"numerator": Decimal(1452), "denominator": Decimal(1710)},
        ),
        (
            {"figure": "3/4", "numerator": "3", "denominator": "4"},
            "3/4",
            {"numerator": Decimal(3), "denominator": Decimal(4)},
        ),
        ({"state": "không phát sinh"}, "Không phát sinh", {"state": FigureState.NOTHING_HAPPENED}),
        ({"figure": "Không phát sinh"}, "Không phát sinh", {"state": FigureState.NOTHING_HAPPENED}),
        (
            {"figure": "không phát sinh", "state": "Không phát sinh"},
            "Không phát sinh",
            {"state": FigureState.NOTHING_HAPPENED},
        ),
        ({"state": "Chưa có"}, "Chưa báo cáo", {"state": FigureState.NOT_REPORTED}),
    ],
)
def test_a_figure_is_read_as_it_is_typed(cells: dict[str, str], typed: str, values: dict[str, Any]) -> None:
    assert figure(SHARE, **cells) == Given(typed, values)


def test_words_are_a_figure_where_the_target_is_in_words() -> None:
    assert figure(WORDS, figure="Duy trì tốt") == Given("Duy trì tốt", {"text": "Duy trì tốt"})


@pytest.mark.parametrize(
    ("cells", "typed", "said"),
    [
        ({"figure": "1.234"}, "1.234", "có thể là"),
        ({"figure": "tám mươi"}, "tám mươi", "không phải là số"),
        ({"numerator": "3"}, "3/…", "thiếu mẫu số"),
        ({"denominator": "3"}, "…/3", "thiếu tử số"),
        ({"numerator": "a", "denominator": "b"}, "a/b", "không phải là số"),
        ({"figure": "90", "numerator": "3", "denominator": "4"}, "90; 3/4", "không khớp"),
        ({"figure": "90", "numerator": "3", "denominator": "0"}, "90; 3/0", "không khớp"),
        ({"figure": "90", "state": "Không phát sinh"}, "90; Không phát sinh", "chỉ ghi một trong hai"),
        ({"state": "Có số liệu"}, "Có số liệu", "chưa có số"),
        ({"state": "x" * 50}, "x" * 50, f"“{'x' * 39}…” không có trong danh sách"),
    ],
)
def test_what_is_unclear_says_why(cells: dict[str, str], typed: str, said: str) -> None:
    given = figure(SHARE, **cells)
    assert (given.typed, dict(given.values)) == (typed, {})
    assert said in given.problem


def test_a_ratio_in_words_is_asked_back() -> None:
    assert "Tử số, mẫu số phải là số" in figure(WORDS, numerator="nhiều", denominator="ít").problem


@pytest.mark.parametrize(
    ("then", "cells", "typed"),
    [
        ("92/95", {"figure": "97", "numerator": "92", "denominator": "95"}, "97"),
        ("92/95", {"numerator": "93", "denominator": "95"}, "93/95"),
        ("92/95", {"numerator": "92", "denominator": "95"}, "92/95"),
        ("30", {"figure": "30", "state": "Không phát sinh"}, "Không phát sinh"),
        ("Chưa báo cáo", {"figure": "30", "state": "Chưa có"}, "30"),
        ("30", {"figure": "30", "numerator": "3", "denominator": "4"}, "3/4"),
    ],
)
def test_what_is_typed_takes_the_place_of_what_stood_there(then: str, cells: dict[str, str], typed: str) -> None:
    given = given_figure(SHARE, cells, then)
    assert given is not None
    assert (given.typed, given.problem) == (typed, "")


def test_blank_cells_give_nothing() -> None:
    assert given_figure(SHARE, {"figure": "  "}) is None
    assert given_field("note", " \n ") is None


@pytest.mark.parametrize(
    ("name", "typed", "given"),
    [
        ("percent", "85 %", Given("85", {"percent": Decimal(85)})),
        ("percent", "-0", Given("0", {"percent": Decimal(0)})),
        ("percent", "xong", Given("Xong", {"done": True})),
        ("done", "Chưa xong.", Given("Chưa xong", {"done": False})),
        ("done", "hoàn thành", Given("Xong", {"done": True})),
        ("deliverable_date", "5/9/2026", Given("05/09/2026", {"deliverable_date": date(2026, 9, 5)})),
        ("deliverable_date", "2026-09-05", Given("05/09/2026", {"deliverable_date": date(2026, 9, 5)})),
        ("deliverable_number", "12/QĐ-\nUBND", Given("12/QĐ- UBND", {"deliverable_number": "12/QĐ- UBND"})),
        ("text", " a\nb ", Given("a\nb", {"text": "a\nb"})),
    ],
)
def test_other_fields(name: str, typed: str, given: Given) -> None:
    assert given_field(name, typed) == given


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("percent", "120", "không nằm trong khoảng 0 đến 100"),
        ("percent", "nhiều", "không phải là số"),
        ("done", "gần xong", "không có trong danh sách: Xong, Chưa xong"),
        ("deliverable_date", "31/2/2026", "Lịch không có ngày 31/2/2026"),
        ("deliverable_date", "hôm qua", "ngày ghi như 12/10/2026"),
    ],
)
def test_other_fields_that_are_unclear(name: str, typed: str, said: str) -> None:
    given = given_field(name, typed)
    assert given is not None
    assert given.typed == typed
    assert said in given.problem


def test_what_stands_is_told_as_it_is_typed() -> None:
    day = date(2026, 10, 31)
    record = Progress(
        "a", "x", day, day, percent=Decimal("62.5"), done=False, deliverable_number="9/BC", deliverable_date=day
    )
    assert present_of(task_line(record)) == {
        "percent": "62,5",
        "done": "Chưa xong",
        "deliverable_number": "9/BC",
        "deliverable_date": "31/10/2026",
    }
    assert present_of(task_line(None)) == {}
    assert present_of(task_line(Progress("a", "x", day, day, done=True))) == {"done": "Xong"}
