"""A long made-up document with everything that a writer has to lay out: letterhead, body, signature, a long table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from exporters.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Paragraph,
    Role,
    Row,
    RowKind,
    Rule,
    Run,
    Section,
    SideBySide,
    Table,
)
from exporters.nd30 import ISSUER_RULE_FRACTION, SAMPLE_MARK, SUMMARY_RULE_FRACTION

LOWER = "aàảãáạ ăằẳẵắặ âầẩẫấậ bcdđ eèẻẽéẹ êềểễếệ ghiìỉĩíị klmn oòỏõóọ ôồổỗốộ ơờởỡớợ pqrst uùủũúụ ưừửữứự vx yỳỷỹýỵ"
ALPHABET = f"{LOWER} {LOWER.upper()}"
SYMBOLS = "≥ 95%, ≤ 10, ≈ 40, 50–55%, “trích dẫn”, A & B, <b>không phải thẻ</b>, =1+1, 100 m²"
SENTENCE = (
    "Ủy ban nhân dân xã đã chỉ đạo Phòng Văn hóa - Xã hội phối hợp với các thôn, trường học, Trạm Y tế xã rà soát, "
    "cập nhật số liệu; tổ chức 05 lớp bồi dưỡng kỹ năng số cho 412 lượt người, đạt 84,9% (1.452/1.710 hồ sơ)."
)
NOTE = "(Kèm theo Báo cáo số       /BC-UBND ngày      tháng 11 năm 2026 của UBND xã Bình An)"
HEADS = ("TT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu", "Kỳ trước", "Kỳ này", "Tỷ lệ (%)", "Cơ quan chủ trì", "Ghi chú")


def paragraph(role: Role, text: str) -> Paragraph:
    """Make a paragraph of one run."""
    return Paragraph(role, (Run(text),))


def letterhead() -> SideBySide:
    """Make the head of a commune's report."""
    return SideBySide(
        left=(
            paragraph(Role.ISSUER, "ỦY BAN NHÂN DÂN"),
            paragraph(Role.ISSUER, "XÃ BÌNH AN"),
            Rule(Role.ISSUER, "ỦY BAN NHÂN DÂN", ISSUER_RULE_FRACTION),
            paragraph(Role.NUMBER, "Số:       /BC-UBND"),
        ),
        right=(
            paragraph(Role.NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            paragraph(Role.MOTTO, "Độc lập - Tự do - Hạnh phúc"),
            Rule(Role.MOTTO, "Độc lập - Tự do - Hạnh phúc"),
            paragraph(Role.PLACE_DATE, "Bình An, ngày      tháng 11 năm 2026"),
        ),
    )


def title_block() -> tuple[Block, ...]:
    """Make the type, the trích yếu with its rule, and the addressee."""
    summary = "Kết quả thực hiện Kế hoạch số 57/KH-UBND tháng 10 năm 2026"
    return (
        paragraph(Role.TYPE, "BÁO CÁO"),
        paragraph(Role.SUMMARY, summary),
        Rule(Role.SUMMARY, summary, SUMMARY_RULE_FRACTION),
        paragraph(Role.ADDRESS, "Kính gửi: Sở Khoa học và Công nghệ tỉnh Sơn La."),
    )


def signature() -> SideBySide:
    """Make Nơi nhận beside the signature."""
    recipients = ("- Như trên;", "- Đảng ủy xã (báo cáo);", "- Các thôn, trường học trên địa bàn;", "- Lưu: VT, VHXH.")
    return SideBySide(
        left=(
            paragraph(Role.RECIPIENTS_HEAD, "Nơi nhận:"),
            *(paragraph(Role.RECIPIENTS, line) for line in recipients),
        ),
        right=(
            paragraph(Role.AUTHORITY, "TM. ỦY BAN NHÂN DÂN"),
            paragraph(Role.AUTHORITY, "KT. CHỦ TỊCH"),
            paragraph(Role.AUTHORITY, "PHÓ CHỦ TỊCH"),
            Paragraph(Role.SIGNING_ROOM, ()),
            paragraph(Role.SIGNER, "Nguyễn Thị Minh Nguyệt"),
        ),
        ratio=0.5,
    )


def body(paragraphs: int) -> tuple[Paragraph, ...]:
    """Make a body of headings and numbered paragraphs, the last of which ends the text."""
    blocks = [
        paragraph(Role.HEADING_ROMAN, "I. KẾT QUẢ THỰC HIỆN"),
        paragraph(Role.HEADING_ARABIC, "1. Kết quả thực hiện các chỉ tiêu"),
        paragraph(Role.BODY, f"Bảng chữ: {ALPHABET}. Ký hiệu: {SYMBOLS}."),
    ]
    for number in range(1, paragraphs + 1):
        if number % 7 == 0:
            blocks.append(paragraph(Role.HEADING_ARABIC, f"{number // 7 + 1}. Nội dung thứ {number // 7 + 1}"))
        emphasis = Run(f"Đoạn {number}: ", bold=True)
        blocks.append(Paragraph(Role.BODY, (emphasis, Run(SENTENCE, auto=True), Run(" (ước tính)", italic=True))))
    blocks.append(paragraph(Role.BODY, "Trên đây là báo cáo của Ủy ban nhân dân xã Bình An./."))
    return tuple(blocks)


def columns() -> tuple[Column, ...]:
    """Make the nine columns of the appendix."""
    kinds = [ColumnKind.CENTER, ColumnKind.TEXT, ColumnKind.CENTER, ColumnKind.CENTER, *[ColumnKind.NUMBER] * 3]
    kinds += [ColumnKind.TEXT, ColumnKind.TEXT]
    widths = (12, 70, 20, 22, 20, 20, 20, 38, 30)
    return tuple(Column(width, kind) for width, kind in zip(widths, kinds, strict=True))


def head_rows() -> tuple[Row, ...]:
    """Make two head rows: `Kết quả` above its two columns, the others over both rows."""
    upper = [Cell(head, rowspan=2) for head in HEADS[:4]]
    upper += [Cell("Kết quả", colspan=2), *(Cell(head, rowspan=2) for head in HEADS[6:])]
    return Row(RowKind.HEAD, tuple(upper)), Row(RowKind.HEAD, (Cell(HEADS[4]), Cell(HEADS[5])))


def body_row(number: int, words: int = 1) -> Row:
    """Make an indicator's row whose name repeats a sentence `words` times."""
    name = " ".join([f"Tỷ lệ hồ sơ thứ {number} được số hóa, giải quyết trực tuyến toàn trình"] * words)
    cells = (
        Cell(str(number), value=number),
        Cell(name),
        Cell("%"),
        Cell("≥ 95%"),
        Cell("80,5", value=Decimal("80.5"), number_format="#,##0.0"),
        Cell("84,9", value=Decimal("84.9"), number_format="#,##0.0", auto=True),
        Cell("89,4", value=Decimal("89.4"), number_format="#,##0.0"),
        Cell("Phòng Văn hóa - Xã hội"),
        Cell("=> đạt" if number % 5 == 0 else ""),
    )
    return Row(RowKind.BODY, cells, key=f"row-{number}")


def appendix_table(rows: int = 60, tall_row: int = 0) -> Table:
    """Make the appendix: a section row before every tenth row, merged notes in places, one row taller than a page."""
    lines: list[Row] = list(head_rows())
    for number in range(1, rows + 1):
        if number % 10 == 1:
            lines.append(Row(RowKind.SECTION, (Cell("IVX"[number // 10 % 3]), Cell("CHỈ TIÊU HẠ TẦNG SỐ", colspan=8))))
        lines.append(body_row(number, 40 if number == tall_row else 1 + number % 3))
    return Table(columns(), _with_shared_note(lines))


def _with_shared_note(lines: list[Row]) -> tuple[Row, ...]:
    """Let the note of the second body row reach over the third."""
    first = next((index for index, row in enumerate(lines) if row.key == "row-2"), 0)
    if first and first + 1 < len(lines):
        shared = Cell("Số liệu chung của hai chỉ tiêu", rowspan=2)
        lines[first] = replace(lines[first], cells=(*lines[first].cells[:-1], shared))
        lines[first + 1] = replace(lines[first + 1], cells=lines[first + 1].cells[:-1])
    return tuple(lines)


def report_section(paragraphs: int = 24) -> Section:
    """Make the portrait section: the report itself."""
    blocks = (letterhead(), *title_block(), *body(paragraphs), signature())
    return Section("portrait", blocks, bookmark="Báo cáo", sheet="Báo cáo")


def appendix_section(rows: int = 60, tall_row: int = 33) -> Section:
    """Make the landscape section: the appendix."""
    heads = (
        paragraph(Role.APPENDIX_LABEL, "Phụ lục I"),
        paragraph(Role.APPENDIX_TITLE, "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THÁNG 10 NĂM 2026"),
        paragraph(Role.APPENDIX_NOTE, NOTE),
    )
    return Section("landscape", (*heads, appendix_table(rows, tall_row)), bookmark="Phụ lục I", sheet="Phụ lục I")


def long_document(paragraphs: int = 24, rows: int = 60, tall_row: int = 33, mark: str = SAMPLE_MARK) -> Document:
    """Make the whole document."""
    return Document(
        title="Báo cáo kết quả thực hiện Kế hoạch số 57/KH-UBND tháng 10 năm 2026",
        stem="binh-an_bao-cao-thang_2026-10",
        sections=(report_section(paragraphs), appendix_section(rows, tall_row)),
        mark=mark,
        author="UBND xã Bình An",
        created=date(2026, 11, 3),
    )
