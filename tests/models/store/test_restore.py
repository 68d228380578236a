"""Restoring verifies first, and keeps what stood there."""

import hashlib
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from models.errors import AppError, BadFile, FolderError, StoreBusy
from models.store import archive, backup, connection, report_rows, restore
from models.store.archive import FileState
from models.store.connection import Store
from models.store.soundness import check
from tests.models.store.samples import AT, LATER, PERIOD, WHO, issue, october, record, values

Rewrite = Callable[[dict[str, bytes], dict[str, Any]], None]


def rewritten(zip_path: Path, change: Rewrite, **options: Any) -> Path:
    """Return a copy of a backup with some parts changed."""
    with zipfile.ZipFile(zip_path) as zipped:
        parts = {name: zipped.read(name) for name in zipped.namelist()}
    manifest = json.loads(parts.pop(backup.MANIFEST))
    change(parts, manifest)
    target = zip_path.with_name("xấu.zip")
    with zipfile.ZipFile(target, "w", **options) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
        if manifest:
            zipped.writestr(backup.MANIFEST, json.dumps(manifest))
    return target


def test_restore_brings_back_what_was_and_keeps_what_is(path: Path) -> None:
    with Store.open(path) as store:
        record(store, october("84.90"))
        issue(store)
        saved = backup.on_request(store, AT)
        with store.change("Mở lại", who=WHO, at=AT, why="sửa") as change:
            report_rows.reopen_period(change, PERIOD)
        record(store, october("85"))
    shutil.rmtree(archive.files_folder(path))
    kept = restore.restore(saved, path, LATER)
    with Store.open(path) as store:
        assert values(store) == ["84.90"]
        assert check(store) == []
        assert report_rows.file_state(store, report_rows.issues(store)[0].files[0]) is FileState.UNCHANGED
    assert kept is not None
    assert kept.name.endswith("_truoc-khoi-phuc.zip")
    restore.restore(kept, path, LATER + timedelta(minutes=1))
    with Store.open(path) as store:
        assert values(store) == ["85"]


def test_restore_leaves_whole_files_alone(path: Path) -> None:
    with Store.open(path) as store:
        issue(store)
        saved = backup.on_request(store, AT)
    folder = archive.files_folder(path)
    (sha256,) = archive.hashes(folder)
    before = archive.place(folder, sha256).stat()
    restore.restore(saved, path, LATER)
    assert archive.place(folder, sha256).stat().st_ino == before.st_ino


def test_restore_where_no_store_stands(store: Store, tmp_path: Path) -> None:
    saved = backup.on_request(store, AT)
    elsewhere = tmp_path / "máy mới" / "so.db"
    assert restore.restore(saved, elsewhere, AT) is None
    with Store.open(elsewhere) as other:
        assert check(other) == []
    assert [entry.name for entry in elsewhere.parent.iterdir() if entry.is_dir()] == []


@pytest.mark.parametrize("with_journal", [True, False])
def test_restore_over_a_damaged_store_sets_it_aside(path: Path, with_journal: bool) -> None:
    with Store.open(path) as store:
        saved = backup.on_request(store, AT)
    path.write_bytes("hỏng hoàn toàn".encode())
    journal = path.with_name(f"{path.name}-journal")
    journal.unlink()
    if with_journal:
        journal.write_bytes(b"\x00" * 512)
    kept = restore.restore(saved, path, LATER)
    assert kept is not None
    assert kept.read_bytes() == "hỏng hoàn toàn".encode()
    assert kept.with_name(f"{kept.name}-journal").exists() == with_journal
    with Store.open(path) as store:
        assert check(store) == []


def test_restore_while_the_store_is_open_is_refused(store: Store, path: Path) -> None:
    saved = backup.on_request(store, AT)
    with pytest.raises(StoreBusy):
        restore.restore(saved, path, LATER)


def _put(name: str) -> Rewrite:
    def change(parts: dict[str, bytes], manifest: dict[str, Any]) -> None:
        parts[name] = b"x"
        manifest["files"].append({"path": name, "sha256": hashlib.sha256(b"x").hexdigest(), "size": 1})

    return change


def _swap(parts: dict[str, bytes], manifest: dict[str, Any]) -> None:
    parts[backup.DATABASE] = parts[backup.DATABASE][:-1] + b"!"


def _foreign(parts: dict[str, bytes], manifest: dict[str, Any]) -> None:
    parts[backup.DATABASE] = b"no database" * 100
    digest = hashlib.sha256(parts[backup.DATABASE]).hexdigest()
    manifest["files"] = [{"path": backup.DATABASE, "sha256": digest, "size": 1100}]


