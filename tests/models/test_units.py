"""Check how units are told apart in the cells of a plan."""

from __future__ import annotations

import pytest

from models.errors import NotFound
from models.units import find_unit, leading_units, units_in
from tests.exporters.five_plans import plan


def test_a_cell_names_several_units_in_several_spellings() -> None:
    xop = plan("xop")
    assert units_in(xop, "Trung tâm phục vụ hành chính công; các phòng chuyên môn, đơn vị có liên quan") == (
        "Trung tâm phục vụ hành chính công",
        "các phòng chuyên môn, đơn vị có liên quan",
    )
    assert units_in(xop, "Công an xã, Phòng Văn hóa – xã hội") == ("Công an xã", "Phòng Văn hóa - Xã hội")
    bank = "Ngân hàng Agribank, chính sách xã hội chi nhánh Đăk Glei"
    assert units_in(xop, bank) == (bank,)
    assert units_in(xop, "Hội A, Hội B; Trạm Y tế; ") == ("Hội A, Hội B", "Trạm Y tế")


def test_every_unit_that_leads_a_row_is_named_once() -> None:
    assert leading_units(plan("quang-son")) == (
        "Phòng Văn hóa - Xã hội",
        "Trung tâm phục vụ hành chính công",
        "Phòng Kinh tế",
        "Văn phòng HĐND & UBND xã",
        "Công an xã",
        "Ban chỉ huy Quân sự",
    )
    assert leading_units(plan("phong-tho")) == ()


def test_a_unit_is_found_by_any_spelling_or_the_known_ones_are_told() -> None:
    assert find_unit(plan("xop"), "phòng văn hoá – xã hội") == "Phòng Văn hóa - Xã hội"
    with pytest.raises(NotFound, match="Các đơn vị: Phòng Văn hóa - Xã hội; Phòng Kinh tế; "):
        find_unit(plan("xop"), "Phòng Nội vụ")
    with pytest.raises(NotFound, match="Các đơn vị: không có"):
        find_unit(plan("phong-tho"), "Công an xã")
