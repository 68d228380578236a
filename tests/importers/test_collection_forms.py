"""Check forms that come back: read whatever a unit did to them, refused in a sentence where they are traps."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from importers import safe_packages
from importers.collection_forms import read_form
from models.collecting import Answers, FormSheet
from models.collecting_desk import prepare
from models.collection_format import HIDDEN, SHEET
from models.desk import Desk
from models.errors import AppError, BadFile, NotFound
from models.store.connection import Store
from tests.collecting_samples import AT, POLICE, filled, make_store, repacked, saved, write

PAGE_XML = "xl/worksheets/sheet1.xml"


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> FormSheet:
    with Store.open(make_store(tmp_path_factory.mktemp("form") / "so.so57")) as store:
        desk = Desk(store)
        return prepare(desk, desk.period("2026-10"), [POLICE], answer_by=None, contact="Lan", at=AT)[0]


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes], Answers]:
    return lambda content: read_form(write(tmp_path, content)).answers


Read = Callable[[bytes], Answers]


def changed(content: bytes, change: Callable[[Any], None]) -> bytes:
    book = load_workbook(io.BytesIO(content))
    change(book)
    return saved(book)


def row_of(page: Any, key: str) -> int:
    return int(next(cells[0].row for cells in page.iter_rows() if cells[0].value == key))


def test_what_was_typed_is_read_by_row_and_field(sheet: FormSheet, read: Read) -> None:
    cells = {
        ("ct-so-hoa", "figure"): 97.5,
        ("ct-so-hoa", "numerator"): 1452,
        ("ct-bai", "figure"): " 12 ",
        ("ct-bai", "state"): "Không phát sinh",
        ("nv-kh", "deliverable_date"): datetime(2026, 9, 5),
        ("nv-kh", "text"): "Đã ban\r\nhành",
    }
    found = read(filled(sheet, cells, person="Hoàng Văn Nam"))
    assert (found.form_id, found.plan_id, found.period_key, found.unit) == (
        sheet.form_id,
        "mau",
        "thang/2026-10",
        POLICE,
    )
    assert (found.cells["ct-so-hoa"]["figure"], found.cells["ct-so-hoa"]["numerator"]) == ("97,5", "1452")
    assert (found.cells["ct-bai"]["figure"], found.cells["ct-bai"]["state"]) == ("12", "Không phát sinh")
    assert found.cells["nv-kh"]["deliverable_date"] == "05/09/2026"
    assert found.cells["nv-kh"]["text"] == "Đã ban\nhành"
    assert (found.filled_by, found.told, found.problems) == ("Hoàng Văn Nam", (), {})


def test_an_untouched_form_says_nothing(sheet: FormSheet, read: Read) -> None:
    found = read(filled(sheet, {}))
    assert {text for cells in found.cells.values() for text in cells.values()} == {""}


def test_rows_may_move_and_columns_too(sheet: FormSheet, read: Read) -> None:
    def move(book: Any) -> None:
        page = book[SHEET]
        page.insert_rows(1, 3)
        page.insert_cols(4)

    moved = changed(filled(sheet, {("ct-bai", "figure"): "12"}), move)
    assert read(moved).cells["ct-bai"]["figure"] == "12"


def test_a_deleted_row_is_left_out_and_an_added_one_is_told(sheet: FormSheet, read: Read) -> None:
    def delete(book: Any) -> None:
        page = book[SHEET]
        page.delete_rows(row_of(page, "ct-bai"))
        page.cell(row_of(page, "nv-kh") + 1, 7).value = "80"

    found = read(changed(filled(sheet, {}), delete))
    assert set(found.cells) == {"ct-so-hoa", "nv-kh"}
    assert found.told == ("1 dòng do đơn vị thêm vào phiếu nên không đọc; hãy xem trong tệp.",)


def test_a_copied_row_is_asked_back(sheet: FormSheet, read: Read) -> None:
    def copy(book: Any) -> None:
        page = book[SHEET]
        page.cell(row_of(page, "nv-kh") + 1, 1).value = "ct-bai"

    found = read(changed(filled(sheet, {("ct-bai", "figure"): "12"}), copy))
    assert found.told == ("1 dòng bị chép thành hai.",)
    assert found.problems["ct-bai", "figure"] == "Phiếu có hai dòng này; hãy hỏi lại đơn vị."


def test_a_formula_without_a_result_names_its_cell(sheet: FormSheet, read: Read) -> None:
    found = read(filled(sheet, {("ct-bai", "figure"): "=3+4", ("ct-so-hoa", "figure"): "97"}))
    assert list(found.problems.values()) == ["Ô G15 là công thức chưa có kết quả; hãy gõ số vào ô đó."]
    assert found.cells["ct-so-hoa"]["figure"] == "97"


def test_a_formula_gives_its_last_result(sheet: FormSheet, read: Read) -> None:
    content = filled(sheet, {("ct-bai", "figure"): "=3+4"})
    xml = safe_part(content, PAGE_XML).replace(b"<v></v>", b"<v>7</v>").replace(b"<v/>", b"<v>7</v>")
    assert read(repacked(content, {PAGE_XML: xml})).cells["ct-bai"]["figure"] == "7"


def safe_part(content: bytes, name: str) -> bytes:
    found: dict[str, bytes] = {}
    safe_packages.check_package(content, "a", found.__setitem__)
    return found[name]


def test_a_cell_that_cannot_be_read_is_named_and_the_rest_is_taken(sheet: FormSheet, read: Read) -> None:
    def break_cell(book: Any) -> None:
        page = book[SHEET]
        cell = page.cell(row_of(page, "ct-bai"), 7)
        cell.value, cell.data_type = "#DIV/0!", "e"
        added = page.cell(row_of(page, "nv-kh") + 1, 8)
        added.value, added.data_type = "#REF!", "e"

    found = read(changed(filled(sheet, {}), break_cell))
    assert list(found.problems) == [("ct-bai", "figure")]


# --- what is no form


@pytest.mark.parametrize("name", [HIDDEN, SHEET])
def test_a_workbook_without_one_of_its_sheets_is_refused(sheet: FormSheet, read: Read, name: str) -> None:
    def remove(book: Any) -> None:
        book.create_sheet("Khác")
        book.remove(book[name])

    with pytest.raises(BadFile, match=r"không phải phiếu thu thập|không còn bảng để điền"):
        read(changed(filled(sheet, {}), remove))


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [("B1", "khac", "không phải phiếu thu thập"), ("A3", "", "không phải phiếu"), ("B2", "2", "bản Sổ 57 mới hơn")],
)
def test_a_strange_hidden_sheet_is_refused(sheet: FormSheet, read: Read, place: str, value: str, said: str) -> None:
    def overwrite(book: Any) -> None:
        book[HIDDEN][place] = value

    with pytest.raises(BadFile, match=said):
        read(changed(filled(sheet, {}), overwrite))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="Không tìm thấy tệp “khong"):
        read_form(tmp_path / "khong.xlsx")


@pytest.mark.parametrize(
    "xml",
    [
        b"<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>999999</v></c></row></sheetData></worksheet>",
        b"<worksheet><sheetData><row r='x'>",
        b"",
    ],
)
def test_a_broken_sheet_is_refused(sheet: FormSheet, read: Read, xml: bytes) -> None:
    with pytest.raises(BadFile):
        read(repacked(filled(sheet, {}), {PAGE_XML: xml}))


def test_a_number_in_a_style_that_is_not_there_is_a_broken_file(sheet: FormSheet, read: Read) -> None:
    content = filled(sheet, {("ct-bai", "figure"): 12})
    xml = re.sub(rb'(<c r="G15" s=")[0-9]+"', rb'\g<1>99999"', safe_part(content, PAGE_XML))
    with pytest.raises(BadFile, match="hỏng hoặc không phải"):
        read(repacked(content, {PAGE_XML: xml}))


def test_endless_merges_and_rows_cost_nothing(sheet: FormSheet, read: Read) -> None:
    content = filled(sheet, {("ct-bai", "figure"): "12"})
    xml = safe_part(content, PAGE_XML)
    trap = xml.replace(b"</sheetData>", b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData>").replace(
        b"<mergeCells", b"<mergeCells"
    )
    trap = trap.replace(b'<mergeCell ref="', b'<mergeCell ref="A1:XFD1048576"/><mergeCell ref="', 1)
    assert read(repacked(content, {PAGE_XML: trap})).cells["ct-bai"]["figure"] == "12"


@pytest.fixture(scope="module")
def whole(sheet: FormSheet) -> bytes:
    return filled(sheet, {("ct-bai", "figure"): "12"})


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_raises_anything_but_a_sentence(whole: bytes, tmp_path: Path, data: st.DataObject) -> None:
    damaged = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    for _ in range(data.draw(st.integers(0, 5))):
        if damaged:
            damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    _read_or_refuse(tmp_path, bytes(damaged))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_inside_a_part_raises_anything_but_a_sentence(
    whole: bytes, tmp_path: Path, data: st.DataObject
) -> None:
    part = data.draw(st.sampled_from([PAGE_XML, "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet2.xml"]))
    xml = bytearray(safe_part(whole, part))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(xml) - 1))
        xml[start : start + data.draw(st.integers(0, 30))] = data.draw(
            st.binary(max_size=8) | st.sampled_from([b"<c/>", b"&", b'r="A1:B9"', b"99999999999", b"-1", b"NaN"])
        )
        if not xml:
            break
    _read_or_refuse(tmp_path, repacked(whole, {part: bytes(xml)}))


def _read_or_refuse(folder: Path, content: bytes) -> None:
    with suppress(AppError):
        read_form(write(folder, content))


@pytest.mark.system
def test_libreoffice_gives_the_form_back(sheet: FormSheet, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    content = filled(
        sheet, {("ct-bai", "figure"): "12", ("nv-kh", "text"): "Đã xong", ("ct-so-hoa", "figure"): "=90+7"}
    )
    path, out = write(tmp_path, content), tmp_path / "out"
    home = f"-env:UserInstallation=file://{tmp_path / 'lo'}"
    subprocess.run(
        [soffice, home, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(path)], check=True, timeout=100
    )
    found = read_form(out / "phieu.xlsx").answers
    assert (found.form_id, found.cells["ct-bai"]["figure"], found.cells["nv-kh"]["text"]) == (
        sheet.form_id,
        "12",
        "Đã xong",
    )
