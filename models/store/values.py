"""The one adapter between the app's values and what SQLite holds: NFC text, plain decimals, ISO days, 0 and 1."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from models.numbers import to_text
from models.text import nfc

Stored = str | int | None

# A NUL cuts text short in SQLite's functions, and half a surrogate pair cannot be written as UTF-8 at all.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def stored(value: object) -> Stored:
    """Return the form in which a value is stored; a float is refused, since 84.90 must stay 84.90."""
    if value is None:
        return None
    if isinstance(value, str):
        return nfc(_UNSTORABLE.sub("", str(value)))
    if isinstance(value, int):
        return int(value)
    if isinstance(value, Decimal):
        return to_text(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no stored form")


def stored_record(record: Mapping[str, object]) -> dict[str, Stored]:
    """Return a whole record in its stored form."""
    return {column: stored(value) for column, value in record.items()}


def decimal_or_none(text: str | None) -> Decimal | None:
    """Read a stored decimal; its form is checked by the table."""
    return None if text is None else Decimal(text)


@cache
def day_of(text: str) -> date:
    """Read a stored day; the days of a store are few, and each is read thousands of times."""
    return date.fromisoformat(text)


def day_or_none(text: str | None) -> date | None:
    """Read a stored day."""
    return None if text is None else day_of(text)


def flag_or_none(number: int | None) -> bool | None:
    """Read a stored yes or no that may be unset."""
    return None if number is None else bool(number)
