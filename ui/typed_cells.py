"""What an edit of a cell records: a line of figures, or that a field is to be emptied."""

from __future__ import annotations

from typing import Any

from importers.figure_cells import csv_cell
from models.figure_lines import FigureLine
from models.plans import IndicatorRow, TaskRow
from models.shown import REACHED
from models.typed_figures import read_figure


def line_for(row: IndicatorRow | TaskRow, field: str, typed: object) -> FigureLine | None:
    """Return the line that an edit makes, None where it empties the field; AppError says what is wrong with it."""
    given = _given(row, field, typed)
    return FigureLine(1, key=row.key, **given) if given else None


def _given(row: IndicatorRow | TaskRow, field: str, typed: object) -> dict[str, Any]:
    if isinstance(typed, bool):
        return {field: typed}
    text = str(typed)
    if not text.strip():
        return {}
    if field == "figure" and isinstance(row, IndicatorRow):
        return dict(read_figure(row, text))
    if field == "reached":
        return {"done": text == REACHED}
    return {field: csv_cell(field, text)}
