"""Opening, making and locking a store; every refusal is a sentence."""

import errno
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from models.errors import AppError, FolderError, NewerStore, NotFound, StoreBusy, StoreError
from models.plans import Plan
from models.store import connection, faults, figure_rows, plan_rows
from models.store.connection import Store
from tests.models.store.samples import AT, WHO, interrupted, october, record, values

ROOT = Path(__file__).resolve().parents[3]
READ_ONLY_CHILD = """
import sys
from pathlib import Path
from models.store.connection import Store
from models.store import figure_rows
with Store.open(Path(sys.argv[1]), write=False) as store:
    figure_rows.figures(store)
print([name for name in ("sqlite_utils", "filelock") if name in sys.modules])
"""


def python(code: str, *arguments: Path) -> str:
    """Run a program in a process of its own and return what it printed."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout


def test_what_is_recorded_is_there_after_reopening(path: Path) -> None:
    with Store.open(path) as store:
        record(store, october("84.90"))
    with Store.open(path, write=False) as store:
        assert values(store) == ["84.90"]


def test_reading_needs_neither_the_lock_nor_sqlite_utils(store: Store, path: Path) -> None:
    assert python(READ_ONLY_CHILD, path).strip() == "[]"


def test_a_second_writer_is_told_to_close_the_first(store: Store, path: Path) -> None:
    with pytest.raises(StoreBusy, match="Hãy đóng cửa sổ đó"):
        Store.open(path)
    code = "import sys; from pathlib import Path; from models.store.connection import Store\n"
    code += "try: Store.open(Path(sys.argv[1]))\nexcept Exception as e: print(type(e).__name__)"
    assert python(code, path).strip() == "StoreBusy"


def test_the_lock_is_free_after_closing_and_after_a_failed_opening(path: Path) -> None:
    Store.open(path).close()
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    for _ in range(2):
        with pytest.raises(NewerStore, match="mới hơn"):
            Store.open(path)


def test_settings_of_a_written_store(store: Store) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "mmap_size")
    assert [store.rows(f"PRAGMA {name}")[0][0] for name in names] == ["truncate", 2, 1, 0, 1, 0]


@pytest.mark.parametrize("write", [True, False])
def test_missing_and_folder(tmp_path: Path, write: bool) -> None:
    with pytest.raises(NotFound, match="Không có sổ nào"):
        Store.open(tmp_path / "không có.db", write=write)
    with pytest.raises(StoreError, match="là một thư mục"):
        Store.open(tmp_path, write=write)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 not a database, but long enough to be looked at" * 40])
@pytest.mark.parametrize("write", [True, False])
def test_another_kind_of_file_is_named_and_left_alone(tmp_path: Path, content: bytes, write: bool) -> None:
    other = tmp_path / "báo cáo.pdf"
    other.write_bytes(content)
    with pytest.raises(StoreError, match="không phải là sổ của Sổ 57"):
        Store.open(other, write=write)
    assert other.read_bytes() == content


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "khác.db"
    foreign = sqlite3.connect(other)
    foreign.executescript("CREATE TABLE t (x); PRAGMA application_id = 7")
    foreign.close()
    with pytest.raises(StoreError, match="không phải là sổ"):
        Store.open(other)


def test_a_damaged_store_says_to_restore(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="bị hỏng"), Store.open(path) as store:
        plan_rows.load_current(store)


def test_create_refuses_a_place_that_is_taken(path: Path, plan: Plan) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreError, match="đã có tệp"):
        Store.create(path, plan, who=WHO, at=AT)
    assert path.read_bytes() == before


def test_create_below_a_file_or_where_nothing_can_be_made(tmp_path: Path, plan: Plan) -> None:
    (tmp_path / "tệp").write_text("x")
    with pytest.raises(FolderError, match="là tệp, không phải thư mục"):
        Store.create(tmp_path / "tệp" / "so.db", plan, who=WHO, at=AT)
    if Path("/proc/self").exists():
        with pytest.raises(FolderError):
            Store.create(Path("/proc/so57/so.db"), plan, who=WHO, at=AT)


def test_a_failed_creation_leaves_nothing(tmp_path: Path, plan: Plan) -> None:
    with pytest.raises(TypeError):
        Store.create(tmp_path / "so.db", plan, who=WHO, at=3.5)  # type: ignore[arg-type]
    assert [entry.name for entry in tmp_path.iterdir()] == ["so.db.lock"]


def test_an_error_takes_the_whole_change_back(store: Store) -> None:
    with pytest.raises(NotFound):
        record(store, october("1"), october("1", key="ct-khong-co"))
    assert values(store) == []
    assert record(store, october("2"))
    assert values(store) == ["2"]


def test_a_change_without_changes_leaves_no_trace(store: Store) -> None:
    record(store, october("2"))
    count = store.rows("SELECT count(*) FROM change_set")
    with store.change("Gõ lại như cũ", who=WHO, at=AT) as change:
        figure_rows.save(change, october("2"))
    assert not change.kept
    assert store.rows("SELECT count(*) FROM change_set") == count
    assert store.changes_made == 1


def test_a_change_inside_a_change_is_a_bug(store: Store, path: Path) -> None:
    with pytest.raises(RuntimeError), store.change("Ngoài", who=WHO, at=AT), store.change("Trong", who=WHO, at=AT):
        pass
    with Store.open(path, write=False) as reader, pytest.raises(RuntimeError), reader.change("x", who=WHO, at=AT):
        pass


def test_a_copy_made_while_the_store_is_open_is_whole(store: Store, path: Path, tmp_path: Path) -> None:
    record(store, october("84.90"))
    copy = tmp_path / "usb.db"
    python("import shutil, sys; shutil.copyfile(sys.argv[1], sys.argv[2])", path, copy)
    record(store, october("85"))
    with Store.open(copy, write=False) as other:
        assert values(other) == ["84.90"]
        assert other.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_reader_sees_one_moment_while_another_writes(store: Store, path: Path) -> None:
    record(store, october("1"))
    with Store.open(path, write=False) as reader:
        with reader.snapshot():
            assert values(reader) == ["1"]
            store.connection.execute("PRAGMA busy_timeout = 10")
            with pytest.raises(StoreBusy, match="đang đọc hoặc ghi"):
                record(store, october("2"))
            assert values(reader) == ["1"]
        record(store, october("3"))
        assert values(reader) == ["3"]


@pytest.mark.parametrize("write", [True, False])
def test_a_store_held_by_a_foreign_program(path: Path, monkeypatch: pytest.MonkeyPatch, write: bool) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreBusy, match="Hãy chờ một lát"):
        Store.open(path, write=write)
    other.close()
    Store.open(path, write=write).close()


def test_a_snapshot_inside_a_change_sees_the_change(store: Store) -> None:
    with store.change("Ghi", who=WHO, at=AT) as change, store.snapshot():
        figure_rows.save(change, october("1"))
        assert values(store) == ["1"]


def test_a_store_without_a_plan_says_so(store: Store) -> None:
    with store.change("Bỏ", who=WHO, at=AT) as change:
        change.update("plan", store.plan_id, {"is_current": False})
    with pytest.raises(NotFound, match="chưa có kế hoạch nào"):
        plan_rows.load_current(store)


CODES = [
    (sqlite3.SQLITE_FULL, FolderError),
    (sqlite3.SQLITE_IOERR_WRITE, FolderError),
    (sqlite3.SQLITE_READONLY_DIRECTORY, FolderError),
    (sqlite3.SQLITE_CANTOPEN, FolderError),
    (sqlite3.SQLITE_LOCKED, StoreBusy),
    (sqlite3.SQLITE_CORRUPT, StoreError),
    (sqlite3.SQLITE_NOTADB, StoreError),
]


@pytest.mark.parametrize(("code", "kind"), CODES)
def test_every_fault_of_the_file_is_a_sentence_that_says_what_to_do(code: int, kind: type[AppError]) -> None:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    with pytest.raises(kind, match=r"sổ.db.*Hãy .*\.$"), faults.speaking(Path("sổ.db")):
        raise error


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.ENOTDIR, errno.EIO])
def test_every_fault_of_the_disk_is_a_sentence_that_says_what_to_do(number: int) -> None:
    with pytest.raises(FolderError, match=r"sổ.db.*Hãy .*\.$"), faults.speaking(Path("sổ.db")):
        raise OSError(number, "I/O error")


def test_an_error_of_our_own_making_is_no_sentence() -> None:
    with pytest.raises(sqlite3.OperationalError), faults.speaking(Path("sổ.db")):
        raise sqlite3.OperationalError("no such column")


@pytest.mark.parametrize("write", [True, False])
def test_a_journal_left_by_a_crash_is_rolled_back(path: Path, tmp_path: Path, write: bool) -> None:
    broken = interrupted(path, tmp_path / "mất điện.db")
    assert Path(f"{broken}-journal").stat().st_size > 0
    with Store.open(broken, write=write) as store:
        assert store.rows("SELECT count(*) FROM sqlite_schema WHERE name = 'half'") == [(0,)]
        assert store.rows("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there that officers do not have")
def test_the_same_store_through_a_link_has_the_same_lock(store: Store, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "khác" / "link.db"
    link.parent.mkdir()
    link.symlink_to(path)
    with pytest.raises(StoreBusy):
        Store.open(link)


def test_a_store_moved_with_its_folder_opens(path: Path, tmp_path: Path) -> None:
    moved = shutil.move(path, tmp_path / "ổ khác.db")
    with Store.open(Path(moved), write=False) as store:
        assert plan_rows.load_current(store).commune == "Thuận Châu"


def test_errors_are_sentences(path: Path) -> None:
    with pytest.raises(AppError) as caught:
        Store.open(path.with_name("khác.db"))
    assert caught.value.sentence.endswith(".")
    assert "khác.db" in caught.value.sentence
