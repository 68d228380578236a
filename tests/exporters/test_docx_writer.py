"""The .docx: whole, in the order of the schema, with real styles and tables, and nothing of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph as WordParagraph

from exporters import measure, nd30
from exporters.document import (
    Block,
    Cell,
    Column,
    Document,
    Paragraph,
    Role,
    Row,
    RowKind,
    Run,
    Section,
    SideBySide,
    Table,
)
from exporters.docx_writer import write_docx
from tests.exporters.docx_schema import problems
from tests.exporters.samples import appendix_table, letterhead, long_document, paragraph, signature

MOTTO = "Độc lập - Tự do - Hạnh phúc"


def one_section(*blocks: Block) -> Document:
    """Make a document of these blocks."""
    return Document("Báo cáo", "bao-cao", (Section("portrait", blocks, "Báo cáo", "Báo cáo"),))


def written(document: Document, folder: Path) -> Any:
    """Write the document and read it with python-docx."""
    path = folder / "a.docx"
    write_docx(document, path)
    return docx.Document(str(path))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the long document once."""
    target = tmp_path_factory.mktemp("docx") / "long.docx"
    write_docx(long_document(), target)
    return target


@pytest.fixture
def word(path: Path) -> Any:
    """Read the long document."""
    return docx.Document(str(path))


def appendix(word: Any) -> Any:
    """Return the table of the appendix."""
    return word.tables[-1]


def style_name(shown: WordParagraph) -> str | None:
    """Return the name of a paragraph's style."""
    return shown.style.name if shown.style else None


def style_of(word: Any, name: str) -> Any:
    """Return a style by the name that Word shows."""
    return word.styles[name]


# --- order and package ----------------------------------------------------------------------------------------------


def test_every_element_stands_where_the_schema_wants_it(path: Path) -> None:
    assert problems(path) == []


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (paragraph(Role.BODY, "Một đoạn."),),
        (appendix_table(3), appendix_table(3), signature()),
        (letterhead(), replace(signature(), ratio=0.5), appendix_table(2)),
        (SideBySide((), ()), Table((Column(10), Column(20)), (Row(RowKind.BODY, (Cell("lẻ"),)),))),
    ],
)
def test_any_sequence_of_blocks_keeps_to_the_schema(blocks: tuple[Block, ...], tmp_path: Path) -> None:
    write_docx(one_section(*blocks), tmp_path / "a.docx")
    assert problems(tmp_path / "a.docx") == []


def test_the_check_of_the_schema_finds_what_is_misplaced(path: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    with ZipFile(path) as good, ZipFile(broken, "w", ZIP_DEFLATED) as bad:
        for name in good.namelist():
            text = good.read(name).decode()
            text = re.sub(r"(<w:pgSz[^>]*/>)(<w:pgMar[^>]*/>)", r"\2\1", text)
            bad.writestr(name, text.replace("<w:cantSplit/>", "<w:cantFall/>"))
    found = problems(broken)
    assert any("pgMar" in problem and "out of order" in problem for problem in found)
    assert any("cantFall" in problem for problem in found)


def test_the_package_holds_nothing_but_what_the_form_needs(path: Path) -> None:
    with ZipFile(path) as package:
        assert package.testzip() is None
        assert sorted(package.namelist()) == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "word/header1.xml",
            "word/header2.xml",
            "word/settings.xml",
            "word/styles.xml",
        ]


