"""What the evidence list asks of other threads: files kept and drawn beside the lane, rows read and written on it."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

if TYPE_CHECKING:
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.evidence import Added, LaidBy
    from models.evidence_files import Evidence

Laid = tuple[tuple["LaidBy", ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A file drawn in place: its picture (none where it cannot be drawn here), page and how many there are."""

    image: QImage | None
    page: int = 0
    pages: int = 1


def lay_by(files: Path, paths: Sequence[Path], picture: QImage | None, on: date) -> Laid:
    """Keep files, and a picture from the clipboard as PNG."""
    from models.evidence import Pasted, lay_by
    from models.evidence_files import pasted_name

    sources: list[Path | Pasted] = list(paths)
    if picture is not None:
        sources.append(Pasted(pasted_name(on), _png(picture)))
    return lay_by(files, sources)


def _png(picture: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes
    buffer.close()
    return bytes(data.data())


def read(row_key: str, period: ReportingPeriod, desk: Desk) -> tuple[Evidence, ...]:
    """Read the evidence of a row that serves a period."""
    from models.evidence import of_row

    return of_row(desk, row_key, period)


def add(row_key: str, period: ReportingPeriod, laid: Sequence[LaidBy], desk: Desk, who: str, at: datetime) -> Added:
    """Add kept files to a row's period."""
    from models.evidence import add

    return add(desk, period, row_key, laid, who=who, at=at)


def remove(evidence_id: int, desk: Desk, who: str, at: datetime) -> None:
    """Take a file away from its row."""
    from models.evidence import remove

    remove(desk, evidence_id, who=who, at=at)


def describe(evidence_id: int, name: str, note: str, desk: Desk, who: str, at: datetime) -> None:
    """Name a file anew and write a note to it."""
    from models.evidence import describe

    describe(desk, evidence_id, name, note, who=who, at=at)


@cache
def opened_folder() -> Path:
    """Return the folder for copies that are opened; it goes when the app ends."""
    folder = Path(tempfile.mkdtemp(prefix="so57-minh-chung-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def copy_to_open(files: Path, own: Evidence) -> Path:
    """Write a verified copy of a file that another program opens."""
    from models.evidence import copy_to

    return copy_to(files, own, opened_folder())


def draw(files: Path, own: Evidence, page: int, width: int) -> Shown:
    """Draw a PDF's page or a picture, `width` device pixels wide at most."""
    from models.store.archive import read

    content = read(files, own.kept)
    if own.media == "application/pdf":
        return _page(content, page, width)
    return Shown(_picture(content, width)) if own.media.startswith("image/") else Shown(None)


def _page(content: bytes, page: int, width: int) -> Shown:
    from ui.pdf_pages import PdfPages

    try:
        pdf = PdfPages(content)
    except RuntimeError:  # broken, or behind a password: the officer's own program may still open it
        return Shown(None)
    try:
        at = max(0, min(page, len(pdf) - 1))
        size = pdf.sizes[at]
        image = pdf.draw(at, QSize(width, max(1, round(width * size.height() / max(size.width(), 1)))))
        return Shown(image, at, len(pdf))
    finally:
        pdf.close()


def _picture(content: bytes, width: int) -> QImage | None:
    """Return a picture, read no larger than it is shown: a small file may unpack to gigabytes."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() > width:
        reader.setScaledSize(size.scaled(QSize(width, 4 * width), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
