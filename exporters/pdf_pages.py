"""Pages filled from above: strips with what must stay together, put on pages one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Protocol

from exporters.pdf_pen import Pen

_TALL = 1 / 3  # of a page: a group of joined rows taller than this is cut between its rows instead of leaving a gap

Watch = Callable[[], None]
"""Called between strips and pages; whoever no longer wants them raises."""


def unwatched() -> None:
    """Lay out to the end."""


class Drawn(Protocol):
    """What a strip shows."""

    def draw(self, pen: Pen, top: float, closes: bool) -> None:
        """Draw it with its upper edge at `top`; `closes` when nothing of the same table follows on this page."""

    def cut(self, room: float, inside: bool) -> tuple[Strip, Strip] | None:
        """Cut it so that the first part fits a room: between rows, or also `inside` a row; None where it cannot be."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of the page's full width that stands whole: a line of text, a table row, a signature block.

    `keep` holds it on the page of the next strip; `heads` are repeated above it where it begins a page.
    """

    drawn: Drawn
    height: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    heads: tuple[Strip, ...] = ()
    owner: int = 0
    baseline: float = 0.0


@dataclass(slots=True)
class Page:
    """Strips and the height at which each stands."""

    strips: list[tuple[float, Strip]] = field(default_factory=list)
    used: float = 0.0
    gap: float = 0.0  # wanted below the last strip

    def top(self, strip: Strip) -> float:
        """Return where the next strip would stand; no gap is left above the first one of a page."""
        return self.used + self.gap + strip.before if self.strips else 0.0

    def add(self, strip: Strip) -> None:
        """Put a strip below the last one."""
        top = self.top(strip)
        self.strips.append((top, strip))
        self.used, self.gap = top + strip.height, strip.after

    def draw(self, pen: Pen) -> None:
        """Draw the strips."""
        owners = [strip.owner for _, strip in self.strips]
        for (top, strip), next_owner in zip_longest(self.strips, owners[1:]):
            strip.drawn.draw(pen, top, closes=next_owner != strip.owner)


def fill_pages(strips: Sequence[Strip], room: float) -> list[Page]:
    """Put strips on as many pages as they need; each has `room` points of height."""
    filler = _Filler(room)
    for group in _groups(strips):
        filler.add_group(group)
    return filler.pages


def _groups(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Collect strips that stand on one page."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group


class _Filler:
    def __init__(self, room: float) -> None:
        self.room = room + 0.01  # floats: rows that sum up to the page exactly must fit
        self.pages = [Page()]
        self._heads = 0  # how many strips on this page are repeated heads

    def add_group(self, group: Sequence[Strip]) -> None:
        if self._fits(group) or self._add_by_rows(group):
            return
        self._turn(group[0])
        if not self._fits(group):
            for strip in group:
                self._add_or_cut(strip)

    def _fits(self, group: Sequence[Strip]) -> bool:
        """Add the group to this page if it fits."""
        page = self.pages[-1]
        trial = Page([*page.strips[-1:]], page.used, page.gap)
        for strip in group:
            trial.add(strip)
        if trial.used > self.room:
            return False
        for strip in group:
            page.add(strip)
        return True

    def _add_by_rows(self, group: Sequence[Strip]) -> bool:
        """Cut a tall group of joined rows between two rows where it meets the end of the page."""
        *before, last = group
        if last.height < self.room * _TALL or before:
            return False
        page = self.pages[-1]
        parts = last.drawn.cut(self.room - page.top(last), inside=False)
        if parts is None:
            return False
        page.add(parts[0])
        self.add_group([parts[1]])
        return True

    def _add_or_cut(self, strip: Strip) -> None:
        """Add a strip of a group that is taller than a page; what is taller itself is cut in its rows."""
        while not self._fits([strip]):
            page = self.pages[-1]
            parts = strip.drawn.cut(self.room - page.top(strip), inside=True)
            if parts is not None:
                page.add(parts[0])
                strip = parts[1]
            elif len(page.strips) == self._heads:
                page.add(strip)  # nothing helps: it hangs over the edge rather than be lost
                return
            self._turn(strip)

    def _turn(self, strip: Strip) -> None:
        """Begin a page, with the heads of the strip that will stand first, unless this one is still empty."""
        if len(self.pages[-1].strips) == self._heads:
            return
        heads = strip.heads if sum(head.height for head in strip.heads) < self.room / 2 else ()
        self.pages.append(Page())
        for head in heads:
            self.pages[-1].add(head)
        self._heads = len(heads)
