"""The named styles of a .docx, one for every role of nd30, under names that an officer recognises."""

from __future__ import annotations

from collections.abc import Iterable

from exporters import nd30
from exporters.document import Align, Role
from exporters.nd30 import Look

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACE = f'xmlns:w="{W}"'
LANGUAGE = "vi-VN"
ALIGNMENTS: dict[Align, str] = {"left": "left", "center": "center", "right": "right", "justify": "both"}

RULE_STYLE, BREAK_STYLE, NUMBER_STYLE = "So57Rule", "So57Break", "Header"
GRID_STYLE, COLUMNS_STYLE = "So57Grid", "So57Columns"

_NAMES: dict[Role, tuple[str, str]] = {
    Role.NATION: ("So57Nation", "So57 Quốc hiệu"),
    Role.MOTTO: ("So57Motto", "So57 Tiêu ngữ"),
    Role.SUPERIOR: ("So57Superior", "So57 Cơ quan chủ quản"),
    Role.ISSUER: ("So57Issuer", "So57 Cơ quan ban hành"),
    Role.NUMBER: ("So57Number", "So57 Số và ký hiệu"),
    Role.PLACE_DATE: ("So57PlaceDate", "So57 Địa danh và ngày tháng"),
    Role.TYPE: ("So57Type", "So57 Tên loại văn bản"),
    Role.SUMMARY: ("So57Summary", "So57 Trích yếu"),
    Role.SUBJECT: ("So57Subject", "So57 Về việc"),
    Role.ADDRESS: ("So57Address", "So57 Kính gửi"),
    Role.LEGAL_BASIS: ("So57LegalBasis", "So57 Căn cứ"),
    Role.BODY: ("So57Body", "So57 Nội dung"),
    Role.HEADING_ROMAN: ("Heading1", "heading 1"),
    Role.HEADING_ARABIC: ("Heading2", "heading 2"),
    Role.LETTERED: ("So57Lettered", "So57 Điểm"),
    Role.AUTHORITY: ("So57Authority", "So57 Quyền hạn và chức vụ"),
    Role.SIGNER: ("So57Signer", "So57 Họ tên người ký"),
    Role.SIGNING_ROOM: ("So57SigningRoom", "So57 Chỗ ký và đóng dấu"),
    Role.RECIPIENTS_HEAD: ("So57RecipientsHead", "So57 Nơi nhận"),
    Role.RECIPIENTS: ("So57Recipients", "So57 Danh sách nơi nhận"),
    Role.APPENDIX_LABEL: ("So57AppendixLabel", "So57 Phụ lục"),
    Role.APPENDIX_TITLE: ("So57AppendixTitle", "So57 Tên phụ lục"),
    Role.APPENDIX_NOTE: ("So57AppendixNote", "So57 Kèm theo"),
    Role.MARK: ("So57Mark", "So57 Dấu cuối trang"),
    Role.CELL: ("So57Cell", "So57 Ô bảng"),
    Role.CELL_HEAD: ("So57CellHead", "So57 Ô đầu bảng"),
    Role.CELL_SECTION: ("So57CellSection", "So57 Ô mục"),
}
# Word knows headings by these names in every language; the alias is what the officer reads beside it.
_ALIASES = {Role.HEADING_ROMAN: "So57 Đề mục I", Role.HEADING_ARABIC: "So57 Đề mục 1"}
_LEVELS = {Role.HEADING_ROMAN: 0, Role.HEADING_ARABIC: 1, Role.APPENDIX_LABEL: 0, Role.APPENDIX_TITLE: 1}
_CELLS = (Role.CELL, Role.CELL_HEAD, Role.CELL_SECTION)


def twips(mm: float) -> int:
    """Return millimetres as twentieths of a point."""
    return round(mm * 1440 / 25.4)


def style_id(role: Role, size: float | None = None) -> str:
    """Return the id of a role's style; a `size` other than the role's own has a style of its own in tables."""
    name = _NAMES[role][0]
    return name if size in (None, nd30.LOOKS[role].size) else f"{name}{size:g}".replace(".", "-")


def styles_xml(table_sizes: Iterable[float]) -> str:
    """Return the whole part of styles; `table_sizes` are the sizes that table text has."""
    roles = "".join(_role_style(role) for role in Role)
    sizes = "".join(_sized_styles(size) for size in sorted(set(table_sizes)))
    return f"<w:styles {NAMESPACE}>{_defaults()}{_BASE}{roles}{sizes}{_layout_styles()}{_table_styles()}</w:styles>"


