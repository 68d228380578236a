"""The office's settings for emails: whose address is which, the sender, the words, and how large an email may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from models.errors import AppError
from models.text import fold, nfc, one_line

PREFIX = "mail."
TO_PREFIX = "mail.to."
SENDER, TEXT, LIMIT = "mail.from", "mail.text", "mail.limit_mb"
DEFAULT_LIMIT_MB = 10
MOST_MB = 100
PLACES = ("nơi nhận", "cơ quan", "văn bản", "trích yếu", "số tệp", "tệp kèm", "dung lượng")
"""The named places of the text, each written between { and }."""
DEFAULT_TEXT = (
    "Kính gửi: {nơi nhận}\n\n"
    "{cơ quan} trân trọng gửi {văn bản} {trích yếu} "
    "(kèm theo {số tệp} tệp: {tệp kèm}; tổng dung lượng {dung lượng}).\n\n"
    "Trân trọng./."
)
_ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
_BETWEEN = re.compile(r"[\s,;]+")
_PLACE = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Addresses by the recipient's folded name; the sender may be empty, the limit is in MB (10^6 bytes)."""

    sender: str = ""
    text: str = DEFAULT_TEXT
    limit_mb: int = DEFAULT_LIMIT_MB
    addresses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def addresses_of(self, recipient: str) -> tuple[str, ...]:
        """Return a recipient's addresses under any spelling, none where the office set none."""
        return self.addresses.get(fold(one_line(recipient)), ())


def mail_settings(settings: Mapping[str, str]) -> MailSettings:
    """Return what the office has set, the defaults for the rest."""
    limit = settings.get(LIMIT, "")
    return MailSettings(
        sender=settings.get(SENDER, ""),
        text=settings.get(TEXT, "") or DEFAULT_TEXT,
        limit_mb=int(limit) if limit else DEFAULT_LIMIT_MB,
        addresses={
            fold(key.removeprefix(TO_PREFIX)): tuple(text.split())
            for key, text in settings.items()
            if key.startswith(TO_PREFIX)
        },
    )


def mail_defaults(recipients: Iterable[str]) -> dict[str, str]:
    """Return every setting of emails with what holds until it is set; each recipient has one for his addresses."""
    own = {SENDER: "", TEXT: DEFAULT_TEXT, LIMIT: str(DEFAULT_LIMIT_MB)}
    return own | {TO_PREFIX + one_line(name): "" for name in recipients}


def clean_mail(name: str, text: str) -> str:
    """Return a setting of emails as it is kept; a wrong one is refused with what to do."""
    text = nfc(text).strip()
    if name == TEXT:
        return _checked_text(text)
    if name == LIMIT:
        return _checked_limit(text)
    addresses = [part for part in _BETWEEN.split(text) if part]
    if name == SENDER and len(addresses) > 1:
        raise AppError("Thư chỉ có một người gửi. Hãy ghi một địa chỉ thư cho mail.from.")
    return "\n".join(_checked_address(address) for address in addresses)


def filled(text: str, words: Mapping[str, str]) -> str:
    """Return the text with its places filled, spelled anyhow; one that does not exist is refused when it is set."""
    by_spelling = {fold(place): said for place, said in words.items()}
    return _PLACE.sub(lambda found: by_spelling.get(fold(found[1]), found[0]), text)


def _checked_text(text: str) -> str:
    known = {fold(place) for place in PLACES}
    for name in _PLACE.findall(text):
        if fold(name) not in known:
            places = ", ".join(f"{{{place}}}" for place in PLACES)
            raise AppError(f"Lời thư không có chỗ điền “{{{name}}}”. Các chỗ điền được: {places}.")
    return text


def _checked_limit(text: str) -> str:
    if not re.fullmatch(r"[1-9][0-9]{0,2}", text) or int(text) > MOST_MB:
        raise AppError(f"Giới hạn dung lượng thư là số MB từ 1 đến {MOST_MB}, không phải “{text}”.")
    return text


def _checked_address(address: str) -> str:
    if not _ADDRESS.fullmatch(address) or ".." in address:
        raise AppError(f"“{address}” không phải là địa chỉ thư điện tử. Hãy ghi như vanphong@thuanchau.gov.vn.")
    return address
