"""The columns of the tables in the detail pane: cells as understood, figures of all periods, records of a task."""

from __future__ import annotations

from collections.abc import Iterable

from models.indicator_story import FigureTold
from models.row_story import CellRead
from models.task_story import ProgressTold
from ui.models.columns import Column
from ui.models.line_table import Line


def _understood(cell: CellRead) -> str:
    own = " (theo cán bộ)" if cell.reading else ""
    return f"{cell.understood}{own}" + (f"; {cell.note}" if cell.note else "")


def _reading_tip(cell: CellRead) -> str:
    return f"Lý do hiểu khác: {cell.reading.why}" if cell.reading else ""


def _recorded(told: FigureTold | ProgressTold) -> str:
    return "\n".join(part for part in (told.who, told.when) if part)


def _story_tip(told: FigureTold | ProgressTold) -> str:
    return "\n".join(change.words() for change in told.story[:3])


def _figure(told: FigureTold) -> str:
    return told.figure or "(chưa có số)"


def _figure_tip(told: FigureTold) -> str:
    return "\n".join(part for part in (told.fraction, told.verdict, *told.notes) if part)


def _done(told: ProgressTold) -> str:
    texts = (f"{title}: {words}" if title != "Kết quả" else words for title, words in told.said)
    return "\n".join(part for part in (told.state, told.deliverable, *texts) if part)


CELL_COLUMNS: tuple[Column[CellRead], ...] = (
    Column("Mốc", lambda cell: cell.title, width=8, stretch=1),
    Column("Kế hoạch in", lambda cell: cell.printed, width=8, stretch=1),
    Column("Hiểu là", _understood, width=9, stretch=2, tip=_reading_tip),
)
TIME_COLUMNS: tuple[Column[CellRead], ...] = (
    Column("Giai đoạn", lambda cell: cell.title, width=8, stretch=1),
    *CELL_COLUMNS[1:],
)
FIGURE_COLUMNS: tuple[Column[FigureTold], ...] = (
    Column("Kỳ", lambda told: told.period, width=9),
    Column("Kết quả", _figure, width=6, stretch=1, align="right", tip=_figure_tip),
    Column("% mục tiêu", lambda told: told.share, width=5, align="right"),
    Column("Ai ghi, ngày", _recorded, width=9, stretch=1, tip=_story_tip),
)
SAID_COLUMNS: tuple[Column[FigureTold], ...] = (
    Column("Kỳ", lambda told: told.period, width=7, stretch=1),
    Column("Kết quả", _figure, width=14, stretch=4, tip=_figure_tip),
    Column("Ai ghi", _recorded, width=8, stretch=1, tip=_story_tip),
)
"""Figures that are words need the room of numbers and shares."""
RECORD_COLUMNS: tuple[Column[ProgressTold], ...] = (
    Column("Kỳ", lambda told: told.period, width=7, stretch=1),
    Column("Đã làm", _done, width=14, stretch=4),
    Column("Ai ghi", _recorded, width=8, stretch=1, tip=_story_tip),
)


def cell_lines(cells: Iterable[CellRead]) -> list[Line[CellRead]]:
    """Return the targets or times as lines of a table."""
    return [Line(cell.column, cell) for cell in cells]


def told_lines(told: Iterable[FigureTold]) -> list[Line[FigureTold]]:
    """Return figures as lines of a table, by their days."""
    return [Line(f"{one.start}..{one.as_of}", one) for one in told]


def record_lines(told: Iterable[ProgressTold]) -> list[Line[ProgressTold]]:
    """Return the records of a task as lines of a table, by their days and round."""
    return [Line(f"{one.start}..{one.as_of}/{one.occurrence}", one) for one in told]
