"""Files written so that a crash leaves either the old one or the whole new one."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

CHUNK = 1 << 20


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a new file beside `target` to be written, then flush it and move it over; on any error remove it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    new.touch(exist_ok=False)  # with the rights of any new file, unlike tempfile's private ones
    try:
        yield new
        move_over(new, target)
    finally:
        new.unlink(missing_ok=True)


def move_over(new: Path, target: Path) -> None:
    """Flush a finished file to the disk and put it in the place of `target` in one step."""
    with new.open("rb+") as stream:
        os.fsync(stream.fileno())
    new.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Flush a folder's entries to the disk; Windows refuses to open folders and does it by itself."""
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
