"""What a page must look like, asserted on any PDF (ours, or one that LibreOffice made of a .docx or .xlsx)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pypdf import PageObject, PdfReader

from exporters import nd30, page
from exporters.document import Block, Document, Orientation, Paragraph, Rule, SideBySide, Table
from exporters.measure import MM

INK = 1.0  # points by which ink may pass a margin: half a line, the serif of an italic letter


def section_pages(pdf: PDF) -> list[list[Page]]:
    """Return the pages of each section; a page without a number begins one."""
    sections: list[list[Page]] = []
    for sheet in pdf.pages:
        if not number_words(sheet):
            sections.append([])
        sections[-1].append(sheet)
    return sections


def number_words(sheet: Page) -> list[dict[str, Any]]:
    """Return the words in the top margin."""
    upper = sheet.crop((0, 0, sheet.width, nd30.MARGIN_TOP_MM * MM))
    return [word for word in upper.extract_words(extra_attrs=["size"]) if word["bottom"] < nd30.MARGIN_TOP_MM * MM]


def assert_paper(pdf: PDF, orientations: Sequence[Orientation]) -> None:
    """Assert A4 in the orientation of each section."""
    sections = section_pages(pdf)
    assert len(sections) == len(orientations)
    for sheets, orientation in zip(sections, orientations, strict=True):
        width, height = page.page_size(orientation)
        for sheet in sheets:
            assert abs(sheet.width - width * MM) < 1, sheet
            assert abs(sheet.height - height * MM) < 1, sheet


def assert_numbers(pdf: PDF) -> None:
    """Assert numbers from 2 in every section, alone and centred above the text, of the decree's size."""
    for sheets in section_pages(pdf):
        for number, sheet in enumerate(sheets[1:], start=2):
            (word,) = number_words(sheet)
            left, right = nd30.MARGIN_LEFT_MM * MM, sheet.width - nd30.MARGIN_RIGHT_MM * MM
            middle = (word["top"] + word["bottom"]) / 2
            assert word["text"] == str(number)
            assert abs((word["x0"] + word["x1"]) / 2 - (left + right) / 2) < 2
            assert abs(middle - nd30.PAGE_NUMBER_FROM_TOP_MM * MM) < 3
            assert 13 <= round(word["size"], 1) <= 14


def assert_inside_margins(pdf: PDF, mark: str = "") -> None:
    """Assert that nothing but the page number and the mark stands in the margins."""
    for sheet in pdf.pages:
        left, top = nd30.MARGIN_LEFT_MM * MM, nd30.MARGIN_TOP_MM * MM
        right, bottom = sheet.width - nd30.MARGIN_RIGHT_MM * MM, sheet.height - nd30.MARGIN_BOTTOM_MM * MM
        for ink in _ink(sheet):
            assert left - INK <= ink["x0"], (sheet, ink)
            assert ink["x1"] <= right + INK, (sheet, ink)
        outside = [word["text"] for word in sheet.extract_words() if word["top"] > bottom - INK]
        assert " ".join(outside) == mark, sheet
        body = [ink for ink in _ink(sheet) if top < ink["bottom"] and ink["top"] <= bottom - INK]
        assert all(top - INK <= ink["top"] and ink["bottom"] <= bottom + INK for ink in body), sheet


def _ink(sheet: Page) -> Iterator[dict[str, Any]]:
    yield from (char for char in sheet.chars if char["text"].strip())
    yield from sheet.lines
    yield from sheet.rects
    yield from sheet.curves


def assert_sizes(pdf: PDF, least: float = nd30.TABLE_SMALLEST_PT) -> None:
    """Assert that no text is smaller than the smallest allowed size."""
    small = {
        (sheet.page_number, char["text"]) for sheet in pdf.pages for char in sheet.chars if char["size"] < least - 0.05
    }
    assert not small


def assert_glyphs(pdf: PDF) -> None:
    """Assert that every letter has a glyph: none is unknown, without a code, or without a width."""
    for sheet in pdf.pages:
        for char in sheet.chars:
            assert char["text"] not in ("\ufffd", "\x00", "\u25a0"), (sheet, char)
            assert "(cid:" not in char["text"], (sheet, char)
            assert char["width"] > 0, (sheet, char)


def assert_fonts_embedded(reader: PdfReader) -> None:
    """Assert that every font is embedded and is Times New Roman or its metric twin."""
    names = set()
    for sheet in reader.pages:
        for font in _fonts(sheet):
            descriptor = font.get("/DescendantFonts", [font])[0].get_object()["/FontDescriptor"]
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor), font
            names.add(font["/BaseFont"].split("+")[-1])
    assert names
    assert all(name.startswith(("LiberationSerif", "TimesNewRoman")) for name in names), names


