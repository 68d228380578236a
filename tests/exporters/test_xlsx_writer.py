"""The .xlsx: numbers and dates as values, text as text, and pages set up at their true size."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from exporters import measure
from exporters.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
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
from exporters.xlsx_writer import write_xlsx
from tests.exporters.geometry import block_texts
from tests.exporters.samples import long_document, paragraph

Sheet = Any
SECTION = Row(RowKind.SECTION, (Cell("MỤC"),))


def one_section(*blocks: Block, sheet: str = "Biểu") -> Document:
    """Make a document of these blocks."""
    return Document("Báo cáo", "bao-cao", (Section("landscape", blocks, "Biểu", sheet),))


def one_row(*cells: Cell, kind: ColumnKind = ColumnKind.TEXT) -> Document:
    """Make a document of a table of one row."""
    columns = tuple(Column(30, kind) for _ in cells)
    return one_section(Table(columns, (Row(RowKind.BODY, cells),)))


def written(document: Document, folder: Path, **options: bool) -> Any:
    """Write the document and read it with openpyxl."""
    path = folder / "a.xlsx"
    write_xlsx(document, path)
    return openpyxl.load_workbook(path, **options)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the long document once."""
    target = tmp_path_factory.mktemp("xlsx") / "long.xlsx"
    write_xlsx(long_document(), target)
    return target


@pytest.fixture(scope="module")
def book(path: Path) -> Any:
    """Read the long document."""
    return openpyxl.load_workbook(path)


@pytest.fixture
def appendix(book: Any) -> Sheet:
    """Return the sheet of the appendix."""
    return book["Phụ lục I"]


def texts_of(sheet: Sheet) -> list[str]:
    """Return the texts of a sheet's cells, column by column."""
    return [str(cell.value) for column in sheet.iter_cols() for cell in column if cell.value is not None]


# --- values ---------------------------------------------------------------------------------------------------------


def test_figures_are_numbers_with_their_places(appendix: Sheet) -> None:
    row = next(row for row in appendix.iter_rows(min_row=6) if row[0].value == 1)
    assert [cell.value for cell in row[4:7]] == [80.5, 84.9, 89.4]
    assert {cell.number_format for cell in row[4:7]} == {"#,##0.0_ "}  # no figure touches the border
    assert {cell.data_type for cell in row[4:7]} == {"n"}


def test_dates_are_dates(tmp_path: Path) -> None:
    book = written(one_row(Cell("04/10/2026", value=date(2026, 10, 4))), tmp_path)
    cell = book.active["A1"]
    assert cell.value == datetime(2026, 10, 4)
    assert cell.number_format == "dd/mm/yyyy"


def test_a_formula_of_a_day_shows_the_day(tmp_path: Path) -> None:
    day = Cell("04/10/2026", value=date(2026, 10, 4), formula="TODAY()")
    cell = written(one_row(day), tmp_path, data_only=True).active["A1"]
    assert cell.value == datetime(2026, 10, 4)


def test_a_formula_without_a_result_is_left_to_calculate(tmp_path: Path) -> None:
    document = one_row(Cell("", formula="=1+1"), Cell("3", value=3, formula="=1+2"))
    assert [cell.value for cell in written(document, tmp_path).active[1]] == ["=1+1", "=1+2"]
    assert [cell.value for cell in written(document, tmp_path, data_only=True).active[1]] == [None, 3]


