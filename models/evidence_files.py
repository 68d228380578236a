"""What may be evidence: kinds of files, their size, whether they are what their name says, names that are safe."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from models.errors import BadFile
from models.store.archive import KeptFile
from models.text import nfc, one_line

MOST_MEGABYTES = 20
MOST_BYTES = MOST_MEGABYTES << 20
LONGEST_NAME = 120
_OFFICE_OPEN, _OFFICE_OLD, _FILM = (b"PK\x03\x04",), (b"\xd0\xcf\x11\xe0",), b"ftyp"
_ANYWHERE = 1024
"""A PDF may begin within its first kilobyte."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of file: its media type, what its content begins with (nothing: any text), from which byte on."""

    media: str
    begins: tuple[bytes, ...] = ()
    at: int = 0


_OPEN_XML = "application/vnd.openxmlformats-officedocument"
KINDS: Mapping[str, _Kind] = {
    ".pdf": _Kind("application/pdf", (b"%PDF",)),
    ".png": _Kind("image/png", (b"\x89PNG",)),
    **dict.fromkeys((".jpg", ".jpeg"), _Kind("image/jpeg", (b"\xff\xd8\xff",))),
    **dict.fromkeys((".tif", ".tiff"), _Kind("image/tiff", (b"II*\0", b"MM\0*"))),
    ".bmp": _Kind("image/bmp", (b"BM",)),
    ".gif": _Kind("image/gif", (b"GIF8",)),
    ".webp": _Kind("image/webp", (b"RIFF",)),
    ".heic": _Kind("image/heic", (_FILM,), at=4),
    ".docx": _Kind(f"{_OPEN_XML}.wordprocessingml.document", _OFFICE_OPEN),
    ".xlsx": _Kind(f"{_OPEN_XML}.spreadsheetml.sheet", _OFFICE_OPEN),
    ".pptx": _Kind(f"{_OPEN_XML}.presentationml.presentation", _OFFICE_OPEN),
    ".odt": _Kind("application/vnd.oasis.opendocument.text", _OFFICE_OPEN),
    ".ods": _Kind("application/vnd.oasis.opendocument.spreadsheet", _OFFICE_OPEN),
    ".doc": _Kind("application/msword", _OFFICE_OLD),
    ".xls": _Kind("application/vnd.ms-excel", _OFFICE_OLD),
    ".ppt": _Kind("application/vnd.ms-powerpoint", _OFFICE_OLD),
    ".msg": _Kind("application/vnd.ms-outlook", _OFFICE_OLD),
    ".rtf": _Kind("application/rtf", (b"{\\rtf",)),
    ".eml": _Kind("message/rfc822"),
    ".txt": _Kind("text/plain"),
    ".csv": _Kind("text/csv"),
    ".mp3": _Kind("audio/mpeg", (b"ID3", b"\xff\xfb", b"\xff\xf3")),
    **dict.fromkeys((".m4a", ".mp4"), _Kind("video/mp4", (_FILM,), at=4)),
}
"""What is taken as evidence, by the end of its name."""
TAKEN = "PDF, ảnh, Word, Excel, PowerPoint, thư điện tử, văn bản thô, ghi âm hoặc phim ngắn"
_PACKED = (".zip", ".rar", ".7z", ".gz", ".tar")
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"L\0\0\0\x01\x14\x02\0")
"""How programs, scripts and shortcuts begin, whatever they call themselves."""
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file kept in the store that proves a row's figure or progress for the days `start`..`as_of`."""

    id: int
    row_key: str
    start: date
    as_of: date
    name: str
    media: str
    note: str
    kept: KeptFile


def media_of(name: str, content: bytes) -> str:
    """Return the media type of a file that may be evidence; BadFile says why it may not."""
    suffix = PurePath(name).suffix.lower()
    check_size(name, len(content))
    if suffix in _PACKED:
        raise BadFile(f"“{name}” là tệp nén. Hãy giải nén rồi thêm từng tệp bên trong.")
    if suffix not in KINDS:
        raise BadFile(f"“{name}” không phải loại tệp nhận làm minh chứng. Hãy thêm {TAKEN}.")
    if content.startswith(_PROGRAMS) or not _is_what_it_says(content, KINDS[suffix]):
        raise BadFile(
            f"“{name}” không đúng là tệp {suffix[1:].upper()} như tên của nó nên không nhận. "
            "Hãy mở tệp để kiểm tra, lưu lại đúng loại rồi thêm lại."
        )
    return KINDS[suffix].media


def check_size(name: str, size: int) -> None:
    """Refuse a file that is empty or too large."""
    if not size:
        raise BadFile(f"“{name}” là tệp rỗng nên không làm minh chứng được. Hãy kiểm tra lại tệp.")
    if size > MOST_BYTES:
        raise BadFile(
            f"“{name}” nặng {size_words(size)}, quá mức {MOST_MEGABYTES} MB cho một tệp. "
            "Hãy quét lại ở độ phân giải thấp hơn hoặc tách tệp."
        )


def _is_what_it_says(content: bytes, kind: _Kind) -> bool:
    if kind.media == "application/pdf":
        return any(sign in content[:_ANYWHERE] for sign in kind.begins)
    return not kind.begins or content[kind.at :].startswith(kind.begins)


def safe_name(name: str) -> str:
    """Return a file's name as it can be shown and written on any system, its end kept."""
    plain = "".join(letter for letter in nfc(name) if unicodedata.category(letter) not in ("Cf", "Cc") or letter == " ")
    plain = one_line(re.sub(r'[<>:"/\\|?*]', "-", plain)).strip(" .")
    path = PurePath(plain or "tệp")
    stem = path.stem[: LONGEST_NAME - len(path.suffix)].rstrip(" .")
    return f"_{stem}{path.suffix}" if _RESERVED.fullmatch(stem) else f"{stem}{path.suffix}"


def renamed(name: str, wanted: str) -> str:
    """Return the name that the officer gives a file; it keeps its end, since that says how it is opened."""
    suffix = PurePath(name).suffix
    stem = one_line(wanted).strip()
    stem = stem[: -len(suffix)] if suffix and stem.lower().endswith(suffix.lower()) else stem
    if not stem.strip(" ."):
        raise BadFile(f"Tên mới của “{name}” đang trống. Hãy ghi tên rồi làm lại.")
    return safe_name(f"{stem}{suffix}")


def pasted_name(on: date) -> str:
    """Return what a picture from the clipboard is called."""
    return f"ảnh dán {on:%d-%m-%Y}.png"


def size_words(size: int) -> str:
    """Return a size as officers read it: 340 KB, 1,5 MB."""
    if size < 1 << 20:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / (1 << 20):.1f} MB".replace(".", ",").replace(",0 ", " ")
