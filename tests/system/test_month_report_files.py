"""The sample's month report as LibreOffice shows its Word and Excel files, and as our own PDF: measured alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pdfplumber.pdf import PDF
from pypdf import PdfReader

from desktop.sample import make_sample_store
from exporters.document import Document, tables
from exporters.issue import write_files
from exporters.nd30 import ISSUER_RULE_FRACTION, SUMMARY_RULE_FRACTION
from exporters.report import report_document
from models.desk import Desk
from models.store.connection import Store
from tests.exporters import geometry
from tests.system.test_office_files import rule_share, to_pdf

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Lay out the sample's month 10/2026."""
    path = tmp_path_factory.mktemp("store") / "minh-hoa.so57"
    make_sample_store(path, at=datetime(2026, 11, 3, 8, 0))
    with Store.open(path, write=False) as store:
        desk = Desk(store)
        return report_document(desk.report(desk.period("2026-10")))


@pytest.fixture(scope="module")
def pages_by_format(document: Document, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the three files; Word and Excel go through LibreOffice."""
    files = {file.format: file.path for file in write_files(document, tmp_path_factory.mktemp("out"))}
    shown = {"pdf": files["pdf"]}
    for kind in ("docx", "xlsx"):
        shown[kind] = to_pdf(files[kind], tmp_path_factory.mktemp(kind))
    return shown


@pytest.fixture(params=["pdf", "docx", "xlsx"])
def file(request: pytest.FixtureRequest, pages_by_format: dict[str, Path]) -> Path:
    """Return one format's pages after the other."""
    return pages_by_format[request.param]


@pytest.fixture
def pdf(file: Path) -> Iterator[PDF]:
    """Open the pages."""
    with geometry.open_pdf(file) as pages:
        yield pages


def test_pages_margins_numbers_and_marks(pdf: PDF, document: Document) -> None:
    geometry.assert_paper(pdf, [section.orientation for section in document.sections])
    geometry.assert_inside_margins(pdf, document.mark)
    geometry.assert_numbers(pdf)
    geometry.assert_mark(pdf, document.mark)


def test_letters_are_times_and_nothing_is_under_11_pt(pdf: PDF, file: Path) -> None:
    geometry.assert_sizes(pdf)
    geometry.assert_glyphs(pdf)
    geometry.assert_fonts_embedded(PdfReader(file))


def test_heads_stand_on_every_page_of_both_appendices(pdf: PDF, document: Document) -> None:
    sections = geometry.section_pages(pdf)
    for sheets, table in zip(sections[1:], tables(document), strict=True):
        assert len(sheets) > 1
        geometry.assert_heads_repeat(sheets, table)


def test_rules_are_as_long_as_they_should_be(pdf: PDF) -> None:
    first = pdf.pages[0]
    assert rule_share(first, "Độc lập - Tự do - Hạnh phúc") == pytest.approx(1, abs=0.02)
    assert rule_share(first, "XÃ THUẬN CHÂU", of="XÃ THUẬN CHÂU") == pytest.approx(ISSUER_RULE_FRACTION, abs=0.04)
    assert rule_share(first, "tháng 10 năm 2026") == pytest.approx(SUMMARY_RULE_FRACTION, abs=0.04)


def test_no_word_is_cut_or_lost(pdf: PDF, document: Document) -> None:
    printed = "".join(char["text"] for sheet in pdf.pages for char in sheet.chars if not char["text"].isspace())
    texts = [text for section in document.sections for block in section.blocks for text in geometry.block_texts(block)]
    assert not {word for text in texts for word in text.split() if word not in printed}
