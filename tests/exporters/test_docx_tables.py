"""Text and tables of the .docx: nothing lost, rules of the right length, columns that fill the page, rows held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters import measure
from exporters.document import Block, Cell, Column, Paragraph, Role, Row, RowKind, Rule, Run, SideBySide, Table
from exporters.docx_writer import write_docx
from exporters.office_package import legal_text
from tests.exporters.docx_schema import problems
from tests.exporters.samples import appendix_table, long_document, paragraph
from tests.exporters.word_files import one_section, read_texts, style_name, written

MOTTO = "Độc lập - Tự do - Hạnh phúc"


@pytest.fixture(scope="module")
def word(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Write the long document once and read it."""
    path = tmp_path_factory.mktemp("docx") / "long.docx"
    write_docx(long_document(), path)
    return docx.Document(str(path))


def appendix(word: Any) -> Any:
    """Return the table of the appendix."""
    return word.tables[-1]


# --- text -----------------------------------------------------------------------------------------------------------


def printed_texts(block: Block) -> Iterator[str]:
    """Yield the texts that a block must show."""
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, SideBySide):
        yield from (part.text for part in (*block.left, *block.right) if isinstance(part, Paragraph))
    elif isinstance(block, Table):
        yield from (cell.text for row in block.rows for cell in row.cells)


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


@given(st.text(min_size=1), st.text(min_size=1))
@settings(max_examples=25, deadline=None)
def test_any_text_is_kept_but_for_what_xml_cannot_hold(first: str, second: str) -> None:
    table = Table((Column(10),), (Row(RowKind.BODY, (Cell(second),)),))
    with TemporaryDirectory() as folder:
        word = written(one_section(paragraph(Role.BODY, first), table), Path(folder))
        assert problems(Path(folder) / "a.docx") == []
    assert read_texts(word)[:2] == [legal_text(first), legal_text(second)]


def test_a_rule_without_a_text_is_a_share_of_the_column(tmp_path: Path) -> None:
    rule = written(one_section(Rule(Role.ISSUER, fraction=0.25)), tmp_path).paragraphs[0].paragraph_format
    assert 165 - rule.left_indent.mm - rule.right_indent.mm == pytest.approx(165 * 0.25, abs=0.2)


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


def test_a_row_is_told_its_height_but_may_grow(word: Any) -> None:
    heights = appendix(word)._tbl.xpath("w:tr/w:trPr/w:trHeight")
    assert {height.get(qn("w:hRule")) for height in heights} == {"atLeast"}
    assert len(heights) == len(appendix(word).rows) - 1  # all but the row that is taller than a page


def test_the_last_rows_stay_on_one_page(tmp_path: Path) -> None:
    rows = tuple(Row(RowKind.BODY, (Cell(f"dòng {number}"),)) for number in range(9))
    table = written(one_section(Table((Column(10),), rows)), tmp_path).tables[0]
    held = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert held == [None] * 6 + [True, True, None]


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
