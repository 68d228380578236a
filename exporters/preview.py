"""The preview of a document: each section a PDF of its own, of which only what changed is laid out again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exporters.document import Document, Section
from exporters.pdf_pages import Watch
from exporters.pdf_traces import Trace
from exporters.pdf_writer import render_section

__all__ = ["Preview", "PreviewCancelled", "PreviewSection", "Trace"]


class PreviewCancelled(Exception):
    """What was being laid out is no longer wanted: newer content is waiting."""


@dataclass(frozen=True, slots=True)
class PreviewSection:
    """A section as a PDF whose pages look as those of the whole file; its traces in drawn order."""

    bookmark: str
    landscape: bool
    pages: int
    pdf: bytes
    traces: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A section as it was laid out last, with what it was laid out from."""

    section: Section
    mark: str
    shown: PreviewSection

    def fits(self, section: Section, mark: str) -> bool:
        return mark == self.mark and section == self.section


def never() -> bool:
    """Let the work go on to its end."""
    return False


class Preview:
    """Keeps the sections of the last laying out, so that an edit costs only the section it changed."""

    def __init__(self) -> None:
        self._kept: tuple[_Kept, ...] = ()

    def lay_out(self, document: Document, cancelled: Callable[[], bool] = never) -> tuple[PreviewSection, ...]:
        """Return the document's sections; one that did not change is the same object as before.

        `cancelled` is asked between strips and pages and raises PreviewCancelled, the kept sections left as they were.
        """
        watch = _watch(cancelled)
        self._kept = tuple(self._section(section, document.mark, watch) for section in document.sections)
        return tuple(kept.shown for kept in self._kept)

    def _section(self, section: Section, mark: str, watch: Watch) -> _Kept:
        watch()
        for kept in self._kept:
            if kept.fits(section, mark):
                return kept
        drawn = render_section(section, mark, watch)
        landscape = section.orientation == "landscape"
        return _Kept(section, mark, PreviewSection(section.bookmark, landscape, drawn.pages, drawn.data, drawn.traces))


def _watch(cancelled: Callable[[], bool]) -> Watch:
    def watch() -> None:
        if cancelled():
            raise PreviewCancelled

    return watch
