"""The outline: numbers run without a gap, headings keep their ids, and what would leave nothing is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import AppError, NotFound
from models.outline import ROMAN, STANDARD, Heading, Outline, with_standard

ACTS = st.tuples(
    st.sampled_from(["add", "add beneath", "remove", "up", "down", "on", "off", "rename"]), st.integers(0, 40)
)


def act(outline: Outline, name: str, place: int) -> Outline:
    """Do one thing to the heading at a place, as an officer clicks around."""
    heading = outline.headings[place % len(outline.headings)].id
    match name:
        case "add" | "add beneath":
            return outline.added("Mục mới", heading, beneath=name == "add beneath")[0]
        case "remove":
            return outline.removed(heading)
        case "up" | "down":
            return outline.moved(heading, up=name == "up")
        case "on" | "off":
            return outline.switched(heading, name == "on")
    return outline.renamed(heading, f"Tên {place}")


def play(acts: list[tuple[str, int]]) -> list[Outline]:
    """Return every outline on the way; what is refused changes nothing."""
    outlines = [STANDARD]
    for name, place in acts:
        with suppress(AppError):
            outlines.append(act(outlines[-1], name, place))
    return outlines


@given(st.lists(ACTS, max_size=40))
def test_whatever_is_done_the_standard_headings_stay_and_all_stand_beneath_their_own(
    acts: list[tuple[str, int]],
) -> None:
    for outline in play(acts):
        ids = [heading.id for heading in outline.headings]
        assert len(set(ids)) == len(ids)
        assert {heading.id for heading in STANDARD.headings} <= set(ids)
        top = ""
        for heading in outline.headings:
            top = top if heading.parent else heading.id
            assert heading.parent in ("", top)


@given(st.lists(ACTS, max_size=40))
def test_whatever_is_done_numbers_run_without_a_gap(acts: list[tuple[str, int]]) -> None:
    printed = play(acts)[-1].numbered()
    tops = [one.number for one in printed if not one.heading.parent]
    assert tops == list(ROMAN[: len(tops)])
    assert tops
    for before, one in pairwise(printed):
        if one.heading.parent:
            assert one.number == ("1" if not before.heading.parent else str(int(before.number) + 1))


@given(st.lists(ACTS, max_size=40))
def test_an_id_names_one_heading_for_ever(acts: list[tuple[str, int]]) -> None:
    ever: set[str] = set()
    for before, after in pairwise(play(acts)):
        new = {heading.id for heading in after.headings} - {heading.id for heading in before.headings}
        assert not new & ever
        ever |= new


@given(st.lists(ACTS, max_size=20))
def test_up_takes_back_down(acts: list[tuple[str, int]]) -> None:
    outline = play(acts)[-1]
    for heading in outline.headings:
        level = [other for other in outline.headings if other.parent == heading.parent]
        if heading is not level[-1]:
            assert outline.moved(heading.id, up=False).moved(heading.id, up=True) == outline


def numbers(outline: Outline) -> dict[str, str]:
    return {one.heading.id: one.number for one in outline.numbered()}


def test_a_heading_that_is_off_takes_those_beneath_along_and_the_rest_moves_up() -> None:
    assert numbers(STANDARD) == {"I": "I", "II": "II", "II.1": "1", "II.2": "2", "III": "III", "IV": "IV", "V": "V"}
    assert numbers(STANDARD.switched("II", False)) == {"I": "I", "III": "II", "IV": "III", "V": "IV"}
    assert numbers(STANDARD.switched("II.1", False))["II.2"] == "1"


def test_a_moved_heading_takes_those_beneath_along() -> None:
    moved = STANDARD.moved("II", up=True)
    assert [heading.id for heading in moved.headings] == ["II", "II.1", "II.2", "I", "III", "IV", "V"]
    swapped = moved.moved("II.1", up=False)
    assert [heading.id for heading in swapped.headings] == ["II", "II.2", "II.1", "I", "III", "IV", "V"]


def test_a_heading_is_added_where_it_was_asked_for() -> None:
    outline, first = STANDARD.added(" Đề án \n 06 ", "II")
    outline, second = outline.added("Xã", "II.1", beneath=True)
    outline, third = outline.added("Thôn, bản", "II.1")
    assert (first, second, third) == ("m1", "m2", "m3")
    assert outline.heading("m1") == Heading("m1", "Đề án 06")
    assert [heading.id for heading in outline.headings][1:7] == ["II", "II.1", "m3", "II.2", "m2", "m1"]


def test_a_title_is_changed_and_given_back() -> None:
    outline = STANDARD.renamed("III", " Khó khăn ")
    assert outline.heading("III").title == "Khó khăn"
    assert outline.renamed("III", "") == STANDARD


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: STANDARD.heading("VI"), "không có mục “VI”. Các mục đang có: I, II, II.1"),
        (lambda: STANDARD.added("Mục", "VI"), "không có mục “VI”"),
        (lambda: STANDARD.added("  ", "I"), "phải có tên"),
        (lambda: STANDARD.removed("I"), "chỉ tắt được, không bỏ được"),
        (lambda: STANDARD.moved("I", up=True), "Mục I đã ở đầu"),
        (lambda: STANDARD.moved("II.2", up=False), "Mục II.2 đã ở cuối"),
        (lambda: STANDARD.added("Mục", "I")[0].renamed("m1", " "), "“Mục” do cơ quan thêm nên phải có tên"),
        (lambda: STANDARD.added("Mục", "I")[0].added("Con", "m1", beneath=True)[0].removed("m1"), "còn 1 mục con"),
    ],
)
def test_what_does_not_fit_is_said(wrong: Callable[[], object], said: str) -> None:
    with pytest.raises(AppError) as refused:
        wrong()
    assert said in refused.value.sentence


def test_an_unknown_heading_is_not_found() -> None:
    with pytest.raises(NotFound):
        STANDARD.moved("x", up=True)


def test_one_main_heading_must_stay() -> None:
    outline, own = STANDARD.added("Riêng", "V")
    for heading in ("I", "II", "III", "IV", "V"):
        outline = outline.switched(heading, False)
    with pytest.raises(AppError, match="ít nhất một mục lớn"):
        outline.switched(own, False)
    with pytest.raises(AppError, match="ít nhất một mục lớn"):
        outline.removed(own)


def test_there_are_as_many_main_headings_as_numbers() -> None:
    outline = STANDARD
    for _ in range(len(ROMAN) - 5):
        outline, _new = outline.added("Mục", "V")
    with pytest.raises(AppError, match="tối đa 12 mục lớn"):
        outline.added("Mục", "V")
    assert outline.added("Mục", "V", beneath=True)[1] == "m8"


def test_a_standard_heading_that_a_kept_outline_lacks_is_put_at_the_end_of_its_level() -> None:
    kept = [Heading("V", "Kiến nghị"), Heading("II"), Heading("II.2", parent="II"), Heading("m4", "Riêng")]
    outline = with_standard(kept, last_own=6)
    assert [heading.id for heading in outline.headings] == ["V", "II", "II.2", "II.1", "m4", "I", "III", "IV"]
    assert outline.added("Mới", "V")[1] == "m7"
    assert with_standard(STANDARD.headings) == STANDARD


@pytest.mark.parametrize(("title", "named"), [("Việc [kỳ sau]", "[kỳ sau]"), ("[kỳ tới] [Kỳ này", "[Kỳ này")])
def test_a_bracket_that_is_no_name_of_a_period_is_refused(title: str, named: str) -> None:
    with pytest.raises(AppError, match=re.escape(f"có “{named}” không thay được")):
        STANDARD.renamed("IV", title)
    with pytest.raises(AppError, match=re.escape("Hãy ghi [kỳ tới] hoặc [kỳ này]")):
        STANDARD.added(title, "V")
    assert STANDARD.renamed("IV", "Việc [kỳ tới], [kỳ này]").heading("IV").title == "Việc [kỳ tới], [kỳ này]"
