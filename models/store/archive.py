"""Files kept beside the store under their SHA-256: kept once, verified whenever they are read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from models.errors import BadFile, NotFound
from models.store.faults import speaking
from models.store.safe_files import beside, sha256_of

SHA256 = re.compile(r"[0-9a-f]{64}")


class FileState(StrEnum):
    """Whether a kept file is still what it was when it was kept."""

    UNCHANGED = "unchanged"
    MISSING = "missing"
    CHANGED = "changed"


FILE_STATE_WORDS = {
    FileState.UNCHANGED: "Bản đã gửi, chưa thay đổi",
    FileState.MISSING: "Không còn bản đã gửi trong sổ",
    FileState.CHANGED: "Bản lưu đã bị thay đổi, không còn là bản đã gửi",
}


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in the archive: its name there and its size in bytes."""

    sha256: str
    size: int


def files_folder(store_path: Path) -> Path:
    """Return the folder of a store's archive."""
    return store_path.with_name(f"{store_path.stem}.files")


def place(folder: Path, sha256: str) -> Path:
    """Return where the file of that hash lies."""
    return folder / sha256[:2] / sha256


def keep(folder: Path, content: Path | bytes) -> KeptFile:
    """Keep the exact bytes; a file that is there already and whole is not written again."""
    with speaking(folder):
        data = content if isinstance(content, bytes) else content.read_bytes()
        kept = KeptFile(hashlib.sha256(data).hexdigest(), len(data))
        if state(folder, kept) is not FileState.UNCHANGED:
            with beside(place(folder, kept.sha256)) as new:
                new.write_bytes(data)
    return kept


def state(folder: Path, kept: KeptFile) -> FileState:
    """Compare a kept file with its hash."""
    path = place(folder, kept.sha256)
    if not path.is_file():
        return FileState.MISSING
    whole = path.stat().st_size == kept.size and sha256_of(path) == kept.sha256
    return FileState.UNCHANGED if whole else FileState.CHANGED


def read(folder: Path, kept: KeptFile) -> bytes:
    """Return a kept file's bytes, or say that they are no longer the ones that were kept."""
    path = place(folder, kept.sha256)
    with speaking(path):
        if not path.is_file():
            raise NotFound(f"Không còn tệp đã lưu ở “{path}”. Hãy khôi phục từ một bản sao lưu.")
        data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != kept.sha256:
        raise BadFile(f"Tệp đã lưu ở “{path}” đã bị thay đổi. Hãy khôi phục từ một bản sao lưu.")
    return data


def copy_out(folder: Path, kept: KeptFile, target: Path) -> None:
    """Write a verified copy of a kept file under its own name, to be opened or sent again."""
    data = read(folder, kept)
    with speaking(target), beside(target) as new:
        new.write_bytes(data)


def hashes(folder: Path) -> Iterator[str]:
    """Yield the hashes of all files in the archive, in order; anything else in the folder is left alone."""
    for path in sorted(folder.glob("[0-9a-f][0-9a-f]/*")):
        if SHA256.fullmatch(path.name) and path.parent.name == path.name[:2] and path.is_file():
            yield path.name
