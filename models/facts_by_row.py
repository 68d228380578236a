"""The facts of each row, sorted once for a whole report: what was added to a plan grows with its rows and years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from models.facts import Facts

_KINDS = (
    "annual_targets",
    "came_true",
    "extensions",
    "still_in_force",
    "overrides",
    "suppliers",
    "part_figures",
    "readings",
    "no_basis",
)
"""The kinds of facts that belong to one row each."""


class FactsByRow:
    """What was added to a plan, row by row; the rest (leads, where the declaration begins) goes with every row."""

    def __init__(self, facts: Facts) -> None:
        found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for kind in _KINDS:
            own: Iterable[Any] = getattr(facts, kind)
            for fact in own:
                found[fact.row_key][kind].append(fact)
        self._bare = Facts(leads=facts.leads, declared_from=facts.declared_from)
        self._found = {key: self._with(kinds) for key, kinds in found.items()}

    def _with(self, kinds: Mapping[str, list[Any]]) -> Facts:
        own: dict[str, Any] = {kind: tuple(facts) for kind, facts in kinds.items()}
        return replace(self._bare, **own)

    def of(self, row_key: str) -> Facts:
        """Return the facts that speak of a row."""
        return self._found.get(row_key, self._bare)
