"""Where rows stand in a plan: how deep beneath other rows of their kind, and in which section."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from models.plans import IndicatorRow, TaskRow
from ui.models.line_table import Heading
from ui.models.plan_rows import Rows

L = TypeVar("L")
HELD = ("indicator", "task")


def depths(rows: Iterable[IndicatorRow | TaskRow]) -> Mapping[str, int]:
    """Return for each indicator or task how many of them it stands beneath."""
    found: dict[str, int] = {}
    for row in rows:
        if row.kind in HELD:
            found[row.key] = found.get(row.parent or "", -1) + 1
    return found


def sections_of(rows: Rows[L]) -> Mapping[str, str]:
    """Return for each line the key of the section above it, empty where none stands there."""
    found: dict[str, str] = {}
    section = ""
    for row in rows:
        if not isinstance(row, Heading):
            found[row.key] = section
        elif row.level == 0:
            section = row.key
    return found


def section_names(rows: Rows[L]) -> Mapping[str, str]:
    """Return the names of the sections that have lines, by key, in printed order."""
    used = set(sections_of(rows).values())
    headings = (row for row in rows if isinstance(row, Heading) and row.key in used)
    return {row.key: f"{row.number.rstrip('.')}. {row.name}" if row.number else row.name for row in headings}
