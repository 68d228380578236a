"""What the detail pane tells of a row; each kind of row has its own story beside what both have."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from models.desk import Desk
from models.fact_words import FactWords
from models.facts import Fact, Facts, Reading
from models.shown import day_text

_FACTS_OF_ROWS = (
    "annual_targets",
    "came_true",
    "extensions",
    "still_in_force",
    "overrides",
    "suppliers",
    "readings",
    "no_basis",
)


@dataclass(frozen=True, slots=True)
class Head:
    """How a row is named: its number, its words, who leads, who helps; the note that the plan prints."""

    key: str
    kind: str
    label: str
    name: str
    section: str
    unit: str
    lead: str
    coordinating: str
    note: str


@dataclass(frozen=True, slots=True)
class CellRead:
    """A target or a time as printed and as understood; `reading` is the officer's own, `note` tells what else holds."""

    column: str
    title: str
    printed: str
    understood: str
    reading: Reading | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Declared:
    """A thing that the officer declared of the row, which can be withdrawn."""

    sentence: str
    fact: Fact


def declared_of(desk: Desk, facts: Facts, key: str) -> tuple[Declared, ...]:
    """Return what was declared of a row, kind after kind."""
    words = FactWords(desk.plan, facts)
    own = (fact for kind in _FACTS_OF_ROWS for fact in getattr(facts, kind) if fact.row_key == key)
    return tuple(Declared(words.sentence(fact), fact) for fact in own)


def span_namer(desk: Desk, days: Iterable[tuple[date, date]]) -> Callable[[date, date], str]:
    """Return what names the days of records: by the period that has them, else by the days themselves."""
    years = {closing.year for _, closing in days}
    known = {
        (period.start, period.closing): period.span.short() for year in sorted(years) for period in desk.periods(year)
    }

    def named(start: date, closing: date) -> str:
        short = known.get((start, closing))
        return f"{short[0].upper()}{short[1:]}" if short else f"{day_text(start)} - {day_text(closing)}"

    return named


def section_of(desk: Desk, key: str) -> str:
    """Return the name of the section that a row of the plan stands in, empty where there is none."""
    section = desk.plan.sections().get(key)
    names = {row.key: row.name for row in desk.plan.rows()}
    return names.get(section or "", "")
