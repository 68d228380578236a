"""The columns of a sheet in whole pixels, filling the page's width at 100 %.

Column edges come from the section's tables; a section without one gets edges where its letterhead, signature and rules
begin and end, so that a rule is a border exactly as long as it should be. Tables are not cut up for the sake of rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from exporters import measure, page
from exporters.document import Block, Rule, Section, SideBySide, Table

DOTS_PER_MM = 96 / 25.4  # what Excel calls a pixel
_SPARE_MM = 0.5  # left free at the right so that no program begins a second page
_PADDING_MM = 5.0  # between a text that must stay on one line and the edges of its cell, both sides
_NARROWEST = 4  # pixels; edges nearer to each other become one

TableLayout = tuple[tuple[float, ...], float]


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the page's width in mm."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """Return how wide it is in mm."""
        return self.right - self.left

    def middle(self, width: float) -> Region:
        """Return its middle part of that width."""
        side = (self.width - width) / 2
        return Region(self.left + side, self.right - side)


@dataclass(frozen=True, slots=True)
class Grid:
    """Column edges in pixels, and the layout of each table of the section (by the number of its block)."""

    edges: tuple[int, ...]
    whole: Region
    tables: dict[int, TableLayout]

    @property
    def widths(self) -> tuple[int, ...]:
        """Return the columns' widths in pixels."""
        return tuple(right - left for left, right in pairwise(self.edges))

    def span(self, region: Region) -> tuple[int, int]:
        """Return the columns of a region: the first, and the one after the last."""
        first = min(self._nearest(region.left), len(self.edges) - 2)
        return first, max(self._nearest(region.right), first + 1)

    def room(self, region: Region) -> float:
        """Return how wide in mm a text of a region may be: no wider than the columns that it stands in."""
        first, end = self.span(region)
        return min(region.width, (self.edges[end] - self.edges[first]) / DOTS_PER_MM)

    def has(self, region: Region) -> bool:
        """Tell whether a region begins and ends where columns do."""
        sides = (region.left, region.right)
        return all(abs(self.edges[self._nearest(mm)] - mm * DOTS_PER_MM) < _NARROWEST for mm in sides)

    def _nearest(self, mm: float) -> int:
        return min(range(len(self.edges)), key=lambda at: abs(self.edges[at] - mm * DOTS_PER_MM))


def grid_of(section: Section) -> Grid:
    """Return the columns of a section's sheet."""
    whole = Region(0, page.text_area(section.orientation)[0] - _SPARE_MM)
    tables = {
        at: measure.lay_columns(block, whole.width)
        for at, block in enumerate(section.blocks)
        if isinstance(block, Table)
    }
    inner = [mm for widths, _ in tables.values() for mm in accumulate(widths[:-1])]
    if not tables:
        inner = [mm for block in section.blocks for mm in _edges(block, whole)]
    return Grid(_pixels(inner, int(whole.width * DOTS_PER_MM)), whole, tables)


def columns_of(block: SideBySide, whole: Region) -> tuple[Region, Region]:
    """Return where the two columns of a block stand."""
    middle = whole.left + page.left_width([block], whole.width, _PADDING_MM)
    return Region(whole.left, middle), Region(middle, whole.right)


def rule_region(rule: Rule, column: Region) -> Region:
    """Return where a rule stands in its column."""
    return column.middle(page.rule_length(rule, column.width))


def _edges(block: Block, whole: Region) -> Iterator[float]:
    if isinstance(block, Rule):
        region = rule_region(block, whole)
        yield from (region.left, region.right)
    elif isinstance(block, SideBySide):
        left, right = columns_of(block, whole)
        yield left.right
        for parts, column in ((block.left, left), (block.right, right)):
            for part in parts:
                if isinstance(part, Rule):
                    yield from _edges(part, column)


def _pixels(inner: list[float], total: int) -> tuple[int, ...]:
    """Return the edges in whole pixels from 0 to the total."""
    edges = [0]
    for edge in sorted(round(mm * DOTS_PER_MM) for mm in inner):
        if edge - edges[-1] >= _NARROWEST and total - edge >= _NARROWEST:
            edges.append(edge)
    return (*edges, total)
