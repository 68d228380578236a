"""Figures in: a CSV or JSON file read into lines; `models.recording` then matches them with a plan."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from importers.figure_cells import (
    FREE_TEXT_FIELDS,
    NUMBER_FIELDS,
    JsonNumber,
    column_name,
    csv_cell,
    field_of,
    json_cell,
)
from importers.text_files import read_text_file
from models.errors import AppError, BadFile
from models.figure_lines import DATA_FIELDS, FIELD_WORDS, FigureLine
from models.numbers import split_unit
from models.text import one_line

MOST_LINES = 50_000  # a plan has some hundred rows
MOST_COLUMNS = 200
_DELIMITERS = ",;\t"
_QUOTE_IT = "trong tệp ngăn cột bằng dấu phẩy, số như 8,5 phải đặt trong ngoặc kép"


def read_figures(path: Path) -> tuple[FigureLine, ...]:
    """Return the lines of a .csv or .json file of figures.

    A file that cannot be used at all raises BadFile; a line in which a cell cannot be read carries its
    `problems`, so that resolve names it together with the lines that do not fit the plan.
    """
    readers: dict[str, Callable[[str, str], list[FigureLine]]] = {".csv": _read_csv, ".json": _read_json}
    read = readers.get(path.suffix.lower())
    if read is None:
        raise BadFile(
            f"Tệp “{path.name}” không phải tệp .csv hoặc .json. Nếu là tệp Excel, hãy lưu lại dạng “CSV UTF-8”."
        )
    text = read_text_file(path)
    # An endless table or list would take a small PC's memory before its first line could be refused.
    if max(text.count("\n"), text.count("\r"), text.count("{") + text.count("[")) > MOST_LINES:
        raise _too_many(path.name)
    lines = read(path.name, text)
    if not any(line.given() or line.problems for line in lines):
        raise BadFile(f"Tệp “{path.name}” không có dòng nào ghi số liệu. Hãy điền ít nhất một dòng.")
    return tuple(lines)


def _figure_line(number: int, cells: Iterable[tuple[str, Any]], parse: Callable[[str, Any], Any]) -> FigureLine:
    """Parse the cells of a line; what cannot be read becomes a problem of the line."""
    values: dict[str, Any] = {}
    problems: list[str] = []
    for field, cell in cells:
        try:
            values[field] = parse(field, cell)
        except AppError as error:
            problems.append(f"Cột {column_name(field)}: {_printable(error.sentence)}")
    return FigureLine(line=number, problems=tuple(problems), **values)


# CSV


def _read_csv(name: str, text: str) -> list[FigureLine]:
    delimiter = _delimiter(text)
    records = _records(name, text, delimiter)
    _, heads = next(records, (0, []))
    fields = _fields(name, heads)
    return [_csv_line(number, fields, cells, delimiter) for number, cells in records]


def _delimiter(text: str) -> str:
    """Return the delimiter under which the head row names the most columns: cells may hold any of them."""

    def known(delimiter: str) -> int:
        try:
            _, heads = next(_records("", text, delimiter), (0, []))
        except BadFile:
            return 0
        return sum(field_of(head) is not None for head in heads[:MOST_COLUMNS])

    return max(_DELIMITERS, key=known)


def _records(name: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the records that are not blank, each with the line it begins on; Excel's `sep=;` is passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    first = 1
    try:
        for cells in reader:
            told = first == 1 and cells[:1] and cells[0].lower().startswith("sep=")
            if not told and any(cell.strip() for cell in cells):
                yield first, cells
            first = reader.line_num + 1
    except csv.Error as error:
        raise BadFile(
            f"Tệp “{name}” hỏng từ dòng {first}: dấu ngoặc kép mở mà không đóng, đặt sai chỗ, hoặc một ô quá dài. "
            "Hãy sửa dòng đó rồi chọn lại tệp."
        ) from error


def _fields(name: str, heads: Sequence[str]) -> list[str | None]:
    """Return the field of each column, None for one without a head; the head row must name usable columns."""
    fields = [field_of(head) for head in heads[:MOST_COLUMNS]]
    if not any(fields) or len(heads) > MOST_COLUMNS:
        raise BadFile(f"Tệp “{name}” thiếu dòng tiêu đề. Dòng đầu phải ghi tên các cột, ví dụ: key, value, note.")
    _check_columns(name, [one_line(head) for head in heads if head.strip()])
    return fields


def _check_columns(name: str, heads: Iterable[str]) -> None:
    """Refuse unknown and repeated columns, and a file that cannot say which row or what."""
    heads = tuple(heads)
    if unknown := [head for head in heads if field_of(head) is None]:
        shown = ", ".join(f"“{_printable(head[:40])}”" for head in unknown[:10])
        raise BadFile(f"Tệp “{name}” có cột không rõ: {shown}. Các cột dùng được: {', '.join(FIELD_WORDS)}.")
    fields = [field_of(head) for head in heads]
    if repeated := next((field for field in fields if field is not None and fields.count(field) > 1), None):
        raise BadFile(f"Tệp “{name}” có hai cột cùng là {column_name(repeated)}. Hãy bỏ bớt một cột.")
    if "key" not in fields and not {"appendix", "number"} <= set(fields):
        raise BadFile(
            f"Tệp “{name}” thiếu cột cho biết dòng kế hoạch: cần cột key, hoặc cả hai cột appendix và number."
        )
    if not set(DATA_FIELDS) & set(fields):
        raise BadFile(f"Tệp “{name}” không có cột số liệu nào. Các cột dùng được: {', '.join(DATA_FIELDS)}.")


def _csv_line(number: int, fields: Sequence[str | None], cells: Sequence[str], delimiter: str) -> FigureLine:
    """Read a record; one that does not fit the head row is refused whole, since its cells may have moved."""
    if misfit := _misfit(fields, cells, delimiter):
        return FigureLine(line=number, problems=(misfit,))
    named = {field: cell for field, cell in zip(fields, cells, strict=False) if field is not None}
    value, sign = split_unit(named.get("value", ""))
    if sign and named.get("unit", "").strip() in ("", sign):  # Excel saves a cell in per cent as 84,9%
        named |= {"value": value, "unit": sign}
    return _figure_line(number, named.items(), csv_cell)


def _misfit(fields: Sequence[str | None], cells: Sequence[str], delimiter: str) -> str:
    """Return why the cells do not stand under their heads, or nothing."""
    advice = f"; {_QUOTE_IT}" if delimiter == "," else ""
    if len(cells) > len(fields):
        return f"Dòng có {len(cells)} ô, nhiều hơn {len(fields)} cột của dòng tiêu đề{advice}."
    for at, (field, cell) in enumerate(zip(fields, cells, strict=False)):
        if field is None and cell.strip():
            return f"Ô thứ {at + 1} có nội dung nhưng cột đó không có tên{advice}."
        follower = cells[at + 1].strip() if at + 1 < len(cells) else ""
        split = field in NUMBER_FIELDS and cell.strip().isdecimal() and follower.isdecimal()
        if advice and split and fields[at + 1] in FREE_TEXT_FIELDS:
            return f"Không rõ {cell.strip()},{follower} là một số hay hai ô{advice}."
    return ""


# JSON


def _read_json(name: str, text: str) -> list[FigureLine]:
    data = _parse_json(name, text)
    if isinstance(data, dict) and set(data) == {"figures"}:
        data = data["figures"]
    if not isinstance(data, list):
        raise BadFile(f'Tệp “{name}” phải là một danh sách các dòng số liệu, hoặc {{"figures": [danh sách]}}.')
    if len(data) > MOST_LINES:
        raise _too_many(name)
    if heads := dict.fromkeys(head for item in data if isinstance(item, dict) for head in item):
        _check_columns(name, heads)
    return [_json_line(number, item) for number, item in enumerate(data, start=1)]


def _parse_json(name: str, text: str) -> object:
    """Parse JSON, numbers as their digits; every fault is one sentence that names the place."""

    def no_number(word: str) -> object:
        raise BadFile(f"Tệp “{name}” ghi {word}, không phải là số. Hãy sửa lại, hoặc để null nếu chưa có số liệu.")

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) != len(pairs):
            counts = Counter(key for key, _ in pairs)
            repeated = next(key for key, count in counts.items() if count > 1)
            raise BadFile(f"Tệp “{name}” ghi hai lần mục “{_printable(repeated[:40])}” trong cùng một dòng số liệu.")
        return found

    try:
        return json.loads(
            text, object_pairs_hook=once, parse_int=JsonNumber, parse_float=JsonNumber, parse_constant=no_number
        )
    except json.JSONDecodeError as error:
        raise BadFile(
            f"Tệp “{name}” không phải JSON hợp lệ ở dòng {error.lineno}, cột {error.colno}. Hãy sửa chỗ đó."
        ) from error
    except RecursionError as error:
        raise BadFile(f"Tệp “{name}” không phải tệp số liệu: các mục lồng nhau quá sâu.") from error


def _json_line(number: int, item: object) -> FigureLine:
    if not isinstance(item, dict):
        return FigureLine(line=number, problems=('Mỗi dòng số liệu phải là một nhóm {"key": …, "value": …}.',))
    cells = ((field, cell) for head, cell in item.items() if (field := field_of(head)) is not None)
    return _figure_line(number, cells, json_cell)


def _too_many(name: str) -> BadFile:
    return BadFile(f"Tệp “{name}” có hơn 50.000 dòng nên không phải tệp số liệu. Hãy kiểm tra lại tệp.")


def _printable(text: str) -> str:
    """Return text without the half signs that JSON can spell and no screen or file can hold."""
    return text.encode("utf-8", "replace").decode()
