"""Errors of SQLite and of the disk as sentences: what happened to which store, and what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import AppError, FolderError, StoreBusy, StoreError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_DISK_WORDS = {
    errno.ENOENT: "không có thư mục hoặc tệp đó",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EINVAL: "tên có ký tự không dùng được",
    errno.EBUSY: "đang được chương trình khác dùng",
    errno.EISDIR: "đó là một thư mục",
    errno.EIO: "ổ đĩa báo lỗi",
}
_PRIMARY = 0xFF  # SQLite's extended codes keep the plain code in the lowest byte


@contextmanager
def speaking_database(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about a store into sentences; bugs pass through unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        spoken = database_fault(error, path)
        if spoken is None:
            raise
        raise spoken from error


@contextmanager
def speaking(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk report about a store or file into sentences."""
    try:
        with speaking_database(path):
            yield
    except OSError as error:
        raise disk_fault(error, path) from error


def database_fault(error: sqlite3.Error, path: Path) -> AppError | None:
    """Return the sentence for a fault of the file or the disk; None for an error of our own making."""
    match getattr(error, "sqlite_errorcode", 0) & _PRIMARY:
        case sqlite3.SQLITE_FULL:
            return FolderError(_full(path))
        case sqlite3.SQLITE_IOERR:
            return FolderError(
                f"Ổ đĩa báo lỗi khi đọc hoặc ghi “{path}” nên thay đổi vừa rồi chưa được ghi. "
                "Hãy kiểm tra chỗ trống và kết nối của ổ đĩa, rồi làm lại."
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return FolderError(_read_only(path))
        case sqlite3.SQLITE_CANTOPEN:
            return FolderError(
                f"Không mở được sổ “{path}”. Hãy kiểm tra tệp, quyền ghi vào thư mục chứa nó và ổ đĩa, rồi làm lại."
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreBusy(
                f"Một chương trình khác đang đọc hoặc ghi sổ “{path}” nên chưa ghi gì. Hãy chờ một lát rồi làm lại."
            )
        case sqlite3.SQLITE_CORRUPT:
            return StoreError(
                f"Sổ “{path}” bị hỏng. Hãy khôi phục từ bản sao lưu gần nhất trong thư mục sao lưu cạnh sổ."
            )
        case sqlite3.SQLITE_NOTADB:
            return not_a_store(path)
    return None


def disk_fault(error: OSError, path: Path) -> AppError:
    """Return the sentence for a file or folder that cannot be read or written."""
    if error.errno in _NO_ROOM:
        return FolderError(_full(path))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FolderError(_read_only(path))
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return FolderError(
            f"Không ghi được “{path}”: một phần đường dẫn là tệp, không phải thư mục. Hãy chọn nơi khác."
        )
    why = disk_words(error)
    return FolderError(f"Không đọc hoặc ghi được “{path}” ({why}). Hãy kiểm tra thư mục và ổ đĩa, rồi làm lại.")


def disk_words(error: OSError) -> str:
    """Return in a few words what the system reports, since its own are English."""
    return _DISK_WORDS.get(error.errno or 0, f"hệ thống báo lỗi số {error.errno}")


def not_a_store(path: Path) -> StoreError:
    """Say that a file is something else."""
    return StoreError(f"Tệp “{path}” không phải là sổ của Sổ 57. Hãy chọn đúng tệp sổ, hoặc lập sổ mới ở chỗ khác.")


def _full(path: Path) -> str:
    return f"Ổ đĩa chứa “{path}” đã đầy nên chưa ghi gì. Hãy dọn bớt chỗ trên ổ đĩa rồi làm lại."


def _read_only(path: Path) -> str:
    return (
        f"“{path}” hoặc thư mục chứa nó chỉ cho đọc nên chưa ghi gì. "
        "Hãy chọn thư mục ghi được, hoặc chép cả thư mục này sang nơi ghi được rồi làm lại ở đó."
    )
