"""The plain data of a plan file, read piece by piece; every fault is one sentence that names the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar, cast

from models.calendars import FIRST_YEAR, LAST_YEAR
from models.errors import BadFile
from models.text import nfc

LONGEST_TEXT = 10_000  # characters, far above any cell of the plans as issued; a cell of Excel holds 32 767
LONGEST_CODE = 40
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
KEY = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
# What neither Word, Excel nor PDF can hold: controls but the line feed, halves of surrogate pairs, noncharacters.
UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
TOP = "phần đầu tệp"
_SHOWN = 40

T = TypeVar("T")


def broken(fault: str) -> BadFile:
    """Return the error that says what is wrong with the plan file and what to do."""
    return BadFile(f"Tệp kế hoạch hỏng: {fault}. Hãy sửa tệp hoặc xin lại tệp từ nơi gửi.")


def quoted(text: str, longest: int = _SHOWN) -> str:
    """Return a piece of the file for a sentence: short, and without what cannot be printed."""
    shown = text if len(text) <= longest else text[: longest - 1] + "…"
    return f"“{''.join(letter if letter.isprintable() else '?' for letter in shown)}”"


def year(value: object, place: str) -> int:
    """Return a year that the app can count with."""
    if isinstance(value, bool) or not isinstance(value, int) or not FIRST_YEAR <= value <= LAST_YEAR:
        raise broken(f"{place} phải là năm từ {FIRST_YEAR} đến {LAST_YEAR}, không phải {_found(value)}")
    return value


def _found(value: object) -> str:
    """Return for a sentence what stands where a year should."""
    if isinstance(value, str):
        return f"chữ {quoted(value)}"
    return quoted(str(value)) if isinstance(value, int | float) else "mục thuộc loại khác"


def year_named(name: str, place: str) -> int:
    """Return the year that is the name of an entry."""
    return year(int(name) if re.fullmatch(r"[0-9]{4}", name) else name, place)


class Reader:
    """Read an object of a plan file; `finish` refuses the entries that nobody asked for."""

    def __init__(self, data: object, where: str) -> None:
        if not isinstance(data, dict):
            raise broken(f"{where} phải là một nhóm mục có tên")
        self._data = cast("dict[str, object]", data)
        self._asked: set[str] = set()
        self.where = where

    def finish(self) -> None:
        """Refuse unknown entries: a misspelled name would lose its content silently."""
        for key in self._data:
            if key not in self._asked:
                raise broken(f"{self.where} có mục lạ {quoted(key)}")

    def place(self, key: str) -> str:
        """Return how an entry is named in a sentence."""
        return f"mục {quoted(key)} ở {self.where}"

    def has(self, key: str) -> bool:
        """Tell whether an entry is there and not null."""
        return not self.lacks(key) and self._data[key] is not None

    def lacks(self, key: str) -> bool:
        """Tell whether there is no such entry, not even null."""
        self._asked.add(key)
        return key not in self._data

    def value(self, key: str) -> object:
        """Return an entry as it stands."""
        if self.lacks(key):
            raise broken(f"thiếu {self.place(key)}")
        return self._data[key]

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text in NFC, blank or not; the default where there is no such entry."""
        if default is not None and self.lacks(key):
            return default
        return _text(self.value(key), self.place(key))

    def words(self, key: str) -> str:
        """Return a text that must not be blank."""
        if not (text := self.text(key)).strip():
            raise broken(f"{self.place(key)} để trống")
        return text

    def code(self, key: str, pattern: re.Pattern[str] = CODE) -> str:
        """Return a name that programs, file names and command lines use."""
        text = self.text(key)
        if len(text) > LONGEST_CODE or not pattern.fullmatch(text):
            letters = "chữ thường không dấu, chữ số, dấu gạch nối" if pattern is CODE else "chữ không dấu, chữ số, .-_"
            raise broken(f"{self.place(key)} là {quoted(text)}; mã chỉ gồm {letters}, tối đa {LONGEST_CODE} ký tự")
        return text

    def one_of(self, key: str, allowed: Sequence[str], default: str | None = None) -> str:
        """Return one of a closed set of words."""
        text = self.text(key, default)
        if text not in allowed:
            raise broken(f"{self.place(key)} là {quoted(text)}; chỉ nhận {', '.join(allowed)}")
        return text

    def integer(self, key: str, first: int, last: int) -> int:
        """Return a whole number between two bounds."""
        value = self.value(key)
        if isinstance(value, bool) or not isinstance(value, int) or not first <= value <= last:
            raise broken(f"{self.place(key)} phải là số nguyên từ {first} đến {last}")
        return value

    def items(self, key: str) -> list[object]:
        """Return a list as it stands."""
        value = self.value(key)
        if not isinstance(value, list):
            raise broken(f"{self.place(key)} phải là một danh sách")
        return cast("list[object]", value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts that are not blank; none where there is no such entry."""
        if self.lacks(key):
            return ()
        texts = tuple(_text(item, f"từng phần của {self.place(key)}") for item in self.items(key))
        if not all(text.strip() for text in texts):
            raise broken(f"{self.place(key)} có phần để trống")
        return texts

    def cells(self, key: str) -> Mapping[str, str]:
        """Return an object's printed cells by their column; a blank cell has no entry."""
        if self.lacks(key):
            return {}
        return self.one(key, lambda inner: {name: inner.words(name) for name in inner._data})

    def one(self, key: str, make: Callable[[Reader], T]) -> T:
        """Return what is made of the object of that name."""
        return _made(self.value(key), self._inner(f"mục {quoted(key)}"), make)

    def each(self, key: str, make: Callable[[Reader], T]) -> tuple[T, ...]:
        """Return what is made of each object of a list."""
        rows = enumerate(self.items(key), start=1)
        return tuple(_made(item, self._inner(f"“{key}”, dòng {number}"), make) for number, item in rows)

    def _inner(self, name: str) -> str:
        return name if self.where == TOP else f"{name} của {self.where}"


def _made(data: object, where: str, make: Callable[[Reader], T]) -> T:
    reader = Reader(data, where)
    made = make(reader)
    reader.finish()
    return made


def _text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise broken(f"{place} phải là chữ")
    if UNPRINTABLE.search(text := nfc(value)):
        raise broken(f"{place} có ký tự không in được")
    if len(text) > LONGEST_TEXT:
        raise broken(f"{place} dài quá {LONGEST_TEXT} ký tự")
    return text
