"""A section as the rows of a sheet: paragraphs and rules, what stands side by side, tables, and page breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from exporters import measure, nd30, page
from exporters.document import Block, Paragraph, Role, Rule, Run, Section, SideBySide, Table
from exporters.page import Part
from exporters.xlsx_grid import Grid, Region, columns_of, grid_of, rule_region
from exporters.xlsx_rows import Box, CellLook, Line, Setting, line_height, row_height, text_room
from exporters.xlsx_table import TableLines

_RULE_ROW = 6.0
_UNSURE = 8.0  # points
_DASH, _DASH_PT = "—", 7.0
_TITLES = frozenset({Role.SUMMARY, Role.APPENDIX_TITLE})
ROWS_WITH_SIGNATURE = 3
"""The last rows of a table that go onto the page of what is signed beneath it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Column widths in pixels, the rows, and the head rows to repeat and freeze (first and last, from 1)."""

    widths: tuple[int, ...]
    lines: tuple[Line, ...]
    head: tuple[int, int] | None
    page_height: float

    def page_breaks(self) -> Iterator[int]:
        """Yield the rows, from 1, after which a page is ended by hand.

        That is where rows that belong together would be parted, and where a row just fits, or just does not: there
        programs and printers differ, and the pages after it would not stand as reckoned.
        """
        used = repeated = 0.0
        start = 0
        for row, line in enumerate(self.lines, start=1):
            if line.keep and row < len(self.lines):
                continue
            end = used + self._height(start + 1, row)
            if start and end > self.page_height - _UNSURE:
                if row - start > 1 or end < self.page_height + _UNSURE:
                    yield start
                end += repeated - used
            used, start = end, row
            if self.head and row >= self.head[1]:
                repeated = self._height(*self.head)

    def _height(self, first: int, last: int) -> float:
        return sum(line.height for line in self.lines[first - 1 : last])


def sheet_of(section: Section) -> Sheet:
    """Lay a section out as a sheet."""
    grid, page_height = grid_of(section), page.text_area(section.orientation)[1] * measure.MM
    lines: list[Line] = []
    head = None
    for at, block in enumerate(section.blocks):
        if isinstance(block, Table) and block.head_rows() and head is None and not _text_after(section, at):
            head = len(lines) + 1, len(lines) + block.head_rows()
        if isinstance(block, SideBySide) and lines:
            kept = ROWS_WITH_SIGNATURE if isinstance(section.blocks[at - 1], Table) else 1
            lines[-kept:] = [replace(line, keep=True) for line in lines[-kept:]]
        made = [replace(line, height=row_height(line.height)) for line in _block_lines(at, block, grid)]
        lines += _held_at_end(made, page_height) if isinstance(block, Table) else made
    return Sheet(grid.widths, tuple(lines), head, page_height)


def _held_at_end(lines: list[Line], page_height: float) -> list[Line]:
    """Hold the last rows of a table on one page."""
    first = len(lines) - measure.rows_at_end([line.height for line in lines], page_height)
    return [replace(line, keep=line.keep or first <= at < len(lines) - 1) for at, line in enumerate(lines)]


def _text_after(section: Section, table: int) -> bool:
    """Tell whether a letter goes on after its table: a head that is repeated would stand above its text."""
    return any(isinstance(block, Paragraph) for block in section.blocks[table + 1 :])


def _block_lines(at: int, block: Block, grid: Grid) -> Iterator[Line]:
    if isinstance(block, Table):
        yield from TableLines(block, grid, grid.tables[at]).lines()
    elif isinstance(block, SideBySide):
        yield from _columns_lines(block, grid)
    elif isinstance(block, Paragraph):
        yield from _paragraph_lines(block, grid)
    else:
        height, box = _part(block, grid, grid.whole)
        yield Line(height, (box,), nd30.LOOKS[block.role].keep_with_next)


def _columns_lines(block: SideBySide, grid: Grid) -> Iterator[Line]:
    """Put what stands side by side into the same rows; all of them stay on one page."""
    regions = columns_of(block, grid.whole)
    rows = [
        [_part(part, grid, region) for part, region in zip(pair, regions, strict=True) if part]
        for left, right in page.pairs(block)
        for pair in zip_longest(page.lines(left), page.lines(right))
    ]
    for at, row in enumerate(rows, start=1):
        yield Line(max(height for height, _ in row), tuple(box for _, box in row), keep=at < len(rows))


def _paragraph_lines(paragraph: Paragraph, grid: Grid) -> Iterator[Line]:
    """Yield the row of a paragraph, or several where a row cannot be as tall."""
    keep = nd30.LOOKS[paragraph.role].keep_with_next or paragraph.keep_with_next
    pieces = [*_setting(paragraph, grid.whole.width).pieces(paragraph.text)]
    parts = [replace(paragraph, runs=(Run(piece),)) for piece in pieces] if len(pieces) > 1 else [paragraph]
    for part in parts:
        height, box = _part(part, grid, grid.whole)
        yield Line(height, (box,), keep)


def _part(part: Part, grid: Grid, region: Region) -> tuple[float, Box]:
    """Return the height in points and the box of a paragraph or rule."""
    if isinstance(part, Rule):
        after = nd30.SUMMARY_RULE_AFTER_PT if part.role is Role.SUMMARY else 0
        return _RULE_ROW + after, _rule(rule_region(part, region), grid, region)
    look = nd30.LOOKS[part.role]
    runs = tuple(run for run in part.runs if run.text)
    setting = _setting(part, grid.room(region))
    text = setting.even(part.text) if part.role in _TITLES else part.text
    height = setting.lines(text) * line_height(look.size) + look.before + look.after
    vertical = "bottom" if look.before else "top"
    cell_look = CellLook(look.size, look.bold, look.italic, look.align, vertical)
    return height, Box(*grid.span(region), cell_look, text, runs=runs if _mixed(runs) else ())


def _rule(rule: Region, grid: Grid, column: Region) -> Box:
    """Return a rule as a border; where a table's columns leave it no edges, as a row of dashes as long."""
    if grid.has(rule):
        return Box(*grid.span(rule), CellLook(nd30.TABLE_PT, lines="rule"))
    dashes = round(rule.width * measure.MM / measure.text_width(_DASH, _DASH_PT, bold=True))
    return Box(*grid.span(column), CellLook(_DASH_PT, bold=True, align="center", vertical="top"), _DASH * dashes)


def _mixed(runs: Sequence[Run]) -> bool:
    return any(run.bold is not None or run.italic is not None or run.color for run in runs)


def _setting(paragraph: Paragraph, width_mm: float) -> Setting:
    """Return how a paragraph is set; bold words in it take from the room what they are wider."""
    look = nd30.LOOKS[paragraph.role]
    plain = measure.text_width(paragraph.text, look.size, look.bold, look.italic)
    real = sum(
        measure.text_width(run.text, look.size, look.bold or bool(run.bold), look.italic) for run in paragraph.runs
    )
    room = text_room(width_mm) * (plain / real if real > plain else 1)
    return Setting(look.size, look.bold, look.italic, room)
