"""The page as all writers see it: its size, the area of the text, the length of a rule, the flow of two columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from exporters import measure, nd30
from exporters.document import Orientation, Paragraph, Role, Rule, SideBySide

Part = Paragraph | Rule
Pair = tuple[tuple[Part, ...], tuple[Part, ...]]
_ONE_LINE = frozenset({Role.NATION, Role.MOTTO})
_NUMBER_LINE = frozenset({Role.NUMBER, Role.PLACE_DATE})


def page_size(orientation: Orientation) -> tuple[float, float]:
    """Return the width and height of the paper in mm."""
    width, height = nd30.A4_MM
    return (width, height) if orientation == "portrait" else (height, width)


def text_area(orientation: Orientation) -> tuple[float, float]:
    """Return the width and height in mm inside the margins."""
    width, height = page_size(orientation)
    return (
        width - nd30.MARGIN_LEFT_MM - nd30.MARGIN_RIGHT_MM,
        height - nd30.MARGIN_TOP_MM - nd30.MARGIN_BOTTOM_MM,
    )


def edge_distance(size: float, middle_mm: float) -> float:
    """Return how far in mm from the paper's edge a line of that size starts whose middle stands at `middle_mm`."""
    return middle_mm - measure.line_height(size) / measure.MM / 2


def rule_length(rule: Rule, column_mm: float) -> float:
    """Return the length of a rule in mm: its text's, or a fraction of the text's (of the column's without a text)."""
    look, whole = nd30.LOOKS[rule.role], column_mm
    if rule.text:
        lines = measure.wrap(rule.text, look.size, column_mm * measure.MM, look.bold, look.italic)
        whole = max(measure.text_width(line, look.size, look.bold, look.italic) for line in lines) / measure.MM
    return whole * (1 if rule.fraction is None else rule.fraction)


def left_width(blocks: Sequence[SideBySide], width_mm: float, spare_mm: float = 1.0) -> float:
    """Return the width of the left column in mm: its share, unless Quốc hiệu and Tiêu ngữ need more beside it.

    `spare_mm` is what they need beyond their measured width: Word and Excel measure a little wider.
    """
    return min(width_mm * blocks[0].ratio, width_mm - spare_mm - max(_least_width(block.right) for block in blocks))


def _least_width(parts: Iterable[Part]) -> float:
    looks = [(part, nd30.LOOKS[part.role]) for part in parts if part.role in _ONE_LINE]
    return max((measure.text_width(part.text, look.size, look.bold) for part, look in looks), default=0) / measure.MM


def level_gaps(row: Pair) -> tuple[float, float]:
    """Return the gaps in points above both columns that put their first lines on one baseline."""
    looks = [nd30.LOOKS[parts[0].role] if parts else None for parts in row]
    bases = [look.before + look.size * nd30.FONT_ASCENT if look else 0 for look in looks]
    left, right = (look.before + max(bases) - base if look else 0 for look, base in zip(looks, bases, strict=True))
    return left, right


def pairs(block: SideBySide) -> Iterator[Pair]:
    """Yield the rows of a block in two columns: number and place and date stand on one line of their own."""
    left, right = _above_number(block.left), _above_number(block.right)
    if 0 < left < len(block.left) and 0 < right < len(block.right):
        yield block.left[:left], block.right[:right]
        yield block.left[left:], block.right[right:]
    else:
        yield block.left, block.right


def _above_number(parts: tuple[Part, ...]) -> int:
    return next((at for at, part in enumerate(parts) if part.role in _NUMBER_LINE), 0)


def lines(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts with the room for the signature as so many empty lines as it needs."""
    for room, group in groupby(parts, _is_room):
        members = list(group)
        yield from members
        if room:
            yield from members[:1] * (nd30.SIGNATURE_LINES - len(members))


def _is_room(part: Part) -> bool:
    return isinstance(part, Paragraph) and part.role is Role.SIGNING_ROOM and not part.text.strip()