def _defaults() -> str:
    slots = " ".join(f'w:{slot}="{nd30.FONT_FAMILY}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {slots}/>{_size(nd30.BODY_PT)}"
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
    )


_BASE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _role_style(role: Role) -> str:
    identity, name = _NAMES[role]
    built_in = name.startswith("heading")
    alias = f'<w:aliases w:val="{_ALIASES[role]}"/>' if role in _ALIASES else ""
    follow = f'<w:next w:val="{style_id(Role.BODY)}"/>' if role in _LEVELS else ""
    look = nd30.LOOKS[role]
    return _paragraph_style(
        identity, f'<w:name w:val="{name}"/>{alias}', follow, _paragraph_look(role, look), _letters(look), built_in
    )


def _paragraph_style(
    identity: str, name: str, follow: str, paragraph: str, letters: str, built_in: bool = False, base: str = "Normal"
) -> str:
    kind = "" if built_in else ' w:customStyle="1"'
    look = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{identity}">{name}<w:basedOn w:val="{base}"/>{follow}'
        f'<w:uiPriority w:val="{9 if built_in else 1}"/><w:qFormat/>'
        f"{look}<w:rPr>{letters}</w:rPr></w:style>"
    )


def _paragraph_look(role: Role, look: Look) -> str:
    keep = "<w:keepNext/>" if look.keep_with_next else ""
    spacing = (
        f'<w:spacing w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}" '
        f'w:line="{round(look.spacing * 240)}" w:lineRule="auto"/>'
    )
    indent = f'<w:ind w:firstLine="{twips(look.first_indent)}"/>' if look.first_indent else ""
    level = f'<w:outlineLvl w:val="{_LEVELS[role]}"/>' if role in _LEVELS else ""
    return f'{keep}{spacing}{indent}<w:jc w:val="{ALIGNMENTS[look.align]}"/>{level}'


def _letters(look: Look) -> str:
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    italic = "<w:i/><w:iCs/>" if look.italic else ""
    return f"{bold}{italic}{_size(look.size)}"


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _sized_styles(size: float) -> str:
    return "".join(_sized_style(role, size) for role in _CELLS if size != nd30.LOOKS[role].size)


def _sized_style(role: Role, size: float) -> str:
    name = f'<w:name w:val="{_NAMES[role][1]} {size:g}"/>'
    return _paragraph_style(style_id(role, size), name, "", "", _size(size), base=style_id(role))


def _layout_styles() -> str:
    """Return the styles of what is no text: the rule, the hair line between tables, the page number."""
    gap = round(nd30.RULE_GAP_PT * 20)
    border = f'<w:pBdr><w:bottom w:val="single" w:sz="{round(nd30.RULE_PT * 8)}" w:space="0" w:color="auto"/></w:pBdr>'
    rule = f'{border}<w:spacing w:after="{gap}" w:line="{gap}" w:lineRule="exact"/>'
    hair = '<w:spacing w:line="20" w:lineRule="exact"/>'
    number = '<w:jc w:val="center"/>'
    return (
        _paragraph_style(RULE_STYLE, '<w:name w:val="So57 Đường kẻ"/>', "", rule, _size(1))
        + _paragraph_style(BREAK_STYLE, '<w:name w:val="So57 Ngắt phần"/>', "", hair, _size(1))
        + _paragraph_style(NUMBER_STYLE, '<w:name w:val="header"/>', "", number, _size(nd30.PAGE_NUMBER_PT), True)
    )


def _table_styles() -> str:
    line = f'w:val="single" w:sz="{round(nd30.TABLE_LINE_PT * 8)}" w:space="0" w:color="auto"'
    sides = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    across, down = twips(nd30.CELL_PADDING_X_MM), twips(nd30.CELL_PADDING_Y_MM)
    grid = f"<w:tblBorders>{sides}</w:tblBorders>{cell_margins(across, down)}"
    return _table_style(GRID_STYLE, "So57 Bảng", grid) + _table_style(COLUMNS_STYLE, "So57 Hai cột", cell_margins(0, 0))


def _table_style(identity: str, name: str, look: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/><w:qFormat/><w:tblPr>{look}</w:tblPr></w:style>'
    )


def cell_margins(across: int, down: int) -> str:
    """Return the space in twips between a cell's border and its text."""
    sides = (("top", down), ("left", across), ("bottom", down), ("right", across))
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{margins}</w:tblCellMar>"
