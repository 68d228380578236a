"""Checked backups: one zip with a verified copy of the database, the kept files and a manifest of their hashes."""

from __future__ import annotations

import errno
import json
import re
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from contextlib import closing, suppress
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from models.errors import StoreError
from models.store import archive
from models.store.connection import Store, connect, connect_to_read
from models.store.faults import speaking
from models.store.safe_files import CHUNK, beside, sha256_of
from models.store.soundness import database_faults

FORMAT = "so57-backup"
VERSION = 1
DATABASE = "store.db"
FILES = "files"
HASHES = {"issue_file": "sha256", "evidence": "sha256", "collection_form": "received_sha256"}
"""Where the store names files that are kept beside it."""
MANIFEST = "manifest.json"
KEPT = 10
KEPT_DAYS = 30
_MOMENT = "%Y-%m-%d_%H%M%S"
_UNFINISHED = ".tmp"


class Reason(StrEnum):
    """Why a backup was made; it is part of the file's name."""

    CLOSING = "ket-thuc"
    MIGRATION = "truoc-nang-cap"
    IMPORT = "truoc-nhap"
    REOPENING = "truoc-mo-lai"
    RESTORE = "truoc-khoi-phuc"
    REQUEST = "theo-yeu-cau"


ROUTINE = (Reason.CLOSING, Reason.IMPORT)
"""Backups that every working day makes; the others are made for a reason of their own and stay."""


def backups_folder(store_path: Path) -> Path:
    """Return the folder of a store's backups."""
    return store_path.with_name(f"{store_path.stem}.backups")


def at_closing(store: Store, at: datetime) -> Path | None:
    """Back up a store that was changed since it was opened; call it before closing."""
    return _make(store.path, at, Reason.CLOSING) if store.changes_made else None


def before_import(store: Store, at: datetime) -> Path:
    """Back up before figures of a file, a form or a package are recorded."""
    return _make(store.path, at, Reason.IMPORT)


def before_reopening(store: Store, at: datetime) -> Path:
    """Back up before a locked period is reopened."""
    return _make(store.path, at, Reason.REOPENING)


def on_request(store: Store, at: datetime, folder: Path | None = None) -> Path:
    """Back up when the officer asks for it, also into a folder of their own (a USB stick)."""
    return backup(store.path, folder or backups_folder(store.path), at, Reason.REQUEST)


def before_migration(store_path: Path) -> Path:
    """Back up an older store before its schema changes, dated by the last change it holds."""
    return _make(store_path, _last_moment(store_path), Reason.MIGRATION)


def _make(store_path: Path, at: datetime, reason: Reason) -> Path:
    return backup(store_path, backups_folder(store_path), at, reason)


def backup(store_path: Path, folder: Path, at: datetime, reason: Reason) -> Path:
    """Make one checked backup in `folder` and let the oldest ones go; returns the new file."""
    target = folder / f"{store_path.stem}_{at.strftime(_MOMENT)}_{reason}.zip"
    if reason is not Reason.REQUEST:
        _sweep(folder, store_path.stem)
    with speaking(target), beside(target) as new, _work_folder(target) as work:
        database = Path(work) / DATABASE
        _copy_database(store_path, database)
        manifest = _write_zip(new, database, archive.files_folder(store_path), at, reason)
    if manifest["complete"] and folder == backups_folder(store_path):
        _let_old_ones_go(folder, store_path.stem, target)
    return target


def _work_folder(target: Path) -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix=f".{target.name}.", suffix=_UNFINISHED, dir=target.parent)


def _sweep(folder: Path, stem: str) -> None:
    """Remove what a killed program left of its backups; whoever calls holds the store's lock, so none is under way.

    Backups on request are made without the lock, so what may be one of them is left alone.
    """
    for left in folder.glob(f".*{_UNFINISHED}"):
        if left.name.startswith(f".{stem}_") and f"_{Reason.REQUEST}." not in left.name:
            with suppress(OSError):
                shutil.rmtree(left) if left.is_dir() else left.unlink()


def _copy_database(store_path: Path, copy: Path) -> None:
    """Copy a live database with SQLite's own backup and prove the copy sound; never touches the file by hand."""
    source, _ = connect_to_read(store_path)
    with closing(source), closing(sqlite3.connect(copy)) as target:
        target.execute("PRAGMA journal_mode = OFF")
        source.backup(target)
    faults = database_faults(copy)
    if faults:
        raise StoreError(
            f"Sổ “{store_path}” có chỗ hỏng nên bản sao lưu mới không được giữ ({faults[0]}). "
            "Hãy khôi phục từ một bản sao lưu cũ hơn."
        )


