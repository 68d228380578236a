"""One writer at a time: an operating-system lock on a file beside the store, let go when its program dies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import StoreBusy

if TYPE_CHECKING:
    from filelock import BaseFileLock


def lock_path(store_path: Path) -> Path:
    """Return the lock file of a store; the live database itself is never opened by hand."""
    return store_path.with_name(store_path.name + ".lock")


def hold(store_path: Path) -> BaseFileLock:
    """Take the writer's lock at once, or say who has to let go."""
    from filelock import FileLock, Timeout  # only writers need it, and it is slow to import

    lock = FileLock(lock_path(store_path), thread_local=False)
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise StoreBusy(
            f"Sổ “{store_path}” đang mở trong một cửa sổ hoặc lệnh Sổ 57 khác. "
            "Hãy đóng cửa sổ đó (hoặc chờ lệnh đó xong) rồi làm lại."
        ) from error
    return lock
