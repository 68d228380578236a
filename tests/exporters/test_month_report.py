"""The month 10/2026 of the sample, from the store to the three files and back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pdfplumber
import pytest

from desktop.sample import make_sample_store
from exporters.appendices import result_text
from exporters.document import Cell, Document, RowKind, Table, tables
from exporters.issue import write_files
from exporters.report import report_document
from models.desk import Desk
from models.numbers import parse_number
from models.reports import IndicatorLine, Report
from models.store.change_rows import history
from models.store.connection import Store

AT = datetime(2026, 11, 3, 8, 0)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Open the sample's store to read."""
    path = tmp_path_factory.mktemp("sample") / "minh-hoa.so57"
    make_sample_store(path, at=AT)
    with Store.open(path, write=False) as store:
        yield Desk(store)


@pytest.fixture(scope="module")
def report(desk: Desk) -> Report:
    """Judge the sample's month 10."""
    return desk.report(desk.period("2026-10"))


@pytest.fixture(scope="module")
def document(report: Report) -> Document:
    """Lay the sample's month 10 out."""
    return report_document(report)


@pytest.fixture(scope="module")
def files(document: Document, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the sample's month 10 in three formats."""
    return {file.format: file.path for file in write_files(document, tmp_path_factory.mktemp("out"))}


def paragraphs_of_results(document: Document) -> list[str]:
    """Return the plain texts of section II."""
    texts = [block.text for block in document.sections[0].blocks if hasattr(block, "text")]
    return texts[texts.index("II. KẾT QUẢ THỰC HIỆN") : texts.index("III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")]


def body_rows(table: Table) -> list[tuple[Cell, ...]]:
    """Return the rows that hold an indicator or a task."""
    return [row.cells for row in table.rows if row.kind is RowKind.BODY]


def test_every_row_of_the_plan_stands_in_its_appendix(document: Document, report: Report) -> None:
    first, second = tables(document)
    assert [row.key for row in first.rows[1:]] == [row.key for row in report.plan.indicator_rows]
    assert [row.key for row in second.rows[1:]] == [row.key for row in report.plan.task_rows]
    assert (len(body_rows(first)), len(body_rows(second))) == (41, 48)


def test_the_counts_of_indicators_add_up(document: Document) -> None:
    text = paragraphs_of_results(document)[2]
    whole, parts, judged = (int(n) for n in re.findall(r"(\d+) chỉ tiêu", text)[:3])
    sentence = text[text.index(", có") : text.index(". Có")]
    told = [int(n) for n in re.findall(r"(\d+) chỉ tiêu (?:đã đạt|đang|thấp|chưa)", sentence)]
    not_begun, ended = (int(n) for n in re.findall(r"(\d+) chỉ tiêu (?:chưa đến giai đoạn|của năm)", text))
    endings = [int(n) for n in re.findall(r"(\d+) chỉ tiêu (?:đạt|không đạt)", text)]
    assert (whole, parts, judged) == (41, 5, 29)
    assert sum(told) == judged
    assert judged + not_begun + ended == whole
    assert sum(endings) == ended


def test_the_counts_of_tasks_add_up(document: Document) -> None:
    text = next(t for t in paragraphs_of_results(document) if t.startswith("Trong 48 nhiệm vụ"))
    outside = re.sub(r"\([^)]*\)|, gồm cả \d+ nhiệm vụ hằng năm", "", text)
    whole, *told = (int(n) for n in re.findall(r"(\d+) nhiệm vụ", outside))
    done = int(re.findall(r"có (\d+) nhiệm vụ hoàn thành", text)[0])
    inside = re.findall(r"(\d+) (?:đúng hạn|quá hạn|không ấn định ngày)[,)]", text)
    assert sum(told) == whole == 48
    assert sum(int(n) for n in inside) == done


def test_the_judgement_of_each_row_is_counted_once(report: Report, document: Document) -> None:
    words = [cells[8].text for cells in body_rows(next(tables(document)))]
    assert len(words) == 41
    assert words == [line.evaluation.words for line in report.indicators]


def shown_figures(report: Report) -> dict[str, str]:
    """Return the text of each figure of the period as the store has it, by row."""
    return {line.row.key: result_text(line.row, line.current) for line in report.indicators}


def number_rows(rows: list[list[str]], count: int) -> list[list[str]]:
    """Return the rows of Phụ lục I that belong to an indicator: those with as many cells as columns."""
    return [row for row in rows if len(row) == count and row[0] and not re.fullmatch("[IVX]+|STT", row[0])]


def test_word_holds_every_figure_of_the_store(files: dict[str, Path], report: Report) -> None:
    table = docx.Document(str(files["docx"])).tables[-2]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    found = [row[5] for row in number_rows(rows, 11)]
    assert found == list(shown_figures(report).values())


def test_pdf_holds_every_figure_of_the_store(files: dict[str, Path], report: Report) -> None:
    with pdfplumber.open(files["pdf"]) as pdf:
        rows = [
            [(cell or "").replace("\n", " ") for cell in row]
            for page in pdf.pages
            for table in page.extract_tables()
            for row in table
        ]
    found = [row[5] for row in number_rows(rows, 11)]
    assert found == list(shown_figures(report).values())


def test_excel_holds_every_figure_of_the_store_as_a_number(files: dict[str, Path], report: Report) -> None:
    sheet = openpyxl.load_workbook(files["xlsx"])["Phụ lục I"]
    by_number: list[object] = [
        row[5].value
        for row in sheet.iter_rows()
        if row[0].value and re.fullmatch(r"[\d.]+", str(row[0].value)) and row[2].column == 3
    ]
    expected = [_typed(line) for line in report.indicators]
    assert [_same(value) for value in by_number] == expected


def _typed(line: IndicatorLine) -> object:
    text = result_text(line.row, line.current)
    try:
        return parse_number(text) if text else ""
    except Exception:
        return text


def _same(value: object) -> object:
    return Decimal(repr(value)) if isinstance(value, (int, float)) else (value or "")


def test_a_figure_of_the_page_is_followed_to_the_change_that_typed_it(document: Document, desk: Desk) -> None:
    cell = next(
        cells[5] for cells in body_rows(next(tables(document))) if cells[5].source and cells[5].source.row == "ct-V.4"
    )
    assert cell.text == "84,9"
    assert cell.source is not None
    assert cell.source.period == "bao-cao-thang/2026-10"
    entries = [e for e in history(desk.store, "figure", cell.source.row) if e.as_of == desk.period("2026-10").closing]
    typed = {entry.entry.column: entry.entry.new for entry in entries}
    assert (typed["numerator"], typed["denominator"]) == ("1452", "1710")
    assert entries[0].change.origin == "sample"


def test_every_page_says_that_the_figures_are_made_up(files: dict[str, Path]) -> None:
    with pdfplumber.open(files["pdf"]) as pdf:
        assert all("SỐ LIỆU MINH HỌA" in page.extract_text() for page in pdf.pages)
