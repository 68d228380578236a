"""Check `so57 record` and `write`: all of a file or nothing of it, whatever file, disk and store are like."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from desktop.cli import COULD_NOT, DONE
from models.actuals import Actual, FigureState, Progress
from models.shown import fraction_text
from models.store import backup, figure_rows
from models.store.connection import Store
from models.store.soundness import check
from tests.desktop.conftest import Call

ROOT = Path(__file__).resolve().parents[2]
OCTOBER = ("--period", "2026-10")
Sheet = Callable[..., Path]
WITH_LIMIT = """
import resource, sys
from desktop.cli import main
import models.store.migrations, filelock
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
main()
"""


def figures(store: Path) -> Mapping[str, tuple[Actual, ...]]:
    with Store.open(store, write=False) as opened:
        assert check(opened) == []
        return figure_rows.figures(opened)


def progress(store: Path) -> Mapping[str, tuple[Progress, ...]]:
    with Store.open(store, write=False) as opened:
        return figure_rows.progress(opened)


def windows_1258(text: str) -> bytes:
    """Encode as Vietnamese Windows programs do: a letter, then its tone mark where they have no sign for both."""
    data = b""
    for sign in text:
        parts = unicodedata.normalize("NFD", sign)
        tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        letter = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
        data += (letter + tones).encode("cp1258")
    return data


def test_columns_of_indicators_and_tasks(so57: Call, store: Path, sheet: Sheet) -> None:
    file = sheet(
        "key;appendix;number;unit;value;numerator;denominator;text;state;estimate;percent;done;deliverable_number;"
        "deliverable_date;difficulty;proposal;note",
        ";I;V.4;%;84,90;;;;;x;;;;;máy quét hỏng;;theo báo cáo",
        "ct-II.3;;;;;1452;1710;;;;;;;;;;",
        "ct-I.1;;;;;;;;không phát sinh;;;;;;;;",
        "ct-I.4;;;;;;;Đã lập đội;;;;;;;;;",
        "nv-I.1.1;;;;;;;;;;100;x;215/KH-UBND;12/10/2026;;xin kinh phí;",
    )
    answer = so57("record", *OCTOBER, file, "--store", store)
    assert (answer.code, answer.err) == (DONE, "")
    assert answer.out.splitlines()[0] == "Đã ghi 5 dòng cho kỳ tháng 10/2026."
    found = {key: row[0] for key, row in figures(store).items()}
    assert (str(found["ct-V.4"].value), found["ct-V.4"].estimate) == ("84.90", True)
    assert (found["ct-V.4"].difficulty, found["ct-V.4"].note) == ("máy quét hỏng", "theo báo cáo")
    assert fraction_text(found["ct-II.3"]) == "1.452/1.710"
    assert found["ct-I.1"].state is FigureState.NOTHING_HAPPENED
    assert found["ct-I.4"].text == "Đã lập đội"
    task = progress(store)["nv-I.1.1"][0]
    assert (str(task.percent), task.done, task.deliverable_number) == ("100", True, "215/KH-UBND")
    assert str(task.done_on) == str(task.deliverable_date) == "2026-10-12"


def test_json_of_figures(so57: Call, store: Path, sheet: Sheet) -> None:
    lines = [{"key": "ct-V.4", "value": 84.90}, {"appendix": "II", "number": "I.1.1", "done": True, "note": None}]
    file = sheet(json.dumps(lines).replace("84.9", "84.90"), name="a.json")
    assert so57("record", *OCTOBER, file, "--store", store).code == DONE
    assert str(figures(store)["ct-V.4"][0].value) == "84.90"
    assert progress(store)["nv-I.1.1"][0].done is True


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
def test_file_of_any_office_program(so57: Call, store: Path, tmp_path: Path, encoding: str, separator: str) -> None:
    text = "key,value,note\nct-V.4,85,Thẩm định ở bản vùng cao\n".replace(",", separator)
    file = tmp_path / "Số liệu.CSV"
    file.write_bytes(windows_1258(text) if encoding == "cp1258" else text.encode(encoding))
    assert so57("record", *OCTOBER, file, "--store", store).code == DONE
    assert figures(store)["ct-V.4"][0].note == "Thẩm định ở bản vùng cao"


def test_blank_touches_nothing_and_erase_takes_away(so57: Call, store: Path, sheet: Sheet) -> None:
    at = ("--store", store)
    so57("record", *OCTOBER, sheet("key,value,note", "ct-V.4,84,đã đối chiếu", "ct-V.5,70,"), *at)
    so57("record", *OCTOBER, sheet("key,value,note", "ct-V.4,85,", "ct-V.5,,"), *at)
    (row,) = figures(store)["ct-V.4"]
    assert (str(row.value), row.note) == ("85", "đã đối chiếu")
    so57("record", *OCTOBER, sheet("key,state", "ct-V.4,xóa"), *at)
    assert list(figures(store)) == ["ct-V.5"]


def test_one_figure_serves_every_period_that_closes_on_its_day(so57: Call, store: Path, sheet: Sheet) -> None:
    at = ("--store", store)
    so57("record", "--period", "2026-Q2", sheet("key,value", "ct-V.4,84"), *at)
    so57("record", "--period", "2026-H1", sheet("key,value,note", "ct-V.4,85,sửa lại"), *at)
    (row,) = figures(store)["ct-V.4"]
    assert (str(row.value), row.note, str(row.start)) == ("85", "sửa lại", "2026-03-15")
    so57("record", "--period", "2026-H1", sheet("key,state", "ct-V.4,xóa"), *at)
    assert figures(store) == {}


def test_wrong_lines_are_all_named_and_nothing_is_recorded(so57: Call, store: Path, sheet: Sheet) -> None:
    before = store.read_bytes()
    file = sheet("key,value", "ct-V.5,70", "ct-V.4,abc", "ct-V.6,1.234", "ct-zz,1", "ct-V,3", "ct-V.5,71")
    answer = so57("record", *OCTOBER, file, "--store", store)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    first, *lines = answer.err.splitlines()
    assert first == "Tệp số liệu có 5 dòng sai nên chưa ghi dòng nào. Hãy sửa các dòng được nêu rồi ghi lại."
    assert [line.partition(":")[0].strip() for line in lines] == ["Dòng 3", "Dòng 4", "Dòng 5", "Dòng 6", "Dòng 7"]
    assert "“abc” không phải là số" in lines[0]
    assert "“1.234” có thể là 1234 hoặc 1,234" in lines[1]
    assert store.read_bytes() == before
    assert not backup.backups_folder(store).exists()


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("a.csv", "", "không có nội dung"),
        ("a.csv", "key,value\n", "không có dòng nào ghi số liệu"),
        ("a.csv", "tên,giá\nx,1\n", "thiếu dòng tiêu đề"),
        ("a.csv", 'key,value\nct-V.4,"8\n', "hỏng từ dòng 2"),
        ("a.json", '[{"key": "ct-V.4", "value": "8,5"}]', "1 dòng sai"),
        ("a.json", "[{]", "không phải JSON hợp lệ ở dòng 1"),
        ("a.xlsx", "PK", "không phải tệp .csv hoặc .json"),
        ("a.csv", "key,value\n\0\n", "không phải tệp văn bản"),
    ],
)
def test_file_that_is_no_figures_is_one_sentence(
    so57: Call, store: Path, tmp_path: Path, name: str, text: str, sentence: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    before = store.read_bytes()
    answer = so57("record", *OCTOBER, tmp_path / name, "--store", store)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert sentence in answer.err
    assert store.read_bytes() == before


def test_missing_file_and_folder(so57: Call, store: Path, tmp_path: Path) -> None:
    (tmp_path / "thư mục.csv").mkdir()
    for name in ("không có.csv", "thư mục.csv"):
        answer = so57("record", *OCTOBER, tmp_path / name, "--store", store)
        assert (answer.code, answer.out) == (COULD_NOT, "")
        assert f"“{name}”" in answer.err


def test_store_held_by_another_program_takes_nothing(so57: Call, store: Path, sheet: Sheet) -> None:
    file = sheet("key,value", "ct-V.4,85")
    with Store.open(store):
        answer = so57("record", *OCTOBER, file, "--store", store)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert answer.err.startswith(f"Sổ “{store}” đang mở trong một cửa sổ hoặc lệnh Sổ 57 khác.")
    assert figures(store) == {}
    assert so57("record", *OCTOBER, file, "--store", store).code == DONE


def test_period_that_has_not_begun_is_warned_of(so57: Call, store: Path, sheet: Sheet) -> None:
    answer = so57("record", "--period", "2099-10", sheet("key,note", "ct-V.4,x"), "--store", store)
    assert answer.code == DONE
    assert "Cảnh báo: kỳ tháng 10/2099 chưa bắt đầu (từ 01/10/2099)" in answer.out


def test_only_recorded_rows_are_warned_of(so57: Call, store: Path, sheet: Sheet) -> None:
    first = so57("record", *OCTOBER, sheet("key,value", "ct-V.4,120"), "--store", store)
    second = so57("record", *OCTOBER, sheet("key,value", "ct-V.5,90"), "--store", store)
    assert "Cảnh báo: Chỉ tiêu V.4" in first.out
    assert "V.4" not in second.out


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a POSIX system")
@pytest.mark.parametrize("limit", [0, 50_000, 300_000, 410_000, 420_000, 430_000, 440_000, 1_000_000])
def test_full_disk_takes_all_or_nothing(tmp_home: Path, store: Path, sheet: Sheet, limit: int) -> None:
    file = sheet("key,value,note", *(f"ct-V.{number},8{number},{'ghi chú ' * 2000}" for number in range(1, 8)))
    call = [str(limit), "record", *OCTOBER, str(file), "--store", str(store)]
    command = [sys.executable, "-X", "utf8", "-c", WITH_LIMIT, *call]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr
    assert len(figures(store)) == (7 if "Đã ghi 7 dòng" in done.stdout else 0)
    assert done.returncode == (DONE if done.stdout else COULD_NOT)
    if done.returncode:
        assert "đã đầy" in done.stderr or "Ổ đĩa báo lỗi" in done.stderr
    for folder in (store.parent, backup.backups_folder(store)):
        assert [path for path in folder.glob("*") if ".tmp" in path.name or path.name.startswith(".")] == []


def test_what_is_recorded_stands_though_it_cannot_be_backed_up(so57: Call, store: Path) -> None:
    folder = backup.backups_folder(store)
    folder.write_text("một tệp ở chỗ của thư mục sao lưu", encoding="utf-8")
    answer = so57("close", *OCTOBER, "--store", store)
    assert (answer.code, answer.out) == (DONE, "Đã khóa kỳ tháng 10/2026.\n")
    assert answer.err.startswith(f"Thay đổi đã được ghi vào sổ, nhưng chưa sao lưu được vào “{folder}”. Hãy kiểm tra")
    assert "đã khóa" in so57("close", *OCTOBER, "--store", store).err


def test_nothing_is_recorded_where_no_backup_can_be_made_before(so57: Call, store: Path, sheet: Sheet) -> None:
    backup.backups_folder(store).write_text("một tệp ở chỗ của thư mục sao lưu", encoding="utf-8")
    answer = so57("record", *OCTOBER, sheet("key,value", "ct-V.4,85"), "--store", store)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert figures(store) == {}


def test_words_of_a_section_from_file_and_keyboard(
    so57: Call, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, at = tmp_path / "lời.txt", (*OCTOBER, "--store", store)
    file.write_bytes("UBND xã đã chỉ đạo.\n".encode("utf-16"))
    assert so57("write", "--section", "i", file, *at).out == "Đã ghi phần I của kỳ tháng 10/2026.\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Đề nghị cấp máy quét.".encode())))
    assert so57("write", "--section", "V", "-", *at).code == DONE
    with Store.open(store, write=False) as opened:
        words = dict(opened.rows("SELECT section, text FROM narrative"))
    assert words == {"I": "UBND xã đã chỉ đạo.", "V": "Đề nghị cấp máy quét."}


@pytest.mark.parametrize(
    ("section", "data", "sentence"),
    [
        ("m9", b"x", "Đề cương báo cáo không có mục “m9”. Các mục đang có: I, II, II.1, II.2, III, IV, V."),
        ("I", b"\xff\x00\x80", "Hãy lưu lại tệp với mã UTF-8"),
        ("I", b"a\0b", "không phải tệp chữ"),
        ("I", b"x" * 1_000_001, "lớn hơn 1 MB"),
        ("I", None, "Không đọc được tệp"),
    ],
)
def test_words_that_cannot_be_written(
    so57: Call, store: Path, tmp_path: Path, section: str, data: bytes | None, sentence: str
) -> None:
    file = tmp_path / "lời.txt"
    if data is not None:
        file.write_bytes(data)
    answer = so57("write", *OCTOBER, "--section", section, file, "--store", store)
    assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)
    assert sentence in answer.err
