"""Above a signature: every form of the decree as officers type it, and what nobody may sign refused."""

from __future__ import annotations

import pytest

from models.authority import Seat, authority_lines
from models.errors import AppError

COMMUNE = Seat("ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
SHORT = Seat("ỦY BAN NHÂN DÂN", "CHỦ TỊCH", short=True)
PHONG = Seat("", "TRƯỞNG PHÒNG")
UNIT = Seat("", "")
DEPUTY = "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"
BY_ORDER = "TL. CHỦ TỊCH / KT. TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI / PHÓ TRƯỞNG PHÒNG"
ECONOMY = "KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ"


@pytest.mark.parametrize(
    ("seat", "typed", "printed"),
    [
        (COMMUNE, "Chủ tịch", "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"),
        (COMMUNE, "Chủ tịch UBND xã", "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"),
        (COMMUNE, "TM. UBND, Chủ tịch", "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"),
        (COMMUNE, "Q. Chủ tịch", "TM. ỦY BAN NHÂN DÂN / Q. CHỦ TỊCH"),
        (COMMUNE, "Quyền Chủ tịch", "TM. ỦY BAN NHÂN DÂN / Q. CHỦ TỊCH"),
        (COMMUNE, "Phó Chủ tịch", DEPUTY),
        (COMMUNE, "Phó Chủ tịch UBND xã", DEPUTY),
        (COMMUNE, "KT. Chủ tịch", DEPUTY),
        (COMMUNE, "KT.Chủ tịch, Phó Chủ tịch", DEPUTY),
        (COMMUNE, "TM. Uỷ ban nhân dân\nKT. Chủ tịch\nPhó Chủ tịch", DEPUTY),
        (SHORT, "Phó Chủ tịch", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
        (SHORT, "Chủ tịch", "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"),
        (COMMUNE, "TL. Chủ tịch, Trưởng phòng VH-XH", "TL. CHỦ TỊCH / TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"),
        (COMMUNE, "TL Chủ tịch / Q. Trưởng phòng VHXH", "TL. CHỦ TỊCH / Q. TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"),
        (COMMUNE, "TL. Chủ tịch, Phó Trưởng phòng Văn hoá – Xã hội", BY_ORDER),
        (COMMUNE, "TL. Chủ tịch, KT. Trưởng phòng VH-XH", BY_ORDER),
        (COMMUNE, "TL. Chủ tịch, KT. Trưởng phòng VH-XH, Phó Trưởng phòng", BY_ORDER),
        (
            COMMUNE,
            f"TL. Chủ tịch / KT. Trưởng phòng {ECONOMY} / Phó Trưởng phòng",
            f"TL. CHỦ TỊCH / KT. TRƯỞNG PHÒNG {ECONOMY} / PHÓ TRƯỞNG PHÒNG",
        ),
        (
            COMMUNE,
            "TL. Chủ tịch, Phó Chánh Văn phòng",
            "TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG",
        ),
        (COMMUNE, f"TUQ. Chủ tịch, Trưởng phòng {ECONOMY}", f"TUQ. CHỦ TỊCH / TRƯỞNG PHÒNG {ECONOMY}"),
        (PHONG, "Trưởng phòng Văn hóa - Xã hội", "TRƯỞNG PHÒNG"),
        (PHONG, "Phó Trưởng phòng VH-XH", "KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG"),
        (PHONG, "KT. Trưởng phòng", "KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG"),
        (PHONG, "Q. Trưởng phòng", "Q. TRƯỞNG PHÒNG"),
        (UNIT, "Trưởng trạm", "TRƯỞNG TRẠM"),
        (UNIT, "Phó Hiệu trưởng", "KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG"),
    ],
)
def test_what_officers_type_is_printed_as_the_decree_has_it(seat: Seat, typed: str, printed: str) -> None:
    assert " / ".join(authority_lines(seat, typed)) == printed
    assert authority_lines(seat, printed) == authority_lines(seat, typed)


@pytest.mark.parametrize(
    ("seat", "typed", "sentence"),
    [
        (COMMUNE, " ", "Chưa ghi chức vụ người ký."),
        (COMMUNE, "Phó Chủ tịch Thường trực", "không ghi “thường trực” sau chức vụ .* Hãy ghi “PHÓ CHỦ TỊCH”"),
        (COMMUNE, "Chủ tịch HĐND", "CHỦ TỊCH HĐND là chức vụ ở cơ quan khác .* Hãy ghi CHỦ TỊCH hoặc PHÓ CHỦ TỊCH"),
        (COMMUNE, "Phó Chủ tịch HĐND", "PHÓ CHỦ TỊCH HĐND là chức vụ ở cơ quan khác"),
        (COMMUNE, "TM. HĐND, Chủ tịch", "ký TM. ỦY BAN NHÂN DÂN, không ký TM. HĐND"),
        (COMMUNE, "TM. UBND", "Sau TM. ỦY BAN NHÂN DÂN phải có chức vụ người ký"),
        (COMMUNE, "TM. UBND, TL. Chủ tịch, Trưởng phòng Kinh tế", "TL. CHỦ TỊCH không đi với TM."),
        (COMMUNE, "TL. Chủ tịch", "Sau TL. CHỦ TỊCH phải có chức vụ người ký"),
        (COMMUNE, "Trưởng phòng VH-XH", "hãy ghi: TL. CHỦ TỊCH, TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"),
        (COMMUNE, "TL. Trưởng phòng, Chuyên viên", "không ký được văn bản này: chỉ CHỦ TỊCH ký"),
        (COMMUNE, "TL. Chủ tịch, Phó Chủ tịch", "PHÓ CHỦ TỊCH không ký TL."),
        (COMMUNE, "TL. Chủ tịch, Thủ trưởng đơn vị", "Hãy ghi đúng tên chức vụ"),
        (COMMUNE, "TUQ. Chủ tịch, Phó Trưởng phòng VH-XH", "không được ủy quyền lại"),
        (COMMUNE, "TL. Chủ tịch / Trưởng phòng / Phó Trưởng phòng", "không đúng thể thức"),
        (COMMUNE, "TL. Chủ tịch / KT. Trưởng phòng / Chuyên viên", "không đúng thể thức"),
        (COMMUNE, "KT. Chủ tịch / Chủ tịch", "Ký thay .* là cấp phó ký thay người đứng đầu"),
        (COMMUNE, "KT. Trưởng phòng / Phó Chủ tịch", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
        (COMMUNE, "Q. Phó Chủ tịch", "Quyền .* chỉ đứng trước chức vụ người đứng đầu: Q. CHỦ TỊCH"),
        (PHONG, "TM. UBND / Chủ tịch", "Văn bản của phòng, đơn vị không ký TM. ỦY BAN NHÂN DÂN"),
        (PHONG, "Chủ tịch", "“CHỦ TỊCH” không ký được văn bản này: chỉ TRƯỞNG PHÒNG ký"),
        (PHONG, "TL. Chủ tịch, Trưởng phòng", "chỉ TRƯỞNG PHÒNG ký"),
        (UNIT, "TM. UBND / Chủ tịch", "chỉ THỦ TRƯỞNG ĐƠN VỊ ký"),
    ],
)
def test_an_impossible_authority_is_refused_with_what_to_write(seat: Seat, typed: str, sentence: str) -> None:
    with pytest.raises(AppError, match=sentence):
        authority_lines(seat, typed)
