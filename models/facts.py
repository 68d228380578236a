"""What the officer adds to a plan as years go by: decisions, conditions come true, extensions, papers, parts, readings.

A plan file stays as printed; these facts stand beside it in the store and are given to the rules as one `Facts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from models.plans import TaskRow


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: number and symbol, day, what it is about; parts that are not known are empty."""

    number: str = ""
    day: date | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class AnnualTarget:
    """An indicator's target for one year by a decision (mục tiêu năm); it comes before the milestone's."""

    row_key: str
    year: int
    printed: str
    paper: Paper = field(default_factory=Paper)


@dataclass(frozen=True, slots=True)
class CameTrue:
    """A condition ("Sau khi có Kế hoạch của tỉnh") that came true on a day, and the deadline that it brings."""

    row_key: str
    occurrence: str
    on: date
    deadline: date | None = None
    paper: Paper = field(default_factory=Paper)


@dataclass(frozen=True, slots=True)
class Extension:
    """A deadline put off by a document (gia hạn); the printed one stays visible."""

    row_key: str
    occurrence: str
    deadline: date
    paper: Paper = field(default_factory=Paper)


@dataclass(frozen=True, slots=True)
class StillInForce:
    """A deliverable of an earlier year that is still in force and serves the round of `occurrence` too."""

    row_key: str
    occurrence: str
    paper: Paper


@dataclass(frozen=True, slots=True)
class Direction:
    """A document of direction issued in a period (văn bản chỉ đạo); it writes section I."""

    paper: Paper
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """A figure set for one period against the one that follows from other periods, with the reason."""

    row_key: str
    period_key: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    why: str


@dataclass(frozen=True, slots=True)
class Supplier:
    """A unit that supplies a part of an indicator's figure from `first_day` until `last_day` (None: still)."""

    row_key: str
    unit: str
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class PartFigure:
    """The part of one unit in an indicator's figure for the days `start`..`as_of`."""

    row_key: str
    unit: str
    start: date
    as_of: date
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    nothing_happened: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The officer's own understanding of a printed target (column: a year) or time (column: its id)."""

    row_key: str
    column: str
    understood: str
    why: str


@dataclass(frozen=True, slots=True)
class NoBasis:
    """An indicator whose figure nobody publishes yet (GRDP of a commune): no debt, not counted."""

    row_key: str
    why: str


@dataclass(frozen=True, slots=True)
class DaySwap:
    """A day off that is worked, or a working day that is off, by the yearly notice (hoán đổi ngày nghỉ)."""

    day: date
    working: bool
    name: str


@dataclass(frozen=True, slots=True)
class Lead:
    """The unit that leads a row, assigned by the officer; it is never printed as the plan's own."""

    row_key: str
    unit: str


@dataclass(frozen=True, slots=True)
class DeclaredFrom:
    """The day from which the store knows what happened; deadlines before it are asked, not called late."""

    day: date


Fact = (
    AnnualTarget
    | CameTrue
    | Extension
    | StillInForce
    | Direction
    | Override
    | Supplier
    | PartFigure
    | Reading
    | NoBasis
    | DaySwap
    | Lead
    | TaskRow
    | DeclaredFrom
)
"""One thing that the officer declares; a TaskRow is a task outside the plan (nhiệm vụ phát sinh)."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was added to a plan, by kind, in the order in which it was added."""

    annual_targets: tuple[AnnualTarget, ...] = ()
    came_true: tuple[CameTrue, ...] = ()
    extensions: tuple[Extension, ...] = ()
    still_in_force: tuple[StillInForce, ...] = ()
    directions: tuple[Direction, ...] = ()
    overrides: tuple[Override, ...] = ()
    suppliers: tuple[Supplier, ...] = ()
    part_figures: tuple[PartFigure, ...] = ()
    readings: tuple[Reading, ...] = ()
    no_basis: tuple[NoBasis, ...] = ()
    day_swaps: tuple[DaySwap, ...] = ()
    extra_tasks: tuple[TaskRow, ...] = ()
    leads: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    declared_from: date | None = None

    def each(self) -> tuple[Fact, ...]:
        """Return all facts one by one, kind after kind."""
        leads = tuple(Lead(key, unit) for key, unit in self.leads.items())
        since = () if self.declared_from is None else (DeclaredFrom(self.declared_from),)
        return (
            *since,
            *self.annual_targets,
            *self.came_true,
            *self.extensions,
            *self.still_in_force,
            *self.directions,
            *self.overrides,
            *self.suppliers,
            *self.part_figures,
            *self.readings,
            *self.no_basis,
            *self.day_swaps,
            *leads,
            *self.extra_tasks,
        )


NO_FACTS = Facts()
"""Nothing was added to the plan."""
