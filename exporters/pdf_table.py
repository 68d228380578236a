"""Tables of the PDF: bands of rows that are joined by cells over several rows, drawn and cut by lines."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, groupby
from operator import attrgetter

from exporters import nd30
from exporters.document import Align, Cell, RowKind, Table
from exporters.measure import MM, Placed, cell_lines, lay_columns, line_height, place, row_heights, text_width
from exporters.pdf_pages import Strip, Watch, unwatched
from exporters.pdf_pen import Pen, baseline
from exporters.pdf_text import BLACK, Style

_PAD_X = nd30.CELL_PADDING_X_MM * MM
_PAD_Y = nd30.CELL_PADDING_Y_MM * MM


@dataclass(frozen=True, slots=True)
class Box:
    """A cell's place in its band and the lines of text in it; `whole` until it is cut at the end of a page."""

    left: float
    width: float
    top: float
    bottom: float
    lines: Sequence[str]
    style: Style
    align: Align
    cell: Cell
    whole: bool = True

    @property
    def text_height(self) -> float:
        """Return the height that its lines need."""
        return _text_height(len(self.lines), self.style.size)


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that no page break should part, with the lower edge of each row; `strip` is how it stands in the flow."""

    boxes: tuple[Box, ...]
    edges: tuple[float, ...]
    width: float
    size: float
    heads: tuple[Strip, ...]
    owner: int
    keep: bool = False

    @property
    def height(self) -> float:
        """Return the height of all rows."""
        return self.edges[-1]

    def strip(self) -> Strip:
        """Return the band as a strip of the page."""
        return Strip(self, self.height, keep=self.keep, heads=self.heads, owner=self.owner)

    def draw(self, pen: Pen, top: float, closes: bool) -> None:
        """Draw the grid, each line once, and the text row by row."""
        pen.strokes(self._grid(top, closes), nd30.TABLE_LINE_PT)
        for box in self.boxes:
            _write_box(pen, box, top)
            if pen.tracer is not None:
                pen.tracer.cell(box.cell, (box.left, top + box.top, box.width, box.bottom - box.top))

    def _grid(self, top: float, closes: bool) -> Iterator[tuple[float, float, float, float]]:
        for box in self.boxes:
            yield box.left, top + box.top, box.left, top + box.bottom
        yield self.width, top, self.width, top + self.height
        for y, boxes in groupby(self.boxes, attrgetter("top")):
            for left, right in _joined((box.left, box.left + box.width) for box in boxes):
                yield left, top + y, right, top + y
        if closes:
            yield 0, top + self.height, self.width, top + self.height

    def cut(self, room: float, inside: bool) -> tuple[Strip, Strip] | None:
        """Cut between rows if one ends in the room, else inside the first row after its last line that fits."""
        fitting = [edge for edge in self.edges[:-1] if edge <= room]
        if fitting:
            return self._cut_at(fitting[-1])
        lines = math.floor((room - 2 * _PAD_Y) / line_height(self.size))
        return self._cut_at(_text_height(lines, self.size)) if inside and lines > 0 else None

    def _cut_at(self, height: float) -> tuple[Strip, Strip]:
        cuts = [_cut_box(box, height) for box in self.boxes]
        shift = self._shift(height, cuts)
        end = next(edge for edge in self.edges if edge > height)
        upper = tuple(first for first, _ in cuts if first)
        lower = tuple(_moved(rest, height, end, shift) for _, rest in cuts if rest)
        edges = tuple(edge - height + shift for edge in self.edges if edge >= end)
        first = replace(self, boxes=upper, edges=(*(edge for edge in self.edges if edge < height), height), keep=False)
        return first.strip(), replace(self, boxes=lower, edges=edges).strip()

    def _shift(self, height: float, cuts: Sequence[tuple[Box | None, Box | None]]) -> float:
        """Return how far the rows below a cut move: down to hold a cut cell's rest, up where a cut row needs less."""
        missing = [rest.text_height - (rest.bottom - height) for first, rest in cuts if first and rest]
        between_rows = height in self.edges
        return max([0.0, *missing]) if between_rows else max(missing)


