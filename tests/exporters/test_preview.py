"""The preview: pages as those of the whole file, only what changed laid out again, older work given up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from exporters.document import Document, Source
from exporters.nd30 import DRAFT_MARK
from exporters.pdf_writer import render_pdf
from exporters.preview import Preview, PreviewCancelled
from exporters.report import report_document
from tests.exporters import geometry, samples
from tests.exporters.small_reports import before, now, october, report_of, share

DOCUMENT = samples.long_document()
ROW = share("a", "Tỷ lệ hồ sơ trực tuyến", {2026: "≥ 95%"})
REPORT = report_of([ROW], [before("a", "80"), now("a", "84.9")])


def edited(document: Document) -> Document:
    """Write one paragraph more into the first section."""
    return replace(document, sections=(samples.report_section(25), *document.sections[1:]))


def ink(data: bytes) -> list[list[tuple[Any, ...]]]:
    """Return for each page all letters and lines with their places, in drawn order."""
    with geometry.open_pdf(BytesIO(data)) as pdf:
        return [
            [
                *((char["text"], round(char["x0"], 2), round(char["top"], 2), char["size"]) for char in sheet.chars),
                *((round(line["x0"], 2), round(line["top"], 2), round(line["x1"], 2)) for line in sheet.lines),
            ]
            for sheet in pdf.pages
        ]


def after(asks: int) -> Callable[[], bool]:
    """Cancel when asked for the `asks`-th time."""
    left = iter(range(asks))
    return lambda: next(left, None) is None


def test_sections_together_show_what_the_whole_file_shows() -> None:
    sections = Preview().lay_out(DOCUMENT)
    assert [page for section in sections for page in ink(section.pdf)] == ink(render_pdf(DOCUMENT))
    assert [(one.bookmark, one.landscape) for one in sections] == [("Báo cáo", False), ("Phụ lục I", True)]
    assert [one.pages for one in sections] == [len(ink(one.pdf)) for one in sections]


def test_only_the_edited_section_is_laid_out_again() -> None:
    preview = Preview()
    body, appendix = preview.lay_out(DOCUMENT)
    new_body, same_appendix = preview.lay_out(edited(samples.long_document()))
    assert same_appendix is appendix
    assert new_body.pdf != body.pdf
    assert preview.lay_out(edited(DOCUMENT)) == (new_body, appendix)


def test_section_that_moved_is_taken_as_it_is() -> None:
    preview = Preview()
    _, appendix = preview.lay_out(DOCUMENT)
    assert preview.lay_out(replace(DOCUMENT, sections=DOCUMENT.sections[1:]))[0] is appendix


def test_another_mark_at_the_foot_lays_all_out_again() -> None:
    preview = Preview()
    preview.lay_out(DOCUMENT)
    for section in preview.lay_out(replace(DOCUMENT, mark=DRAFT_MARK)):
        with geometry.open_pdf(BytesIO(section.pdf)) as pdf:
            geometry.assert_mark(pdf, DRAFT_MARK)


def test_cancelled_work_leaves_the_kept_sections_and_the_fonts_as_they_were() -> None:
    preview = Preview()
    kept = preview.lay_out(DOCUMENT)
    for asks in (0, 1, 30, 80):
        with pytest.raises(PreviewCancelled):
            preview.lay_out(replace(DOCUMENT, mark=DRAFT_MARK), after(asks))
    assert all(now is before for now, before in zip(preview.lay_out(DOCUMENT), kept, strict=True))
    assert preview.lay_out(edited(DOCUMENT)) == Preview().lay_out(edited(DOCUMENT))


def test_it_is_asked_at_every_row_and_every_page() -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(False)
        return False

    sections = Preview().lay_out(DOCUMENT, cancelled)
    assert len(asked) >= 60 + sum(section.pages for section in sections)


def test_figure_of_a_report_is_found_where_it_is_printed() -> None:
    body, indicators, _ = Preview().lay_out(report_document(REPORT))
    for section, words in ((body, "84,9%"), (indicators, "84,9")):
        trace = next(trace for trace in section.traces if trace.text == words)
        assert trace.source == Source("a", october().key, "value")
        with geometry.open_pdf(BytesIO(section.pdf)) as pdf:
            place = geometry.text_place(pdf.pages[trace.page], words)
        assert trace.holds(place["x0"] + 1, place["top"] + 1)


def test_nothing_is_found_beside_a_figure() -> None:
    indicators = Preview().lay_out(report_document(REPORT))[1]
    trace = indicators.traces[0]
    on_page = [other for other in indicators.traces if other.page == trace.page]
    assert [other for other in on_page if other.holds(trace.left + 1, trace.top + 1)] == [trace]
    assert not any(other.holds(5, 5) for other in on_page)
