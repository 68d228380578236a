"""Everything of a period in one folder or one zip: written beside its place and moved there when it is whole."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from exporters.document import Document
from exporters.issue import FORMATS, told_of, write_bytes, write_files
from exporters.named_files import NamedFile
from exporters.office_package import OfficeZip
from exporters.taken_names import stem_for
from models.errors import AppError
from models.store.safe_files import move_over, sync_folder
from models.text import fold

Job = tuple[str, "Document | NamedFile"]
"""The folder in the set (empty: at its top), and what is written there: a form, or a file as it is."""
Progress = Callable[[int, int, str], None]
"""Told before each step: how many are done, how many there are, what is written now."""
PACKING = "đóng gói tệp nén"


class SetCancelled(AppError):
    """The officer stopped the writing of a set; nothing of it was left."""


@dataclass(frozen=True, slots=True)
class WrittenSet:
    """A set as it stands on the disk: the folder or zip, and its files by their path within it."""

    path: Path
    files: tuple[str, ...]


def write_set(
    jobs: Sequence[Job],
    target: Path,
    *,
    formats: Sequence[str] = FORMATS,
    as_zip: bool = False,
    existing: Literal["number", "refuse"] = "refuse",
    progress: Progress = lambda done, total, words: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> WrittenSet:
    """Write all jobs into the folder `target`, or the zip of that name; a set that is there is never overwritten."""
    suffix = ".zip" if as_zip else ""
    with told_of(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        place = target.parent / (stem_for(target.parent, target.name, [suffix], existing) + suffix)
        with _folder_beside(place) as work:
            made = work / place.stem
            made.mkdir()
            steps = _steps(jobs, formats, made)
            _carry_out(steps, len(steps) + as_zip, progress, cancelled)
            files = tuple(path.relative_to(made).as_posix() for path in sorted(made.rglob("*")) if path.is_file())
            if as_zip:
                progress(len(steps), len(steps) + 1, PACKING)
                made = _packed(made, files, work / place.name)
            _check(cancelled)
            _move(made, place)
    progress(len(steps) + as_zip, len(steps) + as_zip, str(place))
    return WrittenSet(place, files)


def ascii_name(text: str) -> str:
    """Return a name as a part of a file's name: no diacritics, hyphens for all else."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:60].rstrip("-")


@dataclass(frozen=True, slots=True)
class _Step:
    """One file to be written."""

    words: str
    write: Callable[[], object]


def _steps(jobs: Sequence[Job], formats: Sequence[str], made: Path) -> list[_Step]:
    return [step for name, content in jobs for step in _steps_of(made / ascii_name(name), content, formats)]


def _steps_of(folder: Path, content: Document | NamedFile, formats: Sequence[str]) -> Iterator[_Step]:
    """Yield the files of one job; two of one name are numbered, none is lost."""
    if isinstance(content, NamedFile):
        yield _Step(content.name, partial(write_bytes, folder, content.name, content.content, existing="number"))
        return
    for fmt in formats:
        yield _Step(f"{content.stem}.{fmt}", partial(write_files, content, folder, (fmt,), existing="number"))


def _carry_out(steps: Sequence[_Step], total: int, progress: Progress, cancelled: Callable[[], bool]) -> None:
    for done, step in enumerate(steps):
        _check(cancelled)
        progress(done, total, step.words)
        step.write()


def _check(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise SetCancelled("Đã dừng theo yêu cầu; không có tệp nào của bộ hồ sơ được ghi.")


def _packed(folder: Path, files: Sequence[str], target: Path) -> Path:
    """Write the files into a zip whose bytes depend on nothing but them."""
    with OfficeZip(target) as package:
        for name in files:
            package.write(folder / name, name)
    return target


def _move(made: Path, place: Path) -> None:
    if made.is_file():
        move_over(made, place)
    else:
        made.rename(place)
        sync_folder(place.parent)


@contextmanager
def _folder_beside(place: Path) -> Iterator[Path]:
    """Give a folder beside the place, where a move is one step; it is gone afterwards, whatever happens."""
    work = Path(tempfile.mkdtemp(prefix=f".{place.stem}.", dir=place.parent))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
