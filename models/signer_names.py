"""The signer's name as official paper prints it: no title before it, written as a name (NĐ 30, Phụ lục I, mục II.7)."""

from __future__ import annotations

import re

_TITLE = re.compile(r"(GS|PGS|TS|ThS|BS|KS|CN|Tiến sĩ|Thạc sĩ|Kỹ sư|Bác sĩ|Cử nhân|Đ/c|Đồng chí|Ông|Bà)(?=[.\s])", re.I)


def name_fault(name: str) -> str:
    """Return why a name cannot stand beneath a signature and what to write; empty where it can."""
    if _TITLE.match(name):
        return f"Trước họ tên người ký không ghi học hàm, học vị, danh xưng: “{name}”. Hãy chỉ ghi họ và tên."
    if not name or re.search(r"[\d,;:/]", name):
        return f"Họ tên người ký “{name}” không dùng được. Hãy ghi họ tên, rồi dấu | và chức vụ: Lò Văn A | Chủ tịch."
    if name.islower():
        return f"Họ tên người ký “{name}” chưa viết hoa. Hãy ghi “{name.title()}”."
    return ""
