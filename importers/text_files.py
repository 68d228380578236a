"""Text files from outside as Unicode: their size, their encoding, and that they are text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from models.errors import BadFile, NotFound
from models.text import nfc

LARGEST_FILE = 20_000_000  # bytes
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_BASE_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzđ")
_VIETNAMESE_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
_SAVE_AS = "Hãy mở tệp bằng Excel và lưu lại dạng “CSV UTF-8”."


def read_text_file(path: Path) -> str:
    """Return the file's text in NFC: UTF-8 with or without BOM, UTF-16 with BOM, or Windows-1258."""
    data = _read_bytes(path)
    if not data.strip():
        raise BadFile(f"Tệp “{path.name}” không có nội dung. Hãy chọn tệp đã điền số liệu.")
    text = nfc(_decode(data, path.name))
    if _CONTROL.search(text):
        raise _not_text(path.name)
    return text


def _read_bytes(path: Path) -> bytes:
    """Return the file's bytes; a missing, unreadable or oversized file is refused."""
    try:
        if not path.is_file():
            raise NotFound(f"Không tìm thấy tệp “{path.name}”. Hãy kiểm tra tên tệp và thư mục.")
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BadFile(f"Không đọc được tệp “{path.name}”. Hãy kiểm tra quyền đọc tệp và ổ đĩa.") from error
    if len(data) > LARGEST_FILE:
        raise BadFile(f"Tệp “{path.name}” lớn hơn 20 MB nên không phải tệp số liệu. Hãy kiểm tra lại tệp.")
    return data


def _decode(data: bytes, name: str) -> str:
    """Decode by the byte order mark, else as UTF-8, else as Windows-1258."""
    try:
        if data.startswith(_UTF16):
            return data.decode("utf-16")
        if b"\0" in data:
            raise _not_text(name)
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_windows(data, name)


def _decode_windows(data: bytes, name: str) -> str:
    """Decode Windows-1258; text with letters that Vietnamese does not have is in some older encoding."""
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError as error:
        raise _unknown_encoding(name) from error
    if data.startswith((*_UTF16, codecs.BOM_UTF8)) or not all(map(_is_vietnamese, set(nfc(text)))):
        raise _unknown_encoding(name)
    return text


def _is_vietnamese(sign: str) -> bool:
    """Tell whether a sign may stand in Vietnamese text: no lone tone mark, no foreign letter."""
    if unicodedata.combining(sign):
        return False
    if not sign.isalpha():
        return True
    parts = unicodedata.normalize("NFD", sign.lower())
    return parts[0] in _BASE_LETTERS and _VIETNAMESE_MARKS.issuperset(parts[1:])


def _not_text(name: str) -> BadFile:
    return BadFile(
        f"Tệp “{name}” không phải tệp văn bản (có ký tự NUL hoặc ký tự điều khiển). "
        "Hãy chọn tệp CSV hoặc JSON; nếu là tệp Excel, hãy lưu lại dạng “CSV UTF-8”."
    )


def _unknown_encoding(name: str) -> BadFile:
    return BadFile(f"Không nhận ra bảng mã chữ của tệp “{name}” (cần UTF-8, UTF-16 hoặc Windows-1258). {_SAVE_AS}")
