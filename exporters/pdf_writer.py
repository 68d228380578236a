"""Write a document as PDF: fonts embedded, text searchable, a bookmark for each section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from exporters import nd30, page
from exporters.document import Document, Role, Section
from exporters.fonts import font_name
from exporters.measure import MM, printable, text_width
from exporters.pdf_flow import block_strips
from exporters.pdf_pages import Page, Watch, fill_pages, unwatched
from exporters.pdf_pen import Pen
from exporters.pdf_text import Style
from exporters.pdf_traces import Trace, Tracer

rl_config.useA85 = 0  # a fifth smaller and faster; mail has carried binary attachments for decades
_LOCK = Lock()  # the fonts keep state while they are cut down to the letters used
_CREATOR = "Sổ 57"
_NUMBER_MIDDLE = (nd30.PAGE_NUMBER_FROM_TOP_MM - nd30.MARGIN_TOP_MM) * MM  # from the upper edge of the frame
_MARK_MIDDLE = nd30.MARGIN_BOTTOM_MM * MM / 2  # from its lower edge


def write_pdf(document: Document, path: Path) -> None:
    """Write a document to exactly this path."""
    path.write_bytes(render_pdf(document))


def render_pdf(document: Document) -> bytes:
    """Return a document as the bytes of a PDF file, the same bytes for the same document."""
    with _LOCK:
        target = BytesIO()
        canvas = _canvas(target)
        _describe(canvas, document)
        for number, section in enumerate(document.sections):
            _draw_pages(canvas, section, _pages(section), f"section-{number}", document.mark)
        canvas.save()
        return target.getvalue()


@dataclass(frozen=True, slots=True)
class TracedPdf:
    """A section as a PDF of its own, and where on its pages the figures stand."""

    data: bytes
    pages: int
    traces: tuple[Trace, ...]


def render_section(section: Section, mark: str, watch: Watch = unwatched) -> TracedPdf:
    """Return one section as a PDF, page by page what the whole document shows; `watch` may raise to end the work."""
    pages, tracer = _pages(section, watch), Tracer()
    with _LOCK:
        target = BytesIO()
        canvas = _canvas(target)
        canvas.setTitle(printable(section.bookmark))
        _draw_pages(canvas, section, pages, "section-0", mark, tracer, watch)
        canvas.save()
    return TracedPdf(target.getvalue(), len(pages), tuple(tracer.traces))


def _canvas(target: BytesIO) -> Canvas:
    return Canvas(target, **_first_font(), invariant=1, pageCompression=1, pdfVersion=(1, 4), lang="vi")


def _first_font() -> dict[str, Any]:
    """Name the font a page begins with; otherwise it would be Helvetica, which is not embedded (typed as a number)."""
    return {"initialFontName": font_name()}


def _describe(canvas: Canvas, document: Document) -> None:
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.title)
    canvas.setCreator(_CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    created = document.created
    if created is not None:
        canvas.setDateFormatter(lambda *_: _pdf_date(created))


def _pdf_date(day: date) -> str:
    return f"D:{day:%Y%m%d}000000+07'00'"


def _pages(section: Section, watch: Watch = unwatched) -> list[Page]:
    width, height = (side * MM for side in page.text_area(section.orientation))
    return fill_pages(block_strips(section.blocks, width, watch), height)


def _draw_pages(
    canvas: Canvas,
    section: Section,
    pages: Sequence[Page],
    key: str,
    mark: str,
    tracer: Tracer | None = None,
    watch: Watch = unwatched,
) -> None:
    """Draw a section's pages; its numbers begin at 1, which is not shown."""
    paper = [side * MM for side in page.page_size(section.orientation)]
    width, height = (side * MM for side in page.text_area(section.orientation))
    canvas.setPageSize((paper[0], paper[1]))
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(printable(section.bookmark), key)
    for number, filled in enumerate(pages, start=1):
        watch()
        pen = Pen(canvas, nd30.MARGIN_LEFT_MM * MM, paper[1] - nd30.MARGIN_TOP_MM * MM, tracer)
        if tracer is not None:
            tracer.page = number - 1
        if number > 1:
            _write_centred(pen, str(number), Style(nd30.PAGE_NUMBER_PT), width, _NUMBER_MIDDLE)
        filled.draw(pen)
        _write_centred(pen, printable(mark).upper(), _mark_style(), width, height + _MARK_MIDDLE)
        pen.lift()
        canvas.showPage()


def _mark_style() -> Style:
    look = nd30.LOOKS[Role.MARK]
    return Style(look.size, look.bold, look.italic, nd30.MARK_COLOR)


def _write_centred(pen: Pen, text: str, style: Style, width: float, middle: float) -> None:
    """Write one line around a height, counted from the frame's upper edge."""
    if text:
        x = (width - text_width(text, style.size, style.bold, style.italic)) / 2
        pen.write(x, middle + style.size * nd30.FONT_CAPITAL / 2, text, style)
