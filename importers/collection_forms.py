"""Collection forms in: an .xlsx that a unit filled in, known by the form id inside whatever the file is called."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from importers.safe_packages import broken, check_package, read_package
from importers.sheet_cells import UnreadableCell, cell_text
from models.collecting import Answers
from models.collection_format import (
    FIELDS_MARK,
    FILLED_BY,
    FORMAT,
    HEAD,
    HEADS_MARK,
    HIDDEN,
    MOST_COLUMNS,
    MOST_ROWS,
    PHONE,
    ROWS,
    VERSION,
)
from models.errors import BadFile
from models.text import nfc, one_line

Sheet = Sequence[Sequence[Any]]
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What openpyxl and the parsers beneath it make of a package that is not one: they know no common fault."""


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A form as it came: what it says, and the exact bytes to be kept."""

    name: str
    answers: Answers
    content: bytes


def read_form(path: Path) -> ReceivedFile:
    """Return what a unit filled in; BadFile says in a sentence why a file is not taken."""
    content = read_package(path)
    formulas: list[str] = []
    check_package(content, path.name, lambda part, data: _note_formulas(formulas, part, data))
    values = _sheets(content, path.name, data_only=True)
    typed = _sheets(content, path.name, data_only=False) if formulas else values
    try:
        return ReceivedFile(path.name, _answers(path.name, values, typed), content)
    except _FAULTS as error:
        raise broken(path.name) from error


def _note_formulas(found: list[str], part: str, data: bytes) -> None:
    if part.lower().startswith("xl/worksheets/") and (b"<f>" in data or b"<f " in data or b":f>" in data):
        found.append(part)


def _sheets(content: bytes, name: str, *, data_only: bool) -> Mapping[str, Sheet]:
    """Read the cells of every sheet, no more of them than a form can have; openpyxl reads them as they come."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what a sheet of another program holds besides its cells is not read
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
            try:
                return {sheet.title: _rows(sheet) for sheet in book.worksheets[:10]}
            finally:
                book.close()
    except _FAULTS as error:
        raise broken(name) from error


def _rows(sheet: Any) -> Sheet:
    sheet.reset_dimensions()  # what a sheet says of its own size is not to be trusted
    return list(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS))


# --- what the sheets say


def _answers(name: str, values: Mapping[str, Sheet], typed: Mapping[str, Sheet]) -> Answers:
    head, keys = _hidden(name, values)
    shown = next((title for title, sheet in values.items() if title != HIDDEN and _has_marks(sheet)), None)
    if shown is None:
        raise BadFile(f"Tệp “{name}” không còn bảng để điền. Hãy gửi lại phiếu gốc cho đơn vị.")
    reading = _Reading(frozenset(keys))
    for row, raw in zip(values[shown], typed[shown], strict=True):
        reading.take(row, raw)
    return Answers(
        form_id=head["form"],
        plan_id=head["plan"],
        period_key=head["period"],
        unit=head["unit"],
        cells=reading.cells,
        problems=reading.problems,
        filled_by=", ".join(part for part in (reading.persons.get(FILLED_BY), reading.persons.get(PHONE)) if part),
        told=tuple(reading.told()),
    )


def _hidden(name: str, sheets: Mapping[str, Sheet]) -> tuple[dict[str, str], list[str]]:
    """Return what the hidden sheet says of the form, and the keys of its rows."""
    pairs = [(_plain(row, 0), _plain(row, 1)) for row in sheets.get(HIDDEN, ())]
    head = {first: second for first, second in pairs if first in HEAD}
    if head.get("format") != FORMAT or len(head) != len(HEAD):
        raise BadFile(
            f"Tệp “{name}” không phải phiếu thu thập của Sổ 57. Hãy chọn tệp .xlsx mà đơn vị đã điền từ phiếu được gửi."
        )
    if head["version"] != VERSION:
        raise BadFile(f"Tệp “{name}” là phiếu của bản Sổ 57 mới hơn. Hãy cài bản mới rồi nhận lại.")
    return head, [second for first, second in pairs if first == ROWS]


def _plain(row: Sequence[Any], place: int) -> str:
    """Return a cell of our own as text."""
    value = row[place].value
    return nfc(str(value)).strip() if value is not None else ""


def _has_marks(sheet: Sheet) -> bool:
    return any(_plain(row, 0) == FIELDS_MARK for row in sheet)


class _Reading:
    """Goes down the sheet: each row is known by its key, each column by the fields that stand over its table."""

    def __init__(self, keys: frozenset[str]) -> None:
        self._keys = keys
        self._fields: dict[int, str] = {}
        self._added = self._twice = 0
        self.cells: dict[str, dict[str, str]] = {}
        self.problems: dict[tuple[str, str], str] = {}
        self.persons: dict[str, str] = {}

    def take(self, row: Sequence[Any], raw: Sequence[Any]) -> None:
        """Read one row, if it is one of ours."""
        key = _plain(row, 0)
        if key == FIELDS_MARK:
            self._fields = {place: field for place in range(1, len(row)) if (field := _plain(row, place))}
        elif key == HEADS_MARK:
            return
        elif key in (FILLED_BY, PHONE):
            self.persons[key] = one_line(" ".join(_safe(cell) for cell in row[3:]))
        elif key not in self._keys:
            self._added += any(_safe(row[place]) for place in self._fields)
        elif key in self.cells:
            self._twice += 1
            twice = "Phiếu có hai dòng này; hãy hỏi lại đơn vị."
            self.problems |= dict.fromkeys(((key, field) for field in self.cells[key]), twice)
        else:
            self.cells[key] = dict(self._row(key, row, raw))

    def _row(self, key: str, row: Sequence[Any], raw: Sequence[Any]) -> Iterator[tuple[str, str]]:
        for place, field in self._fields.items():
            try:
                yield field, _text(row[place], raw[place])
            except UnreadableCell as error:
                self.problems[key, field] = str(error)

    def told(self) -> Iterator[str]:
        """Say what was added to the form."""
        if self._added:
            yield f"{self._added} dòng do đơn vị thêm vào phiếu nên không đọc; hãy xem trong tệp."
        if self._twice:
            yield f"{self._twice} dòng bị chép thành hai."


def _text(cell: Any, raw: Any) -> str:
    """Return what a cell says; of a formula its last result, and where there is none its place."""
    if raw.value is not None and raw.data_type == "f" and cell.value is None:
        raise UnreadableCell(f"Ô {raw.coordinate} là công thức chưa có kết quả; hãy gõ số vào ô đó.")
    return cell_text(cell)


def _safe(cell: Any) -> str:
    try:
        return cell_text(cell)
    except UnreadableCell:
        return ""
