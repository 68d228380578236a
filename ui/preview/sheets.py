"""The sheets of a preview: the pages of all sections one below the other, and what stands where on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage

from ui.pdf_pages import PdfPages

if TYPE_CHECKING:
    from exporters.preview import PreviewSection, Trace

GAP = 10.0
"""Between two sheets, in points."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its section, its place within the section, where it lies below the first sheet's top, and how large.

    `scale` turns points of the page into units of `area`: 1, or more where narrow sheets are to be as wide as others.
    """

    section: int
    page: int
    area: QRectF
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """A found text: on which sheet, and its boxes in points from the sheet's upper left corner."""

    sheet: int
    boxes: tuple[QRectF, ...]


class Sheets:
    """All pages of a report. Sections that stay the same keep their open PDF from one laying out to the next."""

    def __init__(self) -> None:
        self.sections: tuple[PreviewSection, ...] = ()
        self.sheets: tuple[Sheet, ...] = ()
        self._pages: list[PdfPages] = []
        self._alike = False

    @property
    def size(self) -> QRectF:
        """Return the area that all sheets take."""
        width = max((sheet.area.width() for sheet in self.sheets), default=0.0)
        return QRectF(0, 0, width, self.sheets[-1].area.bottom() if self.sheets else 0.0)

    def show(self, sections: Sequence[PreviewSection]) -> frozenset[int]:
        """Take the sections of a new laying out; return the places of those that changed."""
        kept = {id(old): pages for old, pages in zip(self.sections, self._pages, strict=True)}
        changed = frozenset(at for at, section in enumerate(sections) if id(section) not in kept)
        same = {id(section) for section in sections}
        pages = [kept[id(section)] if id(section) in kept else PdfPages(section.pdf) for section in sections]
        for left in (one for key, one in kept.items() if key not in same):
            left.close()
        self.sections, self._pages = tuple(sections), pages
        self.sheets = tuple(self._laid_out())
        return changed

    def make_alike(self, alike: bool) -> None:
        """Let all sheets be as wide as the widest, or each at its true size."""
        self._alike = alike
        self.sheets = tuple(self._laid_out())

    def close(self) -> None:
        """Give all pages up."""
        self.show(())

    def picture(self, sheet: int, pixels: QSize) -> QImage:
        """Return a sheet as a picture of about that size."""
        one = self.sheets[sheet]
        return self._pages[one.section].draw(one.page, pixels)

    def find(self, text: str) -> Iterator[Place]:
        """Yield where a text stands, sheet by sheet; without diacritics it finds letters with any."""
        first = 0
        for pages in self._pages:
            for found in pages.find(text):
                yield Place(first + found.page, found.boxes)
            first += len(pages)

    def traces(self, sheet: int) -> Iterator[Trace]:
        """Yield the figures and words of a sheet that know where they come from."""
        one = self.sheets[sheet]
        for trace in self.sections[one.section].traces:
            if trace.page == one.page and trace.source is not None:
                yield trace

    def trace_at(self, sheet: int, point: QPointF) -> Trace | None:
        """Return what stands at a point of a sheet."""
        return next((trace for trace in self.traces(sheet) if trace.holds(point.x(), point.y())), None)

    def _laid_out(self) -> Iterator[Sheet]:
        widest = max((size.width() for pages in self._pages for size in pages.sizes), default=0.0)
        top = 0.0
        for section, pages in enumerate(self._pages):
            for page, size in enumerate(pages.sizes):
                scale = widest / size.width() if self._alike else 1.0
                width, height = size.width() * scale, size.height() * scale
                yield Sheet(section, page, QRectF((widest - width) / 2, top, width, height), scale)
                top += height + GAP


def box(trace: Trace) -> QRectF:
    """Return where a trace stands on its sheet."""
    return QRectF(trace.left, trace.top, trace.width, trace.height)
