"""A column of a table of the plan's rows: a column on the screen that can be sorted by, drawn in, and left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Generic, Literal, TypeVar

from models.text import SortKey, sort_key
from ui.models.columns import Column

L = TypeVar("L")
Order = SortKey | Fraction | int
Drawn = Literal["", "trend", "year"]


@dataclass(frozen=True, slots=True)
class RowColumn(Column[L], Generic[L]):
    """A column with an `id` that settings remember.

    `order` is what its lines are sorted by, None where a line has nothing to sort by. `drawn` names what is drawn in
    its cells in place of text; the tip says it in words. Where the table is narrow the column of the highest `spare`
    is left out first, one of 0 never.
    """

    id: str = ""
    order: Callable[[L], Order | None] | None = None
    drawn: Drawn = ""
    spare: int = 0

    def copied(self, line: L) -> str:
        """Return what a copy of the cell says."""
        return self.tip(line) if self.drawn else self.text(line)


@lru_cache(maxsize=8192)
def in_order(text: str) -> SortKey | None:
    """Return a text's place in Vietnamese order, read once; an empty text has none."""
    return sort_key(text) if text else None