def test_the_same_form_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    write_docx(long_document(), tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == path.read_bytes()


def test_properties_tell_title_author_and_day(word: Any) -> None:
    properties = word.core_properties
    assert properties.title == long_document().title
    assert properties.author == properties.last_modified_by == "UBND xã Bình An"
    assert properties.created.replace(tzinfo=None) == datetime(2026, 11, 3)
    assert properties.language == "vi-VN"


def test_word_does_not_open_it_in_compatibility_mode(word: Any) -> None:
    (mode,) = word.settings.element.xpath('.//w:compatSetting[@w:name="compatibilityMode"]')
    assert mode.get(qn("w:val")) == "15"


# --- pages ----------------------------------------------------------------------------------------------------------


def test_sections_are_a4_with_the_margins_of_the_decree(word: Any) -> None:
    portrait, landscape = word.sections
    assert (portrait.orientation, landscape.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    assert portrait.page_width == pytest.approx(Mm(210), abs=2000)
    assert landscape.page_width == pytest.approx(Mm(297), abs=2000)
    for section in word.sections:
        assert section.left_margin == pytest.approx(Mm(30), abs=1000)
        assert section.right_margin == pytest.approx(Mm(15), abs=1000)
        assert section.top_margin == section.bottom_margin == pytest.approx(Mm(20), abs=1000)


def test_each_section_counts_from_one_and_hides_it(word: Any) -> None:
    for section in word.sections:
        (number,) = section._sectPr.xpath("./w:pgNumType")
        assert number.get(qn("w:start")) == "1"
        assert section.different_first_page_header_footer
        assert not section.header.is_linked_to_previous
        assert not section.first_page_header.is_linked_to_previous
        assert "PAGE" in section.header._element.xpath("string(.//w:instrText)")
        assert not section.first_page_header._element.xpath(".//w:r")


def test_the_page_number_stands_in_the_middle_of_the_top_margin(word: Any) -> None:
    for section in word.sections:
        middle = section.header_distance.pt + measure.line_height(nd30.PAGE_NUMBER_PT) / 2
        assert middle / measure.MM == pytest.approx(nd30.PAGE_NUMBER_FROM_TOP_MM, abs=0.1)


def test_the_mark_stands_at_the_foot_of_every_page(word: Any) -> None:
    for section in word.sections:
        assert section.footer.paragraphs[0].text == nd30.SAMPLE_MARK
        assert section.first_page_footer.paragraphs[0].text == nd30.SAMPLE_MARK


def test_without_a_mark_there_is_no_footer(tmp_path: Path) -> None:
    word = written(long_document(2, 2, 0, mark=""), tmp_path)
    assert all(section.footer.is_linked_to_previous for section in word.sections)


# --- styles ---------------------------------------------------------------------------------------------------------


def test_every_role_has_a_style_with_a_vietnamese_name(word: Any) -> None:
    names = [style.name for style in word.styles if style.type == 1]
    assert {"So57 Quốc hiệu", "So57 Nội dung", "So57 Nơi nhận", "So57 Phụ lục", "Heading 1", "Heading 2"} <= set(names)
    assert all(name.startswith("So57") or name in ("Normal", "Heading 1", "Heading 2", "Header") for name in names)
    assert all(style.style_id.isascii() for style in word.styles)


def test_all_four_font_slots_are_times_new_roman(word: Any) -> None:
    (fonts,) = word.styles.element.xpath("w:docDefaults//w:rFonts")
    assert {fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    (language,) = word.styles.element.xpath("w:docDefaults//w:lang")
    assert language.get(qn("w:val")) == "vi-VN"


def test_body_text_looks_as_the_decree_says(word: Any) -> None:
    style = style_of(word, "So57 Nội dung")
    assert style.font.size.pt == 14
    assert style.paragraph_format.alignment == 3
    assert style.paragraph_format.first_line_indent.mm == pytest.approx(12.7, abs=0.05)
    assert style.paragraph_format.space_after.pt == 6


def test_headings_are_known_to_the_navigation_of_word(word: Any) -> None:
    levels = {"Heading 1": "0", "Heading 2": "1", "So57 Phụ lục": "0"}
    for name, level in levels.items():
        assert style_of(word, name).element.xpath("string(w:pPr/w:outlineLvl/@w:val)") == level
        assert style_of(word, name).font.bold
    headings = [shown.text for shown in word.paragraphs if shown.style.name == "Heading 1"]
    assert headings == ["I. KẾT QUẢ THỰC HIỆN"]


# --- text -----------------------------------------------------------------------------------------------------------


def printed_texts(block: Block) -> Iterator[str]:
    """Yield the texts that a block must show."""
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, SideBySide):
        yield from (part.text for part in (*block.left, *block.right) if isinstance(part, Paragraph))
    elif isinstance(block, Table):
        yield from (cell.text for row in block.rows for cell in row.cells)


def read_texts(word: Any) -> list[str]:
    """Return the texts of all paragraphs, those in tables too."""
    return [WordParagraph(element, word).text for element in word.element.body.iter(qn("w:p"))]


def test_no_text_is_lost(word: Any) -> None:
    texts = [text for section in long_document().sections for block in section.blocks for text in printed_texts(block)]
    read = read_texts(word)
    assert sorted(text for text in read if text) == sorted(text for text in texts if text)


def test_runs_keep_weight_slope_and_colour(tmp_path: Path) -> None:
    runs = (Run("đậm", bold=True), Run("nghiêng", italic=True), Run("đỏ", color="#c00000"), Run("thường", bold=False))
    shown = written(one_section(Paragraph(Role.HEADING_ROMAN, runs)), tmp_path).paragraphs[0].runs
    assert [run.text for run in shown] == ["đậm", "nghiêng", "đỏ", "thường"]
    assert [run.bold for run in shown] == [True, None, None, False]
    assert shown[1].italic
    assert str(shown[2].font.color.rgb) == "C00000"


def test_hostile_letters_do_no_harm(tmp_path: Path) -> None:
    text = "A & B <w:p/> \"x\" 'y'\x00\x0b\ufffe một\nhai\tba e\u0302\u0301"
    word = written(one_section(paragraph(Role.BODY, text)), tmp_path)
    assert word.paragraphs[0].text == "A & B <w:p/> \"x\" 'y' một\nhai\tba ế"


def test_rules_are_as_long_as_their_text(word: Any) -> None:
    cell = word.tables[0].cell(0, 1)
    rule = next(shown for shown in cell.paragraphs if shown.style.name == "So57 Đường kẻ")
    width = word.tables[0].columns[1].width.pt
    length = width - rule.paragraph_format.left_indent.pt - rule.paragraph_format.right_indent.pt
    assert length == pytest.approx(measure.text_width(MOTTO, 14, bold=True), abs=0.3)
    assert rule.style.element.xpath("string(w:pPr/w:pBdr/w:bottom/@w:val)") == "single"


def test_number_and_date_share_a_row_below_the_names(word: Any) -> None:
    head = word.tables[0]
    assert [cell.text.split("\n")[0] for cell in head.rows[0].cells] == [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]
    assert head.rows[1].cells[0].text.startswith("Số:")
    assert head.rows[1].cells[1].text.startswith("Bình An, ngày")


def test_quoc_hieu_has_room_for_one_line(word: Any) -> None:
    needed = measure.text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)
    assert word.tables[0].columns[1].width.pt > needed


@pytest.mark.parametrize("rooms", [1, 4])
def test_the_signature_has_room_of_four_lines(rooms: int, tmp_path: Path) -> None:
    right = (paragraph(Role.AUTHORITY, "CHỦ TỊCH"), *[Paragraph(Role.SIGNING_ROOM, ())] * rooms)
    block = SideBySide((), (*right, paragraph(Role.SIGNER, "Lò Văn An")), ratio=0.5)
    cell = written(one_section(block), tmp_path).tables[0].cell(0, 1)
    assert [shown.text for shown in cell.paragraphs] == ["CHỦ TỊCH", "", "", "", "", "Lò Văn An"]


def test_the_signature_stays_on_the_page_of_the_last_words(word: Any) -> None:
    last = next(shown for shown in word.paragraphs if shown.text.endswith("./."))
    assert last.paragraph_format.keep_with_next
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in word.tables[1].rows)


