"""A form as a .docx that Word and LibreOffice open without a warning and that an officer can go on editing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from exporters import nd30, page
from exporters.document import Block, Document, Orientation, Paragraph, Rule, Section, SideBySide, Table, tables
from exporters.docx_parts import WordPackage
from exporters.docx_styles import twips
from exporters.docx_table import columns_xml, table_xml
from exporters.docx_xml import break_paragraph, paragraph_xml, rule_xml


def write_docx(document: Document, path: Path) -> None:
    """Write the document to exactly that path."""
    sizes = {table.font_size for table in tables(document)}
    package = WordPackage(document, sizes | {min(size, nd30.TABLE_SMALLEST_PT) for size in sizes})
    package.save("".join(_sections(document.sections, package.references)), path)


def _sections(sections: tuple[Section, ...], references: str) -> Iterator[str]:
    """Yield the blocks of each section; the settings stand in its last line, those of the last at the very end."""
    for number, section in enumerate(sections, start=1):
        yield from _blocks(section)
        settings = _section_settings(section, references)
        last = number == len(sections)
        yield break_paragraph() + settings if last else break_paragraph(settings)


def _section_settings(section: Section, references: str) -> str:
    width, height = (twips(side) for side in page.page_size(section.orientation))
    turned = ' w:orient="landscape"' if section.orientation == "landscape" else ""
    header = page.edge_distance(nd30.PAGE_NUMBER_PT, nd30.PAGE_NUMBER_FROM_TOP_MM)
    footer = page.edge_distance(nd30.MARK_PT, nd30.MARGIN_BOTTOM_MM / 2)
    sides = (
        ("top", nd30.MARGIN_TOP_MM),
        ("right", nd30.MARGIN_RIGHT_MM),
        ("bottom", nd30.MARGIN_BOTTOM_MM),
        ("left", nd30.MARGIN_LEFT_MM),
        ("header", header),
        ("footer", footer),
    )
    margins = " ".join(f'w:{side}="{twips(mm)}"' for side, mm in sides)
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar {margins} w:gutter="0"/><w:pgNumType w:start="1"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )


def _text_width(orientation: Orientation) -> float:
    """Return the width in mm of the text area as Word has it, paper and margins being whole twips."""
    sides = (page.page_size(orientation)[0], -nd30.MARGIN_LEFT_MM, -nd30.MARGIN_RIGHT_MM)
    return sum(map(twips, sides)) * 25.4 / 1440


def _blocks(section: Section) -> Iterator[str]:
    """Yield the blocks; tables that follow each other are parted by a line, else Word makes one of them."""
    width, height = _text_width(section.orientation), page.text_area(section.orientation)[1]
    groups = [*_grouped(section.blocks)]
    for at, group in enumerate(groups):
        if at and _is_table(group) and _is_table(groups[at - 1]):
            yield break_paragraph()
        # A signature never stands on a page without the end of the text above it.
        before_columns = at + 1 < len(groups) and isinstance(groups[at + 1][0], SideBySide)
        yield _block(group, width, height, keep=before_columns, first=at == 0)


def _is_table(group: list[Block]) -> bool:
    return isinstance(group[0], SideBySide | Table)


def _grouped(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Put neighbours of two columns of one ratio together; every other block stands alone."""
    group: list[Block] = []
    for block in blocks:
        if group and not _continues(group[0], block):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _continues(first: Block, block: Block) -> bool:
    return isinstance(first, SideBySide) and isinstance(block, SideBySide) and first.ratio == block.ratio


def _block(group: list[Block], width: float, height: float, keep: bool, first: bool) -> str:
    block = group[0]
    if isinstance(block, Paragraph):
        return paragraph_xml(block, keep)
    if isinstance(block, Rule):
        return rule_xml(block, width, keep)
    if isinstance(block, Table):
        return table_xml(block, width, height)
    columns = [member for member in group if isinstance(member, SideBySide)]
    return columns_xml(columns, width, 0 if first else nd30.SIGNATURE_BEFORE_PT)
