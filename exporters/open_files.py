"""Files that an office program holds open: told by the little owner file that Word, Excel or LibreOffice lays beside.

An owner file may be left behind by a crash, so the sentence says what to do then too.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from models.errors import FolderError

WORD, LIBREOFFICE = "Word", "LibreOffice"
_PROGRAMS = {".docx": WORD, ".doc": WORD, ".xlsx": "Excel", ".xls": "Excel"}
_NAME_PLACES = (54, 55)  # where the length of the user's name stands: Word's owner file, Excel's
_LONGEST_NAME = 52
_MOST_BYTES = 4096
_FIELD_END = re.compile(r"(?<!\\),")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a file open: the program, the user as it names him (may be empty), and its owner file."""

    program: str
    user: str
    owner_file: Path


def holder_of(path: Path) -> Holder | None:
    """Return who holds a file open, None where nobody seems to."""
    for owner_file in _microsoft_owner_files(path):
        if owner_file.is_file():
            program = _PROGRAMS.get(path.suffix.lower(), "Microsoft Office")
            return Holder(program, _microsoft_user(_content(owner_file)), owner_file)
    libre = path.with_name(f".~lock.{path.name}#")
    return Holder(LIBREOFFICE, _libreoffice_user(_content(libre)), libre) if libre.is_file() else None


def check_not_held(targets: Iterable[Path]) -> None:
    """Refuse to replace a file that is open elsewhere, or that may not be written, before anything is written."""
    for target in targets:
        if not target.is_file():
            continue
        if (holder := holder_of(target)) is not None:
            raise FolderError(_held_words(target, holder))
        try:
            with target.open("rb+"):
                pass
        except OSError as error:
            raise FolderError(
                f"Không ghi được “{target}”: tệp đang mở trong chương trình khác, hoặc chỉ cho đọc. "
                "Hãy đóng tệp đó, hoặc ghi ra tên khác."
            ) from error


def _held_words(target: Path, holder: Holder) -> str:
    who = f" (người mở: {holder.user})" if holder.user else ""
    return (
        f"Tệp “{target}” đang mở trong {holder.program}{who} nên chưa ghi gì. Hãy đóng tệp, hoặc ghi ra tên khác. "
        f"Nếu không ai mở tệp này, hãy xóa tệp “{holder.owner_file.name}” ở cùng thư mục rồi làm lại."
    )


def _microsoft_owner_files(path: Path) -> Iterator[Path]:
    """Yield what the owner file may be called: Word leaves out up to two letters of longer names, Excel none."""
    for left_out in (0, 1, 2):
        yield path.with_name(f"~${path.name[left_out:]}")


def _content(owner_file: Path) -> bytes:
    """Return what an owner file says; nothing where its program keeps it to itself."""
    with suppress(OSError), owner_file.open("rb") as stream:
        return stream.read(_MOST_BYTES)
    return b""


def _microsoft_user(content: bytes) -> str:
    """Return the user's name out of Word's or Excel's owner file: a length, then UTF-16."""
    for place in _NAME_PLACES:
        head = content[place : place + 2]
        length = struct.unpack("<H", head)[0] if len(head) == 2 else 0
        name = content[place + 2 : place + 2 + 2 * length].decode("utf-16-le", "replace").strip()
        if 0 < length <= _LONGEST_NAME and name.isprintable() and "\ufffd" not in name:
            return name
    return ""


def _libreoffice_user(content: bytes) -> str:
    """Return the user's full name out of a LibreOffice lock, else the name of the account."""
    fields = [field.replace("\\,", ",").strip() for field in _FIELD_END.split(content.decode("utf-8", "replace"))]
    return next((field for field in fields[:2] if field and field.isprintable()), "")
