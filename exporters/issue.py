"""Files out, safely: written beside their target and moved over it, so that no half file ever stands there."""

from __future__ import annotations

import errno
import gc
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from exporters.document import Document
from exporters.open_files import check_not_held
from exporters.taken_names import Existing, stem_for
from models.errors import AppError, FolderError
from models.store.faults import disk_words

FORMATS = ("docx", "pdf", "xlsx")
_USUAL = gc.get_threshold()
_SELDOM = 100_000  # objects made between two collections: what a writer makes stays until its file is whole
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file as it stands on the disk: its path, format and SHA-256."""

    path: Path
    format: str
    sha256: str


def write_files(
    document: Document, folder: Path, formats: Sequence[str] = FORMATS, *, existing: Existing = "replace"
) -> tuple[WrittenFile, ...]:
    """Write the document in each format into the folder; older files are replaced only when all new ones are whole.

    `existing` says what becomes of names that are taken: replaced, all formats numbered alike, or all refused.
    """
    _make_folder(folder)
    with told_of(folder):
        stem = stem_for(folder, document.stem, [f".{fmt}" for fmt in formats], existing)
        targets = [folder / f"{stem}.{fmt}" for fmt in formats]
        check_not_held(targets)
    with _collecting_seldom(), ExitStack() as stack:
        made = [(fmt, stack.enter_context(_Beside(target))) for fmt, target in zip(formats, targets, strict=True)]
        digests = [beside.fill(partial(_writer(fmt), document)) for fmt, beside in made]
        for _, beside in made:
            beside.move_over()
    return tuple(WrittenFile(beside.target, fmt, sha) for (fmt, beside), sha in zip(made, digests, strict=True))


def write_bytes(folder: Path, name: str, content: bytes, *, existing: Existing = "replace") -> Path:
    """Write one file whose content is whole already, as safely as a form; return its path."""
    _make_folder(folder)
    suffix = Path(name).suffix
    with told_of(folder):
        target = folder / f"{stem_for(folder, Path(name).stem, [suffix], existing)}{suffix}"
        check_not_held([target])
    with _Beside(target) as beside:
        beside.fill(lambda path: path.write_bytes(content))
        beside.move_over()
    return target


def write_copies(folder: Path, files: Mapping[str, bytes], *, existing: Existing = "number") -> Iterator[Path]:
    """Write whole files by their names, those of one stem numbered alike; yield each path as soon as it stands."""
    suffixes: dict[str, list[str]] = {}
    for name in files:
        suffixes.setdefault(Path(name).stem, []).append(Path(name).suffix)
    with told_of(folder):
        stems = {stem: stem_for(folder, stem, ends, existing) for stem, ends in suffixes.items()}
    for name, content in files.items():
        yield write_bytes(folder, f"{stems[Path(name).stem]}{Path(name).suffix}", content)


def check_formats(text: str) -> tuple[str, ...]:
    """Return the formats named in `docx,pdf`; an AppError names the first unknown one."""
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    unknown = [part for part in wanted if part not in FORMATS]
    if unknown or not wanted:
        raise AppError(f"Không có định dạng “{unknown[0] if unknown else text}”. Hãy chọn trong: {', '.join(FORMATS)}.")
    return wanted


class _Beside:
    """A file made beside its target; it is gone again unless it was moved over."""

    def __init__(self, target: Path) -> None:
        self.target = target
        with told_of(target):
            handle, name = tempfile.mkstemp(prefix=f".{target.stem}.", suffix=target.suffix, dir=target.parent)
            os.close(handle)
        self._path = Path(name)

    def fill(self, write: Callable[[Path], object]) -> str:
        """Let `write` write it, force it to the disk and return its SHA-256."""
        with told_of(self.target):
            write(self._path)
            self._path.chmod(0o666 & ~_umask())
            return _settle(self._path)

    def move_over(self) -> None:
        """Put it in the place of its target."""
        with told_of(self.target):
            self._path.replace(self.target)

    def __enter__(self) -> _Beside:
        return self

    def __exit__(self, *_: object) -> None:
        self._path.unlink(missing_ok=True)


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Let Python look for cyclic garbage seldom: there is hardly any, and each look takes longer than the last."""
    gc.set_threshold(_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*_USUAL)


@contextmanager
def told_of(target: Path) -> Iterator[None]:
    """Turn what the system says into a sentence about the target."""
    try:
        yield
    except OSError as error:
        raise FolderError(_why(error, target)) from error


def _writer(fmt: str) -> Callable[[Document, Path], None]:
    """Import only the writer that is asked for: each brings a large library along."""
    if fmt == "docx":
        from exporters.docx_writer import write_docx

        return write_docx
    if fmt == "pdf":
        from exporters.pdf_writer import write_pdf

        return write_pdf
    from exporters.xlsx_writer import write_xlsx

    return write_xlsx


def _make_folder(folder: Path) -> None:
    with told_of(folder):
        folder.mkdir(parents=True, exist_ok=True)


def _settle(path: Path) -> str:
    """Force the file to the disk and return its SHA-256."""
    with path.open("rb+") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        os.fsync(stream.fileno())
    return digest


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current


def _why(error: OSError, target: Path) -> str:
    """Say what could not be written, why, and what to do."""
    if error.errno in _NO_ROOM:
        return f"Không ghi được “{target}”: ổ đĩa đã đầy. Hãy xóa bớt tệp hoặc chọn ổ khác rồi làm lại."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"Không ghi được “{target}”: thư mục chỉ cho đọc, hoặc tệp đang mở trong chương trình khác. "
            "Hãy đóng tệp đó, ghi ra tên khác hoặc chọn thư mục khác rồi làm lại."
        )
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return f"Không ghi được vào “{target}”: đường dẫn này là một tệp, không phải thư mục. Hãy chọn thư mục khác."
    return f"Không ghi được “{target}” ({disk_words(error)}). Hãy kiểm tra thư mục và ổ đĩa rồi làm lại."
