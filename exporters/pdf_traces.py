"""Traces: where on the pages of a section each figure and each paragraph with a key stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exporters import nd30
from exporters.document import Align, Cell, Paragraph, Run, Source
from exporters.measure import MM, printable
from exporters.pdf_text import Line

Area = tuple[float, float, float, float]
"""Left, top, width and height in points."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A place on a page, and what stands there: a stretch of a line, or a cell as far as it stands on this page.

    `page` counts from 0 within the section; lengths are points from the page's upper left corner. `key` and `stale`
    are the paragraph's.
    """

    page: int
    left: float
    top: float
    width: float
    height: float
    text: str
    source: Source | None
    key: str = ""
    auto: bool = False
    stale: bool = False

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point of the page lies in it."""
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height


class Tracer:
    """Notes traces while a section's pages are drawn; `page` is the one that is being drawn."""

    def __init__(self) -> None:
        self.traces: list[Trace] = []
        self.page = 0

    def cell(self, cell: Cell, area: Area) -> None:
        """Note a cell that has a source; `area` is measured from the page's frame."""
        if cell.source is not None:
            self.traces.append(Trace(self.page, *_on_paper(area), cell.text, cell.source, auto=cell.auto))

    def line(self, paragraph: Paragraph, line: Line, start: int, area: Area, align: Align) -> None:
        """Note the runs of a paragraph on one of its lines, which begins at its letter `start`."""
        left, top, width, height = area
        offset, stretch = line.set_into(width, align)
        text, at = line.text, -start
        for run in paragraph.runs:
            begins, at = at, at + len(printable(run.text))
            first, end = max(begins, 0), min(at, len(text))
            if first < end and (paragraph.key or run.source is not None):
                x = line.width_to(first, stretch)
                stretched = (left + offset + x, top, line.width_to(end, stretch) - x, height)
                self._note_run(paragraph, run, text[first:end], stretched)

    def _note_run(self, paragraph: Paragraph, run: Run, text: str, area: Area) -> None:
        place = _on_paper(area)
        self.traces.append(Trace(self.page, *place, text, run.source, paragraph.key, run.auto, paragraph.stale))


def _on_paper(area: Area) -> Area:
    """Return an area of the frame as one of the page."""
    left, top, width, height = area
    return left + nd30.MARGIN_LEFT_MM * MM, top + nd30.MARGIN_TOP_MM * MM, width, height


def line_starts(runs: Sequence[Run], lines: Sequence[Line]) -> Iterator[int]:
    """Yield the letter of the whole text at which each line begins; spaces between lines belong to none."""
    text, at = "".join(printable(run.text) for run in runs), 0
    for line in lines:
        while text[at : at + 1] in (" ", "\n"):
            at += 1
        yield at
        at += len(line.text)
