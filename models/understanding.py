"""How the plan was understood when a period closed: the parser's version, and what the officer read differently."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.facts import Reading

PARSER = "1"
"""The version of how targets and schedules are parsed (models.targets, models.schedules).

Raise it in the release in which words of a plan that were understood before come to mean something else, such as
another number, day or comparison; not for words that were not understood until then.
"""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a locked period is judged by: the parser's version and the officer's readings as they stood at closing."""

    parser: str
    readings: tuple[Reading, ...]

    def cells_read_anew(self, present: Iterable[Reading]) -> tuple[tuple[str, str], ...]:
        """Return row and column of each cell that is read otherwise now, in the order of their declaration."""
        then, now = _by_cell(self.readings), _by_cell(present)
        return tuple(cell for cell in {**then, **now} if then.get(cell) != now.get(cell))


def _by_cell(readings: Iterable[Reading]) -> dict[tuple[str, str], str]:
    return {(reading.row_key, reading.column): reading.understood for reading in readings}
