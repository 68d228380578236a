"""A block of cells that is filled in at once: all of them are read first, and where one cannot be, none is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from models.actuals import FigureState
from models.errors import AmbiguousNumber, AppError
from models.figure_lines import FigureLine, misfits
from models.reports import IndicatorLine
from models.shown import NOT_REACHED, REACHED
from models.text import fold, one_line
from ui.models.columns import Column
from ui.models.line_table import LineTable

WANTED = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Fill:
    """What is to stand in a cell."""

    cell: QModelIndex
    typed: str


@dataclass(frozen=True, slots=True)
class BlockEdit:
    """What a block records: a line for each row, how many cells that are, and what cannot be read."""

    lines: tuple[FigureLine, ...]
    cells: int
    problems: tuple[str, ...]


def refusal(problems: Sequence[str]) -> str:
    """Return the sentence that names the cells which cannot take what was given."""
    named = [f"– {problem}" for problem in problems[:_MOST_NAMED]]
    more = len(problems) - len(named)
    if more:
        named.append(f"– và {more} ô nữa.")
    return "\n".join([f"Chưa ghi ô nào vì {len(problems)} ô không ghi được. Hãy sửa rồi làm lại:", *named])


def read_block(table: LineTable[Any], fills: Iterable[Fill]) -> BlockEdit:
    """Read what a block gives, as if it was typed cell by cell; a blank cell leaves what stands there."""
    given = [fill for fill in fills if fill.typed.strip()]
    with_figure = {fill.cell.row() for fill in given if _field(table, fill) == "figure"}
    lines: dict[str, FigureLine] = {}
    problems: list[str] = []
    count = 0
    for fill in given:
        key = table.key_at(fill.cell.row())
        may_tick = _field(table, fill) == "estimate" and fill.cell.row() in with_figure
        try:
            line = _read(table, fill, may_tick=may_tick)
        except AppError as error:
            problems.append(f"{_place(table, fill.cell)}: {_reason(error)}")
            continue
        if line is not None:
            lines[key] = _joined(lines.get(key), replace(line, line=len(lines) + 1))
            count += 1
    return BlockEdit(tuple(lines.values()), count, tuple(problems))


def exact_text(table: LineTable[Any], cell: QModelIndex) -> str:
    """Return what a cell holds so that it reads back the same; nothing where it cannot be filled in."""
    column, content = table.columns[cell.column()], table.line_at(cell.row())
    if content is None or not column.field or not column.editable(content):
        return ""
    if column.checked is not None:
        return "có" if column.checked(content) else ""
    typed = table.typed_at(cell.row(), cell.column())
    if typed is not None:
        return typed
    text = (column.to_edit or column.text)(content)
    estimate = column.field == "figure" and text and content.current is not None and content.current.estimate
    return f"{text} (ước)" if estimate else text


def shown_text(table: LineTable[Any], cell: QModelIndex) -> str:
    """Return what a cell shows; a ticked box is “có”."""
    column, content = table.columns[cell.column()], table.line_at(cell.row())
    if content is not None and column.checked is not None:
        return exact_text(table, cell)
    return table.text_at(cell.row(), cell.column())


def previous_lines(lines: Iterable[IndicatorLine]) -> tuple[FigureLine, ...]:
    """Return the lines that record last period's figures again, for the rows that have one and can be typed."""
    found = (_previous_line(line) for line in lines if line.parts is None and line.override is None)
    return tuple(replace(line, line=place) for place, line in enumerate(filter(None, found), 1))


def _previous_line(line: IndicatorLine) -> FigureLine | None:
    """Return last period's figure as it was recorded: number, ratio or words, with what was judged by hand."""
    before = line.previous
    if before is None or (before.state is FigureState.FIGURE and before.is_blank()):
        return None
    if before.state is not FigureState.FIGURE:
        return FigureLine(1, key=line.row.key, state=before.state)
    if before.text:
        return FigureLine(1, key=line.row.key, text=before.text, done=before.reached)
    return FigureLine(
        1,
        key=line.row.key,
        value=before.value,
        numerator=before.numerator,
        denominator=before.denominator,
        estimate=before.estimate or None,
    )


def _field(table: LineTable[Any], fill: Fill) -> str:
    return table.columns[fill.cell.column()].field


def _read(table: LineTable[Any], fill: Fill, *, may_tick: bool) -> FigureLine | None:
    """Read one cell; AppError says why it cannot take what is given. An estimate may come together with its figure."""
    from ui.typed_cells import line_for

    content, column = table.line_at(fill.cell.row()), table.columns[fill.cell.column()]
    if content is None or not (may_tick or table.flags(fill.cell) & WANTED):
        raise AppError("ô này không nhập được.")
    line = line_for(content.row, column.field, _chosen(column, fill.typed))
    reasons = misfits(line, content.row, content.label) if line is not None else ()
    if reasons:
        raise AppError(" ".join(reasons))
    return line


def _chosen(column: Column[Any], typed: str) -> str:
    """Return one of the choices of a column that has some, however it is written."""
    if not column.choices:
        return typed
    wanted = fold(one_line(typed))
    found = next((choice for choice in column.choices if choice and fold(choice) == wanted), None)
    if found is None:
        raise AppError(f"chỉ ghi “{REACHED}” hoặc “{NOT_REACHED}”.")
    return found


def _joined(first: FigureLine | None, second: FigureLine) -> FigureLine:
    """Return one line that fills what both fill."""
    if first is None:
        return second
    given = {one.name: getattr(second, one.name) for one in fields(second) if one.name in second.given()}
    return replace(first, **given)


def _place(table: LineTable[Any], cell: QModelIndex) -> str:
    content = table.line_at(cell.row())
    label = content.label if content is not None else table.text_at(cell.row(), 0)
    return f"{label}, cột {table.columns[cell.column()].title}"


def _reason(error: AppError) -> str:
    if isinstance(error, AmbiguousNumber):
        choices = " hoặc ".join(choice.replace(".", ",") for choice in error.choices)
        return f"số này có thể là {choices}; hãy ghi rõ một trong hai."
    return error.sentence
