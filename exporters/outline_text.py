"""The text of a report beneath the headings of its outline: what writes itself, the officer's words, or dots."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.document import Paragraph, Role, Run
from exporters.headings import heading_paragraph
from exporters.written_over import said_by_data
from exporters.written_paragraphs import written_paragraphs
from models.reports import Report

TO_BE_WRITTEN = "………"


def outline_paragraphs(report: Report) -> Iterator[Paragraph]:
    """Yield every shown heading with what stands beneath it, numbered as printed."""
    for numbered in report.outline.numbered():
        yield heading_paragraph(report, numbered)
        yield from section_paragraphs(report, numbered.heading.id)


def section_paragraphs(report: Report, heading_id: str) -> list[Paragraph]:
    """Return what stands beneath a heading: what writes itself, then the officer's words.

    A heading with nothing at all beneath it is dotted so that nobody overlooks it.
    """
    said = _said(report, heading_id)
    if said or _has_beneath(report, heading_id):
        return said
    return [Paragraph(Role.BODY, (Run(TO_BE_WRITTEN),), key=heading_id)]


def blank_words(report: Report) -> tuple[str, ...]:
    """Return the ids of the shown headings that stand dotted until the officer writes something."""
    shown = [numbered.heading.id for numbered in report.outline.numbered()]
    return tuple(one for one in shown if not _said(report, one) and not _has_beneath(report, one))


def _said(report: Report, heading_id: str) -> list[Paragraph]:
    words = report.words.get(heading_id, "")
    return [*said_by_data(report, heading_id), *written_paragraphs(words, heading_id)]


def _has_beneath(report: Report, heading_id: str) -> bool:
    return any(heading.shown for heading in report.outline.beneath(heading_id))
