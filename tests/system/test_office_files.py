"""Word and Excel files as LibreOffice lays them out: converted to PDF and measured as our own PDF is."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pypdf import PdfReader

from exporters import measure, nd30
from exporters.document import Cell, Column, ColumnKind, Document, Row, RowKind, Section, Table, tables
from exporters.docx_writer import write_docx
from exporters.measure import MM
from exporters.nd30 import ISSUER_RULE_FRACTION, SUMMARY_RULE_FRACTION
from exporters.xlsx_writer import write_xlsx
from tests.exporters import geometry
from tests.exporters.samples import long_document

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]

# The decimal comma is the locale's, so LibreOffice has to run as it does on an officer's PC.
_VIETNAMESE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
</oor:items>"""
_WRITERS = {"docx": write_docx, "xlsx": write_xlsx}


def to_pdf(path: Path, work: Path) -> Path:
    """Convert a file with LibreOffice under a profile of its own."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing; `python3 dev.py system` installs it"
    profile = work / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_VIETNAMESE, encoding="utf-8")
    options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([program, *options, "--outdir", work, path], check=True, capture_output=True, timeout=200)
    return work / f"{path.stem}.pdf"


@pytest.fixture(scope="module")
def document() -> Document:
    """Make the document that both files show."""
    return long_document()


@pytest.fixture(scope="module")
def converted(document: Document, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the document in both formats and convert them."""
    files = {}
    for kind, write in _WRITERS.items():
        work = tmp_path_factory.mktemp(kind)
        write(document, work / f"a.{kind}")
        files[kind] = to_pdf(work / f"a.{kind}", work)
    return files


@pytest.fixture(params=[*_WRITERS])
def file(request: pytest.FixtureRequest, converted: dict[str, Path]) -> Path:
    """Return the converted file of one format after the other."""
    return converted[request.param]


@pytest.fixture
def pdf(file: Path) -> Iterator[PDF]:
    """Open the converted file."""
    with geometry.open_pdf(file) as pages:
        yield pages


def rule_share(sheet: Page, text: str, of: str | None = None) -> float:
    """Return the length of the rule centred beneath a text as a share of that text's length, or of another's."""
    line = geometry.text_place(sheet, text)
    whole = geometry.text_place(sheet, of) if of else line
    near = {rule for rule in geometry.horizontals(sheet) if -1 < rule[2] - line["bottom"] < 12}
    (below,) = [rule for rule in near if abs(rule[0] + rule[1] - line["x0"] - line["x1"]) < 4]
    return (below[1] - below[0]) / float(whole["x1"] - whole["x0"])


def test_every_page_is_a4_inside_the_margins_and_numbered(pdf: PDF, document: Document) -> None:
    geometry.assert_paper(pdf, [section.orientation for section in document.sections])
    geometry.assert_inside_margins(pdf, document.mark)
    geometry.assert_numbers(pdf)
    geometry.assert_mark(pdf, document.mark)


def test_letters_are_times_of_readable_size(pdf: PDF, file: Path) -> None:
    geometry.assert_sizes(pdf)
    geometry.assert_glyphs(pdf)
    geometry.assert_fonts_embedded(PdfReader(file))


def test_head_rows_stand_on_every_page_of_the_appendix(pdf: PDF, document: Document) -> None:
    (table,) = tables(document)
    pages = geometry.section_pages(pdf)[1]
    assert len(pages) > 5
    geometry.assert_heads_repeat(pages, table)


def test_the_table_fills_the_width_of_the_page(pdf: PDF) -> None:
    for sheet in geometry.section_pages(pdf)[1]:
        lines = geometry.horizontals(sheet)
        left, right = min(line[0] for line in lines), max(line[1] for line in lines)
        assert left == pytest.approx(nd30.MARGIN_LEFT_MM * MM, abs=1)
        assert right == pytest.approx(sheet.width - nd30.MARGIN_RIGHT_MM * MM, abs=2.5)


def test_no_word_is_cut_or_lost(pdf: PDF, document: Document) -> None:
    printed = "".join(char["text"] for sheet in pdf.pages for char in sheet.chars if not char["text"].isspace())
    texts = [text for section in document.sections for block in section.blocks for text in geometry.block_texts(block)]
    assert not {word for text in texts for word in text.split() if word not in printed}
    for number in range(1, 61):
        assert f"hồsơthứ{number}được" in printed


def test_rules_are_as_long_as_they_should_be(pdf: PDF) -> None:
    first = pdf.pages[0]
    assert rule_share(first, "Độc lập - Tự do - Hạnh phúc") == pytest.approx(1, abs=0.02)
    assert rule_share(first, "XÃ BÌNH AN", of="ỦY BAN NHÂN DÂN") == pytest.approx(ISSUER_RULE_FRACTION, abs=0.03)
    summary = "Kết quả thực hiện Kế hoạch số 57/KH-UBND tháng 10 năm 2026"
    assert rule_share(first, summary) == pytest.approx(SUMMARY_RULE_FRACTION, abs=0.02)


def test_number_and_date_stand_on_one_line(pdf: PDF) -> None:
    number, place = (geometry.text_place(pdf.pages[0], text) for text in ("/BC-UBND", "Bình An, ngày"))
    assert number["bottom"] == pytest.approx(place["bottom"], abs=1.5)


def test_the_signature_stands_together(pdf: PDF) -> None:
    (sheet,) = [sheet for sheet in pdf.pages if sheet.search("Nguyễn Thị Minh Nguyệt", regex=False)]
    head, authority = (geometry.text_place(sheet, text) for text in ("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"))
    last, signer = (geometry.text_place(sheet, text) for text in ("PHÓ CHỦ TỊCH", "Nguyễn Thị Minh Nguyệt"))
    assert head["bottom"] == pytest.approx(authority["bottom"], abs=3)
    assert signer["top"] - last["bottom"] > 3.5 * measure.line_height(14)


def test_paragraphs_follow_each_other_in_word(converted: dict[str, Path], document: Document) -> None:
    with geometry.open_pdf(converted["docx"]) as pages:
        geometry.assert_order(pages, document)
        geometry.assert_whole(pages, document)


def test_a_sheet_shows_numbers_as_vietnamese_officers_write_them(tmp_path: Path) -> None:
    columns = (Column(40, ColumnKind.NUMBER), Column(40, ColumnKind.NUMBER), Column(40, ColumnKind.DATE))
    cells = (
        Cell("1.452,5", value=Decimal("1452.50")),
        Cell("84,9%", value=Decimal("84.9")),
        Cell("04/10/2026", value=date(2026, 10, 4)),
    )
    table = Table(columns, (Row(RowKind.BODY, cells),))
    path = tmp_path / "a.xlsx"
    write_xlsx(Document("a", "a", (Section("portrait", (table,), "a", "a"),)), path)
    with geometry.open_pdf(to_pdf(path, tmp_path)) as pages:
        assert pages.pages[0].extract_text().split() == [cell.text for cell in cells]
