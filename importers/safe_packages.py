"""Office packages from outside: hostile until read. Size, bombs, macros and declarations are refused before parsing."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from models.errors import BadFile, NotFound

LARGEST_FILE = 10_000_000  # bytes
LARGEST_UNPACKED = 80_000_000
LARGEST_PART = 40_000_000
HIGHEST_RATIO = 200
_SMALL_PART = 1_000_000  # a small part may be packed to next to nothing
MOST_PARTS = 2_000
_OLE = b"\xd0\xcf\x11\xe0"
_MACROS = re.compile(rb"vbaProject|macroEnabled", re.IGNORECASE)
_DECLARED = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def read_package(path: Path) -> bytes:
    """Return the bytes of a file that may be an office package; a missing or oversized one is refused."""
    try:
        if not path.is_file():
            raise NotFound(f"Không tìm thấy tệp “{path.name}”. Hãy kiểm tra tên tệp và thư mục.")
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BadFile(f"Không đọc được tệp “{path.name}”. Hãy kiểm tra quyền đọc tệp và ổ đĩa.") from error
    if len(data) > LARGEST_FILE:
        raise BadFile(f"Tệp “{path.name}” lớn hơn 10 MB nên không phải phiếu thu thập. Hãy kiểm tra lại tệp.")
    return data


def check_package(data: bytes, name: str, part_read: Callable[[str, bytes], None] | None = None) -> None:
    """Refuse a package that is none, that unpacks to too much, that holds macros or declares anything in its XML.

    `part_read` is told each part with its bytes.
    """
    if data.startswith(_OLE):
        raise BadFile(
            f"Tệp “{name}” là Excel đời cũ (.xls) hoặc có mật khẩu mở. "
            "Hãy bỏ mật khẩu, lưu lại dạng .xlsx rồi nhận lại."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            _check_sizes(parts, name)
            for part in parts:
                content = package.read(part)  # never more than the part says of itself
                _check_part(part.filename, content, name)
                if part_read is not None:
                    part_read(part.filename, content)
    except _ZIP_FAULTS as error:
        raise broken(name) from error


def _check_sizes(parts: list[zipfile.ZipInfo], name: str) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise _bomb(name)
    for part in parts:
        large = part.file_size > _SMALL_PART and part.file_size > HIGHEST_RATIO * max(1, part.compress_size)
        if large or part.file_size > LARGEST_PART:
            raise _bomb(name)


def _check_part(part: str, content: bytes, name: str) -> None:
    if _MACROS.search(part.encode("utf-8", "replace")) or (part == "[Content_Types].xml" and _MACROS.search(content)):
        raise BadFile(
            f"Tệp “{name}” có macro nên không được nhận. "
            "Hãy mở tệp, lưu lại dạng “Excel Workbook (*.xlsx)” rồi nhận lại."
        )
    if part.lower().endswith((".xml", ".rels", ".vml")) and _DECLARED.search(content.replace(b"\0", b"")):
        raise BadFile(f"Tệp “{name}” khai báo nội dung ngoài (DOCTYPE) nên không được nhận. Hãy xin lại tệp từ đơn vị.")


def broken(name: str) -> BadFile:
    """Return the refusal of a file that cannot be read to its end."""
    return BadFile(f"Tệp “{name}” hỏng hoặc không phải tệp Excel .xlsx. Hãy mở bằng Excel, lưu lại rồi nhận lại.")


def _bomb(name: str) -> BadFile:
    return BadFile(f"Tệp “{name}” giải nén ra quá lớn nên không được nhận. Hãy xin lại tệp từ đơn vị.")
