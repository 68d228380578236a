"""The units that lead rows of a plan: a cell may name several, in several spellings."""

from __future__ import annotations

from collections.abc import Iterator

from models.declared_rows import unit_named
from models.errors import NotFound
from models.plans import IndicatorRow, Plan, TaskRow
from models.text import fold, one_line


def units_in(plan: Plan, text: str) -> tuple[str, ...]:
    """Return the units that a cell names, by the plan's own names: parted by ";", by "," only where all are known."""
    found: list[str] = []
    for part in text.split(";"):
        found += _known_or_whole(plan, one_line(part))
    return tuple(dict.fromkeys(unit for unit in found if unit))


def _known_or_whole(plan: Plan, text: str) -> list[str]:
    names = {agency.name for agency in plan.agencies}
    whole = unit_named(plan, text)
    pieces = [unit_named(plan, piece) for piece in text.split(",")]
    return pieces if whole not in names and names.issuperset(pieces) else [whole]


def leading_units(plan: Plan) -> tuple[str, ...]:
    """Return every unit that leads a row, in the order in which the plan first names them."""
    return tuple(dict.fromkeys(unit for row in _led(plan) for unit in units_in(plan, row.lead)))


def _led(plan: Plan) -> Iterator[IndicatorRow | TaskRow]:
    yield from plan.indicators()
    yield from plan.tasks()


def find_unit(plan: Plan, name: str) -> str:
    """Return the plan's name of a unit that leads rows; NotFound lists those that do."""
    units = leading_units(plan)
    wanted = fold(unit_named(plan, name))
    for unit in units:
        if fold(unit) == wanted:
            return unit
    known = "; ".join(units) or "không có"
    raise NotFound(f"Kế hoạch không giao chỉ tiêu, nhiệm vụ nào cho “{one_line(name)}” chủ trì. Các đơn vị: {known}.")
