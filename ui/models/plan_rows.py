"""A plan's rows as a table shows them: sections and groups as headings, bullets of prose above their parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from models.plans import IndicatorRow, Plan, TaskRow
from ui.models.line_table import DEEPEST, Heading, Line

if TYPE_CHECKING:
    from exporters.appendix_rows import Bullet

Row = IndicatorRow | TaskRow
R = TypeVar("R", IndicatorRow, TaskRow)
L = TypeVar("L")
Rows = list[Heading | Line[L]]


def is_prose(plan: Plan) -> bool:
    """Tell whether the plan prints its targets in running text."""
    layout = plan.layouts.get("indicators")
    return layout is not None and layout.kind == "prose"


def indicator_rows(plan: Plan) -> Rows[Row]:
    """Return every printed row of the plan's indicators."""
    bullets = bullets_of(plan)
    return under_headings(plan.indicator_rows, lambda row: as_shown(row, bullets), bullets)


def task_rows(plan: Plan) -> Rows[Row]:
    """Return every printed row of the plan's tasks."""
    return under_headings(plan.task_rows, itself)


def under_headings(
    rows: Sequence[R], content: Callable[[R], L], bullets: Mapping[str, Bullet] | None = None
) -> Rows[L]:
    """Return rows in printed order: sections and groups as headings, the rest as lines.

    A bullet that says nothing but its only part is left to that part's line.
    """
    found: Rows[L] = []
    levels: dict[str, int] = {}
    for row in rows:
        if row.kind in ("indicator", "task"):
            found.append(Line(row.key, content(row)))
            continue
        levels[row.key] = level = 0 if row.kind == "section" else levels.get(row.parent or "", 0) + 1
        bullet = (bullets or {}).get(row.key)
        if bullet is None or not bullet.is_its_only_part():
            found.append(Heading(row.key, row.number, row.name, level, bullet is not None))
    return found


def with_lines_only(rows: Rows[L]) -> Rows[L]:
    """Leave out headings that have no line beneath them."""
    kept: Rows[L] = []
    deepest = 0
    for row in reversed(rows):
        if isinstance(row, Line):
            deepest = DEEPEST
        elif row.level >= deepest:
            continue
        else:
            deepest = row.level
        kept.append(row)
    return kept[::-1]


def bullets_of(plan: Plan) -> Mapping[str, Bullet]:
    """Return the bullets of a plan in prose; other plans print each indicator as a row of its own."""
    if not is_prose(plan):
        return {}
    from exporters.appendix_rows import bullets_of as found

    return found(plan)


def as_shown(row: IndicatorRow, bullets: Mapping[str, Bullet]) -> IndicatorRow:
    """Return a part of a bullet as a line names it, any other row as it is."""
    if not bullets:
        return row
    from exporters.appendix_rows import as_shown as shown

    return shown(row, bullets)


def itself(row: R) -> R:
    """Return the row: an appendix shows the rows themselves."""
    return row
