"""What is asked of a table of rows, and which rows answer it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from models.text import fold, one_line

Group = Literal["printed", "unit", "state"]
NO_UNIT = "Chưa rõ đơn vị chủ trì"


@dataclass(frozen=True, slots=True)
class Facets:
    """What a row can be found by: its folded words, its section, the units that lead it, its state, and its marks.

    Marks are what only one kind of row has: the milestone in force, or the months, quarter and year it is due in.
    """

    words: str
    section: str = ""
    units: tuple[str, ...] = ()
    state: str = ""
    marks: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; an empty part asks for nothing."""

    words: str = ""
    section: str = ""
    unit: str = ""
    state: str = ""
    mark: str = ""

    def matches(self, facets: Facets) -> bool:
        """Tell whether a row answers."""
        return (
            (not self.section or facets.section == self.section)
            and (not self.unit or self.unit in (facets.units or (NO_UNIT,)))
            and (not self.state or facets.state == self.state)
            and (not self.mark or self.mark in facets.marks)
            and fold(one_line(self.words)) in facets.words
        )


def matching(rows: Mapping[str, Facets], asked: Asked) -> frozenset[str]:
    """Return the keys of the rows that answer."""
    return frozenset(key for key, facets in rows.items() if asked.matches(facets))


def search_words(parts: Iterable[str]) -> str:
    """Return texts as they are searched: folded, each on a line of its own, so that no find spans two."""
    return "\n".join(fold(one_line(part)) for part in parts if part)


def present(values: Iterable[str], order: Sequence[str] = ()) -> tuple[str, ...]:
    """Return each value once, in a given order first, then as they come."""
    found = dict.fromkeys(value for value in values if value)
    return (*(value for value in order if value in found), *(value for value in found if value not in order))