def _fonts(sheet: PageObject) -> Iterator[Any]:
    """Yield the fonts that a page writes with."""
    used = {operands[0] for operands, operator in _operations(sheet) if operator == b"Tf"}
    resources: Any = sheet["/Resources"]
    yield from (font.get_object() for name, font in resources["/Font"].items() if name in used)


def _operations(sheet: PageObject) -> Any:
    contents = sheet.get_contents()
    return contents.operations if contents is not None else []


def assert_mark(pdf: PDF, mark: str) -> None:
    """Assert the mark in the bottom margin of every page, centred, grey."""
    for sheet in pdf.pages:
        bottom = sheet.height - nd30.MARGIN_BOTTOM_MM * MM
        chars = [char for char in sheet.chars if char["top"] > bottom and char["text"].strip()]
        middle = (chars[0]["x0"] + chars[-1]["x1"]) / 2
        left, right = nd30.MARGIN_LEFT_MM * MM, sheet.width - nd30.MARGIN_RIGHT_MM * MM
        assert "".join(char["text"] for char in chars) == mark.replace(" ", "")
        assert abs(middle - (left + right) / 2) < 2
        assert all(0 < char["non_stroking_color"][0] < 1 for char in chars)


def assert_heads_repeat(sheets: Iterable[Page], table: Table) -> None:
    """Assert that every page with rows of a table shows the words of all its head rows above them."""
    heads = Counter(word for row in table.rows[: table.head_rows()] for cell in row.cells for word in cell.text.split())
    for sheet in sheets:
        first_cell = min(char["top"] for char in sheet.chars if not is_bold(char) and char["top"] > _grid_top(sheet))
        above = sheet.crop((0, _grid_top(sheet), sheet.width, first_cell)).extract_words()
        assert not heads - Counter(word["text"] for word in above), sheet


def is_bold(char: dict[str, Any]) -> bool:
    """Tell whether a letter is bold."""
    return "Bold" in char["fontname"]


def _grid_top(sheet: Page) -> float:
    return float(min(top for _, _, top in horizontals(sheet)))


def rule_share(sheet: Page, text: str, of: str | None = None) -> float:
    """Return the length of the solid rule centred beneath a text as a share of that text's length, or of another's."""
    line = text_place(sheet, text)
    whole = text_place(sheet, of) if of else line
    rules = [rule for rule in horizontals(sheet) if -1 < rule[2] - line["bottom"] < 12]
    below = [rule for rule in rules if abs(rule[0] + rule[1] - line["x0"] - line["x1"]) < 4]
    assert len(below) == 1, (text, rules)
    return (below[0][1] - below[0][0]) / float(whole["x1"] - whole["x0"])


def text_place(sheet: Page, text: str) -> dict[str, Any]:
    """Return where a text stands that is on the page once: x0, x1, top, bottom, chars."""
    (match,) = sheet.search(text, regex=False)
    return match


def horizontals(sheet: Page) -> list[tuple[float, float, float]]:
    """Return the horizontal lines of a page: left, right, height from the top."""
    flat = [line for line in (*sheet.lines, *sheet.rects, *sheet.curves) if line["bottom"] - line["top"] < 1.6]
    return [(line["x0"], line["x1"], line["top"]) for line in flat if line["x1"] - line["x0"] > 10]


def assert_whole(pdf: PDF, document: Document) -> None:
    """Assert that every word of the document is on the pages as often as it should be."""
    printed = Counter(word["text"] for sheet in pdf.pages for word in sheet.extract_words(use_text_flow=True))
    texts = [text for section in document.sections for block in section.blocks for text in block_texts(block)]
    lost = Counter(word for text in texts for word in text.split()) - printed
    assert not lost, f"words were lost: {lost}"


def assert_order(pdf: PDF, document: Document) -> None:
    """Assert that the words of the paragraphs follow each other; a page number may stand between two of them."""
    flow = "".join(word["text"] for sheet in pdf.pages for word in sheet.extract_words(use_text_flow=True))
    at = 0
    for word in _paragraph_words(document):
        found = flow.find(word, at)
        assert found >= 0, f"{word!r} does not follow {flow[at - 60 : at]!r}"
        at = found + len(word)


def _paragraph_words(document: Document) -> Iterator[str]:
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield from block.text.split()


def block_texts(block: Block) -> Iterator[str]:
    """Yield the texts of a block in printed order."""
    if isinstance(block, Table):
        yield from (cell.text for row in block.rows for cell in row.cells)
    elif isinstance(block, SideBySide):
        for part in (*block.left, *block.right):
            yield from block_texts(part)
    elif not isinstance(block, Rule):
        yield block.text


def open_pdf(stream: Any) -> PDF:
    """Open a PDF from a path or a stream."""
    return pdfplumber.open(stream)
