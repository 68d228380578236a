"""The tables of the tab Dòng và cách hiểu: every row as printed and as understood, and what was declared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.facts import (
    AnnualTarget,
    CameTrue,
    DeclaredFrom,
    Extension,
    Fact,
    Lead,
    NoBasis,
    Override,
    PartFigure,
    Reading,
    StillInForce,
    Supplier,
)
from models.plans import IndicatorRow, Plan
from models.row_readings import MEASURE_WORDS, RowReading
from ui.models.columns import Column
from ui.models.line_table import Heading, Line
from ui.models.plan_rows import Rows, bullets_of, under_headings, with_lines_only

INDICATORS = Heading("readings-indicators", "", "CHỈ TIÊU", -1)
TASKS = Heading("readings-tasks", "", "NHIỆM VỤ", -1)
NOT_UNDERSTOOD, BY_OFFICER, NO_BASIS = "▲ Chưa hiểu được", "Cán bộ đã đặt", "Chưa có cơ sở đánh giá"
FACT_KINDS: Mapping[type, str] = {
    AnnualTarget: "Mục tiêu năm",
    CameTrue: "Điều kiện đã có",
    Extension: "Gia hạn",
    StillInForce: "Sản phẩm còn hiệu lực",
    Override: "Số liệu ấn định",
    Supplier: "Đơn vị cung cấp",
    PartFigure: "Phần số liệu của đơn vị",
    Reading: "Cách hiểu",
    NoBasis: "Chưa có cơ sở đánh giá",
    Lead: "Chủ trì",
    DeclaredFrom: "Ngày bắt đầu dùng sổ",
}
"""What the tab lists; documents of direction, tasks outside the plan and swapped days stand in tabs of their own."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One declaration: the name under which it is withdrawn, and its sentence."""

    name: str
    fact: Fact
    sentence: str


def reading_rows(plan: Plan, readings: tuple[RowReading, ...]) -> Rows[RowReading]:
    """Return the rows under the plan's headings."""
    own = {reading.row.key: reading for reading in readings}
    printed = [row for row in plan.indicator_rows if row.kind != "indicator" or row.key in own]
    indicators = under_headings(printed, lambda row: own[row.key], bullets_of(plan))
    tasks = under_headings(plan.task_rows, lambda row: own[row.key])
    return with_lines_only([INDICATORS, *indicators, TASKS, *tasks])


def declared_rows(declared: tuple[Declared, ...]) -> Rows[Declared]:
    """Return the declarations, one below the other."""
    return [Line(one.name, one) for one in declared]


def _number(reading: RowReading) -> str:
    return reading.row.number


def _name(reading: RowReading) -> str:
    return reading.row.name


def _printed(reading: RowReading) -> str:
    return "\n".join(_told(cell.title, cell.printed, len(reading.cells)) for cell in reading.cells)


def _understood(reading: RowReading) -> str:
    return "\n".join(_told(cell.title, cell.understood, len(reading.cells)) for cell in reading.cells)


def _told(title: str, words: str, count: int) -> str:
    """Return a cell's words, after its column where the row has several or the column is a milestone."""
    return f"{title}: {words}" if count > 1 or title.startswith("Mốc") else words


def _state(reading: RowReading) -> str:
    parts = (
        NOT_UNDERSTOOD if reading.is_unknown else "",
        BY_OFFICER if any(cell.set_by_officer for cell in reading.cells) else "",
        NO_BASIS if reading.no_basis else "",
        f"Số liệu {MEASURE_WORDS[reading.row.measure]}" if isinstance(reading.row, IndicatorRow) else "",
        f"Chủ trì: {reading.lead}" if reading.lead else "",
    )
    return "\n".join(part for part in parts if part)


def _state_tip(reading: RowReading) -> str:
    return f"Chưa có cơ sở đánh giá vì {reading.no_basis}" if reading.no_basis else ""


def _colour(reading: RowReading) -> str:
    return "behind" if reading.is_unknown else ""


READING_COLUMNS: tuple[Column[RowReading], ...] = (
    Column("TT", _number, width=4, align="center"),
    Column("Chữ in của dòng", _name, width=24, stretch=3),
    Column("Kế hoạch in", _printed, width=17, stretch=2),
    Column("Sổ hiểu là", _understood, width=19, stretch=2),
    Column("Tình trạng", _state, width=17, tip=_state_tip, colour=_colour),
)


def _kind(declared: Declared) -> str:
    return FACT_KINDS[type(declared.fact)]


def _sentence(declared: Declared) -> str:
    return declared.sentence


DECLARED_COLUMNS: tuple[Column[Declared], ...] = (
    Column("Loại", _kind, width=20),
    Column("Đã khai báo", _sentence, width=40, stretch=1),
)
