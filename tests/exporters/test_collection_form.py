"""Check the form that a unit gets: what stands on it, what is open, and what the hidden part knows."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exporters.collection_form import form_bytes, form_name, write_form
from exporters.collection_look import lines_needed
from models.actuals import FigureState
from models.collecting import FormSheet
from models.collecting_desk import prepare
from models.collection_format import FIELDS_MARK, HIDDEN, SHEET
from models.desk import Desk
from models.figure_lines import FigureLine
from models.store.connection import Store
from tests.collecting_samples import AT, DAY, POLICE, STATION, make_store
from tests.models.store.samples import WHO

KEY, NAME, NOW, STATE = 0, 2, 6, 9


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Store.open(make_store(tmp_path / "so.so57")) as store:
        yield Desk(store)


def sheet_of(desk: Desk, unit: str = STATION, contact: str = "Lan, 0912") -> FormSheet:
    (sheet,) = prepare(desk, desk.period("2026-10"), [unit], answer_by=DAY, contact=contact, at=AT)
    return sheet


def page(form: FormSheet) -> Any:
    return load_workbook(io.BytesIO(form_bytes(form, AT)))[SHEET]


def row(sheet: Any, key: str) -> list[Any]:
    return next(list(cells) for cells in sheet.iter_rows() if cells[KEY].value == key)


def words(sheet: Any) -> str:
    return "\n".join(str(cell.value) for cells in sheet.iter_rows() for cell in cells if cell.value)


def record(desk: Desk, **values: Any) -> None:
    desk.record(desk.period("2026-10"), [FigureLine(1, **values)], who=WHO, at=AT)


def test_the_head_says_who_until_when_and_to_whom(desk: Desk) -> None:
    said = words(page(sheet_of(desk)))
    for part in ("PHIẾU THU THẬP SỐ LIỆU THÁNG 10 NĂM 2026", "Đơn vị: Trạm Y tế xã", "142/KH-UBND"):
        assert part in said
    assert "Gửi về trước hết ngày 03/11/2026. Nơi nhận phiếu: Lan, 0912." in said
    assert "MINH HỌA" not in said


def test_without_day_and_contact_the_office_is_named(desk: Desk) -> None:
    said = words(page(replace(sheet_of(desk, contact=""), answer_by=None, sample=True)))
    assert "Nơi nhận phiếu: UBND xã Thuận Châu." in said
    assert "Gửi về trước" not in said
    assert "SỐ LIỆU MINH HỌA" in said


def test_only_what_is_to_be_filled_in_is_open(desk: Desk) -> None:
    sheet = page(sheet_of(desk))
    own = row(sheet, "ct-5g")
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert [cell.protection.locked for cell in own] == [True] * NOW + [False] * 7
    assert {cell.number_format for cell in own[NOW:]} == {"@"}  # nothing that is typed becomes something else
    assert own[NAME].value == "Tỷ lệ phủ sóng 5G"
    assert sheet.column_dimensions["A"].hidden


def test_states_are_chosen_from_a_list(desk: Desk) -> None:
    sheet = page(sheet_of(desk, POLICE))
    lists = {rule.formula1: {str(place) for place in rule.sqref} for rule in sheet.data_validations.dataValidation}
    states = {row(sheet, key)[STATE].coordinate for key in ("ct-so-hoa", "ct-bai")}
    assert lists['"Có số liệu,Không phát sinh,Chưa có"'] in (states, {":".join(sorted(states))})
    assert row(sheet, "nv-kh")[STATE].coordinate in str(lists['"Xong,Chưa xong"'])


def test_what_the_office_has_already_stands_in_its_cells(desk: Desk) -> None:
    record(desk, key="ct-5g", numerator=Decimal("1452"), denominator=Decimal(1710), note="đã rà soát")
    record(desk, key="ct-so-hoa", state=FigureState.NOT_REPORTED)
    sheet = page(sheet_of(desk))
    assert [cell.value for cell in row(sheet, "ct-5g")[NOW:]] == [None, "1452", "1710", None, None, None, "đã rà soát"]
    assert [cell.value for cell in row(sheet, "ct-so-hoa")[NOW:]] == [None, None, None, "Chưa có", None, None, None]
    record(desk, key="ct-5g", state=FigureState.NOTHING_HAPPENED)
    record(desk, key="ct-so-hoa", value=Decimal("97.50"))
    sheet = page(sheet_of(desk))
    assert row(sheet, "ct-5g")[STATE].value == "Không phát sinh"
    assert row(sheet, "ct-so-hoa")[NOW].value == "97,50"


def test_a_task_has_its_own_columns(desk: Desk) -> None:
    record(desk, key="nv-kh", percent=Decimal(40), text="Đã có dự thảo", deliverable_date=date(2026, 10, 9))
    sheet = page(sheet_of(desk, POLICE))
    own = [cell.value for cell in row(sheet, "nv-kh")[NOW:]]
    assert own == ["40", None, "09/10/2026", None, "Đã có dự thảo", None, None]
    marks = [[cell.value for cell in cells[NOW:]] for cells in sheet.iter_rows() if cells[KEY].value == FIELDS_MARK]
    assert [own[0] for own in marks] == ["figure", "percent"]


def test_no_text_runs_as_a_formula(desk: Desk) -> None:
    form = sheet_of(desk)
    evil = replace(form.rows[0], name="=cmd|' /C calc'!A0", present={"note": "=1+1"}, key="=1", section="")
    sheet = page(replace(form, unit="=HYPERLINK()", rows=(evil,)))
    assert {cell.data_type for cells in sheet.iter_rows() for cell in cells} <= {"s", "n", "inlineStr"}
    assert "=cmd" in words(sheet)


def test_the_hidden_sheet_knows_form_and_rows(desk: Desk) -> None:
    form = sheet_of(desk)
    book = load_workbook(io.BytesIO(form_bytes(form, AT)))
    pairs = [(one.value, two.value) for one, two in book[HIDDEN].iter_rows(max_col=2)]
    assert book[HIDDEN].sheet_state == "hidden"
    assert dict(pairs[:6]) == {
        "format": "so57-phieu",
        "version": "1",
        "form": form.form_id,
        "plan": "mau",
        "period": "thang/2026-10",
        "unit": STATION,
    }
    assert [key for _, key in pairs[6:]] == ["ct-5g", "ct-so-hoa"]


def test_it_prints_on_landscape_a4_and_no_row_is_too_high(desk: Desk) -> None:
    form = sheet_of(desk)
    long = replace(form.rows[0], name="Tỷ lệ phủ sóng " * 200)
    sheet = page(replace(form, rows=(long,)))
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize), sheet.page_setup.fitToWidth) == (
        "landscape",
        9,
        1,
    )
    assert sheet.row_dimensions[row(sheet, "ct-5g")[0].row].height == 400


def test_a_name_that_is_taken_is_numbered(desk: Desk, tmp_path: Path) -> None:
    form = sheet_of(desk)
    assert form_name(form) == "phieu_2026-10_tram-y-te-xa.xlsx"
    assert form_name(replace(form, unit="…")) == "phieu_2026-10_don-vi.xlsx"
    first, second = write_form(form, tmp_path, AT), write_form(form, tmp_path, AT)
    assert (first.name, second.name) == ("phieu_2026-10_tram-y-te-xa.xlsx", "phieu_2026-10_tram-y-te-xa (2).xlsx")


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("một", 1), ("a" * 30, 3), ("hai dòng\nrồi", 2), ("một hai ba bốn năm sáu", 2)]
)
def test_lines_of_a_narrow_column(text: str, lines: int) -> None:
    assert lines_needed(text, 20) == lines
