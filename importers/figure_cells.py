"""Columns and cells of a file of figures: which field a head names, what a cell says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from models.actuals import FigureState
from models.errors import AppError
from models.figure_lines import FIELD_WORDS
from models.numbers import parse_number, parse_plain, split_unit
from models.text import fold, nfc, one_line

LONGEST_TEXT = 32_767  # what one cell of Excel holds, in UTF-16 units
NUMBER_FIELDS = frozenset({"value", "numerator", "denominator", "percent"})
YES_NO_FIELDS = frozenset({"estimate", "done"})
FREE_TEXT_FIELDS = frozenset({"text", "difficulty", "proposal", "next_step", "note"})

_OTHER_HEADS = {
    "ma dong": "key",
    "tt": "number",
    "stt": "number",
    "so/tt": "number",
    "so tt": "number",
    "don vi tinh": "unit",
    "dvt": "unit",
    "gia tri": "value",
    "ket qua/gia tri": "value",
    "ti le hoan thanh": "percent",
    "kho khan, vuong mac": "difficulty",
    "de xuat, kien nghi": "proposal",
}
_STATES: Mapping[str, FigureState | str] = {
    "khong phat sinh": FigureState.NOTHING_HAPPENED,
    "chua bao cao": FigureState.NOT_REPORTED,
    "xoa": "erase",
}
_YES_NO = {"x": True, "co": True, "1": True, "true": True, "khong": False, "0": False, "false": False}
_DAY_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
# What XML cannot hold, what is not Unicode text, and the sign that stands where text was already lost.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")


class BadCell(AppError):
    """A cell that does not say what its column holds."""


class JsonNumber(str):
    """A number of a JSON file, kept as its digits so that none is lost and none grows."""

    __slots__ = ()


def _plain_head(head: str) -> str:
    return fold(one_line(head.replace("_", " "))).rstrip(" :.")


_HEADS: Mapping[str, str] = (
    {_plain_head(field): field for field in FIELD_WORDS}
    | {_plain_head(words): field for field, words in FIELD_WORDS.items()}
    | _OTHER_HEADS
)


def field_of(head: str) -> str | None:
    """Return the field that a column head names, in English or Vietnamese, in any case."""
    return _HEADS.get(_plain_head(head))


def column_name(field: str) -> str:
    """Return how a sentence names a field's column."""
    return f"“{FIELD_WORDS[field]}” ({field})"


def csv_cell(field: str, cell: str) -> object | None:
    """Return what a cell of a CSV file says; None for a blank one."""
    text = one_line(cell)
    if not text:
        return None
    if field == "percent":
        text = split_unit(text)[0]
    return _number(text, parse_number) if field in NUMBER_FIELDS else _PARSERS.get(field, _line)(cell)


def json_cell(field: str, cell: object) -> object | None:
    """Return what a member of a JSON object says; None for null and for blank text."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if field in YES_NO_FIELDS and isinstance(cell, bool):
        return cell
    if isinstance(cell, str) and field in NUMBER_FIELDS:
        return _number(cell.strip(), parse_plain)
    if isinstance(cell, str) and (field in YES_NO_FIELDS or not isinstance(cell, JsonNumber)):
        return _PARSERS.get(field, _line)(cell)
    kind = "số" if field in NUMBER_FIELDS else "true hoặc false" if field in YES_NO_FIELDS else "chữ trong ngoặc kép"
    raise BadCell(f"Giá trị phải là {kind}.")


def _number(text: str, parse: Callable[[str], Decimal]) -> Decimal:
    """Read a number; a zero has no sign."""
    number = parse(text)
    return number if number else number.copy_abs()


def _text(cell: str) -> str:
    """Return free text in NFC; one that Excel could not hold is refused."""
    text = nfc(cell).replace("\r\n", "\n").replace("\r", "\n").strip()
    if _UNREADABLE.search(text):
        raise BadCell("Có ký tự không đọc được; hãy gõ lại nội dung.")
    if len(text.encode("utf-16-le")) // 2 > LONGEST_TEXT:
        raise BadCell("Nội dung dài hơn 32.767 ký tự; hãy rút gọn.")
    return text


def _line(cell: str) -> str:
    """Return a short text as one line."""
    return one_line(_text(cell))


def _state(cell: str) -> FigureState | str:
    state = _STATES.get(fold(one_line(cell)))
    if state is None:
        raise BadCell(f"“{_shown(cell)}” không phải là trạng thái; hãy ghi không phát sinh, chưa báo cáo hoặc xóa.")
    return state


def _yes_no(cell: str) -> bool:
    answer = _YES_NO.get(fold(one_line(cell)))
    if answer is None:
        raise BadCell(f"“{_shown(cell)}” không rõ là có hay không; hãy ghi x hoặc có, không, hoặc bỏ trống.")
    return answer


def _date(cell: str) -> date:
    """Read a day as dd/mm/yyyy or yyyy-mm-dd."""
    text = one_line(cell)
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    elif match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    else:
        raise BadCell(f"“{_shown(cell)}” không phải là ngày; hãy ghi như 12/10/2026.")
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise BadCell(f"Không có ngày {text} trên lịch.") from None
    if not 1945 <= found.year <= 2100:
        raise BadCell(f"Năm của ngày {text} không hợp lý.")
    return found


def _shown(text: str) -> str:
    clean = _UNREADABLE.sub("?", one_line(text))
    return clean if len(clean) <= 40 else clean[:39] + "…"


_PARSERS: Mapping[str, Callable[[str], object]] = (
    {"state": _state, "deliverable_date": _date, "done_on": _date}
    | dict.fromkeys(YES_NO_FIELDS, _yes_no)
    | dict.fromkeys(FREE_TEXT_FIELDS, _text)
)
