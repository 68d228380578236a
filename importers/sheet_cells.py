"""Cells of a sheet as the text that an officer would have typed, and why one cannot be read."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from models.collection_format import LONGEST_CELL
from models.numbers import to_text
from models.text import nfc

_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_EXACT = 15  # digits that a double holds for sure
_ENDLESS = 1e30


class UnreadableCell(Exception):
    """A cell that says nothing that could be taken; `args[0]` is the sentence."""


def cell_text(cell: Any) -> str:
    """Return what a cell says: numbers with a comma, days as dd/mm/yyyy, text in NFC; blank for an empty one.

    UnreadableCell for error values, for text that no screen can show, and for text longer than a cell can hold.
    """
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, (int, float, Decimal)):
        return _number(value, is_percent="%" in str(cell.number_format or ""))
    if isinstance(value, (date, datetime)):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    if isinstance(value, time) or not isinstance(value, str) or cell.data_type == "e":
        raise UnreadableCell("Ô này không ghi chữ hay số; hãy gõ lại nội dung.")
    return _text(value)


def _number(value: float | Decimal, *, is_percent: bool) -> str:
    """Write a number as Excel shows it: what a double cannot hold is no digit that somebody typed."""
    if not -_ENDLESS < value < _ENDLESS:  # what is no number at all is neither
        raise UnreadableCell("Ô này không ghi một số dùng được; hãy gõ lại.")
    number = Decimal(f"{value:.{_EXACT}g}")
    if is_percent:
        number = Decimal(f"{number * 100:.{_EXACT}g}")
    plain = to_text(number)
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.replace(".", ",") + ("%" if is_percent else "")


def _text(value: str) -> str:
    clean = nfc(_ESCAPED.sub(_unescaped, value)).replace("\r\n", "\n").replace("\r", "\n").strip()
    if _UNREADABLE.search(clean):
        raise UnreadableCell("Ô này có ký tự không đọc được; hãy gõ lại nội dung.")
    if len(clean.encode("utf-16-le")) // 2 > LONGEST_CELL:
        raise UnreadableCell("Nội dung dài hơn 32.767 ký tự; hãy rút gọn.")
    return clean


def _unescaped(found: re.Match[str]) -> str:
    """Return the sign that a sheet spells as _x000D_."""
    return chr(int(found[1], 16))
