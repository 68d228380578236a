"""What .docx and .xlsx have in common: text that XML can hold, and zips whose bytes depend on nothing but the form."""

from __future__ import annotations

import os
import re
import unicodedata
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exporters.document import Document

_FIRST_DAY = date(1980, 1, 1)  # the earliest day that a zip can name; stands for "no day" too
_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 cannot hold them


def legal_text(text: str) -> str:
    """Return the text in NFC without the characters that XML cannot hold."""
    text = unicodedata.normalize("NFC", text)
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def created_at(document: Document) -> datetime:
    """Return the day the form was made as the properties of a file want it."""
    return datetime.combine(document.created or _FIRST_DAY, time())


class OfficeZip(ZipFile):
    """A zip for writing whose entries bear no trace of clock, user or system."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "w", ZIP_DEFLATED)

    def content(self, name: str, data: bytes) -> bytes:
        """Return the bytes of an entry as they are to be written."""
        return data

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *_: Any) -> None:
        """Add an entry."""
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        entry = ZipInfo(name, (*_FIRST_DAY.timetuple()[:3], 0, 0, 0))
        entry.compress_type = ZIP_DEFLATED
        entry.create_system = 0  # else the bytes would tell Linux from Windows
        super().writestr(entry, self.content(name, data.encode() if isinstance(data, str) else data))

    def write(self, filename: str | os.PathLike[str], arcname: str | os.PathLike[str] | None = None, *_: Any) -> None:
        """Add a file."""
        self.writestr(os.fspath(arcname or filename), Path(filename).read_bytes())


def copy_fixed(source: IO[bytes], path: Path) -> None:
    """Write a zip anew, entry by entry."""
    with ZipFile(source) as made, OfficeZip(path) as package:
        for name in made.namelist():
            package.writestr(name, made.read(name))
