"""The PDF: the decree's geometry, whole text, the same bytes for the same document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pypdf import PdfReader

from exporters import nd30
from exporters.document import (
    Block,
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    RowKind,
    Rule,
    Run,
    Section,
    SideBySide,
    Table,
)
from exporters.measure import MM
from exporters.pdf_writer import render_pdf, write_pdf
from tests.exporters import geometry, samples

DOCUMENT = samples.long_document()


@pytest.fixture(scope="module")
def data() -> bytes:
    return render_pdf(DOCUMENT)


@pytest.fixture(scope="module")
def pdf(data: bytes) -> Iterator[PDF]:
    with geometry.open_pdf(BytesIO(data)) as opened:
        yield opened


def portrait(*blocks: Block) -> Document:
    return Document("Thử", "thu", (Section("portrait", blocks, "Thử", "Thử"),))


def opened(document: Document) -> PDF:
    return geometry.open_pdf(BytesIO(render_pdf(document)))


def test_each_section_is_a4_in_its_orientation(pdf: PDF) -> None:
    geometry.assert_paper(pdf, ["portrait", "landscape"])


def test_numbers_begin_anew_and_hide_on_first_pages(pdf: PDF) -> None:
    geometry.assert_numbers(pdf)


def test_no_ink_stands_in_the_margins(pdf: PDF) -> None:
    geometry.assert_inside_margins(pdf, nd30.SAMPLE_MARK)


def test_no_letter_is_small_or_lacks_its_glyph(pdf: PDF) -> None:
    geometry.assert_sizes(pdf)
    geometry.assert_glyphs(pdf)


def test_every_word_is_printed_and_in_order(pdf: PDF) -> None:
    geometry.assert_whole(pdf, DOCUMENT)
    geometry.assert_order(pdf, DOCUMENT)


def test_fonts_are_embedded(data: bytes) -> None:
    geometry.assert_fonts_embedded(PdfReader(BytesIO(data)))


def test_mark_is_on_every_page(pdf: PDF) -> None:
    geometry.assert_mark(pdf, nd30.SAMPLE_MARK)


def test_head_rows_repeat_on_every_page(pdf: PDF) -> None:
    table = DOCUMENT.sections[1].blocks[-1]
    assert isinstance(table, Table)
    geometry.assert_heads_repeat(geometry.section_pages(pdf)[1], table)


def test_rules_are_as_long_as_the_decree_says(pdf: PDF) -> None:
    first = pdf.pages[0]
    summary = "Kết quả thực hiện Kế hoạch số 57/KH-UBND tháng 10 năm 2026"
    assert geometry.rule_share(first, "Độc lập - Tự do - Hạnh phúc") == pytest.approx(1, abs=0.02)
    assert 1 / 3 <= geometry.rule_share(first, "XÃ BÌNH AN", of="ỦY BAN NHÂN DÂN") <= 1 / 2
    assert 1 / 3 <= geometry.rule_share(first, summary) <= 1 / 2


def test_letterhead_stands_on_common_lines(pdf: PDF) -> None:
    pairs = [("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("/BC-UBND", "Bình An, ngày")]
    head = pdf.pages[0].crop((0, 0, pdf.pages[0].width, 140))
    for left, right in pairs:
        assert baseline(head, left) == pytest.approx(baseline(head, right), abs=0.1)


def baseline(sheet: Page, text: str) -> float:
    matrix = geometry.text_place(sheet, text)["chars"][0]["matrix"]
    return float(matrix[5])


def test_letterhead_of_two_blocks_shares_its_columns() -> None:
    whole = samples.letterhead()
    head = replace(whole, left=whole.left[:3], right=whole.right[:3])
    foot = replace(whole, left=whole.left[3:], right=whole.right[3:])
    with opened(portrait(whole)) as one, opened(portrait(head, foot)) as two:
        assert one.pages[0].extract_text() == two.pages[0].extract_text()
        for text in ("/BC-UBND", "Bình An, ngày"):
            places = [geometry.text_place(pdf.pages[0], text) for pdf in (one, two)]
            assert [place["x0"] for place in places] == pytest.approx([places[0]["x0"]] * 2)
            assert [place["top"] for place in places] == pytest.approx([places[0]["top"]] * 2)


def test_body_is_justified_with_an_indented_first_line(pdf: PDF) -> None:
    first, second, last = pdf.pages[0].crop((0, 700 - 360, 595, 700)).extract_text_lines()[-3:]
    left, right = nd30.MARGIN_LEFT_MM * MM, 595.28 - nd30.MARGIN_RIGHT_MM * MM
    assert first["x0"] == pytest.approx(left + 12.7 * MM, abs=1)
    assert second["x0"] == pytest.approx(left, abs=1)
    assert [first["x1"], second["x1"]] == pytest.approx([right, right], abs=1)
    assert last["x1"] < right - 10


@pytest.mark.parametrize("paragraphs", range(9, 17))
def test_signature_never_stands_alone(paragraphs: int) -> None:
    document = replace(DOCUMENT, sections=(samples.report_section(paragraphs),), mark="")
    with opened(document) as pdf:
        lines = [line["text"] for line in pdf.pages[-1].extract_text_lines()]
    authority = next(index for index, line in enumerate(lines) if "TM. ỦY BAN NHÂN DÂN" in line)
    assert lines[authority - 1] == "Trên đây là báo cáo của Ủy ban nhân dân xã Bình An./."
    assert lines[authority - 2].endswith("(ước tính)")
    assert lines[-1] == "Nguyễn Thị Minh Nguyệt"


@pytest.mark.parametrize("lines_before", range(31, 37))
def test_heading_stays_with_its_text(lines_before: int) -> None:
    filling = Paragraph(Role.RECIPIENTS, (Run("\n".join(["dòng"] * (lines_before * 3 // 2))),))
    heading = samples.paragraph(Role.HEADING_ROMAN, "II. TỒN TẠI")
    with opened(portrait(filling, heading, samples.paragraph(Role.BODY, samples.SENTENCE))) as pdf:
        page = next(page for page in pdf.pages if "TỒN TẠI" in page.extract_text())
        lines = page.extract_text_lines()
    heading_at = next(index for index, line in enumerate(lines) if "TỒN TẠI" in line["text"])
    assert len(lines) >= heading_at + 3


def test_section_row_is_not_the_last_of_a_page(pdf: PDF) -> None:
    for page in geometry.section_pages(pdf)[1]:
        bottom = page.height - nd30.MARGIN_BOTTOM_MM * MM
        last = page.crop((0, 0, page.width, bottom)).extract_text_lines()[-1]
        assert "CHỈ TIÊU HẠ TẦNG SỐ" not in last["text"]


def test_only_a_row_taller_than_a_page_is_split(pdf: PDF) -> None:
    texts = ["".join(page.extract_text(use_text_flow=True).split()) for page in geometry.section_pages(pdf)[1]]
    for number in range(1, 61):
        (name,) = {cell.text for row in [samples.body_row(number, 1 + number % 3)] for cell in row.cells[1:2]}
        holding = [text for text in texts if "".join(name.split()) in text]
        assert len(holding) == (3 if number == 33 else 1), number


def test_joined_rows_taller_than_a_page_are_cut_between_rows() -> None:
    rows = [Row(RowKind.BODY, (Cell("Thôn", rowspan=60), Cell("1")))]
    rows += [Row(RowKind.BODY, (Cell(str(number)),)) for number in range(2, 61)]
    table = Table(samples.columns()[:2], tuple(rows))
    with opened(portrait(samples.paragraph(Role.BODY, "Mở đầu"), table)) as pdf:
        numbers = [word["text"] for page in pdf.pages for word in page.extract_words() if word["text"].isdecimal()]
        assert len(pdf.pages) == 2
        geometry.assert_inside_margins(pdf)
    assert [number for number in numbers if number != "2"] == [str(n) for n in range(1, 61) if n != 2]


def test_chain_of_headings_longer_than_a_page_is_broken() -> None:
    headings = [samples.paragraph(Role.HEADING_ROMAN, f"Mục{number}") for number in range(60)]
    with opened(portrait(*headings)) as pdf:
        geometry.assert_inside_margins(pdf)
        assert [len(page.extract_text().split()) for page in pdf.pages] == [29, 30, 3]


def test_heads_taller_than_half_a_page_are_not_repeated() -> None:
    head = Row(RowKind.HEAD, (Cell("\n".join(["Đầu"] * 30)),))
    table = Table(samples.columns()[:1], (head, *(Row(RowKind.BODY, (Cell(f"d{n}"),)) for n in range(60))))
    with opened(portrait(table)) as pdf:
        assert [page.extract_text().count("Đầu") for page in pdf.pages] == [30, 0, 0]
        geometry.assert_inside_margins(pdf)


def test_block_that_fits_no_page_is_still_printed() -> None:
    lines = "\n".join(f"- nơi{number};" for number in range(70))
    block = SideBySide((samples.paragraph(Role.RECIPIENTS, lines),), ())
    with opened(portrait(samples.paragraph(Role.BODY, "Mở đầu"), block, samples.paragraph(Role.BODY, "Hết"))) as pdf:
        assert [page.extract_text().split()[0] for page in pdf.pages] == ["Mở", "2", "3"]
        assert "nơi0;" in pdf.pages[1].extract_text()


def test_same_document_gives_the_same_bytes(data: bytes) -> None:
    assert render_pdf(DOCUMENT) == data


def test_file_tells_title_author_day_language_and_sections(data: bytes) -> None:
    reader = PdfReader(BytesIO(data))
    about = reader.metadata
    assert about is not None
    assert (about.title, about.author) == (DOCUMENT.title, DOCUMENT.author)
    assert about.creation_date is not None
    assert about.creation_date.date() == DOCUMENT.created
    assert str(reader.root_object["/Lang"]) == "vi"
    marks = [mark for mark in reader.outline if not isinstance(mark, list)]
    assert [(mark.title, reader.get_destination_page_number(mark)) for mark in marks] == [
        ("Báo cáo", 0),
        ("Phụ lục I", 3),
    ]


def test_text_is_printed_as_typed_and_found_in_one_unicode_form() -> None:
    text = "<b>A & B</b> &lt; dấu rời: Thuận Thua\u0323\u0302n\u00ad ☃"
    with opened(portrait(samples.paragraph(Role.RECIPIENTS, text))) as pdf:
        assert pdf.pages[0].extract_text() == "<b>A & B</b> &lt; dấu rời: Thuận Thuận ?"


def test_run_keeps_its_own_colour_and_weight() -> None:
    runs = (Run("thường "), Run("đậm", bold=True), Run(" đỏ", color="C00000"))
    with opened(portrait(Paragraph(Role.BODY, runs))) as pdf:
        chars = {char["text"]: char for char in pdf.pages[0].chars}
    assert [geometry.is_bold(chars[letter]) for letter in "ườậỏ"] == [False, False, True, False]
    assert chars["ỏ"]["non_stroking_color"] == pytest.approx((0xC0 / 255, 0, 0), abs=0.001)
    assert chars["ậ"]["non_stroking_color"] == (0, 0, 0)


def test_word_wider_than_the_page_is_broken_not_lost() -> None:
    address = "https://dichvucong.gov.vn/" + "mã-hồ-sơ/" * 20
    with opened(portrait(samples.paragraph(Role.BODY, f"Xem {address} trước ngày 05."))) as pdf:
        geometry.assert_inside_margins(pdf)
        assert address in "".join(pdf.pages[0].extract_text().split())


def test_rule_without_text_is_a_share_of_the_column() -> None:
    with opened(portrait(Rule(Role.MOTTO, fraction=0.5))) as pdf:
        ((left, right, _),) = geometry.horizontals(pdf.pages[0])
    assert right - left == pytest.approx(165 * MM / 2, abs=0.1)


def test_writes_exactly_the_path(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.pdf"
    write_pdf(portrait(), path)
    assert len(PdfReader(path).pages) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["báo cáo.pdf"]
