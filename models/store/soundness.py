"""Whether a store is sound: the database by SQLite's own checks, its triggers, and every kept file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from models.store import report_rows, schema
from models.store.archive import FileState
from models.store.connection import Store, connect

_SHOWN = 20
_FILE_FAULTS = {
    FileState.MISSING: "không còn trong thư mục lưu cạnh sổ",
    FileState.CHANGED: "đã bị thay đổi, không còn là bản đã gửi",
}


def check(store: Store) -> list[str]:
    """Return what is wrong with a store, one sentence each; empty when it is sound."""
    faults = [
        f"Tệp sổ có chỗ hỏng: {fault}. Hãy khôi phục từ bản sao lưu gần nhất." for fault in faults_of(store.connection)
    ]
    return [*faults, *_trigger_faults(store), *_file_faults(store)]


def database_faults(path: Path) -> list[str]:
    """Return what SQLite's own checks report about a database file; empty when it is sound."""
    with closing(connect(path, "ro")) as connection:
        return faults_of(connection)


def faults_of(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite's own checks report about an open database."""
    try:
        found = [text for (text,) in connection.execute(f"PRAGMA integrity_check({_SHOWN})") if text != "ok"]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return found + [f"dòng {row} của bảng {table} trỏ đến dòng không có" for table, row, *_ in broken[:_SHOWN]]


def _trigger_faults(store: Store) -> list[str]:
    if schema.present_triggers(store.connection) == schema.expected_triggers(store.connection):
        return []
    return ["Phần tự ghi lịch sử của sổ không còn nguyên vẹn. Hãy khôi phục từ bản sao lưu gần nhất."]


def _file_faults(store: Store) -> list[str]:
    states = ((file, report_rows.file_state(store, file)) for file in report_rows.kept_files(store))
    return [
        f"Tệp đã phát hành “{file.name}” {_FILE_FAULTS[state]}. Hãy khôi phục từ một bản sao lưu có tệp này."
        for file, state in states
        if state is not FileState.UNCHANGED
    ]
