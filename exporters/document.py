"""The document model: what a form says, in which order, with which columns; writers turn it into files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

Align = Literal["left", "center", "right", "justify"]
Orientation = Literal["portrait", "landscape"]


class Role(StrEnum):
    """What a paragraph is on the page; exporters.nd30 says how each role looks."""

    NATION = "nation"
    MOTTO = "motto"
    SUPERIOR = "superior"
    ISSUER = "issuer"
    NUMBER = "number"
    PLACE_DATE = "place_date"
    TYPE = "type"
    SUMMARY = "summary"
    SUBJECT = "subject"
    ADDRESS = "address"
    LEGAL_BASIS = "legal_basis"
    BODY = "body"
    HEADING_ROMAN = "heading_roman"
    HEADING_ARABIC = "heading_arabic"
    LETTERED = "lettered"
    AUTHORITY = "authority"
    SIGNER = "signer"
    SIGNING_ROOM = "signing_room"
    RECIPIENTS_HEAD = "recipients_head"
    RECIPIENTS = "recipients"
    APPENDIX_LABEL = "appendix_label"
    APPENDIX_TITLE = "appendix_title"
    APPENDIX_NOTE = "appendix_note"
    MARK = "mark"
    CELL = "cell"
    CELL_HEAD = "cell_head"
    CELL_SECTION = "cell_section"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure or word comes from: the row's key, the period's key and the field of the record."""

    row: str
    period: str
    field: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `auto` tells that it wrote itself from the data."""

    text: str
    bold: bool | None = None
    italic: bool | None = None
    color: str | None = None
    source: Source | None = None
    auto: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a role; `keep_with_next` keeps it on the page of what follows.

    `key` names a paragraph that writes itself, or the section that holds the officer's own, from one laying out to
    the next: `II.1/counts`, `III`. A paragraph is `stale` where its written-over figures no longer match.
    """

    role: Role
    runs: tuple[Run, ...]
    keep_with_next: bool = False
    key: str = ""
    stale: bool = False

    @property
    def text(self) -> str:
        """Return the paragraph's plain text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Rule:
    """A solid horizontal line: as long as the `text` in the style of `role`, or a `fraction` of it (of the column)."""

    role: Role
    text: str = ""
    fraction: float | None = None


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two borderless columns kept together: the letterhead, or Nơi nhận beside the signature.

    `ratio` is the left column's share of the width.
    """

    left: tuple[Paragraph | Rule, ...]
    right: tuple[Paragraph | Rule, ...]
    ratio: float = 0.42


class ColumnKind(StrEnum):
    """What a column holds: it sets alignment and, in Excel, the number format."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: `width` in mm as wished (a writer scales all columns to fill the page), kind, optional."""

    width: float
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: the text shown, the typed value behind it (Excel), an optional formula, spans and its source.

    `color` is that of the text, as RRGGBB. `formula` is an Excel formula with `{row}` for the own row number
    and `{col:N}` for the letter of column N (0-based), used only by the Excel writer, `value` being its result.
    """

    text: str = ""
    value: Decimal | int | date | None = None
    number_format: str | None = None
    formula: str | None = None
    colspan: int = 1
    rowspan: int = 1
    align: Align | None = None
    bold: bool = False
    italic: bool = False
    color: str | None = None
    source: Source | None = None
    auto: bool = False


class RowKind(StrEnum):
    """A head row repeats on every page; a section row is one merged bold cell (or number + merged rest)."""

    HEAD = "head"
    SECTION = "section"
    GROUP = "group"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; cells covered by a span of another cell are left out."""

    kind: RowKind
    cells: tuple[Cell, ...]
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; the first rows of kind HEAD repeat on every page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    font_size: float = 12

    def head_rows(self) -> int:
        """Return how many leading rows are head rows."""
        count = 0
        while count < len(self.rows) and self.rows[count].kind is RowKind.HEAD:
            count += 1
        return count


Block = Paragraph | Rule | SideBySide | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one orientation whose numbers start at 1, the first not shown.

    `sheet` names the Excel sheet and `bookmark` the PDF outline entry.
    """

    orientation: Orientation
    blocks: tuple[Block, ...]
    bookmark: str
    sheet: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole form.

    `mark` is printed small and grey at the foot of every page (SỐ LIỆU MINH HỌA, DỰ THẢO), empty for none.
    """

    title: str
    stem: str
    sections: tuple[Section, ...]
    mark: str = ""
    author: str = ""
    created: date | None = None


def tables(document: Document) -> Iterator[Table]:
    """Yield the document's tables in printed order."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield block
