"""An email that is not sent yet, as an .eml file that mail programs open ready to be looked over and sent.

The same letter gives the same bytes: no clock and no chance in it; the day is set by the program that sends it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP

from exporters.named_files import NamedFile
from models.numbers import format_number
from models.text import one_line

UNSENT = "X-Unsent"
"""Outlook and its kin open a letter with this head for writing, not for reading."""
MB, KB = 1_000_000, 1_000
_OFFICE = "vnd.openxmlformats-officedocument"
_TYPES: Mapping[str, tuple[str, str]] = {
    "docx": ("application", f"{_OFFICE}.wordprocessingml.document"),
    "xlsx": ("application", f"{_OFFICE}.spreadsheetml.sheet"),
    "pdf": ("application", "pdf"),
}
_ANY = ("application", "octet-stream")


@dataclass(frozen=True, slots=True)
class Letter:
    """What an email says: sender (may be empty), addresses, subject, plain text, and its files."""

    sender: str
    to: tuple[str, ...]
    subject: str
    text: str
    files: tuple[NamedFile, ...] = ()


def email_draft(letter: Letter) -> bytes:
    """Return the letter as an .eml file, marked unsent."""
    message = EmailMessage(policy=SMTP)
    if letter.sender:
        message["From"] = letter.sender
    if letter.to:
        message["To"] = ", ".join(letter.to)
    message.set_content(letter.text, cte="quoted-printable")
    for file in letter.files:
        main, sub = _TYPES.get(file.format, _ANY)
        message.add_attachment(file.content, maintype=main, subtype=sub, filename=file.name)
    if letter.files:
        message.set_boundary(_boundary(letter))
    return _head(letter.subject) + message.as_bytes()


def _head(subject: str) -> bytes:
    """Return the mark and the subject as RFC 2047 has it: every encoded word ends where a letter ends.

    EmailMessage would fold the subject itself, and until Python 3.13 loses spaces between Vietnamese words.
    """
    encoded = Header(one_line(subject), "utf-8", header_name="Subject").encode(linesep="\r\n")
    return f"{UNSENT}: 1\r\nSubject: {encoded}\r\n".encode("ascii")


def _boundary(letter: Letter) -> str:
    """Return a line that cannot stand in the letter: neither base64 nor quoted-printable ever holds `=_` (RFC 2045)."""
    digest = hashlib.sha256("\n".join((*letter.to, letter.subject, letter.text)).encode())
    for file in letter.files:
        digest.update(hashlib.sha256(file.content).digest())
    return f"=_so57_{digest.hexdigest()[:32]}"


def size_of(letter: Letter) -> int:
    """Return how many bytes travel: base64 makes the files 37 % larger."""
    return len(email_draft(letter))


def size_sentences(letter: Letter, limit_mb: int) -> tuple[str, ...]:
    """Say how large the letter is, and what to do where a mail server may refuse it."""
    size = size_of(letter)
    told = f"Thư kèm {len(letter.files)} tệp, khoảng {size_words(size)}."
    if size <= limit_mb * MB:
        return (told,)
    return (
        told,
        f"Thư lớn hơn giới hạn {limit_mb} MB nên nơi nhận có thể không nhận được. "
        "Hãy bớt định dạng (chỉ gửi PDF), hoặc gửi bằng cách khác.",
    )


def size_words(size: int) -> str:
    """Return a size as officers read it: 350 KB, 1,2 MB."""
    if size >= MB:
        return f"{format_number(Decimal(size) / MB, 1)} MB"
    return f"{format_number(max(Decimal(1), Decimal(size) / KB), 0)} KB"
