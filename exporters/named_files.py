"""Files that are passed on as they are: those of an issued report out of the archive, or those of a draft made now."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from exporters.document import Document
from exporters.issue import write_files
from models.errors import NotFound
from models.store import archive
from models.store.connection import Store
from models.store.report_rows import Issue


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A whole file under the ASCII name that it is passed on with."""

    name: str
    format: str
    content: bytes = field(repr=False)


def issued_files(store: Store, issue: Issue, formats: Sequence[str]) -> tuple[NamedFile, ...]:
    """Return the files of an issued report in these formats exactly as they were kept; changed ones are refused."""
    folder = archive.files_folder(store.path)
    kept = {file.format: file for file in issue.files}
    missing = next((fmt for fmt in formats if fmt not in kept), None)
    if missing is not None:
        known = ", ".join(kept)
        raise NotFound(f"Báo cáo số {issue.number} không có tệp {missing} được giữ. Các dạng đang giữ: {known}.")
    return tuple(NamedFile(kept[fmt].name, fmt, archive.read(folder, kept[fmt].kept)) for fmt in formats)


def files_of(document: Document, formats: Sequence[str]) -> tuple[NamedFile, ...]:
    """Return a document's files in these formats as they would be written now."""
    with tempfile.TemporaryDirectory() as folder:
        written = write_files(document, Path(folder), formats)
        return tuple(NamedFile(file.path.name, file.format, file.path.read_bytes()) for file in written)
