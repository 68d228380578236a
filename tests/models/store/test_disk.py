"""A full disk and a read-only folder, real ones: a limit of the system, and a user who may not write."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.errors import FolderError
from models.store import backup, plan_rows
from models.store.connection import Store
from models.store.soundness import check
from tests.models.store.samples import AT, WHO, interrupted, october, record, small_plan, values

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and users of a POSIX system")
NOBODY = 65534


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a full disk."""
    import resource

    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


@contextmanager
def as_another_user() -> Iterator[None]:
    """Work as somebody whom the system's rights bind: root may write anywhere."""
    was_root = os.geteuid() == 0
    if was_root:
        os.setegid(NOBODY)
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if was_root:
            os.seteuid(0)
            os.setegid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that another user may enter (pytest's own are private)."""
    folder = Path(tempfile.mkdtemp(prefix="so57-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def record_until_full(store: Store) -> int:
    """Record until it fails; return the last confirmed number."""
    confirmed = 0
    try:
        while True:
            record(store, october(str(confirmed + 1)))
            confirmed += 1
    except FolderError:
        return confirmed


def test_a_full_disk_loses_nothing_that_was_confirmed(path: Path) -> None:
    with Store.open(path) as store:
        with room_for(path.stat().st_size + 20_000):
            confirmed = record_until_full(store)
        assert confirmed > 0
        assert values(store) == [str(confirmed)]
        record(store, october("0"))
    with Store.open(path) as store:
        assert values(store) == ["0"]
        assert check(store) == []
        assert store.rows("SELECT count(*) FROM open_change_set") == [(0,)]


def test_a_store_on_a_full_disk_says_so_when_it_is_opened(path: Path) -> None:
    with room_for(512), pytest.raises(FolderError, match="Hãy kiểm tra chỗ trống"):
        Store.open(path)
    with Store.open(path) as store:
        assert check(store) == []


def test_a_full_disk_leaves_no_half_store(tmp_path: Path) -> None:
    with room_for(50_000), pytest.raises(FolderError):
        Store.create(tmp_path / "so.db", small_plan(), who=WHO, at=AT)
    assert [entry.name for entry in tmp_path.iterdir()] == ["so.db.lock"]


def test_a_full_disk_leaves_no_half_backup(store: Store, path: Path) -> None:
    with room_for(50_000), pytest.raises(FolderError):
        backup.on_request(store, AT)
    assert list(backup.backups_folder(path).iterdir()) == []


def test_a_read_only_folder_can_be_read_and_says_what_to_do(open_folder: Path) -> None:
    path = open_folder / "so.db"
    Store.create(path, small_plan(), who=WHO, at=AT).close()
    (open_folder / "so.db.lock").unlink()
    open_folder.chmod(0o555)
    with as_another_user():
        with Store.open(path, write=False) as store:
            assert plan_rows.load_current(store).commune == "Thuận Châu"
        with pytest.raises(FolderError, match="chỉ cho đọc"):
            Store.open(path)
        with pytest.raises(FolderError, match="chỉ cho đọc"):
            Store.create(open_folder / "b.db", small_plan(), who=WHO, at=AT)


def test_a_crash_on_a_read_only_folder_cannot_be_read_but_says_why(open_folder: Path) -> None:
    path = open_folder / "so.db"
    Store.create(path, small_plan(), who=WHO, at=AT).close()
    interrupted(path, open_folder / "mất điện.db")
    open_folder.chmod(0o555)
    with as_another_user(), pytest.raises(FolderError, match="chỉ cho đọc"):
        Store.open(open_folder / "mất điện.db", write=False)


def test_a_read_only_file_in_a_folder_that_can_be_written(open_folder: Path) -> None:
    path = open_folder / "so.db"
    Store.create(path, small_plan(), who=WHO, at=AT).close()
    path.chmod(0o444)
    for entry in (open_folder, open_folder / "so.db.lock"):
        entry.chmod(0o777)
    with as_another_user(), pytest.raises(FolderError, match="chỉ cho đọc"):
        Store.open(path)
