"""Check `so57 new`, `backup`, `restore`, `check`, and stores that cannot be used."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.cli import COULD_NOT, DONE, WRONG_CALL
from models.store import archive, backup
from models.store.connection import Store
from tests.desktop.conftest import Call

COMMANDS = (
    "periods --year 2026",
    "status",
    "history ct-V.4",
    "check",
    "backup",
    "undo",
    "close --period 2026-10",
    "setting",
    "setting officer Lan",
)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:10_000])


def scramble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 90] = b"x" * (4096 * 87)
    path.write_bytes(data)


def replace_by_text(path: Path) -> None:
    path.write_text("Kính gửi: Đảng ủy xã\n" * 200, encoding="utf-8")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def make_foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE diem (ten TEXT)")
        other.commit()


def make_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as store:
        store.execute("PRAGMA user_version = 99")
        store.commit()


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


UNUSABLE: dict[str, tuple[Callable[[Path], None], str]] = {
    "cut": (cut, "bị hỏng. Hãy khôi phục từ bản sao lưu gần nhất"),
    "text": (replace_by_text, "không phải là sổ của Sổ 57. Hãy chọn đúng tệp sổ"),
    "empty": (empty, "không phải là sổ của Sổ 57. Hãy chọn đúng tệp sổ"),
    "foreign": (make_foreign, "không phải là sổ của Sổ 57. Hãy chọn đúng tệp sổ"),
    "newer": (make_newer, "Hãy cài bản Sổ 57 mới rồi mở lại"),
    "folder": (make_folder, "là một thư mục, không phải tệp sổ. Hãy chọn tệp sổ"),
    "missing": (Path.unlink, "Hãy kiểm tra đường dẫn hoặc lập sổ mới"),
}


def test_new_store_holds_the_plan(so57: Call, tmp_path: Path) -> None:
    path = tmp_path / "thư mục mới" / "sổ.so57"
    answer = so57("new", "--store", path, "--plan", "thuan-chau")
    assert answer.code == DONE
    assert answer.out == f"Đã lập sổ “{path}” cho kế hoạch của UBND xã Thuận Châu: 41 chỉ tiêu, 48 nhiệm vụ.\n"
    assert so57("check", "--store", path) == (DONE, "Sổ nguyên vẹn.\n", "")


def test_own_store_needs_no_path(so57: Call, tmp_home: Path) -> None:
    assert "so57" not in str([*tmp_home.rglob("*.so57")])
    assert so57("check").code == COULD_NOT
    assert so57("new", "--plan", "thuan-chau").code == DONE
    assert so57("check").code == DONE
    assert [path.name for path in tmp_home.rglob("*.so57")] == ["so.so57"]


def test_own_plan_file_makes_a_store(so57: Call, tmp_path: Path) -> None:
    file, path = tmp_path / "kh.json", tmp_path / "a.so57"
    file.write_text(so57("plan", "thuan-chau", "--json").out, encoding="utf-8")
    assert so57("new", "--store", path, "--plan", file).code == DONE
    assert so57("periods", "--year", "2026", "--store", path).code == DONE


def test_new_never_writes_over_a_file(so57: Call, store: Path) -> None:
    before = store.read_bytes()
    answer = so57("new", "--store", store, "--plan", "thuan-chau")
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert "đã có tệp" in answer.err
    assert store.read_bytes() == before


@pytest.mark.parametrize("place", ["", "tệp.txt/con", "tệp.txt/con/cháu"])
def test_new_where_no_store_can_be_leaves_nothing(so57: Call, tmp_path: Path, place: str) -> None:
    (tmp_path / "tệp.txt").write_text("x", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    answer = so57("new", "--store", tmp_path / place, "--plan", "thuan-chau")
    assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)
    assert "Hãy" in answer.err
    assert sorted(tmp_path.rglob("*")) == before


def test_unknown_plan_makes_no_store(so57: Call, tmp_path: Path) -> None:
    answer = so57("new", "--store", tmp_path / "a.so57", "--plan", "xã-khác")
    assert answer.code == COULD_NOT
    assert answer.err.startswith("Không có kế hoạch “xã-khác”. Các kế hoạch có sẵn: ")
    assert list(tmp_path.glob("a.so57*")) == []


@pytest.mark.parametrize("command", ["new --plan thuan-chau", "check", "setting officer Lan", "restore x.zip"])
def test_name_longer_than_any_file_is_one_sentence(so57: Call, tmp_path: Path, command: str) -> None:
    answer = so57(*command.split(), "--store", tmp_path / ("s" * 300))
    assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)
    assert "(tên quá dài). Hãy kiểm tra" in answer.err


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", UNUSABLE)
def test_unusable_store_is_one_sentence(so57: Call, store: Path, kind: str, command: str) -> None:
    spoil, sentence = UNUSABLE[kind]
    spoil(store)
    before = store.read_bytes() if store.is_file() else b""
    answer = so57(*command.split(), "--store", store)
    assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)
    assert f"“{store}”" in answer.err
    assert sentence in answer.err
    assert (store.read_bytes() if store.is_file() else b"") == before


@pytest.mark.parametrize("command", ["status", "history ct-V.4", "check", "backup", "undo", "close --period 2026-10"])
def test_damage_within_a_store_is_one_sentence(so57: Call, store: Path, command: str) -> None:
    scramble(store)
    answer = so57(*command.split(), "--store", store)
    assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)
    assert "Hãy khôi phục từ" in answer.err


def test_store_held_by_another_program(so57: Call, store: Path) -> None:
    with Store.open(store):
        answer = so57("close", "--period", "2026-10", "--store", store)
        reading = so57("periods", "--year", "2026", "--store", store)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert answer.err.startswith(f"Sổ “{store}” đang mở trong một cửa sổ hoặc lệnh Sổ 57 khác. Hãy đóng")
    assert reading.code == DONE


def test_backup_comes_back(so57: Call, store: Path) -> None:
    made = so57("backup", "--store", store).out.split("“")[1].split("”")[0]
    so57("setting", "officer", "Lò Thị Lan", "--store", store)
    answer = so57("restore", made, "--store", store)
    assert answer.code == DONE
    assert answer.out.startswith(f"Đã khôi phục “{store}” từ “{made}”. Sổ trước đó được giữ ở “")
    assert "Lò Thị Lan" not in so57("setting", "officer", "--store", store).out


def test_backup_to_a_stick_comes_back_elsewhere(so57: Call, store: Path, tmp_path: Path) -> None:
    so57("setting", "officer", "Lò Thị Lan", "--store", store)
    made_and_written = so57("backup", "--store", store, "--to", tmp_path / "USB").out.splitlines()
    assert made_and_written[0] == f"Đã tạo thư mục “{tmp_path / 'USB'}”."
    (made,) = (tmp_path / "USB").iterdir()
    elsewhere = tmp_path / "máy khác" / "sổ.so57"
    assert so57("restore", made, "--store", elsewhere).out == f"Đã khôi phục “{elsewhere}” từ “{made}”.\n"
    assert so57("setting", "officer", "--store", elsewhere).out == "officer = Lò Thị Lan\n"


def test_a_backup_goes_to_no_file(so57: Call, store: Path, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("x", encoding="utf-8")
    answer = so57("backup", "--store", store, "--to", tmp_path / "tệp" / "con")
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert answer.err.startswith(f"Không ghi được vào “{tmp_path / 'tệp' / 'con'}”")


def test_what_a_killed_backup_left_is_swept(so57: Call, store: Path) -> None:
    folder = backup.backups_folder(store)
    (folder / f".{store.stem}_2026-11-03_080000_ket-thuc.zip.ab.tmp").mkdir(parents=True)
    (folder / f".{store.stem}_2026-11-03_080000_truoc-nhap.zip.cd.tmp").write_bytes(b"x")
    on_request = folder / f".{store.stem}_2026-11-03_080000_theo-yeu-cau.zip.ef.tmp"
    on_request.write_bytes(b"made without the lock, so it may be under way")
    of_another_store = folder / ".khác_2026-11-03_080000_ket-thuc.zip.gh.tmp"
    of_another_store.write_bytes(b"x")
    assert so57("setting", "officer", "Lan", "--store", store).code == DONE
    assert set(folder.glob(".*")) == {on_request, of_another_store}


def test_what_is_no_backup_leaves_the_store(so57: Call, store: Path, tmp_path: Path) -> None:
    other = tmp_path / "khác.zip"
    other.write_text("không phải zip", encoding="utf-8")
    before = store.read_bytes()
    for file in (other, tmp_path / "không có.zip", tmp_path):
        answer = so57("restore", file, "--store", store)
        assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)
        assert "Hãy" in answer.err or "hãy" in answer.err
    assert store.read_bytes() == before


def test_lost_kept_file_is_found(so57: Call, store: Path) -> None:
    issue = ["--number", "215", "--date", "04/11/2026", "--signer", "Lò Văn A", "--why", "thử", "--store", store]
    assert so57("issue", "--period", "2026-10", *issue).code == DONE
    (sent,) = so57("issued", "--store", store, "--json").data
    archive.place(archive.files_folder(store), sent["files"][0]["sha256"]).unlink()
    answer = so57("check", "--store", store)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert answer.err.startswith("Sổ có 1 chỗ không nguyên vẹn:\nTệp đã phát hành “thuan-chau_bao-cao-thang_2026-10.")


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not allow")
@pytest.mark.parametrize("name", ["sổ?mode=ro.so57", "a#b%20c?.so57", "Sổ “57” của xã.so57", "-sổ", "sổ\n.so57"])
def test_store_may_have_any_name(so57: Call, store: Path, name: str) -> None:
    path = store.with_name(name)
    shutil.move(store, path)
    assert so57("setting", "officer", "Lan", "--store", path).code == DONE
    assert so57("setting", "officer", "--store", path).out == "officer = Lan\n"
    assert so57("check", "--store", path).code == DONE


def test_settings_are_shown_with_their_defaults(so57: Call, store: Path) -> None:
    assert so57("setting", "office.symbol", "BC-XYZ", "--store", store).out == "Đã đặt office.symbol.\n"
    lines = so57("setting", "--store", store).out.splitlines()
    assert "office.symbol = BC-XYZ" in lines
    assert "office.issuer_lines = ỦY BAN NHÂN DÂN|XÃ THUẬN CHÂU (mặc định)" in lines
    assert "calendar.bao-cao-thang = calendar (mặc định)" in lines


def test_setting_of_several_lines_and_back_to_default(so57: Call, store: Path) -> None:
    at = ("--store", store)
    so57("setting", "office.recipients", "Như trên| Lưu: VT |", *at)
    assert so57("setting", "office.recipients", *at).out == "office.recipients = Như trên|Lưu: VT\n"
    assert so57("setting", "office.recipients", "--default", *at).out == "Đã đưa office.recipients về mặc định.\n"
    assert "Thường trực HĐND xã" in so57("setting", "office.recipients", *at).out


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        (("sample", "0"), "Không có cài đặt “sample”. Các cài đặt: officer, "),
        (("office.font", "x"), "Không có cài đặt “office.font”."),
        (("calendar.bao-cao-thang", "own:32"), "Không có cách tính kỳ báo cáo “own:32”."),
        (("officer", " "), "Tên cán bộ không được để trống."),
    ],
)
def test_setting_that_would_break_the_store_is_refused(
    so57: Call, store: Path, setting: tuple[str, str], sentence: str
) -> None:
    answer = so57("setting", *setting, "--store", store)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert answer.err.startswith(sentence)


def test_shorter_reports_stand_alone_where_the_office_wants_it(so57: Call, store: Path) -> None:
    year = ("periods", "--year", "2026", "--store", store)
    assert "gộp" in so57(*year).out
    assert "1 là có, 0 là không" in so57("setting", "replace_shorter", "không", "--store", store).err
    assert so57("setting", "replace_shorter", "0", "--store", store).code == DONE
    assert "gộp" not in so57(*year).out


def test_calendar_of_a_duty_moves_its_periods(so57: Call, store: Path) -> None:
    assert so57("setting", "calendar.bao-cao-thang", "decree", "--store", store).code == DONE
    periods = so57("periods", "--year", "2026", "--store", store, "--json").data
    (october,) = (one for one in periods if one["key"] == "bao-cao-thang/2026-10")
    assert (october["start"], october["closing"]) == ("2026-09-15", "2026-10-14")


def calendar_of_months(so57: Call, store: Path) -> str:
    return so57("setting", "calendar.bao-cao-thang", "--store", store).out.partition(" = ")[2].strip()


def test_a_calendar_that_hides_figures_needs_a_reason(so57: Call, store: Path, sheet: Callable[..., Path]) -> None:
    so57("record", "--period", "2026-10", sheet("key,value", "ct-V.4,84"), "--store", store)
    call = ("setting", "calendar.bao-cao-thang", "decree", "--store", store)
    answer = so57(*call)
    assert answer.code == COULD_NOT
    assert "1 số liệu và tiến độ đã ghi cho kỳ tháng 10/2026 sẽ không chốt" in answer.err
    assert "hãy ghi lý do bằng --why" in answer.err
    assert calendar_of_months(so57, store) == "calendar (mặc định)"
    told = so57(*call, "--why", "theo công văn của tỉnh").out
    assert "1 số liệu và tiến độ" in told
    assert calendar_of_months(so57, store) == "decree"
    assert so57("setting", "calendar.bao-cao-thang", "--default", "--store", store).code == DONE


def test_a_calendar_from_a_year_on_leaves_locked_periods_alone(so57: Call, store: Path) -> None:
    so57("close", "--period", "2026-10", "--store", store)
    call = ("setting", "calendar.bao-cao-thang", "decree", "--store", store)
    assert "đã khóa mà sẽ sang ngày khác" in so57(*call, "--why", "x").err
    assert so57(*call, "--from", "2027").code == DONE
    assert calendar_of_months(so57, store) == "calendar 2027:decree"
    assert "chốt 14/01/2027" in so57("periods", "--year", "2027", "--store", store).out
    assert so57("setting", "officer", "Lan", "--from", "2027", "--store", store).code == WRONG_CALL


def test_back_to_the_plan_s_calendar_is_looked_at_too(so57: Call, store: Path) -> None:
    so57("setting", "calendar.bao-cao-thang", "decree", "--store", store)
    so57("close", "--period", "2026-10", "--store", store)
    answer = so57("setting", "calendar.bao-cao-thang", "--default", "--store", store)
    assert (answer.code, "kỳ tháng 10/2026 đã khóa" in answer.err) == (COULD_NOT, True)