def _joined(stretches: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Join stretches that touch each other, so that a line across the table is one line."""
    joined: list[tuple[float, float]] = []
    for left, right in stretches:
        if joined and left <= joined[-1][1] + 0.01:
            joined[-1] = (joined[-1][0], right)
        else:
            joined.append((left, right))
    return joined


def _text_height(lines: int, size: float) -> float:
    return lines * line_height(size) + 2 * _PAD_Y


def _cut_box(box: Box, height: float) -> tuple[Box | None, Box | None]:
    """Return the parts of a cell above and below a cut."""
    if box.bottom <= height:
        return box, None
    if box.top >= height:
        return None, box
    room = height - box.top - 2 * _PAD_Y + 0.01
    fitting = max(math.floor(room / line_height(box.style.size)), 0)
    upper = replace(box, bottom=height, lines=box.lines[:fitting], whole=False)
    return upper, replace(box, top=height, lines=box.lines[fitting:], whole=False)


def _moved(box: Box, height: float, end: float, shift: float) -> Box:
    """Return a cell as it stands below a cut: what ends after the cut row moves with it."""
    top = box.top - height + (shift if box.top >= end else 0)
    return replace(box, top=top, bottom=box.bottom - height + shift)


def _write_box(pen: Pen, box: Box, top: float) -> None:
    spare = box.bottom - box.top - box.text_height
    height = line_height(box.style.size)
    y = top + box.top + _PAD_Y + baseline(box.style.size, height) + (spare / 2 if box.whole else 0)
    for line in box.lines:
        if line:
            pen.write(box.left + _offset(line, box), y, line, box.style)
        y += height


def _offset(line: str, box: Box) -> float:
    """Return how far from the cell's left edge a line begins."""
    if box.align in ("left", "justify"):
        return _PAD_X
    spare = box.width - text_width(line, box.style.size, box.style.bold, box.style.italic)
    return spare - _PAD_X if box.align == "right" else spare / 2


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the columns and rows of a table stand: left and upper edges in points, one more than there are."""

    widths_mm: tuple[float, ...]
    size: float
    lefts: tuple[float, ...]
    tops: tuple[float, ...]

    def box(self, placed: Placed, origin: float) -> Box:
        """Return a cell's place, measured from `origin`."""
        right = self.lefts[min(placed.column + placed.cell.colspan, len(self.lefts) - 1)]
        bottom = self.tops[min(placed.row + placed.cell.rowspan, len(self.tops) - 1)]
        left, top = self.lefts[placed.column], self.tops[placed.row]
        lines = cell_lines(placed, self.widths_mm, self.size)
        style = Style(self.size, placed.bold, placed.italic, placed.cell.color or BLACK)
        return Box(left, right - left, top - origin, bottom - origin, lines, style, placed.align, placed.cell)


def table_strips(table: Table, width: float, owner: int, watch: Watch = unwatched) -> list[Strip]:
    """Lay a table out over a width in points; the strips of its head rows come first and repeat on every page."""
    widths, size = lay_columns(table, width / MM)
    lefts = (0.0, *accumulate(column * MM for column in widths))
    layout = _Layout(widths, size, lefts, (0.0, *accumulate(row_heights(table, widths, size))))
    strips: list[Strip] = []
    heads: tuple[Strip, ...] = ()
    for start, rows in _bands(place(table)):
        watch()
        end = start + len(rows)
        is_head = end <= table.head_rows()
        origin = layout.tops[start]
        band = Band(
            boxes=tuple(layout.box(placed, origin) for placed in chain(*rows)),
            edges=tuple(edge - origin for edge in layout.tops[start + 1 : end + 1]),
            width=lefts[-1],
            size=size,
            heads=() if is_head else heads,
            owner=owner,
            keep=table.rows[end - 1].kind is not RowKind.BODY,
        )
        strips.append(band.strip())
        heads = (*heads, strips[-1]) if is_head else heads
    return strips


def _bands(placed: Sequence[Sequence[Placed]]) -> Iterator[tuple[int, Sequence[Sequence[Placed]]]]:
    """Yield the rows that cells over several rows join, and the number of the first of them."""
    start = 0
    while start < len(placed):
        row, end = start, start + 1
        while row < end:
            end = min(max([end, *(row + cell.cell.rowspan for cell in placed[row])]), len(placed))
            row += 1
        yield start, placed[start:end]
        start = end
