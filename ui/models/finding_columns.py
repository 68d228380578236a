"""The check list as a table: the grave findings first, each with its row, its kind and its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.findings import Finding, FindingKind
from ui.models.columns import Column
from ui.models.line_table import Heading, Line
from ui.models.plan_rows import Rows
from ui.models.verdicts import BEHIND, LATE

GRAVE, OTHER = "Phải xử lý trước khi phát hành", "Nên xem lại"
WHOLE = "Cả kế hoạch"
KIND_WORDS: Mapping[str, str] = {
    FindingKind.BLANK: "Kế hoạch để trống",
    FindingKind.UNSERVED: "Chưa có nhiệm vụ phục vụ",
    FindingKind.NOT_UNDERSTOOD: "Chưa hiểu được",
    FindingKind.TO_CLARIFY: "Cần làm rõ",
    FindingKind.ANNUAL_TARGET: "Mục tiêu năm",
    FindingKind.NUMBER_TWICE: "Trùng số thứ tự",
    FindingKind.MISPLACED: "Đặt nhầm chỗ",
    FindingKind.CONTRADICTION: "Mâu thuẫn",
    FindingKind.TITLE: "Tên bảng",
    FindingKind.ESTIMATE_LEFT: "Còn số ước",
    FindingKind.LESS_THAN_SHORTER: "Nhỏ hơn kỳ ngắn",
    FindingKind.PARTS: "Số liệu thành phần",
    FindingKind.UNDERSTOOD_OTHERWISE: "Hiểu khác lúc khóa",
    FindingKind.COUNTED_APART: "Ngày chốt khác nhau",
    "over_hundred": "Vượt 100%",
    "over_whole": "Tử số lớn hơn mẫu số",
    "negative": "Nhỏ hơn 0",
    "fraction": "Không phải số nguyên",
    "fell": "Giảm mạnh",
    "jumped": "Tăng mạnh",
    "estimate": "Số ước",
    "unit": "Đơn vị tính",
    "words": "Chữ thay cho số",
    "deliverable": "Thiếu số văn bản",
    "done_day": "Thiếu ngày hoàn thành",
    "done_after": "Ngày sau ngày chốt",
    "done_percent": "Tỷ lệ không khớp",
}


def finding_rows(findings: Iterable[Finding]) -> Rows[Finding]:
    """Return the check list under its two headings; a heading without findings is left out."""
    rows: Rows[Finding] = []
    numbered = [(str(number), finding) for number, finding in enumerate(findings)]
    for title, grave in ((GRAVE, True), (OTHER, False)):
        own = [Line(number, finding) for number, finding in numbered if finding.grave is grave]
        if own:
            rows += [Heading(title, "", f"{title} ({len(own)})"), *own]
    return rows


def _shape(finding: Finding) -> str:
    return LATE if finding.grave else BEHIND


def _row(finding: Finding) -> str:
    return finding.label or WHOLE


def _kind(finding: Finding) -> str:
    return KIND_WORDS.get(finding.kind, "Khác")


def _sentence(finding: Finding) -> str:
    return finding.sentence


def _colour(finding: Finding) -> str:
    return "late" if finding.grave else "behind"


FINDING_COLUMNS: tuple[Column[Finding], ...] = (
    Column("", _shape, width=3, align="center", colour=_colour),
    Column("Điều cần xem lại", _sentence, width=40, stretch=1),
    Column("Dòng", _row, width=16),
    Column("Loại", _kind, width=20),
)