@pytest.mark.parametrize("text", ["=> đạt", "=1+1", "+ 5 lớp", "-", "@UBND", "#N/A", "'quote", "84.9"])
def test_text_is_never_run_as_a_formula(text: str, tmp_path: Path) -> None:
    cell = written(one_row(Cell(text)), tmp_path).active["A1"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_an_empty_cell_is_empty(tmp_path: Path) -> None:
    assert written(one_row(Cell("")), tmp_path).active["A1"].value is None


def test_a_number_too_wide_for_its_column_wraps_as_text(tmp_path: Path) -> None:
    columns = (Column(8, ColumnKind.NUMBER), Column(300))
    cells = (Cell("1.234.567.890.123", value=1234567890123), Cell("x " * 400))
    document = one_section(Table(columns, (Row(RowKind.BODY, cells),)))
    assert written(document, tmp_path).active["A1"].value == "1.234.567.890.123"


def test_a_formula_stands_with_its_result(tmp_path: Path) -> None:
    share = Cell("89,4", value=Decimal("89.4"), formula="=ROUND({col:0}{row}/{col:1}{row}*100,1)")
    document = one_row(Cell("84,9", value=Decimal("84.9")), Cell("95", value=95), share)
    assert written(document, tmp_path).active["C1"].value == "=ROUND(A1/B1*100,1)"
    cell = written(document, tmp_path, data_only=True).active["C1"]
    assert (cell.value, cell.number_format) == (89.4, "#,##0.0")


# --- text -----------------------------------------------------------------------------------------------------------


def test_no_text_is_lost(book: Any) -> None:
    for section in long_document().sections:
        read = " ".join("".join(texts_of(book[section.sheet])).split())
        typed = {
            cell.text
            for block in section.blocks
            if isinstance(block, Table)
            for row in block.rows
            for cell in row.cells
            if cell.value is not None
        }
        for text in (text for block in section.blocks for text in block_texts(block)):
            assert text in typed or " ".join(text.split()) in read


def test_runs_keep_their_weight_and_colour(tmp_path: Path) -> None:
    runs = (Run("Kết quả: ", bold=True), Run("84,9%", color="C00000"), Run(" (ước)", italic=True))
    shown = written(one_section(Paragraph(Role.BODY, runs)), tmp_path, rich_text=True).active["A1"].value
    assert str(shown) == "Kết quả: 84,9% (ước)"
    assert [part.font.b for part in shown] == [True, False, False]
    assert [part.font.i for part in shown] == [False, False, True]
    assert shown[1].font.color.rgb == "FFC00000"


def test_hostile_letters_are_dropped(tmp_path: Path) -> None:
    cell = written(one_row(Cell("A & <b>\x00\x0b\ufffe e\u0302\u0301\r\nhai")), tmp_path).active["A1"]
    assert cell.value == "A & <b> ế\nhai"


@pytest.mark.parametrize(
    "block", [paragraph(Role.BODY, "từ " * 20000), Table((Column(10),), (Row(RowKind.BODY, (Cell("từ " * 20000),)),))]
)
def test_a_text_longer_than_a_cell_runs_on(block: Block, tmp_path: Path) -> None:
    texts = texts_of(written(one_section(block), tmp_path).active)
    assert "".join(texts) == "từ " * 20000
    assert max(map(len, texts)) < 32767


# --- look -----------------------------------------------------------------------------------------------------------


def test_a_row_taller_than_a_sheet_allows_goes_on_below(appendix: Sheet) -> None:
    heights = [appendix.row_dimensions[row].height for row in range(1, appendix.max_row + 1)]
    assert max(heights) < 409
    start = next(cell.row for cell in appendix["A"] if cell.value == 33)
    parts = [appendix.cell(row, 2).value for row in range(start, start + 3)]
    assert "".join(parts) == " ".join(["Tỷ lệ hồ sơ thứ 33 được số hóa, giải quyết trực tuyến toàn trình"] * 40)
    assert not appendix.cell(start, 2).border.bottom
    assert appendix.cell(start + 2, 2).border.bottom.style == "thin"


def test_everything_is_times_new_roman_with_a_grid(book: Any, appendix: Sheet) -> None:
    assert {cell.font.name for sheet in book for row in sheet.iter_rows() for cell in row} == {"Times New Roman"}
    for cell in (appendix["E5"], appendix["B8"], appendix["C7"]):
        assert {cell.border.left.style, cell.border.right.style, cell.border.top.style} == {"thin"}
    assert appendix["A4"].font.bold
    assert appendix["A4"].alignment.wrap_text


def test_spans_are_merged(appendix: Sheet) -> None:
    merged = {str(area) for area in appendix.merged_cells.ranges}
    assert {"E4:F4", "A4:A5", "B6:I6", "I8:I9"} <= merged


def test_columns_fill_the_page_at_its_true_size(book: Any) -> None:
    for sheet, width in ((book["Báo cáo"], 165), (book["Phụ lục I"], 252)):
        letters = [get_column_letter(at) for at in range(1, sheet.max_column + 1)]
        pixels = sum(sheet.column_dimensions[letter].width * 8 for letter in letters)
        assert width - 0.8 <= pixels / 96 * 25.4 <= width - 0.5
        assert sheet.page_setup.scale == 100
        assert not sheet.sheet_properties.pageSetUpPr.fitToPage


def test_rows_are_high_enough_for_their_text(appendix: Sheet) -> None:
    room = appendix.column_dimensions["B"].width * 8 * 0.75 - 4
    for row in range(7, 20):
        lines = len(measure.wrap(appendix.cell(row, 2).value or "", 12, room))
        assert lines * 15.75 < appendix.row_dimensions[row].height < (lines + 1.5) * 15.75


# --- page and window ------------------------------------------------------------------------------------------------


def test_pages_are_set_up(book: Any, appendix: Sheet) -> None:
    assert [sheet.page_setup.orientation for sheet in book] == ["portrait", "landscape"]
    for sheet in book:
        margins = sheet.page_margins
        assert [round(side * 25.4) for side in (margins.left, margins.right, margins.top, margins.bottom)] == [
            30,
            15,
            20,
            20,
        ]
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.page_setup.firstPageNumber == 1
    assert appendix.print_title_rows == "$4:$5"
    assert appendix.freeze_panes == "A6"
    assert appendix.print_area == f"'Phụ lục I'!$A$1:$I${appendix.max_row}"


def test_numbers_are_shown_from_the_second_page_and_the_mark_on_all(path: Path) -> None:
    with ZipFile(path) as package:
        text = unescape(package.read("xl/worksheets/sheet2.xml").decode())
    assert 'differentFirst="1"' in text
    assert '<oddHeader>&C&"Times New Roman,Regular"&13&P</oddHeader>' in text
    assert "<firstHeader></firstHeader>" in text
    assert text.count('&C&"Times New Roman,Bold"&11&K595959SỐ LIỆU MINH HỌA') == 2


def test_a_section_row_never_ends_a_page(tmp_path: Path) -> None:
    lines = [Row(RowKind.BODY, (Cell("dòng"),))] * 22
    under = (Row(RowKind.BODY, (Cell("một " * 200),)), *lines[:3])
    sheet = written(one_section(Table((Column(10),), (*lines, SECTION, *under))), tmp_path).active
    assert [stop.id for stop in sheet.row_breaks.brk] == [22]


@pytest.mark.parametrize(("words", "ends"), [(1, [20]), (250, [21]), (600, [])])
def test_no_row_stands_alone_on_the_last_page(words: int, ends: list[int], tmp_path: Path) -> None:
    """Three rows go there, two where three would take too much of it; a tall one goes there by itself."""
    rows = (*[Row(RowKind.BODY, (Cell("dòng"),))] * 22, Row(RowKind.BODY, (Cell("một " * words),)))
    sheet = written(one_section(Table((Column(10),), rows)), tmp_path).active
    assert [stop.id for stop in sheet.row_breaks.brk] == ends


def test_a_title_of_two_lines_is_broken_in_its_middle(tmp_path: Path) -> None:
    title = (
        "KẾT QUẢ KIỂM TRA VIỆC THỰC HIỆN KẾ HOẠCH TRIỂN KHAI NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22/12/2024 CỦA BỘ CHÍNH TRỊ"
    )
    shown = written(one_section(paragraph(Role.APPENDIX_TITLE, title)), tmp_path).active["A1"].value
    first, second = shown.split("\n")
    assert f"{first} {second}" == title
    assert len(first) == pytest.approx(len(second), rel=0.2)


@pytest.mark.parametrize("title", ["X" * 200, "SƠ KẾT\n6 THÁNG"])
def test_a_title_without_a_better_place_to_break_stays_as_it_is(title: str, tmp_path: Path) -> None:
    assert written(one_section(paragraph(Role.APPENDIX_TITLE, title)), tmp_path).active["A1"].value == title


def test_sheet_names_are_those_that_excel_accepts(tmp_path: Path) -> None:
    wished = ["Phụ lục: I/II [1]*?", "'a'", "", "x" * 40, "X" * 40, "phụ lục- i-ii -1---"]
    sections = tuple(Section("portrait", (), "", name) for name in wished)
    names = written(Document("a", "a", sections), tmp_path).sheetnames
    assert names == ["Phụ lục- I-II -1---", "a", "Biểu", "x" * 31, "X" * 27 + " (2)", "phụ lục- i-ii -1--- (2)"]


def test_the_same_form_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    write_xlsx(long_document(), tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_properties_tell_title_author_and_day(book: Any) -> None:
    properties = book.properties
    assert (properties.title, properties.creator) == (long_document().title, "UBND xã Bình An")
    assert properties.created == properties.modified == datetime(2026, 11, 3)


def test_columns_side_by_side_share_their_rows(tmp_path: Path) -> None:
    left = (paragraph(Role.RECIPIENTS_HEAD, "Nơi nhận:"), paragraph(Role.RECIPIENTS, "- Lưu: VT."))
    right = (
        paragraph(Role.AUTHORITY, "CHỦ TỊCH"),
        Paragraph(Role.SIGNING_ROOM, ()),
        paragraph(Role.SIGNER, "Lò Văn An"),
    )
    sheet = written(one_section(SideBySide(left, right, 0.5)), tmp_path).active
    assert [cell.value for cell in sheet["A"]][:2] == ["Nơi nhận:", "- Lưu: VT."]
    assert [cell.value for cell in sheet["B"]] == ["CHỦ TỊCH", None, None, None, None, "Lò Văn An"]


def test_two_tables_of_one_section_keep_their_columns(tmp_path: Path) -> None:
    narrow = Table((Column(10), Column(10), Column(10)), (Row(RowKind.BODY, (Cell("a"), Cell("b"), Cell("c"))),))
    wide = Table((Column(20), Column(10)), (Row(RowKind.BODY, (Cell("d"), Cell("e"))),))
    sheet = written(one_section(narrow, wide), tmp_path).active
    assert [cell.value for cell in sheet[1]] == ["a", "b", "c"]
    assert [cell.value for cell in sheet[2]] == ["d", None, "e"]


def test_a_row_with_too_few_cells_is_filled_up(tmp_path: Path) -> None:
    table = Table((Column(10), Column(10)), (Row(RowKind.BODY, (Cell("lẻ"),)),))
    cell = written(one_section(table), tmp_path).active["B1"]
    assert (cell.value, cell.border.left.style) == (None, "thin")


def test_a_rule_is_a_border_as_long_as_it_should_be(tmp_path: Path) -> None:
    sheet = written(one_section(paragraph(Role.BODY, "Chữ"), Rule(Role.ISSUER, fraction=0.25)), tmp_path).active
    (drawn,) = [cell for cell in sheet[2] if cell.border.top and cell.border.top.style]
    assert sheet.column_dimensions[drawn.column_letter].width * 8 / 96 * 25.4 == pytest.approx(252 * 0.25, abs=0.5)


def test_a_draft_is_marked_on_every_sheet(tmp_path: Path) -> None:
    document = replace(long_document(2, 2, 0), mark="DỰ THẢO & KIỂM TRA")
    write_xlsx(document, tmp_path / "a.xlsx")
    with ZipFile(tmp_path / "a.xlsx") as package:
        sheets = [unescape(package.read(name).decode()) for name in package.namelist() if "worksheets/" in name]
    assert all("DỰ THẢO && KIỂM TRA" in text for text in sheets)


def test_a_name_wider_than_the_columns_it_stands_in_gets_the_rows_height(tmp_path: Path) -> None:
    name = Paragraph(Role.ISSUER, (Run("PHÒNG VĂN HÓA - XÃ HỘI"),))
    head = SideBySide((name,), (Paragraph(Role.MOTTO, (Run("Độc lập - Tự do - Hạnh phúc"),)),))
    table = Table((Column(40), Column(212)), (Row(RowKind.BODY, (Cell("a"), Cell("b"))),))
    alone, beside = (written(one_section(*blocks), tmp_path)["Biểu"] for blocks in ((head,), (head, table)))
    assert beside.row_dimensions[1].height > 1.5 * alone.row_dimensions[1].height
