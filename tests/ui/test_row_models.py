"""Rows found, filtered, grouped and sorted, before any window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from models.text import SortKey
from ui.models.arranging import By, Sorting, arranged, next_sorting
from ui.models.line_table import Heading, Line
from ui.models.plan_rows import Rows
from ui.models.row_columns import in_order
from ui.models.row_filters import NO_UNIT, Asked, Facets, matching, present, search_words
from ui.row_memory import RowMemory

FACETS = {
    "a": Facets(
        search_words(("V.4", "Số hóa hồ sơ", "Phòng Kinh tế")), "V", ("Phòng Kinh tế",), "● Đạt", frozenset({"2030"})
    ),
    "b": Facets(
        search_words(("I.1", "Phủ sóng 5G", "Công an xã")), "I", ("Công an xã", "Phòng Kinh tế"), "○ Chưa", frozenset()
    ),
    "c": Facets(search_words(("I.2", "Đào tạo")), "I", (), "● Đạt", frozenset({"2025"})),
}
ROWS: Rows[str] = [
    Heading("I", "I", "Phần một"),
    Line("b", "Ăn"),
    Line("c", ""),
    Heading("V", "V", "Phần hai"),
    Line("a", "Ba"),
]


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        (Asked("so hoa"), {"a"}),
        (Asked("SỐ  HÓA"), {"a"}),
        (Asked("dao tao"), {"c"}),
        (Asked("hồ sơ phòng"), set()),
        (Asked("v.4"), {"a"}),
        (Asked(unit="Phòng Kinh tế"), {"a", "b"}),
        (Asked(unit=NO_UNIT), {"c"}),
        (Asked(section="I", state="● Đạt"), {"c"}),
        (Asked(mark="2030"), {"a"}),
        (Asked(), {"a", "b", "c"}),
    ],
)
def test_rows_answer_without_diacritics(asked: Asked, keys: set[str]) -> None:
    assert matching(FACETS, asked) == keys


def alphabet(text: str) -> SortKey | None:
    return in_order(text)


def keys(rows: object) -> list[str]:
    return [row.key for row in rows]  # type: ignore[attr-defined]


def test_sorted_rows_follow_the_vietnamese_alphabet_and_blanks_stand_last() -> None:
    assert keys(arranged(ROWS, FACETS, by=By(alphabet))) == ["b", "a", "c"]
    assert keys(arranged(ROWS, FACETS, by=By(alphabet, descending=True))) == ["a", "b", "c"]
    assert arranged(ROWS, FACETS) == ROWS


def test_a_row_stands_under_each_unit_that_leads_it() -> None:
    titles = ("Công an xã", "Phòng Kinh tế", NO_UNIT, "Trạm Y tế")
    rows = arranged(ROWS, FACETS, "unit", titles)
    assert keys(rows) == ["unit:Công an xã", "b", "unit:Phòng Kinh tế", "b", "a", f"unit:{NO_UNIT}", "c"]
    assert rows[2].name == "Phòng Kinh tế (2)"  # type: ignore[union-attr]
    assert keys(arranged(ROWS, FACETS, "state", ("● Đạt", "○ Chưa"), By(alphabet)))[1:3] == ["a", "c"]


def test_three_clicks_lead_back_to_the_printed_order() -> None:
    first = next_sorting(None, "name")
    second = next_sorting(first, "name")
    assert (first, second) == (Sorting("name"), Sorting("name", descending=True))
    assert next_sorting(second, "name") is None
    assert next_sorting(second, "unit") == Sorting("unit")


def test_choices_are_offered_once_in_their_order() -> None:
    assert present(("b", "", "c", "a", "b"), ("a", "b")) == ("a", "b", "c")


def test_a_page_remembers_and_shrugs_off_what_it_cannot_read(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "a.ini"), QSettings.Format.IniFormat)
    memory = RowMemory(settings, "tasks")
    memory.keep_widths({"name": 40})
    memory.keep_sorting(Sorting("name", descending=True))
    assert (memory.widths(), memory.sorting()) == ({"name": 40}, Sorting("name", descending=True))
    assert RowMemory(settings, "indicators").sorting() is None
    for broken in ("[", "[1]", '{"name": "rộng", "unit": -3}'):
        memory.keep("widths", broken)
        assert memory.widths() == {}
    assert memory.state("splitter") is None
