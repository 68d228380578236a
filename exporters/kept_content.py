"""What an issued report said, kept beside its files for the program: each paragraph, each cell, frame and signing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from exporters.document import Document, Paragraph, Role, Row, Section, SideBySide, Table
from exporters.measure import Placed, place
from exporters.opening import CLOSING, REPLACES
from models.errors import BadFile
from models.office import Office, office_to_dict
from models.reports import Report, Signing

NAME = "noi-dung.json"
FORM = 1
"""The form of the kept text; a later one is read by later programs only."""
FRAME = "khung văn bản"
BEFORE_HEADINGS, ENDING = "phần mở đầu", "phần kết"


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A paragraph with the place where it stands as people say it: `mục II.1`, `Phụ lục I`, `khung văn bản`."""

    place: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A table row, one text for each column; `key` is that of the plan's row."""

    key: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table beneath the name of its appendix, with the words over each column."""

    label: str
    heads: tuple[str, ...]
    rows: tuple[KeptRow, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All that a report says, without how it looks."""

    title: str
    lines: tuple[KeptLine, ...]
    tables: tuple[KeptTable, ...]
    office: Mapping[str, Any] = field(default_factory=dict)
    signing: Mapping[str, Any] = field(default_factory=dict)
    app: str = ""
    made: Mapping[str, Any] = field(default_factory=dict)


def made_by(report: Report) -> dict[str, Any]:
    """Return by which outline and number style a report is written, to lay it out the same way again."""
    return {"headings": [asdict(one) for one in report.outline.headings], "two_digits": report.two_digits}


def content(
    document: Document, office: Office, signing: Signing, app: str = "", made: Mapping[str, Any] | None = None
) -> Content:
    """Return what a document says; `app` is the version of the program that made it, `made` how it was written."""
    lines = tuple(line for section in document.sections for line in _lines(section))
    tables = tuple(
        _table(section.bookmark, block)
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table)
    )
    return Content(document.title, lines, tables, office_to_dict(office), asdict(signing), app, made or {})


def content_of(
    document: Document, office: Office, signing: Signing, app: str = "", made: Mapping[str, Any] | None = None
) -> bytes:
    """Return what a document says as canonical JSON: the same words give the same bytes."""
    data = {"form": FORM} | asdict(content(document, office, signing, app, made))
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode()


def read_content(data: bytes) -> Content:
    """Read a kept content."""
    try:
        kept = json.loads(data)
        if kept["form"] != FORM:
            raise BadFile(
                "Nội dung báo cáo đã phát hành được giữ bằng bản Sổ 57 mới hơn. Hãy cài bản mới rồi so sánh lại."
            )
        tables = tuple(
            KeptTable(
                one["label"], tuple(one["heads"]), tuple(KeptRow(r["key"], tuple(r["cells"])) for r in one["rows"])
            )
            for one in kept["tables"]
        )
        lines = tuple(KeptLine(**line) for line in kept["lines"])
        return Content(kept["title"], lines, tables, kept["office"], kept["signing"], kept["app"], kept.get("made", {}))
    except (ValueError, KeyError, TypeError) as error:
        raise BadFile(
            "Không đọc được nội dung đã giữ của báo cáo này. Hãy khôi phục sổ từ một bản sao lưu rồi so sánh lại."
        ) from error


# --- paragraphs


def _lines(section: Section) -> Iterator[KeptLine]:
    """Yield the paragraphs of a section, each with the heading that it stands beneath."""
    roman = ""
    where = section.bookmark if section.orientation == "landscape" else BEFORE_HEADINGS
    for block in section.blocks:
        if isinstance(block, SideBySide):
            yield from (_line(FRAME, part) for part in (*block.left, *block.right) if isinstance(part, Paragraph))
        elif isinstance(block, Paragraph):
            if block.role is Role.HEADING_ROMAN:
                roman = block.text.partition(".")[0]
                where = f"mục {roman}"
            elif block.role is Role.HEADING_ARABIC:
                where = f"mục {roman}.{block.text.partition('.')[0]}"
            yield _line(_place(block, where), block)


def _place(paragraph: Paragraph, where: str) -> str:
    """Return where a paragraph stands; with which numbered report it goes, and which it replaces, is no content."""
    if paragraph.role is Role.APPENDIX_NOTE or paragraph.key == REPLACES:
        return FRAME
    return ENDING if paragraph.key == CLOSING else where


def _line(where: str, paragraph: Paragraph) -> KeptLine:
    return KeptLine(where, paragraph.key, paragraph.text)


# --- tables


def _table(label: str, table: Table) -> KeptTable:
    placed, count, heads = place(table), len(table.columns), table.head_rows()
    rows = zip(table.rows[heads:], placed[heads:], strict=True)
    return KeptTable(label, _heads(placed[:heads], count), tuple(_row(row, cells, count) for row, cells in rows))


def _heads(placed: Sequence[Sequence[Placed]], count: int) -> tuple[str, ...]:
    """Return the words over each column, those of a common head first."""
    over: list[list[str]] = [[] for _ in range(count)]
    for row in placed:
        for cell in row:
            for column in range(cell.column, cell.column + cell.cell.colspan):
                over[column].append(" ".join(cell.cell.text.split()))
    return tuple(" - ".join(words) for words in over)


def _row(row: Row, placed: Sequence[Placed], count: int) -> KeptRow:
    texts = {cell.column: cell.cell.text for cell in placed}
    return KeptRow(row.key or "", tuple(texts.get(column, "") for column in range(count)))
