"""Tables of a .docx: the ruled ones of the appendices, and the two borderless columns of head and signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from exporters import measure, nd30, page
from exporters.document import Role, RowKind, SideBySide, Table
from exporters.docx_styles import COLUMNS_STYLE, GRID_STYLE, cell_margins, style_id, twips
from exporters.docx_xml import parts_xml, run_xml, text_paragraph
from exporters.measure import Placed

_ROLES = {RowKind.HEAD: Role.CELL_HEAD, RowKind.SECTION: Role.CELL_SECTION}


def table_xml(table: Table, width_mm: float, height_mm: float) -> str:
    """Return a ruled table that fills the text area of a page `width_mm` wide and `height_mm` high."""
    widths_mm, size = measure.lay_columns(table, width_mm)
    widths = share_twips(widths_mm, twips(width_mm))
    heights = measure.row_heights(table, widths_mm, size)
    room = height_mm * measure.MM - sum(heights[: table.head_rows()])
    at_end = len(heights) - measure.rows_at_end(heights, height_mm * measure.MM)
    rows = []
    above: dict[int, tuple[int, int]] = {}
    for number, placed in enumerate(measure.place(table)):
        kind = table.rows[number].kind
        keep = kind is not RowKind.BODY or at_end <= number < len(heights) - 1
        cells = "".join(_row_cells(kind, keep, placed, widths, size, above))
        rows.append(f"<w:tr>{_row_look(heights[number], room, head=number < table.head_rows())}{cells}</w:tr>")
    return _table(GRID_STYLE, widths, cell_margins(*_padding()), "".join(rows))


def _padding() -> tuple[int, int]:
    return twips(nd30.CELL_PADDING_X_MM), twips(nd30.CELL_PADDING_Y_MM)


def share_twips(widths_mm: Sequence[float], total: int) -> tuple[int, ...]:
    """Return the widths in twips, rounded so that they add up to the total."""
    scale = total / sum(widths_mm)
    edges = [round(sum(widths_mm[:at]) * scale) for at in range(len(widths_mm) + 1)]
    return tuple(right - left for left, right in pairwise(edges))


def _table(style: str, widths: Sequence[int], margins: str, rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>{margins}'
        f'<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _row_look(height: float, room: float, head: bool) -> str:
    """Return the settings of a row; told its height, LibreOffice puts all its cells in the middle of it."""
    known = f'<w:cantSplit/><w:trHeight w:val="{int(height * 20)}" w:hRule="atLeast"/>' if height <= room else ""
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:trPr>{known}{repeated}</w:trPr>" if known or repeated else ""


def _row_cells(
    kind: RowKind,
    keep: bool,
    placed: Sequence[Placed],
    widths: Sequence[int],
    size: float,
    above: dict[int, tuple[int, int]],
) -> Iterator[str]:
    """Yield the cells of a row with those that continue a cell from above; `above`: column -> (columns, rows left)."""
    starts = {cell.column: cell for cell in placed}
    column = 0
    while column < len(widths):
        cell = starts.get(column)
        if cell is not None:
            span, merge = cell.cell.colspan, '<w:vMerge w:val="restart"/>' if cell.cell.rowspan > 1 else ""
            above[column] = span, cell.cell.rowspan - 1
        else:
            span, left = above.get(column, (1, 0))
            span, merge = (span, "<w:vMerge/>") if left > 0 else (1, "")
            above[column] = span, left - 1
        yield _cell(sum(widths[column : column + span]), span, merge, _cell_text(kind, keep, cell, size))
        column += span


def _cell(width: int, span: int, merge: str, text: str, valign: str = "center") -> str:
    columns = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{columns}{merge}<w:vAlign w:val="{valign}"/></w:tcPr>'
        f"{text}</w:tc>"
    )


def _cell_text(kind: RowKind, keep: bool, placed: Placed | None, size: float) -> str:
    role = _ROLES.get(kind, Role.CELL)
    style, look = style_id(role, size), nd30.LOOKS[role]
    if placed is None:
        return text_paragraph(style, "", keep=keep)
    bold = True if placed.bold and not look.bold else None
    italic = True if placed.italic else None
    runs = run_xml(placed.cell.text, bold=bold, italic=italic, color=placed.cell.color) if placed.cell.text else ""
    return text_paragraph(style, runs, keep=keep, align=None if placed.align == look.align else placed.align)


def columns_xml(blocks: Sequence[SideBySide], width_mm: float, gap: float = 0) -> str:
    """Return blocks of one ratio as one borderless table that stays on one page, `gap` points below what precedes."""
    left_mm = page.left_width(blocks, width_mm)
    columns_mm = (left_mm, width_mm - left_mm)
    widths = share_twips(columns_mm, twips(width_mm))
    rows = [row for block in blocks for row in page.pairs(block)]
    shown = []
    for at, row in enumerate(rows):
        keep = at < len(rows) - 1
        befores = [before + (0 if at else gap) for before in page.level_gaps(row)]
        cells = "".join(
            _cell(width, 1, "", parts_xml(parts, mm, keep, before), "top")
            for parts, width, mm, before in zip(row, widths, columns_mm, befores, strict=True)
        )
        shown.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
    return _table(COLUMNS_STYLE, widths, cell_margins(0, 0), "".join(shown))
