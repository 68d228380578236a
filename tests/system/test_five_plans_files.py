"""A report of every duty of the five plans: Word and Excel as LibreOffice shows them, and our PDF, measured alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pdfplumber.pdf import PDF
from pypdf import PdfReader

from exporters.document import Document, tables
from exporters.issue import write_files
from exporters.report import report_document
from tests.exporters import geometry
from tests.exporters.five_plans import report_of
from tests.system.test_office_files import to_pdf

pytestmark = pytest.mark.timeout(300)
REPORTS = (
    ("thuan-chau", "bao-cao-quy", "2026-Q3"),
    ("thuan-chau", "bao-cao-6-thang", "2026-H1"),
    ("thuan-chau", "bao-cao-nam", "2026"),
    ("xop", "bao-cao-nam", "2026"),
    ("xop", "bao-cao-nam-don-vi", "2026"),
    ("quang-son", "bao-cao-nam-don-vi", "2026"),
    ("quang-son", "bao-cao-so-ket", "2026-H1"),
    ("quang-son", "bao-cao-tong-ket", "2026"),
    ("phu-thai", "bao-cao-quy", "2026-Q3"),
    ("phu-thai", "bao-cao-6-thang", "2026-H1"),
    ("phu-thai", "bao-cao-9-thang", "2026-9M"),
    ("phu-thai", "bao-cao-nam", "2026"),
    ("phu-thai", "kiem-tra", "2026-H1"),
    ("phong-tho", "bao-cao-thang", "2026-10"),
)
"""Every duty of every plan once; Thuận Châu's month is measured in test_month_report_files."""


@pytest.fixture(scope="module", params=REPORTS, ids="/".join)
def document(request: pytest.FixtureRequest) -> Document:
    """Lay out one report of a plan."""
    return report_document(report_of(*request.param))


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


def test_pages_margins_numbers_and_letters(pdf: PDF, document: Document, file: Path) -> None:
    geometry.assert_paper(pdf, [section.orientation for section in document.sections])
    geometry.assert_inside_margins(pdf, document.mark)
    geometry.assert_numbers(pdf)
    geometry.assert_sizes(pdf)
    geometry.assert_glyphs(pdf)
    geometry.assert_fonts_embedded(PdfReader(file))


def test_heads_stand_on_every_page_of_every_table(pdf: PDF, document: Document) -> None:
    for sheets, table in zip(geometry.section_pages(pdf)[1:], tables(document), strict=True):
        geometry.assert_heads_repeat(sheets, table)


def test_no_word_is_cut_or_lost(pdf: PDF, document: Document) -> None:
    printed = "".join(char["text"] for sheet in pdf.pages for char in sheet.chars if not char["text"].isspace())
    texts = [text for section in document.sections for block in section.blocks for text in geometry.block_texts(block)]
    assert not {word for text in texts for word in text.split() if word not in printed}