def test_two_rows_of_a_letterhead_are_one_table(tmp_path: Path) -> None:
    upper = SideBySide((paragraph(Role.ISSUER, "XÃ A"),), (paragraph(Role.NATION, "VIỆT NAM"),), 0.4)
    lower = SideBySide((paragraph(Role.NUMBER, "Số: 05"),), (paragraph(Role.PLACE_DATE, "A, ngày 05"),), 0.4)
    word = written(one_section(upper, lower, paragraph(Role.BODY, "Nội dung")), tmp_path)
    (table,) = word.tables
    assert [cell.text for row in table.rows for cell in row.cells] == ["XÃ A", "VIỆT NAM", "Số: 05", "A, ngày 05"]


# --- tables ---------------------------------------------------------------------------------------------------------


def test_columns_add_up_to_the_text_width(word: Any) -> None:
    section = word.sections[-1]
    inside = section.page_width - section.left_margin - section.right_margin
    for table, room in ((appendix(word), inside), (word.tables[0], 9355 * 635)):
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]
        assert sum(widths) * 635 == room
        assert table._tbl.tblPr.xpath("string(w:tblLayout/@w:type)") == "fixed"


def test_head_rows_repeat_and_rows_stay_whole(word: Any) -> None:
    rows = appendix(word).rows
    heads = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in rows]
    assert heads == [True, True] + [False] * (len(rows) - 2)
    parted = [row.cells[0].text for row in rows if not row._tr.xpath("w:trPr/w:cantSplit")]
    assert parted == ["33"]  # the row that is taller than a page


def test_section_rows_are_merged_bold_and_held(word: Any) -> None:
    row = appendix(word).rows[2]
    number, name = row._tr.tc_lst
    assert name.grid_span == 8
    for tc in (number, name):
        shown = WordParagraph(tc.p_lst[0], word)
        assert style_name(shown) == "So57 Ô mục"
        assert shown.paragraph_format.keep_with_next


def test_merged_cells_reach_over_rows_and_columns(word: Any) -> None:
    table = appendix(word)
    assert table.cell(0, 4).text == table.cell(0, 5).text == "Kết quả"
    assert table.cell(0, 0).text == table.cell(1, 0).text == "TT"
    assert table.cell(4, 8).text == table.cell(5, 8).text == "Số liệu chung của hai chỉ tiêu"


def test_a_small_table_has_styles_of_its_size(tmp_path: Path) -> None:
    word = written(one_section(replace(appendix_table(3), font_size=11)), tmp_path)
    cell = word.tables[0].cell(3, 1).paragraphs[0]
    assert cell.style.name == "So57 Ô bảng 11"
    assert cell.style.font.size.pt == 11
