"""The rows of a table in another order than the printed one: under their units or states, sorted by a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ui.models.line_table import Heading, Line
from ui.models.plan_rows import Rows
from ui.models.row_columns import Order
from ui.models.row_filters import NO_UNIT, Facets, Group

L = TypeVar("L")
Titles = Sequence[str]


@dataclass(frozen=True, slots=True)
class By(Generic[L]):
    """What lines are sorted by, and which way."""

    order: Callable[[L], Order | None]
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Sorting:
    """The column that a table is sorted by."""

    column: str
    descending: bool = False


def next_sorting(now: Sorting | None, column: str) -> Sorting | None:
    """Return what a click on a column's head asks for: up, then down, then the printed order again."""
    if now is None or now.column != column:
        return Sorting(column)
    return None if now.descending else Sorting(column, descending=True)


def arranged(
    rows: Rows[L],
    facets: Mapping[str, Facets],
    group: Group = "printed",
    titles: Titles = (),
    by: By[L] | None = None,
) -> Rows[L]:
    """Return rows under their headings; sorted lines keep the headings of their groups, printed ones lose theirs.

    `titles` are the names of the groups in their order. A row that several units lead stands under each.
    """
    lines = [row for row in rows if isinstance(row, Line)]
    if group == "printed":
        return rows if by is None else [*_sorted(lines, by)]
    found: Rows[L] = []
    for title in titles:
        own = [line for line in lines if title in _groups(facets[line.key], group)]
        if own:
            found.append(Heading(f"{group}:{title}", "", f"{title} ({len(own)})"))
            found.extend(own if by is None else _sorted(own, by))
    return found


def _groups(facets: Facets, group: Group) -> tuple[str, ...]:
    return facets.units or (NO_UNIT,) if group == "unit" else (facets.state,)


def _sorted(lines: Sequence[Line[L]], by: By[L]) -> list[Line[L]]:
    """Sort lines; those without anything to sort by stand last, whichever way."""
    placed: list[tuple[Any, Line[L]]] = []
    blank = []
    for line in lines:
        place = by.order(line.content)
        if place is None:
            blank.append(line)
        else:
            placed.append((place, line))
    return [*(line for _, line in sorted(placed, key=_place, reverse=by.descending)), *blank]


def _place(pair: tuple[Any, object]) -> Any:
    return pair[0]
