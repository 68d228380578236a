"""Headings as printed: numbers, capitals, the office's own titles, names of periods."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.document import Role
from exporters.headings import heading_named, heading_paragraph, place_of, place_with_id, title_kept
from models.errors import AppError
from models.outline import STANDARD, Heading, Outline
from models.reports import Report
from tests.exporters.small_reports import report_of

ADDED, FIRST = STANDARD.added("Công tác phối hợp", "II", beneath=True)
OWN, SECOND = ADDED.added("Gương điển hình", "V")


def printed(report: Report) -> list[tuple[Role, str]]:
    """Return every heading of a report with its role."""
    found = [heading_paragraph(report, numbered) for numbered in report.outline.numbered()]
    return [(one.role, one.text) for one in found]


def with_outline(outline: Outline) -> Report:
    """Return the report of October 2026 by an outline."""
    return replace(report_of(), outline=outline)


def test_added_headings_are_numbered_on_their_level() -> None:
    found = printed(with_outline(OWN))
    assert found[1:5] == [
        (Role.HEADING_ROMAN, "II. KẾT QUẢ THỰC HIỆN"),
        (
            Role.HEADING_ARABIC,
            "1. Kết quả thực hiện các chỉ tiêu (số liệu đến hết ngày 31/10/2026; chi tiết tại Phụ lục I)",
        ),
        (Role.HEADING_ARABIC, "2. Kết quả thực hiện nhiệm vụ (chi tiết tại Phụ lục II)"),
        (Role.HEADING_ARABIC, "3. Công tác phối hợp"),
    ]
    assert found[-1] == (Role.HEADING_ROMAN, "VI. GƯƠNG ĐIỂN HÌNH")


def test_a_switched_off_heading_is_left_out_and_the_rest_numbered_anew() -> None:
    outline = STANDARD.switched("II", shown=False).switched("III", shown=False)
    assert [text for _, text in printed(with_outline(outline))] == [
        "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
        "II. NHIỆM VỤ TRỌNG TÂM THÁNG 11 NĂM 2026",
        "III. ĐỀ XUẤT, KIẾN NGHỊ",
    ]


def test_a_title_of_the_office_may_name_this_and_the_next_period() -> None:
    outline = STANDARD.renamed("IV", "Phương hướng [kỳ tới]").renamed("II.1", "Chỉ tiêu [kỳ này]")
    found = [text for _, text in printed(with_outline(outline))]
    assert "IV. PHƯƠNG HƯỚNG THÁNG 11 NĂM 2026" in found
    assert any(text.startswith("1. Chỉ tiêu tháng 10 năm 2026 (số liệu đến hết") for text in found)
    assert title_kept(outline.heading("IV")) == "Phương hướng [kỳ tới]"
    assert title_kept(Heading("IV")) == "Nhiệm vụ trọng tâm [kỳ tới]"


def test_a_place_is_told_by_its_printed_number() -> None:
    outline = OWN.switched("III", shown=False)
    assert [place_of(outline, one) for one in ("II.1", FIRST, "IV", SECOND)] == ["II.1", "II.3", "III", "V"]
    assert place_of(outline, "III") == "III"


def test_a_heading_is_named_by_its_id_or_its_printed_number() -> None:
    assert [heading_named(OWN, typed) for typed in (" ii.1 ", "M2", "VI", "II.3")] == ["II.1", SECOND, SECOND, FIRST]
    assert (heading_named(OWN, "[v]"), heading_named(OWN, "IX"), heading_named(OWN, "[x ]")) == ("V", "IX", "x")
    assert [place_with_id(OWN, one) for one in ("II.1", SECOND)] == ["II.1", f"VI [{SECOND}]"]


def test_a_number_that_is_the_id_of_another_heading_too_is_told() -> None:
    outline = STANDARD.added("Mô hình", "II")[0]
    with pytest.raises(AppError, match=r"số in của mục “Mô hình” .* “Tồn tại, hạn chế và nguyên nhân”, in là IV\. "):
        heading_named(outline, "iii")
    assert heading_named(outline, "VI") == "V"
    with pytest.raises(AppError, match=r"cũng là mã của mục “Công tác lãnh đạo, chỉ đạo”, đang tắt\. Hãy ghi \[II\]"):
        heading_named(STANDARD.switched("I", shown=False), "I")
