"""Check `so57 history` and `undo`: the story of a row as people and programs read it, and the way back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli import COULD_NOT, DONE, WRONG_CALL
from models.store import figure_rows
from models.store.connection import Store
from tests.desktop.conftest import Call

OCTOBER = ("--period", "2026-10")
FIELDS = ["change", "at", "who", "why", "origin", "label", "start", "as_of", "occurrence", "field", "old", "new", "op"]
Record = Callable[..., str]


@pytest.fixture
def record(so57: Call, store: Path, sheet: Callable[..., Path]) -> Record:
    """Record lines of figures in October 2026."""
    so57("setting", "officer", "Lò Thị Lan", "--store", store)

    def call(*lines: str) -> str:
        answer = so57("record", *OCTOBER, sheet(*lines), "--store", store)
        assert answer.code == DONE
        return answer.out

    return call


def values(store: Path) -> dict[str, str]:
    with Store.open(store, write=False) as opened:
        return {key: str(row[-1].value) for key, row in figure_rows.figures(opened).items()}


def test_history_for_people(so57: Call, store: Path, record: Record) -> None:
    record("key,value,estimate,note", "ct-V.4,84.90,x,theo xã")
    record("key,value,note", "ct-V.4,1452,", "ct-V.5,70,")
    newer, change, older, first = so57("history", "ct-V.4", "--store", store).out.splitlines()
    assert re.fullmatch(r"\[4\] \d\d/\d\d/20\d\d \d\d:\d\d, Lò Thị Lan: nhập 2 dòng cho tháng 10/2026", newer)
    assert re.fullmatch(r"\[3\] .*, Lò Thị Lan: nhập 84,9% \(ước\) cho V\.4", older)
    assert first == "    01/10/2026 - 31/10/2026: kết quả 84,9%; số ước có; ghi chú “theo xã”"
    assert change == "    01/10/2026 - 31/10/2026: kết quả 84,9% → 1.452%; số ước có → không"


def test_history_by_the_printed_label(so57: Call, store: Path, record: Record) -> None:
    record("key,percent", "nv-I.1.1,70")
    by_key = so57("history", "nv-I.1.1", "--store", store)
    assert so57("history", " i.1.1 ", "--store", store) == by_key


def test_a_label_of_several_rows_names_their_keys(so57: Call, store: Path) -> None:
    answer = so57("history", "II.1", "--store", store)
    assert answer.code == COULD_NOT
    assert "Có 2 dòng cùng mang số II.1. Hãy ghi mã của một dòng: ct-II.1 (chỉ tiêu “" in answer.err
    assert "nv-II.1 (nhiệm vụ “" in answer.err


def test_history_of_a_task(so57: Call, store: Path, record: Record) -> None:
    record("key,percent", "nv-I.1.1,70")
    record("key,percent,done,deliverable_number,deliverable_date", "nv-I.1.1,100,x,215/KH-UBND,2026-10-12")
    told = so57("history", "nv-I.1.1", "--store", store).out
    assert "tỷ lệ hoàn thành 70% → 100%" in told
    assert "đã hoàn thành trống → có" in told
    assert "ngày hoàn thành trống → 12/10/2026" in told
    assert "số văn bản sản phẩm trống → “215/KH-UBND”" in told


def test_history_of_states_and_what_was_erased(so57: Call, store: Path, record: Record) -> None:
    record("key,value", "ct-V.4,84")
    record("key,state", "ct-V.4,chưa báo cáo")
    record("key,state", "ct-V.4,xóa")
    told = so57("history", "ct-V.4", "--store", store).out
    assert "kết quả 84% → trống; tình trạng số liệu có số liệu → chưa báo cáo" in told
    assert "xóa tình trạng số liệu chưa báo cáo" in told


def test_history_shows_no_technical_column(so57: Call, store: Path, record: Record) -> None:
    record("key,value,percent", "ct-V.4,84,", "nv-I.1.1,,70")
    for key in ("ct-V.4", "nv-I.1.1"):
        told = so57("history", key, "--store", store).out
        assert not re.search(r"plan_id|row_key|mã dòng|origin|nguồn nhập|lần thực hiện|từ ngày|None|import", told)


def test_history_for_programs(so57: Call, store: Path, record: Record) -> None:
    record("key,value", "ct-V.4,84.90")
    entries = so57("history", "ct-V.4", "--store", store, "--json").data
    assert all(list(entry) == FIELDS for entry in entries)
    (typed,) = (entry for entry in entries if entry["field"] == "value")
    assert (typed["old"], typed["new"], typed["op"]) == (None, "84.90", "insert")
    assert (typed["start"], typed["as_of"]) == ("2026-10-01", "2026-10-31")
    assert (typed["who"], typed["origin"]) == ("Lò Thị Lan", "import")


def test_row_without_history_and_rows_that_have_none(so57: Call, store: Path) -> None:
    assert so57("history", "ct-V.4", "--store", store) == (DONE, "Dòng này chưa có thay đổi nào.\n", "")
    assert so57("history", "ct-V.4", "--store", store, "--json").data == []
    for key in ("ct-V", "V.44", "không có"):
        answer = so57("history", key, "--store", store)
        assert (answer.code, answer.out) == (COULD_NOT, "")
        assert answer.err.endswith("Hãy xem mã ở cột đầu của lệnh: so57 plan thuan-chau\n")


def test_the_last_changes_are_listed_with_the_numbers_that_undo_takes(so57: Call, store: Path, record: Record) -> None:
    record("key,value", "ct-V.4,84")
    record("key,value", "ct-V.5,70")
    so57("undo", "3", "--store", store)
    lines = so57("history", "--store", store).out.splitlines()
    assert [line.partition("]")[0] for line in lines] == ["[5", "[4", "[3", "[2", "[1"]
    assert lines[2].endswith(", Lò Thị Lan: nhập 84% cho V.4 - đã hoàn tác")
    assert lines[1].endswith(", Lò Thị Lan: nhập 70% cho V.5")
    data = so57("history", "--last", "3", "--store", store, "--json").data
    assert [(one["change"], one["undone"]) for one in data] == [(5, False), (4, False), (3, True)]


def test_history_of_a_section_and_of_a_sentence(so57: Call, store: Path, tmp_path: Path) -> None:
    own, words = (*OCTOBER, "--store", store), tmp_path / "lời.txt"
    for text in ("**Máy** hỏng.", "Đã sửa máy."):
        words.write_text(text, encoding="utf-8")
        so57("write", "--section", "III", words, *own)
    so57("sentence", "II.2/counts", "--text", "Tốt.", *own)
    so57("sentence", "II.2/counts", "--restore", *own)
    newer, change, older, first = so57("history", "iii", *own).out.splitlines()
    assert (change, first) == ("    lời: “Máy hỏng.” → “Đã sửa máy.”", "    lời: “Máy hỏng.”")
    assert re.match(r"\[3\] .*: viết phần", newer)
    assert re.match(r"\[2\] .*: viết phần", older)
    told = so57("history", "II.2/COUNTS", *own).out
    assert "    bỏ lời: “Tốt.”\n" in told
    assert "    câu tự viết được thay: “Trong 48 nhiệm vụ" in told
    assert so57("history", "III", *own, "--json").data[0]["new"] == "Đã sửa máy."


def test_history_of_words_that_have_none_or_of_no_section(so57: Call, store: Path) -> None:
    own = (*OCTOBER, "--store", store)
    assert so57("history", "V", *own).out == "Lời văn V của tháng 10/2026 chưa có thay đổi nào.\n"
    assert so57("history", "III/x", *own).out == "Lời văn III/x của tháng 10/2026 chưa có thay đổi nào.\n"
    assert "Các mục đang có: I, II" in so57("history", "V.4", *own).err
    missing = so57("history", *own)
    assert (missing.code, missing.out) == (WRONG_CALL, "")
    assert missing.err.startswith("Thiếu MÃ: mục (III) hoặc câu")


def test_undo_takes_back_the_last_change(so57: Call, store: Path, record: Record) -> None:
    record("key,value", "ct-V.4,84")
    record("key,value", "ct-V.4,85", "ct-V.5,70")
    assert so57("undo", "--store", store).out == "Đã hoàn tác “nhập 2 dòng cho tháng 10/2026”.\n"
    assert values(store) == {"ct-V.4": "84"}
    assert so57("undo", "--store", store).out == "Đã hoàn tác “nhập 84% cho V.4”.\n"
    assert values(store) == {}


def test_undo_of_one_change_by_its_number(so57: Call, store: Path, record: Record) -> None:
    record("key,value", "ct-V.4,84")
    record("key,value", "ct-V.5,70")
    number = so57("history", "ct-V.4", "--store", store, "--json").data[0]["change"]
    assert so57("undo", number, "--store", store).code == DONE
    assert values(store) == {"ct-V.5": "70"}


def test_undo_says_what_it_had_to_leave(so57: Call, store: Path, record: Record) -> None:
    record("key,value", "ct-V.4,84", "ct-V.5,70")
    record("key,value", "ct-V.4,85")
    number = so57("history", "ct-V.5", "--store", store, "--json").data[0]["change"]
    answer = so57("undo", number, "--store", store)
    first, left = answer.out.splitlines()
    assert (answer.code, first) == (DONE, "Đã hoàn tác một phần “nhập 2 dòng cho tháng 10/2026”.")
    assert "V.4" in left
    assert values(store) == {"ct-V.4": "85"}


def test_undo_that_can_do_nothing_could_not(so57: Call, store: Path, record: Record) -> None:
    record("key,value", "ct-V.4,84")
    number = so57("history", "ct-V.4", "--store", store, "--json").data[0]["change"]
    record("key,value", "ct-V.4,85")
    answer = so57("undo", number, "--store", store)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert answer.err.startswith("Chưa hoàn tác được “nhập 84% cho V.4”.\n")
    assert values(store) == {"ct-V.4": "85"}


def test_undo_of_what_cannot_be_undone(so57: Call, store: Path) -> None:
    before = store.read_bytes()
    for arguments in ((), ("1",), ("99",)):
        answer = so57("undo", *arguments, "--store", store)
        assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)
    assert store.read_bytes() == before
