"""The frame by itself: every variant of the letterhead and the signature as lines and on one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pdfplumber
import pytest

from exporters.frame_page import frame_document, frame_lines
from exporters.pdf_writer import render_pdf
from models.office import office_from
from tests.models.rows import thuan_chau

PLAN = thuan_chau()
DUTY = PLAN.duty("bao-cao-thang")
MONTH = date(2026, 11, 4)
PHONG = {"office.issuer": "Phòng Văn hóa - Xã hội", "office.signers": "Lò Thị B | Phó Trưởng phòng"}
BY_ORDER = {"office.signers": "Lò Thị B | TL. Chủ tịch, Phó Trưởng phòng VH-XH"}


def test_the_lines_are_those_of_the_page_from_top_to_bottom() -> None:
    lines = frame_lines(office_from(PLAN, {}), DUTY, MONTH)
    assert lines.left[:2] == ("ỦY BAN NHÂN DÂN", "XÃ THUẬN CHÂU")
    assert lines.left[2].endswith("/BC-UBND")
    assert lines.right[1] == "Độc lập - Tự do - Hạnh phúc"
    assert lines.right[2].endswith("tháng 11 năm 2026")
    assert lines.to[0] == "Kính gửi:"
    assert (lines.authority, lines.signer) == (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Đỗ Ngọc Quang")
    assert (lines.recipients[0], lines.recipients[-1]) == ("- Như trên;", "- Lưu: VT, VHXH.")


def test_a_phong_stands_under_its_commune_and_its_deputy_signs_for_its_head() -> None:
    lines = frame_lines(office_from(PLAN, PHONG), DUTY, MONTH)
    assert lines.left[:2] == ("UBND XÃ THUẬN CHÂU", "PHÒNG VĂN HÓA - XÃ HỘI")
    assert lines.authority == ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")


def test_an_inspection_has_no_addressees_and_names_those_below_first() -> None:
    duty = replace(DUTY, direction="inspection", to=("Các phòng",))
    lines = frame_lines(office_from(PLAN, {}), duty, MONTH)
    assert (lines.to, lines.recipients[0]) == ((), "- Các phòng;")


@pytest.mark.parametrize("settings", [{}, PHONG, BY_ORDER])
def test_the_page_prints_the_same_lines(settings: dict[str, str]) -> None:
    office = office_from(PLAN, settings)
    pdf = render_pdf(frame_document(office, DUTY, MONTH, ("Kết quả thực hiện", "tháng 10 năm 2026")))
    with pdfplumber.open(BytesIO(pdf)) as file:
        assert len(file.pages) == 1
        text = file.pages[0].extract_text().replace("\u00a0", " ")
    lines = frame_lines(office, DUTY, MONTH)
    for line in (*lines.left[:-1], *lines.authority, lines.signer, *lines.recipients):
        assert line in text