def _write_zip(new: Path, database: Path, files: Path, at: datetime, reason: Reason) -> dict[str, Any]:
    """Write database, files that still match their hash, and the manifest; return the manifest."""
    referenced = _referenced(database)
    entries = [_entry(DATABASE, database)]
    stamp = at.timetuple()[:6]
    with zipfile.ZipFile(new, "w") as zipped:
        _add(zipped, database, DATABASE, stamp, zipfile.ZIP_DEFLATED)
        for sha256 in archive.hashes(files):
            entry = _entry(f"{FILES}/{sha256[:2]}/{sha256}", archive.place(files, sha256))
            if entry["sha256"] == sha256:  # a damaged file must not push older, whole copies out
                _add(zipped, archive.place(files, sha256), entry["path"], stamp, zipfile.ZIP_STORED)
                entries.append(entry)
        complete = referenced <= {entry["sha256"] for entry in entries}
        manifest = _manifest(database, entries, at, reason, complete)
        zipped.writestr(zipfile.ZipInfo(MANIFEST, stamp), json.dumps(manifest, ensure_ascii=False, indent=1))
    prove_readable(new)
    return manifest


def prove_readable(zip_path: Path) -> None:
    """Read a zip that was just written once more; a failing disk or stick shows here, not on the day of need."""
    with zipfile.ZipFile(zip_path) as written:
        try:
            bad = written.testzip()
        except zlib.error:
            bad = zip_path.name
    if bad is not None:
        raise OSError(errno.EIO, f"{bad} không đọc lại được")


def _add(zipped: zipfile.ZipFile, source: Path, name: str, stamp: Any, compression: int) -> None:
    info = zipfile.ZipInfo(name, stamp)
    info.compress_type = compression
    info.file_size = source.stat().st_size
    with source.open("rb") as stream, zipped.open(info, "w") as target:
        shutil.copyfileobj(stream, target, CHUNK)


def _entry(name: str, path: Path) -> dict[str, Any]:
    return {"path": name, "sha256": sha256_of(path), "size": path.stat().st_size}


def _manifest(
    database: Path, entries: list[dict[str, Any]], at: datetime, reason: Reason, complete: bool
) -> dict[str, Any]:
    with closing(connect(database, "ro")) as connection:
        ((schema,),) = connection.execute("PRAGMA user_version").fetchall()
    return {
        "format": FORMAT,
        "version": VERSION,
        "schema": schema,
        "at": at.isoformat(timespec="seconds"),
        "reason": str(reason),
        "complete": complete,
        "files": entries,
    }


def _referenced(database: Path) -> set[str]:
    """Return the hashes of all files that the store speaks of."""
    with closing(connect(database, "ro")) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        named = [f"SELECT {column} FROM {table}" for table, column in HASHES.items() if table in tables]
        return {sha256 for (sha256,) in connection.execute(" UNION ".join(named)) if sha256 is not None}


def _last_moment(store_path: Path) -> datetime:
    with closing(connect(store_path, "ro")) as connection:
        ((at,),) = connection.execute("SELECT max(at) FROM change_set").fetchall()
    return datetime.fromisoformat(at) if at else datetime.fromtimestamp(store_path.stat().st_mtime)


def backups(folder: Path, stem: str) -> list[Path]:
    """Return a store's backups, oldest first."""
    name = re.compile(rf"{re.escape(stem)}_\d{{4}}-\d\d-\d\d_\d{{6}}_({'|'.join(Reason)})\.zip")
    return sorted(path for path in folder.glob("*.zip") if name.fullmatch(path.name))


def _let_old_ones_go(folder: Path, stem: str, newest: Path) -> None:
    """Keep the last ten routine ones and the last of each day before; those asked for or made before a restore stay.

    Only called when the newest is proven whole, so the only good one never goes.
    """
    routine = [path for path in backups(folder, stem) if path != newest and _reason(path) in ROUTINE]
    recent = routine[max(0, len(routine) - (KEPT - 1)) :]
    last_of_day = {_day(path): path for path in [*routine, newest]}
    kept_days = sorted(last_of_day)[-KEPT_DAYS:]
    kept = {*recent, *(last_of_day[day] for day in kept_days)}
    for path in routine:
        if path not in kept:
            path.unlink(missing_ok=True)


def _reason(path: Path) -> str:
    return path.stem.rpartition("_")[2]


def _day(path: Path) -> str:
    return path.stem.split("_")[-3]
