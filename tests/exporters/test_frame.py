"""Around the words of a paper: the head with a superior office, numbers and days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from exporters.document import Paragraph, Role
from exporters.frame import day_or_room, letterhead, number_text, signature
from models.office import default_office
from tests.models.rows import thuan_chau

OFFICE = default_office(thuan_chau())
DAY = date(2026, 11, 4)


def lines(parts: tuple[object, ...]) -> list[tuple[Role, str]]:
    """Return role and text of each paragraph."""
    return [(part.role, part.text) for part in parts if isinstance(part, Paragraph)]


def test_a_phong_writes_under_the_name_of_its_commune() -> None:
    office = replace(OFFICE, superior="UBND xã Thuận Châu", issuer_lines=("Phòng Văn hóa - Xã hội",))
    head, _ = letterhead(office, "5", DAY, DAY)
    assert lines(head.left) == [
        (Role.SUPERIOR, "UBND XÃ THUẬN CHÂU"),
        (Role.ISSUER, "PHÒNG VĂN HÓA - XÃ HỘI"),
    ]


def test_a_number_under_ten_has_a_zero_and_words_are_left_alone() -> None:
    assert [number_text(OFFICE, number) for number in ("5", "215", "05a")] == [
        "Số: 05/BC-UBND",
        "Số: 215/BC-UBND",
        "Số: 05a/BC-UBND",
    ]


def test_room_is_left_for_the_day_and_not_for_the_month() -> None:
    assert day_or_room(DAY, DAY) == "ngày 04 tháng 11 năm 2026"
    assert day_or_room(None, date(2026, 2, 2)).replace("\u00a0", "_") == "ngày _____ tháng 02 năm 2026"


def test_the_list_of_recipients_ends_with_a_stop() -> None:
    block = signature(OFFICE, "Đỗ Ngọc Quang", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
    assert lines(block.left)[-1] == (Role.RECIPIENTS, "- Lưu: VT, VHXH.")
    assert [text for role, text in lines(block.right) if role is Role.AUTHORITY] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert sum(role is Role.SIGNING_ROOM for role, _ in lines(block.right)) == 4


def test_a_name_too_long_for_its_column_is_parted_where_people_part_it() -> None:
    head, _ = letterhead(replace(OFFICE, issuer_lines=("Ủy ban nhân dân xã Thuận Châu",)), "5", DAY, DAY)
    assert lines(head.left) == [(Role.ISSUER, "ỦY BAN NHÂN DÂN XÃ\u00a0THUẬN\u00a0CHÂU")]
    post = "TRƯỞNG PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ"
    block = signature(OFFICE, "A", ("TUQ. CHỦ TỊCH", post))
    assert lines(block.right)[1][1] == post.replace(" ", "\u00a0").replace("PHÒNG\u00a0", "PHÒNG ").replace(
        "TRƯỞNG\u00a0", "TRƯỞNG "
    )


def test_a_long_post_gets_the_room_that_the_recipients_do_not_need() -> None:
    post = "KT. TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"
    block = signature(OFFICE, "A", ("TL. CHỦ TỊCH", post))
    assert block.ratio < 0.4
    assert lines(block.right)[1][1] == post
    assert signature(OFFICE, "A", OFFICE.authority).ratio == 0.5


def test_a_short_name_stands_in_one_line() -> None:
    head, _ = letterhead(replace(OFFICE, issuer_lines=("UBND xã Thuận Châu",)), "5", DAY, DAY)
    assert lines(head.left) == [(Role.ISSUER, "UBND XÃ THUẬN CHÂU")]
