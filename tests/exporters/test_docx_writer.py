"""The .docx: whole, in the order of the schema, with real styles and tables, and nothing of a template."""

from __future__ import annotations

import re
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

from exporters import measure, nd30
from exporters.document import Block, Cell, Column, Role, Row, RowKind, SideBySide, Table
from exporters.docx_writer import write_docx
from tests.exporters.docx_schema import problems
from tests.exporters.samples import appendix_table, letterhead, long_document, paragraph, signature
from tests.exporters.word_files import one_section, written


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
