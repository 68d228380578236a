"""Traces: what is traced stands exactly there on the page, line by line, and nothing else is traced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.document import Block, Cell, Paragraph, Role, Row, RowKind, Run, Section, SideBySide, Source, Table
from exporters.measure import MM, printable
from exporters.nd30 import MARGIN_LEFT_MM
from exporters.pdf_text import Style, break_lines
from exporters.pdf_traces import Trace, line_starts
from exporters.pdf_writer import TracedPdf, render_section
from tests.exporters import geometry, samples

VALUE = Source("chi-tieu-1", "bao-cao-thang/2026-10", "value")


def traced(*blocks: Block) -> TracedPdf:
    return render_section(Section("portrait", blocks, "Thử", "Thử"), "")


def printed(drawn: TracedPdf) -> list[str]:
    """Return what stands on the page inside each trace, without spaces."""
    with geometry.open_pdf(BytesIO(drawn.data)) as pdf:
        return [_inside(trace, pdf.pages[trace.page].chars) for trace in drawn.traces]


def _inside(trace: Trace, chars: Sequence[dict[str, Any]]) -> str:
    middles = [(char["text"], (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2) for char in chars]
    return "".join("".join(text for text, x, y in middles if trace.holds(x, y)).split())


def texts(drawn: TracedPdf) -> list[str]:
    return ["".join(trace.text.split()) for trace in drawn.traces]


@pytest.mark.parametrize("role", [Role.BODY, Role.TYPE, Role.RECIPIENTS, Role.HEADING_ROMAN, Role.PLACE_DATE])
def test_each_run_is_traced_where_its_letters_stand(role: Role) -> None:
    runs = (Run("Đến nay có "), Run("84,9%", bold=True, source=VALUE), Run(f" hồ sơ; {samples.SENTENCE} "), Run("Hết"))
    drawn = traced(samples.paragraph(Role.BODY, "Mở đầu"), Paragraph(role, runs, key="II.1/counts"))
    assert printed(drawn) == texts(drawn)
    assert "".join(texts(drawn)) == "".join("".join(run.text for run in runs).split())
    assert {trace.key for trace in drawn.traces} == {"II.1/counts"}


def test_run_over_two_lines_has_a_trace_on_each() -> None:
    drawn = traced(Paragraph(Role.BODY, (Run(samples.SENTENCE, source=VALUE, auto=True),)))
    tops = [trace.top for trace in drawn.traces]
    assert len(drawn.traces) == 3
    assert tops == sorted(set(tops))
    assert all(trace.source == VALUE and trace.auto for trace in drawn.traces)
    assert drawn.traces[1].left == pytest.approx(MARGIN_LEFT_MM * MM)


def test_paragraph_without_a_key_is_traced_only_where_it_has_a_source() -> None:
    drawn = traced(Paragraph(Role.BODY, (Run("Đạt "), Run("84,9%", source=VALUE), Run(" hồ sơ."))))
    assert [(trace.text, trace.source, trace.key) for trace in drawn.traces] == [("84,9%", VALUE, "")]
    assert traced(samples.paragraph(Role.BODY, samples.SENTENCE)).traces == ()


def test_stale_paragraph_says_so() -> None:
    paragraph = Paragraph(Role.BODY, (Run("Có 05 chỉ tiêu đạt."),), key="II.1/counts", stale=True)
    assert [trace.stale for trace in traced(paragraph, replace(paragraph, stale=False)).traces] == [True, False]


def test_what_stands_side_by_side_is_traced() -> None:
    signer = Paragraph(Role.SIGNER, (Run("Nguyễn Thị Minh Nguyệt", source=VALUE),))
    drawn = traced(SideBySide((samples.paragraph(Role.RECIPIENTS, "- Lưu: VT."),), (signer,)))
    assert printed(drawn) == texts(drawn) == ["NguyễnThịMinhNguyệt"]


def test_pages_of_traces_are_counted_from_the_sections_first() -> None:
    filling = [samples.paragraph(Role.BODY, samples.SENTENCE)] * 20
    drawn = traced(*filling, Paragraph(Role.BODY, (Run("84,9%", source=VALUE),)))
    assert [trace.page for trace in drawn.traces] == [drawn.pages - 1]
    assert printed(drawn) == ["84,9%"]


def test_cell_with_a_source_is_traced_whole_and_empty_ones_too() -> None:
    cells = (Cell("Tỷ lệ hồ sơ"), Cell("84,9", source=VALUE, auto=True), Cell("", source=VALUE))
    drawn = traced(Table(samples.columns()[:3], (Row(RowKind.BODY, cells),)))
    figure, blank = drawn.traces
    assert printed(drawn) == ["84,9", ""]
    assert (figure.source, figure.auto, blank.auto) == (VALUE, True, False)
    assert figure.left + figure.width == pytest.approx(blank.left)


def test_cell_cut_at_the_end_of_a_page_is_traced_on_both() -> None:
    lines = [f"d{number}" for number in range(90)]
    drawn = traced(Table(samples.columns()[:1], (Row(RowKind.BODY, (Cell("\n".join(lines), source=VALUE),)),)))
    assert [trace.page for trace in drawn.traces] == list(range(drawn.pages))
    assert drawn.pages > 1
    assert "".join(printed(drawn)) == "".join(lines)


@given(st.lists(st.text(alphabet="ab \n\u00a0đ-\u0301", max_size=30), max_size=4), st.floats(5, 120))
def test_each_line_begins_at_its_own_letter(pieces: list[str], width: float) -> None:
    runs = [Run(piece) for piece in pieces]
    text = "".join(printable(piece) for piece in pieces)
    lines = break_lines(runs, Style(14), width)
    starts = list(line_starts(runs, lines))
    assert [text[start : start + len(line.text)] for start, line in zip(starts, lines, strict=True)] == [
        line.text for line in lines
    ]
