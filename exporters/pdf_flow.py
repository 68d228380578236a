"""Blocks of a document as strips of the PDF's pages: paragraphs, rules, columns side by side, tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from exporters import nd30, page
from exporters.document import Align, Block, Paragraph, Role, Rule, SideBySide, Table
from exporters.measure import MM, line_height
from exporters.pdf_pages import Page, Strip, Watch, unwatched
from exporters.pdf_pen import Pen, baseline
from exporters.pdf_table import table_strips
from exporters.pdf_text import Line, Style, break_lines
from exporters.pdf_traces import line_starts


class _Whole:
    """What is never cut."""

    __slots__ = ()

    def cut(self, room: float, inside: bool) -> None:
        return None


@dataclass(frozen=True, slots=True)
class _Text(_Whole):
    """A line of a paragraph, which begins at its letter `start`."""

    line: Line
    left: float
    width: float
    height: float
    align: Align
    baseline: float
    paragraph: Paragraph
    start: int

    def draw(self, pen: Pen, top: float, closes: bool) -> None:
        pen.write_line(self.line, self.left, top + self.baseline, self.width, self.align)
        if pen.tracer is not None:
            area = (self.left, top, self.width, self.height)
            pen.tracer.line(self.paragraph, self.line, self.start, area, self.align)


@dataclass(frozen=True, slots=True)
class _Stroke(_Whole):
    """A solid rule under a text."""

    left: float
    width: float

    def draw(self, pen: Pen, top: float, closes: bool) -> None:
        y = top + nd30.RULE_GAP_PT
        pen.strokes([(self.left, y, self.left + self.width, y)], nd30.RULE_PT)


@dataclass(frozen=True, slots=True)
class _Columns(_Whole):
    """Two columns that stand together."""

    strips: tuple[tuple[float, Strip], ...]

    def draw(self, pen: Pen, top: float, closes: bool) -> None:
        for offset, strip in self.strips:
            strip.drawn.draw(pen, top + offset, closes)


def block_strips(blocks: Sequence[Block], width: float, watch: Watch = unwatched) -> list[Strip]:
    """Lay blocks out over a width in points."""
    strips: list[Strip] = []
    columns: list[SideBySide] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        watch()
        if isinstance(block, SideBySide):
            columns.append(block)
            if not isinstance(following, SideBySide):
                _hold(strips, 2)  # the signature never stands on a page without the last two lines of the text
                strips += _side_by_side(columns, width)
                columns = []
        elif isinstance(block, Table):
            strips += table_strips(block, width, owner=len(strips) + 1, watch=watch)
        else:
            _hold(strips, 1 if isinstance(block, Rule) else 0)
            strips += _part_strips(block, 0, width)
    return strips


def _side_by_side(blocks: Sequence[SideBySide], width: float) -> list[Strip]:
    """Lay out blocks in two columns, which share the place between their columns and stand on one page."""
    left = page.left_width(blocks, width / MM) * MM
    last = len(blocks) - 1
    strips = [_columns(block, left, width, keep=at < last) for at, block in enumerate(blocks)]
    strips[0] = replace(strips[0], before=strips[0].before + nd30.SIGNATURE_BEFORE_PT)
    return strips


def _hold(strips: list[Strip], count: int) -> None:
    """Keep the last strips on the page of what follows."""
    for index in range(max(len(strips) - count, 0), len(strips)):
        strips[index] = replace(strips[index], keep=True)


def _part_strips(block: page.Part, left: float, width: float) -> list[Strip]:
    return [_rule(block, left, width)] if isinstance(block, Rule) else _paragraph(block, left, width)


def _paragraph(paragraph: Paragraph, left: float, width: float) -> list[Strip]:
    """Lay a paragraph out in lines, of which the first two and the last two stay together."""
    look = nd30.LOOKS[paragraph.role]
    height = line_height(look.size, look.spacing)
    indent = look.first_indent * MM
    lines = break_lines(paragraph.runs, Style(look.size, look.bold, look.italic), width, indent)
    keep_last = look.keep_with_next or paragraph.keep_with_next
    strips = []
    for number, (line, start) in enumerate(zip(lines, line_starts(paragraph.runs, lines), strict=True), start=1):
        base = baseline(look.size, height)
        text = _Text(line, left + indent, width - indent, height, look.align, base, paragraph, start)
        strips.append(
            Strip(
                text,
                height,
                before=look.before if number == 1 else 0,
                after=look.after if number == len(lines) else 0,
                keep=keep_last if number == len(lines) else number in (1, len(lines) - 1),
                baseline=text.baseline,
            )
        )
        indent = 0
    return strips


def _rule(rule: Rule, left: float, width: float) -> Strip:
    """Lay a rule out, centred under its text."""
    length = page.rule_length(rule, width / MM) * MM
    height = 2 * nd30.RULE_GAP_PT + nd30.RULE_PT
    after = nd30.SUMMARY_RULE_AFTER_PT if rule.role is Role.SUMMARY else 0
    stroke = _Stroke(left + (width - length) / 2, length)
    return Strip(stroke, height, after=after, keep=nd30.LOOKS[rule.role].keep_with_next)


def _columns(block: SideBySide, left_width: float, width: float, keep: bool) -> Strip:
    """Lay two columns out; what stands first in both, and number and date, stand on one line."""
    placed: list[tuple[float, Strip]] = []
    before = bottom = 0.0
    for left, right in page.pairs(block):
        columns = _stack(left, 0, left_width), _stack(right, left_width, width - left_width)
        firsts = [strip for column in columns for _, strip in column[:1]]
        gap = max((strip.before for strip in firsts), default=0)
        before, bottom = (before, bottom + gap) if placed else (before + gap, bottom)
        base = max((strip.baseline for strip in firsts), default=0)
        for column in columns:
            lower = bottom + base - (column[0][1].baseline if column else 0)
            placed += [(top + lower, strip) for top, strip in column]
        bottom = max((top + strip.height for top, strip in placed), default=0)
    return Strip(_Columns(tuple(placed)), bottom, before=before, keep=keep)


def _stack(parts: Sequence[page.Part], left: float, width: float) -> list[tuple[float, Strip]]:
    """Lay out the parts of one column, each with its distance from the top."""
    column = Page()
    for part in page.lines(parts):
        for strip in _part_strips(part, left, width):
            column.add(strip)
    return column.strips
