"""The frame of a report by itself: its head and its signature block, on one page and as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from exporters.document import Block, Document, Paragraph, Role, Rule, Section, SideBySide
from exporters.frame import addressees, letterhead, plain, signature, title
from models.office import Office, addressees_of, recipients_of, signed_by
from models.plans import Duty
from models.reports import Signing

NAME = "Khuôn văn bản"
WORDS = "………"
"""What stands on the page for the words of a report."""


@dataclass(frozen=True, slots=True)
class FrameLines:
    """What a frame prints, line by line: head at the left and right, Kính gửi, signature, Nơi nhận."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    to: tuple[str, ...]
    authority: tuple[str, ...]
    signer: str
    recipients: tuple[str, ...]


def frame_lines(office: Office, duty: Duty, month: date, signing: Signing | None = None) -> FrameLines:
    """Return what is printed around the words of a duty's reports; `month` is that of the signing.

    With the `signing` of an issued report its number, day and signer stand there too.
    """
    signed = signing or Signing(signer=office.signer)
    head, number = letterhead(office, signed.number, signed.day, month)
    block = _signature(office, duty, signed)
    return FrameLines(
        left=(*_texts(head.left), *_texts(number.left)),
        right=(*_texts(head.right), *_texts(number.right)),
        to=tuple(line.text for line in addressees(addressees_of(office, duty))),
        authority=_texts(block.right, Role.AUTHORITY),
        signer=signed.signer,
        recipients=_texts(block.left, Role.RECIPIENTS),
    )


def frame_document(office: Office, duty: Duty, month: date, summary: Sequence[str]) -> Document:
    """Return one page with the frame around a few dots; `summary` is the trích yếu."""
    blocks: tuple[Block, ...] = (
        *letterhead(office, "", None, month),
        *title("BÁO CÁO", summary),
        *addressees(addressees_of(office, duty)),
        plain(Role.BODY, WORDS),
        _signature(office, duty, Signing(signer=office.signer)),
    )
    return Document(NAME, "khuon-van-ban", (Section("portrait", blocks, NAME, NAME),), author=office.issuer)


def _signature(office: Office, duty: Duty, signing: Signing) -> SideBySide:
    own = replace(office, recipients=recipients_of(office, duty))
    return signature(own, signing.signer, signed_by(office, signing.position))


def _texts(parts: Iterable[Paragraph | Rule], role: Role | None = None) -> tuple[str, ...]:
    return tuple(part.text for part in parts if isinstance(part, Paragraph) and role in (None, part.role))
