"""Check `so57 collect`: forms out, filled ones in, as a shell would do it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.cli import COULD_NOT, DONE, WRONG_CALL
from models.collection_format import FIELDS_MARK, SHEET
from models.store.connection import Store
from tests.collecting_samples import saved
from tests.desktop.conftest import Call

UNIT = "Trạm Y tế xã"
OCTOBER = ("--period", "bao-cao-thang/2026-10")


def fill(path: Path, cells: Mapping[tuple[str, str], str]) -> Path:
    """Fill a form in as a unit does."""
    book = load_workbook(io.BytesIO(path.read_bytes()))
    columns: dict[str, int] = {}
    for row in book[SHEET].iter_rows():
        if row[0].value == FIELDS_MARK:
            columns = {str(cell.value): place for place, cell in enumerate(row) if place and cell.value}
        for (key, field), text in cells.items():
            if row[0].value == key:
                row[columns[field]].value = text
    path.write_bytes(saved(book))
    return path


@pytest.fixture
def form(so57: Call, store: Path, tmp_path: Path) -> Path:
    made = so57("collect", "make", *OCTOBER, "--unit", UNIT, "--out", tmp_path / "phieu", "--store", store, "--json")
    return Path(made.data[0]["path"])


def test_forms_are_made_for_all_and_listed(so57: Call, store: Path, tmp_path: Path) -> None:
    before = so57("collect", "list", *OCTOBER, "--store", store)
    assert before.out.endswith("Kỳ này chưa lập phiếu nào.\n")
    out = tmp_path / "phieu"
    day = ("--by", "03/11/2026", "--contact", "Lan")
    made = so57("collect", "make", *OCTOBER, *day, "--out", out, "--store", store)
    files = sorted(path.name for path in out.iterdir())
    assert (made.code, made.out.count("Đã ghi")) == (DONE, len(files))
    assert "phieu_2026-10_tram-y-te-xa.xlsx" in files
    listed = so57("collect", "list", *OCTOBER, "--store", store)
    assert listed.out.endswith(f"0/{len(files)} đơn vị đã gửi.\n")
    data = so57("collect", "list", *OCTOBER, "--store", store, "--json").data
    assert {unit["answer_by"] for unit in data} == {"2026-11-03"}


def test_a_form_is_looked_at_taken_and_taken_back(so57: Call, store: Path, form: Path) -> None:
    fill(form, {("ct-II.5", "figure"): "81,5", ("ct-II.5.1", "figure"): "1.234"})
    dry = so57("collect", "take", form, "--dry-run", "--store", store)
    assert "Chưa ghi phiếu của Trạm Y tế xã, tháng 10/2026: 1 dòng." in dry.out
    assert "II.5 kết quả kỳ này: trống → 81,5. Mới." in dry.out
    assert "Chưa rõ (không ghi). “1.234” có thể là" in dry.out
    taken = so57("collect", "take", form, "--store", store, "--json").data
    assert [(line["key"], line["kind"], line["accepted"]) for line in taken[0]["lines"]] == [
        ("ct-II.5", "new", True),
        ("ct-II.5.1", "unclear", False),
    ]
    again = so57("collect", "take", form, "--store", store)
    assert "Lưu ý: Chính tệp này đã nhận ngày" in again.out
    for _ in range(2):
        assert so57("undo", "--store", store).code == DONE
    state = so57("collect", "list", *OCTOBER, "--store", store, "--json").data
    own = next(unit for unit in state if unit["unit"] == UNIT)
    assert (own["received_on"], own["missing"]) == (None, own["asked"])


def test_what_the_office_typed_meanwhile_is_left_unless_all_is_accepted(
    so57: Call, store: Path, form: Path, tmp_path: Path
) -> None:
    figures = tmp_path / "a.csv"
    figures.write_text("key,value\nct-II.5,70\n", encoding="utf-8")
    so57("record", *OCTOBER, figures, "--store", store)
    fill(form, {("ct-II.5", "figure"): "81,5"})
    assert (
        "Xã đã sửa sau khi lập phiếu (không ghi). Khi lập phiếu là trống."
        in so57("collect", "take", form, "--store", store).out
    )
    accepted = so57("collect", "take", form, "--accept-all", "--store", store, "--json").data
    assert accepted[0]["lines"][0]["accepted"]
    same = so57("collect", "take", form, "--dry-run", "--store", store)
    assert same.out.splitlines()[0] == "Chưa ghi phiếu của Trạm Y tế xã, tháng 10/2026: 0 dòng."


def test_one_bad_file_stops_all(so57: Call, store: Path, form: Path, tmp_path: Path) -> None:
    bad = tmp_path / "xấu.xlsx"
    bad.write_bytes(b"PK")
    answer = so57("collect", "take", form, bad, "--store", store)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert "“xấu.xlsx” hỏng" in answer.err
    with Store.open(store, write=False) as opened:
        assert not opened.rows("SELECT 1 FROM collection_form WHERE received_on IS NOT NULL")


def test_a_contradicting_call_is_refused(so57: Call, store: Path, form: Path) -> None:
    assert so57("collect", "take", form, "--accept-all", "--dry-run", "--store", store).code == WRONG_CALL
