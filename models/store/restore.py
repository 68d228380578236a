"""Restoring a backup: everything is verified first, the present store is kept as a backup, then replaced."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
import zlib
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from models.errors import BadFile, FolderError, StoreBusy, StoreError
from models.store import archive, backup, lock
from models.store.connection import connect, read_version, real_path
from models.store.faults import speaking
from models.store.safe_files import CHUNK, move_over, sha256_of, sync_folder
from models.store.soundness import database_faults

_MANIFEST_BYTES = 64 << 20
_SMALL = 64 << 20  # below this a high ratio is no danger
_RATIO = 100  # a store packs about 10 : 1, a bomb 1000 : 1
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of a backup as its manifest names it."""

    path: str
    sha256: str
    size: int


def restore(zip_path: Path, store_path: Path, at: datetime) -> Path | None:
    """Put a backup in the place of a store; returns the backup of the store that stood there, None if none did."""
    store_path = real_path(store_path)
    with speaking(store_path):
        store_path.parent.mkdir(parents=True, exist_ok=True)
        held = lock.hold(store_path)
        try:
            with tempfile.TemporaryDirectory(prefix=f".{store_path.name}.", dir=store_path.parent) as work:
                _unpack(zip_path, Path(work))
                kept = _keep_present(store_path, at)
                _put_in_place(Path(work), store_path)
        finally:
            held.release()
    return kept


def verify(zip_path: Path) -> None:
    """Prove that a backup could be restored, without restoring it."""
    with tempfile.TemporaryDirectory() as work:
        _unpack(zip_path, Path(work))


def _unpack(zip_path: Path, work: Path) -> None:
    """Unpack a backup with every name, size and hash verified, and the database proven sound."""
    if not zip_path.is_file():
        raise BadFile(f"Không có bản sao lưu nào ở “{zip_path}”. Hãy chọn tệp .zip trong thư mục sao lưu.")
    try:
        with zipfile.ZipFile(zip_path) as zipped:
            entries = _entries(zip_path, zipped)
            _check_room(zip_path, entries, work)
            for entry in entries:
                _unpack_one(zip_path, zipped, entry, work)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _bad(zip_path, "tệp zip bị hỏng") from error
    _check_database(zip_path, work / backup.DATABASE)


def _entries(zip_path: Path, zipped: zipfile.ZipFile) -> list[_Entry]:
    """Return the files of the manifest; the zip must hold exactly these and no other name."""
    infos = zipped.infolist()
    names = [info.filename for info in infos]
    if backup.MANIFEST not in names:
        raise _bad(zip_path, "không có tệp manifest.json")
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise _bad(zip_path, "tệp zip có mật khẩu")
    entries = _read_manifest(zip_path, zipped)
    if sorted(names) != sorted([backup.MANIFEST, *(entry.path for entry in entries)]):
        raise _bad(zip_path, "các tệp bên trong không đúng với danh sách của nó")
    sizes = {info.filename: info.file_size for info in infos}
    if any(sizes[entry.path] != entry.size for entry in entries):
        raise _bad(zip_path, "kích thước tệp bên trong không đúng")
    return entries


def _read_manifest(zip_path: Path, zipped: zipfile.ZipFile) -> list[_Entry]:
    if zipped.getinfo(backup.MANIFEST).file_size > _MANIFEST_BYTES:
        raise _bad(zip_path, "manifest.json quá lớn")
    try:
        data: Any = json.loads(zipped.read(backup.MANIFEST))
        if data["format"] != backup.FORMAT:
            raise _bad(zip_path, "không phải bản sao lưu của Sổ 57")
        if data["version"] != backup.VERSION:
            raise _bad(zip_path, "được làm bằng bản Sổ 57 mới hơn; hãy cài bản mới rồi khôi phục")
        entries = [_Entry(str(item["path"]), str(item["sha256"]), int(item["size"])) for item in data["files"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _bad(zip_path, "manifest.json không đọc được") from error
    if not all(_is_expected(entry) for entry in entries) or backup.DATABASE not in {entry.path for entry in entries}:
        raise _bad(zip_path, "có tên tệp lạ bên trong")
    return entries


def _is_expected(entry: _Entry) -> bool:
    """Allow the database and files under their own hash, nothing else: no .., no absolute path, no link."""
    own_place = f"{backup.FILES}/{entry.sha256[:2]}/{entry.sha256}"
    named = entry.path == backup.DATABASE or entry.path == own_place
    return named and bool(archive.SHA256.fullmatch(entry.sha256)) and entry.size >= 0


def _check_room(zip_path: Path, entries: list[_Entry], work: Path) -> None:
    total = sum(entry.size for entry in entries)
    if total > shutil.disk_usage(work).free:
        raise FolderError(f"Ổ đĩa không đủ chỗ để khôi phục “{zip_path}”. Hãy dọn bớt chỗ rồi làm lại.")
    if total > _SMALL and total > _RATIO * zip_path.stat().st_size:
        raise _bad(zip_path, "nội dung bung ra lớn bất thường")


def _unpack_one(zip_path: Path, zipped: zipfile.ZipFile, entry: _Entry, work: Path) -> None:
    target = work / entry.path
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipped.open(entry.path) as stream, target.open("wb") as out:
        shutil.copyfileobj(stream, out, CHUNK)  # zipfile stops at the declared size, which was checked
    if sha256_of(target) != entry.sha256:
        raise _bad(zip_path, f"tệp {entry.path} bên trong đã bị thay đổi")


def _check_database(zip_path: Path, database: Path) -> None:
    if faults := database_faults(database):
        raise _bad(zip_path, f"sổ bên trong bị hỏng: {faults[0]}")
    with closing(connect(database, "ro")) as connection:
        read_version(zip_path, connection)


def _keep_present(store_path: Path, at: datetime) -> Path | None:
    """Keep the store that stands there: as a checked backup, or, where it is damaged, the file as it is."""
    if not store_path.exists():
        return None
    folder = backup.backups_folder(store_path)
    try:
        return backup.backup(store_path, folder, at, backup.Reason.RESTORE)
    except StoreBusy:
        raise
    except StoreError:
        return _set_aside(store_path, folder, at)


def _set_aside(store_path: Path, folder: Path, at: datetime) -> Path:
    """Copy a damaged store and its journal away, for whoever may still save something from it."""
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / f"{store_path.stem}_{at:%Y-%m-%d_%H%M%S}_hong{store_path.suffix}"
    shutil.copyfile(store_path, aside)
    journal = store_path.with_name(f"{store_path.name}-journal")
    if journal.exists():
        shutil.copyfile(journal, aside.with_name(f"{aside.name}-journal"))
    return aside


def _put_in_place(work: Path, store_path: Path) -> None:
    """Move the kept files, then the database; a journal of the old database must not be played into the new one."""
    files = archive.files_folder(store_path)
    for sha256 in archive.hashes(work / backup.FILES):
        target = archive.place(files, sha256)
        if not target.is_file() or sha256_of(target) != sha256:
            target.parent.mkdir(parents=True, exist_ok=True)
            move_over(archive.place(work / backup.FILES, sha256), target)
    store_path.with_name(f"{store_path.name}-journal").unlink(missing_ok=True)
    move_over(work / backup.DATABASE, store_path)
    sync_folder(store_path.parent)


def _bad(zip_path: Path, why: str) -> BadFile:
    return BadFile(f"Không khôi phục được từ “{zip_path}”: {why}. Sổ hiện có vẫn nguyên; hãy chọn bản sao lưu khác.")
