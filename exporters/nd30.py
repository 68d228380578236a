"""Every number of an official form, once: Nghị định 30/2020/NĐ-CP, Phụ lục I and III; ours where it leaves a range."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.document import Align, Role

A4_MM = (210.0, 297.0)
MARGIN_TOP_MM = 20.0
MARGIN_BOTTOM_MM = 20.0
MARGIN_LEFT_MM = 30.0
MARGIN_RIGHT_MM = 15.0
# A landscape page keeps the same four numbers on its own four sides (left 30, right 15).

FONT_FAMILY = "Times New Roman"
FONT_FILES = {
    (False, False): "fonts/LiberationSerif-Regular.ttf",
    (True, False): "fonts/LiberationSerif-Bold.ttf",
    (False, True): "fonts/LiberationSerif-Italic.ttf",
    (True, True): "fonts/LiberationSerif-BoldItalic.ttf",
}

FONT_ASCENT = 0.891  # of the size in points; Times New Roman and Liberation Serif alike
FONT_DESCENT = 0.216
FONT_CAPITAL = 0.662  # the height of capitals and digits
FONT_LINE = 1.149  # one single line, as Word and LibreOffice set it

PAGE_NUMBER_PT = 13.0
PAGE_NUMBER_FROM_TOP_MM = 10.0  # centred in the top margin: half of it

BODY_PT = 14.0
FIRST_LINE_INDENT_MM = 12.7
PARAGRAPH_GAP_PT = 6.0
LINE_SPACING = 1.15  # times the font's own height at single; the decree allows single to 1,5 lines

TABLE_PT = 12.0
TABLE_SMALLEST_PT = 11.0
CELL_PADDING_X_MM = 1.2
CELL_PADDING_Y_MM = 0.8
TABLE_LINE_PT = 0.5

RULE_PT = 0.75
RULE_GAP_PT = 2.0
SIGNATURE_LINES = 4
ISSUER_RULE_FRACTION = 0.4
SUMMARY_RULE_FRACTION = 0.4
SUMMARY_RULE_AFTER_PT = 12.0  # between the rule beneath the trích yếu and Kính gửi
SIGNATURE_BEFORE_PT = 6.0
MARK_PT = 11.0
MARK_COLOR = "595959"

SAMPLE_MARK = "SỐ LIỆU MINH HỌA"
DRAFT_MARK = "DỰ THẢO"
DRAFT_TAIL = "_du-thao"
"""How the file name of a draft ends."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a role looks: size in points, weight, alignment, first-line indent in mm, gaps in points, capitals."""

    size: float
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    first_indent: float = 0.0
    before: float = 0.0
    after: float = 0.0
    spacing: float = 1.0
    keep_with_next: bool = False


def _body(bold: bool = False, italic: bool = False, keep: bool = False) -> Look:
    return Look(
        BODY_PT,
        bold=bold,
        italic=italic,
        align="justify",
        first_indent=FIRST_LINE_INDENT_MM,
        after=PARAGRAPH_GAP_PT,
        spacing=LINE_SPACING,
        keep_with_next=keep,
    )


LOOKS: dict[Role, Look] = {
    Role.NATION: Look(13, bold=True, align="center"),
    Role.MOTTO: Look(14, bold=True, align="center"),
    Role.SUPERIOR: Look(13, align="center"),
    Role.ISSUER: Look(13, bold=True, align="center"),
    Role.NUMBER: Look(13, align="center", before=6),
    Role.PLACE_DATE: Look(14, italic=True, align="center", before=6),
    Role.TYPE: Look(14, bold=True, align="center", before=18, keep_with_next=True),
    Role.SUMMARY: Look(14, bold=True, align="center", keep_with_next=True),
    Role.SUBJECT: Look(12, align="center", before=6),
    Role.ADDRESS: Look(14, align="left", first_indent=FIRST_LINE_INDENT_MM, after=PARAGRAPH_GAP_PT),
    Role.LEGAL_BASIS: _body(italic=True),
    Role.BODY: _body(),
    Role.HEADING_ROMAN: _body(bold=True, keep=True),
    Role.HEADING_ARABIC: _body(bold=True, keep=True),
    Role.LETTERED: _body(),
    Role.AUTHORITY: Look(14, bold=True, align="center", keep_with_next=True),
    Role.SIGNER: Look(14, bold=True, align="center"),
    Role.SIGNING_ROOM: Look(14, align="center", keep_with_next=True),
    Role.RECIPIENTS_HEAD: Look(12, bold=True, italic=True),
    Role.RECIPIENTS: Look(11),
    Role.APPENDIX_LABEL: Look(14, bold=True, align="center", keep_with_next=True),
    Role.APPENDIX_TITLE: Look(14, bold=True, align="center", keep_with_next=True),
    Role.APPENDIX_NOTE: Look(14, italic=True, align="center", after=8, keep_with_next=True),
    Role.MARK: Look(MARK_PT, bold=True, align="center"),
    Role.CELL: Look(TABLE_PT),
    Role.CELL_HEAD: Look(TABLE_PT, bold=True, align="center"),
    Role.CELL_SECTION: Look(TABLE_PT, bold=True),
}