HOSTILE: dict[str, tuple[Rewrite, str]] = {
    "up": (_put("../../ra-ngoai"), "tên tệp lạ"),
    "absolute": (_put("/etc/passwd"), "tên tệp lạ"),
    "drive": (_put("C:\\so.db"), "tên tệp lạ"),
    "wrong hash name": (_put(f"files/aa/{'a' * 64}"), "tên tệp lạ"),
    "unlisted": (lambda parts, manifest: parts.update(them=b"x"), "không đúng với danh sách"),
    "lacking": (lambda parts, manifest: parts.clear(), "không đúng với danh sách"),
    "no manifest": (lambda parts, manifest: manifest.clear(), "manifest.json"),
    "no database named": (lambda parts, manifest: manifest.update(files=[]), "tên tệp lạ"),
    "not ours": (lambda parts, manifest: manifest.update(format="zip"), "không phải bản sao lưu"),
    "newer": (lambda parts, manifest: manifest.update(version=2), "bản Sổ 57 mới hơn"),
    "nonsense": (lambda parts, manifest: manifest.update(files=3), "không đọc được"),
    "size": (lambda parts, manifest: manifest["files"][0].update(size=5), "kích thước"),
    "content": (_swap, "đã bị thay đổi"),
    "no store inside": (_foreign, "bị hỏng"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_backup_that_was_tampered_with_is_refused(path: Path, kind: str) -> None:
    change, sentence = HOSTILE[kind]
    with Store.open(path) as store:
        record(store, october("84.90"))
        bad = rewritten(backup.on_request(store, AT), change)
    with pytest.raises(BadFile, match=sentence):
        restore.restore(bad, path, LATER)
    with Store.open(path) as store:
        assert values(store) == ["84.90"]
    assert not list(path.parent.glob("**/ra-ngoai"))


def patched(zip_path: Path, name: str, **fields: int) -> Path:
    """Return a copy of a backup whose directory claims something else about one part."""
    target = zip_path.with_name("sửa.zip")
    shutil.copyfile(zip_path, target)
    with zipfile.ZipFile(target, "a") as zipped:
        for field, value in fields.items():
            setattr(zipped.getinfo(name), field, value)
        zipped.writestr("thêm", b"")
    return target


def test_a_zip_with_a_password_or_a_huge_manifest_is_refused(store: Store) -> None:
    saved = backup.on_request(store, AT)
    with pytest.raises(BadFile, match="mật khẩu"):
        restore.verify(patched(saved, backup.DATABASE, flag_bits=1))
    with pytest.raises(BadFile, match="quá lớn"):
        restore.verify(patched(saved, backup.MANIFEST, file_size=1 << 30))


def test_a_backup_larger_than_the_disk_is_refused(store: Store) -> None:
    size = 1 << 50

    def claim(parts: dict[str, bytes], manifest: dict[str, Any]) -> None:
        manifest["files"][0]["size"] = size
        parts["thêm"] = b""

    bad = rewritten(backup.on_request(store, AT), claim)
    with zipfile.ZipFile(bad, "a") as zipped:
        zipped.getinfo(backup.DATABASE).file_size = size
        del zipped.NameToInfo["thêm"]
        zipped.filelist.pop([info.filename for info in zipped.filelist].index("thêm"))
        zipped.comment = b"x"
    with pytest.raises(FolderError, match="không đủ chỗ"):
        restore.verify(bad)


def test_restore_waits_for_no_foreign_program(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    with Store.open(path) as store:
        saved = backup.on_request(store, AT)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreBusy):
        restore.restore(saved, path, LATER)
    other.close()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(path: Path) -> None:
    size = 80 << 20

    def bomb(parts: dict[str, bytes], manifest: dict[str, Any]) -> None:
        parts[backup.DATABASE] = bytes(size)
        manifest["files"] = [{"path": backup.DATABASE, "sha256": "0" * 64, "size": size}]

    with Store.open(path) as store:
        bad = rewritten(backup.on_request(store, AT), bomb, compression=zipfile.ZIP_DEFLATED)
    with pytest.raises(BadFile, match="lớn bất thường"):
        restore.restore(bad, path, LATER)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"no zip at all"])
def test_what_is_no_zip_is_refused(path: Path, tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "sao lưu.zip"
    bad.write_bytes(content)
    with pytest.raises(BadFile, match="tệp zip bị hỏng"):
        restore.restore(bad, path, AT)
    with pytest.raises(BadFile, match="Không có bản sao lưu nào"):
        restore.verify(tmp_path / "không có.zip")


def test_a_backup_cut_off_anywhere_is_refused(store: Store, tmp_path: Path) -> None:
    whole = backup.on_request(store, AT).read_bytes()
    restore.verify(backup.on_request(store, AT))
    for part in range(1, 8):
        cut = tmp_path / f"{part}.zip"
        cut.write_bytes(whole[: len(whole) * part // 8])
        with pytest.raises(AppError):
            restore.verify(cut)
